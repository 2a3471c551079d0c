"""Spans of days, as ordinals: joined where they meet, and counted where two lists of them hold at once."""

from __future__ import annotations

from graphmap.dates import FIRST_DAY, LAST_DAY

_FIRST, _LAST = FIRST_DAY.toordinal(), LAST_DAY.toordinal()


def count_common(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> int | None:
    """Return the number of days in both of two lists of spans; None where a mark would be summed."""
    total = 0
    for start, end in _join(one):
        for first, last in _join(other):
            low, high = max(start, first), min(end, last)
            if low < high:
                if low == _FIRST or high == _LAST:
                    return None
                total += high - low
    return total


def _join(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that meet or overlap joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
