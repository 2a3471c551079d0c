"""Forms of dates and numbers that other lands and programs write, turned into those that files have here."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date, timedelta

from graphmap.dates import SERIAL_ZERO, find_days, is_solar, read_date, to_solar
from graphmap.errors import DateError
from graphmap.exchange.date_words import write_out
from graphmap.exchange.other_calendars import read_marked_lunar
from graphmap.text import ascii_digits, fold

_PARTS = {
    "day": r"(?P<day>\d{1,2})", "month": r"(?P<month>\d{1,2}|[^\s\d/.,()\-–]+\.?)",
    "year": r"(?P<year>\d{4})",
    "yy": r"(?P<yy>\d{2})", "solaryy": r"(?P<solaryy>\d{2})",
}  # fmt: skip
_YEARS = frozenset({"year", "yy", "solaryy"})
_TWO_WAYS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_MONTHS = {
    fold(name): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_SOLAR_MONTHS = (
    *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
    *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
)
_MONTHS |= {fold(name): number for number, name in enumerate((*_SOLAR_MONTHS, "امرداد"), start=1)}
_MONTHS[fold("امرداد")] = 5
_AFGHAN_MONTHS = (
    *("حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"),
)
_MONTHS |= {fold(name): number for number, name in enumerate(_AFGHAN_MONTHS, start=1)}
_MONTHS |= {fold("جوزای"): 3, fold("سنبلهٔ"): 6}
_ABOUT = re.compile(
    r"(?:c\.|ca\.?|circa|about|around|um|около|ок\.|yaklaşık|vers|hacia|حدود(?: سال)?)\s*(?=\S)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*[–—−]\s*|\s+-\s+|\s+(?:to|until|till|bis|по|до|تا|à|al|hasta|ile)\s+", re.IGNORECASE
)
_TWO_DATES = re.compile(r"([^-]*\d{4}[^-]*)-([^-]*\d{4}[^-]*)|([^/]*\d{4}[^/]*)/([^/]*\d{4}[^/]*)")
"""Two dates with a hyphen or stroke between them, which stands in neither."""
_NOW = frozenset(
    map(
        fold,
        (
            *("present", "now", "today", "ongoing", "heute", "н.в.", "наст. время", "настоящее время"),
            *("günümüz", "halen", "aujourd'hui", "اکنون", "کنون", "تاکنون", "امروز"),
        ),
    )
)
"""Words for an end that has not come."""


def is_date_order(form: str) -> bool:
    """Say whether a form is an order of day, month and year, each once, with marks between them.

    >>> is_date_order("day/month/year"), is_date_order("month year"), is_date_order("day/year/day")
    (True, True, False)
    """
    words = re.findall(r"[a-z]+", form)
    has_year = len(_YEARS & set(words)) == 1
    return has_year and len(set(words)) == len(words) > 1 and set(words) <= set(_PARTS)


def turn_date(value: str, order: str) -> str:
    """Return a date written in an order as year, month, day; a text that is none in it stays as it is.

    >>> turn_date("11/05/2019", "day/month/year"), turn_date("June 1980", "month year")
    ('2019-05-11', '1980-06')
    >>> turn_date("c. 1979", "month year"), turn_date("۱۱ اردیبهشت ۱۳۹۸", "day month year")
    ('1979~', '1398-02-11')
    >>> turn_date("09/10/62", "day/month/yy"), turn_date("۸۴/۳/۲۰", "solaryy/month/day")
    ('1962-10-09', '1384-03-20')
    """
    if about := _ABOUT.match(value.strip()):
        turned = turn_date(value.strip()[about.end() :], order)
        return f"{turned}~" if re.fullmatch(r"\d{4}(-\d\d){0,2}", turned) else value
    pattern = "".join(_PARTS.get(part) or re.escape(part) for part in re.findall(r"[a-z]+|[^a-z]+", order))
    found = re.fullmatch(pattern.replace(r"\ ", r"\s+"), ascii_digits(value).strip())
    if not found:
        return value
    parts = found.groupdict()
    month = parts.get("month") or ""
    number = int(month) if month.isdigit() else _number_month(month)
    if month and not number:
        return value
    said = [parts.get("year") or _find_century(parts)]
    if month:
        said.append(f"{number:02}")
    if "day" in parts:
        said.append(parts["day"].zfill(2))
    return "-".join(said)


def _find_century(parts: Mapping[str, str]) -> str:
    """Return the last year that two digits may be of and that is not ahead."""
    today = date.today()
    solar = to_solar(today) if "solaryy" in parts else None
    this_year, short = (solar[0], int(parts["solaryy"])) if solar else (today.year, int(parts["yy"]))
    return str(this_year - (this_year - short) % 100)


def _number_month(name: str) -> int:
    """Return the number of a month by its name in any of some languages; 0 where it is none."""
    if not name or (number := _MONTHS.get(fold(name), 0)):
        return number if name else 0
    from graphmap.exchange.foreign_names import find_month

    return find_month(name)


def take_date_alone(value: str) -> str:
    """Return a date without words and marks round it; a text that holds no year stays as it is.

    >>> take_date_alone("2012年5月"), take_date_alone("昭和55年10月17日"), take_date_alone("1995년 10월 6일")
    ('2012-05', '1980-10-17', '1995-10-06')
    >>> [take_date_alone(text) for text in ("since 1990", "2009*", "um 2008", "с 2015 г.", "2001[3]", "soon")]
    ['1990', '2009', '2008~', '2015', '2001', 'soon']
    """
    plain = write_out(read_marked_lunar(value.strip()))
    if not re.search(r"\d{3}[\dX]", ascii_digits(plain)):
        return value
    return turn_date(plain, "month year") if _ABOUT.match(plain) else plain


def split_range(value: str) -> tuple[str, str] | None:
    """Return the first and the last of two dates in one text, the last blank where it has not come yet.

    None for a text that is no such range.

    >>> split_range("2016-2021"), split_range("2006–present"), split_range("1395/01/01 تا 1400/12/29")
    (('2016', '2021'), ('2006', ''), ('1395/01/01', '1400/12/29'))
    >>> split_range("2019-05-01"), split_range("2007-08"), split_range("1 May 2019")
    (None, None, None)
    """
    plain = ascii_digits(value).strip()
    pieces = _BETWEEN.split(plain)
    if len(pieces) != 2 and (found := _TWO_DATES.fullmatch(plain)):
        pieces = [piece for piece in found.groups() if piece is not None]
    if len(pieces) != 2 or not re.search(r"\d{4}", pieces[0]):
        return None
    first, last = (take_date_alone(piece) for piece in pieces)
    if not last or fold(last) in _NOW:
        return first, ""
    return (first, last) if re.search(r"\d{4}", last) else None


def take_range(value: str, end: int) -> str:
    """Return one end of a range of dates; of a single date, which is a start, its last day is blank.

    >>> take_range("2016-2021", 1), take_range("2016", 0), take_range("2016", 1), take_range("unknown", 1)
    ('2021', '2016', '', 'unknown')
    """
    found = split_range(value)
    if found is not None:
        return found[end]
    return take_date_alone(value) if not end or not re.search(r"\d{4}", ascii_digits(value)) else ""


def find_day_after(value: str) -> str:
    """Return the first day, month or year after a last one: what an end means here. Other texts stay.

    >>> [find_day_after(text) for text in ("2019-12-31", "2019-12", "2019", "1398-12", "..", "soon")]
    ['2020-01-01', '2020-01', '2020', '1399-01', '..', 'soon']
    """
    try:
        plain = read_date(value)
        mark = plain[-1] if plain[-1:] in ("?", "~", "%") else ""
        bare = plain.rstrip("?~%")
        if not re.fullmatch(r"\d{4}(-\d\d){0,2}", bare):
            return value
        after = find_days(bare).latest + timedelta(days=1)
    except (DateError, OverflowError):
        return value
    solar = to_solar(after) if is_solar(bare) else None
    said = "{:04}-{:02}-{:02}".format(*solar) if solar else after.isoformat()
    return said[: len(bare)] + mark


def find_day_before(value: str) -> str:
    """Return the last day, month or year before an end: undoes `find_day_after`. Other texts stay.

    >>> [find_day_before(text) for text in ("2020-01-01", "2020-01", "2020", "..", "")]
    ['2019-12-31', '2019-12', '2019', '..', '']
    """
    bare = value.rstrip("?~%")
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", bare):
        return value
    before = find_days(bare).earliest - timedelta(days=1)
    return before.isoformat()[: len(bare)] + value[len(bare) :]


def read_day_number(value: str) -> str:
    """Return the day that a spreadsheet numbers so; other texts stay.

    >>> read_day_number("43586"), read_day_number("2019-05-01")
    ('2019-05-01', '2019-05-01')
    """
    plain = ascii_digits(value).strip().removesuffix(".0")
    if not re.fullmatch(r"\d{4,5}", plain):
        return value
    return (SERIAL_ZERO + timedelta(days=int(plain))).isoformat()


def read_decimal(value: str, mark: str) -> str:
    """Return a number whose decimal mark is known, with a point as its mark and no others.

    >>> read_decimal("15.762", ","), read_decimal("1.234,5", ","), read_decimal("12,345", ".")
    ('15762', '1234.5', '12345')
    """
    other = "." if mark == "," else ","
    whole = rf"\d{{1,3}}({re.escape(other)}\d{{3}})+|\d+"
    if not re.fullmatch(rf"[+-]?({whole})({re.escape(mark)}\d*)?", value := ascii_digits(value).strip()):
        return value
    plain = value.replace(other, "").replace(mark, ".")
    # With a nought behind it, no one can take its point for a mark of thousands.
    return f"{plain}0" if is_read_in_two_ways(plain) else plain


def is_read_in_two_ways(number: str) -> bool:
    """Say whether one land reads a number as a thousand times what another does.

    >>> is_read_in_two_ways("15.762"), is_read_in_two_ways("0.762"), is_read_in_two_ways("1,234,567")
    (True, False, False)
    """
    return _TWO_WAYS.fullmatch(ascii_digits(number).strip()) is not None
