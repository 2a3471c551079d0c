"""The measures of rivalry and overlap: worked numbers, then properties."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.analysis.measures import (
    Activity,
    Presence,
    Shares,
    bound_rivalry,
    find_least_rivalry,
    judge_rivalry,
    measure_concentration,
    measure_crowding,
    measure_shares,
)
from graphmap.scales import VERDICTS
from tests.analysis.oracles import measure_jaccard, measure_smaller_share, merge_sectors

# In months: one in trade and later tourism, the other in investment and later trade.
ONE = [Activity("trade", 0, 48), Activity("tourism", 24, 48)]
OTHER = [Activity("trade", 24, 72), Activity("investment", 0, 24)]


def measured(one: Sequence[Activity], other: Sequence[Activity]) -> Shares:
    shares = measure_shares(one, other)
    assert shares is not None
    return shares


WORDS = ["trade", "investment", "tourism"]


@st.composite
def activities(draw: st.DrawFn, least: int = 1, unit: bool = False) -> list[Activity]:
    found = []
    for _ in range(draw(st.integers(least, 4))):
        start = draw(st.integers(0, 8))
        end = start + draw(st.integers(1, 5))
        weight = 1.0 if unit else draw(st.sampled_from([0.5, 1.0, 2.0]))
        found.append(Activity(draw(st.sampled_from(WORDS)), start, end, weight))
    return found


# ---------------------------------------------------------------------------- worked numbers


def test_two_of_five_countries_are_shared() -> None:
    one, other = {"IRQ", "TUR", "AZE", "ARM"}, {"IRQ", "TUR", "CHN"}
    assert measure_jaccard(one, other) == 2 / 5
    assert measure_smaller_share(one, other) == 2 / 3


def test_an_overlap_of_nothing_is_not_defined() -> None:
    assert measure_jaccard(set(), set()) is None
    assert measure_smaller_share({"TUR"}, set()) is None


def test_one_shared_target_fills_the_smaller_share_but_not_the_jaccard() -> None:
    one, other = {"TUR"}, {"IRQ", "TUR", "AZE", "ARM"}
    assert (measure_smaller_share(one, other), measure_jaccard(one, other)) == (1, 0.25)


def test_a_coarser_level_may_raise_the_jaccard_or_lower_it() -> None:
    def coarsen(cities: set[str]) -> set[str]:
        return {city[:3] for city in cities}

    up = {"TUR1", "TUR2"}, {"TUR2"}
    assert (measure_jaccard(*up), measure_jaccard(*map(coarsen, up))) == (0.5, 1)
    down = {"TUR1", "TUR2", "TUR3", "FRA1"}, {"TUR1", "TUR2", "TUR3", "ITA1"}
    assert (measure_jaccard(*down), measure_jaccard(*map(coarsen, down))) == (3 / 5, 1 / 3)


def test_a_fifth_is_rivalry_where_a_fifth_of_the_sector_months_is_shared() -> None:
    shares = measured(ONE, OTHER)
    assert (shares.rivalry, shares.complementarity) == (24 / 120, 48 / 120)
    assert shares.one_sided == pytest.approx(48 / 120)


def test_an_intensity_of_three_against_one_is_a_third_rivalry() -> None:
    assert measured([Activity("trade", 0, 10, 3)], [Activity("trade", 0, 10, 1)]).rivalry == pytest.approx(
        1 / 3
    )


def test_two_that_touch_neither_rival_nor_complement() -> None:
    shares = measured([Activity("trade", 0, 5)], [Activity("trade", 5, 9)])
    assert (shares.rivalry, shares.complementarity, shares.one_sided) == (0, 0, 1)


def test_different_sectors_at_one_time_are_wholly_complementary() -> None:
    shares = measured([Activity("trade", 0, 5)], [Activity("tourism", 0, 5)])
    assert (shares.rivalry, shares.complementarity) == (0, 1)


def test_copies_of_an_activity_do_not_add_up() -> None:
    assert measured([*ONE, *ONE], OTHER) == measured(ONE, OTHER)


def test_nothing_has_no_shares() -> None:
    assert measure_shares([], []) is None
    assert bound_rivalry(Presence([], []), Presence([], [])) is None


def test_a_third_province_in_trade_crowds_three_tenths() -> None:
    assert measure_crowding([ONE, OTHER, [Activity("trade", 36, 60)]]) == 36 / 120


def test_nobody_is_no_crowd() -> None:
    assert measure_crowding([[], []]) is None


def test_merging_by_the_strongest_would_lower_rivalry_and_by_sum_does_not() -> None:
    one = [Activity("trade", 0, 1), Activity("investment", 0, 1), Activity("tourism", 1, 2)]
    other = [Activity("trade", 0, 1), Activity("investment", 0, 1)]
    strongest = [[activity._replace(sector="all") for activity in part] for part in (one, other)]
    assert measured(one, other).rivalry == pytest.approx(2 / 3)
    assert measured(*strongest).rivalry == pytest.approx(1 / 2)
    assert measured(merge_sectors(one), merge_sectors(other)).rivalry == pytest.approx(2 / 3)


def test_concentration_of_two_one_one() -> None:
    index = measure_concentration([2, 1, 1])
    assert index == 0.375
    assert 1 / index == pytest.approx(2.6667, abs=1e-4)
    assert measure_concentration([5]) == 1
    assert measure_concentration([]) is None


def test_the_verdict_knows_what_is_unknown() -> None:
    known = [True, None, False]
    table = {(time, sector): judge_rivalry(True, time, sector) for time in known for sector in known}
    assert table == {
        (True, True): "certain",
        (True, None): "possible",
        (True, False): "complementary",
        (None, True): "possible",
        (None, None): "possible",
        (None, False): "possibly complementary",
        (False, True): "successive",
        (False, None): "possibly successive",
        (False, False): "none",
    }
    assert {judge_rivalry(False, time, sector) for time in known for sector in known} == {"none"}
    presumed = {(time, sector): judge_rivalry(True, time, sector, presumed=True) for time, sector in table}
    assert {key for key in table if presumed[key] != table[key]} == {(None, True)}
    told = {*table.values(), *presumed.values()}
    assert told == set(VERDICTS) - {"joint", "in contact"}


# ---------------------------------------------------------------------------- properties


@given(activities(), activities())
def test_shares_are_the_same_from_either_side(one: list[Activity], other: list[Activity]) -> None:
    there, back = measured(one, other), measured(other, one)
    assert there.rivalry == pytest.approx(back.rivalry)
    assert there.complementarity == pytest.approx(back.complementarity)


@given(activities(), activities(least=0))
def test_shares_lie_between_none_and_all_and_make_one(one: list[Activity], other: list[Activity]) -> None:
    shares = measured(one, other)
    parts = (shares.rivalry, shares.joint, shares.complementarity, shares.one_sided)
    assert all(-1e-9 <= part <= 1 + 1e-9 for part in parts)
    assert sum(parts) == pytest.approx(1)


@given(activities())
def test_a_province_is_wholly_its_own_rival(one: list[Activity]) -> None:
    assert measured(one, one).rivalry == 1


@given(activities(), activities(), st.sampled_from([0.25, 3.0]), st.integers(-20, 20))
def test_neither_scale_nor_a_shift_of_dates_matters(
    one: list[Activity], other: list[Activity], scale: float, shift: int
) -> None:
    moved = [
        [Activity(s, a + shift, b + shift, w * scale, act) for s, a, b, w, act in part]
        for part in (one, other)
    ]
    assert measured(*moved).rivalry == pytest.approx(measured(one, other).rivalry)
    assert measured(*moved).complementarity == pytest.approx(measured(one, other).complementarity)


@given(activities(), activities())
def test_what_one_does_alone_never_raises_rivalry(one: list[Activity], other: list[Activity]) -> None:
    alone = Activity("transport", 100, 104)
    assert measured([*one, alone], other).rivalry <= measured(one, other).rivalry + 1e-9
    assert measured([*one, alone], [*other, alone]).rivalry >= measured(one, other).rivalry - 1e-9


@given(activities(), activities())
def test_merging_sectors_never_lowers_rivalry(one: list[Activity], other: list[Activity]) -> None:
    merged = measured(merge_sectors(one), merge_sectors(other))
    assert merged.rivalry >= measured(one, other).rivalry - 1e-9


@given(activities(unit=True), activities(unit=True))
def test_crowding_of_two_of_unit_intensity_is_their_rivalry(
    one: list[Activity], other: list[Activity]
) -> None:
    assert measure_crowding([one, other]) == pytest.approx(measured(one, other).rivalry)


@given(st.lists(st.integers(0, 9), min_size=1))
def test_concentration_lies_between_equal_shares_and_one(amounts: list[int]) -> None:
    index = measure_concentration(amounts)
    holders = sum(amount > 0 for amount in amounts)
    assert index is None if holders == 0 else 1 / holders - 1e-9 <= (index or 0) <= 1 + 1e-9


@st.composite
def partly_known(draw: st.DrawFn) -> tuple[Presence, list[Activity]]:
    """A province as far as it is known, and one way in which it may truly be."""
    certain, possible, true = [], [], []
    for sector, start, end, weight, _ in draw(activities()):
        late, early = draw(st.integers(0, 3)), draw(st.integers(0, 3))
        known = sector if draw(st.booleans()) else None
        first, last = start - draw(st.integers(0, 3)), end + draw(st.integers(0, 3))
        act = draw(st.sampled_from([None, None, "a"]))
        if start + late < end - early:
            certain.append(Activity(known, start + late, end - early, weight, act))
        possible.append(Activity(known, first, last, weight, act))
        # What is not known to lie in one sector may lie in up to three.
        more = [] if known else draw(st.lists(st.sampled_from(WORDS), max_size=2, unique=True))
        true += [Activity(word, start, end, weight, act) for word in {sector or "", *more}]
    return Presence(certain, possible), true


@given(partly_known(), partly_known())
def test_every_way_to_fill_in_what_is_unknown_lies_in_the_range(
    one: tuple[Presence, list[Activity]], other: tuple[Presence, list[Activity]]
) -> None:
    bounds = bound_rivalry(one[0], other[0])
    assert bounds is not None
    assert bounds[0] - 1e-9 <= measured(one[1], other[1]).rivalry <= bounds[1] + 1e-9


@given(activities(), activities())
def test_the_range_of_what_is_known_is_one_number(one: list[Activity], other: list[Activity]) -> None:
    bounds = bound_rivalry(Presence(one, one), Presence(other, other))
    rivalry = measured(one, other).rivalry
    assert bounds is not None
    assert bounds[0] == pytest.approx(rivalry)
    assert bounds[1] == pytest.approx(rivalry)


SETS = [words for size in (1, 2, 3) for words in combinations(WORDS, size)]


@pytest.mark.parametrize("known", SETS)
@pytest.mark.parametrize("other", [(), *SETS])
def test_a_range_holds_for_every_set_of_up_to_three_sectors(
    known: tuple[str, ...], other: tuple[str, ...]
) -> None:
    """One side lies in known sectors, the other in some known and in some unknown."""

    def act(words: tuple[str | None, ...], start: int, end: int) -> list[Activity]:
        return [Activity(word, start, end) for word in words]

    mine, theirs = act(known, 0, 10), [*act(other, 2, 12), Activity(None, 4, 8)]
    bounds = bound_rivalry(Presence(mine, mine), Presence(theirs, theirs), WORDS)
    ways = [measured(mine, [*act(other, 2, 12), *act(words, 4, 8)]).rivalry for words in SETS]
    assert bounds is not None
    assert bounds[0] - 1e-9 <= min(ways)
    assert bounds[1] == pytest.approx(max(ways)) or bounds[1] >= max(ways)


def test_learning_two_sectors_does_not_leave_the_range() -> None:
    """T2: of trade against an unknown sector R is at most a half, unless the unknown lies in both."""
    both = act_in("trade", "investment")
    bounds = bound_rivalry(Presence(both, both), Presence(act_in(None), act_in(None)))
    assert bounds == (0.0, 1.0)
    assert measured(both, act_in("trade", "investment")).rivalry == 1


@pytest.mark.parametrize("word", WORDS)
def test_what_is_perhaps_there_in_no_known_sector_may_be_wholly_a_rival_in_any(word: str) -> None:
    mine = act_in(word)
    assert bound_rivalry(Presence(mine, mine), Presence([], act_in(None))) == (0.0, 1.0)


def act_in(*words: str | None) -> list[Activity]:
    return [Activity(word, 0, 10) for word in words]


@given(activities(), activities(), activities())
def test_what_two_do_jointly_is_neither_rivalry_nor_left_out(
    one: list[Activity], other: list[Activity], both: list[Activity]
) -> None:
    joint = [activity._replace(act="a") for activity in both]
    shares = measured([*one, *joint], [*other, *joint])
    assert shares.rivalry <= measured(one, other).rivalry + 1e-9
    assert shares.joint > 0
    assert shares.rivalry + shares.joint + shares.complementarity <= 1 + 1e-9


@st.composite
def presences(draw: st.DrawFn) -> Presence:
    """Draw what is certain and possible: sectors may be unknown, acts shared, spans and weights nothing."""
    found = []
    for _ in range(2):
        done = []
        for one in draw(activities(least=0)):
            sector, act = draw(st.sampled_from([one.sector, None])), draw(st.sampled_from([None, None, "a"]))
            end, weight = (
                draw(st.sampled_from([one.end, one.start])),
                draw(st.sampled_from([one.intensity, 0])),
            )
            done.append(one._replace(sector=sector, act=act, end=end, intensity=weight))
        found.append(done)
    return Presence(*found)


@given(presences(), presences())
def test_the_least_rivalry_alone_is_the_lower_of_its_bounds(one: Presence, other: Presence) -> None:
    bounds = bound_rivalry(one, other)

    assert find_least_rivalry(one, other) == (None if bounds is None else bounds[0])
