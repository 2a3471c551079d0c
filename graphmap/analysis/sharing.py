"""Provinces by targets: which of them share how many, and the ties behind each cell."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from graphmap.analysis.scope import Selection

FEW_TARGETS = 1000
"""Up to so many targets a full table is multiplied, beyond them a sparse one: few are shared by most."""

Numbers = npt.NDArray[np.integer[Any]]


class SharingTable:
    """Provinces by targets, as a sparse table, and the ties behind each of its cells.

    `provinces` and `targets` are rows of places, `sizes` how many targets each province has, `holders` how
    many provinces each target; a cell is numbered row by row, and its ties stand in `order` from `starts` to
    `ends`.
    """

    def __init__(self, selection: Selection) -> None:
        """Take the ties that count."""
        self.selection = selection
        self.provinces, rows = np.unique(selection.province, return_inverse=True)
        self.targets, columns = np.unique(selection.target, return_inverse=True)
        # Cells are numbered row by row, and the ties put in that order: a cell's ties stand together.
        cells = rows.astype(np.int64) * max(len(self.targets), 1) + columns
        self.order = np.argsort(cells, kind="stable")
        self.cells, self.starts = np.unique(cells[self.order], return_index=True)
        certainty = selection.certainty[self.order]
        self.certainty = np.maximum.reduceat(certainty, self.starts) if len(cells) else certainty
        self.ends = np.append(self.starts[1:], len(cells))
        width = max(len(self.targets), 1)
        self.sizes = np.bincount(self.cells // width, minlength=len(self.provinces))
        self.holders = np.bincount(self.cells % width, minlength=width)

    def count_shared(self, least: int) -> tuple[Numbers, Numbers, Numbers, npt.NDArray[np.float64]]:
        """Return pairs of rows that share at least so many targets, the lower first, how many, how rare."""
        from scipy import sparse

        height, width = len(self.provinces), max(len(self.targets), 1)
        rows, columns = self.cells // width, self.cells % width
        # A target of one province alone is shared by none, and weighs nothing.
        weights = np.where(self.holders > 1, 1 / np.log(np.maximum(self.holders, 2)), 0)
        if width <= FEW_TARGETS:
            filled = np.zeros((height, width), np.float32)
            filled[rows, columns] = 1
            counts = np.rint(filled @ filled.T).astype(np.int32)
            one, other = np.nonzero(np.triu(counts >= least, k=1))
            found = counts[one, other]
            rarity = ((filled * weights) @ filled.T)[one, other]
        else:
            table = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(height, width))
            products = sparse.triu(table @ table.T, k=1).tocoo()
            kept = products.data >= least
            one, other = (axis[kept] for axis in products.coords)
            found = products.data[kept].astype(np.int32)
            rarity = np.asarray((table.multiply(weights) @ table.T).tocsr()[one, other]).ravel()
        # Sums of the same terms in another order differ in their last digits, and decide no order.
        return one, other, found, np.asarray(np.round(rarity, 9), np.float64)

    def fill(self) -> npt.NDArray[np.bool_]:
        """Return the full table of yes and no."""
        filled = np.zeros((len(self.provinces), len(self.targets)), dtype=np.bool_)
        if len(self.cells):
            filled[np.divmod(self.cells, len(self.targets))] = True
        return filled
