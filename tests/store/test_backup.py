"""A backup of a store restores into an empty one of either engine: the same snapshot, the same history."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from graphmap.errors import GraphmapError, StoreDamaged, StoreError, WritingRefused
from graphmap.schema import Batch, City, Tie, validated
from graphmap.store import create_store, open_store, restore_store
from graphmap.store.backup_lines import LONGEST_LINE
from graphmap.store.engine import Engine
from tests.store.conftest import HOME_BATCH, Bench, TickingClock
from tests.store.records import GRAPH

QUERIES = (
    "MATCH (n) RETURN labels(n) AS labels, n AS node ORDER BY n.id",
    "MATCH (a)-[r]->(b) RETURN a.id AS a, r AS r, b.id AS b ORDER BY r.id",
)


def make_store(url: str) -> Engine:
    """Make a store with a history: something changed, something removed, something undone."""
    store, _ = create_store(url, HOME_BATCH, clock=TickingClock())
    store.apply(Batch.of(GRAPH), "a tester", "to begin with")
    store.apply(Batch.of([validated(City, id="city:tur:konya", name="قونیه", lat=None)]), "ann", "")
    store.apply(Batch((), removals=("tie:town",)), "a tester", "not true")
    store.apply(Batch.of([validated(Tie, id="tie:province", stage="suspended")]), "a tester", "news")
    store.undo("changeset:000005", "a tester")
    return store


def read_state(store: Engine) -> tuple[object, ...]:
    history = [store.changes(str(changeset.id)) for changeset in store.changesets()]
    return store.contents(), store.snapshot(), store.changesets(), history, [store.rows(q) for q in QUERIES]


@pytest.mark.xdist_group("neo4j_server")
def test_a_backup_goes_from_engine_to_engine_and_back(
    embedded_bench: Bench, make_neo4j_bench: Callable[[], Bench], tmp_path: Path
) -> None:
    server = make_neo4j_bench()
    with make_store(server.new_url()) as store:
        before = read_state(store)
        counts = store.backup(tmp_path / "server.zip")
        assert (counts.changesets, counts.before) == (6, 4)
    with restore_store(embedded_bench.new_url(), tmp_path / "server.zip") as here:
        assert read_state(here) == before
        here.backup(tmp_path / "file.zip")
    with restore_store(server.new_url(), tmp_path / "file.zip") as there:
        assert read_state(there) == before
        there.undo("changeset:000004", "a tester")
        assert "tie:town" in there.contents().relationships
    first, second = (zipfile.ZipFile(tmp_path / name) for name in ("server.zip", "file.zip"))
    for name in first.namelist():
        assert first.read(name) == second.read(name)


def test_a_backup_is_lines_of_json_that_any_program_reads(embedded_bench: Bench, tmp_path: Path) -> None:
    with make_store(embedded_bench.new_url()) as store:
        store.backup(tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        lines = [json.loads(line) for line in archive.read("nodes.jsonl").decode("utf-8").splitlines()]
    konya = next(line for line in lines if line["fields"]["id"] == "city:tur:konya")
    assert konya == {
        "stored_as": "City",
        "recorded": "changeset:000003",
        "fields": {"id": "city:tur:konya", "name": "قونیه", "sources": ["source:1"], "lon": 32.49},
    }


def test_a_backup_never_replaces_a_file_unasked(embedded_bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    path.write_text("mine", "utf-8")
    with make_store(embedded_bench.new_url()) as store:
        with pytest.raises(WritingRefused, match="is there already"):
            store.backup(path)
        assert path.read_text("utf-8") == "mine"
        store.backup(path, overwrite=True)
    assert (tmp_path / "b.zip.before").read_text("utf-8") == "mine"
    restore_store(tmp_path / "g.kgl", path).close()


def test_a_restore_refuses_a_store_that_is_not_empty(bench: Bench, tmp_path: Path) -> None:
    url = bench.new_url()
    with make_store(url) as store:
        store.backup(tmp_path / "b.zip")
        before = read_state(store)
    with pytest.raises(StoreError, match="is not empty; restore into a new file or an empty database"):
        restore_store(url, tmp_path / "b.zip")
    with open_store(url) as store:
        assert read_state(store) == before


CHANGED = (
    ("nodes.jsonl", '"name": "Town"', '"name": 5'),
    ("nodes.jsonl", '"name": "Town", ', ""),
    ("nodes.jsonl", '"sources": ["source:1"]', '"sources": [1]'),
    ("nodes.jsonl", '"sources": ["source:1"]', '"sources": "source:1"'),
    ("nodes.jsonl", '"recorded": "changeset:000001"', '"recorded": "today"'),
    ("nodes.jsonl", '"recorded": "changeset:000001"', '"recorded": 1'),
    ("relationships.jsonl", '"since": "', '"since": 2019, "note": "'),
    ("changesets.jsonl", '{"fields": ', '{"fields": 5, "others": '),
    ("before.jsonl", '{"id"', '[]\n{"id"'),
    ("changesets.jsonl", '"created": ', '"created": "7", "note": '),
    ("changesets.jsonl", '"id": "changeset:000001"', '"id": "first"'),
    ("before.jsonl", '"number": ', '"number": "x", "wrote": '),
    ("before.jsonl", '"removed": true', '"removed": 1'),
    ("before.jsonl", '"id\\":', '"id\\": 5, \\"note\\":'),
    ("nodes.jsonl", '"name": "Town"', '"name": "' + "x" * LONGEST_LINE + '"'),
)
"""A file of a backup, what stands in it, and what is put there."""


def test_a_backup_that_is_not_whole_makes_no_store(embedded_bench: Bench, tmp_path: Path) -> None:
    whole, bad, store_path = tmp_path / "b.zip", tmp_path / "bad.zip", tmp_path / "new" / "g.kgl"
    store_path.parent.mkdir()
    with make_store(embedded_bench.new_url()) as store:
        store.backup(whole)
    data = whole.read_bytes()

    def refuse() -> None:
        with pytest.raises(GraphmapError, match=r"bad\.zip"):
            restore_store(store_path, bad)
        assert list(store_path.parent.iterdir()) == []

    for cut in range(0, len(data), 97):
        bad.write_bytes(data[:cut])
        refuse()
    middle = data.index(b"nodes.jsonl") + 40
    bad.write_bytes(data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :])
    refuse()
    changes: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("nodes.jsonl", lambda text: text.split("\n", 1)[1]),
        ("relationships.jsonl", lambda text: text.replace("TR-42", "TR-99")),
        ("before.jsonl", lambda text: text + "{}\n"),
        ("graphmap.json", lambda text: text.replace("graphmap backup 1", "graphmap backup 9")),
        ("graphmap.json", lambda text: re.sub(r'"version": \d+', '"version": 99', text)),
        ("graphmap.json", lambda text: re.sub(r'"kept_since": \d+', '"kept_since": "1"', text)),
        # Lines that were changed by hand: each would be written, and break what reads the store.
        *((name, lambda text, old=old, new=new: text.replace(old, new, 1)) for name, old, new in CHANGED),
    )
    for name, change in changes:
        with zipfile.ZipFile(whole) as old, zipfile.ZipFile(bad, "w") as new:
            for member in old.namelist():
                text = old.read(member).decode("utf-8")
                new.writestr(member, change(text) if member == name else text)
                assert member != name or change(text) != text
        refuse()
    shutil.copy(whole, bad)
    restore_store(store_path, bad).close()


def test_a_damaged_backup_is_told_from_one_of_another_form(tmp_path: Path) -> None:
    (tmp_path / "letter.zip").write_text("a letter", "utf-8")
    with pytest.raises(StoreDamaged, match="is not a whole backup of graphmap"):
        restore_store(tmp_path / "g.kgl", tmp_path / "letter.zip")
    assert not (tmp_path / "g.kgl").exists()
