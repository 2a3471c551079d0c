"""The least R and the latest meeting of many pairs at once: what those alike in all else are ordered by.

They are what `JudgedPair` finds of each pair by itself; a few, of many ties or of an act that both have a
part in, are left to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from graphmap.analysis.distinct import list_distinct
from graphmap.analysis.dividing import Division, number_days
from graphmap.analysis.judging import judge_columns
from graphmap.analysis.meeting_points import Contests
from graphmap.analysis.pairs import DECIMALS, JudgedPair, rank_meeting
from graphmap.analysis.scope import OTHER_SECTOR
from graphmap.analysis.standings import KINDS, Rows, choose_first, list_cells
from graphmap.dates import BOUNDS, FIRST_DAY, LAST_DAY
from graphmap.runs import list_rows, place_in_runs
from graphmap.scales import SURE, VERDICTS
from graphmap.schema.sectors import SECTORS

LED_BY = 10
"""How many of its strongest pairs a contest is ranked by: R of all of them would take long."""

MANY_TIES = 12
"""Two provinces of more ties than that at a target are measured by themselves."""

PAIRS_AT_ONCE = 2048

NOT_TOLD = 1.0
"""Stands where the least R would be negated: of what has none, which comes last."""

_FIRST, _LAST = FIRST_DAY.toordinal(), LAST_DAY.toordinal()
_PRESUMED = VERDICTS.index("presumed")

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Pairs:
    """Pairs of provinces at targets of one level, each by the places of the two, and what they are."""

    contests: Contests
    level: int
    target: Rows
    one: Rows
    other: Rows
    verdict: Rows
    preparing: Rows

    def take(self, chosen: npt.NDArray[Any]) -> Pairs:
        """Return some of them."""
        held = (self.target, self.one, self.other, self.verdict, self.preparing)
        return Pairs(self.contests, self.level, *(part[chosen] for part in held))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.target)

    @property
    def division(self) -> Division:
        """Return the ties of the level by target."""
        return self.contests.division_of(self.level)

    def describe(self) -> Iterator[JudgedPair]:
        """Yield each as it is described by itself."""
        level = self.contests.levels[self.level]
        held = (self.target, self.one, self.other, self.verdict, self.preparing)
        for target, one, other, *codes in zip(*(part.tolist() for part in held), strict=True):
            verdict, preparing = (VERDICTS[code] for code in codes)
            yield JudgedPair(self.division[target], level, (one, other), verdict, preparing)

    def rank(self, most: int) -> Pairs:
        """Return the first of them: by verdict, the least R, the latest meeting, ids; at most so many."""
        least, latest = measure_pairs(self)
        provinces, cuts = self.division.provinces, self.division.cuts[self.target]
        ids = self.contests.snapshot.places.ids
        named = [[ids[row] for row in provinces[cuts + one].tolist()] for one in (self.one, self.other)]
        columns = (-self.verdict, -self.preparing, least, latest)
        keys = [*zip(*(column.tolist() for column in columns), *named, strict=True)]
        return self.take(np.array(sorted(range(len(self)), key=keys.__getitem__)[:most], np.int64))


def measure_leaders(contests: Contests, chosen: Rows) -> tuple[Numbers, Rows]:
    """Return what contests alike in all else are ordered by: that of the first strongest pair of each."""
    least, latest = np.full(len(chosen), np.inf), np.zeros(len(chosen), np.int64)
    for level in list_distinct(contests.level[chosen]).tolist():
        here = np.flatnonzero(contests.level[chosen] == level)
        order = here[np.argsort(contests.target[chosen[here]])]
        pairs, owner = _choose_leaders(contests, level, chosen[order])
        found = measure_pairs(pairs)
        best = np.lexsort((found[1], found[0], owner))
        best = best[np.flatnonzero(np.diff(owner[best], prepend=-1))]
        least[order], latest[order] = found[0][best], found[1][best]
    return least, latest


def _choose_leaders(contests: Contests, level: int, chosen: Rows) -> tuple[Pairs, Rows]:
    """Return the first of the strongest pairs of some contests, and of which of these each is."""
    squares, strength, preparing = contests.contested(level)
    target = contests.target[chosen]
    kind = np.array([contests.kinds_of(place)[0][-1] for place in chosen.tolist()])
    is_small = squares.is_small[target]
    found = []
    if is_small.any():
        which = np.searchsorted(squares.small, target[is_small])
        widths = squares.widths[which]
        owner = np.repeat(np.flatnonzero(is_small), widths**2)
        place = place_in_runs(widths**2)
        cells = np.repeat(squares.begins[which], widths**2) + place
        one, other = np.divmod(place, np.repeat(widths, widths**2))
        kinds = strength[cells].astype(np.int64) * KINDS
        if preparing is not None:
            kinds += preparing[cells]
        some = np.flatnonzero((kinds == kind[owner]) & (one < other))
        first = np.flatnonzero(np.diff(owner[some], prepend=-1))
        some = some[place_in_runs(np.diff(first, append=len(some))) < LED_BY]
        found.append(np.stack([owner[some], one[some], other[some]]))
    for place_ in np.flatnonzero(~is_small).tolist():
        judged = contests.find_judged(level, int(target[place_]))
        one, other = choose_first(judged, LED_BY)
        kinds = judged.strength[one, other].astype(np.int64) * KINDS + judged.preparing[one, other]
        some = np.flatnonzero(kinds == kind[place_])
        found.append(np.stack([np.full(len(some), place_), one[some], other[some]]))
    owner, one, other = np.concatenate(found, axis=1)
    return Pairs(contests, level, target[owner], one, other, *np.divmod(kind[owner], KINDS)), owner


def list_pairs_of(contests: Contests, level: int, targets: Rows, kind: int, most: int) -> Pairs:
    """Return the pairs of a kind at some targets of a level, in their order, at most so many of each."""
    squares, strength, preparing = contests.contested(level)
    found = [np.zeros((3, 0), np.int64)]
    code, later = divmod(kind, KINDS)
    small = targets[squares.is_small[targets]]
    if len(small):
        asked = np.zeros(len(contests.division_of(level)), np.bool_)
        asked[small] = True
        chosen = strength == code
        if preparing is not None:
            chosen &= preparing == later
        _, target, one, other = list_cells(squares, chosen)
        some = asked[target] & (one < other)
        found.append(np.stack([target[some], one[some], other[some]]))
    for target in targets[~squares.is_small[targets]].tolist():
        judged = contests.find_judged(level, target)
        alike = (judged.strength == code) & (judged.preparing == later)
        one, other = choose_first(judged, most, alike)
        found.append(np.stack([np.full(len(one), target), one, other]))
    whole = np.concatenate(found, axis=1)
    place = np.empty(len(contests.division_of(level)), np.int64)
    place[targets] = np.arange(len(targets))
    target, one, other = whole[:, np.argsort(place[whole[0]], kind="stable")]
    codes = (np.full(len(target), told) for told in (code, later))
    return Pairs(contests, level, target, one, other, *codes)


def measure_pairs(pairs: Pairs) -> tuple[Numbers, Rows]:
    """Return for each pair what `rank_meeting` does: the least R, negated, and the latest day, negated."""
    least, latest = np.full(len(pairs), NOT_TOLD), np.zeros(len(pairs), np.int64)
    division = pairs.division
    ends = np.append(division.firsts[1:], len(division.selection.ties))
    sizes = np.zeros(len(pairs), np.int64)
    for place in (pairs.one, pairs.other):
        group = division.cuts[pairs.target] + place
        sizes += ends[group] - division.firsts[group]
    apart = (sizes > MANY_TIES) | _share_acts(pairs)
    # Those of as many ties stand together, since each takes the room of the one that has most.
    order = np.argsort(sizes, kind="stable")
    order = order[~apart[order]]
    for low in range(0, len(order), PAIRS_AT_ONCE):
        part = order[low : low + PAIRS_AT_ONCE]
        measured = _Measured(pairs.take(part))
        least[part], latest[part] = measured.least, measured.latest
        apart[part] = measured.is_exact
    rest = np.flatnonzero(apart)
    for row, pair in zip(rest.tolist(), pairs.take(rest).describe(), strict=True):
        least[row], latest[row] = rank_meeting(pair)
    return least, latest


def _share_acts(pairs: Pairs) -> Flags:
    """Return which two have a part in one act: what rests on any other act is judged as if on none."""
    acts, widths = pairs.division.acts, pairs.division.widths
    found = np.zeros(len(pairs), np.bool_)
    some = np.flatnonzero(acts.counts[pairs.target])
    order = some[np.argsort(pairs.target[some], kind="stable")]
    for rows in np.split(order, np.flatnonzero(np.diff(pairs.target[order])) + 1) if len(order) else ():
        target = int(pairs.target[rows[0]])
        parts, _ = acts.list_parts(target, int(widths[target]))
        found[rows] = (parts[pairs.one[rows]] & parts[pairs.other[rows]]).any(axis=1)
    return found


class _Measured:
    """The ties of some pairs, those of each one after the other, and what they amount to."""

    def __init__(self, pairs: Pairs) -> None:
        division = pairs.division
        self.selection, self.verdict = division.selection, pairs.verdict
        self.scope = self.selection.scope
        ends = np.append(division.firsts[1:], len(self.selection.ties))
        groups = np.stack([division.cuts[pairs.target] + one for one in (pairs.one, pairs.other)], axis=1)
        begins, sizes = division.firsts[groups], ends[groups] - division.firsts[groups]
        self.sizes = sizes
        each = sizes.ravel()
        self.edges = np.append(0, np.cumsum(each))
        self.owner = np.repeat(np.repeat(np.arange(len(pairs)), 2), each)
        self.is_other = np.repeat(np.tile([False, True], len(pairs)), each)
        self.columns = self._read(list_rows(begins.ravel(), each))

    def _read(self, rows: Rows) -> dict[str, npt.NDArray[Any]]:
        selection, ties = self.selection, self.selection.snapshot.ties
        chosen = selection.ties[rows]
        days = (*BOUNDS, "certain_from", "certain_until")
        return {
            **{name: number_days(getattr(ties, name)[chosen]) for name in days},
            "sectors": selection.sectors[rows],
            "certain": selection.certain[rows],
            "presumed": selection.certainty[rows] >= SURE,
            "preparing": ties.preparing[chosen],
            "event": ties.nature.codes[chosen] == ties.nature.find_code("event"),
            "intensity": ties.intensity[chosen],
            "proves": ties.proves[chosen],
            "present": selection.present[rows],
        }

    @cached_property
    def _cells(self) -> tuple[Rows, Rows, Rows]:
        """Each tie of the one province of a pair with each of the other's, and the pair."""
        counts = self.sizes[:, 0] * self.sizes[:, 1]
        pair = np.repeat(np.arange(len(counts)), counts)
        mine, its = np.divmod(place_in_runs(counts), self.sizes[pair, 1])
        return self.edges[2 * pair] + mine, self.edges[2 * pair + 1] + its, pair

    @cached_property
    def latest(self) -> Rows:
        """The day by which both were there, negated; 0 where no day shows it."""
        mine, its, pair = self._cells
        starts = np.flatnonzero(np.diff(pair, prepend=-1))
        one, other = ({name: column[part] for name, column in self.columns.items()} for part in (mine, its))
        codes = judge_columns(one, other, self.scope.as_of is not None)
        in_force = np.where(one["preparing"] | other["preparing"], np.int8(0), codes)
        most, best = (np.maximum.reduceat(part, starts) for part in (in_force, codes))
        told = np.where(most > 0, most, best)[pair]
        meet = (np.where(most[pair] > 0, in_force, codes) == told) & (told > 0)
        both = np.maximum(one["since_latest"], other["since_latest"]).astype(np.int64)
        latest = np.minimum.reduceat(np.where(meet, both, _LAST), starts)
        return np.where(latest < _LAST - 1, -latest, 0)

    # ------------------------------------------------------------------------ R

    def _any(self, chosen: Flags) -> Flags:
        return np.bincount(self.owner, chosen, len(self.sizes)) > 0

    @cached_property
    def _lasts(self) -> Flags:
        lasts: Flags = self.columns["present"] & ~self.columns["event"]
        return lasts

    @cached_property
    def _period(self) -> tuple[Rows, Rows, Flags]:
        """The earliest known start of each pair, its horizon or latest end, and whether both are told."""
        since, until = self.columns["since_earliest"], self.columns["until_latest"]
        first = np.full(len(self.sizes), _LAST, np.int64)
        np.minimum.at(first, self.owner, np.where(self._lasts & (since > _FIRST), since, _LAST))
        last = np.full(len(self.sizes), _FIRST, np.int64)
        if self.scope.horizon is None:
            np.maximum.at(last, self.owner, np.where(self._lasts, until, _FIRST))
        else:
            last[:] = self.scope.horizon.toordinal()
        told = (first < _LAST) & (last < _LAST)
        told &= self._any(self._lasts & ~self.is_other) & self._any(self._lasts & self.is_other)
        return first, np.maximum(first, last), told

    @cached_property
    def _lacks_start(self) -> Flags:
        since = self.columns["since_earliest"]
        return self._any(self._lasts & (since == _FIRST) & (since < self.columns["since_latest"]))

    @cached_property
    def _cut(self) -> dict[str, Rows]:
        first, last, _ = self._period
        return {
            name: np.clip(self.columns[name].astype(np.int64), first[self.owner], last[self.owner])
            for name in BOUNDS
        }

    @cached_property
    def _codes(self) -> tuple[npt.NDArray[np.int64], Flags]:
        """The sectors of each tie, and whether it lies in one that is not known as well."""
        codes = self.columns["sectors"]
        other = self._lasts & (codes & OTHER_SECTOR != 0)
        blurs = (self._any(other & ~self.is_other) & self._any(other & self.is_other))[self.owner]
        return np.where(blurs, codes & ~OTHER_SECTOR, codes), (codes == 0) | (blurs & other)

    @cached_property
    def is_exact(self) -> Flags:
        """Whether all sectors and dates of a pair are known: it has shares, which are measured one by one."""
        cut, proves = self._cut, self.columns["proves"]
        firm = proves & (cut["since_earliest"] == cut["since_latest"])
        firm &= (cut["until_earliest"] == cut["until_latest"]) & ~self._codes[1]
        vague = self._lasts & (cut["since_earliest"] < cut["until_latest"]) & ~firm
        return self._period[2] & ~self._lacks_start & ~self._any(vague)

    @cached_property
    def _sure(self) -> tuple[Flags, Rows]:
        """Which ties are certainly there for some time in the period, and until when."""
        presumes = (self.verdict == _PRESUMED)[self.owner] & self.columns["presumed"]
        until = np.where(presumes, self._period[1][self.owner], self._cut["until_earliest"])
        sure = self._lasts & self.columns["proves"] & (self._cut["since_latest"] < until)
        if self.scope.sector is not None:
            sure &= self.columns["sectors"] != 0
        return sure, until

    @cached_property
    def least(self) -> Numbers:
        """The least that R can be, negated; NOT_TOLD where it is not told."""
        (sure, until), cut = self._sure, self._cut
        possible = self._lasts & (cut["since_earliest"] < cut["until_latest"])
        done = self._any((self.columns["intensity"] > 0) & (sure | possible))
        mine, its, pair = self._cells
        since, codes = cut["since_latest"], self._codes[0]
        alike = sure[mine] & sure[its] & (codes[mine] & codes[its] != 0)
        alike &= (since[mine] < until[its]) & (since[its] < until[mine])
        bounded = np.bincount(pair, alike, len(self.sizes)) > 0
        bounded &= done & self._period[2] & ~self._lacks_start & ~self.is_exact
        found = np.where(done & self._period[2], 0.0, NOT_TOLD)
        some = np.flatnonzero(bounded)
        if len(some):
            found[some] = -np.round(self._bound(some, possible), DECIMALS) + 0.0
        return found

    def _bound(self, some: Rows, possible: Flags) -> Numbers:
        """Return the least R of some pairs as measures.bound_rivalry does: the least N / (N + the most E).

        Of each pair (a row each) the days on which anything changes stand side by side, and its ties, too.
        """
        sure, until = self._sure
        begins, sizes = self.edges[2 * some], self.sizes[some].sum(axis=1)
        place = np.arange(int(sizes.max()))
        there = place < sizes[:, None]
        at = np.where(there, begins[:, None] + place, begins[:, None])
        is_sure, may = sure[at] & there, possible[at] & there
        spans = [
            (self._cut["since_latest"][at], until[at], is_sure),
            (self._cut["since_earliest"][at], self._cut["until_latest"][at], may),
        ]
        first = self._period[0][some][:, None]
        days = [np.where(flags, day, first) for start, end, flags in spans for day in (start, end)]
        changes = np.sort(np.concatenate(days, axis=1), axis=1)
        begun, length = changes[:, None, :-1], np.diff(changes, axis=1)
        strength = self.columns["intensity"][at][:, :, None]
        # Of each tie (the second axis) its intensity in each span of days: certainly, and possibly.
        certain, maybe = (
            np.where(
                flags[:, :, None] & (start[:, :, None] <= begun) & (begun < end[:, :, None]), strength, 0.0
            )
            for start, end, flags in spans
        )
        either = np.maximum(certain, maybe)
        codes, blank = self._codes[0][at], self._codes[1][at]
        is_other = self.is_other[at]
        alike, apart = np.zeros(len(some)), np.zeros(len(some))
        free = (
            (1 << len(SECTORS)) - 1 if self.scope.sector is None else 1 << [*SECTORS].index(self.scope.sector)
        )
        for bit in range(len(SECTORS)):
            in_it = codes >> bit & 1 != 0
            may_be = in_it | (blank if free >> bit & 1 else False)
            low, high = [], []
            for side in (~is_other, is_other):
                low.append(np.where((in_it & side)[:, :, None], certain, 0.0).max(axis=1))
                high.append(np.where((may_be & side)[:, :, None], either, 0.0).max(axis=1))
            alike += (length * np.minimum(*low)).sum(axis=1)
            apart += (length * np.maximum(high[0] - low[1], high[1] - low[0])).sum(axis=1)
        return np.divide(alike, alike + apart, out=np.zeros(len(some)), where=alike > 0)
