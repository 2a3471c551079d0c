"""How all records of a label or type are read: some of their properties, column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from graphmap.schema import Record, Relationship
from graphmap.schema.kinds import DAY, TEXT, YES_NO, Kind
from graphmap.store.statements import NODE, RELATIONSHIP

Pieces = Iterable[Sequence[Sequence[Any]]]
"""Columns of some rows, then of some more; each piece holds one sequence a column."""

Scan = Callable[[type[Record], Sequence[str]], Pieces]
"""Yields some properties of all records of a label or type, as columns in the order of the names."""

_ENDS = {"from_id": "a.id", "to_id": "b.id"}


@cache
def find_kinds(cls: type[Record]) -> Mapping[str, Kind]:
    """Return the kind of every property that a record is stored with, fields and derived ones."""
    found = {column.name: column.kind for column in cls.columns()}
    for name, value in cls.holding({}).derive().items():
        found[name] = DAY if isinstance(value, date) else TEXT if isinstance(value, str) else YES_NO
    return found


def match_all(cls: type[Record]) -> str:
    """Return what matches all records of a label or type as `n`, a relationship from `a` to `b`."""
    return (RELATIONSHIP if issubclass(cls, Relationship) else NODE).format(name=cls.stored_as)


def express(cls: type[Record], name: str) -> str:
    """Return the Cypher of a property; the ends of a relationship are the ids of what it joins."""
    stored = f"n.{name}"
    return _ENDS.get(name, stored) if issubclass(cls, Relationship) else stored


def write_scan(cls: type[Record], names: Sequence[str]) -> str:
    """Return the statement that reads some properties of all records of a label or type."""
    return f"{match_all(cls)} RETURN {', '.join(f'{express(cls, name)} AS {name}' for name in names)}"
