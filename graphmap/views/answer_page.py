"""An answer as a page: its rows in the dress of the map, with search, sorting and CSV, and as sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup

from graphmap.language import Language
from graphmap.question.declaration import Column
from graphmap.questions.answer import Answer
from graphmap.questions.saying import (
    IDS,
    choose_columns,
    find_id,
    is_nameless,
    list_parts,
    read_cell,
    say_head,
    say_parameters,
    say_value,
)
from graphmap.views.dress import read_static, render_page
from graphmap.views.elements import draw_link, element
from graphmap.views.evidence import MOST_ROWS
from graphmap.views.wording import Wording
from graphmap.writing import write_text


def write_answer_page(answer: Answer, language: Language, path: Path, overwrite: bool = False) -> None:
    """Write an answer as a page in one language. Raises WritingRefused."""
    write_text(render_answer_page(answer, language), path, overwrite)


def render_answer_page(answer: Answer, language: Language, way_back: str = "") -> str:
    """Render an answer as a page in one language; of a site, `way_back` leads to its index.

    Of a name given in both languages only the page's own is shown, and an id whose name is known stands
    behind the name; other ids come last. Above 1,000 rows the page shows the first. The findings of an
    analysis are said in sentences below the table.
    """
    question, findings = answer.question, answer.findings
    rows = answer.as_dicts()
    day = answer.as_of
    caption = question.caption_in(language.code)
    asked = list(say_parameters(question.asked, answer.parameters, answer.names, language))
    return render_page(
        "answer.html.j2",
        read_static("graphmap.js"),
        shared=bool(way_back),
        way_back=way_back,
        first=language,
        wording=Wording((language,)),
        title=f"{caption}: {language.list_names(asked)}" if asked else caption,
        description=question.description_in(language.code),
        as_of=language.words("page-as-of", day=day) if day else language.words("page-as-of-all"),
        believed_on=""
        if answer.believed_on is None
        else language.words("told-believed-on", day=answer.believed_on),
        looked_at="" if answer.counted is None else answer.counted.sentence(language),
        presumed=answer.say_presumption(language),
        file=question.name,
        invented=language.words("page-invented") if answer.is_invented else "",
        table=_draw_table(_order_columns(answer, rows), answer, rows[:MOST_ROWS], language),
        counted=language.words("report-shown", shown=min(len(rows), MOST_ROWS), all=answer.total),
        sentences=() if findings is None else answer.sentences(language)[:MOST_ROWS],
        details=() if findings is None else (*findings.details(language), *findings.remarks(language)),
        absence=answer.say_absence(language),
        empty=not rows,
    )


def _order_columns(answer: Answer, rows: Sequence[Mapping[str, Any]]) -> dict[str, Column]:
    """Return the columns that a person reads, ids that no name is known for last."""
    shown = choose_columns(answer.columns)

    def comes_last(name: str) -> bool:
        return shown[name].type in IDS and any(is_nameless(row[name], answer.names) for row in rows)

    return {name: shown[name] for name in sorted(shown, key=comes_last)}


def _draw_table(
    columns: Mapping[str, Column], answer: Answer, rows: Sequence[Mapping[str, Any]], language: Language
) -> Markup:
    heads = [
        element("th", {"scope": "col", "title": column.help}, say_head(name, column, language))
        for name, column in columns.items()
    ]
    body = [
        element("tr", None, *(_draw_cell(name, row, answer, language) for name in columns)) for row in rows
    ]
    return element(
        "table",
        {"class": "table", "aria-labelledby": "report-heading"},
        element("thead", None, element("tr", None, *heads)),
        element("tbody", None, *body),
    )


def _draw_cell(name: str, row: Mapping[str, Any], answer: Answer, language: Language) -> Markup:
    column, value = answer.columns[name], read_cell(name, answer.columns, row, language)
    if column.type in IDS:
        parts = list_parts(name, answer.columns, row, answer.names, language)
        value = parts if isinstance(value, list | tuple) else "".join(parts)
    if column.is_empty(value):
        words = language.words(column.judge_empty(value))
        return element("td", {"data-value": True}, element("span", {"class": "quiet"}, words))
    number = isinstance(value, int | float) and not isinstance(value, bool)
    is_plain = number or isinstance(value, date) or column.type.endswith((".since", ".until"))
    is_identity = column.type in IDS and value == row[name]
    behind = find_id(name, answer.columns, row)
    attributes = {
        "class": "number" if number else "identity" if is_identity else None,
        "data-value": str(value) if is_plain else None,
        "title": behind if isinstance(behind, str) else None,
    }
    if isinstance(value, str) and (link := draw_link(value)):
        return element("td", attributes, link)
    # A list reads in the direction of the page, whatever its first name is written in.
    direction = {"dir": language.direction} if isinstance(value, list | tuple) else None
    return element("td", attributes, element("bdi", direction, say_value(value, column, language)))
