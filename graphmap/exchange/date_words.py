"""What people write round a date, and years of eras: left away, or written out, for forms to read."""

from __future__ import annotations

import re
from collections.abc import Callable

from graphmap.text import ascii_digits

_BEFORE = re.compile(
    r"(?:(?:formally |officially )?(?:twinned|signed|agreed|concluded|established|founded|dated|effective)"
    r"(?: (?:since|in|on|from))?|since|from|as of|w\.?\s?e\.?\s?f\.?|with effect from|in force (?:since|from)"
    r"|seit|ab|с|от|подписано|depuis(?: le)?|le|desde|dal|od|tanggal|per|مورخه?|به تاریخ|در تاریخ"
    r"|از سال|از|سال|منذ|tháng|ngày|năm|з|від)[.:]?\s*(?=\D{0,12}\d)",
    re.IGNORECASE,
)
"""Words before a date that say no more of it."""
_BEHIND = re.compile(
    r"\s*(?:\[\w{1,4}\]|[*†‡§¹²³⁴⁵]+|\((?:\d{1,2}|[a-z])\)|(?:г|гг|год|года|году|r|rok|roku|р|рік|року)\.?|yılı"
    r"|\((?:renewed|re-?signed|reaffirmed|renouvelé|renouvelée"
    r"|reconduit|ký lại|поновлено|odnowion[ea]|جددت|erneuert|renovado|yenilendi|продлено|تمدید)\b[^()]*\)"
    r"|yılından beri|'?den beri|ش|ه\.?\s?ش\.?|م)\s*$",
    re.IGNORECASE,
)
"""Marks of footnotes and words behind a date; that it was renewed does not change when it began."""


def _join_with_hyphens(found: re.Match[str]) -> str:
    return "-".join(part.zfill(2) for part in found.groups() if part)


_AMONG: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª|°)(?=\s)", re.IGNORECASE), ""),
    (re.compile(r"(?<=[\d\w.])\s+(?:de|del|of|ماه|سال)\s+(?=[\w])", re.IGNORECASE), " "),
    (re.compile(r"(?<=^\d)\.\s+(?=[^\W\d])|(?<=^\d\d)\.\s+(?=[^\W\d])"), " "),
    (re.compile(r"(?<=\d)\.\s+(?=\d)"), "."),
    (re.compile(r"(?<=^\d{4})\.0$"), ""),
    (re.compile(r"^(\d{4})\.(\d{1,2})(?:\.(\d{1,2}))?\.?$"), _join_with_hyphens),
    # The zone of a clock may move its day by one; the day is kept as it is written.
    (re.compile(r"(?<=^\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d([.,]\d+)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$"), ""),
)
"""What stands within a date, and what stands there for it: 17th February, 12 de marzo de 2014, 1. 9. 2001."""
_DECADE = re.compile(
    r"(?:early|mid|late|the|die|in den)?[- ]*(\d{3})0(?:'?s|er Jahren?|-e гг\.?|-е)", re.IGNORECASE
)
_TICKED = re.compile(r"[✓✔√✅☑●•xX]*\s*\(([^()]*\d{4}[^()]*)\)")
"""A date in brackets behind a tick."""
_BEFORE_ERA = {
    "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911,
    "中華民國": 1911, "中华民国": 1911, "พ.ศ.": -543, "พ.ศ": -543,
    "M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018,
}  # fmt: skip
"""The year before the first of an era: of Japan, also by letter, of the Republic of China, of the Buddha."""
_ERA = re.compile(
    f"({'|'.join(re.escape(name) for name in _BEFORE_ERA if len(name) > 1)})\\s*(\\d{{1,4}}|元)(?=\\D|$)"
)
_ERA_LETTER = re.compile(r"([MTSHR])(\d{1,2})(?=[./-]\d{1,2}[./-]\d{1,2}$|年)")
_YEAR_MONTH_DAY = re.compile(r"(\d{4})\s*[年년](?:\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日号號일])?)?")
"""A date as Chinese, Japanese and Korean write it."""


def write_out(text: str) -> str:
    """Return a date without the words and marks round it, with the year of its era as the Gregorian year.

    >>> write_out("17th February 1976"), write_out("12 de marzo de 2014"), write_out("1. 9. 2001")
    ('17 February 1976', '12 marzo 2014', '1.9.2001')
    >>> write_out("w.e.f. 17.09.2014"), write_out("early 1970s"), write_out("2015-04-20T00:00:00Z")
    ('17.09.2014', '197X', '2015-04-20')
    >>> write_out("令和元年5月1日"), write_out("民國75年"), write_out("พ.ศ. 2562"), write_out("S55.10.17")
    ('2019-05-01', '1986', '2019', '1980-10-17')
    >>> write_out("1993.08.24"), write_out("1993. 8. 24.")
    ('1993-08-24', '1993-08-24')
    >>> write_out("1961 (renewed 1981)"), write_out("1961 (ended 1981)"), write_out("بهمن ماه ۱۳۹۷")
    ('1961', '1961 (ended 1981)', 'بهمن ۱۳۹۷')
    >>> write_out("✓ (2004)"), write_out("'2005-09-14")
    ('2004', '2005-09-14')
    """
    plain = text.strip("'’ ")
    while (cut := _BEHIND.sub("", _BEFORE.sub("", plain, 1))) != plain:
        plain = cut
    number = ascii_digits(plain)
    for era in (_ERA, _ERA_LETTER):
        if found := era.match(number):
            year = 1 if found[2] == "元" else int(found[2])
            plain = f"{_BEFORE_ERA[found[1]] + year}{number[found.end() :]}"
    for pattern, right in _AMONG:
        plain = pattern.sub(right, plain)
    number = ascii_digits(plain)
    if written := _YEAR_MONTH_DAY.fullmatch(number):
        return "-".join(part.zfill(2) for part in written.groups() if part)
    if ticked := _TICKED.fullmatch(number):
        return write_out(ticked[1])
    if decade := _DECADE.fullmatch(number):
        return f"{decade[1]}X"
    return plain
