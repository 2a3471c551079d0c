"""A page turns to another of its days, and every panel says of it what the analysis says of that day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from graphmap.language import load_language
from graphmap.views import Choice
from graphmap.views.contested import count_rivals
from graphmap.views.days import MOST_TIES, YEARS_BACK, carry_days
from graphmap.views.page import render_map
from graphmap.views.sentence import write_sentences
from tests.servers.chromium import list_violations
from tests.views.conftest import Opened, go_to
from tests.views.graphs import look_at, make_many, read_iran

Open = Callable[..., Opened]
DAY = date(2023, 11, 24)


def plain(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)


def read_cells(page: Page) -> dict[tuple[str, str], str]:
    """Return the mark of each cell of the matrix that has one."""
    found: list[list[str]] = page.evaluate(
        """() => [...document.querySelectorAll('.matrix td[class*=fill-]')]
            .map(cell => [cell.dataset.p, cell.dataset.c, /fill-(\\w+)/.exec(cell.className)[1]])"""
    )
    return {(province, country): mark for province, country, mark in found}


def test_another_day_is_what_the_analysis_finds_of_it(whole_page: Path, open_page: Open) -> None:
    then = look_at(read_iran(), DAY)
    opened = open_page(whole_page, "lang=en")
    page = opened.page
    choices = {
        "": Choice(),
        "&country=IRQ": Choice("IRQ"),
        "&province=IR-04": Choice(province="IR-04"),
        "&country=PAK&province=IR-11": Choice("PAK", "IR-11"),
        "&province=IR-04*IR-12": Choice(province="IR-04", other="IR-12"),
    }
    for said, choice in choices.items():
        go_to(page, f"lang=en&as_of={DAY}{said}")
        expected = [*map(plain, write_sentences(then, load_language("en"), choice))]
        shown = [plain(page.locator("[data-sentence]").inner_text())]
        shown += [plain(text) for text in page.locator("[data-more] p").all_inner_texts()]
        assert shown[0] == expected[0], said
        # What is said of absences and missions stands for the page's own day alone.
        assert [line for line in shown if line not in expected] == []
        assert shown[-1] == expected[-1]
        count = int(page.locator("[data-shown]").inner_text().split()[0])
        assert count == len(then.choose(choice).ties), said
    go_to(page, f"lang=en&as_of={DAY}")
    for (province, country), mark in read_cells(page).items():
        verdict = then.find_verdict(province, country)
        if mark == "presumed":
            assert verdict == "presumed", (province, country)
        elif mark == "contact":
            assert verdict == "in contact", (province, country)
        else:
            assert verdict not in ("certain", "presumed", "in contact"), (province, country)
    pairs = page.locator("[data-pairs]").evaluate_all(
        "(all) => all.map((one) => [one.dataset.pairs, Number(one.textContent.replace('·', '0'))])"
    )
    assert {country: count for country, count in pairs if count} == {
        country: count for country, _ in pairs if (count := count_rivals(then, country, None, None))
    }
    assert opened.complaints == []


@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_is_turned_by_list_slider_and_drag_and_back_by_its_chip(
    whole_page: Path, open_page: Open, width: int
) -> None:
    page = open_page(whole_page, "lang=fa&country=IRQ", width).page
    own = page.locator("[data-sentence]").inner_text()
    slider = page.locator("input[data-days]")
    slider.focus()
    page.keyboard.press("Home")
    assert "as_of=2021-11-24" in page.url
    assert slider.get_attribute("aria-valuetext") == "۳ آذر ۱۴۰۰ (۲۴ نوامبر ۲۰۲۱)"
    notice = page.locator("[data-other-day]")
    assert "۳ آذر ۱۴۰۰" in notice.inner_text()
    assert "تنها برای ۳ آذر ۱۴۰۵" in plain(notice.inner_text())
    assert not re.search("[0-9]", notice.inner_text())
    assert page.locator("[data-panel=groups]").is_hidden()
    if width == 390:
        assert list_violations(page) == []
    page.locator("select[data-state=as_of]").select_option("2024-11-24")
    assert slider.input_value() == "3"
    if width == 1280:
        flag = page.locator(".time rect.today")
        flag.scroll_into_view_if_needed()
        box = flag.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 8)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] / 2 + 130, box["y"] + 8, steps=3)  # to the right is earlier
        page.mouse.up()
        assert re.search("as_of=202[123]", page.url)
    page.locator("button.chip", has_text="تاریخ").click()
    assert "as_of" not in page.url
    assert notice.is_hidden()
    assert page.locator("[data-sentence]").inner_text() == own


def test_a_sector_is_told_for_the_pages_own_day_alone(whole_page: Path, open_page: Open) -> None:
    page = open_page(whole_page, "lang=en&sector=trade&as_of=2023-11-24").page
    assert page.locator("[data-other-day]").is_hidden()
    assert page.locator("select[data-state=as_of]").is_disabled()
    assert page.locator("input[data-days]").is_disabled()


def test_a_page_of_no_day_or_of_very_many_ties_offers_no_other() -> None:
    assert len(carry_days(look_at(read_iran())).days) == YEARS_BACK
    assert carry_days(look_at(read_iran(), None)).days == ()
    many = carry_days(look_at(make_many(MOST_TIES + 100)))
    assert many.days == ()
    assert '<p class="notice"' not in render_map(look_at(make_many(8)))


def test_the_day_that_leap_years_alone_have_is_the_day_before_in_others() -> None:
    days = carry_days(look_at(read_iran(), date(2024, 2, 29))).days
    assert days[0] == date(2023, 2, 28)
    assert days[3] == date(2020, 2, 29)
