"""The matrix of provinces and countries, a table: darker is more, a corner a border, hatched possible."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from graphmap.views.elements import element, join_markup
from graphmap.views.legends import draw_matrix_legend
from graphmap.views.page_data import PageData
from graphmap.views.panel import NOTHING_SAID, Panel, Scene, name_heading
from graphmap.views.wording import Wording

DARKEST = 5
"""The count from which a cell gets no darker."""


FEW = 20
"""Number of countries below which the table is no wider than its cells."""


def make_matrix_panel(scene: Scene) -> Panel:
    """Show who courts the same country; nothing where no country has a tie or border."""
    page, wording = scene.page, scene.wording
    table = draw_matrix(page, wording)
    return Panel(
        name="matrix",
        heading=wording.say("matrix-heading"),
        drawing=element("div", {"class": "scroll few" if len(page.countries) < FEW else "scroll"}, table)
        if page.countries
        else NOTHING_SAID,
        follows=("lang", "country", "province", "sector"),
        notes=tuple(_list_notes(page, wording)),
        legend=draw_matrix_legend(wording, any(tie.certainty == "possible" for tie in page.ties)),
        empty=wording.say("matrix-none"),
        is_empty=not page.countries,
    )


def _list_notes(page: PageData, wording: Wording) -> Iterator[Markup]:
    """Say what an empty cell means, and how many ties are in none."""
    if not page.countries:
        return
    found = (page.absences.judge("ties", country) for country in page.countries)
    told = all(absence.answer == "none recorded" for absence in found)
    yield wording.say("matrix-empty-told" if told else "matrix-empty-note")
    if page.unplaced:
        yield wording.say("matrix-unplaced-note", ties=page.unplaced)


def draw_matrix(page: PageData, wording: Wording) -> Markup:
    """Draw the table: a row a province, most ties first; a column a country, most provinces first."""
    provinces = sorted(
        page.provinces, key=lambda id_: (-len(page.find_ties(None, id_)), page.places[id_].name.en)
    )
    corner = element("th", {"scope": "col"}, element("div", None, wording.say("matrix-corner")))
    heads = [
        element(
            "th",
            {"scope": "col", "data-c": country},
            element("div", None, wording.name(page.places[country].name)),
        )
        for country in page.countries
    ]
    last = element("th", {"scope": "col", "class": "sum"}, element("div", None, wording.say("matrix-sum")))
    body = join_markup(_draw_row(page, wording, province) for province in provinces)
    courting = [
        element(
            "td",
            {"data-sum-c": country},
            write_count(wording, len({tie.province for tie in page.find_ties(country)})),
        )
        for country in page.countries
    ]
    foot = element(
        "tr", None, element("th", {"scope": "row"}, wording.say("matrix-courting")), *courting, element("td")
    )
    return element(
        "table",
        {"class": "matrix", "aria-labelledby": name_heading("matrix")},
        element("thead", None, element("tr", None, corner, *heads, last)),
        element("tbody", None, body),
        element("tfoot", None, foot),
    )


def _draw_row(page: PageData, wording: Wording, province: str) -> Markup:
    head = element("th", {"scope": "row", "data-p": province}, wording.name(page.places[province].name))
    cells = [_draw_cell(page, wording, province, country) for country in page.countries]
    total = len(page.find_ties(None, province))
    last = element("td", {"class": "sum", "data-sum-p": province}, write_count(wording, total))
    return element("tr", None, head, *cells, last)


def _draw_cell(page: PageData, wording: Wording, province: str, country: str) -> Markup:
    ties = page.find_ties(country, province)
    borders = (province, country) in page.borders
    classes = []
    if ties:
        classes.append(f"n{min(len(ties), DARKEST)}")
        if all(tie.certainty == "possible" for tie in ties):
            classes.append("possible")
    if borders:
        classes.append("touch")
    return element(
        "td",
        {"class": " ".join(classes) or None},
        write_count(wording, len(ties)) if ties else None,
        element("span", {"class": "vh"}, " ", wording.say("matrix-border")) if borders else None,
    )


def write_count(wording: Wording, count: int) -> str:
    """Write a count in the digits of the page's first language; its script writes those of the other."""
    return wording.languages[0].number(count)
