"""Names in any spelling lead to the one node they mean, and never to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.analysis import find_overlaps, find_rivals
from graphmap.directory import Directory, Listing
from graphmap.errors import GraphmapError, NameUnclear, NameUnknown
from graphmap.exchange.samples import read_sample
from graphmap.points import LatLon, measure_km
from graphmap.schema import Contents, Named, find_difference
from graphmap.store.snapshot import build_snapshot
from graphmap.text import Name, fold, guess_language


@pytest.fixture(scope="module")
def contents() -> Contents:
    """Return the Iran sample as a store holds it."""
    created = find_difference(read_sample("iran"), Contents()).created
    nodes = {r.id or "": r for r in created if isinstance(r, Named)}
    return Contents(nodes, {r.id or "": r for r in created if not isinstance(r, Named)})  # type: ignore[misc]


@pytest.fixture(scope="module")
def sample(contents: Contents) -> Directory:
    """Return a directory of the Iran sample, to be asked only."""
    return Directory.of(contents)


def make_city(identity: str, name: str, point: LatLon | None = None) -> Listing:
    """Make a city."""
    return Listing(identity, "City", Name(name), point=point)


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
    directory = Directory.of(contents)
    directory.add(make_city("city:usa:springfield", "Springfield", LatLon(39.8, -89.64)), "USA")
    directory.add(make_city("city:usa:springfield-2", "Springfield", LatLon(37.2, -93.29)), "USA")
    with pytest.raises(
        NameUnclear, match=r"more than one city in United States: .*springfield.*springfield-2"
    ):
        directory.find("City", "springfield", within="USA")
    assert directory.candidates("City", "Springfield", "USA", at=LatLon(37.21, -93.3)) == (
        "city:usa:springfield-2",
    )
    assert directory.candidates("City", "Springfield", "USA", at=LatLon(44.05, -123.02)) == ()


def test_of_two_of_one_name_the_one_in_the_region_is_meant_and_elsewhere_both(contents: Contents) -> None:
    directory = Directory.of(contents)
    directory.add(make_city("city:tur:one", "Yenikoy"), "TR-42")
    directory.add(make_city("city:tur:two", "Yenikoy"), "TR-34")
    assert directory.candidates("City", "Yenikoy", "TR-42") == ("city:tur:one",)
    assert directory.candidates("City", "Yenikoy", "TR-06") == ("city:tur:one", "city:tur:two")


def test_a_place_without_a_point_may_be_any_of_its_name(contents: Contents) -> None:
    directory = Directory.of(contents)
    directory.add(make_city("city:usa:springfield", "Springfield"), "USA")
    assert directory.candidates("City", "Springfield", "USA", at=LatLon(44.05, -123.02)) == (
        "city:usa:springfield",
    )


def test_a_name_added_later_is_among_the_nearest(contents: Contents) -> None:
    directory = Directory.of(contents)
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


@pytest.mark.parametrize(
    ("said", "meant"),
    [("Turkye", "Türkiye"), ("ترکیع", "ترکیه"), ("Irak", "Iraq"), ("عراغ", "عراق"), ("آلمن", "آلمان")],
)
def test_candidates_are_offered_in_the_language_asked_in(sample: Directory, said: str, meant: str) -> None:
    with pytest.raises(NameUnknown) as raised:
        sample.find("Country", said)
    offered = [name for name, _ in raised.value.nearest]
    assert len(offered) == 3
    assert meant in offered
    assert {guess_language(name) for name in offered} == {guess_language(said)}


def test_a_language_can_be_named(sample: Directory) -> None:
    with pytest.raises(NameUnknown) as raised:
        sample.find("Country", "Turkye", language="fa")
    assert ("ترکیه", "TUR") in raised.value.nearest


def test_a_node_of_no_persian_name_is_offered_in_english() -> None:
    directory = Directory([make_city("c:1", "Basra"), Listing("c:2", "City", Name("Kerman", "کرمان"))])
    assert set(directory.nearest("City", "بصره")) == {("Basra", "c:1"), ("کرمان", "c:2")}


def test_who_bears_a_name_is_told_in_the_language_asked_in(contents: Contents) -> None:
    directory = Directory.of(contents)
    directory.add(Listing("city:irn:tehran-2", "City", Name("Tehran", "تهران")), "IR-10")
    with pytest.raises(NameUnclear) as raised:
        directory.find("City", "تهران")
    assert [name for name, _ in raised.value.candidates] == ["تهران، تهران", "تهران، اصفهان"]


def test_a_name_can_be_asked_of_several_labels(sample: Directory) -> None:
    assert sample.find(("Province", "City"), "Najafabad") == "city:irn:najafabad"
    with pytest.raises(NameUnclear, match=r"more than one province or city: .*IR-10.*city:irn:isfahan"):
        sample.find(("Province", "City"), "اصفهان")
    with pytest.raises(NameUnknown, match="'Atlantis' is not a known country or region; the nearest are"):
        sample.find(("Country", "Region"), "Atlantis")


def test_what_is_not_known_is_named_by_its_id(sample: Directory) -> None:
    assert sample.name("TUR") == Name("Türkiye", "ترکیه")
    assert sample.name("XXX") == Name("XXX")


def test_every_country_can_be_asked_about_but_the_home_country(sample: Directory) -> None:
    for code in ("IND", "TUR", "CRI"):
        assert sample.find_foreign_country(code.lower()) == code
    with pytest.raises(GraphmapError, match="IRN is the home country; right would be a foreign one"):
        sample.find_foreign_country("ایران")


@pytest.mark.parametrize(
    "name", ["TUR", "tr", "Turkey", "Türkiye", "TURKIYE", "ترکیه", "تركيه", "کشور ترکیه"]
)
def test_an_analysis_knows_a_country_by_any_of_its_names(contents: Contents, name: str) -> None:
    found = find_rivals(build_snapshot(contents), country=name, by="target")
    assert found.scope.country == "TUR"
    assert found
    assert {rivalry.target.id for rivalry in found} == {"TUR"}


def test_an_analysis_of_a_country_without_ties_finds_nothing(contents: Contents) -> None:
    snapshot = build_snapshot(contents)
    assert len(find_rivals(snapshot, country="هند")) == 0
    assert len(find_overlaps(snapshot, country="Costa Rica")) == 0
    with pytest.raises(GraphmapError, match="IRN is the home country"):
        find_rivals(snapshot, country="Iran")


def test_a_snapshot_knows_the_names_that_its_contents_know(contents: Contents, sample: Directory) -> None:
    places = build_snapshot(contents).directory
    for node in contents.nodes.values():
        if node.stored_as in {"Country", "Province", "Region", "City"}:
            identity = node.id or ""
            assert places[identity] == sample[identity]
            assert list(places.above(identity)) == list(sample.above(identity))


LETTERS = "aAáBçkـكکىيی\u200c -'مهة"
names = st.text(LETTERS, min_size=1, max_size=4).filter(lambda name: fold(name) != name.strip().casefold())
Node = tuple[str, str, str, list[str]]
nodes = st.tuples(
    st.sampled_from(["Country", "City", "Mission", "Region"]),
    names,
    st.just("") | names,
    st.lists(names, max_size=3),
)


BEFORE = {"": "", "the ": "", "province of ": "Region", "استان ": "Region", "شهر ": "City"}


@given(st.lists(nodes, max_size=6), st.sampled_from(list(BEFORE)))
def test_any_name_of_any_node_finds_it_or_names_all_that_bear_it(made: list[Node], before: str) -> None:
    directory = Directory()
    for number, (label, en, fa, aliases) in enumerate(made):
        directory.add(Listing(f"id:{number}", label, Name(en, fa), tuple(aliases), (f"c{number}",)))
    for number, (label, en, fa, aliases) in enumerate(made):
        identity = f"id:{number}"
        for name in (identity, f"ID{number}", f"C{number}", en, fa, *aliases):
            if name:
                assert identity in bear(directory, label, name)
                if BEFORE[before] in {"", label}:
                    assert identity in bear(directory, label, before + name)


def test_a_word_for_a_province_before_or_after_it_is_part_of_the_name_of_a_city() -> None:
    directory = Directory([Listing("bgr:plovdiv", "City", Name("Plovdiv"))])
    for name in ("Plovdiv Province", "Province of Plovdiv", "استان Plovdiv"):
        with pytest.raises(NameUnknown):
            directory.find("City", name)
    assert directory.find("City", "City of Plovdiv") == "bgr:plovdiv"


def bear(directory: Directory, label: str, name: str) -> set[str]:
    """Return who a directory says bears a name: the one found, or all that are told."""
    try:
        return {directory.find(label, name)}
    except NameUnclear as unclear:
        return {identity for _, identity in unclear.candidates}


points = st.builds(LatLon, st.floats(-90, 90), st.floats(-180, 180))


@given(points, points)
def test_distance_is_symmetric_and_at_most_half_the_earth(a: LatLon, b: LatLon) -> None:
    assert measure_km(a, b) == pytest.approx(measure_km(b, a), abs=1e-6)
    assert 0 <= measure_km(a, b) <= 20_016
    assert measure_km(a, a) == 0
