"""Dates of the lunar Hijri and of the Buddhist calendar, as days of the Gregorian one.

A lunar month begins when its moon was seen, so its day is known to a day or so: what is read of it is marked
as doubtful (`2019-05-11~`), which reaches a day, a month or a year to both sides.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from graphmap.text import ascii_digits, fold

BUDDHIST_AHEAD = 543
_FIRST_LUNAR_DAY = date(622, 7, 19)
"""The first day of the first lunar year, in the Gregorian calendar."""
_LUNAR_MONTHS = (
    *("محرم|محرم الحرام|muharram", "صفر|صفر المظفر|safar", "ربیع الاول|ربيع الأول|rabi al awwal"),
    *(
        "ربیع الثانی|ربيع الآخر|ربيع الثاني|rabi al thani",
        "جمادی الاول|جمادی الاولی|جمادى الأولى|jumada al ula",
    ),
    *("جمادی الثانی|جمادی الثانیه|جمادى الآخرة|jumada al akhira", "رجب|رجب المرجب|rajab"),
    *("شعبان|شعبان المعظم|shaban", "رمضان|رمضان المبارک|ramadan", "شوال|شوال المکرم|shawwal"),
    *("ذی القعده|ذیقعده|ذو القعدة|dhu al qadah", "ذی الحجه|ذیحجه|ذو الحجة|dhu al hijjah"),
)
_MONTHS = {
    fold(name): number for number, names in enumerate(_LUNAR_MONTHS, start=1) for name in names.split("|")
}
_LUNAR_MARK = re.compile(r"\s*(?:ه\s?[.]?\s?ق|ق|قمری|قمري|هجری قمری|هجري قمري|AH)[.]?\s*$")
"""What says behind a date that it is of the lunar calendar."""
_HIJRI_MARK = re.compile(r"\s*(?:هـ|ه|هجری|هجري|هجرية)[.]?\s*$")
"""What says so in Arabic, and leaves it open in Persian."""
_NUMBERS = re.compile(r"(1[234]\d\d)(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_LAST_YEAR_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](1[234]\d\d)")
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?(\D+?)\s+(1[234]\d\d)")
_BUDDHIST = re.compile(r"(2[3-7]\d\d)(?=\D|$)")


def read_buddhist(value: str) -> str:
    """Return a date whose year, which stands first, is a Buddhist one with its Gregorian year; others stay.

    >>> read_buddhist("2532-08-08"), read_buddhist("2562"), read_buddhist("1998")
    ('1989-08-08', '2019', '1998')
    """
    plain = ascii_digits(value).strip()
    found = _BUDDHIST.match(plain)
    return f"{int(found[1]) - BUDDHIST_AHEAD}{plain[4:]}" if found else value


def read_lunar(value: str) -> str:
    """Return a date of the lunar Hijri calendar as the Gregorian one about which it lies; others stay.

    >>> [read_lunar(text) for text in ("1440/09/06", "١٤٤٠/٠٩/٠٦ هـ", "6 رمضان 1440", "06/09/1440")]
    ['2019-05-11~', '2019-05-11~', '2019-05-11~', '2019-05-11~']
    >>> read_lunar("1440-09"), read_lunar("1440"), read_lunar("2019"), read_lunar("1440/13/01")
    ('2019-05~', '2019~', '2019', '1440/13/01')
    """
    plain = _HIJRI_MARK.sub("", _LUNAR_MARK.sub("", ascii_digits(value).strip()))
    if found := _NUMBERS.fullmatch(plain):
        year, month, day = found[1], found[2], found[3]
    elif found := _LAST_YEAR_FIRST.fullmatch(plain):
        year, month, day = found[3], found[2], found[1]
    elif found := _WORDS.fullmatch(plain):
        year, month, day = found[3], str(_MONTHS.get(fold(found[2]), "")), found[1]
        if not month:
            return value
    else:
        return value
    if not 1 <= int(month or 1) <= 12 or not 1 <= int(day or 1) <= 30:
        return value
    # Of a month or a year its middle, from which the mark reaches to both ends.
    on = _find_day(int(year), int(month or 7), int(day or (15 if month else 1))).isoformat()
    return f"{on[: 10 if day else 7 if month else 4]}~"


def read_marked_lunar(value: str) -> str:
    """Return a date that says of itself that it is of the lunar calendar as `read_lunar` does; others stay.

    >>> read_marked_lunar("۱۴۴۰/۰۹/۰۶ ق"), read_marked_lunar("۶ رمضان ۱۴۴۰"), read_marked_lunar("1398/02/11")
    ('2019-05-11~', '2019-05-11~', '1398/02/11')
    """
    plain = ascii_digits(value).strip()
    words = _WORDS.fullmatch(_HIJRI_MARK.sub("", _LUNAR_MARK.sub("", plain)))
    is_said = _LUNAR_MARK.search(plain) or (words and fold(words[2]) in _MONTHS)
    return read_lunar(plain) if is_said and re.search(r"1[234]\d\d", plain) else value


def _find_day(year: int, month: int, day: int) -> date:
    """Return the Gregorian day of a day of the lunar calendar as it is computed, with 11 long years in 30."""
    days = day - 1 + (59 * (month - 1) + 1) // 2 + 354 * (year - 1) + (3 + 11 * year) // 30
    return _FIRST_LUNAR_DAY + timedelta(days=days)
