"""Columns whose cells say one name in two languages: "Tehran / تهران", "Lào / Laos", "Fars (فارس)"."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphmap.exchange.meant_names import MeantNames
from graphmap.exchange.seen_column import PLACES, SeenColumn

_MARKS = (" / ", "/", "|", "\n", " – ", " - ", "(")
_MOST = 0.6
"""So many of the cells with a mark must say one thing twice, and so many of all have the mark, halved."""


@dataclass(frozen=True)
class TwoNames:
    """A column of names in two languages, the mark between, the values of a cell, and that which is read."""

    column: str
    mark: str
    parts: tuple[str, str]
    name: str
    order: tuple[str, str]
    """The two parts, the one that is read first."""

    def take(self, text: str) -> str:
        """Return the name that is read of a cell."""
        halves = _halve(text, self.mark)
        if halves is None:
            return text.strip()
        return halves[0] if self.order == self.parts else halves[1]


def find_two_names(columns: Sequence[SeenColumn], names: MeantNames) -> dict[str, TwoNames]:
    """Return the columns whose cells say one name in two languages, by their names.

    Where one does, another with the same mark in most of its cells does too, though its names are not known.
    """
    found: dict[str, TwoNames] = {}
    taken = {column.name for column in columns}
    for is_first in (True, False):
        for column in columns:
            marks = _MARKS if is_first else tuple({two.mark for two in found.values()})
            if column.name in found or not column.texts or column.dates is not None:
                continue
            for mark in marks:
                read = _judge(column, mark, names, is_first)
                parts = (f"{column.name} [1]", f"{column.name} [2]")
                name = f"{column.name} [name]"
                if read is not None and not taken & {*parts, name}:
                    found[column.name] = TwoNames(
                        column.name, mark, parts, name, parts if not read else (parts[1], parts[0])
                    )
                    break
    return found


def divide_names(cells: Mapping[str, str], two: Mapping[str, TwoNames]) -> dict[str, str]:
    """Return the cells of a row with the name that is read in place of two."""
    shaped = {}
    for column, text in cells.items():
        one = two.get(column)
        shaped[one.name if one else column] = one.take(text) if one else text
    return shaped


def _judge(column: SeenColumn, mark: str, names: MeantNames, is_first: bool) -> int | None:
    """Return which half of the cells of a column is to be read, None where they are not one name twice."""
    halves = [pair for text in column.texts if (pair := _halve(text, mark))]
    if not halves or len(halves) < _MOST / 2 * len(column.texts):
        return None
    if is_first:
        same = sum(_find_script(a) != _find_script(b) or _are_one(a, b, names) for a, b in halves)
        if same < _MOST * len(halves):
            return None
    known = [sum(bool(_look_up(pair[n], names)) for pair in halves) for n in (0, 1)]
    if max(known) or is_first:
        return int(known[1] > known[0])
    return 1 if all(two.isascii() and not one.isascii() for one, two in halves) else 0


def _halve(text: str, mark: str) -> tuple[str, str] | None:
    first, found, second = text.partition(mark)
    first, second = first.strip(), second.strip()
    if mark == "(":
        if not second.endswith(")"):
            return None
        second = second.removesuffix(")").strip()
    is_pair = found and mark.strip() not in second if mark.strip() else bool(found)
    return (first, second) if is_pair and first and second and not re.search(r"\d", text) else None


def _look_up(text: str, names: MeantNames) -> set[str]:
    found = set(names.directory.candidates(PLACES, text))
    for label in ("Country", "Province"):
        found |= {names.find(label, text).identity} - {""}
    return found


def _are_one(first: str, second: str, names: MeantNames) -> bool:
    return bool(_look_up(first, names) & _look_up(second, names))


def _find_script(text: str) -> str:
    """Return the script in which most letters of a text are."""
    scripts = Counter(unicodedata.name(c, "").partition(" ")[0] for c in text if c.isalpha())
    return scripts.most_common(1)[0][0] if scripts else ""
