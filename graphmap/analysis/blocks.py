"""The ties to one target, by province: what two provinces are to each other there, and how much of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from graphmap.analysis.findings import Doubt, PlaceName, name_place
from graphmap.analysis.judging import Codes, judge_pairs
from graphmap.analysis.measures import (
    Activity,
    Presence,
    Shares,
    bound_rivalry,
    measure_crowding,
    measure_shares,
)
from graphmap.analysis.scope import OTHER_SECTOR, UNKNOWNS, Selection, decode_sectors
from graphmap.dates import FIRST_DAY, LAST_DAY
from graphmap.scales import CERTAINTIES
from graphmap.schema.sectors import SECTORS
from graphmap.store.snapshot import NOTHING, Indices

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

COLUMNS = np.dtype(
    [
        *((name, np.int32) for name in (*_BOUNDS, *_CERTAIN)),
        ("sectors", np.int64),
        ("intensity", np.float64),
        ("doubts", np.uint8),
        ("act", np.int32),
        *(
            (name, np.bool_)
            for name in ("certain", "presumed", "proves", "preparing", "event", "present", "municipal")
        ),
    ]
)
"""What a block holds of each tie: bounds as ordinals of days, a bit a sector, a bit a doubt, flags, and the
number of the act of several provinces that it rests on (-1: of none)."""


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
        part["act"] = _number_acts(part["act"], province)
        part.flags.writeable = False
        yield Block(
            target=name_place(snapshot, int(selection.target[start])),
            provinces=tuple(names[row] for row in province[firsts].tolist()),
            edges=(*firsts, stop - start),
            ids=tuple(ids[row] for row in selection.ties[start:stop].tolist()),
            table=part,
            horizon=horizon,
            dated=scope.as_of is not None,
            sector=scope.sector,
        )


def _number_acts(documents: Indices, province: Indices) -> Indices:
    """Return for each tie the number, from 0, of the act that it shares with another province; else -1."""
    acts = np.full(len(documents), NOTHING, np.int32)
    pairs = {*zip(documents.tolist(), province.tolist(), strict=True)}
    shared = [document for document, _ in sorted(pairs) if document != NOTHING]
    shared = [document for document in dict.fromkeys(shared) if shared.count(document) > 1]
    order = {document: np.flatnonzero(documents == document) for document in shared}
    for number, document in enumerate(sorted(shared, key=lambda one: int(order[one][0]))):
        acts[order[document]] = number
    return acts


def _tabulate(selection: Selection) -> npt.NDArray[np.void]:
    """Return the columns of a selection's ties side by side, so that a target's can be taken in one go."""
    ties, rows = selection.snapshot.ties, selection.ties
    table = np.empty(len(rows), COLUMNS)
    for name in (*_BOUNDS, *_CERTAIN):
        days = getattr(ties, name)[rows].astype("datetime64[D]").astype(np.int64)
        table[name] = (days + _EPOCH).astype(np.int32)
    table["sectors"], table["intensity"] = selection.sectors, ties.intensity[rows]
    table["certain"], table["proves"] = selection.certain, ties.proves[rows]
    table["presumed"] = selection.certainty >= CERTAINTIES.index("presumed")
    table["preparing"], table["municipal"] = ties.preparing[rows], ties.municipal[rows]
    table["event"], table["present"] = ties.nature.is_in(["event"])[rows], selection.present
    table["act"] = ties.documents.codes[rows]
    table["doubts"] = 0
    for bit, flags in enumerate(selection.doubts.values()):
        table["doubts"] |= flags.astype(np.uint8) << np.uint8(bit)
    return table


@dataclass(frozen=True, eq=False)
class Block:
    """All ties to one target, province by province: a value of its own that holds no other target's ties.

    The ties of province n are the rows `edges[n]` to `edges[n + 1]` of `table`. A province is there by its
    `present` ties; those not in force yet, and events beside commitments, stand beside. `horizon` is the
    ordinal of the first day that is not counted, None where there is none; `dated` says that a day was asked
    for, `sector` that one was.
    """

    target: PlaceName
    provinces: tuple[PlaceName, ...]
    edges: tuple[int, ...]
    ids: tuple[str, ...]
    table: npt.NDArray[np.void]
    horizon: int | None
    dated: bool
    sector: str | None = None

    def __eq__(self, other: object) -> bool:
        """Say whether both hold the same of the same ties."""
        return isinstance(other, Block) and self._as_value() == other._as_value()

    def __hash__(self) -> int:
        """Hash by all that it holds."""
        return hash(self._as_value())

    def _as_value(self) -> tuple[object, ...]:
        held = self.target, self.provinces, self.edges, self.ids, self.horizon, self.dated, self.sector
        return *held, self.table.tobytes()

    @property
    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties by which its provinces are there."""
        return self._name_ties(np.flatnonzero(self.table["present"]).tolist())

    @property
    def preparing_ties(self) -> tuple[str, ...]:
        """Return the ids of the ties that are not in force yet."""
        return self._name_ties(np.flatnonzero(self.table["preparing"]).tolist())

    @property
    def contact_ties(self) -> tuple[str, ...]:
        """Return the ids of the events that stand beside its ties."""
        beside = self.table["event"] & ~self.table["present"] & ~self.table["preparing"]
        return self._name_ties(np.flatnonzero(beside).tolist())

    @property
    def tie_counts(self) -> tuple[int, ...]:
        """Return by how many ties each province is there."""
        present = self.table["present"].astype(np.int64)
        return tuple(np.add.reduceat(present, self.edges[:-1]).tolist())

    @property
    def there(self) -> tuple[PlaceName, ...]:
        """Return the provinces that are there."""
        pairs = zip(self.provinces, self.tie_counts, strict=True)
        return tuple(province for province, ties in pairs if ties)

    @property
    def beside(self) -> tuple[PlaceName, ...]:
        """Return the provinces that are not there, but prepare a tie or are in contact."""
        pairs = zip(self.provinces, self.tie_counts, strict=True)
        return tuple(province for province, ties in pairs if not ties)

    @property
    def is_meeting_point(self) -> bool:
        """Whether two provinces meet: one at least is there or prepares a tie."""
        ties = self.table
        return len(self.provinces) > 1 and bool((ties["present"] | ties["preparing"]).any())

    @property
    def municipal(self) -> int:
        """Return how many of its ties were made by a city."""
        return int(np.count_nonzero(self.table["municipal"] & self.table["present"]))

    @property
    def unknown(self) -> tuple[Doubt, ...]:
        """Return what is unknown of its ties."""
        return self._list_doubts(np.flatnonzero(self.table["present"]).tolist())

    def _name_ties(self, rows: Iterable[int]) -> tuple[str, ...]:
        return tuple(sorted(self.ids[row] for row in rows))

    def _list_doubts(self, rows: Sequence[int]) -> tuple[Doubt, ...]:
        doubts = self.table["doubts"][list(rows), None]
        counts = np.unpackbits(doubts, axis=1, count=len(UNKNOWNS), bitorder="little").sum(axis=0).tolist()
        return tuple(
            Doubt(what, ties, len(rows)) for what, ties in zip(UNKNOWNS, counts, strict=True) if ties
        )

    def judge_pairs(self) -> tuple[Codes, Codes]:
        """Return the strongest verdict of each two provinces, of ties in force and of those not yet."""
        return judge_pairs(self.table, self.edges, self.dated)

    # ------------------------------------------------------------------------ measuring

    def _rows_of(self, province: int) -> range:
        """Return the rows of the ties of a province (by its place among the provinces)."""
        return range(self.edges[province], self.edges[province + 1])

    def _in_force(self, province: int) -> list[int]:
        """Return the rows of the commitments by which a province is there."""
        table = self.table
        return [row for row in self._rows_of(province) if table["present"][row] and not table["event"][row]]

    def _lacks_start(self, rows: Iterable[int]) -> bool:
        """Say whether any of some ties has no known start."""
        return any(
            self.table["since_earliest"][row] == _FIRST < self.table["since_latest"][row] for row in rows
        )

    def _find_shared(self, parts: Sequence[list[int]]) -> tuple[frozenset[int], bool]:
        """Return the acts that two provinces share, and whether both have ties in the sector "other"."""
        acts = [{*self.table["act"][rows].tolist()} - {NOTHING} for rows in parts]
        others = [bool((self.table["sectors"][rows] & OTHER_SECTOR).any()) for rows in parts]
        return frozenset(acts[0] & acts[1]), all(others)

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

    def _describe_presence(
        self, rows: list[int], period: tuple[int, int], acts: frozenset[int], blurs_other: bool
    ) -> tuple[Presence, bool]:
        """Return what ties amount to in a period, certainly and possibly, and whether all of it is known.

        `acts` are shared, and so told apart; `blurs_other` says that "other" is unknown ground.
        """
        certain: list[Activity] = []
        possible: list[Activity] = []
        exact = True
        for row in rows:
            span, tie = self._cut(row, *period), self.table[row]
            intensity, code = float(tie["intensity"]), int(tie["sectors"])
            act = str(tie["act"]) if int(tie["act"]) in acts else None
            sectors: tuple[str | None, ...] = decode_sectors(code) or (None,)
            if blurs_other and code & OTHER_SECTOR:
                sectors = (*decode_sectors(code & ~OTHER_SECTOR), None)
            if span.since_earliest < span.until_latest:
                exact = exact and span.firm and None not in sectors
            # One of no known sector need not lie in the sector that was asked for.
            sure = tie["proves"] and span.since_latest < span.until_earliest and (code or self.sector is None)
            for sector in sectors:
                if sure:
                    certain.append(Activity(sector, span.since_latest, span.until_earliest, intensity, act))
                if span.since_earliest < span.until_latest:
                    possible.append(Activity(sector, span.since_earliest, span.until_latest, intensity, act))
        return Presence(certain, possible), exact

    def measure_pair(self, one: int, other: int) -> Shares | None:
        """Return R, J, C and U of two provinces; None where a sector, a date or the horizon is not known."""
        rows = self._in_force(one), self._in_force(other)
        period = self._find_period([*rows[0], *rows[1]])
        if period is None or not rows[0] or not rows[1] or self._lacks_start([*rows[0], *rows[1]]):
            return None
        shared = self._find_shared(rows)
        (first, known_first), (second, known_second) = (
            self._describe_presence(part, period, *shared) for part in rows
        )
        return measure_shares(first.possible, second.possible) if known_first and known_second else None

    def bound_pair(self, one: int, other: int) -> tuple[float, float] | None:
        """Return the least and the most that R of two provinces can be; None where no period can be told.

        What may have begun long before leaves it no least; where both may have, nor a most.
        """
        rows = self._in_force(one), self._in_force(other)
        period = self._find_period([*rows[0], *rows[1]])
        if period is None or not rows[0] or not rows[1]:
            return None
        shared = self._find_shared(rows)
        sectors = tuple(SECTORS) if self.sector is None else (self.sector,)
        first, second = (self._describe_presence(part, period, *shared)[0] for part in rows)
        bounds = bound_rivalry(first, second, sectors)
        lacking = [self._lacks_start(part) for part in rows]
        if bounds is None or not any(lacking):
            return bounds
        return 0.0, 1.0 if all(lacking) and self._may_meet(*rows) else bounds[1]

    def _may_meet(self, one: list[int], other: list[int]) -> bool:
        """Say whether ties of two provinces may lie in one sector."""
        codes = [self.table["sectors"][rows] for rows in (one, other)]
        known = [int(np.bitwise_or.reduce(part)) for part in codes]
        return bool(known[0] & known[1]) or any(bool((part == 0).any()) for part in codes)

    def measure_crowding(self) -> float | None:
        """Return K of the target; None where a sector, a date or the horizon is not known."""
        rows = [self._in_force(province) for province in range(len(self.provinces))]
        everything = [row for part in rows for row in part]
        period = self._find_period(everything)
        if period is None or self._lacks_start(everything):
            return None
        others = sum(bool((self.table["sectors"][part] & OTHER_SECTOR).any()) for part in rows)
        described = [self._describe_presence(part, period, frozenset(), others > 1) for part in rows]
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
        """Return the sectors that ties in force of both provinces name; "other" is none."""
        first, second = (
            int(np.bitwise_or.reduce(self.table["sectors"][self._in_force(part)], initial=0))
            for part in (one, other)
        )
        return decode_sectors(first & second & ~OTHER_SECTOR)

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

    def list_doubts(self, one: int, other: int) -> tuple[Doubt, ...]:
        """Return what is unknown of the ties of two provinces, events apart."""
        rows = [*self._rows_of(one), *self._rows_of(other)]
        return self._list_doubts([row for row in rows if not self.table["event"][row]])


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
