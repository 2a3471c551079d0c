"""Every rule of a label or type, and whose records it judges: a new one is a function and its line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from graphmap.schema.draft import Draft
from graphmap.schema.nodes import Country, Source
from graphmap.schema.records import Record, Relationship
from graphmap.schema.relationships import In, Tie, TradesWith
from graphmap.schema.rules.home import check_home
from graphmap.schema.rules.learned import check_not_doubled, check_not_learned
from graphmap.schema.rules.places import check_unit
from graphmap.schema.rules.sources import check_claims
from graphmap.schema.rules.ties import check_ended, check_tie
from graphmap.schema.rules.trade import check_period

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Check(Generic[AnyRecord]):
    """A rule of one label or type: a function that blames a record in the draft of its batch.

    Its records are whole and have both ends; what every record obeys (rules/record.py) was judged before.
    """

    of: type[AnyRecord]
    judge: Callable[[AnyRecord, Draft], None]


CHECKS: tuple[Check[Any], ...] = (
    Check(Relationship, check_not_doubled),
    Check(Relationship, check_not_learned),
    Check(Country, check_home),
    Check(Tie, check_tie),
    Check(Tie, check_ended),
    Check(In, check_unit),
    Check(Source, check_claims),
    Check(TradesWith, check_period),
)
"""All of them, in the order in which their faults are told."""


@cache
def checks_of(cls: type[Record]) -> tuple[Check[Any], ...]:
    """Return the checks that judge the records of a label or type."""
    return tuple(check for check in CHECKS if issubclass(cls, check.of))
