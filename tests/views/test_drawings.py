"""What is drawn on the map: signs, arcs, sizes of names."""

from __future__ import annotations

import re

import pytest

from graphmap.language import load_language
from graphmap.points import LatLon
from graphmap.schema import (
    AccreditedTo,
    City,
    Country,
    In,
    Mission,
    Province,
    Record,
    SentBy,
    Source,
    Tie,
    validated,
)
from graphmap.views.dress import make_style
from graphmap.views.map_chosen import OnChoice, gather_on_choice
from graphmap.views.map_labels import GROWN, SIZES
from graphmap.views.page import render_fragment
from graphmap.views.page_data import Choice
from graphmap.views.panel import Scene
from graphmap.views.sentence import write_sentences
from graphmap.views.wording import choose_wording
from tests.views.graphs import fill, look_at

SOURCE = ("source:x",)
CODES = ("TUR", "IRQ", "AFG", "PAK", "ARM", "AZE", "TKM")


def make_places(provinces: int = 2) -> list[Record]:
    """Make a home of some provinces, and seven countries with a city each."""
    records: list[Record] = [
        validated(Source, id="source:x", name="A list", grade="C"),
        validated(Country, id="ZZX", name="Home", home=True, sources=SOURCE),
    ]
    for number in range(1, provinces + 1):
        records += [
            validated(
                Province,
                id=f"ZZ-{number}",
                name=f"Province {number}",
                lat=30 + number,
                lon=50,
                sources=SOURCE,
            ),
            validated(In, from_id=f"ZZ-{number}", to_id="ZZX", sources=SOURCE),
        ]
    for number, code in enumerate(CODES):
        records += [
            validated(Country, id=code, name=f"Country {code}", sources=SOURCE),
            validated(City, id=f"city:{code}", name=f"City {code}", lat=40, lon=60 + number, sources=SOURCE),
            validated(In, from_id=f"city:{code}", to_id=code, sources=SOURCE),
        ]
    return records


def make_tie(start: str, target: str, document: str, since: str = "2020", until: str = "..") -> Record:
    """Make an agreement; two between the same pair differ by their documents."""
    given = {"kind": "agreement", "document": document, "since": since, "until": until}
    return validated(Tie, from_id=start, to_id=target, sources=SOURCE, **given)


def make_mission(identity: str, code: str, status: str) -> list[Record]:
    """Make an embassy of home in the city of a country."""
    mission = validated(Mission, id=identity, name=identity, kind="embassy", status=status, sources=SOURCE)
    return [
        mission,
        validated(In, from_id=identity, to_id=f"city:{code}", sources=SOURCE),
        validated(SentBy, from_id=identity, to_id="ZZX", sources=SOURCE),
    ]


def read_on_choice(records: list[Record]) -> OnChoice:
    """Return what the map of some records shows of a choice alone."""
    return gather_on_choice(Scene(look_at(fill(records)), choose_wording("en")))


@pytest.mark.parametrize(("status", "drawn"), [("open", 1), ("unknown", 1), ("closed", 0)])
def test_a_closed_mission_is_not_drawn(status: str, drawn: int) -> None:
    records = [*make_places(1), make_tie("ZZ-1", "TUR", "1"), *make_mission("m:1", "TUR", status)]
    assert len(read_on_choice(records)["missions"]) == drawn


def test_missions_in_one_place_share_a_sign_and_a_closed_one_beside_an_open_one_adds_nothing() -> None:
    records = [*make_places(1), make_tie("ZZ-1", "TUR", "1"), *make_mission("m:1", "TUR", "open")]
    records += make_mission("m:2", "TUR", "open") + make_mission("m:3", "IRQ", "closed")
    assert [one["countries"] for one in read_on_choice(records)["missions"]] == [("TUR",)]


def test_a_mission_without_a_city_stands_where_it_is_accredited_and_no_sender_means_no_mission() -> None:
    records = [*make_places(1), make_tie("ZZ-1", "TUR", "1")]
    for number, sender in enumerate(("ZZX", None)):
        identity = f"m:{number}"
        given = {"kind": "embassy", "status": "open"}
        records.append(
            validated(Mission, id=identity, name=identity, sources=SOURCE, lat=40, lon=60, **given)
        )
        records.append(validated(AccreditedTo, from_id=identity, to_id="TUR", sources=SOURCE))
        if sender:
            records.append(validated(SentBy, from_id=identity, to_id=sender, sources=SOURCE))
    (mission,) = look_at(fill(records)).missions
    assert (mission.id, mission.sender, mission.host, mission.city) == ("m:0", "ZZX", "TUR", None)
    assert mission.point == LatLon(40, 60)


def test_a_mission_is_there_for_its_own_country_and_for_each_to_which_it_is_accredited() -> None:
    records = [*make_places(1), make_tie("ZZ-1", "TUR", "1"), *make_mission("m:1", "IRQ", "open")]
    records.append(validated(AccreditedTo, from_id="m:1", to_id="TUR", sources=SOURCE))
    page = look_at(fill(records))
    assert [(one.host, one.city, one.roving, one.point) for one in page.missions] == [
        ("IRQ", "city:IRQ", False, LatLon(40, 61)),
        ("TUR", "city:IRQ", True, LatLon(40, 61)),
    ]
    assert any(
        "accredited here too" in line for line in write_sentences(page, load_language("en"), Choice("TUR"))
    )


def test_a_page_lists_the_sources_of_what_it_shows_and_no_other() -> None:
    other = validated(Source, id="source:unused", name="Another list", grade="C")
    (source,) = look_at(fill([other, *make_places(1), make_tie("ZZ-1", "TUR", "1")])).sources
    assert (source.id, source.name.en, source.grade, source.invented) == ("source:x", "A list", "C", False)


def test_the_sentence_says_of_a_closed_mission_that_it_is_closed() -> None:
    records = [*make_places(1), make_tie("ZZ-1", "TUR", "1"), *make_mission("m:1", "TUR", "closed")]
    said = " ".join(write_sentences(look_at(fill(records)), load_language("en"), Choice("TUR")))
    assert "embassy in City TUR (closed)" in re.sub("[\u2066-\u2069]", "", said)


def test_ties_between_the_same_places_share_an_arc_and_a_province_with_ties_is_marked() -> None:
    ties = [
        make_tie("ZZ-1", "city:TUR", "1"),
        make_tie("ZZ-1", "city:TUR", "2"),
        make_tie("ZZ-1", "IRQ", "3"),
    ]
    text = render_fragment("map", look_at(fill([*make_places(2), *ties])), "en")
    arcs = read_on_choice([*make_places(2), *ties])["arcs"]
    assert sorted((one["ties"], one["known"]) for one in arcs) == [((0,), False), ((1, 2), False)]
    assert re.findall(r'class="(province[^"]*)" data-map-province="([^"]*)"', text) == [
        ("province home-0 with point", "ZZ-1"),
        ("province home-0 point", "ZZ-2"),
    ]


def test_the_style_has_the_sizes_by_which_names_are_measured() -> None:
    style = re.sub(r"\s", "", make_style())

    def has(rule: str) -> bool:
        return re.sub(r"\s", "", rule).rstrip(";") in style

    assert has(f".map .labels {{ font-size: calc({SIZES['province']:g}px * var(--unit));")
    country = f"font-size: calc({SIZES['country']:g}px * var(--unit));"
    assert has(f".map .labels.for-country {{ fill: var(--quiet); {country}")
    city = f"font-size: calc({SIZES['city']:g}px * var(--unit));"
    assert has(f".map .labels.for-city {{ {city}")
    sea = f"font-size: calc({SIZES['sea']:g}px * var(--unit));"
    assert has(f".map .labels.for-sea {{ fill: var(--sea-name); {sea}")
    grown = SIZES["country"] * GROWN
    assert has(f".map .for-country .first {{ font-size: calc({grown:g}px * var(--unit));")
