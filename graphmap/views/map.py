"""The map: home large, region and world round it; the page's script draws only what is chosen."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from graphmap.geometry.pack import Outline, Ring
from graphmap.geometry.projection import draw_path, measure_box
from graphmap.points import LatLon
from graphmap.views.chart import WORLD_UNIT, Chart, Corners
from graphmap.views.elements import element, join_markup
from graphmap.views.ends import find_end, find_start, list_cities
from graphmap.views.legends import draw_map_legend
from graphmap.views.map_labels import PIXELS, draw_labels
from graphmap.views.page_data import PageData
from graphmap.views.panel import Panel, Scene, name_heading
from graphmap.views.wording import Wording

BEND = 0.14
"""How far an arc leaves the straight line, in parts of its length."""

WIDEST_COUNTRY = 4200.0
"""Kilometres; of a wider country only the tied cities count for the view, or all would become small."""


VIEWS = ("home", "region", "world")
"""The views that buttons lead to, as the drawing names them to the page's script."""


def make_map_panel(scene: Scene) -> Panel:
    """Show home in the world, and say what has no place on the map."""
    page, wording, chart = scene.page, scene.wording, scene.chart
    notes = [wording.say(chart.note, home=page.home.name)] if chart.note else []
    if chart.missing:
        notes.append(wording.say("map-some-no-points", count=chart.missing))
    return Panel(
        name="map",
        heading=wording.say("map-heading"),
        tools=_draw_buttons(page, wording),
        drawing=draw_map(page, wording, chart),
        follows=("lang", "country", "province", "sector"),
        legend=draw_map_legend(page, wording),
        notes=tuple(notes),
        style=f"svg.map {{ --unit: {chart.home_view[2] / PIXELS:.3f}; }}\n",
    )


def _draw_buttons(page: PageData, wording: Wording) -> Markup:
    named = dict(
        zip(
            VIEWS,
            (wording.name(page.home.name), wording.say("map-region"), wording.say("map-world")),
            strict=True,
        )
    )
    for way, sign in (("in", "+"), ("out", "−")):
        words = element("span", {"class": "vh"}, wording.say(f"map-{way}"))
        named[way] = element("span", {"aria-hidden": "true"}, sign) + words
    buttons = [
        element("button", {"type": "button", "data-view": view}, words) for view, words in named.items()
    ]
    return element(
        "div",
        {"class": "buttons needs-script", "role": "toolbar", "aria-labelledby": "map-view"},
        element("span", {"class": "vh", "id": "map-view"}, wording.say("map-view")),
        *buttons,
    )


def draw_map(page: PageData, wording: Wording, chart: Chart) -> Markup:
    """Draw the map as one SVG; `chart` holds the shapes, the projection and the views."""
    views = dict(zip(VIEWS, (chart.home_view, chart.region_view, chart.world_view), strict=True))
    layers = [
        _draw_patterns(),
        _draw_world(page, chart),
        _draw_units(page, chart),
        _draw_provinces(page, chart),
        _draw_arcs(page, chart),
        _draw_missions(page, chart),
        _draw_cities(page, chart),
        draw_labels(page, wording, chart),
    ]
    return element(
        "svg",
        {
            "class": "map",
            "viewBox": _say_view(chart.home_view),
            **{f"data-{view}": _say_view(corners) for view, corners in views.items()},
            "role": "img",
            "aria-labelledby": name_heading("map"),
        },
        *layers,
    )


def _say_view(view: Corners) -> str:
    return " ".join(f"{one:.0f}" for one in view)


def _draw_patterns() -> Markup:
    def draw_hatch(name: str, ground: str, line: str) -> Markup:
        lines = element("rect", {"width": 7, "height": 7, "fill": f"var({ground})"})
        stroke = {"x1": 1.5, "y1": 0, "x2": 1.5, "y2": 7, "stroke": f"var({line})", "stroke-width": 2.6}
        box = {"id": name, "width": 7, "height": 7, "patternUnits": "userSpaceOnUse"}
        return element("pattern", box, lines, element("line", stroke))

    return element(
        "defs",
        None,
        draw_hatch("hatch-home", "--n3", "--home-dark"),
        draw_hatch("hatch-empty", "--paper", "--home"),
        draw_hatch("hatch-abroad", "--abroad-pale", "--abroad"),
    )


def _draw_world(page: PageData, chart: Chart) -> Markup:
    shown = set(page.countries)
    far = {
        key: one for key, one in chart.world.countries.items() if key not in chart.near and key != chart.home
    }
    plain = "".join(_path(one.rings, chart, WORLD_UNIT) for key, one in far.items() if key not in shown)
    coarse = [element("path", {"class": "land", "d": plain})]
    coarse += [_draw_country(page, chart, one, WORLD_UNIT) for key, one in far.items() if key in shown]
    areas = [
        element("path", {"class": "area", "d": path})
        for one in chart.world.areas.values()
        if one.country not in chart.near and (path := _path(one.rings, chart, WORLD_UNIT))
    ]
    near = {key: one for key, one in chart.near.items() if key != chart.home}
    bare = "".join(_path(one.rings, chart, 1.0) for key, one in near.items() if key not in shown)
    fine = [element("path", {"class": "land", "d": bare})]
    fine += [_draw_country(page, chart, one, 1.0) for key, one in near.items() if key in shown]
    return element("g", {"transform": f"scale({WORLD_UNIT:g})"}, *coarse, *areas) + element("g", None, *fine)


def _draw_country(page: PageData, chart: Chart, outline: Outline, unit: float) -> Markup:
    country = outline.id
    bordering = page.find_border_provinces(country)
    box = _find_box(page, chart, outline)
    attributes = {
        "class": "country",
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
        main = max(outline.rings, key=_measure_ring)
        box = measure_box([main], chart.projection)
    if box and (box[2] - box[0] < WIDEST_COUNTRY or not points):
        points += [(box[0], box[1]), (box[2], box[3])] if box[2] - box[0] < WIDEST_COUNTRY else []
        points = points or [chart.project(outline.point)]
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _measure_ring(ring: Ring) -> float:
    """Twice the area in square degrees, without sign."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)))


def _path(rings: Iterable[Ring], chart: Chart, unit: float) -> str:
    return draw_path(rings, chart.projection, unit)


def _draw_units(page: PageData, chart: Chart) -> Markup:
    touched: dict[str, set[str]] = {}
    for (province, _), regions in page.borders.items():
        for region in regions:
            if unit := chart.find_unit(page, region):
                touched.setdefault(unit.id, set()).add(province)
    return join_markup(
        element(
            "path",
            {
                "class": "unit",
                "data-touches": " ".join(sorted(provinces)),
                "data-in": chart.units[unit].country,
                "d": _path(chart.units[unit].rings, chart, 1.0),
            },
        )
        for unit, provinces in sorted(touched.items())
    )


def _draw_provinces(page: PageData, chart: Chart) -> Markup:
    drawn = []
    tied = {tie.province for tie in page.ties}
    for province in page.provinces:
        place = page.places[province]
        attributes: dict[str, object] = {
            "class": "province with" if province in tied else "province",
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
    if chart.provinces:
        home = "".join(draw_path(one.rings, chart.projection) for one in chart.own)
        drawn.append(element("path", {"class": "own", "d": home}))
    return element("g", None, *drawn)


def _draw_arcs(page: PageData, chart: Chart) -> Markup:
    arcs: dict[tuple[LatLon, LatLon], list[int]] = {}
    for index, tie in enumerate(page.ties):
        start, end = find_start(page, chart, tie), find_end(page, chart, tie)
        if start and end and start != end:
            arcs.setdefault((start, end), []).append(index)
    drawn = []
    for (start, end), ties in arcs.items():
        (x1, y1), (x2, y2) = chart.project(start), chart.project(end)
        bend = BEND if x2 > x1 else -BEND
        middle = ((x1 + x2) / 2 + bend * (y2 - y1), (y1 + y2) / 2 - bend * (x2 - x1))
        path = f"M{x1:.0f} {y1:.0f}Q{middle[0]:.0f} {middle[1]:.0f} {x2:.0f} {y2:.0f}"
        drawn.append(element("path", {"class": "arc", "data-ties": " ".join(map(str, ties)), "d": path}))
    return element("g", None, *drawn)


def _draw_cities(page: PageData, chart: Chart) -> Markup:
    drawn = []
    for ties, point in list_cities(page, chart).values():
        x, y = chart.project(point)
        ring = element("circle", {"class": "symbol", "r": 3.6})
        where = {"transform": f"translate({x:.0f} {y:.0f})", "data-ties": " ".join(map(str, ties))}
        drawn.append(element("g", {"class": "city", **where}, ring))
    return element("g", None, *drawn)


def _draw_missions(page: PageData, chart: Chart) -> Markup:
    at: dict[LatLon, set[str]] = {}
    for mission in page.missions:
        place = page.places.get(mission.city or "")
        point = (place.point if place else None) or mission.point
        abroad = mission.host if mission.sender == page.home.id else mission.sender
        if point and mission.status != "closed":
            at.setdefault(point, set()).add(abroad)
    drawn = []
    for point, countries in sorted(at.items()):
        x, y = chart.project(point)
        symbol = element("path", {"class": "symbol", "d": "M0-10 4.5-5.5 0-1-4.5-5.5z"})
        where = {"transform": f"translate({x:.0f} {y:.0f})", "data-missions": " ".join(sorted(countries))}
        drawn.append(element("g", {"class": "mission", **where}, symbol))
    return element("g", None, *drawn)
