"""What a stranger's list says too easily is a fault or a note; what is harmless in it goes in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from graphmap.errors import Faults, MappingError
from graphmap.exchange.mapping_files import read_mapping
from graphmap.exchange.native import read_batch
from graphmap.schema import City, Source, Tie
from tests.exchange.mapped_store import begin, faults_of, read_list, write

HEAD = 'caption = "x"\n[[sources]]\nid = "source:x"\nname = "x"\n[[tables]]\nfiles = ["*"]\n'
TIES = f"""{HEAD}
steps = [
    {{ find = "p", label = "Province", by = "{{province}}" }},
    {{ find = "c", label = "Country", by = "{{country}}" }},
]
writes = [{{ record = "TIED_TO", cells = {{ from_id = "{{p}}", to_id = "{{c}}", kind = "memorandum" }} }}]
"""
DATED = TIES.replace('kind = "mem', 'since = "{since}", kind = "mem')
CITIES = f"""{HEAD}
steps = [
    {{ find = "p", label = "Province", by = "{{province}}" }},
    {{ find = "c", label = "Country", by = "{{country}}" }},
    {{ find = "t", label = "City", by = "{{city}}", within = ["{{c}}"], new = {{ name = "{{city}}" }} }},
]
writes = [{{ record = "TIED_TO", cells = {{ from_id = "{{p}}", to_id = "{{t}}", kind = "sister_city" }} }}]
"""


def save(folder: Path, rows: str | bytes, mapping: str) -> tuple[Path, str]:
    """Write a list and its mapping."""
    (folder / "ties.csv").write_bytes(rows.encode() if isinstance(rows, str) else rows)
    (folder / "m.toml").write_text(mapping, "utf-8")
    return folder / "ties.csv", str(folder / "m.toml")


def read_ties(folder: Path, rows: str | bytes, mapping: str) -> list[Tie]:
    """Return the ties that a list makes in the Iran sample."""
    path, saved = save(folder, rows, mapping)
    difference, _ = write(read_list([path], saved, begin("iran")), begin("iran"))
    return [record for record in difference.created if isinstance(record, Tie)]


def faults_of_native(folder: Path, **files: str) -> list[str]:
    """Return the sentences of the faults of native files."""
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    with pytest.raises(Faults) as raised:
        write(read_batch([folder], lambda _: begin("iran")), begin("iran"))
    return [fault.sentence() for fault in raised.value.faults]


# ---------------------------------------------------------------------------- encodings and letters


TURKISH = "province,country,city\nFars,Türkiye,Şanlıurfa\nGilan,Türkiye,Iğdır\n".encode("cp1254")


def test_a_guessed_encoding_names_no_new_place_and_the_file_says_so_once(tmp_path: Path) -> None:
    path, mapping = save(tmp_path, TURKISH, CITIES)
    assert faults_of(path, mapping, begin("iran")) == [
        "ties.csv, line 2: 'Þanlýurfa' would name a new City, and was read as windows-1252, which is a "
        'guess; right would be encoding = "windows-1252" in the table of the mapping, or the encoding it was '
        "saved in"
    ]


def test_the_mapping_says_the_encoding_of_a_table(tmp_path: Path) -> None:
    mapping = CITIES.replace('files = ["*"]', 'files = ["*"]\nencoding = "windows-1254"')
    path, saved = save(tmp_path, TURKISH, mapping)
    made = write(read_list([path], saved, begin("iran")), begin("iran"))[0].created
    assert [r.name for r in made if isinstance(r, City)] == ["Iğdır", "Şanlıurfa"]


def test_a_wrong_encoding_is_blamed_on_the_mapping_or_told_of_the_file(tmp_path: Path) -> None:
    path, saved = save(tmp_path, TURKISH, CITIES.replace('["*"]', '["*"]\nencoding = "win-turkish"'))
    with pytest.raises(MappingError, match=r"key tables\[1\]\.encoding: 'win-turkish' is not the name"):
        read_mapping(saved)
    path, saved = save(tmp_path, TURKISH, CITIES.replace('["*"]', '["*"]\nencoding = "utf-8"'))
    assert faults_of(path, saved, begin("iran"))[0].startswith(
        "ties.csv: is not utf-8 throughout: line 2 is not"
    )


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("?????????? ????", "is what is left of letters that were lost"),
        ("Ø¢Ø°Ø±Ø¨Ø§ÛŒØ¬Ø§Ù†", "is UTF-8 that was read as windows-1252; right would be آذربایجان"),
        ("Ã˜Â±Ã›Å’", "is UTF-8 that was read as windows-1252; right would be ری"),
        ("East Azerbaijan", "has no letter of the Arabic script"),
        ("آذربایجان \ufffd", "holds the mark of a letter that was lost"),
    ],
)
def test_a_persian_name_that_a_spreadsheet_lost_is_a_fault(tmp_path: Path, cell: str, problem: str) -> None:
    said = faults_of_native(tmp_path, Province=f"id,name_fa\nIR-03,{cell}\n")
    assert len(said) == 1
    assert said[0].startswith(f"Province.csv, line 2, column name_fa: '{cell}' {problem}")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"type": "FeatureCollection",\n "features": []}', "JSON"),
        ("[\n  [1, 2]]", "JSON"),
        ('<?xml version="1.0"?>\n<graphml xmlns="x"/>', "GraphML"),
        ('<?xml version="1.0"?>\n<kml/>', "XML"),
        ('<kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>', "XML"),
        ("\ufeff<!DOCTYPE html><p>", "a web page"),
    ],
)
def test_a_text_that_is_no_table_is_named(tmp_path: Path, text: str, what: str) -> None:
    path, saved = save(tmp_path, text, TIES)
    right = "right would be the same as CSV or XLSX"
    assert faults_of(path, saved, begin("iran")) == [f"ties.csv: is {what}, not a text table; {right}"]


# ---------------------------------------------------------------------------- columns and words


def test_a_column_named_home_is_read(tmp_path: Path) -> None:
    mapping = CITIES.replace("{province}", "{home}")
    path, saved = save(tmp_path, "home,country,city\nGilan,Iraq,Baghdad\n", mapping)
    batch = read_list([path], saved, begin("iran"))
    ties = [entry.record for entry in batch.entries if isinstance(entry.record, Tie)]
    assert [tie.from_id for tie in ties] == ["IR-01"]
    assert "ties.csv: {home} is its column, and not the home country" in batch.notes


def test_a_column_without_a_name_is_passed_over_with_one_note(tmp_path: Path) -> None:
    path, saved = save(tmp_path, ",province,country\n0,Fars,Turkey\n1,Gilan,Iraq\n", TIES)
    batch = read_list([path], saved, begin("iran"))
    assert batch.notes == ("ties.csv, line 2: column A, which has no name in the header, passed over",)


def test_a_column_without_a_name_in_a_native_file_is_one_fault(tmp_path: Path) -> None:
    said = faults_of_native(tmp_path, Source=",id,name\n0,source:x,x\n1,source:y,y\n")
    assert said == [
        "Source.csv, line 2: '0' stands in column A, which has no name in the header; "
        "right would be a name in the header, or no such column"
    ]


def test_each_row_may_rest_on_a_source_of_its_own(tmp_path: Path) -> None:
    document = '{ record = "Source", cells = { id = "source:doc-{url|last}", name = "Doc {url|last}" } }'
    rests = 'cells = { sources = "source:x|source:doc-{url|last}",'
    mapping = TIES.replace("cells = {", rests).replace("writes = [", f"writes = [{document}, ")
    path, saved = save(
        tmp_path, "province,country,url\nFars,Turkey,http://e.org/a\nGilan,Iraq,http://e.org/b\n", mapping
    )
    made = write(read_list([path], saved, begin("iran")), begin("iran"))[0].created
    assert {r.id for r in made if isinstance(r, Source)} == {"source:x", "source:doc-a", "source:doc-b"}
    assert {r.sources for r in made if isinstance(r, Tie)} == {
        ("source:x", "source:doc-a"),
        ("source:x", "source:doc-b"),
    }


def test_words_of_a_condition_do_not_mind_the_case(tmp_path: Path) -> None:
    mapping = TIES.replace(
        "steps = [",
        'steps = [{ leave_out = "no memorandum", when = { not_among = { kind = ["MOU", "-"] } } },',
    )
    rows = "province,country,kind\nFars,Turkey,MoU\nGilan,Turkey,mou\nYazd,Turkey,visit\n"
    rows += "Qom,Turkey,\nTehran,Iraq,-\n"
    assert {tie.from_id for tie in read_ties(tmp_path, rows, mapping)} == {"IR-07", "IR-01", "IR-23"}


def test_the_header_may_stand_below_a_title(tmp_path: Path) -> None:
    rows = "Ties of the provinces,,\n,,\nprovince,country,since\nFars,Turkey,2019\nGilan,Iraq,2020\n"
    ties = read_ties(tmp_path, rows, DATED.replace('files = ["*"]', 'files = ["*"]\nheader = 3'))
    assert {(tie.from_id, tie.since) for tie in ties} == {("IR-07", "2019"), ("IR-01", "2020")}
    path, saved = save(tmp_path, rows, DATED.replace('files = ["*"]', 'files = ["*"]\nheader = 2'))
    assert faults_of(path, saved, begin("iran"))[0] == (
        "ties.csv: has nothing in line 2, the header; right would be header, the line of the names"
    )


def test_the_header_of_a_sheet_may_stand_below_a_merged_title(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Ties"], [], ["province", "country", "since"], ["Fars", "Turkey", 2019]):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    book.save(tmp_path / "ties.xlsx")
    _, saved = save(tmp_path, "", DATED.replace('files = ["*"]', 'files = ["ties"]\nheader = 3'))
    batch = read_list([tmp_path / "ties.xlsx"], saved, begin("iran"))
    assert [e.record.since for e in batch.entries if isinstance(e.record, Tie)] == ["2019"]


# ---------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("1440/09/06", "2061-11-26 as Solar Hijri; of the lunar calendar it would be in 2019"),
        ("2562", "a Buddhist year would be 2019"),
    ],
)
def test_a_start_far_ahead_is_a_fault_that_names_the_calendar(tmp_path: Path, since: str, said: str) -> None:
    ties = f"from_id,to_id,kind,since,sources\nIR-03,SAU,memorandum,{since},source:x\n"
    native = faults_of_native(tmp_path, Source="id,name\nsource:x,x\n", TIED_TO=ties)
    path, saved = save(tmp_path, f"province,country,since\nFars,Turkey,{since}\n", DATED)
    for told in (native, faults_of(path, saved, begin("iran"))):
        assert len(told) == 1
        assert f"column since: '{since}' is a start years ahead of today ({said})" in told[0]


def test_a_start_in_the_next_years_is_none(tmp_path: Path) -> None:
    year = date.today().year + 4
    assert [t.since for t in read_ties(tmp_path, f"province,country,since\nFars,Iraq,{year}\n", DATED)] == [
        str(year)
    ]


def test_one_cell_that_can_be_no_month_makes_its_column_a_question(tmp_path: Path) -> None:
    rows = "province,country,since\nFars,Turkey,2007-08\nGilan,Iraq,2011-12\n"
    rows += "Yazd,Oman,2021-22\nQom,Oman,2013-05\n"
    ties = "from_id,to_id,kind,since,sources\nIR-03,SAU,memorandum,2007-08,source:x\n"
    ties += "IR-03,IRQ,memorandum,2021-22,source:x\n"
    native = faults_of_native(tmp_path, Source="id,name\nsource:x,x\n", TIED_TO=ties)
    assert "may be two years" in native[0]
    assert len(native) == 2
    path, saved = save(tmp_path, rows, DATED)
    mapped = faults_of(path, saved, begin("iran"))
    assert [told.split(": ")[0] for told in mapped] == [
        f"ties.csv, line {n}, column since" for n in (2, 3, 4)
    ]
    assert "'2007-08' may be two years, as 2021-22 in this column is, and not a month" in mapped[0]


def test_months_stay_months_where_all_cells_are(tmp_path: Path) -> None:
    rows = "province,country,since\nFars,Turkey,2007-08\nGilan,Iraq,2011-12\n"
    assert {tie.since for tie in read_ties(tmp_path, rows, DATED)} == {"2007-08", "2011-12"}


@pytest.mark.parametrize(
    ("since", "right"), [("43586", "that day, 2019-05-01, if it is meant"), ("2019.0", "the year, 2019")]
)
def test_a_number_of_a_spreadsheet_is_told_as_such(tmp_path: Path, since: str, right: str) -> None:
    path, saved = save(tmp_path, f"province,country,since\nFars,Turkey,{since}\n", DATED)
    assert faults_of(path, saved, begin("iran"))[0].endswith(f"right would be {right}")


def test_a_cell_that_shows_the_year_alone_knows_no_day(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    shown = {
        "yyyy": "2019",
        "mmm yyyy": "2019-05",
        "yyyy-mm-dd": "2019-05-01",
        '[$-409]d"of"mmm yy': "2019-05-01",
    }
    sheet.append(["province", "country", "since"])
    for number, (form, name) in enumerate(zip(shown, ("Fars", "Gilan", "Qom", "Yazd"), strict=True), start=2):
        sheet.append([name, "Iraq", date(2019, 5, 1)])
        sheet.cell(number, 3).number_format = form
    book.save(tmp_path / "ties.xlsx")
    _, saved = save(tmp_path, "", DATED.replace('["*"]', '["ties"]'))
    batch = read_list([tmp_path / "ties.xlsx"], saved, begin("iran"))
    assert [e.record.since for e in batch.entries if isinstance(e.record, Tie)] == list(shown.values())


# ---------------------------------------------------------------------------- what lies beside a list


def test_notes_and_lists_of_others_in_a_folder_are_passed_over_with_a_note(tmp_path: Path) -> None:
    for name in ("SOURCE.txt", "LICENSE.txt", "letters.csv", "README.md"):
        (tmp_path / name).write_text('no, table\n"of ours, at all\n', "utf-8")
    (tmp_path / "Source.csv").write_text("id,name\nsource:y,y\n", "utf-8")
    batch = read_batch([tmp_path], lambda _: begin("iran"))
    assert [entry.record.id for entry in batch.entries] == ["source:y"]
    passed = "bears no name of a label or relationship type, passed over"
    assert set(batch.notes) == {
        f"SOURCE.txt: {passed}", f"LICENSE.txt: {passed}", f"letters.csv: {passed}",
    }  # fmt: skip


def test_a_sheet_of_notes_in_a_native_book_is_passed_over(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Source"
    for row in (["id", "name"], ["source:y", "y"]):
        book.worksheets[0].append(row)
    book.create_sheet("How we counted").append(["by hand"])
    book.save(tmp_path / "mine.xlsx")
    batch = read_batch([tmp_path / "mine.xlsx"], lambda _: begin("iran"))
    assert batch.notes == ("mine.xlsx, sheet How we counted: bears no name of a label, passed over",)


def test_a_note_beside_a_mapped_list_is_passed_over(tmp_path: Path) -> None:
    _, saved = save(tmp_path, "province,country\nFars,Turkey\n", TIES)
    (tmp_path / "SOURCE.txt").write_text("whence it comes\n", "utf-8")
    batch = read_list([tmp_path], saved, begin("iran"))
    assert "SOURCE.txt: passed over, the mapping has no table for it" in batch.notes
