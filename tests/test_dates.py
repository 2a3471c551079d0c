"""Dates: what is read and refused, the bounds of a tie, and the verdicts against brute force."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from graphmap.dates import (
    FIRST_DAY,
    LAST_DAY,
    Bounds,
    Days,
    find_bounds,
    find_days,
    from_solar,
    is_solar,
    read_date,
    to_solar,
)
from graphmap.errors import DateError
from tests.time_oracles import count_shared_days, judge_day, judge_overlap

DAY = timedelta(days=1)


# ---------------------------------------------------------------------------- reading


@pytest.mark.parametrize(
    ("text", "canonical", "earliest", "latest", "doubtful"),
    [
        ("2019", "2019", "2019-01-01", "2019-12-31", False),
        ("2019-02", "2019-02", "2019-02-01", "2019-02-28", False),
        ("2020-02-29", "2020-02-29", "2020-02-29", "2020-02-29", False),
        ("2019/5/11", "2019-05-11", "2019-05-11", "2019-05-11", False),
        (" \ufeff\u200e2019–05 ", "2019-05", "2019-05-01", "2019-05-31", False),
        ("2015-10?", "2015-10?", "2015-09-01", "2015-11-30", True),
        ("2019-05~", "2019-05~", "2019-04-01", "2019-06-30", True),
        ("2019%", "2019%", "2017-01-01", "2021-12-31", True),
        ("2019-05?-11", "2019-05?-11", "2019-05-10", "2019-05-12", True),
        ("2019؟", "2019?", "2018-01-01", "2020-12-31", True),
        ("201x", "201X", "2010-01-01", "2019-12-31", False),
        ("19XX?", "19XX?", "1800-01-01", "2099-12-31", True),
        ("201X~", "201X~", "2000-01-01", "2029-12-31", True),
        ("2024-02?", "2024-02?", "2024-01-01", "2024-03-31", True),
        ("0001?", "0001?", "0001-01-01", "0002-12-31", True),
        ("9999-12-31%", "9999-12-31%", "9999-12-29", "9999-12-31", True),
        ("1398?", "1398?", "2018-03-21", "2021-03-20", True),
        ("1398-02?", "1398-02?", "2019-03-21", "2019-06-21", True),
        ("2019-XX-11", "2019-XX-11", "2019-01-11", "2019-12-11", False),
        ("0001", "0001", "0001-01-01", "0001-12-31", False),
        ("9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31", False),
        ("", "", "0001-01-01", "9999-12-31", False),
        (" .. ", "..", "0001-01-01", "9999-12-31", False),
    ],
)
def test_a_date_has_strict_bounds_and_doubt_widens_them_by_a_unit(
    text: str, canonical: str, earliest: str, latest: str, doubtful: bool
) -> None:
    assert read_date(text) == canonical
    days = find_days(text)
    assert (days.earliest.isoformat(), days.latest.isoformat(), days.doubtful) == (earliest, latest, doubtful)


@pytest.mark.parametrize(
    ("text", "canonical", "earliest", "latest"),
    [
        ("1391", "1391", "2012-03-20", "2013-03-20"),
        ("۱۳۹۸", "1398", "2019-03-21", "2020-03-19"),
        ("1398/02", "1398-02", "2019-04-21", "2019-05-21"),
        ("1398-2", "1398-02", "2019-04-21", "2019-05-21"),
        ("1398/02/11", "2019-05-01", "2019-05-01", "2019-05-01"),
        ("١٣٩٨-٠٢-١١", "2019-05-01", "2019-05-01", "2019-05-01"),
        ("۱۳۹۸/۲/۲۱؟", "2019-05-11?", "2019-05-10", "2019-05-12"),
        ("1403-12-30", "2025-03-20", "2025-03-20", "2025-03-20"),
        ("?1398~-02", "1398-02%", "2019-02-20", "2019-07-22"),
        ("1398-XX", "1398", "2019-03-21", "2020-03-19"),
        ("139X", "139X", "2011-03-21", "2021-03-20"),
        ("1200", "1200", "1821-03-21", "1822-03-20"),
        ("1499-12", "1499-12", "2121-02-20", "2121-03-20"),
    ],
)
def test_solar_hijri_is_read_as_gregorian_days(text: str, canonical: str, earliest: str, latest: str) -> None:
    assert read_date(text) == canonical
    days = find_days(text)
    assert (days.earliest.isoformat(), days.latest.isoformat()) == (earliest, latest)


def test_the_years_beside_the_solar_hijri_ones_are_gregorian() -> None:
    assert find_days("1199").earliest == date(1199, 1, 1)
    assert find_days("1500").latest == date(1500, 12, 31)


@pytest.mark.parametrize(
    ("text", "problem", "right"),
    [
        ("2019-02-29", "2019-02 has 28 days", "2019-02-28"),
        ("1398-12-30", "1398-12 has 29 days", "1398-12-29"),
        ("2019-05-32", "no day 32", "01 to 31"),
        ("2019-13", "no month 13", "01 to 12"),
        ("2019-25-12", "no month 25", "2019-12-25"),
        ("11/02/1398", "begin with the year", "1398-02-11 or 1398-11-02"),
        ("31.12.2019", "begin with the year", "2019-12-31"),
        ("13/13/2019", "begin with the year", "2019-05-11"),
        ("98/02/11", "two digits", "1398/02/11"),
        ("2019.05.11", "dots", "2019-05"),
        ("20190511", "without hyphens", "2019-05-11"),
        ("2019-05-11 00:00:00", "time of day", "2019-05-11"),
        ("2019-21", "season", "2019-04"),
        ("2019/2020", "interval", "since"),
        ("2019/..", "interval", "since"),
        ("2019-2020", "interval", "since"),
        ("[2018,2019]", "set", "one date"),
        ("{2018,2019}", "set", "one date"),
        ("0000", "outside 1 to 9999", "0001 to 9999"),
        ("-0050", "outside 1 to 9999", "0001 to 9999"),
        ("Y20190", "outside 1 to 9999", "0001 to 9999"),
        ("950", "four digits", "0950"),
        ("XXXX", "not a date", "empty (unknown)"),
        ("1398-XX-11", "leaves out", "139X"),
        ("2019?-05?-11", "EDTF", "2019-05-11"),
        ("156X-02-29", "no day", "every year"),
        ("2019-1X", "not a date", "2019-05"),
        ("May 2019", "not a date", "2019-05"),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_would_be_right(text: str, problem: str, right: str) -> None:
    with pytest.raises(DateError) as caught:
        read_date(text)
    assert problem in caught.value.problem
    assert right in caught.value.right


def test_a_refused_date_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    for text in ("2019-1X", "2019-XX-1X", "2019?-05?-11"):
        with pytest.raises(DateError):
            read_date(text)
    assert capfd.readouterr() == ("", "")


def test_reading_plain_dates_loads_no_date_library() -> None:
    code = (
        "import sys; from graphmap.dates import find_bounds;"
        "find_bounds('2019', '2020-01-02'); print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"edtf", "persiantools", "pyparsing"} & set(loaded.split())


MARKS = st.sampled_from(["", "?", "~", "%"])


@st.composite
def written_dates(draw: st.DrawFn) -> str:
    """A date as someone may write it: either calendar, any precision, either separator, any digits."""
    solar = draw(st.booleans())
    year = draw(st.integers(1200, 1499) if solar else st.integers(1, 9999))
    parts = [f"{year:04}"]
    if draw(st.booleans()):
        parts.append(str(draw(st.integers(1, 12))))
        if draw(st.booleans()):
            parts.append(f"{draw(st.integers(1, 28)):02}")
    text = draw(st.sampled_from("-/")).join(parts) + draw(MARKS)
    return text.translate(
        str.maketrans("0123456789", draw(st.sampled_from(["0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"])))
    )


@given(written_dates())
def test_canonical_text_means_the_same_days_and_reads_as_itself(text: str) -> None:
    canonical = read_date(text)
    assert read_date(canonical) == canonical
    assert find_days(canonical) == find_days(text)
    assert canonical.isascii()


@given(st.text(max_size=14) | st.from_regex(r"[0-9X?~%./\[\]{},:T -]{1,14}", fullmatch=True))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        canonical = read_date(text)
    except DateError as error:
        refused = error.problem, error.right
        assert all(refused)
        return
    assert read_date(canonical) == canonical
    assert find_days(text).earliest <= find_days(text).latest


@given(st.dates(), MARKS, st.sampled_from([4, 7, 10]))
@example(date(9998, 1, 1), "?", 4)
@example(date(9999, 11, 1), "~", 7)
def test_a_mark_widens_a_date_by_its_neighbours(day: date, mark: str, precision: int) -> None:
    text = day.isoformat()[:precision]
    if 1200 <= day.year < 1500:
        return
    own = find_days(text)
    assert own.earliest <= day <= own.latest
    before, after = own, own
    for _ in range({"": 0, "%": 2}.get(mark, 1)):
        if before.earliest == FIRST_DAY or after.latest == LAST_DAY:
            return
        before = find_days((before.earliest - DAY).isoformat()[:precision])
        after = find_days((after.latest + DAY).isoformat()[:precision])
        if any(1200 <= days.earliest.year < 1500 for days in (before, after)):
            return
    assert find_days(text + mark) == Days(before.earliest, after.latest, bool(mark))


@given(st.dates(date(1822, 1, 1), date(2120, 1, 1)))
def test_a_solar_hijri_year_or_month_holds_its_days_and_no_others(day: date) -> None:
    solar = to_solar(day)
    assert solar is not None
    year, month, number = solar
    assert from_solar(year, month, number) == day
    assert read_date(f"{year}/{month}/{number}") == day.isoformat()
    for text in (f"{year}", f"{year}-{month:02}"):
        days = find_days(text)
        inside = [
            d for d in (days.earliest, days.latest, days.earliest - DAY, days.latest + DAY) if _in(text, d)
        ]
        assert inside == [days.earliest, days.latest]
        assert days.earliest <= day <= days.latest


def _in(text: str, day: date) -> bool:
    return JalaliDate(day).isoformat().startswith(text)  # type: ignore[no-untyped-call, no-any-return, unused-ignore]


def test_only_solar_hijri_years_and_months_stay_so() -> None:
    assert [is_solar(read_date(text)) for text in ("1398", "1398/02?", "1398/02/11", "2019", "", "..")] == [
        True, True, False, False, False, False,
    ]  # fmt: skip


def test_before_its_first_year_a_day_has_no_solar_hijri_date() -> None:
    assert to_solar(date(622, 3, 21)) is None
    assert to_solar(date(622, 3, 22)) == (1, 1, 1)


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
