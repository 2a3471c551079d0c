"""The map: home large, its neighbours and the world round it; the page's script shows what is chosen."""

from __future__ import annotations

from markupsafe import Markup

from graphmap.views.chart import Chart, Corners
from graphmap.views.elements import element
from graphmap.views.map_labels import PIXELS, draw_labels
from graphmap.views.map_legend import draw_map_legends
from graphmap.views.map_shapes import draw_patterns, draw_provinces, draw_world
from graphmap.views.page_data import PageData
from graphmap.views.panel import Panel, Scene, name_heading
from graphmap.views.state import CHOSEN_KEYS
from graphmap.views.wording import Wording

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
        follows=CHOSEN_KEYS,
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
    """Draw the map as one SVG; `chart` holds the shapes, the projection and the views.

    What a choice alone shows (map_chosen.py) is put into the empty layers by the page's script.
    """
    shapes = chart.simplified
    views = dict(zip(VIEWS, (chart.home_view, chart.region_view, chart.world_view), strict=True))
    layers = [
        draw_patterns(),
        draw_world(page, shapes),
        element("g", {"data-layer": "units"}),
        draw_provinces(page, shapes),
        element("path", {"class": "casing"}),
        *(element("g", {"data-layer": layer}) for layer in ("arcs", "missions", "cities")),
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
