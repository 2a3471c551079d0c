"""Draws tables of yes and no with given margins, many side by side, by trades.

So the curveball algorithm does (Strona et al. 2014). Two columns trade rows that only one of them has, as
many one way as the other: how many each row and each column holds stays as it is. Any trade can be undone by
one that is as likely, and every table with these margins is reached from every other: in the long run all are
as likely (Carstens, Berger and Strona 2018).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import combinations
from math import ceil, prod
from typing import Any

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.integer[Any]]
Table = npt.NDArray[np.bool_]

AT_ONCE = 4000
"""How many tables are drawn side by side at most, each from where it stands, by trades of the same columns:
these are rows of bytes, and a trade of all tables is a few operations on whole rows."""

OFFERED = 5
"""How often a cell is offered, and not in vain, from one drawn table to the next. Half of the offers are
taken: one cell of 32 has not moved."""

FIRST = 12
"""How many times as long it takes from the table that is given: all begin with it, and are to forget it."""

MOST_ROUNDS = 100
"""How many rounds of offers there are at most, of a table in which hardly any cell can move."""

HAND = 4
"""How many rows of a column are offered in one trade at most."""

MOST_CELLS = 50_000_000
"""How many cells of tables are held at once."""

MOST_COUNTS = 400_000
"""How many counts of pairs of rows are held at once."""

WORD, COMMON = 64, 0.1
"""How many columns are counted at once for all pairs of rows: those of most rows, and all that such a share
of the rows has. In the others each two rows are counted one by one."""

NO_CELLS = np.zeros(0, np.intp)


class Tables:
    """Many tables with the same margins side by side.

    `held` names for each cell that is filled, column by column, the row that it stands in, in each table.
    """

    def __init__(self, table: Table, count: int) -> None:
        """Begin with a table, so often."""
        columns, rows = np.nonzero(table.T)
        self.height = len(table)
        self.columns = columns
        self.held = np.repeat(rows.astype(np.min_scalar_type(self.height))[:, None], count, axis=1)
        sizes = np.bincount(columns, minlength=table.shape[1])
        self.ends = np.cumsum(sizes)
        self.starts = self.ends - sizes
        # No other row can come into a column that all have.
        self.moving = np.flatnonzero(sizes[columns] < self.height)
        self.first, self.other = np.triu_indices(self.height, k=1)
        by_size = np.argsort(-sizes, kind="stable")
        self.common = by_size[: max(WORD, np.count_nonzero(sizes > self.height * COMMON))]
        self.rounds = self._choose_rounds(table.sum(axis=1))

    def _choose_rounds(self, sizes: Counts) -> int:
        """Return in how many rounds each cell is offered often enough, where some offers are in vain."""
        if not len(self.moving):
            return 0
        shared = next(self.count_shared(1))[:, 0]
        one, other = sizes[self.first] - shared, sizes[self.other] - shared
        share = 2 * float(one @ other) / len(self.moving) ** 2
        return min(ceil(OFFERED / share), MOST_ROUNDS) if share else 0

    def trade(self, rounds: int, random: np.random.Generator) -> None:
        """Let columns trade, each cell offered about once in a round; every table tosses coins of its own."""
        for _ in range(rounds):
            for offered, asked, one, other in self._deal(random):
                ours, theirs = self.held[offered], self.held[asked]
                there, here = (self.held[self.starts[at] : self.ends[at]] for at in (other, one))
                stays = np.logical_or.reduce(there[:, None] == ours, axis=0)
                stays |= np.logical_or.reduce(here[:, None] == theirs, axis=0)
                stays |= _toss(ours.shape, random)
                moved = ours ^ theirs
                moved *= (~stays).view(np.uint8)
                self.held[offered] ^= moved
                self.held[asked] ^= moved

    def _deal(self, random: np.random.Generator) -> Iterator[tuple[Counts, Counts, int, int]]:
        """Yield the trades of a round: as many cells of one column as of another, and the two columns."""
        cells = self.moving[np.lexsort((random.random(len(self.moving)), self.columns[self.moving]))]
        columns = self.columns[cells]
        begins = np.flatnonzero((np.arange(len(cells)) - np.searchsorted(columns, columns)) % HAND == 0)
        sizes = np.diff(begins, append=len(cells))
        hands = random.permutation(len(begins))
        half = len(hands) // 2
        one, other = hands[:half], hands[half : 2 * half]
        apart = columns[begins[one]] != columns[begins[other]]
        one, other = one[apart], other[apart]
        fair = np.minimum(sizes[one], sizes[other])
        for ours, theirs, size in zip(
            begins[one].tolist(), begins[other].tolist(), fair.tolist(), strict=True
        ):
            offered, asked = cells[ours : ours + size], cells[theirs : theirs + size]
            yield offered, asked, int(columns[ours]), int(columns[theirs])

    def count_shared(self, count: int | None = None) -> Iterator[Counts]:
        """Yield how many columns each two rows (`first`, `other`) share, a column a table, some at a time."""
        count = self.held.shape[1] if count is None else count
        step = max(1, MOST_COUNTS // max(len(self.first), 1))
        for start in range(0, count, step):
            held = self.held[:, start : min(start + step, count)]
            yield self._count_rare(held) + self._count_common(held)

    def _count_rare(self, held: Counts) -> Counts:
        """Count for each two rows the columns of few rows: each two rows of a column are one more."""
        one, other = self._meetings
        tables = held.shape[1]
        places: Counts = held[one].astype(np.intp)
        places *= self.height
        places += held[other]
        places = self._number.take(places)
        places *= tables
        places += np.arange(tables)
        counts = np.bincount(places.ravel(), minlength=len(self.first) * tables)
        return counts.reshape(len(self.first), tables)

    def _count_common(self, held: Counts) -> Counts:
        """Count for each two rows the columns of many rows, 64 at once: a bit a column."""
        tables = np.arange(held.shape[1])
        counts: Counts = np.zeros((len(self.first), len(tables)), np.int32)
        ends = np.cumsum(np.arange(self.height)[::-1])
        for start in range(0, len(self.common), WORD):
            words = np.zeros((self.height, len(tables)), np.uint64)
            for bit, column in enumerate(self.common[start : start + WORD].tolist()):
                words[held[self.starts[column] : self.ends[column]], tables] |= np.uint64(1 << bit)
            for row, end in enumerate(ends.tolist()):
                # Pairs stand by their first row: those of a row with all after it stand together.
                after = words[row + 1 :]
                counts[end - len(after) : end] += np.bitwise_count(words[row] & after)
        return counts

    @cached_property
    def _meetings(self) -> tuple[Counts, Counts]:
        """The cells of each two rows of each column of few."""
        sizes = self.ends - self.starts
        rare = np.setdiff1d(np.arange(len(sizes)), self.common)
        one, other = [NO_CELLS], [NO_CELLS]
        for size in range(2, int(sizes[rare].max(initial=0)) + 1):
            starts = self.starts[rare[sizes[rare] == size]]
            for a, b in combinations(range(size), 2):
                one.append(starts + a)
                other.append(starts + b)
        return np.concatenate(one), np.concatenate(other)

    @cached_property
    def _number(self) -> Counts:
        """The number of two rows among all pairs, by the one times `height` and the other."""
        number = np.zeros((self.height, self.height), np.intp)
        number[self.first, self.other] = number[self.other, self.first] = np.arange(len(self.first))
        return number.ravel()


def _toss(shape: tuple[int, ...], random: np.random.Generator) -> Table:
    """Toss coins."""
    count = prod(shape)
    tossed = random.bit_generator.random_raw(ceil(count / WORD))
    return np.unpackbits(tossed.view(np.uint8), count=count).reshape(shape).view(np.bool_)
