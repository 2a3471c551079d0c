"""Every panel of the page by mouse, by finger and by keyboard alone, in both languages, on laptop and phone.

The page is opened four times, and all that is asked of it everywhere is looked at there: axe, what the
console says, what is asked for, how long it is. The pictures of it are kept in build/screenshots.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from graphmap.views.marks import MARKS, draw_mark
from graphmap.views.panel import PanelName
from tests.servers.chromium import list_violations
from tests.views.conftest import Opened, go_to

PICTURES = Path(__file__).parent.parent.parent / "build" / "screenshots"

PHONE = 844
"""Height of a phone's screen in pixels."""

ADDRESS = "() => location.hash"
SENTENCE = "() => document.querySelector('[data-sentence]').textContent"
LEGIBLE = """() => {
    const written = [...document.querySelectorAll('.map tspan.count')].filter((one) => one.textContent);
    const size = (one) => getComputedStyle(one).fontSize;
    return [written.length > 20 && written.every((one) => size(one) === size(one.parentElement)),
        [...document.querySelectorAll('.map pattern path')]
            .every((one) => getComputedStyle(one).vectorEffect === 'none')];
}"""
"""On the map numbers are as large as their names, and patterns grow and shrink with what they fill."""

HEADED = """() => [...document.querySelectorAll('.matrix .heads th[data-c]')].map((head) => {
    const below = document.querySelector(`.matrix td[data-many="${head.dataset.c}"]`);
    const [one, other] = [head, below].map((cell) => cell.getBoundingClientRect());
    return one.height > 0 && one.left === other.left && one.width === other.width;
})"""
"""Each head of the matrix stands over its column."""

FOCUSED = "selector => Boolean(document.activeElement?.closest(selector))"


@dataclass(frozen=True)
class Use:
    """How a panel is used: what is touched, by which keys, and what is another afterwards."""

    panel: PanelName
    item: str
    keys: tuple[str, ...] = ("Enter",)
    changes: str = ADDRESS


AHEAD = "ahead"
"""The arrow that leads on in the direction of the language."""

SCROLLED = "() => document.querySelector('[data-panel=groups] .scroll').scrollLeft"
OPENED = "() => document.querySelector('[data-panel=sources] details').open"
USES = (
    Use("findings", "[data-finding=rivalry] .line"),
    Use("matrix", ".matrix [data-item]", ("ArrowDown", "Enter")),
    Use("map", "path[data-map-province=IR-09]"),
    Use("neighbourhood", ".columns .node[data-choose-country=IRQ]"),
    Use("timeline", "input[data-days]", ("Home",)),
    Use("groups", ".scroll", (AHEAD,), SCROLLED),
    Use("evidence", "tbody [data-item]", ("ArrowDown", "Enter")),
    Use("sources", "details summary", changes=OPENED),
)
"""The panels in their order; what is said of a choice, the sentence, is looked at with each choice."""


def look(page: Page, script: str) -> object:
    return page.evaluate(script)


def use_all(page: Page, lang: str, apply: Callable[[Use], None]) -> None:
    """Use each panel in its order by one means; what it changes must be another then."""
    for use in USES:
        before, said = look(page, use.changes), look(page, SENTENCE)
        if use.panel == "groups" and page.viewport_size and page.viewport_size["width"] > 1000:
            continue  # there the whole of it is in sight, and nothing moves
        apply(use)
        page.wait_for_function(f"(before) => ({use.changes})() !== before", arg=before, timeout=5000)
        chosen = look(page, ADDRESS) != f"#lang={lang}"
        assert (look(page, SENTENCE) != said) == chosen, use.panel
        if chosen:
            page.keyboard.press("Escape")
            if look(page, ADDRESS) != f"#lang={lang}":
                go_to(page, f"lang={lang}")


def reach_by_tab(page: Page, use: Use) -> None:
    """Go on by the tab key to a panel, and use it by keys alone; what had the focus keeps it."""
    items = {
        "map": "svg.map [data-item]",
        "evidence": "table [data-item]",
        "neighbourhood": "svg [data-item]",
    }
    inside = f"[data-panel={use.panel}] :is({items.get(use.panel, use.item)})"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED, inside):
            break
    else:
        raise AssertionError(f"the tab key does not lead to {use.panel}")
    ahead = "ArrowRight" if page.evaluate("() => document.documentElement.dir") == "ltr" else "ArrowLeft"
    for key in use.keys:
        page.keyboard.press(ahead if key == AHEAD else key)
    assert page.evaluate(FOCUSED, f"[data-panel={use.panel}]"), use.panel


def point_at(page: Page, use: Use, means: str) -> None:
    """Use a panel by a click of the mouse, or a tap of the finger; what is too wide is pulled."""
    item = page.locator(f"[data-panel={use.panel}] {use.item} >> visible=true").first
    if use.panel != "groups":
        getattr(item, means)()
        return
    item.scroll_into_view_if_needed()
    box = item.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + 40
    step = -20 if page.evaluate("() => document.documentElement.dir") == "ltr" else 20
    if means == "click":
        page.mouse.move(x, y)
        page.mouse.wheel(-4 * step, 0)
        return
    client = page.context.new_cdp_session(page)
    for name, moved in (
        ("touchStart", 0),
        *(("touchMove", step * at) for at in range(1, 6)),
        ("touchEnd", 0),
    ):
        points = [] if name == "touchEnd" else [{"x": x + moved, "y": y}]
        client.send("Input.dispatchTouchEvent", {"type": name, "touchPoints": points})
    client.detach()
    page.locator(f"[data-panel={use.panel}] h2").tap()  # as on any phone, it stops what is still moving


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["fa", "en"])
def test_every_panel_by_mouse_by_finger_and_by_keyboard_alone(
    whole_page: Path, open_page: Callable[..., Opened], lang: str, width: int
) -> None:
    opened = open_page(whole_page, f"lang={lang}", width, touch=True)
    page = opened.page
    assert {use.panel for use in USES} | {"sentence"} == {*get_args(PanelName)}
    assert [page.locator(f"[data-panel={name}]").count() for name in get_args(PanelName)] == [1] * 9
    assert list_violations(page) == []
    shoot(page, f"page-{lang}-{width}")
    assert page.evaluate(LEGIBLE) == [True, True]
    headed = page.evaluate(HEADED)
    assert len(headed) > 10
    assert all(headed)

    use_all(page, lang, lambda use: reach_by_tab(page, use))
    use_all(page, lang, lambda use: point_at(page, use, "click"))
    use_all(page, lang, lambda use: point_at(page, use, "tap"))
    page.locator("[data-panel=sources] details[open] > summary").first.click()

    go_to(page, f"lang={lang}&country=IRQ")
    assert list_violations(page) == []
    shoot(page, f"page-{lang}-{width}-iraq")
    drawn = {str(one): str(draw_mark(one)) for one in MARKS}
    for name in ("presumed", "possible", "joint"):
        marks = page.locator(f".verdict-mark.is-{name}").evaluate_all("all => all.map(e => e.outerHTML)")
        assert {ElementTree.canonicalize(one) for one in marks} == {ElementTree.canonicalize(drawn[name])}
    assert page.locator("[data-panel=sentence] .verdict-mark").count() >= 4
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:font/"))] == []


def shoot(page: Page, name: str) -> None:
    """Keep a picture of the page, and hold a phone's to its length."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
    if page.viewport_size and page.viewport_size["width"] < 500:
        assert page.evaluate("() => document.documentElement.scrollHeight") < 12 * PHONE
        assert page.evaluate("() => document.documentElement.scrollWidth") == page.viewport_size["width"]
