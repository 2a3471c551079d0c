"""Divides the ties that count by target: columns side by side, cut where a target ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, overload

import numpy as np
import numpy.typing as npt

from graphmap.analysis.blocks import Block
from graphmap.analysis.findings import PlaceName, name_place
from graphmap.analysis.judging import JUDGED
from graphmap.analysis.parties import SharedActs, share_acts
from graphmap.analysis.scope import Selection
from graphmap.dates import BOUNDS
from graphmap.scales import SURE
from graphmap.store.snapshot import Indices

Cell = TypeVar("Cell")

MOST_TABLED = 1_000_000
"""Of how many ties at most all is laid side by side at once; of more, target by target."""

_EPOCH = date(1970, 1, 1).toordinal()
_CERTAIN = ("certain_from", "certain_until")

COLUMNS = np.dtype(
    [
        *((name, np.int32) for name in (*BOUNDS, *_CERTAIN)),
        ("sectors", np.int64),
        ("intensity", np.float64),
        ("doubts", np.uint8),
        ("silent", np.int32),
        ("silent_by", np.int32),
        ("act", np.int32),
        *(
            (name, np.bool_)
            for name in ("certain", "presumed", "proves", "preparing", "event", "present", "municipal")
        ),
    ]
)
"""What a block holds of each tie: bounds as ordinals of days, a bit a sector, a bit a doubt, the last sign
of life where it is too old (else the far mark) as the first and the last day that it may be, flags, and the
number of the act of several of its provinces that it rests on (-1: of none)."""


class Division(Sequence[Block]):
    """The ties of a selection target by target, in the order of their rows; a block is made when asked for.

    The ties of target n are the rows `edges[n]` to `edges[n + 1]` of the selection. Its provinces are
    `cuts[n]` to `cuts[n + 1]` of `provinces`, rows of the snapshot; the ties of province m begin at
    `firsts[m]`.
    """

    def __init__(self, selection: Selection) -> None:
        """Cut a selection, whose ties are in the order of targets and provinces."""
        self.selection = selection
        target, province = selection.target, selection.province
        begins = np.diff(target, prepend=-1) != 0
        self.edges = np.append(np.flatnonzero(begins), len(target))
        self.targets: Indices = target[self.edges[:-1]]
        self.firsts = np.flatnonzero(begins | (np.diff(province, prepend=-1) != 0))
        self.provinces: Indices = province[self.firsts]
        self.cuts = np.searchsorted(self.firsts, self.edges)
        self._blocks: dict[int, Block] = {}
        self._names: dict[int, PlaceName] = {}

    def __len__(self) -> int:
        """Return how many targets there are."""
        return len(self.targets)

    @overload
    def __getitem__(self, place: int) -> Block: ...
    @overload
    def __getitem__(self, place: slice) -> list[Block]: ...
    def __getitem__(self, place: int | slice) -> Block | list[Block]:
        """Return a block, or some of them."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        place = range(len(self))[place]
        if place not in self._blocks:
            self._blocks[place] = self._make(place)
        return self._blocks[place]

    @cached_property
    def sizes(self) -> npt.NDArray[np.int64]:
        """How many ties each target has."""
        return np.diff(self.edges)

    @cached_property
    def widths(self) -> npt.NDArray[np.int64]:
        """How many provinces each target has."""
        return np.diff(self.cuts)

    @cached_property
    def there(self) -> npt.NDArray[np.int64]:
        """How many provinces are there, at each target: those with a tie that makes them so."""
        if not len(self.firsts):
            return np.zeros(0, np.int64)
        present = np.logical_or.reduceat(self.selection.present, self.firsts)
        return np.add.reduceat(present.astype(np.int64), self.cuts[:-1])

    @cached_property
    def acts(self) -> SharedActs:
        """The acts of several provinces that ties of a target rest on."""
        return share_acts(self.selection, self.edges, self.cuts, self.provinces)

    @cached_property
    def columns(self) -> dict[str, npt.NDArray[Any]]:
        """The columns that ties are judged by, in force on a day or ever."""
        dated = self.selection.scope.as_of is not None
        return list_judged(self.selection, bounds=not dated) | {"act": self.acts.numbers}

    def name(self, row: int) -> PlaceName:
        """Return the place of a row of the snapshot."""
        if row not in self._names:
            self._names[row] = name_place(self.selection.snapshot, row)
        return self._names[row]

    def edges_of(self, place: int) -> tuple[int, ...]:
        """Return where the ties of each province of a target begin among all of these, and their end."""
        firsts = self.firsts[self.cuts[place] : self.cuts[place + 1]]
        return (*(firsts - self.edges[place]).tolist(), int(self.sizes[place]))

    def _make(self, place: int) -> Block:
        ties = slice(int(self.edges[place]), int(self.edges[place + 1]))
        provinces = self.provinces[self.cuts[place] : self.cuts[place + 1]]
        scope, documents = self.selection.scope, self.selection.snapshot.ties.documents.words
        table = self._tabulate(ties)
        parts, acts = self.acts.list_parts(place, len(provinces))
        table.flags.writeable = parts.flags.writeable = False
        return Block(
            target=self.name(int(self.targets[place])),
            provinces=tuple(self.name(row) for row in provinces.tolist()),
            edges=self.edges_of(place),
            ids=tuple(self._take(self.selection.snapshot.ties.ids, "ids", ties)),
            since=tuple(self._take(self.selection.snapshot.ties.since, "since", ties)),
            table=table,
            parts=parts,
            acts=tuple(documents[act] for act in acts),
            horizon=None if scope.horizon is None else scope.horizon.toordinal(),
            dated=scope.as_of is not None,
            rows=provinces,
            sector=scope.sector,
        )

    @property
    def _is_large(self) -> bool:
        return len(self.selection.ties) > MOST_TABLED

    @cached_property
    def _whole(self) -> npt.NDArray[np.void]:
        return tabulate(self.selection, slice(None), self.acts.numbers)

    @cached_property
    def _cells(self) -> dict[str, list[Any]]:
        return {}

    def _tabulate(self, ties: slice) -> npt.NDArray[np.void]:
        if self._is_large:
            return tabulate(self.selection, ties, self.acts.numbers)
        return self._whole[ties].copy()

    def _take(self, column: Sequence[Cell], name: str, ties: slice) -> list[Cell]:
        """Return the values of some ties. To walk a column takes as long as to reach a tenth of its cells."""
        if not self._is_large and name not in self._cells and len(self._blocks) * 10 > len(self):
            self._cells[name] = list(column)
        cells = self._cells.get(name, column)
        return [cells[row] for row in self.selection.ties[ties].tolist()]


def divide_by_target(selection: Selection) -> Division:
    """Return the ties of a selection by target."""
    return Division(selection)


def list_judged(selection: Selection, *, bounds: bool = True) -> dict[str, npt.NDArray[Any]]:
    """Return the columns that a selection's ties are judged by; `act` numbers the documents.

    Without `bounds`, which two on one day are not judged by, those of days are left out.
    """
    ties, rows = selection.snapshot.ties, selection.ties
    days = [name for name in JUDGED if name in (*BOUNDS, *_CERTAIN)] if bounds else []
    return {
        **{name: _number_bound(ties, name, rows) for name in days},
        "sectors": selection.sectors,
        "certain": selection.certain,
        "presumed": selection.certainty >= SURE,
        "preparing": ties.preparing[rows],
        "event": ties.nature.is_in(["event"])[rows],
        "act": ties.documents.codes[rows].astype(np.int32),
    }


def number_days(days: npt.NDArray[np.datetime64]) -> Indices:
    """Return days as ordinals."""
    return (days.astype("datetime64[D]").astype(np.int64) + _EPOCH).astype(np.int32)


def tabulate(selection: Selection, chosen: slice, acts: Indices) -> npt.NDArray[np.void]:
    """Return the columns of some of a selection's ties side by side, with the numbers of their acts."""
    ties, rows = selection.snapshot.ties, selection.ties[chosen]
    table = np.empty(len(rows), COLUMNS)
    for name in (*BOUNDS, *_CERTAIN):
        table[name] = _number_bound(ties, name, rows)
    table["sectors"], table["certain"] = selection.sectors[chosen], selection.certain[chosen]
    table["presumed"], table["act"] = selection.certainty[chosen] >= SURE, acts[chosen]
    table["event"] = ties.nature.is_in(["event"])[rows] if chosen == slice(None) else _find_events(ties, rows)
    for name in ("preparing", "intensity", "proves", "municipal"):
        table[name] = getattr(ties, name)[rows]
    table["present"] = selection.present[chosen]
    for name in ("silent", "silent_by"):
        table[name] = number_days(getattr(selection, name)[chosen])
    table["doubts"] = 0
    for bit, flags in enumerate(selection.doubts.values()):
        table["doubts"] |= flags[chosen].astype(np.uint8) << np.uint8(bit)
    return table


def _number_bound(ties: Any, name: str, rows: Indices) -> Indices:
    """Return a bound as ordinals; what its stage alone says is over lasted until its sources said so."""
    if name == "until_latest" and ties.said_ended.any():
        over = np.where(ties.said_ended[rows], ties.counts_until[rows], ties.until_latest[rows])
        return number_days(over)
    return number_days(getattr(ties, name)[rows])


def _find_events(ties: Any, rows: Indices) -> npt.NDArray[np.bool_]:
    found: npt.NDArray[np.bool_] = ties.nature.codes[rows] == ties.nature.find_code("event")
    return found
