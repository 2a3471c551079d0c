"""Thousands of hostile queries, drawn at random, write nothing, read no file and end nothing."""

from __future__ import annotations

import random
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import kglite
import neo4j
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from neo4j.exceptions import Neo4jError

from graphmap.errors import GraphmapError, QueryRefused
from graphmap.reports import list_reports
from graphmap.store import child
from graphmap.store.bolt import BoltStore
from graphmap.store.embedded import EmbeddedStore
from graphmap.store.engine import Engine
from graphmap.store.guard import admit_query
from tests.examples import examples
from tests.store.conftest import Bench
from tests.store.hostile import draw_heavy, draw_hostile
from tests.store.queries import draw_query
from tests.store.records import GRAPH

CANARY = "canary-4b1f"
QUERIES = 2500
HEAVY = 60
SECONDS = 0.3
SECONDS_OF_HEAVY = 0.1
"""Most heavy queries take all the time that they are given."""


@contextmanager
def listening() -> Iterator[tuple[str, list[Any]]]:
    """Listen on a port of this machine, and note who connects."""
    met: list[Any] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            with suppress(OSError):
                while True:
                    met.append(server.accept())

        threading.Thread(target=accept, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}/a.csv", met
        finally:
            server.shutdown(socket.SHUT_RDWR)


def admit(text: str) -> str | None:
    """Return the text as it would reach an engine; None for one that is refused."""
    try:
        return admit_query(text)
    except QueryRefused as refused:
        assert "\n" not in str(refused)  # noqa: PT017 (what it says is what is looked at)
        return None


def draw_admitted(seed: int, file: str, net: str) -> Iterator[str]:
    """Draw hostile queries, and yield those that the guard lets through."""
    choose = random.Random(seed)
    for _ in range(QUERIES):
        admitted = admit(draw_hostile(choose, file, net))
        if admitted is not None:
            yield admitted


def describe(store: Engine) -> object:
    """Return all that a query could have changed."""
    return store.contents(), store.changesets()


def run_past_the_door(store: Engine, text: str, file: str) -> object:
    """Run an admitted text where the engine's own bolts are open, to see what the guard alone stops."""
    parameters = {"file": file, "x": 1}
    if isinstance(store, EmbeddedStore):
        # One that writes is committed here: what the store holds tells of it at the end.
        with suppress(kglite.KgError, ValueError, TypeError), store._session.begin() as transaction:
            answer: Any = transaction.cypher(text, params=parameters, timeout_ms=int(SECONDS * 1000))
            return [answer.columns, *answer]
        return None
    assert isinstance(store, BoltStore)
    with (
        suppress(Neo4jError),
        store._driver.session(default_access_mode=neo4j.WRITE_ACCESS) as session,
        session.begin_transaction(timeout=SECONDS) as transaction,
    ):
        result = transaction.run(text, parameters)
        values = [result.keys(), *result.fetch(100)]
        counters = result.consume().counters
        assert not counters.contains_updates, text
        assert not counters.contains_system_updates, text
        transaction.rollback()
        return values
    return None


@settings(
    max_examples=examples(2), suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
@given(seed=st.integers(0, 10**9))
def test_hostile_queries_are_stopped_by_the_guard_alone(
    bench: Bench, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    secret: Path = tmp_path_factory.mktemp("secret") / "a.csv"
    secret.write_text(f"{CANARY},1\n", encoding="utf-8")
    with bench.make_store(*GRAPH) as store, listening() as (net, met):
        before = describe(store)
        for text in draw_admitted(seed, str(secret), net):
            assert CANARY not in repr(run_past_the_door(store, text, str(secret))), text
        assert describe(store) == before
        assert met == []


@settings(
    max_examples=examples(1), suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
@given(seed=st.integers(0, 10**9))
def test_heavy_queries_are_answered_or_told_in_time(bench: Bench, seed: int) -> None:
    choose = random.Random(seed)
    # A server shares its memory among all who ask: what it holds is bounded by its own settings.
    doublings = 60 if bench.name == "embedded" else 15
    with pytest.MonkeyPatch.context() as patched, bench.make_store(*GRAPH) as store:
        patched.setattr(child, "MEMORY", 128 * 2**20)
        before = describe(store)
        for _ in range(HEAVY):
            text = draw_heavy(choose, doublings)
            started = time.monotonic()
            with suppress(GraphmapError):
                store.rows(text, limit=10, seconds=SECONDS_OF_HEAVY)
            assert time.monotonic() - started < 30, text
        assert describe(store) == before
        assert store.rows("RETURN 1 AS x").rows == ((1,),)


@given(st.integers(0, 10**9))
def test_honest_queries_are_admitted(seed: int) -> None:
    assert admit(draw_query(seed)) is not None


def test_every_report_is_admitted() -> None:
    reports = list_reports()
    assert reports
    for report in reports:
        assert admit(report.text) is not None, report.name


def test_the_drawer_draws_what_the_guard_must_see() -> None:
    choose = random.Random(1)
    drawn = [draw_hostile(choose, "f.csv", "http://127.0.0.1/a.csv") for _ in range(3000)]
    admitted = [text for text in drawn if admit(text) is not None]
    # Most are hostile; some are harmless by their dress, and so the engines have something to run.
    assert 0.02 < len(admitted) / len(drawn) < 0.3
    assert any("`CSV`" in text or "`csv`" in text for text in drawn)
