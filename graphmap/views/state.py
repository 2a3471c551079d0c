"""What a page's state is made of: its keys, as the address holds them, and where a page begins."""

from __future__ import annotations

from typing import Literal, get_args

from graphmap.views.page_data import PageData

StateKey = Literal["lang", "country", "province", "sector", "level", "as_of", "query"]

STATE_KEYS: tuple[StateKey, ...] = get_args(StateKey)
"""In the order in which an address names them."""

CHOSEN_KEYS = STATE_KEYS[: STATE_KEYS.index("query")]
"""What is chosen on a page; the query only narrows its table of ties."""

PAIR_MARK = "*"
"""Stands between two provinces where two are chosen, `province=IR-04*IR-23`; no id holds it."""

WHOLE_HISTORY = "all"
"""What `as_of` is where no day is chosen, here as on the command line."""


def find_start(page: PageData) -> dict[StateKey, str]:
    """Return the state in which a page opens; what it does not name is blank, `lang` what the page is in."""
    choice = page.choice
    return {
        "country": choice.country or "",
        "province": PAIR_MARK.join(filter(None, (choice.province, choice.other))),
        "sector": choice.sector or "",
        "level": page.level,
        "as_of": page.as_of.isoformat() if page.as_of else WHOLE_HISTORY,
    }
