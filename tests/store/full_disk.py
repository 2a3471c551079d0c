"""A process that writes to a store while there is no room for it, and prints what it was told and found.

How much a file may hold is set anew for each write (RLIMIT_FSIZE), over the whole range that a write needs.
"""

from __future__ import annotations

import json
import resource
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graphmap.errors import GraphmapError, StoreError
from graphmap.exchange.export import write_book
from graphmap.schema import Batch, City, validated
from graphmap.store import create_store, open_store
from tests.store.conftest import HOME_BATCH

TOWN = "city:hom:town"


@contextmanager
def room(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def read_note(url: str, read_only: bool) -> str | None:
    """Return the note that the last write left, as one who opens the store finds it."""
    with open_store(url, read_only=read_only) as store:
        note: str | None = store.contents().nodes[TOWN].note
        return note


def sweep_writes(url: str, steps: int) -> dict[str, Any]:
    """Write with less room than a write needs, then with more and more, and look each time what is held."""
    top = Path(url).stat().st_size + 1000
    held: str | None = None
    acknowledged, refused, wrong = 0, set(), []
    store = open_store(url)
    for number in range(steps + 1):
        size = top * number // steps
        note = f"{number} " + "x" * 300
        try:
            with room(size):
                store.apply(Batch.of([validated(City, id=TOWN, note=note)]), "a tester", str(number))
            held, acknowledged = note, acknowledged + 1
        except StoreError as error:
            refused.add(str(error).replace(url, "graph.kgl"))
        found = [read_note(url, read_only=True)]
        if number % 5 == 0:
            store.close()
            found += [read_note(url, read_only=False), read_note(url, read_only=True)]
            store = open_store(url)
        try:
            found.append(store.contents().nodes[TOWN].note)
        except StoreError:
            store = open_store(url)  # it could not be opened again either
        wrong += [[size, held, note] for note in found if note != held]
    store.close()
    return {"acknowledged": acknowledged, "refused": sorted(refused), "wrong": wrong}


def sweep_makings(folder: str, steps: int) -> dict[str, Any]:
    """Make stores with less room than they need, then with more and more; a refused one leaves nothing."""
    made, refused, wrong = 0, set(), []
    for number in range(steps + 1):
        path = Path(folder) / f"{number}.kgl"
        try:
            with room(40_000 * number // steps):
                store, _ = create_store(path, HOME_BATCH)
            store.close()
            made += 1
            with open_store(path, read_only=True) as opened:
                assert opened.home().id == "HOM"
        except StoreError as error:
            refused.add(str(error).replace(str(path), "graph.kgl"))
            wrong += [file.name for file in Path(folder).iterdir() if file.name.startswith(path.name)]
    return {"acknowledged": made, "refused": sorted(refused), "wrong": wrong}


def sweep_files(url: str, steps: int) -> dict[str, Any]:
    """Write files of a store with less room than they need, then with more and more."""
    written, refused, wrong = 0, set(), []
    folder = Path(url).parent / "out"
    with open_store(url, read_only=True) as store:
        contents = store.contents()
        makers: dict[str, Callable[[Path], object]] = {
            "graph.zip": store.backup,
            "bulk": store.write_bulk,
            "graph.xlsx": lambda path: write_book(contents, path),
        }
        for name, make in makers.items():
            for number in range(steps + 1):
                folder.mkdir()
                try:
                    with room(12_000 * number // steps):
                        make(folder / name)
                    written += 1
                except GraphmapError as error:
                    refused.add(str(error).replace(f"{folder}/", "").partition(": ")[0])
                    wrong += [file.name for file in folder.iterdir()]
                shutil.rmtree(folder)
    return {"acknowledged": written, "refused": sorted(refused), "wrong": wrong}


if __name__ == "__main__":
    sweep = {"writes": sweep_writes, "makings": sweep_makings, "files": sweep_files}[sys.argv[1]]
    print(json.dumps(sweep(sys.argv[2], int(sys.argv[3]))))  # noqa: T201 (read by the test)
