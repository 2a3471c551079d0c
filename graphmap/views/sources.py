"""The sources of a page: who says it, how good it is, what it claims to list whole, who drew the outlines."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from graphmap.language import Language
from graphmap.schema.claims import parse_claim
from graphmap.views.elements import draw_link, element
from graphmap.views.page_data import PageData, ShownSource
from graphmap.views.panel import Panel, Scene
from graphmap.views.wording import Wording, say_choice

CLAIMED = {"TIED_TO": "covers-ties", "Mission": "covers-missions", "BORDERS": "covers-borders"}
"""What the records that a source claims to list are called."""

FEW_SOURCES = 12
"""Up to how many sources stand there at once; more are folded, by publisher."""


def make_sources_panel(scene: Scene) -> Panel:
    """List the sources of what a page shows, and that of its outlines."""
    page, wording, chart = scene.page, scene.wording, scene.chart
    notes = [] if any(source.covers for source in page.sources) else [wording.say("sources-incomplete")]
    if not chart.invented:
        notes.append(wording.say("sources-shapes", source=chart.world.source))
    return Panel(
        name="sources",
        heading=wording.say("sources-heading"),
        drawing=draw_sources(page, wording) if page.sources else Markup(""),
        follows=("lang",),
        notes=tuple(notes),
        empty=wording.say("sources-none"),
        is_empty=not page.sources,
    )


def draw_sources(page: PageData, wording: Wording) -> Markup:
    """List the page's sources; where there are many, those that claim nothing whole are folded."""
    sources = sorted(page.sources, key=lambda source: (not source.covers, -source.ties, source.id))
    folded = [source for source in sources if not source.covers] if len(sources) > FEW_SOURCES else []
    shown = [source for source in sources if source not in folded]
    drawn = element("ul", {"class": "sources"}, *(_draw_source(source, wording) for source in shown))
    if not folded:
        return drawn
    by_publisher: dict[str, list[ShownSource]] = {}
    for source in folded:
        by_publisher.setdefault(source.publisher or source.name.en, []).append(source)
    ranked = sorted(by_publisher.items(), key=lambda one: (-len(one[1]), one[0]))
    names = [_name_publisher(name, len(some), wording) for name, some in ranked]
    return drawn + element(
        "details",
        {"data-sources": True},
        element("summary", None, wording.say("sources-all", count=len(folded))),
        element("p", {"class": "quiet", "data-publishers": True}, Markup(" · ").join(names)),
    )


def _name_publisher(name: str, count: int, wording: Wording) -> Markup:
    named: Markup = element("bdi", {"lang": "en"}, name)
    return named if count == 1 else named + " (" + wording.number(count) + ")"


def _draw_source(source: ShownSource, wording: Wording) -> Markup:
    facts = [element("bdi", None, text) for text in (source.publisher, source.licence) if text]
    if source.grade:
        grade = wording.each(lambda one: _say_grade(one, source.grade))
        facts.append(grade)
    if source.retrieved:
        day = source.retrieved
        facts.append(wording.each(lambda one: one.words("sources-retrieved", day=day)))
    if source.covers:
        facts.append(
            wording.say("sources-covers")
            + " ("
            + wording.each(lambda one: say_claims(one, source.covers))
            + ")"
        )
    if source.ties:
        facts.append(wording.say("sources-ties", count=source.ties))
    name: Markup = element("strong", None, wording.name(source.name))
    said = [name, *facts]
    if link := draw_link(source.url):
        said.append(link)
    if source.note.en:
        plain = element("bdi", {"lang": find_script(source.note.en)}, source.note.en)
        note = wording.name(source.note) if source.note.fa else plain
        said.append(wording.say("sources-note") + ": " + note)
    return element("li", None, Markup(" · ").join(said))


def find_script(text: str) -> str:
    """Return the language of a text that bears none, by its letters: Persian or English.

    >>> find_script("فهرست"), find_script("A list")
    ('fa', 'en')
    """
    return "fa" if any("\u0600" <= letter <= "\u06ff" for letter in text) else "en"


def say_claims(one: Language, covers: Iterable[str]) -> str:
    """Say of what kinds of records a source claims to list all, and of how many countries."""
    places: dict[tuple[str, str], set[str]] = {}
    for claim in map(parse_claim, covers):
        places.setdefault((claim.name, claim.kind or ""), set()).add(claim.place or "")
    by_record: dict[str, tuple[list[str], set[str]]] = {}
    for (record, kind), found in places.items():
        kinds, all_places = by_record.setdefault(record, ([], set()))
        kinds += [say_choice(one, record, "kind", kind)] if kind else []
        all_places |= found
    said = []
    for record, (kinds, found) in by_record.items():
        name = one.words(CLAIMED.get(record, "covers-places"))
        if kinds:
            name = one.words("sentence-where", place=name, names=one.list_names(kinds))
        said.append(one.words("covers-countries", what=name, count=len(found)) if len(found) > 1 else name)
    return one.words("clause-mark").join(said)


def _say_grade(one: Language, grade: str) -> str:
    """Return what a grade means."""
    return one.words("sources-grade", meaning=one.words(f"grade-{grade}"))
