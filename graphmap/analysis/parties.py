"""Who has a part in an act: what several provinces did by one document is no rivalry (methods 3.4)."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from graphmap.analysis.distinct import list_distinct
from graphmap.analysis.scope import Selection
from graphmap.runs import list_rows
from graphmap.store.snapshot import NOTHING, Indices, Snapshot

Rows = npt.NDArray[np.int64]


class SharedActs(NamedTuple):
    """The acts in which two provinces of a target have a part, numbered from 0 at each target.

    `numbers` has that of each tie (-1: it rests on none such). The acts of target n are `cuts[n]` to
    `cuts[n + 1]` of `documents`, codes of the snapshot; `owner`, `place` and `number` say, target by target,
    which of its provinces has a part in which of them.
    """

    numbers: Indices
    cuts: Rows
    documents: Rows
    owner: Rows
    place: Rows
    number: Rows

    def list_parts(self, target: int, provinces: int) -> tuple[npt.NDArray[np.bool_], list[int]]:
        """Return which province (a row each) of a target has a part in which act, and the acts."""
        acts = self.documents[self.cuts[target] : self.cuts[target + 1]].tolist()
        parts = np.zeros((provinces, len(acts)), np.bool_)
        if acts:
            here = slice(*np.searchsorted(self.owner, (target, target + 1)))
            parts[self.place[here], self.number[here]] = True
        return parts, acts

    @property
    def counts(self) -> Rows:
        """Return how many acts each target has."""
        return np.diff(self.cuts)


def share_acts(selection: Selection, edges: Rows, cuts: Rows, provinces: Indices) -> SharedActs:
    """Find the acts that two provinces or more of a target have a part in.

    The ties of target n are the rows `edges[n]` to `edges[n + 1]` of the selection, and its provinces
    `cuts[n]` to `cuts[n + 1]` of those given.
    """
    ties, snapshot = selection.ties, selection.snapshot
    documents = snapshot.ties.documents.codes[ties].astype(np.int64)
    numbers = np.full(len(ties), NOTHING, np.int32)
    rests = np.flatnonzero(documents != NOTHING)
    empty = np.zeros(0, np.int64)
    none = SharedActs(numbers, np.zeros(len(edges), np.int64), empty, empty, empty, empty)
    if not len(rests):
        return none
    acts, parties = find_parties(snapshot, ties)
    target = np.searchsorted(edges, rests, side="right") - 1
    most = len(snapshot.ties.documents.words)
    # Each act at each target, the one that a tie rests on first ahead.
    keys, first = np.unique(target * most + documents[rests], return_index=True)
    at: Rows
    act: Rows
    at, act = np.divmod(keys, most)
    starts, ends = np.searchsorted(acts, act), np.searchsorted(acts, act, side="right")
    which = np.repeat(np.arange(len(keys)), ends - starts)
    party = parties[list_rows(starts, ends - starts)]
    # Those of its parties that are at the target.
    wide = len(snapshot.places)
    groups = np.repeat(np.arange(len(cuts) - 1), np.diff(cuts)) * wide + provinces
    wanted = at[which] * wide + party
    found = np.searchsorted(groups, wanted)
    here = groups[np.minimum(found, len(groups) - 1)] == wanted
    which, found = which[here], found[here]
    shared = np.flatnonzero(np.bincount(which, minlength=len(keys)) > 1)
    if not len(shared):
        return none
    order = shared[np.lexsort((first[shared], at[shared]))]
    begins = np.searchsorted(at[order], np.arange(len(cuts)))
    number_of = np.full(len(keys), NOTHING, np.int64)
    number_of[order] = np.arange(len(order)) - begins[at[order]]
    numbers[rests] = number_of[np.searchsorted(keys, target * most + documents[rests])]
    kept = number_of[which] != NOTHING
    which, found = which[kept], found[kept]
    owner = at[which]
    return SharedActs(numbers, begins, act[order], owner, found - cuts[owner], number_of[which])


def find_parties(snapshot: Snapshot, chosen: Indices) -> tuple[Rows, Rows]:
    """Return acts that some ties rest on, and the provinces of which a commitment does so, anywhere, ever.

    Side by side, in the order of both, each two once.
    """
    ties = snapshot.ties
    acts = ties.documents.codes
    # One more, which -1 finds, stands for no act.
    asked = np.zeros(len(ties.documents.words) + 1, np.bool_)
    asked[acts[chosen]] = True
    asked[NOTHING] = False
    rests = np.flatnonzero(asked[acts] & (ties.province != NOTHING))
    rests = rests[ties.nature.codes[rests] != ties.nature.find_code("event")]
    wide = len(snapshot.places)
    found = list_distinct(acts[rests].astype(np.int64) * wide + ties.province[rests])
    act, province = np.divmod(found, wide)
    return act, province


def list_parties(snapshot: Snapshot, chosen: Indices) -> dict[int, frozenset[int]]:
    """Return for each act of some ties the provinces of which a commitment rests on it, anywhere, ever."""
    pairs = zip(*(part.tolist() for part in find_parties(snapshot, chosen)), strict=True)
    return {
        act: frozenset(province for _, province in some)
        for act, some in groupby(pairs, key=lambda pair: pair[0])
    }
