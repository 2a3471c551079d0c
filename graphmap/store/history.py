"""What records were: kept in the transaction that changes or removes them, read back for a day or a record.

Beside each changeset stands, for every record that it changed or removed, one node `Before` with the record
as it was and the changeset that had written it. What a changeset created needs no such node: the record
itself names it (`recorded`), or the oldest `Before` of the record does (`wrote`). So a first import writes
nothing more.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphmap.errors import StoreError
from graphmap.schema import DECLARED, Changeset, Contents, Difference, Named, Record, Relationship
from graphmap.schema.kinds import DAY
from graphmap.store.statements import (
    RECORDED,
    Run,
    Wrote,
    make_stored,
    read_all,
    read_changesets,
    read_written,
    write_rows,
)
from graphmap.store.touched import read_by_id

CHANGESET = "changeset:"
"""How the id of a changeset begins; its number follows."""

BEFORE = "Before"
PROPERTIES = ("record", "stored_as", "number", "wrote", "removed", "fields")


@dataclass(frozen=True, slots=True)
class Before:
    """A record as it was before a changeset (by its number) changed or removed it."""

    record: Record
    number: int
    wrote: str | None
    """The changeset that had written it; None in a store too old to tell."""
    removed: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """What one changeset did to one record: before is None where it created it, after where it removed it."""

    changeset: str
    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it was left, or as it was before it was removed."""
        told = self.after or self.before
        if told is None:
            raise ValueError("an edit has a record before or after it")
        return told

    @property
    def action(self) -> str:
        """What was done: created, changed or removed."""
        return "created" if self.before is None else "changed" if self.after is not None else "removed"

    def fields(self) -> tuple[str, ...]:
        """Return the names of the fields whose values differ, in the declared order."""
        before = self.before.values() if self.before else {}
        after = self.after.values() if self.after else {}
        return tuple(c.name for c in self.record.columns() if before.get(c.name) != after.get(c.name))


def number_of(changeset: str | None) -> int:
    """Return the number in the id of a changeset; 0 for none."""
    digits = (changeset or "").removeprefix(CHANGESET)
    return int(digits) if digits.isdecimal() else 0


# ---------------------------------------------------------------------------- keeping


def keep_before(run: Run, difference: Difference, changeset: Changeset) -> None:
    """Keep what a difference will change or remove as it still stands in the store."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    whole = [(change.before, False) for change in difference.changed]
    whole += [(record, True) for record in difference.removed]
    for record, removed in whole:
        related = isinstance(record, Relationship)
        pattern = f"()-[n:{record.stored_as}]->()" if related else f"(n:{record.stored_as})"
        statement = (
            f"UNWIND $rows AS row MATCH {pattern} WHERE n.id = row.record "
            f"CREATE (b:{BEFORE}) SET b = row.properties, b.wrote = n.{RECORDED}"
        )
        properties = {
            "id": f"{changeset.id}/{record.id}",
            "name": record.id,
            "record": record.id,
            "stored_as": record.stored_as,
            "number": number_of(changeset.id),
            "removed": removed,
            "fields": to_json(record),
        }
        groups[statement].append({"record": record.id, "properties": properties})
    write_rows(run, groups)


def to_json(record: Record) -> str:
    """Return the fields of a record as one line of JSON."""
    return json.dumps(record.values(), ensure_ascii=False, separators=(",", ":"), default=date.isoformat)


def from_json(cls: type[Record], values: dict[str, Any]) -> Record:
    """Return the record of the fields that stand in such a line; one declared no longer is left out."""
    for column in cls.columns():
        if column.name in values and column.kind is DAY:
            values[column.name] = date.fromisoformat(values[column.name])
    names = [column.name for column in cls.columns() if column.name in values]
    lists = [column.name for column in cls.columns() if column.kind.many]
    return make_stored(cls, names, [values[name] for name in names], lists, ())


# ---------------------------------------------------------------------------- reading back


def read_befores(run: Run, where: str = "", parameters: Mapping[str, Any] | None = None) -> list[Before]:
    """Read what is kept, the oldest first; `where` narrows it by the properties of b."""
    columns = ", ".join(f"b.{name} AS {name}" for name in PROPERTIES)
    rows = run(f"MATCH (b:{BEFORE}) {where} RETURN {columns}", parameters or {})
    found = []
    for _, stored_as, number, wrote, removed, fields in rows:
        if stored_as in DECLARED:
            found.append(Before(from_json(DECLARED[stored_as], json.loads(fields)), number, wrote, removed))
    return sorted(found, key=lambda before: before.number)


def read_believed(run: Run, day: date, kept_since: int) -> Contents:
    """Read what the store held at the end of a day (UTC); StoreError where it held nothing or cannot tell."""
    changesets = sorted(read_changesets(run), key=lambda c: number_of(c.id))
    # The last one of the day by number: a clock that was once set back moves nothing.
    past = [c for c in changesets if (c.at or "")[:10] <= day.isoformat()]
    if not past:
        raise StoreError(f"the store held nothing on {day}; its first changeset is of {changesets[0].at}")
    number = number_of(past[-1].id)
    if number == number_of(changesets[-1].id):
        return read_all(run)
    if number < kept_since - 1:
        first = next(c for c in changesets if number_of(c.id) >= kept_since - 1)
        raise StoreError(
            f"what the store held on {day} is not known: what it overwrote was not kept before {first.at}"
        )
    wrote: Wrote = {}
    now = read_all(run, wrote)
    later = read_befores(run, "WHERE b.number > $number", {"number": number})
    return go_back(now, wrote, later, number)


def go_back(now: Contents, wrote: Wrote, later: Iterable[Before], number: int) -> Contents:
    """Return what was held right after a changeset, given all that is kept of later ones."""
    found: dict[str | None, Record] = {r.id: r for r in now if number_of(wrote.get(r.identity)) <= number}
    seen: set[str | None] = set()
    for before in later:
        if before.record.id not in seen:
            seen.add(before.record.id)
            if number_of(before.wrote) <= number:
                found[before.record.id] = before.record
    nodes = {r.identity: r for r in found.values() if isinstance(r, Named)}
    return Contents(nodes, {r.identity: r for r in found.values() if isinstance(r, Relationship)})


def read_edits(run: Run, identity: str, kept_since: int) -> tuple[Edit, ...]:
    """Read what one changeset did, by id of the record, or what was done to one record, the newest first.

    StoreError where no changeset and no record, present or past, has this id, or where it is too old to tell.
    """
    if identity.startswith(CHANGESET):
        if identity not in {changeset.id for changeset in read_changesets(run)}:
            raise StoreError(f"there is no changeset {identity}; `graphmap history` lists them")
        if number_of(identity) < kept_since:
            raise StoreError(f"{identity} is older than what the store keeps of its history")
        edits = trace_edits(run, touched_by(run, identity), kept_since)
        chosen = [edit for edit in edits if edit.changeset == identity]
        return tuple(sorted(chosen, key=lambda edit: edit.record.identity))
    edits = trace_edits(run, [identity], kept_since)
    if not edits and not [*read_by_id(run, [identity], {})]:
        raise StoreError(f"{identity} is not the id of anything that the store holds or held")
    return tuple(reversed(edits))


def touched_by(run: Run, changeset: str) -> list[str]:
    """Return the ids of the records that a changeset created, changed or removed."""
    wrote: Wrote = {}
    read_written(run, changeset, wrote)
    where = "WHERE b.number = $number OR b.wrote = $changeset"
    kept = read_befores(run, where, {"number": number_of(changeset), "changeset": changeset})
    return sorted({*wrote, *(before.record.identity for before in kept)})


def trace_edits(run: Run, ids: Sequence[str], kept_since: int) -> list[Edit]:
    """Return all that was done to some records, in the order of the changesets, as far as it was kept."""
    wrote: Wrote = {}
    now = {record.id: record for record in read_by_id(run, ids, wrote)}
    kept: dict[str, list[Before]] = defaultdict(list)
    for before in read_befores(run, "WHERE b.record IN $ids", {"ids": list(ids)}):
        kept[before.record.identity].append(before)
    edits = []
    for identity in ids:
        states = kept[identity]
        for place, before in enumerate(states):
            following = states[place + 1] if place + 1 < len(states) else None
            if place == 0 or states[place - 1].removed:
                edits.append(Edit(before.wrote or "", None, before.record))
            after = None
            if not before.removed:
                after = following.record if following else now.get(identity)
            edits.append(Edit(f"{CHANGESET}{before.number:06d}", before.record, after))
        if identity in now and (not states or states[-1].removed):
            edits.append(Edit(wrote.get(identity) or "", None, now[identity]))
    known = (edit for edit in edits if number_of(edit.changeset) >= kept_since)
    return sorted(known, key=lambda edit: number_of(edit.changeset))
