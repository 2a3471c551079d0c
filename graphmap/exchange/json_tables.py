"""Read JSON that is a table: an array of objects, or an object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from graphmap.errors import Fault, FileRefused, Place
from graphmap.exchange.forms import read_decimal
from graphmap.exchange.tables import LONGEST_CELL, ReadingNotes, Table, build_table
from graphmap.schema.kinds import LIST_MARK

RIGHT = 'an array of objects, such as [{"province": "Fars", "country": "Turkey"}], or the same as CSV or XLSX'
BEGINS = re.compile(r"\ufeff?\s*(\[\s*)?\{")
"""How a JSON text begins that may be a table."""
DEEPEST = 4
"""Objects within one another that a row may hold."""


def find_rows(data: bytes) -> str | None:
    """Return the text of a file that begins as an array of objects does, or as an object a line; else None.

    >>> find_rows(b'[ {"a": 1}]'), find_rows(b'{"a": []}') is None, find_rows(b"a,b") is None
    ('[ {"a": 1}]', False, True)
    """
    if data[:3].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in {b"[", b"{", b""}:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    begun = BEGINS.match(text)
    if begun is None or begun[1]:
        return text if begun else None
    # An object a line: the first line is whole, and no map.
    first = text.lstrip().partition("\n")[0]
    try:
        found = json.loads(first)
    except (ValueError, RecursionError):
        return None
    return text if isinstance(found, dict) and found.get("type") != "FeatureCollection" else None


def read_json_table(
    text: str, name: str, shown: str, noted: ReadingNotes, progress: Callable[[int], None] | None = None
) -> Table:
    """Read objects into a table: a column a key, objects within as `key.inner`, lists joined by a bar.

    Raises FileRefused where the text is no such JSON; faults of single rows go to `noted`.
    """
    rows: list[tuple[int, dict[str, str]]] = []
    columns: dict[str, None] = {}
    for line, found in _take_objects(text):
        if not isinstance(found, dict):
            raise FileRefused(f"is JSON whose items are no objects (line {line})", RIGHT)
        cells: dict[str, str] = {}
        try:
            _flatten(found, "", cells, 1)
        except _Unfit as unfit:
            noted.faults.append(
                Fault(unfit.problem, "a text, a number or a list of such", Place(shown, line))
            )
        rows.append((line, cells))
        columns.update(dict.fromkeys(cells))
    if not rows:
        raise FileRefused("is JSON without an object", RIGHT)
    header = list(columns)
    records = ((line, [cells.get(column, "") for column in header]) for line, cells in rows)
    return build_table(name, Place(shown, rows[0][0]), header, records, noted, progress)


class _Unfit(Exception):
    """A value that fits no cell."""

    def __init__(self, problem: str) -> None:
        self.problem = problem


def _take_objects(text: str) -> Iterator[tuple[int, Any]]:
    """Yield each item with the line on which it begins."""
    # Numbers stay as they are written; of one in JSON the mark is known.
    decoder = json.JSONDecoder(parse_int=str, parse_float=lambda number: read_decimal(number, "."))
    at = BEGINS.match(text).end() - 1  # type: ignore[union-attr]  # find_rows came first
    in_array = text[:at].lstrip("\ufeff \t\r\n").startswith("[")
    line, counted = 1, 0
    blank = re.compile(r"[\s,]*" if in_array else r"\s*")
    while True:
        at = blank.match(text, at).end()  # type: ignore[union-attr]  # it matches anywhere
        if at >= len(text) or (in_array and text[at] == "]"):
            return
        line, counted = line + text.count("\n", counted, at), at
        try:
            found, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise FileRefused(f"is JSON with a mistake in line {error.lineno}", RIGHT) from error
        except (ValueError, RecursionError) as error:
            raise FileRefused("is JSON with a number too long or nested too deeply", RIGHT) from error
        yield line, found


def _flatten(found: dict[str, Any], head: str, cells: dict[str, str], depth: int) -> None:
    for key, value in found.items():
        name = f"{head}{key}"
        if isinstance(value, dict):
            if depth == DEEPEST:
                raise _Unfit(f"holds objects nested deeper than {DEEPEST} in {name}")
            _flatten(value, f"{name}.", cells, depth + 1)
        elif isinstance(value, list):
            if any(isinstance(item, dict | list) for item in value):
                raise _Unfit(f"holds a list of objects in {name}")
            cells[name] = LIST_MARK.join(text for item in value if (text := _write(item)))
        else:
            cells[name] = _write(value)
        if len(cells.get(name, "")) > LONGEST_CELL:
            raise _Unfit(f"holds a text of more than {LONGEST_CELL} characters in {name}")


def _write(value: Any) -> str:
    """Return a value as a cell has it: nothing for null, yes and no for truth, numbers as written."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else json.dumps(value)
