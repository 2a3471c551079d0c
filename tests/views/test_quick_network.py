"""The quick network counts just the ties that the analyses count, and says its day, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from graphmap import notebook
from graphmap.errors import ViewError
from graphmap.exchange.samples import read_sample
from graphmap.schema import Country, Province, Record, Source, Tie, validated
from graphmap.store.snapshot import build_snapshot
from graphmap.views.quick_network import (
    MOST_NODES,
    count_ties,
    quick_network,
    render_quick_network,
    write_quick_network,
)
from tests.views.conftest import Opened
from tests.views.graphs import DAY, fill, make_hostile, read_iran

SOURCE = ("source:x",)


def make_tie(document: str, **given: str) -> Record:
    return validated(
        Tie,
        from_id="ZZ-1",
        to_id="TUR",
        kind="agreement",
        document=document,
        sources=SOURCE,
        **given,
    )


def test_a_tie_that_its_stage_or_its_date_says_has_ended_is_not_drawn() -> None:
    contents = fill(
        [
            validated(Source, id="source:x", name="A list", retrieved="2025-01-01"),
            validated(Country, id="ZZX", name="Home", home=True, sources=SOURCE),
            validated(Country, id="TUR", name="Türkiye", sources=SOURCE),
            validated(Province, id="ZZ-1", name="A province", sources=SOURCE),
            make_tie("1", since="2020", until=".."),
            make_tie("2", since="2020", until="2022-01-01"),
            make_tie("3", since="2020", until="..", stage="ended"),
            make_tie("4", since="2020", until="", stage="ended"),
        ]
    )
    snapshot = build_snapshot(contents)
    line = (snapshot.row("ZZ-1"), snapshot.row("TUR"))
    # The third is called ended and open at once: which of the two is wrong is not known.
    assert count_ties(snapshot, "country", date(2026, 1, 1)) == {line: 2}
    assert count_ties(snapshot, "country", None) == {line: 4}
    assert count_ties(snapshot, "city", None) == {}


def test_the_page_says_its_day_in_the_language_asked_for_or_in_both() -> None:
    snapshot = build_snapshot(read_iran())
    both = render_quick_network(snapshot, as_of=DAY)
    assert "As of 24 November 2026" in both
    assert "وضعیت در تاریخ ۳ آذر ۱۴۰۵" in both
    assert "Everything on this page is invented" not in both
    persian = render_quick_network(snapshot, as_of=DAY, lang="fa")
    assert "As of" not in persian.split("<script>")[0]
    assert "Whole history" in render_quick_network(snapshot, lang="en")


def test_the_page_of_an_invented_graph_says_so() -> None:
    invented = fill([entry.record for entry in read_sample("invented").entries])
    assert "Everything on this page is invented" in render_quick_network(build_snapshot(invented), lang="en")


def test_every_node_and_line_is_named_in_every_language() -> None:
    text = render_quick_network(build_snapshot(read_iran()), as_of=DAY)
    (block,) = re.findall('<script type="application/json" id="facts">(.*?)</script>', text)
    facts = json.loads(block)
    assert facts["languages"] == ["en", "fa"]
    for labels in facts["labels"]:
        assert len(labels["nodes"]) == len(labels["titles"]) == len(facts["nodes"])
        assert len(labels["edges"]) == len(facts["edges"])
    names = dict(zip(facts["labels"][0]["nodes"], facts["labels"][1]["nodes"], strict=True))
    assert names["Türkiye"] == "ترکیه"


def test_the_language_can_be_changed(tmp_path: Path, open_page: Callable[..., Opened]) -> None:
    path = tmp_path / "quick.html"
    write_quick_network(build_snapshot(read_iran()), path, as_of=DAY)
    opened = open_page(path)
    page = opened.page
    page.locator("[data-lang-switch=fa]").click()
    assert page.evaluate("() => [document.documentElement.dir, document.title]") == [
        "rtl",
        "نمای شبکه‌ای روابط استان‌های ایران",
    ]
    assert page.locator("h1").inner_text() == "نمای شبکه‌ای روابط استان‌های ایران"
    assert not page.locator("[data-lang-switch=fa]").is_visible()
    assert opened.complaints == []


def test_every_node_has_its_place_and_nothing_moves() -> None:
    text = render_quick_network(build_snapshot(read_iran()), as_of=DAY)
    (block,) = re.findall('<script type="application/json" id="facts">(.*?)</script>', text)
    facts = json.loads(block)
    assert facts["options"]["physics"] is False
    places = {(node["x"], node["y"]) for node in facts["nodes"]}
    assert len(places) == len(facts["nodes"]) > 40


def test_more_nodes_than_can_be_read_are_answered_with_what_to_use_instead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert MOST_NODES == 2_000
    monkeypatch.setattr("graphmap.views.quick_network.MOST_NODES", 40)
    snapshot = build_snapshot(read_iran())
    with pytest.raises(ViewError, match="graphmap serve to explore it"):
        render_quick_network(snapshot)
    shown = quick_network(snapshot)._repr_html_()
    assert "graphmap map" in shown
    assert "<iframe" in shown


def test_a_notebook_shows_it_in_a_frame_that_reaches_nothing(
    tmp_path: Path, open_page: Callable[..., Opened]
) -> None:
    assert notebook.quick_network is quick_network
    shown = quick_network(build_snapshot(make_hostile()))._repr_html_()
    assert 'sandbox="allow-scripts"' in shown
    assert "allow-same-origin" not in shown
    path = tmp_path / "notebook.html"
    ready = "<script>document.documentElement.classList.add('scripted')</script>"
    path.write_text(f"<!doctype html><meta charset=utf-8>{shown}{ready}", "utf-8")
    opened = open_page(path)
    frame = opened.page.frame_locator("iframe")
    frame.locator("canvas").wait_for()
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:font/", "about:"))] == []
    assert frame.locator("img").count() == 0
