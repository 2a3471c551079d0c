"""The collected facts go into a store of the sample, nothing twice, and a second time change nothing."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from graphmap.errors import Faults
from graphmap.exchange.native import read_batch
from graphmap.exchange.samples import read_sample
from graphmap.schema import Governs, make_record
from graphmap.store import create_store

FILES = 16


KNOWN = 25
"""Terms and ties that the sample has under other ids, since the days on which they began were put right."""


def test_the_collected_files_go_in_and_a_second_time_change_nothing(
    data_folder: Path, tmp_path: Path
) -> None:
    paths = sorted((data_folder / "iran_press").glob("*.csv"))
    assert len(paths) == FILES
    store, _ = create_store(tmp_path / "press.kgl", read_sample("iran"), by="a tester")
    with store:
        batch = read_batch(paths, store.contents)
        with pytest.raises(Faults) as raised:
            store.apply(batch, "a tester", "the collected facts")
        told = {fault.value for fault in raised.value.faults}
        assert len(raised.value.faults) == len(told) == KNOWN
        assert all("right would be a blank id" in fault.sentence() for fault in raised.value.faults)
        # The way out that each fault names.
        batch = replace(
            batch,
            entries=tuple(
                replace(entry, record=make_record(type(entry.record), {**entry.record.given(), "id": None}))
                if entry.record.id in told
                else entry
                for entry in batch.entries
            ),
        )
        first = store.apply(batch, "a tester", "the collected facts")
        assert first.created
        assert not first.removed
        contents = store.contents()
        terms = Counter(
            (term.from_id, term.to_id, term.since)
            for term in contents.relationships.values()
            if isinstance(term, Governs)
        )
        assert max(terms.values()) == 1
        held = set(contents.nodes)
        for path in paths:
            if path.stem in {"City", "Counterpart", "Governor", "Mission", "Official", "Region", "Source"}:
                with path.open(encoding="utf-8-sig", newline="") as opened:
                    assert {row["id"] for row in csv.DictReader(opened)} <= held, path.name
        again = store.apply(batch, "a tester", "once more")
        assert (again.created, again.changed, again.removed) == (0, 0, 0)
