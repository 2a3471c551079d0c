"""Tables fit the screen: columns wrap and give way; a pipe gets one line a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.cli.answer import draw_answer
from graphmap.cli.show import cell_text, find_width
from graphmap.cli.table import Head, draw_table, measure, wrap
from graphmap.direction import END_ISOLATE, ISOLATE
from graphmap.language import load_language
from graphmap.questions.answer import Answer
from graphmap.questions.ask import ask
from graphmap.questions.catalogue import list_captions, load_question
from graphmap.questions.saying import say_head
from graphmap.store.session import open_session
from tests.cli.conftest import Run
from tests.questions.needed import give_needed

DAY = ("--as-of", "2026-02-08")

Screen = Callable[[int | None], None]


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Return a function that gives the terminal a width, None for no terminal."""

    def set_width(width: int | None) -> None:
        monkeypatch.setattr("sys.stdout.isatty", lambda: width is not None, raising=False)
        monkeypatch.delenv("COLUMNS", raising=False)
        if width is not None:
            monkeypatch.setenv("COLUMNS", str(width))

    return set_width


def test_cells_wrap_at_spaces_and_rows_of_several_lines_are_kept_apart() -> None:
    table = draw_table(
        [Head("Province"), Head("Ties", right=True)],
        [["West Azerbaijan", "10"], ["Qom", "3"]],
        width=16,
    )
    assert table.text.splitlines() == [
        "Province    Ties",
        "────────────────",
        "West          10",
        "Azerbaijan",
        "",
        "Qom            3",
    ]
    assert table.left_out == ()


def test_columns_give_way_by_rank_the_later_of_a_rank_first() -> None:
    heads = [Head("Name"), Head("Note", rank=1), Head("More", rank=1), Head("Sources", rank=3)]
    rows = [["x" * 11, "y" * 11, "z" * 11, "s" * 11]]
    assert draw_table(heads, rows, 60).left_out == ()
    assert draw_table(heads, rows, 40).left_out == ("Sources",)
    assert draw_table(heads, rows, 30).left_out == ("More", "Sources")


def test_a_screen_too_narrow_for_what_must_stand_gets_a_line_a_column() -> None:
    heads = [Head(name) for name in ("one", "two", "three", "four")]
    assert draw_table(heads, [["a", "", "c", "d"]], 20).text == "one: a\nthree: c\nfour: d\n"


def test_without_a_width_a_row_is_one_line() -> None:
    long = "word " * 90
    assert len(draw_table([Head("text"), Head("b")], [[long, "1"]]).text.splitlines()) == 3


def test_a_name_from_right_to_left_is_isolated_on_each_of_its_lines() -> None:
    lines = list(wrap("آذربایجان غربی و کردستان", 12))
    assert len(lines) > 1
    for line in lines:
        assert line.startswith(ISOLATE)
        assert line.endswith(END_ISOLATE)
        assert line.count(ISOLATE) == line.count(END_ISOLATE)


TEXTS = st.text(st.sampled_from(["a", "é", "\u0301", "ق", "\u200c", "東", " ", "-", ISOLATE, END_ISOLATE]))


@pytest.mark.hypothesis
@given(rows=st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=4), width=st.integers(24, 60))
def test_no_line_is_wider_than_the_screen_and_no_letter_is_lost(rows: list[list[str]], width: int) -> None:
    heads = [Head("a"), Head("b"), Head("c")]
    table = draw_table(heads, rows, width)
    assert all(measure(line) <= width for line in table.text.splitlines())
    for row in rows:
        for text in row:
            held = "".join(wrap(text, 7)).replace(ISOLATE, "").replace(END_ISOLATE, "")
            assert held.replace(" ", "") == "".join(text.split()).replace(ISOLATE, "").replace(
                END_ISOLATE, ""
            )


@pytest.fixture(scope="module")
def answers(iran_store: Path) -> dict[str, Answer]:
    """Return the answer to every question of the Iran sample, by name."""
    session = open_session(str(iran_store))
    found = (
        ask(
            session,
            caption.name,
            {**give_needed(load_question(caption.name), "IR-03", "TUR"), "as_of": "2026-02-08"},
        )
        for caption in list_captions()
    )
    return {answer.question.name: replace(answer, rows=answer.rows[:30]) for answer in found}


@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_every_answer_is_a_table_that_fits_the_screen(
    width: int, lang: str, answers: dict[str, Answer]
) -> None:
    language = load_language(lang)
    for name, answer in answers.items():
        if not answer.rows:
            continue
        text, left_out = draw_answer(answer, language, width)
        lines = text.splitlines()
        assert max(map(measure, lines)) <= width, name
        assert any(line.startswith("──") for line in lines), f"{name} is a table, no blocks"
        heads = [say_head(one, answer.columns[one], language) for one in answer.columns]
        assert set(left_out) <= set(heads)
        full, none_left_out = draw_answer(answer, language, None)
        assert none_left_out == ()
        assert len(full.splitlines()) <= len(lines)


def test_the_questions_that_a_committee_asks_first_keep_what_they_are_asked_for(
    answers: dict[str, Answer],
) -> None:
    kept = {
        "rivals": ("Partner", "Verdict", "Which"),
        "border_gaps": ("Province", "Neighbour", "Country", "Border", "Tie across"),
        "rival_outreach": ("Partner", "Province", "Other", "Verdict", "Sectors of"),
        "who_signed": ("Province", "Partner", "Since", "Governor"),
        "overlapping_ties": ("Province", "Other", "Shared"),
        "governor_terms": ("Province", "Partner", "Governor", "In office"),
    }
    for name, heads in kept.items():
        if not answers[name].rows:
            continue
        text, _ = draw_answer(answers[name], load_language("en"), 80)
        head = text.partition("──")[0]
        for said in heads:
            assert said in head, name


def test_name_and_id_share_a_cell_and_wide_shows_every_column_on_one_line(
    run: Run, iran_store: Path, screen: Screen
) -> None:
    screen(80)
    words = ("report", "border_gaps", "--store", iran_store, *DAY)
    narrow, wide = run(*words), run(*words, "--wide")
    assert "(AF-FRA)" in narrow.out
    assert "Sources" not in narrow.out
    assert "Not shown for want of room:" in narrow.err
    head, _, *rows = wide.out.splitlines()
    assert "Sources" in head
    assert len(rows) == 45
    assert "Not shown" not in wide.err
    screen(None)
    assert run(*words).out == wide.out


def test_a_set_width_holds_for_a_pipe_too_but_not_for_a_file(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen(None)
    assert find_width(None, wide=False) is None
    monkeypatch.setenv("COLUMNS", "70")
    assert find_width(None, wide=False) == 70
    assert find_width(None, wide=True) is None


def test_long_lists_are_folded_and_counted(run: Run, iran_store: Path, screen: Screen) -> None:
    screen(120)
    words = ("report", "overlapping_ties", "--store", iran_store, *DAY)
    assert " more" in " ".join(run(*words).out.split())
    assert " more" not in run(*words, "--wide").out


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (68060.0, "68060"),
        (68060.25, "68060.25"),
        (814.6123456, "814.6123"),
        (0.5, "0.5"),
        (1234567.891234, "1234567.8912"),
        (0.000012345678, "0.00001235"),
        (-3.0, "-3"),
        (float("nan"), "nan"),
        (1e300, "1e+300"),
    ],
)
def test_numbers_are_written_without_powers_of_ten(value: float, shown: str) -> None:
    assert cell_text(value) == shown


def test_cypher_shows_sums_as_people_write_them(run: Run, iran_store: Path) -> None:
    said = run("cypher", "RETURN 68060.0 AS a, 68060 AS b, 0.25 AS c", "--store", iran_store)
    assert said.out.splitlines()[-1].split() == ["68060", "68060", "0.25"]
