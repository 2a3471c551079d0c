"""The marks of the verdicts: one look each, in drawings, cells and patterns alike, with a letter in words."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from graphmap.language import CODES, load_language
from graphmap.scales import VERDICTS
from graphmap.views.dress import make_style
from graphmap.views.marks import (
    HEIGHT,
    LOOKS,
    MARK_OF,
    MARKS,
    WIDTH,
    MarkName,
    draw_mark,
    draw_pattern,
    draw_verdict_mark,
)


def test_every_verdict_says_whether_it_has_a_mark() -> None:
    assert set(MARK_OF) == set(VERDICTS)
    assert {name for name in MARK_OF.values() if name} == set(MARKS)
    assert draw_verdict_mark("successive") is None
    assert draw_verdict_mark("in contact") == draw_mark("contact")


@pytest.mark.parametrize("name", MARKS)
def test_a_mark_is_a_small_drawing_that_lies_within_its_size(name: MarkName) -> None:
    drawn = ElementTree.fromstring(draw_mark(name))
    assert (drawn.get("width"), drawn.get("height")) == (str(WIDTH), str(HEIGHT)) == ("26", "18")
    assert drawn.get("aria-hidden") == "true"
    for shape in drawn:
        for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", shape.get("d", "")):
            assert 1.5 <= float(x) <= WIDTH - 1.5
            assert 1.5 <= float(y) <= HEIGHT - 1.5


@pytest.mark.parametrize("name", MARKS)
def test_the_same_colours_are_in_mark_cell_and_pattern(name: MarkName) -> None:
    style = re.search(rf"\.fill-{name} {{ (.*?) }}\n", make_style())
    assert style is not None
    for drawn in (draw_mark(name), style[1]):
        assert f"var(--{LOOKS[name].ground})" in drawn
    if LOOKS[name].step:
        pattern = draw_pattern(name, "pattern")
        for drawn in (draw_mark(name), style[1], pattern):
            assert f"var(--{LOOKS[name].line})" in drawn


def test_each_mark_of_a_document_has_a_letter_of_its_own_in_each_language() -> None:
    for code in CODES:
        letters = [load_language(code).words(f"mark-{name}") for name in MARKS if name != "contact"]
        assert len({*letters}) == len(letters)
        assert all(len(letter) == 1 for letter in letters)
    assert load_language("fa").words("mark-presumed") == "ت"
