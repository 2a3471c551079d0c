"""Bring the rows of a strange table into shape: headings, blank cells, columns that are rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from graphmap.exchange.cell_marks import tidy_rows
from graphmap.exchange.mapping_format import Table as Wanted
from graphmap.exchange.tables import Row, Table
from graphmap.schema.kinds import unshield_text
from graphmap.text import strip_direction_marks


def shape_rows(
    table: Table, wanted: Wanted, columns: Mapping[str, str], marks: Counter[str]
) -> Iterator[Row]:
    """Yield the rows that say something, by the names of columns that a mapping has.

    `columns` are those of the table by the names of the mapping. A row of hashtags, and one that is a heading
    of those below it, is none; a blank cell of a column that is filled down says what the one above it says.
    `marks` counts the marks that say nothing of the rows (`tidy_rows`).
    """
    renamed = {have: need for need, have in columns.items() if have != need}
    above: dict[str, str] = {}
    heading = ""
    takes_headings = bool(wanted.headings) and wanted.headings not in table.columns
    for row in tidy_rows(table.rows, marks):
        if is_hashtags(row):
            continue
        if takes_headings and (found := find_heading(row)):
            heading = found
            continue
        cells = {renamed.get(c, c): unshield_text(text.strip()) for c, text in row.cells.items()}
        # In the order of the file: rows that are to be mended are written out so.
        cells |= {column: "" for column in columns if column not in cells}
        for column in wanted.fill_down:
            cells[column] = above[column] = cells.get(column) or above.get(column, "")
        if takes_headings:
            cells[wanted.headings] = heading
        yield Row(cells, row.place, row.heads)


def unpivot(row: Row, wanted: Wanted) -> Iterator[Row]:
    """Yield a row for each filled cell of a wide table beside the columns that stay; else the row itself."""
    wide = wanted.unpivot
    if wide is None:
        yield row
        return
    kept = {column: row.cells.get(column, "") for column in wide.but}
    for column, text in row.cells.items():
        if column not in kept and text:
            heads = {wide.name: column, wide.value: column}
            yield Row({**kept, wide.name: column, wide.value: text}, row.place, heads)


def find_heading(row: Row) -> str:
    """Return what a row says in its first cell, if no other is filled; else nothing.

    >>> from graphmap.errors import Place
    >>> rows = [Row({"a": "Fars", "b": ""}, Place("x")), Row({"a": "x", "b": "y"}, Place("x"))]
    >>> find_heading(rows[0]), find_heading(rows[1])
    ('Fars', '')
    """
    texts = [strip_direction_marks(text).strip() for text in row.cells.values()]
    return texts[0] if texts and texts[0] and not any(texts[1:]) else ""


def is_hashtags(row: Row) -> bool:
    """Say whether a row holds tags of columns alone (#adm1+name), as lists of aid agencies have them."""
    filled = [text for cell in row.cells.values() if (text := cell.strip())]
    return bool(filled) and all(re.fullmatch(r"#[a-z][\w+ ]*", text) for text in filled)
