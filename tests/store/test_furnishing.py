"""What a store bears for those who look at it with other programs: a common label, points, indexes, names."""

from __future__ import annotations

import pytest
from neo4j.spatial import WGS84Point

from graphmap.errors import QueryRefused, StoreError
from graphmap.schema import Batch, City, Source, Tie, validated
from graphmap.store import create_store, open_store
from graphmap.store.statements import PLACES, list_constraints
from tests.servers.neo4j_server import Neo4jServer
from tests.store.conftest import HOME_BATCH, Bench
from tests.store.records import GRAPH


def test_all_places_and_nothing_else_bear_one_common_label(bench: Bench) -> None:
    with bench.make_store(*GRAPH) as store:
        held = store.contents().nodes.values()
        places = {node.identity for node in held if node.stored_as in PLACES}
        assert {row[0] for row in store.rows("MATCH (p:Place) RETURN p.id AS id").rows} == places
        (labels,) = store.rows("MATCH (p:City {id: 'city:tur:konya'}) RETURN labels(p) AS labels").rows[0]
        assert sorted(labels) == ["City", "Place"]


def test_the_point_of_a_place_is_no_property_that_a_query_may_name(bench: Bench) -> None:
    with bench.make_store() as store, pytest.raises(QueryRefused, match=r"n\.lat and n\.lon is meant"):
        store.rows("MATCH (n:City) RETURN n.location AS point")


def test_the_point_of_a_place_follows_its_latitude_and_longitude(neo4j_server: Neo4jServer) -> None:
    neo4j_server.empty()
    query = "MATCH (p:Place {id: 'city:tur:konya'}) RETURN p.location AS point"
    with create_store(neo4j_server.url, HOME_BATCH)[0] as store:
        store.apply(Batch.of(GRAPH), "a tester", "to begin with")
        for lat, point in (
            (37.87, WGS84Point((32.49, 37.87))),
            (38, WGS84Point((32.49, 38.0))),
            (None, None),
        ):
            store.apply(Batch.of([validated(City, id="city:tur:konya", lat=lat, lon=32.49)]), "a tester", "")
            assert neo4j_server.ask(query) == [{"point": point}]
            # It is no field of the record, and no property of the node that an answer shows.
            node = store.rows("MATCH (c:City {id: 'city:tur:konya'}) RETURN c AS node").rows[0][0]
            assert "location" not in node["properties"]
            assert "location" not in store.contents().nodes["city:tur:konya"].values()


def test_a_database_that_an_older_graphmap_declared_gets_names_indexes_and_points(
    neo4j_server: Neo4jServer,
) -> None:
    neo4j_server.empty()
    with create_store(neo4j_server.url, HOME_BATCH)[0] as store:
        store.apply(Batch.of(GRAPH), "a tester", "")
    neo4j_server.ask("DROP CONSTRAINT city_id")
    neo4j_server.ask("CREATE CONSTRAINT FOR (n:City) REQUIRE n.id IS UNIQUE")
    neo4j_server.ask("DROP INDEX names")
    neo4j_server.ask("MATCH (p:Place) REMOVE p:Place, p.location")
    neo4j_server.ask("MATCH (s:Store) SET s.version = 6")
    open_store(neo4j_server.url).close()
    kept = {row["name"] for row in neo4j_server.ask("SHOW CONSTRAINTS YIELD name")}
    # A test before this one may have let sources be walked to: its constraint stays.
    assert {name for name, _, _ in list_constraints()} == kept - {"statement_tie"}
    indexes = {row["name"]: row["type"] for row in neo4j_server.ask("SHOW INDEXES YIELD name, type")}
    assert indexes["names"] == "FULLTEXT"
    assert indexes["place_location"] == "POINT"
    assert {indexes[f"{label.lower()}_name_fa"] for label in PLACES} == {"RANGE"}
    assert indexes["tied_to_counts_until"] == "RANGE"
    found = neo4j_server.ask("MATCH (p:Place {id: 'city:tur:konya'}) RETURN p.location AS point")
    assert found == [{"point": WGS84Point((32.49, 37.87))}]


def test_a_name_is_found_in_either_script_however_it_is_typed(neo4j_server: Neo4jServer) -> None:
    neo4j_server.empty()
    with create_store(neo4j_server.url, HOME_BATCH)[0] as store:
        store.apply(Batch.of(GRAPH), "a tester", "")
    query = "CALL db.index.fulltext.queryNodes('names', $words) YIELD node RETURN node.id AS id"
    for words in ("Türkiye", "türkiye", "ترکیه", "تركيه", "turk*", "Turkey"):
        assert neo4j_server.ask(query, words=words)[:1] == [{"id": "TUR"}], words


def test_what_is_recorded_leads_to_its_sources_where_that_is_asked(neo4j_server: Neo4jServer) -> None:
    neo4j_server.empty()

    def find_ways(ask_for: str) -> list[tuple[str, str]]:
        query = (
            f"MATCH (n:{ask_for})-[:SAID_BY]->(s:Source) RETURN coalesce(n.tie, n.id) AS id, s.id AS source"
        )
        return sorted((row["id"], row["source"]) for row in neo4j_server.ask(query))

    def expect_ways(label: str) -> list[tuple[str, str]]:
        held = store.contents().records(label)
        return sorted((r.identity, s) for r in held if isinstance(r, City | Tie) for s in r.sources or ())

    with create_store(neo4j_server.url, HOME_BATCH)[0] as store:
        store.apply(Batch.of(GRAPH), "a tester", "to begin with")
        before = store.contents(), store.snapshot()
        assert find_ways("City") == []
        store.lay_citations("nodes")
        assert find_ways("City") == expect_ways("City") != []
        assert find_ways("Statement") == []
        store.lay_citations("ties")
        assert find_ways("Statement") == expect_ways("TIED_TO") != []
        assert (store.contents(), store.snapshot()) == before
        tie = next(record for record in GRAPH if isinstance(record, Tie))
        assert (
            len(neo4j_server.ask("MATCH (c:Statement {tie: $id})-[:ABOUT]->(p) RETURN p.id", id=tie.id)) == 2
        )
        # They follow what is written, removed and undone.
        another = validated(Source, id="source:another", name="Another")
        changed = [validated(cls, id=one, sources=["source:another"]) for cls, one in (
            (City, "city:tur:konya"), (Tie, tie.identity),
        )]  # fmt: skip
        store.apply(Batch.of([another, *changed]), "a tester", "other sources")
        assert find_ways("City") == expect_ways("City")
        assert (tie.identity, "source:another") in find_ways("Statement") == expect_ways("TIED_TO")
        last = store.changesets()[0].identity
        store.apply(Batch((), removals=("city:tur:konya",), with_ties=True), "a tester", "gone")
        assert find_ways("City") == expect_ways("City")
        assert find_ways("Statement") == expect_ways("TIED_TO")
        store.undo(store.changesets()[0].identity, "a tester")
        store.undo(last, "a tester")
        assert (store.contents(), store.snapshot()) == before
        assert find_ways("Statement") == expect_ways("TIED_TO")
        assert store.lay_citations("none") == 0
        assert find_ways("Statement") == find_ways("City") == []


def test_a_file_has_nobody_who_would_walk_to_sources(embedded_bench: Bench) -> None:
    with embedded_bench.make_store() as store, pytest.raises(StoreError, match="name a Neo4j server"):
        store.lay_citations("nodes")
