"""Whatever is written, removed and undone: a day shows what was held then, and an undo brings it back."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from graphmap.errors import Faults, StoreError
from graphmap.schema import Batch, Contents, Record
from graphmap.store import create_store
from graphmap.store.engine import Engine
from tests.store.conftest import HOME_BATCH, Bench, on_each_engine
from tests.store.test_history import DayClock
from tests.strategies import changes_of, graphs

STEPS = 5


def values_of(contents: Contents) -> dict[str, tuple[str, dict[str, Any]]]:
    return {record.identity: (record.stored_as, record.values()) for record in contents}


def change(store: Engine, records: tuple[Record, ...], data: st.DataObject) -> None:
    """Write, remove or undo something drawn; Faults or StoreError where that may not be."""
    what = data.draw(st.sampled_from(["write", "write", "remove", "remove", "undo"]))
    if what == "write":
        store.apply(data.draw(changes_of(records)), "a tester", "drawn")
    elif what == "remove":
        ids = data.draw(st.lists(st.sampled_from([r.identity for r in records]), min_size=1, max_size=2))
        batch = Batch((), removals=tuple(ids), with_ties=data.draw(st.booleans()))
        store.apply(batch, "a tester", "drawn")
    else:
        chosen = data.draw(st.sampled_from([c.identity for c in store.changesets()]))
        before = values_of(store.contents())
        edits = {edit.record.identity: edit for edit in store.changes(chosen)}
        store.undo(chosen, "a tester")
        for identity, edit in edits.items():
            if edit.before is None:
                before.pop(identity, None)
            else:
                before[identity] = (edit.before.stored_as, edit.before.values())
        assert values_of(store.contents()) == before


@on_each_engine(embedded=20, neo4j=3)
def test_a_day_shows_what_was_held_and_an_undo_brings_it_back(bench: Bench, data: st.DataObject) -> None:
    records = data.draw(graphs())
    clock = DayClock()
    with create_store(bench.new_url(), HOME_BATCH, clock=clock)[0] as store:
        store.apply(Batch.of(records), "a tester", "drawn")
        held: dict[date, Contents] = {clock.now.date(): store.contents()}
        after = {str(store.changesets()[0].id): store.contents()}
        for _ in range(STEPS):
            day = clock.next_day()
            before = store.contents()
            try:
                change(store, records, data)
            except (Faults, StoreError):
                assert store.contents() == before
            held[day] = store.contents()
            after[str(store.changesets()[0].id)] = store.contents()
        for day, contents in held.items():
            assert store.contents(believed_on=day) == contents
        # From the newest on, each changeset is undone to what was held before it.
        for changeset, earlier in pairwise(reversed(after)):
            store.undo(changeset, "a tester")
            assert store.contents() == after[earlier]
