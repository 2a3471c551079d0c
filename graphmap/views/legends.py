"""The signs of the keys under the drawings, which assistive tools pass over."""

from __future__ import annotations

from markupsafe import Markup

from graphmap.views.elements import element

SIDE = 16


def draw_sign(*shapes: Markup, width: int = SIDE) -> Markup:
    """Draw a small sign; its words stand beside it."""
    size = {"width": width, "height": SIDE, "viewBox": f"0 0 {width} {SIDE}", "aria-hidden": "true"}
    return element("svg", size, *shapes)
