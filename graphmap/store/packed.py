"""Reads columns from a server packed: many values in one text, which the driver decodes at once.

The driver decodes value by value and row by row, which takes as long as records do: five sixths of the time
of a snapshot. A page of rows is asked for in the order of ids, so that neither side holds more than a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from graphmap.errors import GraphmapError
from graphmap.schema import Record, Relationship
from graphmap.schema.kinds import DAY, YES_NO, Kind
from graphmap.store.column_makers import REALS, WHOLES
from graphmap.store.columns import ITEM_MARK
from graphmap.store.scan import express, find_kinds, match_all
from graphmap.store.statements import Run

ROWS_A_PAGE = 20_000
"""How many rows are asked for at once: as many as both sides hold in memory."""

ROWS_A_TEXT = 128
"""How many rows the server joins to one text; each joining copies what is joined already."""

END_MARK = "\x1e"
"""Ends each value. No text of the model holds it, nor what stands for a value that is absent."""

ABSENT_MARK = "\x1d"

MARKS = {"end": END_MARK, "item": ITEM_MARK, "absent": ABSENT_MARK, "some": ROWS_A_TEXT}

Columns = Sequence[Sequence[Any]]


def scan_packed(run: Run, cls: type[Record], names: Sequence[str]) -> Iterator[Columns]:
    """Yield some properties of all records of a label or type, a page after the other.

    Days come as ISO texts. Raises GraphmapError where a record has no id: another program has written it.
    """
    wanted = [*dict.fromkeys(("id", *names))]
    places = [wanted.index(name) for name in names]
    page, after, read = _write_page(cls, wanted), "", 0
    while True:
        where = {"after": after, "most": ROWS_A_PAGE}
        ((texts, count, held),) = run(page, {**where, **MARKS})
        read += count
        if count:
            kinds = [find_kinds(cls)[name] for name in wanted]
            columns: Columns | None = _unpack("".join(texts), count, kinds)
            if columns is None:
                columns = [*zip(*run(_write_plain_page(cls, wanted), where), strict=True)]
            after = columns[0][-1]
            yield [columns[place] for place in places]
        if count < ROWS_A_PAGE:
            break
    if read != held:
        raise GraphmapError(
            f"{held - read} of the label or type {cls.stored_as} have no id, so they are no whole records; "
            "another program has written them: give each an id, or remove them"
        )


def _write_page(cls: type[Record], names: Sequence[str]) -> str:
    # One long sum of all values would take the server's planner three times as long.
    values = ", ".join(_pack(express(cls, name), find_kinds(cls)[name]) for name in names)
    row = f"reduce(row = '', value IN [{values}] | row + coalesce(toString(value), $absent) + $end)"
    counted = "()-[m:{}]->()" if issubclass(cls, Relationship) else "(m:{})"
    return (
        f"{_match_page(cls)} WITH collect({row}) AS rows "
        "RETURN [at IN range(0, size(rows) - 1, $some) | "
        "reduce(text = '', row IN rows[at..at + $some] | text + row)] AS texts, size(rows) AS count, "
        f"COUNT {{ MATCH {counted.format(cls.stored_as)} }} AS held"
    )


def _write_plain_page(cls: type[Record], names: Sequence[str]) -> str:
    """Return the statement that reads a page as values: another program has written a mark in some text."""

    def write(name: str) -> str:
        value = express(cls, name)
        return f"{f'toString({value})' if find_kinds(cls)[name] is DAY else value} AS {name}"

    return f"{_match_page(cls)} RETURN {', '.join(map(write, names))} ORDER BY id"


def _match_page(cls: type[Record]) -> str:
    held = "a, n, b" if issubclass(cls, Relationship) else "n"
    return f"{match_all(cls)} WHERE n.id > $after WITH {held} ORDER BY n.id LIMIT $most"


def _pack(value: str, kind: Kind) -> str:
    """Return the Cypher of what stands for a value; a list is a text with a mark behind each item."""
    if kind.many:
        return f"reduce(list = '', item IN coalesce({value}, []) | list + toString(item) + $item)"
    return value


def _unpack(text: str, count: int, kinds: Sequence[Kind]) -> list[list[Any]] | None:
    """Return the columns of a page; None where a text of it holds a mark, so that it cannot be told apart."""
    values = text.split(END_MARK)
    if len(values) != count * len(kinds) + 1:
        return None
    # What stands behind the last mark is no value.
    return [_read(values[place : -1 : len(kinds)], kind) for place, kind in enumerate(kinds)]


class _Values(dict[str, Any]):
    """The values of a column by their texts: most stand in many rows, and to look one up is quick."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        super().__init__({ABSENT_MARK: None})
        self._read = read

    def __missing__(self, text: str) -> Any:
        value = self[text] = self._read(text)
        return value


def _read(texts: list[str], kind: Kind) -> list[Any]:
    if kind.many:
        return [*map(_Values(_read_list).__getitem__, texts)]
    if kind is YES_NO:
        return [*map(_Values("true".__eq__).__getitem__, texts)]
    if kind in WHOLES or kind in REALS:
        return [*map(_Values(_read_whole if kind in WHOLES else float).__getitem__, texts)]
    return [None if text == ABSENT_MARK else text for text in texts] if ABSENT_MARK in texts else texts


def _read_list(text: str) -> list[str] | None:
    return text.removesuffix(ITEM_MARK).split(ITEM_MARK) if text else None


def _read_whole(text: str) -> int:
    return int(float(text))  # another program may have written 5.0
