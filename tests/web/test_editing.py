"""With --edit a reader keeps views and records decisions and ties; no other page, and nobody else, can."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from graphmap.schema import Batch
from graphmap.store import create_store, open_store
from tests.cli.conftest import make_sample_store
from tests.servers.chromium import list_violations
from tests.web.serving import QUICK, serve_store
from tests.web.watching import find_base, open_watched

EDITED = replace(QUICK, edit="A. Tester")
IRAQ = "country=IRQ"
PAIR = "country=IRQ&province=IR-06*IR-26"


@pytest.fixture(scope="module")
def edited_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of the Iran sample, to write."""
    return make_sample_store("iran", tmp_path_factory.mktemp("edited"))


@pytest.fixture(scope="module")
def editor(edited_path: Path) -> Iterator[httpx.Client]:
    """Return a client of a server that lets A. Tester write; it has the cookie of a page."""
    with serve_store(edited_path, EDITED) as client:
        client.get("/map?lang=en")
        client.headers["Origin"] = str(client.base_url).rstrip("/")
        yield client


def read_token(client: httpx.Client) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get("/map?lang=en").text)
    assert found is not None
    return found[1]


def test_a_view_is_kept_and_its_link_shows_it_after_the_data_are_imported_anew(
    editor: httpx.Client, edited_path: Path, tmp_path: Path
) -> None:
    given = {"token": read_token(editor), "name": "Iraq now", "note": "for Monday", "address": f"/map?{IRAQ}"}
    answer = editor.post("/views", data={**given, "lang": "fa"})
    assert answer.status_code == 200, answer.text
    listed = editor.get("/views?lang=en").text
    found = re.search(r'href="(/views/view:[^"?]+)\?', listed)
    assert found is not None
    assert "for Monday" in listed
    led = editor.get(f"{found[1]}?lang=fa")
    assert (led.status_code, led.headers["location"]) == (303, "/map?country=IRQ&lang=fa")
    with open_store(edited_path, read_only=True) as store:
        last = store.changesets()[0]
        contents = store.contents()
    assert (last.by, last.created) == ("A. Tester", 1)
    batch = Batch.of([one for one in contents if one.stored_as != "Changeset"])
    create_store(tmp_path / "anew.kgl", batch)[0].close()
    with serve_store(tmp_path / "anew.kgl") as anew:
        assert anew.get(f"{found[1]}?lang=en").headers["location"] == "/map?country=IRQ&lang=en"


def test_a_decision_is_recorded_and_stands_in_the_minutes(editor: httpx.Client) -> None:
    given = {"token": read_token(editor), "about": IRAQ, "finding": "Iraq: many provinces", "lang": "en"}
    decided = {"outcome": "lead", "decided_by": "Border committee", "ground": "oldest tie"}
    answer = editor.post("/decisions", data={**given, **decided})
    assert answer.status_code == 200, answer.text
    assert "A. Tester" in answer.text
    said = "Decided: Lead province; by Border committee"
    minutes = editor.get("/meeting/minutes", params={"item": IRAQ, "lang": "en"}).text
    assert said in minutes
    persian = editor.get("/meeting/minutes", params={"item": IRAQ, "lang": "fa"}).text
    assert "تصمیم: استان پیشگام" in persian
    for lang, words in (("en", said), ("fa", "تصمیم: استان پیشگام")):
        asked = {"item": IRAQ, "lang": lang, "format": "docx"}
        paper = Document(BytesIO(editor.get("/meeting/minutes", params=asked).content))
        assert any(words in re.sub("[\u2066-\u2069]", "", one.text) for one in paper.paragraphs)


def test_a_tie_that_was_tried_is_recorded_on_a_source(editor: httpx.Client, edited_path: Path) -> None:
    tie = {"province": "IR-21", "target": "ISL", "kind": "memorandum", "since": "2026-01-05"}
    given = {"token": read_token(editor), **tie, "sectors": "energy", "lang": "en"}
    assert editor.post("/trial", data=given).status_code == 422
    told = {"source": "Letter 12 of the office", "document": "energy-2026"}
    answer = editor.post("/trial", data={**given, **told})
    assert answer.status_code == 200, answer.text
    with open_store(edited_path, read_only=True) as store:
        ties = store.snapshot().ties
        row = next(row for row, one in enumerate(ties.ids) if "IR-21..ISL" in one)
        assert (ties.sectors[row], ties.since[row]) == (("energy",), "2026-01-05")
        assert ties.sources[row][0].startswith("source:")
        assert ties.documents[row] == "energy-2026"


def test_a_plan_that_is_shown_is_kept_put_in_force_and_archived_by_form(editor: httpx.Client) -> None:
    token = {"token": read_token(editor)}
    shown = "/reports/plan?as_of=2026-02-08&capacity=2"
    page = editor.get(f"{shown}&lang=en").text
    assert 'action="/plans"' in page
    kept = {**token, "name": "تقسیم نخست", "lang": "fa", "address": shown}
    answer = editor.post("/plans", data=kept)
    assert answer.status_code == 200, answer.text
    assert "پیش‌نویس" in answer.text
    listed = editor.get("/api/reports/plans").json()["findings"]
    assert [(one["state"], one["capacity"], one["as_of"]) for one in listed] == [("draft", 2, "2026-02-08")]
    asked = editor.get("/api/reports/plan", params={"as_of": "2026-02-08", "capacity": 2}).json()["findings"]
    assert listed[0]["leads"] == {one["target"]["id"]: one["lead"] for one in asked}
    enacted = {**token, "name": "تقسیم نخست", "lang": "fa", "day": "1405/01/01", "do": "enact"}
    assert 'action="/plans/enact"' in editor.get("/reports/plans?lang=fa").text
    assert editor.post("/plans/enact", data=enacted).status_code == 200
    assert editor.get("/api/reports/plans").json()["findings"][0]["in_force_from"] == "2026-03-21"
    ended = {**token, "name": "تقسیم نخست", "lang": "en", "day": "2026-05-01", "do": "archive"}
    assert editor.post("/plans/enact", data=ended).status_code == 200
    for day, state in (("2026-03-20", "to_come"), ("2026-04-30", "in_force"), ("2026-05-01", "archived")):
        then = editor.get("/api/reports/plans", params={"as_of": day}).json()["findings"]
        assert [one["state"] for one in then] == [state]
    for bad in ({"address": "/map"}, {"address": f"{shown}&country=IRQ"}, {"name": ""}):
        assert editor.post("/plans", data={**kept, "name": "Two", **bad}).status_code == 422, bad


def test_a_reader_keeps_a_view_and_records_a_decision_by_keyboard(
    browser: Browser, editor: httpx.Client
) -> None:
    base = find_base(editor)
    with open_watched(browser, editor, 390, touch=True) as page:
        page.goto(f"{base}/map?lang=fa&country=IRQ")
        page.locator(".keep summary").focus()
        page.keyboard.press("Enter")
        for words in ("عراق اکنون", "برای دوشنبه"):
            page.keyboard.press("Tab")
            page.keyboard.type(words)
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="عراق اکنون").wait_for()
        page.goto(f"{base}/meeting/show?lang=fa&item=country%3DUZB")
        page.locator("[name=outcome]").first.focus()
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.type("کمیتهٔ مرزی")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.goto(f"{base}/meeting/minutes?lang=fa&item=country%3DUZB")
        assert "کمیتهٔ مرزی" in page.locator("main").inner_text()
        assert list_violations(page) == []


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": ""}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Cookie": "graphmap=guessed"}, 422),
        ({"Content-Type": "application/json"}, 415),
        ({"Content-Length": "99999"}, 413),
    ],
)
def test_a_form_of_another_page_writes_nothing(
    change: dict[str, str], status: int, editor: httpx.Client
) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded", **change}
    sent = editor.build_request(
        "POST", "/views", content=f"token={read_token(editor)}&name=x&address=/map", headers=headers
    )
    if not change.get("Origin", "x"):
        del sent.headers["origin"]
    if "Content-Length" in change:
        sent = editor.build_request("POST", "/views", data={"name": "x" * 20_000}, headers=editor.headers)
    assert editor.send(sent).status_code == status


@pytest.mark.parametrize(
    "given",
    [
        {"token": "guessed", "name": "x", "address": "/map"},
        {"name": "x", "address": "https://evil.example/"},
        {"name": "x", "address": "//evil.example/"},
        {"name": "x", "address": "/api/cypher?query=x"},
        {"name": "", "address": "/map"},
    ],
)
def test_what_is_no_view_is_not_kept(given: dict[str, str], editor: httpx.Client) -> None:
    answer = editor.post("/views", data={"token": read_token(editor), **given})
    assert answer.status_code == 422


def test_what_is_wrong_with_a_form_is_said_in_the_language_of_the_form(editor: httpx.Client) -> None:
    for token, words in (
        ("guessed", "دوباره بفرستید"),
        (read_token(editor), "نما نام می‌خواهد"),
    ):
        answer = editor.post("/views", data={"token": token, "name": "", "address": "/map", "lang": "fa"})
        assert answer.status_code == 422
        assert '<html lang="fa"' in answer.text
        assert words in answer.text


def test_without_edit_nothing_is_written_and_no_form_is_shown(explorer: httpx.Client) -> None:
    text = explorer.get("/map?lang=en")
    assert 'method="post"' not in text.text
    assert "set-cookie" not in text.headers
    assert explorer.post("/views", data={"name": "x"}).status_code == 405


def check_screen(page: Page) -> None:
    """Check that a finding is one screen with what is decided, and names are read from afar."""
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    foot = page.locator(".meeting-foot").bounding_box()
    assert foot is not None
    assert foot["y"] + foot["height"] <= 1080
    sizes = page.locator("svg.map .labels text:not(.cull)").evaluate_all(
        "(all) => all.filter((one) => one.getClientRects().length)"
        ".map((one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)"
    )
    assert min(sizes) > 19


def test_a_screen_of_a_meeting_leads_to_the_pairs_that_it_does_not_show(explorer: httpx.Client) -> None:
    text = explorer.get("/meeting/show", params={"item": IRAQ, "lang": "en"}).text
    assert re.search(r'<a href="/map\?country=IRQ[^"]*">All [1-9][0-9] pairs</a>', text)
    few = explorer.get("/meeting/show", params={"item": "country=UZB&province=IR-02", "lang": "en"}).text
    assert "meeting-all" not in few or "pairs</a>" in few


@pytest.mark.parametrize(("lang", "width"), [("en", 1280), ("fa", 390)])
def test_a_meeting_goes_from_finding_to_finding_by_key(
    lang: str, width: int, browser: Browser, explorer: httpx.Client
) -> None:
    base = find_base(explorer)
    with open_watched(browser, explorer, width) as page:
        page.goto(f"{base}/meeting?lang={lang}")
        for added in (1, 2):
            page.locator("[aria-labelledby=offered-heading] a").first.click()
            expect(page.locator(".agenda .said")).to_have_count(added)
        first, second = page.locator(".agenda .said").all_inner_texts()
        page.locator(".agenda .said").first.focus()
        page.keyboard.press("Alt+ArrowDown")
        page.wait_for_url("**#item-2")
        assert page.locator(".agenda .said").all_inner_texts() == [second, first]
        assert list_violations(page) == []
        with page.expect_navigation():
            page.locator("a.button").click()
        assert page.locator("h1").inner_text() == second
        sizes = page.locator(".meeting-main p:visible, .meeting-pairs li, .meeting-foot p").evaluate_all(
            "(all) => all.filter((one) => !one.closest('[data-panel], .meeting-keys'))"
            ".map((one) => parseFloat(getComputedStyle(one).fontSize))"
        )
        assert min(sizes) >= 28
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert list_violations(page) == []
        if width > 900:
            check_screen(page)
        page.keyboard.press("b")
        assert page.evaluate("getComputedStyle(document.body).visibility") == "hidden"
        # The same key on a Persian keyboard.
        page.evaluate(
            "document.body.dispatchEvent("
            "new KeyboardEvent('keydown', {key: 'ذ', code: 'KeyB', bubbles: true}))"
        )
        assert page.evaluate("getComputedStyle(document.body).visibility") == "visible"
        page.keyboard.press("PageDown")
        page.wait_for_url("**at=2**")
        assert page.locator("h1").inner_text() == first
        page.keyboard.press("ArrowRight" if lang == "fa" else "ArrowLeft")
        page.wait_for_url("**at=1**")
        page.keyboard.press("Escape")
        page.wait_for_url("**/meeting?**")
