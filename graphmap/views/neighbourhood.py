"""The neighbourhood: who meets whom where, in columns; its script draws it, for what is chosen."""

from __future__ import annotations

from markupsafe import Markup

from graphmap.views.contested import rank_countries
from graphmap.views.elements import element
from graphmap.views.legends import draw_sign
from graphmap.views.panel import NOTHING_SAID, Panel, Scene
from graphmap.views.state import CHOSEN_KEYS
from graphmap.views.wording import Wording

MOST_COUNTRIES = 12
"""How many of the most contested countries the strip shows."""

MOST_OTHERS = 9
"""How many further countries, or provinces, stand beside a choice."""

MOST_LINES = 150
"""Above so many lines no drawing can be read: then the overlap of provinces is shown as a table."""

MOST_OVERLAPPING = 20
"""How many provinces that table shows."""


def make_neighbourhood_panel(scene: Scene) -> Panel:
    """Make the panel; the page's script draws in it, and redraws for each choice."""
    page, wording = scene.page, scene.wording
    empty = not rank_countries(page)
    return Panel(
        name="neighbourhood",
        heading=wording.say("neighbourhood-heading"),
        lead=element("span", {"data-said": True}, wording.say("neighbourhood-needs-script")),
        drawing=element("div", {"class": "neighbourhood", "data-drawing": True}),
        follows=CHOSEN_KEYS,
        legend=NOTHING_SAID if empty else _draw_legend(wording),
        empty=wording.say("neighbourhood-none"),
        is_empty=empty,
    )


def _draw_legend(wording: Wording) -> Markup:
    def line(colour: str, wide: float) -> Markup:
        drawn = {"d": "M0 8H26", "stroke": f"var({colour})", "stroke-width": wide}
        return draw_sign(element("path", drawn), width=26)

    ring = {"cx": 8, "cy": 8, "r": 6, "fill": "var(--paper)", "stroke": "var(--abroad)", "stroke-width": 2}
    square = {"x": 2, "y": 2, "width": 12, "height": 12, "fill": "var(--home)"}
    items = [
        (line("--home", 2.6), "neighbourhood-rival"),
        (line("--line", 1.4), "neighbourhood-possible"),
        (draw_sign(element("circle", ring)), "neighbourhood-ring"),
        (draw_sign(element("rect", square)), "neighbourhood-square"),
    ]
    return element(
        "ul",
        {"class": "legend"},
        *(element("li", None, sign, element("span", None, wording.say(words))) for sign, words in items),
    )
