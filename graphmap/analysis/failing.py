"""Which checks a tie that does not exist would fail: those of `graphmap check` on it, and rules of conduct.

The first three are reports in cypher/, asked here of the one tie; the rest are rules of the field (methods
6.3: RIV-01 to RIV-03, SIG-04), which no list of stored ties is held against.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal, get_args

import numpy as np

from graphmap.analysis.findings import PlaceName, name_place
from graphmap.analysis.scope import Scope, select_ties
from graphmap.analysis.trying import Trial
from graphmap.dates import find_days, subtract_years
from graphmap.question.head import REPORTS
from graphmap.scales import RIVALRY, SURE, Severity
from graphmap.store.snapshot import NOTHING, Snapshot

Check = Literal[
    "same counterpart",
    "double ties",
    "far future",
    "same city",
    "sister city taken",
    "level of the parties",
    "event without day",
    "crowded sector",
]
CHECKS: tuple[Check, ...] = get_args(Check)
"""The checks, in the order in which they are told: the gravest first."""

SEVERITIES: Mapping[Check, Severity] = {
    "same counterpart": "error",
    "double ties": "warning",
    "far future": "warning",
    "same city": "warning",
    "sister city taken": "warning",
    "level of the parties": "warning",
    "event without day": "note",
    "crowded sector": "note",
}
"""How grave each is."""

TOLD_AS_RIVALRY: tuple[Check, ...] = ("same counterpart", "same city")
"""Checks that say again, by its rule, what the rivalry says."""

CROWD = 3
"""From how many provinces on a sector of a country is crowded (RIV-03)."""


@dataclass(frozen=True, slots=True)
class Failing:
    """A check that a tie would fail: with the ties and provinces, and in the sectors, for which it does."""

    check: Check
    target: PlaceName
    ties: tuple[str, ...] = ()
    others: tuple[PlaceName, ...] = ()
    sectors: tuple[str, ...] = ()


def list_failing(trial: Trial, asked: date | None, presume: int) -> list[Failing]:
    """Return the checks that a tried tie would fail, `asked` being the day that is asked about."""
    found = [
        *_find_same_partner(trial),
        *_find_doubles(trial),
        *_find_far(trial, asked),
        *_find_sister_cities(trial, presume),
        *_find_level(trial),
        *_find_event_without_day(trial),
        *_find_crowds(trial, presume),
    ]
    return sorted(found, key=lambda one: CHECKS.index(one.check))


def _find_same_partner(trial: Trial) -> Iterator[Failing]:
    """Yield where it would meet others at one counterpart or city, in one sector at one time (RIV-01)."""
    checks: tuple[tuple[str, Check], ...] = (("counterpart", "same counterpart"), ("city", "same city"))
    for level, check in checks:
        met = [one.pair for one in trial.changes if one.pair.verdict in RIVALRY and one.pair.level == level]
        if met:
            others = tuple(place for pair in met for place in pair.provinces if place.id != trial.province.id)
            ties = tuple(dict.fromkeys(tie for pair in met for tie in pair.meeting.ties))
            sectors = tuple(dict.fromkeys(word for pair in met for word in pair.sectors))
            yield Failing(check, met[0].target, ties, others, sectors)


def _find_doubles(trial: Trial) -> Iterator[Failing]:
    """Yield ties that may be the same one, as the check double_ties has it."""
    after, row = trial.after, _find_row(trial)
    ties, places = after.ties, after.places

    def find_whole(target: int) -> int:
        speaks = places.labels[target] == "Counterpart" and int(places.parent[target]) != NOTHING
        return int(places.parent[target]) if speaks else target

    own = int(ties.target[row])
    alike = []
    for other in np.flatnonzero((ties.start == ties.start[row]) & (np.arange(len(ties.ids)) != row)).tolist():
        at = int(ties.target[other])
        whole = find_whole(own)
        if (
            ties.kinds[other] == ties.kinds[row]
            and find_whole(at) == whole
            and (at == own or whole in (at, own))
            and ties.since_earliest[row] <= ties.since_latest[other]
            and ties.since_earliest[other] <= ties.since_latest[row]
        ):
            alike.append(ties.ids[other])
    if alike:
        yield Failing("double ties", trial.target, tuple(alike))


def _find_far(trial: Trial, asked: date | None) -> Iterator[Failing]:
    """Yield that it begins long after the day asked about, as the check far_future has it."""
    begins: date = trial.tie.derive()["since_earliest"]
    if asked is not None and subtract_years(begins, _read_years_ahead()) > asked:
        yield Failing("far future", trial.target)


@cache
def _read_years_ahead() -> int:
    head = REPORTS.find_head("far_future") or {}
    return int(head["parameters"]["years"]["default"])


def _find_event_without_day(trial: Trial) -> Iterator[Failing]:
    """Yield that it passes and its day is not known, as the check event_without_day has it."""
    days = find_days(trial.tie.since or "")
    if trial.is_event and (days.doubtful or days.earliest != days.latest):
        yield Failing("event without day", trial.target)


def _find_sister_cities(trial: Trial, presume: int) -> Iterator[Failing]:
    """Yield that the city has, or may have, a sister city in another province already (RIV-02)."""
    after, row = trial.after, _find_row(trial)
    city = int(after.ties.city[row])
    if trial.tie.kind != "sister_city" or city == NOTHING:
        return
    selection = select_ties(after, Scope("city", as_of=trial.as_of, presume=presume))
    there = selection.ties[(selection.target == city) & selection.present]
    taken = [
        other
        for other in there.tolist()
        if after.ties.kinds[other] == "sister_city" and after.ties.province[other] != after.ties.province[row]
    ]
    if taken:
        yield Failing(
            "sister city taken",
            name_place(after, city),
            tuple(after.ties.ids[other] for other in taken),
            _name_provinces(after, taken),
        )


def _find_level(trial: Trial) -> Iterator[Failing]:
    """Yield that a province would be tied to a city: the levels of the two do not match (SIG-04)."""
    after = trial.after
    target = int(after.ties.target[_find_row(trial)])
    at = next(place for place in after.places.climb(target) if after.places.labels[place] != "Counterpart")
    if not trial.is_event and after.places.labels[at] == "City":
        yield Failing("level of the parties", name_place(after, target))


def _find_crowds(trial: Trial, presume: int) -> Iterator[Failing]:
    """Yield in which of its sectors three provinces or more would surely be in the country (RIV-03)."""
    if trial.is_event:
        return
    after = trial.after
    scope = Scope("country", as_of=trial.as_of, country=trial.country.id, presume=presume)
    crowded: list[str] = []
    ties: list[int] = []
    for sector in (word for word in after.ties.sectors[_find_row(trial)] if word != "other"):
        found = select_ties(after, replace(scope, sector=sector))
        rows = found.ties[found.present & (found.certainty >= SURE) & (found.sectors != 0)].tolist()
        if len({int(after.ties.province[one]) for one in rows}) >= CROWD:
            crowded.append(sector)
            ties += rows
    if crowded:
        others = [one for one in dict.fromkeys(ties) if one != _find_row(trial)]
        yield Failing(
            "crowded sector",
            trial.country,
            tuple(after.ties.ids[one] for one in others),
            tuple(one for one in _name_provinces(after, others) if one.id != trial.province.id),
            tuple(crowded),
        )


def _find_row(trial: Trial) -> int:
    return trial.after.ties.find(trial.tie.identity)


def _name_provinces(snapshot: Snapshot, ties: Sequence[int]) -> tuple[PlaceName, ...]:
    provinces = dict.fromkeys(int(snapshot.ties.province[tie]) for tie in ties)
    return tuple(name_place(snapshot, province) for province in provinces)
