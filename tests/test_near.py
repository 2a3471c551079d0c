"""Near names: what may be one place is told with both names; what surely is not is not."""

from __future__ import annotations

import pytest

from graphmap.directory import Directory, Listing
from graphmap.near import find_near
from graphmap.points import LatLon
from graphmap.text import Name


def near(*names: str, points: tuple[LatLon | None, ...] = (), finely: bool = True) -> list[tuple[str, str]]:
    """Return the pairs of near names among the cities of one country."""
    listings = [Listing("XXX", "Country", Name("X"))]
    for number, name in enumerate(names):
        point = points[number] if points else None
        listings.append(Listing(f"c{number}", "City", Name(name), point=point))
    parents = {f"c{number}": "XXX" for number in range(len(names))}
    found = find_near(Directory(listings, parents), finely=finely)
    return sorted((pair.first_name, pair.second_name) for pair in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint Petersburg", "St. Petersburg"),
        ("Saint Petersburg", "Санкт-Петербург"),
        ("Amsterdam", "Gemeente Amsterdam"),
        ("Plovdiv", "Plovdiv Province"),
        ("Sumqayit", "Sumgait"),
        ("Kyiv", "Kyyiv"),
        ("Naro-Fominsk", "Naro-Fominsky District"),
        ("Shanghai", "شانگهای"),
        ("Dushanbe", "دوشنبه"),
        ("Baku", "باکو"),
        ("Plovdiv Municipality", "Plovdiv (city)"),
    ],
)
def test_two_spellings_of_one_city_are_near(one: str, other: str) -> None:
    assert near(one, other) == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Altenburg", "Oldenburg"),
        ("Bam", "Baneh"),
        ("Baku", "بوکا"),
        ("Los Gatos", "Los Altos"),
        ("Ahmad Karami", "Mohammad Karami"),
        ("New Amsterdam", "Amsterdam"),
        ("Orange City", "Orlando City"),
    ],
)
def test_two_cities_are_not_near(one: str, other: str) -> None:
    assert near(one, other) == []


def test_places_that_lie_far_apart_are_two() -> None:
    far = (LatLon(45.5, -122.7), LatLon(43.7, -70.3))
    assert near("Portland", "Portland City", points=far) == []
    assert near("Portland", "Portland City", points=(far[0], None)) == [("Portland", "Portland City")]


def test_a_long_list_is_held_against_others_by_its_telling_words_alone() -> None:
    assert near("Saint Petersburg", "St. Petersburg", "Petersburg City", finely=False) == [
        ("Saint Petersburg", "St. Petersburg")
    ]
    assert near("Sumqayit", "Sumgait", finely=False) == []


def test_only_pairs_with_a_new_one_are_told_where_that_is_asked() -> None:
    listings = [Listing(f"c{n}", "City", Name(f"Konya{'a' * n}")) for n in range(3)]
    pairs = find_near(Directory(listings), ("c1",))
    assert {(pair.first, pair.second) for pair in pairs} == {("c0", "c1"), ("c1", "c2")}


def test_two_units_with_codes_of_their_own_are_two_whatever_they_are_called() -> None:
    listings = [
        Listing("USA", "Country", Name("United States")),
        *(Listing(code, "Region", Name(name)) for code, name in (("US-AR", "Arkansas"), ("US-KS", "Kansas"))),
        Listing("region:kansas", "Region", Name("Kansas")),
    ]
    found = find_near(Directory(listings, {one.id: "USA" for one in listings[1:]}))
    assert [(pair.first, pair.second) for pair in found] == [("US-KS", "region:kansas")]
