"""A tie starts at home and leads abroad."""

from __future__ import annotations

from graphmap.schema.draft import Draft
from graphmap.schema.nodes import Country
from graphmap.schema.relationships import Tie


def check_tie(tie: Tie, draft: Draft) -> None:
    """Check that a tie starts in the home country and leads out of it."""
    home = draft.home
    if home is None or draft.node(tie.start) is None or draft.node(tie.target) is None:
        return
    if home.identity in (tie.target, *draft.above(tie.target)):
        problem = f"lies in {home.name}, the home country"
        draft.blame(tie.identity, problem, "a foreign place, counterpart or mission", "to_id", tie.target)
    top = draft.node([tie.start, *draft.above(tie.start)][-1])
    if isinstance(top, Country) and top.identity != home.identity:
        right = "a province of the home country, one of its cities or bodies"
        draft.blame(tie.identity, f"lies abroad, in {top.name}", right, "from_id", tie.start)
