"""A tie that does not exist is tried: who is there, whom it would meet, and nothing is stored."""

from __future__ import annotations

import html
import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser

from graphmap.store import open_store
from tests.servers.chromium import list_violations
from tests.web.watching import find_base, open_watched

BASRA = {"province": "IR-06", "target": "IQ-BA", "kind": "memorandum", "sectors": "trade|tourism"}


def test_a_trial_says_whom_it_would_meet_and_who_is_there_and_stores_nothing(
    explorer: httpx.Client, iran_path: Path
) -> None:
    before = explorer.get("/api/overlaps").headers["etag"]
    said = explorer.get("/api/before_signing", params=BASRA).json()
    assert "It would add to the rivalry that Khuzestan has there already" in said["said"][0]
    assert said["warning"][0] == "Khuzestan itself has 3 ties in this country already."
    assert "Razavi Khorasan" in said["warning"][1]
    met = {tuple(one["pair"]["provinces"]): one["before"] for one in said["changes"]}
    assert met["IR-06", "IR-26"] == "presumed"
    assert explorer.get("/api/overlaps").headers["etag"] == before
    with open_store(iran_path, read_only=True) as store:
        assert "source:trial" not in store.snapshot().sources


def test_a_province_that_is_nowhere_near_is_told_that_it_would_be_new_there(explorer: httpx.Client) -> None:
    given = {"province": "IR-12", "target": "ISL", "kind": "agreement"}
    said = explorer.get("/api/before_signing", params=given).json()["said"]
    assert said[0].startswith("No other province has a tie recorded with Iceland on this day: as far as")
    assert "No sector is entered" in said[1]
    new = explorer.get(
        "/api/before_signing",
        params={"province": "IR-21", "target": "Iraq", "kind": "agreement", "sectors": "trade"},
    ).json()
    assert any(one.startswith("New presumed rivalry of Yazd with") for one in new["said"])
    assert all(one["before"] != "presumed" for one in new["changes"])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"target": "Tehran"}, "lies at home"),
        ({"target": "IR-07"}, "is not a known"),
        ({"target": "Tbilisi, Basra"}, "is not a known"),
        ({}, "target is needed"),
        ({"target": "IRQ", "kind": "marriage"}, "kind: 'marriage' is"),
        ({"target": "IRN"}, "lies at home"),
        ({**BASRA, "since": "soon"}, "'soon'"),
    ],
)
def test_what_cannot_be_tried_is_said(given: dict[str, str], said: str, explorer: httpx.Client) -> None:
    answer = explorer.get("/api/before_signing", params=given)
    assert answer.status_code == 422
    assert said in answer.json()["error"]


def test_a_name_of_a_region_and_of_its_city_is_that_of_the_region(explorer: httpx.Client) -> None:
    given = {"province": "IR-06", "target": "بصره", "lang": "fa"}
    warning = explorer.get("/api/before_signing", params=given).json()["warning"]
    assert "استان خارجی" in warning[0]
    assert "IQ-BA" in warning[0]
    assert "city:irq:basra" in warning[0]
    assert any("خراسان رضوی" in line for line in warning[1:])


def test_a_trial_leads_to_all_that_the_tie_would_do(explorer: httpx.Client) -> None:
    page = explorer.get("/trial", params={**BASRA, "document": "sanandaj-2025", "lang": "fa"}).text
    (address,) = re.findall(r'href="(/reports/trial[^"]*)"', page)
    assert "sanandaj-2025" in address
    whole = explorer.get(html.unescape(address))
    assert whole.status_code == 200
    assert "استان پیشگام دیگر" in whole.text


def test_a_visit_makes_no_rivalry(explorer: httpx.Client) -> None:
    given = {**BASRA, "kind": "visit"}
    said = explorer.get("/api/before_signing", params=given).json()
    assert said["said"][0].startswith("A visit, a talk or a contact commits nobody")
    assert not any("rivalry of" in one for one in said["said"])


def test_a_part_of_an_act_on_record_is_tried_as_one(explorer: httpx.Client) -> None:
    given = {"province": "IR-07", "target": "IQ-AR", "kind": "memorandum", "sectors": "trade"}
    asked = {**given, "document": "sanandaj-2025"}

    def find(given: dict[str, str]) -> dict[str, str]:
        changes = explorer.get("/api/before_signing", params=given).json()["changes"]
        pairs = (one["pair"] for one in changes if one["pair"]["target"]["id"] == "IQ-AR")
        return {next(one for one in pair["provinces"] if one != "IR-07"): pair["verdict"] for pair in pairs}

    apart, joined = find(given), find(asked)
    assert {apart[one] for one in ("IR-04", "IR-05", "IR-12")} == {"presumed"}
    assert {joined[one] for one in ("IR-04", "IR-05", "IR-12")} == {"joint"}
    assert joined["IR-26"] == apart["IR-26"] == "presumed"
    page = explorer.get("/trial", params={**asked, "lang": "fa"}).text
    assert 'name="document" value="sanandaj-2025"' in page
    assert "شمارهٔ سند، اگر چند استان" in page


@pytest.mark.parametrize(("lang", "width"), [("en", 390), ("fa", 1280)])
def test_a_reader_tries_a_tie_with_basra(
    lang: str, width: int, browser: Browser, explorer: httpx.Client
) -> None:
    base = find_base(explorer)
    with open_watched(browser, explorer, width) as page:
        page.goto(f"{base}/trial?lang={lang}")
        page.select_option("#trial-province", "IR-06")
        # At once: a browser complains of half a name that is not known, where a slow machine asks for it.
        page.locator("#trial-target").fill("عراق" if lang == "fa" else "Iraq")
        page.locator("[data-trial-warning] p").first.wait_for()
        page.locator("#trial-target").fill("IQ-BA")
        page.locator(".ticks input[value=trade]").check()
        with page.expect_navigation():
            page.locator("form[data-trial] button").click()
        assert page.locator("[data-panel=matrix] table td").count() > 0
        assert page.locator("[data-panel=map] svg").count() > 0
        assert page.locator("[data-panel=timeline]").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert list_violations(page) == []
