"""A disk that is full at any byte of a write: nothing acknowledged is lost, nothing refused is shown."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from graphmap.errors import StoreError
from graphmap.schema import Batch, City, validated
from graphmap.store import create_store, open_store
from tests.store.conftest import HOME_BATCH
from tests.store.full_disk import TOWN, read_note
from tests.store.records import GRAPH

PROJECT = Path(__file__).parent.parent.parent
REFUSAL = "graph.kgl cannot be written, and stays as it was: File too large (os error 27)"


def sweep(*words: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.store.full_disk", *words]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True, timeout=300)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_write_that_finds_no_room_appears_nowhere_and_loses_nothing(tmp_path: Path) -> None:
    url = str(tmp_path / "graph.kgl")
    store, _ = create_store(url, HOME_BATCH)
    store.apply(Batch.of(GRAPH), "a tester", "to begin with")
    store.close()
    told = sweep("writes", url, "150")
    assert told["wrong"] == []
    assert told["refused"] == [REFUSAL]
    assert told["acknowledged"] >= 5


def test_a_store_that_finds_no_room_is_not_made_and_leaves_nothing(tmp_path: Path) -> None:
    told = sweep("makings", str(tmp_path), "40")
    assert told["wrong"] == []
    assert all(refusal.startswith("graph.kgl") for refusal in told["refused"])
    assert told["acknowledged"] >= 5


def test_a_file_of_a_store_that_finds_no_room_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    url = str(tmp_path / "graph.kgl")
    store, _ = create_store(url, HOME_BATCH)
    store.apply(Batch.of(GRAPH), "a tester", "to begin with")
    store.close()
    told = sweep("files", url, "20")
    assert told["wrong"] == []
    assert told["refused"] == [f"{name} cannot be written" for name in ("bulk", "graph.xlsx", "graph.zip")]
    assert told["acknowledged"] >= 5


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Yield a folder on a disk of 128 kB, where such a disk can be made; a plain folder elsewhere."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", str(folder)]
    mounted = os.geteuid() == 0 and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    yield folder
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_fills_up_keeps_what_was_acknowledged(small_disk: Path) -> None:
    url = str(small_disk / "graph.kgl")
    store, _ = create_store(url, HOME_BATCH)
    store.apply(Batch.of(GRAPH), "a tester", "to begin with")
    held, refused = None, set[str]()
    filler = small_disk / "filler"
    for number in range(60):
        # Less and less room: none at all in the end, where the disk is small.
        filler.write_bytes(b"")
        free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
        with suppress(OSError), filler.open("wb") as file:
            file.write(bytes(max(0, min(free, 128 * 1024) - 1024 * (60 - number))))
        note = f"{number} " + "x" * 200
        try:
            store.apply(Batch.of([validated(City, id=TOWN, note=note)]), "a tester", str(number))
            held = note
        except StoreError as error:
            refused.add(str(error).partition(", and ")[0])
        assert read_note(url, read_only=True) == held
        try:
            assert store.contents().nodes[TOWN].note == held
        except StoreError:
            filler.unlink()
            store = open_store(url)
    filler.unlink(missing_ok=True)
    store.close()
    assert refused <= {f"{url} cannot be written"}
    assert read_note(url, read_only=False) == held
