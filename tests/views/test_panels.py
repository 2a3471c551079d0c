"""Panels: the same alone as in the page, each with its heading, legend, notes and what it says when empty."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from graphmap.views.page import PANELS, render_fragment, render_map
from graphmap.views.panel import PanelName, Scene, draw_panel, name_heading
from graphmap.views.state import STATE_KEYS, find_start
from graphmap.views.wording import choose_wording
from tests.municipal import hold_municipal
from tests.views.graphs import look_at, make_hostile

NAMES: tuple[PanelName, ...] = get_args(PanelName)


@pytest.mark.parametrize("name", NAMES)
def test_a_fragment_is_the_panel_as_it_stands_in_the_page(name: PanelName) -> None:
    page = look_at(hold_municipal())
    fragment = render_fragment(name, page)
    assert fragment in render_map(page)
    assert fragment.count("data-panel=") == 1


def test_every_panel_can_be_asked_for_and_stands_once_in_the_page() -> None:
    page = look_at(make_hostile())
    text = render_map(page, "en")
    assert tuple(PANELS) == NAMES
    for name in NAMES:
        assert text.count(f'<section class="panel" data-panel="{name}"') == 1, name


@pytest.mark.parametrize("name", NAMES)
def test_a_panel_is_labelled_by_its_heading_and_names_what_it_follows(name: PanelName) -> None:
    panel = PANELS[name](Scene(look_at(hold_municipal()), choose_wording("en")))
    drawn = draw_panel(panel)
    (heading,) = re.findall(r"<h2 ([^>]*)>(.+?)</h2>", drawn)
    assert heading[0] == f'id="{name_heading(name, panel.level)}"'
    assert re.sub(r"<[^>]*>", "", heading[1]).strip()
    opening = drawn[: drawn.index(">")]
    assert f'aria-labelledby="{name_heading(name, panel.level)}"' in opening
    assert set(panel.follows) <= set(STATE_KEYS)
    assert f'data-follows="{" ".join(panel.follows)}"' in opening
    assert "lang" in panel.follows


def test_what_is_chosen_leads_every_panel_but_the_sources() -> None:
    scene = Scene(look_at(make_hostile()), choose_wording("en"))
    for name, make in PANELS.items():
        leads = {"country", "province", "sector"} <= set(make(scene).follows)
        assert leads == (name not in {"sources", "groups"}), name
    assert [name for name, make in PANELS.items() if "query" in make(scene).follows] == ["evidence"]
    moved = [name for name, make in PANELS.items() if "level" in make(scene).follows]
    assert moved == ["findings", "sentence", "matrix", "map", "neighbourhood", "evidence"]


def test_a_graph_of_nothing_has_panels_that_say_so() -> None:
    page = replace(look_at(make_hostile(), date(2010, 1, 1)), borders={}, missions=(), sources=())
    said: dict[str, str] = {name: render_fragment(name, page, "en") for name in NAMES}
    assert "No tie is recorded." in said["sentence"]
    for name, empty in (
        ("matrix", "No country has ties with two provinces or more."),
        ("neighbourhood", "No country has ties with a province."),
        ("timeline", "No tie has a date."),
        ("groups", "No three provinces share two countries."),
        ("evidence", "No tie fits the choice."),
        ("sources", "No source is named."),
    ):
        assert f'<p class="quiet" data-none>{empty}</p>' in said[name]
    assert "<table" not in said["matrix"]
    assert "<svg" not in said["neighbourhood"]


def test_what_a_panel_says_when_empty_is_hidden_while_it_is_not() -> None:
    page = look_at(hold_municipal())
    for name in ("matrix", "neighbourhood", "timeline", "groups", "evidence", "sources"):
        assert render_fragment(name, page, "en").count('<p class="quiet" data-none hidden>') == 1, name


def test_a_page_begins_at_its_choice_level_and_day() -> None:
    start = find_start(look_at(hold_municipal(), None, "city"))
    assert start == {"country": "", "province": "", "sector": "", "level": "city", "as_of": "all"}
    assert find_start(look_at(hold_municipal(), date(2026, 1, 2)))["as_of"] == "2026-01-02"


def test_two_languages_stand_in_one_panel_as_twins() -> None:
    contents = hold_municipal()
    both = render_fragment("matrix", look_at(contents), "both")
    assert 'class="in-en"' in both
    assert 'class="in-fa"' in both
    assert "in-fa" not in render_fragment("matrix", look_at(contents), "en")
