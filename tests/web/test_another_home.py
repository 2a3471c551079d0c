"""The explorer of another country: its name, its own phrases, and provinces without shapes as squares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import httpx
import pytest

from graphmap.exchange.native import read_batch
from graphmap.exchange.samples import make_places_batch
from graphmap.schema import Batch, Province, validated
from graphmap.store import create_store
from tests.truth.test_another_country import LIST
from tests.web.serving import serve_store

PLACED = (
    ("TR-65", "Van", 38.5, 43.4),
    ("TR-36", "Kars", 40.6, 43.1),
    ("TR-30", "Hakkari", 37.6, 43.7),
    ("TR-76", "Iğdır", 39.9, 44.0),
)


@pytest.fixture(scope="module")
def van(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Return a client of a server of provinces of Türkiye, of which no shapes are shipped."""
    path = tmp_path_factory.mktemp("another") / "van.kgl"
    store, _ = create_store(path, make_places_batch("TUR"))
    with store:
        store.apply(read_batch(sorted(LIST.glob("*.csv")), store.contents), "a tester", "the list")
        placed = [
            validated(Province, id=identity, name=name, lat=lat, lon=lon, sources=("source:iso",))
            for identity, name, lat, lon in PLACED
        ]
        store.apply(Batch.of(placed), "a tester", "where they lie")
    with serve_store(path) as client:
        yield client


def read_links(text: str) -> list[str]:
    """Return the phrases that a page offers to begin with, as they are shown."""
    (offered,) = re.findall(r'<p class="examples">(.*?)</p>', text, re.DOTALL)
    return [unescape(one) for one in re.findall(r"<a href=[^>]+>([^<]+)</a>", offered)]


@pytest.mark.parametrize(("lang", "home", "foreign"), [("en", "Türkiye", "Iran"), ("fa", "ترکیه", "ایران")])
def test_every_sort_of_page_is_of_that_country(lang: str, home: str, foreign: str, van: httpx.Client) -> None:
    start = van.get(f"/?lang={lang}").text
    assert home in re.findall(r"<title>(.*?)</title>|class=\"home\"[^>]*>([^<]+)<", start)[1][1]
    phrases = read_links(start)
    assert any(foreign in phrase for phrase in phrases)
    for phrase in phrases:
        told = van.get("/search", params={"q": phrase, "lang": lang}).text
        assert 'class="fault"' not in told, phrase
    for address in (
        "/map?country=IRN",
        "/country/IRN",
        "/province/TR-65",
        "/trial?province=TR-65&target=GEO&kind=memorandum&sectors=trade",
        "/canvas?start=IRN",
        "/meeting/show?item=country%3DIRN",
        "/reports/plan",
        "/evidence?country=IRN",
    ):
        answer = van.get(f"{address}&lang={lang}" if "?" in address else f"{address}?lang={lang}")
        assert answer.status_code == 200, address
        text = re.sub(r"<noscript>.*?</noscript>", "", answer.text)
        assert 'class="fault"' not in text, address


def test_provinces_without_shapes_are_squares_where_they_lie(van: httpx.Client) -> None:
    page = van.get("/map?country=IRN&lang=en").text
    assert "No outlines of Türkiye are shipped: its provinces are squares" in page
    drawn = re.findall(
        r'<g class="province [^"]*point" data-map-province="([^"]+)" transform="[^"]+"><', page
    )
    assert sorted(drawn) == sorted(identity for identity, *_ in PLACED)
