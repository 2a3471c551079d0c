"""Everything that can be asked is declared, asked and answered in one way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from graphmap import notebook
from graphmap.errors import GraphmapError, NameUnknown, QuestionError, StoreError
from graphmap.exchange.samples import read_sample
from graphmap.language import load_language
from graphmap.question.calling import call_as_option
from graphmap.question.declaration import (
    KNOWN_CHOICES,
    SHARED_TYPES,
    Parameter,
    Question,
)
from graphmap.question.field_types import PLAIN_KINDS, find_field
from graphmap.question.shared import OF_ALL, OF_ANALYSES, SHARED
from graphmap.questions.ask import ask
from graphmap.questions.catalogue import list_captions, list_questions, load_question
from graphmap.questions.saying import describe_question
from graphmap.scales import SCALES
from graphmap.schema import NODES, Batch, Tie
from graphmap.store import create_store, open_store
from graphmap.store.contract import Store
from tests.questions.needed import give_needed

DAY = date(2026, 2, 8)
EN, FA = load_language("en"), load_language("fa")
QUESTIONS = list_questions()

OF_THE_WHOLE = "whole"
"""What some answers say of all findings together, beside what all say."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a store of the invented sample, to read."""
    path: Path = tmp_path_factory.mktemp("asked") / "invented.kgl"
    create_store(path, read_sample("invented"), by="a tester")[0].close()
    with open_store(str(path), read_only=True) as opened:
        yield opened


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: f"{question.kind} {question.name}")
def test_every_answer_has_one_shape_and_says_each_row_in_both_languages(
    question: Question, store: Store
) -> None:
    answer = ask(store, question, {**give_needed(question, "QZ-01", "QZB"), "as_of": DAY})
    found = json.loads(json.dumps(answer.as_json()))
    rows = "findings" if question.kind == "analysis" else "rows"
    assert [key for key in found if key != OF_THE_WHOLE] == [
        *("question", "as_of", "level", rows, "ties", "unknown", "scope", "counted", "total"),
    ]
    assert (found["question"], found["as_of"]) == (question.name, "2026-02-08")
    assert len(found[rows]) == len(answer.rows) == found["total"]
    assert list(found["scope"]) == list(question.asked)
    assert set(found["ties"]) <= set(store.snapshot().ties.ids)
    for code in ("en", "fa"):
        said = answer.sentences(load_language(code))
        assert len(said) == len(answer.rows)
        assert all(said)
    assert len(answer.ties_by_row()) == len(answer.rows)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: f"{question.kind} {question.name}")
def test_every_question_is_told_in_both_languages(question: Question) -> None:
    texts = [(question.caption, question.caption_fa), (question.description, question.description_fa)]
    texts += [(parameter.help, parameter.help_fa) for parameter in question.asked.values()]
    texts += [(column.help, column.caption_fa) for column in question.columns.values()]
    for english, persian in texts:
        assert english.isascii() or not any("\u0600" <= c <= "\u06ff" for c in english)
        assert any("\u0600" <= c <= "\u06ff" for c in persian)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: f"{question.kind} {question.name}")
def test_a_page_calls_the_fields_of_a_question_by_their_names_and_no_option(question: Question) -> None:
    for language in (EN, FA):
        code = language.code
        told = [describe_question(question, language), question.nothing_in(code)]
        told += [parameter.help_in(code) for parameter in question.asked.values()]
        assert not [text for text in told if "--" in text or "{" in text]
        called = re.findall(r"--([a-z-]+)", question.describe(code, call_as_option))
        assert {name.replace("-", "_") for name in called} <= set(question.parameters)


def test_a_description_calls_a_parameter_as_each_door_does() -> None:
    plan, overturn = load_question("plan"), load_question("overturn")
    assert "“Rules (TOML)” lays down weights" in describe_question(plan, EN)
    assert "--rules lays down weights" in plan.describe("en", call_as_option)
    assert "With “Listed by: document” come the" in describe_question(overturn, EN)
    assert "With by=document come the" in overturn.describe("en")
    assert "با «هر سطر: سند» اسنادی" in describe_question(overturn, FA)


def test_the_catalogue_names_just_what_loads() -> None:
    assert [(caption.name, caption.kind) for caption in list_captions()] == [
        (question.name, question.kind) for question in QUESTIONS
    ]


def test_every_question_takes_what_is_asked_of_all_and_every_analysis_what_is_asked_of_all_analyses() -> None:
    for question in QUESTIONS:
        assert question.asked.keys() >= OF_ALL.keys()
        if question.kind == "analysis":
            assert question.parameters.keys() >= OF_ANALYSES.keys()


def test_a_parameter_of_one_name_has_one_type_everywhere() -> None:
    for question in QUESTIONS:
        for name in question.parameters.keys() & SHARED.keys():
            asked, shared = question.parameters[name], Parameter(**SHARED[name])
            assert asked.type == shared.type, f"{question.name}.{name}"
            # A report may know some of the words only.
            assert asked.choices.items() <= shared.choices.items(), f"{question.name}.{name}"


def test_no_two_questions_have_one_name_and_each_can_be_asked_by_it_alone(store: Store) -> None:
    assert len({question.name for question in QUESTIONS}) == len(QUESTIONS)
    assert [load_question(question.name).kind for question in QUESTIONS] == [q.kind for q in QUESTIONS]
    analysis, report = (ask(store, name) for name in ("sole_contacts", "sole_outreach"))
    assert (analysis.question.kind, report.question.kind) == ("analysis", "report")
    assert set(analysis.ties()) == set(report.ties())


def test_what_has_no_meaning_beside_another_parameter_is_refused_as_it_is_declared(store: Store) -> None:
    assert ask(store, "rivals", {"until": "2026-01-01"}).total > 0
    with pytest.raises(QuestionError, match=r"until goes with as_of all\. The horizon of the whole history"):
        ask(store, "rivals", {"until": "2026-01-01", "as_of": "2026-02-08"})


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("rival", {}, "'rival' cannot be asked; the nearest are rivals"),
        ("report rivals", {}, "'report rivals' cannot be asked"),
        ("rivals", {"lewel": "city"}, "rivals has no parameter lewel; the nearest are level"),
        ("rivals", {"level": "planet"}, "level: 'planet' is not one of its words"),
        ("rivals", {"limit": 0}, "limit: '0' is out of bounds; right would be at least 1"),
        ("rivals", {"as_of": "soon"}, "as_of: 'soon'"),
        ("report country_dossier", {}, "country_dossier needs country"),
    ],
)
def test_what_cannot_be_asked_is_told_with_what_can(
    name: str, given: dict[str, object], said: str, store: Store
) -> None:
    with pytest.raises(QuestionError, match=said):
        ask(store, name, given)


def test_the_whole_history_is_asked_for_by_all_or_by_nothing(store: Store) -> None:
    first = ask(store, "rivals", {"as_of": "all"})
    assert first.as_of is None
    assert first.as_json() == ask(store, "rivals").as_json()


def test_names_like_one_that_is_not_known_are_offered_in_the_language_asked_in(store: Store) -> None:
    for name in ("rivals", "report province_ties"):
        with pytest.raises(NameUnknown) as english:
            ask(store, name, {"country": "Kalvaniya"}, "en")
        with pytest.raises(NameUnknown) as persian:
            ask(store, name, {"country": "Kalvaniya"}, "fa")
        assert str(english.value) != str(persian.value)
        assert any("\u0600" <= c <= "\u06ff" for c in str(persian.value))


def test_the_home_country_is_no_foreign_target(store: Store) -> None:
    with pytest.raises(GraphmapError, match="is the home country"):
        ask(store, "overlaps", {"country": store.home().id})


def test_what_is_unknown_in_a_report_is_counted_by_column(store: Store) -> None:
    answer = ask(store, "province_ties")
    rows = answer.as_dicts()
    for told in answer.list_unknown():
        assert told["rows"] == sum(answer.columns[told["what"]].is_unknown(row[told["what"]]) for row in rows)
        assert 0 < told["rows"] <= told["of"] == len(rows)


def test_what_a_store_held_on_a_day_is_asked_of_analyses_and_reports_alike(tmp_path: Path) -> None:
    sample = read_sample("invented")
    ties = [entry for entry in sample.entries if isinstance(entry.record, Tie)]
    others = [entry for entry in sample.entries if not isinstance(entry.record, Tie)]
    clock = datetime(2026, 2, 8, 12, tzinfo=UTC)
    opened, _ = create_store(tmp_path / "graph.kgl", Batch(tuple(others)), clock=lambda: clock)
    with opened as store:
        clock += timedelta(days=1)
        store.apply(Batch(tuple(ties)), "a tester", "to see")
        for name in ("sole_contacts", "sole_outreach"):
            then = ask(store, name, {"believed_on": "2026-02-08"})
            assert (then.total, then.believed_on) == (0, DAY)
            assert ask(store, name).total == ask(store, name, {"believed_on": "2026-02-09"}).total > 0
        with pytest.raises(StoreError):
            ask(store, "rivals", {"believed_on": "2020-01-01"})


def test_a_notebook_has_a_function_a_question(store: Store) -> None:
    assert {question.name for question in QUESTIONS} <= set(dir(notebook))
    answer = notebook.rivals(store, country="Kalvania", as_of=DAY)
    assert answer.as_json() == ask(store, "rivals", {"country": "Kalvania", "as_of": DAY}).as_json()
    assert "min_shared: Fewest targets shared." in (notebook.overlaps.__doc__ or "")
    with pytest.raises(AttributeError, match="the nearest are rivals"):
        notebook.rival  # noqa: B018


def test_what_is_known_without_the_model_is_as_the_model_has_it() -> None:
    for name in SHARED_TYPES - PLAIN_KINDS.keys() - SCALES.keys() - {"word"}:
        assert name in NODES or find_field(name) is not None, name
    for name, words in KNOWN_CHOICES.items():
        field = find_field(name)
        assert field is not None
        assert dict(field.choices) == dict(words)
