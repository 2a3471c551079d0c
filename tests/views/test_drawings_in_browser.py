"""The drawings in a real browser: they follow choice, level and keyboard; large graphs stay readable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphmap.views import write_map
from tests.servers.chromium import list_violations
from tests.views.conftest import Opened
from tests.views.graphs import look_at, make_wide

Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def wide_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of a graph of many provinces, in both languages."""
    path = tmp_path_factory.mktemp("wide") / "wide.html"
    write_map(look_at(make_wide(45, 5, 4)), path)
    return path


def test_level_and_sector_move_matrix_map_and_neighbourhood(whole_page: Path, open_page: Open) -> None:
    seen = """() => [
        document.querySelector('[data-pairs="IRQ"]').textContent,
        document.querySelectorAll('.matrix .fill-presumed').length,
        document.querySelectorAll('.map .province.home-3').length,
        document.querySelectorAll('.columns .link.rival').length,
    ]"""
    found = [
        open_page(whole_page, f"lang=en{said}").page.evaluate(seen)
        for said in ("", "&level=counterpart", "&sector=tourism")
    ]
    country, counterpart, sector = found
    assert country[0] == "19"
    for other in (counterpart, sector):
        assert int(other[0].replace("·", "0")) < 19
        assert other[1] < country[1]
        assert other[2] < country[2]
        assert other[3] < country[3]


def test_a_choice_lays_the_page_out_once_for_all_panels(whole_page: Path, open_page: Open) -> None:
    page = open_page(whole_page, "lang=en").page
    debugger = page.context.new_cdp_session(page)
    debugger.send("Performance.enable")

    def count_layouts() -> int:
        told = debugger.send("Performance.getMetrics")["metrics"]
        return int(next(one["value"] for one in told if one["name"] == "LayoutCount"))

    # How wide drawings are is known from the first layout on; a second may follow what was drawn.
    draws = "(hash) => { location.hash = hash; return new Promise((done) => setTimeout(done, 200)); }"
    for chosen in ("country=TUR", "country=IRQ", "country=IRQ&province=IR-04"):
        before = count_layouts()
        page.evaluate(draws, f"lang=en&{chosen}")
        assert count_layouts() - before <= 3, chosen


def test_a_choice_writes_no_language_and_no_name_anew(whole_page: Path, open_page: Open) -> None:
    page = open_page(whole_page, "lang=en").page
    # Where language or direction is written, be it the same, Chromium judges the style of every element.
    written = """(hash) => new Promise((done) => {
        const found = [];
        const watch = new MutationObserver((all) => found.push(...all.map((one) => one.attributeName)));
        watch.observe(document.documentElement, {attributeFilter: ["lang", "dir"]});
        for (const shape of document.querySelectorAll("svg.map [data-item]"))
            watch.observe(shape, {attributeFilter: ["aria-label"]});
        location.hash = hash;
        setTimeout(() => { watch.disconnect(); done(found); }, 150);
    })"""
    assert page.evaluate(written, "lang=en&country=TUR") == []
    assert page.locator(".map path.country.on").count() == 1
    anew = page.evaluate(written, "lang=fa&country=TUR")
    assert {*anew} == {"lang", "dir", "aria-label"}


def test_a_chosen_country_has_its_rivals_filled_and_its_border_hatched(
    whole_page: Path, open_page: Open
) -> None:
    page = open_page(whole_page, "lang=fa&country=IRQ").page
    assert page.locator(".map .province.rival").count() == 7
    assert page.locator(".map .province.tied").count() == 5
    assert page.locator(".map .arc.on").count() > 10
    assert page.locator(".map .arc.on.unknown").count() > 0
    assert page.locator("[data-key=chosen]").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".map .province.rival").count() == 0
    assert page.locator("[data-key=all]").first.is_visible()


def test_two_ends_beside_each_other_do_not_bear_one_name_twice(whole_page: Path, open_page: Open) -> None:
    named = """() => [...document.querySelectorAll('.map .for-city .on')]
        .filter(e => e.getClientRects().length && getComputedStyle(e).visibility === 'visible')
        .map(e => e.textContent.replace(e.querySelector('.count').textContent, ''))"""
    for said in ("lang=fa&country=IRQ", "lang=en&country=IRQ"):
        names = open_page(whole_page, said).page.evaluate(named)
        assert len(names) == len({*names}) > 6


def test_a_chosen_province_shows_its_rivals_and_dims_none_of_them(whole_page: Path, open_page: Open) -> None:
    page = open_page(whole_page, "lang=fa&province=IR-04").page
    rivals = page.locator(".map .province.rival")
    assert rivals.count() >= 5
    opacity = "(all) => all.map((one) => getComputedStyle(one).opacity)"
    assert set(rivals.evaluate_all(opacity)) == {"1"}
    assert "تهران" in page.locator("[data-panel=sentence]").inner_text()


def test_countries_beyond_the_frame_have_pills_that_meet_nothing(whole_page: Path, open_page: Open) -> None:
    page = open_page(whole_page, "lang=en").page
    pills = page.locator(".map .pill")
    assert pills.count() >= 5
    assert "China 9" in pills.all_text_contents()
    page.locator("[data-view=world]").click()
    assert page.locator(".map .pill").count() == 0


def test_rows_in_time_follow_the_choice_and_run_to_the_left_in_persian(
    whole_page: Path, open_page: Open
) -> None:
    edges = """() => ['.time .calendar:first-of-type', '.time .calendar:last-of-type'].map((one) =>
        document.querySelectorAll('.time .calendar')).map((all, at) =>
        all[at ? all.length - 1 : 0].getBoundingClientRect().left)"""
    english = open_page(whole_page, "lang=en&country=IRQ").page
    first, last = english.evaluate(edges)
    assert first < last
    persian = open_page(whole_page, "lang=fa&country=IRQ").page
    first, last = persian.evaluate(edges)
    assert first > last
    assert persian.locator(".time rect.joint").count() >= 3
    before = persian.locator(".time .rule").count()
    persian.locator("[data-more-rows]").click()
    assert persian.locator(".time .rule").count() > before


def test_many_provinces_are_paged_and_their_overlap_is_a_table(wide_page: Path, open_page: Open) -> None:
    opened = open_page(wide_page, "lang=en")
    page = opened.page
    assert page.locator(".matrix tbody tr:not([hidden])").count() == 40
    assert page.locator(".overlap tbody tr").count() == 20
    first = page.locator(".matrix tbody th").first.inner_text()
    page.locator("[data-turn='1']").click()
    assert page.locator("[data-pager] [role=status]").inner_text() == "Provinces 41 to 45 of 45"
    assert page.locator(".matrix tbody th").first.inner_text() != first
    assert page.locator(".matrix tbody td b").first.inner_text()
    assert opened.complaints == []
    assert page.evaluate("() => document.querySelectorAll('.matrix *, .map *, .overlap *').length") < 5000


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_where_there_are_many_provinces(
    wide_page: Path, open_page: Open, width: int
) -> None:
    assert list_violations(open_page(wide_page, "lang=fa", width).page) == []


def test_targets_of_the_drawings_are_large_enough_for_a_finger(whole_page: Path, open_page: Open) -> None:
    page = open_page(whole_page, "lang=fa", 390).page
    small = page.evaluate(
        """() => [...document.querySelectorAll('.matrix [data-item], .columns [data-item]')]
            .map((item) => item.getBoundingClientRect())
            .filter((box) => box.width && (box.width < 24 || box.height < 24)).length"""
    )
    assert small == 0
