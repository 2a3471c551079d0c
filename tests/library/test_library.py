"""graphmap as a library: questions as functions, answers as tables, what is offered loaded when asked for."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas
import pytest

import graphmap
from graphmap.errors import GraphmapError
from graphmap.questions.ask import ask
from graphmap.questions.catalogue import list_captions
from graphmap.store.contract import Store
from tests.cli.conftest import Run, run  # noqa: F401 (a fixture)

DAY = "2026-02-08"


def test_every_question_is_a_function_of_the_library() -> None:
    for caption in list_captions():
        function = getattr(graphmap, caption.name)
        assert function.__doc__.startswith(caption.caption)
        assert {"as_of", "presume", "believed_on"} <= set(inspect.signature(function).parameters)


def test_what_is_offered_hides_no_module_and_no_question() -> None:
    modules = {path.stem for path in Path(graphmap.__file__).parent.iterdir()}
    questions = {caption.name for caption in list_captions()}
    assert not modules & questions
    assert not set(graphmap.OFFERED) & (modules | questions)
    assert all(getattr(graphmap, name) is not None for name in graphmap.OFFERED)
    assert questions | set(graphmap.OFFERED) <= set(dir(graphmap))


def test_a_name_that_is_none_is_answered_with_the_nearest() -> None:
    with pytest.raises(AttributeError, match="the nearest are rivals"):
        graphmap.rival  # noqa: B018
    with pytest.raises(AttributeError, match="_private"):
        graphmap._private  # noqa: B018


def test_the_day_is_today_as_on_the_command_line(iran: Store) -> None:
    assert graphmap.rivals(iran, country="Türkiye").as_of == date.today()
    assert graphmap.rivals(iran, country="Türkiye", as_of="all").as_of is None
    assert graphmap.rivals(iran, country="Türkiye", as_of=DAY).as_of == date(2026, 2, 8)


def test_the_library_answers_what_the_command_line_does(
    iran_file: Path,
    iran: Store,
    run: Run,  # noqa: F811
) -> None:
    said = run("overlaps", "--level", "city", "--format", "csv", "--store", iran_file)
    frame = graphmap.overlaps(iran, level="city").to_pandas()
    assert said.out.splitlines()[0].split(",") == list(frame.columns)
    assert len(said.out.splitlines()) - 1 == len(frame)


@pytest.mark.parametrize("name", ["overlaps", "rivals", "border_gaps", "undated_ties"])
def test_a_frame_holds_the_rows_in_types_that_know_what_is_unknown(name: str, iran: Store) -> None:
    answer = ask(iran, name, {"as_of": DAY})
    frame = answer.to_pandas()
    assert frame.attrs["question"] == name
    assert frame.attrs["total"] == answer.total
    assert list(frame.columns) == list(answer.columns)
    for column, declared in answer.columns.items():
        if declared.type == "whole":
            assert frame[column].dtype == "Int64"
        for held, told in zip(frame[column], answer.as_dicts(), strict=True):
            value = told[column]
            if value is None:
                assert pandas.isna(held)
            elif isinstance(value, date):
                assert held.date() == value
            else:
                assert held == (tuple(value) if isinstance(value, list) else value)


def test_a_question_without_rows_is_an_empty_frame_with_its_columns(iran: Store) -> None:
    answer = graphmap.rivals(iran, country="Chad", as_of=DAY)
    assert answer.to_pandas().shape == (0, len(answer.columns))
    assert "Chad" in answer.to_html()


def test_a_notebook_shows_an_answer_in_either_language(iran: Store) -> None:
    answer = graphmap.rivals(iran, country="Türkiye", as_of=DAY)
    shown = answer._repr_html_()
    assert '<div class="graphmap" lang="en" dir="ltr">' in shown
    assert "<th>Verdict</th>" in shown
    assert "Konya" in shown
    persian = answer.to_html("fa", rows=2)
    assert 'dir="rtl"' in persian
    assert "قونیه" in persian
    assert persian.count("<tr>") == 3
    assert "مورد دیگر" in persian


def test_names_are_written_as_text_and_never_as_markup(iran: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = graphmap.overlaps(iran, level="city", as_of=DAY)
    spoilt = tuple(tuple("<b>" if value == "Qom" else value for value in row) for row in answer.rows)
    monkeypatch.setitem(vars(answer), "rows", spoilt)
    assert "<b>" not in answer.to_html()


@pytest.mark.parametrize("take", [lambda answer: answer.to_pandas()])
def test_without_pandas_one_sentence_says_what_installs_it(
    take: Callable[[graphmap.Answer], object], iran: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = graphmap.rivals(iran, country="Türkiye", as_of=DAY)
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(GraphmapError, match=r'pip install "graphmap\[notebook\]"'):
        take(answer)


def test_files_are_read_for_a_store_as_the_import_reads_them(iran: Store, tmp_path: Path) -> None:
    table = tmp_path / "TIED_TO.csv"
    table.write_text(
        "from_id,to_id,kind,since,sources\nIR-10,TUR,memorandum,2020,source:wikipedia_twin_cities\n", "utf-8"
    )
    source = next(iter(iran.snapshot().sources.ids))
    table.write_text(f"from_id,to_id,kind,since,sources\nIR-10,TUR,memorandum,2020,{source}\n", "utf-8")
    difference = iran.difference(graphmap.read_files(iran, table))
    assert [record.stored_as for record in difference.created] == ["TIED_TO"]


def test_a_file_is_given_by_its_path_its_text_or_as_a_table(iran: Store, tmp_path: Path) -> None:
    text = "province,country,points\nQom,Iraq,7\nFars,Iraq,5\n"
    path = tmp_path / "points.csv"
    path.write_text(text, "utf-8")
    table = pandas.DataFrame({"province": ["Qom", "Fars"], "country": "Iraq", "points": [7, 5]})
    for given in (text, path, str(path), table):
        (first, *_) = graphmap.plan(iran, points=given, country="Iraq", as_of=DAY).findings
        assert (first.lead.id, dict(first.points), first.runner_up.id) == ("IR-25", {"given": 7}, "IR-07")
    with pytest.raises(GraphmapError, match=r"none\.csv is not there"):
        graphmap.plan(iran, points="none.csv", as_of=DAY)
    rule = "rules = {border_provinces_lead = true}"
    assert graphmap.plan(iran, rules=rule, as_of=DAY).total == graphmap.plan(iran, as_of=DAY).total
