"""Contests: where pairs of provinces meet, each at the finest target that both have (methods 3.4, item 4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np

from graphmap.analysis.blocks import Block
from graphmap.analysis.dividing import divide_by_target
from graphmap.analysis.findings import Doubt, PlaceName, give_names, join_clauses, list_names
from graphmap.analysis.judging import Codes, Judged
from graphmap.analysis.meetings import Meeting, find_meeting
from graphmap.analysis.pairs import (
    PAIRS_DESCRIBED,
    JudgedPair,
    JudgedPairs,
    RivalPair,
    list_counts,
    rank_meeting,
    rank_pair,
    say_verdict,
)
from graphmap.analysis.scope import Scope, select_ties
from graphmap.language import CODES, load_language
from graphmap.scales import LEVELS, VERDICTS, Level, Verdict
from graphmap.store.snapshot import Flags, Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language

LED_BY = 10
"""How many of its strongest pairs a contest is ranked and summed up by: R of all of them would take long."""

MANY_TIMES = 10
"""Of how many times as many pairs as are wanted the first are chosen, where very many are alike."""

MOST_RANKED = 4000
"""Among how many alike they are chosen at most, or as many as are wanted: R of each takes a millisecond."""

_CONTACT = VERDICTS.index("in contact")


@dataclass(frozen=True)
class Contest:
    """A target at which pairs of provinces meet, and what those pairs are to each other there.

    A pair meets at the finest target at which both have a commitment: a country is the contest of those pairs
    alone that meet nowhere nearer in it. `provinces` are those of its pairs, `in_contact` those that have
    events there and no more. `verdict` is the strongest of its pairs, `verdicts` how many pairs have which
    (by strength), `preparing` the strongest among ties not yet in force; `preparing_pairs` more pairs meet by
    such alone, and are not counted among the others.
    """

    target: PlaceName
    level: Level
    provinces: tuple[PlaceName, ...]
    in_contact: tuple[PlaceName, ...]
    verdict: Verdict
    verdicts: tuple[tuple[Verdict, int], ...]
    preparing: Verdict
    preparing_pairs: int
    ties: tuple[str, ...]
    unknown: tuple[Doubt, ...]
    _block: Block = field(repr=False)
    _judged: Judged = field(repr=False)

    @cached_property
    def pairs(self) -> tuple[RivalPair, ...]:
        """Return its pairs, the strongest first, at most PAIRS_DESCRIBED of them."""
        return self.list_pairs(PAIRS_DESCRIBED)

    def list_pairs(self, limit: int | None = None) -> tuple[RivalPair, ...]:
        """Return its pairs by verdict, R, the later that both were there, and ids; at most so many.

        Where there are more, those of the strongest verdicts are taken, in the order of their ids.
        """
        return tuple(pair.described for pair in sorted(self._pairs.choose(limit), key=rank_pair))

    @cached_property
    def _pairs(self) -> JudgedPairs:
        return JudgedPairs(self._block, self._judged, self.level)

    def choose_pairs_of(self, kind: tuple[Verdict, Verdict], limit: int) -> list[JudgedPair]:
        """Return its pairs of some verdict of ties in force and of those not yet; at most so many."""
        strength, preparing = (VERDICTS.index(verdict) for verdict in kind)
        chosen = (self._judged.strength == strength) & (self._judged.preparing == preparing)
        return self._pairs.choose(limit, chosen & self._judged.meet)

    @cached_property
    def kinds_of_pairs(self) -> tuple[tuple[Verdict, Verdict], ...]:
        """Return which verdicts, of ties in force and of those not yet, its pairs have."""
        meet = self._judged.meet
        found = {
            *zip(self._judged.strength[meet].tolist(), self._judged.preparing[meet].tolist(), strict=True)
        }
        return tuple((VERDICTS[strength], VERDICTS[preparing]) for strength, preparing in sorted(found))

    @property
    def strengths(self) -> tuple[tuple[PlaceName, ...], Codes]:
        """Return all provinces with a tie there, and what each two are: a square table of places on VERDICTS.

        Two that meet nearer are nothing to each other here.
        """
        return self._block.provinces, self._judged.strength

    def find_meeting(self, one: int, other: int) -> Meeting:
        """Return where two of the provinces of `strengths` meet, each by its place there."""
        return find_meeting(self._block, one, other)

    @property
    def pair_count(self) -> int:
        """Return how many pairs it has of which both are there."""
        return sum(count for _, count in self.verdicts)

    @property
    def all_pairs(self) -> int:
        """Return how many pairs it has, those that meet by ties not in force yet alone among them."""
        return self.pair_count + self.preparing_pairs

    @property
    def pairs_left_out(self) -> int:
        """Return how many pairs `pairs` leaves out."""
        return max(0, self.all_pairs - PAIRS_DESCRIBED)

    @cached_property
    def leading(self) -> tuple[JudgedPair, ...]:
        """Return the first of its strongest pairs, which it is ranked by and summed up from."""
        return tuple(sorted(self._strongest, key=rank_pair))

    @cached_property
    def _strongest(self) -> list[JudgedPair]:
        """Return the first of its strongest pairs, by strength and ids alone."""
        pairs = self._pairs.choose(LED_BY)
        like_all = (self.verdict, self.preparing)
        return [pair for pair in pairs if (pair.verdict, pair.preparing) == like_all] or pairs

    @property
    def _sectors(self) -> list[str]:
        """Return the sectors in which its leading pairs meet, in the order of these."""
        alike = len({pair.meeting.sectors for pair in self._strongest}) == 1
        # R, which pairs are ordered by, takes long: where all meet in the same, their order tells nothing.
        pairs = self._strongest[:1] if alike else self.leading
        return list(dict.fromkeys(sector for pair in pairs for sector in pair.meeting.sectors))

    def sentence(self, language: Language) -> str:
        """Say it: "Governor of Erbil: Tehran, Qazvin; presumed rivalry (1 of 1 pair)"."""
        names = list_names(self.provinces, language)
        said = [language.words("contest", target=self.target.in_language(language), names=names)]
        said += [
            language.words(
                "contest-pairs", pairs=count, all=self.pair_count, verdict=say_verdict(name, language)
            )
            for name, count in self.verdicts
        ]
        if self.preparing != "none":
            said.append(language.words("preparing", verdict=say_verdict(self.preparing, language)))
        if self.in_contact:
            said.append(language.words("contest-contact", names=list_names(self.in_contact, language)))
        said += [doubt.sentence(language) for doubt in self.unknown]
        return join_clauses(said, language)

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        english, persian = (load_language(code) for code in CODES)
        return {
            **give_names("target", self.target),
            "level": self.level,
            "verdict": self.verdict,
            "pairs": list_counts(self.verdicts, english),
            "pairs_fa": list_counts(self.verdicts, persian),
            "provinces": len(self.provinces),
            **give_names("who", self.provinces),
            "sectors": self._sectors,
            "ties": self.ties,
            "target_id": self.target.id,
            "province_ids": [province.id for province in self.provinces],
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it, with the pairs that `pairs` describes."""
        return {
            "target": self.target.as_json(),
            "level": self.level,
            "provinces": [province.id for province in self.provinces],
            "in_contact": [province.id for province in self.in_contact],
            "verdict": self.verdict,
            "verdicts": dict(self.verdicts),
            "preparing": self.preparing,
            "preparing_pairs": self.preparing_pairs,
            "ties": list(self.ties),
            "pairs": [pair.as_json() for pair in self.pairs],
            "pairs_left_out": self.pairs_left_out,
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


@dataclass(frozen=True, eq=False)
class _Met:
    """Which provinces have met at a target, by their ids, and the row of a tie that leads there."""

    tie: int
    provinces: tuple[str, ...]
    judged: Judged


def gather_contests(snapshot: Snapshot, scope: Scope, coarsest: Sequence[Block]) -> list[Contest]:
    """Return the contests at the level of a scope, whose blocks are given, and at every finer one, ranked.

    The first are those of the strongest verdict, then of the nearest target, of most pairs of that verdict,
    of most pairs, of the greatest least R, of the latest meeting, then by id.
    """
    return list(_rank(judge_contests(snapshot, scope, coarsest)))


def judge_contests(snapshot: Snapshot, scope: Scope, coarsest: Sequence[Block]) -> list[Contest]:
    """Return the contests as `gather_contests` does, the finest level first, not ranked: no R is measured."""
    met: list[_Met] = []
    contests: list[Contest] = []
    for level in LEVELS[: LEVELS.index(scope.level) + 1]:
        targets, ids = snapshot.targets(level), snapshot.places.ids
        nearer: defaultdict[str, list[_Met]] = defaultdict(list)
        for one in met:
            if targets[one.tie] >= 0:
                nearer[ids[targets[one.tie]]].append(one)
        for block in coarsest if level == scope.level else _divide(snapshot, replace(scope, level=level)):
            if len(block.provinces) < 2:
                continue
            judged = _leave_out(block, block.judge_pairs(), nearer[block.target.id])
            if not judged.meet.any():
                continue
            contests.append(_describe(block, level, judged))
            tie = snapshot.ties.find(block.ids[0])
            met.append(_Met(tie, tuple(province.id for province in block.provinces), judged))
    return contests


def _divide(snapshot: Snapshot, scope: Scope) -> Iterator[Block]:
    return divide_by_target(select_ties(snapshot, scope, beside=True))


def _leave_out(block: Block, judged: Judged, nearer: Iterable[_Met]) -> Judged:
    """Return what a target's pairs are to each other, without those that met nearer."""
    strength, preparing = (codes.copy() for codes in (judged.strength, judged.preparing))
    for codes in (strength, preparing):
        codes[codes <= _CONTACT] = 0
    place = {province.id: row for row, province in enumerate(block.provinces)}
    for one in nearer:
        rows = np.array([place[province] for province in one.provinces])
        here = np.ix_(rows, rows)
        strength[here] = np.where(one.judged.strength > 0, 0, strength[here])
        preparing[here] = np.where(one.judged.meet, 0, preparing[here])
    return Judged(strength, preparing)


def _describe(block: Block, level: Level, judged: Judged) -> Contest:
    meet = judged.meet
    there: Flags = np.logical_or.reduce(meet, axis=1)
    verdicts = judged.count(meet)
    rows = [row for place in np.flatnonzero(there).tolist() for row in range(*block.edges[place : place + 2])]
    only_events = ~np.logical_or.reduceat(block.table["present"] | block.table["preparing"], block.edges[:-1])
    return Contest(
        target=block.target,
        level=level,
        provinces=_take(block.provinces, there),
        in_contact=_take(block.provinces, only_events & ~there),
        verdict=VERDICTS[int(judged.strength.max())],
        preparing_pairs=verdicts.pop("none", 0),
        verdicts=tuple(verdicts.items()),
        preparing=VERDICTS[int(judged.preparing.max())],
        ties=block.name_ties(rows),
        unknown=block.list_doubts_of(rows),
        _block=block,
        _judged=judged,
    )


def _take(places: tuple[PlaceName, ...], chosen: Flags) -> tuple[PlaceName, ...]:
    return tuple(place for place, is_chosen in zip(places, chosen.tolist(), strict=True) if is_chosen)


def _rank(contests: list[Contest]) -> Iterator[Contest]:
    """Put contests in order; only where all else is alike are the pairs described that decide."""

    def first(contest: Contest) -> tuple[int, int, int, int, int]:
        strongest = dict(contest.verdicts).get(contest.verdict, 0)
        strength, level = VERDICTS.index(contest.verdict), LEVELS.index(contest.level)
        return -strength, level, -strongest, -contest.pair_count, -VERDICTS.index(contest.preparing)

    def then(contest: Contest) -> tuple[float, int, str]:
        return *rank_meeting(contest.leading[0]), contest.target.id

    for _, alike in groupby(sorted(contests, key=first), key=first):
        some = list(alike)
        yield from some if len(some) == 1 else sorted(some, key=then)


def list_pairs(contests: Iterable[Contest], most: int) -> list[RivalPair]:
    """Return the first pairs of all contests: by verdict, nearness, the least R, the latest meeting, ids.

    Of a verdict and level that has far more pairs than are wanted, those of the first contests are ranked.
    """
    kinds: defaultdict[tuple[int, int, int], list[tuple[Contest, tuple[Verdict, Verdict]]]] = defaultdict(
        list
    )
    for contest in contests:
        for kind in contest.kinds_of_pairs:
            strength, preparing = (-VERDICTS.index(verdict) for verdict in kind)
            kinds[strength, LEVELS.index(contest.level), preparing].append((contest, kind))
    found: list[JudgedPair] = []
    enough = min(most * MANY_TIMES, max(most, MOST_RANKED))
    for _, alike in sorted(kinds.items()):
        some: list[JudgedPair] = []
        for contest, kind in alike:
            if len(some) < enough:
                some += contest.choose_pairs_of(kind, most)
        found += sorted(some, key=rank_pair)
        if len(found) >= most:
            break
    return [pair.described for pair in found[:most]]
