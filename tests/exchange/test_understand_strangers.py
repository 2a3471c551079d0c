"""Shapes in which offices and public pages write lists: each is understood, or says what a person must."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from graphmap.directory import Directory
from graphmap.exchange.known import Known
from graphmap.exchange.mapping import collect_mapped
from graphmap.exchange.mapping_draft import Draft, draft_mapping
from graphmap.exchange.mapping_dry_run import Tried, try_mapping
from graphmap.exchange.mapping_files import read_mapping
from graphmap.exchange.mapping_format import FileMapping
from graphmap.exchange.understanding import understand_file
from graphmap.language import load_language
from graphmap.schema import In, Tie, TradesWith
from tests.exchange.mapped_store import begin


def known(home: str = "iran") -> Known:
    """Return what a store knows: a new one each time, for what a list makes is added to it."""
    return Known.of(begin(home))


@cache
def seen_by(home: str) -> Directory:
    """Return the directory by which lists are understood, which adds nothing to it."""
    return known(home).directory


def draft(path: Path, home: str = "iran") -> tuple[Draft, FileMapping]:
    """Draft a mapping of a list, and read it as it is written."""
    made = draft_mapping(understand_file(path, seen_by(home)), load_language("en"))
    path.with_suffix(".toml").write_text(made.text, "utf-8")
    return made, read_mapping(str(path.with_suffix(".toml")))


def go(path: Path, home: str = "iran") -> tuple[list[tuple[str, ...]], str, Tried]:
    """Return the ties that the draft alone makes of a list, its questions, and how it was tried."""
    made, mapping = draft(path, home)
    batch = collect_mapped([path], mapping, known(home)).batch
    said = [entry.record.given() for entry in batch.entries if isinstance(entry.record, Tie | TradesWith)]
    ties = [
        (one["from_id"], one["to_id"], one.get("kind") or str(one.get("year")), one.get("since", ""),
         one.get("until", ""))
        for one in said
        if {"from_id", "to_id"} <= one.keys()
    ]  # fmt: skip
    return sorted(ties), "\n".join(made.questions), try_mapping([path], mapping, known(home))


def save(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def save_book(path: Path, rows: list[list[object]], *merged: str) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    return path


OFFICE: list[list[object]] = [
    ["فهرست تفاهم‌نامه‌ها"],
    [],
    ["ردیف", "طرف داخلی", None, "طرف خارجی", None, "سند", None],
    [None, "استان", "شهر", "کشور", "شهر", "نوع", "تاریخ امضا"],
    [1, "آذربایجان شرقی", "تبریز", "ترکیه", "ارزروم", "تفاهم‌نامه", "۱۱ اردیبهشت ۱۳۹۸"],
    [2, None, None, "عراق", None, "تفاهم‌نامه", "مهر ۱۴۰۰"],
    [3, "فارس", "شیراز", "تاجیکستان", "دوشنبه", "خواهرخواندگی", "۱۳۷۱"],
    ["جمع", "۳ مورد"],
]
OFFICE_TIES = [
    ("IR-03", "IRQ", "memorandum", "1400-07", ""),
    ("city:irn:shiraz", "city:tjk:dushanbe", "sister_city", "1371", ""),
    ("city:irn:tabriz", "city:tur:erzurum", "memorandum", "2019-05-01", ""),
]


def test_names_of_columns_may_stand_in_two_lines_and_cells_be_merged_over_rows(tmp_path: Path) -> None:
    merged = ("A1:G1", "A3:A4", "B3:C3", "D3:E3", "F3:G3", "B5:B6")
    ties, questions, tried = go(save_book(tmp_path / "office.xlsx", OFFICE, *merged))
    assert (ties, questions, len(tried.missed), tried.faults) == (OFFICE_TIES, "", 1, ())
    rows = "\n".join(",".join("" if cell is None else str(cell) for cell in row) for row in OFFICE)
    path = save(tmp_path, rows.replace("آذربایجان شرقی", '"آذربایجان شرقی"'))
    _, mapping = draft(path)
    assert mapping.tables[0].header_rows == 2
    # Without merged cells no one says that the blank province is the one above.
    assert go(path)[0] == OFFICE_TIES[1:]


def test_rows_that_are_mended_go_in_with_both_heads_in_one_line(tmp_path: Path) -> None:
    _, mapping = draft(save_book(tmp_path / "office.xlsx", OFFICE, "B5:B6"))
    heads = (
        "ردیف,طرف داخلی / استان,طرف داخلی / شهر,طرف خارجی / کشور,طرف خارجی / شهر,سند / نوع,سند / تاریخ امضا"
    )
    mended = save(tmp_path, f"{heads}\n9,یزد,,عمان,,تفاهم‌نامه,1399\n", "Sheet-mend.csv")
    found = collect_mapped([mended], mapping, known())
    assert found.faults == ()
    batch = found.batch
    assert [entry.record.start for entry in batch.entries if isinstance(entry.record, Tie)] == ["IR-21"]


def test_mended_rows_say_what_was_filled_down(tmp_path: Path) -> None:
    path = save(tmp_path, "province,country\nFars,Turkey\n,Iraq\n,Narnia\nYazd,Oman\n,Qatar\n")
    _, _, tried = go(path)
    assert [one.row.cells["province"] for one in tried.missed] == ["Fars"]


def test_a_row_of_one_cell_is_a_heading_of_those_below_it(tmp_path: Path) -> None:
    rows = "Country,City,Year\nFars,,\nChina,Xi'an,2014\nYazd,,\nPakistan,Lahore,2012\nTotal,,2\n"
    ties, _, tried = go(save(tmp_path, rows))
    assert [(tie[0], tie[1], tie[3]) for tie in ties] == [
        ("IR-07", "city:chn:xian", "2014"), ("IR-21", "city:pak:lahore", "2012"),
    ]  # fmt: skip
    assert (tried.rows, len(tried.missed)) == (3, 1)


@pytest.mark.parametrize(
    ("rows", "encoding", "start", "target", "questions"),
    [
        ("Провинция;Страна\nВосточный Азербайджан;Австрия\n", "cp1251", "IR-03", "AUT",
         ["Восточный Азербайджан = East Azerbaijan. Are they right?"]),
        ("Provinz;Land\nRazavi-Chorasan;Österreich\n", "cp1252", "IR-09", "AUT", ["= Razavi Khorasan"]),
        ("İran Eyaleti\tÜlke\nBatı Azerbaycan\tAlmanya\n", "utf-16", "IR-04", "DEU", ["= West Azerbaijan"]),
        ("Province iranienne;Pays\nGuilan;Allemagne\n", "utf-8", "IR-01", "DEU", ["Guilan = Gilan"]),
    ],
)  # fmt: skip
def test_names_in_other_languages_are_written_out_in_the_draft(
    tmp_path: Path, rows: str, encoding: str, start: str, target: str, questions: list[str]
) -> None:
    ties, asked, _ = go(save(tmp_path, rows, encoding=encoding))
    assert [tie[:2] for tie in ties] == [(start, target)]
    assert all(question in asked for question in questions)


def test_heads_words_and_dates_of_arabic_and_chinese_lists(tmp_path: Path) -> None:
    heads = "المحافظة الإيرانية,الدولة,المحافظة,تاريخ التوقيع,نوع الاتفاق"
    arabic = f"{heads}\nخوزستان,العراق,واسط,٢٠١٩/٠٥/٠١,مذكرة تفاهم\n"
    assert go(save(tmp_path, arabic))[0] == [("IR-06", "IQ-WA", "memorandum", "2019-05-01", "")]
    chinese = "伊朗省份,国家,建立日期\nFars,中国,2014年\nYazd,中国,2012年5月\n"
    assert [tie[:2] + tie[3:4] for tie in go(save(tmp_path, chinese))[0]] == [
        ("IR-07", "CHN", "2014"), ("IR-21", "CHN", "2012-05"),
    ]  # fmt: skip


def test_a_name_that_may_be_two_or_none_is_left_to_a_person(tmp_path: Path) -> None:
    made, mapping = draft(save(tmp_path, "Provinz;Land\nFars;Türkei\nGhom;Ruritanien\n"))
    assert '# "Ghom" = "Qom"  # in 1 row; not known; near: Qom' in made.text
    assert '# "Ruritanien" = ""  # in 1 row; not known;' in made.text
    assert mapping.words["names_province"] == {}
    assert "Column Provinz: 1 name is not known: Ghom." in "\n".join(made.questions)


def test_the_head_of_a_column_may_name_the_country_of_its_places(tmp_path: Path) -> None:
    ties, asked, _ = go(save(tmp_path, "Iranian province,Russian region\nGilan,Республика Татарстан\n"))
    assert [tie[:2] for tie in ties] == [("IR-01", "RU-TA")]
    assert "Do all places of Russian region lie in RUS, as its name says?" in asked
    assert "Республика Татарстан = Tatarstan. Are they right?" in asked


def test_a_place_with_its_country_in_one_cell_and_marks_of_footnotes(tmp_path: Path) -> None:
    rows = 'Iranian city[1],Sister city[2],Since,Ref.\nTehran,"Havana, Cuba",2001[4],[3]\n'
    rows += 'Isfahan,"Dresden, Deutschland","since 6 May 1989",[5]\n* as told\n'
    ties, _, tried = go(save(tmp_path, rows))
    assert ties == [
        ("city:irn:isfahan", "city:deu:dresden", "sister_city", "1989-05-06", ""),
        ("city:irn:tehran", "city:cub:havana", "sister_city", "2001", ""),
    ]
    assert len(tried.missed) == 1


def test_first_and_last_day_in_one_cell_and_words_for_no_day(tmp_path: Path) -> None:
    rows = "province,country,validity\nFars,Iraq,2016-2021\nYazd,Iraq,2018 – 2019\nQom,Iraq,since 2005\n"
    rows += "Gilan,Iraq,unknown\nIlam,Iraq,c. 1990\n"
    ties, _, _ = go(save(tmp_path, rows))
    assert [(tie[0], *tie[3:]) for tie in ties] == [
        ("IR-01", "", ""), ("IR-07", "2016", "2022"), ("IR-16", "1990~", ""), ("IR-21", "2018", "2020"),
        ("IR-25", "2005", ""),
    ]  # fmt: skip
    rows = "province,country,signed,validity\nFars,Iraq,1.2.2016,2016-2021\nYazd,Iraq,25.2.2016,бессрочно\n"
    assert [tie[3:] for tie in go(save(tmp_path, rows))[0]] == [("2016-02-01", "2022"), ("2016-02-25", "..")]


def test_the_cells_of_a_wide_table_are_years_marks_or_no_tie(tmp_path: Path) -> None:
    rows = "Province,Türkei,Irak,China\nFars,2009,x,-\nYazd,no,,2012\nTotal,1,1,1\n"
    ties, _, _ = go(save(tmp_path, rows))
    assert [tie[:2] + tie[3:4] for tie in ties] == [
        ("IR-07", "IRQ", ""), ("IR-07", "TUR", "2009"), ("IR-21", "CHN", "2012"),
    ]  # fmt: skip
    _, asked, _ = go(save(tmp_path, "Province,Turkey,Iraq,China\nFars,signed by A,-,by B\n"))
    assert "What do the cells say (signed by A | by B)?" in asked


def test_amounts_under_countries_and_years_are_trade_of_each_year(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Exports"], ["Province", "Iraq", None, "Oman"], [None, 2021, 2022, 2021]]
    rows += [["Fars", 1200000, 0, "-"], ["Total", 1200000, 0, 0]]
    path = save_book(tmp_path / "trade.xlsx", rows, "B2:C2", "A2:A3")
    ties, asked, tried = go(path)
    assert [tie[1:3] for tie in ties] == [("IRQ", "2021"), ("IRQ", "2022")]
    assert asked == "Are the amounts exports in dollars, or in thousands of them, or imports?"
    assert (tried.made, len(tried.missed)) == (1, 1)


def test_the_objects_of_a_list_within_an_object_are_rows(tmp_path: Path) -> None:
    rows = [{"iranian_side": {"province": "Gilan", "office": "Governor"}, "country": "Russian Federation"}]
    rows += [{"iranian_side": {"province": "Yazd", "office": None}, "country": "Italy"}]
    path = save(tmp_path, json.dumps({"updated": "2024", "agreements": rows}), "api.json")
    ties, _, tried = go(path)
    assert [tie[:2] for tie in ties] == [("IR-01", "RUS"), ("IR-21", "ITA")]
    assert tried.rows == 2
    assert "api.json: its rows are what stands under 'agreements'" in tried.notes


def test_several_cities_in_one_cell_make_a_tie_each(tmp_path: Path) -> None:
    path = save(tmp_path, "شهر ایرانی,شهرهای خواهرخوانده\nمشهد,لاهور؛ نجف\nشیراز,دوشنبه\n")
    assert [tie[1] for tie in go(path)[0]] == ["city:irq:najaf", "city:pak:lahore", "city:tjk:dushanbe"]


def test_where_the_store_has_no_provinces_those_of_the_list_are_made_and_asked_for(tmp_path: Path) -> None:
    rows = "U.S. State,Sister State,Country,Date\nIowa,Yamanashi,Japan,3/21/1960\nOhio,Hubei,China,unknown\n"
    path = save(tmp_path, rows)
    ties, asked, _ = go(path, "USA")
    assert [(tie[0], tie[1], tie[3]) for tie in ties] == [
        ("province:usa:iowa", "region:jpn:yamanashi", "1960-03-21"),
        ("province:usa:ohio", "region:chn:hubei", ""),
    ]
    assert asked.startswith(
        "The store knows no province of the home country: each name in U.S. State is made"
    )
    batch = collect_mapped([path], draft(path, "USA")[1], known("USA")).batch
    assert ("province:usa:iowa", "USA") in {
        (entry.record.start, entry.record.target) for entry in batch.entries if isinstance(entry.record, In)
    }


def test_a_column_of_which_nothing_is_made_is_told(tmp_path: Path) -> None:
    rows = "province,country,signed,text\nFars,Iraq,soon,a\nYazd,Oman,later,b\n"
    _, asked, _ = go(save(tmp_path, rows))
    assert "Column signed is called after dates, and is not taken: only 0 % of its cells are dates." in asked
    assert "These columns are not taken: signed; text." in asked
