"""Proves how parameters are read, what a person is told, and how answers and checks are handed on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from neo4j import GraphDatabase

from graphmap.errors import GraphmapError, NameUnclear, NameUnknown, QuestionError
from graphmap.exchange.samples import make_home_batch, read_sample
from graphmap.reports import Report, count_findings, list_reports, run_checks, run_report
from graphmap.scales import PRESUMED_YEARS
from graphmap.store import create_store
from graphmap.store.engine import Engine
from tests.municipal import read_municipal
from tests.reports.cases import make_world, write_given

TIES = {"TIED_TO": [{"id": "t1", "from_id": "a:town", "to_id": "tur:port", "sectors": ["trade"]}]}


@pytest.fixture
def world(new_file: Callable[[], str]) -> Iterator[Engine]:
    with make_world(new_file()) as store:
        write_given(store, TIES, {})
        yield store


@pytest.mark.parametrize(
    "name", ["TUR", "tur", "TR", "tr", "Türkiye", "TURKEY", " turkey ", "ترکیه", "تركيه"]
)
def test_a_country_is_known_by_any_of_its_names(world: Engine, name: str) -> None:
    answer = run_report(world, "province_ties", {"country": name})
    assert answer.parameters["country"] == "TUR"
    assert answer.ties() == ("t1",)


def test_a_name_that_is_not_known_is_answered_with_the_nearest(world: Engine) -> None:
    with pytest.raises(NameUnknown, match=r"'Turkye' is not a known country; the nearest are .*TUR"):
        run_report(world, "province_ties", {"country": "Turkye"})


def test_a_name_that_two_bear_is_not_guessed(world: Engine) -> None:
    write_given(world, {"Country": [{"id": "XTR", "name": "Turkey"}]}, {})
    with pytest.raises(NameUnclear, match="XTR"):
        run_report(world, "province_ties", {"country": "Turkey"})


@pytest.mark.parametrize(
    ("report", "given", "said"),
    [
        (
            "province_ties",
            {"contry": "TUR"},
            "province_ties has no parameter contry; the nearest are country",
        ),
        ("date_order", {"country": "TUR"}, "date_order has no parameter country; it has none"),
        ("province_ties", {"as_of": "2020-01-01"}, "has no parameter as_of"),
        ("country_dossier", {}, "country_dossier needs country: the country"),
        ("country_dossier", {"country": "  "}, "country_dossier needs country"),
        (
            "province_ties",
            {"kind": "marriage"},
            "kind: 'marriage' is not one of the words allowed here; right would be",
        ),
        ("province_ties", {"sector": "trad"}, "sector: 'trad' is not one of the words"),
        (
            "overlapping_ties",
            {"level": "village"},
            "right would be one of counterpart, city, region, country",
        ),
        (
            "overlapping_ties",
            {"min_shared": "0"},
            "min_shared: '0' is out of bounds; right would be at least 1",
        ),
        (
            "overlapping_ties",
            {"min_shared": "two"},
            "min_shared: 'two' is not a number; right would be a whole number",
        ),
        ("overlapping_ties", {"min_shared": 1.5}, "min_shared: '1.5' is not a whole number"),
        (
            "old_mission_record",
            {"months": "1201"},
            "months: '1201' is out of bounds; right would be at least 1 and at most 1200",
        ),
    ],
)
def test_a_parameter_that_does_not_fit_is_refused(
    world: Engine, report: str, given: dict[str, Any], said: str
) -> None:
    with pytest.raises(QuestionError, match=re.escape(said)):
        run_report(world, report, given)


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("level", "city", "city"),
        ("level", "شهر", "city"),
        ("level", " City ", "city"),
        ("level", None, "country"),
        ("min_shared", "۳", 3),
        ("min_shared", 3, 3),
        ("sector", "گردشگری", "tourism"),
        ("sector", "", None),
        ("province", "آلفا", "A"),
    ],
)
def test_parameters_are_read_from_texts(world: Engine, name: str, value: Any, read: Any) -> None:
    assert run_report(world, "overlapping_ties", {name: value}).parameters[name] == read


def test_hostile_texts_are_values_and_never_cypher(world: Engine) -> None:
    with pytest.raises(GraphmapError):
        run_report(world, "province_ties", {"country": "x'}) DETACH DELETE n //"})
    assert len(run_report(world, "province_ties").rows.rows) == 1


def test_an_answer_gives_its_rows_as_mappings(world: Engine) -> None:
    answer = run_report(world, "province_ties", as_of=date(2020, 1, 1))
    assert answer.as_dicts()[0]["home"] == "a:town"
    assert list(answer.as_dicts()[0]) == list(answer.columns)
    assert answer.as_of == date(2020, 1, 1)


def test_all_checks_run_and_their_findings_are_counted_by_severity(world: Engine) -> None:
    answers = run_checks(world, date(2020, 1, 1))
    assert [answer.report.name for answer in answers] == [r.name for r in list_reports() if r.kind == "check"]
    assert count_findings(answers) == {"error": 0, "warning": 0, "note": 5}


def test_the_sample_has_no_errors_and_all_its_missions_were_last_seen_long_ago(
    new_file: Callable[[], str],
) -> None:
    store, _ = create_store(new_file(), make_home_batch("IRN"))
    with store:
        store.apply(read_municipal(), "a tester", "the lists of the sample")
        answers = run_checks(store, date(2026, 11, 24))
        store.apply(read_sample("iran"), "a tester", "the sample")
        assert count_findings(run_checks(store, date(2026, 11, 24)))["error"] == 0
    assert count_findings(answers)["error"] == 0
    found = {answer.report.name: len(answer.rows.rows) for answer in answers}
    assert found["old_mission_record"] == 122
    assert found["one_thing_under_two_ids"] == 0


@pytest.mark.parametrize("report", list_reports(), ids=lambda report: report.name)
def test_a_report_can_be_pasted_as_it_stands(report: Report, neo4j_url: str) -> None:
    with make_world(neo4j_url) as store:
        write_given(store, TIES, {})
        given = {"country": "TUR"} if report.name == "country_dossier" else {}
        answer = run_report(store, report, given)
    address, secret = neo4j_url.replace("bolt://neo4j:", "").split("@")[::-1]
    with GraphDatabase.driver(f"bolt://{address}", auth=("neo4j", secret)) as driver:
        parameters = {**answer.parameters, "as_of": None, "presume": PRESUMED_YEARS}
        pasted = driver.execute_query(report.text, parameters, routing_="r")
    assert tuple(pasted.keys) == answer.rows.columns
    assert len(pasted.records) == len(answer.rows.rows)
