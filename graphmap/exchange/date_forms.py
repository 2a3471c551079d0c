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
from graphmap.exchange.other_calendars import read_lunar
from graphmap.text import ascii_digits

Calendar = Literal["gregorian", "solar", "lunar", "buddhist", "mixed"]

OTHERS = frozenset({"lunar", "buddhist"})
"""Calendars that are told by their years, which else lie far ahead; each has a form of its name."""
ORDERS = ("day month year", "month day, year", "month year", "month-year")
"""Orders with a month in words that are tried, beside those of numbers and those that some text shows."""
BARE = ("range_start", "date_alone")
"""Forms that leave away what stands round a date, so that others can read it."""
_NUMBERS = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{4})")
_SHORT_YEAR = re.compile(r"(\d{1,2})([/.\-])(\d{1,2})\2(\d{2})")
_IN_WORDS = re.compile(r"\d{1,2}([ ./\-]+)[^\s\d/.,()\-]+?\.?([ ./\-]+)\d{4}")
_SERIAL = re.compile(r"[2-6]\d{4}(\.0)?")
_YEAR = re.compile(r"\D*(\d{4})")
_HIJRI = re.compile(r"1[234]\d\d.*(هـ|هجرية|هجري)")
_MOST, _MOST_DATED = 0.7, 0.3
"""So much of a column must read as dates for it to be one; less where its head speaks of dates."""


@dataclass(frozen=True, slots=True)
class DateForm:
    """How a column writes its dates: the forms that a mapping gives them in turn; their calendar.

    `doubt` is what a person must say: order (of day and month), short_year, lunar, buddhist, hijri (of which
    of the two calendars that is so called).
    """

    forms: tuple[str, ...]
    calendar: Calendar
    share: float
    doubt: str = ""

    @property
    def short_form(self) -> str:
        """The order of dates whose years have two digits; blank where there is none."""
        return next((form for form in self.forms if "yy" in form), "")

    @property
    def has_ranges(self) -> bool:
        """Whether a cell may hold the first and the last day."""
        return "range_start" in self.forms


def find_date_form(values: Collection[str], is_dated: bool, is_solar: bool = True) -> DateForm | None:
    """Return the forms of the dates that some texts are; None where they are none.

    `is_dated` says that the head of the column speaks of dates: only then a bare number may be a day;
    `is_solar` that years such as 1398 are Solar Hijri where the list comes from.

    >>> find_date_form(["25/12/2018", "11/05/2019", "June 1980"], True).forms
    ('day/month/year', 'month year')
    >>> find_date_form(["1398/02/11", "۱۴۰۱"], False).calendar, find_date_form(["12", "40"], True)
    ('solar', None)
    >>> find_date_form(["2016-2021", "since 2015"], True).forms, find_date_form(["since 1990"], True).forms
    (('range_start',), ('date_alone',))
    >>> find_date_form(["1402/05/01"], True, is_solar=False).doubt
    'hijri'
    """
    texts = [plain for text in values if (plain := ascii_digits(text).strip())]
    if not texts:
        return None
    forms: list[str] = []
    doubts: list[str] = []
    turned = texts
    read = _list_dates(turned, is_dated)
    in_persian = any(re.search("[۰-۹٠-٩]", text) for text in values)
    for form, doubt in _list_forms(texts, is_dated, in_persian, is_solar):
        tried = [_turn(text, form) for text in turned]
        found = _list_dates(tried, is_dated)
        if len(found) > len(read) or (form in BARE and tried != turned):
            turned, read = tried, found
            forms.append(form)
            doubts += [doubt] if doubt else []
    share = len(read) / len(texts)
    if read and share >= (_MOST_DATED if is_dated else _MOST):
        calendar, strange = _find_calendar(read)
        if strange in OTHERS:
            forms.append(strange)
        elif calendar in {"solar", "mixed"} and not is_solar:
            strange = "hijri"
        return DateForm(
            tuple(forms),
            calendar,
            share,
            strange or ("short_year" if "short_year" in doubts else "".join(doubts[:1])),
        )
    return None


def _list_dates(texts: Collection[str], is_dated: bool) -> list[str]:
    return [text for text in texts if _is_date(text, is_dated)]


def _list_forms(
    texts: Collection[str], is_dated: bool, in_persian: bool, is_solar: bool
) -> list[tuple[str, str]]:
    """Return the forms to try beside plain dates, each with what is doubtful of it."""
    forms = [("range_start" if any(map(split_range, texts)) else "date_alone", "")]
    bare = [take_range(text, 0) for text in texts]
    numbers = [found for text in bare if (found := _NUMBERS.fullmatch(text))]
    # What one mark proves holds for the others, unless they prove two things.
    proven = {found[2]: int(found[1]) > 12 for found in numbers if max(int(found[1]), int(found[3])) > 12}
    for mark in sorted({found[2] for found in numbers}):
        is_day_first = proven.get(mark, all(proven.values()) if len(set(proven.values())) == 1 else True)
        order = "day{0}month{0}year" if is_day_first else "month{0}day{0}year"
        is_sure = mark in proven or len(set(proven.values())) == 1
        forms.append((order.format(mark), "" if is_sure else "order"))
    forms += [
        (f"day{found[1]}month{found[2]}year", "") for text in bare if (found := _IN_WORDS.fullmatch(text))
    ]
    forms += [(order, "") for order in ORDERS]
    if is_dated:
        forms += [(order, "short_year") for order in _list_short_orders(bare, in_persian)]
    forms = list(dict.fromkeys(forms))
    if not is_solar and any(_HIJRI.search(text) for text in texts):
        forms.append(("lunar", "lunar"))
    if is_dated and not any(re.fullmatch(r"\d{4}", text) for text in bare):
        # A year would be read as a day, too.
        forms.append(("day_number", ""))
    return forms


def _list_short_orders(texts: Collection[str], in_persian: bool = False) -> list[str]:
    """Return the orders of dates with years of two digits: of the calendar in which the other dates are.

    >>> _list_short_orders(["09/10/62", "13/11/86"]), _list_short_orders(["84/3/20", "1398/02/11"])
    (['day/month/yy'], ['solaryy/month/day'])
    """
    short = [found for text in texts if (found := _SHORT_YEAR.fullmatch(text))]
    is_solar = in_persian or any(re.search(r"(?<!\d)1[34]\d\d(?!\d)", text) for text in texts)
    year = "solaryy" if is_solar else "yy"
    orders = []
    for mark in sorted({found[2] for found in short}):
        first, second, last = (max(int(found[at]) for found in short if found[2] == mark) for at in (1, 3, 4))
        if first > 31 or (is_solar and last <= 31):
            orders.append(f"{year}{mark}month{mark}day")
        else:
            parts = ("month", "day") if second > 12 >= first else ("day", "month")
            orders.append(mark.join((*parts, year)))
    return orders


def _turn(text: str, form: str) -> str:
    if form == "day_number":
        return read_day_number(text) if _SERIAL.fullmatch(text) else text
    if form == "lunar":
        return read_lunar(text)
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
