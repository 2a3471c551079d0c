"""A page of very many ties is seen before what its script reads is there, which is asked for meanwhile."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Route

from graphmap.web import pages
from tests.cli.conftest import make_sample_store
from tests.web.serving import serve_store
from tests.web.watching import find_base, open_watched


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small store."""
    return make_sample_store("municipal", tmp_path_factory.mktemp("large"))


@pytest.fixture
def large(store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx.Client]:
    """Return a client of a server to which every page is a large one."""
    monkeypatch.setattr(pages, "MOST_CARRIED", 0)
    with serve_store(store) as client:
        yield client


def test_a_large_page_tells_where_its_facts_are_and_they_are_those_it_would_carry(
    large: httpx.Client, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled = {}
    for address in ("/map?lang=fa&country=TUR", "/map?country=JPN", "/country/TUR"):
        text = large.get(address).text
        (asked,) = re.findall(r'id="facts" data-from="([^"]+)"></script>', text)
        told = large.get(html.unescape(asked)).json()
        text = text.replace(f' data-from="{asked}"', "")
        for name in ("facts", "drawn", "on-choice"):
            text = text.replace(f'id="{name}"></script>', f'id="{name}">{told[name]}</script>')
        filled[address] = text
    monkeypatch.undo()
    with serve_store(store) as carrying:
        for address, text in filled.items():
            assert text == carrying.get(address).text


def test_a_choice_on_a_large_page_works_before_and_after_its_facts_have_come(
    large: httpx.Client, browser: Browser
) -> None:
    base = find_base(large)
    with open_watched(browser, large, 1280) as page:
        held: list[Route] = []
        page.route(re.compile("/map/facts"), lambda route: held.append(route))
        page.goto(f"{base}/map?lang=en")
        page.locator("[data-choose-country=TUR]").first.click()
        page.wait_for_url("**country=TUR**")
        assert "scripted" not in (page.locator("html").get_attribute("class") or "")
        page.wait_for_function("() => document.querySelector('#facts[data-from]')")
        while not held:
            page.wait_for_timeout(20)
        held[-1].continue_()
        page.wait_for_selector("html.scripted")
        page.locator("[data-choose-country=TUR]").first.click()
        page.wait_for_url(lambda url: "country=TUR" not in url)
        assert page.locator("html.choosing").count() == 0
