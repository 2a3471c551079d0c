"""Names in any spelling lead to the one node they mean, and never to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.errors import NameUnclear, NameUnknown
from graphmap.exchange.lookup import Directory, measure_km
from graphmap.exchange.samples import read_sample
from graphmap.schema import City, Contents, Named, find_difference, validated


@pytest.fixture(scope="module")
def contents() -> Contents:
    """Return the Iran sample as a store holds it."""
    created = find_difference(read_sample("iran"), Contents()).created
    nodes = {r.id or "": r for r in created if isinstance(r, Named)}
    return Contents(nodes, {r.id or "": r for r in created if not isinstance(r, Named)})  # type: ignore[misc]


@pytest.fixture(scope="module")
def sample(contents: Contents) -> Directory:
    """Return a directory of the Iran sample, to be asked only."""
    return Directory(contents)


def make_city(identity: str, name: str, lat: float | None = None, lon: float | None = None) -> City:
    """Make a city."""
    point = {} if lat is None else {"lat": lat, "lon": lon}
    city = validated(City, id=identity, name=name, sources=("s",), **point)
    assert isinstance(city, City)
    return city


@pytest.mark.parametrize(
    ("label", "name", "found"),
    [
        ("Country", "TUR", "TUR"),
        ("Country", "tr", "TUR"),
        ("Country", "Turkey", "TUR"),
        ("Country", "TÜRKİYE", "TUR"),
        ("Country", "تركيه", "TUR"),
        ("Country", "NA", "NAM"),
        ("Country", "Georgia (country)", "GEO"),
        ("Country", "Iran, Islamic Republic of", "IRN"),
        ("Country", "People's Republic of China", "CHN"),
        ("Country", "Kingdom of Denmark", "DNK"),
        ("Country", "The Gambia", "GMB"),
        ("Country", "کره جنوبی", "KOR"),
        ("Country", "کشور عراق", "IRQ"),
        ("Province", "IR-03", "IR-03"),
        ("Province", "East Azarbaijan", "IR-03"),
        ("Province", "استان آذربايجان شرقي", "IR-03"),
        ("Province", "Tehran Province", "IR-23"),
        ("Region", "Al-Basrah", "IQ-BA"),
        ("Region", "Basra Governorate", "IQ-BA"),
        ("City", "Esfahan", "city:irn:isfahan"),
        ("City", "نجف آباد", "city:irn:najafabad"),
    ],
)
def test_any_known_name_finds_its_node(sample: Directory, label: str, name: str, found: str) -> None:
    assert sample.find(label, name) == found


def test_a_city_is_looked_for_within_the_country_or_unit_that_is_named(sample: Directory) -> None:
    assert sample.find("City", "Konya", within="TUR") == "city:tur:konya"
    assert sample.find("City", "Konya", within="TR-42") == "city:tur:konya"
    with pytest.raises(NameUnknown, match="'Konya' is not a known city in Iraq"):
        sample.find("City", "Konya", within="IRQ")


def test_an_unknown_name_names_the_three_nearest_across_scripts(sample: Directory) -> None:
    with pytest.raises(NameUnknown) as raised:
        sample.find("Province", "Kurdestan")
    assert raised.value.nearest[0][1] == "IR-12"
    assert len(raised.value.nearest) == 3
    with pytest.raises(NameUnknown) as raised:
        sample.find("Country", "آلمن")
    assert raised.value.nearest[0][1] == "DEU"


def test_a_name_that_two_places_bear_is_told_with_both(contents: Contents) -> None:
    directory = Directory(contents)
    directory.add(make_city("city:usa:springfield", "Springfield", 39.8, -89.64), "USA")
    directory.add(make_city("city:usa:springfield-2", "Springfield", 37.2, -93.29), "USA")
    with pytest.raises(
        NameUnclear, match=r"more than one city in United States: .*springfield.*springfield-2"
    ):
        directory.find("City", "springfield", within="USA")
    assert directory.candidates("City", "Springfield", "USA", at=(37.21, -93.3)) == (
        "city:usa:springfield-2",
    )
    assert directory.candidates("City", "Springfield", "USA", at=(44.05, -123.02)) == ()


def test_a_place_without_a_point_may_be_any_of_its_name(contents: Contents) -> None:
    directory = Directory(contents)
    directory.add(make_city("city:usa:springfield", "Springfield"), "USA")
    assert directory.candidates("City", "Springfield", "USA", at=(44.05, -123.02)) == (
        "city:usa:springfield",
    )


def test_a_name_added_later_is_among_the_nearest(contents: Contents) -> None:
    directory = Directory(contents)
    assert directory.nearest("City", "Çorum", "TUR")[0][1] != "city:tur:corum"
    directory.add(make_city("city:tur:corum", "Corum"), "TUR")
    assert directory.nearest("City", "Çorumm", "TUR")[0][1] == "city:tur:corum"


def test_every_name_of_every_node_finds_it_or_is_told_to_be_shared(
    contents: Contents, sample: Directory
) -> None:
    for node in contents.nodes.values():
        for name in (node.id, node.name, node.name_fa, *(node.aliases or ())):
            if name:
                assert node.id in sample.candidates(node.stored_as, name, sample.country(node.id or "")), name


points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(points, points)
def test_distance_is_symmetric_and_at_most_half_the_earth(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    assert measure_km(a, b) == pytest.approx(measure_km(b, a), abs=1e-6)
    assert 0 <= measure_km(a, b) <= 20_016
    assert measure_km(a, a) == 0
