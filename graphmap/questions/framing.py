"""An answer as a notebook takes it: a DataFrame of pandas, and a piece of HTML that shows itself."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from graphmap.language import Language
from graphmap.offering import load_extra
from graphmap.plain import plain_values
from graphmap.questions.arranging import Part, Row, arrange_answer
from graphmap.questions.found import Found
from graphmap.questions.saying import is_nameless, say_cell, say_head

DTYPES = {
    "day": "datetime64[s]",
    "whole": "Int64",
    "days": "Int64",
    "number": "Float64",
    "share": "Float64",
    "yes_no": "boolean",
}
"""The dtype of a column of a type; of all others pandas chooses: text, or object for lists."""

NAMED = 3
"""How many things of a list a cell names before it counts the others."""


def make_frame(answer: Found) -> Any:
    """Make a DataFrame of the rows of an answer. Raises GraphmapError where pandas is not installed."""
    pandas = load_extra("pandas", "notebook")

    columns = answer.columns
    held: dict[str, Any] = {}
    for place, (name, column) in enumerate(columns.items()):
        values = [row[place] for row in answer.rows]
        values = [tuple(value) if isinstance(value, list) else value for value in values]
        held[name] = pandas.Series(values, dtype=DTYPES.get(column.type, None if values else object))
    frame = pandas.DataFrame(held, columns=list(columns))
    frame.attrs = {
        "question": answer.question.name,
        "asked": plain_values(answer.parameters),
        "total": answer.total,
        "invented": answer.is_invented,
    }
    return frame


def draw_answer(answer: Found, language: Language, rows: int) -> str:
    """Draw an answer: its caption and day, a table a part, what was counted, what nothing found means."""
    day = answer.as_of
    asked = language.words("told-as-of-all") if day is None else language.words("told-as-of", day=day)
    lines = [f"<p><strong>{escape(answer.question.caption_in(language.code))}.</strong> {escape(asked)}</p>"]
    shown = answer.as_dicts()[:rows]
    for part in arrange_answer(answer, language, shown) if shown else ():
        lines += _draw_part(part, answer, language)
    if answer.total > len(shown) > 0:
        more = language.words("fold-more", count=answer.total - len(shown))
        lines.append(f"<p>{escape(more)}</p>")
    told = [] if answer.counted is None else [answer.counted.sentence(language)]
    told += filter(None, (answer.say_presumption(language), *answer.say_absence(language)))
    lines += [f"<p><small>{escape(text)}</small></p>" for text in told]
    return f'<div class="graphmap" lang="{language.code}" dir="{language.direction}">{"".join(lines)}</div>'


def _draw_part(part: Part, answer: Found, language: Language) -> Iterator[str]:
    columns = {**part.columns, **part.alike}
    if part.title:
        yield f"<p><strong>{escape(part.title)}</strong></p>"
    heads = (escape(say_head(name, column, language)) for name, column in columns.items())
    yield f"<table><thead><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr></thead><tbody>"
    for row in part.rows:
        cells = (escape(_say_shortly(name, answer, row, language)) for name in columns)
        yield f"<tr>{''.join(f'<td><bdi>{cell}</bdi></td>' for cell in cells)}</tr>"
    yield "</tbody></table>"


def _say_shortly(name: str, answer: Found, row: Row, language: Language) -> str:
    """Say a cell: nothing where nothing applies; ids that nobody has names for are counted."""
    column, value = answer.columns[name], row[name]
    if column.is_blank(value):
        return ""
    if column.type == "ids" and value and is_nameless(value, answer.names):
        return language.number(len(value))
    return say_cell(name, answer.columns, row, answer.names, language, NAMED)
