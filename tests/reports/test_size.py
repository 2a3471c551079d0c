"""No report grows with the square of the ties: on a graph of 500 provinces each keeps its rows and memory."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.world import write_world
from graphmap.reports import Report, list_reports, run_report
from graphmap.store import child, open_store
from graphmap.store.engine import Engine

TIES = 20_000
MEMORY = 2 * 2**30
"""Bytes that a report may take beyond the graph: pairs of all ties at a country take three times that."""

ROWS = 4 * TIES
"""A row a tie, for some a row for each governor of then; or as many pairs as a report opens by itself."""

ASKED = {"country_dossier": {"country": "XAA"}}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Return a store of 500 provinces, whose queries get little memory."""
    path: Path = tmp_path_factory.mktemp("world") / "graph.kgl"
    write_world(path, TIES)
    return open_store(path, read_only=True)


@pytest.mark.parametrize("report", list_reports(), ids=lambda report: report.name)
def test_a_report_on_500_provinces_keeps_its_memory_and_rows(
    report: Report, world: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "MEMORY", MEMORY)
    answer = run_report(world, report, ASKED.get(report.name, {}), date(2026, 2, 8), seconds=900)
    assert len(answer.rows.rows) <= ROWS
