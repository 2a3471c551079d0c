"""What each two provinces are to each other at a whole target (a country unless asked otherwise), each once.

That is one of two figures told of pairs. The other counts where they meet, each at the nearest targets that
both have (contests.py): two that act jointly at one office may be rivals elsewhere in the country, and two
that meet at three offices are still one pair there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from graphmap.analysis.blocks import Block
from graphmap.analysis.contests import Contest
from graphmap.analysis.judging import Codes, Flags, Judged
from graphmap.analysis.meetings import Meeting, find_meeting
from graphmap.analysis.nearer import NO_PAIRS, Meetings, Nearer
from graphmap.analysis.pairs import DescribedPairs, JudgedPair, JudgedPairs, rank_pair
from graphmap.scales import VERDICTS, Level, Verdict
from graphmap.store.snapshot import Snapshot

_CONTACT = VERDICTS.index("in contact")


@dataclass(frozen=True, eq=False)
class PairTable:
    """What each two provinces are to each other at one target: a square table of places on VERDICTS.

    It is what all ties of the two there make of them, as `find_rivals(by="target")` judges it; who is in
    contact alone is nothing. `nearer` is the most that two are at any place where they meet nearer.
    """

    provinces: tuple[str, ...]
    strength: Codes
    nearer: Codes = field(repr=False)
    _block: Block = field(repr=False)

    @cached_property
    def verdicts(self) -> dict[Verdict, int]:
        """Return how many pairs have which verdict, the strongest first; pairs that are nothing left out."""
        return _count(self.strength[np.triu_indices(len(self.provinces), k=1)])

    @cached_property
    def strongest(self) -> dict[str, Verdict]:
        """Return for each province the strongest verdict of its pairs."""
        best = self.strength.max(axis=1, initial=0).tolist()
        return {province: VERDICTS[code] for province, code in zip(self.provinces, best, strict=True) if code}

    def list_others(self, province: str) -> dict[str, Verdict]:
        """Return what each other province is to one, the strongest first."""
        if province not in self.provinces:
            return {}
        row = self.strength[self.provinces.index(province)].tolist()
        found = [(-code, other) for other, code in zip(self.provinces, row, strict=True) if code]
        return {other: VERDICTS[-code] for code, other in sorted(found)}

    @cached_property
    def farther(self) -> Codes:
        """Return the table of those pairs alone that meet nearer, and are more here than anywhere there."""
        return np.where((self.nearer > 0) & (self.strength > self.nearer), self.strength, np.int8(0))

    def choose_farther(self, level: Level, most: int) -> list[JudgedPair]:
        """Return the pairs of `farther`, the strongest first, at most so many."""
        judged = Judged(self.farther, np.zeros_like(self.farther))
        return JudgedPairs(self._block, judged, level).choose(most)

    def find_meeting(self, one: int, other: int) -> Meeting:
        """Return where two of its provinces meet, each by its place among them."""
        return find_meeting(self._block, one, other)


def judge_targets(
    snapshot: Snapshot, level: Level, blocks: Iterable[Block], contests: Iterable[Contest]
) -> dict[str, PairTable]:
    """Return what pairs are to each other at each target of a level, by its id; the contests are given."""
    meetings = Meetings(snapshot)
    for contest in contests:
        if contest.level != level:
            contest.keep_in(meetings)
    nearer = meetings.gather(level)
    tables: dict[str, PairTable] = {}
    for block in blocks:
        strength = block.judged.strength.copy()
        strength[strength <= _CONTACT] = 0
        if strength.any():
            provinces = tuple(place.id for place in block.provinces)
            met = _lay_most(block, nearer.get(block.target.id, NO_PAIRS))
            tables[block.target.id] = PairTable(provinces, strength, met, block)
    return tables


def pool_verdicts(counts: Iterable[Mapping[Verdict, int]]) -> dict[Verdict, int]:
    """Add up how many pairs have which verdict, the strongest first."""
    total: Counter[Verdict] = Counter()
    for one in counts:
        total.update(one)
    return {verdict: total[verdict] for verdict in reversed(VERDICTS) if total[verdict]}


def list_farther(tables: Iterable[PairTable], level: Level, most: int) -> DescribedPairs:
    """Return the pairs that are more at a target than wherever they meet nearer, the strongest first.

    They are rivals there by other ties than those by which they meet. At most so many.
    """
    found = [pair for table in tables for pair in table.choose_farther(level, most)]
    # R, by which pairs of one verdict are ordered, takes long: those of weaker ones are not looked at.
    strengths = sorted((VERDICTS.index(pair.verdict) for pair in found), reverse=True)[:most]
    chosen = [pair for pair in found if VERDICTS.index(pair.verdict) >= strengths[-1]]
    return DescribedPairs(sorted(chosen, key=rank_pair)[:most])


def _lay_most(block: Block, nearer: Nearer) -> Codes:
    """Return what the provinces of a target are to each other at whichever nearer one they most are."""
    strength = np.zeros_like(block.judged.strength)
    if len(nearer.one):
        np.maximum.at(strength, nearer.lay(block.rows), nearer.strength)
    return strength


def list_places(chosen: Codes | Flags, most: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the places of each two, once, of which a square table holds anything; at most so many."""
    yield from zip(*(part[:most].tolist() for part in np.nonzero(np.triu(chosen, k=1))), strict=True)


def _count(codes: Codes) -> dict[Verdict, int]:
    counts = np.bincount(codes, minlength=len(VERDICTS)).tolist()
    return {VERDICTS[code]: counts[code] for code in range(len(VERDICTS) - 1, 0, -1) if counts[code]}
