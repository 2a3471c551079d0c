"""Plans that were kept under a name: drafts, the one in force, and those that were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from graphmap.errors import GraphmapError, shown_value
from graphmap.store.snapshot import NOTHING, Snapshot
from graphmap.text import Name, find_nearest, fold

if TYPE_CHECKING:
    from graphmap.language import Language

DRAFT, IN_FORCE, ARCHIVED = STATES = "draft", "in_force", "archived"
"""The states of a plan that was kept, as the model has them."""

TO_COME = "to_come"
"""What a plan is on a day before the first on which it is in force."""

MARK = "="
"""Between the id of a target and that of its lead; no id holds it."""


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan as it was kept: who leads toward which target, both by id (None: it stays open).

    `as_of` is the day whose ties it divided (None: the whole history), `first` the first day on which it is
    in force and `until` the first on which it is no more, None where it never was, or still is.
    """

    id: str
    called: Name
    state: str
    as_of: date | None
    first: date | None
    until: date | None
    level: str
    sector: str | None
    capacity: int | None
    fairness: int | None
    leads: Mapping[str, str | None]

    def in_language(self, language: Language) -> str:
        """Return its name in a language."""
        return language.name(self.called)

    def find_state(self, day: date | None) -> str:
        """Return its state on a day (None: as it was left at last), by its days: one of STATES or TO_COME."""
        if self.first is None:
            return self.state
        if day is not None and day < self.first:
            return TO_COME
        over = self.until is not None and (day is None or self.until <= day)
        return ARCHIVED if over else IN_FORCE

    @property
    def loads(self) -> dict[str, int]:
        """Return how many targets each province leads toward, by id."""
        led = [lead for lead in self.leads.values() if lead is not None]
        return {one: led.count(one) for one in sorted(set(led))}

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        days = {"as_of": self.as_of, "in_force_from": self.first, "in_force_until": self.until}
        return {
            "id": self.id,
            "name": self.called.en,
            "state": self.state,
            **{name: None if day is None else day.isoformat() for name, day in days.items()},
            "level": self.level,
            "sector": self.sector,
            "capacity": self.capacity,
            "fairness": self.fairness,
            "leads": dict(self.leads),
        }


def list_kept(snapshot: Snapshot, on: date | None = None) -> tuple[KeptPlan, ...]:
    """Return the plans that were kept: in force on a day, to come, drafts, archived; the latest first."""
    found = [_read_kept(snapshot, row) for row in range(len(snapshot.plans))]
    order = {IN_FORCE: 0, TO_COME: 1, DRAFT: 2, ARCHIVED: 3}

    def rank(one: KeptPlan) -> tuple[int, int, str]:
        day = one.first or one.as_of
        return order[one.find_state(on)], 0 if day is None else -day.toordinal(), one.id

    return tuple(sorted(found, key=rank))


def _read_kept(snapshot: Snapshot, row: int) -> KeptPlan:
    plans = snapshot.plans
    pairs = (text.partition(MARK) for text in plans.leads[row])
    capacity, fairness = int(plans.capacity[row]), int(plans.fairness[row])
    return KeptPlan(
        id=plans.ids[row],
        called=Name(plans.names[row], plans.names_fa[row] or ""),
        state=plans.state[row] or DRAFT,
        as_of=plans.as_of.day(row),
        first=plans.in_force_from.day(row),
        until=plans.in_force_until.day(row),
        level=plans.level[row] or "country",
        sector=plans.sector[row],
        capacity=None if capacity < 0 else capacity,
        fairness=None if fairness < 0 else fairness,
        leads={target: lead or None for target, _, lead in pairs},
    )


def find_kept(snapshot: Snapshot, name: str) -> KeptPlan:
    """Return the plan of a name in either language, or of an id; GraphmapError offers the nearest."""
    kept = list_kept(snapshot)
    for one in kept:
        if name.strip() == one.id or fold(name) in {fold(one.called.en), fold(one.called.fa)} - {""}:
            return one
    if not kept:
        raise GraphmapError("no plan is kept; `graphmap keep-plan NAME` keeps the one that is worked out")
    near = find_nearest(name, [called for one in kept for called in (one.called.en, one.called.fa) if called])
    known = ", ".join(one for one, _ in near) or ", ".join(one.called.en for one in kept)
    raise GraphmapError(f"no plan is called {shown_value(name)}; right would be one of {known}")


def find_in_force(
    snapshot: Snapshot, day: date | None, level: str = "country", sector: str | None = None
) -> KeptPlan | None:
    """Return the plan in force on a day (None: the last one) at a level, of a sector or (None) of all."""
    for one in list_kept(snapshot):
        if one.find_state(day) == IN_FORCE and (one.level, one.sector) == (level, sector):
            return one
    return None


def place_leads(snapshot: Snapshot, kept: KeptPlan) -> dict[int, int]:
    """Return the rows of the leads of a plan by those of their targets, where these are still there."""
    places = snapshot.places
    rows = {
        places.find(target): NOTHING if lead is None else places.find(lead)
        for target, lead in kept.leads.items()
    }
    rows.pop(NOTHING, None)
    return rows
