"""Tables of text cells that know where they stand, and how a CSV is read into one."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple, overload

from graphmap.errors import Fault, FileRefused, Place
from graphmap.exchange.encoding import decode_table
from graphmap.exchange.table_heads import AS_IT_IS, HEADER_WITHIN, TableForm, take_header
from graphmap.text import shows_nothing, strip_direction_marks

DELIMITERS = (",", ";", "\t")
BAR = "|"
"""A delimiter only where it stands equally often in every line, the header among them."""
MOST_COLUMNS = 2_000
"""Columns that a table may have."""
LONGEST_CELL = 1_000_000
"""Characters that one cell may hold."""


class Row(NamedTuple):
    """The texts of one row by column, as they stand in the file, and where it stands.

    A cell that the row lacks, since it is shorter than the header, is not among them.
    """

    cells: Mapping[str, str]
    place: Place
    heads: Mapping[str, str] = MappingProxyType({})
    """The column that a cell stands in, where it is not the one that it goes by."""


class Rows(Sequence[Row]):
    """The rows of a table, each made when it is asked for: of a long table only the cells are held."""

    def __init__(self, header: Place, columns: Mapping[int, str], found: list[tuple[int, list[str]]]) -> None:
        """Hold the cells of numbered lines; `columns` names those to be taken, by their number."""
        self._header, self._found = header, found
        self._numbers = tuple(columns)
        self._names = tuple(columns.values())
        self._is_whole = self._numbers == tuple(range(len(columns)))

    def _make(self, line: int, cells: Sequence[str]) -> Row:
        if not self._is_whole:
            cells = [cells[number] for number in self._numbers if number < len(cells)]
        header = self._header
        place = Place(header.file, line, header.sheet, None, header.letters)
        return Row(dict(zip(self._names, cells, strict=False)), place)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._found)

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> list[Row]: ...
    def __getitem__(self, number: int | slice) -> Row | list[Row]:
        """Return one row, or some."""
        if isinstance(number, slice):
            return [self._make(*found) for found in self._found[number]]
        return self._make(*self._found[number])

    def __iter__(self) -> Iterator[Row]:
        """Yield each row."""
        return (self._make(line, cells) for line, cells in self._found)

    def take(self) -> Iterator[Row]:
        """Yield each row once, and let go of its cells as it is taken."""
        self._found.reverse()
        while self._found:
            yield self._make(*self._found.pop())


@dataclass(frozen=True)
class Table:
    """One table of a file: its name (of the file without its ending, or of the sheet), its columns and rows.

    Blank rows are left out, and so are columns without a name; `columns` are the trimmed cells of the header.
    """

    name: str
    header: Place
    columns: tuple[str, ...]
    rows: Sequence[Row]
    is_hidden: bool = False
    """Whether it is a sheet that its workbook hides."""
    guessed: str = ""
    """The encoding that it was read in, where that is a guess."""
    unnamed: tuple[Fault, ...] = ()
    """A fault for each column that has values and no name: for whoever reads all columns."""

    @property
    def file(self) -> str:
        """The file it stands in, as it was named to the reader."""
        return self.header.file

    def take_rows(self) -> Iterator[Row]:
        """Yield the rows once, and let go of each as it is taken: of a long table no row is held twice."""
        yield from self.rows.take() if isinstance(self.rows, Rows) else self.rows


@dataclass(frozen=True)
class Tables:
    """What was read from a file or several: tables, every fault, and notes (encodings taken)."""

    tables: tuple[Table, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()

    def __add__(self, other: Tables) -> Tables:
        """Join what was read from two files."""
        return Tables(self.tables + other.tables, self.faults + other.faults, self.notes + other.notes)


@dataclass
class ReadingNotes:
    """What a reader noted of a file: faults and notes, added while it is being read."""

    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_text_table(
    data: bytes,
    name: str,
    shown: str,
    noted: ReadingNotes,
    progress: Callable[[int], None] | None = None,
    form: TableForm = AS_IT_IS,
) -> Table:
    """Read the bytes of a CSV; faults and notes go to `noted`. Raises FileRefused where they are no table."""
    decoded = decode_table(data, form.encoding)
    if decoded.encoding:
        hint = "; if names look wrong, say its encoding or save it as UTF-8" if decoded.is_guess else ""
        noted.notes.append(f"{shown}: read as {decoded.encoding}{hint}")
    if not decoded.text.strip("\ufeff \t\r\n\0,;"):
        raise FileRefused("is empty", "a first row with the names of the columns")
    records = _split_records(decoded.text, shown, noted)
    header, rows = take_header(records, form)
    table = build_table(name, Place(shown, header.line), header.cells, rows, noted, progress)
    return replace(table, guessed=decoded.encoding) if decoded.is_guess else table


def _split_records(text: str, shown: str, noted: ReadingNotes) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the line it begins on, as an editor counts lines; blank ones are left out."""
    csv.field_size_limit(LONGEST_CELL)
    lines = io.StringIO(text, newline="")
    # Excel's own first line, which names the delimiter and is no row.
    if said := re.match(r"\ufeff?sep=(.)\r?\n", text, re.IGNORECASE):
        lines.readline()
    delimiter = said[1] if said else find_delimiter(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    skipped = 1 if said else 0
    while True:
        line = reader.line_num + 1 + skipped
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            noted.faults.append(_explain(error, Place(shown, line)))
            continue
        if not all(map(shows_nothing, cells)):
            yield line, cells


def _explain(error: csv.Error, place: Place) -> Fault:
    said = str(error)
    if "field larger" in said:
        return Fault(f"holds a cell of more than {LONGEST_CELL} characters", "shorter cells", place)
    if "end of data" in said:
        return Fault("opens a quotation mark that is never closed", 'a closing " after the cell', place)
    right = 'a cell in quotation marks with each " inside it doubled'
    return Fault("has text after a closing quotation mark", right, place)


def find_delimiter(text: str) -> str:
    r"""Return the delimiter that stands equally often in most of the first lines, outside quotation marks.

    Of several the one that stands most often in the first line, the header of most tables.

    >>> find_delimiter('"a,b,c";d\n1,2,3'), find_delimiter("a\tb")
    (';', '\t')
    >>> find_delimiter("Ties, as told\n\na;b\n1;2"), find_delimiter("a|b\nx, y|z\nx, y|z")
    (';', '|')
    """
    lines = (line[0] for line in re.finditer(r"[^\r\n]+", text[:LONGEST_CELL]) if line[0].strip())
    bare = [re.sub(r'"[^"]*"', "", line) for line in islice(lines, HEADER_WITHIN)]

    def judge(mark: str) -> tuple[int, int, int]:
        counts = Counter(count for line in bare if (count := line.count(mark)))
        if mark == BAR and (not bare or counts[bare[0].count(mark)] < len(bare) or not bare[0].count(mark)):
            return 0, 0, -1  # else it joins the items of a list in a cell
        usual = max(counts.values(), default=0)
        return usual, bare[0].count(mark) if bare else 0, -(*DELIMITERS, BAR).index(mark)

    return max((*DELIMITERS, BAR), key=judge)


def build_table(
    name: str,
    header_place: Place,
    header: Sequence[str],
    records: Iterator[tuple[int, list[str]]],
    noted: ReadingNotes,
    progress: Callable[[int], None] | None = None,
) -> Table:
    """Build a table of a header and numbered records; faults of its shape go to `noted`.

    In a sheet (`header_place.sheet`) the rows know the letters of their columns. Raises FileRefused for more
    columns than a table may have.
    """
    if len(header) > MOST_COLUMNS:
        raise FileRefused(f"has {len(header)} columns", f"a table of at most {MOST_COLUMNS} columns")
    names = ["" if shows_nothing(cell) else strip_direction_marks(cell).strip() for cell in header]
    places = _place_columns(names, header_place)
    kept = [number for number, column in enumerate(names) if column]
    for number in kept:
        if names[number] in names[:number]:
            letters = {names[number]: column_letter(number)} if header_place.sheet else {}
            where = Place(header_place.file, header_place.line, header_place.sheet, None, letters)
            right = "each column once"
            noted.faults.append(
                Fault("is the name of two columns", right, where, names[number], names[number])
            )
    whole = kept == list(range(len(names)))
    width = len(names)
    file, sheet = header_place.file, header_place.sheet
    found: list[tuple[int, list[str]]] = []
    unnamed: dict[int, Fault] = {}
    for line, cells in records:
        if len(cells) > width or not whole:
            place = Place(file, line, sheet, None, places)
            _blame_strays(cells, names, place, noted)
            for number in (n for n in range(min(width, len(cells))) if not names[n] and n not in unnamed):
                if not shows_nothing(cells[number]):
                    unnamed[number] = _blame_unnamed(cells[number].strip(), number, place)
        if sheet is None and any(map(is_error, cells)):
            noted.faults += _blame_errors(cells, names, Place(file, line))
        found.append((line, cells))
        if progress is not None and len(found) % 1000 == 0:
            progress(len(found))
    columns = {number: names[number] for number in kept}
    rows = Rows(replace(header_place, letters=places), columns, found)
    blamed = tuple(unnamed[number] for number in sorted(unnamed))
    return Table(name, header_place, tuple(columns.values()), rows, unnamed=blamed)


def is_error(cell: str) -> bool:
    """Say whether a cell of a text table holds the error of the spreadsheet that wrote it.

    >>> is_error("#REF!"), is_error("Err:508"), is_error("#adm1+name"), is_error("#1")
    (True, True, False, False)
    """
    return cell[:1] in {"#", "E"} and _ERROR.fullmatch(cell.strip()) is not None


_ERROR = re.compile(r"#(REF|NAME|VALUE|DIV/0|N/A|NULL|NUM|SPILL|CALC|FIELD|BLOCKED)[!?]?|Err:5\d\d")


def _blame_errors(cells: Sequence[str], names: Sequence[str], place: Place) -> Iterator[Fault]:
    """Blame the errors of a spreadsheet in a row."""
    for number, cell in enumerate(cells[: len(names)]):
        if is_error(cell) and names[number]:
            right = "a value, or a blank cell"
            yield Fault("is an error of the spreadsheet", right, place, names[number], cell.strip())


def _blame_unnamed(cell: str, number: int, place: Place) -> Fault:
    """Blame the first value of a column without a name: once, for all rows may have one."""
    letter = column_letter(number)
    where = Place(place.file, place.line, place.sheet, f"{letter}{place.line}" if place.sheet else None)
    problem = f"stands in column {letter}, which has no name in the header"
    return Fault(problem, "a name in the header, or no such column", where, None, cell)


def _place_columns(names: Sequence[str], header: Place) -> Mapping[str, str]:
    if header.sheet is None:
        return {}
    return {name: column_letter(number) for number, name in enumerate(names) if name}


def _blame_strays(cells: Sequence[str], names: Sequence[str], place: Place, noted: ReadingNotes) -> None:
    """Blame values that stand beyond the header; one fault a row."""
    for number, cell in enumerate(cells[len(names) :], start=len(names)):
        if not shows_nothing(cell):
            problem = (
                f"stands beyond the last column: the row has {len(cells)} cells, the header {len(names)}"
            )
            right = "a name in the header, or quotation marks round a cell with a comma in it"
            where = Place(place.file, place.line, place.sheet)
            if place.sheet:
                where = Place(place.file, place.line, place.sheet, f"{column_letter(number)}{place.line}")
            noted.faults.append(Fault(problem, right, where, None, cell.strip()))
            return


def column_letter(number: int) -> str:
    """Return the letter of a column counted from 0, as spreadsheets name it.

    >>> column_letter(0), column_letter(25), column_letter(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
