"""The names on the map: written for every place, hidden where they would meet until the script asks again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from graphmap.language import Language
from graphmap.text import Name
from graphmap.views.chart import Chart
from graphmap.views.elements import element, join_markup
from graphmap.views.ends import list_cities
from graphmap.views.labels import Box, break_name, choose_fitting, measure_text
from graphmap.views.page_data import PageData
from graphmap.views.wording import Wording

SIZES = {"country": 12.0, "city": 11.0, "province": 11.0}
"""Size of a name on the screen, in pixels."""

LINE = 1.35
"""Height of a line of a name, in parts of its size; tighter than in the network, for the map is full."""

GROWN = 1.35
"""How much larger the name of the chosen country is."""

LONGEST = 8.0
"""Width in em from which a name is broken into two lines."""

PIXELS = 620.0
"""How wide the map is drawn where nothing else is known."""


@dataclass(frozen=True)
class MapLabel:
    """A name to write: whose, of which kind, where in kilometres, for which ties, and how much it counts."""

    id: str
    kind: str
    name: Name
    x: float
    y: float
    weight: int
    ties: tuple[int, ...] = ()


def draw_labels(page: PageData, wording: Wording, chart: Chart) -> Markup:
    """Write all names; those that do not fit into the view of home are marked as culled."""
    labels = sorted(
        _list_labels(page, chart), key=lambda label: (label.kind != "province", -label.weight, label.id)
    )
    groups = []
    for one in wording.languages:
        boxes = [[_find_box(label, one, chart)] if label.kind == "province" else [] for label in labels]
        fitting = choose_fitting(boxes)
        culled = {label.id for label, at in zip(labels, fitting, strict=True) if at is None}
        for kind in SIZES:
            # The provinces' names last, over all others: home is what the page is about.
            names = [_draw_label(label, one, label.id in culled) for label in labels if label.kind == kind]
            groups.append(element("g", wording.mark(one, {"class": f"labels for-{kind}"}), *names))
    return element("g", {"aria-hidden": "true"}, join_markup(groups))


def _list_labels(page: PageData, chart: Chart) -> Iterator[MapLabel]:
    for province in page.provinces:
        if point := chart.find_point(page, province):
            x, y = chart.project(point)
            y += 0 if province in chart.provinces else 14 * chart.home_view[2] / PIXELS
            weight = len(page.find_ties(None, province))
            yield MapLabel(province, "province", page.places[province].name, x, y, weight)
    for country in sorted({*page.countries, *chart.near} - {chart.home}):
        point = chart.find_point(page, country)
        if point and country in page.places:
            x, y = chart.project(point)
            weight = len(page.find_ties(country))
            yield MapLabel(country, "country", page.places[country].name, x, y, weight)
    for place, (ties, point) in list_cities(page, chart).items():
        if place not in page.countries:
            x, y = chart.project(point)
            yield MapLabel(place, "city", page.places[place].name, x, y, len(ties), tuple(ties))


def _find_box(label: MapLabel, one: Language, chart: Chart) -> Box:
    unit = chart.home_view[2] / PIXELS
    lines = break_name(label.name.in_language(one.code), LONGEST)
    size = SIZES[label.kind]
    half = max(measure_text(line, size) for line in lines) * unit / 2
    tall = len(lines) * LINE * size * unit / 2
    return Box(label.x - half, label.y - tall, label.x + half, label.y + tall)


def _draw_label(label: MapLabel, one: Language, culled: bool) -> Markup:
    lines = break_name(label.name.in_language(one.code), LONGEST)
    attributes: dict[str, object] = {
        "class": "cull" if culled else None,
        "data-label": label.id,
        "data-wide": round(max(measure_text(line, SIZES[label.kind]) for line in lines)),
        "data-ties": " ".join(map(str, label.ties)) or None,
        "x": round(label.x),
        "y": round(label.y),
    }
    if len(lines) == 1:
        return element("text", attributes, lines[0])
    spans = [
        element("tspan", {"x": round(label.x), "dy": dy}, line)
        for dy, line in zip(("-.6em", "1.2em"), lines, strict=True)
    ]
    return element("text", attributes, *spans)
