"""Lays networks out by forces (Fruchterman and Reingold 1991, as igraph does it), in a process of its own.

igraph and kglite each bring a GNU OpenMP of their own that asks for static thread-local storage; where the
C library has little left of it (Debian with glibc 2.43), the second one does not load. So they never meet in
one process: this file runs by its path and imports nothing of graphmap.
"""

from __future__ import annotations

import json
import random
import sys

ROUNDS = 600

Points = list[list[float]]


def lay_out(start: int, count: int, lines: list[tuple[int, int]], rounds: int = ROUNDS) -> Points:
    """Lay out the nodes of a network from one fixed start."""
    import igraph

    dice = random.Random(start)  # noqa: S311 - a start to draw from, no secret
    igraph.set_random_number_generator(dice)
    graph = igraph.Graph(n=count, edges=lines)
    begin = [[dice.uniform(-1, 1), dice.uniform(-1, 1)] for _ in range(count)]
    points: Points = graph.layout_fruchterman_reingold(
        seed=begin, niter=rounds, grid="nogrid" if rounds == ROUNDS else "grid"
    ).coords
    return points


def main() -> None:
    """Read one network as JSON and write its points from each start."""
    asked = json.load(sys.stdin)
    lines = [(start, end) for start, end in asked["lines"]]
    rounds = asked.get("rounds", ROUNDS)
    laid = [lay_out(start, asked["count"], lines, rounds) for start in range(asked["starts"])]
    json.dump(laid, sys.stdout)


if __name__ == "__main__":
    main()
