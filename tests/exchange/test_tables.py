"""Any CSV or XLSX becomes rows of text cells that know where they stand."""

from __future__ import annotations

import contextlib
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphmap.errors import FileRefused
from graphmap.exchange.encoding import decode_table
from graphmap.exchange.reading import read_tables
from graphmap.exchange.tables import ReadingNotes, Tables, find_delimiter, read_text_table
from graphmap.text import shows_nothing

PERSIAN = "id,name\nIR-01,آذربایجان شرقی\nIR-19,گیلان\n"


def read_bytes(folder: Path, data: bytes, name: str = "Province.csv") -> Tables:
    path = folder / name
    path.write_bytes(data)
    return read_tables(path)


def say_faults(read: Tables) -> list[str]:
    return [fault.sentence() for fault in read.faults]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (PERSIAN.encode("utf-8"), None),
        (PERSIAN.encode("utf-8-sig"), None),
        (PERSIAN.encode("utf-16"), "UTF-16"),
        (PERSIAN.encode("utf-16-le"), "UTF-16"),
        (PERSIAN.encode("utf-16-be"), "UTF-16"),
        (PERSIAN.encode("utf-32"), "UTF-32"),
        (PERSIAN.replace("ی", "ي").encode("cp1256"), "windows-1256"),
    ],
)
def test_persian_is_read_in_every_encoding_and_the_encoding_is_told(
    tmp_path: Path, data: bytes, said: str | None
) -> None:
    read = read_bytes(tmp_path, data)
    assert read.faults == ()
    assert [row.cells["name"].replace("ي", "ی") for row in read.tables[0].rows] == ["آذربایجان شرقی", "گیلان"]
    assert read.tables[0].columns == ("id", "name")
    assert [said is not None] == [bool(read.notes)]
    if said:
        assert said in read.notes[0]
        assert "Province.csv" in read.notes[0]


@pytest.mark.parametrize("name", ["Orléans", "São Paulo", "Zürich", "Málaga", "Östersund", "Île-de-France"])
def test_a_western_page_is_told_from_a_persian_one_by_its_words(name: str) -> None:
    assert decode_table(f"id,name\n1,{name}\n".encode("cp1252")).text == f"id,name\n1,{name}\n"


def test_utf_8_with_one_damaged_character_is_refused_and_not_read_as_an_old_page(tmp_path: Path) -> None:
    data = PERSIAN.encode() + b"IR-03,\xff\n"
    assert say_faults(read_bytes(tmp_path, data)) == [
        "Province.csv: is UTF-8 with a damaged character in line 4; right would be "
        "a text table, saved as CSV in UTF-8"
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_from_the_header(tmp_path: Path, delimiter: str) -> None:
    text = f"id{delimiter}name{delimiter}note\nIR-01{delimiter}A{delimiter}x\n"
    assert read_bytes(tmp_path, text.encode()).tables[0].rows[0].cells == {
        "id": "IR-01",
        "name": "A",
        "note": "x",
    }


def test_a_comma_in_a_quoted_heading_is_no_delimiter() -> None:
    assert find_delimiter('"a,b,c,d";e\n') == ";"


def test_the_line_that_excel_puts_first_names_the_delimiter_and_counts_as_a_line(tmp_path: Path) -> None:
    read = read_bytes(tmp_path, b"sep=;\r\nid;name\r\n1;A\r\n")
    assert read.tables[0].columns == ("id", "name")
    assert read.tables[0].rows[0].place.line == 3


def test_lines_are_counted_as_an_editor_counts_them(tmp_path: Path) -> None:
    data = b'\n\nid,note\n1,"two\nlines"\n\n2,"three\r\nmore\r\nlines"\n3,x\n'
    rows = read_bytes(tmp_path, data).tables[0].rows
    assert [(row.cells["id"], row.place.line) for row in rows] == [("1", 4), ("2", 7), ("3", 10)]
    assert rows[0].cells["note"] == "two\nlines"


def test_blank_rows_are_skipped_and_short_ones_are_whole_where_they_go(tmp_path: Path) -> None:
    rows = read_bytes(tmp_path, b"id,name,note\n,,\n1\n  , \n2,B\n").tables[0].rows
    assert [dict(row.cells) for row in rows] == [{"id": "1"}, {"id": "2", "name": "B"}]


def test_na_stays_text(tmp_path: Path) -> None:
    rows = read_bytes(tmp_path, b"id,iso2\nNAM,NA\nX,null\nY,NaN\n").tables[0].rows
    assert [row.cells["iso2"] for row in rows] == ["NA", "null", "NaN"]


def test_a_cell_beyond_the_header_is_a_fault_and_a_blank_one_is_not(tmp_path: Path) -> None:
    assert say_faults(read_bytes(tmp_path, b"id,name\n1,A,,\n2,Konya, Turkey\n")) == [
        "Province.csv, line 3: 'Turkey' stands beyond the last column: the row has 3 cells, the header 2; "
        "right would be a name in the header, or quotation marks round a cell with a comma in it"
    ]


def test_a_column_twice_is_a_fault(tmp_path: Path) -> None:
    assert say_faults(read_bytes(tmp_path, b"id,name, name \n1,A,B\n")) == [
        "Province.csv, line 1, column name: 'name' is the name of two columns; "
        "right would be each column once"
    ]


def test_headings_are_trimmed_of_spaces_and_direction_marks(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "\u200fid , name\ufeff\n1,A\n".encode()).tables[0].columns == ("id", "name")


def test_a_quotation_mark_that_never_closes_is_a_fault_where_it_opens(tmp_path: Path) -> None:
    assert say_faults(read_bytes(tmp_path, b'id,name\n1,A\n2,"B\n3,C\n')) == [
        "Province.csv, line 3: opens a quotation mark that is never closed; right would be "
        'a closing " after the cell'
    ]


def test_after_a_broken_row_the_others_are_still_read(tmp_path: Path) -> None:
    read = read_bytes(tmp_path, b'id,name\n1,"A"b\n2,B\n')
    assert [fault.where.line for fault in read.faults if fault.where] == [2]
    assert [row.cells["id"] for row in read.tables[0].rows] == ["2"]


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.csv", b"PK\x03\x04rest", "is a zip archive"),
        ("a.csv", b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Excel or Word file"),
        ("a.csv", b"%PDF-1.7 \xff", "is a PDF"),
        ("a.csv", b"id,na\0me\n1\0,2\n" + b"x" * 100, "holds zero bytes"),
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\xef\xbb\xbf\n \n", "is empty"),
        ("a.csv", b"\xfd", "has no first row with the names of the columns"),
        ("a.csv", "\u200b,\u2060\n\u00ad\n".encode(), "has no first row with the names of the columns"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "is a .xls file"),
        ("a.xlsx", b"id,name\n1,A\n", "is no workbook"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0rest", "is an old or password-protected Excel file"),
        ("a.xlsx", b"", "is no workbook"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_one_fault(
    tmp_path: Path, name: str, data: bytes, problem: str
) -> None:
    read = read_bytes(tmp_path, data, name)
    assert len(read.faults) == 1
    assert say_faults(read)[0].startswith(f"{name}: {problem}")


def test_a_zip_without_a_workbook_and_a_damaged_workbook_are_one_fault_each(tmp_path: Path) -> None:
    import zipfile

    for number, parts in enumerate(
        ({"a.txt": "x"}, {"[Content_Types].xml": "<broken", "xl/workbook.xml": "<"})
    ):
        path = tmp_path / f"{number}.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            for part, text in parts.items():
                archive.writestr(part, text)
        assert len(read_tables(path).faults) == 1


def test_a_file_that_is_not_there_is_one_fault(tmp_path: Path) -> None:
    assert say_faults(read_tables(tmp_path / "none.csv")) == [
        "none.csv: is not there; right would be the path of a file or folder that exists"
    ]


def make_book(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "TIED_TO"
    sheet["B2"], sheet["C2"], sheet["D2"], sheet["E2"], sheet["F2"] = "from_id", "since", "km", "home", "note"
    sheet["B3"], sheet["C3"], sheet["D3"], sheet["E3"] = "IR-01", date(2019, 5, 1), 12.0, True
    sheet["F3"] = "=HYPERLINK(1)"
    sheet["B5"], sheet["C5"], sheet["D5"], sheet["E5"] = 7, datetime(2019, 5, 1, 12, 30), 0.35, False
    sheet["D5"].number_format = "0%"
    sheet["F5"] = "#N/A"
    sheet["F5"].data_type = "e"
    sheet["A7"] = "stray"
    sheet.merge_cells("B9:C9")
    hidden = book.create_sheet("Source")
    hidden.append(["id", "name"])
    hidden.append(["s", "شمارۀ ۱"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Empty")
    book.save(path)


def test_a_workbook_is_read_as_a_person_sees_it(tmp_path: Path) -> None:
    make_book(tmp_path / "book.xlsx")
    read = read_tables(tmp_path / "book.xlsx")
    ties, sources = read.tables
    assert (ties.name, sources.name) == ("TIED_TO", "Source")
    assert [dict(row.cells) for row in ties.rows[:2]] == [
        {"from_id": "IR-01", "since": "2019-05-01", "km": "12", "home": "yes"},
        {"from_id": "7", "since": "2019-05-01 12:30:00", "km": "35%", "home": "no"},
    ]
    assert str(ties.rows[0].place.at("since")) == "book.xlsx, sheet TIED_TO, cell C3"
    assert say_faults(read) == [
        "book.xlsx, sheet TIED_TO, cell F3, column note: '=HYPERLINK(1)' is a formula of a spreadsheet; "
        "right would be the value itself (copy, then paste values only)",
        "book.xlsx, sheet TIED_TO, cell F5, column note: '#N/A' is an error of the spreadsheet; "
        "right would be a value, or a blank cell",
    ]
    assert [fault.sentence() for fault in ties.unnamed] == [
        "book.xlsx, sheet TIED_TO, cell A7: 'stray' stands in column A, which has no name in the header; "
        "right would be a name in the header, or no such column"
    ]


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_what_a_csv_writer_writes_is_read_back(rows: list[list[str]], delimiter: str) -> None:
    import csv
    import io

    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter)
    writer.writerows([["a", "b", "c"], *rows])
    found = ReadingNotes()
    table = read_text_table(written.getvalue().encode(), "t", "t.csv", found)
    assert not found.faults
    assert [list(row.cells.values()) for row in table.rows] == [
        row for row in rows if not all(shows_nothing(cell) for cell in row)
    ]


@given(st.binary(max_size=200))
@example(b"\xfd")
def test_no_bytes_whatever_end_in_anything_but_rows_or_faults(data: bytes) -> None:
    found = ReadingNotes()
    with contextlib.suppress(FileRefused):
        assert read_text_table(data, "t", "t.csv", found).columns or found.faults


def test_the_rows_of_a_table_are_there_as_often_as_they_are_asked_for_until_they_are_taken(
    tmp_path: Path,
) -> None:
    table = read_bytes(tmp_path, b"id,,name\n1,,A\n\n2,\n").tables[0]
    told = [("Province.csv, line 2", {"id": "1", "name": "A"}), ("Province.csv, line 4", {"id": "2"})]
    for rows in (table.rows, table.rows, table.rows[:2], [table.rows[0], table.rows[-1]]):
        assert [(str(row.place), dict(row.cells)) for row in rows] == told
    assert [(str(row.place), dict(row.cells)) for row in table.take_rows()] == told
    assert not table.rows


def test_an_error_of_a_spreadsheet_in_a_text_table_is_a_fault_as_in_a_sheet(tmp_path: Path) -> None:
    path = tmp_path / "ties.csv"
    path.write_text("province,country,note\nFars,#REF!,#1\nYazd,Iraq,Err:508\n", "utf-8")
    said = [(fault.value, fault.column, fault.problem) for fault in read_tables(path).faults]
    what = "is an error of the spreadsheet"
    assert said == [("#REF!", "country", what), ("Err:508", "note", what)]
