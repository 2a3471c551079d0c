"""The sources of a page: who says it, how good it is, when it was read, where the shapes come from."""

from __future__ import annotations

from markupsafe import Markup

from graphmap.language import Language
from graphmap.views.elements import draw_link, element
from graphmap.views.page_data import PageData, ShownSource
from graphmap.views.panel import Panel, Scene
from graphmap.views.wording import Wording


def make_sources_panel(scene: Scene) -> Panel:
    """List the sources of what a page shows, and that of its outlines."""
    page, wording, chart = scene.page, scene.wording, scene.chart
    shapes = (wording.say("sources-shapes", source=chart.world.source),) if not chart.invented else ()
    return Panel(
        name="sources",
        heading=wording.say("sources-heading"),
        drawing=draw_sources(page, wording) if page.sources else Markup(""),
        follows=("lang",),
        notes=shapes,
        empty=wording.say("sources-none"),
        is_empty=not page.sources,
    )


def draw_sources(page: PageData, wording: Wording) -> Markup:
    """List the page's sources: name, publisher, licence, grade, the day they were read, the address."""
    return element("ul", {"class": "sources"}, *(_draw_source(source, wording) for source in page.sources))


def _draw_source(source: ShownSource, wording: Wording) -> Markup:
    facts = [element("bdi", None, text) for text in (source.publisher, source.licence) if text]
    if source.grade:
        grade = wording.each(lambda one: _say_grade(one, source.grade))
        facts.append(grade)
    if source.retrieved:
        day = source.retrieved
        facts.append(wording.each(lambda one: one.words("sources-retrieved", day=day)))
    name: Markup = element("strong", None, wording.name(source.name))
    said = [name, *facts]
    if link := draw_link(source.url):
        said.append(link)
    return element("li", None, Markup(" · ").join(said))


def _say_grade(one: Language, grade: str) -> str:
    """Return the letter and what it means."""
    return one.words("sources-grade", grade=grade, meaning=one.words(f"grade-{grade}"))
