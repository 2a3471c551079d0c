"""What a stranger's file is taken for: its encoding, tables, headers, and what each column holds."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from graphmap.directory import Directory
from graphmap.errors import Fault
from graphmap.exchange.blank_words import SUM, name_writing, says_nothing
from graphmap.exchange.cell_marks import tidy_rows
from graphmap.exchange.column_roles import give_roles
from graphmap.exchange.head_words import HEAD_MARK, name_roles
from graphmap.exchange.mapping_shapes import find_heading, is_hashtags
from graphmap.exchange.meant_names import MeantNames
from graphmap.exchange.reading import BOOK_SUFFIXES, read_tables
from graphmap.exchange.seen_column import (
    LOOKED_AT,
    PLACES,
    DividedEnd,
    SeenColumn,
    find_ends_with_countries,
    look_at_column,
)
from graphmap.exchange.table_heads import TableForm
from graphmap.exchange.tables import Row, Table, Tables
from graphmap.exchange.two_languages import TwoNames, divide_names, find_two_names
from graphmap.text import ascii_digits

CODE_PAGES = (
    *("windows-1256", "windows-1252", "windows-1254", "windows-1251", "windows-1250", "windows-1253"),
    *("gb18030", "cp932", "cp949", "big5"),
)
"""Encodings that are tried on a text whose bytes prove none."""
USUAL = "windows-1252"
"""The one of them in which most files are."""

FEW_COLUMNS = 3
"""In a table of so many columns, a row of one cell is none of the others."""
WIDE_FROM = 3
"""So many columns that are named after countries make a wide table."""


@dataclass(frozen=True)
class SeenTable:
    """A table, with what its columns are taken for.

    `wide` names its columns that are each a country; `sums` are texts of rows that are no ties; `blanks` are
    words that stand for nothing; `fill_down` says whether a blank province is the one above; `headings` is
    the name given to what rows of one cell say of those below them.
    """

    table: Table
    columns: tuple[SeenColumn, ...]
    encoding: str = ""
    is_guess: bool = False
    writing: str = "latin"
    wide: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    fill_down: tuple[str, ...] = ()
    headings: str = ""
    two_heads: bool = False
    names: MeantNames | None = None
    two_names: tuple[TwoNames, ...] = ()
    """Columns whose cells say one name in two languages: each is the one that is read, in `columns`."""
    divided: tuple[DividedEnd, ...] = ()
    """Columns of places with their countries, of which either end may be home: each is two in `columns`."""

    def column(self, role: str) -> SeenColumn | None:
        """Return the column of a role, None where there is none."""
        return next((column for column in self.columns if column.role == role), None)

    @property
    def is_turned(self) -> bool:
        """Whether the names of the columns seem to stand in the first column, below each other."""
        columns = self.table.columns
        first = [columns[0], *(row.cells.get(columns[0], "") for row in self.table.rows)] if columns else []
        named = sum(bool(name_roles(text)) for text in first)
        return len(first) > 2 and named * 3 >= len(first) * 2 and not any(map(name_roles, columns[1:]))

    @property
    def is_of_ties(self) -> bool:
        """Whether it names an end at home and one abroad."""
        start = self.column("province") or self.column("city")
        targets = ("country", "mixed", "place", "partner", "region", "counterpart")
        return start is not None and (bool(self.wide) or any(map(self.column, targets)))


@dataclass(frozen=True)
class SeenFile:
    """A file, with what its tables are taken for, and what could not be read of it."""

    path: Path
    tables: tuple[SeenTable, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]


def understand_file(path: Path, directory: Directory, encoding: str = "") -> SeenFile:
    """Look at a stranger's file: what its tables and columns are, by the names that a directory knows."""
    names = MeantNames(directory)
    read, used = _read(path, names, encoding)
    tables = tuple(_look(table, names, used) for table in read.tables)
    shown = {fault for table in read.tables for fault in table.unnamed}
    # Of a column of which nothing is made no cell is at fault.
    untaken = {
        (seen.table.header.sheet, column.name)
        for seen in tables
        for column in seen.columns
        if not column.role and not seen.wide
    }
    faults = (
        fault
        for fault in read.faults
        if fault not in shown and not (fault.where and (fault.where.sheet, fault.column) in untaken)
    )
    return SeenFile(path, tables, tuple(faults), read.notes)


def _read(path: Path, names: MeantNames, encoding: str) -> tuple[Tables, str]:
    """Read a file; of encodings that its bytes do not tell apart, the one in which most names are known."""
    read = read_tables(
        path, find_form=lambda *_: TableForm(encoding, is_strange=True, unmerge=True, last_values=True)
    )
    if encoding or path.suffix.lower() in BOOK_SUFFIXES or not any(t.guessed for t in read.tables):
        return read, encoding
    best: tuple[float, Tables, str] | None = None
    for name in CODE_PAGES:
        form = TableForm(name, is_strange=True)
        tried = read_tables(path, find_form=lambda *_, form=form: form)
        score = _count_known(tried, names)
        if not tried.tables:
            continue
        # What reads the same in several is called by the one that most files are in.
        if best is None or score > best[0] or (name == USUAL and _list_cells(tried) == _list_cells(best[1])):
            best = (score, tried, name)
    return (best[1], best[2]) if best else (read, "")


def _list_cells(read: Tables) -> list[list[str]]:
    return [[text for row in table.rows for text in row.cells.values()] for table in read.tables]


def _count_known(read: Tables, names: MeantNames) -> float:
    """Return how many cells with other than English letters are names that are known."""
    texts = {
        text.strip()
        for table in read.tables
        for row in table.rows[:LOOKED_AT]
        for text in row.cells.values()
        if text and not text.isascii()
    }
    known = sum(
        bool(names.directory.candidates(PLACES, text) or names.find("Country", text).identity)
        for text in texts
    )
    heads = (column for table in read.tables for column in table.columns if not column.isascii())
    known += sum(bool(name_roles(head)) for head in heads)
    # Words of the letters of one script come before those with signs, or with letters of two, within.
    return known + sum(map(_is_of_one_script, texts)) / (10 * len(texts) + 1)


def _is_of_one_script(text: str) -> bool:
    """Say whether a text is of letters alone, and each word of one script: not as Stنdte is.

    >>> _is_of_one_script("Städte"), _is_of_one_script("Stنdte"), _is_of_one_script("Þ±")
    (True, False, False)
    """
    return all(
        word.isalpha() and len({unicodedata.name(c, "").partition(" ")[0] for c in word}) == 1
        for word in text.split()
    )


def _look(table: Table, names: MeantNames, encoding: str) -> SeenTable:
    rows = [row for row in tidy_rows(table.rows, Counter()) if not is_hashtags(row)]
    heading, rows = _take_headings(rows, names)
    wide = tuple(c for c in table.columns if find_country_of_head(c, names) and not _holds_names(c, rows))
    wide = wide if len(wide) >= WIDE_FROM else ()
    usable = [c for c in table.columns if c not in wide and not re.search(r"[{}|]", c)]
    usable += [heading] if heading else []
    sums = _find_sums(usable, rows, names)
    counted = [
        row for row in rows if not (set(map(str.strip, row.cells.values())) & set(sums)) and not _is_sum(row)
    ]
    looked = [look_at_column(c, counted, names) for c in usable]
    two = find_two_names(looked, names)
    if two:
        rows, counted = (
            [row._replace(cells=divide_names(row.cells, two)) for row in some] for some in (rows, counted)
        )
        usable = [two[c].name if c in two else c for c in usable]
        looked = [look_at_column(c, counted, names) for c in usable]
    divided = find_ends_with_countries(looked, names)
    rows, counted = ([_divide(row, divided) for row in some] for some in (rows, counted))
    usable = [part for c in usable for part in (divided[c].parts if c in divided else [c])]
    columns = give_roles((look_at_column(c, counted, names) for c in usable), names)
    texts = " ".join((*table.columns, *(text for row in rows[:50] for text in row.cells.values())))
    found = SeenTable(
        replace(table, rows=rows), columns, encoding, bool(encoding), name_writing(texts), wide, sums,
        headings=heading, two_heads=any(HEAD_MARK in column for column in table.columns), names=names,
        divided=tuple(divided.values()), two_names=tuple(two.values()),
    )  # fmt: skip
    return replace(found, blanks=_find_blanks(found), fill_down=tuple(_find_filled_down(found)))


def _divide(row: Row, divided: Mapping[str, DividedEnd]) -> Row:
    """Return a row with the parts of its cells of places with countries as cells of their own."""
    cells = dict(row.cells)
    for end in divided.values():
        place, _, country = cells.pop(end.column, "").rpartition(end.mark)
        cells |= dict(zip(end.parts, (place.strip(), country.strip()), strict=True))
    return row._replace(cells=cells) if divided else row


def find_country_of_head(head: str, names: MeantNames) -> str:
    """Return the id of the country after which a column is named, alone or above a year (Iraq / 2021)."""
    first, _, rest = head.partition(HEAD_MARK)
    if rest and not re.fullmatch(r"(1[34]|19|20)\d\d", ascii_digits(rest)):
        return ""
    found = names.directory.candidates("Country", first)
    return found[0] if len(found) == 1 else names.find("Country", first).identity


def _take_headings(rows: list[Row], names: MeantNames) -> tuple[str, list[Row]]:
    """Return the name for what rows of one cell say of those below, if provinces or countries stand in them.

    The rows then have it as a column, and those headings are none of them.
    """
    found = {text: None for row in rows if (text := find_heading(row))}
    for label, role in (("Province", "province"), ("Country", "country")):
        known = [
            text
            for text in found
            if names.directory.candidates(label, text) or names.find(label, text).identity
        ]
        if len(known) < 2 or len(known) * 2 < len(found) or len(found) == len(rows):
            continue
        name = f"heading_{role}"
        shaped, above = [], ""
        for row in rows:
            text = find_heading(row)
            if text and not SUM.fullmatch(text):
                above = text
            elif not text:
                shaped.append(Row({**row.cells, name: above}, row.place, row.heads))
        return name, shaped
    return "", rows


def _holds_names(column: str, rows: list[Row]) -> bool:
    """Say whether a column holds words: one that is called after a country may hold its partners."""
    texts = [text for row in rows[:LOOKED_AT] if (text := row.cells.get(column, "").strip())]
    return sum(text.isalpha() and len(text) > 3 for text in texts) * 2 > len(texts)


def _find_sums(columns: list[str], rows: list[Row], names: MeantNames) -> tuple[str, ...]:
    """Return what stands first in rows of sums and footnotes; a long text that stands alone is one."""
    first = columns[:2]
    texts = (row.cells.get(column, "").strip() for row in rows for column in first)
    found = dict.fromkeys(text for text in texts if SUM.fullmatch(text))
    if len(columns) >= FEW_COLUMNS:
        alone = (text for row in rows if (text := find_heading(row)))
        found |= dict.fromkeys(text for text in alone if not names.directory.candidates(PLACES, text))
    return tuple(found)


def _is_sum(row: Row) -> bool:
    """Say whether a row of few cells holds a sum: its word may stand in any column, before the number."""
    filled = [text for cell in row.cells.values() if (text := cell.strip())]
    return len(filled) <= 2 and any(map(SUM.fullmatch, filled))


def _find_blanks(seen: SeenTable) -> tuple[str, ...]:
    """Return the words of the partners' columns that stand for nothing."""
    texts = (
        text
        for column in seen.columns
        if column.role
        in {"country", "mixed", "place", "partner", "province", "region", "city", "counterpart"}
        for text in column.texts
    )
    return tuple(dict.fromkeys(text for text in texts if says_nothing(text)))


def _find_filled_down(seen: SeenTable) -> Iterator[str]:
    """Yield the columns of places of which a cell stands for the blank ones below it."""
    rows = seen.table.rows
    for column in seen.columns:
        if column.role not in {"province", "country"} or not rows or not rows[0].cells.get(column.name):
            continue
        blank = sum(
            not row.cells.get(column.name, "").strip()
            and sum(bool(text.strip()) for text in row.cells.values()) * 2 >= len(seen.columns)
            for row in rows
        )
        if blank >= 2 and blank * 5 >= len(rows):
            yield column.name
