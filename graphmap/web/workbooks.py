"""Writes an answer as a workbook: caption, day, what is presumed; rows; what columns mean; sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from graphmap.language import Language
from graphmap.questions.answer import Answer
from graphmap.questions.saying import choose_columns, describe_question, read_cell, say_cell, say_head
from graphmap.schema.kinds import shield_text
from graphmap.text import clean_name

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST = 60
"""Letters of the widest column."""


def write_answer_book(answer: Answer, language: Language) -> bytes:
    """Write an answer: a sheet of rows below caption and day, one of its columns, one of its sources."""
    columns = choose_columns(answer.columns)
    told = [answer.question.caption_in(language.code), describe_question(answer.question, language)]
    day = answer.as_of
    told.append(language.words("page-as-of", day=day) if day else language.words("page-as-of-all"))
    if answer.believed_on is not None:
        told.append(language.words("told-believed-on", day=answer.believed_on))
    told += [line for line in (answer.say_presumption(language),) if line]
    told += [language.words("page-invented")] if answer.is_invented else []
    told += answer.say_absence(language)

    def read(name: str, row: dict[str, Any]) -> Any:
        value = read_cell(name, answer.columns, row, language)
        if isinstance(value, int | float | date) and not isinstance(value, bool):
            return value
        return say_cell(name, answer.columns, row, answer.names, language)

    rows = [[read(name, row) for name in columns] for row in answer.as_dicts()]
    heads = [say_head(name, column, language) for name, column in columns.items()]
    meanings = [
        (head, column.help if language.code == "en" else language.list_names(column.choices.values()))
        for head, column in zip(heads, columns.values(), strict=True)
    ]
    known = [one for one in answer.sources if one in answer.names]
    named = [(language.name(answer.names[one]), answer.addresses.get(one, "")) for one in known]
    beside = {"book-columns": meanings, "sources-heading": named}
    return write_book(told, heads, rows, beside, language)


def write_book(
    told: Sequence[str],
    heads: Sequence[str],
    rows: Iterable[Sequence[Any]],
    beside: Mapping[str, Iterable[Sequence[Any]]],
    language: Language,
) -> bytes:
    """Write a workbook: a sheet of rows, and one of each sort of lines beside them, named by its message.

    No text of a cell is a formula, and Persian runs from the right.
    """
    import openpyxl
    from openpyxl.styles import Alignment, Font

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = language.words("book-rows")
    for line in told:
        sheet.append([_write_cell(line)])
    sheet["A1"].font = Font(bold=True, size=14)
    sheet.append([])
    sheet.append([_write_cell(head) for head in heads])
    first = sheet.max_row
    for cell in sheet[first]:
        cell.font = Font(bold=True)
    widths = [len(head) for head in heads]
    for row in rows:
        cells = [_write_cell(value) for value in row]
        sheet.append(cells)
        widths = [max(width, min(WIDEST, len(str(cell)))) for width, cell in zip(widths, cells, strict=True)]
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(number)].width = width + 2
    sheet.freeze_panes = sheet.cell(first + 1, 1)
    for title, lines in beside.items():
        further = book.create_sheet(language.words(title))
        for pair in lines:
            further.append([_write_cell(part) for part in pair])
        further.column_dimensions["A"].width = further.column_dimensions["B"].width = WIDEST
    for one in book.worksheets:
        one.sheet_view.rightToLeft = language.direction == "rtl"
        for line in one.iter_rows():
            for cell in line:
                cell.alignment = Alignment(vertical="top", wrap_text=cell.row > len(told))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _write_cell(value: Any) -> Any:
    return shield_text(clean_name(value)) if isinstance(value, str) else value
