"""A snapshot is the same however it is read, small, and may be tried on before anything is written."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import numpy as np
import pytest
from hypothesis import strategies as st

from graphmap.analysis.loader import load_analysis
from graphmap.errors import Faults, GraphmapError
from graphmap.schema import (
    Batch,
    City,
    Contents,
    Country,
    In,
    Lasting,
    Mission,
    Named,
    Province,
    Record,
    Relationship,
    Represents,
    SentBy,
    Source,
    Tie,
    make_record,
    validated,
)
from graphmap.store.columns import NOTHING, Days
from graphmap.store.snapshot import Snapshot, build_snapshot
from graphmap.store.snapshot_read import GATHERED, NAMED_IN_PLURAL
from graphmap.store.tables import TABLES
from graphmap.store.trial import TRIED
from tests.analysis.graphs import make_small_world, make_snapshot
from tests.store.conftest import HOME_BATCH, Bench, on_each_engine
from tests.store.records import GRAPH, SOURCES
from tests.store.test_properties import make_store
from tests.strategies import changes_of, graphs

BYTES_A_TIE = 140


def hold(records: tuple[Record, ...]) -> Contents:
    """Return records as contents."""
    nodes = {record.id or "": record for record in records if isinstance(record, Named)}
    relationships = {record.id or "": record for record in records if isinstance(record, Relationship)}
    return Contents(nodes, relationships)


@on_each_engine(embedded=12, neo4j=3)
def test_columns_read_from_an_engine_are_those_of_its_records(bench: Bench, data: st.DataObject) -> None:
    records = data.draw(graphs())
    with make_store(bench, records) as store:
        assert store.snapshot() == build_snapshot(store.contents())
        store.apply(data.draw(changes_of(records)), "a tester", "drawn")
        assert store.snapshot() == build_snapshot(store.contents())


@on_each_engine(embedded=2, neo4j=1)
def test_an_analysis_finds_in_an_engine_what_it_finds_in_its_records(
    bench: Bench, data: st.DataObject
) -> None:
    with make_store(bench, data.draw(graphs())) as store:
        held, day = build_snapshot(store.contents()), date(2026, 6, 1)
        for name in ("pipeline", "plan", "change"):
            find = load_analysis(name).find
            assert find(store.snapshot(), as_of=day) == find(held, as_of=day)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_every_field_of_its_records_but_those_named(name: str) -> None:
    columns = {NAMED_IN_PLURAL.get(one.name, one.name) for one in fields(TABLES[name])}
    left_out = {"from_id", "to_id", "home", "folds", "apart_from"}
    for cls in GATHERED[name]:
        if name == "places" and cls is Mission:
            continue  # the table of missions has them
        if issubclass(cls, Relationship) and cls is not Tie:
            left_out |= {"note"}
        if issubclass(cls, Source):
            left_out |= {"sources"}
        declared = {column.name for column in cls.columns()} | set(cls.derived)
        assert declared - columns <= left_out


def test_the_derived_columns_of_ties_are_those_that_the_schema_derives() -> None:
    snapshot = build_snapshot(hold((*(entry.record for entry in HOME_BATCH.entries), *GRAPH)))
    tie = next(record for record in GRAPH if isinstance(record, Tie))
    row = snapshot.ties.find(tie.id or "")
    for name, value in tie.derive().items():
        column = getattr(snapshot.ties, name)
        assert (column.day(row) if isinstance(column, Days) else column[row]) == value


def test_a_snapshot_holds_missions_posts_borders_trade_and_sources(bench: Bench) -> None:
    mission = [
        validated(
            Mission,
            id="mission:1",
            name="Consulate",
            kind="consulate",
            status="open",
            lat=1.5,
            sources=SOURCES,
        ),
        validated(In, from_id="mission:1", to_id="city:tur:konya", sources=SOURCES),
        validated(SentBy, from_id="mission:1", to_id="HOM", sources=SOURCES),
    ]
    with bench.make_store(*GRAPH, *mission) as store:
        snapshot = store.snapshot()
    missions, places = snapshot.missions, snapshot.places
    assert list(missions.ids) == ["mission:1"]
    assert (places.ids[missions.city[0]], places.ids[missions.sender[0]]) == ("city:tur:konya", "HOM")
    assert (missions.kinds[0], missions.statuses[0], missions.lat[0]) == ("consulate", "open", 1.5)
    assert np.isnan(missions.lon[0])
    assert list(snapshot.sources.ids) == ["source:1"]
    assert places.ids[snapshot.countries[missions.city[0]]] == "TUR"
    assert places.population[snapshot.row("HM-01")] == 3_000_000
    assert places.aliases[snapshot.row("TUR")] == ("Turkey",)


# ---------------------------------------------------------------------------- trials


def list_tried(records: tuple[Record, ...]) -> list[Record]:
    """Return the records of a graph that a trial may hold."""
    missions = {record.id for record in records if isinstance(record, Mission)}
    tried = [
        record
        for record in records
        if record.stored_as in TRIED and not (isinstance(record, In) and record.from_id in missions)
    ]
    ids = {record.id for record in tried} | missions
    return [
        record
        for record in tried
        if not isinstance(record, In | Represents) or {record.from_id, record.to_id} <= ids
    ]


@on_each_engine(embedded=12, neo4j=3)
def test_what_is_tried_is_what_would_be_read_after_a_write(bench: Bench, data: st.DataObject) -> None:
    records = data.draw(graphs())
    tried = list_tried(records)
    cut = data.draw(st.integers(0, len(tried)))
    held = data.draw(st.sampled_from(["none", "nodes", "all"]))
    late: list[Record] = tried[cut:]
    if held == "nodes":
        late = [record for record in tried if isinstance(record, Tie)]
    elif held == "all":
        late = [entry.record for entry in data.draw(changes_of(tried)).entries]
    later = {record.id for record in late}
    before = records if held == "all" else tuple(r for r in records if r.id not in later)
    batch = Batch.of(late)
    with bench.make_store() as store:
        try:
            store.apply(Batch.of(before), "a tester", "drawn")
        except Faults:
            return  # what was left out was needed
        snapshot = store.snapshot()
        tried_on = snapshot.with_ties(batch)
        assert store.snapshot() == snapshot
        store.apply(batch, "a tester", "drawn")
        assert store.snapshot() == tried_on


def make_small() -> Snapshot:
    """Make the snapshot of the small graph."""
    return build_snapshot(hold((*(entry.record for entry in HOME_BATCH.entries), *GRAPH)))


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (
            validated(Tie, from_id="HM-01", to_id="ZZZ", kind="trade", sources=SOURCES),
            "id of any node",
        ),
        (validated(Tie, from_id="HM-01", to_id="HOM", kind="trade", sources=SOURCES), "home country"),
        (validated(Tie, from_id="HM-01", to_id="TUR", kind="trade", sources=["none"]), "id of a source"),
        (validated(Tie, from_id="HM-01", to_id="TUR", sources=SOURCES), "needs it"),
        (validated(City, id="tie:town", name="Town", sources=SOURCES), "is the id of a TIED_TO"),
        (
            validated(
                Tie, from_id="city:hom:town", to_id="city:tur:konya", kind="sister_city", sources=SOURCES
            ),
            "like this row in all else",
        ),
        (
            validated(
                Tie, from_id="HM-01", to_id="TUR", kind="trade", since="2020", until="2010", sources=SOURCES
            ),
            "2010",
        ),
    ],
)
def test_a_trial_is_refused_as_an_import_would_be(bench: Bench, record: Record, words: str) -> None:
    with bench.make_store(*GRAPH) as store, pytest.raises(Faults, match=words) as refused:
        store.difference(Batch.of([record]))
    with pytest.raises(Faults) as tried:
        make_small().with_ties(Batch.of([record]))
    assert tried.value.faults == refused.value.faults


def test_what_a_place_lies_in_is_taken_out_in_a_trial_by_its_id_as_an_import_would() -> None:
    snapshot = make_snapshot(make_small_world())
    step = next(one for one in make_small_world() if isinstance(one, In) and one.from_id == "a:town")
    assert step.id is not None
    after = snapshot.with_ties(Batch((), removals=(step.id,)))
    towns = (held.places.parent[held.row("a:town")] for held in (snapshot, after))
    assert [row != NOTHING for row in towns] == [True, False]
    with pytest.raises(Faults, match="is not the id of anything"):
        snapshot.with_ties(Batch((), removals=("in:a:town..B:000000000000",)))


def test_a_trial_of_what_changes_no_tie_is_refused() -> None:
    mission = validated(Mission, id="mission:1", name="Consulate", sources=SOURCES)
    with pytest.raises(GraphmapError, match="Mission mission:1 cannot be tried"):
        make_small().with_ties(Batch.of([mission]))


# ---------------------------------------------------------------------------- size and other forms


def test_a_tie_takes_less_room_than_it_may() -> None:
    count = 3000
    records: list[Record] = [entry.record for entry in HOME_BATCH.entries]
    records += [validated(Country, id="TUR", name="Türkiye", sources=SOURCES)]
    records += [validated(Province, id=f"HM-{n:04}", name=f"P{n}", sources=SOURCES) for n in range(20)]
    without = build_snapshot(hold(tuple(records))).nbytes
    for number in range(count):
        records.append(
            validated(
                Tie,
                from_id=f"HM-{number % 20:04}",
                to_id="TUR",
                kind="trade" if number % 2 else "memorandum",
                since=f"{1950 + number % 70}-{1 + number % 12:02}",
                document=f"doc-{number % 1000}",
                sectors=["trade", "tourism"],
                attested=[date(2026, 2, 8)],
                note=None,
                id=f"tied_to:HM-{number % 20:04}..city:tur:a-long-name:{number:012x}",
                sources=SOURCES,
            )
        )
    snapshot = build_snapshot(hold(tuple(records)))
    assert len(snapshot.ties) == count
    held = (snapshot.nbytes - without) / count
    # What NumPy and Python hold, headers of a few dozen objects included.
    assert 60 < held < BYTES_A_TIE
    sizes = [sys.getsizeof(column) for _, column in snapshot.ties.columns() if isinstance(column, np.ndarray)]
    assert sum(sizes) / count < BYTES_A_TIE


def test_every_table_comes_as_plain_columns_of_one_length() -> None:
    columns = make_small().to_columns()
    assert set(columns) == set(TABLES)
    for table in columns.values():
        assert len({len(values) for values in table.values()}) == 1
    ties = columns["ties"]
    assert ties["ids"] == ["tie:province", "tie:town"]
    assert ties["target"] == ["counterpart:konya", "city:tur:konya"]
    assert ties["sectors"] == ["trade|tourism", ""]
    assert ties["since_earliest"] == [date(2019, 5, 1), date(2000, 1, 1)]
    assert ties["municipal"] == [False, True]
    assert columns["places"]["population"][columns["places"]["ids"].index("HM-02")] is None


def test_without_pandas_a_table_of_pandas_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(GraphmapError, match="pandas is not installed"):
        make_small().to_pandas()


def test_a_store_that_lacks_what_is_derived_is_not_read_as_if_it_had_it(bench: Bench) -> None:
    with bench.make_store(*GRAPH) as store:
        store._write(
            lambda run: run("MATCH ()-[t:TIED_TO]->() WHERE t.id = 'tie:town' REMOVE t.since_latest", {})
        )
        with pytest.raises(GraphmapError, match="written by an older graphmap: since_latest"):
            store.snapshot()


def test_a_tie_of_another_program_is_not_taken_for_one_that_has_no_end(embedded_bench: Bench) -> None:
    bare = "CREATE (a)-[:TIED_TO {id: 'theirs', kind: 'trade', proves: false, sources: ['source:1']}]->(b)"
    with embedded_bench.make_store(*GRAPH) as store:
        store._write(
            lambda run: run(f"MATCH (a:Province {{id: 'HM-01'}}), (b:Country {{id: 'TUR'}}) {bare}", {})
        )
        with pytest.raises(GraphmapError, match=r"written by an older graphmap: .*counts_until"):
            store.snapshot()


def test_every_lasting_table_has_the_derived_columns_of_its_type() -> None:
    lasting: list[Callable[[], object]] = []
    for name, classes in GATHERED.items():
        for cls in classes:
            if issubclass(cls, Lasting):
                assert set(cls.derived) <= {one.name for one in fields(TABLES[name])}
                lasting.append(cls)
    assert lasting


def test_rows_are_found_by_few_ids_and_by_many() -> None:
    records = (make_record(Source, {"id": f"source:{number}", "name": "x"}) for number in range(0, 300, 2))
    home = make_record(Country, {"id": "AAA", "name": "Home", "home": True})
    table = build_snapshot(hold((home, *records))).sources
    for asked in (range(0), range(7, 9), range(290, 310), range(300)):
        ids = {f"source:{number}" for number in asked}

        assert [table.ids[row] for row in table.find_all(ids)] == sorted(ids & {*table.ids})


def test_a_foreign_country_is_found_by_its_id_and_by_its_name_alike() -> None:
    snapshot = make_small()
    foreign = [snapshot.places.ids[row] for row in snapshot.rows_of("Country")]
    foreign.remove(snapshot.home)

    assert foreign
    by_id = replace(snapshot)
    assert by_id.find_foreign_country(foreign[0]) == foreign[0]
    assert "directory" not in vars(by_id)  # which takes long to make of very many places
    for country in foreign:
        name = snapshot.directory.name(country).en
        found = {snapshot.find_foreign_country(asked) for asked in (country, f" {country} ", name)}
        assert found == {country}
    with pytest.raises(GraphmapError, match="is the home country"):
        snapshot.find_foreign_country(snapshot.home)


def test_what_ties_are_on_a_day_is_told_anew_for_another_day() -> None:
    snapshot = make_small()
    for day in (date(2024, 5, 1), date(1990, 1, 1), date(2024, 5, 1)):
        for years in (5, 0):
            told = snapshot.judge_on(day, years)
            assert np.array_equal(told.counts, snapshot.counting_on(day, contacts=True)[0])
            assert np.array_equal(told.presumed, snapshot.presumed_on(day, years))
            assert np.array_equal(told.silent, snapshot.silent_on(day, years))
