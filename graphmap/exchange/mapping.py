"""Read someone else's tables through a mapping: rows become records, faults, or are left out for a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from graphmap.errors import Fault, Faults, GraphmapError, MappingError, Place
from graphmap.exchange.cell_marks import say_tidied
from graphmap.exchange.codes_doubted import doubt_codes
from graphmap.exchange.known import Known
from graphmap.exchange.mapping_files import list_mappings, read_mapping
from graphmap.exchange.mapping_format import FileMapping
from graphmap.exchange.mapping_format import Table as Wanted
from graphmap.exchange.mapping_records import RecordMaker
from graphmap.exchange.mapping_rows import RowReader
from graphmap.exchange.mapping_shapes import is_hashtags, shape_rows, unpivot
from graphmap.exchange.mapping_steps import GIVEN
from graphmap.exchange.native import Progress, list_files, suggest
from graphmap.exchange.near_notes import note_called, note_near
from graphmap.exchange.reading import BOOK_SUFFIXES, TABLE_SUFFIXES, TEXT_SUFFIXES, read_tables
from graphmap.exchange.second_heads import doubt_heads
from graphmap.exchange.table_heads import AS_IT_IS, TableForm
from graphmap.exchange.tables import Row, Table
from graphmap.schema import Batch, find_difference
from graphmap.text import fold

__all__ = ["Collected", "collect_mapped", "find_mappings", "list_mappings", "read_mapped", "read_mapping"]

TELL_EVERY = 500
"""Rows between two reports of progress."""


def read_mapped(
    paths: Iterable[Path],
    mapping: str | FileMapping,
    known: Known,
    progress: Progress | None = None,
    encoding: str = "",
) -> Batch:
    """Read files through a mapping (the name of a shipped one, or the path of a TOML file) into a batch.

    `encoding` is that of text tables of which the mapping says none. `known` is what the store holds
    (`Store.known`): names are looked up in it. The batch's notes tell how many rows were left out and why.
    Raises MappingError, or Faults with everything wrong in the files, also against the store.
    """
    collected = collect_mapped(paths, mapping, known, progress, encoding)
    if collected.faults:
        raise Faults(collected.faults)
    return collected.batch


Where = tuple[str, str | None, int | None]
"""File, sheet and line of a row."""


@dataclass(frozen=True)
class Collected:
    """What comes of files read through a mapping, whether or not there are faults in them.

    `rows` are those that were read, by where they stand, `left_out` the reasons for which some make nothing.
    """

    batch: Batch
    faults: tuple[Fault, ...]
    rows: Mapping[Where, Row]
    left_out: Mapping[Where, str]


def collect_mapped(
    paths: Iterable[Path],
    mapping: str | FileMapping,
    known: Known,
    progress: Progress | None = None,
    encoding: str = "",
) -> Collected:
    """Read files through a mapping as `read_mapped` does, and return faults beside what is sound."""
    declared = mapping if isinstance(mapping, FileMapping) else read_mapping(mapping)
    if known.home is None:
        raise GraphmapError("The store has no home country; begin it with graphmap init --home CODE")
    if declared.home not in {None, known.home.id}:
        named = Path(mapping).name if isinstance(mapping, str) else declared.caption
        raise MappingError(
            f"{named} is for a store whose home is {declared.home}, "
            f"and the home of this one is {known.home.id} ({known.home.name})"
        )
    maker = RecordMaker(declared, known)
    reader = RowReader(declared, maker)
    chosen, unread = _choose_tables(paths, declared, maker, encoding)
    rows: dict[Where, Row] = {}
    for wanted in declared.tables:
        for table in (table for table, its in chosen if its is wanted):
            _read_table(table, wanted, reader, progress, rows)
    left = maker.noted.left_rows
    maker.faults[:0] = [fault for fault in unread if not fault.where or _key(fault.where) not in left]
    maker.faults += maker.dates.faults()
    batch = maker.make_batch()
    faults = tuple(maker.faults)
    if faults:
        faults = find_faults(batch, known, faults)
    else:
        batch = replace(
            batch,
            notes=(
                *batch.notes,
                *note_near(maker.directory, maker.new),
                *note_called(maker.directory, maker.new),
            ),
        )
    return Collected(batch, faults, rows, maker.noted.left_rows)


def find_faults(batch: Batch, known: Known, earlier: tuple[Fault, ...] = ()) -> tuple[Fault, ...]:
    """Return the faults of a batch that is held against the store, with those that were found before."""
    try:
        find_difference(batch, known.look_up(batch.ids()), earlier)
    except Faults as found:
        return found.faults
    return ()


def find_mappings(path: Path) -> tuple[str, ...]:
    """Return the shipped mappings of which some table fits a file, by its name and all its columns.

    For a message only: which mapping a file is read through is for a person to say.
    """
    found = []
    tables = read_tables(path).tables if path.is_file() else ()
    for name in list_mappings():
        wanted = read_mapping(name).tables
        if any(w.fits_name(t.name) and not _match_columns(t, w)[1] for w in wanted for t in tables):
            found.append(name)
    return tuple(found)


def _choose_tables(
    paths: Iterable[Path], mapping: FileMapping, maker: RecordMaker, encoding: str
) -> tuple[list[tuple[Table, Wanted]], list[Fault]]:
    """Read the files, and choose for each table in them the one of the mapping that it is.

    Returns the faults of their cells, too: they count but in rows that are left out.
    """
    chosen: list[tuple[Table, Wanted]] = []
    unread: list[Fault] = []
    for path, shown, is_named in list_files(paths):
        if not is_named and path.suffix.lower() not in TEXT_SUFFIXES | BOOK_SUFFIXES:
            continue
        passed = [known.reason for known in mapping.pass_over if known.fits(path.name)]
        if passed:
            maker.noted.told.append(f"{shown}: passed over, {passed[0]}")
            continue
        is_known = any(w.fits_name(path.stem) for w in mapping.tables)
        if path.suffix.lower() not in TABLE_SUFFIXES | BOOK_SUFFIXES:
            # A note of a source lies beside a list: a pattern for every name does not mean it.
            is_known = any(w.names_file(path.stem) for w in mapping.tables)
        if not is_named and not is_known and path.suffix.lower() in TEXT_SUFFIXES:
            maker.noted.told.append(f"{shown}: passed over, the mapping has no table for it")
            continue
        read = read_tables(path, shown, None, lambda *names: _find_form(mapping, encoding, *names))
        faults = list(read.faults)
        maker.noted.told += read.notes
        for table in read.tables:
            passed = [
                one.reason for one in mapping.pass_over if one.sheet and one.fits(path.name, table.name)
            ]
            if passed:
                maker.noted.told.append(f"{table.header.file}, sheet {table.name}: passed over, {passed[0]}")
                continue
            wanted = _choose_table(table, path.stem if len(read.tables) == 1 else table.name, mapping)
            if isinstance(wanted, Fault):
                maker.faults.append(wanted)
            else:
                chosen.append((table, wanted))
                faults = [fault for fault in faults if not _is_of_untaken(fault, table, wanted)]
        unread += faults
    if not chosen and not maker.faults and not unread:
        names = ", ".join(name for table in mapping.tables for name in table.files)
        maker.faults.append(Fault("There is no file here that the mapping reads", f"a file named {names}"))
    return chosen, unread


def _key(place: Place) -> Where:
    return place.file, place.sheet, place.line


def _is_of_untaken(fault: Fault, table: Table, wanted: Wanted) -> bool:
    """Say whether a fault is of a cell of a column of which nothing is made."""
    place = fault.where
    if place is None or fault.column is None or wanted.unpivot is not None or not place.cell:
        return False
    is_its = (place.file, place.sheet) == (table.file, table.header.sheet)
    return is_its and fault.column not in _match_columns(table, wanted)[0].values()


def _find_form(mapping: FileMapping, encoding: str, *names: str) -> TableForm:
    """Return how a file or sheet is written, by the names that it may go by."""
    fitting = next(
        (found for name in names if (found := [w for w in mapping.tables if w.fits_name(name)])),
        mapping.tables,
    )
    form = replace(fitting[0].form() if len(fitting) == 1 else AS_IT_IS, unmerge=True, last_values=True)
    return form if form.encoding else replace(form, encoding=encoding)


def _choose_table(table: Table, name: str, mapping: FileMapping) -> Wanted | Fault:
    named = [w for w in mapping.tables if w.fits_name(table.name) or w.fits_name(name)]
    if len(named) == 1:
        return named[0]
    fitting = [w for w in named or mapping.tables if not _match_columns(table, w)[1]]
    if len(fitting) == 1:
        return fitting[0]
    if len(mapping.tables) == 1:
        return mapping.tables[0]
    names = ", ".join(name for w in mapping.tables for name in w.files)
    return Fault(
        "is not a table that the mapping knows by its name or columns", f"one of {names}", table.header
    )


def _match_columns(table: Table, wanted: Wanted) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return which column of the table stands for each that is needed, and those that are not there."""
    folded = Counter(fold(column) for column in table.columns)
    by_fold = {fold(column): column for column in table.columns if folded[fold(column)] == 1}
    found: dict[str, str] = {}
    lacking = []
    for column in wanted.columns():
        if column in table.columns:
            found[column] = column
        elif fold(column) in by_fold:
            found[column] = by_fold[fold(column)]
        else:
            lacking.append(column)
    return found, tuple(lacking)


def _read_table(
    table: Table, wanted: Wanted, reader: RowReader, progress: Progress | None, rows: dict[Where, Row]
) -> None:
    """Read the rows of a table, which `rows` then has by where they stand."""
    columns, lacking = _match_columns(table, wanted)
    for column in lacking:
        near = suggest(column, table.columns)
        right = f"a column {column}" + (f" (is it {near}?)" if near else "")
        where = Place(table.file, table.header.line, table.header.sheet)
        problem = "is not among the columns, and the mapping needs it"
        reader.maker.faults.append(Fault(problem, right, where, column, column))
    if lacking:
        return
    if (table.header.line or 1) > 1 and not wanted.header:
        told = f"{table.header}: the names of the columns; what stands above is passed over"
        reader.maker.noted.told.append(told)
    reader.maker.noted.told += [
        f"{fault.where}: {fault.problem.replace('stands in ', '')}, passed over" for fault in table.unnamed
    ]
    for name in GIVEN.keys() & set(table.columns) & wanted.values():
        reader.maker.noted.told.append(f"{table.file}: {{{name}}} is its column, and not {GIVEN[name]}")
        columns[name] = name
    reader.maker.guessed = table.guessed
    reader.maker.faults += doubt_codes(table, wanted, reader.maker.directory)
    reader.maker.faults += doubt_heads(table)
    reader.maker.noted.told += [
        f"{row.place}: a row of hashtags, passed over" for row in table.rows if is_hashtags(row)
    ]
    marks: Counter[str] = Counter()
    for number, row in enumerate(shape_rows(table, wanted, columns, marks), start=1):
        rows[row.place.file, row.place.sheet, row.place.line] = row
        for part in unpivot(row, wanted):
            reader.read_row(part, wanted, table.file)
        if progress is not None and (number % TELL_EVERY == 0 or number == len(table.rows)):
            progress(f"{table.file} ({number} of {len(table.rows)} rows)", number)
    reader.maker.noted.told += say_tidied(table.file, marks)
