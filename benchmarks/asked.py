"""What the table asks graphmap beside pairs, and who tells the same from the bare ties alone.

An answer is numbers. A peer that takes longer than a minute or too much memory is none, and the row says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.by_solvers import (
    HUNDREDTHS,
    chance_by_model,
    chance_by_swaps,
    groups_by_igraph,
    plan_by_highs,
)
from benchmarks.by_sql import closest_by_sql, contests_by_sql, groups_by_sql
from benchmarks.ties import COUNTRIES, Ties
from graphmap.analysis import find_groups, find_overlaps, find_plan, find_rivals
from graphmap.analysis.significance import FEW_UNITS
from graphmap.scales import VERDICTS
from graphmap.store.snapshot import Snapshot

Numbers = npt.NDArray[Any]
NONE = np.zeros(0)

DAY = date(2026, 6, 1)
LEAST, FIRST, SHOWN = 2, 10, 20
MEMBERS, CAPACITY, FAIRNESS = 3, 3, 1
DRAWS, ERRORS = 2000, 5
"""How many tables the peer draws, fewer than graphmap, and within how many of its errors both are to lie."""


@dataclass(frozen=True)
class Asked:
    """One question: what graphmap finds, what is compared of it, and who tells the same.

    `name` says what a peer is told of the answer: the pairs that it is to judge, say. `near` is how far two
    numbers may lie apart: 0 where all is counted.
    """

    what: str
    find: Callable[[], Any]
    tell: Callable[[Any], Numbers]
    peers: dict[str, Callable[[Numbers], Numbers]]
    name: Callable[[Any], Numbers] = field(default=lambda _: NONE)
    near: float = 0.0

    def agrees(self, ours: Numbers, theirs: Numbers) -> bool:
        """Say whether a peer told the same."""
        return ours.shape == theirs.shape and bool(
            np.allclose(ours, theirs, rtol=self.near / 10, atol=self.near)
        )


def list_asked(snapshot: Snapshot, ties: Ties) -> Iterator[Asked]:
    """Yield what is asked."""
    yield Asked(
        f"overlaps, the {FIRST} first",
        lambda: find_overlaps(snapshot, "city", min_shared=LEAST, limit=FIRST),
        lambda found: np.array([(*tell_pair(one), found.total) for one in found]),
        {"DuckDB": lambda _: closest_by_sql(ties, LEAST, FIRST)},
    )
    for when, day in (("on a day", DAY), ("ever", None)):
        for said, limit in ((f"the {SHOWN} first", SHOWN), ("all in order", None)):
            yield Asked(
                f"rivals {when}, {said}",
                partial(find_rivals, snapshot, "city", as_of=day, limit=limit),
                tell_contests,
                {"DuckDB": partial(rank_contests, ties, day, limit)},
            )
    yield Asked(
        f"groups, the {SHOWN} first",
        lambda: find_groups(snapshot, "city", min_provinces=MEMBERS, min_shared=LEAST, limit=SHOWN),
        lambda found: np.array([found.total, *(number for one in found for number in tell_group(one))]),
        {
            "DuckDB": lambda _: groups_by_sql(ties, MEMBERS, LEAST, SHOWN),
            "igraph, maximal cliques": lambda _: groups_by_igraph(ties, MEMBERS, LEAST, SHOWN),
        },
    )
    for what, name in (("plan, its worth", lambda _: NONE), ("plan and each margin", name_leads)):
        yield Asked(
            what,
            lambda: find_plan(snapshot, as_of=DAY, capacity=CAPACITY, fairness=FAIRNESS),
            partial(tell_plan, margins=name is name_leads),
            {"HiGHS": lambda leads: plan_by_highs(ties, leads, DAY, CAPACITY, FAIRNESS)},
            name,
        )
    drawn = len(snapshot.rows_of("Province")) < FEW_UNITS
    peer = f"swaps of cells, {DRAWS:,} tables" if drawn else "SciPy root and Fourier"
    yield Asked(
        "significance, drawn tables" if drawn else "significance, the model",
        lambda: find_overlaps(snapshot, "city", significance="yes", limit=FIRST),
        lambda found: np.array([(one.chance.expected, one.chance.p) for one in found]),
        {peer: lambda pairs: chance_by_swaps(ties, pairs, DRAWS) if drawn else chance_by_model(ties, pairs)},
        lambda found: np.array([tell_pair(one) for one in found]),
        ERRORS / DRAWS**0.5 if drawn else 1e-6,
    )


def number(places: Iterable[Any]) -> list[int]:
    """Return the numbers in the ids of provinces or cities."""
    return [int(place.id.rpartition("-")[2].rpartition(":")[2]) for place in places]


def tell_pair(overlap: Any) -> tuple[int, ...]:
    """Return the two provinces, and how many cities they share."""
    return (*number(overlap.provinces), len(overlap.shared))


def tell_group(group: Any) -> list[int]:
    """Return how many members and cities a group has, and its members."""
    return [len(group.provinces), len(group.targets), *number(group.provinces)]


def name_leads(plan: Any) -> Numbers:
    """Return country and province of each lead, country after country."""
    led = sorted((COUNTRIES.index(one.target.id), *number([one.lead])) for one in plan.whole if one.lead)
    return np.array(led)


def tell_plan(plan: Any, margins: bool) -> Numbers:
    """Return what a plan is worth, and what each lead is, -1 where nobody else can."""
    uneven = sum(count**2 for _, count in plan.loads) * FAIRNESS
    led = sorted((COUNTRIES.index(one.target.id), one.margin) for one in plan.whole if one.lead)
    told = [len(led), (plan.points - uneven) * HUNDREDTHS, (plan.points + plan.price) * HUNDREDTHS]
    if margins:
        told += [-1 if margin is None else margin * HUNDREDTHS for _, margin in led]
    return np.rint(np.array(told, np.float64))


# ------------------------------------------------------------------------ rivals


def tell_contests(rivals: Any) -> Numbers:
    """Return how many contests there are, how many pairs of which verdict, and the ranks of those listed.

    A rank is the strongest verdict, how many pairs have it, and how many there are. Where all are listed, the
    verdicts of each city follow.
    """
    counts = [(rivals.pairs_at_contests or {}).get(verdict, 0) for verdict in VERDICTS]
    ranks, rows = [], []
    for contest in rivals:
        told = [(VERDICTS.index(verdict), pairs) for verdict, pairs in contest.verdicts]
        ranks.append((*told[0], sum(pairs for _, pairs in told)))
        rows += [(*number([contest.target]), verdict, pairs) for verdict, pairs in told]
    listed = sorted(rows) if len(ranks) == rivals.total else []
    return _join([[rivals.total, *counts], ranks, listed])


def rank_contests(ties: Ties, day: date | None, limit: int | None, _: Numbers) -> Numbers:
    """Return the same of the verdicts that SQL tells of each city."""
    told = contests_by_sql(ties, None if day is None else str(day))
    order = np.lexsort((-told[:, 1], told[:, 0]))
    told = told[order]
    cities, first = np.unique(told[:, 0], return_index=True)
    sums = np.add.reduceat(told[:, 2], first) if len(first) else first
    ranks = np.stack([told[first, 1], told[first, 2], sums], axis=1)
    ranks = ranks[np.lexsort(tuple(-ranks.T[::-1]))]
    counts = np.bincount(told[:, 1], told[:, 2], len(VERDICTS))
    listed = told[np.lexsort(told.T[::-1])] if limit is None or limit >= len(cities) else NONE
    return _join([[len(cities), *counts], ranks[:limit], listed])


def _join(parts: list[Any]) -> Numbers:
    return np.concatenate([np.asarray(part, np.float64).ravel() for part in parts])
