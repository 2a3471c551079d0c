"""The contest matrix: countries that two provinces or more court, and who is what to whom there; a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, radians, sin
from typing import Literal, get_args

from markupsafe import Markup

from graphmap.scales import Verdict
from graphmap.views.contested import count_rivals, find_provinces, rank_countries, rank_provinces
from graphmap.views.elements import element, join_markup
from graphmap.views.labels import measure_name
from graphmap.views.marks import MARK_OF
from graphmap.views.matrix_folded import draw_folded
from graphmap.views.matrix_legend import draw_matrix_legend
from graphmap.views.page_data import PageData
from graphmap.views.panel import NOTHING_SAID, Panel, Scene, name_heading
from graphmap.views.state import CHOSEN_KEYS
from graphmap.views.wording import Wording

CellLook = Literal["certain", "presumed", "possible", "complementary", "joint", "contact", "plain"]
CELL_LOOKS: tuple[CellLook, ...] = get_args(CellLook)
"""What a cell can look like: a mark, or plain: a tie without rivalry, or one where all are possible only."""

MOST_ROWS, MOST_COLUMNS = 40, 40
"""How many provinces and countries a table shows at once; the page's script turns to the next ones."""

LEVEL_HEADS = 12
"""Up to how many columns the heads lie level; more are turned."""

TURN = 52
"""By how many degrees heads are turned."""

CELL = 36
"""Width of a cell in pixels."""

HEAD_SIZE = 13.0
LONGEST_HEAD = 190.0
"""The size of a head's letters and the width beyond which one is cut, in pixels."""


def make_matrix_panel(scene: Scene) -> Panel:
    """Show who courts the same country; nothing where no country is courted by two provinces."""
    page, wording = scene.page, scene.wording
    countries = list_courted(page)
    provinces = [one for one in rank_provinces(page) if _is_there(page, one, countries)]
    table = draw_matrix(page, wording, provinces[:MOST_ROWS], countries[:MOST_COLUMNS])
    return Panel(
        name="matrix",
        heading=wording.say("matrix-heading", count=len(countries)),
        tools=_draw_pager(wording),
        drawing=_frame(table, countries) if countries else NOTHING_SAID,
        follows=CHOSEN_KEYS,
        notes=tuple(_list_notes(page, wording)),
        legend=element(
            "div",
            {"class": "beside"},
            draw_matrix_legend(page, wording) if countries else None,
            draw_folded(page, wording, countries),
        ),
        empty=wording.say("matrix-none"),
        is_empty=not countries,
        style=_style_heads(page, wording, countries),
    )


def _frame(table: Markup, countries: Sequence[str]) -> Markup:
    """Put the table in what scrolls it, with room for the heads that lean out."""
    turned = {"class": "turned-frame"} if len(countries) > LEVEL_HEADS else None
    return element("div", {"class": "scroll"}, element("div", turned, table))


def list_courted(page: PageData) -> list[str]:
    """Return the countries that two provinces or more have a commitment with, the most contested first."""
    return [country for country in rank_countries(page) if len(find_provinces(page, country)) > 1]


def _is_there(page: PageData, province: str, countries: Sequence[str]) -> bool:
    return any(
        page.find_ties(country, province) or count_events(page, province, country) for country in countries
    )


def count_events(page: PageData, province: str, country: str) -> int:
    """Count the visits, talks and negotiations of a province with a country."""
    return sum(tie.beside != "ended" for tie in page.find_beside(country, province))


def _draw_pager(wording: Wording) -> Markup:
    """Draw the buttons that turn to further provinces; the page's script shows them where there are any."""
    said = {
        f"data-{one.code}": one.words("matrix-rows", first="{a}", last="{b}", all="{n}")
        for one in wording.languages
    }
    return element(
        "div",
        {"class": "buttons needs-script", "data-pager": True, "hidden": True},
        element("button", {"type": "button", "data-turn": "-1"}, wording.say("matrix-before")),
        element("span", {"class": "quiet", "role": "status", **said}),
        element("button", {"type": "button", "data-turn": "1"}, wording.say("matrix-after")),
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


def _style_heads(page: PageData, wording: Wording, countries: Sequence[str]) -> str:
    """Write how high turned heads reach, and how far the last lean out: for the longer of the languages."""
    shown = countries[:MOST_COLUMNS]
    names = (measure_name(page.places[one].name, HEAD_SIZE, wording.codes) for one in shown)
    widths = [min(width, LONGEST_HEAD) + 10 for width in names]
    across = [width * cos(radians(TURN)) for width in widths]
    aside = max((wide - CELL * (len(shown) - place - 0.5) for place, wide in enumerate(across)), default=0)
    long = max(widths, default=0)
    return (
        f".matrix.turned {{ --head: {long * sin(radians(TURN)) + 18:.0f}px; --long: {long:.0f}px; }}\n"
        f".turned-frame {{ padding-inline-end: {max(aside, 0):.0f}px; }}\n"
    )


def draw_matrix(
    page: PageData, wording: Wording, provinces: Sequence[str], countries: Sequence[str]
) -> Markup:
    """Draw the table: a row a province, a column a country, over them how many provinces and rival pairs."""
    corner = element("th", {"scope": "col"}, element("div", None, wording.say("matrix-corner")))
    heads = [
        element(
            "th",
            {"scope": "col", "data-c": country, "class": "rival" if count_rivals(page, country) else None},
            element("div", None, wording.name(page.places[country].name)),
        )
        for country in countries
    ]
    many = [len(find_provinces(page, country)) for country in countries]
    pairs = [count_rivals(page, country) for country in countries]
    rows = [_draw_row(page, wording, province, countries) for province in provinces]
    return element(
        "table",
        {
            "class": "matrix turned" if len(countries) > LEVEL_HEADS else "matrix",
            "aria-labelledby": name_heading("matrix"),
        },
        element(
            "thead",
            None,
            element("tr", {"class": "heads"}, corner, *heads),
            _draw_sums(wording, "matrix-courting", "many", countries, many),
            _draw_sums(wording, "matrix-rivals", "pairs", countries, pairs),
        ),
        element("tbody", None, join_markup(rows)),
    )


def _draw_sums(
    wording: Wording, message: str, kind: str, countries: Sequence[str], counts: Sequence[int]
) -> Markup:
    first = wording.languages[0]
    cells = [
        element("td", {f"data-{kind}": country}, first.number(count) if count else "·")
        for country, count in zip(countries, counts, strict=True)
    ]
    return element("tr", {"class": kind}, element("th", {"scope": "row"}, wording.say(message)), *cells)


def _draw_row(page: PageData, wording: Wording, province: str, countries: Sequence[str]) -> Markup:
    head = element("th", {"scope": "row", "data-p": province}, wording.name(page.places[province].name))
    return element("tr", None, head, *(_draw_cell(page, wording, province, country) for country in countries))


def is_plain(page: PageData, country: str) -> bool:
    """Say whether all pairs in a country are possible only: then its cells are plain, which is said once."""
    return {*page.pairs.count_verdicts(country)} == {"possible"}


def _draw_cell(page: PageData, wording: Wording, province: str, country: str) -> Markup:
    """Draw a cell: the ground of its verdict, a plate with letter and number; a ring for events alone."""
    ties, events = len(page.find_ties(country, province)), count_events(page, province, country)
    borders = (province, country) in page.borders
    look = choose_look(page.find_verdict(province, country), ties, events, is_plain(page, country))
    classes = [*([f"fill-{look}"] if look else []), *(["touch"] if borders else [])]
    first = wording.languages[0]
    plate = None
    if ties:
        letter = "" if look == "plain" else f"{first.words(f'mark-{look}')} "
        plate = element("b", None, f"{letter}{first.number(ties)}")
    return element("td", {"class": " ".join(classes) or None}, plate)


def choose_look(verdict: Verdict, ties: int, events: int, plain: bool) -> CellLook | None:
    """Say what a cell looks like: a mark, `plain` for a tie without one, `contact` for events alone."""
    if not ties:
        return "contact" if events else None
    if plain and verdict == "possible":
        return "plain"
    mark = MARK_OF[verdict]
    return mark if mark and mark != "contact" else "plain"
