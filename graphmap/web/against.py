"""What would turn the verdict on each pair of rivals of the start, found beside the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from graphmap.analysis.overturn import describe_turns
from graphmap.analysis.overturning import Overturn
from graphmap.analysis.pairs import RivalPair
from graphmap.analysis.scope import Scope
from graphmap.web.decisions import Chosen, choose_decisions
from graphmap.web.sharing import Held

Turns = Sequence[Overturn]


def _name(day: date) -> str:
    return f"what would turn the rivals shown on {day}"


def find_turns(held: Held, day: date) -> Turns:
    """Return what would turn each pair of rivals that the start shows on a day; found once and kept."""

    def make() -> Turns:
        return turn_pairs(held, choose_decisions(held, day), day)

    return held.keep(_name(day), make)


def find_kept_turns(held: Held, day: date) -> Turns | None:
    """Return the same where it is found already, None where it is not: nobody waits for it."""
    found: Turns | None = held.find_kept(_name(day))
    return found


def turn_pairs(held: Held, chosen: Chosen, day: date) -> Turns:
    """Return what would turn each of the pairs that were chosen, in their order."""
    found: dict[RivalPair, Overturn] = {}
    for level in {pair.level for pair in chosen.rivals}:
        some = [pair for pair in chosen.rivals if pair.level == level]
        turned = describe_turns(held.snapshot, Scope(level, as_of=day), some)
        found |= dict(zip(some, turned, strict=True))
    return [replace(found[pair], rank=place) for place, pair in enumerate(chosen.rivals, start=1)]
