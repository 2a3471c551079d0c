"""Read a file of any kind that graphmap knows, CSV, XLSX or JSON, into tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graphmap.errors import Fault, FileRefused, Place
from graphmap.exchange.json_tables import find_rows, read_json_table
from graphmap.exchange.table_heads import AS_IT_IS, TableForm
from graphmap.exchange.tables import ReadingNotes, Table, Tables, read_text_table
from graphmap.exchange.workbook import read_workbook
from graphmap.files import read_bytes

TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".tab", ".txt", ".json", ".jsonl", ".ndjson"})
"""Suffixes of text tables."""
TABLE_SUFFIXES = frozenset({".csv", ".tsv", ".tab"})
"""Suffixes of files that are tables and nothing else."""
BOOK_SUFFIXES = frozenset({".xlsx", ".xlsm"})
"""Suffixes of workbooks."""
LARGEST_TEXT = 500_000_000
"""Bytes that one text table may have: some millions of rows. Reading it takes several times as much."""


def read_tables(
    path: Path,
    shown: str | None = None,
    progress: Callable[[int], None] | None = None,
    find_form: Callable[..., TableForm] = lambda *_: AS_IT_IS,
) -> Tables:
    """Read every table of one CSV, XLSX or JSON file; `shown` is its name in faults (else that of the path).

    `find_form` says, by the names that it may go by, how a file or sheet is written. `progress` is told now
    and then how many rows were read. A file that cannot be read at all is one fault.
    """
    shown = shown or path.name
    noted = ReadingNotes()
    tables: tuple[Table, ...] = ()
    try:
        suffix = path.suffix.lower()
        if suffix in {".xls", ".ods", ".xlsb", ".numbers"}:
            raise FileRefused(
                f"is a {suffix} file, which graphmap does not read", "the same, saved as .xlsx or CSV"
            )
        if suffix in {".docx", ".doc", ".odt", ".rtf", ".pdf", ".pptx"}:
            raise FileRefused(
                f"is a {suffix} file, which graphmap does not read",
                "its table, copied into a spreadsheet and saved as .xlsx or CSV",
            )
        if suffix in BOOK_SUFFIXES:
            tables = tuple(read_workbook(path, shown, noted, progress, find_form))
        else:
            data = read_bytes(path, LARGEST_TEXT)
            rows = find_rows(data)
            if rows is not None:
                tables = (read_json_table(rows, path.stem, shown, noted, progress),)
            else:
                form = find_form(path.stem)
                tables = (read_text_table(data, path.stem, shown, noted, progress, form),)
    except FileRefused as refused:
        noted.faults.append(Fault(refused.problem, refused.right, Place(shown)))
    return Tables(tables, tuple(noted.faults), tuple(noted.notes))
