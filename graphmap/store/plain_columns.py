"""Turns the columns of a table into lists of plain values, for those who do not compute with arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

import numpy as np

from graphmap.store.columns import NOTHING, Days, WordLists
from graphmap.store.table import Table


def plain_columns(table: Table, ids: Callable[[str], Sequence[str]]) -> dict[str, list[Any]]:
    """Return the columns of a table as lists of plain values, rows as the ids of the table named.

    A list of words comes joined by "|", an unknown row, word, number or day as None.
    """
    plain: dict[str, list[Any]] = {}
    for name, column in table.columns():
        if name in table.joins:
            names = [*ids(table.joins[name]), None]
            plain[name] = [names[row] for row in np.asarray(column).tolist()]
        elif isinstance(column, Days):
            plain[name] = [column.day(row) for row in range(len(column))]
        elif isinstance(column, WordLists):
            plain[name] = ["|".join(words) for words in column]
        elif isinstance(column, np.ndarray):
            lacks = np.isnan(column) if column.dtype.kind == "f" else column == NOTHING
            keeps = column.dtype.kind == "b"
            plain[name] = [
                None if lack and not keeps else value
                for value, lack in zip(column.tolist(), lacks.tolist(), strict=True)
            ]
        else:
            plain[name] = list(cast(Sequence[Any], column))
    return plain
