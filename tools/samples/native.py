"""Read and write CSV files for the scripts that build the samples, checked against the declared model."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from graphmap.schema import WRITABLE
from graphmap.schema.kinds import LIST_MARK
from graphmap.text import fold

OUTPUT = Path(__file__).parents[2] / "graphmap" / "samples"
Given = Mapping[str, str]


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a CSV as texts; NA is the code of Namibia, not a gap."""
    with path.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    if any(None in row for row in rows):
        raise SystemExit(f"{path.name}: a row has more cells than the header")
    return rows


def join_list(items: Iterable[str], but: Iterable[str] = ()) -> str:
    """Join names that fold differently from each other and from those that are known already."""
    seen = {fold(name) for name in but}
    kept = []
    for item in items:
        if item.strip() and fold(item) not in seen:
            seen.add(fold(item))
            kept.append(item.strip())
    return LIST_MARK.join(kept)


def write_tables(folder: Path, tables: Mapping[str, Iterable[Given]]) -> None:
    """Write each table with the columns that some row fills, rows in the order given."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, given in tables.items():
        rows = list(given)
        known = [column.name for column in WRITABLE[name].columns()]
        unknown = {column for row in rows for column in row} - set(known)
        if unknown:
            raise SystemExit(f"{name} has no {unknown}")
        columns = [column for column in known if any(row.get(column) for row in rows)]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, columns, extrasaction="ignore", lineterminator="\n", restval="")
            writer.writeheader()
            writer.writerows(rows)
        sys.stdout.write(f"{folder.name}/{name}.csv: {len(rows)}\n")
