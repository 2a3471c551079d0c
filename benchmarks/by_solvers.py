"""Groups, the plan and chance once more, told by igraph, HiGHS and SciPy from the bare ties."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from importlib import import_module
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.ties import Ties

Rows = npt.NDArray[np.float64]
HUNDREDTHS = 100
POINTS, MOST_POINTS = 1000, 3000
"""What a tie gives in the plan, and all ties at most, in hundredths."""


def fill(ties: Ties) -> npt.NDArray[np.bool_]:
    """Return the table of yes and no, provinces by cities."""
    table = np.zeros((int(ties.province.max()) + 1, int(ties.city.max()) + 1), np.bool_)
    table[ties.province, ties.city] = True
    return table


def groups_by_igraph(ties: Ties, members: int, shared: int, limit: int) -> Rows:
    """Return the first groups: how many there are, then the numbers of members and cities of each, and who.

    In a graph where all provinces are joined, all cities, and each province with its cities, the largest
    sets of nodes that are all joined are the groups.
    """
    igraph = import_module("igraph")
    table = fill(ties)
    height, width = table.shape
    edges = [np.stack(np.triu_indices(height, 1)), np.stack(np.triu_indices(width, 1)) + height]
    edges.append(np.stack(np.nonzero(table)) + np.array([[0], [height]]))
    graph = igraph.Graph(height + width, np.concatenate(edges, axis=1).T.tolist())
    found = []
    for nodes in graph.maximal_cliques():
        rows = sorted(node for node in nodes if node < height)
        if len(rows) >= members and len(nodes) - len(rows) >= shared:
            found.append((-len(rows) * (len(nodes) - len(rows)), len(rows) - len(nodes), rows))
    rows = [[len(found)]]
    rows += [[len(group), -cities, *group] for _, cities, group in sorted(found)[:limit]]
    return np.array([number for row in rows for number in row], np.float64)


def plan_by_highs(ties: Ties, leads: Rows | None, day: date, capacity: int, fairness: int) -> Rows:
    """Return what the best plan is worth: how many lead, the points less uneven loads, the points at most.

    Where `leads` are named (a country and a province each, country after country), the loss where another has
    to lead follows, -1 where none can without a country staying open that has a lead now.
    """
    sure = (ties.since > 0) & (ties.since < day.year)
    ends = np.where(ties.until > 0, ties.until > day.year, ties.since + 5 > day.year)
    pairs, often = np.unique(
        np.stack([ties.country, ties.province])[:, sure & ends], axis=1, return_counts=True
    )
    points = np.minimum(often * POINTS, MOST_POINTS)

    def solve(fairness: int, barred: Any = None) -> tuple[int, int]:
        return solve_division(pairs, points, capacity, fairness * HUNDREDTHS, barred)

    led, worth = solve(fairness)
    told = [led, worth, solve(0)[1]]
    for country, province in [] if leads is None else leads.astype(np.int64).tolist():
        others, lost = solve(fairness, (pairs[0] == country) & (pairs[1] == province))
        told.append(worth - lost if others == led else -1)
    return np.array(told, np.float64)


def solve_division(
    pairs: npt.NDArray[np.int64], points: npt.NDArray[np.int64], capacity: int, uneven: int, barred: Any
) -> tuple[int, int]:
    """Return how many countries get a lead, and the most points less the cost of uneven loads, by HiGHS.

    A flow from countries through provinces into slots, of which the n-th costs 2n - 1 times `uneven`.
    """
    optimize, sparse = import_module("scipy.optimize"), import_module("scipy.sparse")
    provinces, owner = np.unique(pairs[1], return_inverse=True)
    countries, target = np.unique(pairs[0], return_inverse=True)
    slots = np.repeat(np.arange(len(provinces)), capacity)
    costs = uneven * (2 * np.tile(np.arange(capacity), len(provinces)) + 1)
    beyond = (int(points.max(initial=0)) + int(costs.max(initial=0))) * (len(countries) + 1)
    number = np.arange(len(target))
    at_most = sparse.csr_array((np.ones(len(target)), (target, number)), shape=(len(countries), len(target)))
    at_most = sparse.hstack([at_most, sparse.csr_array((len(countries), len(slots)))])
    flows = sparse.hstack(
        [
            sparse.csr_array((np.ones(len(owner)), (owner, number))),
            sparse.csr_array((-np.ones(len(slots)), (slots, np.arange(len(slots))))),
        ]
    )
    done = optimize.linprog(
        np.concatenate([-points - beyond, costs]),
        A_ub=at_most,
        b_ub=np.ones(len(countries)),
        A_eq=flows,
        b_eq=np.zeros(len(provinces)),
        bounds=[(0, 0 if out else 1) for out in ([False] * len(target) if barred is None else barred)]
        + [(0, 1)] * len(slots),
        method="highs",
    )
    chosen = np.rint(done.x).astype(np.int64)
    led = int(chosen[: len(target)].sum())
    return led, int(points @ chosen[: len(target)] - costs @ chosen[len(target) :])


def chance_by_model(ties: Ties, named: Rows) -> Rows:
    """Return of pairs that are named (two provinces, and how many they share) the expected count and p.

    The configuration model, its fitness found by SciPy's `root` and its tails by a Fourier transform.
    """
    optimize = import_module("scipy.optimize")
    table = fill(ties)
    table = table[:, table.any(axis=0)]
    sizes, holders = table.sum(axis=1), table.sum(axis=0)
    kinds, often = np.unique(sizes[sizes > 0], return_counts=True)
    tops, often_top = np.unique(holders, return_counts=True)

    def miss(logs: Any) -> Any:
        chances = 1 / (1 + np.exp(-np.add.outer(logs[: len(kinds)], logs[len(kinds) :])))
        rows = chances @ often_top - kinds
        return np.concatenate([rows / kinds, (often @ chances - tops) / tops])

    whole = np.log(sizes.sum()) / 2
    found = optimize.root(miss, np.concatenate([np.log(kinds), np.log(tops)]) - whole, tol=1e-13)
    logs = found.x
    chances = 1 / (1 + np.exp(-np.add.outer(logs[: len(kinds)], logs[len(kinds) :])))
    rows = []
    for one, other, shared in named.astype(np.int64).tolist():
        a, b = np.searchsorted(kinds, sizes[[one, other]])
        both = chances[a] * chances[b]
        count = int(often_top.sum())
        turns = np.exp(2j * np.pi * np.arange(count + 1) / (count + 1))
        logarithms = sum(n * np.log(1 - p + p * turns) for n, p in zip(often_top, both, strict=True))
        mass = np.fft.fft(np.exp(logarithms)).real / (count + 1)
        rows.append((float(both @ often_top), float(mass[shared:].sum())))
    return np.array(rows)


def chance_by_swaps(ties: Ties, named: Rows, draws: int) -> Rows:
    """Return the same by the null of fixed degrees: tables drawn by swaps of two cells, and no trades.

    Two rows of which each has a column that the other lacks swap these (Besag and Clifford 1989).
    """
    random = np.random.default_rng(3)
    table = fill(ties)
    held: dict[int, set[int]] = defaultdict(set)
    for row, column in np.argwhere(table).tolist():
        held[row].add(column)
    cells = [(row, column) for row, columns in held.items() for column in columns]
    named_pairs = named.astype(np.int64).tolist()
    counts = np.zeros((len(named_pairs), 2))
    for draw in range(-1, draws):
        for one, other in random.integers(len(cells), size=(len(cells) * (8 if draw < 0 else 2), 2)).tolist():
            (a, c), (b, d) = cells[one], cells[other]
            if a != b and c not in held[b] and d not in held[a]:
                held[a].remove(c)
                held[b].remove(d)
                held[a].add(d)
                held[b].add(c)
                cells[one], cells[other] = (a, d), (b, c)
        if draw >= 0:
            for place, (a, b, shared) in enumerate(named_pairs):
                both = len(held[a] & held[b])
                counts[place] += both, both >= shared
    return counts / draws
