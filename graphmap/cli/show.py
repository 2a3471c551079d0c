"""Write rows as a table, CSV or JSON, to the screen or whole into a file."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from shutil import get_terminal_size
from types import NoneType
from typing import TYPE_CHECKING, Any

from graphmap.cli.command import Output, put_out, say

if TYPE_CHECKING:
    from graphmap.language import Language

GAP, RULE = "   ", "─"
"""What stands between two columns of a table, and under its head."""


def write_out(text: str, output: Output | None) -> None:
    """Write text to the screen, or to a file that appears only when it is whole."""
    if output is None:
        put_out(text)
        return
    from graphmap.writing import write_text

    write_text(text, output.path, output.overwrite)
    say(f"Wrote {output.path}.")


def show_rows(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], format_name: str, output: Output | None = None
) -> None:
    """Show rows in a format; a cell of CSV that a spreadsheet would run gets an apostrophe."""
    from graphmap.questions.answer import plain_value

    rows = [tuple(row) for row in rows]
    if format_name == "json":
        show_json([dict(zip(columns, map(plain_value, row), strict=True)) for row in rows], output)
    elif format_name == "csv":
        write_out(rows_to_csv(columns, rows, mark=output is not None), output)
    else:
        write_out(rows_to_table(columns, rows), output)


def show_findings(
    findings: Sequence[Mapping[str, Any]], format_name: str, output: Output | None, language: Language
) -> None:
    """Show findings, a mapping by column each: a table in words and digits of a language, CSV as it is."""
    columns = list(findings[0]) if findings else []
    if format_name != "table":
        show_rows(columns, [list(finding.values()) for finding in findings], format_name, output)
        return
    if not findings:
        return
    rows = [[_in_language(value, language) for value in finding.values()] for finding in findings]
    right = [isinstance(value, int | float | None) for value in findings[0].values()]
    heads = [language.words(f"column-{name.replace('_', '-')}") for name in columns]
    write_out(rows_to_table(heads, rows, right), output)


def _in_language(value: Any, language: Language) -> str:
    if isinstance(value, list | tuple):
        return language.words("list-mark").join(value)
    return value if isinstance(value, str) else language.number(value)


def show_json(value: Any, output: Output | None = None) -> None:
    """Show a value as JSON, letters of every script as they are."""
    import json

    from graphmap.questions.answer import plain_value

    write_out(json.dumps(value, ensure_ascii=False, indent=2, default=plain_value) + "\n", output)


def cell_text(value: Any, exact: bool = False) -> str:
    """Return a value as the text of one cell; a number with four figures, or `exact`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value) if exact else f"{value:.4g}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "|".join(cell_text(item, exact) for item in value)
    return str(value)


def rows_to_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]], mark: bool = False) -> str:
    """Return rows as CSV; `mark` puts a byte-order mark before it, which Excel needs to see UTF-8."""
    import csv

    from graphmap.schema.kinds import shield_text

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(
            # Numbers and days stay what they are; a list may begin with a name.
            [
                shield_text(cell_text(value, exact=True))
                if isinstance(value, str | list | tuple)
                else cell_text(value, exact=True)
                for value in row
            ]
        )
    return ("\ufeff" if mark else "") + text.getvalue()


def rows_to_table(
    columns: Sequence[str], rows: Sequence[Sequence[Any]], right: Sequence[bool] | None = None
) -> str:
    """Return rows as a table for the eye; columns of numbers, or those marked `right`, stand to the right.

    Where there is no screen a row is one line, however long.
    """
    if right is None:
        numeric = (int, float, NoneType)
        right = [all(isinstance(row[place], numeric) for row in rows) for place in range(len(columns))]
    texts = [[_flat(cell_text(value)) for value in row] for row in (columns, *rows)]
    taken = [[_measure(text) for text in row] for row in texts]
    widths = [max(column) for column in zip(*taken, strict=True)]
    if sys.stdout.isatty() and sum(widths) + len(GAP) * (len(widths) - 1) > get_terminal_size().columns:
        return rows_to_blocks(columns, rows)
    lines = []
    for row, lengths in zip(texts, taken, strict=True):
        cells = zip(row, lengths, widths, right, strict=True)
        padded = ((text, " " * (width - length), to_right) for text, length, width, to_right in cells)
        lines.append(GAP.join(pad + text if to_right else text + pad for text, pad, to_right in padded))
    lines.insert(1, RULE * (sum(widths) + len(GAP) * (len(widths) - 1)))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _measure(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _flat(text: str) -> str:
    """Return a text as one line that a terminal may be given."""
    from graphmap.text import visible

    return visible(" ".join(text.split()))


def rows_to_blocks(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Return rows one below the other, a line a column, for a screen that a table does not fit.

    >>> print(rows_to_blocks(["name", "ties"], [["Qom", 6], ["Yazd", 4]]), end="")
    name: Qom
    ties: 6
    <BLANKLINE>
    name: Yazd
    ties: 4
    """
    blocks = [
        "\n".join(
            f"{_flat(column)}: {_flat(cell_text(value))}"
            for column, value in zip(columns, row, strict=True)
            if cell_text(value)
        )
        for row in rows
    ]
    return "\n\n".join(blocks) + "\n"
