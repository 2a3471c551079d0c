"""The search of the explorer: how it read a phrase, what it found, what is near, what completes it."""

from __future__ import annotations

import re

import httpx
import pytest


@pytest.mark.parametrize(
    ("phrase", "leads"),
    [
        ("rivals Turkey tourism", "/reports/rivals?country=TUR&amp;sector=tourism"),
        ("رقابت ترکیه گردشگری", "/reports/rivals?country=TUR&amp;sector=tourism"),
        ("Qom and Razavi Khorasan", "/map?province=IR-25%2AIR-09"),
        ("ends before Nowruz", "/reports/expiring?before=2026-03-21"),
        ("borders without ties", "/reports/border_gaps?"),
        ("Iraq", "/country/IRQ?"),
        ("path Yazd Tbilisi", "/paths?start=IR-21&amp;end="),
    ],
)
def test_the_search_says_how_it_read_and_leads_there(phrase: str, leads: str, explorer: httpx.Client) -> None:
    assert leads in explorer.get("/search", params={"q": phrase, "lang": "en"}).text


def test_the_search_says_what_it_did_not_read_and_what_is_near(explorer: httpx.Client) -> None:
    text = explorer.get("/search", params={"q": "Tukey", "lang": "en"}).text
    assert "“Tukey” was read as “Turkey”." in text
    assert "/country/TUR?" in text
    text = explorer.get("/search", params={"q": "Tehrxzz", "lang": "en"}).text
    assert "Not read: Tehrxzz" in text
    assert "/province/IR-23?" in text
    assert "Not read" not in explorer.get("/search?q=&lang=en").text


def test_the_search_tells_what_it_found_of_a_thing_and_of_rows_that_are_alike(explorer: httpx.Client) -> None:
    told = explorer.get("/search", params={"q": "Turkey", "lang": "en"}).text
    assert "that of 45 pairs of 10 provinces is possible" in told
    ends = explorer.get("/search", params={"q": "Turkey ends before 2027-03-21", "lang": "en"}).text
    rows = re.findall(r"<tr><td[ >].*?</tr>", ends)
    assert len(rows) == 2
    for row in rows:  # whose it is, and when it ends, though both rows say the same
        assert "West Azerbaijan" in row
        assert "1 January 2027" in row
    assert "Kind: committee; Sectors: security" in ends
    assert "Part: " not in explorer.get("/search", params={"q": "since when Turkey", "lang": "en"}).text


def test_completion_offers_names_and_questions_in_the_language_typed(explorer: httpx.Client) -> None:
    def complete(text: str, lang: str) -> list[str]:
        said = explorer.get("/api/complete", params={"q": text, "lang": lang}).json()
        return [one["text"] for one in said["completions"]]

    assert "rivals Türkiye" in complete("rivals Tü", "en")
    assert "قم" in complete("ق", "fa")
    assert any(one.startswith("rivals Turkey") or "Türkiye" in one for one in complete("rivals turk", "en"))
    assert complete("", "en") == []
    assert complete("zzzzzz", "en") == []
