"""The graph has one home country, and keeps it."""

from __future__ import annotations

from graphmap.schema.draft import Draft
from graphmap.schema.nodes import Country


def check_home(country: Country, draft: Draft) -> None:
    """Check that a country is the home if the graph says so, and only then."""
    home, identity = draft.home, country.identity
    if home is None:
        return
    if country.home and home.identity != identity:
        right = f"no: the home of this graph is {home.identity}"
        draft.blame(identity, "is a second home country", right, "home", "yes")
    elif home.identity == identity and not country.home:
        draft.blame(identity, "is the home of this graph", "yes", "home", "no")
