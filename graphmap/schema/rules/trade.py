"""Trade is of a time: a Gregorian year or another period, and not of two."""

from __future__ import annotations

from graphmap.schema.draft import Draft
from graphmap.schema.relationships import TradesWith


def check_period(trade: TradesWith, draft: Draft) -> None:
    """Check that trade says of what time it is, once."""
    identity = trade.identity
    if trade.year is None and trade.period is None:
        problem = f"is blank, and the {trade.stored_as} {identity} needs it or a period"
        draft.blame(identity, problem, "a Gregorian year such as 2023, or a period such as 1402", "year")
    elif trade.year is not None and trade.period is not None:
        problem = f"stands beside the year {trade.year}"
        draft.blame(identity, problem, "a year or a period, the other blank", "period", trade.period)
