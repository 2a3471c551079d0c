"""Distinct numbers, found without what a start need not load."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.integer[Any]]


def list_distinct(numbers: Numbers) -> Numbers:
    """Return the distinct numbers in ascending order.

    As `numpy.unique` does, which first imports `numpy.ma`: a start that needs neither is that much quicker.

    >>> list_distinct(np.array([3, 1, 3, 2])).tolist()
    [1, 2, 3]
    >>> list_distinct(np.array([], dtype=np.int64)).tolist()
    []
    """
    ordered = np.sort(numbers, axis=None)
    first = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    distinct: Numbers = ordered[first]
    return distinct
