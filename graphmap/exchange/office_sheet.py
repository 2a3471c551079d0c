"""The one sheet that an office fills: a row a tie, in English or Persian, with names to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmap.directory import Directory
from graphmap.errors import FileRefused
from graphmap.exchange.forms import find_day_before
from graphmap.exchange.known import Known
from graphmap.exchange.listed_words import SISTERS, list_words
from graphmap.exchange.mapping import read_mapped
from graphmap.exchange.mapping_format import FileMapping
from graphmap.exchange.native import Progress, list_files
from graphmap.exchange.reading import BOOK_SUFFIXES, TABLE_SUFFIXES, read_tables
from graphmap.exchange.tables import column_letter
from graphmap.exchange.workbook import read_heads
from graphmap.schema import WRITABLE, Batch, Body, Contents, Mission, Tie
from graphmap.schema.kinds import LIST_MARK, shield_text
from graphmap.text import Name, fold, sort_key
from graphmap.writing import open_new, written_file, written_folder

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

TITLE = Name("Ties", "روابط")
"""The name of the sheet."""
LISTS = Name("Lists", "فهرست‌ها")
CHOSEN_FROM = Name("it holds the names to choose from", "نام‌هایی است که از میان آن‌ها برگزیده می‌شود")
"""The sheet of the names to choose from; import passes over it."""
BOOK = "ties.xlsx"
ROWS_TO_FILL = 2000
NO_DOCUMENT = "source:office-sheet"
"""The source of a row that names none."""

HEADS: dict[str, Name] = {
    "province": Name("Province", "استان"),
    "city": Name("City at home", "شهر داخلی"),
    "country": Name("Country", "کشور"),
    "region": Name("Region abroad", "استان خارجی"),
    "partner": Name("City abroad", "شهر خارجی"),
    "counterpart": Name("Counterpart", "همتا"),
    "kind": Name("Kind", "نوع رابطه"),
    "sectors": Name("Sectors", "حوزه‌ها"),
    "stage": Name("Stage", "مرحله"),
    "since": Name("Since", "آغاز"),
    "until": Name("Last day", "آخرین روز"),
    "document": Name("Document", "شمارهٔ سند"),
    "source": Name("Source", "منبع"),
    "note": Name("Note", "توضیح"),
}
"""The columns, in the order in which a person fills them."""


def find_office_sheet(names: Iterable[str], columns: Iterable[str]) -> str:
    """Return the language of the sheet that a table is, by its name and its columns; blank for any other.

    >>> find_office_sheet(["Ties"], ["Province", "Country", "Kind"]), find_office_sheet(["x"], ["Province"])
    ('en', '')
    """
    named, found = {fold(name) for name in names}, {fold(column) for column in columns}
    for code in ("en", "fa"):
        needed = {fold(HEADS[head].in_language(code)) for head in ("province", "country", "kind")}
        if fold(TITLE.in_language(code)) in named and needed <= found:
            return code
    return ""


def find_filled_sheets(paths: Iterable[Path]) -> str:
    """Return the language of the filled sheets that some files are; blank where one is something else."""
    languages = set()
    for path, _, is_named in list_files(paths):
        suffix = path.suffix.lower()
        if suffix in BOOK_SUFFIXES:
            languages.add(_find_in_book(path))
        elif suffix in TABLE_SUFFIXES:
            languages.add(_find_in_text(path))
        elif is_named:
            return ""
    return languages.pop() if len(languages) == 1 else ""


def _find_in_text(path: Path) -> str:
    """Return the language of a sheet that was saved as a text table, which names no sheet: by its columns."""
    if path.stem in WRITABLE:
        return ""
    [table] = read_tables(path).tables or (None,)
    if table is None:
        return ""
    columns = {fold(column) for column in table.columns}
    for code in ("en", "fa"):
        heads = {fold(head.in_language(code)) for head in HEADS.values()}
        if columns <= heads and find_office_sheet([TITLE.in_language(code)], table.columns) == code:
            return code
    return ""


def _find_in_book(path: Path) -> str:
    try:
        heads = read_heads(path)
    except FileRefused:
        return ""
    return next((code for name, cells in heads if (code := find_office_sheet([name], cells))), "")


def _take_words(field: str, head: str) -> list[dict[str, Any]]:
    """Return the steps that read the words by which offices name kinds and stages beside those of the list.

    Sisters are cities where the partner is one, and provinces else.
    """
    steps: list[dict[str, Any]] = [
        {"set": head, "to": f"{{{head}}}", "words": field, "when": {"among": {head: list(list_words(field))}}}
    ]
    if field == "kind":
        sisters = {"among": {head: sorted(SISTERS)}}
        steps.append({"set": head, "to": "sister_city", "when": {**sisters, "filled": ["_partner"]}})
        steps.append({"set": head, "to": "sister_province", "when": sisters})
    return steps


@cache
def make_mapping(language: str) -> FileMapping:
    """Return the mapping through which a filled sheet goes in."""
    at = {key: "{" + name.in_language(language) + "}" for key, name in HEADS.items()}
    new_city: dict[str, Any] = {"label": "City"}
    steps: list[dict[str, Any]] = [
        {"find": "_province", "label": "Province", "by": at["province"]},
        {"find": "_home", "by": at["city"], "within": ["{_province}", "{home}"], "new": {"name": at["city"]}}
        | new_city,
        {"set": "_from", "to": ["{_home}", "{_province}"]},
        {"find": "_country", "label": "Country", "by": at["country"]},
        {
            "find": "_region", "label": "Region", "by": at["region"], "within": ["{_country}"],
            "new": {"name": at["region"]},
        },
        {
            "find": "_partner", "by": at["partner"], "within": ["{_region}", "{_country}"],
            "new": {"name": at["partner"]},
        }
        | new_city,
        {
            "find": "_office", "label": "Counterpart", "by": at["counterpart"],
            "within": ["{_partner}", "{_region}", "{_country}"], "new": {"name": at["counterpart"]},
        },
        {"set": "_to", "to": ["{_office}", "{_partner}", "{_region}", "{_country}"]},
        *_take_words("kind", HEADS["kind"].in_language(language)),
        *_take_words("stage", HEADS["stage"].in_language(language)),
        {"set": "_sectors", "to": at["sectors"], "replace": {"،": "|", ",": "|", ";": "|", "؛": "|"}},
        {
            "find": "_sources", "label": "Source", "by": at["source"], "split": LIST_MARK,
            "new": {"id": f"source:sheet-{at['source'][:-1]}|slug}}", "name": at["source"]},
        },
        {"set": "_rests", "to": "{_sources}", "default": NO_DOCUMENT},
    ]  # fmt: skip
    cells = {
        "from_id": "{_from}", "to_id": "{_to}", "kind": at["kind"], "sectors": "{_sectors}",
        "stage": at["stage"], "since": at["since"], "until": at["until"][:-1] + "|day_after}",
        "document": at["document"][:-1] + "|slug}", "note": at["note"], "sources": "{_rests}",
    }  # fmt: skip
    table = {
        "files": [TITLE.in_language(language)],
        "steps": steps,
        "blank_end": "unknown",
        "writes": [{"record": "TIED_TO", "cells": cells}],
    }
    source = {"id": NO_DOCUMENT, "name": "Sheets filled by offices, without a source of their own"}
    passed = {"sheet": LISTS.in_language(language), "reason": CHOSEN_FROM.in_language(language)}
    return FileMapping.model_validate(
        {
            "caption": "The sheet of an office",
            "sources": [source],
            "words": {field: list_words(field) for field in ("kind", "stage")},
            "tables": [table],
            "pass_over": [passed],
        }
    )


def read_filled_sheets(
    paths: Iterable[Path], language: str, known: Known, progress: Progress | None = None
) -> Batch:
    """Read filled sheets into a batch, as `read_mapped` does. Raises Faults."""
    batch = read_mapped(paths, make_mapping(language), known, progress)
    cited = {source for entry in batch.entries for source in getattr(entry.record, "sources", None) or ()}
    entries = tuple(e for e in batch.entries if e.record.id != NO_DOCUMENT or NO_DOCUMENT in cited)
    return replace(batch, entries=entries)


# ---------------------------------------------------------------------------- writing


def write_empty_sheet(contents: Contents, folder: Path, language: str, overwrite: bool = False) -> Path:
    """Write the sheet for an office to fill into a new folder. Raises WritingRefused."""
    with written_folder(folder, overwrite) as partial, open_new(partial / BOOK) as opened:
        _make_book(contents, language, ()).save(opened)
    return folder / BOOK


def write_filled_sheet(contents: Contents, path: Path, language: str, overwrite: bool = False) -> Path:
    """Write the ties of a store as the sheet that an office fills. Raises WritingRefused."""
    with written_file(path, overwrite, make_folder=True) as opened:
        _make_book(contents, language, _list_rows(contents, language)).save(opened)
    return path


def _make_book(contents: Contents, language: str, rows: Iterable[dict[str, str]]) -> Workbook:
    import openpyxl
    from openpyxl.styles import Alignment, Font

    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = TITLE.in_language(language)
    sheet.sheet_view.rightToLeft = language == "fa"
    turned = Alignment(horizontal="right", readingOrder=2) if language == "fa" else None
    for number, name in enumerate(HEADS.values(), start=1):
        head = sheet.cell(1, number, name.in_language(language))
        head.font = Font(bold=True)
        column = sheet.column_dimensions[column_letter(number - 1)]
        # As text, so that a spreadsheet makes no day of 2019-05.
        column.width, column.number_format = 20, "@"
        if turned:
            head.alignment = turned
    for line, row in enumerate(rows, start=2):
        for number, key in enumerate(HEADS, start=1):
            if text := row.get(key, ""):
                cell = sheet.cell(line, number, shield_text(text))
                cell.number_format, cell.data_type = "@", "s"
    sheet.freeze_panes = "A2"
    _add_lists(book, sheet, contents, language)
    return book


def _add_lists(book: Workbook, sheet: Worksheet, contents: Contents, language: str) -> None:
    """Add a sheet of the names to choose from, and drop-down lists that lead to it."""
    from openpyxl.worksheet.datavalidation import DataValidation

    lists = book.create_sheet(LISTS.in_language(language))
    lists.sheet_view.rightToLeft = language == "fa"
    for number, (key, words) in enumerate(_list_choices(contents, language).items(), start=1):
        lists.cell(1, number, HEADS[key].in_language(language))
        for line, word in enumerate(words, start=2):
            lists.cell(line, number, word)
        letter = column_letter(number - 1)
        rule = DataValidation(
            "list",
            formula1=f"'{lists.title}'!${letter}$2:${letter}${max(2, len(words) + 1)}",
            allow_blank=True,
            showErrorMessage=key != "sectors",
        )
        sheet.add_data_validation(rule)
        of = column_letter(list(HEADS).index(key))
        rule.add(f"{of}2:{of}{ROWS_TO_FILL}")


def _list_choices(contents: Contents, language: str) -> dict[str, list[str]]:
    """Return the words of each column that has a list: names of the store, words of the schema."""
    found: dict[str, list[str]] = {}
    for key, label in (("province", "Province"), ("country", "Country")):
        nodes = (node for node in contents.nodes.values() if node.stored_as == label)
        names = (node.known_as.in_language(language) for node in nodes)
        found[key] = sorted(names, key=lambda name: sort_key(name, language))
    for field, key in (("kind", "kind"), ("sectors", "sectors"), ("stage", "stage")):
        choices = Tie.column(field).kind.choices
        found[key] = list(choices.values() if language == "fa" else choices)
    return found


def _list_rows(contents: Contents, language: str) -> Iterator[dict[str, str]]:
    """Yield the cells of each tie; one with a mission is left out, which the sheet has no column for."""
    directory = Directory.of(contents)
    at_home = {"City": "city", "Province": "province"}
    abroad = {"Counterpart": "counterpart", "City": "partner", "Region": "region", "Country": "country"}
    for tie in contents.relationships.values():
        if not isinstance(tie, Tie) or isinstance(contents.nodes[tie.target], Mission):
            continue
        if isinstance(contents.nodes[tie.start], Body):
            continue
        row: dict[str, str] = {}
        for end, keys in ((tie.start, at_home), (tie.target, abroad)):
            for place in (end, *directory.above(end)):
                if place in directory and (key := keys.get(directory[place].label)):
                    row.setdefault(key, directory.name(place).in_language(language))
        for field in ("kind", "sectors", "stage", "since", "document", "note"):
            column = Tie.column(field)
            text = column.kind.write_cell(getattr(tie, field))
            if language == "fa" and column.kind.choices:
                text = LIST_MARK.join(column.kind.choices.get(word, word) for word in text.split(LIST_MARK))
            row[field] = text
        row["until"] = find_day_before(tie.until or "")
        names = (directory.name(source).in_language(language) for source in tie.sources or ())
        row["source"] = LIST_MARK.join(names)
        yield row
