"""Ties in time and groups of provinces: what a span and a group hold."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from graphmap.views.drawn import gather_drawn
from graphmap.views.groups import find_groups
from graphmap.views.page import render_fragment
from graphmap.views.spans import NO_DAY, count_days, list_spans
from graphmap.views.wording import choose_wording
from tests.views.graphs import fill, look_at, read_iran
from tests.views.test_drawings import make_places, make_tie

PROVINCES, COUNTRIES = ("ZZ-1", "ZZ-2"), ("TUR", "IRQ")


def read_spans(*ties: object):  # type: ignore[no-untyped-def]
    page = look_at(fill([*make_places(2), *ties]))  # type: ignore[list-item]
    return list_spans(page, PROVINCES, COUNTRIES, choose_wording("en").languages)


def test_a_tie_with_both_dates_is_known_to_hold_to_its_end() -> None:
    (span,) = read_spans(make_tie("ZZ-1", "TUR", "1", "2020-01-01", "2030-01-01")).spans
    assert (span.first, span.start) == (count_days(date(2020, 1, 1)),) * 2
    assert span.presumed == 0
    assert span.sure == span.until == count_days(date(2030, 1, 1))


def test_a_tie_of_unknown_end_is_presumed_to_go_on_for_five_years_after_its_last_sign() -> None:
    (span,) = read_spans(make_tie("ZZ-1", "TUR", "1", "2023-03-01", "")).spans
    assert span.sign == span.sure == count_days(date(2023, 3, 1))
    assert (span.presumed, span.until) == (1, count_days(date(2028, 3, 1)))


def test_a_joint_act_lives_on_by_its_other_ties_which_prove_no_day_of_it() -> None:
    """As the analysis presumes (methods 3.4, item 3), so the page draws."""
    ties = [
        make_tie("ZZ-1", "TUR", "joint", "2020-06", ""),
        make_tie("ZZ-2", "TUR", "joint", "2024-03", ""),
    ]
    (_, span) = read_spans(*ties).spans
    assert (span.first, span.start, span.sure) == tuple(count_days(date(2020, 6, day)) for day in (1, 30, 30))
    assert (span.sign, span.until) == (count_days(date(2024, 3, 1)), count_days(date(2029, 3, 1)))


def test_an_uncertain_start_has_two_days() -> None:
    (span,) = read_spans(make_tie("ZZ-1", "TUR", "1", "2022", "2030")).spans
    assert (span.first, span.start) == (count_days(date(2022, 1, 1)), count_days(date(2022, 12, 31)))


def test_a_tie_without_a_day_is_counted_and_not_drawn() -> None:
    line = read_spans(make_tie("ZZ-1", "TUR", "1", ""))
    assert (len(line.spans), line.undated) == (0, 1)


def test_ties_on_one_document_of_two_provinces_are_one_act() -> None:
    ties = [
        make_tie("ZZ-1", "TUR", "joint"),
        make_tie("ZZ-2", "TUR", "joint"),
        make_tie("ZZ-1", "IRQ", "own"),
    ]
    acts = sorted(span.act for span in read_spans(*ties).spans)
    assert acts == [-1, 0, 0]


def test_marks_of_open_dates_are_no_days() -> None:
    assert count_days(None) == count_days(date.min) == count_days(date.max - timedelta(days=3)) == NO_DAY
    assert count_days(date(1970, 1, 2)) == 1


def test_every_tie_of_the_sample_is_drawn_or_counted() -> None:
    page = look_at(read_iran())
    line = gather_drawn(page, choose_wording("en"))["time"]
    assert len([span for span in line.spans if not span.event]) + line.undated == len(page.ties)
    assert all(span.first <= span.start <= span.sure <= span.until for span in line.spans)


def test_groups_are_all_closed_sets_of_three_provinces_and_two_countries() -> None:
    page = look_at(read_iran())
    of = {country: {tie.province for tie in page.find_ties(country)} for country in page.countries}
    closed = {frozenset(provinces) for provinces in of.values()}
    while more := {one & other for one, other in combinations(closed, 2)} - closed:
        closed |= more
    shared = {provinces: frozenset(c for c in of if provinces <= of[c]) for provinces in closed}
    wanted = {pair for pair in shared.items() if len(pair[0]) >= 3 and len(pair[1]) >= 2}
    groups = find_groups(page)
    assert {(group.provinces, group.countries) for group in groups} == wanted
    sizes = [len(group.provinces) * len(group.countries) for group in groups]
    assert sizes == sorted(sizes, reverse=True)


def test_where_there_is_no_group_the_panel_is_hidden() -> None:
    few = look_at(fill([*make_places(2), make_tie("ZZ-1", "TUR", "1")]))
    assert " hidden aria-labelledby" in render_fragment("groups", few, "en")
    assert " hidden aria-labelledby" not in render_fragment("groups", look_at(read_iran()), "en")
