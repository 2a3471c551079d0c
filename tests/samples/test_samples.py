"""The samples are what their sources say: counted again from the published files."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from graphmap.errors import NameUnknown
from graphmap.exchange.samples import (
    list_samples,
    make_home_batch,
    make_places_batch,
    read_sample,
    read_world_countries,
)
from graphmap.schema import City, Contents, Country, Named, Node, Region, Source, Tie, find_difference
from graphmap.text import fold

TWINS = "source:wikipedia-twin-towns"


@pytest.fixture(scope="module")
def iran() -> Contents:
    """Return the Iran sample as a store would hold it."""
    difference = find_difference(read_sample("iran"), Contents())
    nodes = {r.id: r for r in difference.created if isinstance(r, Named)}
    rest = {r.id: r for r in difference.created if not isinstance(r, Named)}
    return Contents(nodes, rest)  # type: ignore[arg-type]


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a published file."""
    with path.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def find_country(contents: Contents, start: str) -> str:
    """Follow IN up to the country."""
    above = {r.from_id: r.to_id for r in contents.relationships.values() if r.stored_as == "IN"}
    while start in above:
        start = above[start] or ""
    return start


def test_the_world_has_every_code_of_iso_3166_and_kosovo() -> None:
    countries = [r for r in read_world_countries() if isinstance(r, Country)]
    assert len(countries) == 250
    assert all(
        re.fullmatch("[A-Z]{3}", c.id or "") and len(c.iso2 or "") == 2 and c.name_fa for c in countries
    )
    by_id = {c.id: c for c in countries}
    assert by_id["NAM"].iso2 == "NA"
    assert (by_id["TUR"].name, by_id["TUR"].aliases) == (
        "Türkiye",
        ("Turkey", "Republic of Turkey", "Republic of Türkiye", "تركيا"),
    )
    assert by_id["PSE"].name_fa == "سرزمین‌های فلسطینی"
    assert "user-assigned" in (by_id["XKX"].note or "")
    assert [c.id for c in countries if not c.subregion] == ["ATA"]


def test_no_name_stands_for_two_countries() -> None:
    named: dict[str, set[str]] = defaultdict(set)
    for country in read_world_countries():
        if isinstance(country, Country):
            for name in (country.id, country.iso2, country.name, country.name_fa, *(country.aliases or ())):
                named[fold(name or "")].add(country.id or "")
    assert {name: ids for name, ids in named.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("name", ["IRN", "irn", "IR", "Iran", "ايران", "Islamic Republic of Iran"])
def test_a_home_country_is_found_by_any_name(name: str) -> None:
    difference = find_difference(make_home_batch(name), Contents())
    assert [r.id for r in difference.created if isinstance(r, Country) and r.home] == ["IRN"]


def test_the_places_of_a_home_stand_for_themselves() -> None:
    difference = find_difference(make_places_batch("IRN"), Contents())
    found = Counter(r.stored_as for r in difference.created)
    assert {name: found[name] for name in ("Province", "BORDERS", "City", "TIED_TO", "Mission")} == {
        "Province": 31,
        "BORDERS": 45 + 7,
        "City": 0,
        "TIED_TO": 0,
        "Mission": 0,
    }
    assert not difference.notes
    created = {r.id for r in difference.created if isinstance(r, Named)}
    assert {name for r in difference.created for name in getattr(r, "sources", None) or ()} <= created
    assert make_places_batch("Turkey") == make_home_batch("Turkey")


def test_the_names_of_an_office_go_before_those_of_the_list_and_both_are_found() -> None:
    def called(home: str) -> Country:
        (found,) = (e.record for e in make_home_batch(home).entries if e.record.id == "PSE")
        assert isinstance(found, Country)
        return found

    assert called("TUR").name_fa == "سرزمین‌های فلسطینی"
    ours = called("IRN")
    assert ours.name_fa == "فلسطین"
    assert "سرزمین‌های فلسطینی" in (ours.aliases or ())
    assert ours.name_fa not in (ours.aliases or ())
    assert ours.sources == called("TUR").sources
    (sample,) = (e.record for e in read_sample("iran").entries if e.record.id == "PSE")
    assert sample == ours
    assert "names" not in list_samples()


def test_an_unknown_home_country_is_an_error_with_the_nearest() -> None:
    with pytest.raises(
        NameUnknown, match="'Germny' is not a known country; the nearest are Germany \\(DEU\\)"
    ):
        make_home_batch("Germny")


def test_an_unknown_sample_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(NameUnknown, match="iran"):
        read_sample("persia")
    assert "world" not in list_samples()


def test_the_sample_goes_in_without_a_fault_and_notes_only_missions_without_a_city() -> None:
    notes = find_difference(read_sample("iran"), Contents()).notes
    assert len(notes) == 4
    assert all(note.startswith("Mission wd:") for note in notes)


def test_the_counts_are_those_of_the_published_files(iran: Contents, data_folder: Path) -> None:
    folder = data_folder / "iran_sample"
    assert len(iran.records("Province")) == len(read_rows(folder / "provinces.csv")) == 31
    dyads = {(r["province_iso"], r["foreign_ne_fid"]) for r in read_rows(folder / "border_dyads.csv")}
    borders = [r for r in iran.records("BORDERS") if (r.from_id or "").startswith("IR-")]  # type: ignore[attr-defined]
    assert len(borders) == len(dyads) == 45
    missions = {
        r["QID"]
        for file in ("missions_in_iran.csv", "missions_of_iran.csv")
        for r in read_rows(folder / file)
    }
    listed = {m.id for m in iran.records("Mission") if (m.id or "").startswith("wd:")}
    assert listed == {"wd:" + q.rsplit("/", 1)[1] for q in missions}
    assert len(missions) == 122
    assert len([r for r in iran.records("TRADES_WITH") if (r.sources or ()) == ("source:factbook",)]) == 11  # type: ignore[attr-defined]


def test_the_ties_are_those_of_the_list_less_domestic_and_double_ones(
    iran: Contents, data_folder: Path
) -> None:
    rows = read_rows(data_folder / "iran_sample" / "twin_city_ties.csv")
    foreign = {
        (r["province_iso"], r["iran_city"], r["foreign_city"], r["foreign_country"].replace(" (country)", ""))
        for r in rows
        if r["foreign_country"] != "Iran"
    }
    above = {r.from_id: r.to_id for r in iran.relationships.values() if r.stored_as == "IN"}
    ties = [t for t in iran.records("TIED_TO") if isinstance(t, Tie) and TWINS in (t.sources or ())]
    names = {c.id: (c.name, *(c.aliases or ())) for c in iran.records("City") if isinstance(c, City)}
    found = {
        (above[t.from_id], start, target)
        for t in ties
        for start in names[t.from_id]
        for target in names[t.to_id]
    }
    assert all((province, start, target) in found for province, start, target, _ in foreign)
    assert len(ties) == len(foreign) == 101
    assert len({province for province, *_ in foreign}) == len({above[t.from_id] for t in ties}) == 18
    countries: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        countries[find_country(iran, tie.to_id or "")].add(above[tie.from_id] or "")
    assert len(countries) == 36
    assert {code: len(countries[code]) for code in ("TUR", "CHN", "IRQ")} == {"TUR": 10, "CHN": 8, "IRQ": 6}
    cities = Counter(t.to_id for t in ties)
    assert cities["city:irq:karbala"] == 4
    assert len(cities) == 76


def test_every_place_has_a_persian_name_in_persian_letters(iran: Contents) -> None:
    for node in iran.nodes.values():
        if isinstance(node, Node):
            assert node.name_fa, node.id
            assert not set("يكةىئأإ") & set(node.name_fa) - {"ئ"}, f"{node.id}: {node.name_fa}"
            assert not re.search("[a-z]|[0-9]|  ", node.name_fa), f"{node.id}: {node.name_fa}"


def test_every_region_lies_in_the_country_of_its_code(iran: Contents) -> None:
    countries = {c.id: c for c in iran.records("Country") if isinstance(c, Country)}
    for region in iran.records("Region"):
        assert isinstance(region, Region)
        country = countries[find_country(iran, region.id or "")]
        assert (region.id or "").split("-")[0] == country.iso2 or (region.id or "").startswith("ne:")
        assert region.lat is not None


def test_every_source_says_its_licence_and_is_in_the_notice(iran: Contents, project_folder: Path) -> None:
    notice = (project_folder / "NOTICE").read_text("utf-8")
    for source in iran.records("Source"):
        assert isinstance(source, Source)
        assert None not in (source.licence, source.retrieved, source.grade, source.publisher)
        if source.licence not in ("MIT", "facts only"):
            assert (source.name or "").split(",")[0].split(" country codes")[0] in notice, source.id


def test_known_defects_are_noted_where_they_lie(iran: Contents) -> None:
    borders = {(r.from_id, r.to_id): r for r in iran.relationships.values() if r.stored_as == "BORDERS"}
    assert "artefact" in (borders["IR-24", "AZ-CAB"].note or "")
    assert "do not touch" in (borders["IR-04", "AZ-NV"].note or "")
    shapes = iran.nodes["source:natural-earth"]
    assert "old in places" in (shapes.note or "")
