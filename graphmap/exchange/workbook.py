"""Read the sheets of an XLSX workbook into tables; formulas and errors in cells are faults."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from graphmap.errors import Fault, Place
from graphmap.exchange.refusal import FileRefused
from graphmap.exchange.tables import Findings, Table, build_table, column_letter

LARGEST_BOOK = 2_000_000_000
"""Bytes that the parts of a workbook may unfold to; more is a trap or a mistake."""
RIGHT = "a workbook saved as .xlsx, or CSV"


def read_workbook(
    path: Path, shown: str, found: Findings, progress: Callable[[int], None] | None = None
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
            for sheet in book.worksheets:
                # The size that a sheet claims to have is often wrong.
                sheet.reset_dimensions()
                yield from _read_sheet(sheet, shown, found, progress)
        except FileRefused:
            raise
        except Exception as error:
            raise FileRefused("is a damaged workbook", RIGHT) from error
        finally:
            book.close()


def _check_archive(path: Path) -> None:
    """Refuse what is no archive of a workbook, or one that would unfold without end."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            size = sum(part.file_size for part in archive.infolist())
    except FileNotFoundError as error:
        raise FileRefused("is not there", "the path of a file or folder that exists") from error
    except zipfile.BadZipFile as error:
        with path.open("rb") as opened:
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
    sheet: Any, shown: str, found: Findings, progress: Callable[[int], None] | None
) -> Iterator[Table]:
    """Yield the table of one sheet, or nothing if the sheet is empty."""
    records = _read_rows(sheet, shown, found)
    first = next(records, None)
    if first is not None:
        line, header = first
        yield build_table(
            sheet.title.strip(), Place(shown, line, sheet.title), header, records, found, progress
        )


def _read_rows(sheet: Any, shown: str, found: Findings) -> Iterator[tuple[int, list[str]]]:
    header: list[str] = []
    for line, row in enumerate(sheet.iter_rows(), start=1):
        texts = []
        for number, cell in enumerate(row):
            value = cell.value
            if value is None:
                texts.append("")
            elif cell.data_type in {"f", "e"}:
                place = Place(shown, line, sheet.title, f"{column_letter(number)}{line}")
                column = header[number].strip() if number < len(header) else None
                found.faults.append(_blame_cell(cell, place, column or None))
                texts.append("")
            else:
                texts.append(write_value(value, cell.number_format if not isinstance(value, str) else ""))
        while texts and not texts[-1].strip():
            texts.pop()
        if texts:
            header = header or texts
            yield line, texts


def _blame_cell(cell: Any, place: Place, column: str | None) -> Fault:
    if cell.data_type == "f":
        formula = getattr(cell.value, "text", cell.value)
        right = "the value itself (copy, then paste values only)"
        return Fault("is a formula of a spreadsheet", right, place, column, str(formula))
    return Fault("is an error of the spreadsheet", "a value, or a blank cell", place, column, str(cell.value))


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
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
