"""Runs the cases of all reports and checks on every engine, and proves that each report is well told."""

from __future__ import annotations

import re
from typing import Any

import pytest

from graphmap.reports import Report, list_reports, run_report
from graphmap.schema import RELATIONSHIPS, Lasting
from tests.reports.cases import Case, make_world, read_cases, write_given

CASES = tuple(read_cases())
REPORTS = list_reports()
PERSIAN = re.compile(r"[\u0600-\u06ff]")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_report_answers_as_its_case_says(case: Case, empty_url: str) -> None:
    with make_world(empty_url, case.bare) as store:
        write_given(store, case.given, case.raw)
        answer = run_report(store, case.report, case.parameters, case.as_of)
    rows = answer.as_dicts()
    seen = [
        {name: row[name] for name in expected} for row, expected in zip(rows, case.expected, strict=False)
    ]
    assert seen == list(case.expected)
    assert len(rows) == len(case.expected), rows[len(case.expected) :]
    keys = [tuple(map(str, (row[name] for name in answer.report.key))) for row in rows]
    assert len(set(keys)) == len(keys), "the key does not tell the rows apart"
    for row in rows:
        _check_words(answer.report, row)


def _check_words(report: Report, row: dict[str, Any]) -> None:
    for name, column in report.columns.items():
        value = row[name]
        if column.choices and value is not None:
            said = value if isinstance(value, list) else [value]
            assert set(said) <= set(column.choices), (name, value)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_every_report_has_cases_and_every_check_one_without_findings(report: Report) -> None:
    cases = [case for case in CASES if case.report == report.name]
    assert any(case.expected for case in cases)
    if report.kind == "check":
        assert any(not case.expected and (case.given or case.raw) for case in cases)


def test_every_file_of_cases_is_of_a_report() -> None:
    assert {case.report for case in CASES} == {report.name for report in REPORTS}


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_every_caption_and_help_has_its_persian(report: Report) -> None:
    texts = [report.caption_fa, report.description_fa]
    texts += [column.caption_fa for column in report.columns.values()]
    texts += [parameter.help_fa for parameter in report.parameters.values()]
    described = (*report.columns.values(), *report.parameters.values())
    texts += [persian for part in described for persian in part.choices.values()]
    for text in texts:
        assert PERSIAN.search(text), text
        assert not re.search("[يك\u0649]", text), f"Arabic letters in {text}"


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_every_row_leads_to_its_evidence(report: Report) -> None:
    assert {"sources", "source"} & set(report.columns)
    if "TIED_TO" in report.text and report.name not in {"date_order", "far_future", "country_dossier"}:
        assert {"tie", "ties"} & set(report.columns)


@pytest.mark.parametrize("name", ["date_order", "far_future"])
def test_a_check_of_dates_reads_all_lasting_types(name: str) -> None:
    lasting = {name for name, cls in RELATIONSHIPS.items() if issubclass(cls, Lasting)}
    check = next(report for report in REPORTS if report.name == name)
    found = re.search(r"\[r:([A-Z_|]+)\]", check.text)
    assert found is not None
    assert set(found[1].split("|")) == lasting
