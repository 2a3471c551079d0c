"""One table of speed: graphmap beside its peers, each row on a checked equal answer, as Markdown and JSON.

python -m benchmarks.table                          300 ties of 31 provinces, 5,000 of 125
python -m benchmarks.table 300 200000 --neo4j       so many ties, Neo4j and its GDS among the peers
python -m benchmarks.table 300 --json table.json    the figures as JSON, too
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from hashlib import sha256
from multiprocessing import Pipe
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.gds import HEAP, MOST_WAITED, PAIRS, SIMILAR, run_server, spend_of
from benchmarks.peers import list_peers, settle
from graphmap.analysis import find_groups, find_overlaps, find_plan, find_rivals
from graphmap.analysis.scope import Scope, select_ties
from graphmap.analysis.sharing import SharingTable
from graphmap.schema import (
    City,
    Contents,
    Country,
    In,
    Named,
    Province,
    Record,
    Relationship,
    Source,
    Tie,
    validated,
)
from graphmap.store.snapshot import Snapshot, build_snapshot

SIZES = (300, 5_000)
DAY = date(2026, 6, 1)
LEAST = 2
MOST_SECONDS, MOST_BYTES = 60, 6 << 30
"""What a peer may take, of the processor's time and of memory: past it the table tells so."""

SECTORS = ("trade", "tourism", "culture", "energy", "education", "health")
CITED: dict[str, Any] = {"sources": ("s",)}
COUNTRIES = tuple(f"X{one}{other}" for one in "ABCDEF" for other in "ABCDEFGHIJ")

Row = dict[str, Any]


def make_records(ties: int) -> Iterator[Record]:
    """Yield a graph of so many ties; many lead to a few cities, most to the others; always the same."""
    draw = random.Random(7)
    provinces, cities = (31 if ties <= 1000 else ties // 40), max(60, ties // 4)
    yield validated(Source, id="s", name="A list")
    yield validated(Country, id="QZA", name="Home", home=True, **CITED)
    for code in COUNTRIES:
        yield validated(Country, id=code, name=f"Country {code}", **CITED)
    for number in range(provinces):
        yield validated(Province, id=f"QZ-{number:05}", name=f"Province {number}", **CITED)
        yield validated(In, from_id=f"QZ-{number:05}", to_id="QZA", **CITED)
    for number in range(cities):
        yield validated(City, id=f"city:{number:06}", name=f"City {number}", **CITED)
        yield validated(In, from_id=f"city:{number:06}", to_id=COUNTRIES[number % len(COUNTRIES)], **CITED)
    for number in range(ties):
        many = draw.random() < 0.3
        city = min(int(draw.paretovariate(0.6)) - 1, cities - 1) if many else draw.randrange(cities)
        given: dict[str, Any] = {"since": str(draw.randrange(2000, 2026))} if draw.random() < 0.7 else {}
        if draw.random() < 0.6:
            given["sectors"] = (draw.choice(SECTORS),)
        ends = {"from_id": f"QZ-{draw.randrange(provinces):05}", "to_id": f"city:{city:06}"}
        yield validated(Tie, id=f"t{number}", kind="memorandum", **ends, **given, **CITED)


def make_snapshot(ties: int) -> Snapshot:
    """Build the snapshot of such a graph."""
    records = list(make_records(ties))
    return build_snapshot(
        Contents(
            {record.identity: record for record in records if isinstance(record, Named)},
            {record.identity: record for record in records if isinstance(record, Relationship)},
        )
    )


def spend(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the processor seconds of some work, and what it gave."""
    begun = time.process_time()
    found = work()
    return time.process_time() - begun, found


def try_apart(work: Callable[[], Any]) -> tuple[float | None, str]:
    """Return the processor seconds of some work in a process of its own, and a digest of the rows it gives.

    Past MOST_SECONDS or MOST_BYTES it is ended: no seconds, and which bound it was.
    """
    ours, theirs = Pipe(duplex=False)
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        try:
            seconds, rows = spend(work)
            theirs.send((seconds, digest(rows)))
        except MemoryError:
            theirs.send((None, f"over {MOST_BYTES >> 30} GiB"))
        except Exception as error:  # noqa: BLE001 - whatever a peer says where there is no more room
            theirs.send((None, f"{type(error).__name__} within {MOST_BYTES >> 30} GiB"))
        finally:
            os._exit(0)
    theirs.close()
    try:
        told: tuple[float | None, str] = ours.recv()
    except EOFError:
        told = None, ""
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):  # some end where they are given no more memory
        is_slow = os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL)
        told = None, f"over {MOST_SECONDS} s" if is_slow else f"over {MOST_BYTES >> 30} GiB"
    return told


def digest(rows: npt.NDArray[np.int64]) -> str:
    """Return how many rows there are, and a mark that other rows do not have."""
    whole = np.ascontiguousarray(rows, np.int64)
    return f"{len(whole):,} {sha256(whole.tobytes()).hexdigest()[:12]}"


def count_pairs(snapshot: Snapshot) -> npt.NDArray[np.int64]:
    """Count what each two provinces share, as the analysis does, without describing any."""
    table = SharingTable(select_ties(snapshot, Scope("city")))
    parts = [(one.one, one.other, one.shared) for one in table.each_part(LEAST)]
    one, other, shared = (np.concatenate(column) for column in zip(*parts, strict=True))
    return settle(table.provinces[one], table.provinces[other], shared)


def ask_engine(province: Any, city: Any) -> Callable[[], npt.NDArray[np.int64]]:
    """Fill the embedded engine with the two columns alone; return what asks it in plain Cypher."""
    import kglite
    import pandas

    graph = kglite.KnowledgeGraph()
    for label, column in (("P", province), ("C", city)):
        nodes = np.unique(column)
        graph.add_nodes(pandas.DataFrame({"id": nodes, "title": nodes.astype(str)}), label, "id", "title")
    ties = pandas.DataFrame({"p": province, "c": city}).drop_duplicates()
    graph.add_connections(ties, "T", "P", "p", "C", "c")

    def ask() -> npt.NDArray[np.int64]:
        rows = [*graph.cypher(PAIRS.replace("$least", str(LEAST)))]
        return settle(*np.array([[row["one"], row["other"], row["shared"]] for row in rows], np.int64).T)

    return ask


def ask_server(driver: Any, province: Any, city: Any) -> tuple[Callable[[], Any], Callable[[], Any]]:
    """Fill Neo4j with the two columns alone; return what asks it in plain Cypher, and by nodeSimilarity."""
    driver.execute_query("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS")
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

    def ask_plainly() -> npt.NDArray[np.int64]:
        found = driver.execute_query(PAIRS, least=LEAST).records
        return settle(*np.array([[*row] for row in found], np.int64).reshape(-1, 3).T)

    def ask_library() -> npt.NDArray[np.int64]:
        driver.execute_query("CALL gds.graph.project('g', ['P', 'C'], 'T') YIELD graphName RETURN graphName")
        rows = driver.execute_query(SIMILAR, top=len(sizes)).records
        found = [(row["one"], row["other"], row["similarity"]) for row in rows]
        # It tells the share of the smaller: what both share is that of its targets.
        counts = [round(share * min(sizes[one], sizes[other])) for one, other, share in found]
        told = [(one, other, n) for (one, other, _), n in zip(found, counts, strict=True) if n >= LEAST]
        return settle(*np.array(told, np.int64).reshape(-1, 3).T)

    return ask_plainly, ask_library


def measure(ties: int, server: tuple[Any, int] | None = None) -> Iterator[Row]:
    """Measure at one size: who, what, processor seconds, and whether the answer is the one all give."""
    begun = time.process_time()
    snapshot = make_snapshot(ties)
    made = time.process_time() - begun
    columns = snapshot.ties
    province, city = (np.asarray(one, np.int64) for one in (columns.province, columns.city))

    def tell(what: str, who: str, seconds: float | None, equal: bool | str | None) -> Row:
        rounded = None if seconds is None else round(seconds, 6)
        return {"ties": ties, "what": what, "who": who, "seconds": rounded, "equal": equal}

    yield tell("records and their snapshot", "graphmap", made, None)
    floor, _ = spend(lambda: [int(np.bincount(city).max()), int((province * 7 + city).sum())])
    what = f"pairs of provinces that share {LEAST} cities or more"
    yield tell(what, "the floor: one pass over the ties", floor, None)
    seconds, ours = try_apart(lambda: count_pairs(snapshot))
    yield tell(f"{what} ({ours.split()[0]})", "graphmap", seconds, True)
    what = f"{what} ({ours.split()[0]})"
    for name, peer in list_peers().items():
        seconds, theirs = try_apart(lambda peer=peer: peer(province, city, LEAST))  # type: ignore[misc]
        yield tell(what, name, seconds, theirs if seconds is None else theirs == ours)
    seconds, theirs = try_apart(lambda: ask_engine(province, city)())
    yield tell(what, "plain Cypher, embedded engine", seconds, theirs if seconds is None else theirs == ours)
    if server is not None:
        driver, process = server
        plain, library = ask_server(driver, province, city)
        for name, ask in (("plain Cypher, Neo4j", plain), ("Neo4j GDS nodeSimilarity", library)):
            before = spend_of(process)
            try:
                mine, rows = spend(ask)
                yield tell(what, name, mine + spend_of(process) - before, digest(rows) == ours)
            except Exception as error:  # noqa: BLE001 - whatever the server says of its memory
                yield tell(
                    what, name, None, f"{type(error).__name__} within {MOST_WAITED} s and {HEAP} of heap"
                )
    asked: dict[str, Callable[[], Any]] = {
        "overlaps, the ten first": lambda: find_overlaps(snapshot, "city", min_shared=LEAST, limit=10),
        "rivals on a day, the twenty first": lambda: find_rivals(snapshot, "city", as_of=DAY, limit=20),
        "rivals ever, the twenty first": lambda: find_rivals(snapshot, "city", limit=20),
        "rivals ever, all in order": lambda: find_rivals(snapshot, "city"),
        "groups, the twenty first": lambda: find_groups(snapshot, "city", limit=20),
        "plan": lambda: find_plan(snapshot, as_of=DAY),
        "significance": lambda: find_overlaps(snapshot, "city", significance="yes", limit=10),
    }
    for what, work in asked.items():
        seconds, told = try_apart(lambda work=work: np.array([len(work())]))  # type: ignore[misc]
        yield tell(what, "graphmap", seconds, told if seconds is None else None)


def write_table(rows: list[Row]) -> str:
    """Write rows as a table of Markdown, each with its ratio to graphmap."""
    ours = {(row["ties"], row["what"]): row["seconds"] for row in rows if row["who"] == "graphmap"}
    lines = ["| ties | what | who | processor seconds | to graphmap | equal |", "|---|---|---|---|---|---|"]
    for row in rows:
        base, spent, equal = ours.get((row["ties"], row["what"])), row["seconds"], row["equal"]
        ratio = f"{spent / base:.1f}" if base and spent is not None else ""
        said = {None: "", True: "yes", False: "NO"}[equal] if not isinstance(equal, str) else ""
        seconds = str(equal) if spent is None else f"{spent:.3f}"
        cells = (f"{row['ties']:,}", row["what"], row["who"], seconds, ratio, said)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main(*words: str) -> None:
    """Measure at the sizes named, print the table, write the JSON where it is wanted; 1 if any differs."""
    given = list(words)
    path = None
    if "--json" in given:
        place = given.index("--json")
        path = Path(given[place + 1])
        del given[place : place + 2]
    sizes = [int(word) for word in given if word != "--neo4j"] or SIZES
    with ExitStack() as stack:
        server = None
        if "--neo4j" in given:
            folder = stack.enter_context(TemporaryDirectory())
            server = stack.enter_context(run_server(Path(folder)))
        rows = [row for ties in sizes for row in measure(ties, server)]
    print(write_table(rows))
    if path is not None:
        path.write_text(json.dumps(rows, indent=1), "utf-8")
    if any(row["equal"] is False for row in rows):
        sys.exit("an answer differs")


if __name__ == "__main__":
    main(*sys.argv[1:])
