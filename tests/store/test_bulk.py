"""What is written for neo4j-admin is what a real neo4j-admin imports: the same graph with its history."""

from __future__ import annotations

from pathlib import Path

from graphmap.schema import Batch, City, Tie, validated
from graphmap.store import open_store
from graphmap.store.statements import PLACES
from tests.servers.neo4j_server import Neo4jServer
from tests.store.conftest import Bench
from tests.store.records import GRAPH

HARD = """He said: "no; never", and left\\ a 'line'
after, which an import must not take for two"""


def test_an_imported_database_holds_what_the_file_holds(
    embedded_bench: Bench, spares: list[Neo4jServer], tmp_path: Path
) -> None:
    server = Neo4jServer(tmp_path / "neo4j")
    with embedded_bench.make_store(*GRAPH) as store:
        named = validated(City, id="city:tur:konya", note=HARD, aliases=["a;b", "قونیه", '"c"', "d,e"])
        store.apply(Batch.of([named]), "a tester", "hard texts")
        counts = store.write_bulk(tmp_path / "files")
        told = server.import_files(tmp_path / "files")
        assert f"{counts[0]} nodes" in told
        assert f"{counts[1]} relationships" in told
        server.start()
        spares.append(server)  # another test may have it after this one
        with open_store(server.url) as imported:
            assert imported.contents() == store.contents()
            assert imported.snapshot() == store.snapshot()
            assert imported.changesets() == store.changesets()
            assert imported.changes("city:tur:konya") == store.changes("city:tur:konya")
            bounds = "MATCH ()-[t:TIED_TO]->() RETURN t ORDER BY t.id"
            assert imported.rows(bounds) == store.rows(bounds)
            for query in (
                f"MATCH (p:Place) WHERE NOT p:{' AND NOT p:'.join(PLACES)} RETURN p.id AS id",
                f"MATCH (p:{'|'.join(PLACES)}) WHERE NOT p:Place RETURN p.id AS id",
                "MATCH (p:Place) WHERE p.lat + p.lon <> p.location.y + p.location.x RETURN p.id AS id",
            ):
                assert server.ask(query) == []
            assert server.ask("SHOW CONSTRAINTS YIELD name WHERE name = 'tied_to_id'")
            again = validated(Tie, id=store.contents().records("TIED_TO")[0].identity, note="written on")
            assert imported.apply(Batch.of([again]), "a tester", "on").changed == 1
