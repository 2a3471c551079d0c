"""The map: home large, its neighbours and the world round it; the page's script shows what is chosen."""

from __future__ import annotations

from markupsafe import Markup

from graphmap.points import LatLon
from graphmap.views.chart import Chart, Corners
from graphmap.views.elements import element
from graphmap.views.ends import find_end, find_start, list_cities
from graphmap.views.map_labels import PIXELS, draw_labels
from graphmap.views.map_legend import draw_map_legends
from graphmap.views.map_shapes import draw_patterns, draw_provinces, draw_units, draw_world
from graphmap.views.page_data import PageData
from graphmap.views.panel import Panel, Scene, name_heading
from graphmap.views.wording import Wording

BEND = 0.14
"""How far an arc leaves the straight line, in parts of its length."""

MOST_ARCS = 2000
"""How many arcs a map has at most: where there are more it has none, and a choice shows by its shapes."""

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
        follows=("lang", "country", "province", "sector", "level"),
        legend=draw_map_legends(page, wording),
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
        draw_patterns(),
        draw_world(page, chart),
        draw_units(page, chart),
        draw_provinces(page, chart),
        _draw_arcs(page, chart),
        _draw_missions(page, chart),
        _draw_cities(page, chart),
        draw_labels(page, wording, chart),
        element("g", {"class": "pills"}),
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


def _draw_arcs(page: PageData, chart: Chart) -> Markup:
    """Draw an arc for all ties between the same two places; dashed where the sectors of none are known."""
    arcs: dict[tuple[LatLon, LatLon], list[int]] = {}
    for index, tie in enumerate(page.ties):
        start, end = find_start(page, chart, tie), find_end(page, chart, tie)
        if start and end and start != end:
            arcs.setdefault((start, end), []).append(index)
    drawn = []
    if len(arcs) > MOST_ARCS:
        arcs = {}
    for (start, end), ties in arcs.items():
        (x1, y1), (x2, y2) = chart.project(start), chart.project(end)
        bend = BEND if x2 > x1 else -BEND
        middle = ((x1 + x2) / 2 + bend * (y2 - y1), (y1 + y2) / 2 - bend * (x2 - x1))
        path = f"M{x1:.0f} {y1:.0f}Q{middle[0]:.0f} {middle[1]:.0f} {x2:.0f} {y2:.0f}"
        known = any(page.ties[index].sectors for index in ties)
        ends = {"data-ties": " ".join(map(str, ties)), "d": path}
        drawn.append(element("path", {"class": "arc" if known else "arc unknown", **ends}))
    return element("g", {"class": "arcs"}, element("path", {"class": "casing"}), *drawn)


def _draw_cities(page: PageData, chart: Chart) -> Markup:
    drawn = []
    for ties, point in list_cities(page, chart).values():
        x, y = chart.project(point)
        ring = element("circle", {"class": "symbol", "r": 4})
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
