"""Find the names of the columns of a table: in which of its first lines they stand, and whether in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from graphmap.errors import FileRefused
from graphmap.exchange.head_words import HEAD_MARK, name_roles
from graphmap.text import ascii_digits, fold, shows_nothing

HEADER_WITHIN = 50
"""The first lines among which a header is looked for by its columns."""
RIGHT_HEADER = "a text table, saved as CSV in UTF-8"

Records = Iterator[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class TableForm:
    """What a person says of how a file is written: its encoding, and the line of its header."""

    encoding: str = ""
    """Blank where it is to be found from the bytes."""
    header: int = 0
    """The line (of the sheet or file) of the names of the columns; 0 where it is to be found."""
    columns: tuple[str, ...] = ()
    """Columns that a header has: the first of the first lines that has them all is it, else the first."""
    is_strange: bool = False
    """Whether nothing is known of it: the first line that looks like a header is taken for it."""
    header_rows: int = 1
    """In how many lines the names of the columns stand; in two, the upper one names groups of columns."""
    last_values: bool = False
    """Whether a formula says what its spreadsheet last worked out; else it is a fault."""
    unmerge: bool = False
    """Whether the value of cells that are merged over several rows counts for each of them."""


AS_IT_IS = TableForm()


@dataclass(frozen=True, slots=True)
class Header:
    """The line of a header, the last of its lines, the names of the columns."""

    line: int
    last: int
    cells: list[str]


def take_header(records: Records, form: TableForm) -> tuple[Header, Records]:
    """Return the header and the records after it; what stands above is left out.

    Raises FileRefused where there is none.
    """
    if form.header:
        records = _go_to(records, form.header)
    is_looked_for = not form.header and (form.columns or form.is_strange)
    first = list(islice(records, HEADER_WITHIN if is_looked_for else form.header_rows))
    if not first:
        raise FileRefused("has no first row with the names of the columns", RIGHT_HEADER)
    rows = [cells for _, cells in first]
    chosen, count = 0, form.header_rows
    if not form.header and form.is_strange:
        chosen = guess_header(rows)
        count = 2 if may_have_two_heads(rows[chosen:]) else 1
    elif not form.header:
        chosen, count = _find_by_columns(rows, form)
    cells = rows[chosen]
    if count == 2 and chosen + 1 < len(rows):
        cells = join_heads(cells, rows[chosen + 1])
    end = min(chosen + count, len(first))
    return Header(first[chosen][0], first[end - 1][0], cells), chain(first[end:], records)


def _go_to(records: Records, header: int) -> Records:
    """Return the records from a line on. Raises FileRefused where nothing stands there."""
    for line, cells in records:
        if line == header:
            return chain([(line, cells)], records)
        if line > header:
            break
    raise FileRefused(f"has nothing in line {header}, the header", "header, the line of the names")


def _find_by_columns(rows: Sequence[list[str]], form: TableForm) -> tuple[int, int]:
    """Return the first row that has all columns that are needed, and of how many rows they are made."""
    needed = set(map(fold, form.columns))
    for count in range(form.header_rows, 0, -1):
        # Rows that were written out to be mended have both heads in one row.
        for number, cells in enumerate(rows):
            joined = join_heads(cells, rows[number + 1]) if count == 2 and number + 1 < len(rows) else cells
            if needed <= set(map(fold, joined)):
                return number, count
    return 0, form.header_rows


def guess_header(rows: Sequence[Sequence[str]]) -> int:
    """Return which of the first rows names the columns: the first that is as full as most rows are.

    >>> guess_header([["Ties"], ["province", "country"], ["Fars", "Iraq"], ["Yazd", "Oman"]])
    1
    >>> title = ["Ties (x = held", "o = talks", "d = ended)"]
    >>> heads = ["province", "Iraq", "Oman", "Qatar", "note"]
    >>> guess_header([title, heads, ["Fars", "x", "", "", "a"], ["Yazd", "o", "", "", "b"]])
    1
    """
    filled = [sum(not shows_nothing(cell) for cell in cells) for cells in rows]
    usual = sorted(filled)[len(filled) // 2]
    widths = [
        max((n for n, cell in enumerate(cells, 1) if not shows_nothing(cell)), default=0) for cells in rows
    ]
    width = sorted(widths)[len(widths) // 2]
    for number, count in enumerate(filled):
        # A title with commas in it fills some cells, and ends where a table goes on.
        if count >= max(2, 0.6 * usual) and widths[number] > 0.6 * width:
            # An upper row of heads names groups of columns, so that fewer of its cells are filled.
            if number and filled[number - 1] >= 2 and may_have_two_heads(rows[number - 1 :]):
                return number - 1
            return number
    return 0


def may_have_two_heads(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether the names of the columns stand in two rows: groups above, with blank cells, and parts.

    >>> may_have_two_heads([["Home", "", "Abroad", ""], ["Province", "City", "Country", "City"], ["Fars"]])
    True
    >>> may_have_two_heads([["", "Province", "Country"], ["0", "Fars", "Iraq"], ["1", "Yazd", "Oman"]])
    False
    """
    if len(rows) < 3:
        return False
    above, below = (list(map(str.strip, cells)) for cells in rows[:2])
    above += [""] * (len(below) - len(above))
    groups = [n for n, text in enumerate(above) if text and not re.fullmatch(r"[\d.,]+", text)]
    parts = [n for n, text in enumerate(below) if text]
    under = [n for n in parts if not above[n] and groups and n > groups[0]]
    if not under or not parts or not groups:
        return False
    heads = sum(
        bool(name_roles(below[n])) or bool(re.fullmatch(r"(1[34]|19|20)\d\d", ascii_digits(below[n])))
        for n in parts
    )
    return heads * 2 > len(parts)


def join_heads(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Return the names of columns whose heads stand in two rows: a group goes on over blank cells.

    >>> join_heads(["No.", "Home", "", "Note"], ["", "Province", "City"])
    ['No.', 'Home / Province', 'Home / City', 'Note']
    """
    heads: list[str] = []
    group = ""
    for number in range(max(len(above), len(below))):
        upper = above[number].strip() if number < len(above) else ""
        lower = below[number].strip() if number < len(below) else ""
        group = upper or group
        if lower and lower != upper:
            heads.append(f"{group}{HEAD_MARK}{lower}" if group else lower)
        else:
            heads.append(upper)
    return heads
