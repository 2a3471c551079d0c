"""The ties to one target, by province: what two provinces are to each other there, and how much of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from graphmap.analysis.findings import Doubt, PlaceName
from graphmap.analysis.judging import Codes, Judged, judge_ties
from graphmap.analysis.measures import (
    Activity,
    Presence,
    Shares,
    bound_rivalry,
    find_least_rivalry,
    measure_crowding,
    measure_shares,
)
from graphmap.analysis.scope import OTHER_SECTOR, UNKNOWNS, decode_sectors
from graphmap.analysis.spans import count_common
from graphmap.analysis.squares import judge_pairs
from graphmap.dates import BOUNDS, FIRST_DAY, LAST_DAY
from graphmap.schema.sectors import SECTORS

_FIRST, _LAST = FIRST_DAY.toordinal(), LAST_DAY.toordinal()

MOST_KEPT = 256
"""Of how many ties to one target at most it is kept what each two are: a byte each."""

_DOUBTS = np.arange(1 << len(UNKNOWNS))[:, None] >> np.arange(len(UNKNOWNS)) & 1
"""Of each number that the bits of doubts make, which doubts are in it."""


class Span(NamedTuple):
    """The bounds of a tie as ordinals of days, cut to a period; `firm` if exact and beyond doubt."""

    since_earliest: int
    since_latest: int
    until_earliest: int
    until_latest: int
    firm: bool


@dataclass(frozen=True, eq=False)
class Block:
    """All ties to one target, province by province: a value of its own that holds no other target's ties.

    The ties of province n are the rows `edges[n]` to `edges[n + 1]` of `table`. A province is there by its
    `present` ties; those not in force yet, and events beside commitments, stand beside. `parts` says which
    province (a row each) has a part, here or elsewhere, in which act of several; `acts` names these.
    `rows` are those of the provinces in the snapshot, and no part of its value.
    `horizon` is the ordinal of the first day that is not counted, None where there is none; `dated` says that
    a day was asked for, `sector` that one was.
    """

    target: PlaceName
    provinces: tuple[PlaceName, ...]
    edges: tuple[int, ...]
    ids: tuple[str, ...]
    since: tuple[str | None, ...]
    table: npt.NDArray[np.void]
    parts: npt.NDArray[np.bool_]
    acts: tuple[str, ...]
    horizon: int | None
    dated: bool
    rows: npt.NDArray[np.int32]
    sector: str | None = None

    def __eq__(self, other: object) -> bool:
        """Say whether both hold the same of the same ties."""
        return isinstance(other, Block) and self._as_value() == other._as_value()

    def __hash__(self) -> int:
        """Hash by all that it holds."""
        return hash(self._as_value())

    def _as_value(self) -> tuple[object, ...]:
        held = (
            self.target,
            self.provinces,
            self.edges,
            self.ids,
            self.since,
            self.acts,
            self.horizon,
            self.dated,
            self.sector,
        )
        return *held, self.table.tobytes(), self.parts.tobytes()

    @property
    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties by which its provinces are there."""
        return self.name_ties(np.flatnonzero(self.table["present"]).tolist())

    @property
    def preparing_ties(self) -> tuple[str, ...]:
        """Return the ids of the ties that are not in force yet."""
        return self.name_ties(np.flatnonzero(self.table["preparing"]).tolist())

    @property
    def contact_ties(self) -> tuple[str, ...]:
        """Return the ids of the events that stand beside its ties."""
        beside = self.table["event"] & ~self.table["present"] & ~self.table["preparing"]
        return self.name_ties(np.flatnonzero(beside).tolist())

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
    def municipal(self) -> int:
        """Return how many of its ties were made by a city."""
        return int(np.count_nonzero(self.table["municipal"] & self.table["present"]))

    @property
    def unknown(self) -> tuple[Doubt, ...]:
        """Return what is unknown of its ties."""
        return self.list_doubts_of(np.flatnonzero(self.table["present"]).tolist())

    def name_ties(self, rows: Iterable[int]) -> tuple[str, ...]:
        """Return the ids of some ties, in their order."""
        return tuple(sorted(self.ids[row] for row in rows))

    def list_doubts_of(self, rows: Sequence[int]) -> tuple[Doubt, ...]:
        """Return what is unknown of some ties."""
        counts = np.bincount(self.table["doubts"][rows], minlength=len(_DOUBTS)) @ _DOUBTS
        last: tuple[date, ...] = ()
        if counts[UNKNOWNS.index("sign")]:
            signs = zip(*(self.table[name][rows].tolist() for name in ("silent", "silent_by")), strict=True)
            last = tuple(map(date.fromordinal, max(signs)))
        return tuple(
            Doubt(what, ties, len(rows), *(last if what == "sign" else ()))
            for what, ties in zip(UNKNOWNS, counts.tolist(), strict=True)
            if ties
        )

    @cached_property
    def judged(self) -> Judged:
        """The strongest verdict of each two provinces, of ties in force and of those not yet."""
        return judge_pairs(self.table, self.edges, self.dated, self.parts)

    # ------------------------------------------------------------------------ measuring

    @cached_property
    def columns(self) -> Mapping[str, list[Any]]:
        """The columns of the table as plain lists: a cell of a table of NumPy takes long to reach."""
        return {name: self.table[name].tolist() for name in self.table.dtype.names or ()}

    def rows_of(self, province: int) -> range:
        """Return the rows of the ties of a province (by its place among the provinces)."""
        return range(self.edges[province], self.edges[province + 1])

    def list_in_force(self, province: int) -> list[int]:
        """Return the rows of the commitments by which a province is there."""
        present, event = self.columns["present"], self.columns["event"]
        return [row for row in self.rows_of(province) if present[row] and not event[row]]

    def _lacks_start(self, rows: Iterable[int]) -> bool:
        """Say whether any of some ties has no known start."""
        earliest, latest = self.columns["since_earliest"], self.columns["since_latest"]
        return any(earliest[row] == _FIRST < latest[row] for row in rows)

    def _list_shared(self, one: int, other: int) -> frozenset[int]:
        """Return the acts in which two provinces both have a part."""
        return frozenset(np.flatnonzero(self.parts[one] & self.parts[other]).tolist())

    def _blurs_other(self, rows: Iterable[list[int]]) -> bool:
        """Say whether all of some provinces have ties in the sector "other", which is unknown ground then."""
        sectors = self.columns["sectors"]
        return all(any(sectors[row] & OTHER_SECTOR for row in part) for part in rows)

    def _find_period(self, rows: list[int]) -> tuple[int, int] | None:
        """Return the earliest known start of ties and the horizon or latest end; None if one is unknown."""
        since, until = self.columns["since_earliest"], self.columns["until_latest"]
        starts = [since[row] for row in rows if since[row] > _FIRST]
        end = max((until[row] for row in rows), default=_LAST) if self.horizon is None else self.horizon
        return None if not starts or end >= _LAST else (min(starts), max(end, min(starts)))

    def _cut(self, row: int, first: int, last: int) -> Span:
        """Return the bounds of a tie, cut to a period."""
        columns = self.columns
        cut = [min(max(columns[name][row], first), last) for name in BOUNDS]
        firm = cut[0] == cut[1] and cut[2] == cut[3] and columns["proves"][row]
        return Span(cut[0], cut[1], cut[2], cut[3], firm)

    def _describe_presence(
        self,
        rows: list[int],
        period: tuple[int, int],
        acts: frozenset[int],
        blurs_other: bool,
        presume: bool = False,
    ) -> tuple[Presence, bool]:
        """Return what ties amount to in a period, certainly and possibly, and whether all of it is known.

        `acts` are shared, and so told apart; `blurs_other` says that "other" is unknown ground. What is
        presumed to go on certainly does with `presume`, up to the day that is asked about.
        """
        certain: list[Activity] = []
        possible: list[Activity] = []
        exact, columns = True, self.columns
        for row in rows:
            span = self._cut(row, *period)
            intensity, code, number = (columns[name][row] for name in ("intensity", "sectors", "act"))
            act = str(number) if number in acts else None
            sectors: tuple[str | None, ...] = decode_sectors(code) or (None,)
            if blurs_other and code & OTHER_SECTOR:
                sectors = (*decode_sectors(code & ~OTHER_SECTOR), None)
            if span.since_earliest < span.until_latest:
                exact = exact and span.firm and None not in sectors
            # One of no known sector need not lie in the sector that was asked for.
            until = period[1] if presume and columns["presumed"][row] else span.until_earliest
            sure = columns["proves"][row] and span.since_latest < until and (code or self.sector is None)
            for sector in sectors:
                if sure:
                    certain.append(Activity(sector, span.since_latest, until, intensity, act))
                if span.since_earliest < span.until_latest:
                    possible.append(Activity(sector, span.since_earliest, span.until_latest, intensity, act))
        return Presence(certain, possible), exact

    def measure_pair(self, one: int, other: int) -> Shares | None:
        """Return R, J, C and U of two provinces; None where a sector, a date or the horizon is not known."""
        rows = self.list_in_force(one), self.list_in_force(other)
        period = self._find_period([*rows[0], *rows[1]])
        if period is None or not rows[0] or not rows[1] or self._lacks_start([*rows[0], *rows[1]]):
            return None
        shared, blurs_other = self._list_shared(one, other), self._blurs_other(rows)
        first, known = self._describe_presence(rows[0], period, shared, blurs_other)
        if not known:
            return None
        second, known = self._describe_presence(rows[1], period, shared, blurs_other)
        return measure_shares(first.possible, second.possible) if known else None

    def bound_pair(self, one: int, other: int, presume: bool = False) -> tuple[float, float] | None:
        """Return the least and the most that R of two provinces can be; None where no period can be told.

        With `presume` it is what R can be if all that is presumed to go on does.

        What may have begun long before leaves it no least; where both may have, nor a most.
        """
        both = self._describe_both(one, other, presume)
        if both is None:
            return None
        bounds = bound_rivalry(*both, self._sectors)
        rows = self.list_in_force(one), self.list_in_force(other)
        lacking = [self._lacks_start(part) for part in rows]
        if bounds is None or not any(lacking):
            return bounds
        return 0.0, 1.0 if all(lacking) and self._may_meet(*rows) else bounds[1]

    def find_least_rivalry(self, one: int, other: int, presume: bool = False) -> float | None:
        """Return the least alone of what `bound_pair` gives, which is mostly 0 and then soon told."""
        both = self._describe_both(one, other, presume)
        least = None if both is None else find_least_rivalry(*both, self._sectors)
        if not least:
            return least
        lacks_start = self._lacks_start([*self.list_in_force(one), *self.list_in_force(other)])
        return 0.0 if lacks_start else least

    def _describe_both(self, one: int, other: int, presume: bool) -> tuple[Presence, Presence] | None:
        """Return what the ties of two provinces amount to; None where no period can be told."""
        rows = self.list_in_force(one), self.list_in_force(other)
        period = self._find_period([*rows[0], *rows[1]])
        if period is None or not rows[0] or not rows[1]:
            return None
        shared, blurs_other = self._list_shared(one, other), self._blurs_other(rows)
        first, second = (
            self._describe_presence(part, period, shared, blurs_other, presume)[0] for part in rows
        )
        return first, second

    @property
    def _sectors(self) -> tuple[str, ...]:
        """Return the sectors in which what names none may lie."""
        return tuple(SECTORS) if self.sector is None else (self.sector,)

    def _may_meet(self, one: list[int], other: list[int]) -> bool:
        """Say whether ties of two provinces may lie in one sector."""
        codes = [self.table["sectors"][rows] for rows in (one, other)]
        known = [int(np.bitwise_or.reduce(part)) for part in codes]
        return bool(known[0] & known[1]) or any(bool((part == 0).any()) for part in codes)

    def measure_crowding(self) -> float | None:
        """Return K of the target; None where a sector, a date or the horizon is not known."""
        rows = [self.list_in_force(province) for province in range(len(self.provinces))]
        everything = [row for part in rows for row in part]
        period = self._find_period(everything)
        if period is None or self._lacks_start(everything):
            return None
        others = sum(self._blurs_other([part]) for part in rows)
        described = [self._describe_presence(part, period, frozenset(), others > 1) for part in rows]
        if not all(exact for _, exact in described):
            return None
        return measure_crowding(presence.possible for presence, _ in described)

    def count_days(self, one: int, other: int) -> tuple[int | None, int | None]:
        """Return on how many days both provinces are there, at least and at most, up to the horizon.

        None: not known. The days of several ties are joined first.
        """
        end = _LAST if self.horizon is None else self.horizon
        proves = self.columns["proves"]
        rows = [self.list_in_force(part) for part in (one, other)]
        spans = [[(self._cut(row, _FIRST, end), proves[row]) for row in part] for part in rows]
        least = [[(span.since_latest, span.until_earliest) for span, sure in part if sure] for part in spans]
        most = [[(span.since_earliest, span.until_latest) for span, _ in part] for part in spans]
        return count_common(least[0], least[1]), count_common(most[0], most[1])

    # ------------------------------------------------------------------------ describing

    @cached_property
    def codes(self) -> Codes | None:
        """What each two ties are to each other, where there are few enough to keep it."""
        if len(self.table) > MOST_KEPT:
            return None
        return judge_ties(self.table, self.edges, self.dated, self.parts)

    def find_first(self, one: int, other: int) -> int | None:
        """Return which of two provinces was certainly there first; None if not known or neither was."""
        rows = self.list_in_force(one), self.list_in_force(other)
        proves = self.columns["proves"]
        if not rows[0] or not rows[1] or not all(proves[row] for part in rows for row in part):
            return None
        earliest = [min(self.columns["since_earliest"][row] for row in part) for part in rows]
        latest = [min(self.columns["since_latest"][row] for row in part) for part in rows]
        return one if latest[0] < earliest[1] else other if latest[1] < earliest[0] else None

    def list_ties(self, one: int, other: int) -> tuple[str, ...]:
        """Return the ids of all ties of two provinces."""
        return self.name_ties([*self.rows_of(one), *self.rows_of(other)])

    def list_joint_acts(self, one: int, other: int) -> tuple[str, ...]:
        """Return the documents of the acts of both on which ties of two provinces rest here."""
        shared = self._list_shared(one, other)
        rows = [*self.rows_of(one), *self.rows_of(other)]
        here = {self.columns["act"][row] for row in rows if not self.columns["event"][row]}
        return tuple(sorted(self.acts[act] for act in shared & here))

    def list_joint_ties(self, one: int, other: int) -> tuple[str, ...]:
        """Return the ids of the ties of two provinces that rest on an act of both, events apart."""
        act, event = self.columns["act"], self.columns["event"]
        shared = self._list_shared(one, other)
        rows = [*self.rows_of(one), *self.rows_of(other)]
        return self.name_ties(row for row in rows if not event[row] and act[row] in shared)

    def list_doubts(self, one: int, other: int) -> tuple[Doubt, ...]:
        """Return what is unknown of the ties of two provinces, events apart."""
        rows = [*self.rows_of(one), *self.rows_of(other)]
        return self.list_doubts_of([row for row in rows if not self.columns["event"][row]])
