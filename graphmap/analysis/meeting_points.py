"""All contests of a scope as columns: where pairs of provinces meet, at the finest targets that both have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import overload

import numpy as np
import numpy.typing as npt

from graphmap.analysis.contests import Contest
from graphmap.analysis.dividing import Division, divide_by_target
from graphmap.analysis.judging import NONE, Codes, Judged
from graphmap.analysis.nearer import (
    NOT_MET,
    Contested,
    Inner,
    find_parents,
    lay_on_one,
    lay_on_small,
    lay_table,
    list_inner,
)
from graphmap.analysis.scope import Scope, select_ties
from graphmap.analysis.standings import KINDS, MOST_HELD, Rows, Squares, count_kinds, count_kinds_of_small
from graphmap.scales import LEVELS, VERDICTS, Level, Verdict
from graphmap.store.snapshot import Snapshot

CONTACT = VERDICTS.index("in contact")


class Contests(Sequence[Contest]):
    """The contests at the level of a scope and at every finer one, the finest first, by target; not ranked.

    `level` and `target` say of each its level and the place of its target in the division of that. `kinds`
    has a row each: a contest, a kind of its pairs (standings.py), and how many of it there are. A contest is
    made when it is looked at.
    """

    level: Rows
    target: Rows
    kinds: npt.NDArray[np.int64]

    def __init__(self, snapshot: Snapshot, scope: Scope, coarsest: Division) -> None:
        """Judge all; the ties of the level of the scope are given by target."""
        self.snapshot, self.scope = snapshot, scope
        self.levels = LEVELS[: LEVELS.index(scope.level) + 1]
        self._contested: list[Contested] = []
        self._parents: dict[tuple[int, int], Rows] = {}
        self._inner: dict[tuple[int, int], Inner] = {}
        self._met: list[Rows] = []
        self._held: dict[tuple[int, int], Judged] = {}
        self._room = MOST_HELD
        self._made: dict[int, Contest] = {}
        found = [self._judge_level(number, coarsest) for number in range(len(self.levels))]
        self._number(found)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.target)

    @overload
    def __getitem__(self, place: int) -> Contest: ...
    @overload
    def __getitem__(self, place: slice) -> list[Contest]: ...
    def __getitem__(self, place: int | slice) -> Contest | list[Contest]:
        """Return a contest, or some of them."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        place = range(len(self))[place]
        if place not in self._made:
            level, target = int(self.level[place]), int(self.target[place])
            block = self._contested[level].division[target]
            contest = Contest(self.levels[level], block, self.find_judged(level, target))
            # As a cached property keeps it: to count anew takes long at a target of thousands.
            contest.__dict__["_counts"] = self._count(place)
            self._made[place] = contest
        return self._made[place]

    @property
    def squares(self) -> Squares:
        """Return what provinces are to each other at all targets of the level asked for, nearer or not."""
        return self._contested[-1].squares

    def contested(self, level: int) -> Contested:
        """Return the tables of a level."""
        return self._contested[level]

    def division_of(self, level: int) -> Division:
        """Return the ties of a level by target."""
        return self._contested[level].division

    def find_judged(self, level: int, target: int) -> Judged:
        """Return what the provinces of a target are to each other, without what they are nearer."""
        squares, strength, preparing = self._contested[level]
        if squares.is_small[target]:
            return squares.view(target, strength, preparing)
        if (level, target) not in self._held:
            judged = self._leave_out(level, target)
            if judged.strength.size > self._room:
                return judged
            self._room -= judged.strength.size
            self._held[level, target] = judged
        return self._held[level, target]

    def find_nearer(self, target: int) -> Codes:
        """Return the most that the provinces of a target of the level asked for are at nearer ones."""
        met = self._find_met(len(self.levels) - 1, target)
        return np.where(met == NOT_MET, np.int8(0), met - np.int8(1))

    # ------------------------------------------------------------------------ columns

    @cached_property
    def strength(self) -> Rows:
        """The strongest verdict of each contest, as a place on VERDICTS."""
        return self._find_most(self.kinds[1] // KINDS)

    @cached_property
    def preparing(self) -> Rows:
        """The strongest verdict of each among ties not in force yet."""
        return self._find_most(self.kinds[1] % KINDS)

    @cached_property
    def strongest(self) -> Rows:
        """How many pairs of each have its strongest verdict by ties in force; 0 where there is none."""
        contest, kind, _ = self.kinds
        return self._add((kind // KINDS == self.strength[contest]) & (kind >= KINDS))

    @cached_property
    def pairs(self) -> Rows:
        """How many pairs of each are there by ties in force."""
        return self._add(self.kinds[1] >= KINDS)

    @property
    def all_pairs(self) -> int:
        """Return how many pairs there are, those by ties not in force yet alone among them."""
        return int(self.kinds[2].sum())

    def count_verdicts(self) -> dict[Verdict, int]:
        """Return how many pairs of all contests have which verdict, the strongest first."""
        return name_counts(np.bincount(self.kinds[1] // KINDS, self.kinds[2], KINDS).astype(np.int64))

    def _find_most(self, codes: Rows) -> Rows:
        found = np.zeros(len(self), np.int64)
        np.maximum.at(found, self.kinds[0], codes)
        return found

    def _add(self, chosen: npt.NDArray[np.bool_]) -> Rows:
        counts = np.where(chosen, self.kinds[2], 0)
        return np.bincount(self.kinds[0], counts, len(self)).astype(np.int64)

    def kinds_of(self, place: int) -> npt.NDArray[np.int64]:
        """Return the kinds of pairs of a contest, and how many of each there are."""
        return self.kinds[1:, slice(*np.searchsorted(self.kinds[0], (place, place + 1)))]

    def _count(self, place: int) -> dict[Verdict, int]:
        kinds, counts = self.kinds_of(place)
        found = np.bincount(kinds // KINDS, counts, KINDS).astype(np.int64)
        return name_counts(found, least=0)

    # ------------------------------------------------------------------------ judging

    def _judge_level(self, level: int, coarsest: Division) -> npt.NDArray[np.int64]:
        """Judge the targets of a level, the nearer ones being known; return their kinds, by target."""
        name = self.levels[level]
        last = level == len(self.levels) - 1
        division = coarsest if last else self._divide(name)
        squares = Squares(division)
        self._contested.append(Contested(squares, *squares.judged))
        for nearer in range(level):
            inner = self._contested[nearer].division
            self._parents[nearer, level] = find_parents(
                self.snapshot, self.levels[nearer], inner, name, division
            )
            self._inner[nearer, level] = list_inner(
                self._contested[nearer], self._parents[nearer, level], division, len(self.snapshot.places)
            )
        self._contested[level] = Contested(squares, *self._leave_out_of_small(level))
        found = [count_kinds_of_small(squares, *self._contested[level][1:])]
        met = []
        for target in squares.large.tolist():
            counts = count_kinds(self.find_judged(level, target))
            counts[0] = 0
            kinds = np.flatnonzero(counts)
            if len(kinds):
                met.append(target)
                found.append(np.stack([np.full(len(kinds), target), kinds, counts[kinds]]))
        self._met.append(np.array(met, np.int64))
        kinds = np.concatenate(found, axis=1)
        return kinds[:, np.lexsort((kinds[1], kinds[0]))]

    def _divide(self, level: Level) -> Division:
        return divide_by_target(select_ties(self.snapshot, replace(self.scope, level=level), beside=True))

    def _leave_out_of_small(self, level: int) -> tuple[Codes, Codes | None]:
        _, strength, preparing = self._contested[level]
        strength = np.where(strength <= CONTACT, np.int8(0), strength)
        preparing = None if preparing is None else np.where(preparing <= CONTACT, np.int8(0), preparing)
        if level:
            met = self.find_met_of_small(level)
            strength[met > 1] = 0
            if preparing is not None:
                preparing[met != NOT_MET] = 0
        return strength, preparing

    def find_met_of_small(self, level: int) -> Codes:
        """Return on the tables of small targets one more than what two are nearer, 0 where they are not."""
        squares = self._contested[level].squares
        met = np.zeros(squares.cells, np.int8)
        for nearer in range(level):
            lay_on_small(squares, self._inner[nearer, level], met)
        return met

    def _leave_out(self, level: int, target: int) -> Judged:
        judged = self._contested[level].squares.find(target)
        strength, preparing = judged.strength, judged.preparing
        met = self._find_met(level, target) if level else np.zeros((1, 1), np.int8)
        # Where nothing is left out, one table serves for both: those of large targets are large.
        for_sure, not_yet = ((codes > NONE) & (codes <= CONTACT) for codes in (strength, preparing))
        for_sure |= met > 1
        not_yet |= met != NOT_MET
        if for_sure.any():
            strength = np.where(for_sure, NONE, strength)
        if not_yet.any():
            preparing = np.where(not_yet, NONE, preparing)
        return Judged(strength, preparing)

    def _find_met(self, level: int, target: int) -> Codes:
        """Return one more than what the provinces of a target are nearer, 0 where they do not meet there."""
        division = self._contested[level].division
        cuts = slice(int(division.cuts[target]), int(division.cuts[target + 1]))
        provinces = division.provinces[cuts]
        met = np.zeros((len(provinces), len(provinces)), np.int8)
        for nearer in range(level):
            lay_on_one(target, self._inner[nearer, level], met)
            inner, large = self._contested[nearer].division, self._met[nearer]
            for one in large[self._parents[nearer, level][large] == target].tolist():
                rows = inner.provinces[inner.cuts[one] : inner.cuts[one + 1]]
                lay_table(self.find_judged(nearer, one), rows, provinces, met)
        return met

    def _number(self, found: Sequence[npt.NDArray[np.int64]]) -> None:
        """Number the contests of all levels, and their kinds of pairs with them."""
        levels, targets, kinds, before = [], [], [], 0
        for level, some in enumerate(found):
            here, place = np.unique(some[0], return_inverse=True)
            levels.append(np.full(len(here), level))
            targets.append(here)
            kinds.append(np.stack([place + before, some[1], some[2]]))
            before += len(here)
        self.level, self.target = np.concatenate(levels), np.concatenate(targets)
        self.kinds = np.concatenate(kinds, axis=1)


def judge_contests(snapshot: Snapshot, scope: Scope, coarsest: Division) -> Contests:
    """Return the contests at the level of a scope, whose ties are given by target, and at every finer one."""
    return Contests(snapshot, scope, coarsest)


def name_counts(counts: Rows, least: int = 1) -> dict[Verdict, int]:
    """Return counts by place on the scale of verdicts by name, the strongest first, without those of none."""
    told = counts.tolist()
    return {VERDICTS[code]: told[code] for code in range(KINDS - 1, least - 1, -1) if told[code]}
