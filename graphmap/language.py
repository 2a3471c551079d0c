"""English and Persian: words, numbers, dates in both calendars, and country names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from numbers import Integral
from typing import TYPE_CHECKING, Any, Literal, cast

from graphmap.dates import FIRST_DAY, LAST_DAY, OPEN, UNKNOWN, Days, find_days, is_solar, read_date, to_solar
from graphmap.direction import contain
from graphmap.errors import GraphmapError
from graphmap.messages import Messages, NotPlain, Word, read_messages_of
from graphmap.text import Name, clean_name

if TYPE_CHECKING:
    from fluent.runtime.types import FluentType

Code = Literal["en", "fa"]
CODES: tuple[Code, ...] = ("en", "fa")
"""The languages that graphmap speaks, the first one when none is asked for."""

NOT_DEFINED = "–"
"""What stands for a number that is not defined: neither 0 nor empty."""

DAYS_OF_YEAR = 365.25

_SCRIPT_DIGITS = {"en": {}, "fa": str.maketrans("0123456789%", "۰۱۲۳۴۵۶۷۸۹٪")}
_MARKS = {"en": {}, "fa": str.maketrans(",.", "٬٫")}
_MOST_WRITTEN = 1e15  # beyond it a float has no digits to round

# Names as a foreign ministry writes them, where CLDR's are unwieldy, change from release to release or are
# absent; by codes of two letters (XC is the Natural Earth code CYN).
_COUNTRY_NAMES: dict[Code, dict[str, str]] = {
    "en": {
        "CD": "Democratic Republic of the Congo",
        "CG": "Republic of the Congo",
        "HK": "Hong Kong",
        "MM": "Myanmar",
        "MO": "Macao",
        "PS": "Palestinian Territories",
        "TR": "Türkiye",
        "XC": "Northern Cyprus",
    },
    "fa": {
        "CD": "جمهوری دموکراتیک کنگو",
        "CG": "جمهوری کنگو",
        "HK": "هنگ‌کنگ",
        "MM": "میانمار",
        "MO": "ماکائو",
        "PS": "سرزمین‌های فلسطینی",
        "TR": "ترکیه",
        "US": "ایالات متحدهٔ آمریکا",
        "XC": "قبرس شمالی",
    },
}
_NOT_ISO = {"CYN": "XC", "PSX": "PS", "PSE": "PS", "XKX": "XK", "KOS": "XK"}


@dataclass(frozen=True, slots=True)
class Language:
    """A language to speak: made by `language`."""

    code: Code

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Return the direction of writing, as HTML names it."""
        return "rtl" if self.code == "fa" else "ltr"

    @property
    def own_name(self) -> str:
        """Return the name of the language in the language."""
        return self.words("language-name")

    # ------------------------------------------------------------------------ numbers

    def number(self, value: float | Decimal | None, decimals: int | None = None) -> str:
        """Return a number in the language's digits and signs; None or NaN, not defined, is a dash.

        Up to two decimals, or just `decimals` of them.

        >>> load_language("fa").number(1234567.5), load_language("en").number(2, decimals=1)
        ('۱٬۲۳۴٬۵۶۷٫۵', '2.0')
        """
        if value is None or value != value:
            return NOT_DEFINED
        if isinstance(value, int) and value >= 0 and not decimals:
            return self._group(f"{value:,}")
        return self._format(value, "#,##0." + ("##" if decimals is None else "0" * decimals))

    def _group(self, written: str) -> str:
        """Write a number that has its groups marked as a program marks them as the language does.

        It says what Babel says (a test holds it to that), which loads too slowly to be asked for a count.
        """
        return self.digits(written.translate(_MARKS[self.code]))

    def percent(self, share: float | Decimal | None, decimals: int = 0) -> str:
        """Return a share (0.25 is 25 %) in percent; None or NaN, not defined, is a dash.

        >>> load_language("fa").percent(0.255, decimals=1), load_language("en").percent(0.25)
        ('۲۵٫۵٪', '25%')
        """
        if share is None or share != share:
            return NOT_DEFINED
        return self._format(share, "#,##0." + "0" * decimals + "%")

    def _format(self, value: float | Decimal, pattern: str) -> str:
        if isinstance(value, float) and 0 <= value < _MOST_WRITTEN:
            return self._write(value, pattern)
        from babel.numbers import format_decimal

        tidy = pattern.replace(".%", "%").rstrip(".")
        shown = self.digits(format_decimal(value, tidy, self.code, numbering_system="default"))
        # CLDR's minus of Persian holds its place with a left-to-right mark; Babel 2.18 writes the Latin one.
        return shown.replace("-", "\u200e\u2212", 1) if self.code == "fa" else shown

    def _write(self, value: float, pattern: str) -> str:
        """Write a number that is not negative by a pattern of `number` or `percent`, as Babel would."""
        scaled = Decimal(repr(value)) * (100 if pattern.endswith("%") else 1)
        after = pattern.partition(".")[2].rstrip("%")
        written = f"{scaled:,.{len(after)}f}"
        if "#" in after:
            written = written.rstrip("0").rstrip(".")
        return self._group(written + "%" * pattern.endswith("%"))

    def digits(self, text: str) -> str:
        """Return a text with its digits in the language's script: for years and codes, which are not grouped.

        >>> load_language("fa").digits("2019")
        '۲۰۱۹'
        """
        return text.translate(_SCRIPT_DIGITS[self.code])

    def span(self, days: int) -> str:
        """Return how long so many days are: from a year on in years, too.

        >>> load_language("en").span(5445), load_language("en").span(1)
        ('5,445 days (about 15 years)', '1 day')
        """
        said = self.words("count-days", count=days)
        years = round(days / DAYS_OF_YEAR)
        return self.words("span-years", days=said, years=years) if days >= DAYS_OF_YEAR else said

    # ------------------------------------------------------------------------ dates

    def day(self, day: date) -> str:
        """Return a day in both calendars, the reader's own first; the mark of an open date in words.

        >>> load_language("en").day(date(2019, 5, 11)), load_language("fa").day(date(2019, 5, 11))
        ('11 May 2019 (21 Ordibehesht 1398)', '۲۱ اردیبهشت ۱۳۹۸ (۱۱ مه ۲۰۱۹)')
        """
        if day in (FIRST_DAY, LAST_DAY):
            return self.words("date-far")
        solar = to_solar(day)
        gregorian = self._name_date((day.year, day.month, day.day), solar=False)
        if solar is None:
            return gregorian
        persian = self._name_date(solar, solar=True)
        first, second = (persian, gregorian) if self.code == "fa" else (gregorian, persian)
        return self.words("date-beside", date=first, other=second)

    def moment(self, text: str) -> str:
        """Return a moment of the history, an ISO text in UTC, to the minute, in the reader's own calendar.

        >>> at = "2026-11-26T20:48:34Z"
        >>> load_language("en").moment(at), load_language("fa").moment(at)
        ('2026-11-26 20:48', '۱۴۰۵/۰۹/۰۵ ۲۰:۴۸')
        """
        day, clock = text[:10], text[11:16]
        if self.code == "fa" and (solar := to_solar(date.fromisoformat(day))):
            day = "/".join(f"{part:02d}" for part in solar)
        return self.digits(f"{day} {clock}")

    def date_text(self, text: str, column: Literal["since", "until"] | None = None) -> str:
        r"""Return a date of the data (EDTF, Solar Hijri, `..` or empty) in words; DateError if it is no date.

        What a reader of the language may not know how to place has the other calendar beside it. `column`
        says which end an open date is.

        >>> load_language("en").date_text("2019?"), load_language("fa").date_text("")
        ('2019, uncertain', 'بدون تاریخ')
        >>> load_language("en").date_text("1398-02")
        'Ordibehesht 1398 (April – May 2019)'
        """
        canonical = read_date(text)
        if canonical == UNKNOWN:
            return self.words("date-unknown")
        if canonical == OPEN:
            return self.words(f"date-open-{column}" if column else "date-open")
        marks = set(re.findall("[?~%]", canonical))
        said = self._say_period(re.sub("[?~%]", "", canonical).removesuffix("-XX").removesuffix("-XX"))
        if not marks:
            return said
        doubt = "both" if "%" in marks or len(marks) > 1 else "uncertain" if "?" in marks else "approximate"
        return self.words(f"date-{doubt}", date=said)

    def _say_period(self, canonical: str) -> str:
        """Say a day, a month, a year or a range of them, without marks of doubt."""
        days, solar, parts = find_days(canonical), is_solar(canonical), canonical.split("-")
        if len(parts) > 1 and "X" in canonical:
            return self.words("date-between", first=self.day(days.earliest), last=self.day(days.latest))
        if len(parts) == 3:
            return self.day(days.earliest)
        if "X" in canonical:
            first, last = (self.digits(canonical.replace("X", end)) for end in "09")
            said = self.words("date-range", first=first, last=last)
        else:
            said = self._name_date(tuple(map(int, parts)), solar=solar)
        if len(parts) == 1:
            said = self.words("date-solar-year" if solar else "date-gregorian-year", date=said)
        beside = self._say_beside(days, len(parts), solar=not solar) if solar or self.code == "fa" else None
        own, other = (beside, said) if self.code == "fa" and not solar else (said, beside)
        return self.words("date-beside", date=own, other=other) if beside else said

    def _say_beside(self, days: Days, precision: int, *, solar: bool) -> str | None:
        """Say the years or months of one calendar into which a year or month of the other reaches."""
        ends = [to_solar(day) if solar else (day.year, day.month) for day in (days.earliest, days.latest)]
        first, last = (end[:precision] if end else None for end in ends)
        if first is None or last is None:
            return None
        one_year = precision == 2 and first[0] == last[0]
        first_said = self.month(first[1], solar=solar) if one_year else self._name_date(first, solar=solar)
        joined = "date-or" if solar and last[0] - first[0] < 2 else "date-range"  # one of two, or all of many
        said = self.words(joined, first=first_said, last=self._name_date(last, solar=solar))
        return said if precision == 2 or solar else self.words("date-gregorian-year", date=said)

    def _name_date(self, parts: tuple[int, ...], *, solar: bool) -> str:
        """Write a year, a month of a year or a day of it with the month's name."""
        year, month, day = (*parts, None, None)[:3]
        named = self.month(month, solar=solar) if month else None
        return self.digits(" ".join(str(one) for one in (day, named, year) if one))

    def month(self, month: int, *, solar: bool) -> str:
        """Return the name of a month of a calendar, by its number.

        >>> load_language("fa").month(2, solar=True), load_language("en").month(2, solar=False)
        ('اردیبهشت', 'February')
        """
        if solar:
            from persiantools.jdatetime import JalaliDate

            return str(JalaliDate(1398, month, 1).strftime("%B", locale=self.code))  # type: ignore[no-untyped-call]
        return self.words(f"month-{month}")

    # ------------------------------------------------------------------------ names and words

    def name(self, name: Name) -> str:
        """Return the name of a node in this language (the English one where there is no Persian), cleaned.

        >>> load_language("fa").name(Name("Qom", "قم")), load_language("fa").name(Name("Basra"))
        ('قم', 'Basra')
        """
        return clean_name(name.in_language(self.code))

    def country_name(self, code: str) -> str | None:
        r"""Return the name of a country by its ISO code of two letters, None for a code that is not known.

        From CLDR, but for a few as a foreign ministry writes them. CYN and PSX of Natural Earth are known.

        >>> load_language("en").country_name("TR"), load_language("fa").country_name("PSX")
        ('Türkiye', 'سرزمین\u200cهای فلسطینی')
        """
        from babel import Locale

        iso2 = _NOT_ISO.get(code.upper(), code.upper())
        return _COUNTRY_NAMES[self.code].get(iso2) or Locale(self.code).territories.get(iso2)

    def list_names(self, names: Iterable[str]) -> str:
        """Return names in a row as the language writes it: "A, B and C"; each kept apart from its neighbours.

        >>> load_language("en").list_names(["Qom", "Yazd", "Fars"])
        'Qom, Yazd and Fars'
        >>> load_language("fa").list_names(["قم", "یزد"])
        'قم و یزد'
        """
        *first, last = [contain(name, self.code) for name in names] or [NOT_DEFINED]
        comma = ", " if self.code == "en" else "، "
        return self.words("list-last", first=comma.join(first), last=last) if first else last

    def list_some(self, names: Sequence[str], most: int | None) -> str:
        """Return at most so many names in a row, and how many more there are; one more is named, too.

        >>> load_language("en").list_some(["Qom", "Yazd", "Fars", "Ilam"], 2)
        'Qom, Yazd and 2 more'
        """
        if most is None or len(names) <= most + 1:
            return self.list_names(names)
        comma = ", " if self.code == "en" else "، "
        listed = comma.join(contain(name, self.code) for name in names[:most])
        return self.words("and-more", listed=listed, more=len(names) - most)

    def words(self, message_id: str, **arguments: str | float | Decimal | date | None) -> str:
        """Return a message of graphmap/words/ in this language.

        Numbers are written by `number` and choose the plural, days by `day`; None is a dash. A text is put
        between isolating marks where it could turn the words around it; its own turning marks are taken out.
        KeyError for a message that does not exist or lacks an argument.

        >>> load_language("fa").words("count-ties", count=1200)
        '۱٬۲۰۰ رابطه'
        """
        messages = read_messages_of(self.code)
        said = {name: self._say_argument(value) for name, value in arguments.items()}
        numbers = {name: cast(int, value) for name, value in arguments.items() if isinstance(value, int)}
        try:
            return messages.fill(message_id, said, numbers, arguments)
        except NotPlain:
            return self._ask_fluent(messages, message_id, arguments, said)

    def _ask_fluent(
        self, messages: Messages, message_id: str, arguments: Mapping[str, Any], said: Mapping[str, str]
    ) -> str:
        """Return a message as Fluent fills it in; KeyError as for `words`."""
        from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment

        pattern = messages.pattern(message_id)
        given = {name: self._write_argument(value, said[name]) for name, value in arguments.items()}
        # As FluentBundle.format_pattern, which would write numbers in Latin digits whatever the language.
        environment = ResolverEnvironment(
            context=messages.bundle, errors=[], current=CurrentEnvironment(args=given)
        )
        filled = pattern(environment)
        if environment.errors:
            raise KeyError(f"words/{self.code}.ftl, {message_id}: {environment.errors[0]}")
        return str(filled)

    def _say_argument(self, value: str | float | Decimal | date | None) -> str:
        """Return an argument as it is said: text contained, a number or a day in the language."""
        if isinstance(value, str):
            return contain(value, self.code)
        if value is None:
            return NOT_DEFINED
        return self.day(value) if isinstance(value, date) else self.number(value)

    @staticmethod
    def _write_argument(value: str | float | Decimal | date | None, said: str) -> str | FluentType:
        """Return an argument as Fluent takes it: what is said of it, or a number that says it of itself."""
        if value is None or isinstance(value, str | date):
            return said if value is None or isinstance(value, date) else Word(said, value)
        from fluent.runtime.types import FluentFloat, FluentInt

        number = FluentInt(int(value)) if isinstance(value, Integral) else FluentFloat(float(value))
        number.format = lambda _: said  # type: ignore[method-assign, assignment]
        return number


@cache
def load_language(code: str) -> Language:
    """Return the language of a code, "en" or "fa"; GraphmapError for any other."""
    if code in CODES:
        return Language(code)
    raise GraphmapError(f"'{code}' is not a language of graphmap; right would be en or fa")
