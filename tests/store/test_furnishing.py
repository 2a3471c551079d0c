"""What a store bears for those who look at it with other programs: a common label, points, indexes, names."""

from __future__ import annotations

import pytest
from neo4j.spatial import WGS84Point

from graphmap.errors import QueryRefused
from graphmap.schema import Batch, City, validated
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
    assert {name for name, _, _ in list_constraints()} == kept
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
