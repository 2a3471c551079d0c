"""How many targets two provinces would share by chance: two nulls that keep how many each has (methods 2).

The fixed-degree null holds every table of yes and no with just these margins as likely as any other; it is
drawn by trades (analysis/drawing.py). The bipartite configuration model (BiCM, Saracco et al.
2015, 2017) keeps the margins on average: each tie stands for itself, with p = xy / (1 + xy), and a shared
count is Poisson-binomial, told exactly. Both answer "at least as many as are shared". Neither says anything
of rivalry: that two share a target is a fact.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import isqrt

import numpy as np
import numpy.typing as npt

from graphmap.analysis.drawing import AT_ONCE, FIRST, MOST_CELLS, Counts, Table, Tables

Numbers = npt.NDArray[np.float64]
Tell = Callable[[int, int], None]
"""Is told how many steps of how many are done."""

STEPS = 100_000
NEAR = 1e-11
"""How near the expected margins come to the given ones, as a share of them, and in how many steps at most."""

LEAST_P = 0.05
"""Below it a shared count is unlike chance; a pair that could not get below it has too few ties to tell."""


@dataclass(frozen=True, eq=False)
class Judged:
    """Of pairs of rows: how many columns they would share by chance, and how likely so many are.

    `expected` is a mean, `p` the chance of at least the shared count, `least` that of the most that the two
    could share: no pair can be less likely.
    """

    expected: Numbers
    p: Numbers
    least: Numbers


def count_most(sizes: Counts, holders: Counts) -> Counts:
    """Return how many columns each two rows could share at most, as a square table."""
    shareable = int(np.count_nonzero(holders > 1))
    return np.asarray(np.minimum(np.minimum.outer(sizes, sizes), shareable), np.int64)


# ------------------------------------------------------------------------ fixed degrees


def find_most(sizes: Counts, holders: Counts) -> Counts:
    """Return how many columns each two rows share at most among tables with just these margins.

    Two rows of two columns share one where only one column is held by more than one of three rows.

    >>> int(find_most(np.array([2, 2, 1]), np.array([3, 1, 1]))[0, 1])
    1
    """
    bound = count_most(sizes, holders)
    kinds, kind = np.unique(sizes, return_inverse=True)
    first = [int(np.flatnonzero(kind == one)[0]) for one in range(len(kinds))]
    last = [int(np.flatnonzero(kind == one)[-1]) for one in range(len(kinds))]
    most = np.zeros((len(kinds), len(kinds)), np.int64)
    for a, b in np.argwhere(np.triu(np.ones_like(most))).tolist():
        one, other = first[a], last[b]
        shared = int(bound[one, other])
        while one != other and shared and not _can_share(sizes, holders, one, other, shared):
            shared -= 1
        most[a, b] = most[b, a] = shared
    return np.asarray(np.where(np.eye(len(sizes), dtype=bool), bound, most[np.ix_(kind, kind)]), np.int64)


def _can_share(sizes: Counts, holders: Counts, one: int, other: int, shared: int) -> bool:
    """Say whether a table with these margins lets two rows share so many columns (Gale 1957, Ryser 1957).

    If any does, so does one in which they share those of most holders, and hold of the others those of most.
    """
    left = np.sort(holders)[::-1].copy()
    left[:shared] -= 2
    rest = left[shared:]
    for row in (one, other):
        alone = int(sizes[row]) - shared
        if alone > len(rest):
            return False
        rest[::-1].sort()
        rest[:alone] -= 1
    if left.min(initial=0) < 0:
        return False
    rows = np.sort(np.delete(sizes, [one, other]))[::-1]
    counts = np.arange(len(rows) + 1)
    room = np.minimum.outer(counts, left).sum(axis=1)
    return bool((np.append(0, rows.cumsum()) <= room).all())


def draw_chance(table: Table, shared: Counts, draws: int, seed: int, tell: Tell | None = None) -> Judged:
    """Judge each two rows, as square tables, by drawing tables with the same margins.

    `shared` is what each two are asked to share at least. A chance is told as (1 + hits) / (1 + draws), for
    no draw tells that something cannot be. The same seed draws the same.
    """
    random = np.random.default_rng(seed)
    most = find_most(table.sum(axis=1), table.sum(axis=0))
    if not len(table):
        draws = 0  # a graph without a tie that counts has no pair to judge
    pair = np.triu_indices(len(table), k=1)
    asked, asked_most = shared[pair][:, None], most[pair][:, None]
    hits, top, total = (np.zeros(len(pair[0]), dtype=np.int64) for _ in range(3))
    tables = Tables(table, min(draws, AT_ONCE, max(1, MOST_CELLS // max(1, int(table.sum())))))
    tables.trade((FIRST - 1) * tables.rounds, random)
    done = 0
    while done < draws:
        tables.trade(tables.rounds, random)
        count = min(tables.held.shape[1], draws - done)
        for counts in tables.count_shared(count):
            total += counts.sum(axis=1)
            hits += np.count_nonzero(counts >= asked, axis=1)
            top += np.count_nonzero(counts >= asked_most, axis=1)
        done += count
        if tell is not None:
            tell(done, draws)
    told = (total / max(draws, 1), (1 + hits) / (1 + draws), (1 + top) / (1 + draws))
    return Judged(*(_square(numbers, pair, len(table)) for numbers in told))


def _square(numbers: Numbers, pair: tuple[Counts, Counts], height: int) -> Numbers:
    """Return numbers of pairs of rows as a square table, of no row and itself."""
    square = np.zeros((height, height))
    square[pair] = square.T[pair] = numbers
    return square


# ------------------------------------------------------------------ configuration model


@dataclass(frozen=True, eq=False)
class Model:
    """The configuration model of a table, by kinds: rows of as many columns are all alike in it.

    `kind` is the kind of each row, `often` how many rows a kind has, `expected` and `most` what two rows of
    two kinds share on average and at most, `tails` by kind, kind and number how likely at least so many are.
    """

    kind: Counts
    often: Counts
    expected: Numbers
    most: Counts
    tails: Numbers

    def judge(self, one: Counts, other: Counts, shared: Counts) -> Judged:
        """Judge pairs of rows, by what each two are asked to share at least."""
        a, b = self.kind[one], self.kind[other]
        return Judged(self.expected[a, b], self.tails[a, b, shared], self.least[a, b])

    @property
    def least(self) -> Numbers:
        """Return for each two kinds how likely the most is that two of them could share."""
        last = self.tails.shape[2] - 1
        return np.take_along_axis(self.tails, np.minimum(self.most, last)[..., None], axis=2)[..., 0]


def fit_model(sizes: Counts, holders: Counts, seen: int, tell: Tell | None = None) -> Model:
    """Fit the model to how many columns each row has and how many rows each column.

    `seen` is the most that any two share. Raises ValueError where no chances meet the margins.
    """
    degrees, kind, often = np.unique(sizes, return_inverse=True, return_counts=True)
    tops, often_top = np.unique(holders, return_counts=True)
    chances = fit_kinds(degrees, often, tops, often_top)
    a, b = np.triu_indices(len(degrees))
    both = chances[a] * chances[b]
    expected = (both * often_top).sum(axis=1)
    most = count_most(degrees, holders)
    # Beyond six deviations the chance is below 1/36 (Chebyshev), and the variance is no more than the mean.
    far = int(expected.max(initial=0)) + 6 * (isqrt(int(expected.max(initial=0))) + 1) + 1
    tails = measure_tails(both, often_top, min(max(seen, far), max(seen, int(most.max(initial=0)))), tell)
    square = np.zeros((len(degrees), len(degrees), tails.shape[1]))
    square[a, b] = square[b, a] = tails
    means = np.zeros((len(degrees), len(degrees)))
    means[a, b] = means[b, a] = expected
    return Model(kind, often, means, most, square)


def fit_kinds(
    rows: npt.ArrayLike, often: npt.ArrayLike, columns: npt.ArrayLike, often_column: npt.ArrayLike
) -> Numbers:
    """Return the chance of a cell of each kind of row and column, so that both have on average so many.

    A kind is how many columns a row has, and how `often` there is such a row; so too of columns. Kinds that
    are empty or full are certain, and taken out first: no finite fitness makes them so. Raises ValueError
    where the margins do not add up, or are met by no such chances.
    """
    row, column = np.array(rows, dtype=np.float64), np.array(columns, dtype=np.float64)
    times, times_column = np.array(often, dtype=np.float64), np.array(often_column, dtype=np.float64)
    if (held := row @ times) != (there := column @ times_column):
        raise ValueError(f"rows hold {held:g} and columns {there:g}; right would be as many")
    chances = np.zeros((len(row), len(column)))
    left, top = np.arange(len(row)), np.arange(len(column))
    while len(left) and len(top):
        full = row[left] >= times_column[top].sum()
        full_top = column[top] >= times[left].sum()
        if full.any():
            chances[np.ix_(left[full], top)] = 1
            column[top] -= times[left[full]].sum()
            row[left[full]] = 0
        elif full_top.any():
            chances[np.ix_(left, top[full_top])] = 1
            row[left] -= times_column[top[full_top]].sum()
            column[top[full_top]] = 0
        kept, kept_top = left[row[left] > 0], top[column[top] > 0]
        if len(kept) == len(left) and len(kept_top) == len(top):
            chances[np.ix_(left, top)] = _iterate(row[left], times[left], column[top], times_column[top])
            break
        left, top = kept, kept_top
    return chances


def _iterate(kinds: Numbers, often: Numbers, tops: Numbers, often_top: Numbers) -> Numbers:
    """Solve the fitness of rows and columns by turns."""
    whole = np.sqrt(kinds @ often)
    x, y = kinds / whole, tops / whole
    for _ in range(STEPS):
        x = kinds / (often_top * y / (1 + np.outer(x, y))).sum(axis=1)
        y = tops / (often[:, None] * x[:, None] / (1 + np.outer(x, y))).sum(axis=0)
        odds = np.outer(x, y)
        chances: Numbers = odds / (1 + odds)
        if np.all(np.abs((chances * often_top).sum(axis=1) - kinds) <= NEAR * kinds):
            return chances
    raise ValueError(f"no chances meet these margins after {STEPS:,} steps")


def measure_tails(chances: Numbers, often: Counts, most: int, tell: Tell | None = None) -> Numbers:
    """Return for each row of chances how likely at least 0, 1, … `most` come true (Poisson-binomial).

    Each chance stands for as many as `often` says.

    >>> measure_tails(np.array([[0.25]]), np.array([6]), 3).round(4)
    array([[1.    , 0.822 , 0.4661, 0.1694]])
    """
    # Place n holds the chance of just n so far, the last place of so many or more.
    held = np.zeros((len(chances), most + 1))
    held[:, 0] = 1
    for place, (column, times) in enumerate(zip(chances.T, often.tolist(), strict=True)):
        for _ in range(times):
            gained = held * column[:, None]
            top = gained[:, -1].copy()
            held -= gained
            held[:, 1:] += gained[:, :-1]
            held[:, -1] += top
        if tell is not None:
            tell(place + 1, chances.shape[1])
    return np.asarray(held[:, ::-1].cumsum(axis=1)[:, ::-1], np.float64)


def adjust_for_many(p: npt.ArrayLike, often: npt.ArrayLike | None = None) -> Numbers:
    """Return the q of each p among all that were tested (Benjamini and Hochberg 1995).

    Where one stands for several tests, `often` says for how many.

    >>> adjust_for_many([0.01, 0.02, 0.03, 0.04, 0.20]).round(2)
    array([0.05, 0.05, 0.05, 0.05, 0.2 ])
    """
    given = np.asarray(p, np.float64)
    times = np.ones(len(given)) if often is None else np.asarray(often, np.float64)
    order = np.argsort(given, kind="stable")
    ranks = np.cumsum(times[order])
    raised = given[order] * times.sum() / np.maximum(ranks, 1)
    q = np.empty(len(given))
    q[order] = np.minimum.accumulate(raised[::-1])[::-1]
    return np.minimum(q, 1)
