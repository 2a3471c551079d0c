"""The measures of rivalry toward one target: verdicts, shares of sector-time, crowding, concentration.

An activity is what one province does toward the target: a sector, a start, an end (excluded) and an
intensity. Time is any number, such as the ordinal of a day. Several activities of one sector at one time
count as the strongest of them, so that copies do not add up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from graphmap.scales import Verdict


class Activity(NamedTuple):
    """What a province does toward a target in one sector (None: not known), from start to end (excluded)."""

    sector: str | None
    start: float
    end: float
    intensity: float = 1.0


@dataclass(frozen=True, slots=True)
class Shares:
    """How what two provinces do toward a target divides, three numbers from 0 to 1 whose sum is 1.

    `rivalry` (R) is in the same sector at the same time, `complementarity` (C) at the same time in different
    sectors, `one_sided` (U) by one alone.
    """

    rivalry: float
    complementarity: float
    one_sided: float


def judge_rivalry(target: bool | None, time: bool | None, sector: bool | None) -> Verdict:
    """Say what two ties are to each other by same target, common time, same sector (None: unknown).

    Kleene's three-valued logic: nothing is certain that rests on an unknown, nothing possible on a no.

    >>> judge_rivalry(True, True, True), judge_rivalry(True, True, None), judge_rivalry(True, None, False)
    ('certain', 'possible', 'possibly complementary')
    >>> judge_rivalry(True, False, True), judge_rivalry(True, False, None), judge_rivalry(False, None, None)
    ('successive', 'possibly successive', 'none')
    """
    if target is False:
        return "none"
    if time is False:
        return "none" if sector is False else "successive" if sector and target else "possibly successive"
    unknown = target is None or time is None
    if sector is False:
        return "possibly complementary" if unknown else "complementary"
    return "possible" if unknown or sector is None else "certain"


def measure_shares(one: Sequence[Activity], other: Sequence[Activity]) -> Shares | None:
    """Return R, C and U of two provinces toward one target; None if neither is ever there.

    With x(s, t) the intensity in sector s at time t (0 where none):
    R = sum of min(x, y) / sum of max(x, y) over sectors and time,
    C = 2 sum over time of [min(sum of x, sum of y) - sum of min(x, y)] / the same, U = 1 - R - C.

    In months, one in trade and later tourism, the other in investment and later trade:

    >>> one = [Activity("trade", 0, 48), Activity("tourism", 24, 48)]
    >>> other = [Activity("trade", 24, 72), Activity("investment", 0, 24)]
    >>> measure_shares(one, other)
    Shares(rivalry=0.2, complementarity=0.4, one_sided=0.4)
    """
    rivalry = paired = whole = 0.0
    for start, end in _divide_time([*one, *other]):
        x, y = _weigh(one, start), _weigh(other, start)
        sectors = x.keys() | y.keys()
        common = sum(min(x[sector], y[sector]) for sector in sectors)
        rivalry += (end - start) * common
        paired += (end - start) * 2 * (min(sum(x.values()), sum(y.values())) - common)
        whole += (end - start) * sum(max(x[sector], y[sector]) for sector in sectors)
    if whole == 0:
        return None
    share, complement = rivalry / whole, paired / whole
    return Shares(share, complement, max(0.0, 1 - share - complement))


class Presence(NamedTuple):
    """What a province does toward a target: what is certain, and all that is possible."""

    certain: Sequence[Activity]
    possible: Sequence[Activity]


def bound_rivalry(one: Presence, other: Presence) -> tuple[float, float] | None:
    """Return the least and the most that R can be; None if neither is possibly ever there.

    For the least, an unknown sector is a class of its own that meets nothing; for the most, it meets
    anything. Both are safe: every way to fill in what is unknown gives an R between them. They need not be
    reached.

    >>> trade, unknown = [Activity("trade", 0, 48)], [Activity(None, 24, 72)]
    >>> least, most = bound_rivalry(Presence(trade, trade), Presence(unknown, unknown))
    >>> least, round(most, 4)
    (0.0, 0.3333)
    """
    least = most = smallest = largest = 0.0
    for start, end in _divide_time([*one.certain, *one.possible, *other.certain, *other.possible]):
        span = end - start
        sure_x, sure_y = _weigh(one.certain, start), _weigh(other.certain, start)
        x, y = _weigh(one.possible, start), _weigh(other.possible, start)
        free_x, free_y = _weigh_unknown(one.possible, start), _weigh_unknown(other.possible, start)
        sectors = x.keys() | y.keys() | sure_x.keys() | sure_y.keys()
        common = sum(min(x[sector], y[sector]) for sector in sectors)
        free = sum(free_x) + sum(free_y)
        reach = min(sum(x.values()) + sum(free_x), sum(y.values()) + sum(free_y))
        least += span * sum(min(sure_x[sector], sure_y[sector]) for sector in sectors)
        most += span * min(reach, common + free)
        largest += span * (sum(max(x[sector], y[sector]) for sector in sectors) + free)
        alone = [*_weigh_unknown(one.certain, start), *_weigh_unknown(other.certain, start), 0.0]
        smallest += span * max(sum(max(sure_x[sector], sure_y[sector]) for sector in sectors), *alone)
    if largest == 0:
        return None
    return least / largest, most / max(most, smallest) if most else 0.0


def measure_crowding(provinces: Iterable[Sequence[Activity]]) -> float | None:
    """Return K, the share of active sector-time with two provinces or more; None if none is there.

    >>> one = [Activity("trade", 0, 48), Activity("tourism", 24, 48)]
    >>> other = [Activity("trade", 24, 72), Activity("investment", 0, 24)]
    >>> measure_crowding([one, other, [Activity("trade", 36, 60)]])
    0.3
    """
    steps: dict[str | None, dict[float, int]] = defaultdict(lambda: defaultdict(int))
    for activities in provinces:
        for sector, spans in _join_spans(activities).items():
            for start, end in spans:
                steps[sector][start] += 1
                steps[sector][end] -= 1
    active = crowded = 0.0
    for changes in steps.values():
        days = sorted(changes)
        present = 0
        for start, end in pairwise(days):
            present += changes[start]
            active += (end - start) * (present >= 1)
            crowded += (end - start) * (present >= 2)
    return crowded / active if active else None


def measure_concentration(amounts: Iterable[float]) -> float | None:
    """Return the sum of squared shares (Herfindahl-Hirschman), 1 where one holds all; None of nothing.

    Its inverse is the effective number (Laakso and Taagepera 1979).

    >>> measure_concentration([2, 1, 1]), measure_concentration([])
    (0.375, None)
    """
    held = list(amounts)
    whole = sum(held)
    return sum(amount * amount for amount in held) / whole**2 if whole else None


def _divide_time(activities: Iterable[Activity]) -> Iterator[tuple[float, float]]:
    """Yield the spans between the days on which anything changes."""
    days = sorted({day for activity in activities for day in (activity.start, activity.end)})
    yield from pairwise(days)


def _weigh(activities: Iterable[Activity], at: float) -> defaultdict[str, float]:
    """Return the intensity of each known sector at a time."""
    weights: defaultdict[str, float] = defaultdict(float)
    for sector, start, end, intensity in activities:
        if sector is not None and start <= at < end:
            weights[sector] = max(weights[sector], intensity)
    return weights


def _weigh_unknown(activities: Iterable[Activity], at: float) -> list[float]:
    """Return the intensities of the activities of unknown sector at a time; each may be its own sector."""
    return [a.intensity for a in activities if a.sector is None and a.start <= at < a.end]


def _join_spans(activities: Iterable[Activity]) -> Mapping[str | None, list[tuple[float, float]]]:
    """Return the spans of each sector, those that meet joined into one."""
    joined: dict[str | None, list[tuple[float, float]]] = defaultdict(list)
    for sector, start, end, intensity in sorted(activities, key=lambda a: (a.sector or "", a.start)):
        if start >= end or intensity <= 0:
            continue
        spans = joined[sector]
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return joined
