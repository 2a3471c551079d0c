"""What each two provinces are to each other at every target of a level: square tables side by side."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from graphmap.analysis.blocks import Block
from graphmap.analysis.dividing import Division
from graphmap.analysis.judging import Codes, Judged
from graphmap.analysis.squares import judge_pairs, judge_small, make_empty
from graphmap.runs import list_rows
from graphmap.scales import VERDICTS

SMALL = 48
"""Of how many ties at most a target is judged together with others."""

MOST_HELD = 1 << 27
"""How many cells of tables of large targets are held; what is beyond is judged again when looked at."""

KINDS = len(VERDICTS)
"""A pair is of a kind: its verdict by ties in force, times this, and that by those not yet."""

ROWS = 1 << 22
"""How many cells are counted at once."""

Rows = npt.NDArray[np.int64]


class Squares:
    """The square tables of the small targets of a division, one after the other; those of others one by one.

    `begin` is the first cell of each small target's, -1 of all others. A target of one province is none.
    """

    def __init__(self, division: Division) -> None:
        """Take the ties by target."""
        self.division = division
        self.is_met = division.widths > 1
        self.is_small = self.is_met & (division.sizes <= SMALL) & (division.acts.counts == 0)
        self.small: Rows = np.flatnonzero(self.is_small)
        self.large: Rows = np.flatnonzero(self.is_met & ~self.is_small)
        self.widths: Rows = division.widths[self.small]
        ends = np.cumsum(self.widths**2)
        self.begins: Rows = ends - self.widths**2
        self.cells = int(ends[-1]) if len(ends) else 0
        self._dated = division.selection.scope.as_of is not None
        self._held: dict[int, Judged] = {}
        self._room = MOST_HELD

    @cached_property
    def judged(self) -> tuple[Codes, Codes | None]:
        """The tables of the small targets, of ties in force and of those not yet (None: there is none)."""
        division, targets = self.division, self.small
        sizes = division.sizes[targets]
        edges = np.append(0, np.cumsum(sizes))
        rows = list_rows(division.edges[targets], sizes)
        group = np.searchsorted(division.firsts, rows, side="right") - 1
        places = group - np.repeat(division.cuts[targets], sizes)
        columns = {name: column[rows] for name, column in division.columns.items() if name != "act"}
        return judge_small(columns, edges, places, self.widths, self._dated)

    def find(self, target: int) -> Judged:
        """Return what the provinces of a target are to each other."""
        if self.is_small[target]:
            return self.view(target, *self.judged)
        if target in self._held:
            return self._held[target]
        found = self._judge(target)
        self.hold(target, found)
        return found

    def find_block(self, target: int) -> Block:
        """Return a target with all its ties, which knows what its provinces are to each other."""
        block = self.division[target]
        block.__dict__.setdefault("judged", self.find(target))  # as a cached property keeps it
        return block

    def find_most(self) -> tuple[Rows, Rows]:
        """Return the strongest verdict at each target, of ties in force and of those not yet."""
        found = [np.zeros(len(self.division), np.int64) for _ in range(2)]
        for most, codes in zip(found, self.judged, strict=True):
            if codes is not None and len(codes):
                most[self.small] = np.maximum.reduceat(codes, self.begins)
        for target in self.large.tolist():
            judged = self.find(target)
            found[0][target], found[1][target] = judged.strength.max(), judged.preparing.max()
        return found[0], found[1]

    def hold(self, target: int, judged: Judged) -> None:
        """Keep what was judged of a target of many ties, where there is room."""
        if judged.strength.size <= self._room:
            self._room -= judged.strength.size
            self._held[target] = judged

    def view(self, target: int, strength: Codes, preparing: Codes | None) -> Judged:
        """Return the table of a small target, of tables that stand as these do."""
        place = int(np.searchsorted(self.small, target))
        width, begin = int(self.widths[place]), int(self.begins[place])
        square = strength[begin : begin + width * width].reshape(width, width)
        if preparing is None:
            return Judged(square, make_empty(width))
        return Judged(square, preparing[begin : begin + width * width].reshape(width, width))

    def _judge(self, target: int) -> Judged:
        division = self.division
        edges = division.edges_of(target)
        if len(edges) == 2:
            return Judged(*(np.zeros((1, 1), np.int8) for _ in range(2)))
        ties = slice(int(division.edges[target]), int(division.edges[target + 1]))
        parts, _ = division.acts.list_parts(target, len(edges) - 1)
        columns = {name: column[ties] for name, column in division.columns.items()}
        return judge_pairs(columns, edges, self._dated, parts)


def count_kinds(judged: Judged) -> Rows:
    """Return how many pairs of a table are of which kind."""
    counts = np.zeros(KINDS * KINDS, np.int64)
    strength, preparing = judged.strength, judged.preparing
    width = len(strength)
    if not preparing.any():
        for code in range(KINDS):
            counts[code * KINDS] = np.count_nonzero(strength == code)
    else:
        for low in range(0, width, height := max(1, ROWS // width)):
            part = slice(low, low + height)
            kinds = strength[part] * np.int8(KINDS) + preparing[part]
            counts += np.bincount(kinds.ravel(), minlength=len(counts))
    counts[0] -= width  # nobody is a pair with itself
    return counts // 2


def count_kinds_of_small(squares: Squares, strength: Codes, preparing: Codes | None) -> npt.NDArray[np.int64]:
    """Return rows of a target, a kind, and how many of its pairs are of it, of the tables of small targets.

    Pairs that are nothing are left out.
    """
    found = [np.zeros((3, 0), np.int64)]
    for targets, cells in split_small(squares):
        kinds = strength[cells].astype(np.int64) * KINDS
        if preparing is not None:
            kinds += preparing[cells]
        some = np.flatnonzero(kinds)
        owner = np.repeat(np.arange(targets.start, targets.stop), squares.widths[targets] ** 2)
        keys, counts = np.unique(owner[some] * KINDS**2 + kinds[some], return_counts=True)
        which, kind = np.divmod(keys, KINDS**2)
        found.append(np.stack([squares.small[which], kind, counts // 2]))
    return np.concatenate(found, axis=1)


def split_small(squares: Squares) -> Iterator[tuple[slice, slice]]:
    """Yield places of small targets, so many at once, and the cells of their tables."""
    ends = squares.begins + squares.widths**2
    low = 0
    while low < len(ends):
        begin = int(squares.begins[low])
        high = max(low + 1, int(np.searchsorted(ends, begin + ROWS, side="right")))
        yield slice(low, high), slice(begin, int(ends[high - 1]))
        low = high


def list_cells(squares: Squares, chosen: npt.NDArray[np.bool_]) -> tuple[Rows, Rows, Rows, Rows]:
    """Return of some cells of the tables of small targets the cell, the target, the places of the two."""
    cells = np.flatnonzero(chosen)
    which = np.searchsorted(squares.begins, cells, side="right") - 1
    one, other = np.divmod(cells - squares.begins[which], squares.widths[which])
    return cells, squares.small[which], one, other


def choose_first(
    judged: Judged, limit: int | None, chosen: npt.NDArray[Any] | None = None
) -> tuple[Rows, Rows]:
    """Return the places of pairs by strength and ids, at most so many; `chosen` says in a square table which.

    Without it those that are anything to each other.
    """
    strength, preparing = judged.strength, judged.preparing
    width, found, left = len(strength), [np.zeros((2, 0), np.int64)], limit
    if left is None or width * width <= ROWS // 64:
        one, other = np.nonzero(np.triu(judged.meet if chosen is None else chosen, k=1))
        order = np.lexsort((other, one, -preparing[one, other], -strength[one, other]))[:limit]
        return one[order], other[order]
    counts = count_kinds(judged)
    for kind in np.flatnonzero(counts)[::-1].tolist():
        code, later = divmod(kind, KINDS)
        if chosen is None and not kind:
            continue
        for low in range(0, width, height := max(1, ROWS // 16 // width)):
            part = slice(low, low + height)
            here = strength[part] == code
            if later or preparing[part].any():
                here &= preparing[part] == later
            if chosen is not None:
                here &= chosen[part]
            one, other = np.nonzero(here)
            after = np.flatnonzero(other > one + low)[:left]
            found.append(np.stack([one[after] + low, other[after]]))
            left -= len(after)
            if not left:
                return tuple(np.concatenate(found, axis=1))
    return tuple(np.concatenate(found, axis=1))
