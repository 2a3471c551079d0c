"""Which known tie a row without an id means, though it says its start more finely or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from graphmap.bounds import find_bounds
from graphmap.dates import OPEN, find_days
from graphmap.errors import DateError
from graphmap.schema.batch import JOINED, Contents, Entry
from graphmap.schema.kinds_of_tie import find_nature
from graphmap.schema.relationships import Tie

APART = ("id", "since")
"""The fields of which another rule tells whether two ties go together."""

Key = tuple[object, ...]


def find_meant(entries: Iterable[Entry], contents: Contents) -> list[Entry]:
    """Return the entries, those that mean a known tie with its id.

    A row that bears no id means a tie with its ends and all of its key but the start, if just one is known,
    in the store or by another row, the starts go together (one is blank, or lies within the other), and
    nothing else that both say differs. The finer start stands. Each event is its own.
    """
    entries = list(entries)
    rows = [row for entry in entries if (row := _take(entry)) is not None]
    stored: dict[Key, dict[str, Tie]] = defaultdict(dict)
    made: dict[Key, dict[str, Tie]] = defaultdict(dict)
    for row in rows:
        made[_key(row)][row.identity] = row
    for start in {row.start for row in rows}:
        for other in contents.starting.get(start, ()):
            if isinstance(other, Tie) and _key(other) in made:
                stored[_key(other)][other.identity] = other
    return [_settle(entry, stored, made) for entry in entries]


def _settle(entry: Entry, stored: dict[Key, dict[str, Tie]], made: dict[Key, dict[str, Tie]]) -> Entry:
    row = _take(entry)
    if row is None or row.identity in stored[_key(row)]:
        return entry
    fitting = [other for other in stored[_key(row)].values() if _go_together(other, row)]
    if not stored[_key(row)]:
        # Of two new rows, the one that knows less of the start takes the id of the other.
        others = (other for other in made[_key(row)].values() if other.since and other.since != row.since)
        fitting = [
            o for o in others if _go_together(o, row) and (not row.since or _is_within(o.since, row.since))
        ]
    if not fitting and entry.wins:
        differing = [other for other in stored[_key(row)].values() if not _differ_in_more(other, row)]
        if len(differing) == 1:
            kept = row.since if entry.wins == "list" else differing[0].since
            return replace(
                entry, record=row.holding({**row.given(), "id": differing[0].identity, "since": kept})
            )
    if len(fitting) != 1:
        return entry
    given: dict[str, Any] = {**row.given(), "id": fitting[0].identity}
    if not row.since or _is_within(fitting[0].since, row.since):
        given.pop("since", None)
    return replace(entry, record=row.holding(given))


def _take(entry: Entry) -> Tie | None:
    """Return the tie of a row that may mean a known one, if it is such a row."""
    record = entry.record
    if not entry.joins or not isinstance(record, Tie):
        return None
    if not record.has_ends() or record.since == OPEN or find_nature(record.kind) == "event":
        return None
    return record


def _key(record: Tie) -> Key:
    rest = (name for name in (*record.key, *record.apart) if name != "since")
    return (
        type(record),
        record.start,
        record.target,
        *(getattr(record, name, None) or None for name in rest),
    )


def _go_together(known: Tie, row: Tie) -> bool:
    """Say whether two ties may be one: starts that go together, and nothing else that differs."""
    if _differ_in_more(known, row):
        return False
    first, second = known.since or "", row.since or ""
    if OPEN in (first, second):
        return first == second
    if not first or not second:
        try:
            find_bounds(first or second, known.until or row.until or "", known.attested or ())
        except DateError:
            return False
        return True
    return _is_within(first, second) or _is_within(second, first)


def _differ_in_more(known: Tie, row: Tie) -> bool:
    """Say whether two ties say different things of more than their start."""
    before = known.given()
    return any(
        name not in (*APART, *JOINED) and before.get(name) not in (None, (), said)
        for name, said in row.given().items()
    )


def _is_within(inner: str | None, outer: str | None) -> bool:
    if not inner or not outer or OPEN in (inner, outer):
        return False
    fine, coarse = find_days(inner), find_days(outer)
    return coarse.earliest <= fine.earliest and fine.latest <= coarse.latest
