"""Read the sheets of an XLSX workbook into tables; formulas and errors in cells are faults."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import chain, repeat, zip_longest
from pathlib import Path
from typing import Any

from graphmap.errors import Fault, FileRefused, Place
from graphmap.exchange.table_heads import AS_IT_IS, TableForm, take_header
from graphmap.exchange.tables import LONGEST_CELL, ReadingNotes, Table, build_table, column_letter
from graphmap.files import open_regular
from graphmap.text import shows_nothing

LARGEST_BOOK = 2_000_000_000
"""Bytes that the parts of a workbook may unfold to; more is a trap or a mistake."""
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
"""A range of merged cells, as the part of a sheet writes it."""
HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b[^<>]*\bhidden="(?:1|true)"[^<>]*>')
FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
RIGHT = "a workbook saved as .xlsx, or CSV"


def read_workbook(
    path: Path,
    shown: str,
    noted: ReadingNotes,
    progress: Callable[[int], None] | None = None,
    find_form: Callable[..., TableForm] = lambda *_: AS_IT_IS,
) -> Iterator[Table]:
    """Yield a table for each sheet that is not empty, hidden ones included. Raises FileRefused.

    Days become ISO text, numbers their shortest text, truth yes or no, a number shown as a percentage a text
    with its sign, so that nothing is silently divided by a hundred.
    """
    _check_archive(path)
    import openpyxl

    with warnings.catch_warnings():
        # openpyxl warns of parts that it does not keep when saving; nothing is saved here.
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
        except Exception as error:
            raise FileRefused("is a damaged workbook", RIGHT) from error
        try:
            if book.epoch.year == 1904:
                noted.notes.append(
                    f"{shown}: counts its days from 1904; the number of a day that is not shown as one"
                    " would be read four years too early"
                )
            for sheet in book.worksheets:
                # The size that a sheet claims to have is often wrong.
                sheet.reset_dimensions()
                form = find_form(sheet.title.strip(), path.stem)
                yield from _read_sheet(path, sheet, shown, noted, progress, form)
        except FileRefused:
            raise
        except Exception as error:
            raise FileRefused("is a damaged workbook", RIGHT) from error
        finally:
            book.close()


def read_heads(path: Path) -> list[tuple[str, list[str]]]:
    """Return the name of each sheet of a book and the cells of its first row. Raises FileRefused."""
    _check_archive(path)
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(path, read_only=True, keep_links=False)
            try:
                return [
                    (
                        sheet.title.strip(),
                        [str(cell.value or "") for row in sheet.iter_rows(max_row=1) for cell in row],
                    )
                    for sheet in book.worksheets
                ]
            finally:
                book.close()
        except Exception as error:
            raise FileRefused("is a damaged workbook", RIGHT) from error


def _check_archive(path: Path) -> None:
    """Refuse what is no archive of a workbook, or one that would unfold without end."""
    try:
        with open_regular(path) as opened, zipfile.ZipFile(opened) as archive:
            names = archive.namelist()
            size = sum(part.file_size for part in archive.infolist())
    except FileNotFoundError as error:
        raise FileRefused("is not there", "the path of a file or folder that exists") from error
    except zipfile.BadZipFile as error:
        with open_regular(path) as opened:
            old = opened.read(4) == b"\xd0\xcf\x11\xe0"
        what = "is an old or password-protected Excel file under the name of a new one"
        raise FileRefused(what if old else "is no workbook, whatever its name says", RIGHT) from error
    except OSError as error:
        raise FileRefused(f"cannot be read ({error.strerror})", "a file that may be read") from error
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise FileRefused("is a zip archive without a workbook in it", RIGHT)
    if size > LARGEST_BOOK:
        raise FileRefused(f"unfolds to {size} bytes", f"a workbook of at most {LARGEST_BOOK} bytes, or CSV")


def _read_sheet(
    path: Path,
    sheet: Any,
    shown: str,
    noted: ReadingNotes,
    progress: Callable[[int], None] | None,
    form: TableForm,
) -> Iterator[Table]:
    """Yield the table of one sheet, or nothing if the sheet is empty."""
    before = len(noted.faults)
    part = _scan_part(path, sheet)
    records = _read_rows(path, sheet, shown, noted, part, form)
    first = next(records, None)
    if first is not None:
        header, rows = take_header(chain([first], records), form)
        # What stands above the names of the columns, a title in merged cells perhaps, is none of its faults;
        # nor are heads that are merged where they stand in two rows.
        begins = header.line if header.line == header.last else header.last + 1
        noted.faults[before:] = [
            fault
            for fault in noted.faults[before:]
            if not fault.where or (fault.where.line or begins) >= begins
        ]
        place = Place(shown, header.line, sheet.title)
        where = Place(shown, None, sheet.title)
        if form.last_values and (count := len(part.hidden)):
            said = "1 row is hidden" if count == 1 else f"{count} rows are hidden"
            noted.notes.append(f"{where}: {said} in the workbook, and read as the others")
        is_hidden = sheet.sheet_state != "visible"
        if form.last_values and is_hidden:
            noted.notes.append(f"{where}: the sheet is hidden in the workbook")
        table = build_table(sheet.title.strip(), place, header.cells, rows, noted, progress)
        yield replace(table, is_hidden=is_hidden)


@dataclass(frozen=True, slots=True)
class _Part:
    """What the part of a sheet says that openpyxl passes over where it reads row by row.

    `merged` are the ranges of merged cells by the line and the number of the cell that holds their value.
    """

    merged: Mapping[tuple[int, int], str]
    has_formulas: bool
    hidden: frozenset[int]


def _scan_part(path: Path, sheet: Any) -> _Part:
    """Look through the part of a sheet: merged cells stand at its end."""
    import openpyxl.utils

    with zipfile.ZipFile(path) as archive, archive.open(sheet._worksheet_path) as part:
        kept, ranges, hidden, has_formulas = b"", dict[str, None](), set[int](), False
        while piece := part.read(1 << 20):
            piece = kept + piece
            ranges |= dict.fromkeys(match[1].decode() for match in MERGED.finditer(piece))
            hidden |= {
                int(number[1])
                for tag in HIDDEN_ROW.finditer(piece)
                if (number := re.search(rb'\br="(\d+)"', tag[0]))
            }
            has_formulas = has_formulas or FORMULA.search(piece) is not None
            kept = piece[-200:]
    found: dict[tuple[int, int], str] = {}
    for reference in ranges:
        first_column, first_line, _, _ = openpyxl.utils.range_boundaries(reference)
        found[first_line, first_column - 1] = reference
    return _Part(found, has_formulas, frozenset(hidden))


def _read_last_values(path: Path, title: str) -> Iterator[tuple[Any, ...]]:
    """Yield the cells of each row of a sheet, with what its program last worked out for formulas."""
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        sheet = book[title]
        sheet.reset_dimensions()
        yield from sheet.iter_rows()
    finally:
        book.close()


def _read_rows(
    path: Path, sheet: Any, shown: str, noted: ReadingNotes, part: _Part, form: TableForm
) -> Iterator[tuple[int, list[str]]]:
    header: list[str] = []
    below: dict[tuple[int, int], str] = {}
    takes_last = form.last_values and part.has_formulas
    last_values = _read_last_values(path, sheet.title) if takes_last else repeat(())
    worked_out = 0
    for line, (row, values) in enumerate(zip(sheet.iter_rows(), last_values, strict=False), start=1):
        if line < form.header:
            continue
        if takes_last:
            pairs = list(zip_longest(row, values[: len(row)]))
            known = [
                cell.data_type == "f" and last is not None and last.value is not None for cell, last in pairs
            ]
            row = tuple(
                last if is_known else cell for (cell, last), is_known in zip(pairs, known, strict=True)
            )
            worked_out += sum(known)
        texts = []
        stands_alone = form.unmerge and sum(cell.value is not None for cell in row) == 1
        for number, cell in enumerate(row):
            if cell.value is None:
                texts.append(below.pop((line, number), ""))
                continue
            its = part.merged.get((line, number))
            over = _list_rows_below(its) if its and form.unmerge else ()
            # A cell over the whole width is a title, a heading or a footnote, and loses nothing.
            problem, right = _doubt_cell(cell, None if over or stands_alone else its)
            if problem:
                place = Place(shown, line, sheet.title, f"{column_letter(number)}{line}")
                column = header[number].strip() if number < len(header) else None
                value = str(getattr(cell.value, "text", cell.value))
                noted.faults.append(Fault(problem, right, place, column or None, value))
            number_format = "" if isinstance(cell.value, str) else cell.number_format
            is_kept = cell.data_type not in {"f", "e"} and len(str(cell.value)) <= LONGEST_CELL
            texts.append(write_value(cell.value, number_format) if is_kept else "")
            below |= {(under, number): texts[-1] for under in over}
        while texts and shows_nothing(texts[-1]):
            texts.pop()
        if texts:
            header = header or texts
            yield line, texts
    if worked_out:
        where = Place(shown, None, sheet.title)
        one = worked_out == 1
        said = "1 cell is a formula; what it" if one else f"{worked_out} cells are formulas; what they"
        noted.notes.append(f"{where}: {said} last came to is taken")


def _list_rows_below(merged: str) -> range:
    """Return the lines below the first of cells that are merged in one column; none for others.

    >>> _list_rows_below("B4:B6"), _list_rows_below("B4:C6")
    (range(5, 7), range(0, 0))
    """
    import openpyxl.utils

    left, first, right, last = openpyxl.utils.range_boundaries(merged)
    return range(first + 1, last + 1) if left == right else range(0)


def _doubt_cell(cell: Any, merged: str | None) -> tuple[str, str]:
    """Return what is wrong with a filled cell and what would be right, or two empty texts."""
    if cell.data_type == "f":
        return "is a formula of a spreadsheet", "the value itself (copy, then paste values only)"
    if cell.data_type == "e":
        return "is an error of the spreadsheet", "a value, or a blank cell"
    if merged:
        right = "cells that are not merged, each with its own value"
        return f"is the one value of the merged cells {merged}", right
    if isinstance(cell.value, str) and len(cell.value) > LONGEST_CELL:
        return f"has more than {LONGEST_CELL} characters", "a shorter text"
    return "", ""


def write_value(value: Any, number_format: str = "") -> str:
    """Return the text of a typed cell.

    >>> write_value(12.0), write_value(0.35, "0%"), write_value(datetime(2019, 5, 1)), write_value(True)
    ('12', '35%', '2019-05-01', 'yes')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        sign = "%" if "%" in number_format else ""
        number = round(value * 100, 10) if sign else value
        shortest = repr(int(number)) if float(number).is_integer() and abs(number) < 1e15 else repr(number)
        return shortest + sign
    if isinstance(value, datetime):
        if value.time() != time():
            return value.isoformat(" ")
        return _write_shown(value.date(), number_format)
    if isinstance(value, date):
        return _write_shown(value, number_format)
    return str(value)


def _write_shown(day: date, number_format: str) -> str:
    """Return a day as far as its cell shows it: a cell that shows the year alone knows no month.

    >>> _write_shown(date(2019, 1, 1), "yyyy"), _write_shown(date(2019, 5, 1), "mmm yyyy")
    ('2019', '2019-05')
    """
    shown = re.sub(r'"[^"]*"|\\[.]|\\\\.|\[[^\]]*\]', "", number_format).lower()
    if "y" not in shown or "d" in shown:
        return day.isoformat()
    return day.isoformat()[: 7 if "m" in shown else 4]
