"""Says cells, rows and parameters of answers in a language: numbers, days, words, names each in its way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from math import floor, log10
from typing import Any

from graphmap.errors import DateError
from graphmap.language import Language
from graphmap.question.declaration import Column, Parameter, Question
from graphmap.question.filling import NAME, PERSIAN
from graphmap.scales import name_field, name_message
from graphmap.text import Name, clean_name

Names = Mapping[str, Name]
"""Names by id."""

IDS = frozenset({"id", "ids"})

TOLD = frozenset({"verdict"})
"""Scales whose words say too little alone: English has a message for each, as Persian has for all."""

NAMED = 3
"""How many things of a list are named before the others are counted."""


def choose_columns(columns: Mapping[str, Column]) -> dict[str, Column]:
    """Return the columns that a person reads: none that says another's in Persian, no id beside its name."""
    return {
        name: column
        for name, column in columns.items()
        if not name.endswith(PERSIAN)
        and not column.named_by
        and not (column.type == "id" and name + NAME in columns)
    }


def find_id(name: str, columns: Mapping[str, Column], row: Mapping[str, Any]) -> Any:
    """Return the id that stands behind the name in a column, None where there is none."""
    if name.endswith(NAME):
        return row.get(name.removesuffix(NAME))
    behind = (other for other, column in columns.items() if column.named_by == name)
    return row.get(next(behind, ""))


def read_cell(name: str, columns: Mapping[str, Column], row: Mapping[str, Any], language: Language) -> Any:
    """Return the value of a column in a language: that of its Persian column where there is one."""
    if language.code == "fa" and name + PERSIAN in columns:
        return row[name + PERSIAN] or row[name]
    return row[name]


def say_head(name: str, column: Column, language: Language) -> str:
    """Return what stands over a column: what it declares, in English else its name in words."""
    if language.code == "fa":
        return column.caption_fa
    words = name.removesuffix(NAME).replace("_", " ")
    return column.caption or words[:1].upper() + words[1:]


def describe_question(question: Question, language: Language) -> str:
    """Return what a question is, for a reader of a page: parameters are called what their fields are."""

    def call(name: str, value: str | None) -> str:
        field = language.words(name_field(name))
        if value is None:
            return language.words("field-called", field=field)
        choice = question.asked[name].choices[value]
        said = choice if language.code == "fa" else value.replace("_", " ")
        return language.words("field-called-with", field=field, value=said)

    return question.describe(language.code, call)


def say_parameters(
    parameters: Mapping[str, Parameter], values: Mapping[str, Any], names: Names, language: Language
) -> Iterator[str]:
    """Say what was asked for beyond the defaults: a place or source by its name, a word in the language."""
    for name, parameter in parameters.items():
        value = values.get(name)
        if value is None or value == parameter.default:
            continue
        if value in names:
            yield language.name(names[value])
        elif value == "yes":  # which says nothing without what it answers
            yield language.words(name_field(name))
        elif value in parameter.choices:
            yield parameter.choices[value] if language.code == "fa" else str(value).replace("_", " ")


def is_nameless(value: Any, names: Names) -> bool:
    """Return whether a cell of ids holds any of which no name is known."""
    return any(part and part not in names for part in (value if isinstance(value, list | tuple) else [value]))


def list_parts(
    name: str, columns: Mapping[str, Column], row: Mapping[str, Any], names: Names, language: Language
) -> list[str]:
    """Say each thing in a cell that holds one or several, in a language; ids by their names."""
    column, value = columns[name], read_cell(name, columns, row, language)
    if column.is_empty(value):
        return []
    parts = list(value) if isinstance(value, list | tuple) else [value]
    if column.type in IDS:
        parts = [language.name(names[part]) if part in names else part for part in parts]
    return [say_value(part, column, language) for part in parts]


def say_cell(
    name: str,
    columns: Mapping[str, Column],
    row: Mapping[str, Any],
    names: Names,
    language: Language,
    most: int | None = None,
) -> str:
    """Say one cell of a row, at most so many things of a list by name; what is not there in its word."""
    column = columns[name]
    parts = list_parts(name, columns, row, names, language)
    if not parts:
        return language.words(column.judge_empty(read_cell(name, columns, row, language)))
    return language.list_some(parts, most) if isinstance(row[name], list | tuple) else parts[0]


def say_row(row: Mapping[str, Any], columns: Mapping[str, Column], names: Names, language: Language) -> str:
    """Say a row as one sentence: what each column says of it, what is not there left out."""
    said = (
        language.words(
            "row-clause",
            column=say_head(name, column, language),
            value=say_cell(name, columns, row, names, language),
        )
        for name, column in choose_columns(columns).items()
        if not column.is_empty(row[name])
    )
    return language.words("clause-mark").join(said) + "."


def say_value(value: Any, column: Column, language: Language) -> str:
    """Say one value of an answer in a language: numbers, days, words and dates each in their way."""
    if isinstance(value, list | tuple):
        return language.list_names([say_value(part, column, language) for part in value])
    if isinstance(value, bool):
        return language.words("yes" if value else "no")
    if isinstance(value, date):
        return language.day(value)
    if isinstance(value, int | float):
        return _say_number(value, column, language)
    text = clean_name(str(value))
    if text in column.choices:
        return _say_word(text, column, language)
    if column.type.endswith((".since", ".until")):
        return _say_date(text, column.type.rpartition(".")[2], language)
    return text


def _say_word(word: str, column: Column, language: Language) -> str:
    if language.code == "fa":
        return column.choices[word]
    return language.words(name_message(column.type, word)) if column.type in TOLD else word.replace("_", " ")


def _say_number(value: float, column: Column, language: Language) -> str:
    match column.type:
        case "share":
            return language.percent(value)
        case "days":
            return language.span(int(value))
        case kind if kind.endswith("year"):
            return language.digits(str(value))
    if 0 < abs(value) < 0.01 and isinstance(value, float):
        return language.number(value, decimals=1 - floor(log10(abs(value))))
    return language.number(value)


def _say_date(text: str, end: str, language: Language) -> str:
    try:
        return language.date_text(text, "since" if end == "since" else "until")
    except DateError:
        return text  # a check shows what is wrong as it stands
