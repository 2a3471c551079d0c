"""Templates: what a person fills, made from the schema; left as they are, they import to nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from graphmap.errors import WritingRefused
from graphmap.exchange.native import read_batch, read_native
from graphmap.exchange.templates import BOOK, write_templates
from graphmap.schema import WRITABLE, Batch, Contents, Country, find_difference, validated
from graphmap.schema.kinds import YES_NO

FORMS = ("csv", "xlsx")


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.reader(opened))


@pytest.mark.parametrize("form", FORMS)
def test_a_template_left_as_it_is_imports_to_nothing_and_says_so(tmp_path: Path, form: str) -> None:
    written = write_templates(tmp_path / "t", form)
    reading = read_native([tmp_path / "t"])
    assert reading.entries == ()
    assert reading.faults == ()
    assert len(reading.notes) == 1
    assert reading.notes[0].endswith(f"and {len(WRITABLE) - 1} more: the example row of a template, left out")
    assert all(path.is_file() for path in written)


def test_there_is_a_file_for_every_label_and_type_with_every_field(tmp_path: Path) -> None:
    write_templates(tmp_path / "t")
    assert {path.stem for path in (tmp_path / "t").iterdir()} == {*WRITABLE, "Fields"}
    for name, cls in WRITABLE.items():
        header, example = read_csv(tmp_path / "t" / f"{name}.csv")
        assert header == [column.name for column in cls.columns()]
        assert example[0].startswith("EXAMPLE ")


@pytest.mark.parametrize("form", FORMS)
def test_the_example_rows_are_right_and_fit_together_once_the_mark_is_gone(tmp_path: Path, form: str) -> None:
    write_templates(tmp_path / "t", form)
    if form == "csv":
        for name in WRITABLE:
            header, example = read_csv(tmp_path / "t" / f"{name}.csv")
            first = example[0].removeprefix("EXAMPLE ") if "(" not in example[0] else ""
            with (tmp_path / "t" / f"{name}.csv").open("w", encoding="utf-8", newline="") as opened:
                csv.writer(opened).writerows([header, [first, *example[1:]]])
    else:
        book = openpyxl.load_workbook(tmp_path / "t" / BOOK)
        for name in WRITABLE:
            cell = book[name]["A2"]
            cell.value = str(cell.value).removeprefix("EXAMPLE ") if "(" not in str(cell.value) else None
        book.save(tmp_path / "t" / BOOK)
    home = validated(Country, id="IRN", name="Iran", home=True, sources=("source:example",))
    batch = read_batch([tmp_path / "t"], lambda _: Contents())
    records = [home, *(entry.record for entry in batch.entries)]
    assert len(find_difference(Batch.of(records), Contents()).created) == len(WRITABLE) + 1


def test_every_needed_field_has_an_example() -> None:
    for name, cls in WRITABLE.items():
        row = cls.example_row()
        assert [c.name for c in cls.columns() if c.required and not row[c.name]] == [], name


def test_every_field_is_explained_in_english_and_persian(tmp_path: Path) -> None:
    write_templates(tmp_path / "t")
    assert (tmp_path / "t" / "Fields.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = [
        dict(zip(head, row, strict=True))
        for head, *rows in [read_csv(tmp_path / "t" / "Fields.csv")]
        for row in rows
    ]
    told = {(row["File"], row["Field"]): row for row in rows}
    for name, cls in WRITABLE.items():
        for column in cls.columns():
            row = told[name, column.name]
            assert row["Meaning"] == column.meaning
            assert row["معنی"] == column.meaning_fa
            assert row["Needed"] == ("yes" if column.required else "")
            assert row["Words allowed"] == ", ".join(column.kind.choices)


def test_the_book_offers_the_words_and_says_what_each_heading_means(tmp_path: Path) -> None:
    write_templates(tmp_path / "t", "xlsx")
    book = openpyxl.load_workbook(tmp_path / "t" / BOOK)
    assert book.sheetnames == ["Fields", *WRITABLE]
    for name, cls in WRITABLE.items():
        sheet = book[name]
        offered = {
            str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation
        }
        for number, column in enumerate(cls.columns(), start=1):
            head = sheet.cell(1, number)
            assert head.value == column.name
            assert column.meaning in head.comment.text
            assert column.meaning_fa in head.comment.text
            words = ("yes", "no") if column.kind is YES_NO else tuple(column.kind.choices)
            expected = '"' + ",".join(words) + '"' if words and not column.kind.many else None
            assert offered.get(f"{head.column_letter}2") == expected
            # More than this a spreadsheet refuses to open.
            assert len(expected or "") <= 257


def test_persian_cells_of_the_book_run_from_right_to_left(tmp_path: Path) -> None:
    write_templates(tmp_path / "t", "xlsx")
    book = openpyxl.load_workbook(tmp_path / "t" / BOOK)
    heads = {cell.value: cell.column_letter for cell in book["Fields"][1]}
    assert book["Fields"][f"{heads['معنی']}9"].alignment.readingOrder == 2
    assert book["Province"]["C2"].alignment.readingOrder == 2


def test_no_cell_of_a_template_is_a_formula(tmp_path: Path) -> None:
    write_templates(tmp_path / "t", "xlsx")
    book = openpyxl.load_workbook(tmp_path / "t" / BOOK)
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]


def test_a_folder_that_holds_anything_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Province.csv").write_text("mine", "utf-8")
    with pytest.raises(WritingRefused, match="is not empty"):
        write_templates(tmp_path)
