"""Dates as a narrow table of a paper holds them: the reader's calendar first, the doubt as a mark."""

from __future__ import annotations

import re

from graphmap.dates import OPEN, UNKNOWN, find_days, is_solar, read_date, to_solar
from graphmap.errors import DateError
from graphmap.language import Language


def say_short_date(text: str, language: Language) -> str:
    r"""Say a date of the data briefly: a day in the reader's calendar alone, a month or year in both.

    A Gregorian month or year lies in two of the Solar Hijri calendar; a date in doubt has a mark after it. A
    date that is not known, or that no calendar holds, is a dash.

    >>> from graphmap.language import load_language
    >>> say_short_date("2021-12-29", load_language("fa")), say_short_date("2025-05?", load_language("fa"))
    ('۸ دی ۱۴۰۰', 'اردیبهشت یا خرداد ۱۴۰۴ (مه ۲۰۲۵) (؟)')
    >>> say_short_date("2021-12-29", load_language("en")), say_short_date("1398", load_language("en"))
    ('29 Dec 2021', '2019 or 2020 (1398 SH)')
    """
    try:
        canonical = read_date(text)
    except DateError:
        return text
    if canonical in (UNKNOWN, OPEN):
        return "–"
    plain = re.sub("[?~%]", "", canonical)
    if "X" in plain:
        return language.date_text(canonical)
    doubt = language.words("dossier-doubt") if plain != canonical else ""
    return _say_period(plain, language) + (f" {doubt}" if doubt else "")


def _say_period(plain: str, language: Language) -> str:
    solar, wants_solar = is_solar(plain), language.code == "fa"
    own = [int(part) for part in plain.split("-")]
    if solar == wants_solar:
        return _name(own, language, solar)
    days = find_days(plain)
    ends = []
    for day in (days.earliest, days.latest):
        parts = to_solar(day) if wants_solar else (day.year, day.month, day.day)
        if parts is None:
            return _name(own, language, solar)
        ends.append(list(parts[: len(own)]))
    first, last = ends
    if len(own) == 3:
        return _name(first, language, wants_solar)
    beside = language.words("dossier-solar", date=_name(own, language, solar)) if solar else ""
    own_said = beside or _name(own, language, solar)
    if first == last:
        said = _name(first, language, wants_solar)
    elif len(own) == 2 and first[0] == last[0]:
        month = language.month(first[1], solar=wants_solar)
        said = language.words("date-or", first=month, last=_name(last, language, wants_solar))
    else:
        one, other = (_name(end, language, wants_solar) for end in ends)
        said = language.words("date-or", first=one, last=other)
    return language.words("date-beside", date=said, other=own_said)


def _name(parts: list[int], language: Language, solar: bool) -> str:
    """Write a year, a month of a year or a day of it."""
    year, month, day = (*parts, None, None)[:3]
    said = [str(day)] if day else []
    if month:
        name = language.month(month, solar=solar)
        # In English the month of a day is cut, as newspapers cut it; the others are short or not known so.
        said.append(name[:3] if day and language.code == "en" and not solar else name)
    return language.digits(" ".join([*said, str(year)]))
