"""Colours can be told apart: the contrast of WCAG 2.2, which no checker computes inside drawings."""

from __future__ import annotations

import re

import pytest

from graphmap.views.dress import read_static

Colour = tuple[float, float, float]


def read_palette() -> dict[str, Colour]:
    found = re.findall(r"--([a-z0-9-]+): #([0-9a-f]{6});", read_static("graphmap.css"))
    return {name: tuple(int(code[at : at + 2], 16) / 255 for at in (0, 2, 4)) for name, code in found}  # type: ignore[misc]


PALETTE = read_palette()


def measure_luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def measure_contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((measure_luminance(one), measure_luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lay_over(colour: Colour, share: float) -> Colour:
    """White at a share laid over a colour, as the hatching of a cell does."""
    red, green, blue = (part + (1 - part) * share for part in colour)
    return red, green, blue


def test_the_measure_agrees_with_the_standard() -> None:
    assert measure_contrast((0, 0, 0), (1, 1, 1)) == 21
    assert round(measure_contrast((0x76 / 255,) * 3, (1, 1, 1)), 2) == 4.54


TEXTS = [
    (text, ground)
    for text, grounds in {
        "ink": ("paper", "ground", "n1", "n2", "n3", "abroad-pale"),
        "quiet": ("paper", "ground", "land"),
        "home": ("paper",),
        "abroad-dark": ("paper", "land", "abroad-pale"),
        "paper": ("n4", "n5", "home", "abroad-dark"),
    }.items()
    for ground in grounds
]
SIGNS = [
    (sign, ground)
    for sign, grounds in {
        "home": ("paper", "home-pale"),
        "abroad": ("paper", "land", "sea", "home-pale", "abroad-pale"),
        "mission": ("paper", "land", "sea", "home-pale"),
        "home-dark": ("n3", "land", "sea"),
        "abroad-dark": ("land", "sea"),
        "edge": ("paper",),
        "paper": ("n4",),
    }.items()
    for ground in grounds
]


@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_a_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    assert measure_contrast(PALETTE[text], PALETTE[ground]) >= 4.5


@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_a_sign_stands_out_from_its_ground(sign: str, ground: str) -> None:
    assert measure_contrast(PALETTE[sign], PALETTE[ground]) >= 3


@pytest.mark.parametrize(
    ("text", "shade", "white"), [("ink", "n3", 0.55), ("paper", "n4", 0.13), ("paper", "n5", 0.13)]
)
def test_a_count_is_readable_on_the_hatching_too(text: str, shade: str, white: float) -> None:
    assert f"rgb(255 255 255 / {str(white).removeprefix('0')})" in read_static("graphmap.css")
    assert measure_contrast(PALETTE[text], lay_over(PALETTE[shade], white)) >= 4.5
