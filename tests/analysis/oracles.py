"""Measures written out as the books have them, and what only worked examples need."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Any

from graphmap.analysis.measures import Activity


def measure_jaccard(one: AbstractSet[Any], other: AbstractSet[Any]) -> float | None:
    """Return |A and B| / |A or B|, None where both are empty (Jaccard 1912).

    >>> measure_jaccard({"IRQ", "TUR", "AZE", "ARM"}, {"IRQ", "TUR", "CHN"})
    0.4
    """
    return len(one & other) / len(one | other) if one or other else None


def measure_smaller_share(one: AbstractSet[Any], other: AbstractSet[Any]) -> float | None:
    """Return |A and B| / min(|A|, |B|), None where either is empty (Szymkiewicz 1934, Simpson 1943).

    >>> measure_smaller_share({"TUR"}, {"IRQ", "TUR", "AZE", "ARM"})
    1.0
    """
    return len(one & other) / min(len(one), len(other)) if one and other else None


def merge_sectors(activities: Sequence[Activity]) -> list[Activity]:
    """Return the activities with all sectors as one, in which their intensities add up.

    They must add up: taking the strongest can lower R, which merging by sum never does.
    """
    merged = []
    for start, end in pairwise(sorted({day for one in activities for day in (one.start, one.end)})):
        strongest: dict[str, float] = {}
        for sector, since, until, intensity, _ in activities:
            if sector is not None and since <= start < until:
                strongest[sector] = max(strongest.get(sector, 0.0), intensity)
        if weight := sum(strongest.values()):
            merged.append(Activity("all", start, end, weight))
    return merged
