"""Many read at once: each answer is made once, and a slow one holds up nobody."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import httpx
import pytest

from graphmap.errors import QuestionError
from graphmap.web.keeping import Answers
from graphmap.web.sharing import Shared
from tests.cli.conftest import make_sample_store

# Takes time and no memory, so that it ends by its time.
SLOW = "RETURN reduce(x = 0, i IN range(1, 30000) | x + reduce(y = 0, j IN range(1, 30000) | y + j % 7)) AS x"


def test_an_answer_that_many_ask_for_is_made_once() -> None:
    answers, made, begun = Answers(), [], threading.Event()

    def make() -> bytes:
        begun.wait(10)
        made.append(1)
        return b"answer"

    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(answers.find, ("key",), make) for _ in range(8)]
        begun.set()
        assert {one.result() for one in asked} == {b"answer"}
    assert made == [1]


def test_what_could_not_be_made_is_tried_again() -> None:
    answers = Answers()

    def fail() -> bytes:
        raise QuestionError("it does not fit")

    with pytest.raises(QuestionError):
        answers.find(("key",), fail)
    assert answers.find(("key",), lambda: b"now") == b"now"


def test_what_is_kept_has_a_most() -> None:
    answers = Answers(most=100)
    for number in range(10):
        answers.find((number,), lambda: b"x" * 40)
    made: list[int] = []

    def make(number: int) -> bytes:
        made.append(number)
        return b"x" * 40

    for number in (9, 0):
        answers.find((number,), partial(make, number))
    assert made == [0]


def test_twenty_readers_wait_for_no_slow_query(explorer: httpx.Client) -> None:
    addresses = ["/api/rivals?limit=5", "/api/overlaps?limit=5", "/api/border_gaps", "/api", "/api/expiring"]

    def read(number: int) -> int:
        return explorer.get(addresses[number % len(addresses)], params=None).status_code

    assert {read(number) for number in range(len(addresses))} <= {200, 422}  # kept from now on
    addresses.append("/api/border_gaps?limit=3")  # not kept yet
    with ThreadPoolExecutor(21) as pool:
        slow = pool.submit(explorer.get, "/api/cypher", params={"query": SLOW})
        statuses = [one.result() for one in [pool.submit(read, number) for number in range(20)]]
        assert not slow.done(), "the slow query was to outlast the quick ones"
        assert slow.result().status_code == 503
    assert set(statuses) <= {200, 422}


def test_who_reads_an_old_state_reads_it_to_the_end(tmp_path: Path) -> None:
    from graphmap.schema import Batch, Country, validated
    from graphmap.store import open_store

    path = make_sample_store("invented", tmp_path)
    shared = Shared(str(path), patience=60)
    with shared.read() as old:
        with open_store(path) as store:
            source = store.snapshot().sources.ids[0]
            store.apply(Batch.of([validated(Country, id="FRA", name="France", sources=(source,))]), "a", "b")
        with shared.read() as new:
            assert new.number == old.number + 1
            assert new.tag != old.tag
            assert "FRA" in new.snapshot.places
        assert "FRA" not in old.snapshot.places
        query = "MATCH (c:Country {id: 'FRA'}) RETURN c.id"
        assert old.session.store.rows(query).rows == ()
    assert old.old
    assert old.readers == 0
    shared.close()
