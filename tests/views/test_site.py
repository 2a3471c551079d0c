"""The site in a real browser, from the disk: search in both scripts, no request beyond its own files, axe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from graphmap.store.snapshot import build_snapshot
from graphmap.views.dossier import Subject
from graphmap.views.dossier_ground import Ground
from graphmap.views.site import Site, choose_subjects, make_site, name_files
from graphmap.views.site_folder import write_site
from tests.servers.chromium import list_violations
from tests.views.conftest import Opened
from tests.views.dossiers import DAY, read_ground
from tests.views.graphs import make_hostile, make_many

Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the Iran sample in both languages, without reports."""
    folder = tmp_path_factory.mktemp("intranet") / "site"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("graphmap.views.site.MOST_SUBJECTS", 24)
        write_site(make_site(Site(read_ground(), ("fa", "en"), {})), folder)
    return folder


def test_the_index_finds_pages_by_name_in_either_script_folded_as_the_look_up_folds(
    open_page: Open, site: Path
) -> None:
    opened = open_page(site / "index.html")
    page = opened.page
    rows = page.locator("tbody tr:visible")
    assert rows.count() == page.locator("tbody tr").count() == 24
    for query in ("turkiye", "تركيه", "ترکیه", "TUR"):
        page.get_by_role("searchbox").fill(query)
        page.wait_for_function("() => [...document.querySelectorAll('tbody tr')].some(row => row.hidden)")
        assert any("ترکیه" in text for text in rows.all_inner_texts()), query
    page.get_by_role("searchbox").fill("آذربايجان غربي")
    page.wait_for_function("() => [...document.querySelectorAll('tbody tr')].some(row => row.hidden)")
    with page.expect_navigation():
        page.get_by_role("link", name="آذربایجان غربی", exact=True).first.click()
    assert page.locator("h1").inner_text() == "پروندهٔ استان: آذربایجان غربی"
    with page.expect_navigation():
        page.get_by_role("link", name="همهٔ پرونده‌ها").click()
    assert page.locator("h1").inner_text().startswith("روابط خارجی استان‌های ایران")
    assert all(address.startswith(site.as_uri()) for address in opened.requests)
    assert opened.complaints == []


def test_a_page_of_the_site_wears_the_shared_style_and_font(open_page: Open, site: Path) -> None:
    opened = open_page(site / "country-IRQ.fa.html", script=False)
    page = opened.page
    assert page.locator(".finding").evaluate("node => getComputedStyle(node).borderRightWidth") != "0px"
    assert page.evaluate("() => document.fonts.check('12px Vazirmatn')")
    assert opened.complaints == []
    assert {Path(address).name for address in opened.requests} == {"country-IRQ.fa.html", "paper.css"}


def test_without_script_the_index_lists_all_and_offers_no_search(open_page: Open, site: Path) -> None:
    opened = open_page(site / "index.html", script=False)
    page = opened.page
    assert page.locator("tbody tr:visible").count() == 24
    assert not page.get_by_role("searchbox").is_visible()
    with page.expect_navigation():
        page.locator("tbody a").first.click()
    assert page.locator("h1").inner_text().startswith("پروندهٔ")
    assert opened.complaints == []
    assert all(address.startswith(site.as_uri()) for address in opened.requests)


@pytest.mark.parametrize("name", ["index.html", "index.en.html"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_in_the_index(browser: Browser, site: Path, name: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((site / name).as_uri())
    assert list_violations(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    page.close()


def test_hostile_names_and_ids_are_safe_as_files_and_text(open_page: Open, tmp_path: Path) -> None:
    ground = Ground(build_snapshot(make_hostile()), DAY)
    write_site(make_site(Site(ground, ("en",), {})), tmp_path / "site")
    opened = open_page(tmp_path / "site" / "index.html")
    assert opened.page.locator("tbody tr").count() >= 4
    assert opened.page.locator("img").count() == 0
    assert opened.complaints == []


def test_no_two_files_have_one_name_on_any_system_and_no_name_leads_elsewhere() -> None:
    ids = (
        "../../etc/passwd",
        "a/b",
        "a-b",
        "A-B",
        "a?b",
        "CON",
        "é" * 90,
        "x" * 300,
        "x" * 299 + "y",
        "",
        ".",
    )
    names = name_files([Subject("country", (one,)) for one in ids])
    assert len({name.casefold() for name in names.values()}) == len(ids)
    for name in names.values():
        assert name.startswith("country-")
        assert name.isascii()
        assert name.replace("-", "").replace("_", "").isalnum()
        assert len(name) < 100
    assert names[Subject("country", ("CON",))] == "country-CON"


def test_a_site_is_bounded_and_says_how_many_have_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphmap.views.site.MOST_SUBJECTS", 7)
    ground = Ground(build_snapshot(make_many(80)), DAY)
    subjects, left_out = choose_subjects(ground)
    assert (len(subjects), left_out) == (7, 19)
    *_, (name, text) = make_site(Site(ground, ("en",), {}))
    assert name == "index.html"
    assert "19 countries, provinces and borders have no page of their own." in text


def test_a_site_that_cannot_be_finished_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> object:
        yield "a.html", "x"
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError):
        write_site(fail(), tmp_path / "site")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
