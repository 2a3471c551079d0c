"""What is drawn: shades and hatches of the matrix, signs and arcs of the map, lines of the network."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from graphmap.language import load_language
from graphmap.points import LatLon
from graphmap.schema import (
    AccreditedTo,
    Borders,
    City,
    Contents,
    Country,
    In,
    Mission,
    Province,
    Record,
    Region,
    SentBy,
    Source,
    Tie,
    validated,
)
from graphmap.views.dress import make_style
from graphmap.views.map_labels import GROWN, SIZES
from graphmap.views.matrix import DARKEST
from graphmap.views.network import MOST_LINES, MOST_TARGETS, find_network
from graphmap.views.page import render_fragment, render_map
from graphmap.views.sentence import write_sentences
from graphmap.views.tokens import COLOURS
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


def make_shades() -> Contents:
    """Make one tie of a province with the first country, two with the second, and so on to seven."""
    ties = [
        make_tie("ZZ-1", code, f"{code}-{number}")
        for count, code in enumerate(CODES, start=1)
        for number in range(count)
    ]
    return fill([*make_places(1), *ties])


def list_cells(drawn: str) -> list[tuple[str, str]]:
    """List class and text of the cells of the first row of a matrix, its sum excepted."""
    row = drawn.split("<tbody>")[1].split("</tr>")[0]
    cells = re.findall(r'<td(?: class="([^"]*)")?>([^<]*)', row)
    return [cell for cell in cells if cell[0] != "sum"]


def test_each_count_has_its_shade_and_the_darkest_is_for_five_and_more() -> None:
    drawn = render_fragment("matrix", look_at(make_shades()), "en")
    cells = {text: kind for kind, text in list_cells(drawn)}
    assert cells == {"1": "n1", "2": "n2", "3": "n3", "4": "n4", "5": "n5", "6": "n5", "7": "n5"}


def test_each_shade_is_darker_than_the_one_before_and_the_style_has_every_one() -> None:
    colours = COLOURS
    shades = [colours[f"n{shade}"] for shade in range(1, DARKEST + 1)]
    light = [sum(int(shade[at : at + 2], 16) for at in (1, 3, 5)) for shade in shades]
    assert light == sorted(light, reverse=True)
    assert len(set(light)) == DARKEST == 5
    style = make_style()
    for shade in range(1, DARKEST + 1):
        assert f".matrix .n{shade} {{ background-color: var(--n{shade});" in style
    assert f"--n{DARKEST + 1}:" not in style


def test_the_key_of_the_matrix_has_every_shade() -> None:
    drawn = render_fragment("matrix", look_at(make_shades()), "en")
    assert re.findall(r"var\(--(n\d)\)", drawn) == [f"n{shade}" for shade in range(1, DARKEST + 1)]


def test_a_cell_is_hatched_only_where_no_tie_is_certain_and_only_then_the_key_says_so() -> None:
    doubtful = fill(
        [*make_places(1), make_tie("ZZ-1", "TUR", "1", since=""), make_tie("ZZ-1", "IRQ", "2", since="")]
    )
    drawn = render_fragment("matrix", look_at(doubtful), "en")
    assert [kind for kind, _ in list_cells(drawn)] == ["n1 possible", "n1 possible"]
    assert "Hatched: possible only" in drawn
    mixed = fill([*make_places(1), make_tie("ZZ-1", "TUR", "1", since=""), make_tie("ZZ-1", "TUR", "2")])
    assert [kind for kind, _ in list_cells(render_fragment("matrix", look_at(mixed), "en"))] == ["n2"]
    certain = render_fragment("matrix", look_at(make_shades()), "en")
    assert "Hatched" not in certain


def test_a_border_marks_its_cell_with_or_without_a_tie() -> None:
    records = make_places(2)
    records += [
        validated(Region, id="TR-1", name="A region", sources=SOURCE),
        validated(In, from_id="TR-1", to_id="TUR", sources=SOURCE),
        validated(Borders, from_id="ZZ-1", to_id="TR-1", sources=SOURCE),
        make_tie("ZZ-2", "TUR", "1"),
    ]
    drawn = render_fragment("matrix", look_at(fill(records)), "en")
    assert drawn.count('class="touch"') == 1
    assert "n1 touch" not in drawn
    records.append(make_tie("ZZ-1", "TUR", "2"))
    assert render_fragment("matrix", look_at(fill(records)), "en").count('class="n1 touch"') == 1


def test_sums_are_of_ties_for_a_province_and_of_provinces_for_a_country() -> None:
    ties = [make_tie("ZZ-1", "TUR", "1"), make_tie("ZZ-1", "TUR", "2"), make_tie("ZZ-2", "TUR", "3")]
    drawn = render_fragment("matrix", look_at(fill([*make_places(2), *ties])), "en")
    assert re.findall(r'data-sum-p="([^"]*)">(\d+)', drawn) == [("ZZ-1", "2"), ("ZZ-2", "1")]
    assert re.findall(r'data-sum-c="([^"]*)">(\d+)', drawn) == [("TUR", "2")]


def make_mission(identity: str, code: str, status: str) -> list[Record]:
    """Make an embassy of home in the city of a country."""
    mission = validated(Mission, id=identity, name=identity, kind="embassy", status=status, sources=SOURCE)
    return [
        mission,
        validated(In, from_id=identity, to_id=f"city:{code}", sources=SOURCE),
        validated(SentBy, from_id=identity, to_id="ZZX", sources=SOURCE),
    ]


@pytest.mark.parametrize(("status", "drawn"), [("open", 1), ("unknown", 1), ("closed", 0)])
def test_a_closed_mission_is_not_drawn(status: str, drawn: int) -> None:
    records = [*make_places(1), make_tie("ZZ-1", "TUR", "1"), *make_mission("m:1", "TUR", status)]
    text = render_fragment("map", look_at(fill(records)), "en")
    assert text.count('class="mission"') == drawn


def test_missions_in_one_place_share_a_sign_and_a_closed_one_beside_an_open_one_adds_nothing() -> None:
    records = [*make_places(1), make_tie("ZZ-1", "TUR", "1"), *make_mission("m:1", "TUR", "open")]
    records += make_mission("m:2", "TUR", "open") + make_mission("m:3", "IRQ", "closed")
    text = render_fragment("map", look_at(fill(records)), "en")
    assert re.findall(r'class="mission"[^>]*data-missions="([^"]*)"', text) == ["TUR"]


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
    assert any("accredited here too" in line for line in write_sentences(page, load_language("en"), "TUR"))


def test_a_page_lists_the_sources_of_what_it_shows_and_no_other() -> None:
    other = validated(Source, id="source:unused", name="Another list", grade="C")
    (source,) = look_at(fill([other, *make_places(1), make_tie("ZZ-1", "TUR", "1")])).sources
    assert (source.id, source.name.en, source.grade, source.invented) == ("source:x", "A list", "C", False)


def test_the_sentence_says_of_a_closed_mission_that_it_is_closed() -> None:
    records = [*make_places(1), make_tie("ZZ-1", "TUR", "1"), *make_mission("m:1", "TUR", "closed")]
    assert "embassy in City TUR (closed)" in render_map(look_at(fill(records)), "en").replace(
        "\u2068", ""
    ).replace("\u2069", "")


def test_ties_between_the_same_places_share_an_arc_and_a_province_with_ties_is_marked() -> None:
    ties = [
        make_tie("ZZ-1", "city:TUR", "1"),
        make_tie("ZZ-1", "city:TUR", "2"),
        make_tie("ZZ-1", "IRQ", "3"),
    ]
    text = render_fragment("map", look_at(fill([*make_places(2), *ties])), "en")
    assert sorted(re.findall(r'class="arc" data-ties="([^"]*)"', text)) == ["0", "1 2"]
    assert re.findall(r'class="(province[^"]*)" data-map-province="([^"]*)"', text) == [
        ("province with point", "ZZ-1"),
        ("province point", "ZZ-2"),
    ]


def test_the_network_draws_a_line_a_pair_thicker_for_more_ties() -> None:
    ties = [make_tie(f"ZZ-{1 + number % 2}", "TUR", str(number)) for number in range(5)]
    text = render_fragment("network", look_at(fill([*make_places(2), *ties])), "en")
    wide = text.split('class="network narrow"')[0]
    assert Counter(re.findall(r'<path data-ends="[^"]*"[^>]* stroke-width="([^"]*)"', wide)) == {
        "3.2": 1,
        "2.1": 1,
    }
    assert 'class="alone"' not in text


def test_a_province_in_the_network_says_how_many_targets_it_has_alone() -> None:
    ties = [make_tie("ZZ-1", "TUR", "1"), make_tie("ZZ-2", "TUR", "2"), make_tie("ZZ-1", "IRQ", "3")]
    ties += [make_tie("ZZ-1", "AFG", "4"), make_tie("ZZ-1", "AFG", "5")]
    text = render_fragment("network", look_at(fill([*make_places(2), *ties])), "en")
    assert set(re.findall(r'class="alone"[^>]*>([^<]*)', text)) == {"\u2066+2\u2069"}


def test_a_network_that_nobody_could_read_keeps_the_most_shared_and_says_so() -> None:
    records = make_places(12)
    for number in range(MOST_TARGETS + 20):
        city = f"city:{number}"
        records += [
            validated(City, id=city, name=city, sources=SOURCE),
            validated(In, from_id=city, to_id="TUR", sources=SOURCE),
        ]
        most = 10 if number < 12 else 3
        records += [make_tie(f"ZZ-{1 + (number + step) % 12}", city, "1") for step in range(most)]
    page = look_at(fill(records), level="city")
    network = find_network(page, "city")
    assert network.all_targets == MOST_TARGETS + 20
    assert len(network.targets) <= MOST_TARGETS
    assert (
        MOST_LINES - 10
        < sum(len({p for p, t in network.lines if t == target}) for target in network.targets)
        <= MOST_LINES
    )
    assert {f"city:{number}" for number in range(12)} <= set(network.targets)


def test_the_style_has_the_sizes_by_which_names_are_measured() -> None:
    style = make_style()
    assert f".map .labels {{ font-size: calc({SIZES['province']:g}px * var(--unit));" in style
    assert SIZES["city"] == SIZES["province"]
    country = f"font-size: calc({SIZES['country']:g}px * var(--unit));"
    assert f".map .labels.for-country {{ fill: var(--quiet); {country}" in style
    grown = SIZES["country"] * GROWN
    assert f".map .for-country .first {{ font-size: calc({grown:g}px * var(--unit));" in style
