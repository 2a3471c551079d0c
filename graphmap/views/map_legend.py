"""The keys of the map: for nothing chosen its classes, for a choice who is what; the script shows one."""

from __future__ import annotations

from markupsafe import Markup

from graphmap.views.elements import element
from graphmap.views.legends import draw_sign
from graphmap.views.marks import draw_mark
from graphmap.views.page_data import PageData
from graphmap.views.tokens import ABROAD_STEPS, HOME_STEPS
from graphmap.views.wording import Wording

WIDTH = 22


def _box(fill: str, edge: str = "--border") -> Markup:
    shape = {"x": 1, "y": 1, "width": 20, "height": 14, "fill": f"var({fill})", "stroke": f"var({edge})"}
    return draw_sign(element("rect", shape), width=WIDTH)


def _line(colour: str, dashed: bool = False) -> Markup:
    drawn = {"d": "M0 8H26", "stroke": f"var({colour})", "stroke-width": 3}
    dash = {"stroke-dasharray": "5 3"} if dashed else {}
    return draw_sign(element("path", {**drawn, **dash}), width=26)


def _item(sign: Markup, words: Markup) -> Markup:
    return element("li", None, sign, element("span", None, words))


def _draw_classes(wording: Wording, name: str, lowest: int, steps: tuple[int, ...]) -> list[Markup]:
    """Draw one sign a class, with the counts that it stands for."""
    items = [element("li", {"class": "of"}, wording.say(f"map-classes-{name}"))]
    for place, (low, following) in enumerate(zip((lowest, *steps), (*steps, None), strict=True)):
        first = place + 1 if name == "abroad" else place
        sign = _box(f"--{name}-{first}")
        if following is None:
            words = wording.say("map-class-from", count=low)
        elif following == low + 1:
            words = wording.number(low)
        else:
            words = wording.say("map-class", low=low, high=following - 1)
        items.append(_item(sign, words))
    return items


def draw_map_legends(page: PageData, wording: Wording) -> Markup:
    """Draw the keys of the map, that of a choice hidden until there is one."""
    abroad = [
        *_draw_classes(wording, "abroad", 1, ABROAD_STEPS),
        _item(_box("--land"), wording.say("map-class-none")),
    ]
    home = _draw_classes(wording, "home", 0, HOME_STEPS)
    ring = {"cx": 8, "cy": 8, "r": 5, "fill": "var(--paper)", "stroke": "var(--abroad)", "stroke-width": 2.4}
    mission = {"d": "M8 2 13 8 8 14 3 8z", "fill": "var(--ink)"}
    chosen = [
        _item(draw_mark("certain"), wording.say("map-rival-certain")),
        _item(draw_mark("presumed"), wording.say("map-rival-presumed")),
        _item(_box("--home-1", "--home"), wording.say("map-tied")),
        _item(draw_mark("possible"), wording.say("map-edge")),
        _item(_line("--abroad"), wording.say("map-arc")),
        _item(_line("--abroad", dashed=True), wording.say("map-arc-unknown")),
        _item(draw_sign(element("circle", ring)), wording.say("map-city")),
    ]
    if page.missions:
        chosen.append(_item(draw_sign(element("path", mission)), wording.say("map-mission")))
    return (
        element("ul", {"class": "legend", "data-key": "all"}, *abroad)
        + element("ul", {"class": "legend", "data-key": "all"}, *home)
        + element("ul", {"class": "legend", "data-key": "chosen", "hidden": True}, *chosen)
    )
