"""What two provinces are to each other at nearer targets, laid on the farther ones that these lie in."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from graphmap.analysis.dividing import Division
from graphmap.analysis.judging import Codes, Judged
from graphmap.analysis.standings import Rows, Squares, list_cells
from graphmap.scales import Level
from graphmap.store.snapshot import NOTHING, Indices, Snapshot

NOT_MET = np.int8(0)
"""Two that meet nowhere nearer; all others are one more than the most that they are there, in force."""


class Contested(NamedTuple):
    """The tables of the targets of one level without what met nearer: of the small ones, and of others."""

    squares: Squares
    strength: Codes
    preparing: Codes | None

    @property
    def division(self) -> Division:
        """Return the ties by target."""
        return self.squares.division


class Inner(NamedTuple):
    """Pairs that meet at small targets of a level, in the order of the farther targets that these lie in.

    Places are those among the provinces of the farther target; `met` is one more than what they are.
    """

    parent: Rows
    one: Rows
    other: Rows
    met: Codes


def find_parents(
    snapshot: Snapshot, nearer: Level, division: Division, level: Level, farther: Division
) -> Rows:
    """Return for each target of a level the one of a farther level that it lies in, by its place, or -1."""
    above: Indices = np.full(len(snapshot.places), NOTHING, np.int32)
    targets = snapshot.targets(nearer)
    leads = targets != NOTHING
    above[targets[leads]] = snapshot.targets(level)[leads]
    return _find_places(farther.targets, above[division.targets])


def list_inner(contested: Contested, parents: Rows, farther: Division, wide: int) -> Inner:
    """Return the pairs of small targets by their places at the farther ones; `wide` is more than any row."""
    squares, division = contested.squares, contested.division
    meet = contested.strength > 0
    if contested.preparing is not None:
        meet |= contested.preparing > 0
    cells, target, one, other = list_cells(squares, meet)
    parent = parents[target]
    inside = parent != NOTHING
    cells, target, one, other, parent = (part[inside] for part in (cells, target, one, other, parent))
    keys = np.repeat(np.arange(len(farther)), farther.widths) * wide + farther.provinces
    places = [
        np.searchsorted(keys, parent * wide + division.provinces[division.cuts[target] + part])
        - farther.cuts[parent]
        for part in (one, other)
    ]
    order = np.argsort(parent, kind="stable")
    met = (contested.strength[cells] + np.int8(1))[order]
    return Inner(parent[order], places[0][order], places[1][order], met)


def lay_on_small(squares: Squares, inner: Inner, nearer: Codes) -> None:
    """Lay pairs that meet nearer on the tables of small targets."""
    here = squares.is_small[inner.parent]
    which = np.searchsorted(squares.small, inner.parent[here])
    cells = squares.begins[which] + inner.one[here] * squares.widths[which] + inner.other[here]
    np.maximum.at(nearer, cells, inner.met[here])


def lay_on_one(target: int, inner: Inner, nearer: Codes) -> None:
    """Lay pairs that meet nearer on the table of one target."""
    part = slice(*np.searchsorted(inner.parent, (target, target + 1)))
    np.maximum.at(nearer, (inner.one[part], inner.other[part]), inner.met[part])


def lay_table(judged: Judged, rows: Indices, provinces: Indices, nearer: Codes) -> None:
    """Lay the table of a nearer target, of provinces `rows`, on that of one farther, of `provinces`."""
    places = np.searchsorted(provinces, rows)
    at = np.ix_(places, places)
    met = np.where(judged.meet, judged.strength + np.int8(1), NOT_MET)
    nearer[at] = np.maximum(nearer[at], met)


def _find_places(known: Indices, wanted: Indices) -> Rows:
    """Return where each of some rows stands among known ones, which go up; -1 where it is not there."""
    if not len(known):
        return np.full(len(wanted), NOTHING, np.int64)
    places = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.where((known[places] == wanted) & (wanted != NOTHING), places, NOTHING)
