"""Lists of other lands and shapes: tables one under another, two names in a cell, other calendars."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmap.directory import Listing
from graphmap.errors import Place
from graphmap.exchange.date_forms import find_date_form
from graphmap.exchange.mapping import collect_mapped
from graphmap.exchange.meant_names import MeantNames
from graphmap.exchange.understanding import SeenTable, understand_file
from graphmap.schema import Tie
from graphmap.text import Name
from tests.exchange.test_understand_offices import hold
from tests.exchange.test_understand_strangers import draft, go, known, save, seen_by


def look(path: Path, home: str = "iran") -> SeenTable:
    return understand_file(path, seen_by(home)).tables[0]


def name_roles_of(table: SeenTable) -> dict[str, str]:
    return {column.name: column.role for column in table.columns}


# ---------------------------------------------------------------------------- several tables in one


HEADS = "Province,City,Twin city,Country,Year"
FARS, YAZD = "Fars,Shiraz,Dushanbe,Tajikistan,1992", "Yazd,Yazd,Jaszbereny,Hungary,2007"


def test_names_of_columns_that_stand_again_are_no_row(tmp_path: Path) -> None:
    ties, _, tried = go(save(tmp_path, f"{HEADS}\n{FARS}\n{HEADS.upper()}\n{YAZD}\n"))
    assert [tie[0] for tie in ties] == ["city:irn:shiraz", "city:irn:yazd"]
    assert tried.rows == 2
    assert "list.csv: 1 row names the columns again; passed over" in tried.notes


def test_a_table_below_with_its_columns_in_another_order_is_read_so(tmp_path: Path) -> None:
    below = "Province,City,Country,Twin city,Year\nYazd,Yazd,Hungary,Jaszbereny,2007"
    ties, _, tried = go(save(tmp_path, f"{HEADS}\n{FARS}\n{below}\n"))
    assert [tie[1] for tie in ties] == ["city:tjk:dushanbe", "city:hun:jaszbereny"]
    assert any("in another order, in which the rows below are read" in note for note in tried.notes)


def test_a_table_below_with_other_columns_is_a_fault_and_none_of_the_first(tmp_path: Path) -> None:
    path = save(tmp_path, f"{HEADS}\n{FARS}\nProvince,Country,Kind,Sector,Status\n{YAZD}\n")
    found = collect_mapped([path], draft(path)[1], known())
    [fault] = [one for one in found.faults if "another table" in one.problem]
    assert fault.where == Place("list.csv", 3)


def test_a_table_whose_columns_are_its_rows_is_told(tmp_path: Path) -> None:
    path = save(tmp_path, "Province,Fars,Yazd\nCountry,Iraq,Oman\nYear,2001,2002\n")
    assert look(path).is_turned
    assert not look(save(tmp_path, f"{HEADS}\n{FARS}\n")).is_turned


# ---------------------------------------------------------------------------- two names in a cell


@pytest.mark.parametrize(
    "rows",
    [
        "Province / استان,Country\nFars / فارس,Iraq / عراق\nYazd / یزد,Oman\n",
        "Province,Country\nFars (فارس),Iraq (العراق)\nYazd (یزد),Oman (عمان)\n",
        'Province,Country\nفارس | Fars,Irak | Iraq\nیزد | Yazd,"Omán | Oman"\n',
    ],
)
def test_one_name_in_two_languages_is_one_place_and_is_asked(tmp_path: Path, rows: str) -> None:
    ties, asked, tried = go(save(tmp_path, rows))
    assert [tie[:2] for tie in ties] == [("IR-07", "IRQ"), ("IR-21", "OMN")]
    assert tried.missed == ()
    assert "one name in two languages" in asked


def test_a_name_that_may_be_of_two_places_makes_no_place_and_is_asked(tmp_path: Path) -> None:
    rows = (
        "Province,Partner city,Country,Year\nFars,Izmir and Konya,Turkey,2001\nYazd,Bursa / Van,Turkey,2002\n"
        "Gilan,Köln et Mayence,Germany,2003\nQom,Najaf,Iraq,2004\n"
    )
    ties, asked, tried = go(save(tmp_path, rows))
    assert [tie[1] for tie in ties] == ["city:irq:najaf"]
    assert hold(tried) == (1, ["its cell may name two places"])
    assert (
        "do these 3 names stand for two places each: Izmir and Konya; Bursa / Van; Köln et Mayence" in asked
    )


def test_a_name_with_a_question_mark_makes_no_place_and_is_asked(tmp_path: Path) -> None:
    rows = "Province,Partner city,Country\nFars,Izmir,Turkey\nYazd,Bursa?,Turkey\n"
    ties, asked, tried = go(save(tmp_path, rows))
    assert [tie[1] for tie in ties] == ["city:tur:izmir"]
    assert hold(tried) == (1, ["its cell has a question mark"])
    assert "this name has a question mark: Bursa?" in asked


def test_a_known_name_with_a_word_for_and_is_one_place(tmp_path: Path) -> None:
    rows = "Province,Country\nSistan and Baluchestan,Bosnia and Herzegovina\nFars,Antigua und Barbuda\n"
    _, asked, tried = go(save(tmp_path, rows))
    assert (tried.made, "two places" in asked) == (2, False)


# ---------------------------------------------------------------------------- which end is which


def test_a_city_beside_partners_is_of_home_and_not_abroad(tmp_path: Path) -> None:
    path = save(tmp_path, "Région,Collectivité,Partenaire(s),Pays\nSouss,Agadir,Nantes,France\n")
    roles = name_roles_of(look(path, "MAR"))
    assert list(roles.values()) == ["province", "city", "partner", "country"]


def test_regions_beside_partners_are_those_of_home(tmp_path: Path) -> None:
    rows = "Область;Регион-партнер;Страна\nПавлодарская область;Омская область;РФ\n"
    assert list(name_roles_of(look(save(tmp_path, rows), "KAZ")).values()) == [
        "province",
        "region",
        "country",
    ]


def test_a_flag_alone_is_its_country(tmp_path: Path) -> None:
    ties, _, tried = go(save(tmp_path, "Province,Country,Year\nFars,🇮🇶,2001\nYazd,🇩🇪,2002\n"))
    assert [tie[1] for tie in ties] == ["IRQ", "DEU"]
    assert tried.missed == ()


def test_an_adjective_is_offered_and_never_taken_for_its_country(tmp_path: Path) -> None:
    path = save(tmp_path, "Province,Nationality\nFars,Iraqi\nYazd,Omani\n")
    made, _ = draft(path)
    assert '# "Iraqi" = "Iraq"' in made.text
    assert "2 names are not known: Iraqi; Omani" in "".join(made.questions)
    batch = collect_mapped([path], draft(path)[1], known()).batch
    assert not any(isinstance(entry.record, Tie) for entry in batch.entries)


def test_what_follows_the_country_in_a_code_is_its_province() -> None:
    directory = known("AUS").directory
    directory.add(Listing("AU-NSW", "Province", Name("New South Wales")), "AUS")
    found = MeantNames(directory).find("Province", "NSW")
    assert (found.identity, found.is_guess) == ("AU-NSW", False)


# ---------------------------------------------------------------------------- calendars


@pytest.mark.parametrize(
    ("cells", "since"),
    [
        (("۱۴۴۰/۰۹/۰۶ ق", "۶ رمضان ۱۴۴۰"), ["2019-05-11~", "2019-05-11~"]),
        (("2019.0", "2019.04"), ["2019", "2019-04"]),
        (("1440/09/06", "1441/01/01"), ["2019-05-11~", "2019-09-01~"]),
        (("8 สิงหาคม 2532", "19/02/2505"), ["1962-02-19", "1989-08-08"]),
        (("۱۲ حمل ۱۳۸۵", "قوس ۱۳۸۷"), ["1387-09", "2006-04-01"]),
        (("12.09.2000 r.", "październik 2002", "21 stycznia 1999"), ["1999-01-21", "2000-09-12", "2002-10"]),
    ],
)
def test_days_of_other_calendars(tmp_path: Path, cells: tuple[str, ...], since: list[str]) -> None:
    rows = "".join(f"{p},Iraq,MoU,{cell}\n" for p, cell in zip(("Fars", "Yazd", "Qom"), cells, strict=False))
    ties, _, tried = go(save(tmp_path, f"province,country,kind,signed\n{rows}"))
    assert tried.missed == ()
    assert sorted(tie[3] for tie in ties) == since


def test_trade_of_a_solar_year_is_trade_of_a_period(tmp_path: Path) -> None:
    path = save(tmp_path, "استان,عراق,ترکیه,قطر\nفارس,۱۵,۱۲,۳\n", "صادرات_1402.csv")
    _, mapping = draft(path)
    assert mapping.tables[0].writes[0].cells["period"] == "1402"
    assert collect_mapped([path], mapping, known()).faults == ()


def test_a_hijri_year_is_solar_in_iran_and_elsewhere_a_question() -> None:
    cells = ["1402/05/01", "1399"]
    iran, iraq = (find_date_form(cells, True, is_solar=is_solar) for is_solar in (True, False))
    assert iran is not None
    assert iraq is not None
    assert (iran.doubt, iraq.doubt) == ("", "hijri")
    marked = find_date_form(["١٤٤٠/٠٩/٠٦ هـ", "2012"], True, is_solar=False)
    assert marked is not None
    assert (marked.forms[-1], marked.doubt) == ("lunar", "lunar")


def test_a_list_of_iraq_is_not_read_as_solar_unasked(tmp_path: Path) -> None:
    path = save(tmp_path, "المحافظة,الجهة المقابلة,الدولة,تاريخ التوقيع\nالبصرة,خوزستان,إيران,1402/05/01\n")
    made, mapping = draft(path, "IRQ")
    assert "Solar Hijri or of the lunar calendar" in "".join(made.questions)
    assert "since" not in mapping.tables[0].writes[0].cells
