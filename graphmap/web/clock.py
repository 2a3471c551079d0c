"""The time of the page of all panels: how many ties hold in each year, and how surely; a year is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

import numpy as np
from markupsafe import Markup

from graphmap.analysis.scope import Scope, select_ties
from graphmap.dates import FIRST_DAY, to_solar
from graphmap.language import Language
from graphmap.scales import CERTAINTIES
from graphmap.store.snapshot import Snapshot
from graphmap.views.elements import element, join_markup
from graphmap.views.legends import SIDE, draw_sign
from graphmap.views.marks import draw_pattern

MOST_YEARS = 40
"""How many years are shown, the latest."""

HEIGHT, WIDTH = 46, 22
SHOWN = ("certain", "presumed", "possible")
"""From the ground up."""

Counts = tuple[int, int, int]


def list_years(snapshot: Snapshot, today: date) -> list[date]:
    """Return the days at which the years are looked at: the last of each, and today of the present one."""
    known = snapshot.ties.since_earliest
    known = known[known > np.datetime64(FIRST_DAY, "D")]
    first = known.min().item().year if len(known) else today.year
    begin = max(first, today.year - MOST_YEARS + 1)
    return [date(year, 12, 31) for year in range(begin, today.year)] + [today]


def count_years(snapshot: Snapshot, days: list[date], presume: int) -> list[Counts]:
    """Count the ties that hold on each of some days: certainly, presumed, possibly."""
    found = []
    for day in days:
        selection = select_ties(snapshot, Scope("country", as_of=day, presume=presume))
        sure = np.bincount(selection.certainty[selection.present], minlength=len(CERTAINTIES))
        certain, presumed, possible = (int(sure[CERTAINTIES.index(name)]) for name in SHOWN)
        found.append((certain, presumed, possible))
    return found


def say_year(day: date, language: Language) -> str:
    """Say a year in both calendars, that of the language first."""
    solar = to_solar(day)
    names = [str(day.year), "" if solar is None else str(solar[0])]
    one, other = names if language.code == "en" else reversed(names)
    return language.digits(language.words("clock-year", one=one or other, other=other))


def draw_clock(
    years: list[tuple[date, Counts]],
    given: Mapping[str, str],
    as_of: date | None,
    believed_on: date | None,
    language: Language,
) -> Markup:
    """Draw the strip of years, each a link to the page on its day, the slider, and the second clock."""
    most = max((sum(counts) for _, counts in years), default=0) or 1
    chosen = next((place for place, (day, _) in enumerate(years) if as_of and day >= as_of), len(years) - 1)
    kept = {name: value for name, value in given.items() if value and name != "as_of"}

    def link(day: date) -> str:
        today = {} if day == years[-1][0] else {"as_of": day.isoformat()}
        return f"/map?{urlencode({**kept, **today, 'lang': language.code})}"

    def draw(place: int, day: date, counts: Counts) -> Markup:
        told = language.words(
            "clock-counts",
            year=say_year(day, language),
            certain=counts[0],
            presumed=counts[1],
            possible=counts[2],
        )
        attributes = {
            "href": link(day),
            "tabindex": None if place == chosen else "-1",
            "aria-current": "date" if place == chosen else None,
            "aria-label": told,
            "title": told,
        }
        return element("li", None, element("a", attributes, _draw_bar(counts, most)))

    bars = [draw(place, day, counts) for place, (day, counts) in enumerate(years)]
    label = say_year(years[chosen][0], language)
    slider = element(
        "input",
        {
            "type": "range",
            "min": 0,
            "max": len(years) - 1,
            "value": chosen,
            "data-years": True,
            "aria-label": language.words("clock-slider"),
            "aria-valuetext": label,
            "class": "needs-script",
        },
    )
    play = element(
        "button",
        {"type": "button", "class": "needs-script", "data-play": language.words("clock-stop")},
        language.words("clock-play"),
    )
    return element(
        "section",
        {"class": "panel clock", "aria-label": language.words("clock-heading")},
        element(
            "svg", {"class": "patterns", "width": 0, "height": 0, "aria-hidden": "true"}, _draw_patterns()
        ),
        element("ol", {"class": "years"}, *bars),
        element(
            "div",
            {"class": "clock-tools"},
            slider,
            play,
            element("output", None, label),
            _draw_legend(language),
        ),
        _draw_second(kept, as_of, believed_on, years[-1][0], language),
    )


def _draw_patterns() -> Markup:
    return element(
        "defs", None, draw_pattern("presumed", "clock-presumed"), draw_pattern("possible", "clock-possible")
    )


def _draw_bar(counts: Counts, most: int) -> Markup:
    parts, top = [], float(HEIGHT)
    for name, count in zip(SHOWN, counts, strict=True):
        if count:
            height = max(1.0, count / most * (HEIGHT - 2))
            top -= height
            box = {"x": 2, "y": round(top, 1), "width": WIDTH - 4, "height": round(height, 1)}
            parts.append(element("rect", {"class": f"clock-{name}", **box}))
    size = {"width": WIDTH, "height": HEIGHT, "viewBox": f"0 0 {WIDTH} {HEIGHT}", "aria-hidden": "true"}
    return element("svg", size, *parts)


def _draw_legend(language: Language) -> Markup:
    box = {"y": 2, "width": SIDE, "height": SIDE - 4}
    signs = (
        element("li", None, draw_sign(element("rect", {"class": f"clock-{name}", **box})), said)
        for name in SHOWN
        for said in [element("span", None, language.words(f"certainty-{name}"))]
    )
    return element("ul", {"class": "legend"}, *signs)


def _draw_second(
    kept: Mapping[str, str], as_of: date | None, believed_on: date | None, today: date, language: Language
) -> Markup:
    """Draw the second clock: what the store held on a day."""
    hidden = {**kept, "lang": language.code}
    if as_of is not None and as_of != today:
        hidden["as_of"] = as_of.isoformat()
    hidden.pop("believed_on", None)
    inputs = [
        element("input", {"type": "hidden", "name": name, "value": value}) for name, value in hidden.items()
    ]
    shown = "" if believed_on is None else believed_on.isoformat()
    return element(
        "form",
        {"method": "get", "action": "/map", "class": "believed"},
        join_markup(inputs),
        element(
            "label",
            None,
            language.words("clock-believed"),
            " ",
            element(
                "input",
                {"name": "believed_on", "value": shown, "maxlength": 20, "dir": "ltr", "autocomplete": "off"},
            ),
        ),
        element("button", {"type": "submit"}, language.words("serve-ask")),
    )
