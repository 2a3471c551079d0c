"""Says how wide a name is when it is drawn, and which names fit beside each other."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graphmap.text import Name

UNKNOWN_LETTER = 0.7
"""Width in em of a letter that the page's font lacks."""

LAST_LETTER = 0.45
"""How much wider, in em, an Arabic word's last letter is than the same letter inside a word."""

LINE = 1.45
"""Height of a line of text in em."""


@dataclass(frozen=True)
class Box:
    """A box on a drawing, in its units: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box, margin: float = 0.0) -> bool:
        """Say whether two boxes come nearer than `margin`.

        >>> Box(0, 0, 2, 2).overlaps(Box(2, 0, 4, 2)), Box(0, 0, 2, 2).overlaps(Box(1, 1, 3, 3))
        (False, True)
        """
        return (
            self.left < other.right + margin
            and other.left < self.right + margin
            and self.top < other.bottom + margin
            and other.top < self.bottom + margin
        )


@cache
def _letter_widths() -> dict[str, float]:
    file = files("graphmap.views") / "static" / "letter_widths.json"
    widths: dict[str, float] = json.loads(file.read_text(encoding="utf-8"))
    return widths


def measure_text(text: str, size: float = 1.0) -> float:
    """Return the width of a text in the page's font, semibold, at a size; rather too much than too little."""
    widths = _letter_widths()
    em = sum(
        0.0 if unicodedata.combining(letter) else widths.get(letter, UNKNOWN_LETTER)
        for letter in unicodedata.normalize("NFC", text)
    )
    if any(unicodedata.bidirectional(letter) == "AL" for letter in text):
        em += LAST_LETTER * len(text.split())
    return em * size


def measure_name(name: Name, size: float, languages: Sequence[str] = ("en", "fa")) -> float:
    """Return the width of a name in the longer of the page's languages."""
    return max(measure_text(name.in_language(code), size) for code in languages)


def break_name(text: str, longest: float) -> tuple[str, ...]:
    """Break a name into at most two lines wider than `longest` em, as evenly as its words allow.

    >>> break_name("Tehran", 8), break_name("Chaharmahal and Bakhtiari", 8)
    (('Tehran',), ('Chaharmahal', 'and Bakhtiari'))
    """
    words = text.split(" ")
    if measure_text(text) <= longest or len(words) < 2:
        return (text,)
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(halves, key=lambda pair: max(map(measure_text, pair)))


def choose_fitting(boxes: Sequence[Sequence[Box]], apart: float = 0.0, fixed: int = 0) -> list[int | None]:
    """Choose for each label the first of its boxes that no box chosen before is nearer to than `apart`.

    None where all are. The first `fixed` stand where they are, each at its first box, whatever they meet.
    """
    taken: list[Box] = []
    chosen: list[int | None] = []
    for place, options in enumerate(boxes):
        fits = (
            i
            for i, box in enumerate(options)
            if place < fixed or not any(box.overlaps(other, apart) for other in taken)
        )
        at = next(fits, None)
        chosen.append(at)
        if at is not None:
            taken.append(options[at])
    return chosen
