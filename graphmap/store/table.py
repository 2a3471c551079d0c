"""What every table of a snapshot is: columns of equal length, ordered by id, that do not change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import FrozenInstanceError, dataclass, fields, replace
from typing import Any, ClassVar, Self

import numpy as np
import numpy.typing as npt

from graphmap.store.columns import (
    NOTHING,
    Column,
    Indices,
    Texts,
    count_bytes,
    freeze,
    insert_rows,
    is_same,
    take_rows,
)

MANY = 50
"""To look for one id takes as long as to read so many."""


@dataclass(init=False, repr=False, eq=False)
class Table:
    """Rows of one kind, ordered by id."""

    ids: Texts

    joins: ClassVar[dict[str, str]] = {}
    """The columns that hold rows, and the table whose rows they are."""

    # Once here and not made by `dataclass` for each table, which takes longer than reading a small store.
    def __init__(self, **columns: Column) -> None:
        """Hold the columns, one for each field."""
        names = [one.name for one in fields(self)]
        if columns.keys() != set(names):
            raise TypeError(f"{type(self).__name__} holds {', '.join(names)}; not {', '.join(columns)}")
        self.__dict__.update(columns)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a table does not change."""
        raise FrozenInstanceError(f"{type(self).__name__}.{name} does not change")

    def __delattr__(self, name: str) -> None:
        """Refuse: a table does not change."""
        raise FrozenInstanceError(f"{type(self).__name__}.{name} does not change")

    def __repr__(self) -> str:
        """Show how many rows there are, and what is known of each."""
        return f"<{type(self).__name__}: {len(self)} rows of {', '.join(n for n, _ in self.columns())}>"

    def __len__(self) -> int:
        """Return how many rows it has."""
        return len(self.ids)

    def __eq__(self, other: object) -> bool:
        """Two tables are equal when every column is."""
        if type(self) is not type(other):
            return NotImplemented
        return all(is_same(column, getattr(other, name)) for name, column in self.columns())

    __hash__ = None  # type: ignore[assignment]

    def columns(self) -> Iterator[tuple[str, Column]]:
        """Yield the name of each column and the column."""
        yield from ((one.name, getattr(self, one.name)) for one in fields(self))

    def take(self, rows: npt.NDArray[np.integer[Any]]) -> Self:
        """Return some rows, in their order."""
        return self._with(lambda _, column: take_rows(column, rows))

    def insert(self, other: Self) -> Self:
        """Return it with the rows of another, whose ids it has not, each in its place by id."""
        places = self._find_places(other)
        return self._with(lambda name, column: insert_rows(column, places, getattr(other, name)))

    def find(self, identity: str) -> int:
        """Return the row of an id, -1 where there is none."""
        row = self._find_place(identity, range(len(self)))
        return row if row < len(self) and self.ids[row] == identity else NOTHING

    def find_all(self, ids: Collection[str]) -> list[int]:
        """Return the rows of some ids, in their order; those that no row has are left out."""
        if len(ids) * MANY > len(self):
            return [row for row, identity in enumerate(self.ids) if identity in ids]
        return sorted(row for row in map(self.find, ids) if row != NOTHING)

    def _find_places(self, other: Self) -> list[int]:
        if len(other) and (not len(self) or self.ids[-1] < other.ids[0]):
            return [len(self)] * len(other)
        return [self._find_place(identity, range(len(self))) for identity in other.ids]

    def _find_place(self, identity: str, rows: range) -> int:
        """Return the first of some rows whose id does not come before an id, or the row after them."""
        low, high = rows.start, rows.stop
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.ids[middle] < identity else (low, middle)
        return low

    def moved(self, table: str, new: Indices) -> Self:
        """Return it after the rows of a table moved: `new` holds the new row of each old one."""
        names = [name for name, other in self.joins.items() if other == table]
        # -1 finds the last.
        full = np.append(new, np.int32(NOTHING)).astype(np.int32)
        columns: dict[str, Any] = {name: freeze(full[getattr(self, name)]) for name in names}
        return replace(self, **columns)

    @property
    def nbytes(self) -> int:
        """Return how many bytes its columns take; one that stands under two names is there once."""
        kept = {id(column): column for _, column in self.columns()}.values()
        return sum(count_bytes(one) if isinstance(one, np.ndarray) else one.nbytes for one in kept)

    def _with(self, work: Callable[[str, Column], Column]) -> Self:
        columns: dict[str, Any] = {name: work(name, column) for name, column in self.columns()}
        return type(self)(**columns)
