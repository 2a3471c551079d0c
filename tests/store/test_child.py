"""Queries on the embedded engine run in processes of their own: none ends or stalls the program that asks."""

from __future__ import annotations

import gc
import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.errors import QueryTimedOut, StoreError
from graphmap.schema import Batch, City, validated
from graphmap.store import child, open_store
from graphmap.store.embedded import EmbeddedStore
from graphmap.store.wire import read_frame, write_frame
from tests.store.conftest import Bench
from tests.store.records import GRAPH

DOUBLING = {
    "reduce": "RETURN size(reduce(s = 'a', x IN range(1, 60) | s + s)) AS r",
    "list": "RETURN size(reduce(s = [1], x IN range(1, 60) | s + s)) AS r",
    "replace": "WITH 'aaaaaaaaaa' AS s "
    + "WITH replace(s, 'a', 'aaaaaaaaaa') AS s " * 12
    + "RETURN size(s) AS r",
}
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.dates()
    | st.datetimes().map(lambda moment: moment.replace(fold=0)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@pytest.fixture(scope="module")
def store(embedded_bench: Bench) -> Iterator[EmbeddedStore]:
    with embedded_bench.make_store(*GRAPH) as opened:
        assert isinstance(opened, EmbeddedStore)
        yield opened


def processes(store: EmbeddedStore) -> list[subprocess.Popen[bytes]]:
    return [one._process for one in store._children._idle]


@given(VALUES)
def test_what_is_written_to_the_pipe_is_read_from_it(value: Any) -> None:
    stream = io.BytesIO()
    write_frame(stream, value)
    found = read_frame(io.BytesIO(stream.getvalue()))
    assert found == value
    assert repr(found) == repr(value)


def test_values_come_through_the_pipe_as_they_are(store: EmbeddedStore) -> None:
    given: dict[str, Any] = {
        "day": date(2020, 2, 29),
        "list": [1, [2.5, None], "متن"],
        "map": {"day": "x", "map": {"a": date(1, 1, 1)}},
        "big": 2**62,
    }
    for name, value in given.items():
        assert store.rows(f"RETURN ${name} AS x", given).rows == ((value,),)
    node = store.rows("MATCH (n:City {id: 'city:hom:town'}) RETURN n").rows[0][0]
    assert sorted(node["labels"]) == ["City", "Place"]
    assert node["properties"]["name"] == "Town"
    path = store.rows("MATCH p = (:City {id: 'city:hom:town'})-[:IN]->(:Province) RETURN p").rows[0][0]
    assert [len(path["nodes"]), len(path["relationships"])] == [2, 1]
    assert (
        store.rows("RETURN datetime('2020-01-01T00:00:00Z') AS x").rows[0][0].startswith("2020-01-01T00:00")
    )
    with pytest.raises(StoreError, match="a query knows no value such as"):
        store.rows("RETURN $x AS x", {"x": object()})
    assert store.rows("RETURN $x AS x", {"x": datetime(2020, 1, 1)}).columns == ("x",)


@pytest.mark.parametrize("name", DOUBLING)
def test_a_query_that_takes_all_memory_is_a_sentence(
    embedded_bench: Bench, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(child, "MEMORY", 256 * 2**20)
    with embedded_bench.make_store() as opened:
        with pytest.raises(StoreError, match="the query ended the engine"):
            opened.rows(DOUBLING[name], seconds=60)
        assert opened.rows("RETURN 1 AS x").rows == ((1,),)


@pytest.mark.parametrize(("grown", "waiting"), [(-1, 1), (2**40, 2)])
def test_of_the_processes_that_wait_one_at_most_holds_much(
    embedded_bench: Bench, monkeypatch: pytest.MonkeyPatch, grown: int, waiting: int
) -> None:
    monkeypatch.setattr(child, "GROWN", grown)
    with embedded_bench.make_store() as opened:
        assert isinstance(opened, EmbeddedStore)
        taken = [opened._children._take() for _ in range(2)]
        for one, state in taken:
            one.wait()
            opened._children._give_back(one, state, kept=True)
        assert len(processes(opened)) == waiting
        assert opened.rows("RETURN 1 AS x").rows == ((1,),)


def test_a_process_that_keeps_what_an_answer_took_is_large(
    embedded_bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "GROWN", 2**23)
    with embedded_bench.make_store() as opened:
        assert isinstance(opened, EmbeddedStore)
        opened.rows("RETURN 1 AS x")
        assert [one.is_large() for one in opened._children._idle] == [False]
        opened.rows("UNWIND range(1, 500000) AS x RETURN max(size(toString(x) + 'abcdefgh')) AS y")
        assert [one.is_large() for one in opened._children._idle] == [True]


def test_a_query_that_overruns_its_time_is_ended(store: EmbeddedStore) -> None:
    store.rows("RETURN 1 AS x")
    (process,) = processes(store)
    # As an engine that does not look at the clock: it is stopped, and answers nobody.
    process.send_signal(signal.SIGSTOP)
    before = time.monotonic()
    with pytest.raises(QueryTimedOut):
        store.rows("RETURN 1 AS x", seconds=0.2)
    assert time.monotonic() - before < 0.2 + child.GRACE + 2
    assert process.poll() is not None
    assert store.rows("RETURN 1 AS x").rows == ((1,),)


def test_a_process_that_is_killed_is_replaced(store: EmbeddedStore) -> None:
    store.rows("RETURN 1 AS x")
    (process,) = processes(store)
    process.kill()
    process.wait()
    assert store.rows("RETURN 1 AS x").rows == ((1,),)
    (other,) = processes(store)
    other.send_signal(signal.SIGSTOP)
    threading.Timer(0.3, other.kill).start()
    with pytest.raises(StoreError, match="ended the engine"):
        store.rows("RETURN 1 AS x")


def test_one_process_answers_many_questions(store: EmbeddedStore) -> None:
    store.rows("RETURN 1 AS x")
    before = processes(store)
    with pytest.raises(StoreError, match="does not run"):
        store.rows("RETURN nonsense(1) AS x")
    with pytest.raises(QueryTimedOut):
        store.rows(
            "UNWIND range(1, 9000) AS a UNWIND range(1, 9000) AS b RETURN count(a * b) AS x", seconds=0.1
        )
    assert store.rows("MATCH (c:Country {id: 'TUR'}) RETURN c.name AS x").rows == (("Türkiye",),)
    assert processes(store) == before


def test_many_threads_ask_at_once(store: EmbeddedStore) -> None:
    found: list[Any] = []

    def ask(number: int) -> None:
        found.append(store.rows("UNWIND range(1, 2000) AS a RETURN sum(a) + $n AS x", {"n": number}).rows)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [((2001000 + number,),) for number in range(8)]
    assert len(processes(store)) <= child.MOST


def test_the_time_of_a_query_begins_when_it_is_its_turn(store: EmbeddedStore) -> None:
    store.rows("RETURN 1 AS x")
    places = store._children._places
    for _ in range(child.MOST):
        places.acquire()
    threading.Timer(0.5, places.release, [child.MOST]).start()
    assert store.rows("RETURN 1 AS x", seconds=0.2).rows == ((1,),)


def test_answers_follow_every_write(embedded_bench: Bench) -> None:
    with embedded_bench.make_store(*GRAPH) as opened:
        for number in range(3):
            city = validated(City, id=f"city:hom:c{number}", name=f"C{number}", sources=["source:1"])
            opened.apply(Batch.of([city]), "a tester", "one more")
            assert opened.rows("MATCH (n:City) RETURN count(n) AS x").rows == ((3 + number,),)
        with open_store(opened.url, read_only=True) as reader:
            assert isinstance(reader, EmbeddedStore)
            assert reader.rows("MATCH (n:City) RETURN count(n) AS x").rows == ((5,),)
            city = validated(City, id="city:hom:late", name="Late", sources=["source:1"])
            opened.apply(Batch.of([city]), "a tester", "one more")
            if sys.platform == "linux":
                # A reader sees the state that it opened, whatever is written meanwhile.
                with reader._children._lock:
                    idle, reader._children._idle = reader._children._idle, []
                for one in idle:
                    one.end()
                assert reader.rows("MATCH (n:City) RETURN count(n) AS x").rows == ((5,),)


def test_a_store_leaves_no_process_behind(embedded_bench: Bench) -> None:
    opened = embedded_bench.make_store(*GRAPH)
    assert isinstance(opened, EmbeddedStore)
    opened.rows("RETURN 1 AS x")
    (process,) = processes(opened)
    opened.close()
    assert process.poll() is not None
    with pytest.raises(StoreError, match="is closed"):
        opened.rows("RETURN 1 AS x")
    forgotten = open_store(opened.url, read_only=True)
    assert isinstance(forgotten, EmbeddedStore)
    forgotten.rows("RETURN 1 AS x")
    (process,) = processes(forgotten)
    del forgotten
    gc.collect()
    assert process.poll() is not None


def test_the_process_itself_reads_no_file_and_writes_none(store: EmbeddedStore, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a secret\n", encoding="utf-8")
    store.rows("RETURN 1 AS x")
    # Past the guard: what a query might find that the guard does not know.
    for text in (
        f"LOAD CSV FROM '{secret}' AS r RETURN r",
        "LOAD CSV FROM '/proc/self/environ' AS r RETURN r",
    ):
        with pytest.raises(Exception, match="Too many open files"):
            store._children.ask(text, {}, None, 5)


def test_the_process_knows_nothing_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, embedded_bench: Bench
) -> None:
    monkeypatch.setenv("GRAPHMAP_PASSWORD", "canary-9c1d")
    with embedded_bench.make_store(*GRAPH) as opened:
        assert isinstance(opened, EmbeddedStore)
        opened.rows("RETURN 1 AS x")
        (process,) = processes(opened)
        environment = Path(f"/proc/{process.pid}/environ")
        assert not environment.exists() or b"canary-9c1d" not in environment.read_bytes()
        assert os.getpid() != process.pid
