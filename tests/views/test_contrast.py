"""Colours can be told apart by every eye: contrast of WCAG 2.2, which no checker computes inside drawings."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest

from graphmap.views.dress import STYLES, make_style, read_static
from graphmap.views.marks import LOOKS, MARKS, MarkName
from graphmap.views.tokens import COLOURS, SIZES
from tests.views.colour_blindness import EYES, measure_contrast, measure_luminance, read_colour

PALETTE = {name: read_colour(code) for name, code in COLOURS.items()}

TEXTS = [
    (text, ground)
    for text, grounds in {
        "ink": ("paper", "ground", "plain", *(f"home-{step}" for step in (0, 1, 2)), "abroad-pale"),
        "quiet": ("paper", "ground", "land"),
        "home": ("paper", "ground"),
        "abroad": ("paper",),
        "abroad-dark": ("paper", "land", "abroad-pale"),
        "sea-name": ("sea",),
        "paper": ("home", "home-3", "abroad", "abroad-dark", "abroad-4"),
    }.items()
    for ground in grounds
] + [("ink", f"abroad-{step}") for step in (1, 2, 3)]

SIGNS = [
    (sign, ground)
    for sign, grounds in {
        "home": ("paper", "ruled", "home-0", "land", "plain"),
        "hatch": ("paper",),
        "line": ("paper",),
        "edge": ("paper", "ground"),
        "abroad": ("paper", "land", "sea", "home-0", "home-1", "abroad-pale", "plain"),
        "arc-possible": ("abroad-pale",),
        "coast": ("sea", "land"),
        "home-dark": ("sea", "home-0"),
        "abroad-dark": ("land", "sea", "abroad-pale"),
    }.items()
    for ground in grounds
]


def test_the_measure_agrees_with_the_standard() -> None:
    assert measure_contrast((0, 0, 0), (1, 1, 1)) == 21
    assert round(measure_contrast(read_colour("#767676"), (1, 1, 1)), 2) == 4.54


@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_a_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    assert measure_contrast(PALETTE[text], PALETTE[ground]) >= 4.5


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_a_sign_stands_out_from_its_ground_to_every_eye(sign: str, ground: str, eye: str) -> None:
    see = EYES[eye]
    assert measure_contrast(see(PALETTE[sign]), see(PALETTE[ground])) >= 3


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("scale", ["home-0 home-1 home-2 home-3", "abroad-1 abroad-2 abroad-3 abroad-4"])
def test_each_class_of_the_map_is_darker_than_the_one_before_to_every_eye(scale: str, eye: str) -> None:
    light = [measure_luminance(EYES[eye](PALETTE[name])) for name in scale.split()]
    assert all(one > 1.2 * other for one, other in pairwise(light)), light


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("name", MARKS)
def test_the_pattern_of_a_mark_stands_out_to_every_eye(name: str, eye: str) -> None:
    look, see = LOOKS[name], EYES[eye]  # type: ignore[index]
    if look.ground != look.line:
        assert measure_contrast(see(PALETTE[look.line]), see(PALETTE[look.ground])) >= 3
    assert measure_contrast(see(PALETTE[look.line]), see(PALETTE["paper"])) >= 3


def test_no_two_marks_are_told_apart_by_colour_alone() -> None:
    looks = [(look.pattern, look.edge, look.ground == look.line) for look in LOOKS.values()]
    assert len({*looks}) == len(MARKS)


def measure_lightness(name: MarkName, eye: str) -> float:
    """Return how light a mark looks from afar, from 0 to 1: its ground and lines by their room."""
    look, see = LOOKS[name], EYES[eye]
    share = look.thick / look.step if look.pattern in ("ruled", "hatched") else 0.0
    line, ground = (measure_luminance(see(PALETTE[colour])) for colour in (look.line, look.ground))
    return float((share * line + (1 - share) * ground) ** (1 / 3))


@pytest.mark.parametrize("eye", EYES)
def test_marks_without_a_pattern_of_their_own_are_far_apart_in_lightness_to_every_eye(eye: str) -> None:
    for one, other in combinations(MARKS, 2):
        if LOOKS[one].pattern == LOOKS[other].pattern:
            assert abs(measure_lightness(one, eye) - measure_lightness(other, eye)) > 0.4, (one, other)
    strong = [measure_lightness(name, eye) for name in MARKS[:3]]
    assert all(other - one > 0.05 for one, other in pairwise(strong)), "the surer, the darker"


def test_a_page_takes_its_colours_and_sizes_from_the_tokens_alone() -> None:
    style = make_style()
    for name, colour in COLOURS.items():
        assert re.search(rf"--{name}:{re.escape(colour)}[;}}]", style)
    for name, size in SIZES.items():
        assert re.search(rf"--size-{name}:{size:g}px[;}}]", style)
    known = {*COLOURS, *(f"size-{name}" for name in SIZES)}
    own = set(re.findall(r"(?<![\w-])--([a-z0-9-]+):", "".join(map(read_static, STYLES)))) | {
        "unit",
        "head",
        "long",
    }
    assert set(re.findall(r"var\(--([a-z0-9-]+)", style)) <= known | own
