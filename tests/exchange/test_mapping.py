"""Someone else's real lists go in through the shipped mappings, without code and without a fault."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from graphmap.exchange.mapping import find_mappings, list_mappings, read_mapping
from graphmap.points import LatLon, measure_km
from graphmap.schema import City, Difference, Governs, Source, Tie
from tests.exchange.mapped_store import begin, keep_lines, read_list, write


def count(difference: Difference) -> dict[str, int]:
    """Count the records that a difference creates."""
    return dict(Counter(record.stored_as for record in difference.created))


def test_the_iran_files_go_in_and_change_nothing_of_the_sample_made_of_them(data_folder: Path) -> None:
    batch = read_list([data_folder / "iran_sample"], "iran_sample", begin("municipal"))
    difference, _ = write(batch, begin("municipal"))
    assert not difference
    assert (
        "province_exports_1391_press.csv: passed over, it names no partner of the exports" in difference.notes
    )
    assert "twin_city_ties.csv: 3 rows left out: both ends lie in Iran" in difference.notes
    assert "twin_city_ties.csv: 2 rows say again what an earlier one says; taken once" in difference.notes


def test_the_iran_files_fill_a_store_that_has_only_countries(data_folder: Path) -> None:
    contents = begin("IRN")
    difference, after = write(read_list([data_folder / "iran_sample"], "iran_sample", contents), contents)
    found = count(difference)
    assert {name: found[name] for name in ("Province", "BORDERS", "TIED_TO", "Mission", "TRADES_WITH")} == {
        "Province": 31,
        "BORDERS": 45,
        "TIED_TO": 101,
        "Mission": 122,
        "TRADES_WITH": 11,
    }
    again, _ = write(read_list([data_folder / "iran_sample"], "iran_sample", after), after)
    assert not again


# For Turkey and the United States it goes in where facts are told of it (tests/truth).
@pytest.mark.parametrize(("home", "named"), [("iran", "Iran"), ("DEU", "Germany")])
def test_the_world_list_goes_in_for_any_home_and_twice_changes_nothing(
    data_folder: Path, home: str, named: str, tmp_path: Path
) -> None:
    path = data_folder / "twincities_wikipedia" / "twin_cities.csv"
    contents = begin(home)
    told: list[int] = []
    batch = read_list([path], "twincities_wikipedia", contents, lambda _, rows: told.append(rows))
    difference, after = write(batch, contents)
    assert told[-1] == len(path.read_text("utf-8").strip().splitlines()) - 1
    assert told == sorted(told)
    again, _ = write(read_list([keep_lines(path, named, tmp_path)], "twincities_wikipedia", after), after)
    assert not again
    if home == "iran":
        assert not difference
    else:
        assert again.unchanged
    if home == "DEU":
        munster = {
            c.id: c for c in after.nodes.values() if isinstance(c, City) and c.name in {"Munster", "Münster"}
        }
        points = [LatLon(c.lat or 0, c.lon or 0) for c in munster.values()]
        assert set(munster) == {"city:deu:munster", "city:deu:munster-2"}
        assert measure_km(points[0], points[1]) > 25


def test_ties_of_the_world_list_are_those_of_the_file(data_folder: Path, tmp_path: Path) -> None:
    contents = begin("TUR")
    path = keep_lines(data_folder / "twincities_wikipedia" / "twin_cities.csv", "Turkey", tmp_path)
    _, after = write(read_list([path], "twincities_wikipedia", contents), contents)
    with path.open(encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    pairs = set()
    for row in rows:
        countries = (row["country1"], row["country2"])
        if countries.count("Turkey") == 1 and "Northern Cyprus" not in countries and "" not in countries:
            home, other = ("1", "2") if countries[0] == "Turkey" else ("2", "1")
            # Georgia stands under two names.
            there = row[f"country{other}"].replace(" (country)", "")
            pairs.add((row[f"city{home}"], row[f"city{other}"], there))
    ties = [t for t in after.relationships.values() if isinstance(t, Tie)]
    assert 0 <= len(pairs) - len(ties) <= 3, "a few pairs differ only in the spelling of a country"
    konya = {after.nodes[t.to_id or ""].name for t in ties if t.from_id == "city:tur:konya"}
    assert konya == {other for home, other, _ in pairs if home == "Konya"}


def test_the_list_without_points_leaves_out_a_name_that_two_cities_bear(
    data_folder: Path, tmp_path: Path
) -> None:
    contents = begin("DEU")
    folder = tmp_path / "germany"
    for path in (data_folder / "twincities_wikipedia").glob("*.csv"):
        keep_lines(path, "Germany", folder)
    difference, after = write(read_list([folder], "twincities_wikipedia", contents), contents)
    assert any("bears the name of another one in its country" in note for note in difference.notes)
    again, _ = write(read_list([folder], "twincities_wikipedia", after), after)
    assert not again


@pytest.mark.parametrize("home", ["municipal", "DEU"])
def test_the_missions_of_the_world_go_in_for_any_home(data_folder: Path, home: str) -> None:
    path = data_folder / "embassies" / "database_of_embassies.csv"
    contents = begin(home)
    difference, after = write(read_list([path], "embassies", contents), contents)
    if home == "municipal":
        assert not difference
    code = contents.home.id if contents.home else ""
    sent = {r.from_id: r.to_id for r in after.relationships.values() if r.stored_as == "SENT_BY"}
    assert len(after.records("Mission")) == len(sent)
    nunciatures = [m for m in after.records("Mission") if sent[m.id] == "VAT"]
    assert {getattr(m, "kind", None) for m in nunciatures} == {"embassy"}
    assert code in sent.values()
    assert not write(read_list([path], "embassies", after), after)[0]


def test_governors_go_in_with_their_terms_and_the_states_they_govern(data_folder: Path) -> None:
    contents = begin("USA")
    path = data_folder / "us_governors_openstates" / "executives.csv"
    difference, after = write(read_list([path], "us_governors_openstates", contents), contents)
    assert count(difference) == {"Province": 52, "Governor": 53, "GOVERNS": 53, "IN": 52, "Source": 1}
    assert difference.notes == ("executives.csv: 205 rows left out: the role is not that of a governor",)
    terms = [r for r in after.relationships.values() if isinstance(r, Governs) and r.to_id == "US-NV"]
    assert sorted((after.nodes[t.from_id or ""].name, t.since, t.until) for t in terms) == [
        ("Joe Lombardo", "2023-01-02", "2027-01-04"),
        ("Steve Sisolak", "2019-01-07", "2023-01-02"),
    ]
    assert after.nodes["US-NV"].name_fa == "نوادا"


@pytest.mark.parametrize("name", ["iran_sample", "twincities_wikipedia", "embassies"])
def test_a_mapping_and_the_sample_say_the_same_of_a_source(name: str) -> None:
    contents = begin("iran")
    for source in read_mapping(name).sources:
        stored = contents.nodes[source["id"]]
        assert isinstance(stored, Source)
        assert (stored.name, stored.url, stored.licence) == (source["name"], source["url"], source["licence"])


def test_shipped_mappings_are_listed_and_recognised(data_folder: Path) -> None:
    assert set(list_mappings()) == {
        "embassies",
        "iran_sample",
        "twincities_wikipedia",
        "us_governors_openstates",
    }
    assert find_mappings(data_folder / "embassies" / "database_of_embassies.csv") == ("embassies",)
    assert find_mappings(data_folder / "iran_sample" / "provinces.csv") == ("iran_sample",)
    assert find_mappings(data_folder / "factbook_extract" / "land_borders_km.csv") == ()
