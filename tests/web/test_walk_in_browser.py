"""A person walks through the explorer in a browser: search, question, profile; in both languages."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser

from tests.servers.chromium import list_violations
from tests.web.watching import find_base, open_watched

WORDS = {"en": ("rivals Iraq", "It was read as"), "fa": ("رقابت عراق", "برداشت از پرسش")}


@pytest.mark.parametrize(("lang", "width"), [("en", 1280), ("fa", 390)])
def test_a_reader_finds_who_else_is_there(
    lang: str, width: int, browser: Browser, explorer: httpx.Client
) -> None:
    base = find_base(explorer)
    with open_watched(browser, explorer, width) as page:
        page.goto(f"{base}/?lang={lang}")
        assert page.locator(".decisions li").count() == 10
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert list_violations(page) == []
        phrase, read_as = WORDS[lang]
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.name") == "q"
        page.keyboard.type(phrase)
        page.keyboard.press("Enter")
        page.wait_for_url("**/search**")
        assert page.get_by_role("heading", name=read_as).is_visible()
        assert page.locator("main .panel td").count() > 0
        page.locator("main h3 a").first.click()
        page.wait_for_url("**/reports/rivals**")
        assert page.locator("#field-country").input_value() == "IRQ"
        assert page.locator("[data-answer] tbody tr").count() > 0
        page.goto(f"{base}/province/IR-04?lang={lang}")
        page.locator("details.behind summary").first.click()
        assert "MATCH" in page.locator("pre.query").first.inner_text()
        assert list_violations(page) == []
        other = "fa" if lang == "en" else "en"
        page.locator("a.language").click()
        page.wait_for_url(f"**lang={other}**")
        assert page.locator("html").get_attribute("lang") == other
