"""What counts: the derived properties of a tie against an oracle that asks day by day, and worked cases."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from graphmap.bounds import Bounds, find_bounds
from graphmap.dates import FIRST_DAY, LAST_DAY
from graphmap.schema import Tie, validated
from graphmap.schema.kinds_of_tie import KINDS_OF_TIE, Nature
from graphmap.schema.relationships import STAGE
from graphmap.schema.rules.counting import (
    ENDED,
    PREPARING_STAGES,
    SUSPENDED,
    Counting,
    find_sign,
    judge_counting,
)
from tests.time_oracles import judge_counting_on, judge_overlap

START = date(2020, 1, 1)
DAYS = tuple(START + timedelta(days=number) for number in range(10))
NATURE: st.SearchStrategy[Nature] = st.sampled_from(["commitment", "event"])
STAGES = st.sampled_from([*STAGE.choices, None])


@st.composite
def draw_bounds(draw: st.DrawFn) -> Bounds:
    """Draw bounds of a few days, tightened as find_bounds does; either side may be a far mark."""
    day = st.sampled_from(DAYS)
    since = sorted([draw(day), draw(day)])
    until = sorted([draw(day), draw(day)])
    if draw(st.booleans()):
        since[0] = FIRST_DAY
        if draw(st.booleans()):
            since[1] = FIRST_DAY
    if draw(st.booleans()):
        until[1] = LAST_DAY
        if draw(st.booleans()):
            until[0] = LAST_DAY
    if since[0] >= until[1]:
        until[1] = LAST_DAY
    since[1] = min(since[1], until[1] - timedelta(days=1))
    until[0] = max(until[0], since[0] + timedelta(days=1))
    return Bounds(since[0], since[1], until[0], until[1])


@given(draw_bounds(), NATURE, STAGES, st.sampled_from(DAYS))
@example(Bounds(DAYS[1], DAYS[1], DAYS[3], LAST_DAY), "commitment", "ended", DAYS[3])
@example(Bounds(DAYS[1], DAYS[1], LAST_DAY, LAST_DAY), "commitment", "ended", DAYS[3])
@example(Bounds(DAYS[1], DAYS[1], DAYS[4], DAYS[4]), "commitment", "suspended", DAYS[3])
def test_a_tie_counts_on_the_days_on_which_it_may_be_in_force(
    bounds: Bounds, nature: Nature, stage: str | None, day: date
) -> None:
    counting = judge_counting(bounds, nature, stage)
    counts = counting.counts_from <= day < counting.counts_until
    certain = counting.certain_from <= day < counting.certain_until
    contact = counting.counts_from <= day < counting.contact_until
    assert (counts, certain, contact) == judge_counting_on(bounds, nature, stage, day)


@given(draw_bounds(), NATURE, STAGES)
def test_what_proves_nothing_has_no_certain_day_and_what_counts_has_a_day(
    bounds: Bounds, nature: Nature, stage: str | None
) -> None:
    counting = judge_counting(bounds, nature, stage)
    assert counting.counts_from < counting.counts_until
    if counting.proves:
        assert (counting.certain_from, counting.certain_until) == (bounds.since_latest, bounds.until_earliest)
    else:
        assert (counting.certain_from, counting.certain_until) == (LAST_DAY, FIRST_DAY)
    assert not (counting.preparing and counting.proves)


@given(draw_bounds(), STAGES, draw_bounds(), STAGES)
def test_two_ties_were_certainly_in_force_at_once_if_their_certain_days_say_so(
    one: Bounds, stage: str | None, other: Bounds, stage_2: str | None
) -> None:
    a, b = judge_counting(one, "commitment", stage), judge_counting(other, "commitment", stage_2)
    at_once = a.certain_from < b.certain_until and b.certain_from < a.certain_until
    assert at_once == (a.proves and b.proves and judge_overlap(one, other) == "certain")


def test_what_is_an_idea_proposed_or_negotiated_is_preparing() -> None:
    bounds = find_bounds("2020", "..")
    preparing = {
        stage for stage in (*STAGE.choices, None) if judge_counting(bounds, "event", stage).preparing
    }
    assert preparing == {"idea", "proposed", "negotiating"}


def test_a_suspended_tie_counts_but_never_certainly() -> None:
    counting = judge_counting(find_bounds("2020", ".."), "commitment", SUSPENDED)
    assert (counting.counts_until, counting.certain_until) == (LAST_DAY, FIRST_DAY)
    assert not counting.preparing


def test_a_tie_said_to_have_ended_may_have_lasted_until_it_was_said() -> None:
    known, unknown, open_end = (
        judge_counting(find_bounds("2020-01-01", until, ["2020-03-01"]), "commitment", ENDED)
        for until in ("2021-01-01", "", "..")
    )
    assert (known.counts_until, known.proves, known.said_ended) == (date(2021, 1, 1), True, False)
    assert (unknown.counts_until, unknown.proves, unknown.said_ended) == (LAST_DAY, True, True)
    assert unknown.certain_until == date(2020, 3, 2)
    assert (open_end.counts_until, open_end.proves) == (LAST_DAY, False)


def test_only_a_commitment_of_unknown_end_that_is_not_over_may_be_presumed_to_go_on() -> None:
    def may(nature: Nature = "commitment", until: str = "", stage: str | None = None) -> bool:
        return judge_counting(find_bounds("2020", until), nature, stage).presumable

    assert may()
    assert may(stage="in_force")
    assert not any((may(until=".."), may(until="2030"), may(nature="event")))
    assert not any(may(stage=stage) for stage in ("ended", "suspended", *PREPARING_STAGES))


def test_the_last_sign_of_life_is_the_latest_day_that_its_own_dates_tell() -> None:
    def find(nature: Nature, since: str, *attested: str, stage: str | None = None) -> date:
        return find_sign(nature, stage, since, attested, find_bounds(since, "", attested))

    assert find("commitment", "2022-06-01", "2023-03-10") == date(2023, 3, 10)
    assert find("commitment", "2022?") == date(2021, 1, 1)
    assert find("commitment", "", "2023-03", "2023-05-01?") == date(2023, 3, 1)
    assert find("event", "2024-05") == date(2024, 5, 1)
    nothing = [find("event", "2024-05?"), find("event", "", "2024-05-01"), find("commitment", "")]
    assert {*nothing, find("commitment", "2022", stage="proposed")} == {FIRST_DAY}


def test_the_words_of_the_rule_are_words_of_the_model() -> None:
    assert PREPARING_STAGES | {SUSPENDED, ENDED} <= set(STAGE.choices)


def test_visits_meetings_and_contacts_pass_and_all_else_lasts() -> None:
    events = {word for word, kind in KINDS_OF_TIE.items() if kind.nature == "event"}
    assert events == {"visit", "contact", "meeting"}
    assert validated(Tie, kind="meeting").derive()["nature"] == "event"
    assert validated(Tie, kind="office").derive()["nature"] == "commitment"


def test_a_tie_derives_its_bounds_and_when_it_counts() -> None:
    tie = validated(Tie, kind="agreement", since="2020", until="2022-06-01", stage="in_force")
    derived = tie.derive()
    assert tuple(derived) == Tie.derived
    assert {field.name for field in fields(Counting)} < set(Tie.derived)
    assert (derived["counts_from"], derived["counts_until"]) == (date(2020, 1, 1), date(2022, 6, 1))
    assert (derived["certain_from"], derived["certain_until"]) == (date(2020, 12, 31), date(2022, 6, 1))
