"""Doubt dates that read well and mean something else: a start far ahead, a financial year for a month."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from graphmap.dates import LAST_DAY, find_days
from graphmap.errors import Fault, Place
from graphmap.exchange.forms import is_read_in_two_ways
from graphmap.schema import Lasting, Record
from graphmap.schema.kinds import NUMBER, UNCERTAIN
from graphmap.text import ascii_digits

YEARS_AHEAD = 5
"""A start that lies farther ahead than this is taken for a year of another calendar."""

_TWO_YEARS = re.compile(r"(\d{4})[-/](\d\d)")


def judge_start(cls: type[Record], given: Mapping[str, Any], cells: Mapping[str, str]) -> Fault | None:
    """Return a fault of the start of what lasts, without its place, where it lies far ahead."""
    since = given.get("since")
    if not since or not issubclass(cls, Lasting):
        return None
    first = find_days(since).earliest
    if first == LAST_DAY or first.year <= date.today().year + YEARS_AHEAD:
        return None
    written = cells.get("since", since).strip()
    year = int((re.match(r"\D*(\d{4})", ascii_digits(written)) or re.match(r"(\d{4})", since) or [0, 0])[1])
    calendars = []
    if 1300 <= year < 1500:
        calendars.append(
            f"{since} as Solar Hijri; of the lunar calendar it would be in {year - year // 33 + 622}"
        )
    elif year > 2400:
        calendars.append(f"a Buddhist year would be {year - 543}")
    said = f" ({calendars[0]})" if calendars else ""
    return Fault(
        f"is a start years ahead of today{said}", "the day of the Gregorian or Solar Hijri calendar", None,
        "since", written,
    )  # fmt: skip


@lru_cache(maxsize=16_384)
def _find_two_years(text: str) -> str:
    """Return what a cell says if it may be a year and the next one: 2007-08, not 2007-05. Else nothing."""
    found = _TWO_YEARS.fullmatch(ascii_digits(text.strip()))
    return found[0] if found and int(found[2]) == (int(found[1]) + 1) % 100 else ""


@dataclass
class DateColumns:
    """The cells of columns of dates, as they are read, by file, sheet and column.

    A month such as `2007-08` is doubted where another cell of its column (`2021-22`) can be no month.
    """

    _seen: dict[tuple[str, str | None, str], list[tuple[str, Place]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def see(self, cls: type[Record], field_name: str, text: str, column: str, place: Place) -> None:
        """Take note of a cell that a field of dates is read from."""
        said = _find_two_years(text)
        if said and cls.column(field_name).kind.read in UNCERTAIN:
            self._seen[place.file, place.sheet, column].append((said, place))

    def doubt(
        self, cls: type[Record], cells: Mapping[str, str], columns: Mapping[str, str], place: Place
    ) -> Iterator[Fault]:
        """Take note of the dates of a row, and yield a fault for each number that can be read in two ways."""
        for name, text in cells.items():
            if not text or name not in columns:
                continue
            if name in ("since", "until"):
                self.see(cls, name, text, columns[name], place)
            elif cls.column(name).kind == NUMBER and is_read_in_two_ways(text):
                right = "a form in the mapping, {value|decimal_comma} or {value|decimal_point}"
                yield Fault("can be read in two ways", right, None, name, text)

    def faults(self) -> Iterator[Fault]:
        """Yield a fault for each month that is a financial year, if its column holds one that is no month."""
        for (_, _, column), cells in self._seen.items():
            other = next((text for text, _ in cells if not 1 <= int(text[5:]) <= 12), None)
            if other is None:
                continue
            for text, place in dict.fromkeys(cells):
                if 1 <= int(text[5:]) <= 12:
                    problem = f"may be two years, as {other} in this column is, and not a month"
                    right = f"the day or year it began, such as {text[:4]}, or the month with its day"
                    yield Fault(problem, right, place, column, text)
