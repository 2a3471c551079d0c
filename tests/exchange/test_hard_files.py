"""Files that a person may well hand over: merged cells, endless cells, folders with nothing to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graphmap.exchange.native import read_native
from graphmap.exchange.reading import read_tables


def write_book(path: Path, rows: list[list[object]], then: Callable[[Any], None] | None = None) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "TIED_TO"
    for row in rows:
        sheet.append(row)
    if then is not None:
        then(sheet)
    book.save(path)
    return path


def test_a_value_in_merged_cells_is_a_fault_since_the_other_rows_would_lose_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [["id", "since", "note"], ["a", "2019", None], ["b", None, "x"]]

    def merge(sheet: Any) -> None:
        sheet.merge_cells("B2:B3")
        sheet.merge_cells("F8:G9")

    read = read_tables(write_book(tmp_path / "book.xlsx", rows, merge))
    assert [fault.sentence() for fault in read.faults] == [
        "book.xlsx, sheet TIED_TO, cell B2, column since: '2019' is the one value of the merged cells B2:B3; "
        "right would be cells that are not merged, each with its own value"
    ]


def test_a_cell_without_end_in_a_workbook_is_one_fault(tmp_path: Path) -> None:
    path = write_book(tmp_path / "book.xlsx", [["id", "note"], ["a", "unlike"]])
    import zipfile

    longer = tmp_path / "longer.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(longer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"unlike", b"x" * 1_000_001))
    [fault] = read_tables(longer).faults
    assert fault.sentence() == (
        f"longer.xlsx, sheet TIED_TO, cell B2, column note: '{'x' * 59}…' has more than 1000000 characters; "
        "right would be a shorter text"
    )


@pytest.mark.parametrize("files", [(), ("list.xls",), ("notes.docx", ".hidden.csv")])
def test_a_folder_with_nothing_to_read_is_a_fault_and_not_a_success(
    tmp_path: Path, files: tuple[str, ...]
) -> None:
    for name in files:
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "Region.csv").mkdir()
    [fault] = read_native([tmp_path]).faults
    assert fault.sentence().startswith("There is no file here that graphmap reads")
    assert fault.sentence().endswith(
        "; right would be CSV or XLSX files named after labels, such as Country.csv"
    )
    for name in files:
        assert name.startswith(".") or name in fault.sentence()


def test_a_template_as_it_was_written_is_no_fault(tmp_path: Path) -> None:
    from graphmap.exchange.templates import write_templates

    write_templates(tmp_path / "files", "csv")
    assert not read_native([tmp_path / "files"]).faults
