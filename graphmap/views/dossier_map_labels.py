"""The names on the map of a dossier: placed so that none is set on another; one without room is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from graphmap.language import Language
from graphmap.views.elements import element
from graphmap.views.labels import Box, break_name, choose_fitting, measure_text

LINE = 1.25
"""Height of a line in parts of its size."""

LONGEST = 9.0
"""Width in em from which a name is broken into two lines."""

POINT = 4.0
"""Half of the room that a point takes."""

AWAY = 8.0
"""How far a name stands from the point that it names."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name to write: where, how large, in which colours.

    `beside` names a point, and stands next to it; `edge` what lies beyond the frame, and stands in a pill.
    """

    text: str
    at: tuple[float, float]
    size: float
    colour: str
    halo: str
    bold: bool = False
    beside: bool = False
    edge: bool = False


def draw_labels(
    labels: Sequence[Label],
    one: Language,
    size: tuple[float, float],
    points: Iterable[tuple[float, float]] = (),
) -> Markup:
    """Write the names that have room, in the order of the labels; none on a point."""
    options = [list(_list_places(label, size)) for label in labels]
    boxes = [[_find_box(label, at) for at in places] for label, places in zip(labels, options, strict=True)]
    held = [[Box(x - POINT, y - POINT, x + POINT, y + POINT)] for x, y in points]
    chosen = choose_fitting([*held, *boxes])[len(held) :]
    drawn = [
        _draw(label, places[at], one)
        for label, places, at in zip(labels, options, chosen, strict=True)
        if at is not None
    ]
    return element("g", {"text-anchor": "middle", "aria-hidden": "true"}, *drawn)


def _list_places(label: Label, size: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Yield where the middle of a label may stand, the best first, each within the drawing."""
    x, y = label.at
    wide, tall = _measure(label)
    if label.beside:
        side, up = wide / 2 + AWAY, tall / 2 + AWAY
        moves = [
            (-side, 0),
            (side, 0),
            (0, -up),
            (0, up),
            (-side, up / 2),
            (side, up / 2),
            (-side, -up / 2),
            (side, -up / 2),
        ]
    elif label.edge:
        moves = [(0, 0), (0, 22), (0, -22), (0, 44), (0, -44), (70, 0), (-70, 0)]
    else:
        moves = [(0, 0), (0, 12), (0, -12), (16, 0), (-16, 0), (0, 24), (0, -24)]
    for dx, dy in moves:
        at = x + dx, y + dy
        if label.edge:
            at = (
                min(max(at[0], wide / 2 + 10), size[0] - wide / 2 - 10),
                min(max(at[1], tall / 2 + 6), size[1] - tall / 2 - 6),
            )
        if (
            wide / 2 + 2 <= at[0] <= size[0] - wide / 2 - 2
            and tall / 2 + 2 <= at[1] <= size[1] - tall / 2 - 2
        ):
            yield at


def _measure(label: Label) -> tuple[float, float]:
    lines = _break(label)
    return max(measure_text(line, label.size) for line in lines), len(lines) * LINE * label.size


def _break(label: Label) -> tuple[str, ...]:
    return (label.text,) if label.edge or label.beside else break_name(label.text, LONGEST)


def _find_box(label: Label, at: tuple[float, float]) -> Box:
    wide, tall = _measure(label)
    room = 8 if label.edge else 0
    return Box(at[0] - wide / 2 - room, at[1] - tall / 2, at[0] + wide / 2 + room, at[1] + tall / 2)


def _draw(label: Label, at: tuple[float, float], one: Language) -> Markup:
    lines = _break(label)
    first = at[1] - (len(lines) - 1) * LINE * label.size / 2
    written = [
        element("tspan", {"x": round(at[0], 1), "y": round(first + row * LINE * label.size, 1)}, line)
        for row, line in enumerate(lines)
    ]
    text = element(
        "text",
        {
            "font-size": label.size,
            "font-weight": 700 if label.bold else 500,
            "fill": label.colour,
            "stroke": None if label.edge else label.halo,
            "stroke-width": None if label.edge else 2.6,
            "paint-order": "stroke",
            "stroke-linejoin": "round",
            "dominant-baseline": "central",
            "direction": one.direction,
        },
        *written,
    )
    if not label.edge:
        return text
    box = _find_box(label, at)
    pill = {
        "x": box.left,
        "y": box.top - 2,
        "width": box.right - box.left,
        "height": box.bottom - box.top + 4,
    }
    return element("rect", {**pill, "rx": 4, "fill": label.halo, "stroke": "var(--abroad-dark)"}) + text
