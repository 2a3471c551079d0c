"""Shows an answer: as a table for the eye, CSV, JSON or a page, and what is told beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmap.cli.command import say, say_day
from graphmap.cli.show import rows_to_table, show_json, show_rows, write_out

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from graphmap.cli.command import Output
    from graphmap.language import Language
    from graphmap.questions.answer import Answer

MOST_IDS = 3
"""More ids than this in a cell are counted on the screen: CSV and JSON hold them."""


def show_answer(answer: Answer, language: Language, format_name: str, output: Output | None) -> None:
    """Show an answer in a format, on the screen or in a file."""
    say_day(answer.as_of, language.code)
    if answer.believed_on is not None:
        say(language.words("told-believed-on", day=answer.believed_on))
    if answer.counted is not None:
        say(answer.counted.sentence(language))
    if presumed := answer.say_presumption(language):
        say(presumed)
    if format_name == "json":
        show_json(answer.as_json(), output)
    elif format_name == "csv":
        show_rows(list(answer.columns), answer.rows, format_name, output)
    elif format_name == "html":
        from graphmap.views import render_answer_page

        write_out(render_answer_page(answer, language), output)
    else:
        details = [] if answer.findings is None else answer.findings.details(language)
        table = draw_answer(answer, language) if answer.rows else ""
        write_out("\n".join([table.rstrip("\n"), *details]) if table else "", output)
    say(say_total(answer, language))
    for line in answer.say_absence(language):
        say(line)
    for remark in () if answer.findings is None else answer.findings.remarks(language):
        say(remark)


def say_total(answer: Answer, language: Language) -> str:
    """Say how many of how many rows are shown, in the question's own words where it has any."""
    if answer.findings is None:
        return language.words("told-rows", count=answer.total)
    counts = {"shown": len(answer.rows), "total": answer.total}
    numbers = {name: value for name, value in answer.parameters.items() if isinstance(value, int)}
    listed = f"-{answer.parameters['by']}" if "by" in answer.parameters else ""
    try:
        return language.words(f"told-{answer.question.name.replace('_', '-')}{listed}", **numbers, **counts)
    except KeyError:
        return language.words("told-findings", **counts)


def draw_answer(answer: Answer, language: Language) -> str:
    """Draw rows for the eye, in one language."""
    from graphmap.questions.saying import choose_columns, say_head

    columns = choose_columns(answer.columns)
    heads = [say_head(name, column, language) for name, column in columns.items()]
    rows = [[_draw_cell(name, row, answer, language) for name in columns] for row in answer.as_dicts()]
    right = [column.type in {"whole", "number", "share"} for column in columns.values()]
    return rows_to_table(heads, rows, right)


def _draw_cell(name: str, row: Mapping[str, Any], answer: Answer, language: Language) -> str:
    from graphmap.questions.saying import is_nameless, say_cell

    column, value = answer.columns[name], row[name]
    if column.is_empty(value):
        return language.words("unknown") if column.is_unknown(value) else ""
    if column.type == "ids" and (len(value) > MOST_IDS or is_nameless(value, answer.names)):
        return language.number(len(value))
    return say_cell(name, answer.columns, row, answer.names, language)
