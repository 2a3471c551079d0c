"""Entanglement by hand: who is there across a border, who from farther away, acts, missions, neighbours."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmap.analysis import Dyad, Entanglement, Neighbour, find_entanglement, find_gaps, find_rivals
from graphmap.errors import GraphmapError
from graphmap.language import CODES, load_language
from graphmap.scales import LEVELS, RIVALRY
from graphmap.schema import City, Record, Region
from tests.analysis.graphs import make_node, make_small_world, make_snapshot, put_in
from tests.analysis.test_gaps import DAY, border, list_whole, mission, say, tie
from tests.examples import examples

FRENCH = (make_node(Region, "fra:west"), put_in("fra:west", "FRA"))


def find(*records: Record, day: date | None = DAY, level: Any = "region", **asked: Any) -> Entanglement:
    """Find the entanglement of the small world with some records."""
    return find_entanglement(make_snapshot([*make_small_world(), *records]), level, as_of=day, **asked)


def find_one(*records: Record, **asked: Any) -> Dyad:
    """Find that of the one border of the province A, with tur:north."""
    (dyad,) = find(border("A", "tur:north", 100), *records, province="A", **asked)
    assert isinstance(dyad, Dyad)
    return dyad


WHOLE = list_whole("TIED_TO:TUR")
"""A list that names every tie with TUR."""


@pytest.mark.parametrize(
    ("records", "standing"),
    [
        ([], "cannot tell"),
        ([WHOLE], "none recorded"),
        ([tie("b", "B", "tur:port")], "perhaps bypassed"),
        ([tie("b", "B", "tur:port"), WHOLE], "bypassed"),
        ([tie("b", "B", "tur:port"), WHOLE, border("B", "tur:north")], "others there"),
        ([tie("b", "B", "tur:port"), tie("a", "A", "tur:mill"), WHOLE], "tied"),
        ([tie("b", "B", "tur:port"), tie("a", "A", "TUR"), WHOLE], "bypassed"),
        ([tie("b", "B", "TUR"), WHOLE], "none recorded"),
        ([tie("b", "B", "tur:port", until="2025"), WHOLE], "none recorded"),
        ([tie("b", "B", "tur:port", stage="proposed"), WHOLE], "none recorded"),
        ([tie("b", "B", "tur:port", kind="visit", since="2026-11-20", until=""), WHOLE], "none recorded"),
        ([tie("b", "B", "tur:port", since="2015", until=""), WHOLE], "none recorded"),
    ],
    ids=[
        *("nobody", "nobody by a whole list", "a farther one", "a farther one by a whole list"),
        *("one that borders too", "the province itself", "the province in the country alone"),
        *("another in the country alone", "another that has ended", "another's proposal"),
        *("another's visit", "another's of which no sign is left"),
    ],
)
def test_a_border_province_is_bypassed_where_a_farther_one_is_there_and_it_is_not(
    records: list[Record], standing: str
) -> None:
    assert find_one(*records).standing == standing


def test_a_tie_that_may_be_there_makes_it_doubtful_and_never_bypassed() -> None:
    maybe = [make_node(City, "tur:inn"), put_in("tur:inn", "TUR"), tie("a", "A", "tur:inn")]
    dyad = find_one(*maybe, tie("b", "B", "tur:port"), WHOLE)
    assert (dyad.standing, dyad.told.perhaps) == ("perhaps bypassed", ("a",))
    presumed = tie("a", "A", "tur:port", since="2024", until="")
    assert find_one(presumed, tie("b", "B", "tur:port")).standing == "tied"
    assert find_one(presumed, tie("b", "B", "tur:port"), presume=0).standing == "perhaps bypassed"


def test_others_are_told_with_their_ties_and_whether_they_border_it() -> None:
    records = [tie("b1", "B", "tur:port"), tie("b2", "B", "tur:mayor"), tie("c", "C", "tur:mill")]
    dyad = find_one(*records, border("C", "tur:north"))
    assert [(one.province.id, one.borders, one.ties) for one in dyad.others] == [
        ("B", False, ("b1", "b2")),
        ("C", True, ("c",)),
    ]
    assert [one.province.id for one in dyad.farther] == ["B"]
    assert set(dyad.ties) == {"b1", "b2", "c"}
    assert "one province that does not border it is there: B (2 ties); so A may be bypassed" in say(dyad)


def test_the_province_own_visits_and_ties_elsewhere_stand_beside() -> None:
    visit = tie("v", "A", "tur:mayor", kind="visit", since="2026-11-20", until="")
    dyad = find_one(visit, tie("far", "A", "tur:ministry"), WHOLE)
    assert (dyad.contacts, dyad.elsewhere, dyad.standing) == (("v",), ("far",), "none recorded")
    assert "one visit, contact or meeting of it there; one tie of it elsewhere in the country" in say(dyad)


def test_joint_acts_there_are_told_with_who_stood_together_events_too() -> None:
    meeting = {"kind": "meeting", "since": "2026-11-20", "until": "", "document": "summit"}
    records = [tie(f"m{one}", one, "tur:mayor", **meeting) for one in "AB"]
    records += [tie(f"p{one}", one, "tur:port", document="pact") for one in "BC"]
    records += [tie("own", "A", "tur:port", document="own"), tie("off", "A", "fra:bay", document="pact")]
    dyad = find_one(*records)
    assert [(act.document, [one.id for one in act.provinces]) for act in dyad.acts] == [
        ("pact", ["B", "C"]),
        ("summit", ["A", "B"]),
    ]
    assert [one.id for one in dyad.joint_with] == ["B"]
    assert "joint acts there: pact (B and C) and summit (A and B)" in say(dyad)


def test_an_act_whose_ties_may_be_over_is_told_so_and_never_as_holding() -> None:
    old = {"since": "2012", "until": "", "document": "pact"}
    dyad = find_one(*(tie(f"p{one}", one, "tur:port", **old) for one in "BC"))
    assert (dyad.others, [act.perhaps for act in dyad.acts]) == ((), [True])
    assert "joint act there: pact (B and C; whether it still holds is not known)" in say(dyad)
    assert dyad.as_json()["acts"] == [{"document": "pact", "provinces": ["B", "C"], "perhaps": True}]
    alive = tie("pB", "B", "tur:port", **{**old, "attested": ("2025-05-01",)})
    held = find_one(alive, tie("pC", "C", "tur:port", **old))
    assert [act.perhaps for act in held.acts] == [False]


def test_missions_in_the_place_and_of_the_country_in_the_province_are_counted() -> None:
    records = [
        *mission("ours", "QZA", "tur:port", status="open"),
        *mission("closed", "QZA", "tur:mill", status="closed"),
        *mission("theirs", "TUR", "a:town"),
        *mission("french", "FRA", "a:town", status="open"),
        *mission("away", "QZA", "fra:bay", status="open"),
    ]
    dyad = find_one(*records)
    assert (dyad.posts.there, dyad.posts.here, dyad.posts.open) == (("ours",), ("theirs",), 1)
    told = "missions on record: 1 there, 1 of the country in A, {} of these known to be open"
    assert told.format(1) in say(dyad)
    assert told.format("none") in say(find_one(*mission("ours", "QZA", "tur:port"), *records[4:]))


def test_at_the_level_of_countries_the_whole_country_is_across() -> None:
    records = [border("A", "tur:north", 100), tie("a", "A", "TUR"), tie("b", "B", "tur:ministry")]
    (dyad,) = find(*records, level="country")
    assert (dyad.target.id, dyad.standing, [one.province.id for one in dyad.farther]) == (
        "TUR",
        "tied",
        ["B"],
    )
    (finer,) = find(*records, tie("r", "A", "tur:north"), level="city")
    assert (finer.target.id, finer.told.surely) == ("tur:north", ())


def test_a_neighbour_gathers_its_borders_and_how_provinces_meet_there() -> None:
    both = {"kind": "memorandum", "sectors": ("trade",)}
    records = [
        *(border("A", "tur:north", 100), border("B", "tur:north", 50), border("C", "fra:west", 10), *FRENCH),
        *(tie("a", "A", "TUR", **both), tie("d", "D", "tur:port", **both), *mission("m", "QZA", "tur:port")),
    ]
    turkey, france = find(*records, by="neighbour")
    assert isinstance(turkey, Neighbour)
    assert (turkey.target.id, turkey.km, len(turkey.dyads), turkey.rivals) == ("TUR", 150, 2, 1)
    assert ([one.id for one in turkey.tied], [one.id for one in turkey.untied]) == (["A"], ["B"])
    assert [other.province.id for other in turkey.farther] == ["D"]
    assert (turkey.passed, turkey.regions, turkey.across) == (2, 2, ("a",))
    assert (france.target.id, france.farther, france.passed) == ("FRA", (), 0)
    assert (
        "TUR: 2 provinces border it, of which 1 has ties there that hold certainly or presumably (1 in all)"
        in say(turkey)
    )
    assert [one.target.id for one in find(*records, by="neighbour", province="C")] == ["FRA"]
    assert [one.target.id for one in find(*records, by="neighbour", country="TUR")] == ["TUR"]


def test_the_first_is_what_a_committee_asks_about_first_and_all_are_counted() -> None:
    records = [border("A", "tur:north", 10), border("B", "fra:west", 90), border("C", "fra:west", 5), *FRENCH]
    found = find(*records, tie("d", "D", "tur:port"), tie("b", "B", "fra:west"))
    assert [(one.province.id, one.standing) for one in found] == [
        ("A", "perhaps bypassed"),
        ("C", "others there"),
        ("B", "tied"),
    ]
    assert found.standings == {"perhaps bypassed": 1, "others there": 1, "tied": 1}
    assert found.as_json()["whole"]["standings"] == found.standings
    assert "3 borders looked at: 1 perhaps bypassed" in found.remarks(load_language("en"))[0]
    cut = find(*records, limit=1)
    assert (len(cut), cut.total) == (1, 3)
    assert find().remarks(load_language("en")) == ("No border of a province is recorded here.",)


def test_ties_made_by_cities_are_told_as_such() -> None:
    dyad = find_one(tie("a", "a:town", "tur:port"), tie("b", "B", "tur:port"))
    assert dyad.municipal == 1
    assert "1 of 2 ties made by cities" in say(dyad)


def test_crossings_are_those_that_a_source_names_and_none_is_denied() -> None:
    named = {"crossings": ("Gate", "Bridge"), "crossings_fa": ("دروازه",)}
    found = find(border("A", "tur:north", 100, **named), border("B", "tur:north"))
    with_some, without = sorted(found, key=lambda one: one.province.id)
    assert [(one.en, one.fa) for one in with_some.crossings] == [("Gate", "دروازه"), ("Bridge", "")]
    assert with_some.as_json()["crossings"] == with_some.cells()["crossings"] == ["Gate", "Bridge"]
    assert "crossings that a source names: Gate and Bridge" in say(with_some)
    assert "دروازه" in with_some.sentence(load_language("fa"))
    assert without.crossings == ()
    assert "whether there is one cannot be told" in say(without)
    (country,) = find(border("A", "tur:north", 100, **named), by="neighbour", level="country")
    assert country.cells()["crossings_fa"] == ["دروازه", "Bridge"]


def test_every_sentence_stands_in_both_languages() -> None:
    records = [
        *(border("A", "tur:north", 100), tie("b", "B", "tur:port", document="x"), WHOLE),
        tie("c", "C", "tur:port", document="x"),
    ]
    for asked in (dict[str, Any](), {"by": "neighbour"}):
        (one,) = find(*records, **asked)
        assert len({one.sentence(load_language(code)) for code in CODES}) == len(CODES)
    assert "پیشی گرفته است" in find(*records)[0].sentence(load_language("fa"))


def test_a_way_to_list_that_is_none_is_refused() -> None:
    with pytest.raises(GraphmapError, match="right would be border or neighbour"):
        find(by="region")


PLACES = [
    "tur:port",
    "tur:mill",
    "tur:north",
    "TUR",
    "tur:mayor",
    "tur:ministry",
    "fra:bay",
    "fra:west",
    "FRA",
]
ENDS = st.tuples(st.sampled_from("ABCD"), st.sampled_from(PLACES), st.sampled_from(["memorandum", "visit"]))


@settings(max_examples=examples(50))
@given(
    st.lists(ENDS, max_size=10),
    st.sets(st.tuples(st.sampled_from("ABCD"), st.sampled_from(["tur:north", "fra:west"])), min_size=1),
    st.booleans(),
    st.sampled_from(["region", "country"]),
)
def test_a_border_is_told_as_the_gap_there_and_others_as_one_counts_them(
    ends: list[tuple[str, str, str]], borders: set[tuple[str, str]], whole: bool, level: Any
) -> None:
    ties = [tie(f"t{n}", start, end, kind=kind) for n, (start, end, kind) in enumerate(ends)]
    lines = [border(*ends_of) for ends_of in sorted(borders)]
    lists = [list_whole("TIED_TO:TUR", "TIED_TO:FRA")] if whole else []
    snapshot = make_snapshot([*make_small_world(), *FRENCH, *ties, *lines, *lists])
    found = {(one.province.id, one.target.id): one for one in find_entanglement(snapshot, level, as_of=DAY)}
    gaps = {}
    for answer in ("tied", "none recorded", "cannot tell"):
        asked: dict[str, Any] = {"gap": "border without tie", "answer": answer, "as_of": DAY}
        for gap in find_gaps(snapshot, level, **asked):
            assert gap.province is not None
            gaps[gap.province.id, gap.target.id] = gap
    assert found.keys() == gaps.keys()
    inside = {
        "tur:north": {"tur:port", "tur:mill", "tur:north", "tur:mayor"},
        "fra:west": {"fra:west"},
        "TUR": {place for place in PLACES if place.startswith(("tur", "TUR"))},
        "FRA": {place for place in PLACES if place.startswith(("fra", "FRA"))},
    }
    for (province, target), dyad in found.items():
        assert dyad.told == gaps[province, target].told
        there = {start for start, end, kind in ends if kind == "memorandum" and end in inside[target]} - {
            province
        }
        assert {other.province.id for other in dyad.others} == there
        beside = {start for start, end in borders if end in inside[target] | {target}}
        assert {other.province.id for other in dyad.farther} == there - beside
        if dyad.standing == "bypassed":
            assert whole
    rivals = {one.target.id: dict(one.verdicts) for one in find_rivals(snapshot, by="target", as_of=DAY)}
    for one in find_entanglement(snapshot, by="neighbour", as_of=DAY):
        assert one.rivals == sum(rivals.get(one.target.id, {}).get(verdict, 0) for verdict in RIVALRY)


def test_every_level_is_answered() -> None:
    for level in LEVELS:
        assert len(find(border("A", "tur:north"), level=level)) == 1
