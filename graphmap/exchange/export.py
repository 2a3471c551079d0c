"""Write a graph as files: native CSV that imports to the same graph, and GraphML for Gephi."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmap.schema import WRITABLE, Changeset, Column, Contents, Record, Relationship, Source
from graphmap.schema.kinds import shield_text
from graphmap.writing import open_new, written_file, written_folder

if TYPE_CHECKING:
    import networkx

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


def write_native(contents: Contents, folder: Path, overwrite: bool = False) -> tuple[Path, ...]:
    """Write a whole graph as native CSV files into a folder, and return their paths.

    One file a label or relationship type that has records: UTF-8, a column a field, rows by id; so the same
    graph gives the same bytes. Import gives the same graph back: a text that begins with = + - @ takes an
    apostrophe before it, and so does one that would clear a field. The store's own changesets are left out.
    A folder that holds anything is refused, or kept as NAME.before if `overwrite`. Raises WritingRefused.
    """
    written = []
    with written_folder(folder, overwrite) as partial:
        for name, cls in WRITABLE.items():
            records = contents.records(name)
            if records:
                rows = (write_row(cls.columns(), record) for record in records)
                write_csv(partial / f"{name}.csv", [column.name for column in cls.columns()], rows)
                written.append(folder / f"{name}.csv")
    return tuple(written)


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


def write_graphml(contents: Contents, path: Path, overwrite: bool = False) -> Path:
    """Write the graph as GraphML for Gephi: every node but sources and changesets, every relationship.

    Nodes carry their name as `label`, their label as `what`, and their own fields (`lat`, `lon`: numbers);
    edges carry their type as `relationship`, their kind as `label`, their intensity as `weight`, and sources.
    Lists are joined by a bar. What XML cannot hold is left out of the texts. A file that is there is refused,
    or kept as NAME.before if `overwrite`. Raises WritingRefused.
    """
    import networkx

    with written_file(path, overwrite, make_folder=True) as opened:
        # Not write_graphml: that takes lxml where it is installed, and its bytes differ.
        networkx.write_graphml_xml(_build_network(contents), opened, prettyprint=True)
    return path


def _build_network(contents: Contents) -> networkx.MultiDiGraph[str]:
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


def _list_fields(record: Record) -> Iterable[tuple[str, Any]]:
    """Yield the fields that hold a value: numbers and truth as such, all else as text that XML can hold."""
    for column in record.columns():
        value = getattr(record, column.name)
        if value is None or value == ():
            continue
        if not isinstance(value, bool | int | float):
            value = _NO_XML.sub("", column.kind.write_cell(value))
        yield column.name, value
