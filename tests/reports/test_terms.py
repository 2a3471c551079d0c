"""One governor at a time: what a snapshot tells of a day, and that the report says the same."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmap.dates import FIRST_DAY
from graphmap.errors import DateError
from graphmap.reports import run_report
from graphmap.schema import Batch, Governor, Governs, Record, Tie, validated
from graphmap.schema.rules.settling import Term, make_room
from tests.analysis.graphs import make_node, make_small_world, make_snapshot
from tests.examples import examples
from tests.reports.cases import make_world
from tests.term_oracles import find_governors, list_terms


def make_term(number: int, governor: str, **given: Any) -> Record:
    return validated(Governs, id=f"r{number}", from_id=governor, to_id="A", sources=("source:test",), **given)


def make_terms(*given: dict[str, Any]) -> list[Record]:
    governors = [make_node(Governor, f"g{number}") for number in range(len(given))]
    return [*governors, *(make_term(number, f"g{number}", **one) for number, one in enumerate(given))]


def test_a_certain_governor_leaves_no_room_and_a_term_lies_on_the_side_of_its_attested_days() -> None:
    terms = make_terms(
        {"attested": ("2005-12-28",)},
        {"since": "2013", "attested": ("2014-03-01",)},
        {"since": "2021-10-01", "attested": ("2024-01-01",)},
    )
    snapshot = make_snapshot([*make_small_world(), *terms])
    told = {
        day: [(term.governor, answer) for term, answer in find_governors(snapshot, "A", date(day, 2, 1))]
        for day in (1993, 2014, 2018, 2023, 2025)
    }
    assert told == {
        1993: [("g0", "term undated")],
        2014: [("g1", "certain")],
        2018: [("g1", "possible")],
        2023: [("g2", "certain")],
        2025: [("g2", "possible")],
    }
    first, second, third = list_terms(snapshot, "A")
    assert first.until == date(2013, 12, 31)
    assert (second.first, second.until) == (date(2013, 1, 1), date(2021, 10, 1))
    assert third.first == date(2021, 10, 1)


def test_a_term_without_end_makes_room_for_who_certainly_governed_after_and_before() -> None:
    """No term reaches across a day on which another certainly governed: on neither side."""
    days = [(date(1, 1, 1), date(9999, 12, 31), at, at + timedelta(days=1))
            for at in (date(2005, 1, 1), date(2010, 1, 1), date(2015, 1, 1))]  # fmt: skip
    terms = [Term(f"r{n}", f"g{n}", *bounds) for n, bounds in enumerate(days)]
    assert make_room(terms) == {
        "r0": (date(1, 1, 1), date(2010, 1, 1)),
        "r1": (date(2005, 1, 2), date(2015, 1, 1)),
        "r2": (date(2010, 1, 2), date(9999, 12, 31)),
    }


def test_a_term_of_which_only_the_end_is_known_tells_nothing_of_decades_before() -> None:
    terms = make_terms({"until": "2017-09-13?", "attested": ("2016-08-04",)})
    snapshot = make_snapshot([*make_small_world(), *terms])
    told = {
        day: [answer for _, answer in find_governors(snapshot, "A", day)]
        for day in (date(1994, 1, 1), date(2016, 8, 3), date(2016, 8, 4), date(2017, 9, 13), date(2018, 1, 1))
    }
    assert [*told.values()] == [["term undated"], ["term undated"], ["certain"], ["possible"], []]


DATES = st.sampled_from(["", "2001", "2003-05-01", "2005", "2008-01-01", "2010"])

ATTESTED = st.sampled_from(["2002-01-01", "2006-06-01", "2009-01-01"])


@st.composite
def draw_terms(draw: st.DrawFn) -> list[Record]:
    found: list[Record] = [make_node(Governor, f"g{number}", sources=("s",)) for number in range(3)]
    for number in range(draw(st.integers(0, 4))):
        given = {
            "since": draw(DATES),
            "until": draw(DATES | st.just("..")),
            "attested": draw(
                st.lists(st.sampled_from(["2002-01-01", "2006-06-01", "2009-01-01"]), max_size=2)
            ),
        }
        given = {name: value for name, value in given.items() if value}
        term = validated(
            Governs,
            id=f"r{number}",
            from_id=f"g{draw(st.integers(0, 2))}",
            to_id="A",
            sources=("s",),
            **given,
        )
        try:
            term.derive()
        except DateError:
            continue
        found.append(term)
    return found


@pytest.mark.hypothesis
def test_the_report_says_who_governed_as_the_snapshot_does(empty_url: str) -> None:
    since = ["2001-06-01", "2002", "2004", "2006-06-01", "2008-01-01", "2012-01-01", ""]
    ties = [
        validated(Tie, id=f"t{number}", from_id="A", to_id="TUR", kind="memorandum", since=day or None,
                  document=f"d{number}", sources=("s",))
        for number, day in enumerate(since)
    ]  # fmt: skip
    with make_world(empty_url) as store:
        store.apply(Batch.of(ties), "a tester", "ties")

        @settings(
            max_examples=examples(40 if empty_url.endswith(".kgl") else 8),
            suppress_health_check=[HealthCheck.too_slow],
        )
        @given(draw_terms())
        def agree(records: list[Record]) -> None:
            store._write(lambda run: run("MATCH ()-[t:GOVERNS]->() DELETE t", {}))
            store.apply(Batch.of(records), "a tester", "terms")
            snapshot = store.snapshot()
            said: dict[str, set[tuple[str | None, str]]] = {}
            for row in run_report(store, "governor_terms").as_dicts():
                said.setdefault(row["tie"], set()).add((row["term"], row["answer"]))
            for tie in ties:
                assert isinstance(tie, Tie)
                bounds = tie.bounds()
                found = {
                    (term.id, str(answer))
                    for term, answer in find_governors(
                        snapshot, "A", bounds.since_earliest, bounds.since_latest
                    )
                }
                nobody = {(None, "no governor recorded")}
                unknown = bounds.since_earliest == FIRST_DAY
                assert said[tie.identity] == ({(None, "start unknown")} if unknown else found or nobody)

        agree()
