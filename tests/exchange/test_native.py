"""Native files, real dirt among them: every fault at once, with its place, value and what would be right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from graphmap.errors import Faults
from graphmap.exchange.native import read_batch, read_native
from graphmap.schema import Batch, Contents, Country, Difference, Province, Source, Tie, find_difference

GOOD: Mapping[str, str] = {
    "Source.csv": "id,name\ns,A list\n",
    "Country.csv": "id,name,home,sources\nIRN,Iran,yes,s\nTUR,Türkiye,,s\nGEO,Georgia,,s\n",
    "Province.csv": "id,name,sources\nIR-01,East Azerbaijan,s\nIR-04,West Azerbaijan,s\n",
    "IN.csv": "from_id,to_id,sources\nIR-01,IRN,s\nIR-04,IRN,s\n",
    "TIED_TO.csv": "from_id,to_id,kind,since,until,sources\nIR-01,TUR,trade,2019,..,s\n",
}


def write_files(folder: Path, changed: Mapping[str, str | bytes] | None = None) -> Path:
    """Write the good files with some of them changed into a folder."""
    for name, text in {**GOOD, **(changed or {})}.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def compare_files(folder: Path, contents: Contents | None = None) -> Difference:
    held = contents or Contents()
    return find_difference(read_batch([folder], lambda _: held), held)


def list_faults(
    folder: Path, changed: Mapping[str, str | bytes]
) -> list[tuple[str, str | None, str | None, str]]:
    """Return every fault of the files: place, column, value, and what would be right."""
    with pytest.raises(Faults) as caught:
        compare_files(write_files(folder, changed))
    return [(str(f.where), f.column, f.value, f.right) for f in caught.value.faults]


def tie_rows(*rows: str, header: str = "from_id,to_id,kind,since,until,sources") -> dict[str, str | bytes]:
    return {"TIED_TO.csv": "\n".join([header, *rows]) + "\n"}


def test_good_files_are_read_whole(tmp_path: Path) -> None:
    difference = compare_files(write_files(tmp_path))
    assert len(difference.created) == 9
    tie = next(record for record in difference.created if isinstance(record, Tie))
    assert (tie.from_id, tie.to_id, tie.kind, tie.since, tie.until) == ("IR-01", "TUR", "trade", "2019", "..")
    assert str(tie.id).startswith("tied_to:IR-01..TUR:")


def test_the_same_row_is_the_same_tie_tomorrow(tmp_path: Path) -> None:
    batch = read_batch([write_files(tmp_path)], lambda _: Contents())
    difference = find_difference(batch, Contents())
    held = Contents(
        {str(r.id): r for r in difference.created if not hasattr(r, "from_id")},  # type: ignore[misc]
        {str(r.id): r for r in difference.created if hasattr(r, "from_id")},  # type: ignore[misc]
    )
    again = compare_files(tmp_path, held)
    assert not again
    assert len(again.unchanged) == 9


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_a_province_named_in_persian_survives_every_encoding(tmp_path: Path, encoding: str) -> None:
    text = "id,name,name_fa,sources\nIR-01,East Azerbaijan,آذربایجان شرقی,s\nIR-04,West,غرب,s\n"
    old = text.replace("ی", "ي") if encoding == "cp1256" else text
    difference = compare_files(write_files(tmp_path, {"Province.csv": old.encode(encoding)}))
    names = {r.id: r.name_fa for r in difference.created if r.stored_as == "Province"}  # type: ignore[attr-defined]
    assert names["IR-01"].replace("ي", "ی") == "آذربایجان شرقی"
    assert names["IR-04"] == "غرب"
    assert any("read as" in note for note in difference.notes) == (encoding != "utf-8-sig")


def test_na_is_namibia_and_georgia_is_a_country(tmp_path: Path) -> None:
    text = "id,iso2,name,sources\nNAM,NA,Namibia,s\nIRN,IR,Iran,s\nGEO,GE,Georgia (country),s\nTUR,TR,T,s\n"
    changed = {
        "Country.csv": text.replace("sources", "sources,home").replace("Iran,s", "Iran,s,yes"),
    }
    difference = compare_files(write_files(tmp_path, changed))
    countries = {str(r.id): r for r in difference.created if r.stored_as == "Country"}
    assert countries["NAM"].iso2 == "NA"  # type: ignore[attr-defined]
    assert countries["GEO"].name == "Georgia (country)"  # type: ignore[attr-defined]


def test_swapped_and_impossible_dates_are_faults(tmp_path: Path) -> None:
    rows = tie_rows(
        "IR-01,TUR,trade,2019-02-29,,s",
        "IR-01,TUR,visit,2019-13-01,,s",
        "IR-01,TUR,project,11/05/2019,,s",
        "IR-01,TUR,contact,2020,2018,s",
        "IR-01,TUR,other,1398/13/01,,s",
    )
    found = list_faults(tmp_path, rows)
    assert [fault[:3] for fault in found] == [
        ("TIED_TO.csv, line 2", "since", "2019-02-29"),
        ("TIED_TO.csv, line 3", "since", "2019-13-01"),
        ("TIED_TO.csv, line 4", "since", "11/05/2019"),
        ("TIED_TO.csv, line 5", "until", "2018"),
        ("TIED_TO.csv, line 6", "since", "1398/13/01"),
    ]
    assert [fault[3] for fault in found] == [
        "a day such as 2019-02-28",
        "year, month, day: perhaps 2019-01-13",
        "year, month, day: 2019-05-11 or 2019-11-05",
        found[3][3],
        found[4][3],
    ]
    assert all(fault[3] for fault in found)


def test_solar_hijri_dates_and_persian_digits_are_read(tmp_path: Path) -> None:
    rows = tie_rows(
        "IR-01,TUR,trade,1398/02/11,,s", "IR-01,TUR,visit,۱۳۹۸/۰۲/۱۱,۱۴۰۰,s", "IR-01,TUR,other,١٣٩٨,,s"
    )
    difference = compare_files(write_files(tmp_path, rows))
    ties = {r.kind: (r.since, r.until) for r in difference.created if isinstance(r, Tie)}
    assert ties == {"trade": ("2019-05-01", None), "visit": ("2019-05-01", "1400"), "other": ("1398", None)}


def test_a_tie_with_ones_own_country_is_a_fault(tmp_path: Path) -> None:
    found = list_faults(tmp_path, tie_rows("IR-01,IRN,trade,,,s", "IR-01,IR-04,trade,,,s"))
    assert ("TIED_TO.csv, line 2", "to_id", "IRN", "a foreign place, counterpart or mission") in found
    assert next(fault[:3] for fault in found if "line 3" in fault[0])[1:] == ("to_id", "IR-04")


def test_the_same_tie_twice_is_taken_once_and_told(tmp_path: Path) -> None:
    row = "IR-01,TUR,trade,2019,,s"
    difference = compare_files(write_files(tmp_path, tie_rows(row, row)))
    assert len([r for r in difference.created if isinstance(r, Tie)]) == 1
    assert any("TIED_TO.csv, line 3" in note and "line 2" in note for note in difference.notes)


def test_one_id_that_says_two_things_is_a_fault(tmp_path: Path) -> None:
    provinces = "id,name,sources\nIR-01,Tabriz,s\nIR-04,West,s\nIR-01,Urmia,s\n"
    assert list_faults(tmp_path, {"Province.csv": provinces}) == [
        ("Province.csv, line 4", "name", "Urmia", "the same in both rows, or different ids")
    ]


def test_a_column_that_is_not_known_is_a_fault_with_the_nearest(tmp_path: Path) -> None:
    header = "from_id,to_id,kind,sinse,until,sources,since_latest,zzz"
    found = list_faults(tmp_path, tie_rows("IR-01,TUR,trade,2019,,s,x,y", header=header))
    assert [fault[:3] for fault in found] == [
        ("TIED_TO.csv, line 1", column, column) for column in ("sinse", "since_latest", "zzz")
    ]
    assert found[0][3].startswith("since")
    assert found[1][3] == "no such column: the store derives it"
    assert found[2][3].startswith("one of id, from_id, to_id")


def test_an_end_that_does_not_exist_is_a_fault(tmp_path: Path) -> None:
    assert list_faults(tmp_path, tie_rows("IR-01,TRU,trade,,,s", "IR-99,TUR,trade,,,s")) == [
        ("TIED_TO.csv, line 2", "to_id", "TRU", "the id of a node in the files or the store"),
        ("TIED_TO.csv, line 3", "from_id", "IR-99", "the id of a node in the files or the store"),
    ]


def test_a_formula_is_a_fault_and_a_name_that_begins_like_one_takes_an_apostrophe(tmp_path: Path) -> None:
    right = "the value itself; a name that truly begins so takes an apostrophe before it"
    hostile = 'id,name,sources\nIR-01,"=HYPERLINK(""http://x"",1)",s\nIR-04,@SUM(A1),s\n'
    assert list_faults(tmp_path, {"Province.csv": hostile}) == [
        ("Province.csv, line 2", "name", '=HYPERLINK("http://x",1)', right),
        ("Province.csv, line 3", "name", "@SUM(A1)", right),
    ]
    shielded = "id,name,sources\nIR-01,'=HYPERLINK(1),s\nIR-04,'--,s\n"
    difference = compare_files(write_files(tmp_path, {"Province.csv": shielded}))
    assert [r.name for r in difference.created if r.stored_as == "Province"] == ["=HYPERLINK(1)", "--"]  # type: ignore[attr-defined]


def test_all_faults_are_told_at_once_in_the_order_of_the_files(tmp_path: Path) -> None:
    changed = {
        "Province.csv": "id,name,populaton,lat,sources\nIR-01,A,5,95,s\nIR-04,B,,35x,s\n",
        **tie_rows("IR-01,TUR,tade,2019,,s", "IR-01,NOW,trade,2019,2018,nobody"),
    }
    found = [fault[:3] for fault in list_faults(tmp_path, changed)]
    assert found == [
        ("Province.csv, line 1", "populaton", "populaton"),
        ("Province.csv, line 2", "lat", "95"),
        ("Province.csv, line 3", "lat", "35x"),
        ("TIED_TO.csv, line 2", "kind", "tade"),
        ("TIED_TO.csv, line 3", "sources", "nobody"),
        ("TIED_TO.csv, line 3", "until", "2018"),
        ("TIED_TO.csv, line 3", "to_id", "NOW"),
    ]


def test_a_needed_column_that_is_not_there_is_told_once_at_the_header(tmp_path: Path) -> None:
    changed: dict[str, str | bytes] = {
        "Province.csv": "id,sources\nIR-01,s\nIR-04,s\n",
        "IN.csv": "from_id,sources\nIR-01,s\n",
    }
    assert [fault[:3] for fault in list_faults(tmp_path, changed)] == [
        ("IN.csv, line 1", "to_id", "to_id"),
        ("Province.csv, line 1", "name", "name"),
    ]


def test_a_file_may_give_the_ids_and_one_field_of_what_is_stored(tmp_path: Path) -> None:
    difference = compare_files(write_files(tmp_path))
    held = Contents({str(r.id): r for r in difference.created if isinstance(r, Source | Country | Province)})
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "Province.csv").write_text("id,population\nIR-01,3909652\nIR-04,\n", "utf-8")
    change = compare_files(folder, held)
    assert [(c.after.id, c.after.name) for c in change.changed] == [("IR-01", "East Azerbaijan")]  # type: ignore[attr-defined]
    assert change.unchanged == ("IR-04",)


def test_a_misspelt_file_is_a_fault_with_the_nearest_name(tmp_path: Path) -> None:
    changed = {"tied_to.csv": "id\n", "Provinces.csv": "id\n", "Changeset.csv": "id\n", "zzzz.csv": "id\n"}
    found = list_faults(tmp_path, changed)
    assert [(place, value) for place, _, value, _ in found] == [
        ("Changeset.csv", "Changeset"),
        ("Provinces.csv", "Provinces"),
        ("tied_to.csv", "tied_to"),
    ]
    assert [right for *_, right in found[:3]] == ["no such file", "Province", "TIED_TO"]


def test_files_that_are_no_tables_are_passed_over_and_explanations_without_a_word(tmp_path: Path) -> None:
    write_files(tmp_path)
    for name in ("notes.docx", "README.md", "Fields.csv", ".hidden.csv", "~$book.xlsx"):
        (tmp_path / name).write_bytes(b"\0")
    reading = read_native([tmp_path])
    assert reading.faults == ()
    assert reading.notes == ("notes.docx: is neither CSV nor XLSX, passed over",)


def test_files_of_one_name_are_shown_with_their_folders(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Province.csv").write_text("id,nme\nIR-01,A\n", "utf-8")
    reading = read_native([tmp_path / "one", tmp_path / "two"])
    assert [str(f.where) for f in reading.faults] == [
        f"{tmp_path / folder / 'Province.csv'}, line 1" for folder in ("one", "two")
    ]


def make_book(path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, text in GOOD.items():
        sheet = book.create_sheet(name.removesuffix(".csv"))
        for line in text.splitlines():
            sheet.append(line.split(","))
    book.save(path)


def test_a_book_says_the_same_as_its_files(tmp_path: Path) -> None:
    make_book(tmp_path / "book.xlsx")
    (tmp_path / "files").mkdir()
    from_book = read_native([tmp_path / "book.xlsx"])
    from_files = read_native([write_files(tmp_path / "files")])
    assert from_book.faults == from_files.faults == ()
    by_id = {entry.record.id: entry.record for entry in from_files.entries}
    assert {entry.record.id: entry.record for entry in from_book.entries} == by_id


def test_every_fault_of_a_book_names_sheet_and_cell_those_against_the_store_too(tmp_path: Path) -> None:
    make_book(tmp_path / "book.xlsx")
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    ties = book["TIED_TO"]
    ties["D2"] = "2019-02-29"
    ties["B2"] = "NOW"
    ties["A3"], ties["B3"], ties["C3"], ties["F3"] = "IR-01", "TUR", "=A1", "nobody"
    ties["G1"] = "remark"
    book.save(tmp_path / "book.xlsx")
    with pytest.raises(Faults) as caught:
        read_batch([tmp_path / "book.xlsx"], lambda _: Contents())
    assert [(str(f.where).removeprefix("book.xlsx, "), f.column) for f in caught.value.faults] == [
        ("sheet TIED_TO, cell G1", "remark"),
        ("sheet TIED_TO, cell B2", "to_id"),
        ("sheet TIED_TO, cell D2", "since"),
        ("sheet TIED_TO, cell C3", "kind"),
        ("sheet TIED_TO, cell F3", "sources"),
    ]


def test_a_book_of_one_sheet_may_bear_the_name_itself(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["id", "name"])
    book.active.append(["s", "A list"])
    book.save(tmp_path / "Source.xlsx")
    reading = read_native([tmp_path / "Source.xlsx"])
    assert reading.faults == ()
    assert [entry.record.id for entry in reading.entries] == ["s"]


def test_progress_is_told_by_file_and_rows(tmp_path: Path) -> None:
    rows = "".join(f"c:{number},City {number},s\n" for number in range(2500))
    (tmp_path / "City.csv").write_text("id,name,sources\n" + rows, "utf-8")
    told: list[tuple[str, int]] = []
    read_native([tmp_path], lambda file, count: told.append((file, count)))
    assert told == [("City.csv", 1000), ("City.csv", 2000)]


def test_a_batch_without_faults_is_planned_once_only(tmp_path: Path) -> None:
    def refuse(_: object) -> Contents:
        raise AssertionError("files without faults need no look at the store")

    batch = read_batch([write_files(tmp_path)], refuse)
    assert isinstance(batch, Batch)
