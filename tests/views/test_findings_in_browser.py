"""Findings, sentence and evidence of the page in a real browser: a line is a choice that all else follows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from graphmap.language import load_language
from graphmap.views import Choice, PageData
from graphmap.views.sentence import write_sentences
from tests.servers.chromium import list_violations
from tests.views.conftest import Opened
from tests.views.graphs import look_at, read_iran

Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def whole() -> PageData:
    """Return what a page shows of the whole Iran sample."""
    return look_at(read_iran())


def plain(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)


CHOICES = [
    Choice(),
    Choice("IRQ"),
    Choice("AZE"),
    Choice("IND"),
    Choice("QAT"),
    Choice(province="IR-04"),
    Choice(province="IR-24"),
    Choice(province="IR-30"),
    Choice("IRQ", "IR-04"),
    Choice("AZE", "IR-01"),
    Choice("TUR", "IR-10"),
    Choice(province="IR-04", other="IR-23"),
    Choice("IRQ", "IR-04", other="IR-12"),
    Choice(province="IR-24", other="IR-30"),
    Choice(sector="trade"),
    Choice("IRQ", sector="culture"),
    Choice(province="IR-09", sector="tourism"),
    Choice("RUS", "IR-01", "tourism", "IR-02"),
]


def write_address(choice: Choice, lang: str) -> str:
    province = "*".join(filter(None, (choice.province, choice.other)))
    given = {"lang": lang, "country": choice.country, "province": province, "sector": choice.sector}
    return "&".join(f"{key}={value}" for key, value in given.items() if value)


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_the_script_says_of_a_choice_what_python_says(
    whole: PageData, whole_page: Path, open_page: Open, lang: str
) -> None:
    page = open_page(whole_page, f"lang={lang}").page
    for choice in CHOICES:
        if choice.country and choice.country not in whole.countries:
            continue
        page.evaluate("hash => { location.hash = hash; }", write_address(choice, lang))
        page.wait_for_function("hash => location.hash === '#' + hash", arg=write_address(choice, lang))
        said = page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => done([...document.querySelectorAll("
            "'[data-sentence], [data-more] p')].map(e => e.textContent))))"
        )
        expected = write_sentences(whole, load_language(lang), choice)
        assert list(map(plain, said)) == list(map(plain, expected)), choice


def test_a_line_is_a_choice_and_all_else_follows(whole_page: Path, open_page: Open) -> None:
    page = open_page(whole_page, "lang=en").page
    tab = page.locator("[data-tab=rivalry]")
    assert tab.inner_text() == "Rivalry 27"
    assert page.locator("[data-finding=rivalry] .line").count() == 5
    page.locator("[data-finding=rivalry] [data-tools] button", has_text="All 27").click()
    assert page.locator("[data-finding=rivalry] .line").count() == 27
    line = page.locator("[data-finding=rivalry] .line", has_text="West Azerbaijan × Tehran")
    assert "Governor of Erbil" in line.inner_text()
    line.click()
    assert page.url.endswith("#lang=en&country=IRQ&province=IR-04*IR-23") or page.url.endswith(
        "#country=IRQ&province=IR-04*IR-23"
    )
    assert plain(page.locator("[data-sentence]").inner_text()).startswith(
        "West Azerbaijan and Tehran: presumed"
    )
    assert line.get_attribute("aria-pressed") == "true"
    provinces = page.locator("[data-panel=evidence] tbody .c-province, [data-constant]").all_inner_texts()
    assert provinces
    assert page.locator("[data-finding=rivalry] .line").count() == 27
    page.locator(".chip.on", has_text="Tehran").click()
    assert page.url.endswith("country=IRQ&province=IR-04")
    page.go_back()
    assert page.url.endswith("province=IR-04*IR-23")


def test_tabs_follow_arrows_and_a_line_is_chosen_by_enter(whole_page: Path, open_page: Open) -> None:
    page = open_page(whole_page, "lang=en").page
    page.locator("[data-tab=rivalry]").focus()
    for name in ("overlap", "gaps", "alone", "rivalry"):
        page.keyboard.press("ArrowRight")
        assert page.locator(f"[data-tab={name}]").get_attribute("aria-selected") == "true"
        assert page.locator(f"[data-finding={name}]").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert "country=RUS" in page.url


def test_a_sector_moves_findings_sentence_and_rows_alike(whole_page: Path, open_page: Open) -> None:
    page = open_page(whole_page, "lang=en&sector=culture").page
    count = int(page.locator("[data-tab=rivalry] [data-count]").inner_text())
    assert plain(page.locator("[data-sentence]").inner_text()).startswith(
        f"In the sector “culture”: {count} pairs of provinces are presumed rivals"
    )
    # T4: what names no sector is there too.
    assert page.locator("[data-panel=evidence] tbody .c-sectors bdi:empty").count() > 0


def test_what_does_not_count_stands_beside_and_says_so(whole_page: Path, open_page: Open) -> None:
    page = open_page(whole_page, "lang=en&country=IRQ").page
    assert page.locator("[data-panel=evidence] tr.beside").count() == 0
    page.locator("[data-panel=evidence] [data-tools] button", has_text="not counted").click()
    page.locator("[data-panel=evidence] [data-tools] button", has_text="more rows").click()
    beside = page.locator("[data-panel=evidence] tr.beside")
    assert beside.count() == 34
    assert "(not counted)" in beside.first.inner_text()
    assert "37 of 184 ties" in page.locator("[data-shown]").inner_text()


def test_paper_has_every_row_that_is_chosen(whole_page: Path, open_page: Open) -> None:
    page = open_page(whole_page, "lang=en&country=IRQ").page
    rows = page.locator("[data-panel=evidence] tbody tr")
    assert rows.count() == 10
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert rows.count() == 37
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    assert rows.count() == 10


@pytest.mark.parametrize(
    ("locale", "lang", "first"), [("fa-IR", "fa", "آذربایجان"), ("en-GB", "en", "Afghanistan")]
)
def test_the_page_opens_in_the_language_of_the_browser_and_lists_in_its_order(
    whole_page: Path, open_page: Open, locale: str, lang: str, first: str
) -> None:
    page = open_page(whole_page, locale=locale).page
    assert page.evaluate("() => document.documentElement.lang") == lang
    names = page.locator("select[data-state=country] option").all_inner_texts()[1:]
    provinces = page.locator("select[data-state=province] option").all_inner_texts()[1:]
    if lang == "fa":
        assert provinces[0].startswith(first)
        # By their numbers in Unicode the letters of Persian alone would stand last: چ after خ, گ after ل.
        order = ["تهران", "چهارمحال و بختیاری", "خراسان رضوی", "گیلان", "لرستان", "یزد"]
        assert [name for name in provinces if name in order] == order
    else:
        assert names[0] == first


def test_axe_finds_nothing_in_a_sector_on_a_phone(whole_page: Path, open_page: Open) -> None:
    opened = open_page(whole_page, "lang=fa&sector=culture", 390)
    assert opened.complaints == []
    assert list_violations(opened.page) == []


def test_the_targets_of_a_phone_page_can_be_hit(whole_page: Path, open_page: Open) -> None:
    page = open_page(whole_page, "lang=fa", 390).page
    small = page.evaluate(
        """() => [...document.querySelectorAll(
            'button, select, summary, .line, [data-panel=evidence] [data-item]'
        )].filter(e => e.getClientRects().length)
        .map(e => [e.textContent.slice(0, 30), e.getBoundingClientRect()])
        .filter(([, box]) => box.width < 24 || box.height < 24)
        .map(([text, box]) => [text, box.width, box.height])"""
    )
    assert small == []
