"""A stranger's list is understood by the names that are known; what only a person can say is asked."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from graphmap.directory import Directory
from graphmap.exchange.known import Known
from graphmap.exchange.mapping_draft import Draft, draft_mapping
from graphmap.exchange.mapping_dry_run import Tried, try_mapping
from graphmap.exchange.mapping_files import read_mapping
from graphmap.exchange.mapping_format import FileMapping
from graphmap.exchange.understanding import SeenFile, understand_file
from graphmap.language import load_language
from tests.exchange.mapped_store import begin


def look(path: Path) -> SeenFile:
    """Understand a file by the names of the Iran sample."""
    return understand_file(path, Known.of(begin("iran")).directory)


def save(folder: Path, rows: str, name: str = "list", encoding: str = "utf-8") -> Path:
    """Write a list."""
    path = folder / f"{name}.csv"
    path.write_bytes(rows.encode(encoding))
    return path


def roles(seen: SeenFile) -> dict[str, str]:
    """Return the role of each column that has one."""
    return {column.name: column.role for table in seen.tables for column in table.columns if column.role}


def draft(path: Path, language: str = "en") -> tuple[Draft, FileMapping]:
    """Draft a mapping of a list, and read it as it is written."""
    made = draft_mapping(look(path), load_language(language))
    written = path.with_suffix(".toml")
    written.write_text(made.text, "utf-8")
    return made, read_mapping(str(written))


def attempt(path: Path) -> tuple[Draft, Tried]:
    """Draft a mapping of a list, and try it."""
    made, mapping = draft(path)
    return made, try_mapping([path], mapping, Known.of(begin("iran")))


OFFICE = """گزارش روابط خارجی,,,,,
,,,,,
ردیف,استان,کشور طرف,شهر خارجی,نوع سند,تاریخ امضا,زمینه همکاری
۱,آذربایجان شرقی,ترکیه,ارزروم,تفاهم‌نامه,۱۳۹۸/۰۲/۱۱,تجارت و گردشگری
۲,,عراق,اربیل,توافق‌نامه,۱۳۹۹/۵/۳,کشاورزی
۳,خراسان رضوی,افغانستان,هرات,خواهرخوانده,۱۴۰۱,آموزش، بهداشت
۴,,ترکمنستان,عشق‌آباد,سند همکاری,11 اردیبهشت 1398,حمل و نقل
جمع,4,,,,,
"""


def test_a_sheet_of_a_persian_office_is_understood(tmp_path: Path) -> None:
    path = save(tmp_path, OFFICE)
    seen = look(path)
    assert roles(seen) == {
        "استان": "province", "کشور طرف": "country", "شهر خارجی": "partner", "نوع سند": "kind",
        "تاریخ امضا": "since", "زمینه همکاری": "sectors",
    }  # fmt: skip
    [table] = seen.tables
    assert (table.table.header.line, table.writing, table.fill_down) == (3, "persian", ("استان",))
    assert table.sums == ("جمع",)
    made, tried = attempt(path)
    assert (tried.made, tried.rows) == (3, 5)
    assert [one.row.place.line for one in tried.missed if one.is_fault] == [7]
    assert made.questions == ('Column \u2068نوع سند\u2069: what does "\u2068سند همکاری\u2069" mean (1 row)?',)
    assert '"تفاهم‌نامه" = "memorandum"' in made.text
    assert '"خواهرخوانده" = "sister_province"' in made.text


def test_every_line_of_a_draft_that_says_something_has_a_comment_in_either_language(tmp_path: Path) -> None:
    path = save(tmp_path, OFFICE)
    for language in ("en", "fa"):
        made, mapping = draft(path, language)
        assert [table.fill_down for table in mapping.tables] == [("استان",)]
        steps = made.text.split("[[tables.steps]]")
        assert all(before.rstrip().rsplit("\n", 1)[-1].startswith("# ") for before in steps[:-1])


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # Twin cities: either end may be home; the suffix says whose country it is.
        ("city1,country1,city2,country2\nTabriz,Iran,Kazan,Russia\nBaku,Azerbaijan,Tabriz,Iran\n",
         ("city", "home_country", "partner", "country")),
        ("province,Turkey,Iraq,China\nFars,120000,45000,\n", ("province",)),
        ("id,from,partner,signed\n7,Fars,\"Van, Türkiye\",2019\n9,Yazd,\"Xi'an, China\",2020\n",
         ("", "province", "place", "since")),
        ("iso,province,neighbour,km\nIR-04,West Azerbaijan,Turkey,12\nIR-12,Kurdistan,Iraq,3\n",
         ("again", "province", "country", "")),
        ("Ostan;Foreign side;Type;Valid until\nFars;Turkey;MoU;1.2.2030\nYazd;IQ-AR;MoU;25.2.2031\n",
         ("province", "mixed", "kind", "until")),
        ("country,province,counterpart,url,remarks\nIraq,Ilam,Governor of Wasit,https://example.org/a,x\n",
         ("country", "province", "counterpart", "url", "note")),
        ("home city,lat,lon,sister,country\nMarand,38.4,45.7,Kazan,Russia\nShiraz,29.6,52.5,Xian,China\n",
         ("city", "lat_city", "lon_city", "partner", "country")),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_texts_and_heads(
    tmp_path: Path, rows: str, expected: tuple[str, ...]
) -> None:
    [table] = look(save(tmp_path, rows)).tables
    assert tuple(column.role for column in table.columns) == expected


def test_an_encoding_that_no_mark_proves_is_the_one_in_which_names_are_known_and_is_asked_for(
    tmp_path: Path,
) -> None:
    turkish = "province;country;city\nFars;Türkiye;Şanlıurfa\nGilan;Türkiye;Iğdır\n"
    for encoding, rows in (
        ("windows-1254", turkish),
        ("windows-1256", "استان,کشور\nفارس,تركيه\n"),
        ("windows-1251", "провинция,страна\nGilan,Россия\n"),
    ):
        [table] = look(save(tmp_path, rows, encoding=encoding)).tables
        assert table.encoding == encoding
    made, tried = attempt(save(tmp_path, turkish, encoding="windows-1254"))
    assert made.questions[0].startswith("Is windows-1254 the encoding of the file?")
    assert tried.made == 2


@pytest.mark.parametrize(
    ("dates", "forms", "question"),
    [
        (("11/05/2019", "25/12/2018"), ("day/month/year",), ""),
        (("05/25/2019", "12/11/2018"), ("month/day/year",), ""),
        (("11/05/2019", "10/12/2018"), ("day/month/year",), "is the day first or the month"),
        (("June 1980", "2019-05-11", "43586"), ("month year", "day_number"), ""),
        (("1440/09/06", "1441/01/01"), ("lunar",), "the lunar Hijri calendar"),
        (("2562", "2563"), ("buddhist",), "Buddhist"),
        (("11/05/98", "12/05/97"), ("day/month/yy",), "two digits"),
    ],
)
def test_dates_are_read_in_every_form_and_what_no_one_can_know_is_asked(
    tmp_path: Path, dates: tuple[str, ...], forms: tuple[str, ...], question: str
) -> None:
    rows = "\n".join(f"Fars,Turkey,MoU,{day}" for day in dates)
    path = save(tmp_path, f"province,country,kind,signed\n{rows}\n")
    [table] = look(path).tables
    column = table.column("since")
    assert column is not None
    assert column.dates is not None
    assert column.dates.forms == forms
    made, tried = attempt(path)
    assert tried.made == len(dates) or (question and tried.made == 1)
    assert (question in "\n".join(made.questions)) if question else made.questions == ()


def test_a_book_is_understood_sheet_by_sheet_and_one_without_ties_is_passed_over(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.title = "MoUs"
    for row in (
        ("Agreements of provinces",),
        (),
        ("Province", "Country"),
        ("Fars", "Qatar"),
        ("Gilan", "Russia"),
    ):
        first.append(row)
    notes = book.create_sheet("Notes")
    notes.append(("about", "this"))
    notes.append(("x", "y"))
    book.save(path := tmp_path / "book.xlsx")
    made, tried = attempt(path)
    assert (tried.made, tried.rows, tried.faults) == (2, 2, ())
    assert 'sheet = "Notes"' in made.text


def test_what_is_no_list_of_ties_is_told_so(tmp_path: Path) -> None:
    [table] = look(save(tmp_path, "name,population\nBerlin,3600000\nRome,2800000\n")).tables
    assert not table.is_of_ties


def test_several_partners_in_one_cell_make_a_tie_each(tmp_path: Path) -> None:
    path = save(tmp_path, "province,partners\nFars,Turkey|Iraq\nYazd,China\n")
    made, mapping = draft(path)
    assert 'split = "|"' in made.text
    assert mapping.tables[0].writes[0].each == "their_country"


def test_a_code_that_contradicts_its_name_is_still_told(tmp_path: Path) -> None:
    path = save(tmp_path, "code,province,country\nIR-01,Gilan,Turkey\nIR-02,Gilan,Iraq\nIR-07,Fars,Iraq\n")
    _, tried = attempt(path)
    [missed] = tried.missed
    assert missed.row.place.line == 3


def test_rows_that_a_mapping_leaves_out_are_told_apart_from_those_with_faults(tmp_path: Path) -> None:
    path = save(tmp_path, "province,country\nFars,Turkey\nYazd,-\nQom,Narnia\nFars,Turkey\n")
    _, tried = attempt(path)
    assert (tried.rows, tried.made, tried.said_again) == (4, 1, 1)
    assert [(why, bad) for why, _, bad in tried.reasons()] == [
        (tried.missed[1].why[0], True),
        ("no country is named", False),
    ]
    assert "'Narnia' is not a known country" in tried.missed[1].why[0]


def test_the_year_of_a_wide_table_of_amounts_is_asked_for_and_not_made_up(tmp_path: Path) -> None:
    made, tried = attempt(save(tmp_path, "province,Turkey,Iraq,China\nFars,120000,45000,\n"))
    assert 'record = "TRADES_WITH"' in made.text
    assert made.questions == ("Are the amounts exports in dollars, and of which year?",)
    assert tried.made == 0
    assert "year: is blank" in tried.missed[0].why[0]


def test_a_list_of_which_no_name_is_known_is_read_in_letters_of_one_script(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("Provinz;Land;Art\nFars;Österreich;Städtepartnerschaft\n".encode("cp1252"))
    seen = understand_file(path, Directory([]))
    assert seen.tables[0].encoding == "windows-1252"
    assert seen.tables[0].table.rows[0].cells["Art"] == "Städtepartnerschaft"
