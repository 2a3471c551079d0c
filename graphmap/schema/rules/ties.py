"""A tie starts at home and leads abroad, and is not over before it can have ended."""

from __future__ import annotations

from datetime import timedelta

from graphmap.dates import OPEN, find_days
from graphmap.schema.draft import Draft
from graphmap.schema.kinds_of_tie import find_nature
from graphmap.schema.nodes import Country, Source
from graphmap.schema.relationships import Tie
from graphmap.schema.rules.counting import ENDED


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


def check_ended(tie: Tie, draft: Draft) -> None:
    """Check that a commitment said to have ended does not end after the last day on which that was said.

    An event is over when anyone speaks of it.
    """
    if tie.stage != ENDED or not tie.until or find_nature(tie.kind) == "event":
        return
    end = find_days(tie.until).earliest
    if tie.until == OPEN:
        problem = "is open, and the stage says that the tie has ended"
        draft.blame(tie.identity, problem, "the day on which it ended, or another stage", "until", tie.until)
        return
    sources = (draft.node(identity) for identity in tie.sources or ())
    read = [source for source in sources if isinstance(source, Source)]
    said = [source.retrieved for source in read if source.retrieved]
    said += [find_days(day).latest for source in read if (day := source.published)]
    said += [find_days(day).latest for day in tie.attested or ()]
    # The end is the first day on which it no longer holds, and may be told on the last on which it does.
    if said and end > max(said) + timedelta(days=1):
        problem = f"lies after {max(said)}, when the tie was said to have ended"
        draft.blame(tie.identity, problem, "the day on which it ended, or another stage", "until", tie.until)
