"""Find in which form and calendar a stranger's column writes its dates."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graphmap.dates import find_days
from graphmap.errors import DateError
from graphmap.exchange.date_columns import YEARS_AHEAD
from graphmap.exchange.forms import read_day_number, split_range, take_date_alone, take_range, turn_date
from graphmap.text import ascii_digits

Calendar = Literal["gregorian", "solar", "lunar", "buddhist", "mixed"]

ORDERS = ("day month year", "month day, year", "month year", "day-month-year")
"""Orders with a month in words that are tried, beside those of numbers."""
BARE = ("range_start", "date_alone")
"""Forms that leave away what stands round a date, so that others can read it."""
_NUMBERS = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}")
_SERIAL = re.compile(r"[2-6]\d{4}(\.0)?")
_YEAR = re.compile(r"\D*(\d{4})")
_MOST, _MOST_DATED = 0.7, 0.3
"""So much of a column must read as dates for it to be one; less where its head speaks of dates."""


@dataclass(frozen=True, slots=True)
class DateForm:
    """How a column writes its dates: the forms that a mapping gives them in turn; their calendar.

    `doubt` is what a person must say: order (of day and month), short_year, lunar, buddhist.
    """

    forms: tuple[str, ...]
    calendar: Calendar
    share: float
    doubt: str = ""

    @property
    def has_ranges(self) -> bool:
        """Whether a cell may hold the first and the last day."""
        return "range_start" in self.forms


def find_date_form(values: Collection[str], is_dated: bool) -> DateForm | None:
    """Return the forms of the dates that some texts are; None where they are none.

    `is_dated` says that the head of the column speaks of dates: only then a bare number may be a day.

    >>> find_date_form(["25/12/2018", "11/05/2019", "June 1980"], True).forms
    ('day/month/year', 'month year')
    >>> find_date_form(["1398/02/11", "۱۴۰۱"], False).calendar, find_date_form(["12", "40"], True)
    ('solar', None)
    >>> find_date_form(["2016-2021", "since 2015"], True).forms, find_date_form(["since 1990"], True).forms
    (('range_start',), ('date_alone',))
    """
    texts = [plain for text in values if (plain := ascii_digits(text).strip())]
    if not texts:
        return None
    forms: list[str] = []
    doubts: list[str] = []
    turned = texts
    read = _list_dates(turned, is_dated)
    for form, doubt in _list_forms(texts, is_dated):
        tried = [_turn(text, form) for text in turned]
        found = _list_dates(tried, is_dated)
        if len(found) > len(read) or (form in BARE and tried != turned):
            turned, read = tried, found
            forms.append(form)
            doubts += [doubt] if doubt else []
    share = len(read) / len(texts)
    if read and share >= (_MOST_DATED if is_dated else _MOST):
        calendar, strange = _find_calendar(read)
        return DateForm(tuple(forms), calendar, share, strange or "".join(doubts[:1]))
    short = sum(_SHORT_YEAR.fullmatch(text) is not None for text in texts) / len(texts)
    return DateForm((), "gregorian", short, "short_year") if is_dated and short >= _MOST else None


def _list_dates(texts: Collection[str], is_dated: bool) -> list[str]:
    return [text for text in texts if _is_date(text, is_dated)]


def _list_forms(texts: Collection[str], is_dated: bool) -> list[tuple[str, str]]:
    """Return the forms to try beside plain dates, each with what is doubtful of it."""
    forms = [("range_start" if any(map(split_range, texts)) else "date_alone", "")]
    bare = [take_range(text, 0) for text in texts]
    numbers = [found for text in bare if (found := _NUMBERS.fullmatch(text))]
    for mark in sorted({found[2] for found in numbers}):
        first, second = (max(int(found[at]) for found in numbers if found[2] == mark) for at in (1, 3))
        order = "month{0}day{0}year" if second > 12 >= first else "day{0}month{0}year"
        forms.append((order.format(mark), "order" if max(first, second) <= 12 else ""))
    forms += [(order, "") for order in ORDERS]
    if is_dated and not any(re.fullmatch(r"\d{4}", text) for text in bare):
        # A year would be read as a day, too.
        forms.append(("day_number", ""))
    return forms


def _turn(text: str, form: str) -> str:
    if form == "day_number":
        return read_day_number(text) if _SERIAL.fullmatch(text) else text
    if form == "range_start":
        return take_range(text, 0)
    return take_date_alone(text) if form == "date_alone" else turn_date(text, form)


def _is_date(text: str, is_dated: bool) -> bool:
    try:
        first = find_days(text).earliest
    except (DateError, ValueError):
        return False
    # Numbers of people or dollars may look like years.
    return is_dated or not text.isdigit() or 1900 <= first.year <= date.today().year + YEARS_AHEAD


def _find_calendar(dates: Collection[str]) -> tuple[Calendar, str]:
    """Return the calendar of dates, and the doubt about it: years that lie far ahead are of another one."""
    years = [int(found[1]) for text in dates if (found := _YEAR.match(text))]
    ahead = [year for text, year in zip(dates, years, strict=False) if _is_far(text)]
    if ahead and any(1400 <= year < 1500 for year in ahead):
        return "lunar", "lunar"
    if ahead and any(year > 2400 for year in ahead):
        return "buddhist", "buddhist"
    solar = sum(1200 <= year < 1500 for year in years)
    if not solar:
        return "gregorian", ""
    return ("solar" if solar == len(years) else "mixed"), ""


def _is_far(text: str) -> bool:
    return find_days(text).earliest.year > date.today().year + YEARS_AHEAD and not text.startswith("..")
