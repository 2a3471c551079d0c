"""Every benchmark runs to its end on a small graph, so that its figures can be taken when they are wanted."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

SMALL = {
    "snapshot": ("300", "1"),
    "imports": ("300",),
    "start": ("300", "1"),
    "page": ("20", "1"),
    "page_sizes": ("iran",),
    "serve": ("400", "12"),
    "first_screen": ("1",),
    "canvas": ("400", "800"),
    "table": ("300",),
    "parts": ("300",),
    "many": ("2000", "300"),
    "asking": ("300", "5"),
}
"""How little each is asked for."""

NOT_RUN = {
    "long_import": "of a file of the shared data: its import is a test of its own (tests/exchange)",
    "reports": "makes its graph for minutes: tests/reports/test_size.py tries all on a smaller one",
    "peers": "is what others answer to the table",
    "by_sql": "is what others answer to the table",
    "by_solvers": "is what others answer to the table",
    "pairs": "is a part of the table",
    "asked": "is a part of the table",
    "kept": "is a part of the table",
    "apart": "is what the table measures with",
    "ties": "makes the graph that the table is measured on",
    "recounting": "is what checks many",
    "gds": "makes the plugin of Neo4j of files from a registry, for the table",
    "serving": "is what serve measures with",
    "world": "makes the graph that reports are measured on",
}
"""Why a file of the folder is not tried."""


def test_every_benchmark_is_tried() -> None:
    found = {path.stem for path in (ROOT / "benchmarks").glob("*.py")} - {"__init__"}

    assert found == set(SMALL) | set(NOT_RUN)


@pytest.mark.parametrize("name", SMALL)
def test_a_benchmark_runs_to_its_end(name: str) -> None:
    command = (sys.executable, "-m", f"benchmarks.{name}", *SMALL[name])
    # A short path: a browser's socket stands in it.
    with tempfile.TemporaryDirectory(prefix="bench") as place:
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, "TMPDIR": place}, capture_output=True, text=True
        )

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
