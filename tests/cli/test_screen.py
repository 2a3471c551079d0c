"""A short list in a report is shown, not counted: 2 under sectors would read as a sector."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_two_sectors_are_named_on_the_screen(run: Run, invented_store: Path) -> None:
    said = run("report", "province_ties", "--store", invented_store, "--as-of", "2026-02-08")
    [row] = [line for line in said.out.splitlines() if line.startswith("tie:qza:002 ")]
    assert "trade" in row
    assert "transport" in row
