"""A press list of another country (invented: `van`), from the empty store to findings, reports and checks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graphmap.analysis import find_overlaps, find_rivals, find_sole_contacts
from graphmap.exchange.native import read_batch
from graphmap.exchange.samples import make_places_batch
from graphmap.language import load_language
from graphmap.questions.ask import ask
from graphmap.reports import count_findings, list_reports, run_checks
from graphmap.store import create_store
from graphmap.store.session import Session
from tests.truth.press_oracle import judge_countries, read_acts

DAY = date(2026, 11, 26)
LIST = Path(__file__).parent / "van"
EN, FA = load_language("en"), load_language("fa")
GOVERNOR = "counterpart:irn:governor-of-west-azerbaijan"
NEEDED = {"country": "Iran", "province": "وان", "counterpart": GOVERNOR}


@pytest.fixture(scope="module")
def van(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Give a store of Türkiye's provinces, with the list."""
    store, _ = create_store(tmp_path_factory.mktemp("van") / "van.kgl", make_places_batch("TUR"))
    with store:
        batch = read_batch(sorted(LIST.glob("*.csv")), store.contents)
        store.apply(batch, "a tester", "the list")
        assert not store.apply(batch, "a tester", "once more").created
        with Session(store) as session:
            yield session


def test_rivals_joint_acts_and_what_shows_no_sign_are_told_apart(van: Session) -> None:
    contests = {contest.target.id: contest for contest in find_rivals(van.snapshot(), as_of=DAY)}
    governor = {
        "–".join(province.name for province in pair.provinces): pair for pair in contests[GOVERNOR].pairs
    }
    assert {names: pair.verdict for names, pair in governor.items()} == {
        "Hakkari–Van": "presumed",
        "Van–Iğdır": "presumed",
        "Hakkari–Iğdır": "joint",
    }
    first = governor["Hakkari–Van"].first
    assert first is not None
    assert first.name == "Van"
    (chambers,) = contests["counterpart:aze:chamber-nakhchivan"].pairs
    assert (chambers.verdict, chambers.silent_since) == ("possible", date(2016, 1, 1))
    (georgia,) = contests["GE-SJ"].pairs
    assert (georgia.verdict, georgia.preparing) == ("none", "possible")


def test_the_list_is_judged_as_plain_python_judges_its_rows(van: Session) -> None:
    acts = read_acts(LIST, LIST, province="TR-")
    expected = judge_countries(acts, DAY, 5)
    found = {
        (rivalry.target.id, *(province.id for province in pair.provinces)): [pair.verdict, pair.preparing]
        for rivalry in find_rivals(van.snapshot(), as_of=DAY, by="target")
        for pair in rivalry.list_pairs()
    }
    assert found == {key: told for key, told in expected.items() if key in found}
    assert len(found) == len(expected)


def test_overlaps_and_sole_contacts_say_what_they_rest_on(van: Session) -> None:
    snapshot = van.snapshot()
    (overlap,) = find_overlaps(snapshot, as_of=DAY)
    assert {target.place.id for target in overlap.shared} == {"AZE", "IRN"}
    (sole,) = find_sole_contacts(snapshot, as_of=DAY)
    assert (sole.target.id, sole.province.id, sole.absence.answer) == ("GEO", "TR-36", "cannot tell")
    assert [province.id for province in sole.beside] == ["TR-75"]


@pytest.mark.parametrize("report", [report.name for report in list_reports()])
def test_every_report_answers_in_both_languages(report: str, van: Session) -> None:
    asked = {
        name: NEEDED[name]
        for name, parameter in next(r for r in list_reports() if r.name == report).parameters.items()
        if parameter.required
    }
    for day in (DAY, None):
        answer = ask(van, f"report {report}", {**asked, "as_of": "all" if day is None else day})
        assert all(len(answer.sentences(language)) == len(answer.rows) for language in (EN, FA))


def test_a_tie_of_a_city_of_no_known_province_is_all_that_the_checks_find(van: Session) -> None:
    answers = run_checks(van.store, DAY)
    assert count_findings(answers) == {"error": 0, "warning": 1, "note": 0}
    assert [answer.report.name for answer in answers if answer.rows.rows] == ["ties_of_no_province"]
