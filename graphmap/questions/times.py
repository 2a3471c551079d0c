"""Reads the days that a phrase names: a date, Nowruz, a month of a year, last Farvardin, a year ago."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from graphmap.dates import find_days, from_solar, read_date, to_solar
from graphmap.errors import DateError
from graphmap.language import CODES, load_language
from graphmap.text import ascii_digits, split_words

BEFORE = ("before", "until", "by", "پیش از", "قبل از", "تا")
ON = ("on", "as of", "at the end of", "in", "در تاریخ", "به تاریخ", "در پایان", "در")
NOWRUZ = (
    *("nowruz", "norouz", "noruz", "nowrooz", "norooz", "nouruz", "nourooz", "nawruz", "nauroz", "navruz"),
    *("newroz", "persian new year", "نوروز", "عید", "عید نوروز", "سال نو", "پایان سال", "آخر سال"),
)
NEW_YEAR = ("new year", "the new year", "the end of the year", "year end", "end of year")
"""The first day of the next year, as it is said in English."""
LAST = ("last", "previous", "past", "گذشته", "پیشین", "قبل")
THIS = ("this", "current", "امسال", "جاری")
YEAR_BEFORE = ("پارسال", "سال گذشته", "سال پیش", "of last year", "last year")
LAST_YEAR = ("last year", "پارسال", "سال گذشته", "سال پیش")
"""The last day of the year before, of the calendar of the language in which it is said."""
AGO = ("a year ago", "one year ago", "یک سال پیش", "یک سال قبل")

LONGEST_DAY = 4
"""Words of the longest name of a day."""


class Month(NamedTuple):
    """A month of a calendar."""

    number: int
    solar: bool


def take_times(phrase: str, today: date, *, past: bool = False) -> tuple[str, dict[str, str]]:
    """Take the days out of a phrase; return what is left, and the days by the parameter that takes them.

    `before` is the day up to which something is asked, `as_of` the one on which. Where what is `past` is
    asked for, a month without a year is the latest that is over.

    >>> take_times("ends before Nowruz", date(2026, 2, 8))
    ('ends', {'before': '2026-03-21'})
    >>> take_times("what did we believe last Farvardin", date(2026, 2, 8))
    ('what did we believe', {'as_of': '2025-04-20'})
    """
    words, times = phrase.split(), dict[str, str]()
    place = 0
    while place < len(words):
        taken = _take_day(words, place, today, past)
        if taken is None:
            place += 1
            continue
        name, day, end = taken
        times.setdefault(name, day.isoformat())
        del words[place:end]
    return " ".join(words), times


def _take_day(words: list[str], place: int, today: date, past: bool) -> tuple[str, date, int] | None:
    """Return what a phrase names from one word on: the parameter, the day, and where it ends."""
    mark, start = "", place
    for name, marks in (("before", BEFORE), ("as_of", ON)):
        for text in marks:
            said = text.split()
            if _fold_each(words[place : place + len(said)]) == _fold_each(said) and len(said) > start - place:
                mark, start = name, place + len(said)
    for end in range(min(len(words), start + LONGEST_DAY), start, -1):
        text = " ".join(words[start:end]).strip("؟?.,،")
        before = mark == "before" and not past
        day = read_day(text, today, before, past) if mark else read_named_day(text, today, past=past)
        if day is not None:
            return mark or "as_of", day, end
    return None


def _fold_each(words: list[str]) -> list[str]:
    """Return words as they are compared: an Arabic letter is the Persian one."""
    return [" ".join(split_words(word)) for word in words]


def read_day(text: str, today: date, before: bool = True, past: bool = False) -> date | None:
    """Return the day that a text names, None for another text: Nowruz (the next), a date, a named month.

    Of what is longer than a day it is the first day where something is asked `before` it, else the last.

    >>> read_day("نوروز", date(2026, 2, 8)), read_day("1405/02/01", date(2026, 2, 8))
    (datetime.date(2026, 3, 21), datetime.date(2026, 4, 21))
    """
    if split_words(text) in _fold(NEW_YEAR):
        return date(today.year + 1, 1, 1)
    if split_words(text) in {split_words(word) for word in NOWRUZ}:
        solar = to_solar(today)
        return None if solar is None else from_solar(solar[0] + 1, 1, 1)
    if (named := read_named_day(text, today, before=before, past=past)) is not None:
        return named
    if not any(c.isdigit() for c in ascii_digits(text)):
        return None
    try:
        days = find_days(read_date(text))
    except DateError:
        return None
    return days.earliest if before else days.latest


def read_named_day(text: str, today: date, *, before: bool = False, past: bool = False) -> date | None:
    """Return the day of a month that a text names with its year, or of a year ago; None for another text.

    A month is known by its year, by "last" (the latest that is over), "this" or "of last year"; without these
    only where something is asked `before` it: then it is the next; or of what is `past`: then it is the last.
    A number beside it is its day.

    >>> read_named_day("فروردین گذشته", date(2026, 2, 8)), read_named_day("Farvardin 1403", date(2026, 2, 8))
    (datetime.date(2025, 4, 20), datetime.date(2024, 4, 19))
    """
    words = split_words(text)
    if words in {split_words(one) for one in AGO}:
        return today - timedelta(days=365)
    if (solar := to_solar(today)) is not None and words in _fold(LAST_YEAR):
        starts = date(today.year, 1, 1) if text.isascii() else from_solar(solar[0], 1, 1)
        return starts - timedelta(days=1)
    found = next((months[one] for months in [list_months()] for one in words if one in months), None)
    if found is None:
        return None
    rest = tuple(one for one in words if one not in list_months() and one not in {"ماه", "of"})
    number = next((int(one) for one in rest if one.isdecimal() and len(one) <= 2), None)
    rest = tuple(one for one in rest if not (one.isdecimal() and len(one) <= 2))
    year = _find_year(found, LAST[:1] if past and not rest else rest, today, before)
    if year is None:
        return None
    if number is None:
        first, last = _bound_month(found, year)
        return first if before else last
    if before and not rest:
        days = (_find_day(found, one, number) for one in (year - 1, year))
        return next((day for day in days if day is not None and day > today), None)
    return _find_day(found, year, number)


def _find_day(month: Month, year: int, number: int) -> date | None:
    """Return a day of a month of a year by its number; None where the month has no such day."""
    first, last = _bound_month(month, year)
    return first + timedelta(days=number - 1) if 1 <= number <= (last - first).days + 1 else None


def _find_year(month: Month, rest: tuple[str, ...], today: date, before: bool) -> int | None:
    """Return the year of a month, by what stands beside its name; None where that is nothing known."""
    solar = to_solar(today)
    if solar is None:
        return None
    now = solar[0] if month.solar else today.year
    if not rest:
        return now + (_bound_month(month, now)[0] <= today) if before else None
    if len(rest) == 1 and rest[0].isdecimal() and len(rest[0]) == 4:
        year = int(rest[0])
        return (
            year if month.solar == (year < 1700) and (1 if not month.solar else 1200) <= year < 9999 else None
        )
    if rest in _fold(LAST):
        return now - (_bound_month(month, now)[1] >= today)
    if rest in _fold(YEAR_BEFORE):
        return now - 1
    return now if rest in _fold(THIS) else None


def _bound_month(month: Month, year: int) -> tuple[date, date]:
    """Return the first and the last day of a month of a year."""
    if not month.solar:
        return date(year, month.number, 1), date(year, month.number, monthrange(year, month.number)[1])
    after = (year, month.number + 1) if month.number < 12 else (year + 1, 1)
    return from_solar(year, month.number, 1), from_solar(*after, 1) - timedelta(days=1)


@cache
def _fold(texts: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(one for one in split_words(text) if one != "of") for text in texts)


@cache
def list_months() -> Mapping[str, Month]:
    """Return the months of both calendars by their folded names in both languages."""
    return {
        " ".join(split_words(load_language(code).month(number, solar=solar))): Month(number, solar)
        for code in CODES
        for solar in (True, False)
        for number in range(1, 13)
    }
