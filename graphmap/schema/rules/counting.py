"""What counts: from which day to which a tie counts, possibly and certainly. The rule is said here alone.

It is derived when a tie is written and stored beside its bounds. Analyses and reports read what is stored:
on a day D a tie counts if counts_from <= D < counts_until, and certainly so if certain_from <= D <
certain_until; in the whole history every tie counts, certainly so unless it is `preparing`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from graphmap.bounds import Bounds
from graphmap.dates import FIRST_DAY, LAST_DAY, OPEN, UNKNOWN, find_days, read_date
from graphmap.schema.kinds_of_tie import Nature

PREPARING_STAGES = frozenset({"idea", "proposed", "negotiating"})
"""Stages at which a tie is not in force yet: there a rivalry can still be settled."""

SUSPENDED = "suspended"
"""The stage of a tie that is not in force for a time; since which day is not said."""

ENDED = "ended"
"""The stage of a tie that is over; where no date says since when, the stage alone does."""

CONTACT = timedelta(days=180)
"""How long after an event the two are said to be in contact."""


@dataclass(frozen=True, slots=True)
class Counting:
    """When a tie counts: a property of the store for each field.

    `preparing`: it is not in force yet. `proves`: its dates prove something, that is, it is not preparing,
    and its stage does not belie them. It counts on the days from `counts_from` to before `counts_until`,
    certainly so from `certain_from` to before `certain_until`. There is no certain day where the first is not
    before the second, as always where it proves nothing: then they are the far marks.

    `contact_until`: for an event the first day on which the two are no longer said to be in contact by it,
    for a commitment the same as `counts_until`.

    `said_ended`: a commitment of which the stage alone says that it is over: it may have lasted until one of
    its sources said so. `presumable`: a commitment whose end is not known, so that it may be presumed to go
    on.
    """

    preparing: bool
    proves: bool
    said_ended: bool
    presumable: bool
    counts_from: date
    counts_until: date
    contact_until: date
    certain_from: date
    certain_until: date


def judge_counting(bounds: Bounds, nature: Nature, stage: str | None) -> Counting:
    """Say when a tie counts, by its bounds, nature and stage.

    A commitment counts while it may last, an event until its last possible day. A stage that says "ended"
    beside an open end contradicts it, and such a tie proves nothing.

    >>> from graphmap.bounds import find_bounds
    >>> event = judge_counting(find_bounds("2019-05-01", ""), "event", None)
    >>> event.counts_until, event.contact_until
    (datetime.date(2019, 5, 2), datetime.date(2019, 10, 29))
    """
    lasts = nature == "commitment"
    end = bounds.until_latest if lasts else find_end_of_event(bounds)
    preparing = stage in PREPARING_STAGES
    ended = stage == ENDED and bounds.until_latest == LAST_DAY
    belied = stage == SUSPENDED or (ended and bounds.until_earliest == LAST_DAY)
    proves = not (preparing or belied)
    return Counting(
        preparing=preparing,
        proves=proves,
        said_ended=lasts and ended and bounds.until_earliest < LAST_DAY,
        presumable=lasts
        and proves
        and not ended
        and bounds.until_earliest < LAST_DAY
        and bounds.until_latest == LAST_DAY,
        counts_from=bounds.since_earliest,
        counts_until=end,
        contact_until=end if lasts or end > LAST_DAY - CONTACT else end + CONTACT,
        certain_from=bounds.since_latest if proves else LAST_DAY,
        certain_until=bounds.until_earliest if proves else FIRST_DAY,
    )


def find_end_of_event(bounds: Bounds) -> date:
    """Return the first day on which an event is surely over; LAST_DAY where its day is not known."""
    if bounds.until_latest < LAST_DAY:
        return bounds.until_latest
    return max(bounds.since_latest + timedelta(days=1), bounds.until_earliest)


def find_sign(nature: Nature, stage: str | None, since: str, attested: Iterable[str], bounds: Bounds) -> date:
    """Return the last day on which a tie tells that it, or its act, was alive; FIRST_DAY where it tells none.

    A commitment was on each day that it is attested, and on the earliest on which it may have begun. An event
    tells its own earliest day, if its date is given and bears no doubt: the day of its page tells nothing.

    >>> from graphmap.bounds import find_bounds
    >>> day = find_bounds("2022-06-01", "", ["2023-03-10"])
    >>> find_sign("commitment", None, "2022-06-01", ["2023-03-10"], day)
    datetime.date(2023, 3, 10)
    """
    if stage in PREPARING_STAGES:
        return FIRST_DAY
    if nature == "event":
        told = read_date(since) not in (UNKNOWN, OPEN) and not find_days(since).doubtful
        return bounds.since_earliest if told else FIRST_DAY
    days = (find_days(text) for text in attested)
    return max([bounds.since_earliest, *(day.earliest for day in days if not day.doubtful)])
