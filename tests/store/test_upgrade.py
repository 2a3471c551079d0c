"""A store that an older graphmap made is brought up to date when it is opened to write; a reader can read it.

`old/version-1.kgl` is such a file, and `old/version-1.json` the same graph for a server: each was made by the
graphmap before stores had a version. Later ones were made by the graphmap of then.
"""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import neo4j
import pytest

from graphmap.errors import StoreError
from graphmap.schema import DECLARED, Batch, City, Contents, Source, TradesWith, validated
from graphmap.store import create_store, engine, open_store, upgrade
from graphmap.store.embedded import EmbeddedStore
from graphmap.store.marks import leave_out_marks
from graphmap.store.snapshot import build_snapshot
from graphmap.store.statements import Run
from tests.servers.neo4j_server import Neo4jServer
from tests.store.conftest import HOME_BATCH, Bench, TickingClock
from tests.store.records import GRAPH, list_days

OLD = Path(__file__).parent / "old"


def make_old_file(tmp_path: Path, version: int = 1) -> str:
    return str(shutil.copy(OLD / f"version-{version}.kgl", tmp_path / "graph.kgl"))


def read_value(value: Any) -> Any:
    if isinstance(value, dict):
        return date.fromisoformat(value["date"])
    return [read_value(item) for item in value] if isinstance(value, list) else value


def fill_server(server: Neo4jServer, version: int = 1) -> str:
    """Make the old graph on a server, as the graphmap of then left it: without constraints of today."""
    told = json.loads((OLD / f"version-{version}.json").read_text("utf-8"))
    server.empty()
    with neo4j.GraphDatabase.driver(server.address, auth=(server.user, server.password)) as driver:
        for constraint in driver.execute_query("SHOW CONSTRAINTS YIELD name, labelsOrTypes").records:
            if constraint["labelsOrTypes"][0] in {"Before", "Store"}:
                driver.execute_query(f"DROP CONSTRAINT {constraint['name']}")
        for node in told["nodes"]:
            properties = {name: read_value(value) for name, value in node["properties"].items()}
            driver.execute_query(f"CREATE (n:{node['label']}) SET n = $properties", properties=properties)
        for step in told["relationships"]:
            properties = {name: read_value(value) for name, value in step["properties"].items()}
            driver.execute_query(
                f"MATCH (a {{id: $a}}) MATCH (b {{id: $b}}) CREATE (a)-[r:{step['type']}]->(b) SET r = $p",
                a=step["from"], b=step["to"], p=properties,
            )  # fmt: skip
    return server.url


ENGINES = ["embedded", pytest.param("neo4j", marks=pytest.mark.xdist_group("neo4j_server"))]


def make_old_store(request: pytest.FixtureRequest, tmp_path: Path, version: int) -> str:
    if request.param == "embedded":
        return make_old_file(tmp_path, version)
    return fill_server(request.getfixturevalue("neo4j_server"), version)


@pytest.fixture(params=ENGINES)
def old_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a store of the first version, on each engine in turn."""
    return make_old_store(request, tmp_path, 1)


@pytest.fixture(params=ENGINES)
def second_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a store of the second version, on each engine in turn."""
    return make_old_store(request, tmp_path, 2)


@pytest.fixture(params=ENGINES)
def fourth_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a store of the fourth version, on each engine in turn."""
    return make_old_store(request, tmp_path, 4)


@pytest.fixture(params=ENGINES)
def eighth_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a store of the eighth version, on each engine in turn."""
    return make_old_store(request, tmp_path, 8)


def read_derived(store: engine.Engine) -> list[dict[str, Any]]:
    names = sorted({name for cls in DECLARED.values() for name in cls.derived})
    columns = ", ".join(f"t.{name} AS {name}" for name in names)
    return store.rows(f"MATCH ()-[t]->() RETURN t.id AS id, {columns} ORDER BY id").as_dicts()


def expect_derived(contents: Contents) -> dict[str | None, dict[str, Any]]:
    return {record.id: leave_out_marks(record.derive()) for record in contents.relationships.values()}


def test_an_old_store_opened_to_write_is_brought_up_to_date(old_url: str) -> None:
    with open_store(old_url) as store:
        assert store._read(upgrade.read_stamp) == upgrade.make_stamp(kept_since=7)
        assert len(store.changesets()) == 6
        contents = store.contents()
        assert contents.nodes["city:tur:konya"].name == "Konya (city)"
        expected = expect_derived(contents)
        for row in read_derived(store):
            assert {name: row[name] for name in expected[row["id"]]} == expected[row["id"]]
        # Below the contract: the constraints of new labels are there.
        with pytest.raises(StoreError, match=r"already exists|same moment"):
            store._write(lambda run: run("CREATE (s:Store {id: 'store'})", {}))
        assert not store.upgrade()


def test_a_store_of_the_second_version_holds_its_attested_days_as_texts(second_url: str) -> None:
    with open_store(second_url) as store:
        assert store._read(upgrade.read_stamp) == upgrade.make_stamp()
        rows = store.rows(
            "MATCH ()-[r]->() WHERE r.attested IS NOT NULL "
            "RETURN r.id AS id, r.attested AS attested ORDER BY id"
        ).rows
        assert rows == (("term:1", ["2021-05-01"]), ("tie:1", ["2024-01-01", "2026-02-08"]))
        assert store.contents().relationships["tie:1"].values()["attested"] == ("2024-01-01", "2026-02-08")
        edits = store.changes("tie:1")
        assert [edit.fields() for edit in edits if edit.action == "changed"] == [("attested",)]
        assert edits[0].before is not None
        assert edits[0].before.values()["attested"] == ("2024-01-01", "2025-02-03")
        snapshot = store.snapshot()
        assert snapshot.ties.attested[0] == ("2024-01-01", "2026-02-08")
        assert list(snapshot.ties.nature) == ["commitment", "event"]
        assert (snapshot.trade.year[0], snapshot.trade.periods[0]) == (2023, None)


def test_a_store_of_the_fourth_version_is_told_what_its_records_tell_of_each_other(fourth_url: str) -> None:
    with open_store(fourth_url) as store:
        assert store._read(upgrade.read_stamp) == upgrade.make_stamp()
        ties = (
            "MATCH ()-[t:TIED_TO]->() RETURN t.id AS id, t.last_sign, t.counts_until, t.parties ORDER BY id"
        )
        both = ["HM-01", "HM-02"]
        assert store.rows(ties).rows == (
            ("tie:1", date(2022, 6, 1), None, both),
            ("tie:2", date(2020, 1, 1), None, both),
            ("tie:3", date(2022, 6, 1), date(2022, 6, 2), None),
            ("tie:4", date(2010, 1, 1), date(2024, 5, 1), None),
        )
        terms = "MATCH ()-[t:GOVERNS]->() RETURN t.id AS id, t.counts_from, t.counts_until ORDER BY id"
        assert store.rows(terms).rows == (
            ("term:1", date(2015, 1, 1), date(2019, 3, 1)),
            ("term:2", date(2019, 3, 1), None),
        )
        sign = "MATCH ()-[t:TIED_TO {id: 'tie:2'}]->() RETURN t.sign, t.counts_from"
        assert store.rows(sign).rows == ((date(2020, 1, 1), date(2018, 5, 1)),)


def test_the_far_days_of_a_store_of_the_eighth_version_are_taken_away(eighth_url: str) -> None:
    with open_store(eighth_url) as store:
        assert store._read(upgrade.read_stamp) == upgrade.make_stamp()
        far = " OR ".join(f"r.{name} > date('9000-01-01')" for name in list_days())
        for pattern in ("()-[r]->()", "(r)"):
            assert store.rows(f"MATCH {pattern} WHERE {far} RETURN r.id").rows == ()
        days = (
            "since_earliest since_latest until_earliest until_latest counts_until certain_from certain_until"
        )
        columns = ", ".join(f"t.{name} AS {name}" for name in days.split())
        rows = store.rows(f"MATCH ()-[t:TIED_TO]->() RETURN t.id AS id, {columns} ORDER BY id").rows
        told = {row[0]: row[1:] for row in rows}
        always, begun = date(1, 1, 1), date(2019, 5, 1)
        assert told["tie:undated"] == (None,) * 7
        assert told["tie:unknown-open"] == (None,) * 7
        assert told["tie:always"] == (None, always, None, None, None, always, None)
        day_two = date(1, 1, 2)
        assert told["tie:always-unknown"] == (None, always, day_two, None, None, always, day_two)
        assert told["tie:open"] == (begun, date(2019, 5, 31), None, None, None, date(2019, 5, 31), None)
        # What was read of the far days is read of their absence: the snapshot is that of the records.
        assert store.snapshot() == build_snapshot(store.contents())


def test_the_ids_of_trade_that_older_files_give_stay_as_they_were(tmp_path: Path) -> None:
    same = validated(
        TradesWith, from_id="HM-01", to_id="TUR", flow="exports", year=2023, share=35, sources=("source:1",)
    )
    of_goods = validated(
        TradesWith,
        from_id="HM-01",
        to_id="TUR",
        flow="exports",
        period="1402",
        goods="tea",
        sources=("source:1",),
    )
    # An id is made before anything reaches an engine: a file shows it as well as a server.
    with open_store(make_old_file(tmp_path, 2)) as store:
        assert store.apply(Batch.of([same]), "a tester", "the same again").created == 0
        assert store.apply(Batch.of([of_goods]), "a tester", "a year of another calendar").created == 1
        assert {
            (r.year, r.period, r.goods)
            for r in store.contents().records("TRADES_WITH")
            if isinstance(r, TradesWith)
        } == {(2023, None, None), (None, "1402", "tea")}


def test_an_old_store_keeps_its_history_from_its_upgrade_on(old_url: str) -> None:
    with open_store(old_url) as store:
        held = store.contents()
        today = date.fromisoformat(str(store.changesets()[0].at)[:10])
        store.apply(
            Batch.of(
                [
                    validated(Source, id="source:1", name="Renamed"),
                    validated(City, id="city:tur:konya", note="a remark"),
                ]
            ),
            "a tester",
            "the first that is kept",
        )
        assert len(store.changes("changeset:000007")) == 2
        assert [edit.action for edit in store.changes("source:1")] == ["changed"]
        assert store.contents(believed_on=today) == held
        store.undo("changeset:000007", "a tester")
        assert store.contents() == held
        with pytest.raises(StoreError, match="changeset:000003 cannot be undone: what it overwrote was not"):
            store.undo("changeset:000003", "a tester")
        with pytest.raises(StoreError, match="is older than what the store keeps"):
            store.changes("changeset:000003")
        assert store.changes("HOM") == ()


def test_a_day_of_which_an_old_store_cannot_tell_is_refused(tmp_path: Path) -> None:
    with open_store(make_old_file(tmp_path)) as store:

        def set_back(run: Run) -> None:
            run("MATCH (c:Changeset) WHERE c.id < 'changeset:000004' SET c.at = '2020-01-01T00:00:00Z'", {})

        store._write(set_back)
        with pytest.raises(StoreError, match="what the store held on 2021-01-01 is not known"):
            store.contents(believed_on=date(2021, 1, 1))


def test_an_old_file_opened_to_read_answers_and_stays_as_it_is(tmp_path: Path) -> None:
    url = make_old_file(tmp_path)
    before = Path(url).read_bytes()
    with open_store(url, read_only=True) as store:
        assert len(store.snapshot().ties.ids) == 4
        expected = expect_derived(store.contents())
        assert all(
            row[name] == value for row in read_derived(store) for name, value in expected[row["id"]].items()
        )
    assert Path(url).read_bytes() == before
    assert list(tmp_path.iterdir()) == [Path(url)]


def test_an_old_server_opened_to_read_says_what_to_do(neo4j_server: Neo4jServer) -> None:
    url = fill_server(neo4j_server)
    with pytest.raises(StoreError, match=f"`graphmap upgrade --store {neo4j_server.address}` brings it up"):
        open_store(url, read_only=True)
    open_store(url).close()
    open_store(url, read_only=True).close()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_store_made_by_a_newer_graphmap_is_left_alone(bench: Bench, read_only: bool) -> None:
    url = bench.new_url()
    with create_store(url, HOME_BATCH, clock=TickingClock())[0] as store:
        store._write(lambda run: run("MATCH (s:Store) SET s.version = 99", {}))
    with pytest.raises(StoreError, match="was made by a newer graphmap"):
        open_store(url, read_only)


def test_a_file_made_before_a_field_was_declared_answers_queries_about_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = str(tmp_path / "graph.kgl")
    query = "MATCH (n:Country {subregion: 'nowhere'}) RETURN n.id AS id"
    with monkeypatch.context() as earlier:
        earlier.setattr(EmbeddedStore, "_teach_names", lambda *_: None)
        earlier.setattr(upgrade, "_mark", lambda _: "earlier")
        with create_store(url, HOME_BATCH)[0] as store, pytest.raises(StoreError, match="subregion"):
            store.rows(query)
    for read_only in (True, False, True):
        with open_store(url, read_only) as store:
            assert store.rows(query).rows == ()


def test_derived_properties_that_are_new_are_computed(bench: Bench) -> None:
    url = bench.new_url()
    with create_store(url, HOME_BATCH, clock=TickingClock())[0] as store:
        store.apply(Batch.of(GRAPH), "a tester", "to begin with")
        store._write(
            lambda run: run("MATCH ()-[t:TIED_TO]->() SET t.since_earliest = null, t.last_sign = null", {})
        )
        store._write(lambda run: run("MATCH (s:Store) SET s.derived = 'earlier'", {}))
    with open_store(url) as store:
        expected = expect_derived(store.contents())
        assert all(
            row[name] == value for row in read_derived(store) for name, value in expected[row["id"]].items()
        )


def test_the_steps_are_numbered_one_by_one() -> None:
    assert sorted(upgrade.STEPS) == list(range(upgrade.FIRST_VERSION + 1, max(upgrade.STEPS) + 1))


def test_names_of_places_fold_without_words_for_what_they_are_in_an_older_store(old_url: str) -> None:
    with open_store(old_url) as store:
        assert "konya" in store.rows("MATCH (n:City {id: 'city:tur:konya'}) RETURN n.folds").rows[0][0]
