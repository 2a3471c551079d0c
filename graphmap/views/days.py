"""Other days that a page can show: how its ties stood on each, and what provinces were to each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graphmap.analysis.scope import Scope, select_ties
from graphmap.views.fact_rows import BESIDE
from graphmap.views.gather import list_beside
from graphmap.views.page_data import PageData
from graphmap.views.pairs import Pairs, find_pairs

YEARS_BACK = 5
"""For how many years before its own a page carries the same day of the year."""

MOST_TIES = 1000
"""Up to how many ties a page carries other days: beyond it the explorer answers for any."""

NOT_YET = "-"
"""The sign of a tie that had not begun on a day."""


def carry_days(page: PageData) -> PageData:
    """Return a page with the other days that it can show; none where no tie has a day, or too many."""
    dated = any(tie.since or tie.last_sign for tie in page.ties)
    if page.as_of is None or not dated or len(page.ties) > MOST_TIES:
        return page
    return replace(page, days=tuple(_step_back(page.as_of, years) for years in range(1, YEARS_BACK + 1)))


def find_standing(page: PageData, day: date) -> tuple[str, Pairs]:
    """Return a sign for each tie of a page, those that count first, as it stood on a day; and the pairs then.

    No tie that stood then is lost: each that had begun stands on the page, with those that have ended beside.
    """
    snapshot = page.snapshot
    ids = snapshot.ties.ids
    signs = {ids[row]: "abc"[BESIDE.index(why) - 1] for row, why in list_beside(snapshot, day)}
    selection = select_ties(snapshot, Scope("country", as_of=day, presume=page.presume))
    for row, certainty in zip(selection.ties.tolist(), selection.certainty.tolist(), strict=True):
        signs[ids[row]] = str(certainty)
    shown = "".join(signs.get(tie.id, NOT_YET) for tie in (*page.ties, *page.beside))
    return shown, find_pairs(snapshot, day, page.presume)


def _step_back(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February, or before the first year
        return day.replace(year=max(day.year - years, 1), day=min(day.day, 28))
