"""One table of speed: graphmap beside its peers, each row on a checked equal answer, as Markdown and JSON.

python -m benchmarks.table                          300 ties of 31 provinces, 5,000 of 125
python -m benchmarks.table 300 200000 10000000      so many ties; from a million on, what fits alone
python -m benchmarks.table 300 200000 --neo4j       Neo4j and its GDS among the peers
python -m benchmarks.table 300 --json table.json    the figures as JSON, too
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.apart import try_apart
from benchmarks.asked import NONE, Asked, list_asked
from benchmarks.gds import run_server
from benchmarks.kept import measure_kept
from benchmarks.many import measure_many
from benchmarks.pairs import measure_pairs
from benchmarks.ties import list_ties, make_contents, make_records
from graphmap.store.snapshot import build_snapshot

SIZES = (300, 5_000)
MANY = 1_000_000
"""From so many ties on columns are laid out without records, and what fits into 4 GiB is asked."""

MOST_WAITED = 600
"""How many processor seconds graphmap itself may take."""

Row = dict[str, Any]


def measure(ties: int, server: tuple[Any, int] | None = None) -> Iterator[Row]:
    """Measure at one size: who, what, processor seconds, and whether the answer is the one all give."""

    def tell(what: str, who: str, seconds: float | None, equal: bool | str | None, **more: Any) -> Row:
        rounded = None if seconds is None else round(seconds, 6)
        return {"ties": ties, "what": what, "who": who, "seconds": rounded, "equal": equal, **more}

    if ties >= MANY:
        for what, who, spent, equal, memory in measure_many(ties):
            yield tell(what, who, spent, equal, **({} if memory is None else {"gib": round(memory, 2)}))
        return
    records = list(make_records(ties))
    bare, contents = list_ties(records), make_contents(records)
    del records
    yield from (tell(*told) for told in measure_kept(contents, bare))
    snapshot = build_snapshot(contents)
    del contents
    yield from (tell(*told) for told in measure_pairs(snapshot, bare, server))
    for asked in list_asked(snapshot, bare):
        yield from (tell(asked.what, *told) for told in measure_asked(asked))


def measure_asked(asked: Asked) -> Iterator[tuple[str, float | None, bool | str | None]]:
    """Yield who, processor seconds, and whether the answer is graphmap's (a text: why there is none)."""
    seconds, told = try_apart(asked.find, lambda found: (asked.tell(found), asked.name(found)), MOST_WAITED)
    yield "graphmap", seconds, told if seconds is None else None
    ours, named = (NONE, NONE) if seconds is None else told
    for who, peer in asked.peers.items():
        spent, theirs = try_apart(partial(peer, named), lambda found: found)
        is_known = spent is not None and seconds is not None
        yield who, spent, asked.agrees(ours, theirs) if is_known else str(theirs) if spent is None else None


HEAD = """| ties | what | who | processor seconds | to graphmap | equal |
|---|---|---|---|---|---|"""


def write_row(row: Row, ours: dict[tuple[int, str], float]) -> str:
    """Write a row of the table of Markdown; `ours` are the seconds of graphmap by what was asked."""
    base, spent, equal = ours.get((row["ties"], row["what"])), row["seconds"], row["equal"]
    ratio = f"{spent / base:.1f}" if base and spent is not None else ""
    said = {None: "", True: "yes", False: "NO"}[equal] if not isinstance(equal, str) else ""
    seconds = str(equal) if spent is None else f"{spent:.3f}"
    seconds += f", {row['gib']} GiB" if "gib" in row else ""
    cells = (f"{row['ties']:,}", row["what"], row["who"], seconds, ratio, said)
    return f"| {' | '.join(cells)} |"


def main(*words: str) -> None:
    """Measure at the sizes named, print rows as they come, write JSON where wanted; 1 if any differs."""
    given = list(words)
    path = None
    if "--json" in given:
        place = given.index("--json")
        path = Path(given[place + 1])
        del given[place : place + 2]
    sizes = [int(word) for word in given if word != "--neo4j"] or SIZES
    with ExitStack() as stack:
        server = None
        if "--neo4j" in given:
            folder = stack.enter_context(TemporaryDirectory())
            server = stack.enter_context(run_server(Path(folder)))
        print(HEAD, flush=True)
        rows: list[Row] = []
        ours: dict[tuple[int, str], float] = {}
        for row in (row for ties in sizes for row in measure(ties, server)):
            if row["who"] == "graphmap" and row["seconds"] is not None:
                ours[row["ties"], row["what"]] = row["seconds"]
            rows.append(row)
            print(write_row(row, ours), flush=True)
    if path is not None:
        path.write_text(json.dumps(rows, indent=1), "utf-8")
    if any(row["equal"] is False for row in rows):
        sys.exit("an answer differs")


if __name__ == "__main__":
    main(*sys.argv[1:])
