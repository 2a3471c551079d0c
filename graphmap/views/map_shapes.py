"""The shapes of the map: coast, world, provinces; each in the class of its count."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from graphmap.geometry.pack import Outline
from graphmap.geometry.projection import Projection, draw_path, measure_box
from graphmap.geometry.rings import Ring, measure_ring
from graphmap.views.chart import NO_LAND, WORLD_UNIT, Chart, Corners
from graphmap.views.contested import count_rivals, find_provinces
from graphmap.views.elements import element, join_markup
from graphmap.views.ends import find_end
from graphmap.views.marks import draw_pattern
from graphmap.views.page_data import PageData
from graphmap.views.tokens import ABROAD_STEPS, HOME_STEPS, find_class

WIDEST_COUNTRY = 4200.0
"""Kilometres; of a wider country only the tied cities count for the view, or all would become small."""

MOST_SQUARES = 300
"""How many provinces without an outline are squares of their own, the most contested; the rest are dots."""

BORDER_HATCH = "hatch-border"
"""The pattern of provinces that border the chosen country and have no tie with it."""

PRESUMED_RULES = "rules-presumed"
"""The pattern of provinces that are presumed rivals in the chosen country: what is certain is solid."""


def draw_patterns() -> Markup:
    """Draw the patterns that shapes are filled with."""
    return element(
        "defs", None, draw_pattern("possible", BORDER_HATCH), draw_pattern("presumed", PRESUMED_RULES)
    )


def draw_world(page: PageData, chart: Chart) -> Markup:
    """Draw the coast under all land, then the countries, those near home in finer steps."""
    shown = set(page.countries)
    far = {
        key: one
        for key, one in chart.world.countries.items()
        if key not in chart.near and key != chart.home and key not in NO_LAND
    }
    plain = "".join(_path(one.rings, chart, WORLD_UNIT) for key, one in far.items() if key not in shown)
    coarse = [element("path", {"class": "land", "d": plain})]
    coarse += [_draw_country(page, chart, one, WORLD_UNIT) for key, one in far.items() if key in shown]
    areas = [
        element("path", {"class": "land area", "d": path})
        for one in chart.world.areas.values()
        if one.country not in chart.near and (path := _path(one.rings, chart, WORLD_UNIT))
    ]
    near = {key: one for key, one in chart.near.items() if key != chart.home}
    bare = "".join(_path(one.rings, chart, 1.0) for key, one in near.items() if key not in shown)
    fine = [element("path", {"class": "land", "d": bare})]
    fine += [_draw_country(page, chart, one, 1.0) for key, one in near.items() if key in shown]
    home = "".join(_path(one.rings, chart, 1.0) for one in chart.own)
    if home:
        fine.append(element("path", {"class": "land home-land", "d": home}))
    return join_markup(
        [
            element("use", {"href": "#map-land", "class": "coast"}),
            element(
                "g",
                {"id": "map-land"},
                element("g", {"transform": f"scale({WORLD_UNIT:g})"}, *coarse, *areas),
                element("g", None, *fine),
            ),
        ]
    )


def _draw_country(page: PageData, chart: Chart, outline: Outline, unit: float) -> Markup:
    country = outline.id
    bordering = page.find_border_provinces(country)
    box = _find_box(page, chart, outline)
    count = len(find_provinces(page, country))
    attributes = {
        "class": f"country abroad-{find_class(count, ABROAD_STEPS) + 1}" if count else "country",
        "data-map-country": country,
        "data-box": " ".join(f"{one:.0f}" for one in box) if box else None,
        "data-edge": " ".join(bordering) or None,
        "d": _path(outline.rings, chart, unit),
    }
    return element("path", attributes, element("title", None, page.places[country].name.en))


def _find_box(page: PageData, chart: Chart, outline: Outline) -> Corners | None:
    """What the view holds when a country is chosen: its largest part, if not too wide, and tied places."""
    points = [
        chart.project(point) for tie in page.find_ties(outline.id) if (point := find_end(page, chart, tie))
    ]
    box = None
    if outline.rings:
        main = max(outline.rings, key=lambda ring: abs(measure_ring(ring)))
        box = measure_box([main], chart.projection)
    if box and (box[2] - box[0] < WIDEST_COUNTRY or not points):
        points += [(box[0], box[1]), (box[2], box[3])] if box[2] - box[0] < WIDEST_COUNTRY else []
        points = points or [chart.project(outline.point)]
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _path(rings: Iterable[Ring], chart: Chart, unit: float) -> str:
    return _draw_outline(tuple(rings), chart.projection, unit)


@lru_cache(maxsize=1_024)
def _draw_outline(rings: tuple[Ring, ...], projection: Projection, unit: float) -> str:
    """Draw an outline once: a map is drawn again and again for the same home country."""
    return draw_path(rings, projection, unit)


def divide_points(page: PageData, chart: Chart) -> tuple[set[str], list[str]]:
    """Divide the provinces without an outline: those drawn as squares, and those that are dots alone."""
    bare = [province for province in page.provinces if province not in chart.provinces]
    if len(bare) > MOST_SQUARES:
        weight = {one: (-count_rivals(page, None, one), -len(page.find_ties(None, one)), one) for one in bare}
        bare.sort(key=lambda one: weight[one])
    return set(bare[:MOST_SQUARES]), bare[MOST_SQUARES:]


def _draw_dots(page: PageData, chart: Chart, provinces: list[str]) -> Markup:
    """Draw places that are too many to be chosen on the map as one path of small squares."""
    side = max(round(chart.home_view[2] / 250), 1)
    places = (point for one in provinces if (point := page.places[one].point))
    dots = (f"M{x:.0f} {y:.0f}h{side}v{side}h-{side}z" for x, y in map(chart.project, places))
    return element("path", {"class": "dots", "d": "".join(dots)})


def draw_provinces(page: PageData, chart: Chart) -> Markup:
    """Draw the provinces, by their outlines or as squares at their points, and the outline of home."""
    drawn = []
    tied = {tie.province for tie in page.ties}
    squares, dots = divide_points(page, chart)
    if dots:
        drawn.append(_draw_dots(page, chart, dots))
    for province in (one for one in page.provinces if one in chart.provinces or one in squares):
        place = page.places[province]
        step = find_class(count_rivals(page, None, province), HOME_STEPS)
        attributes: dict[str, object] = {
            "class": f"province home-{step}" + (" with" if province in tied else ""),
            "data-map-province": province,
        }
        title = element("title", None, place.name.en)
        if outline := chart.provinces.get(province):
            drawn.append(element("path", {**attributes, "d": _path(outline.rings, chart, 1.0)}, title))
        elif place.point:
            x, y = chart.project(place.point)
            square = element("rect", {"class": "symbol", "x": -6, "y": -6, "width": 12, "height": 12})
            where = {"transform": f"translate({x:.0f} {y:.0f})"}
            drawn.append(
                element("g", {**attributes, "class": f"{attributes['class']} point", **where}, title, square)
            )
    home = "".join(_path(one.rings, chart, 1.0) for one in chart.own)
    if home:
        drawn.append(element("path", {"class": "own", "d": home}))
    return element("g", None, *drawn)
