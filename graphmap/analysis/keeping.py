"""Keeps a plan under a name, puts it in force, archives it: the records that a store is to write."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import blake2s
from typing import TYPE_CHECKING, Any

from graphmap.analysis.kept import (
    ARCHIVED,
    DRAFT,
    IN_FORCE,
    MARK,
    KeptPlan,
    find_in_force,
    find_kept,
    list_kept,
)
from graphmap.errors import GraphmapError, shown_value
from graphmap.schema import Plan
from graphmap.store.snapshot import Snapshot
from graphmap.text import fold, guess_language

if TYPE_CHECKING:
    from graphmap.analysis.lead import Lead


def keep_leads(
    snapshot: Snapshot,
    name: str,
    leads: Iterable[Lead],
    level: str,
    as_of: date | None,
    sector: str | None,
    capacity: int,
    fairness: int,
) -> Plan:
    """Return the record of a draft that keeps leads under a name; a draft of the name is written anew.

    GraphmapError where a plan of the name is in force or was.
    """
    identity = f"plan:{blake2s(fold(name).encode(), digest_size=6).hexdigest()}"
    if not fold(name):
        raise GraphmapError(f"{shown_value(name)} is no name for a plan; right would be a word or more")
    for one in list_kept(snapshot):
        if one.id == identity or fold(name) in {fold(one.called.en), fold(one.called.fa)}:
            if (state := one.find_state(None)) != DRAFT:
                said = "is in force and stays as it is"
                if state != IN_FORCE:
                    said = "is archived and stays as it is"
                raise GraphmapError(f"the plan {shown_value(name)} {said}; right would be another name")
            identity = one.id
    persian = {"name_fa": name} if guess_language(name) == "fa" else {}
    day = {} if as_of is None else {"as_of": as_of}
    of_one = {} if sector is None else {"sector": sector}
    held = [f"{one.target.id}{MARK}{'' if one.lead is None else one.lead.id}" for one in leads]
    given = {"id": identity, "name": name, **persian, "state": DRAFT, **day, "level": level, **of_one}
    leads_held = tuple(sorted(held))
    return Plan.holding({**given, "capacity": capacity, "fairness": fairness, "leads": leads_held})


def enact(snapshot: Snapshot, name: str, first: date, today: date | None = None) -> tuple[Plan, ...]:
    """Return the records by which a draft is in force from a day on, and the one before it only until then.

    That one is marked as archived where it is over `today` (None: from the first day on). One that begins
    later ends the new one. GraphmapError where it is no draft, or another begins on the very day.
    """
    kept = find_kept(snapshot, name)
    if (state := kept.find_state(None)) != DRAFT:
        said = "is in force already" if state == IN_FORCE else "is archived"
        raise GraphmapError(
            f"the plan {shown_value(name)} {said}; `graphmap keep-plan NEW --kept OLD` makes a draft of it"
        )
    alike = [one for one in list_kept(snapshot) if (one.level, one.sector) == (kept.level, kept.sector)]
    later = [one.first for one in alike if one.first is not None and one.first > first]
    ends = {"in_force_until": min(later)} if later else {}
    records = [_change(kept, state=IN_FORCE, in_force_from=first, **ends)]
    former = find_in_force(snapshot, first, kept.level, kept.sector)
    if former is not None:
        records.append(_end(former, first, today or first))
    return tuple(records)


def archive(snapshot: Snapshot, name: str, until: date, today: date | None = None) -> tuple[Plan, ...]:
    """Return the record by which the plan in force, or a draft, is archived; in force it is until a day."""
    kept = find_kept(snapshot, name)
    if kept.find_state(until) == ARCHIVED:
        raise GraphmapError(f"the plan {shown_value(name)} is archived already")
    return (_change(kept, state=ARCHIVED) if kept.first is None else _end(kept, until, today or until),)


def _end(kept: KeptPlan, until: date, today: date) -> Plan:
    if kept.first is not None and until <= kept.first:
        raise GraphmapError(
            f"the plan {shown_value(kept.called.en)} is in force from {kept.first} on and cannot end "
            f"on {until}; right would be a later day"
        )
    return _change(kept, state=ARCHIVED if until <= today else IN_FORCE, in_force_until=until)


def _change(kept: KeptPlan, **changed: Any) -> Plan:
    """Return the record that changes some fields; the others stay as they are stored."""
    return Plan.holding({"id": kept.id, **changed})
