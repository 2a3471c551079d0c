"""Arranges an answer for the eye: its parts, the columns that say something, what all rows have alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphmap.language import Language
from graphmap.question.declaration import Column
from graphmap.questions.found import Found
from graphmap.questions.saying import IDS, choose_columns, find_id, is_nameless, say_cell

Row = Mapping[str, Any]

FEW = 3
"""From so many rows on what all of them have alike is said once."""


@dataclass(frozen=True)
class Part:
    """Rows that stand in one table, with the columns that say something of them.

    `title` is what sets them apart from other parts, blank where there is one part. `alike` are the columns
    that have one value in all rows, `hidden` those of ids that no name is known for: neither is among
    `columns`.
    """

    title: str
    columns: Mapping[str, Column]
    rows: Sequence[Row]
    alike: Mapping[str, Column]
    hidden: Mapping[str, Column]

    @property
    def first(self) -> Row:
        """Return its first row, which holds what all have alike."""
        return self.rows[0]


def arrange_answer(answer: Found, language: Language, rows: Sequence[Row] | None = None) -> tuple[Part, ...]:
    """Arrange the rows of an answer, or some of them, in parts: one, or one a value of what divides them."""
    held = answer.as_dicts() if rows is None else rows
    by = answer.question.parts
    if not by or by not in answer.columns:
        return (_make_part("", answer, held),)
    groups: dict[Any, list[Row]] = {}
    for row in held:
        groups.setdefault(row[by], []).append(row)
    return tuple(
        _make_part(say_cell(by, answer.columns, group[0], answer.names, language), answer, group, by)
        for group in groups.values()
    )


def _make_part(title: str, answer: Found, rows: Sequence[Row], by: str = "") -> Part:
    shown = {name: column for name, column in choose_columns(answer.columns).items() if name != by}
    hidden = {name: column for name, column in shown.items() if _hides(name, column, rows, answer)}
    shown = {name: column for name, column in shown.items() if name not in hidden}
    told = {
        name: column for name, column in shown.items() if any(not column.is_blank(row[name]) for row in rows)
    }
    alike = dict(_find_alike(told, answer, rows))
    return Part(title, {n: c for n, c in told.items() if n not in alike}, rows, alike, hidden)


def _hides(name: str, column: Column, rows: Sequence[Row], answer: Found) -> bool:
    """Return whether a column holds ids, each of one thing, that a person has no names for."""
    return column.type == "id" and any(is_nameless(row[name], answer.names) for row in rows)


def _find_alike(
    columns: Mapping[str, Column], answer: Found, rows: Sequence[Row]
) -> Iterator[tuple[str, Column]]:
    """Yield the columns of one value; the rows keep what tells them apart, and lists of ids."""
    if len(rows) < FEW:
        return
    for name, column in columns.items():
        if column.type in IDS and column.type == "ids" and is_nameless(rows[0][name], answer.names):
            continue
        first = rows[0][name]
        if all(row[name] == first for row in rows[1:]) and not _is_varied(name, answer, rows):
            yield name, column


def _is_varied(name: str, answer: Found, rows: Sequence[Row]) -> bool:
    """Return whether different things bear one name here."""
    ids = [find_id(name, answer.columns, row) for row in rows]
    return any(one != ids[0] for one in ids[1:])
