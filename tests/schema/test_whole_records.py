"""A whole record has an id, a relationship both ends; a row that lacks them is never read as blank."""

from __future__ import annotations

import pytest

from graphmap.schema import DECLARED, City, In, Record, read_record
from graphmap.schema.rules.checks import CHECKS, checks_of
from graphmap.text import Name


def read(label: str, /, **cells: str) -> Record:
    """Read a row."""
    record = read_record(label, cells)
    assert isinstance(record, Record)
    return record


def test_a_whole_record_has_what_makes_it_whole() -> None:
    city = read("City", id="city:tur:van", name="Van", name_fa="وان")
    lies = read("IN", from_id="city:tur:van", to_id="TUR")
    assert isinstance(city, City)
    assert isinstance(lies, In)
    assert (city.identity, city.known_as) == ("city:tur:van", Name("Van", "وان"))
    assert (lies.start, lies.target, lies.identity) == ("city:tur:van", "TUR", lies.mint_id())


def test_a_row_that_lacks_them_is_not_taken_for_a_whole_record() -> None:
    lies = read("IN", from_id="city:tur:van")
    assert isinstance(lies, In)
    assert not lies.has_ends()
    with pytest.raises(ValueError, match="this IN has no to_id, so it is no whole record"):
        _ = lies.target
    with pytest.raises(ValueError, match="this City has no id"):
        _ = read("City", name="Van").identity


def test_a_city_without_a_name_is_known_by_its_id() -> None:
    city = read("City", id="city:tur:van")
    assert isinstance(city, City)
    assert city.known_as == Name("city:tur:van")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.judge.__name__)
def test_every_rule_judges_the_records_of_some_label(check: object) -> None:
    assert any(check in checks_of(cls) for cls in DECLARED.values())


def test_a_row_that_adds_nothing_to_what_is_stored_leaves_the_stored_record_itself() -> None:
    stored = read("City", id="city:tur:van", name="Van", aliases="Wan", sources="s")
    for cells in ({"name": "Van"}, {"aliases": "Wan", "note": "--"}, {"name_fa": "--"}):
        assert read("City", id="city:tur:van", **cells).merged_over(stored) is stored, cells
    for cells in ({"name": "Wan"}, {"aliases": "--"}, {"note": "A lake"}):
        after = read("City", id="city:tur:van", **cells).merged_over(stored)
        name, text = next(iter(cells.items()))
        assert after.given().get(name) == (None if text == "--" else text)
        assert after.given().keys() - {name} == stored.given().keys() - {name}
    assert "note" not in read("City", id="city:tur:van", note="--").merged_over(None).given()
