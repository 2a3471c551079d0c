"""Ten million ties: overlaps of all provinces, rivals in one country and in all, in how much time and memory.

python -m benchmarks.many [TIES [BASE]]

The wish is 10 minutes and 4 GiB for overlaps and for rivals of all countries. 5,000 provinces deal with a
quarter as many cities, in 60 countries, as there are ties, a few of which have many. The columns of a graph
of BASE ties (benchmarks.table) are laid out again and again between ends drawn anew. Seconds are the
processor's; the memory is that of the whole process, with the graph in it.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.snapshot import hold_records
from benchmarks.table import DAY, make_records
from graphmap.analysis import find_overlaps, find_rivals
from graphmap.store.columns import Column, Texts, freeze, take_rows
from graphmap.store.session import open_session
from graphmap.store.snapshot import Snapshot

TIES, BASE = 10_000_000, 200_000
COMMON = 0.3
"""The share of ties that lead to the few cities."""


def grow(base: Snapshot, ties: int) -> Snapshot:
    """Return a snapshot of so many ties and a quarter as many cities, of the columns of a smaller one."""
    draw = np.random.default_rng(7)
    places, cities = base.places, base.rows_of("City")
    more = np.array([*range(cities.start), *np.resize(np.array(cities), ties // 4)], np.int64)
    grown = take_columns(places, more)
    grown["ids"] = Texts.of([*list(places.ids)[: cities.start], *(f"city:{n:08}" for n in range(ties // 4))])
    countries = np.resize(places.parent[list(cities)], ties // 4)
    grown["parent"] = freeze(np.concatenate((places.parent[: cities.start], countries)))

    provinces = np.array(base.rows_of("Province"), np.int32)
    start = draw.choice(provinces, ties)
    common = np.minimum(draw.pareto(0.6, ties), ties // 4 - 1).astype(np.int32)
    city = np.where(draw.random(ties) < COMMON, common, draw.integers(ties // 4, size=ties, dtype=np.int32))
    target = freeze((city + cities.start).astype(np.int32))
    columns = take_columns(base.ties, np.resize(np.arange(len(base.ties)), ties))
    columns["ids"] = Texts.of([f"t{number:08}" for number in range(ties)])
    columns |= {"start": freeze(start), "province": freeze(start), "target": target, "city": target}
    columns["country"] = freeze(countries[city])
    return replace(base, places=type(places)(**grown), ties=type(base.ties)(**columns))


def take_columns(table: Any, rows: Any) -> dict[str, Any]:
    """Return the columns of a table but its ids, for some rows."""
    named: list[tuple[str, Column]] = [(name, column) for name, column in table.columns() if name != "ids"]
    return {name: take_rows(column, rows) for name, column in named}


def measure(what: str, ties: int, base: int) -> dict[str, Any]:
    """Answer one question on so many ties, in this process alone."""
    snapshot = grow(open_session(str(hold_base(base))).snapshot(), ties)
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    begun = time.process_time()
    found: Any = QUESTIONS[what](snapshot)
    return {
        "ties": ties,
        "what": what,
        "seconds": round(time.process_time() - begun, 1),
        "graph": snapshot.nbytes,
        "peak": read_peak(),
        "found": found.total,
    }


def read_peak() -> int:
    """Return the most bytes that this process has held since the peak began."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def hold_base(ties: int) -> Path:
    """Return the file of the smaller graph."""
    return hold_records("table", ties, make_records)


PROGRAM = """
import json, sys
from benchmarks.many import measure
print(json.dumps(measure(sys.argv[1], *map(int, sys.argv[2:]))))
"""

QUESTIONS: dict[str, Callable[[Snapshot], Any]] = {
    "overlaps, the twenty first": lambda graph: find_overlaps(graph, "city"),
    "rivals in one of 60 countries": lambda graph: find_rivals(
        graph, "city", as_of=DAY, country="XAJ", limit=20
    ),
    "rivals in all countries": lambda graph: find_rivals(graph, "city", as_of=DAY, limit=20),
}


def main(ties: int = TIES, base: int = BASE) -> None:
    """Ask each question in a process of its own and print."""
    open_session(str(hold_base(base))).snapshot()
    for what in QUESTIONS:
        program = (sys.executable, "-c", PROGRAM, what, str(ties), str(base))
        done = subprocess.run(program, capture_output=True, text=True, check=True)
        told = json.loads(done.stdout)
        print(
            f"{told['ties']:>11,} {what:28} {told['seconds']:7.1f} s  {told['peak'] / 2**30:.2f} GiB, "
            f"the graph {told['graph'] / 2**30:.2f}; {told['found']:,} found",
            flush=True,
        )


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
