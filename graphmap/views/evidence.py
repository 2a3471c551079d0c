"""The table of ties behind everything: each with its sources, their grade, and dates in both calendars."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from graphmap.language import Language
from graphmap.periods import say_period
from graphmap.scales import name_message
from graphmap.schema import Tie
from graphmap.store.tables import MUNICIPAL
from graphmap.views.elements import element
from graphmap.views.page_data import PageData, ShownSource, ShownTie
from graphmap.views.panel import Panel, Scene, name_heading
from graphmap.views.state import STATE_KEYS
from graphmap.views.wording import Wording, say_choice

ROWS_DRAWN = 200
"""How many ties a page has as rows of its own; where there are more, its script draws those of a choice."""

FIRST_ROWS = 10
"""How many rows the script of a page shows before more are asked for."""

FEW_ROWS = 2
"""Up to how many rows say all that they have in common themselves."""

TIE = Tie.stored_as


@dataclass(frozen=True)
class EvidenceColumn:
    """A column: the message that heads it, what it says of a tie, how a cell is made, which ties need it."""

    heading: str
    value: Callable[[ShownTie], object]
    cell: Callable[[ShownTie], Markup]
    needed: Callable[[ShownTie], bool] = lambda _: True


def make_evidence_panel(scene: Scene) -> Panel:
    """Show the ties behind everything as a table to search, sort and take away.

    What passes or does not count yet stands beside: the script of the page shows it when it is asked for.
    """
    page, wording = scene.page, scene.wording
    drawn = len(page.ties) + len(page.beside) <= ROWS_DRAWN
    needs = wording.say("evidence-needs-script", ties=len(page.ties))
    return Panel(
        name="evidence",
        heading=wording.say("evidence-heading"),
        tools=_draw_tools(wording),
        drawing=element("p", {"class": "quiet", "data-constant": True}, _tell_alike(page, wording))
        + (Markup("") if drawn else element("noscript", None, element("p", {"class": "quiet"}, needs)))
        + element("div", {"class": "scroll"}, draw_evidence(page, wording, drawn))
        + element("div", {"class": "more needs-script", "data-tools": True}),
        follows=STATE_KEYS,
        empty=wording.say("evidence-nothing"),
        is_empty=not page.ties,
    )


def _draw_tools(wording: Wording) -> Markup:
    said = {
        f"data-{one.code}": one.words("evidence-shown", shown="{n}", all="{m}") for one in wording.languages
    }
    search = element("input", {"type": "search", "data-search": True, "autocomplete": "off"})
    return element(
        "div",
        {"class": "controls needs-script"},
        element("span", {"class": "quiet", "data-shown": True, "role": "status", **said}),
        element("label", None, wording.say("evidence-search"), " ", search),
        element("button", {"type": "button", "data-csv": True}, wording.say("evidence-csv")),
    )


def list_columns(page: PageData, wording: Wording) -> list[EvidenceColumn]:
    """Return the columns that say something on this page."""
    sources = {source.id: source for source in page.sources}

    def draw_place(place: str, kind: str) -> Markup:
        chooses = {f"data-choose-{kind}": place}
        return element("span", chooses, wording.name(page.places[place].name))

    def draw_city(tie: ShownTie) -> Markup:
        if tie.city is None:
            return Markup("")
        made_by = (
            wording.say("evidence-municipal")
            if tie.through == MUNICIPAL
            else wording.each(lambda one: say_choice(one, "Body", "kind", tie.through))
        )
        mark = element("span", {"class": "mark"}, made_by)
        return wording.name(page.places[tie.city].name) + " " + mark

    def draw_words(column: str, values: tuple[str, ...]) -> Markup:
        return wording.each(
            lambda one: one.list_names([say_choice(one, TIE, column, value) for value in values])
        )

    def draw_missing(message: str) -> Markup:
        return element("span", {"class": "quiet"}, wording.say(message))

    columns = [
        EvidenceColumn(
            "evidence-province", lambda tie: tie.province, lambda tie: draw_place(tie.province, "province")
        ),
        EvidenceColumn(
            "evidence-city",
            lambda tie: (tie.city, tie.through),
            draw_city,
            needed=lambda tie: tie.city is not None,
        ),
        EvidenceColumn(
            "evidence-country", lambda tie: tie.country, lambda tie: draw_place(tie.country, "country")
        ),
        EvidenceColumn(
            "evidence-target", lambda tie: tie.target, lambda tie: wording.name(page.places[tie.target].name)
        ),
        EvidenceColumn("evidence-kind", lambda tie: tie.kind, lambda tie: draw_words("kind", (tie.kind,))),
        EvidenceColumn(
            "evidence-sectors",
            lambda tie: tie.sectors,
            lambda tie: draw_words("sectors", tie.sectors) if tie.sectors else draw_missing("unknown"),
            needed=lambda tie: bool(tie.sectors),
        ),
        EvidenceColumn(
            "evidence-since",
            lambda tie: tie.since,
            lambda tie: (
                wording.each(lambda one: one.date_text(tie.since, "since"))
                if tie.since
                else draw_missing("date-unknown")
            ),
        ),
        EvidenceColumn(
            "evidence-until",
            lambda tie: tie.until,
            lambda tie: (
                wording.each(lambda one: one.date_text(tie.until, "until"))
                if tie.until
                else draw_missing("unknown")
            ),
            needed=lambda tie: bool(tie.until),
        ),
        EvidenceColumn(
            "evidence-last-sign",
            lambda tie: tie.last_sign,
            lambda tie: _say_sign(tie.last_sign, wording),
            needed=lambda tie: tie.last_sign is not None,
        ),
        EvidenceColumn(
            "evidence-standing",
            lambda tie: tie.certainty,
            lambda tie: wording.say(name_message("certainty", tie.certainty)),
            needed=lambda _: page.as_of is not None,
        ),
        EvidenceColumn(
            "evidence-source", lambda tie: tie.sources, lambda tie: _name_sources(sources, tie, wording)
        ),
    ]
    return [column for column in columns if any(column.needed(tie) for tie in page.ties)]


def draw_evidence(page: PageData, wording: Wording, drawn: bool = True) -> Markup:
    """Draw the table, a row a tie, in the order of provinces and countries; heads alone if not `drawn`.

    What all rows say alike is told once above it.
    """
    columns = [one for one in list_columns(page, wording) if not is_alike(page, one)]
    heads = [element("th", {"scope": "col"}, wording.say(column.heading)) for column in columns]
    rows = [_draw_row(columns, tie) for tie in _choose_rows(page)] if drawn else []
    return element(
        "table",
        {"class": "table ties", "aria-labelledby": name_heading("evidence")},
        element("thead", None, element("tr", None, *heads)),
        element("tbody", None, *rows),
    )


def is_alike(page: PageData, column: EvidenceColumn) -> bool:
    """Say whether all of a page's ties say the same in a column; a few never do."""
    if len(page.ties) <= FEW_ROWS:
        return False
    first = column.value(page.ties[0])
    return all(column.value(tie) == first for tie in page.ties)


def _tell_alike(page: PageData, wording: Wording) -> Markup | None:
    """Tell once what all rows say alike; the script of the page tells it anew for those of a choice."""
    if not any(is_alike(page, column) for column in list_columns(page, wording)):
        return None

    def tell(one: Language) -> str:
        own = Wording((one,))
        clauses = [
            one.words(
                "row-clause",
                column=own.say(column.heading).striptags(),
                value=column.cell(page.ties[0]).striptags(),
            )
            for column in list_columns(page, own)
            if is_alike(page, column)
        ]
        return one.words("evidence-constant", said=one.words("clause-mark").join(clauses))

    return wording.each(tell)


def _choose_rows(page: PageData) -> list[ShownTie]:
    return sorted(page.ties, key=lambda one: _order(page, one))


def _order(page: PageData, tie: ShownTie) -> tuple[bool, str, str, str, str]:
    names = page.places
    chosen = page.choice
    aside = bool(
        (chosen.country and chosen.country != tie.country)
        or (chosen.province and chosen.province != tie.province)
    )
    return aside, names[tie.province].name.en, names[tie.country].name.en, names[tie.target].name.en, tie.id


def _draw_row(columns: list[EvidenceColumn], tie: ShownTie) -> Markup:
    return element("tr", None, *(element("td", None, column.cell(tie)) for column in columns))


def _name_sources(sources: dict[str, ShownSource], tie: ShownTie, wording: Wording) -> Markup:
    """Name the sources of a tie, with what their grades mean; the page lists them whole below."""
    parts = []
    for identity in tie.sources:
        source = sources.get(identity)
        name = wording.name(source.name) if source else element("bdi", None, identity)
        grade = wording.say(f"grade-{source.grade}") if source and source.grade else None
        parts.append(name + (Markup(" (") + grade + ")" if grade else ""))
    return Markup(" · ").join(parts)


def _say_sign(days: tuple[date, date] | None, wording: Wording) -> Markup:
    return Markup("") if days is None else wording.each(lambda one: say_period(*days, one))
