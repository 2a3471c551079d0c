"""Draws answers as tables whose names lead to the pages of what they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from graphmap.directory import Directory
from graphmap.language import Language
from graphmap.questions.answer import Answer
from graphmap.questions.saying import choose_columns, find_id, say_cell, say_head
from graphmap.views.elements import element, join_markup
from graphmap.web.decisions import link

PAGES: Mapping[str, str] = {
    "Country": "country",
    "Province": "province",
    "Region": "region",
    "City": "city",
    "Counterpart": "counterpart",
    "Mission": "mission",
    "Source": "source",
    "Governor": "governor",
    "Official": "governor",
}
"""Labels whose nodes have a page, and how its address begins."""

MOST_ROWS = 200
"""Rows of a table in a profile; the question's own page has more."""


def name_page(label: str, identity: str, language: Language) -> str | None:
    """Return the address of the page of a node, None where its label has none."""
    return link(f"/{PAGES[label]}/{identity}", language) if label in PAGES else None


def draw_name(identity: str, said: str, directory: Directory, language: Language) -> Markup:
    """Draw a name as a link to the page of what bears it."""
    known = directory.get(identity)
    address = None if known is None else name_page(known.label, identity, language)
    name = element("bdi", None, said)
    return element("a", {"href": address}, name) if address else name


def draw_answer(
    answer: Answer,
    directory: Directory,
    language: Language,
    heading: str,
    without: Iterable[str] = (),
    rows: Sequence[Mapping[str, Any]] | None = None,
) -> Markup:
    """Draw the rows of an answer, or some of them; `without` names columns that the whole page is about."""
    hidden = set(without)
    columns = {
        name: column
        for name, column in choose_columns(answer.columns).items()
        if name not in hidden and column.type not in {"id", "ids"}
    }
    rows = (answer.as_dicts() if rows is None else rows)[:MOST_ROWS]
    kept = [name for name, column in columns.items() if any(not column.is_empty(row[name]) for row in rows)]
    heads = [say_head(name, columns[name], language) for name in kept]
    body = ([_draw_cell(name, answer, row, directory, language) for name in kept] for row in rows)
    numbers = [place for place, name in enumerate(kept) if any(_is_number(row[name]) for row in rows)]
    return draw_table(heads, body, heading, numbers)


def draw_table(
    heads: Sequence[str], rows: Iterable[Sequence[Markup | str]], heading: str, numbers: Iterable[int] = ()
) -> Markup:
    """Draw a table under a heading; `numbers` are the places of columns of figures.

    Each cell names its column: on a phone a row is a card, and the heads are out of sight.
    """
    figures = set(numbers)

    def draw(tag: str, place: int, inside: Markup | str, **more: str) -> Markup:
        return element(tag, {"class": "number" if place in figures else None, **more}, inside)

    head = (draw("th", place, said, scope="col") for place, said in enumerate(heads))
    body = (
        element(
            "tr",
            None,
            *(
                draw("td", place, element("div", None, cell), **{"data-head": heads[place]})
                for place, cell in enumerate(row)
            ),
        )
        for row in rows
    )
    return element(
        "table",
        {"class": "table headed", "aria-labelledby": heading},
        element("thead", None, element("tr", None, *head)),
        element("tbody", None, *body),
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _draw_cell(
    name: str, answer: Answer, row: Mapping[str, Any], directory: Directory, language: Language
) -> Markup:
    said = say_cell(name, answer.columns, row, answer.names, language)
    if answer.columns[name].is_empty(row[name]):
        return element("span", {"class": "quiet"}, said)
    behind = find_id(name, answer.columns, row)
    if isinstance(behind, str):
        return draw_name(behind, said, directory, language)
    return element("bdi", None, said)


def draw_names(ids: Iterable[str], directory: Directory, language: Language) -> Markup:
    """Draw names in a row, each a link; of two that are the same each says what it is."""
    ids = list(ids)
    said = [directory.name(identity).in_language(language.code) for identity in ids]
    drawn = []
    for identity, name in zip(ids, said, strict=True):
        drawn.append(draw_name(identity, name, directory, language))
        known = directory.get(identity)
        if known is not None and said.count(name) > 1:
            drawn[-1] += f" ({language.words(f'label-{known.label.casefold()}')})"
    return join_markup([part for one in drawn for part in (escape(language.words("list-mark")), one)][1:])
