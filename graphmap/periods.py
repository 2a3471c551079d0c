"""Says in words the days between which something lies: as the date that means just these, where one does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from graphmap.dates import find_days, to_solar

if TYPE_CHECKING:
    from graphmap.language import Language


def say_period(first: date, last: date, language: Language) -> str:
    """Return the days from one to another in words.

    >>> from graphmap.language import load_language
    >>> say_period(date(1984, 1, 1), date(1984, 12, 31), load_language("en"))
    '1984'
    """
    if first == last:
        return language.day(first)
    if text := find_text(first, last):
        return language.date_text(text)
    return language.words("date-between", first=language.day(first), last=language.day(last))


def find_text(first: date, last: date) -> str | None:
    """Return the date that means just the days from one to another; None where no day, month or year does.

    >>> find_text(date(2003, 1, 1), date(2005, 12, 31)), find_text(date(2012, 3, 20), date(2013, 3, 20))
    ('2004?', '1391')
    """
    middle = first + (last - first) // 2
    for parts in ((middle.year, middle.month, middle.day), to_solar(middle) or ()):
        named = [f"{part:0{width}}" for part, width in zip(parts, (4, 2, 2), strict=False)]
        for text in (
            "-".join(named[:size]) + mark for size in range(1, len(named) + 1) for mark in ("", "?")
        ):
            days = find_days(text)
            if (days.earliest, days.latest) == (first, last):
                return text
    return None
