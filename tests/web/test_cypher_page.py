"""The page for queries of one's own: read-only, bounded, as text, and only where it was allowed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from tests.servers.chromium import list_violations
from tests.web.serving import QUICK, serve_store
from tests.web.watching import find_base, open_watched

COUNT = "MATCH (p:Province)<-[:IN*0..1]-(h)-[t:TIED_TO]->(x) RETURN p.name AS province, count(t) AS ties"


def ask(explorer: httpx.Client, query: str, **more: str) -> str:
    """Return the page of a query."""
    answer = explorer.get("/cypher", params={"query": query, "lang": "en", **more})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    return answer.text


def test_a_query_is_answered_with_its_parameters(explorer: httpx.Client) -> None:
    page = ask(explorer, "MATCH (p:Province {id: $id}) RETURN p.name AS name", parameters='{"id": "IR-26"}')
    assert "<bdi>Qom</bdi>" in page or "<td>" in page
    assert 'class="field-fault"' not in page


@pytest.mark.parametrize(
    "query", ["MATCH (n) DETACH DELETE n", "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "RETURN 1 +"]
)
def test_what_may_not_be_asked_is_said_on_the_page(query: str, explorer: httpx.Client) -> None:
    page = ask(explorer, query)
    assert 'class="field-fault"' in page
    assert "root:" not in page


def test_names_that_are_markup_are_text(explorer: httpx.Client) -> None:
    assert "<script>alert" not in ask(explorer, "RETURN '<script>alert(1)</script>' AS bad")


def test_without_leave_there_is_no_such_page(iran_path: Path) -> None:
    with serve_store(iran_path, replace(QUICK, allow_cypher=False)) as closed:
        assert closed.get("/cypher").status_code == 404
        assert "/cypher" not in closed.get("/reports").text


@pytest.mark.parametrize(("lang", "width"), [("en", 390), ("fa", 1280)])
def test_a_query_is_written_and_asked_by_keyboard(
    lang: str, width: int, browser: Browser, explorer: httpx.Client
) -> None:
    with open_watched(browser, explorer, width) as page:
        page.goto(f"{find_base(explorer)}/cypher?lang={lang}")
        page.locator("#cypher-query").fill(COUNT)
        with page.expect_navigation():
            page.keyboard.press("Control+Enter")
        assert page.locator("tbody tr").count() > 10
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert list_violations(page) == []
