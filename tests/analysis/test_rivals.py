"""Rivals in a small world: verdicts, days, shares, ties not yet in force."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graphmap.analysis import RivalPair, find_rivals
from graphmap.language import load_language
from tests.analysis.graphs import are_near, make_tie, make_world_with

DAY = date(2020, 6, 1)
EN, FA = load_language("en"), load_language("fa")


def find_pair(one: dict[str, Any], other: dict[str, Any], **options: Any) -> RivalPair:
    """Return what A and B are to each other toward TUR, with one tie each."""
    world = make_world_with(make_tie("t1", "A", "TUR", **one), make_tie("t2", "B", "TUR", **other))
    (rivalry,) = find_rivals(world, **options, by="target")
    (pair,) = rivalry.pairs
    return pair


def held(since: str = "2010", until: str = "..", *sectors: str, **given: Any) -> dict[str, Any]:
    return {"since": since, "until": until, "sectors": sectors or ("trade",), **given}


# ---------------------------------------------------------------------------- verdicts


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (held(), held(), "certain"),
        (held(), held("2010", "..", "tourism"), "complementary"),
        (held(), {"since": "2010", "until": ".."}, "possible"),
        (held(), held("2010", "", attested=("2015-01-01",)), "certain"),
        (held("2010-01-01", ""), held("2015", ".."), "possible"),
        (held("2010", "", "tourism"), held("2015", ".."), "possibly complementary"),
        (held("2010-01-01", "2012-01-01"), held("2012-01-01", ".."), "successive"),
        (held("2010-01-01", "2012-01-01"), held("2012-01-01", "..", "tourism"), "none"),
        ({"since": "2010", "until": "2011"}, held("2012", ".."), "possibly successive"),
        (held("2010?", ".."), held(), "certain"),
        (held(stage="suspended"), held(), "possible"),
        (held(stage="unknown"), held(), "certain"),
        (held(stage="ended"), held(), "possible"),
        ({}, {}, "possible"),
    ],
)
def test_two_ties_of_the_whole_history_are_judged(
    one: dict[str, Any], other: dict[str, Any], verdict: str
) -> None:
    assert find_pair(one, other).verdict == verdict
    assert find_pair(other, one).verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (held(), held(), "certain"),
        (held("2010", ""), held(), "possible"),
        (held("2016", ""), held(), "presumed"),
        (held("2016", "", "tourism"), held(), "possibly complementary"),
        (held("2016", "", "other"), held("2016", "", "other"), "possible"),
        (held("2016", "..", "other"), held(), "complementary"),
        (held("2010", "..", "tourism", "trade"), held(), "certain"),
        (held("2010?", ".."), held(), "certain"),
    ],
)
def test_two_ties_on_a_day_are_judged(one: dict[str, Any], other: dict[str, Any], verdict: str) -> None:
    assert find_pair(one, other, as_of=DAY).verdict == verdict


def test_two_that_never_met_are_no_finding_on_a_day() -> None:
    ties = make_tie("t1", "A", "TUR", **held("2010", "2012")), make_tie("t2", "B", "TUR", **held("2015"))
    rivals = find_rivals(make_world_with(*ties), as_of=DAY, by="target")
    assert len(rivals) == 0
    assert [contact.province.id for contact in rivals.sole_contacts] == ["B"]


def test_a_finding_is_as_strong_as_its_strongest_pair_and_counts_all() -> None:
    ties = [
        make_tie("t1", "A", "TUR", **held()),
        make_tie("t2", "B", "TUR", **held()),
        make_tie("t3", "C", "TUR", **held("2010", "..", "tourism")),
        make_tie("t4", "D", "TUR"),
    ]
    (rivalry,) = find_rivals(make_world_with(*ties), by="target")
    assert rivalry.verdict == "certain"
    assert rivalry.verdicts == (("certain", 1), ("possible", 3), ("complementary", 2))
    assert [pair.verdict for pair in rivalry.pairs] == ["certain"] + ["possible"] * 3 + ["complementary"] * 2


def test_the_strongest_of_several_ties_of_two_provinces_decides() -> None:
    ties = [
        make_tie("t1", "A", "TUR", **held("2010", "2012")),
        make_tie("t2", "A", "TUR", **held("2015", "..", "tourism")),
        make_tie("t3", "B", "TUR", **held("2016", "..", "tourism", "trade")),
    ]
    (rivalry,) = find_rivals(make_world_with(*ties), by="target")
    assert rivalry.pairs[0].verdict == "certain"
    # In trade one came after the other had left: that is no sector in which they meet.
    assert rivalry.pairs[0].sectors == ("tourism",)
    assert rivalry.pairs[0].meeting.named == ("trade", "tourism")


@pytest.mark.parametrize("given", [{"stage": "negotiating"}, {"stage": "idea"}, {"stage": "proposed"}])
def test_what_is_not_in_force_yet_is_told_apart(given: dict[str, Any]) -> None:
    pair = find_pair(held(), held(**given))
    assert (pair.verdict, pair.preparing, pair.shares) == ("none", "possible", None)
    assert "with ties not in force yet: possible rivalry" in pair.sentence(EN)
    apart = find_pair(held(), held("2010", "..", "tourism", **given))
    assert (apart.verdict, apart.preparing) == ("none", "possibly complementary")


def test_ties_not_in_force_yet_do_not_weigh_in_the_concentration() -> None:
    ties = [make_tie("t1", "A", "TUR"), make_tie("t2", "B", "TUR", stage="idea"), make_tie("t3", "B", "TUR")]
    (rivalry,) = find_rivals(make_world_with(*ties), by="target")
    assert rivalry.tie_counts == (1, 1)
    assert rivalry.ties == ("t1", "t3")
    assert rivalry.preparing_ties == ("t2",)


# ---------------------------------------------------------------------------- numbers


def test_shares_run_from_the_earliest_start_to_the_horizon() -> None:
    pair = find_pair(held("2020-01-01"), held("2020-03-01"), as_of=date(2020, 4, 9))
    assert pair.days == (40, 40)
    assert pair.shares is not None
    assert pair.shares.rivalry == pytest.approx(40 / 100)
    assert pair.shares.complementarity == 0
    assert pair.shares.one_sided == pytest.approx(60 / 100)
    assert pair.first is not None
    assert pair.first.id == "A"


def test_the_worked_example_in_months_holds_in_days() -> None:
    ties = [
        make_tie("t1", "A", "TUR", **held("2000-01-01", "2004-01-01")),
        make_tie("t2", "A", "TUR", **held("2002-01-01", "2004-01-01", "tourism")),
        make_tie("t3", "B", "TUR", **held("2002-01-01", "2006-01-01")),
        make_tie("t4", "B", "TUR", **held("2000-01-01", "2002-01-01", "investment")),
    ]
    (rivalry,) = find_rivals(make_world_with(*ties), by="target")
    (pair,) = rivalry.pairs
    assert pair.shares is not None
    assert pair.shares.rivalry == pytest.approx(0.2, abs=1e-3)
    assert pair.shares.complementarity == pytest.approx(0.4, abs=1e-3)
    assert rivalry.crowding == pytest.approx(pair.shares.rivalry)
    assert are_near(pair.rivalry_range, pair.shares.rivalry, pair.shares.rivalry)


def test_intensity_weighs() -> None:
    pair = find_pair(held("2010", "2012", intensity=3.0), held("2010", "2012"), as_of=date(2010, 12, 31))
    assert pair.shares is None
    pair = find_pair(held("2010-01-01", "2012-01-01", intensity=3.0), held("2010-01-01", "2012-01-01"))
    assert pair.shares is not None
    assert pair.shares.rivalry == pytest.approx(1 / 3)


def test_open_ends_leave_the_shares_unknown_without_a_horizon() -> None:
    pair = find_pair(held("2010-01-01"), held("2010-01-01"))
    assert (pair.verdict, pair.days, pair.shares, pair.rivalry_range) == ("certain", (None, None), None, None)
    pair = find_pair(held("2010-01-01"), held("2010-01-01"), until=date(2011, 1, 1))
    assert pair.days == (365, 365)
    assert pair.shares is not None
    assert pair.shares.rivalry == 1


def test_an_unknown_sector_gives_a_range_and_no_number() -> None:
    one, other = held("2010-01-01", "2010-01-11"), {"since": "2010-01-06", "until": "2010-01-16"}
    pair = find_pair(one, other)
    assert (pair.verdict, pair.days, pair.shares) == ("possible", (5, 5), None)
    assert are_near(pair.rivalry_range, 0, 1 / 3)
    assert pair.as_json()["R"] is None
    assert "rivalry is from 0% to 33%" in pair.sentence(EN)


def test_a_date_known_to_the_year_gives_days_at_least_and_at_most() -> None:
    pair = find_pair(held("2022", "2023-01-01"), held("2022-06-01", "2022-07-01"))
    assert (pair.verdict, pair.days, pair.shares) == ("possible", (0, 30), None)
    assert pair.rivalry_range is not None
    assert pair.rivalry_range[0] == 0


def test_the_marks_of_open_dates_are_never_summed() -> None:
    pair = find_pair({}, {}, as_of=DAY)
    assert pair.days == (0, None)
    assert pair.rivalry_range is None
    text = str(
        find_rivals(
            make_world_with(make_tie("t1", "A", "TUR"), make_tie("t2", "B", "TUR")), by="target"
        ).as_json()
    )
    assert "9999" not in text
    assert "0001" not in text


def test_days_of_several_ties_are_counted_once() -> None:
    ties = [
        make_tie("t1", "A", "TUR", **held("2020-01-01", "2020-01-11")),
        make_tie("t2", "A", "TUR", **held("2020-01-06", "2020-01-21")),
        make_tie("t3", "B", "TUR", **held("2020-01-01", "2021-01-01")),
    ]
    (rivalry,) = find_rivals(make_world_with(*ties), by="target")
    assert rivalry.pairs[0].days == (20, 20)


def test_neither_was_first_where_dates_do_not_tell() -> None:
    assert find_pair(held("2010"), held("2010-07-01")).first is None
    assert find_pair(held("2009?"), held("2010-07-01")).first is None
    assert find_pair(held("2008?"), held("2010-07-01")).first is not None
    assert find_pair(held("2010-01-01"), held("2010-01-01")).first is None
