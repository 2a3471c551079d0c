"""Doubt codes of provinces and regions that are not of the names beside them: ISO gives codes anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graphmap.directory import Directory
from graphmap.errors import Fault
from graphmap.exchange.mapping_format import Table as Wanted
from graphmap.exchange.mapping_steps import Agree, Find
from graphmap.exchange.tables import Table
from graphmap.schema.kinds import UNIT_CODE

_ONE_COLUMN = re.compile(r"\{([^{}|]+)\}")

_OLD = "01 02 03 04 05 06 07 08 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32"
_NEW = "03 04 24 10 16 18 23 14 06 19 20 11 07 08 12 05 17 01 15 02 00 22 13 21 25 27 26 29 09 28 30"

WITHDRAWN: Mapping[str, str] = {
    f"IR-{old}": f"IR-{new}" for old, new in zip(_OLD.split(), _NEW.split(), strict=True) if old != new
}
"""Codes that provinces of Iran had until ISO 3166-2 gave them new ones in November 2020, and these."""


def doubt_codes(table: Table, wanted: Wanted, directory: Directory) -> Iterator[Fault]:
    """Yield a fault for each row of a table whose code and whose name of a unit are not of one unit.

    Columns are held against each other where all cells of one are codes by which a step finds provinces or
    regions, and all of another are names of such. A table whose steps demand that the two `agree` is not
    doubted, and a column that it is to `ignore` is not looked at.
    """
    agreed = {name for step in wanted.steps if isinstance(step, Agree) for name in step.agree}
    for step in wanted.steps:
        if (
            not isinstance(step, Find)
            or step.find in agreed
            or step.labels()[0] not in {"Province", "Region"}
        ):
            continue
        by = _ONE_COLUMN.fullmatch(step.by)
        column = by[1] if by else ""
        label = step.labels()[0]
        if label in {"Province", "Region"} and column in table.columns and _are_codes(table, column):
            for other in table.columns:
                if other != column and other not in wanted.ignore:
                    yield from _hold(table, column, other, label, directory)


def _are_codes(table: Table, column: str) -> bool:
    cells = [text for row in table.rows if (text := row.cells.get(column, "").strip())]
    return bool(cells) and all(UNIT_CODE.fullmatch(text) for text in cells)


def _hold(table: Table, column: str, other: str, label: str, directory: Directory) -> Iterator[Fault]:
    found: list[Fault] = []
    for row in table.rows:
        code, name = row.cells.get(column, "").strip(), row.cells.get(other, "").strip()
        if not name:
            continue
        named = directory.candidates(label, name)
        if not named or UNIT_CODE.fullmatch(name):
            return
        if code in directory and code not in named:
            said = f"is {directory.name(code).en}, and column {other} says {name}"
            right = f'{named[0]}, or ignore = ["{other}"] in the mapping if that column means another'
            if WITHDRAWN.get(code) in named:
                right = f"{named[0]}; until 2020 it had the code {code}, which ISO has given to another since"
            found.append(Fault(said, right, row.place, column, code))
    yield from found
