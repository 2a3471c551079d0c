"""The servers that the tests start are real and do what their fixtures promise."""

from __future__ import annotations

from copy import copy

import neo4j
import pytest
from neo4j.exceptions import AuthError
from playwright.sync_api import Browser

from tests.groups import tell_groups
from tests.servers.chromium import list_violations
from tests.servers.neo4j_server import Neo4jServer


def ask(server: Neo4jServer, query: str) -> list[list[object]]:
    with neo4j.GraphDatabase.driver(server.address, auth=(server.user, server.password)) as driver:
        return [record.values() for record in driver.execute_query(query).records]


@pytest.mark.parametrize("which", ["@ of no group"])
@pytest.mark.xdist_group("this_group")
def test_tests_of_a_group_are_dealt_out_together(which: str, request: pytest.FixtureRequest) -> None:
    item = copy(request.node)
    for _ in range(2):
        tell_groups([item])
        assert item.nodeid == f"{__name__.replace('.', '/')}.py::{item.name}@this_group"
    assert which in item.name


def test_neo4j_wants_its_password(neo4j_server: Neo4jServer) -> None:
    with (
        neo4j.GraphDatabase.driver(neo4j_server.address, auth=("neo4j", "not this one")) as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()


def test_a_fresh_address_holds_an_empty_graph(neo4j_server: Neo4jServer) -> None:
    neo4j_server.empty()  # what an earlier test left may hold the same ids
    ask(neo4j_server, "CREATE (:Country {id: 'IRN'})-[:BORDERS]->(:Country {id: 'TUR'})")
    neo4j_server.empty()
    assert ask(neo4j_server, "MATCH (n) RETURN count(n)") == [[0]]


def test_axe_judges_a_page_under_a_strict_policy(browser: Browser) -> None:
    policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"""
    page = browser.new_page()
    page.set_content(
        f'<html lang="en"><head>{policy}<title>x</title></head><body><img src="a.png"></body></html>'
    )
    violations = list_violations(page)
    page.close()
    assert any(violation.startswith("image-alt: ") for violation in violations)
