"""The network of shared targets; where nodes lie is found here, or by the page's script once it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from graphmap.scales import Level
from graphmap.views.elements import element, join_markup
from graphmap.views.labels import LINE, measure_name
from graphmap.views.layout import NodeBox, place_nodes
from graphmap.views.legends import draw_network_legend
from graphmap.views.network import SharedNetwork, find_network
from graphmap.views.page_data import PageData
from graphmap.views.panel import NOTHING_SAID, Panel, Scene, name_heading
from graphmap.views.wording import Wording

LABEL = 12.0
"""Size of a name in the drawing, in its units (pixels where it is drawn at its own size)."""

WIDE, NARROW = "wide", "narrow"
FRAMES = {WIDE: (600.0, 520.0), NARROW: (340.0, 640.0)}
"""Least width and height of the drawing beside the map, and of the one for a telephone."""

ROOM = 2.3
"""How much of the frame the boxes may fill: one part in this many."""


def make_network_panel(scene: Scene, level: Level | None = None) -> Panel:
    """Show what is shared at a level, by default the page's own, which alone is laid out.

    That of another level stays hidden until the page goes there, and its script then lays it out.
    """
    page, wording = scene.page, scene.wording
    level = level or page.level
    network = find_network(page, level)
    note = wording.say("network-note")
    if network.all_targets > len(network.targets):
        note += " " + wording.say("page-of-many", shown=len(network.targets), all=network.all_targets)
    found = bool(network.targets)
    return Panel(
        name="network",
        level=level,
        hidden=level != page.level,
        heading=wording.say(f"network-heading-{level}"),
        drawing=draw_network(page, wording, network, laid_out=level == page.level) if found else NOTHING_SAID,
        follows=("lang", "country", "province", "sector", "level"),
        legend=draw_network_legend(wording, level, note) if found else NOTHING_SAID,
        empty=wording.say("network-none"),
        is_empty=not found,
    )


def make_network_panels(scene: Scene) -> Iterator[Panel]:
    """Make the network of every level that has one, and of the page's own in any case."""
    return (make_network_panel(scene, level) for level in scene.page.levels)


def draw_network(page: PageData, wording: Wording, network: SharedNetwork, laid_out: bool) -> Markup:
    """Draw a network, wide and narrow; what is not laid out has no places yet, and says what it takes up."""
    return join_markup(_draw_frame(page, wording, network, frame, laid_out) for frame in FRAMES)


def _draw_frame(
    page: PageData, wording: Wording, network: SharedNetwork, frame: str, laid_out: bool
) -> Markup:
    nodes = (*network.provinces, *network.targets)
    place = {node: index for index, node in enumerate(nodes)}
    degree: Counter[str] = Counter()
    for province, target in network.lines:
        degree[province] += 1
        degree[target] += 1
    radii = {node: min(7.0 + 0.8 * degree[node], 15.0) for node in nodes}
    boxes = [_box(page, wording, node, radii[node]) for node in nodes]
    ends = [(place[province], place[target]) for province, target in network.lines]
    attributes: dict[str, object] = {"class": f"network {frame}"}
    lines: list[dict[str, object]] = [{"data-ends": f"{start} {end}"} for start, end in ends]
    marks: list[dict[str, object]] = [{"class": "node", "data-node": node} for node in nodes]
    if laid_out:
        width, height = _fit_frame(boxes, FRAMES[frame])
        points = place_nodes(boxes, ends, width, height).points
        attributes["viewBox"] = f"0 0 {width:.0f} {height:.0f}"
        for line, (start, end) in zip(lines, ends, strict=True):
            line["d"] = _say_line(points[start], points[end])
        for mark, (x, y) in zip(marks, points, strict=True):
            mark["transform"] = f"translate({x:.0f} {y:.0f})"
    else:
        attributes["data-least"] = FRAMES[frame][0]
        for mark, box in zip(marks, boxes, strict=True):
            mark["data-takes"] = f"{box.half:.0f} {box.above:.0f} {box.below:.0f}"
    counts = network.lines.values()
    return element(
        "svg",
        {**attributes, "role": "img", "aria-labelledby": name_heading("network", network.level)},
        *(
            element("path", {**line, "stroke-width": _thicken(n)})
            for line, n in zip(lines, counts, strict=True)
        ),
        *(
            element("g", mark, *_draw_node(page, wording, network, node, radii[node]))
            for mark, node in zip(marks, nodes, strict=True)
        ),
    )


def _say_line(start: tuple[float, float], end: tuple[float, float]) -> str:
    return f"M{start[0]:.0f} {start[1]:.0f}L{end[0]:.0f} {end[1]:.0f}"


def _thicken(count: int) -> float | None:
    """Return how thick the line of several ties is."""
    return min(1.0 + 1.1 * (count - 1), 6.0) if count > 1 else None


def _box(page: PageData, wording: Wording, node: str, radius: float) -> NodeBox:
    label = measure_name(page.places[node].name, LABEL, wording.codes)
    return NodeBox(max(label / 2, radius) + 1, radius, radius + LABEL * LINE)


def _fit_frame(boxes: list[NodeBox], least: tuple[float, float]) -> tuple[float, float]:
    """Return a frame in which the boxes have room: of the least width, and as high as it takes."""
    width = max(least[0], *(2 * box.half for box in boxes))
    needed = ROOM * sum(2 * box.half * (box.above + box.below) for box in boxes)
    if least[0] > least[1]:
        width = max(width, min((needed * least[0] / least[1]) ** 0.5, 1.6 * least[0]))
    return width, max(least[1], needed / width)


def _draw_node(
    page: PageData, wording: Wording, network: SharedNetwork, node: str, radius: float
) -> tuple[Markup, Markup]:
    """Draw sign and name of a node round its point."""
    place = page.places[node]
    label = wording.each(
        lambda one: place.name.in_language(one.code), "text", {"y": radius + LABEL, "aria-hidden": None}
    )
    if node not in network.provinces:
        return element("circle", {"r": radius - 1.2}), label
    side = 2 * radius
    symbol = element("rect", {"x": -radius, "y": -radius, "width": side, "height": side})
    if alone := network.alone.get(node):
        symbol += wording.each(
            lambda one: f"\u2066+{one.number(alone)}\u2069", "text", {"class": "alone", "y": 3.8}
        )
    return symbol, label
