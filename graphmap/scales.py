"""The scales on which graphmap judges: each word once, in order, for code, reports, options and pages alike.

What a word is called in a language stands in the messages, under the name that `name_message` returns.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Level = Literal["counterpart", "city", "region", "country"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""The levels at which a target can be looked at, the finest first."""

Certainty = Literal["none", "possible", "presumed", "certain"]
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
"""How sure it is that something holds, the least first."""

SURE = CERTAINTIES.index("presumed")
"""From this place among them on something is there; what only possibly holds is told beside."""

Verdict = Literal[
    "none",
    "in contact",
    "joint",
    "possibly successive",
    "successive",
    "possibly complementary",
    "complementary",
    "possible",
    "presumed",
    "certain",
]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""What two provinces are to each other toward a target, the weakest first; the last three are rivalry.

Presumed is what is certain if commitments of unknown end go on for some years after their last sign of life;
joint is what stands on one act of both; in contact are two of which one has a commitment there, the other
events alone (methods 3.4).
"""

RIVALRY: tuple[Verdict, ...] = ("certain", "presumed")
"""The verdicts that count as rivalry wherever pairs are counted, the strongest first; what is possible is
said beside."""

Natures = Literal["commitments", "events", "all"]
NATURES: tuple[Natures, ...] = get_args(Natures)
"""What a question can rest on: on what lasts, on what passes, on both."""

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""How grave what a check finds is, the gravest first."""

PRESUMED_YEARS = 5
"""How many years after its last sign of life a commitment of unknown end is presumed to go on."""

AbsenceAnswer = Literal["cannot tell", "none recorded"]
ABSENCE_ANSWERS: tuple[AbsenceAnswer, ...] = get_args(AbsenceAnswer)
"""What can be said where nothing is recorded, the weakest first."""

Significance = Literal["too few ties to tell", "as expected", "leaning", "above chance"]
SIGNIFICANCES: tuple[Significance, ...] = get_args(Significance)
"""Whether two share more than chance lets expect, the least first (methods 2)."""

GapSort = Literal[
    "border without tie",
    "mission without tie",
    "tie without mission",
    "trade without tie",
    "sole contact",
    "contact without document",
]
GAP_SORTS: tuple[GapSort, ...] = get_args(GapSort)
"""The sorts of gaps, in the order in which they are told."""

SCALES: Mapping[str, tuple[str, ...]] = {
    "level": LEVELS,
    "certainty": CERTAINTIES,
    "verdict": VERDICTS,
    "absence": ABSENCE_ANSWERS,
    "nature": NATURES,
    "significance": SIGNIFICANCES,
    "gap-sort": GAP_SORTS,
}
"""The scales by name."""


def name_message(scale: str, word: str) -> str:
    """Return the name of the message that says a word of a scale.

    >>> name_message("verdict", "possibly successive")
    'verdict-possibly-successive'
    """
    return f"{scale}-{word.replace(' ', '-')}"


def name_field(name: str) -> str:
    """Return the name of the message that says what a parameter is called on a page.

    >>> name_field("as_of")
    'parameter-as-of'
    """
    return f"parameter-{name.replace('_', '-')}"
