"""Properties of a store that hold for any valid batch, on every engine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graphmap.errors import Faults
from graphmap.schema import (
    RELATIONSHIPS,
    Batch,
    Changeset,
    Country,
    Record,
    Relationship,
    Tie,
    find_difference,
    read_record,
    validated,
)
from graphmap.store import create_store, open_store
from graphmap.store.engine import Engine
from graphmap.store.snapshot import build_snapshot
from graphmap.store.statements import list_properties, stored_properties
from tests.examples import examples
from tests.store.conftest import HOME_BATCH, Bench, TickingClock, on_each_engine
from tests.strategies import changes_of, graphs


def make_store(bench: Bench, records: tuple[Record, ...]) -> Engine:
    store, _ = create_store(bench.new_url(), HOME_BATCH, clock=TickingClock())
    store.apply(Batch.of(records), "a tester", "drawn")
    return store


def merge(held: dict[str | None, dict[str, Any]], batch: Batch) -> None:
    """Write a batch over plain mappings of fields, as the contract says in words."""
    for entry in batch.entries:
        fields = held.setdefault(entry.record.id, {})
        for name, value in entry.record.given().items():
            if value is None or value == ():
                fields.pop(name, None)
            else:
                fields[name] = value


@pytest.mark.parametrize("name", RELATIONSHIPS)
def test_the_statement_that_makes_a_relationship_names_all_that_is_stored_of_it(name: str) -> None:
    changeset = Changeset.holding({"id": "changeset:000001", "name": "a test"})
    record = read_record(name, RELATIONSHIPS[name].example_row())
    assert isinstance(record, Record)
    stored = stored_properties(record, changeset)
    assert "recorded" in stored
    assert stored.keys() <= {*list_properties(RELATIONSHIPS[name])}


@on_each_engine(embedded=12, neo4j=3)
def test_a_store_holds_what_was_written_to_it(bench: Bench, data: st.DataObject) -> None:
    records = data.draw(graphs())
    held: dict[str | None, dict[str, Any]] = {}
    merge(held, HOME_BATCH)
    merge(held, Batch.of(records))
    with make_store(bench, records) as store:
        for _ in range(2):
            changes = data.draw(changes_of(records))
            merge(held, changes)
            store.apply(changes, "a tester", "drawn")
        assert {record.id: record.values() for record in store.contents()} == held


@on_each_engine(embedded=12, neo4j=3)
def test_a_second_time_nothing_changes(bench: Bench, data: st.DataObject) -> None:
    records = data.draw(graphs())
    with make_store(bench, records) as store:
        changes = data.draw(changes_of(records))
        store.apply(changes, "a tester", "drawn")
        before = (store.contents(), store.changesets(), store.snapshot())
        assert store.apply(changes, "a tester", "again").id is None
        assert (store.contents(), store.changesets(), store.snapshot()) == before


@on_each_engine(embedded=12, neo4j=3)
def test_a_batch_with_a_fault_writes_nothing(bench: Bench, data: st.DataObject) -> None:
    records = data.draw(graphs())
    with make_store(bench, records) as store:
        before = (store.contents(), store.changesets())
        faulty = data.draw(
            st.sampled_from(
                [
                    validated(Tie, from_id="HM-01", to_id="HOM", kind="trade", sources=["source:1"]),
                    validated(Tie, from_id="HM-01", to_id="ZZZ", kind="trade", sources=["source:1"]),
                    validated(Country, id="ZZZ", name="Nowhere", sources=["source:none"]),
                    validated(Country, id="ZZZ", sources=["source:1"]),
                    validated(Country, id="ZZZ", name="Second", home=True, sources=["source:1"]),
                ]
            )
        )
        changes = data.draw(changes_of(records))
        with pytest.raises(Faults):
            store.apply(
                Batch.of([*(entry.record for entry in changes.entries), faulty]), "a tester", "faulty"
            )
        assert (store.contents(), store.changesets()) == before


@on_each_engine(embedded=12, neo4j=3)
def test_what_a_batch_touches_is_enough_to_tell_the_difference(bench: Bench, data: st.DataObject) -> None:
    records = data.draw(graphs())
    with make_store(bench, records) as store:
        batch = data.draw(st.one_of(changes_of(records), graphs().map(Batch.of)))
        everything = store.contents()
        try:
            expected: object = find_difference(batch, everything)
        except Faults as faults:
            expected = faults.faults
        try:
            found: object = store.difference(batch)
        except Faults as faults:
            found = faults.faults
        assert found == expected


@on_each_engine(embedded=12, neo4j=3)
def test_a_graph_written_in_two_parts_is_the_graph_written_at_once(bench: Bench, data: st.DataObject) -> None:
    records = data.draw(graphs())
    nodes_first = sorted(records, key=lambda record: isinstance(record, Relationship))
    # A relationship like one that is stored, but for its since, is asked for its id: so all come together.
    cut = data.draw(st.integers(0, sum(not isinstance(record, Relationship) for record in records)))
    with make_store(bench, records) as store:
        at_once = store.contents()
    with make_store(bench, tuple(nodes_first[:cut])) as store:
        store.apply(Batch.of(nodes_first[cut:]), "a tester", "the rest")
        assert store.contents() == at_once


@pytest.mark.xdist_group("neo4j_server")
@settings(
    max_examples=examples(3),
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(st.data())
def test_both_engines_hold_the_same(
    embedded_bench: Bench, make_neo4j_bench: Callable[[], Bench], data: st.DataObject
) -> None:
    records = data.draw(graphs())
    changes = data.draw(changes_of(records))
    with make_store(embedded_bench, records) as here, make_store(make_neo4j_bench(), records) as there:
        assert here.apply(changes, "a tester", "drawn") == there.apply(changes, "a tester", "drawn")
        assert here.contents() == there.contents()
        assert here.changesets() == there.changesets()
        assert here.snapshot() == there.snapshot()
        for query in (
            "MATCH (n) RETURN labels(n) AS labels, n AS node ORDER BY n.id",
            "MATCH (a)-[r]->(b) RETURN a.id AS a, r AS r, b.id AS b ORDER BY r.id",
        ):
            assert here.rows(query) == there.rows(query)


@settings(max_examples=examples(12), suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_snapshot_is_the_same_after_opening_again(embedded_bench: Bench, data: st.DataObject) -> None:
    records = data.draw(graphs())
    url = embedded_bench.new_url()
    with create_store(url, HOME_BATCH, clock=TickingClock())[0] as store:
        store.apply(Batch.of(records), "a tester", "drawn")
        before = store.snapshot()
        assert build_snapshot(store.contents()) == before
    with open_store(url, read_only=True) as store:
        assert store.snapshot() == before
