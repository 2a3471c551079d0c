"""The time of the page of all panels: how many ties hold in each year, and how surely; a year is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from urllib.parse import urlencode

import numpy as np
from markupsafe import Markup

from graphmap.analysis.scope import Scope, select_ties
from graphmap.dates import FIRST_DAY, from_solar, to_solar
from graphmap.language import Language
from graphmap.scales import CERTAINTIES
from graphmap.store.snapshot import Snapshot
from graphmap.views.elements import element, join_markup
from graphmap.views.legends import SIDE, draw_sign
from graphmap.views.marks import draw_pattern
from graphmap.web.forms import write_day

MOST_YEARS = 40
"""How many years are shown, the latest."""

HEIGHT, WIDTH = 46, 22
SHOWN = CERTAINTIES[:0:-1]
"""From the ground up."""

Counts = tuple[int, int, int]


def list_years(snapshot: Snapshot, today: date, *, solar: bool = False) -> list[date]:
    """Return the days at which the years are looked at: the last of each, and today of the present one.

    The years are those of the reader's calendar, the Solar Hijri one where `solar`.
    """
    known = snapshot.ties.since_earliest
    known = known[known > np.datetime64(FIRST_DAY, "D")]
    first: date = known.min().item() if len(known) else today
    begun, now = (to_solar(first), to_solar(today)) if solar else (None, None)
    if begun and now:
        years = range(max(begun[0], now[0] - MOST_YEARS + 1), now[0])
        return [from_solar(year + 1, 1, 1) - timedelta(days=1) for year in years] + [today]
    years = range(max(first.year, today.year - MOST_YEARS + 1), today.year)
    return [date(year, 12, 31) for year in years] + [today]


def count_years(snapshot: Snapshot, days: list[date], presume: int) -> list[Counts]:
    """Count the ties that hold on each of some days: certainly, presumed, possibly."""
    found = []
    for day in days:
        selection = select_ties(snapshot, Scope("country", as_of=day, presume=presume))
        sure = np.bincount(selection.certainty[selection.present], minlength=len(CERTAINTIES))
        certain, presumed, possible = (int(sure[CERTAINTIES.index(name)]) for name in SHOWN)
        found.append((certain, presumed, possible))
    return found


def draw_clock(
    years: list[tuple[date, Counts]],
    given: Mapping[str, str],
    as_of: date | None,
    believed_on: date | None,
    begun: date | None,
    language: Language,
) -> Markup:
    """Draw the strip of years, each a link to the page on its day, the slider, and the second clock.

    `begun` is the day of the first that the store was told.
    """
    chosen = next((place for place, (day, _) in enumerate(years) if as_of and day >= as_of), len(years) - 1)
    kept = {name: value for name, value in given.items() if value and name != "as_of"}
    return element(
        "section",
        {"class": "panel clock", "aria-label": language.words("clock-heading")},
        element(
            "svg", {"class": "patterns", "width": 0, "height": 0, "aria-hidden": "true"}, _draw_patterns()
        ),
        element("ol", {"class": "years"}, *_draw_years(years, chosen, kept, language)),
        element("div", {"class": "clock-tools"}, *_draw_tools(years, chosen, language)),
        _draw_second(kept, as_of, believed_on, years[-1][0], begun, language),
    )


def _draw_years(
    years: list[tuple[date, Counts]], chosen: int, kept: Mapping[str, str], language: Language
) -> Iterator[Markup]:
    """Draw a bar a year, each a link to the page on its day."""
    most = max((sum(counts) for _, counts in years), default=0) or 1
    for place, (day, counts) in enumerate(years):
        certain, presumed, possible = counts
        told = language.words(
            "clock-counts", year=language.day(day), certain=certain, presumed=presumed, possible=possible
        )
        asked = kept if day == years[-1][0] else {**kept, "as_of": day.isoformat()}
        attributes = {
            "href": f"/map?{urlencode({**asked, 'lang': language.code})}",
            "tabindex": None if place == chosen else "-1",
            "aria-current": "date" if place == chosen else None,
            "aria-label": told,
            "title": told,
        }
        yield element("li", None, element("a", attributes, _draw_bar(counts, most)))


def _draw_tools(years: list[tuple[date, Counts]], chosen: int, language: Language) -> Iterator[Markup]:
    """Draw what goes through the years, which is chosen, and what the bars mean."""
    label = language.day(years[chosen][0])
    slider = {
        "type": "range",
        "min": 0,
        "max": len(years) - 1,
        "value": chosen,
        "data-years": True,
        "aria-label": language.words("clock-slider"),
        "aria-valuetext": label,
        "class": "needs-script",
    }
    yield element("input", slider)
    play = {"type": "button", "class": "needs-script", "data-play": language.words("clock-stop")}
    yield element("button", play, language.words("clock-play"))
    yield element("output", None, label)
    yield _draw_legend(language)


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
    kept: Mapping[str, str],
    as_of: date | None,
    believed_on: date | None,
    today: date,
    begun: date | None,
    language: Language,
) -> Markup:
    """Draw the second clock: what the store held on a day."""
    hidden = {**kept, "lang": language.code}
    if as_of is not None and as_of != today:
        hidden["as_of"] = as_of.isoformat()
    hidden.pop("believed_on", None)
    inputs = [
        element("input", {"type": "hidden", "name": name, "value": value}) for name, value in hidden.items()
    ]
    shown = "" if believed_on is None else write_day(believed_on.isoformat(), language)
    told = None if begun is None else language.words("clock-begun", day=begun)
    helped = element("span", {"class": "quiet", "id": "believed-help"}, told)
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
                {
                    "name": "believed_on",
                    "value": shown,
                    "maxlength": 20,
                    "dir": "ltr",
                    "autocomplete": "off",
                    "aria-describedby": told and "believed-help",
                },
            ),
        ),
        element("button", {"type": "submit"}, language.words("serve-ask")),
        helped if told else "",
    )
