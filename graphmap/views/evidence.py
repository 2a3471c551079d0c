"""The table of ties behind everything: each with its sources, their grade, and dates in both calendars."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from markupsafe import Markup

from graphmap.scales import name_message
from graphmap.schema import DECLARED, Tie
from graphmap.store.tables import MUNICIPAL
from graphmap.views.elements import element
from graphmap.views.page_data import PageData, ShownSource, ShownTie
from graphmap.views.panel import NOTHING_SAID, Panel, Scene, name_heading
from graphmap.views.wording import Wording, say_choice

MOST_ROWS = 1000
"""How many ties a page shows as rows; above that the browser becomes slow and the file large."""

ROW_HEIGHT = 46
"""About how high a row is, in pixels: the room that rows take before the browser lays them out."""

TIE = Tie.stored_as

RECORDED: Mapping[str, Callable[[ShownTie], Any]] = {
    "id": lambda tie: tie.id,
    "from_id": lambda tie: tie.city or tie.province,
    "to_id": lambda tie: tie.target,
    "kind": lambda tie: tie.kind,
    "sectors": lambda tie: tie.sectors,
    "stage": lambda tie: tie.stage,
    "since": lambda tie: tie.since,
    "until": lambda tie: tie.until,
    "attested": lambda tie: tie.attested,
    "document": lambda tie: tie.document,
    "sources": lambda tie: tie.sources,
}
"""Fields of a tie that the CSV holds as they are stored, beside what the table shows, and where they are."""


@dataclass(frozen=True)
class EvidenceColumn:
    """A column: the message that heads it, how a cell is made, and the plain value for sorting and CSV."""

    heading: str
    cell: Callable[[ShownTie], Markup]
    value: Callable[[ShownTie], str | None] = lambda _: None
    needed: Callable[[ShownTie], bool] = lambda _: True


def make_evidence_panel(scene: Scene) -> Panel:
    """Show the ties behind everything as a table to search, sort and take away."""
    page, wording = scene.page, scene.wording
    lead = NOTHING_SAID
    if len(page.ties) > MOST_ROWS:
        lead = wording.say("evidence-too-many", ties=len(page.ties), shown=MOST_ROWS)
    return Panel(
        name="evidence",
        heading=wording.say("evidence-heading"),
        tools=_draw_tools(wording),
        lead=lead,
        drawing=element("div", {"class": "scroll"}, draw_evidence(page, wording)),
        follows=("lang", "country", "province", "sector", "query"),
        empty=wording.say("evidence-nothing"),
        is_empty=not page.ties,
        style=style_rows(page, wording),
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

    def draw_border(tie: ShownTie) -> Markup:
        return wording.say("yes") if (tie.province, tie.country) in page.borders else Markup("")

    columns = [
        EvidenceColumn("evidence-province", lambda tie: draw_place(tie.province, "province")),
        EvidenceColumn("evidence-city", draw_city, needed=lambda tie: tie.city is not None),
        EvidenceColumn("evidence-country", lambda tie: draw_place(tie.country, "country")),
        EvidenceColumn("evidence-target", lambda tie: wording.name(page.places[tie.target].name)),
        EvidenceColumn("evidence-kind", lambda tie: draw_words("kind", (tie.kind,))),
        EvidenceColumn(
            "evidence-sectors",
            lambda tie: draw_words("sectors", tie.sectors) if tie.sectors else draw_missing("unknown"),
            needed=lambda tie: bool(tie.sectors),
        ),
        EvidenceColumn(
            "evidence-since",
            lambda tie: (
                wording.each(lambda one: one.date_text(tie.since, "since"))
                if tie.since
                else draw_missing("date-unknown")
            ),
            value=lambda tie: tie.since,
        ),
        EvidenceColumn(
            "evidence-until",
            lambda tie: (
                wording.each(lambda one: one.date_text(tie.until, "until"))
                if tie.until
                else draw_missing("unknown")
            ),
            value=lambda tie: tie.until,
            needed=lambda tie: bool(tie.until),
        ),
        EvidenceColumn(
            "evidence-certainty",
            lambda tie: wording.say(name_message("certainty", tie.certainty)),
            needed=lambda _: page.as_of is not None,
        ),
        EvidenceColumn(
            "evidence-border", draw_border, needed=lambda tie: (tie.province, tie.country) in page.borders
        ),
        EvidenceColumn("evidence-source", lambda tie: _name_sources(sources, tie, wording)),
    ]
    return [column for column in columns if any(column.needed(tie) for tie in page.ties)]


def draw_evidence(page: PageData, wording: Wording) -> Markup:
    """Draw the table, one row a tie, in the order of provinces and countries."""
    columns = list_columns(page, wording)
    heads = [element("th", {"scope": "col"}, wording.say(column.heading)) for column in columns]
    rows = [_draw_row(columns, index, tie) for index, tie in _choose_rows(page)]
    return element(
        "table",
        {"class": "table cards", "aria-labelledby": name_heading("evidence")},
        element("thead", None, element("tr", None, *heads)),
        element("tbody", None, *rows),
    )


def _choose_rows(page: PageData) -> list[tuple[int, ShownTie]]:
    return sorted(enumerate(page.ties), key=lambda one: _order(page, one[1]))[:MOST_ROWS]


def style_rows(page: PageData, wording: Wording) -> str:
    """Write how high the rows will be about, and how a cell names its column where a row is a card."""
    rules = []
    for place, column in enumerate(list_columns(page, wording), start=1):
        for one in wording.languages:
            said = one.words(column.heading)
            rules.append(
                f'html[lang="{one.code}"] .cards td:nth-child({place})::before {{ content: "{said}"; }}'
            )
    guess = f"auto {min(len(page.ties), MOST_ROWS) * ROW_HEIGHT}px"
    return (
        f'[data-panel="evidence"] {{ contain-intrinsic-height: {guess}; }}\n'
        "@media screen and (max-width: 900px) {\n" + "\n".join(rules) + "\n}\n"
    )


def _order(page: PageData, tie: ShownTie) -> tuple[bool, str, str, str, str]:
    names = page.places
    chosen = page.choice
    aside = bool(
        (chosen.country and chosen.country != tie.country)
        or (chosen.province and chosen.province != tie.province)
    )
    return aside, names[tie.province].name.en, names[tie.country].name.en, names[tie.target].name.en, tie.id


def _draw_row(columns: list[EvidenceColumn], index: int, tie: ShownTie) -> Markup:
    cells = [element("td", {"data-value": column.value(tie)}, column.cell(tie)) for column in columns]
    return element("tr", {"data-index": index}, *cells)


class Records(TypedDict):
    """Ties as they are stored, by their number: texts of cells under the names of their columns."""

    columns: tuple[str, ...]
    rows: dict[int, tuple[str, ...]]


def list_records(page: PageData) -> Records:
    """List the ties of the table as they are stored, for the CSV: columns of the schema, texts of cells."""
    columns = {name: DECLARED[TIE].column(name).kind for name in RECORDED}
    rows: dict[int, tuple[str, ...]] = {}
    for index, tie in _choose_rows(page):
        values = {name: find_value(tie) for name, find_value in RECORDED.items()}
        rows[index] = tuple(
            columns[name].write_cell(value) or "" if value else "" for name, value in values.items()
        )
    return Records(columns=tuple(RECORDED), rows=rows)


def _name_sources(sources: dict[str, ShownSource], tie: ShownTie, wording: Wording) -> Markup:
    """Name the sources of a tie, with their grades; the page lists them whole below."""
    parts = []
    for identity in tie.sources:
        source = sources.get(identity)
        name = wording.name(source.name) if source else element("bdi", None, identity)
        grade = " " + element("bdi", None, f"({source.grade})") if source and source.grade else ""
        parts.append(name + grade)
    return Markup(" · ").join(parts)
