"""A report as a page: its rows in the same dress as the map, with search, sorting and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from graphmap.errors import DateError
from graphmap.language import Language
from graphmap.text import clean_name
from graphmap.views.dress import read_static, render_page
from graphmap.views.elements import element
from graphmap.views.evidence import MOST_ROWS, is_web_address
from graphmap.views.page import write_text
from graphmap.views.wording import Wording

if TYPE_CHECKING:
    from graphmap.question.declaration import Column
    from graphmap.reports import ReportAnswer

NAME = "_name"
"""How the name of a column ends that names what another has the id of."""

PERSIAN = "_fa"
"""How the name of a column ends that says in Persian what another says in English."""


def write_report_page(answer: ReportAnswer, language: Language, path: Path) -> None:
    """Write the rows of a report as a page in one language; ViewError where it cannot be written."""
    write_text(render_report_page(answer, language), path)


def render_report_page(answer: ReportAnswer, language: Language) -> str:
    """Render the rows of a report as a page in one language.

    Of a name given in both languages only the page's own is shown, and an id whose name is known stands
    behind the name; other ids come last. Above 1,000 rows the page shows the first.
    """
    report = answer.report
    persian = language.code == "fa"
    rows = answer.as_dicts()
    columns = _choose_columns(answer, rows)
    day = answer.as_of
    caption = report.caption_fa if persian else report.caption
    asked = list(_say_parameters(answer, language))
    return render_page(
        "report.html.j2",
        read_static("graphmap.js"),
        first=language,
        wording=Wording((language,)),
        title=f"{caption}: {language.list_names(asked)}" if asked else caption,
        description=report.description_fa if persian else report.description,
        as_of=language.words("page-as-of", day=day) if day else language.words("page-as-of-all"),
        file=report.name,
        invented=language.words("page-invented") if answer.is_invented else "",
        table=_draw_table(columns, answer, rows[:MOST_ROWS], language),
        counted=language.words("report-shown", shown=min(len(rows), MOST_ROWS), all=len(rows)),
        empty=not rows,
    )


def _choose_columns(answer: ReportAnswer, rows: Sequence[Mapping[str, Any]]) -> dict[str, Column]:
    """Return the columns that a person reads: no id beside its name, ids that no name is known for last."""
    declared = answer.report.columns
    shown = {
        name: column
        for name, column in declared.items()
        if not name.endswith(PERSIAN) and not (column.type == "id" and name + NAME in declared)
    }

    def is_nameless(name: str) -> bool:
        cells = (row[name] for row in rows)
        ids = (part for cell in cells for part in (cell if isinstance(cell, list | tuple) else [cell]))
        return shown[name].type in {"id", "ids"} and any(part and part not in answer.names for part in ids)

    return {name: shown[name] for name in sorted(shown, key=is_nameless)}


def _say_parameters(answer: ReportAnswer, one: Language) -> Iterator[str]:
    """Say what was asked for beyond the defaults: a place or source by its name, a word in the language."""
    for name, parameter in answer.report.parameters.items():
        value = answer.parameters.get(name)
        if value is None or value == parameter.default:
            continue
        if value in answer.names:
            yield one.name(*answer.names[value])
        elif value in parameter.choices:
            yield parameter.choices[value] if one.code == "fa" else str(value).replace("_", " ")


def _draw_table(
    columns: Mapping[str, Column],
    answer: ReportAnswer,
    rows: Sequence[Mapping[str, Any]],
    one: Language,
) -> Markup:
    heads = [
        element("th", {"scope": "col", "title": column.help}, _head(name, column, one))
        for name, column in columns.items()
    ]
    body = [
        element("tr", None, *(_draw_cell(name, columns[name], row, answer, one) for name in columns))
        for row in rows
    ]
    return element(
        "table",
        {"class": "table", "aria-labelledby": "report-heading"},
        element("thead", None, element("tr", None, *heads)),
        element("tbody", None, *body),
    )


def _head(name: str, column: Column, one: Language) -> str:
    return (
        column.caption_fa if one.code == "fa" else column.caption or name.removesuffix(NAME).replace("_", " ")
    )


def _draw_cell(
    name: str,
    column: Column,
    row: Mapping[str, Any],
    answer: ReportAnswer,
    one: Language,
) -> Markup:
    value = row[name]
    if one.code == "fa" and name + PERSIAN in answer.report.columns:
        value = row[name + PERSIAN] or value
    if column.type in {"id", "ids"}:
        value = _name_ids(value, answer, one)
    if value is None or value in ([], "", ()):
        words = one.words(column.judge_empty(value))
        return element("td", {"data-value": True}, element("span", {"class": "quiet"}, words))
    number = isinstance(value, int | float) and not isinstance(value, bool)
    plain = (
        str(value)
        if number or isinstance(value, date) or column.type.endswith((".since", ".until"))
        else None
    )
    behind = row.get(name.removesuffix(NAME)) if name.endswith(NAME) else None
    is_identity = column.type in {"id", "ids"} and value == row[name]
    kind = "number" if number else "identity" if is_identity else None
    attributes = {"class": kind, "data-value": plain, "title": behind}
    if isinstance(value, str) and is_web_address(value):
        link = {"href": value, "rel": "noreferrer noopener", "dir": "ltr"}
        return element("td", attributes, element("a", link, value))
    # A list reads in the direction of the page, whatever its first name is written in.
    direction = {"dir": one.direction} if isinstance(value, list | tuple) else None
    return element("td", attributes, element("bdi", direction, say_value(value, column, one)))


def _name_ids(value: Any, answer: ReportAnswer, one: Language) -> Any:
    """Return the names of ids where they are known, and the ids of the rest."""
    if isinstance(value, list | tuple):
        return [_name_ids(part, answer, one) for part in value]
    return one.name(*answer.names[value]) if value in answer.names else value


def say_value(value: Any, column: Column, one: Language) -> str:
    """Say one value of a report in a language: numbers, days, words and dates each in their way."""
    if isinstance(value, list | tuple):
        return one.list_names([say_value(part, column, one) for part in value])
    if isinstance(value, bool):
        return one.words("yes" if value else "no")
    if isinstance(value, date):
        return one.day(value)
    if isinstance(value, int | float):
        if column.type == "share":
            return one.percent(value)
        return one.digits(str(value)) if column.type.endswith("year") else one.number(value)
    text = clean_name(str(value))
    if text in column.choices:
        return column.choices[text] if one.code == "fa" else text.replace("_", " ")
    if column.type.endswith((".since", ".until")):
        return _say_date(text, column.type.rpartition(".")[2], one)
    return text


def _say_date(text: str, end: str, one: Language) -> str:
    try:
        return one.date_text(text, "since" if end == "since" else "until")
    except DateError:
        return text  # a check shows what is wrong as it stands
