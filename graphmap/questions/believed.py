"""What a store held on a day, as a store of its own, for the questions that are asked in Cypher."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from graphmap.schema import Batch
from graphmap.store import create_store
from graphmap.store.contract import Store


@contextmanager
def hold_believed(store: Store, day: date | None) -> Iterator[Store]:
    """Yield what a store held at the end of a day: itself for None, else a store made for the moment.

    Raises StoreError where it held nothing then or cannot tell.
    """
    if day is None:
        yield store
        return
    held = store.contents(believed_on=day)
    with TemporaryDirectory(prefix="graphmap-") as folder:
        batch = Batch.of([*held.nodes.values(), *held.relationships.values()])
        with create_store(Path(folder) / "believed.kgl", batch)[0] as made:
            yield made
