"""The ties to one target, by province: judged tie against tie as columns, measured pair by pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from graphmap.analysis.findings import Doubt, PlaceName, name_place
from graphmap.analysis.measures import (
    Activity,
    Presence,
    Shares,
    bound_rivalry,
    judge_rivalry,
    measure_crowding,
    measure_shares,
)
from graphmap.analysis.scope import GAPS, Selection, decode_sectors
from graphmap.dates import FIRST_DAY, LAST_DAY
from graphmap.scales import VERDICTS

CELLS_AT_ONCE = 250_000
"""How many pairs of ties are judged in one go: few enough to stay in the processor's cache."""

Codes = npt.NDArray[np.int8]
"""Places on the scale of verdicts."""

_CODE = {verdict: np.int8(place) for place, verdict in enumerate(VERDICTS)}


def _list_codes() -> Codes:
    """Return a verdict for each cell of bits: 1 common sector, 2 known, 4 surely at once, 8 possibly."""
    codes = []
    for cell in range(16):
        sector = None if not cell & 2 else bool(cell & 1)
        time = False if not cell & 8 else True if cell & 4 else None
        codes.append(_CODE[judge_rivalry(True, time, sector)])
    return np.array(codes, np.int8)


_CODE_OF_CELL = _list_codes()
_EPOCH = date(1970, 1, 1).toordinal()
_FIRST, _LAST = FIRST_DAY.toordinal(), LAST_DAY.toordinal()


class Span(NamedTuple):
    """The bounds of a tie as ordinals of days, cut to a period; `firm` if exact and beyond doubt."""

    since_earliest: int
    since_latest: int
    until_earliest: int
    until_latest: int
    firm: bool


_BOUNDS = ("since_earliest", "since_latest", "until_earliest", "until_latest")
_CERTAIN = ("certain_from", "certain_until")
_JUDGED = (*_CERTAIN, "since_earliest", "until_latest", "sectors", "certain")

COLUMNS = np.dtype(
    [
        *((name, np.int32) for name in (*_BOUNDS, *_CERTAIN)),
        ("sectors", np.int64),
        ("intensity", np.float64),
        ("doubts", np.uint8),
        *((name, np.bool_) for name in ("certain", "proves", "preparing", "municipal")),
    ]
)
"""What a block holds of each tie: bounds as ordinals of days, a bit a sector, a bit a doubt, and flags."""


def divide_by_target(selection: Selection) -> Iterator[Block]:
    """Yield a block a target, in the order of their rows."""
    table, snapshot, scope = _tabulate(selection), selection.snapshot, selection.scope
    names = {row: name_place(snapshot, row) for row in sorted(set(selection.province.tolist()))}
    ids = snapshot.ties.ids
    horizon = None if scope.horizon is None else scope.horizon.toordinal()
    edges = np.flatnonzero(np.diff(selection.target, prepend=-1, append=-1))
    for start, stop in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        province = selection.province[start:stop]
        firsts = [0, *(np.flatnonzero(province[1:] != province[:-1]) + 1).tolist()]
        part = table[start:stop].copy()
        part.flags.writeable = False
        yield Block(
            target=name_place(snapshot, int(selection.target[start])),
            provinces=tuple(names[row] for row in province[firsts].tolist()),
            edges=(*firsts, stop - start),
            ids=tuple(ids[row] for row in selection.ties[start:stop].tolist()),
            table=part,
            horizon=horizon,
            dated=scope.as_of is not None,
        )


def _tabulate(selection: Selection) -> npt.NDArray[np.void]:
    """Return the columns of a selection's ties side by side, so that a target's can be taken in one go."""
    ties, rows = selection.snapshot.ties, selection.ties
    table = np.empty(len(rows), COLUMNS)
    for name in (*_BOUNDS, *_CERTAIN):
        days = getattr(ties, name)[rows].astype("datetime64[D]").astype(np.int64)
        table[name] = (days + _EPOCH).astype(np.int32)
    table["sectors"], table["intensity"] = selection.sectors, ties.intensity[rows]
    table["certain"], table["proves"] = selection.certain, ties.proves[rows]
    table["preparing"], table["municipal"] = ties.preparing[rows], ties.municipal[rows]
    table["doubts"] = 0
    for bit, flags in enumerate(selection.gaps.values()):
        table["doubts"] |= flags.astype(np.uint8) << np.uint8(bit)
    return table


@dataclass(frozen=True, eq=False)
class Block:
    """All ties to one target, province by province: a value of its own that holds no other target's ties.

    The ties of province n are the rows `edges[n]` to `edges[n + 1]` of `table`. `horizon` is the ordinal of
    the first day that is not counted, None where there is none; `dated` says that a day was asked for.
    """

    target: PlaceName
    provinces: tuple[PlaceName, ...]
    edges: tuple[int, ...]
    ids: tuple[str, ...]
    table: npt.NDArray[np.void]
    horizon: int | None
    dated: bool

    def __eq__(self, other: object) -> bool:
        """Say whether both hold the same of the same ties."""
        return isinstance(other, Block) and self._as_value() == other._as_value()

    def __hash__(self) -> int:
        """Hash by all that it holds."""
        return hash(self._as_value())

    def _as_value(self) -> tuple[object, ...]:
        held = self.target, self.provinces, self.edges, self.ids, self.horizon, self.dated
        return *held, self.table.tobytes()

    @property
    def ties(self) -> tuple[str, ...]:
        """Return the ids of its ties."""
        return tuple(sorted(self.ids))

    @property
    def preparing_ties(self) -> tuple[str, ...]:
        """Return the ids of the ties that are not in force yet."""
        return self._name_ties(np.flatnonzero(self.table["preparing"]).tolist())

    @property
    def tie_counts(self) -> tuple[int, ...]:
        """Return the number of ties in force of each province."""
        in_force = (~self.table["preparing"]).astype(np.int64)
        return tuple(np.add.reduceat(in_force, self.edges[:-1]).tolist())

    @property
    def municipal(self) -> int:
        """Return how many of its ties were made by a city."""
        return int(np.count_nonzero(self.table["municipal"]))

    @property
    def unknown(self) -> tuple[Doubt, ...]:
        """Return what is unknown of its ties."""
        return self._list_doubts(range(len(self.ids)))

    def _name_ties(self, rows: Iterable[int]) -> tuple[str, ...]:
        return tuple(sorted(self.ids[row] for row in rows))

    def _list_doubts(self, rows: Sequence[int]) -> tuple[Doubt, ...]:
        doubts = self.table["doubts"][list(rows), None]
        counts = np.unpackbits(doubts, axis=1, count=len(GAPS), bitorder="little").sum(axis=0).tolist()
        return tuple(Doubt(gap, ties, len(rows)) for gap, ties in zip(GAPS, counts, strict=True) if ties)

    # ------------------------------------------------------------------------ judging

    def judge_pairs(self) -> tuple[Codes, Codes]:
        """Return the strongest verdict of each two provinces, of ties in force and of those not yet.

        Two square tables of places on the scale, the same on both sides of the diagonal, which is 0.
        """
        count = len(self.ids)
        preparing = self.table["preparing"]
        columns = {name: np.ascontiguousarray(self.table[name]) for name in _JUDGED}
        height = max(1, CELLS_AT_ONCE // count)
        parts: list[Codes] = []
        parts_preparing: list[Codes] = []
        for low in range(0, count, height):
            high = min(low + height, count)
            codes = self._judge_cells(columns, slice(low, high))
            if preparing.any():
                either = preparing[low:high, None] | preparing[None, :]
                parts_preparing.append(self._find_strongest(np.where(either, codes, _CODE["none"]), axis=1))
                codes[either] = _CODE["none"]
            parts.append(self._find_strongest(codes, axis=1))
        in_force = self._find_strongest(np.concatenate(parts), axis=0)
        np.fill_diagonal(in_force, _CODE["none"])
        if not parts_preparing:
            return in_force, np.zeros_like(in_force)
        not_yet = self._find_strongest(np.concatenate(parts_preparing), axis=0)
        np.fill_diagonal(not_yet, _CODE["none"])
        return in_force, not_yet

    def _find_strongest(self, codes: Codes, axis: int) -> Codes:
        """Return the strongest of the codes of each province's ties, which stand together along an axis."""
        if len(self.provinces) == len(self.ids):
            return codes
        strongest: Codes = np.maximum.reduceat(codes, self.edges[:-1], axis=axis)
        return strongest

    def _judge_cells(self, columns: Mapping[str, npt.NDArray[Any]], one: slice) -> Codes:
        """Judge some ties against all, as measures.judge_rivalry does one pair."""
        mine = {name: column[one, None] for name, column in columns.items()}
        other = {name: column[None, :] for name, column in columns.items()}
        common = (mine["sectors"] & other["sectors"]) != 0
        known = (mine["sectors"] != 0) & (other["sectors"] != 0)
        if self.dated:
            # Each tie is possibly in force that day, so both are, and certainly so if each is.
            certain = mine["certain"] & other["certain"]
            possible = np.ones_like(certain)
        else:
            certain = mine["certain_from"] < other["certain_until"]
            certain &= other["certain_from"] < mine["certain_until"]
            possible = mine["since_earliest"] < other["until_latest"]
            possible &= other["since_earliest"] < mine["until_latest"]
        cells = common.view(np.uint8)
        for bit, flags in enumerate((known, certain, possible), start=1):
            cells |= flags.view(np.uint8) << np.uint8(bit)
        codes: Codes = _CODE_OF_CELL[cells]
        return codes

    # ------------------------------------------------------------------------ measuring

    def _rows_of(self, province: int) -> range:
        """Return the rows of the ties of a province (by its place among the provinces)."""
        return range(self.edges[province], self.edges[province + 1])

    def _in_force(self, province: int) -> list[int]:
        return [row for row in self._rows_of(province) if not self.table["preparing"][row]]

    def _find_period(self, rows: list[int]) -> tuple[int, int] | None:
        """Return the earliest known start of ties and the horizon or latest end; None if one is unknown."""
        starts = [start for start in self.table["since_earliest"][rows].tolist() if start > _FIRST]
        ends = self.table["until_latest"][rows].tolist()
        end = max(ends, default=_LAST) if self.horizon is None else self.horizon
        return None if not starts or end >= _LAST else (min(starts), max(end, min(starts)))

    def _cut(self, row: int, first: int, last: int) -> Span:
        """Return the bounds of a tie, cut to a period."""
        tie = self.table[row]
        cut = [min(max(int(tie[name]), first), last) for name in _BOUNDS]
        firm = cut[0] == cut[1] and cut[2] == cut[3] and bool(tie["proves"])
        return Span(cut[0], cut[1], cut[2], cut[3], firm)

    def _describe_presence(self, rows: list[int], first: int, last: int) -> tuple[Presence, bool]:
        """Return what ties amount to in a period, certainly and possibly, and whether all of it is known."""
        certain: list[Activity] = []
        possible: list[Activity] = []
        exact = True
        for row in rows:
            span, tie = self._cut(row, first, last), self.table[row]
            intensity = float(tie["intensity"])
            sectors: tuple[str | None, ...] = decode_sectors(int(tie["sectors"])) or (None,)
            if span.since_earliest < span.until_latest:
                exact = exact and span.firm and sectors != (None,)
            for sector in sectors:
                if tie["proves"] and span.since_latest < span.until_earliest:
                    certain.append(Activity(sector, span.since_latest, span.until_earliest, intensity))
                if span.since_earliest < span.until_latest:
                    possible.append(Activity(sector, span.since_earliest, span.until_latest, intensity))
        return Presence(certain, possible), exact

    def measure_pair(self, one: int, other: int) -> Shares | None:
        """Return R, C and U of two provinces; None where a sector, a date or the horizon is not known."""
        rows = self._in_force(one), self._in_force(other)
        period = self._find_period([*rows[0], *rows[1]])
        if period is None or not rows[0] or not rows[1]:
            return None
        (first, known_first), (second, known_second) = (
            self._describe_presence(part, *period) for part in rows
        )
        return measure_shares(first.possible, second.possible) if known_first and known_second else None

    def bound_pair(self, one: int, other: int) -> tuple[float, float] | None:
        """Return the least and the most that R of two provinces can be; None where no period can be told."""
        rows = self._in_force(one), self._in_force(other)
        period = self._find_period([*rows[0], *rows[1]])
        if period is None or not rows[0] or not rows[1]:
            return None
        return bound_rivalry(*(self._describe_presence(part, *period)[0] for part in rows))

    def measure_crowding(self) -> float | None:
        """Return K of the target; None where a sector, a date or the horizon is not known."""
        rows = [self._in_force(province) for province in range(len(self.provinces))]
        period = self._find_period([row for part in rows for row in part])
        if period is None:
            return None
        described = [self._describe_presence(part, *period) for part in rows]
        if not all(exact for _, exact in described):
            return None
        return measure_crowding(presence.possible for presence, _ in described)

    def count_days(self, one: int, other: int) -> tuple[int | None, int | None]:
        """Return on how many days both provinces are there, at least and at most, up to the horizon.

        None: not known. The days of several ties are joined first.
        """
        end = _LAST if self.horizon is None else self.horizon
        spans = [[self._cut(row, _FIRST, end) for row in self._in_force(part)] for part in (one, other)]
        sure = [[row for row in self._in_force(part) if self.table["proves"][row]] for part in (one, other)]
        least = [
            [
                (span.since_latest, span.until_earliest)
                for row in part
                for span in [self._cut(row, _FIRST, end)]
            ]
            for part in sure
        ]
        most = [[(span.since_earliest, span.until_latest) for span in part] for part in spans]
        return _count_common(least[0], least[1]), _count_common(most[0], most[1])

    # ------------------------------------------------------------------------ describing

    def common_sectors(self, one: int, other: int) -> tuple[str, ...]:
        """Return the sectors that ties in force of both provinces name."""
        first, second = (
            int(np.bitwise_or.reduce(self.table["sectors"][self._in_force(part)], initial=0))
            for part in (one, other)
        )
        return decode_sectors(first & second)

    def find_first(self, one: int, other: int) -> int | None:
        """Return which of two provinces was certainly there first; None if not known or neither was."""
        rows = self._in_force(one), self._in_force(other)
        if not rows[0] or not rows[1] or not self.table["proves"][[*rows[0], *rows[1]]].all():
            return None
        earliest = [int(self.table["since_earliest"][part].min()) for part in rows]
        latest = [int(self.table["since_latest"][part].min()) for part in rows]
        return one if latest[0] < earliest[1] else other if latest[1] < earliest[0] else None

    def list_ties(self, one: int, other: int) -> tuple[str, ...]:
        """Return the ids of all ties of two provinces."""
        return self._name_ties([*self._rows_of(one), *self._rows_of(other)])

    def list_gaps(self, one: int, other: int) -> tuple[Doubt, ...]:
        """Return what is unknown of the ties of two provinces."""
        return self._list_doubts([*self._rows_of(one), *self._rows_of(other)])


def _count_common(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> int | None:
    """Return the number of days in both of two lists of spans; None where a mark would be summed."""
    total = 0
    for start, end in _join(one):
        for first, last in _join(other):
            low, high = max(start, first), min(end, last)
            if low < high:
                if low == _FIRST or high == _LAST:
                    return None
                total += high - low
    return total


def _join(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that meet or overlap joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
