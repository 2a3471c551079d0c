"""Every worked number that the method prints and the program tells, computed by the program."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.analysis import (
    Overlap,
    Rivalry,
    find_entanglement,
    find_overlaps,
    find_plan,
    find_rivals,
    find_sole_contacts,
)
from graphmap.analysis.measures import (
    Activity,
    measure_concentration,
    measure_crowding,
    measure_shares,
)
from graphmap.analysis.significance import NULLS
from graphmap.bounds import find_bounds
from graphmap.dates import find_days, to_solar
from graphmap.scales import Level
from graphmap.schema import Country, Record, validated
from graphmap.store.snapshot import build_snapshot
from tests.analysis.graphs import SOURCE, make_small_world, make_snapshot, make_tie
from tests.municipal import hold_municipal
from tests.views.graphs import read_iran

Spans = Mapping[tuple[str, str | None], tuple[int, int]]
"""By sector and joint act (None: none): from which month to which one is there, the last not counted."""


def list_activities(spans: Spans) -> list[Activity]:
    """Write spans as activities of one unit."""
    return [Activity(sector, a, b, act=act) for (sector, act), (a, b) in spans.items()]


def divide(one: Spans, other: Spans) -> tuple[float, float, float, float]:
    """Return R, J, C and U of two provinces."""
    shares = measure_shares(list_activities(one), list_activities(other))
    assert shares is not None
    return shares.rivalry, shares.joint, shares.complementarity, shares.one_sided


# ------------------------------------------------------------------------ 1, overlap


def share_countries() -> Overlap:
    """Overlap A with Iraq, Turkey, two more and B with Iraq, Turkey, one more; four know Turkey, two Iraq."""
    held = {"A": ("IRQ", "TUR", "AZE", "ARM"), "B": ("IRQ", "TUR", "CHN"), "C": ("TUR",), "D": ("TUR",)}
    countries = {code for codes in held.values() for code in codes} - {"TUR"}
    records: list[Record] = [validated(Country, id=code, name=code, sources=(SOURCE,)) for code in countries]
    records += [make_tie(f"{one}-{code}", one, code) for one, codes in held.items() for code in codes]
    found = find_overlaps(make_snapshot([*make_small_world(), *records]), min_shared=2)
    (pair,) = found
    assert [province.id for province in pair.provinces] == ["A", "B"]
    return pair


def test_two_of_five_countries_are_shared_and_two_thirds_of_the_smaller() -> None:
    pair = share_countries()
    assert (len(pair.shared), pair.union) == (2, 5)
    assert (pair.jaccard, round(pair.smaller_share, 3)) == (0.4, 0.667)


def test_a_partner_that_two_of_many_have_says_more_than_one_that_four_have() -> None:
    pair = share_countries()
    assert round(pair.rarity, 3) == 2.164
    assert [target.place.id for target in pair.shared] == ["IRQ", "TUR"]


# ------------------------------------------------------------------------ 2, more than chance?


def test_of_the_municipal_ties_no_pair_is_above_chance_at_any_level_and_each_null_says_its_own() -> None:
    """101 ties, 18 provinces, 153 pairs; the best candidate is Qom with Razavi Khorasan, by four cities."""
    snapshot = build_snapshot(hold_municipal())
    leaning = {"city": 5, "region": 4, "country": 1}
    levels: tuple[Level, ...] = ("city", "region", "country")
    for level in levels:
        for null in NULLS:
            draws = 10_000 if null == "fixed degrees" else None
            found = find_overlaps(snapshot, level, significance=null, draws=draws, limit=None)
            assert found.tests is not None
            assert (found.tests.null, found.tests.pairs, found.tests.draws) == (null, 153, draws)
            assert found.tests.words["above chance"] == 0
            # A pair or two have p of just about .05.
            near = abs(found.tests.words["leaning"] - leaning[level])
            assert near <= 2 if draws else found.tests.words["leaning"] == 0
            assert all(pair.chance is not None and pair.chance.q >= 0.1 for pair in found)
            if level == "city":
                (best,) = (one for one in found if {p.name for p in one.provinces} == QOM_AND_KHORASAN)
                assert best.chance is not None
                told = (0.84, 0.0038) if draws else (2.01, 0.14)
                assert (len(best.shared), best.chance.tested) == (4, 4)
                assert best.chance.expected == pytest.approx(told[0], abs=0.03 if draws else 0.005)
                assert best.chance.p == pytest.approx(told[1], abs=0.002 if draws else 0.005)
                assert best.chance.word == ("leaning" if draws else "as expected")
                assert best.chance.q == pytest.approx(0.58 if draws else 1, abs=0.3)


QOM_AND_KHORASAN = {"Qom", "Razavi Khorasan"}

# ------------------------------------------------------------------------ 3.3, per country


def test_turkey_has_ten_provinces_that_are_as_eight_and_seventeen_countries_hang_on_one_alone() -> None:
    snapshot = build_snapshot(hold_municipal())
    found = {one.target.id: one for one in find_rivals(snapshot, by="target") if isinstance(one, Rivalry)}
    assert {
        country: (len(one.tie_counts), round(one.effective_provinces or 0, 2))
        for country, one in found.items()
        if country in {"TUR", "CHN", "IRQ", "RUS", "TJK", "PAK"}
    } == {
        "TUR": (10, 8.05),
        "CHN": (8, 7.36),
        "IRQ": (6, 3.33),
        "RUS": (5, 4.5),
        "TJK": (5, 4.5),
        "PAK": (4, 3.57),
    }
    assert len(find_sole_contacts(snapshot)) == 17
    assert find_overlaps(snapshot).counted.counted == 101


# ------------------------------------------------------------------------ 4, borders


def test_of_45_borders_of_the_municipal_ties_one_is_crossed_and_of_18_with_countries_four() -> None:
    """Razavi Khorasan has Herat, across its border; ten of thirteen border provinces have no tie there."""
    snapshot, day = build_snapshot(hold_municipal()), date(2026, 2, 8)
    dyads = find_entanglement(snapshot, as_of=day)
    assert (dyads.total, dyads.standings["tied"]) == (45, 1)
    (crossed,) = (one for one in dyads if one.standing == "tied")
    assert (crossed.province.name, crossed.target.name) == ("Razavi Khorasan", "Herat")
    countries = find_entanglement(snapshot, "country", as_of=day)
    assert (countries.total, countries.standings["tied"]) == (18, 4)
    provinces = {one.province.id: False for one in countries}
    provinces |= {one.province.id: True for one in countries if one.standing == "tied"}
    assert (len(provinces), sum(not tied for tied in provinces.values())) == (13, 10)
    assert "bypassed" not in dyads.standings | countries.standings


# ------------------------------------------------------------------------ 3.2 and 3.3, toward one target

ONE: Spans = {("trade", None): (0, 48), ("tourism", None): (24, 48)}
OTHER: Spans = {("trade", None): (24, 72), ("investment", None): (0, 24)}


def test_a_fifth_is_rivalry_two_fifths_are_complementary_and_two_one_sided() -> None:
    assert divide(ONE, OTHER) == pytest.approx((0.20, 0, 0.40, 0.40))


def test_three_against_one_is_a_third_and_two_sectors_are_wholly_complementary() -> None:
    strong, weak = (measure_shares([Activity("trade", 0, 9, n)], [Activity("trade", 0, 9)]) for n in (3, 1))
    assert strong is not None
    assert weak is not None
    assert (strong.rivalry, weak.rivalry) == pytest.approx((1 / 3, 1))
    assert divide({("trade", None): (0, 9)}, {("tourism", None): (0, 9)}) == pytest.approx((0, 0, 1, 0))


def test_coarser_sectors_are_sums_for_the_strongest_alone_would_turn_two_thirds_into_a_half() -> None:
    one = [Activity("trade", 0, 1), Activity("investment", 0, 1), Activity("tourism", 1, 2)]
    other = one[:2]

    def merge(part: list[Activity], by_sum: bool) -> list[Activity]:
        at = {start: [act for act in part if act.start == start] for start in (0, 1)}
        return [Activity("all", s, s + 1, len(acts) if by_sum else 1) for s, acts in at.items() if acts]

    found = [
        measure_shares(*pair)
        for pair in (
            (one, other),
            (merge(one, True), merge(other, True)),
            (merge(one, False), merge(other, False)),
        )
    ]
    assert [round(shares.rivalry, 4) for shares in found if shares] == [0.6667, 0.6667, 0.5]


def test_a_third_province_crowds_three_tenths_and_two_one_one_are_as_two_and_two_thirds() -> None:
    third = [Activity("trade", 36, 60)]
    assert measure_crowding([list_activities(ONE), list_activities(OTHER), third]) == pytest.approx(0.30)
    index = measure_concentration([2, 1, 1])
    assert index == 0.375
    assert round(1 / index, 3) == 2.667


# ------------------------------------------------------------------------ 3.4, joint acts

APART: tuple[Spans, Spans] = ({("trade", None): (0, 24)}, {("trade", None): (12, 36)})


def test_a_joint_act_turns_sixty_percent_rivalry_into_twenty_and_forty_joint() -> None:
    joint, own = (tuple({**part, ("transport", act): (0, 24)} for part in APART) for act in ("d", None))
    assert divide(joint[0], joint[1]) == pytest.approx((0.20, 0.40, 0, 0.40))
    assert divide(own[0], own[1])[0] == pytest.approx(0.60)


def divide_as_printed(one: Spans, other: Spans) -> tuple[float, float, float, float]:
    """Return R, J, C and U by the printed formula, in which C adds up all sectors, those of acts too."""
    cuts = sorted({month for side in (one, other) for span in side.values() for month in span})
    rivalry = joint = paired = whole = 0
    for start, end in pairwise(cuts):
        mine, theirs = ({key for key, (a, b) in side.items() if a <= start < b} for side in (one, other))
        both = mine & theirs
        rivalry += (end - start) * sum(act is None for _, act in both)
        joint += (end - start) * sum(act is not None for _, act in both)
        paired += (end - start) * 2 * (min(len(mine), len(theirs)) - len(both))
        whole += (end - start) * len(mine | theirs)
    return rivalry / whole, joint / whole, paired / whole, 1 - (rivalry + joint + paired) / whole


keys = st.tuples(st.sampled_from(("trade", "tourism", "energy")), st.none())
acts = st.tuples(st.sampled_from(("trade", "transport")), st.just("act"))
spans = st.tuples(st.integers(0, 9), st.integers(1, 6)).map(lambda pair: (pair[0], sum(pair)))
own_parts = st.dictionaries(keys, spans, min_size=1, max_size=3)
joint_parts = st.dictionaries(acts, spans, max_size=2)


@given(own_parts, own_parts, joint_parts)
def test_where_both_stand_in_their_act_alike_the_printed_formula_and_the_rule_are_one(
    one: Spans, other: Spans, act: Spans
) -> None:
    sides = {**one, **act}, {**other, **act}
    assert divide(*sides) == pytest.approx(divide_as_printed(*sides))


@given(own_parts, own_parts, joint_parts, joint_parts)
def test_where_one_alone_has_its_part_of_the_act_there_it_complements_nothing_of_the_other(
    one: Spans, other: Spans, act: Spans, part: Spans
) -> None:
    sides = {**one, **act}, {**other, **part}
    rule, printed = divide(*sides), divide_as_printed(*sides)
    assert rule[:2] == pytest.approx(printed[:2])
    assert rule[2] <= printed[2] + 1e-9
    bare = divide(one, other)[2]
    assert (rule[2] > 0) == (bare > 0)


# ------------------------------------------------------------------------ 3.4, presumption, contests, doubt


@pytest.mark.parametrize(
    ("day", "presume", "verdict"),
    [
        (date(2026, 11, 26), 0, "possible"),
        (date(2026, 11, 26), 5, "presumed"),
        (date(2028, 3, 9), 5, "presumed"),
        (date(2028, 6, 1), 5, "possible"),
    ],
)
def test_a_memorandum_last_seen_on_10_march_2023_is_presumed_until_10_march_2028(
    day: date, presume: int, verdict: str
) -> None:
    given: dict[str, Any] = {"kind": "memorandum", "sectors": ("trade",), "since": "2022-06-01"}
    ties = [
        make_tie("a", "A", "TUR", **given, attested=("2023-03-10",)),
        make_tie("b", "B", "TUR", **{**given, "kind": "agreement", "since": "2020", "until": "2030"}),
    ]
    world = make_snapshot([*make_small_world(), *ties])
    (contest,) = find_rivals(world, as_of=day, presume=presume)
    assert contest.verdict == verdict
    (pair,) = contest.pairs
    assert pair.silent_since == (date(2023, 3, 10) if day.year == 2028 and day.month == 6 else None)


def test_at_the_governor_of_erbil_seven_pairs_of_five_provinces_are_presumed_and_three_joint() -> None:
    found = find_rivals(build_snapshot(read_iran()), as_of=date(2026, 11, 26), level="counterpart")
    (erbil,) = (one for one in found if one.target.id == "counterpart:irq:governor-of-erbil")
    assert dict(erbil.verdicts) == {"presumed": 7, "possible": 5, "joint": 3}
    presumed = [one.provinces for one in erbil.pairs if one.verdict == "presumed"]
    assert {province.id for pair in presumed for province in pair} == {
        *("IR-04", "IR-05", "IR-12", "IR-23", "IR-26"),
    }


def span(text: str) -> tuple[date, date]:
    """Return the first and the last day that a date may mean."""
    days = find_days(text)
    return days.earliest, days.latest


def test_doubt_is_one_unit_wide_and_a_solar_year_is_no_gregorian_year() -> None:
    assert span("2019?") == (date(2018, 1, 1), date(2020, 12, 31))
    assert span("2025-05?") == (date(2025, 4, 1), date(2025, 6, 30))
    assert span("2025-05-10?") == (date(2025, 5, 9), date(2025, 5, 11))
    assert span("1391") == (date(2012, 3, 20), date(2013, 3, 20))
    assert to_solar(date(2025, 3, 20)) == (1403, 12, 30)
    ended, begun = find_bounds("2010", "2019?"), find_bounds("2020", "..")
    assert ended.until_latest > begun.since_earliest


# ------------------------------------------------------------------------ 5, plan


@pytest.mark.parametrize(("capacity", "open_ones", "leading"), [(3, 4, 16), (5, 0, 15)])
def test_three_leads_a_province_leave_four_countries_of_the_sister_cities_open_and_five_none(
    capacity: int, open_ones: int, leading: int
) -> None:
    found = find_plan(build_snapshot(read_iran()), capacity=capacity, fairness=0, kinds=("sister_city",))
    assert (len(found), sum(one.lead is None for one in found)) == (36, open_ones)
    assert len(found.loads) == leading
