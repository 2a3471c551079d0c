"""Reads the cases of reports and writes what a case is given into a store."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from graphmap.schema import DECLARED, NODES, Batch, Record, Relationship, Source, make_record, validated
from graphmap.store import create_store
from graphmap.store.engine import Engine

FOLDER = Path(__file__).parent
WORLD = "world"
DEFAULTS: Mapping[str, Any] = {"sources": ["s"], "kind": "memorandum"}
"""What a case need not write: the source of each record, and the kind of a tie."""

NULL = "%null%"
"""Stands in the expected rows for a cell without a value, which TOML cannot write."""

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True)
class Case:
    """Given rows by label or type, and the rows that a report must answer: the columns named, of each.

    `raw` rows are written past the validator, as another program would. Without `as_of` it is the whole
    history. A `bare` case begins with the sources and the home country alone.
    """

    report: str
    says: str
    given: Rows
    raw: Rows
    parameters: Mapping[str, Any]
    as_of: date | None
    expected: Sequence[Mapping[str, Any]]
    bare: bool = False

    def __str__(self) -> str:
        """Name the case in the output of pytest."""
        return f"{self.report}: {self.says}"


def read_cases() -> Iterator[Case]:
    """Yield the cases of every report."""
    for path in sorted(FOLDER.glob("*.toml")):
        if path.stem != WORLD:
            for case in tomllib.loads(path.read_text("utf-8"))["case"]:
                assert case.keys() <= {"says", "given", "raw", "parameters", "as_of", "expected", "bare"}, (
                    case
                )
                yield Case(
                    path.stem,
                    case["says"],
                    case.get("given", {}),
                    case.get("raw", {}),
                    case.get("parameters", {}),
                    case.get("as_of"),
                    [
                        {name: None if value == NULL else value for name, value in row.items()}
                        for row in case["expected"]
                    ],
                    case.get("bare", False),
                )


def make_records(rows: Rows) -> Iterator[Record]:
    """Make the records of rows; what a row leaves out takes its default, a name the id."""
    for name, given in rows.items():
        cls = DECLARED[name]
        for row in given:
            known = {key: value for key, value in DEFAULTS.items() if key in cls.model_fields}
            if "kind" in known and name != "TIED_TO":
                del known["kind"]
            if name in NODES:
                known["name"] = row["id"]
            yield validated(cls, **{**known, **row})


@cache
def read_world() -> tuple[Record, ...]:
    """Return the records of the small world."""
    return tuple(make_records(tomllib.loads((FOLDER / f"{WORLD}.toml").read_text("utf-8"))))


def make_world(url: str, bare: bool = False) -> Engine:
    """Return an open store that holds the small world, or (bare) its sources and home country alone."""
    world = read_world()
    kept = [r for r in world if isinstance(r, Source) or getattr(r, "home", False)] if bare else world
    store, _ = create_store(url, Batch.of(kept))
    return store


def write_given(store: Engine, given: Rows, raw: Rows) -> None:
    """Write rows through the validator, and raw rows past it."""
    if given:
        store.apply(Batch.of(make_records(given)), "a tester", "a case")

    def write(run: Any) -> None:
        for name, rows in raw.items():
            for row in rows:
                if name in NODES:
                    run(f"CREATE (n:{name}) SET n = $row", {"row": dict(row)})
                    continue
                ends = make_record(DECLARED[name], row)
                assert isinstance(ends, Relationship)
                properties = {key: value for key, value in row.items() if key not in {"from_id", "to_id"}}
                run(
                    "MATCH (a) WHERE a.id = $start MATCH (b) WHERE b.id = $target "
                    f"CREATE (a)-[r:{name} {{id: $row.id}}]->(b) SET r += $row",
                    {"start": ends.from_id, "target": ends.to_id, "row": properties},
                )

    if raw:
        store._write(write)


def write_ties(store: Engine, ties: Sequence[Record]) -> None:
    """Take all ties out of a store and write others."""
    store._write(lambda run: run("MATCH ()-[t:TIED_TO]->() DELETE t", {}))
    if ties:
        store.apply(Batch.of(ties), "a tester", "other ties")
