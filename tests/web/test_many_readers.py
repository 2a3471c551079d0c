"""Many read at once: each answer is made once, and a slow one holds up nobody."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from graphmap.errors import GraphmapError, QueryTimedOut, QuestionError
from graphmap.served import Served
from graphmap.web import pages
from graphmap.web.decisions import MOST
from graphmap.web.forms import draw_form
from graphmap.web.sharing import Held, Shared
from graphmap.web.start_parts import PARTS
from graphmap.web.working import MOST_UNDER_WAY, Answers, StillWorking, TooMuchAtOnce
from tests.cli.conftest import make_sample_store
from tests.servers.chromium import list_violations
from tests.web.serving import QUICK, serve_store
from tests.web.watching import find_base, open_watched

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


def test_what_takes_long_is_worked_out_while_nobody_waits_and_holds_up_no_other() -> None:
    answers, lent, begun, done = Answers(), [], threading.Event(), threading.Event()

    def lend() -> Callable[[], None]:
        lent.append(True)
        return partial(lent.append, False)

    def work() -> bytes:
        begun.set()
        done.wait(10)
        return b"long"

    for number in range(5):  # more than may be worked out at once by those that are waited for
        with pytest.raises(StillWorking, match="still being worked out"):
            answers.find_within((number,), work, 0.02, f"sort {number}", lend)
    begun.wait(10)
    assert answers.find_within(("quick",), lambda: b"quick", 5, "another") == b"quick"
    with pytest.raises(StillWorking):
        answers.find_within((0,), lambda: b"not begun twice", 0.02, "sort 0", lend)
    done.set()
    assert answers.find_within((0,), work, 5, "sort 0", lend) == b"long"
    assert answers.find((0,), lambda: b"other") == b"long"
    for number in range(5):
        answers.find_within((number,), work, 5, f"sort {number}", lend)
    assert lent.count(True) == 5
    wait_until(lambda: lent.count(False) == 5)


def test_of_a_sort_that_takes_long_one_is_worked_out_at_a_time() -> None:
    answers, done, working = Answers(), threading.Event(), []

    def work() -> bytes:
        working.append(1)
        done.wait(10)
        return b""

    for number in range(5):
        with pytest.raises(StillWorking):
            answers.find_within((number,), work, 0.02, "long")
    assert len(working) <= 2  # the first one before it was known to take long
    done.set()
    wait_until(lambda: len(working) == 5)


def test_why_a_long_answer_failed_is_told_once_to_who_asks_next() -> None:
    answers, go = Answers(), threading.Event()

    def fail() -> bytes:
        go.wait(10)
        raise QuestionError("it does not fit")

    with pytest.raises(StillWorking):
        answers.find_within(("key",), fail, 0.02)
    go.set()
    wait_until(lambda: not answers.under_way)
    with pytest.raises(QuestionError):
        answers.find_within(("key",), lambda: b"now", 5)
    assert answers.find_within(("key",), lambda: b"now", 5) == b"now"
    with pytest.raises(QuestionError):  # told at once, and to nobody else
        answers.find_within(("other",), fail, 5)
    assert answers.find_within(("other",), lambda: b"now", 5) == b"now"


def test_so_many_are_begun_and_no_more() -> None:
    answers, done = Answers(), threading.Event()

    def work() -> bytes:
        return b"%d" % done.wait(10)

    for number in range(MOST_UNDER_WAY):
        with pytest.raises(StillWorking):
            answers.find_within((number,), work, 0.001, "long")
    with pytest.raises(TooMuchAtOnce):
        answers.find_within(("one more",), work, 0.001, "long")
    done.set()


def test_a_page_that_takes_long_says_so_and_comes_by_itself(
    iran_path: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    monkeypatch.setattr(pages, "draw_form", lambda *given: go.wait(20) and draw_form(*given))
    with serve_store(iran_path, replace(QUICK, patience=0.1)) as client:
        address = "/reports/sole_contacts?lang=fa&limit=3"
        with open_watched(browser, client, 390) as page:
            shown = page.goto(find_base(client) + address)
            assert shown is not None
            assert (shown.status, shown.headers["retry-after"]) == (202, "1")
            assert "ثانیه" in page.locator("main [role=status]").inner_text()
            assert list_violations(page) == []
            told = client.get(address.replace("fa", "en")).text
            assert "The answer has been worked on for 0 seconds." in told
            go.set()
            page.wait_for_selector("form.form")


@pytest.fixture
def go(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Return what lets questions be answered: until it is set, each is worked on."""
    event, asked = threading.Event(), Held.ask
    monkeypatch.setattr(Held, "ask", lambda *given: event.wait(20) and asked(*given))
    return event


def test_the_start_can_be_asked_before_it_knows_what_needs_a_decision(
    iran_path: Path, go: threading.Event
) -> None:
    with serve_store(iran_path, replace(QUICK, patience=0.05)) as client:
        told = client.get("/?lang=fa")
        assert (told.status_code, told.headers["retry-after"]) == (202, "1")
        assert '<input type="search" name="q"' in told.text
        assert "چه کسی دیگر در ترکیه است" in told.text
        assert client.get("/search", params={"q": "ترکیه", "lang": "en"}).status_code in (200, 202)
        go.set()


def test_the_start_shows_what_is_worked_out_and_asks_for_the_rest(
    iran_path: Path, browser: Browser, go: threading.Event
) -> None:
    with serve_store(iran_path, replace(QUICK, patience=0.05)) as client:
        with open_watched(browser, client, 390) as page:
            page.goto(f"{find_base(client)}/?lang=fa")
            expect(page.locator("main [data-part]")).to_have_count(len(PARTS))
            expect(page.locator("main [role=status]")).to_contain_text("ثانیه")
            assert list_violations(page) == []
            go.set()
            expect(page.locator("main [data-waiting]")).to_have_count(0)
            expect(page.locator(".decisions li")).to_have_count(MOST)
            expect(page.locator("[data-against]")).to_have_count(0)
            shown = re.sub(r"\s+", " ", page.locator("main").inner_text())
        with open_watched(browser, client, 390) as page:
            page.goto(f"{find_base(client)}/?lang=fa")  # all is there at once now
            expect(page.locator("main [data-part]")).to_have_count(0)
            expect(page.locator("[data-against]")).to_have_count(0)
            assert re.sub(r"\s+", " ", page.locator("main").inner_text()) == shown


def test_a_part_of_the_start_that_cannot_be_told_says_why_and_the_others_come(
    iran_path: Path, browser: Browser, go: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> str:
        raise QueryTimedOut("the query took longer than it may; narrow it, or give it more time")

    monkeypatch.setattr("graphmap.web.start_parts.list_gaps", refuse)
    with (
        serve_store(iran_path, replace(QUICK, patience=0.05)) as client,
        browser.new_context() as context,
        context.new_page() as page,
    ):
        page.goto(f"{find_base(client)}/?lang=en")
        go.set()
        expect(page.locator(".decisions li")).to_have_count(MOST)
        expect(page.locator("main .fault")).to_contain_text("took longer")
        expect(page.locator("main [aria-busy]")).to_have_count(0)


def test_an_interface_is_told_to_ask_again_and_a_notebook_does(iran_path: Path, go: threading.Event) -> None:
    with serve_store(iran_path, replace(QUICK, patience=0.05)) as client:
        told = client.get("/api/sole_contacts")
        assert (told.status_code, told.headers["retry-after"]) == (503, "1")
        assert "still being worked out" in told.json()["error"]
        with pytest.raises(GraphmapError, match="still being worked out"):
            Served(find_base(client), seconds=0.1).ask("sole_contacts")
        threading.Timer(0.2, go.set).start()
        assert Served(find_base(client)).ask("sole_contacts")["question"] == "sole_contacts"


def test_what_took_too_long_is_told_kindly_and_not_asked_again_by_itself(
    iran_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def refuse(*given: object) -> None:
        asked.append(given)
        raise QueryTimedOut("the query took longer than it may; narrow it, or give it more time")

    monkeypatch.setattr(Held, "ask", refuse)
    with serve_store(iran_path) as client:
        told = client.get("/reports/expiring?lang=fa&as_of=2026")
        assert (told.status_code, told.headers["retry-after"]) == (503, "30")
        assert "این صفحه اکنون نمایش داده نمی‌شود" in told.text
        assert 'href="/reports/expiring?as_of=2026&amp;lang=fa"' in told.text
        asked.clear()
        with pytest.raises(GraphmapError, match="took longer"):
            Served(find_base(client)).ask("expiring")
        assert len(asked) == 1


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until something holds, for ten seconds at most."""
    limit = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < limit
        time.sleep(0.005)


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
