"""A walk over the columns says what Cypher says, on either engine; its paths are those of NetworkX."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import networkx
import pytest

from graphmap.exchange.samples import read_sample
from graphmap.store import create_store
from graphmap.store.contract import Store
from graphmap.store.walking import (
    write_common_query,
    write_counts_query,
    write_expand_query,
    write_paths_query,
)
from graphmap.walk.paths import find_paths, list_steps
from graphmap.walk.steps import count_relationships, expand, find_common
from graphmap.walk.web import TYPES, Filters, Web, weave


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Return a store of the invented sample on either engine."""
    url = tmp_path / "invented.kgl" if request.param == "embedded" else request.getfixturevalue("neo4j_url")
    made, _ = create_store(url, read_sample("invented"), by="test")
    with made:
        yield made


@pytest.fixture(scope="session")
def iran_web(tmp_path_factory: pytest.TempPathFactory) -> Web:
    """Return the neighbours of the Iran sample."""
    path = tmp_path_factory.mktemp("walk") / "iran.kgl"
    made, _ = create_store(path, read_sample("iran"), by="test")
    with made:
        return weave(made.snapshot())


def test_counts_neighbours_and_what_is_shared_are_those_of_cypher(store: Store) -> None:
    web = weave(store.snapshot())
    looked = {label: identity for identity, label in zip(web.ids, web.labels, strict=True)}
    assert {"Country", "Province", "City", "Counterpart", "Mission", "Governor"} <= looked.keys()
    for label, identity in looked.items():
        row = web.find(identity)
        counts = count_relationships(web, row)
        said = {
            (row["type"], row["direction"], row["label"]): (row["nodes"], row["relationships"])
            for row in store.rows(write_counts_query(label), {"id": identity}).as_dicts()
            if row["type"] in TYPES
        }
        assert {
            (one.type, one.direction, one.label): (one.nodes, one.relationships) for one in counts
        } == said
        for one in counts[:3]:
            found, total = expand(web, row, one.type, one.direction, one.label, 5)
            asked = store.rows(
                write_expand_query(label, one.type, one.direction, one.label), {"id": identity, "limit": 5}
            )
            assert [(near.id, near.relationships) for near in found] == list(asked.rows)
            assert total == one.nodes
    provinces = [identity for identity, label in zip(web.ids, web.labels, strict=True) if label == "Province"]
    for pair in list(combinations(provinces, 2))[:6]:
        shared = find_common(web, [web.find(one) for one in pair])
        asked = store.rows(write_common_query(("Province", "Province")), {"id0": pair[0], "id1": pair[1]})
        assert list(shared) == [row[0] for row in asked.rows]


def test_paths_are_those_of_cypher_where_they_are_few(store: Store) -> None:
    web = weave(store.snapshot())
    start, end = (next(i for i, one in zip(web.ids, web.labels, strict=True) if one == label) for label in (
        "Province", "Counterpart"
    ))  # fmt: skip
    found = find_paths(web, web.find(start), web.find(end))
    query = write_paths_query("Province", "Counterpart", len(found.paths[0]) - 1)
    said = store.rows(query, {"start": start, "end": end})
    assert found.total == len(found.paths) > 0
    assert set(said.rows) == set(found.paths)


def as_networkx(web: Web) -> Any:
    """Return the same as a graph of NetworkX, the home country left out."""
    graph = networkx.Graph()
    graph.add_nodes_from(web.ids)
    graph.add_edges_from(
        (web.ids[near], web.ids[far])
        for near, far in zip(web.near.tolist(), web.far.tolist(), strict=True)
        if web.home not in (near, far)
    )
    return graph


def test_paths_are_those_of_networkx(iran_web: Web) -> None:
    graph = as_networkx(iran_web)
    ends = [one for one in iran_web.ids if one != iran_web.ids[iran_web.home]][::29]
    looked = 0
    for start, end in list(combinations(ends, 2))[::7]:
        found = find_paths(iran_web, iran_web.find(start), iran_web.find(end), most=10_000)
        try:
            said = {tuple(path) for path in networkx.all_shortest_paths(graph, start, end)}
        except networkx.NetworkXNoPath:
            said = set()
        assert set(found.paths) == said
        assert found.total == len(said)
        looked += len(said)
        again = find_paths(iran_web, iran_web.find(end), iran_web.find(start), most=10_000)
        assert {path[::-1] for path in again.paths} == said
    assert looked > 100


def test_paths_have_a_most_and_say_how_many_there_are(iran_web: Web) -> None:
    ends = iran_web.find("IR-21"), iran_web.find("city:geo:tbilisi")
    whole = find_paths(iran_web, *ends)
    assert whole.total >= 2
    first = find_paths(iran_web, *ends, most=1)
    assert (len(first.paths), first.total) == (1, whole.total)
    through = find_paths(iran_web, *ends, through=("City", "Province"))
    labels = dict(zip(iran_web.ids, iran_web.labels, strict=True))
    assert {labels[one] for path in through.paths for one in path[1:-1]} <= {"City", "Province"}
    assert find_paths(iran_web, ends[0], ends[0]).paths == (("IR-21",),)
    for path in whole.paths:
        assert all(list_steps(iran_web, *pair) for pair in pairwise(path))


def test_filters_let_through_the_ties_that_fit_and_everything_else(iran_web: Web) -> None:
    node = iran_web.find("IR-04")
    plain = {(one.type, one.direction, one.label): one for one in count_relationships(iran_web, node)}
    kinds = {kind: count for one in plain.values() for kind, count in one.kinds if one.type == "TIED_TO"}
    kind = max(kinds, key=lambda one: kinds[one])
    filtered = count_relationships(iran_web, node, Filters(kind=kind))
    assert {name for one in filtered for name, _ in one.kinds} == {kind}
    others = [one for one in filtered if one.type != "TIED_TO"]
    assert others == [one for one in plain.values() if one.type != "TIED_TO"]
    day = date(2026, 2, 8)
    counting = iran_web.snapshot.counting_on(day, contacts=True)[0]
    on_day = sum(
        one.relationships for one in count_relationships(iran_web, node, Filters(as_of=day)) if one.kinds
    )
    ends = (iran_web.snapshot.ties.start == node) | (iran_web.snapshot.ties.target == node)
    assert on_day == int((counting & ends).sum())
    graded = count_relationships(iran_web, node, Filters(grade="A"))
    total = sum(one.relationships for one in plain.values())
    assert sum(one.relationships for one in graded) <= total
    trade = count_relationships(iran_web, node, Filters(sector="trade"))
    ties = iran_web.snapshot.ties
    held = sum(
        "trade" in ties.sectors[row]
        for row in range(len(ties.ids))
        if node in (ties.start[row], ties.target[row])
    )
    assert sum(one.relationships for one in trade if one.type == "TIED_TO") == held
