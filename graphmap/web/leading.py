"""What stands below the title of the page of all panels: the years, and where what is chosen leads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from urllib.parse import urlencode

from markupsafe import Markup

from graphmap.language import Language
from graphmap.questions.phrases import PAIR_MARK
from graphmap.views.elements import element
from graphmap.views.page_data import PageData
from graphmap.views.state import find_start
from graphmap.web.clock import Counts, count_years, draw_clock, list_years
from graphmap.web.decisions import link
from graphmap.web.sharing import Held


def draw_above(
    held: Held, page: PageData, given: Mapping[str, str], today: date, language: Language
) -> Markup:
    """Draw what stands between the title and the panels: the years, and where what is chosen leads."""
    solar = language.code == "fa"

    def count() -> list[tuple[date, Counts]]:
        days = list_years(page.snapshot, today, solar=solar)
        return list(zip(days, count_years(page.snapshot, days, page.presume), strict=True))

    years = held.keep(f"years {today} {page.presume} {page.believed_on} {solar}", count)
    begun = held.keep("begun", lambda: find_begun(held))
    start = find_start(page)
    state = {name: start[name] for name in ("country", "province", "sector") if start[name]}
    begin = "|".join(filter(None, [start["country"], *start["province"].split(PAIR_MARK)]))
    kept = {name: value for name, value in given.items() if name != "query"}
    leads = element(
        "nav",
        {"class": "leads", "aria-label": language.words("clock-leads")},
        element(
            "a",
            {
                "href": link("/evidence", language, **kept),
                "data-state-link": True,
                "data-drawer": True,
                "data-close": language.words("evidence-close"),
            },
            language.words("evidence-of"),
        ),
        " ",
        element(
            "a",
            {"href": link("/meeting", language, item=urlencode(state)), "data-agenda": urlencode(state)},
            language.words("meeting-add"),
        ),
        " ",
        element(
            "a",
            {"href": link("/canvas", language, start=begin), "data-explore": True},
            language.words("canvas-explore-this"),
        ),
        " ",
        element(
            "a",
            {"href": link("/map", language, **kept, format="file"), "data-file": True},
            language.words("serve-take-file"),
        ),
    )
    return draw_clock(years, given, page.as_of, page.believed_on, begun, language) + leads


def find_begun(held: Held) -> date | None:
    """Return the day of the first write that the store keeps, None where it keeps none."""
    moments = [one.at for one in held.session.store.changesets() if one.at]
    return min((datetime.fromisoformat(one).date() for one in moments), default=None)
