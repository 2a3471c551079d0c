"""Divisions of targets among provinces: the worked example, and every division tried on small ones."""

from __future__ import annotations

from importlib.machinery import PathFinder
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from graphmap.analysis.division import (
    HUNDREDTHS,
    OPEN,
    Division,
    Field,
    divide_field,
    find_margins,
    load_solver,
    measure_division,
)
from graphmap.errors import GraphmapError

TUR, IRQ, AZE = range(3)
EAZ, KSH, RKH = range(3)
POINTS = [[9, 7, 8], [5, 9, 6], [8, 1, 2]]
"""Turkey, Iraq and Azerbaijan by East Azerbaijan, Kermanshah and Razavi Khorasan."""


def make_field(points: list[list[int]], capacity: int = 1, fairness: int = 0, **more: object) -> Field:
    """Make a field of points in which the first province stands first."""
    table = np.array(points, np.int64).reshape(len(points), -1) * HUNDREDTHS
    order = np.broadcast_to(np.arange(table.shape[1]), table.shape).astype(np.int64)
    full = np.full(table.shape[1], capacity)
    return Field(table, order, full, fairness, **more)  # type: ignore[arg-type]


def test_the_solver_is_scipys_and_is_found_wherever_scipy_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    load_solver.cache_clear()
    alone = load_solver()
    assert alone is not linear_sum_assignment
    costs = np.random.default_rng(3).integers(0, 4, (6, 9)).astype(float)  # many are equally good
    assert alone(costs)[1].tolist() == linear_sum_assignment(costs)[1].tolist()
    monkeypatch.setattr(PathFinder, "find_spec", lambda *_: None)
    load_solver.cache_clear()
    assert load_solver() is linear_sum_assignment
    load_solver.cache_clear()


def test_the_best_division_beats_the_greedy_one_by_five_points() -> None:
    best = divide_field(make_field(POINTS))
    assert best.leads == (RKH, KSH, EAZ)
    assert best.points == 25 * HUNDREDTHS


def test_a_margin_is_what_is_lost_if_another_leads() -> None:
    field = make_field(POINTS)
    margins = [margin.lost for margin in find_margins(field, divide_field(field)) if margin and margin.lost]
    assert margins == [4 * HUNDREDTHS, 4 * HUNDREDTHS, 5 * HUNDREDTHS]


def test_of_two_equal_divisions_the_stated_order_chooses_and_their_margin_is_nothing() -> None:
    field = make_field([*POINTS, [6, 4, 5]], capacity=2)
    best = divide_field(field)
    assert best.points == 31 * HUNDREDTHS
    free = [target for target, one in enumerate(find_margins(field, best)) if one and one.lost == 0]
    equal = {
        leads
        for leads in product(range(3), repeat=4)
        if max(map(leads.count, range(3))) <= 2 and measure_division(field, leads).points == best.points
    }
    assert len(equal) == 2
    assert free == [target for target in range(4) if len({leads[target] for leads in equal}) == 2]
    assert best.leads == min(equal, key=sum)


def test_fairness_spreads_leads_at_the_price_of_two_points() -> None:
    points = [[8, 7, 7]] * 3
    alone, even = (divide_field(make_field(points, 3, fairness)) for fairness in (0, 1))
    assert (set(alone.leads), alone.points) == ({0}, 24 * HUNDREDTHS)
    assert (sorted(even.leads), even.points) == ([0, 1, 2], 22 * HUNDREDTHS)


def test_what_nobody_has_capacity_for_stays_open_and_is_not_forced() -> None:
    best = divide_field(make_field([*POINTS, [6, 4, 5]]))
    assert best.open == 1
    assert best.leads[3] == OPEN


def test_nobody_leads_where_he_has_no_points() -> None:
    assert divide_field(make_field([[0, 0], [0, 3]])).leads == (OPEN, 1)


def test_too_much_forced_on_one_province_is_refused() -> None:
    with pytest.raises(GraphmapError, match="capacity"):
        divide_field(make_field(POINTS, forced={TUR: EAZ, IRQ: EAZ}))


def test_who_is_to_lead_something_does_if_anybody_has_a_target_for_it() -> None:
    field = make_field([[9, 1], [9, 2]], 2, served=np.array([False, True]))
    assert divide_field(field).leads == (0, 1)


tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 4), min_size=width, max_size=width), min_size=1, max_size=4
    )
)


@given(points=tables, capacity=st.integers(0, 3), fairness=st.integers(0, 3), data=st.data())
def test_it_is_the_best_of_all_divisions(
    points: list[list[int]], capacity: int, fairness: int, data: st.DataObject
) -> None:
    targets, provinces = len(points), len(points[0])
    forced = data.draw(
        st.dictionaries(st.integers(0, targets - 1), st.integers(0, provinces - 1), max_size=1)
    )
    barred = np.array(
        data.draw(st.lists(st.booleans(), min_size=targets * provinces, max_size=targets * provinces))
    ).reshape(targets, provinces)
    field = make_field(points, capacity, fairness, forced=forced, barred=barred)
    allowed = field.may_lead
    every = [
        leads
        for leads in product(range(OPEN, provinces), repeat=targets)
        if all(lead == OPEN or allowed[target, lead] for target, lead in enumerate(leads))
        and all(leads.count(province) <= capacity for province in range(provinces))
        and all(leads[target] == province for target, province in forced.items())
    ]
    if not every:
        with pytest.raises(GraphmapError, match="capacity"):
            divide_field(field)
        return

    def rank(leads: tuple[int, ...]) -> tuple[int, int, int]:
        one = measure_division(field, leads)
        return one.open, -one.worth, sum(lead for lead in leads if lead != OPEN)

    best = divide_field(field)
    assert rank(best.leads) == min(map(rank, every))
    for target, margin in enumerate(find_margins(field, best)):
        if margin is None:
            assert best.leads[target] == OPEN or target in forced
            continue
        others = [leads for leads in every if leads[target] != best.leads[target]]
        least = min(map(rank, others))
        assert margin.lost == (None if least[0] > best.open else best.worth + least[1])


def test_a_division_knows_how_many_are_open() -> None:
    assert Division((OPEN, 0, OPEN), 0, 0).open == 2
