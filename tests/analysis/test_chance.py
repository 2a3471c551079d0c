"""Shared by chance: the worked numbers, exact enumeration of small tables, and other people's formulas."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chisquare, false_discovery_control, poisson_binom

from graphmap.analysis.chance import (
    Judged,
    Model,
    Numbers,
    adjust_for_many,
    draw_chance,
    find_most,
    fit_kinds,
    fit_model,
    measure_tails,
)
from graphmap.analysis.drawing import FIRST, Counts, Table, Tables
from tests.analysis.graphs import count_shared

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


def count_margins(table: Table) -> tuple[Counts, Counts]:
    """Return how many columns each row holds, and how many rows each column."""
    return table.sum(axis=1), table.sum(axis=0)


def is_tight(table: Table) -> bool:
    """Say whether some rows hold as much as their columns let them (Gale 1957, Ryser 1957)."""
    rows, columns = sorted(table.sum(axis=1), reverse=True), table.sum(axis=0)
    return any(sum(rows[:count]) == np.minimum(columns, count).sum() for count in range(1, len(rows)))


def draw(table: Table, draws: int, seed: int) -> Judged:
    """Judge by drawing what each two rows share."""
    return draw_chance(table, count_shared(table), draws, seed)


def fit(table: Table) -> tuple[Model, Judged]:
    """Fit the model to a table, and judge by it what each two rows share, as square tables."""
    shared = count_shared(table)
    model = fit_model(table.sum(axis=1), table.sum(axis=0), int(shared.max(initial=0)))
    places = np.indices(shared.shape)
    return model, model.judge(places[0], places[1], shared)


def spread_chances(rows: list[int], columns: list[int]) -> Numbers:
    """Return the chance of each cell of a table with these margins."""
    kinds, row, often = np.unique(rows, return_inverse=True, return_counts=True)
    tops, column, often_top = np.unique(columns, return_inverse=True, return_counts=True)
    return np.asarray(fit_kinds(kinds, often, tops, often_top)[np.ix_(row, column)], np.float64)


def test_the_configuration_model_says_the_worked_number() -> None:
    """All chances are a half, so the shared count is binomial with six tries of a quarter: .1694."""
    assert np.allclose(spread_chances([3] * 4, [2] * 6), 0.5)
    _, judged = fit(WORKED)
    assert judged.p[0, 1] == pytest.approx(0.1694, abs=5e-5)
    assert judged.expected[0, 1] == pytest.approx(1.5)
    assert judged.least[0, 2] == judged.p[0, 1]


def test_the_fixed_degree_null_says_the_worked_number() -> None:
    """Of 1,860 tables with these margins 20 have the first two share three: .0108; drawn, it is near."""
    tables = list_tables(WORKED)
    hits = sum(bool(count_shared(made)[0, 1] >= 3) for made in tables)
    assert (hits, len(tables)) == (20, 1860)
    drawn = draw(WORKED, 20_000, seed=1)
    assert drawn.p[0, 1] == pytest.approx(20 / 1860, abs=0.003)
    assert drawn.least[0, 2] == pytest.approx(20 / 1860, abs=0.003)
    expected = np.mean([count_shared(made)[0, 1] for made in tables])
    assert drawn.expected[0, 1] == pytest.approx(expected, abs=0.02)


@pytest.mark.parametrize(
    "rows",
    [
        [[1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 1]],
        [[1, 1, 1, 1, 0], [0, 1, 0, 0, 1], [0, 0, 1, 0, 0], [1, 1, 0, 0, 0]],
        [[1, 1, 0], [0, 0, 0], [1, 1, 1], [0, 0, 1]],
    ],
    ids=["three by four", "four by five", "with an empty row and a full one"],
)
def test_draws_are_those_of_the_exact_null_where_margins_differ(rows: list[list[int]]) -> None:
    table = np.array(rows, dtype=bool)
    shared, tables = count_shared(table), list_tables(table)
    apart = ~np.eye(len(table), dtype=bool)
    drawn = draw(table, 20_000, seed=2)
    exact = np.mean([count_shared(made) >= shared for made in tables], axis=0)
    assert np.abs(drawn.p - exact)[apart].max() < 0.015
    expected = np.mean([count_shared(made) for made in tables], axis=0)
    assert np.abs(drawn.expected - expected)[apart].max() < 0.03


def test_two_that_could_share_no_more_are_judged_by_the_most_that_the_margins_let_them() -> None:
    """The second row holds all columns but one, so no table lets the first and third share both of theirs."""
    table = np.array([[1, 1, 0], [1, 0, 1], [1, 1, 1]], dtype=bool)
    tables = list_tables(table)
    assert max(count_shared(made)[0, 1] for made in tables) == find_most(*count_margins(table))[0, 1] == 1
    assert draw(table, 200, seed=1).least[0, 1] == 1


@given(st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=1, max_size=4))
def test_the_most_that_two_could_share_is_what_brute_force_finds(rows: list[list[bool]]) -> None:
    table = np.array(rows, dtype=bool)
    shared = np.max([count_shared(made) for made in list_tables(table)], axis=0)
    apart = ~np.eye(len(table), dtype=bool)
    assert (find_most(*count_margins(table)) == shared)[apart].all()


def test_the_same_seed_draws_the_same_and_another_does_not() -> None:
    one, same, other = (draw(WORKED, 50, seed=seed).expected for seed in (7, 7, 8))
    assert (one == same).all()
    assert not (one == other).all()


def test_draws_tell_how_far_they_have_come() -> None:
    told: list[tuple[int, int]] = []
    draw_chance(WORKED, count_shared(WORKED), 4500, 1, lambda done, of: told.append((done, of)))
    assert told == [(4000, 4500), (4500, 4500)]


tables = st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=1, max_size=5)


@given(tables, st.integers(0, 99))
def test_trades_keep_all_margins_and_count_what_is_shared(rows: list[list[bool]], seed: int) -> None:
    table = np.array(rows, dtype=bool)
    drawn = Tables(table, 3)
    drawn.trade(20, np.random.default_rng(seed))
    counts = np.concatenate([*drawn.count_shared()], axis=1)
    for number, traded in enumerate(list_drawn(drawn, table.shape[1])):
        assert (traded.sum(axis=0) == table.sum(axis=0)).all()
        assert (traded.sum(axis=1) == table.sum(axis=1)).all()
        assert (counts[:, number] == count_shared(traded)[np.triu_indices(len(table), k=1)]).all()


def list_drawn(drawn: Tables, width: int) -> list[Table]:
    """Return each of some tables that are drawn side by side."""
    found = []
    for held in drawn.held.T:
        table = np.zeros((drawn.height, width), dtype=bool)
        table[held, drawn.columns] = True
        found.append(table)
    return found


def test_what_is_shared_is_counted_alike_by_bits_and_one_by_one() -> None:
    """Of 200 columns 64 are counted by bits in one word; of 200 that many have, all are, in four."""
    random = np.random.default_rng(5)
    for share in (0.04, 0.5):
        table = random.random((40, 200)) < share
        drawn = Tables(table, 5)
        assert len(drawn.common) == (64 if share < 0.1 else 200)
        drawn.trade(3, random)
        counts = np.concatenate([*drawn.count_shared()], axis=1)
        for number, traded in enumerate(list_drawn(drawn, 200)):
            assert (counts[:, number] == count_shared(traded)[np.triu_indices(40, k=1)]).all()


def test_every_table_with_these_margins_is_drawn_as_often() -> None:
    """Of 20,000 tables each of those there are comes as often as its turn, within what chance lets it."""
    table = np.array([[1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 1]], dtype=bool)
    drawn = Tables(table, 20_000)
    drawn.trade(FIRST * drawn.rounds, np.random.default_rng(4))
    often = Counter(traded.tobytes() for traded in list_drawn(drawn, 4))
    every = list_tables(table)
    assert set(often) == {one.tobytes() for one in every}
    assert chisquare(list(often.values())).pvalue > 0.01


def test_draws_of_many_seeds_spread_as_those_that_know_nothing_of_each_other() -> None:
    """Tables trade side by side by the same columns: they must have forgotten where all of them began."""
    table = np.array([[1, 1, 1, 1, 0], [0, 1, 0, 0, 1], [0, 0, 1, 0, 0], [1, 1, 0, 0, 0]], dtype=bool)
    told = np.array([draw(table, 1000, seed).p[0, 2] for seed in range(40)])
    chance = told.mean()
    assert told.var(ddof=1) < 2 * chance * (1 - chance) / 1000


@given(tables)
def test_fitted_chances_have_the_margins_of_the_table(rows: list[list[bool]]) -> None:
    table = np.array(rows, dtype=bool)
    try:
        chances = spread_chances(table.sum(axis=1).tolist(), table.sum(axis=0).tolist())
    except ValueError:
        # No finite fitness: every table with these margins has some of its cells full.
        assert is_tight(table)
        return
    assert chances.min() >= 0
    assert chances.max() <= 1
    assert np.allclose(chances.sum(axis=1), table.sum(axis=1), atol=1e-8)
    assert np.allclose(chances.sum(axis=0), table.sum(axis=0), atol=1e-8)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=4), st.integers(1, 2), st.integers(0, 9))
def test_at_least_so_many_is_what_brute_force_and_scipy_say(
    chances: list[float], often: int, most: int
) -> None:
    told = measure_tails(np.array([chances]), np.full(len(chances), often), most)[0]
    tries = chances * often
    brute = np.zeros(most + 1)
    for outcome in product((0, 1), repeat=len(tries)):
        weight = np.prod([p if one else 1 - p for p, one in zip(tries, outcome, strict=True)])
        brute[: min(sum(outcome), most) + 1] += weight
    assert told == pytest.approx(brute, abs=1e-9)
    scipys = [float(poisson_binom.sf(least - 1, tries)) for least in range(most + 1)]
    assert told == pytest.approx(scipys, abs=1e-9)


@given(tables)
def test_the_model_judges_each_pair_by_its_own_chances(rows: list[list[bool]]) -> None:
    table = np.array(rows, dtype=bool)
    try:
        chances = spread_chances(table.sum(axis=1).tolist(), table.sum(axis=0).tolist())
    except ValueError:
        return
    shared, (_, judged) = count_shared(table), fit(table)
    for a, b in combinations(range(len(table)), 2):
        both = chances[a] * chances[b]
        assert judged.expected[a, b] == pytest.approx(both.sum(), abs=1e-9)
        assert judged.p[a, b] == pytest.approx(float(poisson_binom.sf(shared[a, b] - 1, both)), abs=1e-9)
        most = min(table[a].sum(), table[b].sum(), (table.sum(axis=0) > 1).sum())
        assert judged.least[a, b] == pytest.approx(float(poisson_binom.sf(most - 1, both)), abs=1e-9)


def test_the_model_says_what_the_package_bicm_says() -> None:
    """`bicm` 3.4.0, compute_projection(rows=True, method="poibin"), get_projected_pvals_mat()."""
    rows = (
        *("10011011000000", "10000001000000", "01001001010111", "00000110001100", "11111001011001"),
        *("01111000111001", "11011110000000", "10110001110111", "10111111111111"),
    )
    table = np.array([[mark == "1" for mark in row] for row in rows])
    told = [
        *(0.212404135, 0.820959376, 0.847287254, 0.480131298, 0.874380058, 0.20849411, 0.733550117),
        *(0.541057719, 0.714120868, 1.0, 0.431031507, 1.0, 0.663522518, 0.431031507, 0.590595178),
        *(0.927195283, 0.562419581, 0.686939008, 0.896220804, 0.562419581, 0.7291791, 0.964288088),
        *(0.949221052, 0.623360705, 0.964288088, 0.554149296, 0.261552052, 0.647663256, 0.623204619),
        *(0.708209657, 0.785339565, 0.70509192, 0.717512728, 0.96043058, 0.743620268, 0.491056091),
    ]
    _, judged = fit(table)
    assert judged.p[np.triu_indices(9, k=1)] == pytest.approx(told, abs=1e-7)


def test_many_tests_are_adjusted_as_worked() -> None:
    assert adjust_for_many([0.01, 0.02, 0.03, 0.04, 0.20]) == pytest.approx([0.05, 0.05, 0.05, 0.05, 0.20])
    assert adjust_for_many([1.0, 0.03, 1.0, 1.0])[1] == pytest.approx(0.12)
    assert len(adjust_for_many([])) == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(1, 3)), min_size=1, max_size=8))
def test_tests_that_came_out_alike_are_adjusted_as_each_alone(tests: list[tuple[float, int]]) -> None:
    p, often = [one for one, _ in tests], [times for _, times in tests]
    each = np.repeat(p, often)
    assert np.repeat(adjust_for_many(p, often), often) == pytest.approx(false_discovery_control(each))


def test_margins_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="rows hold 3 and columns 2"):
        fit_kinds([3], [1], [1], [2])
