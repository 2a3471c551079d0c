"""What a province intends toward a target, or has there: its stage, and whether an intention is registered.

A registered intention has evidence: a day on which it is known, and a stage that is more than an idea, or a
document. It is protected for some months after its last sign, and lapses without another. All else that is
not in force yet is a bare idea.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from graphmap.dates import FIRST_DAY, LAST_DAY, find_days
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot

Stage = Literal["contact", "idea", "proposed", "negotiating", "perhaps in force", "in force"]
STAGES: tuple[Stage, ...] = get_args(Stage)
"""How far a province is at a target, the least far first."""

Standing = Literal["in contact", "bare idea", "lapsed", "registered", "perhaps in force", "in force"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
"""What that is worth beside others, the least first."""


@dataclass(frozen=True, slots=True)
class Intention:
    """How far a province is at a target: `since` the first day with evidence, `last` the last sign.

    `until` is the first day on which a registered intention is protected no longer. None where not known.
    `settled` says that something is in force there, beside what is courted or alone; `perhaps`, that it only
    may be; `ever`, that the whole history counts, so that it may be over.
    """

    stage: Stage
    standing: Standing
    since: date | None
    last: date | None
    until: date | None
    settled: bool = False
    perhaps: bool = False
    ever: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        days = {name: getattr(self, name) for name in ("since", "last", "until")}
        return {
            "stage": self.stage,
            "standing": self.standing,
            "settled": self.settled,
            "perhaps": self.perhaps,
            **{name: None if day is None else day.isoformat() for name, day in days.items()},
        }


def judge_intention(
    snapshot: Snapshot,
    in_force: Sequence[int],
    preparing: Sequence[int],
    events: Sequence[int],
    as_of: date | None,
    months: int,
    perhaps: bool = False,
) -> Intention:
    """Judge a province at a target by its ties there (rows): those in force, those not yet, and events.

    `perhaps` says that those in force only may be. Without `as_of` nothing has lapsed. A sign of life is a
    day of the intention itself, or an event there.
    """
    ties = snapshot.ties
    days = sorted(day for row in (*preparing, *events) for day in _list_days(snapshot, row))
    days = [day for day in days if as_of is None or day <= as_of]
    settled = bool(in_force)
    if settled and not preparing:
        starts = [day for row in in_force if (day := ties.since_latest[row].item()) < LAST_DAY]
        first = min(starts, default=None)
        if perhaps:
            return Intention("perhaps in force", "perhaps in force", first, None, None, settled, perhaps)
        return Intention("in force", "in force", first, None, None, settled)
    first, last = (days[0], days[-1]) if days else (None, None)
    if not preparing:
        return Intention("contact", "in contact", first, last, None)
    stage = max((_read_stage(ties.stages[row]) for row in preparing), key=STAGES.index)
    proven = [
        day
        for row in preparing
        if ties.stages[row] != "idea" or ties.documents.codes[row] != NOTHING
        for day in _list_days(snapshot, row)
        if as_of is None or day <= as_of
    ]
    if not proven or last is None:
        return Intention(stage, "bare idea", first, last, None, settled, perhaps)
    until = add_months(last, months)
    lapsed = as_of is not None and until <= as_of
    standing: Standing = "lapsed" if lapsed else "registered"
    return Intention(stage, standing, min(proven), last, until, settled, perhaps)


def _read_stage(stage: str | None) -> Stage:
    return next(one for one in STAGES if one == stage)


def _list_days(snapshot: Snapshot, row: int) -> list[date]:
    """Return the days on which a tie is known: its start where that is told, and those that attest it."""
    ties = snapshot.ties
    start: date = ties.since_earliest[row].item()
    told = [start] if FIRST_DAY < start < LAST_DAY else []
    attested = (find_days(text) for text in ties.attested[row])
    return [*told, *(day.earliest for day in attested if not day.doubtful)]


def add_months(day: date, months: int) -> date:
    """Return the day so many months later; of a shorter month, the first of the next; at most the last day.

    >>> add_months(date(2024, 11, 30), 3), add_months(date(9998, 1, 1), 240)
    (datetime.date(2025, 3, 1), datetime.date(9999, 12, 31))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > LAST_DAY.year:
        return LAST_DAY
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return date(year, month + 2, 1)
