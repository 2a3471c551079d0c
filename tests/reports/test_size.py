"""No report grows with the square of the ties: on a graph of 500 provinces each keeps its rows and memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from benchmarks.world import write_world
from graphmap.errors import QueryTimedOut, QueryTooLarge, StoreError
from graphmap.reports import Report, list_reports, run_report
from graphmap.store import child, open_store
from graphmap.store.engine import Engine

TIES = 20_000
MEMORY = 2 * 2**30
"""Bytes that a report may take beyond the graph: a list copied for each of its items takes a multiple."""

ROWS = 4 * TIES
"""A row a tie, for some a row for each governor of then; or as many pairs as a report opens by itself."""

DAY = date(2026, 2, 8)
ASKED = {"country_dossier": {"country": "XAA"}}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a store of 500 provinces."""
    path: Path = tmp_path_factory.mktemp("world") / "graph.kgl"
    write_world(path, TIES)
    return path


@pytest.fixture(scope="module")
def world(path: Path) -> Iterator[Engine]:
    """Give a store of 500 provinces, whose queries get little memory."""
    with open_store(path, read_only=True) as store:
        yield store


@pytest.mark.parametrize("report", list_reports(), ids=lambda report: report.name)
def test_a_report_on_500_provinces_keeps_its_memory_and_rows(
    report: Report, world: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "MEMORY", MEMORY)
    answer = run_report(world, report, ASKED.get(report.name, {}), DAY, seconds=900)
    assert len(answer.rows.rows) <= ROWS


def test_pairs_of_one_province_keep_to_the_memory(world: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MEMORY", MEMORY)
    rows = run_report(world, "overlapping_ties", {"province": "QZ-0001"}, DAY, seconds=900).as_dicts()
    assert {row["province"] for row in rows if row["other_province"] != "QZ-0001"} == {"QZ-0001"}


@pytest.mark.parametrize(
    ("given", "parts", "seconds", "memory", "raised"),
    [
        ({}, "--country, --province", 0.01, MEMORY, QueryTimedOut),
        ({"province": "QZ-0001"}, "--country", 0.01, MEMORY, QueryTimedOut),
        ({}, "--country, --province", 900, MEMORY // 4, QueryTooLarge),
    ],
)
def test_a_report_that_asks_too_much_says_what_part_to_ask_for(
    given: dict[str, str],
    parts: str,
    seconds: float,
    memory: int,
    raised: type[StoreError],
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(child, "MEMORY", memory)
    with (
        open_store(path, read_only=True) as store,
        pytest.raises(raised, match=f"report rival_outreach .*; ask for a part of it: {parts}$"),
    ):
        run_report(store, "rival_outreach", given, DAY, seconds=seconds)
