"""The canvas in a browser: begins grouped, grows, takes back; by mouse, key, finger; both languages."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, StringIO
from xml.etree import ElementTree

import httpx
import networkx
import openpyxl
import pandas
import pytest
from playwright.sync_api import Browser, Page, expect

from graphmap.views.marks import MARK_OF, draw_mark
from tests.servers.chromium import list_violations
from tests.web.test_every_page import reach
from tests.web.watching import find_base, open_watched

NAMES = {"en": ("Canvas", "Undo", "Redo", "Expand"), "fa": ("بوم", "واگرد", "ازنو", "گسترش")}


@contextmanager
def open_canvas(
    browser: Browser, explorer: httpx.Client, asked: str, lang: str, width: int = 1280
) -> Iterator[Page]:
    """Yield a page of the canvas that is ready; at the end nothing was complained of or asked elsewhere."""
    with open_watched(browser, explorer, width, touch=width < 500, within=("blob:",)) as page:
        page.goto(f"{find_base(explorer)}/canvas?{asked}&lang={lang}")
        page.wait_for_function("() => document.documentElement.dataset.canvas === 'ready'")
        yield page


def find_place(page: Page, name: str) -> tuple[float, float]:
    """Return where the middle of a node is on the screen."""
    found: list[float] = page.evaluate(
        """(name) => {
            const { board, stage } = window.graphmapCanvas;
            const nodes = [...board.picture.nodes.values()];
            const node = nodes.find((one) => one.said === name || one.id === name);
            const { x, y } = board.picture.places.get(node.id);
            const { k, dx, dy } = stage.view;
            const { left, top } = document.querySelector(".canvas-stage").getBoundingClientRect();
            return [left + x * k + dx, top + y * k + dy];
        }""",
        name,
    )
    return found[0], found[1]


def wait_for_steps(page: Page, count: int) -> None:
    """Wait until so many steps have been made."""
    page.wait_for_function(
        "(count) => document.querySelectorAll('.canvas-steps li').length === count", arg=count
    )


def read_places(page: Page) -> dict[str, list[float]]:
    """Return where everything is, in units of the picture."""
    places: dict[str, list[float]] = page.evaluate(
        """() => {
            const { places } = window.graphmapCanvas.board.picture;
            return Object.fromEntries([...places].map(([id, { x, y }]) => [id, [x, y]]));
        }"""
    )
    return places


@pytest.mark.parametrize(("lang", "width"), [("en", 1280), ("fa", 390)])
def test_a_country_begins_with_its_provinces_and_grows_without_a_jump(
    lang: str, width: int, browser: Browser, explorer: httpx.Client
) -> None:
    region, undo, redo, expand = NAMES[lang]
    with open_canvas(browser, explorer, "start=IRQ", lang, width) as page:
        assert page.get_by_role("region", name=region, exact=True).is_visible()
        options = page.locator(".canvas-words [role=option]")
        begun = options.count()
        assert begun > 5
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        before = read_places(page)
        page.locator(".canvas-rows button").first.wait_for()
        page.get_by_role("button", name=expand, exact=True).click()
        wait_for_steps(page, 2)
        after = read_places(page)
        assert len(after) == options.count() > begun
        for one, place in before.items():
            assert after[one] == place
        assert list_violations(page) == []
        page.get_by_role("button", name=undo, exact=True).click()
        assert read_places(page) == before
        page.get_by_role("button", name=redo, exact=True).click()
        assert read_places(page) == after
        page.locator(".canvas-steps button").first.click()
        assert options.count() == begun


def test_the_canvas_is_walked_by_keyboard_alone(browser: Browser, explorer: httpx.Client) -> None:
    with open_canvas(browser, explorer, "start=IRQ", "en") as page:
        focus = page.locator(".canvas-focus")
        focus.focus()
        page.keyboard.press("ArrowLeft")
        chosen = page.locator(".canvas-words [aria-selected=true]")
        assert "Province" in chosen.inner_text()
        assert focus.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
        page.locator(".canvas-rows button").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_selector("[role=menuitem]:focus")
        assert page.evaluate("document.activeElement.textContent").startswith("Add ")
        page.keyboard.press("Enter")
        wait_for_steps(page, 2)
        assert page.evaluate("document.activeElement.className") == "canvas-focus"
        page.keyboard.press("Delete")
        wait_for_steps(page, 3)
        assert page.locator(".canvas-steps [aria-current]").inner_text().startswith("Hide")
        page.keyboard.press("Control+z")
        page.keyboard.press("Control+z")
        assert page.locator(".canvas-steps [aria-current]").inner_text().startswith("Start")
        page.keyboard.press("Control+Shift+z")
        assert page.locator(".canvas-steps [aria-current]").inner_text().startswith("Add")


def test_the_focus_is_never_lost_by_keyboard(browser: Browser, explorer: httpx.Client) -> None:
    with open_canvas(browser, explorer, "start=IRQ", "en") as page:
        page.locator(".canvas-focus").focus()
        page.locator(".canvas-rows button").first.wait_for()
        page.keyboard.press("m")
        expect(page.locator(".canvas-told")).to_have_text("Mark: Iraq")
        reach(page, ".canvas-chosen summary")
        page.keyboard.press("Enter")
        reach(page, "[data-key='filter-limit']")
        page.keyboard.press("Control+a")
        page.keyboard.type("2")
        page.keyboard.press("Tab")
        expect(page.locator("[data-key='canvas-explore']")).to_be_focused()
        add = page.locator(".canvas-rows button", has_text="+ 2").first
        add.focus()
        page.keyboard.press("Enter")
        wait_for_steps(page, 2)
        expect(page.locator(".canvas-chosen :focus")).to_have_count(1)
        reach(page, "[data-key='canvas-pin']")
        page.keyboard.press("Enter")
        expect(page.locator("[data-key='canvas-unpin']")).to_be_focused()
        reach(page, "[data-key='canvas-hide']")
        page.keyboard.press("Enter")
        wait_for_steps(page, 4)
        expect(page.locator("#canvas-chosen-heading")).to_be_focused()
        reach(page, ".canvas-steps button")
        page.keyboard.press("Enter")
        expect(page.locator(".canvas-steps [aria-current]")).to_be_focused()
        page.locator(".canvas-drop summary").first.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".canvas-drop summary").first).to_be_focused()


def test_a_mouse_chooses_drags_zooms_and_filters(browser: Browser, explorer: httpx.Client) -> None:
    with open_canvas(browser, explorer, "start=IRQ", "en") as page:
        x, y = find_place(page, "Ilam")
        page.mouse.click(x, y)
        assert page.locator("#canvas-chosen-heading").inner_text() == "Ilam"
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 60, y + 5, steps=3)
        page.mouse.up()
        assert page.locator(".canvas-steps [aria-current]").inner_text() == "Move Ilam"
        assert find_place(page, "Ilam")[0] == pytest.approx(x + 60, abs=1)
        before = page.evaluate("window.graphmapCanvas.stage.view.k")
        page.mouse.wheel(0, -200)
        assert page.evaluate("window.graphmapCanvas.stage.view.k") > before
        page.locator(".canvas-legend button", has_text="border").click()
        assert "borders" not in page.locator(".canvas-words").inner_text()
        page.locator(".canvas-legend button", has_text="border").click()
        assert "borders" in page.locator(".canvas-words").inner_text()


def test_a_finger_moves_the_picture_and_chooses(browser: Browser, explorer: httpx.Client) -> None:
    with open_canvas(browser, explorer, "start=IRQ", "fa", 390) as page:
        x, y = find_place(page, "IRQ")
        page.touchscreen.tap(x, y)
        assert page.locator("#canvas-chosen-heading").inner_text() == "عراق"


def test_an_address_that_names_nothing_says_so(explorer: httpx.Client) -> None:
    assert explorer.get("/canvas", params={"start": "nobody"}).status_code == 404
    assert explorer.get("/canvas", params={"colour": "red"}).status_code == 422
    assert explorer.get("/api/graph/picture").status_code == 422


def choose(page: Page, identity: str) -> None:
    """Choose a node by its name in the list of words."""
    page.evaluate("(id) => window.graphmapCanvas.board.choose(id)", identity)
    page.locator(".canvas-focus").focus()


def ask_of_two(page: Page, one: str, other: str, key: str) -> None:
    """Mark one thing, choose another, and ask what the button of a key asks of the two."""
    choose(page, one)
    page.keyboard.press("m")
    choose(page, other)
    page.locator(f"[data-key='{key}']").click()
    wait_for_steps(page, 2)


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_two_things_are_connected_by_paths_of_which_each_is_a_sentence(
    lang: str, browser: Browser, explorer: httpx.Client
) -> None:
    with open_canvas(browser, explorer, "start=IR-21&start=city:geo:tbilisi", lang) as page:
        ask_of_two(page, "IR-21", "city:geo:tbilisi", "canvas-path-to")
        said = page.locator(".canvas-chosen .canvas-ties li")
        asked = {"start": "IR-21", "end": "city:geo:tbilisi"}
        told = explorer.get("/api/graph/paths", params=asked).json()
        assert said.count() == len(told["paths"])
        assert ("تفلیس" if lang == "fa" else "Tbilisi") in said.first.inner_text()
        assert page.locator("[data-through][aria-pressed=true]").count() == 9
        assert list_violations(page) == []
        page.locator("[data-through=City]").click()
        page.wait_for_function(
            "() => document.querySelectorAll('[data-through][aria-pressed=true]').length === 8"
        )
        page.keyboard.press("Control+z")


def check_graph(graphml: bytes, table: bytes, nodes: int) -> None:
    """Check that other programs read what was taken away: the same nodes and lines in each."""
    graph = networkx.read_graphml(BytesIO(graphml), force_multigraph=True)
    lines = pandas.read_csv(BytesIO(table), keep_default_na=False)
    assert graph.number_of_nodes() == nodes
    assert graph.number_of_edges() == len(lines) > 0
    ends = sorted((start, end, data["count"]) for start, end, data in graph.edges(data=True))
    assert ends == sorted(lines[["start", "end", "count"]].itertuples(index=False, name=None))
    assert graph.nodes["IR-25"]["name_fa"] == "قم"


def check_book(book: bytes, table: bytes, lang: str) -> None:
    """Check that a workbook holds the lines of the table below what it is, what is shown, and the sources."""
    lines, nodes, sources = openpyxl.load_workbook(BytesIO(book)).worksheets
    rows = [[cell.value for cell in row] for row in lines.iter_rows()]
    written = [list(row) for row in csv.reader(StringIO(table.decode("utf-8-sig")))][1:]
    told = [["" if cell is None else str(cell) for cell in row] for row in rows[-len(written) :]]
    assert told == written
    assert ("گراف روابط" if lang == "fa" else "Graph of ties") in str(rows[0][0])
    assert [cell.value for cell in nodes[1]][:2] == (["شناسه", "نام"] if lang == "fa" else ["Id", "Name"])
    assert nodes.max_row - 1 == len({end for row in written for end in (row[0], row[3])})
    assert sources.max_row > 1
    assert bool(lines.sheet_view.rightToLeft) == (lang == "fa")


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_two_provinces_are_compared_in_bands_and_taken_away_as_files(
    lang: str, browser: Browser, explorer: httpx.Client
) -> None:
    with open_canvas(browser, explorer, "start=IR-25&start=IR-09", lang) as page:
        ask_of_two(page, "IR-25", "IR-09", "canvas-compare")
        compared = explorer.get("/api/graph/compare", params={"ids": "IR-25|IR-09"}).json()
        assert page.locator(".canvas-band").count() == 3
        assert page.locator(".canvas-band li").count() == len(compared["reached"])
        marks = page.locator(".canvas-band .verdict-mark")
        drawn_marks = {ElementTree.canonicalize(one.evaluate("e => e.outerHTML")) for one in marks.all()}
        of = {name for one in compared["verdicts"] if (name := MARK_OF[one["verdict"]])}
        assert drawn_marks == {ElementTree.canonicalize(str(draw_mark(name))) for name in of}
        assert list_violations(page) == []
        files = {}
        for kind in ("csv", "graphml", "svg", "png", "xlsx"):
            page.locator(".canvas-drop summary").last.click()
            with page.expect_download() as waited:
                page.locator(f"[data-do={kind}]").click()
            files[kind] = waited.value.path().read_bytes()
        assert files["csv"].decode("utf-8-sig").splitlines()[0].startswith("start,start_name,type")
        check_graph(files["graphml"], files["csv"], 2 + len(compared["reached"]))
        check_book(files["xlsx"], files["csv"], lang)
        drawn = ElementTree.fromstring(files["svg"])
        texts = "".join(drawn.itertext())
        assert ("منابع" if lang == "fa" else "Sources") in texts
        assert "font/woff2" in texts
        assert files["png"].startswith(b"\x89PNG")
        page.locator("[data-do=reveal]").click()
        wait_for_steps(page, 3)


def test_what_is_shown_is_grouped_and_a_line_tells_its_ties(browser: Browser, explorer: httpx.Client) -> None:
    with open_canvas(browser, explorer, "start=IRQ", "en") as page:
        page.locator(".canvas-rows button").first.wait_for()
        begun = page.locator(".canvas-words [role=option]").count()
        page.locator("[data-do=expand]").click()
        wait_for_steps(page, 2)
        page.locator(".canvas-drop summary").first.click()
        page.locator("[data-do=group-top]").click()
        wait_for_steps(page, 3)
        assert page.locator(".canvas-words [role=option]").count() == begun
        line = (
            "window.graphmapCanvas.board.picture.lines.find((one) => one.type === 'TIED_TO' && one.count > 3)"
        )
        count = page.evaluate(f"{line}.count")
        page.evaluate(f"window.graphmapCanvas.board.choose('', {line})")
        page.locator(".canvas-ties li").first.wait_for()
        assert page.locator(".canvas-ties li").count() == count
        assert "TIED_TO" in (page.locator(".canvas-chosen pre.query").text_content() or "")


def test_what_is_shown_is_grouped_by_region_and_by_sector(browser: Browser, explorer: httpx.Client) -> None:
    with open_canvas(browser, explorer, "start=IRQ", "en") as page:
        page.locator(".canvas-rows button").first.wait_for()
        options = page.locator(".canvas-words [role=option]")
        page.locator("[data-do=expand]").click()
        wait_for_steps(page, 2)
        opened, ties = options.count(), count_ties(page)
        page.locator(".canvas-drop summary").first.click()
        page.locator("[data-do=group-region]").click()
        wait_for_steps(page, 3)
        assert 5 < options.count() < opened
        assert count_ties(page) == ties
        labels = page.evaluate(
            "[...window.graphmapCanvas.board.picture.nodes.values()].filter((one) => one.closed)"
            ".map((one) => one.label)"
        )
        assert "Region" in labels
        page.keyboard.press("Control+z")
        page.locator(".canvas-drop summary").first.click()
        page.locator("[data-do=group-sector]").click()
        wait_for_steps(page, 3)
        bands = page.evaluate("window.graphmapCanvas.board.picture.bands.map((band) => band.words)")
        assert any("trade" in words for words in bands)
        assert options.count() == opened


def count_ties(page: Page) -> int:
    """Return how many ties the lines on the canvas stand for."""
    count: int = page.evaluate(
        "window.graphmapCanvas.board.picture.lines.filter((one) => one.type === 'TIED_TO')"
        ".reduce((sum, one) => sum + one.count, 0)"
    )
    return count


def test_what_two_have_in_common_is_added(browser: Browser, explorer: httpx.Client) -> None:
    with open_canvas(browser, explorer, "start=IRQ", "en") as page:
        before = set(read_places(page))
        ask_of_two(page, "IR-25", "IR-09", "canvas-common")
        compared = explorer.get("/api/graph/compare", params={"ids": "IR-25|IR-09"}).json()
        near = explorer.get("/api/graph/common", params={"ids": "IR-25|IR-09"}).json()
        both = {one["id"] for one in compared["reached"] if len(one["by"]) == 2}
        both |= {one["id"] for one in near["nodes"]}
        assert set(read_places(page)) - before == both - before != set()


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_who_comes_back_finds_the_canvas_as_it_was(
    lang: str, browser: Browser, explorer: httpx.Client
) -> None:
    base = find_base(explorer)
    with open_canvas(browser, explorer, "start=IRQ", lang) as page:
        page.locator(".canvas-rows button").first.wait_for()
        page.locator("[data-do=expand]").click()
        wait_for_steps(page, 2)
        places = read_places(page)
        page.goto(f"{base}/reports?lang={lang}")
        page.goto(f"{base}/canvas?lang={lang}")
        page.wait_for_function("() => document.documentElement.dataset.canvas === 'ready'")
        assert read_places(page) == places
        page.locator("[data-do=undo]").click()
        assert len(read_places(page)) < len(places)
        with page.expect_navigation():
            page.locator("a.language").click()
        page.wait_for_function("() => document.documentElement.dataset.canvas === 'ready'")
        assert page.locator(".canvas-steps li").count() == 1
        page.goto(f"{base}/canvas?start=TUR&lang={lang}")
        page.wait_for_function("() => document.documentElement.dataset.canvas === 'ready'")
        assert "TUR" in read_places(page)


def test_the_map_leads_to_the_canvas_with_what_is_chosen(browser: Browser, explorer: httpx.Client) -> None:
    with open_watched(browser, explorer, 1280, within=("blob:",)) as page:
        page.goto(f"{find_base(explorer)}/map?lang=en&country=IRQ&province=IR-10")
        title, years = page.locator("h1").bounding_box(), page.locator(".clock").bounding_box()
        assert title is not None
        assert years is not None
        assert title["y"] < years["y"]
        assert page.locator("[data-panel] .explore").count() >= 6
        page.locator("[data-panel=matrix] .explore").click()
        page.wait_for_function("() => document.documentElement.dataset.canvas === 'ready'")
        assert {"IRQ", "IR-10"} <= set(read_places(page))
