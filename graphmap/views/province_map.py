"""A small map: home's provinces in the shades of their numbers, each with the number written on it."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from graphmap.geometry.pack import read_home_pack
from graphmap.geometry.projection import Projection, draw_path, measure_box
from graphmap.language import Language
from graphmap.views.elements import element
from graphmap.views.labels import Box, choose_fitting, measure_text

WIDTH = 1120.0
"""Width of the drawing in its units; it is shown half as wide."""

NUMBER, NAME = 32.0, 25.0
"""Sizes of type in these units, as the style sheet has them."""

SHADES = 3
"""How many shades there are beside that of none."""


def draw_province_map(
    home: str, counts: Mapping[str, float], names: Mapping[str, str], language: Language
) -> tuple[Markup, int]:
    """Draw the provinces of a country by numbers; return the drawing, and how many have no outline.

    Nothing is drawn where no outlines of the country are known.
    """
    pack = read_home_pack(home)
    if pack is None or not any(province in pack.provinces for province in counts):
        return Markup(), 0
    shapes = pack.provinces
    centre = sum(one.point.lon for one in shapes.values()) / len(shapes)
    projection = Projection(round(centre, 2))
    box = measure_box([ring for one in shapes.values() for ring in one.rings], projection)
    if box is None:
        return Markup(), 0
    left, top, right, bottom = box
    unit = (right - left) / WIDTH
    most = max(counts.values())
    drawn = [
        element(
            "path",
            {
                "d": draw_path(one.rings, projection, unit),
                "fill": f"var(--home-{_shade(counts.get(province, 0), most)})",
                "stroke": "var(--edge)",
                "stroke-width": 1.6,
            },
            element("title", None, _say(province, counts, names, language)),
        )
        for province, one in shapes.items()
    ]
    frame = Box(left / unit, top / unit, right / unit, bottom / unit)
    points = {one: projection.project(shape.point) for one, shape in shapes.items()}
    placed = {one: (x / unit, y / unit) for one, (x, y) in points.items()}
    labels = _draw_labels(placed, counts, names, frame, most, language)
    view = " ".join(
        f"{number:.0f}"
        for number in (frame.left - 8, frame.top - 8, WIDTH + 16, frame.bottom - frame.top + 16)
    )
    svg = {"viewBox": view, "class": "provinces", "role": "img", "aria-labelledby": "picture-heading"}
    undrawn = sum(province not in shapes for province in counts)
    return element("svg", svg, *drawn, *labels), undrawn


def _shade(count: float, most: float) -> int:
    """Return the shade of a number: none, and as many steps as there are, evenly up to the greatest."""
    if not count:
        return 0
    return min(SHADES, 1 + int((count - 1) * SHADES / most)) if most > SHADES else int(count)


def _say(province: str, counts: Mapping[str, float], names: Mapping[str, str], language: Language) -> str:
    return f"{names.get(province, province)}: {language.number(counts.get(province, 0))}"


def _draw_labels(
    points: Mapping[str, tuple[float, float]],
    counts: Mapping[str, float],
    names: Mapping[str, str],
    frame: Box,
    most: float,
    language: Language,
) -> list[Markup]:
    """Write number and, where it has room, name of each province that has any, the greatest first."""
    ranked = sorted((one for one in counts if one in points), key=lambda one: (-counts[one], one))
    options = [[_make_box(points[one], language.number(counts[one]), NUMBER, frame)] for one in ranked]
    for one in ranked:
        x, y = points[one]
        places = ((x, y + NUMBER * 0.95), (x, y - NUMBER * 0.95))
        options.append([_make_box(place, names.get(one, ""), NAME, frame) for place in places])
    chosen = choose_fitting(options)
    drawn = []
    for place, one in enumerate(ranked):
        dark = _shade(counts[one], most) == SHADES
        for at, text, kind in (
            (place, language.number(counts[one]), "count on-dark" if dark else "count on-pale"),
            (place + len(ranked), names.get(one, ""), "name on-pale"),
        ):
            if (option := chosen[at]) is None or not text:
                continue
            box = options[at][option]
            middle = {"x": (box.left + box.right) / 2, "y": (box.top + box.bottom) / 2}
            drawn.append(element("text", {**middle, "class": kind, "dominant-baseline": "central"}, text))
    return drawn


def _make_box(middle: tuple[float, float], text: str, size: float, frame: Box) -> Box:
    """Return what a text takes up round its middle, inside the frame."""
    half = measure_text(text, size) / 2
    x, y = min(max(middle[0], frame.left + half), frame.right - half), middle[1]
    return Box(x - half, y - size / 2, x + half, y + size / 2)
