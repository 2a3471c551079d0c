"""A command that a copy of the snapshot answers loads nothing that the answer does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

NOT_NEEDED = frozenset(
    {
        # libraries
        *("pydantic", "pydantic_core", "kglite", "neo4j", "scipy", "pandas", "networkx"),
        *("fluent", "babel", "rich.console", "rich.table", "rapidfuzz", "edtf", "jinja2"),
        # what they and the standard library bring along
        *("numpy.ma", "importlib.resources", "importlib.metadata", "tempfile", "logging", "asyncio"),
        # the declaration, the engine, other commands and analyses
        *("graphmap.schema.declared", "graphmap.schema.records", "graphmap.schema.relationships"),
        *("graphmap.store.engine", "graphmap.store.contract", "graphmap.store.embedded"),
        *("graphmap.store.snapshot_read", "graphmap.store.snapshot_build", "graphmap.writing"),
        *("graphmap.analysis.offered", "graphmap.reports", "graphmap.views", "graphmap.exchange"),
        *("graphmap.cli.demo", "graphmap.cli.build", "graphmap.cli.keep", "graphmap.cli.pages"),
    }
)
"""What makes a start slow: each was loaded by it once, or stands for much that would be."""

PROGRAM = """
import sys
from pathlib import Path
from graphmap.cli import main
try:
    main()
except SystemExit as leaving:
    print(sum(1 for thread in Path("/proc/self/task").iterdir()), file=sys.stderr)
    print(*sorted(sys.modules), file=sys.stderr)
    sys.exit(leaving.code)
"""


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (("rivals",), ()),
        (("rivals", "--lang", "fa"), ()),
        (("rivals", "--country", "ترکیه", "--level", "region"), ()),
        (("rivals", "--as-of", "2026-02-08", "--format", "json"), ("json",)),
        (("sole_contacts", "--limit", "3"), ()),
    ],
)
def test_a_second_command_loads_only_what_it_needs(
    words: tuple[str, ...], needed: tuple[str, ...], run: Run, iran_store: Path
) -> None:
    first = run(*words, "--store", iran_store)
    command = (sys.executable, "-c", PROGRAM, *words, "--store", str(iran_store))
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert told.stdout == first.out
    *_, threads, modules = told.stderr.splitlines()
    loaded = set(modules.split())
    assert {"numpy", "graphmap.store.snapshot_copy", *needed} <= loaded
    assert sorted(NOT_NEEDED & loaded) == []
    assert threads == "1"  # none stands by, spinning, for sums that are not asked for
