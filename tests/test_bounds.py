"""Bounds of two dates, and what two pairs of them are to each other, against brute force."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.bounds import Bounds, find_bounds
from graphmap.dates import FIRST_DAY, LAST_DAY, find_days
from graphmap.errors import DateError
from tests.time_oracles import count_shared_days, judge_day, judge_overlap

DAY = timedelta(days=1)


# ---------------------------------------------------------------------------- bounding


def bounds(*days: str) -> Bounds:
    """Four days, written short."""
    return Bounds(*map(date.fromisoformat, days))


FAR = "9999-12-31"


@pytest.mark.parametrize(
    ("since", "until", "attested", "expected"),
    [
        ("2019-05-11", "2020-01-01", (), bounds("2019-05-11", "2019-05-11", "2020-01-01", "2020-01-01")),
        ("2019-05-11", "..", (), bounds("2019-05-11", "2019-05-11", FAR, FAR)),
        ("2019-05-11", "", (), bounds("2019-05-11", "2019-05-11", "2019-05-12", FAR)),
        ("2018", "2019", (), bounds("2018-01-01", "2018-12-31", "2019-01-01", "2019-12-31")),
        ("2019", "2019", (), bounds("2019-01-01", "2019-12-30", "2019-01-02", "2019-12-31")),
        ("", "2019", (), bounds("0001-01-01", "2019-12-30", "2019-01-01", "2019-12-31")),
        ("..", "2019", (), bounds("0001-01-01", "0001-01-01", "2019-01-01", "2019-12-31")),
        ("..", "..", (), bounds("0001-01-01", "0001-01-01", FAR, FAR)),
        ("", "", (), bounds("0001-01-01", "9999-12-30", "0001-01-02", FAR)),
        ("", "", ("2026-02-08",), bounds("0001-01-01", "2026-02-08", "2026-02-09", FAR)),
        ("", "", ("2026-02-08", "2020-01-01"), bounds("0001-01-01", "2020-01-01", "2026-02-09", FAR)),
        ("2019", "", ("2019-06",), bounds("2019-01-01", "2019-06-30", "2019-06-02", FAR)),
        ("2019", "", ("2019-06-01?", ""), bounds("2019-01-01", "2019-12-31", "2019-01-02", FAR)),
        ("1391", "", (), bounds("2012-03-20", "2013-03-20", "2012-03-21", FAR)),
        ("2019?", "", (), bounds("2018-01-01", "2020-12-31", "2018-01-02", FAR)),
        ("2018", "2019~", (), bounds("2018-01-01", "2018-12-31", "2018-01-02", "2020-12-31")),
        ("2025-05?", "", (), bounds("2025-04-01", "2025-06-30", "2025-04-02", FAR)),
        ("2019?", "", ("2019-06-01",), bounds("2018-01-01", "2019-06-01", "2019-06-02", FAR)),
    ],
)
def test_two_texts_and_attested_days_give_four_days(
    since: str, until: str, attested: tuple[str, ...], expected: Bounds
) -> None:
    assert find_bounds(since, until, attested) == expected


def test_attested_days_may_be_days_or_texts() -> None:
    assert find_bounds("", "", [date(2026, 2, 8)]) == find_bounds("", "", iter(["2026-02-08"]))


@pytest.mark.parametrize(
    ("since", "until", "attested", "column", "problem"),
    [
        ("2020", "2019", (), "until", "not after the start, 2020"),
        ("2019-05-11", "2019-05-11", (), "until", "not after the start"),
        ("", "0001-01-01", (), "until", "not after the start, unknown"),
        ("9999-12-31", "..", (), "until", "not after"),
        ("2019-02-29", "", (), "since", "28 days"),
        ("", "hello", (), "until", "not a date"),
        ("2019", "2020", ("2021-01-01",), "attested", "attested on 2021-01-01"),
        ("2019", "2020-06-01", ("2020-06-01",), "attested", "outside"),
        ("2019", "", ("2018-12-31",), "attested", "outside"),
        ("2019", "", ("9999-12-31",), "attested", "outside"),
        ("2019", "", ("..",), "attested", "not a day"),
        ("2019", "", ("2019-99",), "attested", "no month 99"),
    ],
)
def test_dates_that_contradict_each_other_are_refused_with_their_column(
    since: str, until: str, attested: tuple[str, ...], column: str, problem: str
) -> None:
    with pytest.raises(DateError) as caught:
        find_bounds(since, until, attested)
    assert caught.value.column == column
    assert problem in caught.value.problem
    assert "9999" not in caught.value.right


# ---------------------------------------------------------------------------- judging

B = find_bounds("2023-01-01", "2025-01-01")


@pytest.mark.parametrize(
    ("since", "until", "attested", "verdict"),
    [
        ("2020-01-01", "2023-01-02", (), "certain"),
        ("2020-01-01", "2023-01-01", (), "none"),
        ("2025-01-01", "..", (), "none"),
        ("2020-01-01", "..", (), "certain"),
        ("2020-01-01", "", (), "possible"),
        ("2020-01-01", "", ("2023-06-01",), "certain"),
        ("2020-01-01", "2022", (), "none"),
        ("", "", (), "possible"),
        ("..", "..", (), "certain"),
        ("2020?", "..", (), "certain"),
        ("2022?", "..", (), "certain"),
        ("2024?", "..", (), "possible"),
        ("2020?", "2022", (), "none"),
    ],
)
def test_the_worked_cases_of_overlap(since: str, until: str, attested: tuple[str, ...], verdict: str) -> None:
    tie = find_bounds(since, until, attested)
    assert judge_overlap(tie, B) == judge_overlap(B, tie) == verdict


def test_a_touching_pair_shares_no_day() -> None:
    first, second = find_bounds("2020-01-01", "2022-01-01"), find_bounds("2022-01-01", "2024-01-01")
    assert judge_overlap(first, second) == "none"
    assert count_shared_days(first, second, None) == (0, 0)


def test_one_common_day_is_one_day() -> None:
    assert count_shared_days(find_bounds("2020-01-01", "2023-01-02"), B, None) == (1, 1)


def test_two_undated_ties_share_possibly_everything_and_certainly_the_attested_day() -> None:
    undated, attested = find_bounds("", ""), find_bounds("", "", ["2026-02-08"])
    assert judge_overlap(undated, undated) == "possible"
    assert judge_overlap(attested, attested) == "certain"
    assert judge_day(attested, date(2026, 2, 8)) == "certain"
    assert judge_day(attested, date(2026, 2, 9)) == "possible"
    assert count_shared_days(attested, attested, date(2026, 11, 25)) == (1, None)


def test_a_year_as_a_start_leaves_a_month_inside_it_possible() -> None:
    year, june = find_bounds("2022", ""), find_bounds("2022-06-01", "2022-07-01")
    assert judge_overlap(year, june) == "possible"
    assert count_shared_days(year, june, None) == (0, 30)


@pytest.mark.parametrize(
    ("first", "second", "horizon", "expected"),
    [
        (("2020-01-01", ".."), ("2021-01-01", ".."), None, (None, None)),
        (("2020-01-01", ".."), ("2021-01-01", ".."), date(2021, 1, 11), (10, 10)),
        (("2020-01-01", ".."), ("2021-01-01", ""), None, (1, None)),
        (("2020-01-01", ""), ("2021-01-01", ""), None, (0, None)),
        (("2020-01-01", ".."), ("2021-01-01", "2021-02-01"), None, (31, 31)),
        (("2020-01-01", ".."), ("2021-01-01", ".."), date(2020, 6, 1), (0, 0)),
        (("..", ".."), ("..", "2020-01-01"), date(2021, 1, 1), (None, None)),
        (("2020?", ".."), ("2021-01-01", "2021-02-01"), None, (0, 31)),
        (("2020-01-01", "2021-01-01"), ("2021-01-01", ".."), None, (0, 0)),
    ],
)
def test_far_days_are_never_summed(
    first: tuple[str, str],
    second: tuple[str, str],
    horizon: date | None,
    expected: tuple[int | None, int | None],
) -> None:
    a, b = find_bounds(*first), find_bounds(*second)
    assert count_shared_days(a, b, horizon) == count_shared_days(b, a, horizon) == expected


GRID = [date(2020, 1, 1) + i * DAY for i in range(6)]
TEXTS = ["", "..", "2020-01", *(day.isoformat() for day in GRID)]


@st.composite
def grid_bounds(draw: st.DrawFn) -> Bounds:
    """Bounds on a grid of six days, tightened as find_bounds tightens."""
    starts, ends = st.sampled_from(GRID[:-1]), st.sampled_from(GRID)
    s0, s1 = sorted((draw(starts), draw(starts)))
    e0, e1 = sorted((draw(ends), draw(ends.filter(lambda day: day > s0))))
    return Bounds(s0, min(s1, e1 - DAY), max(e0, s0 + DAY), e1)


def completions(tie: Bounds) -> list[tuple[date, date]]:
    """Every start and end that the four days allow, an end after its start."""
    return [
        (start, end)
        for start, end in product(GRID, GRID)
        if tie.since_earliest <= start <= tie.since_latest
        and tie.until_earliest <= end <= tie.until_latest
        and start < end
    ]


def say(answers: set[bool]) -> str:
    return "possible" if len(answers) == 2 else "certain" if True in answers else "none"


@given(grid_bounds(), st.sampled_from(GRID))
def test_the_verdict_on_a_day_agrees_with_every_completion(tie: Bounds, day: date) -> None:
    assert judge_day(tie, day) == say({start <= day < end for start, end in completions(tie)})


@given(grid_bounds(), grid_bounds())
def test_the_verdict_on_a_pair_agrees_with_every_completion(a: Bounds, b: Bounds) -> None:
    answers = {s < f and t < e for (s, e), (t, f) in product(completions(a), completions(b))}
    assert judge_overlap(a, b) == judge_overlap(b, a) == say(answers)


@given(grid_bounds(), grid_bounds(), st.none() | st.sampled_from(GRID))
def test_the_days_shared_agree_with_every_completion(a: Bounds, b: Bounds, horizon: date | None) -> None:
    cut = horizon or LAST_DAY
    shared = [
        max(0, (min(e, f, cut) - max(s, t)).days)
        for (s, e), (t, f) in product(completions(a), completions(b))
    ]
    least, most = count_shared_days(a, b, horizon)
    assert most == max(shared)
    assert least is not None
    assert least <= min(shared)
    if a.since_latest < a.until_earliest and b.since_latest < b.until_earliest:
        assert least == min(shared)


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.lists(st.sampled_from(GRID), max_size=2))
def test_the_four_days_are_the_hull_of_all_readings(since: str, until: str, attested: list[date]) -> None:
    starts = _meant(since, FIRST_DAY)
    ends = _meant(until, LAST_DAY)
    readings = [
        (start, end)
        for start, end in product(starts, ends)
        if start < end and all(start <= day < end for day in attested)
    ]
    try:
        found = find_bounds(since, until, attested)
    except DateError:
        assert not readings
        return
    assert found == Bounds(
        min(start for start, _ in readings),
        max(start for start, _ in readings),
        min(end for _, end in readings),
        max(end for _, end in readings),
    )


def _meant(text: str, far: date) -> list[date]:
    """Every day a text may mean; for unknown, the ends of the calendar stand for what lies between."""
    if text == "..":
        return [far]
    if text == "":
        near = [GRID[0] - 40 * DAY + i * DAY for i in range(90)]
        return [FIRST_DAY, FIRST_DAY + DAY, *near, LAST_DAY - DAY, LAST_DAY]
    days = find_days(text)
    return [days.earliest + i * DAY for i in range((days.latest - days.earliest).days + 1)]


def test_two_of_which_one_ends_in_a_doubtful_year_may_follow_or_meet() -> None:
    assert judge_overlap(find_bounds("2015", "2019?"), find_bounds("2020", "..")) == "possible"
    assert judge_day(find_bounds("2025-05?", ".."), date(2025, 11, 1)) == "certain"
