"""Dates: what is read, what is refused, and which days a text may mean."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from graphmap.dates import (
    FIRST_DAY,
    LAST_DAY,
    Days,
    find_days,
    from_solar,
    is_solar,
    read_date,
    to_solar,
)
from graphmap.errors import DateError

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
        ("2026-31-11", "no month 31", "such as 2026-11-30"),
        ("1402-30-12", "no month 30", "such as 1402-12-29"),
        ("1403-30-12", "no month 30", "perhaps 1403-12-30"),
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
        "import sys; from graphmap.bounds import find_bounds;"
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
