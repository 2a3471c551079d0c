"""What counts: from which day to which a tie counts, possibly and certainly. The rule is said here alone.

It is derived when a tie is written and stored beside its bounds. Analyses and reports read what is stored:
on a day D a tie counts if counts_from <= D < counts_until, and certainly so if certain_from <= D <
certain_until; in the whole history every tie counts, certainly so unless it is `preparing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphmap.dates import FIRST_DAY, LAST_DAY, Bounds

PREPARING_STAGES = frozenset({"idea", "proposed", "negotiating"})
"""Stages at which a tie is not in force yet: there a rivalry can still be settled."""

PREPARING_KINDS = frozenset({"visit", "meeting"})
"""Kinds that prepare a tie and are never in force themselves."""

SUSPENDED = "suspended"
"""The stage of a tie that is not in force for a time; since which day is not said."""

ENDED = "ended"
"""The stage of a tie that is over; where no date says since when, the stage alone does."""


@dataclass(frozen=True, slots=True)
class Counting:
    """When a tie counts: a property of the store for each field.

    `preparing`: it is not in force yet. `proves`: its dates prove something, that is, it is not preparing, no
    date is doubtful, and its stage does not belie them. It counts on the days from `counts_from` to before
    `counts_until`, certainly so from `certain_from` to before `certain_until`. There is no certain day where
    the first is not before the second, as always where it proves nothing: then they are the far marks.
    """

    preparing: bool
    proves: bool
    counts_from: date
    counts_until: date
    certain_from: date
    certain_until: date


def judge_counting(bounds: Bounds, kind: str | None, stage: str | None) -> Counting:
    """Say when a tie counts, by its bounds, kind and stage.

    A stage that says "ended" while no date does lets the tie count only before it can have ended; if it is
    also said to be open, the two contradict each other and prove nothing.

    >>> from graphmap.dates import find_bounds
    >>> judge_counting(find_bounds("2019-05-01", ""), "agreement", "ended").counts_until
    datetime.date(2019, 5, 2)
    """
    preparing = stage in PREPARING_STAGES or kind in PREPARING_KINDS
    ended = stage == ENDED and bounds.until_latest == LAST_DAY
    belied = stage == SUSPENDED or (ended and bounds.until_earliest == LAST_DAY)
    proves = not (preparing or belied or bounds.doubtful)
    return Counting(
        preparing=preparing,
        proves=proves,
        counts_from=bounds.since_earliest,
        counts_until=bounds.until_earliest if ended else bounds.until_latest,
        certain_from=bounds.since_latest if proves else LAST_DAY,
        certain_until=bounds.until_earliest if proves else FIRST_DAY,
    )
