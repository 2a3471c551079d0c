"""The names on the map: written for every place, hidden where they would meet until the script asks again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from markupsafe import Markup

from graphmap.geometry.seas import read_seas
from graphmap.language import Language
from graphmap.text import Name
from graphmap.views.chart import Chart, Corners
from graphmap.views.contested import count_rivals, find_provinces
from graphmap.views.elements import element, join_markup
from graphmap.views.labels import Box, break_name, choose_fitting, measure_text
from graphmap.views.map_shapes import divide_points
from graphmap.views.page_data import PageData
from graphmap.views.tokens import ABROAD_STEPS, HOME_STEPS, find_class
from graphmap.views.wording import Wording

SIZES = {"sea": 11.5, "country": 12.0, "city": 11.0, "province": 11.5}
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
    """A name to write: whose, of which kind, where in kilometres, and how much it weighs.

    `count` stands behind it (0: nothing does); `dark` is what it stands on, so that it is written in white.
    """

    id: str
    kind: str
    name: Name
    x: float
    y: float
    weight: int
    count: int = 0
    dark: bool = False


def draw_labels(page: PageData, wording: Wording, chart: Chart) -> Markup:
    """Write all names; those that do not fit into the view of home are marked as culled."""
    labels = sorted(
        _list_labels(page, chart), key=lambda label: (label.kind != "province", -label.weight, label.id)
    )
    culled = {}
    for one in wording.languages:
        fitting = choose_fitting([_list_boxes(label, one, chart) for label in labels])
        culled[one.code] = {label.id for label, at in zip(labels, fitting, strict=True) if at is None}
    groups = []
    for kind in SIZES:  # the provinces' names last, over all others: home is what the page is about
        if kind == "city":
            groups.append(element("g", {"class": "labels for-city", "data-layer": "names"}))
            continue
        named = [label for label in labels if label.kind == kind]
        for one in wording.languages:
            names = [_draw_label(label, one, label.id in culled[one.code]) for label in named]
            groups.append(element("g", wording.mark(one, {"class": f"labels for-{kind}"}), *names))
    return element("g", {"aria-hidden": "true"}, join_markup(groups))


def _list_boxes(label: MapLabel, one: Language, chart: Chart) -> list[Box]:
    """Return where a name can stand: at its place, if that is whole within the view of home."""
    box = _find_box(label, one, chart)
    left, top, width, height = chart.home_view
    inside = box.left > left and box.top > top and box.right < left + width and box.bottom < top + height
    return [box] if inside else []


def _list_labels(page: PageData, chart: Chart) -> Iterator[MapLabel]:
    _, dots = divide_points(page, chart)
    for province in sorted(set(page.provinces) - set(dots)):
        if point := chart.find_point(page, province):
            x, y = chart.project(point)
            y += 0 if province in chart.provinces else 14 * chart.home_view[2] / PIXELS
            rivals = count_rivals(page, None, province)
            weight = 100 * rivals + len(page.find_ties(None, province))
            dark = province in chart.provinces and find_class(rivals, HOME_STEPS) == len(HOME_STEPS)
            yield MapLabel(province, "province", page.places[province].name, x, y, weight, rivals, dark)
    for country in sorted({*page.countries, *chart.near} - {chart.home}):
        point = chart.find_point(page, country)
        if point and country in page.places:
            x, y = chart.project(point)
            count = len(find_provinces(page, country))
            dark = find_class(count, ABROAD_STEPS) == len(ABROAD_STEPS)
            weight = 100 * count + len(page.find_ties(country))
            yield MapLabel(country, "country", page.places[country].name, x, y, weight, count, dark)
    for number, sea in enumerate([] if chart.invented else read_seas()):
        placed = [chart.project(point) for point in sea.points]
        x, y = next((one for one in placed if _lies_in(one, chart.home_view)), placed[0])
        yield MapLabel(f"sea-{number}", "sea", sea.name, x, y, 0)


class CityName(TypedDict):
    """The name of a place where ties end: its lines, and how wide it is with a count, in pixels."""

    lines: tuple[str, ...]
    wide: int


def measure_city(page: PageData, place: str, one: Language, provinces: int) -> CityName:
    """Return how the name of a place is written, with the number of provinces behind it."""
    label = MapLabel(place, "city", page.places[place].name, 0, 0, 0, provinces)
    return CityName(lines=_break_label(label, one)[0], wide=round(_measure_label(label, one)))


def _lies_in(point: tuple[float, float], view: Corners) -> bool:
    (x, y), (left, top, width, height) = point, view
    return left < x < left + width and top < y < top + height


def _break_label(label: MapLabel, one: Language) -> tuple[tuple[str, ...], str]:
    """Return the lines of a name, and the count that stands behind the last of them."""
    count = f" {one.number(label.count)}" if label.count else ""
    return break_name(label.name.in_language(one.code), LONGEST), count


def _measure_label(label: MapLabel, one: Language) -> float:
    """Return how wide a name with its count is, in pixels."""
    lines, count = _break_label(label, one)
    return max(measure_text(line, SIZES[label.kind]) for line in (*lines[:-1], lines[-1] + count))


def _find_box(label: MapLabel, one: Language, chart: Chart) -> Box:
    unit = chart.home_view[2] / PIXELS
    lines, _ = _break_label(label, one)
    half = _measure_label(label, one) * unit / 2
    tall = len(lines) * LINE * SIZES[label.kind] * unit / 2
    return Box(label.x - half, label.y - tall, label.x + half, label.y + tall)


def _draw_label(label: MapLabel, one: Language, culled: bool) -> Markup:
    lines, count = _break_label(label, one)
    whole, bare = _measure_label(label, one), max(measure_text(line, SIZES[label.kind]) for line in lines)
    attributes: dict[str, object] = {
        "class": " ".join(
            name for name, on in (("cull", culled), ("dark", label.dark), ("counted", label.count)) if on
        )
        or None,
        "data-label": label.id,
        "data-wide": " ".join(f"{round(wide)}" for wide in ([whole, bare] if count else [whole])),
        "data-lines": len(lines) if len(lines) > 1 else None,
        "x": round(label.x),
        "y": round(label.y),
    }
    behind = None if label.kind == "sea" else element("tspan", {"class": "count"}, count)
    if len(lines) == 1:
        return element("text", attributes, lines[0], behind)
    first, second = lines
    x = round(label.x)
    return element(
        "text",
        attributes,
        element("tspan", {"x": x, "dy": "-.6em"}, first),
        element("tspan", {"x": x, "dy": "1.2em"}, second, behind),
    )
