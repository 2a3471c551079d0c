"""The largest formal concepts of a table of yes and no, where there are too many to list them all.

Largest is by rows times columns. Concepts are made as analysis/concepts.py makes them, the most promising
first (Land and Doig 1960, branch and bound): of each set of columns it is told how large any concept can be
that holds them, and what cannot be among the first is never made. So the first are those of all concepts.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush, heappushpop
from itertools import count
from typing import Generic, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from graphmap.analysis.concepts import TooMuchWork

MOST_CELLS = 50_000_000
"""How many cells a table may have."""

Indices = npt.NDArray[np.intp]
Truths = npt.NDArray[np.bool_]
Size = TypeVar("Size", int, tuple[int, int])


class Sizes(Generic[Size]):
    """The sizes of the largest of what has been seen."""

    def __init__(self, most: int | None) -> None:
        """Keep those of so many (None: what is seen is all among the largest)."""
        self._most = most
        self._sizes: list[Size] = []

    @property
    def floor(self) -> Size | None:
        """Return what nothing that is among the largest is below; None while anything is among them."""
        return self._sizes[0] if self._sizes and len(self._sizes) == self._most else None

    def take(self, size: Size) -> bool:
        """Count a size; return whether it is among the largest, or as large as the least of them.

        >>> sizes = Sizes(2)
        >>> [sizes.take(size) for size in (3, 5, 2, 4, 4)], sizes.floor
        ([True, True, False, True, True], 4)
        """
        if self._most is None:
            return True
        if len(self._sizes) < self._most:
            heappush(self._sizes, size)
        elif self._sizes:
            heappushpop(self._sizes, size)
        return bool(self._sizes) and size >= self._sizes[0]


class _Branch(NamedTuple):
    """What is still to be looked at: the rows that have `intent` and `column`, and no new one before it."""

    rows: Indices
    intent: Truths
    column: int


class _Search:
    """What has been found so far, and what is left to look at, by how large it can be."""

    def __init__(self, table: Truths, least: tuple[int, int], limit: int) -> None:
        self.table = table
        self.least_rows, self.least_columns = least
        self.found: list[tuple[int, Indices, Indices]] = []
        self.waiting: list[tuple[int, int, _Branch]] = []
        self.areas = Sizes[int](limit)
        self.work, self._number = 0, count()

    @property
    def floor(self) -> int:
        """Return how large a concept is at least that may be among the first."""
        return self.areas.floor or 0

    def look_at(self, branch: _Branch) -> None:
        """Take the concept of a branch, unless it is made elsewhere, and queue what may be added."""
        part = self.table[branch.rows]
        height, counts = len(branch.rows), part.sum(axis=0)
        intent = counts == height
        if (intent & ~branch.intent)[: max(branch.column, 0)].any():
            return
        columns = np.flatnonzero(intent)
        self._take(branch.rows, columns)
        after = np.flatnonzero(~intent & (counts >= self.least_rows))
        after = after[after > branch.column]
        self.work += height * (len(after) ** 2 + len(counts))
        if not len(after):
            return
        full = part[:, after].astype(np.float32)
        bounds = self._bound(full, len(columns))
        for place in np.flatnonzero(bounds >= max(self.floor, 1)).tolist():
            rows = branch.rows[part[:, after[place]]]
            held = _Branch(rows, intent, int(after[place]))
            heappush(self.waiting, (-int(bounds[place]), next(self._number), held))

    def _bound(self, full: npt.NDArray[np.float32], columns: int) -> npt.NDArray[np.int64]:
        """Return how large a concept can be at most that holds some columns, each of these, and later ones.

        With q columns it has no more rows than have q of all these, nor than the q-th of what each has in
        common with the others.
        """
        both = np.rint(np.triu(full.T @ full)).astype(np.int64)
        shared = -np.sort(-both, axis=1)  # the column itself comes first: it shares all with itself
        sizes = np.arange(1, full.shape[1] + 1) + columns
        often = np.bincount(full.sum(axis=1).astype(np.int64) + columns, minlength=int(sizes[-1]) + 1)
        enough = often[::-1].cumsum()[::-1][sizes]
        rows = np.minimum(shared, enough)
        rows[(rows < self.least_rows) | (sizes < self.least_columns)] = 0
        areas: npt.NDArray[np.int64] = (rows * sizes).max(axis=1)
        return areas

    def _take(self, rows: Indices, columns: Indices) -> None:
        if len(rows) < self.least_rows or len(columns) < self.least_columns:
            return
        area = len(rows) * len(columns)
        if self.areas.take(area):
            self.found.append((area, rows, columns))


def find_largest(
    rows: Sequence[int], width: int, least: tuple[int, int], limit: int, most_work: int
) -> list[tuple[int, int]]:
    """Return the concepts with most rows times columns: rows and columns, as bits.

    They are the first `limit` in any order, and those as large as the last of them, with at least so many
    rows and columns. Raises TooMuchWork where that takes more than `most_work`, counted in cells.

    >>> [(bin(a), bin(b)) for a, b in find_largest([0b011, 0b011, 0b110], 3, (2, 1), 1, 1000)]
    [('0b11', '0b11')]
    """
    if len(rows) * width > MOST_CELLS:
        raise TooMuchWork
    size = (width + 7) // 8
    packed = np.frombuffer(b"".join(row.to_bytes(size, "little") for row in rows), np.uint8)
    table = np.unpackbits(packed.reshape(len(rows), size), axis=1, count=width, bitorder="little").view(bool)
    # What few have comes first: with it little else is left to add.
    order = np.argsort(table.sum(axis=0), kind="stable")
    search = _Search(np.ascontiguousarray(table[:, order]), least, limit)
    search.look_at(_Branch(np.arange(len(rows)), np.zeros(width, np.bool_), -1))
    while search.waiting and -search.waiting[0][0] >= search.floor:
        if search.work > most_work:
            raise TooMuchWork
        search.look_at(heappop(search.waiting)[2])
    return [
        (sum(1 << row for row in some.tolist()), sum(1 << column for column in order[columns].tolist()))
        for area, some, columns in search.found
        if area >= search.floor
    ]
