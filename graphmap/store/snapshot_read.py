"""Gathers the columns of a snapshot: from an engine, column by column, or from records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from graphmap.schema import (
    NODES,
    AccreditedTo,
    Borders,
    Contents,
    Covers,
    Governor,
    Governs,
    Holds,
    In,
    Lasting,
    Mission,
    Official,
    Plan,
    Record,
    Represents,
    Sector,
    SentBy,
    Source,
    Tie,
    TradesWith,
)
from graphmap.store.column_makers import (
    Maker,
    TextMaker,
    WordMaker,
    choose_maker,
    sort_rows,
)
from graphmap.store.columns import Column, take_rows
from graphmap.store.marks import fill_in_marks
from graphmap.store.scan import Pieces, Scan, find_kinds
from graphmap.store.tables import PLACES, TABLES

GATHERED: Mapping[str, tuple[type[Record], ...]] = {
    "places": tuple(NODES[label] for label in PLACES),
    "people": (Governor, Official),
    "missions": (Mission,),
    "sectors": (Sector,),
    "sources": (Source,),
    "plans": (Plan,),
    "ties": (Tie,),
    "accreditations": (AccreditedTo,),
    "districts": (Covers,),
    "borders": (Borders,),
    "trade": (TradesWith,),
    "terms": (Governs,),
    "posts": (Holds,),
    "placements": (In,),
    "representations": (Represents,),
    "senders": (SentBy,),
}
"""What is gathered: the labels and types of each table, and of the relationships that become columns."""

IN_PLURAL = (
    *("id", "name", "note", "subregion", "capital", "kind", "rank", "website", "working_group"),
    *("publisher", "url", "licence", "grade", "stage", "document", "flow", "period", "post"),
)
NAMED_IN_PLURAL = {
    **{f"{name}s": name for name in IN_PLURAL},
    "statuses": "status",
    "names_fa": "name_fa",
    "notes_fa": "note_fa",
}
"""Columns that are named otherwise than their field."""


@dataclass(frozen=True)
class Frame:
    """Columns by the name of their field, ordered by label and id."""

    ids: list[str]
    columns: Mapping[str, Column]

    def take(self, rows: npt.NDArray[np.integer[Any]]) -> Frame:
        """Return some rows."""
        return Frame(
            [self.ids[row] for row in rows.tolist()],
            {name: take_rows(column, rows) for name, column in self.columns.items()},
        )


Frames = Mapping[str, Frame]
"""What was gathered, by name."""


def read_frames(scan: Scan) -> dict[str, Frame]:
    """Read all columns from an engine."""
    return {name: _gather(name, scan) for name in GATHERED}


def frames_of(contents: Contents, names: Iterable[str] = GATHERED) -> dict[str, Frame]:
    """Take all columns from records, of all tables or of some; may raise DateError."""

    def read(cls: type[Record], wanted: Sequence[str]) -> Pieces:
        records = contents.records(cls.stored_as)
        derived = _derive_all(records) if {*wanted} & {*cls.derived} else {}
        yield [derived[name] if name in derived else [getattr(r, name) for r in records] for name in wanted]

    return {name: _gather(name, read) for name in names}


def list_properties(name: str) -> dict[str, Callable[[], Maker]]:
    """Return the properties to gather of a table, and what makes a column of each."""
    table, classes = TABLES.get(name), GATHERED[name]
    wanted = {NAMED_IN_PLURAL.get(one.name, one.name) for one in fields(table)} if table else set()
    wanted |= {"id", "home"} if name == "places" else {"id", "from_id", "to_id"}
    kinds = {known: kind for cls in classes for known, kind in find_kinds(cls).items() if known in wanted}
    return {**{known: partial(choose_maker, kind) for known, kind in kinds.items()}, "id": TextMaker}


def _gather(name: str, scan: Scan) -> Frame:
    makers = {name: make() for name, make in list_properties(name).items()}
    ids, labels = TextMaker(), WordMaker()
    makers["id"] = ids
    order: list[npt.NDArray[np.int64]] = [np.empty(0, np.int64)]
    for cls in GATHERED[name]:
        first = len(ids.texts)
        held = {*(column.name for column in cls.columns()), *cls.derived}
        names = [name for name in makers if name in held]
        for piece in scan(cls, names):
            count = len(piece[0])
            for column, values in zip(names, piece, strict=True):
                makers[column].add(values)
            for column in makers.keys() - held:
                makers[column].add([None] * count)
            labels.add([cls.stored_as] * count)
        order.append(first + sort_rows(ids.texts[first:]))
    rows = np.concatenate(order)
    columns = fill_in_marks({name: maker.make(rows) for name, maker in makers.items() if name != "id"})
    return Frame([ids.texts[row] for row in rows.tolist()], {**columns, "labels": labels.make(rows)})


def _derive_all(records: Sequence[Record]) -> dict[str, list[Any]]:
    """Return the derived properties of records, each as a column."""
    known: dict[tuple[Any, ...], dict[str, Any]] = {}
    found: dict[str, list[Any]] = {}
    for record in records:
        # A derived property never rests on what a record is called, joins, cites or remarks.
        values = record.values()
        key = tuple((name, value) for name, value in values.items() if name not in NEVER_DERIVED_FROM)
        derived = known.get(key)
        if derived is None:
            derived = known[key] = record.derive()
        for name, value in derived.items():
            found.setdefault(name, []).append(value)
    return found or {name: [] for name in Lasting.derived}


NEVER_DERIVED_FROM = frozenset({"id", "from_id", "to_id", "sources", "note"})
