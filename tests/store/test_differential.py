"""Hundreds of drawn queries over small graphs have the same rows on both engines, asked as the store asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graphmap.errors import GraphmapError
from graphmap.schema import Batch, Record
from graphmap.store.engine import Engine
from tests.examples import examples
from tests.store.conftest import Bench
from tests.store.queries import draw_query
from tests.strategies import graphs

GRAPHS = 6
QUERIES_A_GRAPH = 100

PARAMETERS = {"day": date(2005, 1, 1), "text": None}


def comparable(value: Any) -> Any:
    """Return a value in a form that compares whatever the order of a collected list and of a sum."""
    if isinstance(value, list):
        return tuple(sorted((comparable(item) for item in value), key=repr))
    if isinstance(value, float):
        return f"{value:.9g}"
    if isinstance(value, bool):
        return f"{value}"
    if isinstance(value, int):
        return f"{float(value):.9g}"
    return value


def ask(store: Engine, query: str) -> Counter[tuple[Any, ...]] | str:
    """Return the rows as a multiset, or that there are none for an error."""
    try:
        rows = store.rows(query, PARAMETERS, seconds=60)
    except GraphmapError as error:
        return f"error: {error}"
    return Counter(tuple(comparable(value) for value in row) for row in rows.rows)


@pytest.mark.xdist_group("neo4j_server")
@settings(
    max_examples=examples(GRAPHS),
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
@given(graphs(ties=20), st.integers(0, 10**6))
def test_both_engines_answer_drawn_queries_alike(
    embedded_bench: Bench, make_neo4j_bench: Callable[[], Bench], records: tuple[Record, ...], seed: int
) -> None:
    found = 0
    different: list[tuple[str, object, object]] = []
    with embedded_bench.make_store() as here, make_neo4j_bench().make_store() as there:
        for store in (here, there):
            store.apply(Batch.of(records), "a tester", "drawn")
        for number in range(QUERIES_A_GRAPH):
            query = draw_query(seed * 1000 + number)
            one, other = ask(here, query), ask(there, query)
            found += bool(one)
            if one != other or isinstance(one, str):
                different.append((query, one, other))
    assert different == []
    assert found > QUERIES_A_GRAPH / 10
