"""Read JSON that is a table: an array of objects, or an object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class FoundRows:
    """The text of an array of objects, or of an object a line; the key that the array is under."""

    text: str
    key: str = ""


def find_rows(data: bytes) -> FoundRows | None:
    r"""Return the text of a file that is an array of objects, or an object a line; else None.

    So is an object that holds one array of objects, beside what is said of the whole.

    >>> find_rows(b'[ {"a": 1}]'), find_rows(b"a,b")
    (FoundRows(text='[ {"a": 1}]', key=''), None)
    >>> find_rows(b'{"on": "2024",\n "ties": [{"a": 1}]}')
    FoundRows(text='\n[{"a": 1}]}', key='ties')
    """
    if data[:3].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in {b"[", b"{", b""}:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    begun = BEGINS.match(text)
    if begun is None or begun[1]:
        return FoundRows(text) if begun else None
    if (inner := _find_inner(text)) is not None:
        return inner
    # An object a line: the first line is whole, and no map.
    first = text.lstrip().partition("\n")[0]
    try:
        found = json.loads(first)
    except (ValueError, RecursionError):
        return None
    return FoundRows(text) if isinstance(found, dict) else None


def _find_inner(text: str) -> FoundRows | None:
    """Return the array of objects that a single object holds, if it holds one; lines stay what they are."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return None
    path = _find_array(whole) if isinstance(whole, dict) else ()
    at = 0
    for key in path:
        begun = re.compile(rf"{re.escape(json.dumps(key, ensure_ascii=False))}\s*:\s*(?=[\[{{])").search(
            text, at
        )
        if begun is None:
            return None
        at = begun.end()
    if not path:
        return None
    return FoundRows("\n" * text.count("\n", 0, at) + text[at:], ".".join(path))


def _find_array(whole: dict[str, Any]) -> tuple[str, ...]:
    """Return the keys that lead to the array of objects that an object holds, where it holds one alone.

    >>> _find_array({"meta": {"page": 1}, "data": {"items": [{"a": 1}]}}), _find_array({"a": [{}], "b": [{}]})
    (('data', 'items'), ())
    """
    level: list[tuple[tuple[str, ...], dict[str, Any]]] = [((), whole)]
    for _ in range(DEEPEST):
        found = [
            (*path, key)
            for path, inner in level
            for key, value in inner.items()
            if isinstance(value, list) and value and all(isinstance(item, dict) for item in value)
        ]
        if found:
            return found[0] if len(found) == 1 else ()
        level = [
            ((*path, key), value)
            for path, inner in level
            for key, value in inner.items()
            if isinstance(value, dict)
        ]
    return ()


def read_json_table(
    rows_found: FoundRows,
    name: str,
    shown: str,
    noted: ReadingNotes,
    progress: Callable[[int], None] | None = None,
) -> Table:
    """Read objects into a table: a column a key, objects within as `key.inner`, lists joined by a bar.

    A list of objects within makes a row of each of them. Of a feature of GeoJSON the columns are its
    properties, and `lat` and `lon` where it is a point. Raises FileRefused where the text is no such JSON;
    faults of single rows go to `noted`.
    """
    text = rows_found.text
    if rows_found.key:
        noted.notes.append(f"{shown}: its rows are what stands under {rows_found.key!r}")
    rows: list[tuple[int, dict[str, str]]] = []
    columns: dict[str, None] = {}
    objects = list(_take_objects(text))
    for line, found in objects:
        if not isinstance(found, dict):
            raise FileRefused(f"is JSON whose items are no objects (line {line})", RIGHT)
    for line, found in objects:
        try:
            for one in _spread(_take_feature(found)):
                cells: dict[str, str] = {}
                rows.append((line, cells))
                _flatten(one, "", cells, 1)
        except _Unfit as unfit:
            noted.faults.append(
                Fault(unfit.problem, "a text, a number or a list of such", Place(shown, line))
            )
    if len({line for line, _ in rows}) < len(rows):
        noted.notes.append(f"{shown}: a line holds several rows, so what is called a line counts rows")
        rows = [(number, cells) for number, (_, cells) in enumerate(rows, start=1)]
    for _, cells in rows:
        columns.update(dict.fromkeys(cells))
    if not rows:
        raise FileRefused("is JSON without an object", RIGHT)
    header = list(columns)
    records = ((line, [cells.get(column, "") for column in header]) for line, cells in rows)
    return build_table(name, Place(shown), header, records, noted, progress)


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


def _take_feature(found: dict[str, Any]) -> dict[str, Any]:
    """Return what a feature of GeoJSON says of itself, with its point; any other object as it is.

    >>> point = {"type": "Point", "coordinates": ["51.4", "35.7"]}
    >>> _take_feature({"type": "Feature", "geometry": point, "properties": {"city": "Tehran"}})
    {'city': 'Tehran', 'lat': '35.7', 'lon': '51.4'}
    """
    if found.get("type") != "Feature" or not isinstance(found.get("properties"), dict):
        return found
    said: dict[str, Any] = dict(found["properties"])
    geometry = found.get("geometry")
    if isinstance(geometry, dict) and geometry.get("type") == "Point":
        lon, lat = geometry.get("coordinates", ("", ""))[:2]
        said = {**said, "lat": lat, "lon": lon}
    return said


def _spread(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield an object for each of those in the one list of objects that it holds; else the object itself.

    >>> list(_spread({"a": "1", "b": [{"c": "2"}, {"c": "3"}]}))
    [{'a': '1', 'b': {'c': '2'}}, {'a': '1', 'b': {'c': '3'}}]
    """
    held = [
        key
        for key, value in found.items()
        if isinstance(value, list) and value and all(isinstance(item, dict) for item in value)
    ]
    if len(held) != 1:
        yield found
        return
    for item in found[held[0]]:
        for inner in _spread(item):
            yield {**found, held[0]: inner}


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
