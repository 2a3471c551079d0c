"""The queries of docs/neo4j.md run as they stand and find something, alike on both engines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphmap.store import create_store
from graphmap.store.contract import Store
from tests.servers.neo4j_server import Neo4jServer
from tests.store.records import list_days

PAGE = Path(__file__).parents[2] / "docs" / "neo4j.md"
OF_NEO4J = re.findall(r"^    ((?:MATCH|CALL).*(?:\n    (?!CALL).*)*)", PAGE.read_text("utf-8"), re.MULTILINE)
"""Those that Neo4j alone answers."""

QUERIES = re.findall(r"```cypher\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


def test_there_are_ten() -> None:
    assert len(QUERIES) == 10
    assert len(OF_NEO4J) == 4


@pytest.mark.parametrize("query", QUERIES, ids=[f"query-{place}" for place in range(1, 11)])
def test_a_query_of_the_page_finds_something(query: str, iran: Store) -> None:
    answer = iran.rows(query)
    assert answer.rows
    assert not answer.cut


def test_no_far_day_is_stored_for_one_that_is_open_or_not_known(iran: Store) -> None:
    far = " OR ".join(
        f"r.{name} > date('9000-01-01') OR r.{name} < date('1000-01-01')" for name in list_days()
    )
    for pattern in ("()-[r]->()", "(r)"):
        assert iran.rows(f"MATCH {pattern} WHERE {far} RETURN r.id LIMIT 5").rows == ()


def test_the_queries_of_the_page_find_the_same_on_neo4j(
    iran: Store, neo4j_server: Neo4jServer, neo4j_url: str
) -> None:
    from graphmap.exchange.samples import read_sample

    store, _ = create_store(neo4j_url, read_sample("iran"), by="test")
    with store:
        store.lay_citations("ties")  # as the page has it before the last of them
        for query in OF_NEO4J:
            assert neo4j_server.ask(query), query
        for query in QUERIES:
            # Texts are put in order by each engine in its own way where they are equal in all else.
            assert sorted(map(repr, store.rows(query).rows)) == sorted(map(repr, iran.rows(query).rows))
