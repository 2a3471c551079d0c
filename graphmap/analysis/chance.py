"""How many targets two provinces would share by chance: two nulls that keep how many each has (methods 2).

The fixed-degree null holds every table of yes and no with just these margins as likely as any other; it is
drawn by the curveball algorithm (Strona et al. 2014). The bipartite configuration model (BiCM, Saracco et al.
2015, 2017) keeps the margins on average: each tie stands for itself, with p = xy / (1 + xy), and a shared
count is Poisson-binomial, told exactly. Both answer "at least as many as are shared". Neither says anything
of rivalry: that two share a target is a fact.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]
Table = npt.NDArray[np.bool_]

STEPS = 100_000
NEAR = 1e-11
"""How near the expected margins come to the given ones, as a share of them, and in how many steps at most."""

TRADES_A_ROW = 5
"""How many trades a row a drawn table is from the one before: five let it forget where it began."""


@dataclass(frozen=True, eq=False)
class Chance:
    """Of each two rows of a table: how many columns they would share by chance, and how likely so many are.

    Square tables by row; `expected` is a mean, `p` the chance of at least the shared count.
    """

    shared: Counts
    expected: Numbers
    p: Numbers


def count_shared(table: Table) -> Counts:
    """Return how many columns each two rows of a table share."""
    filled = table.astype(np.float64)
    return np.rint(filled @ filled.T).astype(np.int64)


def draw_chance(table: Table, draws: int, seed: int) -> Chance:
    """Judge by drawing tables with the same margins; the same seed draws the same.

    `p` is (1 + hits) / (1 + draws): no draw tells that something cannot be.
    """
    random = np.random.default_rng(seed)
    shared = count_shared(table)
    hits, total = np.zeros_like(shared), np.zeros_like(shared)
    drawn = table.copy()
    for _ in range(draws):
        trade_columns(drawn, TRADES_A_ROW * len(drawn), random)
        counted = count_shared(drawn)
        total += counted
        hits += counted >= shared
    return Chance(shared, total / max(draws, 1), (1 + hits) / (1 + draws))


def trade_columns(table: Table, trades: int, random: np.random.Generator) -> None:
    """Let random pairs of rows trade the columns that only one of them has, so often; margins stay."""
    if len(table) < 2:
        return
    ones = random.integers(len(table), size=trades)
    others = (ones + random.integers(1, len(table), size=trades)) % len(table)
    for one, other in zip(ones.tolist(), others.tolist(), strict=True):
        apart = np.flatnonzero(table[one] != table[other])
        own = int(np.count_nonzero(table[one, apart]))
        mixed = random.permutation(apart)
        table[one, apart] = table[other, apart] = False
        table[one, mixed[:own]] = True
        table[other, mixed[own:]] = True


def solve_chance(table: Table) -> Chance:
    """Judge by the bipartite configuration model, each pair exactly."""
    chances = fit_chances(table.sum(axis=1), table.sum(axis=0))
    shared = count_shared(table)
    expected, p = np.zeros(shared.shape), np.ones(shared.shape)
    for row in range(len(table)):
        both = chances * chances[row]
        expected[row] = both.sum(axis=1)
        p[row] = measure_at_least(both, shared[row])
    return Chance(shared, expected, p)


def fit_chances(rows: npt.ArrayLike, columns: npt.ArrayLike) -> Numbers:
    """Return the chance of each cell of a table, so that rows and columns have on average so many.

    Rows and columns that are empty or full are certain, and taken out first: no finite fitness makes them so.
    Raises ValueError where the margins do not add up, or are met by no such chances.
    """
    row, column = np.array(rows, dtype=np.float64), np.array(columns, dtype=np.float64)
    if row.sum() != column.sum():
        raise ValueError(f"rows hold {row.sum():g} and columns {column.sum():g}; right would be as many")
    chances = np.zeros((len(row), len(column)))
    left, top = np.arange(len(row)), np.arange(len(column))
    while len(left) and len(top):
        full, full_top = row[left] >= len(top), column[top] >= len(left)
        if full.any():
            chances[np.ix_(left[full], top)] = 1
            column[top] -= np.count_nonzero(full)
            row[left[full]] = 0
        elif full_top.any():
            chances[np.ix_(left, top[full_top])] = 1
            row[left] -= np.count_nonzero(full_top)
            column[top[full_top]] = 0
        kept, kept_top = left[row[left] > 0], top[column[top] > 0]
        if len(kept) == len(left) and len(kept_top) == len(top):
            chances[np.ix_(left, top)] = _iterate(row[left], column[top])
            break
        left, top = kept, kept_top
    return chances


def _iterate(row: Numbers, column: Numbers) -> Numbers:
    """Solve the fitness of rows and columns by turns, each kind of margin once."""
    kinds, at, often = np.unique(row, return_inverse=True, return_counts=True)
    tops, at_top, often_top = np.unique(column, return_inverse=True, return_counts=True)
    x, y = kinds / np.sqrt(row.sum()), tops / np.sqrt(row.sum())
    for _ in range(STEPS):
        x = kinds / (often_top * y / (1 + np.outer(x, y))).sum(axis=1)
        y = tops / (often[:, None] * x[:, None] / (1 + np.outer(x, y))).sum(axis=0)
        odds = np.outer(x, y)
        chances = odds / (1 + odds)
        if np.all(np.abs((chances * often_top).sum(axis=1) - kinds) <= NEAR * kinds):
            break
    else:
        raise ValueError(f"no chances meet these margins after {STEPS:,} steps")
    return np.asarray(chances[np.ix_(at, at_top)], np.float64)


def measure_at_least(chances: Numbers, least: Counts) -> Numbers:
    """Return for each row of chances how likely at least so many of them come true (Poisson-binomial).

    >>> measure_at_least(np.full((1, 6), 0.25), np.array([3])).round(4)
    array([0.1694])
    """
    most = int(least.max(initial=0))
    # Place n holds the chance of just n so far, the last place of so many or more than any row asks for.
    held = np.zeros((len(chances), most + 1))
    held[:, 0] = 1
    for column in chances.T:
        gained = held * column[:, None]
        top = gained[:, -1].copy()
        held -= gained
        held[:, 1:] += gained[:, :-1]
        held[:, -1] += top
    places = np.arange(most + 1)
    return np.asarray(np.where(places >= least[:, None], held, 0).sum(axis=1), np.float64)


def adjust_for_many(p: npt.ArrayLike) -> Numbers:
    """Return the q of each p among all that were tested (Benjamini and Hochberg 1995).

    >>> adjust_for_many([0.01, 0.02, 0.03, 0.04, 0.20]).round(2)
    array([0.05, 0.05, 0.05, 0.05, 0.2 ])
    """
    from scipy.stats import false_discovery_control

    given = np.asarray(p, np.float64)
    return np.asarray(false_discovery_control(given, method="bh"), np.float64) if given.size else given
