"""The ties in time: a bar a tie or act, the part presumed ruled; its script draws what is chosen."""

from __future__ import annotations

from markupsafe import Markup

from graphmap.views.elements import element
from graphmap.views.legends import draw_sign
from graphmap.views.panel import Panel, Scene
from graphmap.views.wording import Wording

ROWS = 24
"""How many rows stand at once; the rest is counted, and opened by a button."""


def make_timeline_panel(scene: Scene) -> Panel:
    """Make the panel; the page's script draws in it what is chosen."""
    page, wording = scene.page, scene.wording
    dated = any(tie.since or tie.last_sign for tie in page.ties)
    return Panel(
        name="timeline",
        heading=wording.say("timeline-heading"),
        tools=element(
            "div",
            {"class": "buttons needs-script"},
            _draw_slider(len(page.days), wording),
            element("button", {"type": "button", "data-more-rows": True, "hidden": True}),
        ),
        lead=element("span", {"data-said": True}, wording.say("neighbourhood-needs-script")),
        drawing=element("div", {"class": "timeline", "data-drawing": True}),
        follows=("lang", "country", "province", "sector", "as_of"),
        legend=_draw_legend(wording),
        empty=wording.say("timeline-none"),
        is_empty=not dated,
        hidden=not dated,
    )


def _draw_slider(days: int, wording: Wording) -> Markup:
    """Draw what turns the page to another of its days by dragging or keys; nothing where it has no other."""
    if not days:
        return Markup("")
    slide = {"type": "range", "min": 0, "max": days, "step": 1, "value": days, "data-days": True}
    return element("label", {"class": "days"}, wording.say("page-day"), element("input", slide))


def _draw_legend(wording: Wording) -> Markup:
    def box(fill: str, line: str, *inside: Markup, dashed: bool = False) -> Markup:
        shape = {"x": 1, "y": 3, "width": 24, "height": 10, "fill": f"var({fill})", "stroke": f"var({line})"}
        dash = {"stroke-dasharray": "3 2"} if dashed else {}
        return draw_sign(element("rect", {**shape, **dash}), *inside, width=26)

    rules = element("path", {"d": "M1 6H25M1 10H25", "stroke": "var(--home)", "stroke-width": 1.8})
    fade = [
        element(
            "rect",
            {"x": 1 + 6 * step, "y": 3, "width": 6, "height": 10, "fill": "var(--home)", "opacity": share},
        )
        for step, share in enumerate((0.15, 0.35, 0.6, 0.9))
    ]
    tick = element("path", {"d": "M13 1V15", "stroke": "var(--ink)", "stroke-width": 2})
    ring = {"cx": 13, "cy": 8, "r": 4, "fill": "var(--paper)", "stroke": "var(--abroad)", "stroke-width": 2}
    items = [
        (box("--home", "--home"), "timeline-sure"),
        (box("--ruled", "--home", rules), "timeline-presumed"),
        (draw_sign(*fade, width=26), "timeline-unknown"),
        (box("--paper", "--home", dashed=True), "timeline-joint"),
        (draw_sign(tick, width=26), "timeline-sign"),
        (draw_sign(element("circle", ring), width=26), "timeline-event"),
    ]
    return element(
        "ul",
        {"class": "legend"},
        *(element("li", None, sign, element("span", None, wording.say(words))) for sign, words in items),
    )
