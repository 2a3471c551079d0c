"""A trial on parts: ties divided by target country into Parquet files give the answer of the whole.

Shared cities lie in one country each, so the counts of parts add up: python -m benchmarks.parts 5000
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from importlib import import_module
from pathlib import Path

import numpy as np

from benchmarks.peers import SQL
from benchmarks.ties import make_snapshot
from graphmap.analysis import find_overlaps, find_rivals

PARTS = (1, 4, 16)
LEAST = 2


def main(ties: int = 5_000) -> None:
    """Write parts, count in each alone, add up; print seconds, and fail where an answer differs."""
    duckdb = import_module("duckdb")
    snapshot = make_snapshot(ties)
    columns = snapshot.ties
    ids = list(snapshot.places.ids)
    told = (one.cells() for one in find_overlaps(snapshot, "city", min_shared=LEAST, limit=None))
    whole = {tuple(sorted(cells["province_ids"])): cells["shared"] for cells in told}
    held = {name: np.asarray(getattr(columns, name), np.int64) for name in ("province", "city", "country")}
    for parts in PARTS:
        with tempfile.TemporaryDirectory() as folder, duckdb.connect() as base:
            base.register("held", {**held, "part": held["country"] % parts})
            base.execute(
                f"COPY (SELECT * FROM held) TO '{folder}/ties' (FORMAT parquet, PARTITION_BY (part))"
            )
            begun, counted = time.process_time(), Counter[tuple[int, int]]()
            files = sorted(Path(folder, "ties").glob("part=*/*.parquet"))
            for file in files:
                base.execute(f"CREATE OR REPLACE VIEW ties AS SELECT * FROM read_parquet('{file}')")
                for one, other, shared in base.execute(SQL.format(least=1)).fetchall():
                    counted[one, other] += shared
            found = {pair: shared for pair, shared in counted.items() if shared >= LEAST}
            seconds = time.process_time() - begun
        named = {tuple(sorted((ids[one], ids[other]))): shared for (one, other), shared in found.items()}
        print(f"{len(files):3} parts: {len(named)} pairs in {seconds:.2f} processor seconds")
        if named != whole:
            sys.exit(f"{parts} parts give another answer than the whole")
    countries = {ids[row] for row in np.unique(columns.country).tolist()}
    apart = [pair for one in sorted(countries) for pair in find_rivals(snapshot, "city", country=one)]
    together = list(find_rivals(snapshot, "city"))
    if Counter(map(repr, apart)) != Counter(map(repr, together)):
        sys.exit("rivals of single countries are not those of all")
    print(f"rivals: {len(together)} contests, country by country as in one go")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
