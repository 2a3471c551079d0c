"""Analyses: pure functions from a snapshot to frozen findings, and the list of them, one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graphmap.analysis.findings import Doubt, Finding, Findings, PlaceName
from graphmap.analysis.overlaps import Overlap, find_overlaps
from graphmap.analysis.rivals import (
    RivalPair,
    Rivalry,
    Rivals,
    find_rivals,
    say_verdict,
)
from graphmap.analysis.scope import Counted, Scope, find_country
from graphmap.analysis.sole_contacts import SoleContact, find_sole_contacts


@dataclass(frozen=True, slots=True)
class Analysis:
    """An analysis: the function that finds, and the question it answers, in English and Persian."""

    find: Callable[..., Findings[Any]]
    question: str
    question_fa: str


ANALYSES: Mapping[str, Analysis] = {
    "overlaps": Analysis(
        find_overlaps, "Where do provinces' ties overlap?", "پیوندهای استان‌ها کجا هم‌پوشانی دارد؟"
    ),
    "rivals": Analysis(
        find_rivals,
        "Where do provinces court the same partner?",
        "استان‌ها کجا بر سر یک طرف خارجی رقابت دارند؟",
    ),
    "sole_contacts": Analysis(
        find_sole_contacts, "Whom does one province alone deal with?", "با چه کسانی تنها یک استان پیوند دارد؟"
    ),
}
"""Every analysis. A new one is a module of this folder and its line here."""

__all__ = [
    "ANALYSES",
    "Analysis",
    "Counted",
    "Doubt",
    "Finding",
    "Findings",
    "Overlap",
    "PlaceName",
    "RivalPair",
    "Rivalry",
    "Rivals",
    "Scope",
    "SoleContact",
    "find_country",
    "find_overlaps",
    "find_rivals",
    "find_sole_contacts",
    "say_verdict",
]
