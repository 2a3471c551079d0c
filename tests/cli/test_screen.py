"""What stands on the screen and in CSV: short lists, whole numbers."""

from __future__ import annotations

from pathlib import Path

from graphmap.cli.show import rows_to_csv
from tests.cli.conftest import Run


def test_two_sectors_are_named_on_the_screen(run: Run, invented_store: Path) -> None:
    said = run("report", "province_ties", "--store", invented_store, "--as-of", "2026-02-08")
    [row] = [line for line in said.out.splitlines() if line.startswith("tie:qza:002 ")]
    assert "trade" in row
    assert "transport" in row


def test_numbers_in_csv_keep_all_their_figures() -> None:
    assert (
        rows_to_csv(["km", "usd"], [[814.6123456, 123456789.25]]).splitlines()[1]
        == "814.6123456,123456789.25"
    )
