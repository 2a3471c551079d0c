"""Provinces by targets: which of them share how many, and the ties behind each cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from graphmap.analysis.scope import Selection

PART_CELLS = 1_000_000
"""How many cells of a table of provinces by provinces are held at a time."""
COMMON = 0.1
"""What share of the provinces has a target that is multiplied in a full table."""

Numbers = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of rows of a table, the lower first: how many targets they share, and how rare these are."""

    one: Numbers
    other: Numbers
    shared: Numbers
    rarity: npt.NDArray[np.float64]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.one)

    @property
    def rank(self) -> npt.NDArray[np.float64]:
        """Return what they are ranked by (see rank_pairs)."""
        return rank_pairs(self.shared, self.rarity)

    def take(self, chosen: Numbers | npt.NDArray[np.bool_]) -> Pairs:
        """Return some of them."""
        return Pairs(self.one[chosen], self.other[chosen], self.shared[chosen], self.rarity[chosen])

    def find(self, one: int, other: int) -> int:
        """Return where a pair stands, that is there; they stand by the first row, then the other."""
        start, end = np.searchsorted(self.one, (one, one + 1))
        return int(start + np.searchsorted(self.other[start:end], other))

    @classmethod
    def join(cls, parts: Iterable[Pairs]) -> Pairs:
        """Put several together."""
        columns = zip(
            *((part.one, part.other, part.shared, part.rarity) for part in (NO_PAIRS, *parts)), strict=True
        )
        return cls(*(np.concatenate(column) for column in columns))


NO_ROWS = np.zeros(0, np.int32)
NO_PAIRS = Pairs(NO_ROWS, NO_ROWS, NO_ROWS, np.zeros(0))
BEYOND = 2.0
"""More than the rarity of one target, which is 1 / ln 2 at most."""


def rank_pairs(shared: npt.NDArray[Any], rarity: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return a number by which pairs are ranked: who shares two targets or more first, then by rarity."""
    return np.asarray(rarity + (shared >= 2) * BEYOND, np.float64)


def round_rarity(rarity: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return it to nine digits: the last digits of sums of the same terms in another order decide nothing."""
    return np.asarray(np.round(rarity, 9), np.float64)


def number_rows(rows: Numbers) -> tuple[Numbers, Numbers]:
    """Return the rows of places that occur, in order, and of each where it stands among them.

    As `numpy.unique` does, without sorting: places are not many more than ties.
    """
    occurs = np.zeros(int(rows.max(initial=-1)) + 1, np.bool_)
    occurs[rows] = True
    return np.flatnonzero(occurs).astype(rows.dtype), (np.cumsum(occurs) - 1)[rows]


@dataclass(frozen=True, slots=True, eq=False)
class Pairwise:
    """What each two rows share of some targets, as square tables: how many, and how rare these are."""

    shared: npt.NDArray[np.float32]
    rarity: npt.NDArray[np.float64]


def order_rows(rows: Numbers) -> npt.NDArray[np.intp]:
    """Return the order of rows of places or of targets, equal ones as they stand.

    NumPy counts numbers of 16 bits, in a tenth of the time in which it sorts others.
    """
    small = rows.max(initial=0) <= np.iinfo(np.uint16).max
    return np.argsort(rows.astype(np.uint16) if small else rows, kind="stable")


def lay_pairs(rows: Numbers, columns: Numbers, weights: npt.NDArray[np.float64], height: int) -> Pairwise:
    """Lay down each two rows that share a column, once for each that they share."""
    order = order_rows(columns)
    rows, columns = rows[order], columns[order]
    ends = np.cumsum(np.bincount(columns))[columns]
    after = ends - np.arange(len(rows)) - 1
    one = np.repeat(np.arange(len(rows)), after)
    other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(after) - after, after)
    places = rows[one] * height + rows[other]  # of one column the rows stand in order: the lower first
    cells = height * height
    shared = np.bincount(places, minlength=cells).astype(np.float32).reshape(height, height)
    rarity = np.bincount(places, weights[columns[one]], minlength=cells).reshape(height, height)
    return Pairwise(shared + shared.T, np.asarray(rarity + rarity.T, np.float64))


class SharingTable:
    """Provinces by targets, as a sparse table, and the ties behind each of its cells.

    `provinces` and `targets` are rows of places, `sizes` how many targets each province has, `holders` how
    many provinces each target; a cell is numbered row by row, and its ties stand in `order` from `starts` to
    `ends`.
    """

    def __init__(self, selection: Selection) -> None:
        """Take the ties that count."""
        self.selection = selection
        self.provinces, rows = number_rows(selection.province)
        self.targets, columns = number_rows(selection.target)
        # Cells are numbered row by row, and the ties, which stand by target, put in that order: a cell's ties
        # stand together.
        cells = rows.astype(np.int64) * max(len(self.targets), 1) + columns
        self.order = order_rows(rows)
        cells = cells[self.order]
        self.starts = np.flatnonzero(np.diff(cells, prepend=-1))
        self.cells = cells[self.starts]
        certainty = selection.certainty[self.order]
        self.certainty = np.maximum.reduceat(certainty, self.starts) if len(cells) else certainty
        self.ends = np.append(self.starts[1:], len(cells))
        width = max(len(self.targets), 1)
        self.sizes = np.bincount(self.cells // width, minlength=len(self.provinces))
        self.holders = np.bincount(self.cells % width, minlength=width)

    def find_row(self, province: int) -> int | None:
        """Return the row of a province; None where none of its ties counts."""
        row = int(np.searchsorted(self.provinces, province))
        return row if row < len(self.provinces) and self.provinces[row] == province else None

    def each_part(self, least: int) -> Iterator[Pairs]:
        """Yield the pairs of rows that share at least so many targets, by the first row, then the other.

        What is held at a time grows with the number of rows, and not with that of pairs.
        """
        for first, last in self._divide_rows():
            shared, rarity = self._multiply(first, last, first)
            wanted = shared >= least
            wanted[:, : last - first] = np.triu(wanted[:, : last - first], k=1)
            yield self._take(wanted, shared, rarity, first, first)

    def each_closest(self, least: int, top: int) -> Iterator[Pairs]:
        """Yield, some rows after others, the first `top` pairs of each: what it shares most rarely."""
        height = len(self.provinces)
        for first, last in self._divide_rows():
            shared, rarity = self._multiply(first, last, 0)
            wanted, rarity = self._leave_itself_out(shared >= least, first), round_rarity(rarity)
            rank = np.where(wanted, rank_pairs(shared, rarity), -1)
            if top < height:
                wanted &= rank >= np.partition(rank, height - top, axis=1)[:, height - top, None]
            pairs, row = self._take(wanted, shared, rarity, first, 0), np.nonzero(wanted)[0]
            order = self.order_pairs(pairs)
            order = order[np.argsort(row[order], kind="stable")]
            row = row[order]
            yield pairs.take(order[np.arange(len(row)) - np.searchsorted(row, row) < top])

    def list_pairs_of(self, row: int, least: int) -> Pairs:
        """Return the pairs of one row that share at least so many targets, without computing any other."""
        shared, rarity = self._multiply(row, row + 1, 0)
        return self._take(self._leave_itself_out(shared >= least, row), shared, rarity, row, 0)

    def order_pairs(self, pairs: Pairs) -> Numbers:
        """Return the order of some pairs: by rank, by Jaccard, then by the rows of the two."""
        jaccard = pairs.shared / (self.sizes[pairs.one] + self.sizes[pairs.other] - pairs.shared)
        return np.lexsort((pairs.other, pairs.one, -jaccard, -pairs.rank))

    def _divide_rows(self) -> Iterator[tuple[int, int]]:
        height = len(self.provinces)
        step = max(1, PART_CELLS // max(height, 1))
        for first in range(0, height, step):
            yield first, min(first + step, height)

    def _leave_itself_out(self, wanted: npt.NDArray[np.bool_], first: int) -> npt.NDArray[np.bool_]:
        rows = np.arange(len(wanted))
        wanted[rows, rows + first] = False
        return wanted

    def _take(
        self,
        wanted: npt.NDArray[np.bool_],
        shared: npt.NDArray[np.float32],
        rarity: npt.NDArray[np.float64],
        first: int,
        start: int,
    ) -> Pairs:
        found = np.flatnonzero(wanted)
        often = np.count_nonzero(wanted, axis=1)
        rows = np.arange(len(wanted), dtype=np.int32)
        one = np.repeat(rows + np.int32(first), often)
        other = (found - np.repeat(rows * np.int64(wanted.shape[1]) - start, often)).astype(np.int32)
        taken = shared.ravel().take(found).astype(np.int32)
        rare = round_rarity(rarity.ravel().take(found))
        return Pairs(np.minimum(one, other), np.maximum(one, other), taken, rare)

    def _multiply(
        self, first: int, last: int, start: int
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float64]]:
        """Return how many targets some rows share with all from `start` on, and how rare, not rounded."""
        common, weights, scattered = self._products
        shared = common[first:last] @ common[start:].T
        rarity = (common[first:last] * weights) @ common[start:].T
        if isinstance(scattered, Pairwise):
            shared += scattered.shared[first:last, start:]
            rarity += scattered.rarity[first:last, start:]
        elif scattered is not None:
            table, weighed = scattered
            beside = (weighed[first:last] @ table).tocoo()
            inside = beside.col >= start
            cells = beside.row[inside].astype(np.int64) * shared.shape[1] + (beside.col[inside] - start)
            shared.ravel()[cells] += np.rint(beside.data.real[inside])
            rarity.ravel()[cells] += beside.data.imag[inside]
        return shared, np.asarray(rarity, np.float64)

    @cached_property
    def _products(self) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float64], Any]:
        """Return the targets that many have as a full table, its weights, and the rest as a sparse table.

        A full table multiplies each two rows, a sparse one each two that share the target: the first is the
        quicker for what a tenth or more have. The sparse one counts in the real part and weighs in the other.
        Of few rows each two that share a target are laid down at once: SciPy, which takes long to load, need
        not be asked.
        """
        height, width = len(self.provinces), max(len(self.targets), 1)
        rows, columns = self.cells // width, self.cells % width
        # A target of one province alone is shared by none, and weighs nothing.
        weights = np.where(self.holders > 1, 1 / np.log(np.maximum(self.holders, 2)), 0.0)
        few = height * height <= PART_CELLS
        small = not few and height * width <= PART_CELLS
        common = np.ones(width, np.bool_) if small else self.holders >= max(2, height * COMMON)
        place = np.cumsum(common) - 1
        full = np.zeros((height, int(common.sum())), np.float32)
        inside = common[columns]
        full[rows[inside], place[columns[inside]]] = 1
        if inside.all():
            return full, weights[common], None
        if few:
            return full, weights[common], lay_pairs(rows[~inside], columns[~inside], weights, height)
        from scipy import sparse

        at = (rows[~inside], columns[~inside])
        both = 1 + 1j * weights[at[1]]
        table = sparse.csr_array((np.ones(len(both)), at[::-1]), shape=(width, height))
        return full, weights[common], (table, sparse.csr_array((both, at), shape=(height, width)))

    def fill(self) -> npt.NDArray[np.bool_]:
        """Return the full table of yes and no."""
        filled = np.zeros((len(self.provinces), len(self.targets)), dtype=np.bool_)
        if len(self.cells):
            filled[np.divmod(self.cells, len(self.targets))] = True
        return filled
