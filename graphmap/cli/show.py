"""Write rows as a table, CSV or JSON, to the screen or whole into a file."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from shutil import get_terminal_size
from types import NoneType
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphmap.cli.command import put_out, say
from graphmap.cli.options import Output
from graphmap.cli.persian import in_language

if TYPE_CHECKING:
    from graphmap.language import Language

MOST_WRITTEN = 1e15
"""A greater number is not written out."""


def write_out(text: str, output: Output | None) -> None:
    """Write text to the screen, or to a file that appears only when it is whole."""
    if output is None:
        put_out(text)
        return
    from graphmap.writing import write_text

    write_text(text, output.path, output.overwrite)
    asked = click.get_current_context(silent=True)
    say(in_language(f"Wrote {output.path}.", asked.params.get("lang", "en") if asked else "en"))


def find_width(output: Output | None, wide: bool) -> int | None:
    """Return how wide a table may be: None, no bound, where all was asked for or nobody looks on.

    A file or a pipe gets one line a row, for `grep` and `less -S`; COLUMNS sets a width there, too.
    """
    if wide or output is not None or not (sys.stdout.isatty() or os.environ.get("COLUMNS")):
        return None
    return get_terminal_size().columns


def show_rows(
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    format_name: str,
    output: Output | None = None,
    wide: bool = False,
) -> None:
    """Show rows in a format; a cell of CSV that a spreadsheet would run gets an apostrophe."""
    from graphmap.plain import plain_value

    rows = [tuple(row) for row in rows]
    if format_name == "json":
        show_json([dict(zip(columns, map(plain_value, row), strict=True)) for row in rows], output)
    elif format_name == "ndjson":
        write_out(_write_lines(columns, rows), output)
    elif format_name == "csv":
        write_out(rows_to_csv(columns, rows, mark=output is not None), output)
    else:
        write_out(rows_to_table(columns, rows, find_width(output, wide)), output)


def _write_lines(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return rows as JSON, an object a line."""
    import json

    from graphmap.plain import plain_value

    objects = (dict(zip(columns, map(plain_value, row), strict=True)) for row in rows)
    return "".join(json.dumps(one, ensure_ascii=False, default=plain_value) + "\n" for one in objects)


def show_findings(
    findings: Sequence[Mapping[str, Any]],
    format_name: str,
    output: Output | None,
    language: Language,
    wide: bool = False,
) -> None:
    """Show findings, a mapping by column each: a table in words and digits of a language, CSV as it is."""
    columns = list(findings[0]) if findings else []
    if format_name != "table":
        show_rows(columns, [list(finding.values()) for finding in findings], format_name, output)
        return
    if not findings:
        return
    from graphmap.cli.table import Head, draw_table

    rows = [[_in_language(value, language) for value in finding.values()] for finding in findings]
    heads = [
        Head(language.words(f"column-{name.replace('_', '-')}"), isinstance(value, int | float | None))
        for name, value in findings[0].items()
    ]
    write_out(draw_table(heads, rows, find_width(output, wide)).text, output)


def rows_to_table(columns: Sequence[str], rows: Sequence[Sequence[Any]], width: int | None = None) -> str:
    """Return rows as a table for the eye; columns of numbers stand to the right."""
    from graphmap.cli.table import Head, draw_table

    numeric = (int, float, NoneType)
    heads = [
        Head(name, all(isinstance(row[place], numeric) for row in rows)) for place, name in enumerate(columns)
    ]
    return draw_table(heads, [[cell_text(value) for value in row] for row in rows], width).text


def _in_language(value: Any, language: Language) -> str:
    if isinstance(value, list | tuple):
        return language.words("list-mark").join(value)
    return value if isinstance(value, str) else language.number(value)


def show_json(value: Any, output: Output | None = None) -> None:
    """Show a value as JSON, letters of every script as they are."""
    import json

    from graphmap.plain import plain_value

    write_out(json.dumps(value, ensure_ascii=False, indent=2, default=plain_value) + "\n", output)


def cell_text(value: Any, exact: bool = False) -> str:
    """Return a value as the text of one cell; a number with four decimals at most, or `exact`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return _write_number(value, exact)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "|".join(cell_text(item, exact) for item in value)
    return str(value)


def _write_number(value: float, exact: bool) -> str:
    """Write a number as people do: no power of ten, and where it need not be exact, few decimals."""
    if not abs(value) < MOST_WRITTEN:  # infinite, and what is no number, too
        return repr(value)
    if value.is_integer():
        return str(int(value))
    if exact:
        return repr(value)
    shown = f"{value:.4f}" if abs(value) >= 0.001 else f"{Decimal(f'{value:.4g}'):f}"
    return shown.rstrip("0").rstrip(".")


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
