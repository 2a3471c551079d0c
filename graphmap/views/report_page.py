"""A report as a page: its rows in the same dress as the map, with search, sorting and CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    from graphmap.reports import ReportAnswer
    from graphmap.reports.head import ReportColumn

PERSIAN = "_fa"
"""How the name of a column ends that says in Persian what another says in English."""


def write_report_page(answer: ReportAnswer, language: Language, path: Path) -> None:
    """Write the rows of a report as a page in one language; ViewError where it cannot be written."""
    write_text(render_report_page(answer, language), path)


def render_report_page(answer: ReportAnswer, language: Language) -> str:
    """Render the rows of a report as a page in one language.

    Of a name given in both languages only the page's own is shown. Above 1,000 rows the page shows the first.
    """
    report = answer.report
    persian = language.code == "fa"
    columns = {name: column for name, column in report.columns.items() if not name.endswith(PERSIAN)}
    rows = answer.as_dicts()
    day = answer.as_of
    return render_page(
        "report.html.j2",
        read_static("graphmap.js"),
        first=language,
        wording=Wording((language,)),
        title=report.caption_fa if persian else report.caption,
        description=report.description_fa if persian else report.description,
        as_of=language.words("page-as-of", day=day) if day else language.words("page-as-of-all"),
        file=report.name,
        invented="",
        table=_draw_table(columns, report.columns, rows[:MOST_ROWS], language),
        counted=language.words("report-shown", shown=min(len(rows), MOST_ROWS), all=len(rows)),
        empty=not rows,
    )


def _draw_table(
    columns: Mapping[str, ReportColumn],
    declared: Mapping[str, ReportColumn],
    rows: Sequence[Mapping[str, Any]],
    one: Language,
) -> Markup:
    heads = [
        element("th", {"scope": "col", "title": column.help}, _head(name, column, one))
        for name, column in columns.items()
    ]
    body = [
        element("tr", None, *(_draw_cell(name, columns[name], row, declared, one) for name in columns))
        for row in rows
    ]
    return element(
        "table",
        {"class": "table", "aria-labelledby": "report-heading"},
        element("thead", None, element("tr", None, *heads)),
        element("tbody", None, *body),
    )


def _head(name: str, column: ReportColumn, one: Language) -> str:
    return column.caption_fa if one.code == "fa" else column.caption or name.replace("_", " ")


def _draw_cell(
    name: str,
    column: ReportColumn,
    row: Mapping[str, Any],
    declared: Mapping[str, ReportColumn],
    one: Language,
) -> Markup:
    value = row[name]
    if one.code == "fa" and name + PERSIAN in declared:
        value = row[name + PERSIAN] or value
    if value is None or value in ([], "", ()):
        words = one.words("unknown" if column.empty == "unknown" else "none")
        return element("td", {"data-value": True}, element("span", {"class": "quiet"}, words))
    number = isinstance(value, int | float) and not isinstance(value, bool)
    plain = (
        str(value)
        if number or isinstance(value, date) or column.type.endswith((".since", ".until"))
        else None
    )
    attributes = {"class": "number" if number else None, "data-value": plain}
    if isinstance(value, str) and is_web_address(value):
        link = {"href": value, "rel": "noreferrer noopener", "dir": "ltr"}
        return element("td", attributes, element("a", link, value))
    return element("td", attributes, element("bdi", None, say_value(value, column, one)))


def say_value(value: Any, column: ReportColumn, one: Language) -> str:
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
