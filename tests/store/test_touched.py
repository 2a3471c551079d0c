"""An import reads what its batch touches and no more, and finds from it what follows from everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import strategies as st

from graphmap.directory import Directory
from graphmap.errors import Faults
from graphmap.exchange.known import Known
from graphmap.schema import (
    Batch,
    City,
    Contents,
    In,
    Mission,
    Record,
    Relationship,
    Tie,
    find_difference,
    make_record,
    validated,
)
from graphmap.schema.relationships import SentBy
from graphmap.store import create_store
from graphmap.store.engine import Engine
from graphmap.store.statements import Run
from graphmap.store.touched import read_needed, read_touched
from tests.store.conftest import HOME_BATCH, Bench, on_each_engine
from tests.store.records import KONYA, PLACES, SOURCES, TIES
from tests.strategies import changes_of, graphs

MANY = 60
"""More ties than a reader of one of them may look at."""


class Counter:
    """Passes statements on, and counts the rows that come back and the values that are sent."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self.rows = 0
        self.sent = 0

    def __call__(self, statement: str, parameters: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        rows = self._run(statement, parameters)
        if "count(n)" not in statement:
            self.rows += len(rows)
        self.sent += sum(len(value) for value in parameters.values())
        return rows


def count_reading(store: Engine, batch: Batch) -> tuple[Contents, int, int]:
    def read(run: Run) -> tuple[Contents, int, int]:
        counter = Counter(run)
        return read_needed(counter, batch), counter.rows, counter.sent

    return store._read(read)


def find(batch: Batch, contents: Contents) -> tuple[object, ...]:
    """Return the whole outcome of a batch: what would be written and said, or every fault."""
    try:
        found = find_difference(batch, contents)
    except Faults as faults:
        return ("faults", *(fault.sentence() for fault in faults.faults))
    return (found.created, found.changed, set(found.removed), set(found.unchanged), sorted(found.notes))


def spoil(record: Record, records: Sequence[Record], data: st.DataObject) -> Record:
    """Return a row that is like one a store may hold, and says of it what may or may not be."""
    others = [other.identity for other in records]
    given = record.given()
    how = data.draw(st.sampled_from(["id", "since", "end", "source", "other id", "as it is"]))
    if how == "source":
        given["sources"] = (data.draw(st.sampled_from([*others, "source:nobody"])),)
    elif how == "other id":
        given["id"] = data.draw(st.sampled_from([*others, "changeset:000001"]))
    elif isinstance(record, Relationship) and how != "as it is":
        given.pop("id", None)
        if how == "since" and "since" in record.key:
            given["since"] = data.draw(st.sampled_from(["2001", "2002-03", None]))
        if how == "end":
            given["to_id"] = data.draw(st.sampled_from([*others, "HOM", "NOBODY"]))
    return make_record(type(record), given)


@on_each_engine(embedded=12, neo4j=3)
def test_from_what_is_read_follows_what_follows_from_everything(bench: Bench, data: st.DataObject) -> None:
    records = data.draw(graphs())
    with create_store(bench.new_url(), HOME_BATCH)[0] as store:
        store.apply(Batch.of(records), "a tester", "drawn")
        held = store.contents()
        everything = Contents(
            {**held.nodes, **{c.identity: c for c in store.changesets()}}, held.relationships
        )
        for _ in range(4):
            drawn = [entry.record for entry in data.draw(changes_of(records)).entries]
            drawn += [
                spoil(record, records, data)
                for record in data.draw(st.lists(st.sampled_from(records), max_size=3))
            ]
            removals = data.draw(st.lists(st.sampled_from([r.identity for r in records]), max_size=2))
            batch = Batch(
                Batch.of(drawn).entries, removals=tuple(removals), with_ties=data.draw(st.booleans())
            )
            needed = store._read(lambda run, batch=batch: read_needed(run, batch))  # type: ignore[misc]
            assert find(batch, needed) == find(batch, everything)


def test_a_tie_of_a_hub_is_written_without_reading_its_other_ties(bench: Bench) -> None:
    cities = [
        validated(City, id=f"city:tur:{number}", name=f"City {number}", sources=SOURCES)
        for number in range(MANY)
    ]
    ties = [
        validated(Tie, from_id="HM-02", to_id=city.id, kind="trade", since="2019", sources=SOURCES)
        for city in cities
    ]
    places = [validated(In, from_id=city.id, to_id="TR-42", sources=SOURCES) for city in cities]
    with bench.make_store(*PLACES, *cities, *places, *ties) as store:
        row = validated(Tie, from_id="HM-02", to_id="city:tur:7", kind="visit", since="2020", sources=SOURCES)
        contents, rows, _ = count_reading(store, Batch.of([row]))
        assert rows < MANY / 2
        assert {r.identity for r in contents.records("TIED_TO")} == {ties[7].identity}
        assert "TUR" in contents.nodes
        alike = validated(
            Tie, from_id="HM-02", to_id="city:tur:7", kind="trade", since="2020", sources=SOURCES
        )
        with pytest.raises(Faults, match="is not the since of"):
            store.apply(Batch.of([alike]), "a tester", "wrong")


def test_a_first_import_asks_a_new_store_for_nothing_that_it_has_not(bench: Bench) -> None:
    with bench.make_store() as store:
        contents, rows, sent = count_reading(store, Batch.of([*PLACES, *TIES]))
        assert set(contents.nodes) == {"HOM", "source:1"}
        assert rows < 10
        assert sent < 10


def test_an_import_of_what_is_there_reads_no_record_twice(bench: Bench) -> None:
    with bench.make_store(*PLACES, *TIES) as store:
        contents, rows, _ = count_reading(store, Batch.of([*PLACES, *TIES]))
        records = len([*contents])
        assert records == len({*(r.identity for r in PLACES), *(r.identity for r in TIES), "HOM", "source:1"})
        # The ids of a label are read before its records, where more are asked for than it has.
        assert rows <= 2 * records + 10


def test_a_mission_is_read_with_the_country_that_sends_it(bench: Bench) -> None:
    mission = validated(Mission, id="mission:tur:1", name="Embassy", kind="embassy", sources=SOURCES)
    sent = validated(SentBy, from_id=mission.id, to_id="TUR", sources=SOURCES)
    with bench.make_store(*PLACES, mission, sent) as store:
        row = validated(Tie, from_id="HM-02", to_id="mission:tur:1", kind="meeting", sources=SOURCES)
        contents, _, _ = count_reading(store, Batch.of([row]))
        assert sent.id in contents.relationships


def test_what_ids_touch_holds_all_that_starts_from_them(bench: Bench) -> None:
    with bench.make_store(*PLACES, *TIES) as store:
        touched = store._read(lambda run: read_touched(run, {"city:hom:town"}))
        assert "TIED_TO" in {r.stored_as for r in touched.relationships.values()}


def test_names_are_read_as_columns_and_are_those_of_the_records(bench: Bench) -> None:
    with bench.make_store(*PLACES, *TIES) as store:
        known, contents = store.known(), store.contents()
        expected = Known.of(contents)
        assert known.home == contents.home
        for record in contents.nodes.values():
            identity = record.identity
            assert known.directory[identity] == expected.directory[identity]
            assert known.directory.parent(identity) == expected.directory.parent(identity)
        assert known.directory.find("City", "konya") == KONYA.id
        assert known.directory.find_foreign_country("Turkey") == "TUR"
        assert known.stored(Tie, "tie:town") == TIES[1]
        assert known.stored(City, "tie:town") is None
        assert known.look_up({"tie:town"}) == store.contents({"tie:town"})


def test_records_of_a_type_are_read_when_one_of_them_is_named_and_once() -> None:
    assert isinstance(KONYA, City)
    contents = Contents({KONYA.identity: KONYA})
    asked: list[str] = []

    def read(kind: type[Record]) -> dict[str, Record]:
        asked.append(kind.stored_as)
        return {record.identity: record for record in contents.records(kind.stored_as)}

    def list_ids(kind: type[Record]) -> list[str]:
        return [record.identity for record in contents.records(kind.stored_as)]

    known = Known(None, Directory(), list_ids, read, lambda _: contents)
    assert known.stored(City, "city:of:nobody") is None
    assert asked == []
    assert [known.stored(City, KONYA.identity) for _ in range(2)] == [KONYA, KONYA]
    assert asked == ["City"]


def test_a_record_that_is_new_is_the_row_itself() -> None:
    rows = [*PLACES, *TIES]
    home = [entry.record for entry in HOME_BATCH.entries]
    difference = find_difference(Batch.of([*home, *rows]), Contents())
    assert {id(record) for record in rows} <= {id(record) for record in difference.created}
