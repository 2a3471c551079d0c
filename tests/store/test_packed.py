"""What a server packs is read as it is, a page after the other, whoever wrote it."""

from __future__ import annotations

import pytest

from graphmap.errors import GraphmapError
from graphmap.schema import Batch, Source, validated
from graphmap.store import open_store, packed
from graphmap.store.engine import Engine
from graphmap.store.snapshot import build_snapshot
from graphmap.store.statements import Run
from tests.servers.neo4j_server import Neo4jServer
from tests.store.conftest import Bench
from tests.store.records import GRAPH

WRITTEN_BY_OTHERS = """
MATCH (h:City {id: 'city:tur:konya'})
SET h.note = 'a' + $end + 'b' + $item, h.sources = ['source:1', ''], h.population = 5.0, h.lat = 35
CREATE (:City {id: 'city:x', name: $absent + 'x', population: 7, aliases: []})
CREATE (:City {id: 'city:y', name: '', lat: 1.0e-300, lon: -0.1, sources: ['source:1']})
"""


pytestmark = pytest.mark.xdist_group("neo4j_server")


def make_store(server: Neo4jServer) -> Engine:
    """Return the store of a small graph on a server."""
    server.empty()
    return Bench("neo4j", lambda: server.url).make_store(*GRAPH)


@pytest.mark.parametrize(("page", "text"), [(1, 1), (3, 2), (20_000, 128)])
def test_pages_of_any_length_hold_every_record_once(
    neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch, page: int, text: int
) -> None:
    monkeypatch.setattr(packed, "ROWS_A_PAGE", page)
    monkeypatch.setitem(packed.MARKS, "some", text)
    with make_store(neo4j_server) as store:
        neo4j_server.call(WRITTEN_BY_OTHERS, **packed.MARKS)
        read, held = store.snapshot(), store.contents()
    assert read == build_snapshot(held)
    assert len(read.places) == sum(map(held.nodes.__contains__, read.places.ids)) > 5
    home = read.row("city:tur:konya")
    assert (read.places.notes[home], read.places.sources[home]) == ("a\x1eb\x1f", ("source:1", ""))
    assert (read.places.population[home], read.places.lat[home]) == (5, 35)


def test_what_has_no_id_is_told_and_not_left_out(neo4j_server: Neo4jServer) -> None:
    with make_store(neo4j_server) as store:
        neo4j_server.call("CREATE (:City {name: 'Nowhere'}), (:City {id: 7, name: 'Seven'})")
        with pytest.raises(GraphmapError, match=r"^2 of the label or type City have no id"):
            store.snapshot()


def test_what_was_found_wrong_while_another_wrote_is_looked_at_again(neo4j_server: Neo4jServer) -> None:
    looked: list[int] = []
    with make_store(neo4j_server) as store, open_store(neo4j_server.url) as other:

        def look(run: Run) -> int:
            looked.append(run("MATCH (s:Source) RETURN count(s)", {})[0][0])
            if len(looked) == 1:
                source = validated(Source, id="source:2", name="Two")
                other.apply(Batch.of([source]), "a tester", "in between")
                raise GraphmapError("one is missing")
            return looked[-1]

        def fail(_: Run) -> int:
            raise GraphmapError("one is missing")

        assert (store._read(look), looked) == (2, [1, 2])
        with pytest.raises(GraphmapError, match="one is missing"):
            store._read(fail)
