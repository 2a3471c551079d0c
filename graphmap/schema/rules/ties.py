"""A tie starts at home and leads abroad, and is not over before it can have ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from graphmap.dates import OPEN, find_days
from graphmap.schema.draft import Draft
from graphmap.schema.kinds_of_tie import find_nature
from graphmap.schema.nodes import City, Country, Province, Source
from graphmap.schema.records import Record
from graphmap.schema.relationships import Tie
from graphmap.schema.rules.counting import ENDED

SHOWN = 5
"""How many ids a note lists."""


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


def note_of_no_province(created: Iterable[Record], draft: Draft) -> None:
    """Note how many new ties of cities at home count for no province: none is known to hold the city."""
    starts = [
        record.start
        for record in created
        if isinstance(record, Tie) and isinstance(draft.node(record.start), City)
        if not any(isinstance(draft.node(place), Province) for place in draft.above(record.start))
    ]
    if not starts:
        return
    cities = list(dict.fromkeys(starts))
    shown = ", ".join(cities[:SHOWN]) + (" …" if len(cities) > SHOWN else "")
    count = "1 new tie counts" if len(starts) == 1 else f"{len(starts):,} new ties count"
    draft.notes.append(f"{count} for no province, since no IN row says in which one the city lies: {shown}")
