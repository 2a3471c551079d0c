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
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.apart import read_peak, spend
from benchmarks.asked import DAY, LEAST, SHOWN
from benchmarks.recounting import recount_overlaps, recount_rivals
from benchmarks.ties import Ties, list_ties, make_contents, make_records
from graphmap.analysis import find_overlaps, find_rivals
from graphmap.store.columns import Column, Texts, freeze, take_rows
from graphmap.store.snapshot import Snapshot, build_snapshot

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


def lay_out(ties: int, base: int) -> tuple[Snapshot, Ties]:
    """Return so many ties as a snapshot, and the smaller ones that they repeat, in their order there."""
    records = list(make_records(base))
    small = build_snapshot(make_contents(records))
    order = [int(identity[1:]) for identity in small.ties.ids]
    return grow(small, ties), Ties(*(column[order] for column in list_ties(records)))


def bare_of(snapshot: Snapshot, repeated: Ties) -> Ties:
    """Return the ties of a grown snapshot as the bare numbers that a check counts."""
    ties = snapshot.ties
    columns = {name: np.resize(column, len(ties)) for name, column in repeated._asdict().items()}
    for name, label in (("province", "Province"), ("city", "City"), ("country", "Country")):
        columns[name] = np.asarray(getattr(ties, name), np.int64) - snapshot.rows_of(label).start
    return Ties(**columns)


def measure(what: str, ties: int, base: int) -> dict[str, Any]:
    """Answer one question on so many ties, in this process alone, and count it once more."""
    snapshot, repeated = lay_out(ties, base)
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    ask, check = QUESTIONS[what]
    seconds, found = spend(lambda: ask(snapshot))
    peak = read_peak()
    told = {"what": what, "seconds": seconds, "graph": snapshot.nbytes, "peak": peak, "found": found.total}
    if check is not None:
        told["checking"], told["equal"] = spend(lambda: check(found, bare_of(snapshot, repeated)))
    return told


PROGRAM = """
import json, sys
from benchmarks.many import measure
print(json.dumps(measure(sys.argv[1], *map(int, sys.argv[2:]))))
"""

Check = Callable[[Any, Ties], bool]

QUESTIONS: dict[str, tuple[Callable[[Snapshot], Any], Check | None]] = {
    f"overlaps, the {SHOWN} first": (
        lambda graph: find_overlaps(graph, "city", min_shared=LEAST, limit=SHOWN),
        lambda found, ties: recount_overlaps(found, ties, LEAST),
    ),
    f"rivals on a day, the {SHOWN} first": (
        lambda graph: find_rivals(graph, "city", as_of=DAY, limit=SHOWN),
        lambda found, ties: recount_rivals(found, ties, DAY),
    ),
    "rivals in one of 60 countries": (
        lambda graph: find_rivals(graph, "city", as_of=DAY, country="XAJ", limit=SHOWN),
        None,
    ),
}


def ask_apart(ties: int, base: int = BASE) -> Iterator[dict[str, Any]]:
    """Ask each question in a process of its own."""
    for what in QUESTIONS:
        program = (sys.executable, "-c", PROGRAM, what, str(ties), str(base))
        done = subprocess.run(program, capture_output=True, text=True, check=True)
        yield json.loads(done.stdout)


def measure_many(ties: int, base: int = BASE) -> Iterator[tuple[str, str, float, bool | None, float | None]]:
    """Yield what, who, processor seconds, whether counting once more tells the same, and the peak in GiB."""
    for told in ask_apart(ties, base):
        yield told["what"], "graphmap", told["seconds"], None, told["peak"] / 2**30
        if "equal" in told:
            yield told["what"], "counted once more, the first alone", told["checking"], told["equal"], None


def main(ties: int = TIES, base: int = BASE) -> None:
    """Ask and print; 1 where an answer differs."""
    for told in ask_apart(ties, base):
        print(
            f"{ties:>11,} {told['what']:31} {told['seconds']:7.1f} s  {told['peak'] / 2**30:.2f} GiB, "
            f"the graph {told['graph'] / 2**30:.2f}; {told['found']:,} found",
            flush=True,
        )
        if told.get("equal") is False:
            sys.exit("counting once more tells otherwise")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
