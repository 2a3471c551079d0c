"""Overlaps in a small world: levels, days, sectors, roll-up, rank, sentences and JSON."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmap.analysis import Overlap, PlaceName, find_overlaps
from graphmap.analysis.overlap import SharedTarget
from graphmap.errors import GraphmapError, NameUnknown
from graphmap.language import load_language
from graphmap.scales import LEVELS, NATURES, Level
from graphmap.schema import Record, Source, validated
from graphmap.text import Name
from tests.analysis.graphs import SOURCE, make_small_world, make_snapshot, make_tie, make_world_with
from tests.analysis.oracles import measure_jaccard, measure_smaller_share
from tests.examples import examples

DAY = date(2020, 6, 1)
PLACES = ["tur:port", "tur:mill", "tur:north", "TUR", "tur:mayor", "tur:ministry", "fra:bay", "FRA"]


def find_one(*ties: Record, level: Level = "country", **options: object) -> Overlap:
    (overlap,) = find_overlaps(make_world_with(*ties), level, min_shared=1, **options)  # type: ignore[arg-type]
    return overlap


def share_at(level: Level, one: str, other: str) -> bool:
    ties = make_tie("t1", "A", one), make_tie("t2", "B", other)
    return bool(find_overlaps(make_world_with(*ties), level, min_shared=1))


@pytest.mark.parametrize(
    ("one", "other", "levels"),
    [
        ("tur:mayor", "tur:mayor", {"counterpart", "city", "region", "country"}),
        ("tur:mayor", "tur:port", {"city", "region", "country"}),
        ("tur:port", "tur:mill", {"region", "country"}),
        ("tur:north", "tur:mill", {"region", "country"}),
        ("tur:ministry", "tur:ministry", {"counterpart", "country"}),
        ("TUR", "tur:port", {"country"}),
        ("fra:bay", "fra:bay", {"city", "country"}),
        ("FRA", "TUR", set()),
    ],
)
def test_a_tie_counts_at_the_level_of_its_target_and_at_every_coarser_one(
    one: str, other: str, levels: set[str]
) -> None:
    assert {level for level in LEVELS if share_at(level, one, other)} == levels


@settings(max_examples=examples(50))
@given(st.lists(st.tuples(st.sampled_from("ABCD"), st.sampled_from(PLACES)), max_size=14))
def test_what_is_shared_at_a_fine_level_is_shared_at_every_coarser_one(
    ends: list[tuple[str, str]],
) -> None:
    snapshot = make_world_with(*(make_tie(f"t{n}", a, b) for n, (a, b) in enumerate(ends)))

    def find_pairs(level: Level, country: str) -> set[tuple[str, ...]]:
        found = find_overlaps(snapshot, level, min_shared=1, country=country)
        return {tuple(province.id for province in overlap.provinces) for overlap in found}

    for country in ("TUR", "FRA"):
        for level in LEVELS:
            assert find_pairs(level, country) <= find_pairs("country", country)
    assert find_pairs("city", "TUR") <= find_pairs("region", "TUR")


def test_a_pair_that_shares_one_target_is_left_out_unless_asked_for() -> None:
    snapshot = make_world_with(make_tie("t1", "A", "TUR"), make_tie("t2", "B", "TUR"))
    assert len(find_overlaps(snapshot)) == 0
    assert len(find_overlaps(snapshot, min_shared=1)) == 1


def test_a_tie_of_a_city_counts_for_its_province_and_is_said_to_be_municipal() -> None:
    overlap = find_one(make_tie("t1", "a:town", "tur:port"), make_tie("t2", "B", "tur:port"))
    assert [province.id for province in overlap.provinces] == ["A", "B"]
    assert overlap.municipal == 1
    assert "1 of 2 ties made by cities" in overlap.sentence(load_language("en"))


def test_a_tie_of_no_known_province_is_counted_apart() -> None:
    found = find_overlaps(make_world_with(make_tie("t1", "lost:town", "TUR"), make_tie("t2", "B", "TUR")))
    assert (found.counted.total, found.counted.counted, found.counted.without_province) == (2, 1, 1)
    assert found.counted.sentence(load_language("en")) == (
        "1 of 2 ties count; 1 without a sector; left out: 1 of no known province."
    )


def test_several_ties_to_one_target_share_it_once_and_are_all_evidence() -> None:
    ties = [make_tie(f"t{n}", start, "TUR") for n, start in enumerate(["A", "a:town", "A", "B"])]
    overlap = find_one(*ties)
    assert (len(overlap.shared), overlap.union, overlap.jaccard) == (1, 1, 1.0)
    assert overlap.ties == ("t0", "t1", "t2", "t3")


def test_the_evidence_leaves_out_what_is_not_shared() -> None:
    overlap = find_one(make_tie("t1", "A", "TUR"), make_tie("t2", "B", "TUR"), make_tie("t3", "B", "FRA"))
    assert overlap.ties == ("t1", "t2")
    assert (overlap.union, overlap.jaccard, overlap.smaller_share) == (2, 0.5, 1.0)


@pytest.mark.parametrize(
    ("since", "until", "certainty"),
    [
        ("2019", "..", "certain"),
        ("2020-06-01", "2020-06-02", "certain"),
        ("2019", "", "presumed"),
        ("2012", "", "possible"),
        ("2020", "..", "possible"),
        ("2018?", "..", "certain"),
        ("2019?", "..", "possible"),
        ("", "", "possible"),
    ],
)
def test_a_target_is_shared_on_a_day_as_surely_as_both_ties_hold(
    since: str, until: str, certainty: str
) -> None:
    ties = (
        make_tie("t1", "A", "TUR", since=since, until=until),
        make_tie("t2", "B", "TUR", since="2010", until=".."),
    )
    overlap = find_one(*ties, as_of=DAY)
    assert overlap.shared[0].certainty == certainty
    said = overlap.sentence(load_language("en"))
    assert ("all only possibly" in said, "all presumed" in said) == (
        certainty == "possible",
        certainty == "presumed",
    )


@pytest.mark.parametrize(("since", "until"), [("2010", "2020-06-01"), ("2020-06-02", "..")])
def test_a_tie_that_cannot_hold_on_the_day_does_not_count(since: str, until: str) -> None:
    ties = make_tie("t1", "A", "TUR", since=since, until=until), make_tie("t2", "B", "TUR")
    found = find_overlaps(make_world_with(*ties), as_of=DAY, min_shared=1)
    assert (len(found), found.counted.out_of_time) == (0, 1)


def test_in_the_whole_history_a_target_is_shared_whatever_the_dates() -> None:
    overlap = find_one(
        make_tie("t1", "A", "TUR", since="2001", until="2002"), make_tie("t2", "B", "TUR", since="2015?")
    )
    assert overlap.certain == 1


def test_a_tie_said_to_have_ended_counts_on_no_day_after_it_can_have() -> None:
    ties = make_tie("t1", "A", "TUR", stage="ended", attested=("2018-01-01",)), make_tie("t2", "B", "TUR")
    world = make_world_with(*ties)
    assert len(find_overlaps(world, as_of=date(2018, 1, 1), min_shared=1)) == 1
    after = find_overlaps(world, as_of=DAY, min_shared=1)
    assert (len(after), after.counted.ended) == (0, 1)


def test_a_suspended_tie_counts_possibly_only() -> None:
    ties = make_tie("t1", "A", "TUR", since="2010", until="..", stage="suspended")
    other = make_tie("t2", "B", "TUR", since="2010", until="..")
    assert find_one(ties, other, as_of=DAY).certain == 0


@pytest.mark.parametrize(
    "given", [{"stage": "idea"}, {"stage": "proposed"}, {"stage": "negotiating"}, {"kind": "visit"}]
)
def test_what_is_not_in_force_yet_or_passes_stands_beside_and_is_no_presence(given: dict[str, str]) -> None:
    ties = make_tie("t1", "A", "TUR", since="2020-05-01", **given), make_tie("t2", "B", "TUR")
    found = find_overlaps(make_world_with(*ties), as_of=DAY, min_shared=1)
    assert (len(found), found.counted.counted) == (0, 1)
    assert found.counted.pipeline + found.counted.events == 1
    assert "beside: 1" in found.counted.sentence(load_language("en"))


def test_events_can_be_asked_about() -> None:
    ties = make_tie("t1", "A", "TUR", kind="visit"), make_tie("t2", "B", "TUR", kind="memorandum")
    other = make_tie("t3", "C", "TUR", kind="visit")
    world = make_world_with(*ties, other)
    shared = {
        nature: ["".join(p.id for p in one.provinces) for one in found]
        for nature in NATURES
        if (found := find_overlaps(world, min_shared=1, nature=nature)) is not None
    }
    assert shared == {"commitments": [], "events": ["AC"], "all": ["AB", "AC", "BC"]}
    of_kinds = find_overlaps(world, min_shared=1, nature="all", kinds=("visit",))
    assert (len(of_kinds), of_kinds.counted.other_kind) == (1, 1)


def test_a_tie_said_to_have_ended_may_have_lasted_until_its_source_said_so() -> None:
    ties = make_tie("t1", "A", "TUR", since="2010", stage="ended"), make_tie("t2", "B", "TUR")
    source = validated(Source, id=SOURCE, name="Test", published="2015", retrieved="2026-02-08")
    world = make_snapshot([*make_small_world()[1:], source, *ties])
    shared = {
        day: [one.shared[0].certainty for one in find_overlaps(world, as_of=day, min_shared=1)]
        for day in (date(2011, 6, 1), date(2015, 12, 30), date(2015, 12, 31))
    }
    assert list(shared.values()) == [["possible"], ["possible"], []]


def test_a_tie_of_unknown_sector_counts_possibly_where_a_sector_is_asked_for() -> None:
    ties = (
        make_tie("t1", "A", "TUR", sectors=("trade",)),
        make_tie("t2", "B", "TUR"),
        make_tie("t3", "C", "TUR", sectors=("trade", "tourism")),
        make_tie("t4", "D", "TUR", sectors=("tourism",)),
    )
    found = find_overlaps(make_world_with(*ties), sector="trade", min_shared=1)
    certain = {tuple(p.id for p in overlap.provinces): overlap.certain for overlap in found}
    assert certain == {("A", "B"): 0, ("A", "C"): 1, ("B", "C"): 0}
    assert (found.counted.other_sector, found.counted.sectors_unknown) == (1, 1)
    assert {doubt.what for overlap in found for doubt in overlap.unknown} == {"sectors"}


CITIES = st.sets(st.sampled_from(["tur:port", "tur:mill", "fra:bay"]), min_size=1)


@given(CITIES, CITIES)
def test_an_overlap_is_measured_as_the_books_have_it(one: set[str], other: set[str]) -> None:
    ends = [(start, end) for start, targets in (("A", one), ("B", other)) for end in sorted(targets)]
    ties = [make_tie(f"t{number}", start, end) for number, (start, end) in enumerate(ends)]
    found = find_overlaps(make_world_with(*ties), "city", min_shared=1)
    measured = [(overlap.jaccard, overlap.smaller_share) for overlap in found]
    expected = (measure_jaccard(one, other), measure_smaller_share(one, other))
    assert measured == ([expected] if one & other else [])


def test_pairs_that_share_two_targets_come_before_a_higher_jaccard_of_one() -> None:
    cities = {"A": ["bay"], "B": ["bay"], "C": ["port", "mill"], "D": ["port", "mill", "bay"]}
    ends = [
        (province, "fra:bay" if city == "bay" else f"tur:{city}")
        for province in cities
        for city in cities[province]
    ]
    world = make_world_with(*(make_tie(f"t{n}", a, b) for n, (a, b) in enumerate(ends)))
    found = find_overlaps(world, "city", min_shared=1)
    ranked = [("".join(p.id for p in o.provinces), len(o.shared), round(o.jaccard, 2)) for o in found]
    assert ranked == [("CD", 2, 0.67), ("AB", 1, 1.0), ("AD", 1, 0.33), ("BD", 1, 0.33)]


def test_a_limit_cuts_the_list_and_says_how_many_there_are() -> None:
    ties = [make_tie(f"t{n}", start, "TUR") for n, start in enumerate("ABCD")]
    found = find_overlaps(make_world_with(*ties), min_shared=1, limit=2)
    assert (len(found), found.total) == (2, 6)
    assert [tuple(p.id for p in o.provinces) for o in found] == [("A", "B"), ("A", "C")]


def test_what_few_have_comes_first() -> None:
    """All four have TUR, and two have FRA: 1 / ln 2 is more than 1 / ln 4."""
    ties = [make_tie(f"t{n}", start, "TUR") for n, start in enumerate("ABCD")]
    ties += [make_tie(f"f{n}", start, "FRA") for n, start in enumerate("CD")]
    found = find_overlaps(make_world_with(*ties), min_shared=1)
    assert [tuple(p.id for p in o.provinces) for o in found][:2] == [("C", "D"), ("A", "B")]
    assert [target.place.id for target in found[0].shared] == ["FRA", "TUR"]
    assert found[0].rarity == pytest.approx(1 / log(2) + 1 / log(4))
    assert "2 provinces deal with FRA" in found[0].sentence(load_language("en"))


def test_the_worked_number_of_rarity_holds() -> None:
    """Methods 1: with k(TUR) = 4 and k(IRQ) = 2 it is 0.721 + 1.443 = 2.164."""
    shared = [SharedTarget(PlaceName(code, Name(code)), "certain", k) for code, k in (("TUR", 4), ("IRQ", 2))]
    ties = make_tie("t1", "A", "TUR"), make_tie("t2", "B", "TUR")
    assert replace(find_one(*ties), shared=tuple(shared)).rarity == pytest.approx(2.164, abs=5e-4)


@given(st.lists(st.tuples(st.sampled_from("ABCD"), st.sampled_from(("TUR", "FRA"))), max_size=8))
def test_rarity_is_what_the_shared_targets_sum_up_to(ends: list[tuple[str, str]]) -> None:
    world = make_world_with(*(make_tie(f"t{n}", a, b) for n, (a, b) in enumerate(dict.fromkeys(ends))))
    held = {place: {a for a, b in ends if b == place} for place in ("TUR", "FRA")}
    for overlap in find_overlaps(world, min_shared=1):
        assert {target.place.id: target.provinces for target in overlap.shared} == {
            place: len(provinces)
            for place, provinces in held.items()
            if provinces >= {province.id for province in overlap.provinces}
        }


def test_one_province_may_be_asked_for() -> None:
    ties = [make_tie(f"t{n}", start, "TUR") for n, start in enumerate("ABCD")]
    found = find_overlaps(make_world_with(*ties), min_shared=1, province="C")
    assert [tuple(p.id for p in o.provinces) for o in found] == [("A", "C"), ("B", "C"), ("C", "D")]
    with pytest.raises(GraphmapError, match="'TUR' is not a known province; the nearest are A"):
        find_overlaps(make_world_with(*ties), province="TUR")


def test_no_tie_makes_no_overlap() -> None:
    assert len(find_overlaps(make_world_with(), min_shared=1)) == 0


def test_json_is_the_list_that_was_promised() -> None:
    ties = make_tie("t1", "A", "TUR"), make_tie("t2", "B", "TUR"), make_tie("t3", "B", "FRA")
    (overlap,) = find_overlaps(make_world_with(*ties), min_shared=1).as_json()["findings"]
    promised = {name: overlap[name] for name in ("provinces", "shared", "union", "jaccard", "ties")}
    assert promised == {
        "provinces": ["A", "B"],
        "shared": [{"id": "TUR", "name": "TUR", "provinces": 2}],
        "union": 2,
        "jaccard": 0.5,
        "ties": ["t1", "t2"],
    }


def test_the_sentence_says_it_in_both_languages() -> None:
    ties = make_tie("t1", "A", "TUR"), make_tie("t2", "B", "TUR"), make_tie("t3", "B", "FRA")
    overlap = find_one(*ties)
    assert (
        overlap.sentence(load_language("en"))
        == "A and B share 1 of 2 countries: TUR; 2 provinces deal with TUR; that is 1 of the 1 that A has."
    )
    told = overlap.sentence(load_language("fa")).replace("\u2068", "").replace("\u2069", "")
    begun = "A و B از ۲ کشور طرف رابطه، ۱ کشور مشترک دارند: TUR"
    assert told == f"{begun}؛ ۲ استان با TUR رابطه دارند؛ یعنی ۱ مورد از ۱ موردِ A."


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"level": "planet"},
            "'planet' is not a level; right would be one of counterpart, city, region, country",
        ),
        ({"min_shared": 0}, "min_shared: 0 would list pairs that share nothing"),
        ({"as_of": date(9999, 12, 31)}, "as_of: 9999-12-31 stands for an open date"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused(options: dict[str, object], message: str) -> None:
    with pytest.raises(GraphmapError, match=message):
        find_overlaps(make_world_with(), **options)  # type: ignore[arg-type]


def test_an_unknown_country_or_sector_is_answered_with_the_nearest() -> None:
    with pytest.raises(NameUnknown, match="'TUX' is not a known country; the nearest are TUR"):
        find_overlaps(make_world_with(), country="TUX")
    with pytest.raises(NameUnknown, match="'trades' is not a known sector; the nearest are trade"):
        find_overlaps(make_world_with(), sector="trades")
