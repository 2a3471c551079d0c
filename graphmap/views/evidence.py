"""The table of ties behind everything: each with its sources, their grade, and dates in both calendars."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from graphmap.language import Language, isolate
from graphmap.schema import DECLARED, Tie
from graphmap.views.elements import element
from graphmap.views.page_data import PageData, ShownSource, ShownTie
from graphmap.views.wording import Wording, say_choice

MOST_ROWS = 1000
"""How many ties a page shows as rows; above that the browser becomes slow and the file large."""

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


def list_columns(page: PageData, wording: Wording) -> list[EvidenceColumn]:
    """Return the columns that say something on this page."""
    sources = {source.id: source for source in page.sources}

    def draw_place(place: str, kind: str) -> Markup:
        chooses = {f"data-choose-{kind}": place}
        return element("span", chooses, wording.name(page.places[place].name))

    def draw_city(tie: ShownTie) -> Markup:
        if tie.city is None:
            return Markup("")
        mark = element("span", {"class": "mark"}, wording.say("evidence-municipal"))
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
            lambda tie: wording.say(f"certainty-{tie.certainty}"),
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
        {"class": "table cards", "aria-labelledby": "evidence-heading"},
        element("thead", None, element("tr", None, *heads)),
        element("tbody", None, *rows),
    )


def _choose_rows(page: PageData) -> list[tuple[int, ShownTie]]:
    return sorted(enumerate(page.ties), key=lambda one: _order(page, one[1]))[:MOST_ROWS]


def style_cards(page: PageData, wording: Wording) -> str:
    """Write the style by which each cell names its column where a row is a card, on a narrow screen."""
    rules = []
    for place, column in enumerate(list_columns(page, wording), start=1):
        for one in wording.languages:
            said = one.words(column.heading)
            rules.append(
                f'html[lang="{one.code}"] .cards td:nth-child({place})::before {{ content: "{said}"; }}'
            )
    return "@media screen and (max-width: 900px) {\n" + "\n".join(rules) + "\n}\n"


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


def list_records(page: PageData) -> dict[str, object]:
    """List the ties of the table as they are stored, for the CSV: columns of the schema, texts of cells."""
    columns = {name: DECLARED[TIE].column(name).kind for name in RECORDED}
    rows: dict[int, list[str | None]] = {}
    for index, tie in _choose_rows(page):
        values = {name: find_value(tie) for name, find_value in RECORDED.items()}
        rows[index] = [columns[name].write_cell(value) if value else "" for name, value in values.items()]
    return {"columns": tuple(RECORDED), "rows": rows}


def _name_sources(sources: dict[str, ShownSource], tie: ShownTie, wording: Wording) -> Markup:
    """Name the sources of a tie, with their grades; the page lists them whole below."""
    parts = []
    for identity in tie.sources:
        source = sources.get(identity)
        name = wording.name(source.name) if source else element("bdi", None, identity)
        grade = " " + element("bdi", None, f"({source.grade})") if source and source.grade else ""
        parts.append(name + grade)
    return Markup(" · ").join(parts)


def draw_sources(page: PageData, wording: Wording) -> Markup:
    """List the page's sources: name, publisher, licence, grade, the day they were read, the address."""
    return element("ul", {"class": "sources"}, *(_draw_source(source, wording) for source in page.sources))


def _draw_source(source: ShownSource, wording: Wording) -> Markup:
    facts = [element("bdi", None, text) for text in (source.publisher, source.licence) if text]
    if source.grade:
        grade = wording.each(lambda one: one.words("sources-grade", grade=_say_grade(one, source.grade)))
        facts.append(grade)
    if source.retrieved:
        day = source.retrieved
        facts.append(wording.each(lambda one: one.words("sources-retrieved", day=day)))
    name: Markup = element("strong", None, wording.name(source.name))
    said = [name, *facts]
    if is_web_address(source.url):
        link = {"href": source.url, "rel": "noreferrer noopener", "dir": "ltr"}
        said.append(element("a", link, source.url))
    return element("li", None, Markup(" · ").join(said))


def _say_grade(one: Language, grade: str) -> str:
    """Return the letter, with the word for it where the schema has one."""
    return grade if one.code == "en" else f"{isolate(grade)} ({say_choice(one, 'Source', 'grade', grade)})"


def is_web_address(text: str) -> bool:
    """Say whether a text may become a link: http and https alone, never script.

    >>> is_web_address("https://example.org/a"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
