"""Tries a batch on a snapshot: checked as an import would check it, and nothing is written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

import numpy as np

from graphmap.errors import GraphmapError
from graphmap.schema import (
    DECLARED,
    NODES,
    RELATIONSHIPS,
    Batch,
    Contents,
    Named,
    Record,
    Relationship,
    Represents,
    Tie,
    find_difference,
    make_record,
)
from graphmap.schema.relationships import In
from graphmap.store import tables
from graphmap.store.columns import NOTHING, Days, Indices, freeze
from graphmap.store.ended import settle_ends
from graphmap.store.snapshot_build import build_places, build_sources, build_ties, number_rows, roll_up
from graphmap.store.snapshot_read import GATHERED, NAMED_IN_PLURAL, frames_of
from graphmap.store.snapshot_tables import Tables
from graphmap.store.table import Table
from graphmap.store.tables import PLACES

TRIED = frozenset({*PLACES, "Source", Tie.stored_as, In.stored_as, Represents.stored_as} - {"Mission"})
"""What a trial may hold; all else changes no tie, or is a mission, which may be tied but not made."""

_STEP = re.compile(r"(?:in|represents):(.+)\.\.")
"""What the minted id of a step begins with: what lies IN or REPRESENTS something."""

OneTable = TypeVar("OneTable", bound=Table)
AllTables = TypeVar("AllTables", bound=Tables)


def try_batch(snapshot: AllTables, batch: Batch) -> AllTables:
    """Return the snapshot that a store would give after a batch. Raises Faults, or GraphmapError."""
    for entry in batch.entries:
        name, start = entry.record.stored_as, getattr(entry.record, "from_id", None)
        if name not in TRIED or (name == In.stored_as and snapshot.missions.find(start or "") != NOTHING):
            where = f" at {entry.place}" if entry.place else ""
            raise GraphmapError(
                f"{name} {entry.record.id}{where} cannot be tried; a trial holds ties, places and sources"
            )
    difference = find_difference(batch, find_touched(snapshot, batch.ids()))
    for record in difference.removed:
        if not isinstance(record, Tie | In | Represents):
            raise GraphmapError(f"{record.stored_as} {record.id} cannot be removed in a trial; a tie can")
    whole = [*difference.created, *(change.after for change in difference.changed)]
    written = Contents(
        {record.id or "": record for record in whole if isinstance(record, Named)},
        {record.id or "": record for record in whole if isinstance(record, Relationship)},
    )
    frames = frames_of(written)
    gone = [record.from_id or "" for record in difference.removed if isinstance(record, In | Represents)]
    if frames["places"].ids or frames["placements"].ids or frames["representations"].ids or gone:
        new = build_places(frames, number_rows(frames["places"].ids))
        snapshot = _move_places(snapshot, new, written, gone)
    places = snapshot.places
    ties = build_ties(frames["ties"], {identity: row for row, identity in enumerate(places.ids)}, places)
    sources = _write_over(snapshot.sources, build_sources(frames["sources"]))
    kept = _leave_out(snapshot.ties, (record.id or "" for record in difference.removed))
    return replace(snapshot, ties=settle_ends(_write_over(kept, ties), sources), sources=sources)


def _write_over(table: OneTable, rows: OneTable) -> OneTable:
    """Return a table with some rows in place of those with their ids, or new."""
    if not len(rows):
        return table
    return _leave_out(table, rows.ids).insert(rows)


def _leave_out(table: OneTable, ids: Iterable[str]) -> OneTable:
    """Return a table without the rows of some ids, which it need not have."""
    known = [row for identity in ids if (row := table.find(identity)) != NOTHING]
    return table.take(np.delete(np.arange(len(table)), known)) if known else table


def _move_places(
    snapshot: AllTables, places: tables.Places, written: Contents, gone: Iterable[str]
) -> AllTables:
    """Return a snapshot with some places written over, and with what they now lie in; `gone` in nothing."""
    before = snapshot.places
    after = _write_over(before, places)
    rows = {identity: row for row, identity in enumerate(after.ids)}
    moved: Indices = np.array([rows[identity] for identity in before.ids], np.int32)
    parent = np.full(len(after), NOTHING, np.int32)
    parent[moved] = np.append(moved, np.int32(NOTHING))[before.parent]
    parent[[rows[identity] for identity in gone]] = NOTHING
    for step in written.relationships.values():
        if isinstance(step, In | Represents):
            parent[rows[step.from_id or ""]] = rows[step.to_id or ""]
    after = replace(after, parent=freeze(parent))
    others: dict[str, Any] = {
        name: table.moved("places", moved) for name, table in snapshot.tables() if name != "places"
    }
    return replace(snapshot, **{**others, "places": after, "ties": roll_up(others["ties"], after)})


# ---------------------------------------------------------------------------- what a batch touches


def find_touched(snapshot: Tables, ids: Collection[str]) -> Contents:
    """Make the records that a batch with these ids touches, as `Store.contents` would return them.

    What lies IN or REPRESENTS something has the id that would be minted, for a snapshot keeps no other.
    """
    all_tables = dict(snapshot.tables())
    nodes: dict[str, Named] = {}
    relationships: dict[str, Relationship] = {}
    ties, places = snapshot.ties, snapshot.places
    named = {row for identity in ids if (row := ties.find(identity)) != NOTHING}
    starts = {start[1] for identity in ids if (start := _STEP.match(identity))}
    touched = {places.find_row(identity) for identity in {*ids, *starts, snapshot.home} if identity in places}
    touched |= {int(end) for row in named for end in (ties.start[row], ties.target[row])}
    named |= set(np.flatnonzero(np.isin(ties.start, sorted(touched))).tolist())
    for row in sorted(named):
        relationships[ties.ids[row]] = make_tie_of(snapshot, row)
    for row in sorted(touched):
        for place in places.climb(row):
            nodes[places.ids[place]] = _make_node(places, places.labels[place], place, snapshot.home)
            if (step := _make_step(places, place)) is not None:
                relationships[step.id or ""] = step
    records: list[Any] = [*nodes.values(), *relationships.values()]
    cited = {source for record in records for source in record.sources or ()}
    for name, table in all_tables.items():
        if name in {"places", "ties"}:
            continue
        for identity in sorted({*ids, *(cited if name == "sources" else ())}):
            if (row := table.find(identity)) != NOTHING:
                record = _make_other(name, table, row)
                (nodes if isinstance(record, Named) else relationships)[identity] = cast(Any, record)
    return Contents(nodes, relationships)


def _make_step(places: tables.Places, row: int) -> Relationship | None:
    """Make the relationship by which a place lies in another or represents it."""
    if places.parent[row] == NOTHING:
        return None
    kind = RELATIONSHIPS[places.lead_of(row)]
    ends = {"from_id": places.ids[row], "to_id": places.ids[int(places.parent[row])]}
    # On what it rests, a snapshot does not hold; it needs to rest on something.
    return cast(Relationship, make_record(kind, {**ends, "sources": places.sources[row]}))


def _make_node(table: tables.Named, label: str, row: int, home: str = "") -> Named:
    values = _read_row(NODES[label], table, row)
    return NODES[label].holding({**values, "home": True} if values["id"] == home else values)


def make_tie_of(snapshot: Tables, row: int) -> Tie:
    """Make the record of a tie from its row."""
    ties, ids = snapshot.ties, snapshot.places.ids
    ends = {"from_id": ids[int(ties.start[row])], "to_id": ids[int(ties.target[row])]}
    return Tie.holding({**_read_row(Tie, ties, row), **ends})


def _make_other(name: str, table: Table, row: int) -> Record:
    """Make a record of another table: a node, or of a relationship its id alone."""
    if isinstance(table, tables.Named):
        label = table.labels[row] if isinstance(table, tables.People) else GATHERED[name][0].stored_as
        return _make_node(table, label, row)
    return GATHERED[name][0].holding({"id": table.ids[row]})


def _read_row(cls: type[Record], table: Table, row: int) -> Mapping[str, Any]:
    """Return the fields of a row that hold a value, as a record holds them."""
    found: dict[str, Any] = {}
    columns = {NAMED_IN_PLURAL.get(name, name): column for name, column in table.columns()}
    for field in DECLARED[cls.stored_as].columns():
        column = columns.get(field.name)
        if column is None:
            continue
        if isinstance(column, Days):
            value: Any = column.day(row)
        elif isinstance(column, np.ndarray):
            value = column[row].item()
            unknown = {"f": value != value, "b": not value}.get(column.dtype.kind, value == NOTHING)
            value = None if unknown else value
        else:
            value = column[row]  # type: ignore[index]
        if value is not None and value != ():
            found[field.name] = value
    return found
