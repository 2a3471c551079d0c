"""Dates as sources know them: texts of EDTF and of the Solar Hijri calendar, as the days that they may mean.

A date of the data is a text: EDTF (ISO 8601-2) such as `2019`, `2019-05?` or `201X`; empty (unknown);
`..` (open: as a start "since always", as an end "still in force"); or Solar Hijri, such as `1398`,
`1398/02/11` or «۱۳۹۸/۰۲/۱۱». A year from 1200 to 1499 is always Solar Hijri. Two such texts bound a tie
in time (bounds.py).
"""

from __future__ import annotations

import re
import warnings
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from graphmap.errors import DateError
from graphmap.text import ascii_digits, strip_direction_marks

if TYPE_CHECKING:
    from edtf import EDTFObject

FIRST_DAY = date(1, 1, 1)
"""The mark for "since always" or "start unknown": never printed, never summed."""
LAST_DAY = date(9999, 12, 31)
"""The mark for "still in force" or "end unknown": never printed, never summed."""
OPEN = ".."
"""The text of an open end (still in force) or an open start (since always)."""
UNKNOWN = ""
"""The text of a date that the source does not give."""
BOUNDS = ("since_earliest", "since_latest", "until_earliest", "until_latest")
"""The four days that a start and an end as far as they are known come to."""
_DAY = timedelta(days=1)
SERIAL_ZERO = date(1899, 12, 30)
"""The day that spreadsheets number 0."""
_SOLAR_YEARS = range(1200, 1500)
ANY_DATE = "a date such as 2019-05-11, 2019-05, 2019, 2019?, 1398/02/11, .. (open) or empty (unknown)"
"""What would be right where any date may stand."""
_NO_YEAR = "has a year outside 1 to 9999"
_ONE_DATE = "one date: the start in since, the first day it no longer holds in until"
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MARK = r"([?~%]?)"
_SHAPE = re.compile(
    rf"{_MARK}(\d\d(?:\d\d|\dX|XX)){_MARK}(?:([-/]){_MARK}(\d\d|XX){_MARK}(?:\4{_MARK}(\d\d|XX){_MARK})?)?",
    re.ASCII,
)
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"؟": "?", "٪": "%", "x": "X"})


@dataclass(frozen=True, slots=True)
class Days:
    """What one text says: the first and the last day it may mean, and whether it is marked ?, ~ or %.

    Marked with ? or ~, both reach one unit of its precision further, with % (or with both marks) two: `2019?`
    is 2018 to 2020, `2025-05?` is April to June.
    """

    earliest: date
    latest: date
    doubtful: bool = False


# ---------------------------------------------------------------------------- reading


def read_date(text: str) -> str:
    """Return the canonical text of a date: EDTF, `..`, empty, or a Solar Hijri year or month.

    Digits may be Latin, Persian or Arabic, separators hyphens or slashes. A whole Solar Hijri day becomes the
    Gregorian day; a Solar Hijri year or month stays what it is (`1398`, `1398-02`), for no Gregorian text
    means the same days. Raises DateError for intervals, seasons, sets, impossible days, years outside 1 to
    9999 and any other order than year, month, day.

    >>> [read_date(text) for text in ("1398/02/11", "۱۳۹۸/۲", "2019/5/11", "2019-05?", " ")]
    ['2019-05-01', '1398-02', '2019-05-11', '2019-05?', '']
    """
    return _read(text)[0]


def find_days(text: str) -> Days:
    """Return the first and the last day that a date may mean; `..` and empty: FIRST_DAY and LAST_DAY.

    >>> find_days("1391")
    Days(earliest=datetime.date(2012, 3, 20), latest=datetime.date(2013, 3, 20), doubtful=False)
    >>> find_days("2025-05?")
    Days(earliest=datetime.date(2025, 4, 1), latest=datetime.date(2025, 6, 30), doubtful=True)

    Raises DateError as read_date does.
    """
    return _read(text)[1]


def is_solar(text: str) -> bool:
    """Say whether a canonical text is a Solar Hijri year or month.

    >>> is_solar("1398-02"), is_solar("2019"), is_solar("")
    (True, False, False)
    """
    return re.match(r"[?~%]?1[234]", text) is not None


def to_solar(day: date) -> tuple[int, int, int] | None:
    """Return the Solar Hijri year, month and day of a Gregorian day, None where that calendar does not reach.

    It begins on 22 March 622; the library counts no further than the year 9377 (spring of 9998).

    >>> to_solar(date(2019, 5, 11)), to_solar(date(600, 1, 1))
    ((1398, 2, 21), None)
    """
    from persiantools.jdatetime import JalaliDate

    if not date(622, 3, 22) <= day < date(9998, 3, 1):
        return None
    solar = JalaliDate.to_jalali(day.year, day.month, day.day)  # type: ignore[no-untyped-call]
    return solar.year, solar.month, solar.day


def from_solar(year: int, month: int, day: int) -> date:
    """Return the Gregorian day of a Solar Hijri day; ValueError if there is no such day.

    >>> from_solar(1403, 12, 30)
    datetime.date(2025, 3, 20)
    """
    from persiantools.jdatetime import JalaliDate

    return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]


# The same few thousand texts come again and again, and one parse by the library costs 5 ms.
@lru_cache(maxsize=65_536)
def _read(text: str) -> tuple[str, Days]:
    """Return the canonical text and its days."""
    plain = ascii_digits(strip_direction_marks(text)).strip().translate(_HYPHENS)
    if plain in (UNKNOWN, OPEN):
        return plain, Days(FIRST_DAY, LAST_DAY)
    padded = re.sub(r"(?<!\d)\d(?!\d)", r"0\g<0>", plain)
    found = _SHAPE.fullmatch(padded)
    if not found:
        raise _explain_shape(plain)
    year, month, day = found[2], found[6], found[9]
    marks = "".join(mark or "" for mark in found.group(1, 3, 5, 7, 8, 10))
    if int(year.replace("X", "0")) < 1:
        raise DateError(_NO_YEAR, "a year of four digits, from 0001 to 9999")
    if int(year.replace("X", "0")) in _SOLAR_YEARS:
        return _read_solar(year, month, day, marks)
    _check_month(year, month, day)
    canonical = padded.replace("/", "-")
    # A mark behind the whole leaves the strict bounds as they are, and the library takes long to load.
    plain = canonical[:-1] if canonical[-1] in marks else canonical
    first, last = _span_gregorian(plain) if _PLAIN.fullmatch(plain) else _span_edtf(canonical)
    if not marks:
        return canonical, Days(first, last)
    return canonical, _widen(first, last, marks, _judge_precision(year, month, day), _shift_gregorian)


def _judge_precision(year: str, month: str | None, day: str | None) -> int:
    """Return the unit that a date is known to: 0 for a day, else a number of months."""
    if day not in (None, "XX"):
        return 0
    return 1 if month not in (None, "XX") else 12 * 10 ** year.count("X")


def _widen(first: date, last: date, marks: str, unit: int, shift: Callable[[date, int], date]) -> Days:
    """Return doubtful days: either limit reaches one unit further, or two, by months of a calendar."""
    steps = 2 if len(set(marks)) > 1 or "%" in marks else 1

    def move(day: date, by: int) -> date:
        try:
            return shift(day, by * unit) if unit else day + by * _DAY
        except (OverflowError, ValueError):
            return FIRST_DAY if by < 0 else LAST_DAY

    if not unit or last == LAST_DAY:
        return Days(move(first, -steps), move(last, steps), True)
    after = move(last + _DAY, steps)
    # Beyond the calendar's end `move` stops at its last day, of which no day may be taken.
    return Days(move(first, -steps), after if after == LAST_DAY else after - _DAY, True)


def _shift_gregorian(day: date, months: int) -> date:
    """Return the same day of the month some months away; ValueError beyond the years of the calendar."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]) if 1 <= year <= 9999 else 1)


def subtract_years(day: date, years: int) -> date:
    """Return the day some years before, 28 February for a 29th that is none; FIRST_DAY before the calendar.

    A term of so many years from a day reaches the days D for which the day lies after D less the years: one
    of five years from 29 February 2020 ends on 1 March 2025. Both engines subtract years so.

    >>> subtract_years(date(2025, 2, 28), 5), subtract_years(date(2024, 2, 29), 5)
    (datetime.date(2020, 2, 28), datetime.date(2019, 2, 28))
    """
    try:
        return _shift_gregorian(day, -12 * years)
    except ValueError:
        return FIRST_DAY


def _shift_solar(day: date, months: int) -> date:
    """Return the first day of the Solar Hijri month some months away from that of a day."""
    solar = to_solar(day)
    if solar is None:
        raise ValueError(day)
    year, month = divmod(solar[0] * 12 + solar[1] - 1 + months, 12)
    return from_solar(year, month + 1, 1)


def _span_gregorian(canonical: str) -> tuple[date, date]:
    """Return the first and the last day of a text without ?, ~, % or X (the library takes 5 ms for it)."""
    year, month, day = (*map(int, canonical.split("-")), 0, 0)[:3]
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    length = monthrange(year, month)[1]
    if day > length:
        raise _no_such_day(canonical[:7], length)
    return date(year, month, day or 1), date(year, month, day or length)


def _span_edtf(canonical: str) -> tuple[date, date]:
    """Return the strict bounds of a text with ?, ~, % or X.

    Strict and not fuzzy: edtf 5.0.2 pads `2015-10?` by a year on either side; `_widen` does it by a month.
    """
    try:
        parsed = _edtf_parser()(canonical)
        low, high = parsed.lower_strict(), parsed.upper_strict()
    except Exception as cause:  # besides its own error, edtf 5.0.2 raises ValueError on odd texts
        raise DateError("is not a date that EDTF allows", ANY_DATE) from cause
    try:
        return date(low.tm_year, low.tm_mon, low.tm_mday), date(high.tm_year, high.tm_mon, high.tm_mday)
    except ValueError as cause:
        raise DateError("is no day", "a day that exists in every year it may mean") from cause


@lru_cache(maxsize=1)
def _edtf_parser() -> Callable[[str], EDTFObject]:
    """Import edtf when the first text needs it (0.1 s), without the warnings its 5.0.2 grammar draws."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from edtf import parse_edtf
    return parse_edtf  # type: ignore[no-any-return]


def _read_solar(year: str, month: str | None, day: str | None, marks: str) -> tuple[str, Days]:
    """Return the canonical text and the days of a Solar Hijri date; a whole day is said in Gregorian."""
    if (month == "XX" and day not in (None, "XX")) or ("X" in year and month not in (None, "XX")):
        raise DateError("leaves out a part before the last", "1398-02, 1398 or 139X, the last parts left out")
    month, day = (None if part == "XX" else part for part in (month, day))
    _check_month(year, month, day)
    doubt = marks[:1] if len(set(marks)) < 2 else "%"
    last_year, last_month = int(year.replace("X", "9")), int(month or 12)
    first = from_solar(int(year.replace("X", "0")), int(month or 1), 1)
    after = from_solar(last_year + last_month // 12, last_month % 12 + 1, 1)
    if day:
        length = (after - first).days
        if int(day) > length:
            raise _no_such_day(f"{year}-{month}", length)
        whole = first + (int(day) - 1) * _DAY
        days = _widen(whole, whole, doubt, 0, _shift_solar) if doubt else Days(whole, whole)
        return whole.isoformat() + doubt, days
    days = Days(first, after - _DAY)
    if doubt:
        days = _widen(days.earliest, days.latest, doubt, _judge_precision(year, month, day), _shift_solar)
    return year + (f"-{month}" if month else "") + doubt, days


# ---------------------------------------------------------------------------- refusing


def _no_such_day(month: str, length: int) -> DateError:
    return DateError(f"is no day: {month} has {length} days", f"a day such as {month}-{length}")


def _check_month(year: str, month: str | None, day: str | None) -> None:
    """Refuse what stands where a month or a day should and is none."""
    if month in (None, "XX") or 1 <= int(month) <= 12:
        if day in (None, "XX") or 1 <= int(day) <= 31:
            return
        raise DateError(f"has no day {day}", f"a day from 01 to 31, such as {year}-{month}-01")
    if day is None and 21 <= int(month) <= 41:
        raise DateError("is a season or a part of a year", f"a year or a month, such as {year} or {year}-04")
    if day not in (None, "XX") and 1 <= int(day) <= 12 < int(month) <= 31:
        length = _count_days(int(year.replace("X", "0")), int(day))
        right = f"year, month, day: perhaps {year}-{day}-{month}"
        if int(month) > length:
            right = f"year, month, day: such as {year}-{day}-{length}"
        raise DateError(f"has no month {month}", right)
    raise DateError(f"has no month {month}", f"a month from 01 to 12, such as {year}-04")


def _count_days(year: int, month: int) -> int:
    if year in _SOLAR_YEARS:
        return (from_solar(year + month // 12, month % 12 + 1, 1) - from_solar(year, month, 1)).days
    return monthrange(max(year, 1), month)[1]


def _explain_shape(plain: str) -> DateError:
    """Say why a text has not the shape of a date, and what would be right."""
    turned = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", plain)
    if turned:
        first, second, year = int(turned[1]), int(turned[2]), turned[3]
        orders = [(second, first)] if second <= 12 else []
        orders += [(first, second)] if first <= 12 and first != second else []
        meant = " or ".join(f"{year}-{month:02}-{day:02}" for month, day in orders)
        return DateError("does not begin with the year", f"year, month, day: {meant or year + '-05-11'}")
    if re.fullmatch(r"[1-7]\d{4}(\.0)?", plain):  # from 1927 to 2118
        day = SERIAL_ZERO + int(plain[:5]) * _DAY
        return DateError("is the number of a day in a spreadsheet", f"that day, {day}, if it is meant")
    for shape, problem, right in _SHAPES_REFUSED:
        if found := re.match(shape, plain):
            return DateError(problem, right.format(*found.groups()))
    return DateError("is not a date", ANY_DATE)


_SHAPES_REFUSED = (
    (r"\d\d?[-/.]\d\d?[-/.]\d\d?$", "has a year of two digits", "a year of four digits first, 1398/02/11"),
    (r"(\d{4})\.0$", "is a number of a spreadsheet", "the year, {0}"),
    (r"(\d{4})\.(\d\d?)(?:\.\d\d?)?$", "is written with dots", "hyphens, as in {0}-{1:0>2}"),
    (r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d", "has a time of day", "the day alone, {0}"),
    (r"(\d{4})(\d\d)(\d\d)$", "is written without hyphens", "{0}-{1}-{2}"),
    (r"Y|-\d|\d{5}", _NO_YEAR, "a year of four digits, from 0001 to 9999"),
    (r"\d{1,3}[?~%]?$", "is not a year of four digits", "a year such as 1398, 2019 or 0950"),
    (r"[\[{]", "is a set of dates", "one date, or empty if it is unknown"),
    (r".*\.\.|/|.*/$|\S{4,}/\d{4}|\d{4}[?~%]?-\d{4}", "is an interval", _ONE_DATE),
)
