"""Keeps the far days out of the store: a derived day that is not known, or open, is absent there.

Within the program the far marks of dates.py stand for such days, so that everything is computed with days
alone. No other program can know that 9999-12-31 is none: so they are left out where properties are written,
and filled in again where they are read. A start "since always" (`..`) is known and stays 0001-01-01 in
`since_latest` and `certain_from`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, cast

import numpy as np

from graphmap.dates import FIRST_DAY, LAST_DAY, OPEN
from graphmap.store.column_makers import FIRST_NUMBERED
from graphmap.store.columns import NO_DAY, Column, Days, Flags, Words

_DAY = timedelta(days=1)
_FAR_YEARS = (FIRST_DAY.year, LAST_DAY.year)
NEVER_BEGUN = LAST_DAY - _DAY
"""The last day on which what is not known to have begun may begin."""
_ENDED_AT_ONCE = FIRST_DAY + _DAY
"""The first day on which what is not known to have begun or ended may have ended."""

MARKS: Mapping[str, date] = MappingProxyType(
    {
        **dict.fromkeys(("since_earliest", "opened_earliest", "counts_from"), FIRST_DAY),
        **dict.fromkeys(("sign", "last_sign", "tells_until"), FIRST_DAY),
        **dict.fromkeys(("since_latest", "opened_latest"), NEVER_BEGUN),
        **dict.fromkeys(("until_latest", "closed_latest", "counts_until", "contact_until"), LAST_DAY),
        "tells_from": LAST_DAY,
    }
)
"""The day that each property stands for where it is absent."""

ENDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"until_earliest": ("until", "since_latest"), "closed_earliest": ("closed", "opened_latest")}
)
"""Properties that are absent while something goes on, or where neither its start nor its end is known.

With each the field that tells which, and the property that is absent too where the start is not known.
"""

_TOLD_BY: Mapping[str, str] = MappingProxyType(
    {
        "since_latest": "since",
        "until_latest": "until",
        "opened_latest": "opened",
        "closed_latest": "closed",
    }
)
"""The field that a property is derived from: where it is said, the property is there."""

CERTAIN: Mapping[str, tuple[str, date]] = MappingProxyType(
    {"certain_from": ("since_latest", LAST_DAY), "certain_until": ("until_earliest", FIRST_DAY)}
)
"""Properties that are absent where the bound is that they rest on, or where a tie proves nothing.

With each that bound, and the day that it stands for where the tie proves nothing.
"""


def leave_out_marks(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return derived properties as they are stored: None stands for a far mark.

    >>> leave_out_marks({"since_earliest": date(2019, 5, 1), "counts_until": LAST_DAY})
    {'since_earliest': datetime.date(2019, 5, 1), 'counts_until': None}
    """
    return {
        name: None
        if type(value) is date and value.year in _FAR_YEARS and _is_mark(name, value, properties)
        else value
        for name, value in properties.items()
    }


def _is_mark(name: str, day: date, properties: Mapping[str, Any]) -> bool:
    if name in ENDS or name == "certain_until":
        start = ENDS[name][1] if name in ENDS else "since_latest"
        unknown = day == _ENDED_AT_ONCE and properties[start] >= NEVER_BEGUN
        return day == LAST_DAY or unknown or (name in CERTAIN and day == FIRST_DAY)
    if name == "certain_from":
        return day >= NEVER_BEGUN
    return name in MARKS and day == MARKS[name]


def read_mark(name: str, said: str | None = None) -> date:
    """Return the day that an absent property stands for; `said` is the end as it was written.

    >>> read_mark("counts_until"), read_mark("until_earliest", ".."), read_mark("until_earliest")
    (datetime.date(9999, 12, 31), datetime.date(9999, 12, 31), datetime.date(1, 1, 2))
    """
    if name in ENDS:
        return LAST_DAY if said is not None else _ENDED_AT_ONCE
    return MARKS[name]


def fill_in_marks(columns: Mapping[str, Column]) -> dict[str, Column]:
    """Return the columns of a table with the days filled in that its store leaves out.

    Where a day is said and none is derived of it, another program has written the record: none is filled in.
    """
    found = dict(columns)
    for name in columns:
        if name in MARKS:
            found[name] = _fill(columns, name, _number(MARKS[name]), _is_told(columns, name))
        elif name in ENDS:
            said = cast("Words[str | None]", columns[ENDS[name][0]])
            still, unknown = _number(read_mark(name, OPEN)), _number(read_mark(name))
            found[name] = _fill(columns, name, np.where(said.codes >= 0, still, unknown))
    for name, (bound, never) in CERTAIN.items():
        if name in columns:
            proves = cast(Flags, columns["proves"])
            marks = np.where(proves, cast(Days, found[bound]).numbers, _number(never))
            found[name] = _fill(columns, name, marks)
    return found


def _is_told(columns: Mapping[str, Column], name: str) -> Any:
    """Say of each row whether what a day is derived from is there, so that the day would be, too."""
    if name == "counts_until" and "nature" in columns:
        return cast("Words[str | None]", columns["nature"]).codes < 0
    if name not in _TOLD_BY:
        return False
    return cast("Words[str | None]", columns[_TOLD_BY[name]]).map(_is_near, np.bool_)


def _is_near(said: str | None) -> bool:
    return said not in (None, OPEN) and not str(said).startswith(str(LAST_DAY.year))


def _number(day: date) -> int:
    return day.toordinal() - FIRST_NUMBERED


def _fill(columns: Mapping[str, Column], name: str, marks: Any, told: Any = False) -> Days:
    days = cast(Days, columns[name])
    absent = (days.numbers == NO_DAY) & ~np.asarray(told)
    return Days(np.where(absent, marks, days.numbers).astype(np.int32)) if absent.any() else days
