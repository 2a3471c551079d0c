"""Hold a batch against what the store holds: every fault at once, or a difference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphmap.errors import Fault, Faults, Place
from graphmap.schema.batch import JOINED, NODES, Batch, Contents, Entry, join_lists
from graphmap.schema.draft import Draft
from graphmap.schema.records import Named, Record, Relationship
from graphmap.schema.rules.checks import checks_of
from graphmap.schema.rules.meant import find_meant
from graphmap.schema.rules.places import note_unplaced, settle_places
from graphmap.schema.rules.record import check_ends, check_identity, check_whole
from graphmap.schema.rules.removal import check_removals, note_displaced, take_removals
from graphmap.schema.rules.ties import note_of_no_province


@dataclass(frozen=True, slots=True)
class Change:
    """A whole record as it will be, and as it was."""

    after: Record
    before: Record


@dataclass(frozen=True, slots=True)
class Difference:
    """What a batch would do to a store: records to create, to change, to remove; ids left alone; notes."""

    created: tuple[Record, ...] = ()
    changed: tuple[Change, ...] = ()
    removed: tuple[Record, ...] = ()
    unchanged: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything would be written."""
        return bool(self.created or self.changed or self.removed)


def find_difference(batch: Batch, contents: Contents, earlier: Iterable[Fault] = ()) -> Difference:
    """Find what a batch would change, or raise Faults with every fault of it (and those found earlier).

    `contents` must hold what the batch touches (store/touched.py): the nodes and relationships with its ids,
    what its nodes lie IN, REPRESENT or are SENT_BY up to the country, the relationships that a row may mean
    whose `since` was not known before, and all that is at a node to be removed.
    """
    told = tuple(earlier)
    draft = Draft(contents, batch.restored, notes=list(batch.notes))
    entries = batch.entries if batch.restored else find_meant(batch.entries, contents)
    rows = _join_rows(entries, draft)
    named = {entry.record.id for entry in entries if not entry.joins}
    take_removals(batch, rows, draft)
    for identity, record in rows.items():
        stored = draft.stored(identity)
        check_identity(record, stored, draft)
        if type(stored) is not type(record):
            stored = None
        elif identity not in named:
            record = _join_lists(record, stored, draft)
        whole = record.merged_over(stored)
        if isinstance(whole, Relationship):
            draft.relationships[identity] = whole
        elif isinstance(whole, Named):
            draft.nodes[identity] = whole
    for record in draft.records():
        check_whole(record, draft)
        if isinstance(record, Relationship) and record.has_ends():
            check_ends(record, draft)
    check_removals(draft)
    settle_places(draft)
    for record in draft.records():
        if not isinstance(record, Relationship) or record.has_ends():
            for check in checks_of(type(record)):
                check.judge(record, draft)
    if told or draft.faults:
        # A cell that could not be read is not blamed again for what follows from that.
        spots = {(fault.where, fault.column) for fault in told if fault.where}
        faults = [*told, *(fault for fault in draft.faults if (fault.where, fault.column) not in spots)]
        raise Faults(sorted(dict.fromkeys(faults), key=lambda f: (f.where is None, _order(f.where))))
    return _make_difference(draft)


def _order(place: Place | None) -> tuple[str, str, int, str]:
    return (place.file, place.sheet or "", place.line or 0, place.cell or "") if place else ("", "", 0, "")


def _join_rows(entries: Iterable[Entry], draft: Draft) -> dict[str, Record]:
    """Join rows with one id; rows that say different things of one field are a fault."""
    joined: dict[str, Record] = {}
    for entry in entries:
        record = entry.record
        if not record.id:
            missing = [column.name for column in record.missing()] or ["id"]
            name = record.stored_as
            draft.faults.append(
                Fault(f"is blank, and a {name} needs it", "a value", entry.place, ", ".join(missing))
            )
            continue
        first = joined.get(record.id)
        if first is None:
            joined[record.id] = record
            draft.places[record.id] = entry.place
            continue
        earlier = draft.places[record.id]
        if type(first) is not type(record):
            problem = f"is the id of a {first.stored_as} at {earlier} too"
            draft.faults.append(Fault(problem, "an id of its own", entry.place, "id", record.id))
            continue
        before, after = first.given(), record.given()
        if entry.joins:
            after |= join_lists(after, before)
        clash = [
            name
            for name in after
            if name in before and before[name] != after[name] and not (entry.joins and name in JOINED)
        ]
        for name in clash:
            draft.faults.append(
                Fault(
                    f"of {record.id} is {before[name]} at {earlier}",
                    "the same in both rows, or different ids",
                    entry.place,
                    name,
                    str(after[name]),
                )
            )
        if not clash:
            joined[record.id] = record.holding({**before, **after})
            if isinstance(record, Relationship) or before == after:
                draft.notes.append(
                    f"{entry.place}: says again what stands at {earlier}; taken once ({record.id})"
                )
    return joined


def _join_lists(record: Record, stored: Record, draft: Draft) -> Record:
    """Add the sources and days of a row that bears no id to those that the store holds."""
    joined = join_lists(record.given(), stored.values())
    draft.joined += any(joined[name] != getattr(record, name) for name in joined)
    return record.holding({**record.given(), **joined})


def _say_joined(rows: int) -> str:
    told = "1 row bears no id" if rows == 1 else f"{rows:,} rows bear no id"
    return (
        f"{told}, so sources and days that the store has of the same relationship are kept beside their own; "
        "a row with its id says all of them"
    )


def _make_difference(draft: Draft) -> Difference:
    created: list[Record] = []
    changed: list[Change] = []
    unchanged: list[str] = []
    for record in draft.records():
        identity = record.identity
        stored = draft.stored(identity)
        if stored is None:
            created.append(record)
        elif stored is record or stored.values() == record.values():
            unchanged.append(identity)
        else:
            changed.append(Change(record, stored))
    note_displaced(draft)
    if draft.joined:
        draft.notes.append(_say_joined(draft.joined))
    if created or changed:
        for node in draft.nodes.values():
            note_unplaced(node, draft)
    note_of_no_province(created, draft)
    order = {name: place for place, name in enumerate(NODES)}
    created.sort(key=lambda r: (order.get(r.stored_as, len(order)), r.stored_as, r.identity))
    return Difference(
        tuple(created), tuple(changed), tuple(draft.removed.values()), tuple(unchanged), tuple(draft.notes)
    )
