"""Checks the first answers on millions of ties, which no peer tells in a minute: counts them another way.

Of overlaps, the pairs that are named and all pairs of some provinces: none of these may come before the last
that is named but those that are. Of rivals, each contest that is named, and each that could come before one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from benchmarks.asked import number
from benchmarks.ties import SECTORS, Ties
from graphmap.scales import VERDICTS

Numbers = npt.NDArray[Any]

WHOLE = 50
"""Of how many provinces all pairs are counted."""
STATES = 3 * (len(SECTORS) + 1)


def recount_overlaps(found: Any, ties: Ties, least: int) -> bool:
    """Say whether the first overlaps are what a product of some rows of the sparse table tells."""
    cells = np.unique(ties.province * (int(ties.city.max()) + 1) + ties.city)
    at = np.divmod(cells, int(ties.city.max()) + 1)
    table = sparse.csr_array((np.ones(len(cells), np.float64), at))
    holders = np.bincount(at[1], minlength=table.shape[1])
    weights = np.where(holders > 1, 1 / np.log(np.maximum(holders, 2)), 0)
    named = {}
    for one in found:
        first, second = number(one.provinces)
        named[first, second] = len(one.shared), round(one.rarity, 6)
    rows = sorted({row for pair in named for row in pair} | {*range(min(WHOLE, table.shape[0]))})
    shared = (table[rows] @ table.T).toarray()
    rarity = (table[rows].multiply(weights) @ table.T).toarray()
    last = min(rare for _, rare in named.values())
    told = {}
    for place, row in enumerate(rows):
        for other in np.flatnonzero((shared[place] >= least) & (rarity[place] > last - 1e-5)).tolist():
            if other != row:
                pair = min(row, other), max(row, other)
                told[pair] = round(shared[place, other]), round(float(rarity[place, other]), 6)
    before = (pair for pair, (_, rare) in told.items() if rare > last)
    return all(told.get(pair) == both for pair, both in named.items()) and named.keys() >= {*before}


def recount_rivals(found: Any, ties: Ties, day: date) -> bool:
    """Say whether the first contests have the pairs that products of states tell, and none comes before."""
    begun = (ties.since == 0) | (ties.since <= day.year)
    here = np.flatnonzero(begun & ((ties.until == 0) | (ties.until >= day.year)))
    province, city = ties.province[here], ties.city[here]
    known = (ties.since[here] > 0) & (ties.since[here] < day.year)
    ends = known & (ties.until[here] > day.year)
    goes_on = known & (ties.until[here] == 0) & (ties.since[here] + 5 > day.year)
    state = (ties.sector[here] + 1) * 3 + np.where(ends, 2, np.where(goes_on, 1, 0))

    met = np.unique(city * (int(province.max()) + 1) + province) // (int(province.max()) + 1)
    if found.total != int(np.count_nonzero(np.bincount(met) > 1)):
        return False
    # What two provinces certainly share at a city lies in one sector: no more pairs than each sector has.
    sure = np.flatnonzero((state % 3 == 2) & (state >= 3))
    keys = np.unique((city[sure] * STATES + state[sure]) * (int(province.max()) + 1) + province[sure])
    groups, often = np.unique(keys // (int(province.max()) + 1), return_counts=True)
    most = np.bincount(groups // STATES, often * (often - 1) // 2, int(city.max()) + 1)
    named = {number([one.target])[0]: dict(one.verdicts) for one in found}
    least = min(counts.get("certain", 0) for counts in named.values())
    order = np.argsort(city, kind="stable")
    edges = np.searchsorted(city[order], np.arange(int(city.max()) + 2))
    told = {}
    for place in sorted({*named, *np.flatnonzero(most >= least).tolist()}):
        ours = order[edges[place] : edges[place + 1]]
        told[place] = count_verdicts(province[ours], state[ours])
    ranks = {place: rank(counts) for place, counts in told.items()}
    first = sorted(ranks.values())[: len(named)]
    return all(told[one] == counts for one, counts in named.items()) and first == sorted(
        ranks[one] for one in named
    )


def rank(counts: dict[str, int]) -> tuple[int, int, int]:
    """Return by what a contest is ranked: its strongest verdict, the pairs that have it, and all."""
    strongest = max((VERDICTS.index(verdict) for verdict in counts), default=0)
    return -strongest, -counts.get(VERDICTS[strongest], 0), -sum(counts.values())


def count_verdicts(province: Numbers, state: Numbers) -> dict[str, int]:
    """Return how many pairs of provinces have which verdict, by products of who is in which state."""
    rows, place = np.unique(province, return_inverse=True)
    table = np.zeros((len(rows), STATES), np.float32)
    table[place, state] = 1
    codes = np.array([[judge(one, other) for other in range(STATES)] for one in range(STATES)])
    counts, above = {}, 0
    for code in sorted({*codes.ravel().tolist()}, reverse=True):
        meet = (table @ (codes >= code).astype(np.float32)) @ table.T > 0
        np.fill_diagonal(meet, False)
        pairs = int(np.count_nonzero(meet)) // 2
        if pairs > above:
            counts[VERDICTS[code]] = pairs - above
        above = pairs
    return counts


def judge(one: int, other: int) -> int:
    """Return the verdict of two states on a day: a sector (0: not known), and how surely."""
    sectors: Sequence[int] = (one // 3, other // 3)
    least = min(one % 3, other % 3)
    if 0 in sectors:
        verdict = "possible"
    elif sectors[0] != sectors[1]:
        verdict = "complementary" if least == 2 else "possibly complementary"
    else:
        verdict = ("possible", "presumed", "certain")[least]
    return VERDICTS.index(verdict)
