"""Fixtures of the store's tests: one bench an engine, which makes empty stores and names their addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graphmap.schema import Batch, Country, Record, Source, validated
from graphmap.store import create_store
from graphmap.store.engine import Engine
from tests.examples import examples

MOMENT = datetime(2026, 2, 8, 12, 0, tzinfo=UTC)


class TickingClock:
    """A clock that moves on by a second each time it is read."""

    def __init__(self) -> None:
        self._now = MOMENT

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


SOURCE = validated(Source, id="source:1", name="A source")
HOME_COUNTRY = validated(Country, id="HOM", name="Homeland", home=True, sources=["source:1"])
HOME_BATCH = Batch.of([SOURCE, HOME_COUNTRY])


Property = Callable[["Bench", st.DataObject], None]
"""What holds of the stores of a bench, for whatever is drawn."""


@dataclass
class Bench:
    """Makes empty stores on one engine."""

    name: str
    new_url: Callable[[], str]

    def make_store(self, *records: Record) -> Engine:
        """Return an open store with the home country and some more records."""
        store, _ = create_store(self.new_url(), HOME_BATCH, clock=TickingClock())
        if records:
            store.apply(Batch.of(records), "a tester", "to begin with")
        return store


def on_each_engine(embedded: int, neo4j: int) -> Callable[[Property], Callable[[Bench], None]]:
    """Return what makes a test of a property: tried as often on the embedded engine, so often on Neo4j.

    A graph costs a server seconds, the embedded engine a tenth. Without shrinking: against a server it takes
    minutes, and a failing graph is small enough to read.
    """

    def make_test(holds: Property) -> Callable[[Bench], None]:
        def test(bench: Bench) -> None:
            def hold(data: st.DataObject) -> None:
                holds(bench, data)

            # Draws follow the name: else all properties would look at the same graphs.
            hold.__name__ = holds.__name__
            settings(
                max_examples=examples(embedded if bench.name == "embedded" else neo4j),
                suppress_health_check=list(HealthCheck),
                phases=[Phase.explicit, Phase.reuse, Phase.generate],
            )(given(st.data())(hold))()

        test.__name__, test.__doc__, test.__module__ = holds.__name__, holds.__doc__, holds.__module__
        return pytest.mark.hypothesis(test)

    return make_test


@pytest.fixture(scope="session")
def embedded_bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Return the bench of the embedded engine: every store is a new file."""

    def new_url() -> str:
        folder: Path = tmp_path_factory.mktemp("embedded")
        return str(folder / "graph.kgl")

    return Bench("embedded", new_url)


@pytest.fixture(scope="session")
def make_neo4j_bench(request: pytest.FixtureRequest) -> Callable[[], Bench]:
    """Return what makes the bench of Neo4j; the server starts when it is called first."""

    def make() -> Bench:
        server = request.getfixturevalue("neo4j_server")

        def new_url() -> str:
            server.empty()
            return str(server.url)

        return Bench("neo4j", new_url)

    return make


@pytest.fixture(
    scope="session",
    params=["embedded", pytest.param("neo4j", marks=pytest.mark.xdist_group("neo4j_server"))],
)
def bench(
    request: pytest.FixtureRequest, embedded_bench: Bench, make_neo4j_bench: Callable[[], Bench]
) -> Bench:
    """Return the bench of each engine in turn."""
    return embedded_bench if request.param == "embedded" else make_neo4j_bench()
