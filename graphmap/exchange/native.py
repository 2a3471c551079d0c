"""Read native files: tables named after a label or relationship type, columns named after its fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from graphmap.directory import Directory
from graphmap.errors import Fault, Faults, Place
from graphmap.exchange.date_columns import DateColumns, judge_start
from graphmap.exchange.near_notes import list_batch, may_name_new, note_near
from graphmap.exchange.reading import BOOK_SUFFIXES, TABLE_SUFFIXES, TEXT_SUFFIXES, read_tables
from graphmap.exchange.table_heads import AS_IT_IS, TableForm
from graphmap.exchange.tables import Table, Tables
from graphmap.rubbish import collecting_nothing
from graphmap.schema import (
    WRITABLE,
    Batch,
    Changeset,
    Contents,
    Entry,
    Lasting,
    Record,
    Relationship,
    find_difference,
)
from graphmap.schema.batch import make_record, read_cells
from graphmap.text import find_nearest

EXPLANATION = "Fields"
"""The sheet or CSV of a template that explains every field; import passes over it."""

EXAMPLE_MARK = "EXAMPLE "
"""Begins the id of a template's example row; no id holds a space, so no row of a person's own is meant."""

PASSED_OVER = frozenset({EXPLANATION.casefold(), "readme"})
"""Names of tables that are no data, without their ending and in lower case."""

IDENTIFYING = frozenset({"id", "from_id", "to_id"})
"""Columns without which a row is nobody's."""

Progress = Callable[[str, int], None]
"""Told now and then which file is read and how many of its rows were."""


class NativeRows(NamedTuple):
    """What native files hold. With faults, the entries serve only to find what else is wrong."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]


@dataclass
class _Gathered:
    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)
    lacking: dict[tuple[str, str | None, str], Place] = field(default_factory=dict)
    """Needed columns that a table lacks, by file, sheet and column, with the place of its header."""
    dates: DateColumns = field(default_factory=DateColumns)


def read_native(paths: Iterable[Path], progress: Progress | None = None) -> NativeRows:
    """Read native files: folders of CSV or XLSX files, or single ones. Faults are returned, none is raised.

    A table is named after its file, or after its sheet (a book of one sheet may bear the name itself). The
    explanations of a template are passed over, and its example rows left out with a note.
    """
    gathered = _gather_rows(paths, progress)
    return NativeRows(tuple(gathered.entries), tuple(gathered.faults), tuple(gathered.notes))


def read_batch(
    paths: Iterable[Path],
    look_up: Callable[[Collection[str]], Contents],
    progress: Progress | None = None,
    encoding: str = "",
    find_directory: Callable[[], Directory] | None = None,
) -> Batch:
    """Read native files into a batch, or raise Faults with everything wrong in them, in the files' order.

    `encoding` is that of all text tables; blank, it is found from their bytes. `find_directory` gives the
    names of the store, to tell new ones that are near them; it is asked where the files may hold such.

    `look_up` returns what a store holds of the records with some ids (`Store.contents`): where the files have
    faults, they are also held against the store, so that all faults are told at once.
    """
    with collecting_nothing():
        gathered = _gather_rows(paths, progress, TableForm(encoding))
    batch = Batch(tuple(gathered.entries), tuple(gathered.notes))
    if gathered.faults or gathered.lacking:
        try:
            find_difference(batch, look_up(batch.ids()), gathered.faults)
        except Faults as faults:
            # The order of the input; a fault of a header stands before those of its rows.
            raise Faults(sorted(_blame_headers(faults.faults, gathered), key=_order_all)) from None
    if find_directory is not None and may_name_new(batch):
        directory = find_directory()
        batch = replace(batch, notes=(*batch.notes, *note_near(directory, list_batch(batch, directory))))
    return batch


def list_files(paths: Iterable[Path]) -> Iterator[tuple[Path, str, bool]]:
    """Yield each file, the name to show for it, and whether it was named itself (else it lay in a folder)."""
    found: list[tuple[Path, bool]] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith((".", "~$")))
            found += [(inner, False) for inner in inside]
        else:
            found.append((path, True))
    counts = Counter(path.name for path, _ in found)
    for path, is_named in dict.fromkeys(found):
        yield path, (path.name if counts[path.name] == 1 else str(path)), is_named


def _gather_rows(paths: Iterable[Path], progress: Progress | None, form: TableForm = AS_IT_IS) -> _Gathered:
    gathered = _Gathered()
    is_one_read = False
    for path, shown, is_named in list_files(paths):
        if not is_named and (
            path.stem.casefold() in PASSED_OVER or path.suffix.lower() not in TEXT_SUFFIXES | BOOK_SUFFIXES
        ):
            if path.stem.casefold() not in PASSED_OVER:
                gathered.notes.append(f"{shown}: is neither CSV nor XLSX, passed over")
            continue
        if not is_named and _is_no_table(path):
            gathered.notes.append(f"{shown}: bears no name of a label or relationship type, passed over")
            continue
        is_one_read = True
        told = None if progress is None else _tell(progress, shown)
        read = read_tables(path, shown, told, lambda *_: form)
        # In the order of the file: the faults of reading it, then those of its rows, sorted by line.
        before = len(gathered.faults)
        gathered.faults += read.faults
        gathered.notes += read.notes
        for table, name in _name_tables(read, path, gathered):
            gathered.faults += table.unnamed
            _read_table(table, name, gathered)
        gathered.faults[before:] = sorted(gathered.faults[before:], key=_order)
    gathered.faults += gathered.dates.faults()
    if not is_one_read:
        passed = f" ({'; '.join(gathered.notes)})" if gathered.notes else ""
        right = f"CSV or XLSX files named after labels, such as {next(iter(WRITABLE))}.csv"
        gathered.faults.append(Fault(f"There is no file here that graphmap reads{passed}", right))
    if gathered.examples:
        first, count = gathered.examples[0], len(gathered.examples)
        others = f" and {count - 1} more" if count > 1 else ""
        gathered.notes.append(f"{first}{others}: the example row of a template, left out")
    return gathered


def _is_no_table(path: Path) -> bool:
    """Say whether a text file of a folder is none of its tables: a note of a source, a list of others.

    A table whose name is near that of a label is a slip, and blamed.
    """
    if path.suffix.lower() not in TEXT_SUFFIXES or path.stem in WRITABLE:
        return False
    return path.suffix.lower() not in TABLE_SUFFIXES or not suggest(
        path.stem, [*WRITABLE, Changeset.stored_as]
    )


def _tell(progress: Progress, shown: str) -> Callable[[int], None]:
    return lambda rows: progress(shown, rows)


def _order_all(fault: Fault) -> tuple[bool, str, str, int]:
    return (fault.where is None, fault.where.file if fault.where else "", *_order(fault))


def _order(fault: Fault) -> tuple[str, int]:
    place = fault.where
    return (place.sheet or "", place.line or 0) if place else ("", 0)


def _name_tables(read: Tables, path: Path, gathered: _Gathered) -> Iterator[tuple[Table, str]]:
    """Yield each table with the label or relationship type it is named after; blame other names."""
    tables = [table for table in read.tables if table.name.casefold() not in PASSED_OVER]
    is_one_known = any(table.name in WRITABLE for table in tables)
    for table in tables:
        name = table.name
        if is_one_known and table.header.sheet and not suggest(name, WRITABLE):
            told = f"{Place(table.file, None, table.header.sheet)}: bears no name of a label, passed over"
            gathered.notes.append(told)
            continue
        if name not in WRITABLE and table.header.sheet and len(tables) == 1 and path.stem in WRITABLE:
            name = path.stem
        if name in WRITABLE:
            yield table, name
        else:
            gathered.faults.append(_blame_name(name, table))


def _blame_name(name: str, table: Table) -> Fault:
    place = Place(table.file, None, table.header.sheet)
    if name.casefold() == Changeset.stored_as.casefold():
        return Fault("holds changesets, which only the store makes", "no such file", place, None, name)
    nearest = suggest(name, WRITABLE)
    return Fault(
        "is not the name of a label or relationship type",
        f"{nearest}" if nearest else "one of " + ", ".join(WRITABLE),
        place,
        None,
        name,
    )


def suggest(name: str, known: Iterable[str]) -> str:
    """Return the known names most like a misspelt one, for a message; empty where none is like it.

    >>> suggest("tied_to", ["TIED_TO", "IN"]), suggest("xyz", ["population", "capital"])
    ('TIED_TO', '')
    """
    likely = [(near, score) for near, score in find_nearest(name, known, 2) if score >= 55]
    if likely and likely[0][1] >= 90:
        likely = likely[:1]
    return " or ".join(near for near, _ in likely)


def _read_table(table: Table, name: str, gathered: _Gathered) -> None:
    cls = WRITABLE[name]
    known = {column.name for column in cls.columns()}
    usable = _check_header(table, cls, gathered)
    is_lasting = issubclass(cls, Lasting)
    strange = [column for column in table.columns if column not in known]
    for row in table.take_rows():
        cells = row.cells
        if cells.get("id", "").lstrip().startswith(EXAMPLE_MARK):
            gathered.examples.append(str(row.place))
            continue
        if strange:
            cells = {column: text for column, text in cells.items() if column in known}
        given, faults = read_cells(name, cells, row.place)
        gathered.faults += faults
        if is_lasting:
            if (far := judge_start(cls, given, cells)) is not None:
                gathered.faults.append(replace(far, where=row.place))
            for name_of_date in ("since", "until"):
                if text := cells.get(name_of_date):
                    gathered.dates.see(cls, name_of_date, text, name_of_date, row.place)
        # A row whose id or end could not be read is blamed for that already, and can be held against nothing.
        if usable and given and not (faults and any(fault.column in IDENTIFYING for fault in faults)):
            joins = issubclass(cls, Relationship) and "id" not in given
            gathered.entries.append(Entry(make_record(cls, given), row.place, joins))


def _check_header(table: Table, cls: type[Record], gathered: _Gathered) -> bool:
    """Blame columns that are not known; return whether the rows have an id or both ends."""
    known = [column.name for column in cls.columns()]
    for column in dict.fromkeys(table.columns):
        if column not in known:
            right = suggest(column, known) or "one of " + ", ".join(known)
            if column in cls.kept() or column == "recorded":
                right = "no such column: the store derives it"
            problem = f"is not a field of {cls.stored_as}"
            gathered.faults.append(Fault(problem, right, _header_cell(table, column), column, column))
    needed = ["id"]
    if issubclass(cls, Relationship) and "id" not in table.columns:
        needed = ["from_id", "to_id"]
    lacking = [column for column in needed if column not in table.columns]
    for column in lacking:
        problem = f"is not among the columns, and every {cls.stored_as} needs it"
        gathered.faults.append(Fault(problem, f"a column {column}", table.header, column, column))
    for wanted in cls.columns():
        if wanted.required and wanted.name not in table.columns:
            gathered.lacking[table.file, table.header.sheet, wanted.name] = table.header
    return not lacking


def _header_cell(table: Table, column: str) -> Place:
    letters = table.rows[0].place.letters if table.rows else {}
    header = table.header
    return Place(header.file, header.line, header.sheet, None, letters).at(column)


def _blame_headers(faults: Sequence[Fault], gathered: _Gathered) -> Iterator[Fault]:
    """Say once, at the header, that a needed column is not there, instead of once a row."""
    told: set[tuple[str, str | None, str]] = set()
    for fault in faults:
        key = (fault.where.file, fault.where.sheet, fault.column or "") if fault.where else None
        header = gathered.lacking.get(key) if key else None
        is_blank = fault.value is None and fault.problem.startswith("is blank")
        if key is None or header is None or not is_blank:
            yield fault
        elif key not in told:
            told.add(key)
            problem = "is not among the columns, and new rows need it"
            yield Fault(problem, f"a column {key[2]}", header, key[2], key[2])
