"""Measures a snapshot of 5,000 provinces and 200,000 ties: processor seconds and bytes a tie, beside records.

Run with the Python that graphmap is installed in: `python -m benchmarks.snapshot [ties] [runs]`. The store is
made once, in the system's folder for temporary files, in about a minute. Each thing runs in a process of its
own; the least of a few runs counts, as a multiple of its peer. Figures to read, not a test: the wishes are a
third of the time of records, 150 bytes a tie, and for `graphmap rivals --country` 6 s cold and 1 s warm.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from datetime import date
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
from graphmap.store.snapshot_copy import place_copy
from graphmap.store.statements import write_difference

GRAPHMAP = str(Path(sysconfig.get_path("scripts")) / "graphmap")
PROVINCES, REGIONS, CITIES, SOURCES = 5000, 2000, 20_000, 20
COUNTRIES = [f"X{a}{b}" for a in "ABCDEFGHIJKLM" for b in "ABCDEFGHIJKLMNO"]
ASKED = "XAA"

OPEN = """
import sys, time
from graphmap.store import open_store
import graphmap.store.embedded
begin = time.process_time()
store = open_store(sys.argv[1], read_only=True)
"""
PROGRAMS = {
    "records, then columns": OPEN + "begin = time.process_time()\n"
    "from graphmap.store.snapshot import build_snapshot\nheld = store.contents(); build_snapshot(held)\n",
    "open the store": OPEN,
    "columns": OPEN + "begin = time.process_time()\nstore.snapshot()\n",
    "open and read columns": OPEN + "store.snapshot()\n",
    "load the copy": "import sys, time\nfrom graphmap.store.session import open_session\n"
    "open_session(sys.argv[1]).snapshot()\nbegin = time.process_time()\n"
    "open_session(sys.argv[1]).snapshot()\n",
    "try one tie": OPEN + "from graphmap.schema import Batch, Tie, validated\nsnapshot = store.snapshot()\n"
    "tie = validated(Tie, from_id='QZ-0001', to_id='XAA', kind='trade', sources=['source:1'])\n"
    "snapshot.with_ties(Batch.of([tie]))\nbegin = time.process_time()\nsnapshot.with_ties(Batch.of([tie]))\n",
}
"""What is measured, the peer first; each prints its processor seconds."""

SIZES = (
    "import sys, tracemalloc\nfrom graphmap.store import open_store\n"
    "store = open_store(sys.argv[1], read_only=True)\ntracemalloc.start()\nheld = {what}\n"
    "print(tracemalloc.get_traced_memory()[0])"
)


def make_records(ties: int) -> Iterator[Record]:
    """Make a home with provinces and cities, other countries with regions and cities, and ties between."""
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

    provinces = [f"QZ-{number:04}" for number in range(PROVINCES)]
    regions = [f"RG-{number:04}" for number in range(REGIONS)]
    abroad = [f"city:abroad:{number:05}" for number in range(CITIES - 2000)]
    at_home = [f"city:home:{number:05}" for number in range(2000)]
    for number, identity in enumerate(provinces):
        yield from place(Province, identity, number, "QZA")
    for number, identity in enumerate(regions):
        yield from place(Region, identity, number, COUNTRIES[number % len(COUNTRIES)])
    for number, identity in enumerate(abroad):
        yield from place(City, identity, number, regions[number % REGIONS])
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
        given["attested"] = (date(2026, 2, 8),)
    if draw.random() < 0.3:
        given["stage"] = draw.choice(list(STAGE.choices))
    if draw.random() < 0.1:
        given["document"] = f"doc-{draw.randrange(3000)}"
    return make_record(Tie, given)


def make_store(path: Path, ties: int) -> None:
    """Make the store by the way that an import writes, the checks of an import left out."""
    records = list(make_records(ties))
    first = [r for r in records if isinstance(r, Source) or (isinstance(r, Country) and r.home)]
    known = {record.identity for record in first}
    rest = tuple(record for record in records if record.identity not in known)
    labels = {record.identity: record.stored_as for record in records if isinstance(record, Named)}
    changeset = Changeset.holding({"id": "changeset:000002", "name": "benchmark"})
    store, _ = create_store(path, Batch.of(first))
    with store:
        store._write(lambda run: write_difference(run, Difference(created=rest), changeset, labels))


def measure(program: str, path: Path, runs: int) -> float:
    """Return the least number that a program prints, run a few times on a store."""
    command = (sys.executable, "-c", f"{program}\nprint(time.process_time() - begin)", str(path))
    return min(
        float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(runs)
    )


def measure_command(path: Path) -> float:
    """Return the processor seconds of the command that asks for rivals in one country."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    words = (GRAPHMAP, "rivals", "--country", ASKED, "--store", str(path))
    subprocess.run(words, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(ties: int = 200_000, runs: int = 3) -> None:
    """Make the store where it is not there yet, measure and print."""
    path = Path(tempfile.gettempdir()) / f"graphmap-benchmark-{ties}.kgl"
    if not path.exists():
        print(f"making {path}")
        make_store(path, ties)
    seconds = {name: measure(program, path, runs) for name, program in PROGRAMS.items()}
    place_copy(path).unlink(missing_ok=True)
    seconds["rivals, cold"] = measure_command(path)
    seconds["rivals, warm"] = min(measure_command(path) for _ in range(runs))
    peer = seconds["records, then columns"]
    print(f"{'processor seconds':24} {'least':>7}  ratio")
    for name, value in seconds.items():
        print(f"{name:24} {value:7.2f}  {value / peer:.2f} x records")
    for name, what in (("records", "store.contents()"), ("columns", "store.snapshot()")):
        command = (sys.executable, "-c", SIZES.format(what=what), str(path))
        held = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        print(f"{name:24} {held / ties:7.0f}  bytes a tie")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
