"""What records tell of each other, by hand: terms that make room, notes of what lies nowhere."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from graphmap.schema.rules.settling import NO_ACT, Term, find_last_signs, make_room
from tests.schema.test_difference import STORED, difference

NEW_YEAR = date(2020, 1, 1)


def test_a_term_ends_at_the_very_day_on_which_the_next_certainly_begins() -> None:
    # The first ended in 2020, one does not know when; the second certainly began on its first day.
    first = Term("first", "one", date(2015, 1, 1), date(2021, 1, 1), date(2015, 1, 1), NEW_YEAR)
    second = Term("second", "other", date(2019, 1, 1), date(2024, 1, 1), NEW_YEAR, date(2024, 1, 1))
    assert make_room([first, second]) == {
        "first": (date(2015, 1, 1), NEW_YEAR),
        "second": (NEW_YEAR, date(2024, 1, 1)),
    }


@pytest.mark.parametrize("governor", ["one", "other"])
def test_a_term_makes_no_room_for_one_of_its_governor_or_of_which_no_day_is_sure(governor: str) -> None:
    far, late = date(2015, 1, 1), date(2024, 1, 1)
    first = Term("first", "one", far, date(2021, 1, 1), far, NEW_YEAR)
    # Of the other governor it is not known that there was a day on which he governed.
    until = late if governor == "one" else NEW_YEAR
    second = Term("second", governor, date(2019, 1, 1), late, NEW_YEAR, until)
    assert make_room([first, second]) == {
        term.id: (term.counts_from, term.counts_until) for term in (first, second)
    }


def test_an_event_tells_of_its_own_two_ends_alone() -> None:
    days, no_act = np.array([10, 30, 5], np.int64), np.full(3, NO_ACT)
    ends, events = np.array([4, 4, 9], np.int64), np.array([False, True, False])
    assert find_last_signs(days, no_act, ends, events, np.ones(3, bool)).tolist() == [30, 30, 5]
    assert find_last_signs(days, no_act, ends, events, np.zeros(3, bool)).tolist() == [10, 30, 5]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("City", {"name": "Adrift"})], "City x: no IN row says where it lies, so it counts for no country"),
        (
            [("Counterpart", {"name": "Adrift", "kind": "governor"})],
            "Counterpart x: no REPRESENTS row says for what place it speaks",
        ),
        (
            [
                ("Mission", {"name": "Adrift", "kind": "consulate", "status": "open"}),
                ("SENT_BY", {"from_id": "x", "to_id": "TUR"}),
            ],
            "Mission x: no IN row says where it lies; ties with it count for the country that sends it",
        ),
    ],
)
def test_what_lies_nowhere_is_told_by_what_it_is(rows: list[tuple[str, dict[str, str]]], said: str) -> None:
    given = tuple(
        (name, {"sources": "s"} | ({"id": "x"} if "name" in row else {}) | row) for name, row in rows
    )
    assert said in difference(given, STORED).notes


def test_ties_of_many_cities_without_a_province_name_the_first_five() -> None:
    names = [f"town-{number}" for number in range(7)]
    cities = [("City", {"id": name, "name": name, "sources": "s"}) for name in names]
    ties = [
        ("TIED_TO", {"from_id": name, "to_id": "konya", "kind": "visit", "since": "2020", "sources": "s"})
        for name in names
    ]
    said = "7 new ties count for no province, since no IN row says in which one the city lies: "
    notes = difference((*cities, *ties), STORED).notes
    assert f"{said}{', '.join(names[:5])} …" in notes
