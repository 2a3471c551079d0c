"""Measures an import of native files: processor seconds and memory, beside the engine alone.

Run with the Python that graphmap is installed in: `python -m benchmarks.imports [ties]`, in which 50,000 ties
take a minute. Each thing runs in a process of its own. Figures to read, not a test: the wishes are twice the
floor (the bare UNWIND and MERGE of the same rows in one transaction, and its file) for the whole, and little
more than it costs to open the store for a single row. There are two floors: the engine with the log that it
keeps by itself, and without, as graphmap uses it. Beside the ties there are up to 54,000 other records.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal

import kglite

from benchmarks.apart import read_peak
from benchmarks.snapshot import make_records
from graphmap.exchange.export import write_native
from graphmap.schema import (
    Batch,
    Changeset,
    Contents,
    Named,
    Record,
    Relationship,
    Tie,
    validated,
)
from graphmap.store import create_store, open_store
from graphmap.store.statements import divide, list_constraints, stored_properties

ONE = validated(Tie, from_id="QZ-0001", to_id="XAA", kind="trade", since="2031", sources=["source:1"])


Groups = dict[str, list[dict[str, Any]]]
"""Rows by the statement that merges them."""
Log = Literal["full", "off"]
"""Whether the engine keeps a log."""


def make_groups(records: list[Record]) -> Groups:
    """Return what the engine alone is given: rows by the statement that merges them."""
    changeset = Changeset.holding({"id": "changeset:000001", "name": "benchmark"})
    labels = {record.identity: record.stored_as for record in records if isinstance(record, Named)}
    groups: Groups = {}
    for record in sorted(records, key=lambda record: isinstance(record, Relationship)):
        row = {"id": record.id, "properties": stored_properties(record, changeset)}
        statement = f"UNWIND $rows AS row MERGE (n:{record.stored_as} {{id: row.id}}) SET n += row.properties"
        if isinstance(record, Relationship):
            row |= {"from_id": record.start, "to_id": record.target}
            statement = (
                f"UNWIND $rows AS row MATCH (a:{labels[record.start]} {{id: row.from_id}}) "
                f"MATCH (b:{labels[record.target]} {{id: row.to_id}}) "
                f"MERGE (a)-[n:{record.stored_as} {{id: row.id}}]->(b) SET n += row.properties"
            )
        groups.setdefault(statement, []).append(row)
    return groups


def write_groups(path: Path, groups: Groups, log: Log = "full") -> float:
    """Write rows with the engine alone; return the processor seconds."""
    return write_pieces(path, ((one, piece) for one, rows in groups.items() for piece in divide(rows)), log)


def write_logged(path: Path, file: Path) -> float:
    """Write with the engine alone the pieces of a file, of which no more than one is held at a time."""
    with file.open("rb") as opened:
        return write_pieces(path, iter(lambda: pickle.load(opened), None), "full")


def write_unlogged(path: Path, file: Path) -> float:
    """Write the pieces of a file with the engine alone and without its log."""
    with file.open("rb") as opened:
        return write_pieces(path, iter(lambda: pickle.load(opened), None), "off")


def write_pieces(path: Path, pieces: Iterable[tuple[str, Any]], log: Log) -> float:
    """Write pieces of rows with the engine alone; return the processor seconds."""
    session = kglite.open_session(str(path), durable=log)
    for _, _, pattern in list_constraints():
        session.execute(f"CREATE CONSTRAINT IF NOT EXISTS {pattern}")
    begin = time.process_time()
    with session.begin() as transaction:
        for statement, piece in pieces:
            transaction.cypher(statement, params={"rows": piece}, timeout_ms=0)
    session.save()
    return time.process_time() - begin


def import_folder(path: Path, folder: Path) -> float:
    """Import a folder of native files into a store; return the processor seconds, opening included."""
    from graphmap.exchange.native import read_batch

    begin = time.process_time()
    with open_store(path) as store:
        store.apply(read_batch([folder], store.contents), "a benchmark", "a benchmark")
    return time.process_time() - begin


def open_only(path: Path) -> float:
    """Open a store to write and close it; return the processor seconds."""
    begin = time.process_time()
    open_store(path).close()
    return time.process_time() - begin


def make_empty(path: Path) -> None:
    """Make the store that is imported into: with a home, a country, a province and a source."""
    kept = {"QZA", "XAA", "QZ-0001", "source:1"}
    batch = Batch.of(record for record in make_records(2) if record.id in kept)
    create_store(path, batch, by="a benchmark")[0].close()


def measure(what: str, *given: str) -> tuple[float, int]:
    """Run one of these functions in a process of its own; return what it returns, and its peak in MB."""
    command = (sys.executable, "-m", "benchmarks.imports", "measure", what, *given)
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(said[0]), int(said[1])


def main(ties: int = 50_000) -> None:
    """Make the files, measure and print."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder, one = place / "files", place / "one"
        records = list(make_records(ties))
        write_native(
            Contents(
                {record.identity: record for record in records if isinstance(record, Named)},
                {record.identity: record for record in records if isinstance(record, Relationship)},
            ),
            folder,
        )
        write_native(Contents({}, {ONE.identity: ONE} if isinstance(ONE, Relationship) else {}), one)
        pieces = place / "pieces"
        with pieces.open("wb") as opened:
            for statement, rows in make_groups(records).items():
                for piece in divide(rows):
                    pickle.dump((statement, piece), opened)
            pickle.dump(None, opened)
        full, empty = str(place / "full.kgl"), str(place / "empty.kgl")
        for path in (full, empty):
            make_empty(Path(path))
        logged = measure("write_logged", str(place / "logged.kgl"), str(pieces))
        floor = measure("write_unlogged", str(place / "unlogged.kgl"), str(pieces))
        figures = {"the engine alone, with its log": logged, "the engine alone, without": floor}
        figures["import"] = measure("import_folder", full, str(folder))
        figures["again, nothing changed"] = measure("import_folder", full, str(folder))
        for path, store in ((full, f"a store of {ties} ties"), (empty, "an empty store")):
            figures[f"open {store}"] = measure("open_only", path)
            figures[f"one row into {store}"] = measure("import_folder", path, str(one))
    print(f"{'processor seconds':34} {'':7}  of each floor    peak")
    for told, (seconds, peak) in figures.items():
        ratios = f"{seconds / logged[0]:6.2f} {seconds / floor[0]:6.2f}"
        print(f"{told:34} {seconds:7.2f}  {ratios}  {peak:5} MB")
    bare = figures["open an empty store"][1]
    print(f"beyond an open store that is empty, of {ties} ties and {len(records) - ties} other records:")
    for told in list(figures)[:3]:
        size = (figures[told][1] - bare) * 2**20 / 1000
        print(f"{told:34} {size / ties:5.1f} kB a tie, {size / len(records):5.1f} kB a record")


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        works: tuple[Callable[..., float], ...] = (write_logged, write_unlogged, import_folder, open_only)
        done = {work.__name__: work for work in works}[sys.argv[2]]
        arguments = (Path(sys.argv[3]), *(int(a) if a.isdigit() else Path(a) for a in sys.argv[4:]))
        print(done(*arguments), read_peak() >> 20)
    else:
        main(*(int(argument) for argument in sys.argv[1:2]))
