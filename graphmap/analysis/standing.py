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
from graphmap.analysis.judging import Codes, Flags, Judged
from graphmap.analysis.leaders import Pairs
from graphmap.analysis.meeting_points import CONTACT, Contests, name_counts
from graphmap.analysis.meetings import Meeting, find_meeting
from graphmap.analysis.pairs import DescribedPairs
from graphmap.analysis.standings import (
    KINDS,
    Squares,
    choose_first,
    count_kinds,
    count_kinds_of_small,
    list_cells,
)
from graphmap.scales import VERDICTS, Verdict


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

    def list_provinces(self, verdict: Verdict) -> list[str]:
        """Return the provinces that are in a pair of a verdict."""
        there = (self.strength == VERDICTS.index(verdict)).any(axis=1).tolist()
        return [province for province, is_in in zip(self.provinces, there, strict=True) if is_in]

    @cached_property
    def farther(self) -> Codes:
        """Return the table of those pairs alone that meet nearer, and are more here than anywhere there."""
        return np.where((self.nearer > 0) & (self.strength > self.nearer), self.strength, np.int8(0))

    def find_meeting(self, one: int, other: int) -> Meeting:
        """Return where two of its provinces meet, each by its place among them."""
        return find_meeting(self._block, one, other)


def judge_targets(squares: Squares, contests: Contests | None = None) -> dict[str, PairTable]:
    """Return what pairs are to each other at each target of a level, by its id.

    Where the contests of it and of every finer level are given, it is known who meets nearer.
    """
    tables: dict[str, PairTable] = {}
    for target in np.flatnonzero(squares.is_met).tolist():
        strength = squares.find(target).strength.copy()
        strength[strength <= CONTACT] = 0
        if strength.any():
            block = squares.division[target]
            provinces = tuple(place.id for place in block.provinces)
            nearer = np.zeros_like(strength) if contests is None else contests.find_nearer(target)
            tables[block.target.id] = PairTable(provinces, strength, nearer, block)
    return tables


def count_at_targets(squares: Squares) -> dict[Verdict, int]:
    """Return how many pairs have which verdict at the targets of a level, each two at one target once."""
    counts = np.zeros(KINDS, np.int64)
    _, kinds, pairs = count_kinds_of_small(squares, *squares.judged)
    np.add.at(counts, kinds // KINDS, pairs)
    for target in squares.large.tolist():
        counts += count_kinds(squares.find(target)).reshape(KINDS, KINDS).sum(axis=1)
    counts[: CONTACT + 1] = 0
    return name_counts(counts)


def pool_verdicts(counts: Iterable[Mapping[Verdict, int]]) -> dict[Verdict, int]:
    """Add up how many pairs have which verdict, the strongest first."""
    total: Counter[Verdict] = Counter()
    for one in counts:
        total.update(one)
    return {verdict: total[verdict] for verdict in reversed(VERDICTS) if total[verdict]}


def list_farther(contests: Contests, most: int) -> DescribedPairs:
    """Return the pairs that are more at a target than wherever they meet nearer, the strongest first.

    They are rivals there by other ties than those by which they meet. At most so many.
    """
    level = len(contests.levels) - 1
    if not (contests.level < level).any():
        return DescribedPairs()
    pairs = _find_farther(contests, level, most)
    # R, by which pairs of one verdict are ordered, takes long: those of weaker ones are not looked at.
    strongest = np.sort(pairs.verdict)[::-1][:most]
    pairs = pairs.take(np.flatnonzero(pairs.verdict >= strongest.min(initial=KINDS)))
    return DescribedPairs([*pairs.rank(most).describe()])


def _find_farther(contests: Contests, level: int, most: int) -> Pairs:
    """Return the pairs that are more at targets of a level than wherever nearer, at most so many of each."""
    squares = contests.contested(level).squares
    strength, _ = squares.judged
    met = contests.find_met_of_small(level)
    farther = (strength > CONTACT) & (met > 1) & (strength >= met)
    cells, target, one, other = list_cells(squares, farther)
    once = one < other
    found = [np.stack([target[once], one[once], other[once], strength[cells[once]]])]
    for large in squares.large.tolist():
        raw, nearer = squares.find(large).strength, contests.find_nearer(large)
        more = np.where((nearer > 0) & (raw > nearer) & (raw > CONTACT), raw, np.int8(0))
        if more.any():
            one, other = choose_first(Judged(more, np.zeros_like(more)), most)
            found.append(np.stack([np.full(len(one), large), one, other, more[one, other]]))
    whole = np.concatenate(found, axis=1)
    target, one, other, verdict = whole[:, np.argsort(whole[0], kind="stable")]
    return Pairs(contests, level, target, one, other, verdict, np.zeros_like(verdict))


def list_places(chosen: Codes | Flags, most: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the places of each two, once, of which a square table holds anything; at most so many."""
    yield from zip(*(part[:most].tolist() for part in np.nonzero(np.triu(chosen, k=1))), strict=True)


def _count(codes: Codes) -> dict[Verdict, int]:
    counts = np.bincount(codes, minlength=len(VERDICTS)).tolist()
    return {VERDICTS[code]: counts[code] for code in range(len(VERDICTS) - 1, 0, -1) if counts[code]}
