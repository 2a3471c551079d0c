"""A sample in a store of its own, files for neo4j-admin, and ways to sources, as a person asks for them."""

from __future__ import annotations

from tests.cli.conftest import Run
from tests.servers.neo4j_server import Neo4jServer


def test_a_sample_goes_into_a_running_neo4j_and_stays_there(
    run: Run, neo4j_url: str, neo4j_server: Neo4jServer
) -> None:
    given = ("--sample", "invented", "--store", neo4j_url)
    said = run("load-sample", *given)
    assert (said.code, said.err) == (0, "")
    assert f"  graphmap rivals --store {neo4j_server.address}" in said.out.splitlines()
    assert "already; nothing changed" in run("load-sample", *given).out
    assert "از پیش در آن بود" in run("load-sample", *given, "--lang", "fa").out
    other = run("load-sample", "--store", neo4j_url)
    assert (other.code, other.out) == (2, "")
    assert "is the store of another home country" in other.err
    linked = run("link-sources", "--from", "ties", "--store", neo4j_url)
    assert "SAID_BY lead to sources now" in linked.out
    assert neo4j_server.ask("MATCH (:Statement)-[:SAID_BY]->(s:Source) RETURN s.id AS id LIMIT 1")


def test_a_sample_stays_out_of_a_graph_of_ones_own(run: Run) -> None:
    assert run("init", "--home", "IRN", "--store", "mine.kgl").code == 0
    said = run("load-sample", "--store", "mine.kgl")
    assert (said.code, said.out) == (2, "")
    assert "holds a graph of your own, and the sample stays out of it" in said.err
    assert run("link-sources", "--store", "mine.kgl").code == 2


def test_a_server_that_is_not_there_is_told(run: Run, free_port: int) -> None:
    said = run("load-sample", "--store", f"bolt://127.0.0.1:{free_port}")
    assert (said.code, said.out) == (2, "")
    assert "does not answer; is it running" in said.err


def test_files_for_neo4j_admin_come_with_what_to_do_next(run: Run) -> None:
    run("load-sample", "--sample", "invented", "--store", "graph.kgl")
    said = run("export", "for neo4j", "--to", "neo4j-admin", "--store", "graph.kgl")
    lines = said.out.splitlines()
    assert lines[1:3] == ["  cd 'for neo4j'", "  neo4j-admin database import full neo4j @import.args"]
    assert "  graphmap upgrade --store neo4j://localhost" in lines
    assert run("export", "for neo4j", "--to", "neo4j-admin", "--store", "graph.kgl").code == 2
