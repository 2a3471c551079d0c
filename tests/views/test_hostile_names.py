"""Names that mean harm are text, in every view, on every page, and in the CSV that the page makes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graphmap.store.snapshot import build_snapshot
from graphmap.views import write_quick_network
from graphmap.views.page import render_map
from tests.views.conftest import Opened
from tests.views.graphs import DAY, look_at, make_hostile

Open = Callable[..., Opened]


class Elements(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name == "style"]
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "action"}]


@pytest.mark.parametrize("placed", [True, False])
def test_no_name_becomes_an_element_a_handler_or_a_link(placed: bool) -> None:
    elements = Elements()
    elements.feed(render_map(look_at(make_hostile(placed=placed))))
    assert elements.tags.count("script") == 5
    assert "img" not in elements.tags
    assert elements.handlers == []
    assert set(elements.links) <= {"#map-land"}  # the coast is a copy of the land


@pytest.mark.parametrize(
    "said", ["", "lang=fa&country=TUR", "country=TUR&province=ZZ-0", "query=%3Cscript%3E"]
)
def test_hostile_names_do_nothing_in_the_browser(hostile_page: Path, open_page: Open, said: str) -> None:
    opened = open_page(hostile_page, said)
    opened.page.wait_for_timeout(100)
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:font/"))] == []
    assert "{{ 7*7 }}" in opened.page.title()
    assert opened.page.locator("img").count() == 0


def test_hostile_names_are_shown_as_they_are_written(hostile_page: Path, open_page: Open) -> None:
    shown = open_page(hostile_page).page.locator("[data-panel=evidence]").inner_text()
    assert "</script><script>document.title='broken'</script>" in shown
    assert '"><img src=x onerror=document.title=1>' in shown
    assert "=HYPERLINK(1)" in shown
    assert "\u202e" not in shown


def test_the_csv_guards_against_formulas_and_opens_in_a_spreadsheet(
    hostile_page: Path, open_page: Open
) -> None:
    page = open_page(hostile_page).page
    with page.expect_download() as download:
        page.locator("[data-csv]").click()
    data = Path(download.value.path()).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == 7
    stored = ["id", "from_id", "to_id", "kind", "sectors", "stage", "since", "until", "attested", "document"]
    assert rows[0][-13:] == [*stored, "sources", "province", "country"]
    agreement = next(row for row in rows if row[-10] == "agreement" and row[-12] == "ZZ-0")
    assert agreement[-13].startswith("tied_to:")
    assert agreement[-12:] == [
        "ZZ-0", "TUR", "agreement", "trade", "", "2019?", "", "", "", "source:x", "ZZ-0", "TUR"
    ]  # fmt: skip
    cells = {cell for row in rows for cell in row}
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "2019?" in cells, "dates as they are stored"


def test_the_quick_network_does_nothing_with_hostile_names(tmp_path: Path, open_page: Open) -> None:
    path = tmp_path / "quick.html"
    write_quick_network(build_snapshot(make_hostile()), path, as_of=DAY)
    opened = open_page(path)
    opened.page.wait_for_function("() => document.querySelector('#network canvas') !== null")
    opened.page.locator("#network").hover()
    opened.page.wait_for_timeout(300)
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []
    opened.page.locator("summary").click()
    assert "onerror=document.title=1" in opened.page.locator("table").inner_text()
