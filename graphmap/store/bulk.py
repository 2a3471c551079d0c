"""A whole store as the files that `neo4j-admin database import full` reads: a header and data for each table.

Every property is written as it is stored, derived ones, history and version too, so that nothing is derived
anew for millions of ties. Constraints and indexes are not in the files: they are made when graphmap opens the
imported database to write.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from graphmap.schema import NODES, RELATIONSHIPS, Changeset
from graphmap.store.furnishing import LOCATED
from graphmap.store.history import BEFORE, PROPERTIES
from graphmap.store.statements import NODE, PLACES, RECORDED, RELATIONSHIP, Run
from graphmap.store.upgrade import STORE, read_stamp
from graphmap.store.values import NEO4J_OWN as LOCATION
from graphmap.store.values import PLACE, unify_value
from graphmap.writing import open_new, saying_full, written_folder

BETWEEN = "\x1f"
"""What stands between the items of a list: no text of a record can hold it."""

OPTIONS = ("--array-delimiter=U+001F", "--multiline-fields=true", "--bad-tolerance=0")
"""How the files are to be read."""

ARGUMENTS = "import.args"
"""The file that names all others, which neo4j-admin takes as `@import.args`."""

UNDECLARED = "imported"
"""What the stamp says for the declaration: it fits none, so opening the store to write completes it."""

KINDS: Mapping[type, str] = {bool: "boolean", int: "long", float: "double", str: "string", date: "date"}
"""The types of Neo4j's import, by those of values."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one label or relationship type: names of properties, and their values."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    ends: bool = False
    """Whether the first two columns are what it joins."""

    @property
    def own_ids(self) -> bool:
        """Whether its ids are of a space of their own: nothing joins them."""
        return self.name in {BEFORE, STORE}


def write_bulk_files(
    read: Callable[[Callable[[Run], tuple[int, int]]], tuple[int, int]], folder: Path, overwrite: bool
) -> tuple[int, int]:
    """Write the files into a new folder; return how many nodes and relationships they hold.

    `read` does some reading on one state of the store, and may do it again. Raises WritingRefused.
    """

    def write(run: Run) -> tuple[int, int]:
        with saying_full(folder):
            return _write_tables(run, partial)

    with written_folder(folder, overwrite) as partial:
        return read(write)


def _write_tables(run: Run, folder: Path) -> tuple[int, int]:
    for left in folder.iterdir():
        left.unlink()
    counts, arguments = [0, 0], []
    for table in _list_tables(run):
        if not table.rows:
            continue
        counts[table.ends] += len(table.rows)
        head, body = f"{table.name}-header.csv", f"{table.name}.csv"
        _write_rows(folder / head, [_write_head(table)])
        _write_rows(folder / body, _write_body(table))
        option = "--relationships" if table.ends else "--nodes"
        labels = f"{table.name}:{PLACE}" if table.name in PLACES else table.name
        arguments.append(f"{option}={labels}={head},{body}")
    _write_rows(folder / ARGUMENTS, ([line] for line in (*OPTIONS, *arguments)), quoted=False)
    return counts[0], counts[1]


def _list_tables(run: Run) -> Iterator[Table]:
    for name, cls in NODES.items():
        recorded = () if cls is Changeset else (RECORDED,)
        names = (*(column.name for column in cls.columns()), *cls.kept(), *recorded)
        yield _locate(_read_table(run, name, names)) if name in LOCATED else _read_table(run, name, names)
    yield _read_table(run, BEFORE, ("id", "name", *PROPERTIES))
    stamp = {**asdict(read_stamp(run)), "declaration": UNDECLARED}
    yield Table(STORE, ("id", "name", *stamp), [("store", "graphmap store", *stamp.values())])
    for name, kind in RELATIONSHIPS.items():
        own = [column.name for column in kind.columns() if column.name not in {"from_id", "to_id"}]
        yield _read_table(run, name, (*own, *kind.kept(), RECORDED), ends=True)


def _read_table(run: Run, name: str, names: Sequence[str], ends: bool = False) -> Table:
    wanted = [
        *(("a.id AS from_id", "b.id AS to_id") if ends else ()),
        *(f"n.{one} AS {one}" for one in names),
    ]
    pattern = (RELATIONSHIP if ends else NODE).format(name=name)
    rows = run(f"{pattern} RETURN {', '.join(wanted)}", {})
    return Table(name, (*(("from_id", "to_id") if ends else ()), *names), rows, ends)


def _locate(table: Table) -> Table:
    """Add the point of each place that has both coordinates."""
    lat, lon = table.columns.index("lat"), table.columns.index("lon")
    rows = [(*row, None if None in (row[lat], row[lon]) else Point(row[lat], row[lon])) for row in table.rows]
    return Table(table.name, (*table.columns, LOCATION), rows)


class Point(NamedTuple):
    """A point as Neo4j's import reads it."""

    latitude: float
    longitude: float

    def __str__(self) -> str:
        """Return its cell."""
        return f"{{latitude:{self.latitude}, longitude:{self.longitude}}}"


# ---------------------------------------------------------------------------- cells


def _write_head(table: Table) -> list[str]:
    head = []
    for place, name in enumerate(table.columns):
        if table.ends and place < 2:
            head.append((":START_ID", ":END_ID")[place])
        elif name == "id" and not table.ends:
            head.append(f"id:ID({table.name})" if table.own_ids else "id:ID")
        else:
            kind = _find_kind([row[place] for row in table.rows])
            head.append(f"{name}:{kind}" if kind else f"{name}:IGNORE")
    return head


def _find_kind(values: Sequence[Any]) -> str:
    """Return the type of a column, as Neo4j's import calls it; nothing where no row has a value."""
    if any(isinstance(value, Point) for value in values):
        return "point{crs:WGS-84}"
    lists = any(isinstance(value, list | tuple) for value in values)
    items = [item for value in values if value is not None for item in (value if lists else (value,))]
    found = {type(unify_value(item)) for item in items}
    kind = float if found == {int, float} else next(iter(found), None)
    return f"{KINDS[kind]}{'[]' if lists else ''}" if kind else ""


def _write_body(table: Table) -> Iterator[list[Any]]:
    for row in table.rows:
        yield [_write_cell(value) for value in row]


def _write_cell(value: Any) -> str | None:
    if value is None or value == [] or value == ():
        return None
    if isinstance(value, Point):
        return str(value)
    if isinstance(value, list | tuple):
        return BETWEEN.join(map(str, map(_write_cell, value)))
    plain = unify_value(value)
    return str(plain).lower() if isinstance(plain, bool) else str(plain)


def _write_rows(path: Path, rows: Any, quoted: bool = True) -> None:
    with io.TextIOWrapper(open_new(path), encoding="utf-8", newline="") as opened:
        if quoted:
            csv.writer(opened, lineterminator="\n").writerows(rows)
        else:
            opened.writelines(f"{line}\n" for (line,) in rows)
