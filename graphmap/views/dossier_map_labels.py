"""The names on the map of a dossier: each where it covers least, none on another; none without room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from graphmap.language import Language
from graphmap.views.elements import element
from graphmap.views.labels import Box, break_name, choose_fitting, measure_text

LINE = 1.25
"""Height of a line in parts of its size."""

OVER = 0.2
"""How much higher than its lines a name is, in parts of its size: Persian reaches above and below them."""

LONGEST = 6.5
"""Width in em from which a name is broken into two lines."""

POINT = 7.0
"""Half of the room that a point takes."""

AWAY = 9.0
"""How far a name stands from the point that it names."""

FAR = 22.0
"""How much farther it stands where there is no room beside the point: then a line leads to it."""

APART = 2.0
"""How far names stay from one another."""

CELL = 6.0
"""The lines of a map are looked for in squares of this side."""

FAR_COSTS = {True: 3, False: 30}
"""How many squares of lines a name rather covers than to stand far from its point, or off its area."""

PROBES = 6
"""At how many places of a name it is seen whether it stands on its area: its corners, and between them."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name to write: of which place, where, how large, in which colours.

    `beside` names a point, and stands next to it; `edge` what lies beyond the frame, and stands in a pill;
    any other names an area, and may stand as far from its place as `reach` (across, down), with its middle on
    the rings of the area, and rather whole on them. Mostly on one that is `dark`, it is white;
    where it finds no room and `leads`, it stands elsewhere, and a line leads there.
    """

    place: str
    text: str
    at: Place
    size: float
    colour: str
    halo: str
    weight: int = 500
    beside: bool = False
    edge: bool = False
    reach: tuple[float, float] = (16.0, 24.0)
    rings: Sequence[Sequence[Place]] = ()
    dark: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label may stand: middle, box, whether a line leads there, how much is off its area."""

    at: Place
    box: Box
    far: bool = False
    off: int = 0


def draw_labels(
    labels: Sequence[Label],
    one: Language,
    size: tuple[float, float],
    points: Iterable[Place] = (),
    lines: Iterable[Sequence[Place]] = (),
) -> Markup:
    """Write the names that have room, in the order of the labels; none on a point, on lines as few as can be.

    A line is given by places close to one another.
    """
    crossed = {(int(x // CELL), int(y // CELL)) for line in lines for x, y in line}
    spots = [_rank(label, _list_spots(label, size), crossed) for label in labels]
    held = [[Box(x - POINT, y - POINT, x + POINT, y + POINT)] for x, y in points]
    boxes = [[spot.box for spot in some] for some in spots]
    chosen = choose_fitting([*held, *boxes], APART, fixed=len(held))[len(held) :]
    drawn = [
        _draw(label, some[at], one)
        for label, some, at in zip(labels, spots, chosen, strict=True)
        if at is not None
    ]
    return element("g", {"text-anchor": "middle", "aria-hidden": "true"}, *drawn)


def _rank(label: Label, spots: Iterable[Spot], crossed: set[tuple[int, int]]) -> list[Spot]:
    """Put the places that cover the fewest lines first; of equal ones, the order stays."""

    def weigh(spot: Spot) -> int:
        return _count_lines(spot.box, crossed) + FAR_COSTS[label.beside] * spot.far + spot.off

    return sorted(spots, key=weigh)


def _count_lines(box: Box, crossed: set[tuple[int, int]]) -> int:
    across = range(int(box.left // CELL), int(box.right // CELL) + 1)
    down = range(int(box.top // CELL), int(box.bottom // CELL) + 1)
    return sum((x, y) in crossed for x in across for y in down)


def _list_spots(label: Label, size: tuple[float, float]) -> Iterator[Spot]:
    """Yield where a label may stand, the best first, each within the drawing."""
    wide, tall = _measure(label)
    room = 8 if label.edge else 0
    x, y = label.at
    for dx, dy, far in _list_moves(label, wide, tall):
        at = x + dx, y + dy
        if label.edge:
            at = (
                min(max(at[0], wide / 2 + 10), size[0] - wide / 2 - 10),
                min(max(at[1], tall / 2 + 6), size[1] - tall / 2 - 6),
            )
        left, right = at[0] - wide / 2 - room, at[0] + wide / 2 + room
        box = Box(left, at[1] - tall / 2, right, at[1] + tall / 2)
        is_whole = box.left >= 2 and box.top >= 2 and box.right <= size[0] - 2 and box.bottom <= size[1] - 2
        if is_whole and (far or not label.rings or at == label.at or _holds(label.rings, at)):
            yield Spot(at, box, far, _count_off(box, label.rings))


def _count_off(box: Box, rings: Sequence[Sequence[Place]]) -> int:
    """Return how many of the probes of a box lie off an area; none where there is no area to be on."""
    if not rings:
        return 0
    across = (box.left, (box.left + box.right) / 2, box.right)
    return sum(not _holds(rings, (x, y)) for x in across for y in (box.top, box.bottom))


def _holds(rings: Sequence[Sequence[Place]], point: Place) -> bool:
    """Say whether a point lies on an area: a line from it to the left meets an odd number of sides."""
    x, y = point
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > y) != (y2 > y) and x > x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                inside = not inside
    return inside


def _list_moves(label: Label, wide: float, tall: float) -> Iterator[tuple[float, float, bool]]:
    """Yield how far from its place a label may stand, and whether a line is to lead there."""
    if label.edge:
        shifts = [(0.0, 0.0), (0, 26), (0, -26), (0, 52), (0, -52), (70, 0), (-70, 0)]
        yield from ((dx, dy, False) for dx, dy in shifts)
    elif label.beside:
        for more in (0.0, FAR):
            side, up = wide / 2 + AWAY + more, tall / 2 + AWAY + more
            sides = [(-side, 0.0), (side, 0.0), (0.0, -up), (0.0, up)]
            corners = [(dx, dy * 0.6) for dx in (-side, side) for dy in (up, -up)]
            yield from ((dx, dy, bool(more)) for dx, dy in (*sides, *corners))
    else:
        parts = (0.0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75, 1.0, -1.0)
        across, down = label.reach
        moves = sorted(((abs(i) + abs(j), i, j) for i in parts for j in parts), key=lambda move: move[0])
        yield from ((i * across, j * down, False) for _, i, j in moves)
        if label.leads:
            side, up = wide / 2 + 2 * FAR, tall / 2 + 2 * FAR
            yield from ((dx, dy, True) for dx in (side, -side, 0.0) for dy in (0.0, -up, up) if dx or dy)


def _measure(label: Label) -> tuple[float, float]:
    lines = _break(label)
    wide = max(measure_text(line, label.size) for line in lines)
    return wide, (len(lines) * LINE + OVER) * label.size


def _break(label: Label) -> tuple[str, ...]:
    return (label.text,) if label.edge or label.beside else break_name(label.text, LONGEST)


def _draw(label: Label, spot: Spot, one: Language) -> Markup:
    lines, at, box = _break(label), spot.at, spot.box
    is_white = label.dark and spot.off <= PROBES // 2
    first = at[1] - (len(lines) - 1) * LINE * label.size / 2
    written = [
        element("tspan", {"x": round(at[0], 1), "y": round(first + row * LINE * label.size, 1)}, line)
        for row, line in enumerate(lines)
    ]
    text = element(
        "text",
        {
            "data-place": label.place,
            "font-size": label.size,
            "font-weight": label.weight,
            "fill": "var(--paper)" if is_white else label.colour,
            "stroke": None if label.edge else "var(--home-3)" if is_white else label.halo,
            "stroke-width": None if label.edge else 2.6,
            "paint-order": "stroke",
            "stroke-linejoin": "round",
            "dominant-baseline": "central",
            "direction": one.direction,
        },
        *written,
    )
    if label.edge:
        size = {"width": box.right - box.left, "height": box.bottom - box.top}
        pill = {"x": box.left, "y": box.top, **size, "rx": 4, "fill": label.halo}
        return element("rect", {**pill, "stroke": "var(--abroad-dark)"}) + text
    return _draw_leader(label, box) + text if spot.far else text


def _draw_leader(label: Label, box: Box) -> Markup:
    """Draw the line from a point to the name that stands away from it."""
    x, y = label.at
    end = {
        "x2": round(min(max(x, box.left), box.right), 1),
        "y2": round(min(max(y, box.top + OVER * label.size), box.bottom - OVER * label.size), 1),
    }
    line = {"x1": round(x, 1), "y1": round(y, 1), **end, "stroke": label.colour, "stroke-width": 0.9}
    return element("line", line)
