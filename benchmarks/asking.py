"""Measures what a query costs more in a warm process of its own than asked of the engine directly.

Run with the Python that graphmap is installed in: `python -m benchmarks.asking [ties] [times]`. Each query is
asked in turn of the engine in this process and of the store, which asks a child; the medians count. Figures
to read, not a test: the wish is 20 ms more at most.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from statistics import median

import kglite

from benchmarks.snapshot import hold_store
from graphmap.store import open_store
from graphmap.store.values import read_rows, unify_value

QUERIES = {
    "one number": "RETURN 1 AS x",
    "a country by its id": "MATCH (c:Country {id: 'XAA'}) RETURN c.id AS id, c.name AS name",
    "ties of a province": "MATCH (p:Province {id: 'QZ-0001'})-[t:TIED_TO]->(b) RETURN b.id, t.since",
    "2,000 regions": "MATCH (r:Region) RETURN r.id AS id, r.name AS name, r.name_fa AS name_fa",
}


def ask_directly(session: kglite.Session, cypher: str) -> list[list[object]]:
    """Ask the engine in this process, as the child does in its own."""
    answer = session.cursor().cypher(cypher, disable_optimizer=True)
    return [[unify_value(value) for value in row] for row in read_rows(answer)]


def measure(work: Callable[[], object]) -> float:
    """Return how many milliseconds something takes once."""
    before = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - before)


def main(ties: int = 8_000, times: int = 100) -> None:
    """Make the store where it is not there yet, measure in turn and print."""
    path = hold_store(ties)
    session = kglite.open_session(str(path))
    print(f"{'milliseconds, median':22} {'directly':>9} {'a child':>9} {'more':>9}")
    with open_store(str(path), read_only=True) as store:
        for name, cypher in QUERIES.items():
            rows = store.rows(cypher).rows  # the first starts the child
            if [*map(list, rows)] != ask_directly(session, cypher):
                raise SystemExit(f"the answers differ: {name}")
            pairs = [
                (measure(lambda: ask_directly(session, cypher)), measure(lambda: store.rows(cypher)))  # noqa: B023
                for _ in range(times)
            ]
            direct, asked = (median(found) for found in zip(*pairs, strict=True))
            print(f"{name:22} {direct:9.2f} {asked:9.2f} {asked - direct:9.2f}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
