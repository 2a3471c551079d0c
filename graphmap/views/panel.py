"""A panel: one view with all that it needs to be read; a page is several, a fragment is one alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from threading import RLock
from typing import Any, Literal, TypeVar

from markupsafe import Markup

from graphmap.scales import Level
from graphmap.views.chart import Chart, make_chart
from graphmap.views.dress import open_templates
from graphmap.views.page_data import Choice, PageData
from graphmap.views.state import StateKey
from graphmap.views.wording import Wording

PanelName = Literal[
    "findings",
    "sentence",
    "matrix",
    "map",
    "neighbourhood",
    "timeline",
    "groups",
    "evidence",
    "sources",
]

NOTHING_SAID = Markup("")
Drawn = TypeVar("Drawn")


@dataclass(frozen=True)
class Scene:
    """What panels are drawn from: the data of a page, the languages, and the chart of its map.

    `base` is the scene of the same page in which nothing is chosen, None where it is this one; `drawn` keeps
    what was drawn of that. `asked_at` is the address at which a page that is served is asked for what its
    script reads, blank where it carries that.
    """

    page: PageData
    wording: Wording
    base: Scene | None = None
    drawn: dict[str, Any] = field(default_factory=dict, compare=False)
    asked_at: str = ""
    _locks: dict[str, Any] = field(default_factory=dict, compare=False)

    @cached_property
    def chart(self) -> Chart:
        """Shapes, projection and views of the map, made when first asked for."""
        return self.draw_once("chart", lambda scene: make_chart(scene.page))

    def draw_once(self, name: str, draw: Callable[[Scene], Drawn]) -> Drawn:
        """Return what is drawn under a name: what no choice changes is drawn once, whoever asks.

        Who asks for something else meanwhile does not wait for it.
        """
        scene = self.base or self
        with scene._locks.setdefault(name, RLock()):
            if name not in scene.drawn:
                scene.drawn[name] = draw(scene)
            drawn: Drawn = scene.drawn[name]
            return drawn

    def with_choice(self, choice: Choice) -> Scene:
        """Return the scene of the same page with another choice: only what that changes is drawn anew."""
        page = self.page.with_choice(choice)
        base = self if page.countries == self.page.countries else None
        return Scene(page, self.wording, base, asked_at=self.asked_at)


@dataclass(frozen=True)
class Panel:
    """One view, ready to stand in a page or alone.

    `follows` names the keys of the state by which it changes. `tools` are the controls beside its heading,
    `lead` what must be read before the drawing, `legend` explains its signs, `notes` say what it leaves out.
    `empty` is what it says where nothing is to be shown, which `is_empty` tells of now; a choice may empty
    it later. A panel with a `level` is shown while the page is at that level. `style` goes into the page's.
    """

    name: PanelName
    heading: Markup
    drawing: Markup
    follows: tuple[StateKey, ...]
    tools: Markup = NOTHING_SAID
    lead: Markup = NOTHING_SAID
    legend: Markup = NOTHING_SAID
    notes: tuple[Markup, ...] = ()
    empty: Markup = NOTHING_SAID
    is_empty: bool = False
    level: Level | None = None
    hidden: bool = False
    style: str = ""

    @property
    def heading_id(self) -> str:
        """The id of the heading, by which drawing and panel are labelled."""
        return name_heading(self.name, self.level)


def name_heading(name: PanelName, level: Level | None = None) -> str:
    """Return the id that the heading of a panel has.

    >>> name_heading("map", "city")
    'map-city-heading'
    """
    return "-".join(filter(None, (name, level, "heading")))


def draw_panel(panel: Panel) -> Markup:
    """Draw one panel, the same in a page and as a fragment alone."""
    drawn = open_templates().get_template("panel.html.j2").render(panel=panel)
    return Markup(drawn)  # noqa: S704 - the template escapes what is not markup
