"""The key of the contest matrix: each look of a cell, and whether the table has a case of it."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from graphmap.views.elements import element
from graphmap.views.legends import draw_sign
from graphmap.views.marks import MARK_OF, MARKS, draw_mark
from graphmap.views.page_data import PageData
from graphmap.views.wording import Wording


def draw_matrix_legend(page: PageData, wording: Wording) -> Markup:
    """Draw the key of the matrix; a mark that no cell bears is said to have no case."""
    found = Counter(
        MARK_OF[verdict] for table in page.pairs.tables.values() for verdict in table.strongest.values()
    )
    events = any(tie.beside != "ended" for tie in page.beside)
    items = []
    for name in MARKS:
        words = wording.say(f"matrix-mark-{name}")
        if not found[name] and not (name == "contact" and events):
            words += element("span", {"class": "quiet"}, " ", wording.say("matrix-no-case"))
        items.append(element("li", None, draw_mark(name), element("span", None, words)))
        if name == "possible":
            box = {"x": 1, "y": 1, "width": 24, "height": 14, "fill": "var(--plain)"}
            plain = draw_sign(element("rect", box), width=26)
            items.append(element("li", None, plain, element("span", None, wording.say("matrix-plain"))))
    corner = element("path", {"d": "M2 2h12L2 14z", "fill": "var(--abroad)"})
    border = draw_sign(corner, width=26)
    items.append(element("li", None, border, element("span", None, wording.say("matrix-border-note"))))
    return element(
        "div",
        {"class": "key"},
        element("h3", None, wording.say("matrix-key")),
        element("p", {"class": "quiet"}, wording.say("matrix-key-note")),
        element("ul", {"class": "legend"}, *items),
    )
