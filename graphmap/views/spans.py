"""The ties in time: when each began, was last known to hold, and until when it is taken to go on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from graphmap.dates import FIRST_DAY, LAST_DAY
from graphmap.language import Language
from graphmap.store.snapshot import Snapshot
from graphmap.views.page_data import PageData, ShownTie

NO_DAY = -1_000_000
"""What a span holds where no day is known; days are counted from 1 January 1970."""

MOST_SPANS = 1500
"""How many ties a page carries in time at most, the latest; all are counted."""

FAR = timedelta(days=800)
"""How near to the marks of open dates a day can come by doubt, and is no day either."""

_FIRST_COUNTED, _LAST_COUNTED = FIRST_DAY + FAR, LAST_DAY - FAR
_EPOCH = date(1970, 1, 1).toordinal()


class Span(NamedTuple):
    """One tie in time, by numbers of its province, country and target's name.

    It may have begun on `first` and had by `start`; it holds surely to `sure`, of which `sign` is the last
    sign of life, and possibly, or as presumed, to `until`. Unknown days are NO_DAY. `event`: 1 for one that
    passes or is proposed; `act`: ties of one act of several provinces share its number, -1 for none.
    """

    tie: int
    province: int
    country: int
    target: int
    first: int
    start: int
    sure: int
    sign: int
    until: int
    presumed: int
    event: int
    act: int
    sectors: tuple[int, ...]


class TimeLine(NamedTuple):
    """The spans of a page, the names of their targets a language, and how many ties have no day at all."""

    spans: tuple[Span, ...]
    targets: tuple[tuple[str, ...], ...]
    undated: int


def list_spans(
    page: PageData, provinces: Sequence[str], countries: Sequence[str], languages: Sequence[Language]
) -> TimeLine:
    """Return the ties of a page that count, and its events, in time; numbers are of the lists given."""
    row = {place: number for number, place in enumerate(provinces)}
    column = {place: number for number, place in enumerate(countries)}
    sector = {name: number for number, name in enumerate(("", *page.sectors))}
    targets: dict[str, int] = {}
    acts: dict[str, int] = {}
    shared = _find_acts(page.ties)
    bounds = _Bounds(page.snapshot)
    spans, undated = [], 0
    for index, tie in enumerate([*page.ties, *page.beside]):
        if tie.beside == "ended" or tie.province not in row or tie.country not in column:
            continue
        days = _find_days(page, tie, bounds)
        if days is None:
            undated += tie.beside is None
            continue
        act = acts.setdefault(tie.document or "", len(acts)) if tie.document in shared else -1
        spans.append(
            Span(
                tie=index if tie.beside is None else -1,
                province=row[tie.province],
                country=column[tie.country],
                target=targets.setdefault(tie.target, len(targets)),
                **days,
                event=int(tie.beside is not None),
                act=act,
                sectors=tuple(sector[name] for name in tie.sectors if name in sector),
            )
        )
    spans.sort(key=lambda span: (span.event, -span.start, span.province))
    kept = spans[:MOST_SPANS]
    names = tuple(
        tuple(page.places[place].name.in_language(one.code) for one in languages) for place in targets
    )
    return TimeLine(tuple(kept), names, undated)


def _find_acts(ties: Sequence[ShownTie]) -> set[str]:
    """Return the documents that two provinces or more have a part in."""
    provinces: dict[str, set[str]] = {}
    for tie in ties:
        if tie.document:
            provinces.setdefault(tie.document, set()).add(tie.province)
    return {document for document, found in provinces.items() if len(found) > 1}


class _Bounds:
    """The days that bound all ties of a snapshot, counted at once: a day of a column takes long to reach."""

    def __init__(self, snapshot: Snapshot) -> None:
        ties = snapshot.ties
        columns = (ties.since_earliest, ties.since_latest, ties.until_earliest, ties.until_latest)
        self._find = ties.find
        self._days = [*zip(*(_count_all(np.asarray(column)) for column in columns), strict=True)]
        self._open = (np.asarray(ties.until_earliest) == np.datetime64(LAST_DAY)).tolist()
        self._presumable = ties.presumable.tolist()

    def find(self, tie: str) -> tuple[tuple[int, ...], bool, bool]:
        """Return the bounds of a tie, whether it is said to go on, and whether it may be presumed to."""
        at = self._find(tie)
        return self._days[at], self._open[at], self._presumable[at]


def _count_all(days: npt.NDArray[np.datetime64]) -> list[int]:
    """Count the days of a column as `count_days` does one."""
    counted = days.astype("datetime64[D]").astype(np.int64)
    told = (days > np.datetime64(_FIRST_COUNTED)) & (days < np.datetime64(_LAST_COUNTED))
    counts: list[int] = np.where(told, counted, NO_DAY).tolist()
    return counts


def _find_days(page: PageData, tie: ShownTie, bounds: _Bounds) -> dict[str, int] | None:
    """Return the days of a tie by name; None where nothing can be drawn."""
    (first, start, until, end), is_open, presumable = bounds.find(tie.id)
    sign = count_days(tie.last_sign[0] if tie.last_sign else None)
    if tie.beside is not None:
        known = next((day for day in (first, start, sign) if day != NO_DAY), NO_DAY)
        if known == NO_DAY:
            return None
        return dict.fromkeys(("first", "start", "sure", "sign", "until"), known) | {"presumed": 0}
    start = first if start == NO_DAY else start
    if start == NO_DAY:
        return None
    presumed = end == NO_DAY and sign != NO_DAY and presumable and page.as_of is not None
    # What its own days prove: an act's other ties, or an event, are a sign of life and prove no day.
    sure = max(start, until if end != NO_DAY else until - 1)
    last = end
    if presumed:
        assert tie.last_sign is not None  # noqa: S101 - `sign` is its day
        last = count_days(_add_years(tie.last_sign[0], page.presume))
    today = count_days(page.as_of)
    if is_open and end == NO_DAY:
        sure = last = max(today, sure)  # open: it is said to go on
    elif last == NO_DAY:
        last = max(today, sure)
    return {
        "first": first,
        "start": start,
        "sure": sure,
        "sign": sign,
        "until": max(last, sure),
        "presumed": int(presumed),
    }


def _add_years(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def count_days(day: date | None) -> int:
    """Count the days from 1 January 1970 to a day; NO_DAY for none and for the marks of open dates."""
    if day is None or not _FIRST_COUNTED < day < _LAST_COUNTED:
        return NO_DAY
    return day.toordinal() - _EPOCH
