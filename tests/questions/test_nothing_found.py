"""A country of which an analysis finds nothing gets an answer: none recorded, or that it cannot be told."""

from __future__ import annotations

from pathlib import Path

from graphmap.language import load_language
from graphmap.questions.ask import ask
from graphmap.views import render_answer_page
from tests.reports.cases import make_world, write_given

TIES = [
    {"id": "t1", "from_id": "A", "to_id": "TUR", "kind": "memorandum"},
    {"id": "t2", "from_id": "lost:town", "to_id": "IRQ", "kind": "memorandum"},
]
LOST = {"City": [{"id": "lost:town"}], "IN": [{"from_id": "lost:town", "to_id": "HOM"}], "TIED_TO": TIES}


def test_what_cannot_be_told_is_said_with_the_ties_that_could_be_it(tmp_path: Path) -> None:
    with make_world(str(tmp_path / "graph.kgl")) as store:
        write_given(store, LOST, {})
        answer = ask(store, "rivals", {"country": "Iraq"})
    assert answer.say_absence(load_language("en")) == (
        "Nothing of this is recorded toward Iraq.",
        "Whether there is a tie cannot be told from these data: no source here claims to list all such ties.",
        "A tie whose province is not known could be one: lost:town – Iraq.",
    )
    persian = load_language("fa")
    assert answer.say_absence(persian)[0].startswith("در ارتباط با ")
    assert answer.as_json()["absence"]["answer"] == "cannot tell"
    assert answer.as_json()["absence"]["ties"] == ["t2"]
    assert "Nothing of this is recorded toward Iraq." in render_answer_page(answer, load_language("en"))
    assert "چنین موردی ثبت نشده است" in render_answer_page(answer, persian)


def test_a_source_that_lists_all_ties_tells_that_there_is_none(tmp_path: Path) -> None:
    source = {"id": "s3", "name": "The list", "covers": ["TIED_TO:FRA"]}
    with make_world(str(tmp_path / "graph.kgl")) as store:
        write_given(store, {"Source": [source]}, {})
        answer = ask(store, "sole_contacts", {"country": "France"})
    assert answer.absence is not None
    assert answer.absence.answer == "none recorded"
    assert answer.say_absence(load_language("en"))[1] == "The list claims to list all such ties and has none."


def test_where_ties_count_nothing_is_denied(tmp_path: Path) -> None:
    with make_world(str(tmp_path / "graph.kgl")) as store:
        write_given(store, LOST, {})
        answer = ask(store, "rivals", {"country": "Turkey"})
    assert (answer.rows, answer.absence) == ((), None)
