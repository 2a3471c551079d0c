"""What undoes a changeset: a batch that brings back what it changed or removed, and takes what it made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graphmap.errors import StoreError
from graphmap.schema import Batch, Changeset, Contents, Entry, Record, Relationship
from graphmap.store.history import Before, number_of, read_befores, touched_by
from graphmap.store.statements import Run, Wrote, read_changesets
from graphmap.store.touched import read_by_id, read_touched

NAMED = 10
"""How many later changesets a refusal names; it counts the rest."""


@dataclass(frozen=True, slots=True)
class Undoing:
    """The batch that undoes a changeset, and what it touches."""

    batch: Batch
    contents: Contents


def find_undoing(run: Run, changeset: str, kept_since: int) -> Undoing:
    """Find what undoes a changeset; StoreError where it cannot be, with the later ones that rest on it."""
    changesets = {c.identity: c for c in read_changesets(run)}
    if changeset not in changesets:
        raise StoreError(f"there is no changeset {changeset}; `graphmap history` lists them")
    number = number_of(changeset)
    if number < kept_since:
        raise StoreError(f"{changeset} cannot be undone: what it overwrote was not kept")
    ids = touched_by(run, changeset)
    wrote: Wrote = {}
    now = {record.identity: record for record in read_by_id(run, ids, wrote)}
    since = read_befores(
        run, "WHERE b.number >= $number AND b.record IN $ids", {"number": number, "ids": ids}
    )
    before = {b.record.identity: b.record for b in since if b.number == number}
    later: dict[str, list[Before]] = defaultdict(list)
    for kept in since:
        if kept.number > number:
            later[kept.record.identity].append(kept)
    resting: set[int] = set()
    for identity in ids:
        held, following = now.get(identity), later[identity]
        left = following[0].record if following else held
        if number_of(following[0].wrote if following else wrote.get(identity)) > number:
            left = None  # it was made again after the changeset had removed it
        if _values(left) != _values(held):
            resting |= {kept.number for kept in following} | {number_of(wrote.get(identity))}
    created = tuple(identity for identity in ids if identity not in before)
    batch = Batch(
        tuple(Entry(_exactly(record)) for record in before.values()), removals=created, restored=True
    )
    contents = read_touched(run, batch.ids(), created)
    resting |= _leaning(run, batch, contents)
    resting = {found for found in resting if found > number}
    if resting:
        raise StoreError(_say_resting(changeset, resting, changesets))
    return Undoing(batch, contents)


def _values(record: Record | None) -> object:
    return record and (record.stored_as, record.values())


def _exactly(record: Record) -> Record:
    """Return a record that clears every field it does not hold."""
    blank = {column.name: None for column in record.columns()}
    return record.holding({**blank, **record.values()})


def _leaning(run: Run, batch: Batch, contents: Contents) -> set[int]:
    """Return the numbers of the changesets that wrote what leans on what goes, or took what is needed."""
    restored = {entry.record.id: entry.record for entry in batch.entries}
    gone = set(batch.removals)
    leaning = [r for r in contents if _leans(r, gone) and r.id not in restored and r.id not in gone]
    singles = {
        (r.stored_as, r.from_id) for r in restored.values() if isinstance(r, Relationship) and r.single
    }
    leaning += [
        r
        for r in contents.relationships.values()
        if (r.stored_as, r.from_id) in singles and r.id not in restored and r.id not in gone
    ]
    wrote: Wrote = {}
    read_by_id(run, sorted({r.identity for r in leaning}), wrote)
    numbers = {number_of(changeset) for changeset in wrote.values()}
    needed = {
        identity for r in restored.values() for identity in _named_by(r) if identity not in contents.nodes
    } - restored.keys()
    taken = read_befores(run, "WHERE b.record IN $ids AND b.removed", {"ids": sorted(needed)})
    return numbers | {b.number for b in taken}


def _leans(record: Record, gone: Collection[str]) -> bool:
    return any(identity in gone for identity in _named_by(record))


def _named_by(record: Record) -> tuple[str, ...]:
    """Return the ids of the nodes that a record joins and rests on."""
    ends = (record.from_id, record.to_id) if isinstance(record, Relationship) else ()
    return tuple(end for end in ends if end) + tuple(getattr(record, "sources", None) or ())


def _say_resting(changeset: str, numbers: set[int], changesets: Mapping[str, Changeset]) -> str:
    """Say which later changesets rest on one; those that were undone since only where there is no other."""
    undone = {number_of(c.undoes): number_of(c.id) for c in changesets.values() if c.undoes}
    if number_of(changeset) in undone and undone[number_of(changeset)] in numbers:
        by = next(c.id for c in changesets.values() if c.undoes == changeset)
        return f"{changeset} was undone already, by {by}; undo that one to have it back"
    cancelled = {number for pair in undone.items() if {*pair} <= numbers for number in pair}
    told = sorted(numbers - cancelled or numbers, reverse=True)
    by_number = {number_of(c.id): c for c in changesets.values()}
    names = [
        f"{by_number[n].id} ({by_number[n].at}, {by_number[n].by}: {by_number[n].name})" for n in told[:NAMED]
    ]
    more = f" and {len(told) - NAMED} more" if len(told) > NAMED else ""
    return (
        f"{changeset} is not undone, for later changesets rest on it: {'; '.join(names)}{more}. "
        "Undo these first, the newest first"
    )
