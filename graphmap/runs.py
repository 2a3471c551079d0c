"""Rows that lie in runs, one run after the other: each of a size, and of a row its place in its run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.integer]
Rows = npt.NDArray[np.int64]


def place_in_runs(sizes: Numbers) -> Rows:
    """Return of each row of runs of some sizes its place in its run.

    >>> place_in_runs(np.array([2, 0, 3])).tolist()
    [0, 1, 0, 1, 2]
    """
    ends = np.cumsum(sizes, dtype=np.int64)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - sizes, sizes)


def list_rows(starts: Numbers, sizes: Numbers) -> Rows:
    """Return the rows of runs, one run after the other: each begins at its start and has its size.

    >>> list_rows(np.array([7, 0, 4]), np.array([2, 0, 3])).tolist()
    [7, 8, 4, 5, 6]
    """
    return np.repeat(starts, sizes) + place_in_runs(sizes)


def part_runs(sizes: Numbers, most: int) -> Iterator[slice]:
    """Yield runs some at a time, none cut in two: together at most so many rows besides those of the first.

    >>> [(part.start, part.stop) for part in part_runs(np.array([2, 0, 3, 9, 1]), 5)]
    [(0, 2), (2, 3), (3, 4), (4, 5)]
    """
    cuts = np.flatnonzero(np.diff(np.cumsum(sizes, dtype=np.int64) // most)) + 1
    bounds = [0, *cuts.tolist(), len(sizes)]
    for low, high in pairwise(bounds):
        if low < high:
            yield slice(low, high)
