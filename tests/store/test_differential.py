"""Hundreds of drawn queries over small graphs have the same rows on both engines, asked as the store asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graphmap.errors import GraphmapError
from graphmap.schema import Batch, City, In, Record, Tie, validated
from graphmap.store.engine import Engine
from tests.examples import examples
from tests.store.conftest import Bench
from tests.store.queries import draw_query
from tests.store.records import PLACES
from tests.strategies import graphs

GRAPHS = 4
QUERIES_A_GRAPH = 40

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
def test_both_engines_answer_drawn_queries_alike(
    embedded_bench: Bench, make_neo4j_bench: Callable[[], Bench]
) -> None:
    found: list[bool] = []

    @settings(
        max_examples=examples(GRAPHS),
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(graphs(ties=20), st.integers(0, 10**6))
    def answer_alike(records: tuple[Record, ...], seed: int) -> None:
        different: list[tuple[str, object, object]] = []
        with embedded_bench.make_store() as here, make_neo4j_bench().make_store() as there:
            for store in (here, there):
                store.apply(Batch.of(records), "a tester", "drawn")
            for number in range(QUERIES_A_GRAPH):
                query = draw_query(seed * 1000 + number)
                one, other = ask(here, query), ask(there, query)
                found.append(bool(one))
                if one != other or isinstance(one, str):
                    different.append((query, one, other))
        assert different == []

    answer_alike()
    # Two empty answers are alike whatever the engines do: enough of them have rows.
    assert sum(found) > len(found) / 10


MANY = 400
LONG = 14
"""More paths than kglite 0.21 counts, and longer ones than it follows, where it is not told how far."""

ABROAD = MANY + LONG + 1

SHAPES = {
    "MATCH p = (a {id: 'HM-01'})-[:TIED_TO|IN*2]->(b:Region) RETURN count(p)": MANY,
    "MATCH (a {id: 'HM-01'})-[:TIED_TO|IN*1..3]->(b:Region) RETURN count(*)": MANY,
    "MATCH (a {id: 'HM-01'})-[:TIED_TO]-(m)-[:IN]-(b:Region) RETURN count(*)": MANY,
    "MATCH (a {id: 'HM-01'})-[r:TIED_TO|IN*2]-(b:Region) RETURN count(r)": MANY,
    "MATCH (a {id: 'HM-01'}) OPTIONAL MATCH (a)-[:TIED_TO|IN*1..2]->(b:Region) RETURN count(b)": MANY,
    "MATCH (a {id: 'HM-01'}) RETURN COUNT { (a)-[:TIED_TO|IN*2]->(:Region) }": MANY,
    "MATCH (a {id: 'HM-01'}) RETURN size([(a)-[:TIED_TO]->(m)-[:IN]->(:Region) | m.id])": MANY,
    "MATCH (a {id: 'HM-01'}), (b:Region) CALL (a, b) {MATCH (a)-[*2]-(b) RETURN 1 AS x} RETURN sum(x)": MANY,
    "MATCH (m:City)<-[:TIED_TO]-(a {id: 'HM-01'})-[:TIED_TO]->(n:City) RETURN count(*)": MANY * (MANY - 1),
    "MATCH (m:City)-[:IN*2]-(n:City) RETURN count(*)": ABROAD * (ABROAD - 1) + LONG * (LONG - 1),
    "MATCH (m:City)-[:IN]->(:Region) WITH collect(m) AS ms UNWIND ms AS m RETURN count(DISTINCT m)": ABROAD,
    "MATCH (m {id: 'city:hom:h0'}), (n:City) WHERE n.id <> m.id "
    "MATCH p = shortestPath((m)-[:TIED_TO*]-(n)) RETURN count(p), max(length(p))": (
        2 * LONG - 1,
        2 * LONG - 1,
    ),
    "MATCH (m:City {id: 'city:hom:h0'})-[:TIED_TO*1..60]-(n) RETURN count(*)": 2 * LONG - 1,
    "MATCH (m:City {id: 'city:hom:h0'})-[:TIED_TO*11..60]-(n) RETURN count(*)": 2 * LONG - 11,
    "MATCH (m:City {id: 'city:hom:h0'}) RETURN EXISTS { (m)-[:TIED_TO*..60]-({id: 'city:tur:g13'}) }": True,
}
"""Answers that are large, or lie far away, and what they are."""


def make_wide_graph() -> tuple[Record, ...]:
    """Return a province with many like ties, and a long chain of cities, each tied to the next."""
    sources = ["source:1"]

    def city(identity: str, within: str) -> tuple[Record, ...]:
        made = validated(City, id=identity, name=identity, sources=sources)
        return made, validated(In, from_id=identity, to_id=within, sources=sources)

    def tie(start: str, target: str) -> Record:
        return validated(Tie, from_id=start, to_id=target, kind="sister_city", sources=sources)

    wide = [f"city:tur:f{number}" for number in range(MANY)]
    chain = [(f"city:hom:h{number}", f"city:tur:g{number}") for number in range(LONG)]
    return (
        *PLACES,
        *(record for name in wide for record in (*city(name, "TR-42"), tie("HM-01", name))),
        *(
            record
            for one, other in chain
            for record in (*city(one, "HM-02"), *city(other, "TR-42"), tie(one, other))
        ),
        *(tie(after[0], before[1]) for before, after in pairwise(chain)),
    )


@pytest.mark.xdist_group("neo4j_server")
def test_both_engines_count_all_of_a_large_answer(
    embedded_bench: Bench, make_neo4j_bench: Callable[[], Bench]
) -> None:
    records = make_wide_graph()
    for bench in (embedded_bench, make_neo4j_bench()):
        with bench.make_store(*records) as store:
            for query, count in SHAPES.items():
                expected = count if isinstance(count, tuple) else (count,)
                assert store.rows(query, seconds=60).rows == (expected,), (bench.name, query)
            rows = store.rows("MATCH (a {id: 'HM-01'})-[:TIED_TO]->(m)-[:IN]->(b) RETURN m.id", limit=50)
            assert [len(rows.rows), rows.cut] == [50, True]
