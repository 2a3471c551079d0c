"""The network of shared targets: provinces and what two or more of them reach; the rest is counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from graphmap.store.snapshot import Level
from graphmap.views.elements import element, join_markup
from graphmap.views.labels import LINE, measure_name
from graphmap.views.layout import Layout, NodeBox, place_nodes
from graphmap.views.page_data import PageData
from graphmap.views.wording import Wording

LABEL = 12.0
"""Size of a name in the drawing, in its units (pixels where it is drawn at its own size)."""

WIDE, NARROW = "wide", "narrow"
FRAMES = {WIDE: (600.0, 520.0), NARROW: (340.0, 640.0)}
"""Least width and height of the drawing beside the map, and of the one for a telephone."""

ROOM = 2.3
"""How much of the frame the boxes may fill: one part in this many."""

MOST_TARGETS = 120
"""How many targets a drawing shows at most; beyond that nobody can read it."""

MOST_LINES = 400
"""How many lines it shows at most; the most shared targets are kept."""


@dataclass(frozen=True)
class SharedNetwork:
    """Provinces, shared targets, their ties counted, and how many targets each province has alone."""

    level: Level
    provinces: tuple[str, ...]
    targets: tuple[str, ...]
    lines: dict[tuple[str, str], int]
    alone: dict[str, int]
    all_targets: int


def find_network(page: PageData, level: Level) -> SharedNetwork:
    """Find what the network at a level shows; the most shared targets where there are too many."""
    shared = page.find_shared(level)
    ranked = sorted(shared, key=lambda target: (-len(shared[target]), target))[:MOST_TARGETS]
    while sum(len(shared[target]) for target in ranked) > MOST_LINES:
        ranked.pop()
    kept = set(ranked)
    lines: Counter[tuple[str, str]] = Counter()
    exclusive: dict[str, set[str]] = {}
    for tie in page.ties:
        target = tie.targets.get(level)
        if target in kept:
            lines[tie.province, str(target)] += 1
        elif target and target not in shared:
            exclusive.setdefault(tie.province, set()).add(target)
    provinces = tuple(sorted({province for province, _ in lines}))
    alone = {province: len(found) for province, found in sorted(exclusive.items())}
    return SharedNetwork(
        level, provinces, tuple(sorted(kept)), dict(sorted(lines.items())), alone, len(shared)
    )


def draw_networks(page: PageData, wording: Wording) -> Markup:
    """Draw the network of every level that has one, wide and narrow; the page's own level is shown."""
    return join_markup(_draw_level(page, wording, find_network(page, level)) for level in page.levels)


def _draw_level(page: PageData, wording: Wording, network: SharedNetwork) -> Markup:
    if network.targets:
        drawings = [_draw_frame(page, wording, network, frame) for frame in FRAMES]
        note = wording.say("network-note")
        if network.all_targets > len(network.targets):
            more = wording.say("page-of-many", shown=len(network.targets), all=network.all_targets)
            note = note + " " + more
        legend = _draw_legend(wording, network.level, note)
    else:
        drawings, legend = [], element("p", {"class": "quiet"}, wording.say("network-none"))
    heading = element(
        "h2", {"id": f"network-{network.level}"}, wording.say(f"network-heading-{network.level}")
    )
    return element(
        "div",
        {"data-level": network.level, "hidden": network.level != page.level},
        element("div", {"class": "panel-head"}, heading),
        *drawings,
        legend,
    )


def _draw_frame(page: PageData, wording: Wording, network: SharedNetwork, frame: str) -> Markup:
    nodes = (*network.provinces, *network.targets)
    place = {node: index for index, node in enumerate(nodes)}
    degree: Counter[str] = Counter()
    for province, target in network.lines:
        degree[province] += 1
        degree[target] += 1
    radii = {node: min(7.0 + 0.8 * degree[node], 15.0) for node in nodes}
    boxes = [_box(page, wording, node, radii[node]) for node in nodes]
    width, height = _fit_frame(boxes, FRAMES[frame])
    lines = [(place[province], place[target]) for province, target in network.lines]
    layout = place_nodes(boxes, lines, width, height)
    drawn_lines = [
        _draw_line(layout, place[province], place[target], count)
        for (province, target), count in network.lines.items()
    ]
    drawn_nodes = [
        _draw_node(page, wording, network, node, layout.points[place[node]], radii[node]) for node in nodes
    ]
    return element(
        "svg",
        {
            "class": f"network {frame}",
            "viewBox": f"0 0 {width:.0f} {height:.0f}",
            "role": "img",
            "aria-labelledby": f"network-{network.level}",
        },
        *drawn_lines,
        *drawn_nodes,
    )


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


def _draw_line(layout: Layout, start: int, end: int, count: int) -> Markup:
    """Draw a line between two nodes, told to the page's script by their places among the nodes."""
    (x1, y1), (x2, y2) = layout.points[start], layout.points[end]
    return element(
        "path",
        {
            "data-ends": f"{start} {end}",
            "d": f"M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}",
            "stroke-width": min(1.0 + 1.1 * (count - 1), 6.0) if count > 1 else None,
        },
    )


def _draw_node(
    page: PageData,
    wording: Wording,
    network: SharedNetwork,
    node: str,
    at: tuple[float, float],
    radius: float,
) -> Markup:
    place = page.places[node]
    label = wording.each(
        lambda one: place.name.in_language(one.code), "text", {"y": radius + LABEL, "aria-hidden": None}
    )
    chooses: dict[str, object] = {
        "class": "node",
        "data-node": node,
        "transform": f"translate({at[0]:.0f} {at[1]:.0f})",
    }
    if node in network.provinces:
        side = 2 * radius
        symbol = element("rect", {"x": -radius, "y": -radius, "width": side, "height": side})
        if alone := network.alone.get(node):
            symbol += wording.each(
                lambda one: f"\u2066+{one.number(alone)}\u2069", "text", {"class": "alone", "y": 3.8}
            )
    else:
        symbol = element("circle", {"r": radius - 1.2})
    return element("g", chooses, symbol, label)


def _draw_legend(wording: Wording, level: Level, note: Markup) -> Markup:
    square = element("rect", {"x": 1, "y": 1, "width": 12, "height": 12, "fill": "var(--home)"})
    ring = element(
        "circle", {"cx": 7, "cy": 7, "r": 5, "fill": "none", "stroke": "var(--abroad)", "stroke-width": 2}
    )
    size = {"width": 14, "height": 14, "viewBox": "0 0 14 14", "aria-hidden": "true"}
    return element(
        "ul",
        {"class": "legend"},
        element("li", None, element("svg", size, square), wording.say("network-province")),
        element("li", None, element("svg", size, ring), wording.say(f"network-target-{level}")),
        element("li", None, element("span", None, note)),
    )
