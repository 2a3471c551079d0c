"""The kinds of value a field can hold: how each is read from a cell, and what would be right.

A kind stands in the annotation of a field (`Annotated[int | None, WHOLE]`). Pydantic, the file readers, the
templates and the model page all take it from there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from graphmap.dates import ANY_DATE, OPEN, UNKNOWN, find_days, read_date
from graphmap.errors import DateError
from graphmap.persian import teach_right
from graphmap.text import ascii_digits

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

LIST_MARK = "|"
"""Joins the items of a list in one cell."""

CLEAR_MARK = "--"
"""A cell that holds just this clears the stored value; a blank cell leaves it as it is."""

IDENTITY = re.compile(r"[A-Za-z0-9:._-]{1,200}")
UNIT_CODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
"""How ISO 3166-2 writes the code of a province or region."""

FORMULA = re.compile(r"[=+@-]\s*[A-Za-z_][A-Za-z0-9_.]*\s*\(|=")
FORMULA_START = re.compile(r"'*[=+@-]")
"""How a text begins that a spreadsheet would run, or that was one and is shielded."""

SHIELDED = re.compile(r"'+[=+@-]")
"""How a text begins that took an apostrophe before it, so that no spreadsheet reads it as a formula."""


_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_PERSIAN_LETTERS = str.maketrans("يىك", "ییک", "\u0640")


class ValueRefused(ValueError):
    """A value that a kind refuses: `problem` completes "'x' …", `right` says what would be right."""

    def __init__(self, problem: str, right: str) -> None:
        """Hold the two halves of the message."""
        self.problem, self.right = problem, right
        super().__init__(f"{problem}; right would be {right}")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: its name in English and Persian, what would be right, and how a cell's text is read.

    `read` takes the stripped text of one cell (of one item, where `many`) and returns the value or raises
    ValueRefused. `choices` maps each allowed word to its Persian.
    """

    name: str
    name_fa: str
    right: str
    read: Callable[[str], Any]
    many: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        """Hash by name; the choices are a mapping and have no hash."""
        return hash((self.name, self.many))

    def read_cell(self, text: str) -> Any:
        """Read the text of one cell; a list is split at the list mark, each item once, in its order."""
        if not self.many:
            return self.read(text.strip())
        items = (item.strip() for item in text.split(LIST_MARK))
        return tuple(dict.fromkeys(self.read(item) for item in items if item))

    def write_cell(self, value: Any) -> str:
        """Write a value as the text of one cell, so that `read_cell` gives it back."""
        if value is None:
            return ""
        if self.many:
            return LIST_MARK.join(self.write_cell_item(item) for item in value)
        return self.write_cell_item(value)

    @staticmethod
    def write_cell_item(value: Any) -> str:
        """Write one value: yes and no for truth, ISO days, the shortest text that reads back for numbers."""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, float):
            return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        return str(value)

    def _accept(self, value: Any) -> Any:
        """Read text; pass other values on to pydantic's own check."""
        if isinstance(value, str):
            # An unknown date is no value.
            read = self.read_cell(value)
            return None if read == "" else read
        if self.many and isinstance(value, list | tuple):
            return tuple(dict.fromkeys(map(self._take, value)))
        return self._take(value)

    def _take(self, value: Any) -> Any:
        """Read text; write a day as text where a date as far as known is held; leave all else to pydantic."""
        if isinstance(value, str):
            return self.read(value)
        return value.isoformat() if isinstance(value, date) and self.read in UNCERTAIN else value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic read texts through this kind before it checks the type."""
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self._accept, handler(source))


def shield_text(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula; reading takes it off again.

    >>> shield_text("=HYPERLINK(1)"), shield_text("Qom")
    ("'=HYPERLINK(1)", 'Qom')
    """
    return f"'{text}" if FORMULA_START.match(text) else text


def unshield_text(text: str) -> str:
    """Take off the apostrophe that `shield_text` put before a text.

    >>> unshield_text(shield_text("=HYPERLINK(1)")), unshield_text("'s-Hertogenbosch")
    ('=HYPERLINK(1)', "'s-Hertogenbosch")
    """
    return text[1:] if SHIELDED.match(text) else text


def trim(text: str) -> str:
    """Return a text without spaces and byte-order marks at its ends."""
    plain = text.strip()
    if plain.isascii():
        return plain
    while "\ufeff" in (plain[:1], plain[-1:]):
        plain = plain.strip("\ufeff").strip()
    return plain


def read_text(text: str) -> str:
    """Read a text: composed (NFC), without control characters, with something in it that can be seen."""
    if text.isascii() and text.isprintable():
        clean = text.strip()
    else:
        kept = text
        if not text.isprintable():
            kept = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
        clean = trim(unicodedata.normalize("NFC", kept))
    if not clean.isascii():
        _check_decoded(clean)
    elif "??" in clean and not clean.strip("? "):
        raise ValueRefused("is what is left of letters that were lost", "the text, saved as UTF-8")
    if not clean or not (clean.isprintable() or any(c.isprintable() and not c.isspace() for c in clean)):
        raise ValueRefused("shows nothing" if clean else "is blank", "a text")
    return clean


def _check_decoded(text: str) -> None:
    """Refuse a text that was read in another encoding than it was written in, or lost a letter so."""
    if "\ufffd" in text:
        raise ValueRefused("holds the mark of a letter that was lost", "the text, saved as UTF-8")
    # Some programs do it twice.
    meant, turned = "", text
    while turned != meant:
        meant = turned
        with suppress(UnicodeError):
            turned = meant.encode("cp1252").decode("utf-8")
    if meant == text:
        return
    raise ValueRefused("is UTF-8 that was read as windows-1252", f"{meant}, and the file saved as UTF-8")


def read_persian(text: str) -> str:
    """Read a text in Persian: as `read_text`, with the Persian letters where a keyboard gave Arabic ones.

    >>> read_persian("كربلاي معلي")
    'کربلای معلی'
    """
    clean = read_text(text).translate(_PERSIAN_LETTERS)
    if not _ARABIC_LETTER.search(clean):
        raise ValueRefused("has no letter of the Arabic script", "the text in Persian, or a blank cell")
    return clean


def read_list_text(text: str) -> str:
    """Read a text that stands in a list: as `read_text`, and without the mark that joins lists."""
    if LIST_MARK in text:
        raise ValueRefused(
            f"holds {LIST_MARK}, which joins the items of a list", f"a text without {LIST_MARK}"
        )
    return read_text(text)


def read_identity(text: str) -> str:
    """Read an id: ASCII letters, digits and `: . _ -`."""
    if not IDENTITY.fullmatch(text):
        raise ValueRefused(
            "is not an id", "ASCII letters, digits and : . _ - without spaces, such as city:tur:konya"
        )
    return text


def _read_number(text: str, right: str) -> float:
    plain = ascii_digits(text).replace("٬", "").replace("٫", ".").replace("−", "-").replace("\u200f", "")
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    if not re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", plain):
        raise ValueRefused("is not a number", right)
    return float(plain)


def number_kind(name: str, name_fa: str, right: str, low: float, high: float) -> Kind:
    """Make the kind of a number between two bounds, both allowed."""

    def read(text: str) -> float:
        value = _read_number(text, right)
        if not low <= value <= high:
            raise ValueRefused(f"is not between {low:g} and {high:g}", right)
        return value

    return Kind(name, name_fa, right, read)


def whole_kind(name: str, name_fa: str, right: str, low: int, high: int) -> Kind:
    """Make the kind of a whole number between two bounds, both allowed."""

    def read(text: str) -> int:
        value = _read_number(text, right)
        if not low <= value <= high:
            raise ValueRefused(f"is not between {low} and {high}", right)
        if value != int(value):
            raise ValueRefused("is not a whole number", right)
        return int(value)

    return Kind(name, name_fa, right, read)


def read_yes_no(text: str) -> bool:
    """Read yes or no, in English or Persian."""
    word = text.casefold()
    if word in {"yes", "true", "1", "بله", "آری"}:
        return True
    if word in {"no", "false", "0", "خیر", "نه"}:
        return False
    raise ValueRefused("is neither yes nor no", "yes or no")


def read_day(text: str) -> date:
    """Read one whole day, Gregorian or Solar Hijri."""
    right = "a whole day, such as 2019-05-01 or 1398/02/11"
    try:
        canonical = read_date(text)
    except DateError as error:
        raise ValueRefused(error.problem, right if error.right == ANY_DATE else error.right) from error
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", canonical):
        raise ValueRefused("is not a whole, certain day", right)
    return date.fromisoformat(canonical)


def read_uncertain(text: str) -> str:
    """Read a date as far as it is known, as EDTF text in its canonical form."""
    try:
        return read_date(text)
    except DateError as error:
        raise ValueRefused(error.problem, error.right) from error


def read_known_date(text: str) -> str:
    """Read a date of which something is known: a day, a month, a year; neither open nor blank."""
    said = read_uncertain(text)
    if said in (UNKNOWN, OPEN):
        raise ValueRefused("says no day, month or year", "a date such as 2019-05-01, 2019-05 or 2019")
    return said


UNCERTAIN = (read_uncertain, read_known_date)
"""What reads dates as far as known, which are held as texts."""


def read_period(text: str) -> str:
    """Read a period: one date as far as known, or the first and the last joined by two dots.

    >>> read_period("۱۴۰۲/۱ .. ۱۴۰۲/۵"), read_period("2023")
    ('1402-01..1402-05', '2023')
    """
    parts = [read_known_date(part) for part in text.split(OPEN)]
    if len(parts) > 2:
        raise ValueRefused("has more than two ends", "a first and a last, such as 1402-01..1402-05")
    if len(parts) == 2 and find_days(parts[0]).earliest > find_days(parts[1]).latest:
        raise ValueRefused("ends before it begins", f"the first before the last, {parts[1]}..{parts[0]}")
    return OPEN.join(parts)


def choice_kind(
    name: str,
    name_fa: str,
    choices: Mapping[str, str],
    many: bool = False,
    earlier: Mapping[str, str] | None = None,
) -> Kind:
    """Make the kind of one word out of several; each word comes with its Persian, and either is read.

    `earlier` maps Persian that older files have, and that is shown no more, to the word it stands for.
    """
    right = "one of " + ", ".join(choices)
    teach_right(right, f"یکی از این‌ها: {'، '.join(choices.values())}")
    known = {**(earlier or {}), **{persian: word for word, persian in choices.items()}}
    known |= {word.casefold(): word for word in choices}

    def read(text: str) -> str:
        word = re.sub(r"[\s-]+", "_", text.casefold())
        if found := known.get(word) or known.get(text) or known.get(text.translate(_PERSIAN_LETTERS)):
            return found
        raise ValueRefused("is not one of the words allowed here", right)

    return Kind(name, name_fa, right, read, many, choices)


TEXT = Kind("text", "متن", "a text", read_text)
FILE = Kind("file", "فایل", "the text of a file", str)
PERSIAN_TEXT = Kind("Persian text", "متن فارسی", "a text in Persian", read_persian)
TEXTS = Kind("texts", "چند متن", f"texts joined by {LIST_MARK}", read_list_text, many=True)
IDENTITY_KIND = Kind("id", "شناسه", "ASCII letters, digits and : . _ -", read_identity)
IDENTITIES = Kind("ids", "چند شناسه", f"ids joined by {LIST_MARK}", read_identity, many=True)
YES_NO = Kind("yes or no", "بله یا خیر", "yes or no", read_yes_no)
DAY = Kind("day", "روز", "a day, such as 2019-05-01 or 1398/02/11", read_day)
UNCERTAIN_DATE = Kind(
    "date, as far as known",
    "تاریخ، تا جایی که معلوم است",
    "a date such as 2019, 2019-05, 2019-05-01, 2019?, 1398/02/11, .. (open), or blank (unknown)",
    read_uncertain,
)
UNCERTAIN_DATES = Kind(
    "dates, as far as known",
    "چند تاریخ، تا جایی که معلوم است",
    f"days, months or years joined by {LIST_MARK}, such as 2019-05-01 or 1398/02",
    read_known_date,
    many=True,
)
PERIOD = Kind(
    "period",
    "دوره",
    "a year, month or day such as 2023 or 1402-05, or two joined by .., such as 1402-01..1402-05",
    read_period,
)
WHOLE = whole_kind("whole number", "عدد صحیح", "a whole number such as 12000", 0, 10**12)
YEAR = whole_kind("year", "سال", "a Gregorian year such as 2023", 1500, 9999)
NUMBER = number_kind("number", "عدد", "a number such as 12.5", 0, 1e15)
LATITUDE = number_kind("latitude", "عرض جغرافیایی", "degrees north, such as 35.69", -90, 90)
LONGITUDE = number_kind("longitude", "طول جغرافیایی", "degrees east, such as 51.42", -180, 180)
PERCENT = number_kind("percent", "درصد", "a number from 0 to 100", 0, 100)
