"""What became of rivalry since a plan is in force, and what small provinces had and have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING, Any

from graphmap.analysis.changing import Day, Pair, count_there
from graphmap.analysis.findings import PlaceName, list_names, name_place
from graphmap.analysis.kept import KeptPlan, find_in_force
from graphmap.analysis.scope import Scope
from graphmap.scales import RIVALRY
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language


@dataclass(frozen=True, slots=True)
class Outcome:
    """Rival pairs at the targets of a plan, on the eve of it and on a later day, and small provinces.

    `left` are those of which neither leads. `became` and `ceased` are pairs at their target (its id and those
    of both), `against` those that became rivals of a lead; `doubtful` of those that became were possible
    rivals on the eve, and `faded` of those that ceased are still possible, for want of a sign. Small is a
    province with at most as many partners on the eve (`most`) as the median of all that have any; `partners`
    add up what they surely have then and later, `poorer` are those with fewer now, `leading` how many of them
    lead somewhere.
    """

    kept: KeptPlan
    eve: date
    last: date
    pairs: tuple[int, int]
    left: tuple[int, int]
    became: tuple[Pair, ...]
    ceased: tuple[Pair, ...]
    against: tuple[Pair, ...]
    doubtful: tuple[Pair, ...]
    faded: tuple[Pair, ...]
    small: tuple[PlaceName, ...]
    most: int
    partners: tuple[int, int]
    poorer: tuple[tuple[PlaceName, int], ...]
    leading: int

    def sentences(self, language: Language) -> tuple[str, ...]:
        """Say it in a language, and that a plan need not be the cause."""
        said = [
            language.words(
                "outcome-rivals",
                plan=self.kept.in_language(language),
                first=self.kept.first,
                last=self.last,
                before=self.pairs[0],
                after=self.pairs[1],
                left_before=self.left[0],
                left=self.left[1],
                became=len(self.became),
                ceased=len(self.ceased),
                against=len(self.against),
                doubtful=len(self.doubtful),
                faded=len(self.faded),
            ),
            language.words(
                "outcome-small",
                small=len(self.small),
                most=self.most,
                before=self.partners[0],
                after=self.partners[1],
                leading=self.leading,
            ),
        ]
        if self.poorer:
            names = list_names([one for one, _ in self.poorer], language)
            said.append(language.words("outcome-poorer", count=len(self.poorer), names=names))
        return (*said, language.words("outcome-cause"))

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "plan": self.kept.id,
            "eve": self.eve.isoformat(),
            "day": self.last.isoformat(),
            "rival_pairs": list(self.pairs),
            "without_lead": list(self.left),
            "became": [list(pair) for pair in self.became],
            "ceased": [list(pair) for pair in self.ceased],
            "against_a_lead": [list(pair) for pair in self.against],
            "possible_before": [list(pair) for pair in self.doubtful],
            "possible_still": [list(pair) for pair in self.faded],
            "small_provinces": [one.id for one in self.small],
            "partners_of_small": list(self.partners),
            "poorer": {one.id: count for one, count in self.poorer},
            "small_that_lead": self.leading,
        }


def find_outcome(snapshot: Snapshot, scope: Scope, last: date) -> Outcome | None:
    """Return what became since the plan in force on a day is so, at a level and in a sector; None if none."""
    kept = find_in_force(snapshot, last, scope.level, scope.sector)
    if kept is None or kept.first is None:
        return None
    eve = kept.first - timedelta(days=1)
    before, after = (Day(snapshot, replace(scope, as_of=day)) for day in (eve, last))
    rivals, now = _list_rivals(before, kept), _list_rivals(after, kept)
    became, ceased = tuple(sorted(now - rivals)), tuple(sorted(rivals - now))
    had, have = ({one.id: n for one, n in _count_partners(snapshot, day)} for day in (before, after))
    known = sorted(count for count in had.values() if count)
    most = int(median(known)) if known else 0
    small = [
        name_place(snapshot, row)
        for row in snapshot.rows_of("Province")
        if 0 < had[snapshot.places.ids[row]] <= most
    ]
    lost = [(one, had[one.id] - have[one.id]) for one in small if have[one.id] < had[one.id]]
    return Outcome(
        kept,
        eve,
        last,
        (len(rivals), len(now)),
        (len(_leave_out_leads(rivals, kept)), len(_leave_out_leads(now, kept))),
        became,
        ceased,
        tuple(pair for pair in became if kept.leads[pair[0]] in pair[1:]),
        tuple(pair for pair in became if before.verdicts.get(pair) == "possible"),
        tuple(pair for pair in ceased if after.verdicts.get(pair) == "possible"),
        tuple(small),
        most,
        (sum(had[one.id] for one in small), sum(have[one.id] for one in small)),
        tuple(sorted(lost, key=lambda one: (-one[1], one[0].id))),
        sum(one.id in kept.loads for one in small),
    )


def _list_rivals(day: Day, kept: KeptPlan) -> set[Pair]:
    """Return the pairs that are certain or presumed rivals at targets that the plan names."""
    return {pair for pair, verdict in day.verdicts.items() if verdict in RIVALRY and pair[0] in kept.leads}


def _leave_out_leads(pairs: Iterable[Pair], kept: KeptPlan) -> list[Pair]:
    return [pair for pair in pairs if kept.leads[pair[0]] not in pair[1:]]


def _count_partners(snapshot: Snapshot, day: Day) -> list[tuple[PlaceName, int]]:
    """Return of each province how many partners it surely has."""
    provinces = (name_place(snapshot, row) for row in snapshot.rows_of("Province"))
    return [(one, count_there(day, "province", one.id).others) for one in provinces]
