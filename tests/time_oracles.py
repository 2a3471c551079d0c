"""Oracles: the rules of time said once more, tie by tie and in plain words, to hold the program against."""

from __future__ import annotations

from datetime import date, timedelta

from graphmap.bounds import Bounds
from graphmap.dates import FIRST_DAY, LAST_DAY
from graphmap.scales import Certainty


def judge_day(bounds: Bounds, day: date) -> Certainty:
    """Say whether a tie is in force on a day.

    Certain: since_latest <= day < until_earliest. None: not since_earliest <= day <
    until_latest. Else possible.

    >>> judge_day(find_bounds("2019-05-11", ".."), date(2020, 1, 1))
    'certain'
    >>> judge_day(find_bounds("2019?", ""), date(2018, 12, 31))
    'possible'
    """
    if bounds.since_latest <= day < bounds.until_earliest:
        return "certain"
    return "possible" if bounds.since_earliest <= day < bounds.until_latest else "none"


def judge_overlap(a: Bounds, b: Bounds) -> Certainty:
    """Say whether two ties are in force on a common day; one that ends as the other starts is not.

    Certain: a.since_latest < b.until_earliest and the reverse. None: not
    a.since_earliest < b.until_latest, or not the reverse. Else possible.

    >>> judge_overlap(find_bounds("2020-01-01", "2022-01-01"), find_bounds("2022-01-01", ".."))
    'none'
    """
    certain = a.since_latest < b.until_earliest and b.since_latest < a.until_earliest
    if certain:
        return "certain"
    return "possible" if a.since_earliest < b.until_latest and b.since_earliest < a.until_latest else "none"


def count_shared_days(a: Bounds, b: Bounds, horizon: date | None) -> tuple[int | None, int | None]:
    """Return how many days two ties share, at least and at most, counted up to the horizon (itself excluded).

    least = max(0, min(until_earliest) - max(since_latest)) and most = max(0, min(until_latest) -
    max(since_earliest)), every end cut at the horizon. None where a mark would be summed: both ends open or
    unknown and no horizon, or no start known. `least` is always safe; brute
    force finds it exact unless one of the two may start on or after the day on which it may have ended.

    >>> june = find_bounds("2022-06-01", "2022-07-01")
    >>> count_shared_days(find_bounds("2022", ""), june, None)
    (0, 30)
    >>> count_shared_days(june, find_bounds("2020", ".."), horizon=date(2022, 6, 11))
    (10, 10)
    """
    most = _count(max(a.since_earliest, b.since_earliest), min(a.until_latest, b.until_latest), horizon)
    return _count(max(a.since_latest, b.since_latest), min(a.until_earliest, b.until_earliest), horizon), most


def _count(start: date, end: date, horizon: date | None) -> int | None:
    if horizon is not None:
        end = min(end, horizon)
    if start >= end:
        return 0
    if start == FIRST_DAY or end == LAST_DAY:
        return None
    return (end - start).days


def judge_counting_on(bounds: Bounds, nature: str, stage: str | None, day: date) -> tuple[bool, bool, bool]:
    """Say whether a tie counts on a day, whether certainly, and whether as a contact, as the methods put it.

    A commitment counts if it is possibly in force, an event while it may be going on, and as a contact 180
    days from its last day on. Either counts certainly if its dates prove it (judge_day), and neither a stage
    before force, nor a suspension, nor an end told beside an open date belies them.
    """
    in_force = judge_day(bounds, day)
    counts = contact = in_force != "none"
    if nature == "event":
        last = bounds.until_latest - timedelta(days=1)
        if bounds.until_latest == LAST_DAY:
            last = max(bounds.since_latest, bounds.until_earliest - timedelta(days=1))
        ever = last >= LAST_DAY - timedelta(days=181)
        counts = bounds.since_earliest <= day and (ever or day <= last)
        contact = bounds.since_earliest <= day and (ever or day - last <= timedelta(days=180))
    contradicts = stage == "ended" and bounds.until_latest == bounds.until_earliest == LAST_DAY
    belied = stage in ("idea", "proposed", "negotiating", "suspended") or contradicts
    return counts, in_force == "certain" and not belied, contact
