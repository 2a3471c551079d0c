"""The keys under the drawings: each sign as it is drawn, and its words beside it."""

from __future__ import annotations

from markupsafe import Markup

from graphmap.scales import Level, name_message
from graphmap.views.elements import element
from graphmap.views.page_data import PageData
from graphmap.views.wording import Wording

SIDE = 16


def draw_sign(*shapes: Markup, width: int = SIDE) -> Markup:
    """Draw a small sign that assistive tools pass over; its words stand beside it."""
    size = {"width": width, "height": SIDE, "viewBox": f"0 0 {width} {SIDE}", "aria-hidden": "true"}
    return element("svg", size, *shapes)


def _square(fill: str, stroke: str | None = None, x: int = 1) -> Markup:
    line = {"stroke": f"var({stroke})"} if stroke else {}
    return element("rect", {"x": x, "y": 1, "width": 14, "height": 14, "fill": f"var({fill})", **line})


def _stripes(stroke: str, width: float) -> Markup:
    return element(
        "path", {"d": "M1 9 9 1M3 15 15 3M10 15 15 10", "stroke": f"var({stroke})", "stroke-width": width}
    )


def _item(sign: Markup, words: Markup) -> Markup:
    return element("li", None, sign, element("span", None, words))


def draw_matrix_legend(wording: Wording, possible: bool) -> Markup:
    """Draw the key of the matrix."""
    shades = [_square(f"--n{shade}", x=16 * (shade - 1) + 1) for shade in range(1, 6)]
    corner = element("path", {"d": "M1 1h11L1 12z", "fill": "var(--abroad)"})
    frame = element(
        "rect", {"x": 1, "y": 1, "width": 14, "height": 14, "fill": "none", "stroke": "var(--rule)"}
    )
    items = [
        _item(draw_sign(*shades, width=82), wording.say("matrix-more")),
        _item(draw_sign(frame, corner), wording.say("matrix-border-note")),
    ]
    if possible:
        hatched = draw_sign(_square("--n2"), _stripes("--paper", 2))
        items.append(_item(hatched, wording.say("matrix-possible-note")))
    return element("ul", {"class": "legend"}, *items)


def draw_map_legend(page: PageData, wording: Wording) -> Markup:
    """Draw the key of the map."""
    arc = element(
        "path", {"d": "M1 12Q8 2 21 6", "fill": "none", "stroke": "var(--abroad)", "stroke-width": 2}
    )
    ring = {"cx": 8, "cy": 8, "r": 4, "fill": "var(--paper)", "stroke": "var(--abroad)", "stroke-width": 2}
    mission = {"d": "M8 2 13 8 8 14 3 8z", "fill": "var(--mission)"}
    items = [
        _item(draw_sign(_square("--n2", "--edge")), wording.say("map-tied")),
        _item(
            draw_sign(_square("--n3", "--home-dark"), _stripes("--home-dark", 2.2)), wording.say("map-edge")
        ),
        _item(
            draw_sign(_square("--abroad-pale", "--abroad-dark"), _stripes("--abroad", 2)),
            wording.say("map-unit"),
        ),
        _item(draw_sign(arc, width=22), wording.say("map-arc")),
        _item(draw_sign(element("circle", ring)), wording.say("map-city")),
    ]
    if page.missions:
        items.append(_item(draw_sign(element("path", mission)), wording.say("map-mission")))
    return element("ul", {"class": "legend"}, *items)


def draw_network_legend(wording: Wording, level: Level, note: Markup) -> Markup:
    """Draw the key of the network; its note stands beside the signs."""
    ring = {"cx": 8, "cy": 8, "r": 5, "fill": "none", "stroke": "var(--abroad)", "stroke-width": 2}
    square = element("rect", {"x": 2, "y": 2, "width": 12, "height": 12, "fill": "var(--home)"})
    items = [
        _item(draw_sign(square), wording.say("network-province")),
        _item(draw_sign(element("circle", ring)), wording.say(name_message("level", level))),
        element("li", None, element("span", None, note)),
    ]
    return element("ul", {"class": "legend"}, *items)
