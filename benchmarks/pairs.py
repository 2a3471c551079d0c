"""Pairs of provinces by the cities they share: graphmap, its peers, both engines and Neo4j's library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.apart import spend, try_apart
from benchmarks.gds import HEAP, MOST_WAITED, PAIRS, SIMILAR, spend_of
from benchmarks.peers import list_peers, settle
from benchmarks.ties import Ties
from graphmap.analysis.scope import Scope, Selection, select_ties
from graphmap.analysis.sharing import Pairs, SharingTable
from graphmap.store.snapshot import Snapshot

LEAST = 2
FLOOR = "the floor: one pass over the ties"


def digest(found: Sequence[npt.NDArray[Any]]) -> str:
    """Return how many pairs there are, and a mark that other pairs do not have."""
    whole = settle(*found)
    return f"{len(whole):,} {sha256(whole.tobytes()).hexdigest()[:12]}"


def count_pairs(snapshot: Snapshot) -> tuple[SharingTable, Pairs]:
    """Choose the ties that count, and count what each two provinces share, without describing any."""
    return count_chosen(select_ties(snapshot, Scope("city")))


def count_chosen(chosen: Selection) -> tuple[SharingTable, Pairs]:
    """Count what each two provinces share, as the analysis does, of the ties that count."""
    table = SharingTable(chosen)
    return table, Pairs.join(table.each_part(LEAST))


def name_pairs(snapshot: Snapshot, table: SharingTable, pairs: Pairs) -> Sequence[npt.NDArray[Any]]:
    """Return the pairs by the numbers of their provinces."""
    numbers = table.provinces - snapshot.rows_of("Province").start
    return numbers[pairs.one], numbers[pairs.other], pairs.shared


def ask_engine(province: Any, city: Any) -> Callable[[], Sequence[npt.NDArray[Any]]]:
    """Fill the embedded engine with the two columns alone; return what asks it in plain Cypher."""
    import kglite
    import pandas

    graph = kglite.KnowledgeGraph()
    for label, column in (("P", province), ("C", city)):
        nodes = np.unique(column)
        graph.add_nodes(pandas.DataFrame({"id": nodes, "title": nodes.astype(str)}), label, "id", "title")
    ties = pandas.DataFrame({"p": province, "c": city}).drop_duplicates()
    graph.add_connections(ties, "T", "P", "p", "C", "c")

    def ask() -> Sequence[npt.NDArray[Any]]:
        rows = [*graph.cypher(PAIRS.replace("$least", str(LEAST)))]
        return tuple(np.array([[row["one"], row["other"], row["shared"]] for row in rows], np.int64).T)

    return ask


def ask_server(driver: Any, province: Any, city: Any) -> tuple[Callable[[], Any], Callable[[], Any]]:
    """Fill Neo4j with the two columns alone; return what asks it in plain Cypher, and by nodeSimilarity."""
    with driver.session() as session:  # what is done in several transactions begins them itself
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS").consume()
    pairs = np.unique(np.stack([province, city], axis=1), axis=0).tolist()
    for label, place in (("P", 0), ("C", 1)):
        driver.execute_query(f"CREATE INDEX {label}_id IF NOT EXISTS FOR (n:{label}) ON (n.id)")
        nodes = sorted({pair[place] for pair in pairs})
        driver.execute_query(f"UNWIND $nodes AS id CREATE (:{label} {{id: id}})", nodes=nodes)
    driver.execute_query("CALL db.awaitIndexes()")
    for low in range(0, len(pairs), 50_000):
        driver.execute_query(
            "UNWIND $pairs AS pair MATCH (p:P {id: pair[0]}), (c:C {id: pair[1]}) CREATE (p)-[:T]->(c)",
            pairs=pairs[low : low + 50_000],
        )
    driver.execute_query("CALL gds.graph.drop('g', false) YIELD graphName RETURN graphName")
    sizes = dict(zip(*np.unique([pair[0] for pair in pairs], return_counts=True), strict=True))

    def ask_plainly() -> Sequence[npt.NDArray[Any]]:
        found = driver.execute_query(PAIRS, least=LEAST).records
        return tuple(np.array([[*row] for row in found], np.int64).reshape(-1, 3).T)

    def ask_library() -> Sequence[npt.NDArray[Any]]:
        driver.execute_query("CALL gds.graph.project('g', ['P', 'C'], 'T') YIELD graphName RETURN graphName")
        rows = driver.execute_query(SIMILAR, top=len(sizes)).records
        found = [(row["one"], row["other"], row["similarity"]) for row in rows]
        # It tells the share of the smaller: what both share is that of its targets.
        counts = [round(share * min(sizes[one], sizes[other])) for one, other, share in found]
        told = [(one, other, n) for (one, other, _), n in zip(found, counts, strict=True) if n >= LEAST]
        return tuple(np.array(told, np.int64).reshape(-1, 3).T)

    return ask_plainly, ask_library


def measure_pairs(
    snapshot: Snapshot, ties: Ties, server: tuple[Any, int] | None
) -> Iterator[tuple[str, str, float | None, bool | str | None]]:
    """Yield what, who, processor seconds, and whether the answer is the one all give (a text: why none)."""
    province, city = ties.province, ties.city
    floor, _ = spend(lambda: [int(np.bincount(city).max()), int((province * 7 + city).sum())])
    seconds, ours = try_apart(
        lambda: count_pairs(snapshot), lambda found: digest(name_pairs(snapshot, *found))
    )
    what = f"pairs of provinces that share {LEAST} cities or more ({ours.split()[0]})"
    yield what, "graphmap", seconds, None
    yield what, FLOOR, floor, None
    chosen = select_ties(snapshot, Scope("city"))
    seconds, theirs = try_apart(
        lambda: count_chosen(chosen), lambda found: digest(name_pairs(snapshot, *found))
    )
    yield what, "graphmap, the ties that count chosen before", seconds, theirs == ours
    peers: dict[str, Callable[[], Any]] = {
        name: lambda peer=peer: peer(province, city, LEAST)  # type: ignore[misc]
        for name, peer in list_peers().items()
    }
    peers["plain Cypher, embedded engine"] = lambda: ask_engine(province, city)()
    for name, peer in peers.items():
        seconds, theirs = try_apart(peer, digest)
        yield what, name, seconds, theirs if seconds is None else theirs == ours
    if server is None:
        return
    driver, process = server
    plain, library = ask_server(driver, province, city)
    for name, ask in (("plain Cypher, Neo4j", plain), ("Neo4j GDS nodeSimilarity", library)):
        before = spend_of(process)
        try:
            mine, rows = spend(ask)
            yield what, name, mine + spend_of(process) - before, digest(rows) == ours
        except Exception as error:  # noqa: BLE001 - whatever the server says of its memory
            why = f"{type(error).__name__} within {MOST_WAITED} s and {HEAP} of heap"
            yield what, name, None, why
