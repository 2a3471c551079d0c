"""Contests and their pairs in order, worked out as far as one looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import numpy as np

from graphmap.analysis.contests import Contest
from graphmap.analysis.distinct import list_distinct
from graphmap.analysis.dividing import Division
from graphmap.analysis.leaders import list_pairs_of, measure_leaders
from graphmap.analysis.meeting_points import Contests, judge_contests
from graphmap.analysis.pairs import JudgedPair, RivalPair
from graphmap.analysis.scope import Scope
from graphmap.analysis.standings import KINDS, Rows
from graphmap.store.snapshot import Snapshot

MANY_TIMES = 10
"""Of how many times as many pairs as are wanted the first are chosen, where very many are alike."""

MOST_RANKED = 4000
"""Among how many alike they are chosen at most, or as many as are wanted: R of each takes a millisecond."""

RANKED_AT_ONCE = 4096
"""How many contests are ranked in one go where all of them are looked at: columns take long of one or two."""


class RankedContests(Sequence[Contest]):
    """Contests in their order, which is worked out as far as it is looked at.

    The first are those of the strongest verdict, then of the nearest target, of most pairs of that verdict,
    of most pairs, of the greatest least R, of the latest meeting, then by id. R takes long and decides only
    between those that are alike in all before it: of tens of thousands one looks at a few.
    """

    def __init__(self, contests: Contests) -> None:
        """Take them in any order."""
        self.in_any_order = contests
        rough = (
            -contests.strength,
            contests.level,
            -contests.strongest,
            -contests.pairs,
            -contests.preparing,
        )
        self._order = np.lexsort(rough[::-1])
        # Where others begin than those that only R decides between.
        differs = np.zeros(len(contests), np.bool_)
        for column in rough:
            differs |= np.diff(column[self._order], prepend=0) != 0
        if len(differs):
            differs[0] = True
        self._groups = np.append(np.flatnonzero(differs), len(differs))
        self._ranked = 0

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._order)

    @overload
    def __getitem__(self, place: int) -> Contest: ...
    @overload
    def __getitem__(self, place: slice) -> list[Contest]: ...
    def __getitem__(self, place: int | slice) -> Contest | list[Contest]:
        """Return a contest, or some of them."""
        chosen = range(len(self))[place]
        self._rank_to(chosen + 1 if isinstance(chosen, int) else max(chosen, default=-1) + 1)
        if isinstance(chosen, int):
            return self.in_any_order[int(self._order[chosen])]
        return [self.in_any_order[int(self._order[one])] for one in chosen]

    def _rank_to(self, end: int) -> None:
        """Put those before a place in their order, and those alike with the last of them."""
        while self._ranked < end:
            low = int(np.searchsorted(self._groups, self._ranked))
            wanted = min(end, self._ranked + RANKED_AT_ONCE)
            high = max(low + 1, int(np.searchsorted(self._groups, wanted)))
            groups = self._groups[low : high + 1]
            self._rank(groups)
            self._ranked = int(groups[-1])

    def _rank(self, groups: Rows) -> None:
        begin, end = int(groups[0]), int(groups[-1])
        group = np.repeat(np.arange(len(groups) - 1), np.diff(groups))
        unclear = np.flatnonzero(np.repeat(np.diff(groups) > 1, np.diff(groups)))
        if not len(unclear):
            return
        contests = self.in_any_order
        chosen = self._order[begin:end][unclear]
        least, latest = measure_leaders(contests, chosen)
        ids = contests.snapshot.places.ids
        rows = [int(contests.division_of(level).targets[target]) for level, target in self._find(chosen)]
        named = zip(
            group[unclear].tolist(), least.tolist(), latest.tolist(), (ids[row] for row in rows), strict=True
        )
        order = [place for _, place in sorted(zip(named, range(len(rows)), strict=True))]
        self._order[begin + unclear] = chosen[order]

    def walk(self, chosen: Rows) -> Iterator[int]:
        """Yield some contests, by their number in any order, in their rank, worked out as far as one goes."""
        wanted = np.zeros(len(self), np.bool_)
        wanted[chosen] = True
        # Those alike stand together whether they are ranked yet or not.
        group = np.repeat(np.arange(len(self._groups) - 1), np.diff(self._groups))
        for one in list_distinct(group[wanted[self._order]]).tolist():
            low, high = self._groups[one : one + 2].tolist()
            self._rank_to(high)
            alike = self._order[low:high]
            yield from alike[wanted[alike]].tolist()

    def _find(self, chosen: Rows) -> list[tuple[int, int]]:
        contests = self.in_any_order
        return [*zip(contests.level[chosen].tolist(), contests.target[chosen].tolist(), strict=True)]


def gather_contests(snapshot: Snapshot, scope: Scope, coarsest: Division) -> RankedContests:
    """Return the contests at the level of a scope and at every finer one, ranked; see judge_contests."""
    return RankedContests(judge_contests(snapshot, scope, coarsest))


def list_pairs(contests: RankedContests, most: int) -> list[RivalPair]:
    """Return the first pairs of all contests: by verdict, nearness, the least R, the latest meeting, ids.

    Of a verdict and level that has far more pairs than are wanted, those of the first contests are ranked.
    """
    known = contests.in_any_order
    strength, preparing = np.divmod(known.kinds[1], KINDS)
    keys = np.stack([-strength, known.level[known.kinds[0]], -preparing], axis=1)
    found: list[JudgedPair] = []
    for key in sorted({*map(tuple, np.unique(keys, axis=0).tolist())}):
        alike = known.kinds[0][(keys == key).all(axis=1)]
        found += _rank_pairs(contests, alike, (-key[0], -key[2]), most - len(found), most)
        if len(found) >= most:
            break
    return [pair.described for pair in found]


def _rank_pairs(
    contests: RankedContests, alike: Rows, kind: tuple[int, int], wanted: int, most: int
) -> Iterator[JudgedPair]:
    """Yield the first pairs of a kind, of contests of one level that have such."""
    known = contests.in_any_order
    level, code = int(known.level[alike[0]]), kind[0] * KINDS + kind[1]
    counts = {
        contest: min(count, most)
        for contest, of, count in zip(*known.kinds[:, known.kinds[1] == code].tolist(), strict=True)
    }
    enough, chosen, found = min(most * MANY_TIMES, max(most, MOST_RANKED)), list[int](), 0
    for contest in contests.walk(alike):
        chosen.append(int(known.target[contest]))
        found += counts[contest]
        if found >= enough:
            break
    pairs = list_pairs_of(known, level, np.array(chosen), code, most)
    return pairs.rank(wanted).describe()
