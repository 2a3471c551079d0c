"""A server that stalls holds up no program that asks it: every call has a deadline of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from graphmap.errors import QueryTimedOut, StoreError
from graphmap.store import bolt, open_store
from graphmap.store.deadline import Deadline, Silence
from tests.servers.neo4j_server import Neo4jServer
from tests.store.conftest import Bench
from tests.store.records import GRAPH

pytestmark = pytest.mark.xdist_group("neo4j_server")


@contextmanager
def stalled(server: Neo4jServer) -> Iterator[None]:
    """Let a server take connections and say nothing."""
    server.pause()
    try:
        yield
    finally:
        server.resume()


def test_a_server_that_stalls_is_left_in_time(
    spare_neo4j: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bolt, "GRACE", 1.0)
    server = spare_neo4j
    Bench("neo4j", lambda: server.url).make_store(*GRAPH).close()
    with open_store(server.url) as store:
        threads = threading.active_count()
        with stalled(server):
            for _ in range(2):
                before = time.monotonic()
                with pytest.raises(QueryTimedOut, match="did not answer in time"):
                    store.rows("MATCH (n) RETURN count(n) AS x", seconds=0.5)
                assert time.monotonic() - before < 0.5 + bolt.GRACE + 3
            monkeypatch.setattr(bolt, "SECONDS_OF_SILENCE", 1.0)
            with pytest.raises(StoreError, match="has said nothing for"):
                store.contents()
        # The calls that were left end, and the next ones work.
        limit = time.monotonic() + 30
        while threading.active_count() > threads and time.monotonic() < limit:
            time.sleep(0.05)
        assert threading.active_count() == threads
        assert store.rows("MATCH (n:City) RETURN count(n) AS x").rows == ((2,),)
        # What one server cannot hold: it answers with a sentence, or the clock here does.
        heavy = "RETURN size([a IN range(1, 100000) | [b IN range(1, 100000) | a * b]]) AS x"
        before = time.monotonic()
        with pytest.raises(StoreError):
            store.rows(heavy, seconds=2)
        assert time.monotonic() - before < 2 + bolt.GRACE + 3
    server.kill()


def test_a_deadline_is_renewed_by_every_sign_of_life() -> None:
    deadline = Deadline(0.5)

    def work() -> str:
        for _ in range(4):
            time.sleep(0.2)
            deadline.renew()
        return "done"

    assert deadline.keep(work, lambda: None) == "done"
    cut = threading.Event()
    with pytest.raises(Silence):
        Deadline(0.05).keep(cut.wait, cut.set)
    with pytest.raises(ValueError, match="of its own"):
        Deadline(5).keep(_fail, lambda: None)


def _fail() -> None:
    raise ValueError("of its own")
