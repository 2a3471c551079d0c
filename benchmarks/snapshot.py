"""Measures a snapshot of 5,000 provinces and 200,000 ties: processor seconds and bytes a tie, beside records.

Run with the Python that graphmap is installed in: `python -m benchmarks.snapshot [ties] [runs] [--neo4j]`.
The store is made once, in the system's folder for temporary files; with `--neo4j` a server is started and
filled (a minute for 8,000 ties), and the seconds are those of the process that reads from it. Each thing runs
in a process of its own; the least of the runs counts. Figures to read, not a test: the wishes are a third of
the time of records, and 150 bytes.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graphmap.schema import (
    SECTORS,
    Batch,
    Changeset,
    City,
    Country,
    Difference,
    In,
    Named,
    Province,
    Record,
    Region,
    Source,
    Tie,
    make_record,
)
from graphmap.schema.relationships import STAGE, TIE_KIND
from graphmap.store import create_store
from graphmap.store.settling import settle_difference
from graphmap.store.statements import Run, write_difference
from graphmap.store.upgrade import make_stamp
from tests.servers.neo4j_server import Neo4jServer

PROVINCES, REGIONS, CITIES, SOURCES = 5000, 2000, 20_000, 20
COUNTRIES = [f"X{a}{b}" for a in "ABCDEFGHIJKLM" for b in "ABCDEFGHIJKLMNO"]

PEER = "records, then columns"
PROGRAMS = {
    PEER: """
from graphmap.store.snapshot import build_snapshot
before = resident()
held = store.contents()
bytes_held = resident() - before
build_snapshot(held)
""",
    "columns": """
held = store.snapshot()
bytes_held = held.nbytes
""",
    "load the copy": """
from graphmap.store.session import open_session
open_session(sys.argv[1]).snapshot()
begin = time.process_time()
held = open_session(sys.argv[1]).snapshot()
bytes_held = held.nbytes
""",
    "try one tie": """
from graphmap.schema import Batch, Tie, validated
held, bytes_held = store.snapshot(), 0
tie = validated(Tie, from_id="QZ-0001", to_id="XAA", kind="trade", sources=["source:1"])
held.with_ties(Batch.of([tie]))
begin = time.process_time()
held.with_ties(Batch.of([tie]))
""",
}
"""What is measured on an open store; each says what it holds (`held`) and in how many bytes."""

ALIKE = (PEER, "columns")
"""What is measured on a server: no copy lies beside one."""

PROGRAM = """
import resource, sys, time
from graphmap.store import open_store
import graphmap.store.embedded

def resident():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()

before = time.process_time()
store = open_store(sys.argv[1], read_only=True)
opened = time.process_time() - before
begin = time.process_time()
{what}
print(opened, time.process_time() - begin, bytes_held)
"""


def make_records(ties: int) -> Iterator[Record]:
    """Make a home with provinces and cities, other countries with regions and cities, and ties between.

    There are as many provinces, regions and cities as said above, in a small graph at most one a tie.
    """
    draw = random.Random(7)
    sources = [f"source:{number}" for number in range(1, SOURCES + 1)]
    yield from (Source.holding({"id": one, "name": one, "grade": "C"}) for one in sources)
    yield Country.holding({"id": "QZA", "name": "Home", "home": True, "sources": ("source:1",)})
    for code in COUNTRIES:
        yield Country.holding({"id": code, "name": f"Country {code}", "sources": ("source:1",)})

    def place(cls: type[Named], identity: str, number: int, within: str) -> Iterator[Record]:
        name = {"name": f"{cls.stored_as} {number}", "name_fa": f"جای {number}"}
        yield cls.holding({"id": identity, **name, "sources": ("source:1",)})
        yield make_record(In, {"from_id": identity, "to_id": within, "sources": ("source:1",)})

    provinces = [f"QZ-{number:04}" for number in range(min(PROVINCES, ties))]
    regions = [f"RG-{number:04}" for number in range(min(REGIONS, ties))]
    cities = min(CITIES, ties)
    abroad = [f"city:abroad:{number:05}" for number in range(cities - cities // 10)]
    at_home = [f"city:home:{number:05}" for number in range(cities // 10)]
    for number, identity in enumerate(provinces):
        yield from place(Province, identity, number, "QZA")
    for number, identity in enumerate(regions):
        yield from place(Region, identity, number, COUNTRIES[number % len(COUNTRIES)])
    for number, identity in enumerate(abroad):
        yield from place(City, identity, number, regions[number % len(regions)])
    for number, identity in enumerate(at_home):
        yield from place(City, identity, number, provinces[number])
    made: set[str] = set()
    while len(made) < ties:
        target = draw.choice(abroad if draw.random() < 0.7 else [*regions, *COUNTRIES])
        tie = make_tie(draw, draw.choice(at_home if draw.random() < 0.3 else provinces), target, sources)
        if tie.identity not in made:
            made.add(tie.identity)
            yield tie


def make_tie(draw: random.Random, start: str, target: str, sources: list[str]) -> Record:
    """Make a tie of which something is known."""
    given: dict[str, object] = {
        "from_id": start,
        "to_id": target,
        "kind": draw.choice(list(TIE_KIND.choices)),
    }
    given["sources"] = tuple(sorted(draw.sample(sources, draw.choice((1, 1, 1, 2)))))
    year = draw.randrange(1970, 2025)
    if draw.random() < 0.6:
        given["sectors"] = tuple(sorted(draw.sample(list(SECTORS), draw.choice((1, 1, 2)))))
    if draw.random() < 0.7:
        month = f"{year}-{draw.randrange(1, 13):02}"
        given["since"] = draw.choice((f"{year}", month, f"{month}-{draw.randrange(1, 29):02}", f"{year}?"))
    if draw.random() < 0.3:
        given["until"] = draw.choice(("..", f"{year + draw.randrange(1, 15)}"))
    elif draw.random() < 0.3:
        given["attested"] = ("2026-02-08",)
    if draw.random() < 0.3:
        open_end = given.get("until") == ".."  # what has ended has no open end: an import refuses that
        given["stage"] = draw.choice([one for one in STAGE.choices if not (open_end and one == "ended")])
    if draw.random() < 0.1:
        given["document"] = f"doc-{draw.randrange(3000)}"
    return make_record(Tie, given)


def write_records(address: str | Path, records: list[Record]) -> None:
    """Make a store of records by the way that an import writes, the checks of an import left out."""
    first = [r for r in records if isinstance(r, Source) or (isinstance(r, Country) and r.home)]
    known = {record.identity for record in first}
    difference = Difference(created=tuple(record for record in records if record.identity not in known))
    labels = {record.identity: record.stored_as for record in records if isinstance(record, Named)}
    changeset = Changeset.holding({"id": "changeset:000002", "name": "benchmark"})
    store, _ = create_store(str(address), Batch.of(first))

    def write(run: Run) -> None:
        write_difference(run, difference, changeset, labels)
        settle_difference(run, difference, labels)

    with store:
        store._write(write)


def hold_records(name: str, ties: int, make: Callable[[int], Iterable[Record]]) -> Path:
    """Return a store of so many ties, made where none of the present model is there yet."""
    stamp = make_stamp()  # a store of another model would be read by way of its records
    mark = f"{stamp.version}-{stamp.declaration}-{stamp.derived}"
    path = Path(tempfile.gettempdir()) / f"graphmap-{name}-{ties}-{mark}.kgl"
    if not path.exists():
        print(f"making {path}")
        write_records(path, [*make(ties)])
    return path


def hold_store(ties: int) -> Path:
    """Return a store of the graph of `make_records`."""
    return hold_records("benchmark", ties, make_records)


@contextmanager
def hold_server(ties: int) -> Iterator[str]:
    """Yield the address of a server of its own that holds the graph of `make_records`."""
    with tempfile.TemporaryDirectory() as folder:
        server = Neo4jServer(Path(folder))
        server.start()
        try:
            print(f"filling {server.address}")
            write_records(server.url, [*make_records(ties)])
            yield server.url
        finally:
            server.kill()


def measure(what: str, path: Path | str, runs: int) -> tuple[float, float, float]:
    """Return the least processor seconds of opening and of a program, and the bytes that it holds."""
    command = (sys.executable, "-c", PROGRAM.format(what=what), str(path))
    told = (subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(runs))
    opened, seconds, held = zip(*(map(float, one.split()) for one in told), strict=True)
    return min(opened), min(seconds), min(held)


def compare(path: Path | str, names: Iterable[str], ties: int, runs: int) -> None:
    """Measure what is named and print it."""
    print(f"{'processor seconds':24} {'least':>7}  {'ratio':23} bytes a tie")
    found = {name: measure(what, path, runs) for name, what in PROGRAMS.items() if name in names}
    peer = found[PEER][1]
    rows = [("open the store", min(opened for opened, _, _ in found.values()), 0.0)]
    rows += [(name, seconds, held) for name, (_, seconds, held) in found.items()]
    for name, seconds, held in rows:
        said = f"{held / ties:11.0f}" if held else ""
        print(f"{name:24} {seconds:7.2f}  {seconds / peer:4.2f} x records {said:>20}")


def main(ties: int = 200_000, runs: int = 1, *, neo4j: bool = False) -> None:
    """Make the store where it is not there yet, measure and print."""
    if neo4j:
        with hold_server(ties) as url:
            compare(url, ALIKE, ties, runs)
    else:
        compare(hold_store(ties), PROGRAMS, ties, runs)


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    main(*numbers, neo4j="--neo4j" in sys.argv)
