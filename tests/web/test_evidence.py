"""What is chosen has its evidence beside it, its years over it, and its address in the query."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO
from xml.etree import ElementTree

import httpx
import openpyxl
import pandas
import pytest
from playwright.sync_api import Browser

from tests.servers.chromium import list_violations
from tests.web.watching import find_base, open_watched


def test_the_evidence_of_a_choice_names_ties_sources_and_what_is_unknown(explorer: httpx.Client) -> None:
    asked = {"country": "IRQ", "province": "IR-04", "lang": "en"}
    text = explorer.get("/evidence", params=asked).text
    shown = re.findall(r"<li>\n<p><strong>", text)
    table = explorer.get("/evidence", params={**asked, "format": "csv"})
    assert table.headers["content-disposition"] == 'attachment; filename="evidence.csv"'
    rows = list(csv.reader(StringIO(table.content.decode("utf-8-sig"))))
    assert len(shown) == len(rows) - 1 > 0
    assert rows[0][-1] == "id"
    assert all(row[-1].startswith("tied_to:") for row in rows[1:])
    assert "What is unknown: " in text
    assert "Read on:" in text
    assert not re.search(
        r">[^<]*tied_to:[^<]*<", re.sub(r"<details>.*?</details>", "", text, flags=re.DOTALL)
    )


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_the_evidence_is_a_workbook_too(lang: str, explorer: httpx.Client) -> None:
    asked = {"country": "IRQ", "province": "IR-04", "lang": lang}
    table = explorer.get("/evidence", params={**asked, "format": "csv"}).content
    plain = pandas.read_csv(BytesIO(table), keep_default_na=False)
    book = explorer.get("/evidence", params={**asked, "format": "xlsx"})
    assert book.headers["content-disposition"] == 'attachment; filename="evidence.xlsx"'
    rows, sources = openpyxl.load_workbook(BytesIO(book.content)).worksheets
    cells = [[cell or "" for cell in line] for line in rows.iter_rows(values_only=True)]
    head = next(place for place, line in enumerate(cells) if line[-1] == "id")
    assert cells[head] == list(plain.columns)
    assert cells[head + 1 :] == plain.astype(str).values.tolist()
    assert any("2026" in str(line[0]) or "۲۰۲۶" in str(line[0]) for line in cells[:head])
    named = {one for cell in plain.iloc[:, -2] for one in cell.split(" | ")}
    assert {line[0] for line in sources.iter_rows(values_only=True)} == named
    assert explorer.get("/evidence", params={"format": "pdf"}).status_code == 422


def test_the_page_is_taken_away_as_one_file_that_asks_for_nothing(explorer: httpx.Client) -> None:
    page = explorer.get("/map", params={"lang": "fa", "country": "IRQ"}).text
    address = re.search(r'href="(/map\?[^"]*format=file[^"]*)"', page)
    assert address is not None
    answer = explorer.get(address[1].replace("&amp;", "&"))
    assert answer.headers["content-disposition"] == 'attachment; filename="graphmap.html"'
    file = answer.text
    assert file.index('lang="fa"') < file.index('lang="en"')  # it opens in the language in which it was taken
    assert re.search(r'(?:src|href)="/', file) is None  # nothing of the server's is asked for
    assert re.search(r'"country": ?"IRQ"', file) is not None  # and with what is chosen
    assert explorer.get("/map", params={"format": "pdf"}).status_code == 422


def test_the_evidence_says_a_last_sign_no_more_exactly_than_the_data_do(explorer: httpx.Client) -> None:
    asked = {"country": "TUR", "province": "IR-04"}
    read = {code: explorer.get("/evidence", params={**asked, "lang": code}).text for code in ("en", "fa")}
    assert "Last sign: 2022<" in read["en"]
    assert "آخرین نشانه: ۱۴۰۰ یا ۱۴۰۱ (۲۰۲۲ میلادی)<" in read["fa"]
    assert not any(day in "".join(read.values()) for day in ("1 January 2022", "۱ ژانویه ۲۰۲۲"))
    table = explorer.get("/evidence", params={**asked, "format": "csv", "lang": "en"}).content.decode()
    assert {row["Last sign"] for row in csv.DictReader(StringIO(table.lstrip("\ufeff")))} >= {
        "2022",
        "2018-10",
    }


def test_a_year_of_the_strip_leads_to_the_page_of_its_last_day(explorer: httpx.Client) -> None:
    text = explorer.get("/map?lang=en&country=IRQ").text
    found = re.search(
        r'href="(/map\?[^"]*as_of=2020-12-31[^"]*)"'
        r'[^>]*aria-label="31 December 2020 \(11 Dey 1399\): (\d+) certain',
        text,
    )
    assert found is not None
    year = explorer.get(found[1].replace("&amp;", "&")).text
    assert 'aria-current="date"' in year
    assert "31 December 2020" in year
    solar = explorer.get("/map?lang=fa&country=IRQ").text
    assert "۳۰ اسفند ۱۳۹۹ (۲۰ مارس ۲۰۲۱): " in solar
    assert "as_of=2021-03-20" in solar
    known = explorer.get("/map?lang=fa&believed_on=2100-01-01").text
    assert "۱۴۷۸/۱۰/۱۲" in known  # the day as the reader writes it
    assert "دانسته‌های مخزن از" in known
    current = re.search(r'aria-current="date" aria-label="([^"]+)"', text)
    assert current is not None
    ties = int(explorer.get("/api/rivals?limit=1").json()["counted"]["counted"])
    assert sum(map(int, re.findall(r"(\d+) (?:certain|presumed|possible)", current[1]))) == ties


TABLES = {"matrix": ("جدول هم‌پوشانی", "خراسان رضوی", "ترکیه"), "groups": ("چین، عراق", "قم")}
"""Tables that are taken away as pictures, with words that stand in them."""


def test_a_drawn_panel_is_taken_away_with_caption_day_legend_and_sources(
    browser: Browser, explorer: httpx.Client
) -> None:
    with open_watched(browser, explorer, 1280, within=("blob:",)) as page:
        page.goto(f"{find_base(explorer)}/map?lang=fa&country=IRQ")
        files = {}
        for kind in ("svg", "png"):
            with page.expect_download() as waited:
                page.locator(f"[data-panel=map] [data-take={kind}]").click()
            files[kind] = waited.value.path().read_bytes()
        drawn = ElementTree.fromstring(files["svg"])
        said = re.sub("[\u2066-\u2069]", "", " ".join(drawn.itertext()))
        sentence = page.locator("[data-sentence]").inner_text()
        for words in (
            "نقشه",
            sentence.split()[0],
            "۱۹ بهمن ۱۴۰۴",
            "سفارت یا کنسولگری",
            "منابع",
            "font/woff2",
        ):
            assert words in said
        assert "var(" not in files["svg"].decode()
        assert files["png"].startswith(b"\x89PNG")
        assert len(files["png"]) > 50_000  # what is drawn is in it
        for panel, named in TABLES.items():
            with page.expect_download() as waited:
                page.locator(f"[data-panel={panel}] [data-take=svg]").click()
            table = ElementTree.fromstring(waited.value.path().read_bytes())
            said = re.sub("[\u2066-\u2069]", "", " ".join(table.itertext()))
            for word in (*named, "۱۹ بهمن ۱۴۰۴", "منابع"):
                assert word in said
            cells = page.locator(f"[data-panel={panel}] tbody td:visible").count()
            assert (
                len(table.findall(".//{http://www.w3.org/2000/svg}line")) >= cells
            )  # each cell has its rule
            assert "var(" not in ElementTree.tostring(table).decode()


@pytest.mark.parametrize(("lang", "width"), [("en", 1280), ("fa", 390)])
def test_a_reader_opens_the_evidence_and_goes_through_the_years(
    lang: str, width: int, browser: Browser, explorer: httpx.Client
) -> None:
    base = find_base(explorer)
    with open_watched(browser, explorer, width) as page:
        page.goto(f"{base}/map?lang={lang}")
        page.locator("select[data-state=country]").select_option("IRQ")
        assert "country=IRQ" in page.url
        assert "#" not in page.url
        page.locator("a[data-drawer]").click()
        page.locator(".drawer .evidence-ties > li").first.wait_for()
        numbered = page.evaluate("getComputedStyle(document.querySelector('.evidence-ties')).listStyleType")
        assert numbered == {"en": "decimal", "fa": "persian"}[lang]
        assert list_violations(page) == []
        page.keyboard.press("Escape")
        assert page.locator(".drawer").count() == 0
        assert page.evaluate("document.activeElement.hasAttribute('data-drawer')")
        page.go_back()
        page.wait_for_function("() => document.querySelector('select[data-state=country]').value === ''")
        page.go_forward()
        page.wait_for_function("() => document.querySelector('select[data-state=country]').value === 'IRQ'")
        page.locator("input[data-years]").focus()
        page.keyboard.press("ArrowRight" if lang == "fa" else "ArrowLeft")  # time runs as the page does
        # the years are those of the reader's calendar
        page.wait_for_url("**as_of=2025-03-20**" if lang == "fa" else "**as_of=2025-12-31**")
        assert page.locator("select[data-state=country]").input_value() == "IRQ"
        page.locator("a[data-agenda]").click()
        page.wait_for_url("**/meeting?**")
        assert page.locator(".agenda li").count() == 1
