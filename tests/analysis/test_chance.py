"""Shared by chance: the worked numbers, exact enumeration of small tables, and other people's formulas."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson_binom

from graphmap.analysis.chance import (
    Table,
    adjust_for_many,
    count_shared,
    draw_chance,
    fit_chances,
    measure_at_least,
    solve_chance,
    trade_columns,
)

WORKED: Table = np.array(
    [[1, 1, 1, 0, 0, 0], [1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 1, 1]], dtype=bool
)
"""Methods 2: four provinces of three countries, six countries of two provinces; the first two share all."""


def list_tables(table: Table) -> list[Table]:
    """Return every table with the margins of one, by brute force, row by row."""
    found = [(np.zeros((0, table.shape[1]), dtype=bool), table.sum(axis=0))]
    for size in table.sum(axis=1).tolist():
        longer = []
        for made, left in found:
            for columns in combinations(np.flatnonzero(left).tolist(), size):
                row = np.zeros(table.shape[1], dtype=bool)
                row[list(columns)] = True
                longer.append((np.vstack([made, row]), left - row))
        found = longer
    return [made for made, left in found if not left.any()]


def is_tight(table: Table) -> bool:
    """Say whether some rows hold as much as their columns let them (Gale 1957, Ryser 1957)."""
    rows, columns = sorted(table.sum(axis=1), reverse=True), table.sum(axis=0)
    return any(sum(rows[:count]) == np.minimum(columns, count).sum() for count in range(1, len(rows)))


def test_the_configuration_model_says_the_worked_number() -> None:
    """All chances are a half, so the shared count is binomial with six tries of a quarter: .1694."""
    assert np.allclose(fit_chances([3] * 4, [2] * 6), 0.5)
    chance = solve_chance(WORKED)
    assert chance.p[0, 1] == pytest.approx(0.1694, abs=5e-5)
    assert chance.expected[0, 1] == pytest.approx(1.5)
    assert chance.shared[0, 1] == 3


def test_the_fixed_degree_null_says_the_worked_number() -> None:
    """Of 1,860 tables with these margins 20 have the first two share three: .0108; drawn, it is near."""
    tables = list_tables(WORKED)
    hits = sum(bool(count_shared(made)[0, 1] >= 3) for made in tables)
    assert (hits, len(tables)) == (20, 1860)
    drawn = draw_chance(WORKED, 1200, seed=1)
    assert drawn.p[0, 1] == pytest.approx(20 / 1860, abs=0.009)
    expected = np.mean([count_shared(made)[0, 1] for made in tables])
    assert drawn.expected[0, 1] == pytest.approx(expected, abs=0.08)


def test_draws_are_those_of_the_exact_null_where_margins_differ() -> None:
    table = np.array([[1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 1]], dtype=bool)
    shared = count_shared(table)
    exact = np.mean([count_shared(made) >= shared for made in list_tables(table)], axis=0)
    drawn = draw_chance(table, 1500, seed=2)
    assert np.abs(drawn.p - exact).max() < 0.05


def test_the_same_seed_draws_the_same_and_another_does_not() -> None:
    one, same, other = (draw_chance(WORKED, 50, seed=seed).expected for seed in (7, 7, 8))
    assert (one == same).all()
    assert not (one == other).all()


@given(st.lists(st.lists(st.booleans(), min_size=4, max_size=4), min_size=1, max_size=5), st.integers(0, 99))
def test_trades_keep_all_margins(rows: list[list[bool]], seed: int) -> None:
    table = np.array(rows, dtype=bool)
    before = table.copy()
    trade_columns(table, 20, np.random.default_rng(seed))
    assert (table.sum(axis=0) == before.sum(axis=0)).all()
    assert (table.sum(axis=1) == before.sum(axis=1)).all()


@given(st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=1, max_size=5))
def test_fitted_chances_have_the_margins_of_the_table(rows: list[list[bool]]) -> None:
    table = np.array(rows, dtype=bool)
    try:
        chances = fit_chances(table.sum(axis=1), table.sum(axis=0))
    except ValueError:
        # No finite fitness: every table with these margins has some of its cells full.
        assert is_tight(table)
        return
    assert chances.min() >= 0
    assert chances.max() <= 1
    assert np.allclose(chances.sum(axis=1), table.sum(axis=1), atol=1e-8)
    assert np.allclose(chances.sum(axis=0), table.sum(axis=0), atol=1e-8)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=7), st.integers(0, 7))
def test_at_least_so_many_is_what_brute_force_and_scipy_say(chances: list[float], least: int) -> None:
    told = float(measure_at_least(np.array([chances]), np.array([least]))[0])
    brute = 0.0
    for outcome in product((0, 1), repeat=len(chances)):
        if sum(outcome) >= least:
            brute += float(np.prod([p if one else 1 - p for p, one in zip(chances, outcome, strict=True)]))
    assert told == pytest.approx(brute, abs=1e-9)
    assert told == pytest.approx(float(poisson_binom.sf(least - 1, chances)), abs=1e-9)


def test_many_tests_are_adjusted_as_worked() -> None:
    assert adjust_for_many([0.01, 0.02, 0.03, 0.04, 0.20]) == pytest.approx([0.05, 0.05, 0.05, 0.05, 0.20])
    assert adjust_for_many([1.0, 0.03, 1.0, 1.0])[1] == pytest.approx(0.12)
    assert len(adjust_for_many([])) == 0


def test_margins_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="rows hold 3 and columns 2"):
        fit_chances([3], [1, 1])
