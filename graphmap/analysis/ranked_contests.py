"""Contests and their pairs in order, worked out as far as one looks."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import overload

from graphmap.analysis.blocks import Block
from graphmap.analysis.contests import Contest, judge_contests
from graphmap.analysis.pairs import JudgedPair, RivalPair, rank_meeting, rank_pair
from graphmap.analysis.scope import Scope
from graphmap.scales import LEVELS, VERDICTS, Verdict
from graphmap.store.snapshot import Snapshot

MANY_TIMES = 10
"""Of how many times as many pairs as are wanted the first are chosen, where very many are alike."""

MOST_RANKED = 4000
"""Among how many alike they are chosen at most, or as many as are wanted: R of each takes a millisecond."""


class RankedContests(Sequence[Contest]):
    """Contests in their order, which is worked out as far as it is looked at.

    The first are those of the strongest verdict, then of the nearest target, of most pairs of that verdict,
    of most pairs, of the greatest least R, of the latest meeting, then by id. R takes a millisecond and
    decides only between those that are alike in all before it: of tens of thousands one looks at a few.
    """

    def __init__(self, contests: Iterable[Contest]) -> None:
        """Take them in any order."""
        self._contests = sorted(contests, key=_rank_roughly)
        # How many stand together that only R decides between, of those not ranked yet.
        self._sizes = deque(len([*alike]) for _, alike in groupby(self._contests, key=_rank_roughly))
        self._ranked = 0

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._contests)

    @overload
    def __getitem__(self, place: int) -> Contest: ...
    @overload
    def __getitem__(self, place: slice) -> list[Contest]: ...
    def __getitem__(self, place: int | slice) -> Contest | list[Contest]:
        """Return a contest, or some of them."""
        chosen = range(len(self))[place]
        self._rank_to(chosen + 1 if isinstance(chosen, int) else max(chosen, default=-1) + 1)
        return self._contests[place]

    @property
    def in_any_order(self) -> Sequence[Contest]:
        """Return all of them, for what needs no order."""
        return tuple(self._contests)

    def _rank_to(self, end: int) -> None:
        while self._ranked < end:
            alike = slice(self._ranked, self._ranked + self._sizes.popleft())
            if alike.stop - alike.start > 1:
                self._contests[alike] = sorted(self._contests[alike], key=_rank_finely)
            self._ranked = alike.stop


def gather_contests(snapshot: Snapshot, scope: Scope, coarsest: Sequence[Block]) -> RankedContests:
    """Return the contests at the level of a scope, whose blocks are given, and at every finer one, ranked."""
    return RankedContests(judge_contests(snapshot, scope, coarsest))


def _rank_roughly(contest: Contest) -> tuple[int, int, int, int, int]:
    strongest = dict(contest.verdicts).get(contest.verdict, 0)
    strength, level = VERDICTS.index(contest.verdict), LEVELS.index(contest.level)
    return -strength, level, -strongest, -contest.pair_count, -VERDICTS.index(contest.preparing)


def _rank_finely(contest: Contest) -> tuple[float, int, str]:
    return *rank_meeting(contest.leading[0]), contest.target.id


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
