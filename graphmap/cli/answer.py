"""Shows an answer: as a table for the eye, CSV, JSON or a page, and what is told beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmap.cli.command import say, say_day
from graphmap.cli.show import find_width, show_json, show_rows, write_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphmap.cli.options import Output
    from graphmap.cli.table import Head, Table
    from graphmap.language import Language
    from graphmap.question.declaration import Column
    from graphmap.questions.answer import Answer
    from graphmap.questions.arranging import Part, Row

LONGEST_ID = 12
"""A longer id than this beside a name breaks over lines: a narrow table leaves it out."""

STAYS, MAY_GO, DETAIL, EVIDENCE = range(4)
"""In which order columns give way where the screen is narrow, the last first."""


def show_answer(
    answer: Answer, language: Language, format_name: str, output: Output | None, wide: bool = False
) -> None:
    """Show an answer in a format, on the screen or in a file; a `wide` table has all, one line a row."""
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
        _show_table(answer, language, output, wide)
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


def _show_table(answer: Answer, language: Language, output: Output | None, wide: bool) -> None:
    width = find_width(output, wide)
    text, left_out = draw_answer(answer, language, width) if answer.rows else ("", ())
    details = [] if answer.findings is None else _wrap_all(answer.findings.details(language), width)
    write_out("\n".join([text.rstrip("\n"), *details]) if text else "", output)
    if left_out:
        say(language.words("told-left-out", names=language.list_names(left_out)))


def _wrap_all(lines: Iterable[str], width: int | None) -> Iterator[str]:
    from graphmap.cli.table import wrap

    for line in lines:
        yield from [line] if width is None else wrap(line, width)


def draw_answer(answer: Answer, language: Language, width: int | None) -> tuple[str, tuple[str, ...]]:
    """Draw rows for the eye, in one language; return the text, and the heads for which there is no room."""
    from graphmap.questions.arranging import arrange_answer

    drawn, left_out = [], dict[str, None]()
    for part in arrange_answer(answer, language):
        lines = [part.title] if part.title else []
        table = _draw_part(part, answer, language, width)
        alike = () if width is None else _wrap_all(_say_alike(part, answer, language), width)
        lines += [*alike, table.text]
        drawn.append("\n".join(lines))
        left_out |= dict.fromkeys(table.left_out)
    return "\n".join(drawn), tuple(left_out)


def _say_alike(part: Part, answer: Answer, language: Language) -> Iterator[str]:
    from graphmap.questions.saying import say_head

    for name, column in part.alike.items():
        value = _say_cell(name, part.first, answer, language, fold=True)
        yield language.words("row-clause", column=say_head(name, column, language), value=value)


def _draw_part(part: Part, answer: Answer, language: Language, width: int | None) -> Table:
    from graphmap.cli.table import draw_table
    from graphmap.questions.saying import choose_columns

    if width is None:
        columns = {
            name: column
            for name, column in choose_columns(answer.columns).items()
            if name in part.columns or name in part.alike or name in part.hidden
        }
    else:
        columns = {**part.hidden, **part.columns}
    heads = [_make_head(name, column, part, answer, language) for name, column in columns.items()]
    fold = width is not None
    rows = [[_say_cell(name, row, answer, language, fold) for name in columns] for row in part.rows]
    return draw_table(heads, rows, width)


def _make_head(name: str, column: Column, part: Part, answer: Answer, language: Language) -> Head:
    from graphmap.cli.table import Head
    from graphmap.question.filling import NAME
    from graphmap.questions.saying import say_head

    question = answer.question
    tells = {question.tally, *question.key}
    named = {id_ for id_ in question.key if (one := question.columns[id_].named_by) == name and one}
    if name in part.hidden or column.type == "ids":
        rank = EVIDENCE
    elif column.detail:
        rank = DETAIL
    else:
        rank = STAYS if name.removesuffix(NAME) in tells or named else MAY_GO
    return Head(say_head(name, column, language), column.is_number or _is_counted(name, answer), rank)


def _is_counted(name: str, answer: Answer) -> bool:
    """Return whether a column shows how many things there are, of which no name is known."""
    from graphmap.questions.saying import is_nameless

    column = answer.columns[name]
    return column.type == "ids" and all(
        is_nameless(row[name], answer.names) or not row[name] for row in answer.as_dicts()
    )


def _say_cell(name: str, row: Row, answer: Answer, language: Language, fold: bool) -> str:
    from graphmap.questions.saying import NAMED, find_id, is_nameless, say_cell

    column, value = answer.columns[name], row[name]
    if column.is_blank(value):
        return ""
    if column.type == "ids" and value and is_nameless(value, answer.names):
        return language.number(len(value))
    said = say_cell(name, answer.columns, row, answer.names, language, NAMED if fold else None)
    behind = find_id(name, answer.columns, row)
    if not isinstance(behind, str) or (fold and len(behind) > LONGEST_ID):
        return said
    return language.words("name-and-id", name=said, id=behind)
