"""The marks of the verdicts: one look each, in drawings, cells and patterns alike, with a letter in words."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from graphmap.exchange.samples import read_sample
from graphmap.language import CODES, load_language
from graphmap.scales import VERDICTS
from graphmap.views import Choice
from graphmap.views.dossier_map import FILLS
from graphmap.views.dossier_page import render_dossier
from graphmap.views.dress import make_style, read_static
from graphmap.views.map_shapes import PRESUMED_RULES
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
from graphmap.views.page import render_fragment, render_map
from graphmap.views.tokens import COLOURS
from tests.views.dossiers import describe, sign
from tests.views.graphs import fill, look_at, read_iran


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
    style = re.search(rf"\.fill-{name}{{(.*?)}}", make_style())
    assert style is not None
    for drawn in (draw_mark(name), style[1]):
        assert f"var(--{LOOKS[name].ground})" in drawn
    if LOOKS[name].step:
        pattern = draw_pattern(name, "pattern")
        for drawn in (draw_mark(name), style[1], pattern):
            assert f"var(--{LOOKS[name].line})" in drawn


def test_list_key_and_paper_draw_one_mark_and_a_cell_bears_its_ground_and_letter() -> None:
    invented = fill([entry.record for entry in read_sample("invented").entries])
    text = render_map(look_at(invented), "en")
    paper = render_dossier(describe(sign("t1", "A", "tur:mayor"), sign("t2", "B", "tur:mayor")))
    expected: dict[str, str] = {name: str(draw_mark(name)) for name in MARKS}
    for where, said in (("page", text), ("paper", paper)):
        found = re.findall(r'<svg class="verdict-mark is-(\w+)".*?</svg>', said, re.S)
        drawn = re.findall(r'<svg class="verdict-mark is-\w+".*?</svg>', said, re.S)
        assert {*found} >= {*(MARKS[:1] if where == "paper" else MARKS)}
        assert all(one == expected[name] for one, name in zip(drawn, found, strict=True)), where
    english = load_language("en")
    letters: dict[str, str] = {name: english.words(f"mark-{name}") for name in MARKS if name != "contact"}
    cells = re.findall(r'<td class="fill-(\w+)[^"]*"><b>([^<]*)</b>', text)
    lettered = {name: said.split(" ")[0] for name, said in cells if name in letters}
    assert len(lettered) >= 3
    assert lettered == {name: letters[name] for name in lettered}


@pytest.mark.parametrize(
    ("sample", "choice", "name", "line"),
    [
        ("invented", Choice(province="QZ-01", other="QZ-02"), "certain", "Nilgun and Zarrinkuh: certain"),
        ("invented", Choice(province="QZ-01", other="QZ-04"), "complementary", "Velmora: complementary"),
        ("iran", Choice("IRQ"), "presumed", "Iraq: 7 provinces are presumed rivals"),
        ("iran", Choice("IRQ"), "joint", "Joint acts"),
        ("iran", Choice("IRQ"), "possible", "47 more pairs are possible"),
    ],
)
def test_a_line_of_the_sentence_bears_the_mark_of_what_it_tells(
    sample: str, choice: Choice, name: MarkName, line: str
) -> None:
    contents = read_iran() if sample == "iran" else fill([one.record for one in read_sample(sample).entries])
    said = re.sub("[\u2066-\u2069]", "", render_fragment("sentence", look_at(contents, choice=choice), "en"))
    assert f"{draw_mark(name)}{line}" in said


def test_a_map_fills_what_is_certain_and_presumed_as_their_marks_are_filled() -> None:
    text = render_fragment("map", look_at(read_iran()), "en")
    assert str(draw_pattern("presumed", PRESUMED_RULES)) in text
    assert str(draw_mark("certain")) in text
    assert str(draw_mark("presumed")) in text
    fills = dict(re.findall(r"\.map \.province\.(\w+) { fill: ([^;]+); }", read_static("drawings.css")))
    assert (fills["rival"], fills["presumed"]) == ("var(--home-3)", f"url(#{PRESUMED_RULES})")
    assert (FILLS["certain"], FILLS["presumed"]) == ("var(--home-3)", "url(#presumed)")
    assert COLOURS["home-3"] == COLOURS[LOOKS["certain"].ground]


def test_each_mark_of_a_document_has_a_letter_of_its_own_in_each_language() -> None:
    for code in CODES:
        letters = [load_language(code).words(f"mark-{name}") for name in MARKS if name != "contact"]
        assert len({*letters}) == len(letters)
        assert all(len(letter) == 1 for letter in letters)
    assert load_language("fa").words("mark-presumed") == "ت"
