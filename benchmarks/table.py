"""One table of speed: graphmap beside its peers, each row on a checked equal answer, as Markdown and JSON.

python -m benchmarks.table                          300 ties of 31 provinces, 5,000 of 125
python -m benchmarks.table 300 200000               so many ties; the larger takes minutes and 2 GB
python -m benchmarks.table 300 --json table.json    the figures as JSON, too
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.peers import list_peers
from graphmap.analysis import find_groups, find_overlaps, find_plan, find_rivals
from graphmap.schema import (
    City,
    Contents,
    Country,
    In,
    Named,
    Province,
    Record,
    Relationship,
    Source,
    Tie,
    validated,
)
from graphmap.store.snapshot import Snapshot, build_snapshot

SIZES = (300, 5_000)
DAY = date(2026, 6, 1)
LEAST = 2
WALKING = frozenset({"NetworkX"})
MOST_WALKED = 50_000
"""Ties above which peers that walk in Python are not asked: they take minutes."""

SECTORS = ("trade", "tourism", "culture", "energy", "education", "health")
CITED: dict[str, Any] = {"sources": ("s",)}
COUNTRIES = tuple(f"X{one}{other}" for one in "ABCDEF" for other in "ABCDEFGHIJ")

Row = dict[str, Any]


def make_records(ties: int) -> Iterator[Record]:
    """Yield a graph of so many ties; many lead to a few cities, most to the others; always the same."""
    draw = random.Random(7)
    provinces, cities = (31 if ties <= 1000 else ties // 40), max(60, ties // 4)
    yield validated(Source, id="s", name="A list")
    yield validated(Country, id="QZA", name="Home", home=True, **CITED)
    for code in COUNTRIES:
        yield validated(Country, id=code, name=f"Country {code}", **CITED)
    for number in range(provinces):
        yield validated(Province, id=f"QZ-{number:05}", name=f"Province {number}", **CITED)
        yield validated(In, from_id=f"QZ-{number:05}", to_id="QZA", **CITED)
    for number in range(cities):
        yield validated(City, id=f"city:{number:06}", name=f"City {number}", **CITED)
        yield validated(In, from_id=f"city:{number:06}", to_id=COUNTRIES[number % len(COUNTRIES)], **CITED)
    for number in range(ties):
        many = draw.random() < 0.3
        city = min(int(draw.paretovariate(0.6)) - 1, cities - 1) if many else draw.randrange(cities)
        given: dict[str, Any] = {"since": str(draw.randrange(2000, 2026))} if draw.random() < 0.7 else {}
        if draw.random() < 0.6:
            given["sectors"] = (draw.choice(SECTORS),)
        ends = {"from_id": f"QZ-{draw.randrange(provinces):05}", "to_id": f"city:{city:06}"}
        yield validated(Tie, id=f"t{number}", kind="memorandum", **ends, **given, **CITED)


def make_snapshot(ties: int) -> Snapshot:
    """Build the snapshot of such a graph."""
    records = list(make_records(ties))
    return build_snapshot(
        Contents(
            {record.identity: record for record in records if isinstance(record, Named)},
            {record.identity: record for record in records if isinstance(record, Relationship)},
        )
    )


def spend(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the processor seconds of some work, and what it gave."""
    begun = time.process_time()
    found = work()
    return time.process_time() - begun, found


def measure(ties: int) -> Iterator[Row]:
    """Measure at one size: who, what, processor seconds, and whether the answer is the one all give."""
    snapshot = make_snapshot(ties)
    columns = snapshot.ties
    province, city = (np.asarray(one, np.int64) for one in (columns.province, columns.city))
    ids = list(snapshot.places.ids)

    def tell(what: str, who: str, seconds: float, is_equal: bool | None) -> Row:
        return {"ties": ties, "what": what, "who": who, "seconds": round(seconds, 4), "equal": is_equal}

    floor, _ = spend(lambda: [int(np.bincount(city).max()), int((province * 7 + city).sum())])
    yield tell("one pass over the ties", "the floor", floor, None)
    seconds, found = spend(lambda: find_overlaps(snapshot, "city", min_shared=LEAST, limit=None))
    told = (one.cells() for one in found)
    ours = {tuple(sorted(cells["province_ids"])): cells["shared"] for cells in told}
    yield tell("overlaps, all pairs", "graphmap", seconds, True)
    for name, peer in list_peers().items():
        if name in WALKING and ties > MOST_WALKED:
            continue
        seconds, pairs = spend(lambda peer=peer: peer(province, city, LEAST))  # type: ignore[misc]
        theirs = {tuple(sorted((ids[one], ids[other]))): shared for (one, other), shared in pairs.items()}
        yield tell("overlaps, all pairs", name, seconds, theirs == ours)
    seconds, best = spend(lambda: find_overlaps(snapshot, "city", min_shared=LEAST, limit=10))
    yield tell("overlaps, the ten first", "graphmap", seconds, list(best) == list(found)[:10])
    asked: dict[str, Callable[[], Any]] = {
        "rivals, on a day": lambda: find_rivals(snapshot, "city", as_of=DAY),
        "groups": lambda: find_groups(snapshot, "city"),
        "plan": lambda: find_plan(snapshot, as_of=DAY),
    }
    for what, work in asked.items():
        seconds, first = spend(work)
        yield tell(what, "graphmap", seconds, list(first) == list(work()))


def write_table(rows: list[Row]) -> str:
    """Write rows as a table of Markdown, each with its ratio to graphmap."""
    ours = {(row["ties"], row["what"]): row["seconds"] for row in rows if row["who"] == "graphmap"}
    lines = ["| ties | what | who | processor seconds | to graphmap | equal |", "|---|---|---|---|---|---|"]
    for row in rows:
        base = ours.get((row["ties"], row["what"]))
        ratio = f"{row['seconds'] / base:.1f}" if base else ""
        equal = {None: "", True: "yes", False: "NO"}[row["equal"]]
        cells = (f"{row['ties']:,}", row["what"], row["who"], f"{row['seconds']:.3f}", ratio, equal)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main(*words: str) -> None:
    """Measure at the sizes named, print the table, write the JSON where it is wanted; 1 if any differs."""
    given = list(words)
    path = None
    if "--json" in given:
        place = given.index("--json")
        path = Path(given[place + 1])
        del given[place : place + 2]
    rows = [row for ties in map(int, given or SIZES) for row in measure(int(ties))]
    print(write_table(rows))
    if path is not None:
        path.write_text(json.dumps(rows, indent=1), "utf-8")
    if any(row["equal"] is False for row in rows):
        sys.exit("an answer differs")


if __name__ == "__main__":
    main(*sys.argv[1:])
