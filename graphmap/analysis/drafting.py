"""Drafts a plan: what provinces have there as the numbers that are divided, a lead as what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from graphmap.analysis.blocks import Block
from graphmap.analysis.conduct import judge_conduct
from graphmap.analysis.dividing import divide_by_target
from graphmap.analysis.division import HUNDREDTHS, OPEN, Division, Field, Margin
from graphmap.analysis.findings import PlaceName, list_doubts, name_place
from graphmap.analysis.lead import PAIRS_TOLD, Case, Choice, Lead
from graphmap.analysis.leading import Factor, Ground, find_grounds
from graphmap.analysis.pairs import PAIRS_DESCRIBED, JudgedPairs
from graphmap.analysis.plan_rules import Rules
from graphmap.analysis.scope import Scope, select_ties
from graphmap.scales import VERDICTS, Verdict
from graphmap.store.snapshot import NOTHING, Snapshot

NO_LEADS: Mapping[int, int] = MappingProxyType({})


class Draft:
    """Targets by provinces, with what each has there; describes a lead."""

    def __init__(
        self,
        snapshot: Snapshot,
        scope: Scope,
        rules: Rules,
        given: dict[tuple[int, int], float] | None,
        kept: Mapping[int, int] = NO_LEADS,
    ) -> None:
        """Find what there is in a scope.

        `given` are the committee's own points, in place of all; `kept` are leads that were kept, rows of
        provinces (NOTHING: none) by those of targets.
        """
        self.snapshot, self.rules = snapshot, rules
        self.selection = select_ties(snapshot, scope, beside=True)
        self.grounds = find_grounds(self.selection)
        only = self.selection.scope.country
        country = None if only is None else snapshot.row(only)
        if given is not None:
            for ground in self.grounds.values():
                ground.given = 0
            for pair, points in given.items():
                if country is None or int(snapshot.countries[pair[1]]) == country:
                    self.grounds.setdefault(pair, Ground()).given = points
        for target, province in [*rules.must.items(), *kept.items()]:
            if (province != NOTHING and country is None) or int(snapshot.countries[target]) == country:
                self.grounds.setdefault((province, target), Ground())
        ids = snapshot.places.ids
        self.provinces = sorted({province for province, _ in self.grounds}, key=ids.__getitem__)
        self.targets = sorted({target for _, target in self.grounds}, key=ids.__getitem__)
        self.column = {province: column for column, province in enumerate(self.provinces)}
        self.blocks = {snapshot.row(block.target.id): block for block in divide_by_target(self.selection)}
        self.by_target: dict[int, dict[int, Ground]] = {target: {} for target in self.targets}
        for (province, target), ground in self.grounds.items():
            self.by_target[target][province] = ground

    @cached_property
    def measured(self) -> dict[tuple[int, int], dict[Factor, float]]:
        """The points of each province toward each target, by what gives them."""
        weights = self.rules.weights
        return {pair: ground.measure(weights) for pair, ground in self.grounds.items()}

    def make_field(self, capacity: int, fairness: int) -> Field:
        """Return the numbers of what is divided."""
        shape = len(self.targets), len(self.provinces)
        points, order = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        barred = np.zeros(shape, bool)
        rules = self.rules
        for row, target in enumerate(self.targets):
            ranked = sorted(self.by_target[target], key=lambda province: self._rank(province, target))
            order[row] = len(ranked)
            for rank, province in enumerate(ranked):
                order[row, self.column[province]] = rank
                total = sum(self.measured[province, target].values())
                points[row, self.column[province]] = round(total * HUNDREDTHS)
        place = {target: row for row, target in enumerate(self.targets)}
        for province, target in rules.never:
            if province in self.column and target in place:
                barred[place[target], self.column[province]] = True
        return Field(
            points,
            order,
            np.array([rules.capacity.get(province, capacity) for province in self.provinces], np.int64),
            fairness,
            {place[target]: self.column[own] for target, own in rules.must.items() if target in place},
            barred,
            self._find_border_provinces() if rules.border_provinces_lead else None,
        )

    def _find_border_provinces(self) -> npt.NDArray[np.bool_]:
        bordering = {province for (province, _), ground in self.grounds.items() if ground.borders}
        return np.array([province in bordering for province in self.provinces], bool)

    def _rank(self, province: int, target: int) -> tuple[bool, bool, int, str]:
        """Return the stated order among equals: who leads now, a border, the oldest tie, the code."""
        ground = self.by_target[target][province]
        return (
            self.rules.current.get(target) != province,
            not ground.borders,
            ground.since.toordinal(),
            self.snapshot.places.ids[province],
        )

    def _rank_there(self, province: int, target: int, lead: int | None) -> tuple[object, ...]:
        """Return who goes on first in a crowded sector: the lead, then most points, then the stated order."""
        total = sum(self.measured[province, target].values())
        return province != lead, -total, self._rank(province, target)

    def place_leads(self, kept: Mapping[int, int]) -> tuple[int, ...]:
        """Return the columns of leads that were kept, by target, OPEN where none was."""
        return tuple(self.column.get(kept.get(target, NOTHING), OPEN) for target in self.targets)

    def describe(self, row: int, lead: int, margin: Margin | None, is_kept: bool = False) -> Lead:
        """Return what is said of one target; of a plan that `is_kept`, the runner-up leads in a new one."""
        target = self.targets[row]
        grounds = self.by_target[target]
        own = None if lead == OPEN else self.provinces[lead]
        points = () if own is None else tuple(self.measured[own, target].items())
        supporting = [one for one in grounds if one != own and (grounds[one].ties or grounds[one].perhaps)]
        there = [*([] if own is None else [own]), *supporting]
        ties = [tie for one in there for tie in (*grounds[one].ties, *grounds[one].perhaps)]
        candidates = [one for one in grounds if self.measured[one, target]]
        runner_up = OPEN if margin is None or margin.runner_up == lead else margin.runner_up
        pairs, cases = self._judge_pairs(target, own)
        selection = self.selection
        # Ties of a selection stand by target: those that are present are of the lead and the supporting.
        begin, end = np.searchsorted(selection.target, (target, target + 1))
        doubted = begin + np.flatnonzero(selection.present[begin:end])
        dated = selection.scope.as_of is not None
        return Lead(
            target=name_place(self.snapshot, target),
            lead=None if own is None else name_place(self.snapshot, own),
            points=points,
            choice="kept" if is_kept and own is not None else self._tell_choice(own, target, margin),
            margin=None if margin is None or margin.lost is None else margin.lost / HUNDREDTHS,
            runner_up=None if runner_up == OPEN else name_place(self.snapshot, self.provinces[runner_up]),
            candidates=self._name(candidates),
            supporting=self._name(supporting),
            pairs=pairs,
            cases=cases,
            ties=tuple(dict.fromkeys(ties)),
            sources=tuple(dict.fromkeys(source for one in grounds.values() for source in one.sources)),
            unknown=list_doubts(selection, doubted) if dated else (),
            conduct=judge_conduct(
                self.selection, target, self.rules.limits, lambda one: self._rank_there(one, target, own)
            ),
            is_kept=is_kept,
            ever=not dated,
        )

    def _tell_choice(self, own: int | None, target: int, margin: Margin | None) -> Choice:
        if own is None:
            return "open"
        if target in self.rules.must or margin is None:
            return "set by rule"
        if margin.lost is None and margin.runner_up == OPEN:
            return "only candidate"
        return "committee chooses" if margin.lost == 0 else "clear"

    def _judge_pairs(
        self, target: int, own: int | None
    ) -> tuple[tuple[tuple[Verdict, int, int], ...], tuple[Case, ...]]:
        """Return how many pairs there have which verdict, with and without the lead, and who are rivals."""
        block: Block | None = self.blocks.get(target)
        if block is None:
            return (), ()
        judged = block.judged
        name = None if own is None else self.snapshot.places.ids[own]
        # What is judged is symmetric: each pair stands there twice, but once in the row of the lead.
        before = count_codes(judged.strength) // 2
        leads = np.array([one.id == name for one in block.provinces], bool)
        after = before - count_codes(judged.strength[leads])
        pairs = tuple(
            (VERDICTS[code], int(before[code]), int(after[code]))
            for code in range(len(VERDICTS) - 1, 0, -1)
            if before[code]
        )
        rivals = [judged.strength == VERDICTS.index(verdict) for verdict in PAIRS_TOLD["rival"]]
        rival = np.logical_or.reduce(rivals)
        chosen = JudgedPairs(block, judged, self.selection.scope.level).choose(PAIRS_DESCRIBED, rival)
        return pairs, tuple(
            Case(pair, pair.provinces, pair.verdict, name in {one.id for one in pair.provinces})
            for pair in chosen
        )

    def count_loads(self, best: Division) -> tuple[tuple[tuple[PlaceName, int], ...], tuple[PlaceName, ...]]:
        """Return how many targets each lead has, the most first, and who has ground and none."""
        counted = Counter(lead for lead in best.leads if lead != OPEN)
        ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
        able = {self.column[province] for (province, _), points in self.measured.items() if points}
        loads = tuple((name_place(self.snapshot, self.provinces[lead]), count) for lead, count in ordered)
        return loads, self._name(self.provinces[column] for column in sorted(able - counted.keys()))

    def _name(self, provinces: Iterable[int]) -> tuple[PlaceName, ...]:
        """Return the names of provinces, by their ids."""
        return tuple(self._names[column] for column in sorted(map(self.column.__getitem__, provinces)))

    @cached_property
    def _names(self) -> list[PlaceName]:
        return [name_place(self.snapshot, province) for province in self.provinces]


def count_codes(codes: npt.NDArray[np.int8]) -> npt.NDArray[np.int64]:
    """Return how often each verdict but none occurs, by its code."""
    return np.array([0, *(np.count_nonzero(codes == code) for code in range(1, len(VERDICTS)))], np.int64)
