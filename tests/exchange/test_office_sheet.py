"""The one sheet of an office: what is filled goes in, what is written out comes back the same."""
# ruff: noqa: E501

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from graphmap.errors import Faults
from graphmap.exchange.known import Known
from graphmap.exchange.office_sheet import (
    HEADS,
    NO_DOCUMENT,
    TITLE,
    find_filled_sheets,
    read_filled_sheets,
    write_empty_sheet,
    write_filled_sheet,
)
from graphmap.persian import tell_fault
from graphmap.schema import Contents, Difference, Source, Tie
from tests.exchange.mapped_store import begin, write

ROWS = {
    "en": [
        {"province": "Fars", "country": "Turkey", "kind": "memorandum", "sectors": "trade, tourism", "since": "2019"},
        {
            "province": "East Azerbaijan", "city": "Marand", "country": "Turkey", "partner": "Sivas",
            "kind": "sister_city", "since": "2015-05", "until": "2019-12", "source": "Letter 12", "document": "A 7",
        },
    ],
    "fa": [
        {"province": "فارس", "country": "ترکیه", "kind": "یادداشت تفاهم", "sectors": "تجارت، گردشگری", "since": "۱۳۹۸"},
        {
            "province": "آذربایجان شرقی", "city": "مرند", "country": "ترکیه", "partner": "سیواس",
            "kind": "خواهرخواندگی شهری", "since": "1394/02", "until": "1398/10", "source": "نامهٔ ۱۲",
        },
    ],
}  # fmt: skip


def fill(path: Path, language: str) -> None:
    """Fill a sheet as a person does."""
    book = openpyxl.load_workbook(path)
    sheet = book[TITLE.in_language(language)]
    heads = [cell.value for cell in sheet[1]]
    for line, row in enumerate(ROWS[language], start=2):
        for key, text in row.items():
            sheet.cell(line, heads.index(HEADS[key].in_language(language)) + 1, text)
    book.save(path)


def take(path: Path, contents: Contents) -> Difference:
    """Read a filled sheet, as an import without a mapping does."""
    language = find_filled_sheets([path])
    assert language
    return write(read_filled_sheets([path], language, Known.of(contents)), contents)[0]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_filled_sheet_goes_in_with_the_names_of_the_store(tmp_path: Path, language: str) -> None:
    path = write_empty_sheet(begin("IRN"), tmp_path / "mine", language)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.sheet_view.rightToLeft == (language == "fa")
    assert {rule.type for rule in sheet.data_validations.dataValidation} == {"list"}
    fill(path, language)
    contents = begin("iran")
    made = take(path, contents).created
    first, second = sorted((r for r in made if isinstance(r, Tie)), key=lambda tie: tie.from_id or "")
    assert (first.from_id, first.to_id, first.kind) == ("IR-07", "TUR", "memorandum")
    assert first.sectors == ("trade", "tourism")
    assert (second.kind, second.until) == ("sister_city", "1398-11" if language == "fa" else "2020-01")
    assert next(r.name for r in made if isinstance(r, Source) and r.id != NO_DOCUMENT) in {
        "Letter 12",
        "نامهٔ ۱۲",
    }


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_sheet_that_is_written_out_comes_back_the_same(tmp_path: Path, language: str) -> None:
    contents = begin("municipal")
    path = write_filled_sheet(contents, tmp_path / "ties.xlsx", language)
    difference = take(path, contents)
    assert (difference.created, difference.changed) == ((), ())
    assert len(difference.unchanged) > 40


def test_another_book_is_no_filled_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Ties"
    book.worksheets[0].append(["Province", "Value"])
    book.save(tmp_path / "x.xlsx")
    (tmp_path / "y.xlsx").write_text("no book")
    for name in ("x.xlsx", "y.xlsx"):
        assert find_filled_sheets([tmp_path / name]) == ""


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16")])
def test_a_sheet_that_was_saved_as_text_goes_in_as_the_book_does(
    tmp_path: Path, language: str, delimiter: str, encoding: str
) -> None:
    contents = begin("municipal")
    book = openpyxl.load_workbook(write_filled_sheet(contents, tmp_path / "ties.xlsx", language))
    path = tmp_path / "saved.csv"
    with path.open("w", encoding=encoding, newline="") as opened:
        rows = book[TITLE.in_language(language)].iter_rows(values_only=True)
        csv.writer(opened, delimiter=delimiter).writerows(rows)
    difference = take(path, contents)
    assert (difference.created, difference.changed) == ((), ())
    assert len(difference.unchanged) > 40


def test_a_text_table_with_other_columns_is_no_filled_sheet(tmp_path: Path) -> None:
    (tmp_path / "Ties.csv").write_text("Province,Country,Kind,Rank\nFars,Oman,visit,1\n", "utf-8")
    (tmp_path / "TIED_TO.csv").write_text("Province,Country,Kind\n", "utf-8")
    (tmp_path / "noise.csv").write_bytes(b"\xfd\x00")
    for name in ("Ties.csv", "TIED_TO.csv", "noise.csv"):
        assert find_filled_sheets([tmp_path / name]) == ""


def test_an_office_may_say_sister_and_other_words_of_its_own(tmp_path: Path) -> None:
    contents = begin("iran")
    path = write_empty_sheet(contents, tmp_path / "sheet", "fa")
    book = openpyxl.load_workbook(path)
    sheet = book[TITLE.fa]
    heads = [cell.value for cell in sheet[1]]
    rows = (
        ("فارس", "قونیه", "خواهرخواندگی"),
        ("یزد", "", "خواهرخواندگی"),
        ("قم", "", "تفاهم‌نامه"),
        ("ایلام", "", "پیمان"),
    )
    for line, (province, partner, kind) in enumerate(rows, start=2):
        said = {"province": province, "country": "ترکیه", "partner": partner, "kind": kind}
        for key, text in said.items():
            sheet.cell(line, heads.index(HEADS[key].fa) + 1, text)
    book.save(path)
    with pytest.raises(Faults) as found:
        take(path, begin("iran"))
    # The cell is named, and what would be right is said in Persian.
    [fault] = found.value.faults
    assert tell_fault(fault.sentence()).startswith(
        "ties.xlsx، برگهٔ روابط، خانهٔ G5، ستون نوع رابطه: «پیمان» از واژه‌های پذیرفته نیست؛ شکل درست: یکی از این‌ها: خواهرخواندگی شهری،"
    )
    sheet.delete_rows(5)
    book.save(path)
    ties = [record for record in take(path, begin("iran")).created if isinstance(record, Tie)]
    assert [tie.kind for tie in ties] == ["sister_city", "sister_province", "memorandum"]
