"""The collected facts go into a store of the sample as they are, and a second time change nothing."""

from __future__ import annotations

import csv
from pathlib import Path

from graphmap.exchange.native import read_batch
from graphmap.exchange.samples import read_sample
from graphmap.store import create_store

FILES = 16


def test_the_collected_files_go_in_without_a_fault_and_a_second_time_change_nothing(
    data_folder: Path, tmp_path: Path
) -> None:
    paths = sorted((data_folder / "iran_press").glob("*.csv"))
    assert len(paths) == FILES
    store, _ = create_store(tmp_path / "press.kgl", read_sample("iran"), by="a tester")
    with store:
        first = store.apply(read_batch(paths, store.contents), "a tester", "the collected facts")
        assert first.created
        assert not first.removed
        held = set(store.contents().nodes)
        for path in paths:
            if path.stem in {"City", "Counterpart", "Governor", "Mission", "Official", "Region", "Source"}:
                with path.open(encoding="utf-8-sig", newline="") as opened:
                    assert {row["id"] for row in csv.DictReader(opened)} <= held, path.name
        again = store.apply(read_batch(paths, store.contents), "a tester", "once more")
        assert (again.created, again.changed, again.removed) == (0, 0, 0)
