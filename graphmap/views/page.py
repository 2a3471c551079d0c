"""The page people get: one file with all views of a graph, linked, in one language or in both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup

from graphmap.views.drawn import gather_drawn
from graphmap.views.dress import pack_facts, read_static, render_page, write_facts
from graphmap.views.elements import element
from graphmap.views.evidence import make_evidence_panel
from graphmap.views.facts import gather_facts, say_titles
from graphmap.views.findings import make_findings_panel
from graphmap.views.groups import make_groups_panel
from graphmap.views.map import make_map_panel
from graphmap.views.map_chosen import gather_on_choice
from graphmap.views.matrix import make_matrix_panel
from graphmap.views.neighbourhood import make_neighbourhood_panel
from graphmap.views.page_data import PageData
from graphmap.views.panel import NOTHING_SAID, Panel, PanelName, Scene, draw_panel
from graphmap.views.printed import style_paper
from graphmap.views.sentence import make_sentence_panel
from graphmap.views.sources import make_sources_panel
from graphmap.views.state import find_start
from graphmap.views.timeline import make_timeline_panel
from graphmap.views.wording import Wanted, Wording, choose_wording
from graphmap.writing import write_text

PANELS: Mapping[PanelName, Callable[[Scene], Panel]] = {
    "findings": make_findings_panel,
    "sentence": make_sentence_panel,
    "matrix": make_matrix_panel,
    "map": make_map_panel,
    "neighbourhood": make_neighbourhood_panel,
    "timeline": make_timeline_panel,
    "groups": make_groups_panel,
    "evidence": make_evidence_panel,
    "sources": make_sources_panel,
}
"""Every panel by its name, and what makes it."""


def write_map(page: PageData, path: Path, lang: Wanted = "both", overwrite: bool = False) -> None:
    """Write the page to a file. Raises WritingRefused."""
    write_text(render_map(page, lang), path, overwrite)


def render_fragment(name: PanelName, page: PageData | Scene, lang: Wanted = "both") -> Markup:
    """Render one panel alone, the same as it stands in the page; a scene has its languages already."""
    scene = page if isinstance(page, Scene) else Scene(page, choose_wording(lang))
    return draw_panel(_make_panel(name, scene))


def render_map(page: PageData | Scene, lang: Wanted = "both") -> str:
    """Render the page with all its panels as one text of HTML; a scene has its languages already."""
    scene = page if isinstance(page, Scene) else Scene(page, choose_wording(lang))
    page, wording = scene.page, scene.wording
    rows = [[_make_panel(name, scene) for name in row] for row in ROWS]
    return render_page(
        "map.html.j2",
        read_static("graphmap.js"),
        "\n" + "".join(panel.style for row in rows for panel in row) + style_paper(page, wording),
        page=page,
        wording=wording,
        first=wording.languages[0],
        title=say_titles(page, wording)[0],
        rows=[[_draw_panel(panel, scene) for panel in row] for row in rows],
        counted={
            "ties": len(page.ties),
            "provinces": len({tie.province for tie in page.ties}),
            "countries": len({tie.country for tie in page.ties}),
        },
        as_of=say_as_of(page.as_of, wording),
        shapes=wording.say("page-borders-invented")
        if scene.chart.invented
        else wording.say("page-borders-note", source="Natural Earth"),
        chips=_draw_chips(page, wording),
        empty=None if page.ties else _say_empty(page, wording),
        carried=carry_facts(scene),
    )


def render_panels(scene: Scene, names: Sequence[PanelName]) -> tuple[dict[str, Any], str]:
    """Render some panels as a page of its own may hold them: they, what the script reads, and their style."""
    panels = [_make_panel(name, scene) for name in names]
    parts = {
        "rows": [_draw_panel(panel, scene) for panel in panels],
        "carried": carry_facts(scene),
    }
    return parts, "\n" + "".join(panel.style for panel in panels)


def carry_facts(scene: Scene) -> dict[str, Markup]:
    """Write what a page carries for its script, block by block (templates/carried.html.j2).

    Where the scene has an address for it, the page carries that alone, and its script asks for the rest.
    """
    start = write_facts({str(key): value for key, value in find_start(scene.page).items()})
    later = Markup.escape(scene.asked_at)
    packed = dict.fromkeys(PACKED, NOTHING_SAID) if later else {name: pack(scene, name) for name in PACKED}
    return {"start": start, "later": later, **packed}


PACKED: Mapping[str, Callable[[Scene], Mapping[str, object]]] = {
    "facts": gather_facts,
    "drawn": lambda scene: gather_drawn(scene.page, scene.wording),
    "on_choice": gather_on_choice,
}
"""What no choice changes of what a page carries, by its name."""


def pack(scene: Scene, name: str) -> Markup:
    """Return one of PACKED, drawn once for all choices."""
    return scene.draw_once(f"packed {name}", lambda one: pack_facts(PACKED[name](one)))


ROWS: tuple[tuple[PanelName, ...], ...] = (
    ("findings",),
    ("sentence",),
    ("matrix",),
    ("map", "neighbourhood"),
    ("timeline",),
    ("groups",),
    ("evidence",),
    ("sources",),
)
"""The panels in the order of the page; those of one row stand beside each other."""

CHOOSING: tuple[PanelName, ...] = ("sentence", "evidence")
"""The panels that are drawn for what is chosen; the others follow it by the page's script."""


def _make_panel(name: PanelName, scene: Scene) -> Panel:
    make = PANELS[name]
    return make(scene) if name in CHOOSING else scene.draw_once(name, make)


def _draw_panel(panel: Panel, scene: Scene) -> Markup:
    if panel.name in CHOOSING:
        return draw_panel(panel)
    return scene.draw_once(f"panel of {panel.name}", lambda _: draw_panel(panel))


def _draw_chips(page: PageData, wording: Wording) -> Markup:
    """Draw what the whole page rests on; the script of the page adds what is chosen, to be taken off."""
    said = [say_as_of(page.as_of, wording)]
    if page.as_of:
        said.append(wording.say("page-presumed", years=page.presume))
    if page.believed_on:
        day = page.believed_on
        said.append(wording.each(lambda one: one.words("page-believed", day=day)))
    looks = ("chip of-day", *("chip" for _ in said[1:]))  # the first gives way to another day
    return Markup("").join(element("li", {"class": look}, one) for look, one in zip(looks, said, strict=True))


def _say_empty(page: PageData, wording: Wording) -> Markup:
    """Say that no tie is stored, and what to do."""
    stored = wording.say("page-empty", provinces=len(page.provinces))
    return stored + " " + wording.say("page-empty-advice")


def say_as_of(day: date | None, wording: Wording) -> Markup:
    """Say the day on which the ties of a page count, or that it shows the whole history."""
    if day is None:
        return wording.say("page-as-of-all")
    return wording.each(lambda one: one.words("page-as-of", day=day))
