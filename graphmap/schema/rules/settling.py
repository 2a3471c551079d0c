"""What is settled among records: last signs of life, ends that sources tell, terms that make room for others.

Each rule is said here alone. The store applies it to what a write touches and keeps the answer beside the
record (store/settling.py), so that Cypher reads it; a snapshot applies it to its columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from graphmap.dates import LAST_DAY

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

NO_ACT = -1
"""The code of a tie that rests on no document."""


def find_last_signs(sign: Numbers, act: Numbers, ends: Numbers, is_event: Flags, is_fine: Flags) -> Numbers:
    """Return the last day on which each tie is known to have been alive, as days in whole numbers.

    By its own `sign`, by those of the other ties of its `act` (the code of its document), and by events
    between the same two `ends`, the foreign one finer than a country (`is_fine`).
    """
    last = sign.copy()

    def learn(groups: Numbers, telling: Flags) -> None:
        known, group = np.unique(groups[telling], return_inverse=True)
        if not len(known):
            return
        latest = np.full(len(known), sign.min(initial=0))
        np.maximum.at(latest, group, sign[telling])
        place = np.minimum(np.searchsorted(known, groups), len(known) - 1)
        np.maximum(last, latest[place], out=last, where=known[place] == groups)

    learn(act, act != NO_ACT)
    learn(ends, is_event & is_fine)
    return last


def find_end_told(tells_from: Iterable[date], attested: bool, until_earliest: date) -> date:
    """Return the first day on which a tie is surely over whose stage alone says that it is.

    It may have lasted until the last of its sources said so; where one has no day, without bound, or if it is
    `attested`, until the last day of which that is known. It was there until then, whatever a source says.

    >>> find_end_told([date(2020, 1, 1), LAST_DAY], True, date(2019, 5, 2))
    datetime.date(2020, 1, 1)
    >>> find_end_told([date(2018, 1, 1)], True, date(2019, 5, 2))
    datetime.date(2019, 5, 2)
    """
    without_day = until_earliest if attested else LAST_DAY
    return max([until_earliest, *(day if day < LAST_DAY else without_day for day in tells_from)])


def find_parties(shares: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    """Return the provinces that stand together in each act, of commitments by their act and their province.

    An act of one province is no joint act, and is left out.

    >>> find_parties([("act", "B"), ("act", "A"), ("other", "A")])
    {'act': ['A', 'B']}
    """
    found: dict[str, set[str]] = defaultdict(set)
    for act, province in shares:
        found[act].add(province)
    return {act: sorted(provinces) for act, provinces in found.items() if len(provinces) > 1}


@dataclass(frozen=True, slots=True)
class Term:
    """A governor's term in a province: the days on which it may have been, and on which it certainly was."""

    id: str
    governor: str
    counts_from: date
    counts_until: date
    certain_from: date
    certain_until: date

    @property
    def is_sure(self) -> bool:
        """Whether there is a day on which it certainly was."""
        return self.certain_from < self.certain_until


def make_room(terms: Iterable[Term]) -> Mapping[str, tuple[date, date]]:
    """Return from which day to before which each term of one province may have been, by its id.

    A province has one governor at a time: no term reaches across a day on which another certainly governed;
    it lies on the side of the days on which it certainly was itself.
    """
    known = [*terms]
    found: dict[str, tuple[date, date]] = {}
    for term in known:
        others = [one for one in known if one.is_sure and one.governor != term.governor and term.is_sure]
        before = (one.certain_until for one in others if one.certain_until <= term.certain_from)
        after = (one.certain_from for one in others if one.certain_from >= term.certain_until)
        found[term.id] = (max([term.counts_from, *before]), min([term.counts_until, *after]))
    return found
