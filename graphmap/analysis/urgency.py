"""How urgent it is that two provinces are brought together: I, with weights that a committee can set.

I = R (base + capacity k + nearness l): R is the share of rivalry, k from 0 to 1 how alike the capacities of
the two are, l how near the target is (methods 3.2). Where k is not known, I is a range. The weights are a
convention; they stand in the TOML file that lays down a plan (analysis/plan_rules.py), each part at will:

    [urgency]
    base = 0.5
    capacity = 0.25
    nearness = 0.25

    [intention]
    months = 24            # so long after its last sign an intention is protected

    [[likeness]]           # how alike the capacities of two provinces are, where that is known
    provinces = ["Qom", "Isfahan"]
    share = 0.5
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from graphmap.analysis.given import RULES_PARTS, GivenFile, offer, read_number
from graphmap.scales import LEVELS, Level
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot

Span = tuple[float, float]
"""The least and the most that something can be."""

NEARNESS: Mapping[Level, float] = {
    level: place / (len(LEVELS) - 1) for place, level in enumerate(reversed(LEVELS))
}
"""How near a target of each level is: a country 0, a region 1/3, a city 2/3, a counterpart 1."""

GUIDE = "docs/pipeline.md"
MOVED = 0.1
"""By so much each weight is moved, to see whether the first ten would change."""
MOST_MONTHS = 1200


@dataclass(frozen=True, slots=True)
class UrgencyWeights:
    """What each part of I weighs."""

    base: float = 0.5
    capacity: float = 0.25
    nearness: float = 0.25

    def measure(self, rivalry: Span, likeness: Span, level: Level) -> Span:
        """Return the least and the most that I can be.

        >>> weights = UrgencyWeights()
        >>> [round(one, 4) for one in weights.measure((0.2, 0.2), (0, 1), "city")]
        [0.1333, 0.1833]
        >>> round(weights.measure((0.2, 0.2), (0.5, 0.5), "city")[0], 4)
        0.1583
        """
        fixed = self.base + self.nearness * NEARNESS[level]
        least, most = (
            share * (fixed + self.capacity * alike) for share, alike in zip(rivalry, likeness, strict=True)
        )
        return least, most

    def move(self) -> Iterator[UrgencyWeights]:
        """Yield the weights with one of them moved by MOVED, up and down, none below 0."""
        for one in fields(self):
            for step in (-MOVED, MOVED):
                yield replace(self, **{one.name: max(0.0, getattr(self, one.name) + step)})


@dataclass(frozen=True)
class Convention:
    """What is laid down: weights, how long an intention is protected, likeness of pairs (rows of places)."""

    weights: UrgencyWeights = field(default_factory=UrgencyWeights)
    months: int = 24
    likeness: Mapping[frozenset[int], float] = field(default_factory=dict)

    def find_likeness(self, *provinces: int) -> Span:
        """Return how alike two provinces are; anything where that is not known."""
        known = self.likeness.get(frozenset(provinces))
        return (0.0, 1.0) if known is None else (known, known)


def read_convention(snapshot: Snapshot, text: str | None) -> Convention:
    """Read it from the text of a TOML file; Faults names all that is wrong."""
    if text is None:
        return Convention()
    reader = GivenFile(snapshot, text, "rules")
    convention = take_convention(reader, reader.read_toml(RULES_PARTS, GUIDE))
    reader.check()
    return convention


def take_convention(reader: GivenFile, held: Mapping[str, Any]) -> Convention:
    """Take it from the parts of a file that was read; `reader` keeps what is wrong."""
    weights = UrgencyWeights(**_read_weights(reader, reader.take(held, "urgency", dict)))
    months = Convention.months
    for name, value in reader.take(held, "intention", dict).items():
        line = reader.line("intention", name)
        if name != "months":
            reader.blame("is no part of [intention]", "months", value=name, line=line)
        elif isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= MOST_MONTHS:
            right = f"a whole number from 1 to {MOST_MONTHS}"
            reader.blame("is no number of months", right, f"intention.{name}", value, line)
        else:
            months = value
    likeness = dict(_read_likeness(reader, reader.take(held, "likeness", list)))
    return Convention(weights, months, likeness)


def _read_weights(reader: GivenFile, given: Mapping[str, Any]) -> dict[str, float]:
    known = tuple(one.name for one in fields(UrgencyWeights))
    read = {}
    for name, value in given.items():
        number, line = read_number(value, 1), reader.line("urgency", name)
        if name not in known:
            reader.blame("is no weight of the urgency", offer(name, known), value=name, line=line)
        elif number is None:
            reader.blame("is no weight", "a number from 0 to 1", f"urgency.{name}", value, line)
        else:
            read[name] = number
    return read


def _read_likeness(reader: GivenFile, given: list[Any]) -> Iterator[tuple[frozenset[int], float]]:
    for number, entry in enumerate(given, 1):
        line = reader.line("likeness", number)
        names = entry.get("provinces") if isinstance(entry, dict) else None
        if not isinstance(names, list) or len(names) != 2:
            reader.blame("names no two provinces", 'provinces = ["Qom", "Isfahan"]', "likeness", line=line)
            continue
        listed = reader.line("likeness", number, "provinces")
        rows = frozenset(reader.find_row("Province", name, "likeness.provinces", listed) for name in names)
        share = read_number(entry.get("share"), 1)
        if share is None:
            line = reader.line("likeness", number, "share")
            reader.blame("is no share", "a number from 0 to 1", "likeness.share", entry.get("share"), line)
        elif NOTHING not in rows and len(rows) == 2:
            yield rows, share
