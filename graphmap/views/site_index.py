"""The index of a site: every page by its names in both scripts, with search, and what each says first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from graphmap.language import Code, Language
from graphmap.text import sort_key
from graphmap.views.dossier_ground import Ground
from graphmap.views.dress import read_static, render_page
from graphmap.views.elements import element
from graphmap.views.page import say_as_of
from graphmap.views.wording import Wording

EntryKind = Literal["country", "province", "border", "pair", "report"]

KINDS: tuple[EntryKind, ...] = ("country", "province", "border", "report")
"""The kinds of page, in the order of the index."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the index lists it: its kind, file and name, what else it is called, what it says first.

    `place` is its place among those of its kind, 0 where names decide.
    """

    kind: EntryKind
    file: str
    name: str
    others: tuple[str, ...]
    says: str
    place: int


def render_index(
    ground: Ground,
    one: Language,
    entries: Sequence[Entry],
    left_out: int,
    others: Sequence[tuple[str, str, Code]],
) -> str:
    """Render the index of a site in a language; `left_out` have no page, `others` are its other languages."""
    page = ground.page
    ranked = sorted(
        entries, key=lambda entry: (KINDS.index(entry.kind), entry.place, sort_key(entry.name, one.code))
    )
    return render_page(
        "site.html.j2",
        read_static("graphmap.js"),
        shared=True,
        first=one,
        title=one.words("site-title", home=one.name(page.home.name)),
        as_of=say_as_of(page.as_of, Wording((one,))),
        invented=one.words("page-invented") if page.invented else "",
        left_out=one.words("site-left-out", count=left_out) if left_out else "",
        others=others,
        table=_draw_table(ranked, one),
        counted=one.words("report-shown", shown=len(ranked), all=len(ranked)),
    )


def _draw_table(entries: Sequence[Entry], one: Language) -> Markup:
    heads = [
        element("th", {"scope": "col"}, one.words(f"site-head-{name}")) for name in ("name", "kind", "says")
    ]
    rows = []
    for entry in entries:
        link = element("a", {"href": entry.file}, element("bdi", None, entry.name))
        called = [
            element("span", {"class": "quiet", "hidden": place > 0}, " ", element("bdi", None, other))
            for place, other in enumerate(entry.others)
        ]
        rows.append(
            element(
                "tr",
                None,
                element("th", {"scope": "row"}, link, *called),
                element(
                    "td", {"data-value": f"{KINDS.index(entry.kind)}"}, one.words(f"site-kind-{entry.kind}")
                ),
                element("td", None, element("bdi", {"dir": one.direction}, entry.says)),
            )
        )
    return element(
        "table",
        {"class": "table short site", "aria-labelledby": "site-heading"},
        element("thead", None, element("tr", None, *heads)),
        element("tbody", None, *rows),
    )
