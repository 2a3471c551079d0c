"""Seven questions of a committee are typed as they are asked, and answered on the page that comes."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser, Page

from tests.servers.chromium import list_violations
from tests.web.watching import find_base, open_watched

ASKED = {
    "en": {
        "who else is in Turkey and since when": (
            "45 pairs of 10 provinces",
            "Governor of Van",
            "December 2009",
        ),
        "which border has nothing": ("cannot tell", "Ahal", "519.8"),
        "what ends before Nowruz": ("No commitment is recorded, or presumed", "2 rows"),
        "who is in contact with Erbil without a document": ("No province is recorded to have met", "Erbil"),
        "how are Yazd and Tbilisi connected": ("Embassy of China in Iran", "Poti"),
        "what did we believe last Farvardin": ("cannot be told from this store", "31 Farvardin 1404"),
    },
    "fa": {
        "چه کسی دیگر در ترکیه است و از چه زمانی": ("۴۵ جفت از ۱۰ استان", "استاندار وان", "۱۷ آذر ۱۳۸۸"),
        "کدام مرز هیچ رابطه‌ای ندارد": ("با داده‌های موجود نمی‌توان گفت", "آخال", "۵۱۹٫۸"),
        "پیش از نوروز چه چیزی پایان می‌یابد": ("پایان هیچ سند یا رابطهٔ پایداری", "۲ سطر"),
        "چه کسی بدون سند با اربیل در تماس است": ("برای هیچ استانی ثبت نشده است", "اربیل"),
        "یزد و تفلیس چه ارتباطی دارند": ("سفارت چین در ایران", "پوتی"),
        "فروردین گذشته چه می‌دانستیم": ("از این مخزن برنمی‌آید", "۳۱ فروردین ۱۴۰۴"),
    },
}
"""Two steps each: to type the question, and Enter."""

TRIED = {
    "en": ("what would a tie with Basra do", "Khuzestan", "would add to the rivalry"),
    "fa": ("رابطه با بصره چه اثری دارد", "خوزستان", "رقابت"),
}
"""Five steps: to type, Enter, to open the trial, to choose the province and the sector; and to try."""


def ask(page: Page, phrase: str) -> str:
    """Type a question into the search by keyboard alone; return what the page answers."""
    page.wait_for_load_state()  # what is asked while a page loads, its script does not hear yet
    page.keyboard.press("/")
    page.keyboard.press("Control+a")
    page.keyboard.type(phrase)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    return page.locator("main").inner_text()


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_each_question_is_answered_where_it_is_asked(
    lang: str, browser: Browser, explorer: httpx.Client
) -> None:
    with open_watched(browser, explorer, 1280) as page:
        page.goto(f"{find_base(explorer)}/?lang={lang}")
        for phrase, answered in ASKED[lang].items():
            said = ask(page, phrase)
            assert page.locator("main .fault").count() == 0, phrase
            for words in answered:
                assert words in said, (phrase, said)
        phrase, there, rivalry = TRIED[lang]
        assert there in ask(page, phrase)
        page.locator("main h3 a").first.click()
        page.select_option("#trial-province", "IR-16")
        page.locator(".ticks input[value=trade]").check()
        with page.expect_navigation():
            page.locator("form[data-trial] button").click()
        assert rivalry in page.locator(".trial-said").inner_text()
        page.set_viewport_size({"width": 390, "height": 900})
        ask(page, next(iter(ASKED[lang])))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert list_violations(page) == []
