"""The four days within which a tie begins and ends, of its two dates and of the days that attest it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from graphmap.dates import FIRST_DAY, LAST_DAY, OPEN, UNKNOWN, Days, find_days, read_date
from graphmap.errors import DateError

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bounds:
    """When a tie holds: a start in [since_earliest, since_latest], an end in [until_earliest, until_latest].

    The end is the first day on which the tie no longer holds. What is doubtful of either date (`?`, `~`, `%`)
    is in the four days, and nowhere else.
    """

    since_earliest: date
    since_latest: date
    until_earliest: date
    until_latest: date


def find_bounds(since: str, until: str, attested: Iterable[str | date] = ()) -> Bounds:
    """Return the four days of a tie from its two texts and the days on which a source says that it holds.

    An end lies after its start, so either tightens the other: since_latest <= until_latest - 1 day,
    until_earliest >= since_earliest + 1 day. An attested day d gives since_latest <= d and until_earliest >=
    d + 1 day; an attested month or year does so with its last and its first day, and one marked doubtful
    tightens nothing. (Three-valued intervals: Allen 1983, Kleene's logic.)

    >>> find_bounds("2019", "").until_earliest, find_bounds("", "", ["2026-02-08"]).since_latest
    (datetime.date(2019, 1, 2), datetime.date(2026, 2, 8))

    Raises DateError, with its column, if a text is no date, if the end cannot lie after the start, or if an
    attested day lies outside.
    """
    days = (day.isoformat() if isinstance(day, date) else day for day in attested)
    return _find_bounds(since, until, tuple(sorted(set(days))))


@lru_cache(maxsize=65_536)
def _find_bounds(since: str, until: str, attested: tuple[str, ...]) -> Bounds:
    start, end = _read_column(since, "since"), _read_column(until, "until")
    since_earliest = start.earliest
    since_latest = FIRST_DAY if read_date(since) == OPEN else start.latest
    until_earliest = LAST_DAY if read_date(until) == OPEN else end.earliest
    until_latest = end.latest
    if since_earliest >= until_latest:
        raise DateError(
            f"is not after the start, {read_date(since) or 'unknown'}",
            "a day after the start: until is the first day on which it no longer holds",
            "until",
        )
    for text in attested:
        days, said = _read_column(text, "attested"), read_date(text)
        if said == OPEN:
            raise DateError(
                "is not a day", "a day on which a source says that it holds, such as 2026-02-08", "attested"
            )
        if said == UNKNOWN or days.doubtful:
            continue
        if days.latest < since_earliest or days.earliest >= until_latest:
            raise DateError(
                f"lies outside the time from since to until (attested on {said})",
                f"a day from {_say(since_earliest)} to before {_say(until_latest)}, or other dates there",
                "attested",
            )
        since_latest, until_earliest = (
            min(since_latest, days.latest),
            max(until_earliest, days.earliest + _DAY),
        )
    since_latest = min(since_latest, until_latest - _DAY)
    until_earliest = max(until_earliest, since_earliest + _DAY)
    return Bounds(since_earliest, since_latest, until_earliest, until_latest)


def _read_column(text: str, column: str) -> Days:
    try:
        return find_days(text)
    except DateError as cause:
        raise DateError(cause.problem, cause.right, column) from cause


def _say(day: date) -> str:
    return "any day" if day == FIRST_DAY else "any end" if day == LAST_DAY else day.isoformat()
