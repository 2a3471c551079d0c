"""How offices of many lands write their lists: eras, dittos, flags, formulas, offices among the cities."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from graphmap.exchange.mapping import collect_mapped
from graphmap.exchange.mapping_dry_run import Tried
from graphmap.exchange.understanding import understand_file
from graphmap.schema import City, Region
from tests.exchange.test_understand_strangers import draft, go, known, save, seen_by


def name_new(path: Path, kind: type[City | Region]) -> list[str]:
    """Return the names of the nodes that a draft makes new."""
    batch = collect_mapped([path], draft(path)[1], known()).batch
    return [str(entry.record.name) for entry in batch.entries if isinstance(entry.record, kind)]


def hold(tried: Tried) -> tuple[int, list[str]]:
    """Return how many rows become ties, and why others do not."""
    return tried.made, [why for why, _, _ in tried.reasons()]


# ---------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("cells", "since"),
    [
        (("昭和55年10月17日", "令和元年5月1日"), ["1980-10-17", "2019-05-01"]),
        (("1995년 10월 6일", "1993.08.24"), ["1993-08-24", "1995-10-06"]),
        (("w.e.f. 17.09.2014", "w.e.f. 5/3/2009", "Nov. 2019"), ["2009-03-05", "2014-09-17", "2019-11"]),
        (("twinned since 1987", "17th February 1976", "early 1970s"), ["1976-02-17", "197X", "1987"]),
        (("12 Mart 2014", "03.Ağu.2016"), ["2014-03-12", "2016-08-03"]),
        (("1. 9. 2001", "květen 2001"), ["2001-05", "2001-09-01"]),
        (("1961 (renewed 1981)", "1964"), ["1961", "1964"]),
        (("2015-04-20T00:00:00Z", "2016-08-01T12:00:00+05:00"), ["2015-04-20", "2016-08-01"]),
        (("بهمن ماه ١٣٩٧", "مورخ ۱۳۹۴/۱۱/۰۳", "٨٤/٣/٢٠"), ["1397-11", "2005-06-10", "2016-01-23"]),
    ],
)
def test_days_as_offices_write_them(tmp_path: Path, cells: tuple[str, ...], since: list[str]) -> None:
    rows = "".join(f"Fars,Iraq,MoU,{cell}\n" for cell in cells)
    ties, _, tried = go(save(tmp_path, f"province,country,kind,signed\n{rows}"))
    assert tried.missed == ()
    assert sorted(tie[3] for tie in ties) == since


def test_an_end_that_is_said_in_the_cell_of_the_start_is_not_dropped(tmp_path: Path) -> None:
    rows = "province,country,kind,signed\nFars,Iraq,MoU,1961 (ended 1981)\nYazd,Iraq,MoU,1970\n"
    _, _, tried = go(save(tmp_path, rows))
    assert hold(tried)[0] == 1


def test_years_of_two_digits_are_read_as_past_ones_and_asked_for(tmp_path: Path) -> None:
    rows = "province,country,kind,signed\nFars,Iraq,MoU,09/10/62\nYazd,Iraq,MoU,25/07/90\n"
    ties, asked, _ = go(save(tmp_path, rows))
    assert [tie[3] for tie in ties] == ["1962-10-09", "1990-07-25"]
    assert "read as day/month/yy, each as the last such year that is not ahead" in asked


# ---------------------------------------------------------------------------- cells


def test_ditto_flags_and_marks_of_footnotes_are_no_part_of_what_a_cell_says(tmp_path: Path) -> None:
    rows = "Iranian province,Country,Signed\nFars[1],🇮🇶 Iraq,2001[a]\n-do-,Oman†,2003\n〃,Qatar,[when?]\n"
    ties, _, tried = go(save(tmp_path, rows))
    assert [(tie[0], tie[1], tie[3]) for tie in ties] == [
        ("IR-07", "IRQ", "2001"), ("IR-07", "OMN", "2003"), ("IR-07", "QAT", ""),
    ]  # fmt: skip
    assert "list.csv: 2 cells say ditto, and what stands above is taken" in tried.notes
    assert "list.csv: 4 marks of footnotes left away; what the footnotes say is not read" in tried.notes


def test_offices_and_provinces_among_cities_are_no_cities(tmp_path: Path) -> None:
    rows = "استان,شهر,کشور,شهر خارجی,نوع\nفارس,شیراز,تاجیکستان,دوشنبه,تفاهم‌نامه\n"
    rows += "خراسان رضوی,استانداری,عراق,اتاق بازرگانی نجف,تفاهم‌نامه\n"
    path = save(tmp_path, rows)
    ties, asked, _ = go(path)
    assert [tie[:2] for tie in ties] == [
        ("IR-09", "counterpart:irq:tq-bzrgny-njf"), ("city:irn:shiraz", "city:tjk:dushanbe"),
    ]  # fmt: skip
    assert "names offices beside cities (استانداری)" in asked
    assert name_new(path, City) == []


def test_what_calls_itself_a_region_is_none_of_the_cities_beside_it(tmp_path: Path) -> None:
    rows = "province,Foreign partner (province/city),country,kind\nFars,Toyama Prefecture,Japan,MoU\n"
    rows += "Yazd,Nara,Japan,MoU\nQom,—,Japan,MoU\n"
    path = save(tmp_path, rows)
    ties, asked, _ = go(path)
    assert [tie[1] for tie in ties] == ["region:jpn:toyama-prefecture", "city:jpn:nara", "JPN"]
    assert "may be cities, regions or offices: Nara. They are made cities" in asked
    assert name_new(path, Region) == ["Toyama Prefecture"]


def test_a_column_of_partners_is_taken_for_places_and_asked_for(tmp_path: Path) -> None:
    ties, asked, _ = go(save(tmp_path, "province,partner,country,kind\nFars,Bavaria,Germany,MoU\n"))
    assert [tie[1] for tie in ties] == ["region:deu:bavaria"]
    assert "may be cities, regions or offices: Bavaria. They are made regions" in asked


def test_a_place_may_have_its_state_and_its_country_behind_it(tmp_path: Path) -> None:
    rows = 'Iranian city,Twin city\nIsfahan,"Norman, Oklahoma, United States"\nIsfahan,"Freiburg, Germany"\n'
    path = save(tmp_path, rows)
    assert [tie[1] for tie in go(path)[0]] == ["city:deu:freiburg", "city:usa:norman"]
    assert name_new(path, Region) == ["Oklahoma"]


def test_signs_of_a_wide_table_that_no_one_explained_make_no_ties(tmp_path: Path) -> None:
    rows = "Ties of provinces (✓ = in force, ○ = in talks)\nprovince,Iraq,Oman,Qatar,note\n"
    rows += "Fars,✓,○,✗,a\nYazd,✓ (2004),,✓,b\n"
    ties, asked, _ = go(save(tmp_path, rows))
    assert [(tie[0], tie[1], tie[3]) for tie in ties] == [
        ("IR-07", "IRQ", ""), ("IR-21", "IRQ", "2004"), ("IR-21", "QAT", ""),
    ]  # fmt: skip
    assert "What do the signs ○ mean? Their cells are left out until the draft says so." in asked


# ---------------------------------------------------------------------------- heads and names


@pytest.mark.parametrize(
    ("text", "encoding", "roles"),
    [
        ("都道府県,提携先,国名,提携年月日,備考\n北海道,黒竜江省,中国,昭和61年6月13日,a\n", "cp932",
         ["province", "region", "country", "since", "note"]),
        ("시도명,국가,교류지역,결연일자\n경상북도,중국,하이난성,1995.10.06\n", "cp949",
         ["province", "country", "region", "since"]),
        ("中方城市,外方城市,国别,结好时间\n南京市,名古屋市,日本,1978年12月21日\n", "gb18030",
         ["city", "partner", "country", "since"]),
        ("Município;Cidade-irmã;País;Data da lei\nSalvador;Lisboa;Itália;03/05/85\n", "cp1252",
         ["city", "partner", "country", "since"]),
    ],
)  # fmt: skip
def test_heads_and_code_pages_of_other_lands(
    tmp_path: Path, text: str, encoding: str, roles: list[str]
) -> None:
    [table] = understand_file(save(tmp_path, text, encoding=encoding), seen_by("iran")).tables
    assert [column.role for column in table.columns] == roles
    assert table.encoding in {encoding, "windows-1252"}


@pytest.mark.parametrize(
    ("name", "code"),
    [("EUA", "USA"), ("République tchèque", "CZE"), ("RRT", "CHN"), ("W. Germany", "DEU"), ("터키", "TUR")],
)
def test_countries_go_by_short_long_and_older_names(tmp_path: Path, name: str, code: str) -> None:
    assert [tie[1] for tie in go(save(tmp_path, f"province,country\nFars,{name}\nYazd,Oman\n"))[0]] == [
        code,
        "OMN",
    ]


# ---------------------------------------------------------------------------- files


def test_objects_within_the_objects_of_json_are_rows(tmp_path: Path) -> None:
    one = {"home": {"name": "Fars"}, "partners": [{"country": "Iraq", "on": "2015"}, {"country": "Oman"}]}
    items = [one, {"home": {"name": "Yazd"}, "partners": []}]
    path = save(tmp_path, json.dumps({"meta": {"page": 1}, "data": {"items": items}}), "api.json")
    ties, _, tried = go(path)
    assert [tie[:2] for tie in ties] == [("IR-07", "IRQ"), ("IR-07", "OMN")]
    assert hold(tried) == (2, ["no country is named"])


def test_features_of_geojson_are_rows_with_their_points(tmp_path: Path) -> None:
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [52.53, 29.61]},
        "properties": {"city": "Shiraz", "country": "Tajikistan"},
    }
    path = save(tmp_path, json.dumps({"type": "FeatureCollection", "features": [feature]}), "ties.geojson")
    [table] = understand_file(path, seen_by("iran")).tables
    assert dict(table.table.rows[0].cells) == {
        "city": "Shiraz", "country": "Tajikistan", "lat": "29.61", "lon": "52.53",
    }  # fmt: skip


def save_with_formulas(path: Path) -> Path:
    """Save a book whose formulas have last values, and of which a row and a sheet are hidden."""
    book = openpyxl.Workbook()
    sheet, old = book.worksheets[0], book.create_sheet("old")
    for row in (
        ["province", "country", "days", "total"],
        ["=A9", "Iraq", "=1+1", None],
        ["Yazd", "Oman", 2, None],
    ):
        sheet.append(row)
    sheet.append(["Total", "=COUNTA(B2:B3)", None, None])
    sheet.row_dimensions[3].hidden = True
    old.append(["province", "country"])
    old.append(["Qom", "Iraq"])
    old.sheet_state = "hidden"
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = re.sub(rb'(<c r="A2")[^>]*>(<f>A9</f>)<v></v>', rb'\1 t="str">\2<v>Fars</v>', parts[name])
    with zipfile.ZipFile(path, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, data)
    return path


def test_formulas_and_what_a_workbook_hides(tmp_path: Path) -> None:
    path = save_with_formulas(tmp_path / "book.xlsx")
    ties, asked, tried = go(path)
    # A formula without a last value counts in no column of which nothing is made, nor in a sum.
    assert [tie[:2] for tie in ties] == [("IR-07", "IRQ"), ("IR-21", "OMN")]
    assert hold(tried) == (2, ["it is a sum or a footnote"])
    assert "Sheet old is hidden in the workbook, and passed over." in asked
    where = "book.xlsx, sheet Sheet"
    assert f"{where}: 1 cell is a formula; what it last came to is taken" in tried.notes
    assert f"{where}: 1 row is hidden in the workbook, and read as the others" in tried.notes


# ---------------------------------------------------------------------------- ends and delimiters


@pytest.mark.parametrize(
    ("one", "other"), [("City A", "City B"), ("Twin 1", "Twin 2"), ("شهر نخست", "شهر دوم")]
)
def test_of_two_cities_with_their_countries_either_may_be_home(tmp_path: Path, one: str, other: str) -> None:
    rows = '"Shiraz, Iran","Dushanbe, Tajikistan",2019\n"Ankara, Turkey","Tabriz, Iran",2018\n'
    path = save(tmp_path, f'{one},{other},Since\n{rows}"Baku, Azerbaijan","Kazan, Russia",2015\n')
    ties, _, tried = go(path)
    assert [(start, target, since) for start, target, _, since, _ in ties] == [
        ("city:irn:shiraz", "city:tjk:dushanbe", "2019"),
        ("city:irn:tabriz", "city:tur:ankara", "2018"),
    ]
    assert hold(tried) == (2, ["neither end lies in the home country"])


def test_bars_stand_between_cells_where_the_header_has_as_many_and_else_within_them(tmp_path: Path) -> None:
    by_bars = save(tmp_path, "province|partners|kind\nFars|Turkey, Iraq|MoU\nYazd|Iraq|MoU\n", "bars.csv")
    within = save(tmp_path, "province,partners,kind\nFars,Turkey|Iraq,MoU\nYazd,Iraq,MoU\n", "within.csv")
    assert {tie[:2] for tie in go(by_bars)[0]} == {tie[:2] for tie in go(within)[0]}
    assert len(go(within)[0]) == 3


def test_a_region_spelled_otherwise_is_offered_from_those_of_its_country(tmp_path: Path) -> None:
    rows = "Fars,Russia,Astrakhan,MoU\nGilan,Turkey,Trabzonn,MoU\n"
    rows += "Yazd,Russia,Trabzonn,MoU\nQom,Turkey,Elsewhere,MoU\n"
    _, questions, tried = go(save(tmp_path, f"province,country,region,kind\n{rows}"))
    assert "may be meant: Trabzonn (Trabzon, TR-61?) Where it is" in questions
    assert "Elsewhere (" not in questions
    assert tried.made == 4
