"""The page as people meet it in a real browser: linked views, the address, the keyboard, paper, no script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.servers.chromium import list_violations
from tests.views.conftest import Opened, go_to

Open = Callable[..., Opened]
OPENING = "No rivalry is certain or presumed; that of 133 pairs"
PERSIAN_DIGITS = re.compile("[۰-۹]")


Look = Callable[..., Page]


@pytest.fixture(scope="module")
def look(browser: Browser, iran_page: Path) -> Iterator[Look]:
    """Return a function that shows a choice on a page that stays open, one a width: for who only looks."""
    pages: dict[int, Page] = {}

    def show(said: str, width: int = 1280) -> Page:
        if width not in pages:
            context = browser.new_context(viewport={"width": width, "height": 900}, offline=True)
            pages[width] = context.new_page()
            pages[width].goto(iran_page.as_uri())
            pages[width].wait_for_function("() => document.documentElement.classList.contains('scripted')")
            pages[width].evaluate("() => document.fonts.ready.then(() => true)")
        if not pages[width].url.endswith(f"#{said}"):
            go_to(pages[width], said)
        return pages[width]

    yield show
    for page in pages.values():
        page.context.close()


def count_shown(page: Page, selector: str) -> int:
    return int(
        page.evaluate(
            "(s) => [...document.querySelectorAll(s)].filter(e => e.getClientRects().length).length", selector
        )
    )


def test_the_page_of_the_sample_is_small(iran_page: Path, whole_page: Path) -> None:
    assert iran_page.stat().st_size <= 500_000
    assert whole_page.stat().st_size <= 500_000


def test_the_page_of_the_whole_sample_opens_and_can_be_read_by_all(whole_page: Path, open_page: Open) -> None:
    opened = open_page(whole_page)
    for said in ("lang=en&country=IRQ&province=IR-04*IR-23", "lang=fa&province=IR-04"):
        go_to(opened.page, said)
        assert opened.complaints == []
        assert list_violations(opened.page) == []


def test_choosing_turkey_in_the_matrix_leads_every_view(iran_page: Path, open_page: Open) -> None:
    page = open_page(iran_page).page
    page.locator("th[data-c=TUR]").click()
    assert page.locator("[data-sentence]").inner_text().startswith("Türkiye: no rivalry is certain")
    assert count_shown(page, "[data-panel=evidence] tbody tr") == 10
    page.locator("[data-panel=evidence] [data-tools] button", has_text="3 more rows").click()
    assert count_shown(page, "[data-panel=evidence] tbody tr") == 13
    assert page.locator(".map path.country.on").get_attribute("data-map-country") == "TUR"
    assert page.locator(".map .arc.on").count() == 13
    assert page.locator(".columns .node[data-choose-province]").count() == 10
    assert page.locator("select[data-state=country]").input_value() == "TUR"
    assert page.locator("[data-shown]").text_content() == "13 of 101 ties"
    assert "country=TUR" in page.url


def test_choosing_on_the_map_and_in_the_neighbourhood_and_in_the_table_is_the_same(
    iran_page: Path, open_page: Open
) -> None:
    page = open_page(iran_page).page
    for item in (
        ".columns .node[data-choose-country=TUR]",
        ".matrix th[data-c=TUR]",
    ):
        page.locator(item).first.click()
        assert "country=TUR" in page.url, item
        page.keyboard.press("Escape")
        assert "country" not in page.url
    page.locator("path[data-map-province=IR-09]").click()
    assert "province=IR-09" in page.url
    assert page.locator("[data-sentence]").inner_text().startswith("Razavi Khorasan: no rivalry is certain")


def test_the_state_in_the_address_survives_a_round_trip(iran_page: Path, open_page: Open) -> None:
    said = "lang=fa&country=IRQ&province=IR-09&level=city&query=%D9%86%D8%AC%D9%81"
    page = open_page(iran_page, said).page
    assert page.evaluate("() => [document.documentElement.lang, document.documentElement.dir]") == [
        "fa",
        "rtl",
    ]
    assert page.locator("select[data-state=country]").input_value() == "IRQ"
    assert page.locator("input[data-search]").input_value() == "نجف"
    page.locator("select[data-state=province]").select_option("IR-07")
    assert page.url.endswith(said.replace("IR-09", "IR-07"))


def test_the_back_button_goes_to_the_choice_before(iran_page: Path, open_page: Open) -> None:
    page = open_page(iran_page).page
    page.locator("select[data-state=country]").select_option("TUR")
    page.locator("select[data-state=country]").select_option("IRQ")
    page.go_back()
    assert page.locator("[data-sentence]").inner_text().startswith("Türkiye")
    page.go_back()
    assert page.locator("[data-sentence]").inner_text().startswith(OPENING)


def test_a_hash_that_means_nothing_is_passed_over(iran_page: Path, open_page: Open) -> None:
    opened = open_page(iran_page, "country=<script>&province=%22%5D&lang=xx&level=nowhere")
    assert opened.complaints == []
    assert opened.page.locator("[data-sentence]").inner_text().startswith(OPENING)


def test_the_keyboard_reaches_and_chooses(iran_page: Path, open_page: Open) -> None:
    page = open_page(iran_page).page
    for view in (
        ".matrix",
        "svg.map",
        "[data-panel=neighbourhood]",
        "[data-panel=evidence] table",
        "[data-finding=rivalry] ol",
        "[role=toolbar]",
    ):
        assert page.locator(f"{view} [tabindex='0']").count() == 1, view
    page.locator(".matrix [tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    second = page.evaluate("() => document.querySelectorAll('.matrix th[data-c]')[1].dataset.c")
    assert page.evaluate("() => document.activeElement.dataset.c") == second
    page.keyboard.press("Enter")
    assert f"country={second}" in page.url
    page.keyboard.press("Escape")
    assert "country" not in page.url
    page.locator(".columns [tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert re.search("(country|province)=", page.url)
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")  # one stop a view: the next is outside the neighbourhood
    assert not page.evaluate("() => Boolean(document.activeElement.closest('[data-panel=neighbourhood]'))")
    page.locator("svg.map [tabindex='0']").focus()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("() => document.activeElement.closest('[role=toolbar]') !== null")
    page.keyboard.press("Tab")
    before = page.evaluate("() => document.activeElement.dataset.mapProvince")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("() => document.activeElement.dataset.mapProvince") != before


def test_a_narrow_page_does_not_scroll_sideways(look: Look) -> None:
    for said in ("lang=en&country=TUR", "lang=fa&country=TUR", "lang=fa"):
        assert look(said, 390).evaluate("() => document.documentElement.scrollWidth") == 390, said


def test_persian_text_has_persian_digits_and_english_text_has_none(iran_page: Path, open_page: Open) -> None:
    page = open_page(iran_page, "lang=fa&country=TUR").page
    seen = """() => [...document.querySelectorAll(
        '.matrix, [data-sentence], [data-more], [data-panel=neighbourhood], [data-shown]'
    )].filter(e => e.checkVisibility()).map(e => e.innerText).join(' ')"""
    assert not re.search("[0-9]", page.evaluate(seen))
    page.locator("[data-lang-switch=en]").click()
    assert not PERSIAN_DIGITS.search(page.evaluate(seen))


def test_names_in_the_neighbourhood_and_on_the_map_do_not_collide(look: Look) -> None:
    collide = """(selector) => {
        const boxes = [...document.querySelectorAll(selector)]
            .filter(e => e.getClientRects().length && getComputedStyle(e).visibility === 'visible')
            .map(e => [e.textContent, e.getBoundingClientRect()]);
        const found = [];
        for (const [i, [a, p]] of boxes.entries()) for (const [b, q] of boxes.slice(i + 1)) {
            const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
            const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
            if (across > 2 && down > 5) found.push(`${a} / ${b}`);
        }
        return found;
    }"""
    for width in (1280, 390):
        for said in (
            "lang=en",
            "lang=fa",
            "lang=fa&country=TUR",
            "lang=en&province=IR-09",
            "lang=fa&country=IRQ",
            "lang=en&country=CHN",
            "lang=fa&country=CUB",
        ):
            page = look(said, width)
            assert page.evaluate(collide, ".map [data-label], .map .pill") == [], (said, width)
            assert page.evaluate(collide, ".columns text") == [], (said, width)


HOME_ON_SCREEN = """() => {
    const frame = document.querySelector('svg.map').getBoundingClientRect();
    const home = document.querySelector('.map .own').getBoundingClientRect();
    const inside = home.left >= frame.left && home.right <= frame.right
        && home.top >= frame.top && home.bottom <= frame.bottom;
    return [inside, home.width / frame.width];
}"""


@pytest.mark.parametrize("width", [1280, 390])
def test_a_chosen_province_keeps_home_large_and_lets_far_arcs_leave(
    iran_page: Path, open_page: Open, width: int
) -> None:
    page = open_page(iran_page, "", width).page
    for province in ("IR-09", "IR-23", "IR-24"):
        go_to(page, f"lang=en&province={province}")
        inside, share = page.evaluate(HOME_ON_SCREEN)
        assert inside, province
        assert share > 0.35, province
        page.locator("[data-view=world]").click()
        assert page.evaluate(HOME_ON_SCREEN)[1] < 0.1, province


@pytest.mark.parametrize(("lang", "width"), [("en", 1280), ("fa", 390)])
def test_every_chosen_country_is_in_view_with_home_and_named(
    iran_page: Path, open_page: Open, lang: str, width: int
) -> None:
    page = open_page(iran_page, f"lang={lang}", width).page
    countries = page.locator("select[data-state=country]")
    codes = countries.evaluate("e => [...e.options].map(option => option.value).filter(Boolean)")
    assert len(codes) >= 36
    for code in codes:
        countries.select_option(code)
        assert page.evaluate(HOME_ON_SCREEN)[0], code
        named = page.locator(f".map .in-{lang} [data-label={code}]")
        assert named.evaluate("e => getComputedStyle(e).visibility") == "visible", code


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_the_name_of_a_chosen_neighbour_stands_on_no_third_country(look: Look, lang: str) -> None:
    under = """code => {
        const box = [...document.querySelectorAll(`.map [data-label=${code}]`)]
            .find(e => e.getClientRects().length).getBoundingClientRect();
        const middle = new DOMPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
        return [...document.querySelectorAll('.map path[data-map-country]')]
            .filter(e => e.isPointInFill(middle.matrixTransform(e.getScreenCTM().inverse())))
            .map(e => e.dataset.mapCountry);
    }"""
    # Armenia is smaller than its name, and no sea is near.
    for code in ("AZE", "TUR", "IRQ", "TKM", "AFG", "PAK"):
        page = look(f"lang={lang}&country={code}")
        assert page.evaluate(under, code) in ([code], []), code


def test_no_name_of_another_country_stands_on_home(look: Look) -> None:
    on_home = """() => {
        const own = document.querySelector('.map path.own'), back = own.getScreenCTM().inverse();
        return [...document.querySelectorAll('.map .for-country [data-label]')]
            .filter(e => e.getClientRects().length && getComputedStyle(e).visibility === 'visible')
            .filter(e => {
                const box = e.getBoundingClientRect();
                const middle = new DOMPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
                return own.isPointInFill(middle.matrixTransform(back));
            })
            .map(e => e.textContent);
    }"""
    for lang, width in (("en", 1280), ("fa", 1280), ("fa", 390)):
        assert look(f"lang={lang}", width).evaluate(on_home) == [], (lang, width)
        for said in ("province=IR-09", "province=IR-03", "country=TUR", "country=AZE", "country=CHN"):
            assert look(f"lang={lang}&{said}", width).evaluate(on_home) == [], (said, lang, width)


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_all_cities_of_a_chosen_neighbour_that_has_few_are_named(look: Look, lang: str) -> None:
    page = look(f"lang={lang}&country=IRQ")
    assert page.locator(".map .city.on").count() == 5
    named = """() => [...document.querySelectorAll('.map .for-city .on')]
        .filter(e => e.getClientRects().length && getComputedStyle(e).visibility === 'visible').length"""
    assert page.evaluate(named) == 5


def test_a_numeral_keeps_clear_of_the_corner_of_a_border(look: Look) -> None:
    for lang, width in (("en", 1280), ("fa", 1280), ("en", 390)):
        page = look(f"lang={lang}", width)
        # Distance from the corner to the numeral along both sides, less the sides of the mark.
        clear = page.evaluate(
            """() => [...document.querySelectorAll('.matrix .touch:has(b)')].map(cell => {
                const range = document.createRange();
                range.selectNodeContents(cell.querySelector('b'));
                const [box, text] = [cell.getBoundingClientRect(), range.getBoundingClientRect()];
                const aside = document.documentElement.dir === 'rtl'
                    ? box.right - text.right : text.left - box.left;
                const size = parseFloat(getComputedStyle(cell).fontSize);
                const above = text.top + (text.height - 0.8 * size) / 2 - box.top;
                return aside + above - 1.12 * parseFloat(getComputedStyle(cell, '::before').width);
            })"""
        )
        assert len(clear) >= 2
        assert min(clear) > 0, (lang, width, clear)


def test_on_a_narrow_screen_a_tie_is_a_card_of_two_lines_and_ten_stand_there(look: Look) -> None:
    for said in ("lang=en&country=TUR", "lang=fa&country=TUR"):
        page = look(said, 390)
        frame = page.locator("[data-panel=evidence] .scroll")
        assert frame.evaluate("e => e.scrollWidth <= e.clientWidth")
        rows = page.locator("[data-panel=evidence] tbody tr")
        assert rows.count() == 10
        assert max(row.evaluate("e => e.getBoundingClientRect().height") for row in rows.all()[:4]) < 90


def test_without_script_everything_is_there_and_nothing_pretends(iran_page: Path, open_page: Open) -> None:
    opened = open_page(iran_page, script=False)
    page = opened.page
    assert page.locator("[data-panel=evidence] tbody tr").count() == 101
    assert page.locator("[data-panel=evidence] tbody tr").last.is_visible()
    assert (
        page.locator("[data-sentence]")
        .inner_text()
        .startswith("No rivalry is certain or presumed; that of 133 pairs of provinces is possible")
    )
    assert page.locator(".matrix").is_visible()
    assert page.locator("svg.map").is_visible()
    assert not page.locator("select").first.is_visible()
    assert page.locator("noscript p").is_visible()


def test_search_folds_and_sorting_keeps_the_unknown_last(iran_page: Path, open_page: Open) -> None:
    page = open_page(iran_page).page
    page.locator("input[data-search]").fill("TURKIYE konya")
    assert count_shown(page, "[data-panel=evidence] tbody tr") == 4
    page.keyboard.press("Escape")
    sort = page.locator("[data-panel=evidence] [data-column=target] .sort")
    sort.click()
    first = page.locator("[data-panel=evidence] tbody .c-target").first.inner_text()
    sort.click()
    assert page.locator("[data-panel=evidence] tbody .c-target").first.inner_text() > first


def test_the_map_zooms_by_buttons_and_with_ctrl_and_leaves_the_wheel_to_the_page(
    iran_page: Path, open_page: Open
) -> None:
    page = open_page(iran_page).page
    width = "() => Number(document.querySelector('svg.map').getAttribute('viewBox').split(' ')[2])"
    home = page.evaluate(width)
    page.locator("[data-view=world]").click()
    assert page.evaluate(width) > 5 * home
    page.locator("[data-view=home]").click()
    page.locator("[data-view=in]").click()
    assert page.evaluate(width) < home
    zoomed = page.evaluate(width)
    page.locator("svg.map").hover()
    page.mouse.wheel(0, 200)
    assert page.evaluate(width) == zoomed
    page.keyboard.down("Control")
    page.mouse.wheel(0, 200)
    page.keyboard.up("Control")
    page.wait_for_function(f"(before) => ({width})() > before", arg=zoomed)
