"""Cells are read by the kind of their field, and what a person wrote wrongly is named."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.errors import Fault, Place
from graphmap.schema import DECLARED, City, Country, Record, Tie, read_record
from graphmap.schema.kinds import DAY, LATITUDE, WHOLE, ValueRefused, choice_kind


def faults_of(name: str, /, **cells: str) -> list[str]:
    read = read_record(name, cells, Place(f"{name}.csv", 2))
    assert isinstance(read, tuple)
    return [fault.sentence() for fault in read]


def record_of(name: str, /, **cells: str) -> Record:
    read = read_record(name, cells)
    assert not isinstance(read, tuple), read
    return read


@pytest.mark.parametrize(("text", "value"), [("1200", 1200), ("۱۲۰۰", 1200), ("12,000", 12000), ("١٢", 12)])
def test_a_whole_number_may_have_any_digits(text: str, value: int) -> None:
    assert WHOLE.read_cell(text) == value


@pytest.mark.parametrize("text", ["12.5", "twelve", "1e400", "-3", "NaN", "inf", ""])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        WHOLE.read_cell(text)
    assert "whole number" in refused.value.right


def test_persian_decimals_are_read() -> None:
    assert LATITUDE.read_cell("۳۸٫۵") == 38.5


def test_a_day_is_read_in_both_calendars_and_must_be_whole() -> None:
    assert DAY.read_cell("1398/02/11") == DAY.read_cell("2019-05-01") == date(2019, 5, 1)
    for text in ("2019-05", "2019-05-01?", "..", "2019-02-29"):
        with pytest.raises(ValueRefused):
            DAY.read_cell(text)


def test_a_choice_is_read_in_either_language_and_names_what_is_allowed() -> None:
    kind = choice_kind("flow", "جهت", {"exports": "صادرات", "imports": "واردات"})
    assert kind.read_cell("Exports") == kind.read_cell("صادرات") == "exports"
    with pytest.raises(ValueRefused, match="exports, imports"):
        kind.read_cell("export")


def test_every_fault_of_a_row_is_named_with_its_place_column_value_and_right() -> None:
    said = faults_of("City", id="a b", name="=HYPERLINK(1)", lat="99", lon="x")
    assert len(said) == 4
    assert said[2] == (
        "City.csv, line 2, column lat: '99' is not between -90 and 90; "
        "right would be degrees north, such as 35.69"
    )


def test_a_name_that_begins_like_a_formula_takes_an_apostrophe() -> None:
    assert record_of("City", id="x", name="'=HYPERLINK(1)").given()["name"] == "=HYPERLINK(1)"
    assert record_of("City", id="x", name="'s-Hertogenbosch").given()["name"] == "'s-Hertogenbosch"


def test_arabic_letters_of_a_persian_name_become_persian() -> None:
    read = record_of("City", id="x", name="Qadisiya", name_fa="قادسيه", aliases="قادسيه")
    assert read.given()["name_fa"] == "قادسیه"
    assert read.given()["aliases"] == ("قادسيه",)


def test_na_is_the_code_of_namibia_and_no_missing_value() -> None:
    read = record_of("Country", id="NAM", name="Namibia", iso2="NA")
    assert isinstance(read, Country)
    assert read.iso2 == "NA"


def test_a_blank_cell_is_not_given_and_the_clear_mark_clears() -> None:
    read = record_of("City", id="x", name=" ", note="--")
    assert read.given() == {"id": "x", "note": None}


def test_a_list_holds_each_item_once_in_its_order() -> None:
    read = record_of("TIED_TO", from_id="a", to_id="b", kind="visit", sectors="trade| tourism |trade")
    assert isinstance(read, Tie)
    assert read.sectors == ("trade", "tourism")


def test_the_same_row_has_the_same_id_tomorrow_and_in_either_calendar() -> None:
    one = record_of("TIED_TO", from_id="a", to_id="b", kind="visit", since="2019-05-01")
    other = record_of("TIED_TO", from_id="a", to_id="b", kind="visit", since="۱۳۹۸/۰۲/۱۱", sectors="trade")
    assert one.id == other.id == "tied_to:a..b:fda25e8d1aab"


def test_two_documents_between_one_pair_are_two_ties() -> None:
    ids = {
        record_of("TIED_TO", from_id="a", to_id="b", kind="memorandum", document=document).id
        for document in ("2019-01", "2019-02", "")
    }
    assert len(ids) == 3


def test_a_border_between_countries_has_no_direction() -> None:
    one, other = (record_of("BORDERS", from_id=a, to_id=b) for a, b in (("TUR", "IRN"), ("IRN", "TUR")))
    assert one == other
    assert one.given()["from_id"] == "IRN"


@given(st.sampled_from(sorted(DECLARED)), st.data())
def test_what_a_column_shows_as_its_example_can_be_read(name: str, data: st.DataObject) -> None:
    column = data.draw(st.sampled_from(DECLARED[name].columns()))
    if column.example:
        column.kind.read_cell(column.example)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_and_never_breaks(text: str) -> None:
    for column in (*Tie.columns(), *City.columns()):
        read = read_record(
            "TIED_TO" if column in Tie.columns() else "City", {column.name: text}, Place("x", 1)
        )
        if isinstance(read, tuple):
            assert all(isinstance(fault, Fault) and fault.right for fault in read)


@given(st.floats(-90, 90, allow_nan=False))
def test_a_number_is_written_as_it_reads_back(value: float) -> None:
    assert LATITUDE.read_cell(LATITUDE.write_cell(value)) == value
