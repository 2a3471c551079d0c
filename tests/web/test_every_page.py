"""Every page of the explorer in both languages on laptop and phone: axe, console, requests, width, length.

A page is opened once a language and made narrow: what is asked of it everywhere is looked at there. Pictures
of all are kept in build/screenshots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page
from pypdfium2 import PdfDocument

from tests.cli.conftest import make_sample_store
from tests.servers.chromium import list_violations
from tests.views.test_dossier_forms import list_letters
from tests.views.test_printed_page import read_printed
from tests.web.serving import QUICK, serve_store
from tests.web.test_editing import read_token
from tests.web.watching import find_base, open_watched

PICTURES = Path(__file__).parent.parent.parent / "build" / "screenshots"

AGENDA = "item=country%3DIRQ&item=country%3DUZB"
PAGES = {
    "start": "/",
    "map": "/map?country=IRQ",
    "country": "/country/IRQ",
    "province": "/province/IR-04",
    "region": "/region/IQ-AR",
    "city": "/city/city:geo:tbilisi",
    "counterpart": "/counterpart/counterpart:irq:governor-of-erbil",
    "mission": "/mission/mission:irn:basra",
    "governor": "/governor/governor:irn:ghorbanali-saadat",
    "source": "/source/source:wikipedia-twin-towns",
    "border": "/reports/border_gaps?province=IR-06",
    "question": "/reports/rivals?country=TUR",
    "cypher": "/cypher?query=MATCH (c:Country) RETURN c.name AS name ORDER BY name LIMIT 3",
    "trial": "/trial?province=IR-06&target=IQ-BA&kind=memorandum&sectors=trade",
    "plan": "/reports/plan?capacity=2&country=IRQ",
    "plans": "/reports/plans",
    "agenda": f"/meeting?{AGENDA}",
    "meeting": f"/meeting/show?{AGENDA}",
    "minutes": f"/meeting/minutes?{AGENDA}",
    "canvas": "/canvas?start=IRQ",
    "views": "/views",
    "evidence": "/evidence?country=IRQ",
    "ties": "/ties?of=IQ-BA",
    "paths": "/paths?start=IR-21&end=city:geo:tbilisi",
    "search": "/search?q=Turkey",
    "reports": "/reports",
}
"""The pages by the names of their pictures."""

PANELS = "[data-panel]"
"""What axe is not asked of again: tests/views/test_every_panel.py does, at both widths, in both languages."""

JUDGED = {"fa": 390, "en": 1280}
"""At which width axe judges the pages in a language: it takes more time than all else here."""

BROKEN = r"""() => [...document.querySelectorAll("th")].flatMap((head) => {
    const words = [], texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) for (const { 0: word, index } of texts.currentNode.data.matchAll(/\p{L}+/gu)) {
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) words.push(word);
    }
    return words;
})"""
"""The words of heads of tables that are broken over two lines."""

LONGEST = 13
"""Of how many screens a page on a phone is at most."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Return a client of a server that lets A. Tester write, in which a view and a plan are kept."""
    path = make_sample_store("iran", tmp_path_factory.mktemp("office"))
    with serve_store(path, replace(QUICK, edit="A. Tester")) as client:
        client.get("/map?lang=en")
        client.headers["Origin"] = str(client.base_url).rstrip("/")
        token = {"token": read_token(client)}
        kept = {**token, "name": "عراق اکنون", "note": "for Monday", "address": "/map?country=IRQ"}
        plan = {**token, "name": "First division", "address": "/reports/plan?as_of=2026-02-08&capacity=2"}
        for path_asked, given in (("/views", kept), ("/plans", plan)):
            assert client.post(path_asked, data=given).status_code == 200
        yield client


def show(page: Page, client: httpx.Client, address: str, lang: str) -> None:
    """Open a page, and wait until its script has drawn."""
    joint = "&" if "?" in address else "?"
    page.goto(f"{find_base(client)}{address}{joint}lang={lang}")
    if address.startswith("/canvas"):
        page.wait_for_function("() => document.documentElement.dataset.canvas === 'ready'")


def check_far(page: Page) -> None:
    """Check that where one begins is read from afar: all is a third larger on a wide screen."""
    heights = []
    for width in (1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        box = page.locator("h1").first.bounding_box()
        assert box is not None
        heights.append(box["height"])
    assert heights[1] == pytest.approx(1.35 * heights[0], rel=0.02)


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_every_page_on_a_laptop_and_on_a_phone(lang: str, browser: Browser, office: httpx.Client) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with open_watched(browser, office, 1280, within=("blob:",)) as page:
        for name, address in PAGES.items():
            page.set_viewport_size({"width": 1280, "height": 900})
            show(page, office, address, lang)
            assert page.locator("main .fault").count() == 0, name
            if name == "start":
                check_far(page)
            for width, height in ((1280, 900), (390, 844)):
                page.set_viewport_size({"width": width, "height": height})
                seen = (name, lang, width)
                assert page.evaluate("() => document.documentElement.scrollWidth") <= width, seen
                assert page.evaluate(BROKEN) == [], seen
                if width == JUDGED[lang]:
                    assert list_violations(page, without=PANELS) == [], seen
                page.screenshot(path=PICTURES / f"explorer-{name}-{lang}-{width}.png", full_page=True)
            assert page.evaluate("() => document.documentElement.scrollHeight") < LONGEST * 844, (name, lang)


PAPERS = {"start": ("/", 3), "country": ("/country/IRQ", 7), "meeting": (f"/meeting/show?{AGENDA}", 2)}
"""What is printed, and on how many sheets at most."""


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_on_paper_each_word_is_read_back_as_text(lang: str, browser: Browser, office: httpx.Client) -> None:
    with open_watched(browser, office, 1280) as page:
        for name, (address, most) in PAPERS.items():
            show(page, office, address, lang)
            page.wait_for_load_state("networkidle")  # what the script asks for further has come
            expected = read_printed(page).replace("\u200c", "")
            printed = page.pdf(
                path=PICTURES / f"explorer-{name}-{lang}.pdf",
                prefer_css_page_size=True,
                print_background=True,
            )
            sheets = [sheet.get_textpage().get_text_range() for sheet in PdfDocument(printed)]
            told, flat = list_letters(" ".join(sheets)), "".join("".join(sheets).split())
            words = {word for word in re.findall(r"[\w\u064b-\u0655]+", expected) if len(word) > 3}
            # The reader loses the last letter of some lines, with its mark.
            short = {word: re.sub(r".[\u064b-\u0655]*$", "", word) for word in words}
            lost = {word for word in words if list_letters(word) - told and short[word] not in flat}
            assert sorted(lost) == [], (name, lang)
            assert len(words) > 40, name
            assert len(sheets) <= most, name
            assert all(sheet.strip() for sheet in sheets), name


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_a_finger_tries_a_tie_searches_opens_the_drawer_turns_the_year_and_leads_a_meeting(
    lang: str, browser: Browser, office: httpx.Client
) -> None:
    with open_watched(browser, office, 390, touch=True) as page:
        show(page, office, "/", lang)
        page.locator(".ask input[name=q]").tap()
        page.keyboard.type("بصره" if lang == "fa" else "Basra")
        page.locator(".ask button").tap()
        page.wait_for_url("**/search**")
        assert page.locator("main a").count() > 3
        show(page, office, "/trial", lang)
        page.select_option("#trial-province", "IR-06")
        page.locator("#trial-target").tap()
        page.keyboard.insert_text("IQ-BA")
        page.locator("[data-trial-warning] p").first.wait_for()
        page.locator(".ticks input[value=trade]").tap()
        page.locator("form[data-trial] button").tap()
        page.locator(".trial-said p").first.wait_for()
        show(page, office, "/map?country=IRQ", lang)
        page.locator("a[data-drawer]").tap()
        page.locator(".drawer .evidence-ties > li").first.wait_for()
        page.locator(".drawer > button").tap()
        page.locator(".drawer").wait_for(state="detached")
        slider = page.locator("input[data-years]")
        before, box = slider.input_value(), slider.bounding_box()
        assert box is not None
        with page.expect_navigation():
            page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert "as_of=" in page.url
        assert page.locator("input[data-years]").input_value() != before
        show(page, office, f"/meeting?{AGENDA}", lang)
        with page.expect_navigation():  # a screen that is still being laid out moves under the finger
            page.locator("a.button").tap()
        page.locator(".meeting-moves a").tap()
        page.wait_for_url("**at=2**")


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_keys_alone_try_a_tie_open_the_drawer_and_turn_the_year(
    lang: str, browser: Browser, office: httpx.Client
) -> None:
    with open_watched(browser, office, 1280) as page:
        show(page, office, "/trial", lang)
        reach(page, "#trial-province")
        while page.locator("#trial-province").input_value() != "IR-06":
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.insert_text("IQ-BA")
        page.locator("[data-trial-warning] p").first.wait_for()
        reach(page, ".ticks input[value=trade]")
        page.keyboard.press("Space")
        reach(page, "form[data-trial] button")
        page.keyboard.press("Enter")
        page.locator(".trial-said p").first.wait_for()
        assert page.locator("#trial-province").input_value() == "IR-06"
        show(page, office, "/map?country=IRQ", lang)
        reach(page, "input[data-years]")
        before = page.locator("input[data-years]").input_value()
        with page.expect_navigation():
            page.keyboard.press("Home")
        assert page.locator("input[data-years]").input_value() != before
        reach(page, "a[data-drawer]")
        page.keyboard.press("Enter")
        page.locator(".drawer .evidence-ties > li").first.wait_for()
        page.keyboard.press("Escape")
        page.locator(".drawer").wait_for(state="detached")
        assert page.evaluate("document.activeElement.hasAttribute('data-drawer')")


def reach(page: Page, selector: str) -> None:
    """Go on by the tab key until something has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the tab key does not lead to {selector}")
