"""How two nodes are connected: all shortest paths, searched from both ends over the columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

import numpy as np

from graphmap.walk.web import TYPES, Rows, Web

MOST = 60
"""Paths that are given; how many there are is told."""


@dataclass(frozen=True)
class Paths:
    """The shortest paths between two nodes, each by the ids on it; `total` is how many there are in all."""

    paths: tuple[tuple[str, ...], ...]
    total: int


def find_paths(web: Web, start: int, end: int, through: Collection[str] = (), most: int = MOST) -> Paths:
    """Return the shortest paths between two nodes, ordered by their ids' rows; parallel ties are one step.

    `through` names the labels of nodes that may lie on the way (blank: all). The home country is never a way
    through: everything at home lies in it.
    """
    if start == end:
        return Paths(((web.ids[start],),), 1)
    open_ = _list_open(web, through)
    open_[[start, end]] = True
    sides = [_Side(web, start, open_), _Side(web, end, open_)]
    while not np.any((sides[0].depth >= 0) & (sides[1].depth >= 0)):
        grown = min(
            (side for side in sides if len(side.front)), key=lambda side: len(side.front), default=None
        )
        if grown is None or not all(len(side.front) for side in sides):
            return Paths((), 0)
        grown.grow()
    from_start, from_end = sides[0].depth, sides[1].depth
    both = (from_start >= 0) & (from_end >= 0)
    length = int((from_start + from_end)[both].min())
    cut = min(int(from_end.max()), length)
    meeting = np.flatnonzero(both & (from_start == length - cut) & (from_end == cut)).tolist()

    def step(depth: Rows, node: int) -> list[int]:
        near = web.neighbours(np.array([node]))
        return [one for one in near.tolist() if depth[one] == depth[node] - 1]

    @cache
    def count(side: int, node: int) -> int:
        depth = (from_start, from_end)[side]
        return 1 if depth[node] == 0 else sum(count(side, one) for one in step(depth, node))

    def walk(side: int, node: int) -> Iterator[tuple[int, ...]]:
        depth = (from_start, from_end)[side]
        if depth[node] == 0:
            yield (node,)
        for one in step(depth, node):
            yield from ((node, *rest) for rest in walk(side, one))

    total = sum(count(0, node) * count(1, node) for node in meeting)
    found = (
        (*reversed(before), *after[1:])
        for node in meeting
        for before in walk(0, node)
        for after in walk(1, node)
    )
    rows = sorted(islice(found, most))
    return Paths(tuple(tuple(web.ids[row] for row in path) for path in rows), total)


def _list_open(web: Web, through: Collection[str]) -> np.ndarray:
    allowed = np.ones(len(web.ids), np.bool_)
    if through:
        allowed = np.array([label in through for label in web.labels], np.bool_)
    if web.home >= 0:
        allowed[web.home] = False
    return allowed


class _Side:
    """A search from one end, a step at a time: how far each node is, -1 where it was not reached."""

    def __init__(self, web: Web, node: int, open_: np.ndarray) -> None:
        self.web, self.open = web, open_
        self.depth = np.full(len(web.ids), -1, np.int64)
        self.depth[node] = 0
        self.front: Rows = np.array([node])

    def grow(self) -> None:
        near = self.web.neighbours(self.front)
        near = near[self.open[near] & (self.depth[near] < 0)]
        self.depth[near] = self.depth[self.front[0]] + 1
        self.front = near


def list_steps(web: Web, one: str, other: str) -> tuple[str, ...]:
    """Return the types of the relationships between two neighbours, each once."""
    edges = web.edges(web.find(one))
    between = web.far[edges] == web.find(other)
    return tuple(TYPES[code] for code in np.unique(web.types[edges][between]).tolist())
