"""What the contest matrix folds away: counted beside it, and opened by whoever wants to know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from graphmap.language import Code
from graphmap.text import sort_key
from graphmap.views.contested import find_provinces
from graphmap.views.elements import element, join_markup
from graphmap.views.page_data import PageData
from graphmap.views.wording import Wording

MOST_NAMES = 120
"""How many names one fold lists at most."""


def draw_folded(page: PageData, wording: Wording, courted: Sequence[str]) -> Markup | None:
    """Draw the folds: countries of one province, of events alone, and provinces without a recorded tie."""
    folds = [
        element(
            "details",
            {"class": "folded"},
            element("summary", None, wording.say(f"matrix-fold-{kind}", count=len(places))),
            element("p", None, _list_names(page, wording, places, kind)),
        )
        for kind, places in _find_folded(page, courted)
        if places
    ]
    if not folds:
        return None
    return element(
        "div", {"class": "folds own-day"}, element("h3", None, wording.say("matrix-folded")), *folds
    )


def _find_folded(page: PageData, courted: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    tied = {tie.country for tie in page.ties}
    events = {tie.country for tie in page.beside if tie.beside != "ended"} - tied
    there = {tie.province for tie in page.ties} | {
        tie.province for tie in page.beside if tie.beside != "ended"
    }
    yield "sole", _sort(page, tied - set(courted))
    yield "events", _sort(page, events)
    yield "provinces", _sort(page, set(page.provinces) - there)


def _sort(page: PageData, places: set[str]) -> list[str]:
    return sorted(places, key=lambda one: page.places[one].name.en)


def _list_names(page: PageData, wording: Wording, places: list[str], kind: str) -> Markup:
    """List places, each as a choice and in the order of the language that is read; with whose they are."""
    chooses = "data-choose-province" if kind == "provinces" else "data-choose-country"

    def order(code: Code) -> list[str]:
        return sorted(places, key=lambda one: sort_key(page.places[one].name.in_language(code), code))

    parts = []
    for one in wording.languages:
        names = [
            element(
                "span",
                {chooses: place, "data-pick": True},
                element("bdi", None, page.places[place].name.in_language(one.code)),
            )
            + _name_province(page, one.code, place, kind)
            for place in order(one.code)[:MOST_NAMES]
        ]
        said = escape(one.words("list-mark")).join(names)
        if len(places) > MOST_NAMES:
            said += " " + one.words("matrix-fold-more", more=len(places) - MOST_NAMES)
        parts.append(element("span", wording.mark(one), said))
    return join_markup(parts)


def _name_province(page: PageData, code: Code, country: str, kind: str) -> Markup:
    if kind != "sole":
        return Markup("")
    (province,) = find_provinces(page, country)
    name = page.places[province].name.in_language(code)
    return element("span", {"class": "quiet"}, " (", element("bdi", None, name), ")")
