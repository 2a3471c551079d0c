"""Look at a column of a stranger's list: which of its texts are names that are known, dates, or words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from graphmap.directory import Directory
from graphmap.exchange.date_forms import DateForm, find_date_form
from graphmap.exchange.head_words import find_side, name_roles
from graphmap.exchange.listed_words import list_words
from graphmap.exchange.meant_names import Meant, MeantNames
from graphmap.exchange.tables import Row
from graphmap.text import fold

SOLAR_HOMES = frozenset({"IRN", "AFG"})
LOOKED_AT = 400
"""So many different texts of a column are looked up."""
PLACES = ("Province", "Country", "Region", "City")
MARKS = ("|", ";", "؛", "،", ",", "/", "&", " and ", " و ", " und ", " ve ", " и ")
"""Marks between several words in one cell."""
_NUMBER = re.compile(r"[+-]?[\d.,٫٬]+%?")
MOST = 0.6
"""So many of a column's texts must be known for it to be of their sort."""


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """A column as it was looked at: how many cells are filled, its texts, and what is known of them.

    `known` is the share of its filled cells that bear a name of a label; `at_home` of those that are known as
    countries or cities the share that is home or lies there.
    """

    name: str
    filled: int
    texts: Counter[str]
    known: dict[str, float] = field(default_factory=dict)
    at_home: float = 0.0
    dates: DateForm | None = None
    heads: tuple[str, ...] = ()
    side: str = ""
    land: str = ""
    """The country that its head names."""
    meant: Mapping[str, Mapping[str, Meant]] = field(default_factory=dict)
    """By label, what its texts are taken for that are no names of the store."""
    role: str = ""
    mark: str = ""
    """The mark between several words, or between a place and its country."""

    def split(self, text: str) -> tuple[str, ...]:
        """Return the words of one of its cells."""
        text = self.list_other_marks().get(text, text)
        return tuple(part.strip() for part in text.split(self.mark)) if self.mark else (text.strip(),)

    def list_other_marks(self) -> dict[str, str]:
        """Return its sectors that stand between other marks than most, and how they read between its own."""
        if self.role != "sectors" or not self.mark:
            return {}
        known = list_words("sectors")
        found = {}
        for text in self.texts:
            pieces = [part.strip() for part in text.split(self.mark)]
            right = [piece for part in pieces for piece in _split_known(part, known)]
            if len(right) > len(pieces):
                found[text] = self.mark.join(right)
        return found

    def is_headed(self, *roles: str) -> bool:
        """Say whether its head names one of some roles."""
        return any(role in self.heads for role in roles)


def _split_known(part: str, known: Mapping[str, str]) -> list[str]:
    """Return the words of a part that is none itself, where some mark divides it into known ones alone."""
    for mark in () if fold(part) in known else MARKS:
        pieces = [piece.strip() for piece in part.split(mark)]
        if len(pieces) > 1 and all(fold(piece) in known for piece in pieces):
            return pieces
    return [part]


def look_at_column(name: str, rows: Sequence[Row], names: MeantNames) -> SeenColumn:
    """Look at the texts of one column, and look them up."""
    directory = names.directory
    texts = Counter(text for row in rows if (text := row.cells.get(name, "").strip()))
    heads = name_roles(name)
    land = names.find_land(name)
    side = find_side(name) or ("" if not land else "home" if land == directory.home else "abroad")
    seen = SeenColumn(name, sum(texts.values()), texts, heads=heads, side=side, land=land)
    if not texts:
        return seen
    some = dict(texts.most_common(LOOKED_AT))
    total = sum(some.values())
    numbers = sum(count for text, count in some.items() if _NUMBER.fullmatch(text)) / total
    dated = bool({"since", "until", "period"} & set(heads))
    # Iran and Afghanistan reckon in solar years; where else a Hijri year stands, most are lunar.
    dates = find_date_form(some, dated, is_solar=directory.home in SOLAR_HOMES)
    if numbers > MOST:
        return replace(seen, dates=dates)
    mark = _find_list_mark(some, directory)
    if mark:
        # Several partners in one cell: each is looked up, and counted as the cell is.
        some = Counter[str]()
        for text, count in texts.items():
            for part in text.split(mark):
                some[part.strip()] += count
        total = sum(some.values())
    known = dict.fromkeys((*PLACES, "place"), 0)
    home = placed = 0
    meant: dict[str, dict[str, Meant]] = {label: {} for label in ("Country", "Province", "City")}
    for text, count in some.items():
        found = {label: directory.candidates(label, text) for label in PLACES}
        if not any(found.values()):
            for label, its in meant.items():
                its[text] = one = names.find(label, text)
                found[label] = (one.identity,) if one.identity else ()
        for label, ids in found.items():
            known[label] += count * bool(ids)
        known["place"] += count * (bool(found["Country"]) or bool(found["Region"]))
        ids = found["Country"] or found["City"]
        if ids:
            placed += count
            home += count * any(directory.country(one) == directory.home for one in ids)
    shares = {label: number / total for label, number in known.items()}
    at_home = home / placed if placed else 0.0
    return replace(seen, known=shares, at_home=at_home, dates=dates, mark=mark, meant=meant)


def _find_list_mark(texts: Mapping[str, int], directory: Directory) -> str:
    """Return the mark between several partners in one cell; blank where each cell holds one."""
    for labels in (("Country", "Region"), ("City",)):
        for mark in MARKS:
            lists = [text for text in texts if mark in text]
            named = [text for text in lists if not directory.candidates(labels, text)]
            pieces = [part.strip() for text in named for part in text.split(mark)]
            known = sum(bool(directory.candidates(labels, piece)) for piece in pieces)
            if pieces and len(named) * 10 >= len(texts) and known >= 0.8 * len(pieces):
                return mark
    return ""


def share_of_words(seen: SeenColumn, field_name: str) -> tuple[float, str]:
    """Return the share of cells of which some word is one of a field of ties, and the mark between words."""
    known = list_words(field_name)
    best = (0.0, "")
    for mark in ("", *MARKS) if field_name == "sectors" else ("",):
        if mark and not any(mark in text for text in seen.texts):
            continue
        hit = sum(
            count
            for text, count in seen.texts.items()
            if any(fold(part) in known for part in (text.split(mark) if mark else (text,)))
        )
        if hit / seen.filled > best[0]:
            best = (hit / seen.filled, mark)
    return best


def find_country_after(seen: SeenColumn, names: MeantNames) -> str:
    """Return the mark in a column of places with their countries ("Jiangsu, China"), if it is one."""
    for mark in (",", "،", "-", "–", "("):
        pieces = {text: text.rpartition(mark)[2].strip(" )") for text in seen.texts if mark in text}
        if not pieces:
            continue
        hit = sum(
            seen.texts[text]
            for text, last in pieces.items()
            if names.directory.candidates("Country", last) or names.find("Country", last).identity
        )
        if hit >= MOST * seen.filled and mark != "(":
            return mark
    return ""


@dataclass(frozen=True)
class DividedEnd:
    """A column of places with their countries behind a mark, and the names of the two values of a cell."""

    column: str
    mark: str
    parts: tuple[str, str]


def find_ends_with_countries(columns: Sequence[SeenColumn], names: MeantNames) -> dict[str, DividedEnd]:
    """Return the two columns of which now the one, now the other names home behind its place, by their names.

    ("Shiraz, Iran" and "Dushanbe, Tajikistan"; then "Ankara, Turkey" and "Tabriz, Iran".) Nothing where
    there are not just two such.
    """
    ends = [(one, mark) for one in columns if one.filled and (mark := find_country_after(one, names))]

    def names_home(text: str, mark: str) -> bool:
        last = text.rpartition(mark)[2].strip()
        return names.directory.home in names.directory.candidates("Country", last)

    taken = {f"{what} {number}" for what in ("city", "country") for number in (1, 2)}
    if (
        len(ends) != 2
        or taken & {one.name for one in columns}
        or not any(names_home(text, mark) for one, mark in ends for text in one.texts)
    ):
        return {}
    return {
        one.name: DividedEnd(one.name, mark, (f"city {number}", f"country {number}"))
        for number, (one, mark) in enumerate(ends, start=1)
    }
