"""Import and snapshot in the table: files into a store, a store into columns, beside the engine alone.

What is compared is each tie with its two ends and its start, in the order of the ties: as a store tells it in
Cypher, as the snapshot holds it, and as polars reads it from the files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import kglite
import numpy as np
import numpy.typing as npt

from benchmarks.apart import try_apart
from benchmarks.imports import Log, import_folder, make_groups, write_groups
from benchmarks.ties import Ties
from graphmap.exchange.export import write_native
from graphmap.schema import Batch, Contents
from graphmap.store import create_store, open_store
from graphmap.store.snapshot import Snapshot

Rows = npt.NDArray[np.int64]

SECONDS = 600
LOGS: tuple[Log, ...] = ("full", "off")
TOLD = "MATCH (p:Province)-[t:TIED_TO]->(c:City) RETURN t.id, p.id, c.id, t.since"


def measure_kept(
    contents: Contents, ties: Ties
) -> Iterator[tuple[str, str, float | None, bool | str | None]]:
    """Yield what, who, processor seconds, and whether all ties are told as they were given."""
    given = settle(*(np.arange(len(ties.province)), ties.province, ties.city, ties.since))
    with TemporaryDirectory() as name:
        folder, path = Path(name, "files"), Path(name, "full.kgl")
        write_native(contents, folder)
        create_store(path, Batch.of(list_first(contents)), by="a benchmark")[0].close()
        asked: list[tuple[str, str, Callable[[], Any], Callable[[Any], Rows]]] = [
            ("import of the files", "graphmap", partial(import_folder, path, folder), lambda _: ask(path)),
            *(
                (
                    "import of the files",
                    f"the engine alone, log {log}",
                    partial(write_groups, Path(name, log), make_groups(list(contents)), log),
                    partial(lambda file, _: ask(file), Path(name, log)),
                )
                for log in LOGS
            ),
            ("import of the files", "polars, read alone", partial(read, folder), lambda rows: rows),
            ("snapshot", "graphmap", partial(take_snapshot, path), list_rows),
            ("snapshot", "plain Cypher, embedded engine", partial(ask, path), lambda rows: rows),
        ]
        for what, who, work, tell in asked:
            seconds, told = try_apart(work, tell, SECONDS, runs=1)
            yield what, who, seconds, told if seconds is None else np.array_equal(told, given)


def list_first(contents: Contents) -> list[Any]:
    """Return the records of a store that is only begun: the home country and its source."""
    nodes = contents.nodes.values()
    return [one for one in nodes if one.stored_as == "Source" or getattr(one, "home", False)]


def ask(path: Path) -> Rows:
    """Ask the engine alone what ties a store holds."""
    session = kglite.open_session(str(path))
    ids, provinces, cities, years = zip(*(row.values() for row in session.execute(TOLD)), strict=True)
    return settle_texts(ids, provinces, cities, years)


def read(folder: Path) -> Rows:
    """Read the ties of the files."""
    frame = import_module("polars").read_csv(folder / "TIED_TO.csv", infer_schema_length=0)
    ids, provinces, cities, years = (frame[name].to_list() for name in ("id", "from_id", "to_id", "since"))
    return settle_texts(ids, provinces, cities, years)


def take_snapshot(path: Path) -> Snapshot:
    """Open a store to read and take its columns."""
    with open_store(path, read_only=True) as store:
        return store.snapshot()


def list_rows(snapshot: Snapshot) -> Rows:
    """Return the ties that a snapshot holds."""
    ties, places = snapshot.ties, list(snapshot.places.ids)
    provinces, cities = ([places[row] for row in column.tolist()] for column in (ties.province, ties.city))
    return settle_texts(list(ties.ids), provinces, cities, list(ties.since))


def settle_texts(ids: Any, provinces: Any, cities: Any, years: Any) -> Rows:
    """Return ties by the numbers in their ids, in order, whatever order they came in."""
    numbers = [[int(one[at:]) for one in column] for at, column in ((1, ids), (3, provinces), (5, cities))]
    return settle(*numbers, [int(str(year)) if year else 0 for year in years])


def settle(*columns: Any) -> Rows:
    """Return columns of ties in the order of the first."""
    rows = np.stack([np.asarray(column, np.int64) for column in columns], axis=1)
    return rows[np.argsort(rows[:, 0], kind="stable")]
