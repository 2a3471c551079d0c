"""Write a graph as files: native CSV and XLSX that import to the same graph, and GraphML for Gephi."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmap.dates import FIRST_DAY, LAST_DAY
from graphmap.errors import GraphmapError
from graphmap.exchange.tables import column_letter
from graphmap.schema import WRITABLE, Changeset, Column, Contents, Lasting, Record, Relationship, Source
from graphmap.schema.kinds import shield_text
from graphmap.text import find_nearest
from graphmap.writing import open_new, written_file, written_folder

if TYPE_CHECKING:
    import networkx

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


def write_native(
    contents: Contents, folder: Path, overwrite: bool = False, encoding: str = "utf-8"
) -> tuple[Path, ...]:
    """Write a whole graph as native CSV files into a folder, and return their paths.

    `encoding` utf-8-sig puts a mark at their begin, without which spreadsheets show Persian as noise.

    One file a label or relationship type that has records: a column a field, rows by id; so the same graph
    gives the same bytes. Import gives the same graph back: a text that begins with = + - @ takes an
    apostrophe before it, and so does one that would clear a field. The store's own changesets are left out.
    A folder that holds anything is refused, or kept as NAME.before if `overwrite`. Raises WritingRefused.
    """
    written = []
    with written_folder(folder, overwrite) as partial:
        for name, cls in WRITABLE.items():
            records = contents.records(name)
            if records:
                rows = (write_row(cls.columns(), record) for record in records)
                header = [column.name for column in cls.columns()]
                write_csv(partial / f"{name}.csv", header, rows, encoding)
                written.append(folder / f"{name}.csv")
    return tuple(written)


def find_writable(name: str) -> type[Record]:
    """Return what goes by the name of a label or relationship type. Raises GraphmapError with the nearest."""
    if name not in WRITABLE:
        near = ", ".join(nearest for nearest, _ in find_nearest(name, WRITABLE, 3))
        raise GraphmapError(f"{name} is not the name of a label or relationship type; the nearest are {near}")
    return WRITABLE[name]


def write_table(contents: Contents, name: str, path: Path) -> None:
    """Write the records of one label or relationship type as a native CSV file. Raises GraphmapError."""
    if not name:
        raise GraphmapError("native files are several; name a folder, or with --label the one to print")
    columns = find_writable(name).columns()
    rows = (write_row(columns, record) for record in contents.records(name))
    write_csv(path, [column.name for column in columns], rows)


def write_csv(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], encoding: str = "utf-8"
) -> None:
    """Write one new CSV file with lines that end in a line feed."""
    with io.TextIOWrapper(open_new(path), encoding=encoding, newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_row(columns: Sequence[Column], record: Record) -> list[str]:
    """Return the cells of one record."""
    return [write_cell(column, getattr(record, column.name)) for column in columns]


def write_cell(column: Column, value: Any) -> str:
    """Return the text of one cell, shielded so that no spreadsheet takes it for a formula.

    >>> from graphmap.schema import City
    >>> [write_cell(City.column("name"), text) for text in ("=1+1", "--", "'@x", "Konya")]
    ["'=1+1", "'--", "''@x", 'Konya']
    >>> write_cell(City.column("lon"), -3.5)
    '-3.5'
    """
    text = column.kind.write_cell(value)
    return text if _NUMBER.fullmatch(text) else shield_text(text)


def write_book(contents: Contents, path: Path, overwrite: bool = False) -> Path:
    """Write a whole graph as one XLSX book, a sheet a label or type as in the template: it imports as it is.

    Every cell is text, so that a spreadsheet makes no day of 2019-05 and no number of an id. Raises
    WritingRefused.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    with written_file(path, overwrite, make_folder=True) as opened:
        book = Workbook(write_only=True)
        for name, cls in WRITABLE.items():
            records = contents.records(name)
            if not records:
                continue
            sheet = book.create_sheet(name)
            sheet.freeze_panes = "B2"
            heads = [WriteOnlyCell(sheet, column.name) for column in cls.columns()]
            for number, head in enumerate(heads):
                head.font = Font(bold=True)
                sheet.column_dimensions[column_letter(number)].width = max(14, len(str(head.value)) + 4)
            sheet.append(heads)
            for record in records:
                sheet.append(
                    [_make_text(WriteOnlyCell(sheet), text) for text in write_row(cls.columns(), record)]
                )
        book.save(opened)
    return path


def _make_text(cell: Any, text: str) -> Any:
    """Make a cell a text, whatever it begins with; what no sheet can hold is left out of it."""
    cell.value = _NO_XML.sub("", text) or None
    cell.number_format = "@"
    if cell.value is not None:
        cell.data_type = "s"
    return cell


def write_graphml(contents: Contents, path: Path, overwrite: bool = False, tied_only: bool = False) -> Path:
    """Write the graph as GraphML for Gephi: every node but sources and changesets, every relationship.

    Nodes carry their name as `label`, their label as `what`, and their own fields (`lat`, `lon`: numbers);
    edges carry their type as `relationship`, their kind as `label`, their intensity as `weight`, and sources.
    What lasts has `start` and `end`, the days on which it began at the earliest and ended at the latest, and
    `start_latest`, `end_earliest`, between which it surely holds; a day that is not known is left out.
    `tied_only` leaves out nodes that nothing leads to or from. Lists are joined by a bar. What XML cannot
    hold is left out of the texts. A file that is there is refused, or kept as NAME.before if `overwrite`.
    Raises WritingRefused.
    """
    import networkx

    with written_file(path, overwrite, make_folder=True) as opened:
        # Not write_graphml: that takes lxml where it is installed, and its bytes differ.
        graph = build_network(contents)
        if tied_only:
            graph.remove_nodes_from(list(networkx.isolates(graph)))
        networkx.write_graphml_xml(graph, opened, prettyprint=True)
    return path


def build_network(contents: Contents) -> networkx.MultiDiGraph[str]:
    """Build the network that GraphML and GEXF hold, as `write_graphml` says."""
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for name, cls in WRITABLE.items():
        if issubclass(cls, Source | Changeset):
            continue
        for record in contents.records(name):
            fields = {key: value for key, value in _list_fields(record) if key != "id"}
            if not isinstance(record, Relationship):
                graph.add_node(record.id, label=fields.get("name", record.id), what=name, **fields)
            elif record.from_id in graph and record.to_id in graph:
                shown = fields.get("kind", name)
                weight = fields.pop("intensity", 1.0)
                del fields["from_id"], fields["to_id"]
                fields |= _list_days(record)
                graph.add_edge(
                    record.from_id,
                    record.to_id,
                    key=record.id,
                    label=shown,
                    relationship=name,
                    weight=weight,
                    **fields,
                )
    return graph


_DAYS = {
    "start": "since_earliest",
    "start_latest": "since_latest",
    "end_earliest": "until_earliest",
    "end": "until_latest",
}
"""The plain days of an edge, as a timeline reads them, and the bounds that they are."""


def _list_days(record: Relationship) -> dict[str, str]:
    """Return the days of what lasts; those that mark what is not known are left out."""
    if not isinstance(record, Lasting):
        return {}
    bounds = record.bounds()
    days = {name: getattr(bounds, bound) for name, bound in _DAYS.items()}
    # The days next to the marks stand for what is not known, too.
    far = (FIRST_DAY.year, LAST_DAY.year)
    return {name: day.isoformat() for name, day in days.items() if day.year not in far}


def _list_fields(record: Record) -> Iterable[tuple[str, Any]]:
    """Yield the fields that hold a value: numbers and truth as such, all else as text that XML can hold."""
    for column in record.columns():
        value = getattr(record, column.name)
        if value is None or value == ():
            continue
        if not isinstance(value, bool | int | float):
            value = _NO_XML.sub("", column.kind.write_cell(value))
        yield column.name, value
