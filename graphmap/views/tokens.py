"""The tokens of the visual system: colours and sizes of type, which style sheets and scripts follow."""

from __future__ import annotations

from collections.abc import Mapping

COLOURS: Mapping[str, str] = {
    # ink and paper
    "ink": "#15202b",
    "quiet": "#4c5965",
    "paper": "#ffffff",
    "ground": "#f4f6f8",
    "rule": "#c8d1d9",
    "edge": "#75828e",
    # home, and every verdict
    "home": "#0b4f7d",
    "home-dark": "#062f4d",
    "home-0": "#eef3f7",
    "home-1": "#bcd5e6",
    "home-2": "#6fa5c9",
    "home-3": "#0b4f7d",
    "ruled": "#c3d9e8",
    "hatch": "#5f87a3",
    "plain": "#dde8f1",
    "line": "#8194a2",
    # abroad, what is chosen, and today
    "abroad": "#a63c06",
    "abroad-dark": "#742903",
    "abroad-pale": "#fbe6d8",
    "abroad-1": "#fdeee2",
    "abroad-2": "#f9d0b2",
    "abroad-3": "#e79d68",
    "abroad-4": "#b24a12",
    "arc-possible": "#96643f",
    # the ground of the map
    "sea": "#e4eef4",
    "land": "#fbfaf6",
    "coast": "#4b6678",
    "sea-name": "#35566b",
    "border": "#8c9aa5",
}
"""Every colour by its name. Blue is home and every verdict, rust abroad, the choice and today; the rest ink.

The four classes of `home` are provinces by rival pairs, those of `abroad` countries by provinces (the first
step of `home` is none); `ruled` is the ground of what is presumed, `hatch` and `line` what is possible.
"""

SIZES: Mapping[str, float] = {
    "title": 26,
    "sentence": 20,
    "heading": 17,
    "text": 14,
    "name": 13.5,
    "small": 12.5,
    "axis": 11,
}
"""Sizes of type in pixels, by what is written; nothing is written below ten."""

HOME_STEPS = (1, 3, 6)
"""From how many presumed or certain rival pairs on a province of home has its second, third, fourth class."""

ABROAD_STEPS = (2, 4, 7)
"""From how many provinces on a country has its second, third, fourth class; with one it has the first."""


def find_class(count: int, steps: tuple[int, ...]) -> int:
    """Return in which class a count falls, from 0.

    >>> [find_class(count, HOME_STEPS) for count in (0, 1, 2, 3, 5, 6, 40)]
    [0, 1, 1, 2, 2, 3, 3]
    """
    return sum(count >= step for step in steps)


def write_tokens() -> str:
    """Write the tokens as custom properties of the style sheet."""
    lines = [f"  --{name}: {colour};" for name, colour in COLOURS.items()]
    lines += [f"  --size-{name}: {size:g}px;" for name, size in SIZES.items()]
    return ":root {\n" + "\n".join(lines) + "\n  --unit: 1;\n}\n"
