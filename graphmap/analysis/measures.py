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
from graphmap.schema.sectors import SECTORS


class Activity(NamedTuple):
    """What a province does toward a target in one sector (None: not known), from start to end (excluded).

    `act` is the joint act of the two provinces that it rests on, None where it rests on none.
    """

    sector: str | None
    start: float
    end: float
    intensity: float = 1.0
    act: str | None = None


@dataclass(frozen=True, slots=True)
class Shares:
    """How what two provinces do toward a target divides, four numbers from 0 to 1 whose sum is 1.

    `rivalry` (R) is in the same sector at the same time, `joint` (J) the same by one act of both,
    `complementarity` (C) at the same time in different sectors, `one_sided` (U) by one alone.
    """

    rivalry: float
    joint: float
    complementarity: float
    one_sided: float


def judge_rivalry(
    target: bool | None, time: bool | None, sector: bool | None, presumed: bool = False
) -> Verdict:
    """Say what two ties are to each other by same target, common time, same sector (None: unknown).

    Kleene's three-valued logic: nothing is certain that rests on an unknown, nothing possible on a no. Where
    the common time is unknown and `presumed`, what would be certain with it is presumed.

    >>> judge_rivalry(True, True, True), judge_rivalry(True, True, None), judge_rivalry(True, None, False)
    ('certain', 'possible', 'possibly complementary')
    >>> judge_rivalry(True, False, True), judge_rivalry(True, False, None), judge_rivalry(False, None, None)
    ('successive', 'possibly successive', 'none')
    >>> judge_rivalry(True, None, True, presumed=True), judge_rivalry(True, None, None, presumed=True)
    ('presumed', 'possible')
    """
    if target is False:
        return "none"
    if time is False:
        return "none" if sector is False else "successive" if sector and target else "possibly successive"
    unknown = target is None or time is None
    if sector is False:
        return "possibly complementary" if unknown else "complementary"
    if presumed and target and time is None and sector:
        return "presumed"
    return "possible" if unknown or sector is None else "certain"


def measure_shares(one: Sequence[Activity], other: Sequence[Activity]) -> Shares | None:
    """Return R, J, C and U of two provinces toward one target; None if neither is ever there.

    With x(s, t) the intensity in sector s at time t (0 where none), a joint act in a sector being a sector of
    its own:
    R = sum of min(x, y) over sectors that are no joint act's, and time / sum of max(x, y) over all,
    J = the same over those of joint acts,
    C = 2 sum over time of [min(sum of x, sum of y) - sum of min(x, y)] / the same, its sums over sectors that
    are no joint act's, since what rests on such an act complements nothing of the other, U = 1 - R - J - C.

    In months, one in trade and later tourism, the other in investment and later trade; then two that are in
    trade one after the other, and in transport by one act:

    >>> one = [Activity("trade", 0, 48), Activity("tourism", 24, 48)]
    >>> other = [Activity("trade", 24, 72), Activity("investment", 0, 24)]
    >>> measure_shares(one, other)
    Shares(rivalry=0.2, joint=0.0, complementarity=0.4, one_sided=0.4)
    >>> both = Activity("transport", 0, 24, act="a")
    >>> measure_shares([Activity("trade", 0, 24), both], [Activity("trade", 12, 36), both])
    Shares(rivalry=0.2, joint=0.4, complementarity=0.0, one_sided=0.4)
    """
    rivalry = joint = paired = whole = 0.0
    for start, end in _divide_time([*one, *other]):
        x, y = _weigh(one, start), _weigh(other, start)
        keys = x.keys() | y.keys()
        apart = [key for key in keys if key[1] is None]
        common = sum(min(x[key], y[key]) for key in apart)
        together = sum(min(x[key], y[key]) for key in keys if key[1] is not None)
        rivalry += (end - start) * common
        joint += (end - start) * together
        smaller = min(sum(x[key] for key in apart), sum(y[key] for key in apart))
        paired += (end - start) * 2 * (smaller - common)
        whole += (end - start) * sum(max(x[key], y[key]) for key in keys)
    if whole == 0:
        return None
    share, act_share, complement = rivalry / whole, joint / whole, paired / whole
    return Shares(share, act_share, complement, max(0.0, 1 - share - act_share - complement))


class Presence(NamedTuple):
    """What a province does toward a target: what is certain, and all that is possible."""

    certain: Sequence[Activity]
    possible: Sequence[Activity]


def bound_rivalry(
    one: Presence, other: Presence, sectors: Iterable[str] = tuple(SECTORS)
) -> tuple[float, float] | None:
    """Return the least and the most that R can be; None if neither is possibly ever there.

    What is of unknown sector may lie in any of `sectors`, in one or in several, or in all. R is N / (N + E),
    with N what both do alike and E all that they do otherwise, or jointly. So the least is that of the least
    N and the most E (an unknown lies in every sector, and widens E), the most that of the most N and the
    least E (it lies where the other is). Both are safe: every way to fill in what is unknown gives an R
    between them. They need not be reached.

    >>> trade, unknown = [Activity("trade", 0, 48)], [Activity(None, 24, 72)]
    >>> least, most = bound_rivalry(Presence(trade, trade), Presence(unknown, unknown))
    >>> least, round(most, 4)
    (0.0, 0.3333)
    """
    least, most, fewest, widest = 0.0, 0.0, 0.0, 0.0
    is_there = False
    free = tuple(sectors)
    for start, end in _divide_time([*one.certain, *one.possible, *other.certain, *other.possible]):
        x, y = _Reach.of(one, start, free), _Reach.of(other, start, free)
        span, keys = end - start, x.high.keys() | y.high.keys()
        is_there = is_there or any(x.high[key] or y.high[key] for key in keys)
        for key in keys:
            if key[1] is None:
                least += span * min(x.low[key], y.low[key])
                most += span * min(x.high[key], y.high[key])
            fewest += span * _find_least_rest(x, y, key)
            widest += span * _find_most_rest(x, y, key)
        # What is certainly there, in some sector that is not known, lies in one at least.
        added = [_place_unknown(x, y, act, weight) for act, weight in x.unplaced.items()]
        added += [_place_unknown(y, x, act, weight) for act, weight in y.unplaced.items()]
        fewest += span * max(added, default=0.0)
    if not is_there:
        return None
    return least / (least + widest) if least else 0.0, most / (most + fewest) if most else 0.0


def find_least_rivalry(
    one: Presence, other: Presence, sectors: Iterable[str] = tuple(SECTORS)
) -> float | None:
    """Return the least alone of what `bound_rivalry` returns: 0 where nothing is certainly done by both."""
    done = (*one.certain, *one.possible, *other.certain, *other.possible)
    if not any(activity.start < activity.end and activity.intensity > 0 for activity in done):
        return None
    alike = any(
        mine.sector is not None and mine.sector == its.sector and mine.act is None and its.act is None
        for mine in one.certain
        for its in other.certain
        if mine.start < its.end and its.start < mine.end
    )
    bounds = bound_rivalry(one, other, sectors) if alike else (0.0, 1.0)
    return None if bounds is None else bounds[0]


Key = tuple[str, str | None]
"""A sector, and the joint act that it is part of (None: no such act)."""


class _Reach(NamedTuple):
    """The least and most intensity of each sector at a time; by act, what is certainly there somewhere."""

    low: defaultdict[Key, float]
    high: defaultdict[Key, float]
    unplaced: Mapping[str | None, float]

    @classmethod
    def of(cls, presence: Presence, at: float, sectors: Sequence[str]) -> _Reach:
        low, high = _weigh(presence.certain, at), _weigh(presence.possible, at)
        for key, weight in low.items():
            high[key] = max(high[key], weight)
        for act, weight in _weigh_unknown(presence.possible, at).items():
            for sector in sectors:
                high[sector, act] = max(high[sector, act], weight)
        unplaced = _weigh_unknown(presence.certain, at)
        for act, weight in unplaced.items():
            for sector in sectors:
                high[sector, act] = max(high[sector, act], weight)
        return cls(low, high, unplaced)


def _find_least_rest(x: _Reach, y: _Reach, key: Key) -> float:
    """Return the least that a sector adds to E: what one has beyond the other, or all of a joint act."""
    if key[1] is not None:
        return max(x.low[key], y.low[key])
    return max(0.0, x.low[key] - y.high[key], y.low[key] - x.high[key])


def _find_most_rest(x: _Reach, y: _Reach, key: Key) -> float:
    """Return the most that a sector adds to E."""
    if key[1] is not None:
        return max(x.high[key], y.high[key])
    return max(x.high[key] - y.low[key], y.high[key] - x.low[key])


def _place_unknown(x: _Reach, y: _Reach, act: str | None, weight: float) -> float:
    """Return by how much the least E grows where something of x lies in the sector that adds least."""
    costs = []
    for key in [key for key in x.high if key[1] == act]:
        low = max(x.low[key], weight)
        raised = (
            max(low, y.low[key]) if act is not None else max(0.0, low - y.high[key], y.low[key] - x.high[key])
        )
        costs.append(raised - _find_least_rest(x, y, key))
    return min(costs, default=0.0)


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


def _weigh(activities: Iterable[Activity], at: float) -> defaultdict[Key, float]:
    """Return the intensity of each known sector, and joint act in it, at a time."""
    weights: defaultdict[Key, float] = defaultdict(float)
    for sector, start, end, intensity, act in activities:
        if sector is not None and start <= at < end:
            weights[sector, act] = max(weights[sector, act], intensity)
    return weights


def _weigh_unknown(activities: Iterable[Activity], at: float) -> dict[str | None, float]:
    """Return the intensity of what is of unknown sector at a time, by joint act."""
    weights: dict[str | None, float] = {}
    for sector, start, end, intensity, act in activities:
        if sector is None and start <= at < end:
            weights[act] = max(weights.get(act, 0.0), intensity)
    return weights


def _join_spans(activities: Iterable[Activity]) -> Mapping[str | None, list[tuple[float, float]]]:
    """Return the spans of each sector, those that meet joined into one."""
    joined: dict[str | None, list[tuple[float, float]]] = defaultdict(list)
    for sector, start, end, intensity, _ in sorted(activities, key=lambda a: (a.sector or "", a.start)):
        if start >= end or intensity <= 0:
            continue
        spans = joined[sector]
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return joined
