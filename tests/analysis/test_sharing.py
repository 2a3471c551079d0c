"""The table of who has what, multiplied in parts and by two ways, against pairs counted one by one."""

from __future__ import annotations

from itertools import combinations
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.analysis import find_overlaps, sharing
from graphmap.analysis.closest import keep_closest, keep_closest_of_each
from graphmap.analysis.scope import Scope, select_ties
from graphmap.analysis.sharing import Pairs, SharingTable
from tests.analysis.graphs import make_tie, make_world_with

PLACES = ["tur:mayor", "tur:ministry", "TUR", "FRA"]
held = st.fixed_dictionaries({province: st.sets(st.sampled_from(PLACES)) for province in "ABCD"})
Row = tuple[int, int, int, float]


def make_table(held: dict[str, set[str]]) -> SharingTable:
    """Return the table of what is held, at its finest level or coarser, whichever a target has."""
    ties = [make_tie(f"{a}-{b}", a, b) for a, targets in held.items() for b in sorted(targets)]
    return SharingTable(select_ties(make_world_with(*ties), Scope("country")))


def list_rows(pairs: Pairs) -> list[Row]:
    columns = (pairs.one, pairs.other, pairs.shared, pairs.rarity)
    return list(zip(*(column.tolist() for column in columns), strict=True))


def count_one_by_one(table: SharingTable, least: int) -> list[Row]:
    """Return every pair of rows that share at least so many targets, from the full table."""
    filled, found = table.fill(), []
    for one, other in combinations(range(len(filled)), 2):
        both = np.flatnonzero(filled[one] & filled[other])
        rarity = sum(1 / log(int(filled[:, target].sum())) for target in both)
        if len(both) >= least:
            found.append((one, other, len(both), round(rarity, 9)))
    return found


def order_one_by_one(table: SharingTable, rows: list[Row]) -> list[Row]:
    def rank(row: Row) -> tuple[float, ...]:
        one, other, shared, rarity = row
        return (shared < 2, -rarity, -shared / (table.sizes[one] + table.sizes[other] - shared), one, other)

    return sorted(rows, key=rank)


@pytest.fixture(
    params=[(1_000_000, 0.1), (1_000_000, 0.6), (1_000_000, 1.1), (5, 0.6), (1, 1.1)],
    ids=["whole", "partly laid down", "laid down", "mixed", "sparse"],
)
def parts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Multiply at once, or lay pairs down; or in small parts, what few have apart; or all sparsely."""
    monkeypatch.setattr(sharing, "PART_CELLS", request.param[0])
    monkeypatch.setattr(sharing, "COMMON", request.param[1])


def draw_held(seed: int, provinces: int = 9, targets: int = 6) -> SharingTable:
    """Return a table of drawn cells, of which some targets are held by many and some by few or none."""
    draw = np.random.default_rng(seed)
    table = make_table({"A": {"TUR"}})
    filled = draw.random((provinces, targets)) < np.linspace(0.1, 0.9, targets)
    cells = np.flatnonzero(filled)
    table.provinces, table.targets, table.cells = (
        np.arange(provinces, dtype=np.int32),
        np.arange(targets, dtype=np.int32),
        cells,
    )
    table.sizes, table.holders = filled.sum(axis=1), filled.sum(axis=0)
    return table


@pytest.mark.usefixtures("parts")
@pytest.mark.parametrize("seed", range(6))
def test_pairs_are_those_counted_one_by_one(seed: int) -> None:
    for least in (1, 2):
        table = draw_held(seed)
        expected = count_one_by_one(table, least)
        assert list_rows(Pairs.join(table.each_part(least))) == expected
        for row in range(len(table.provinces)):
            assert list_rows(table.list_pairs_of(row, least)) == [
                pair for pair in expected if row in pair[:2]
            ]
        for limit in (1, 4, 100):
            kept, total = keep_closest(table.each_part(least), limit)
            first = list_rows(kept.take(table.order_pairs(kept)))[:limit]
            assert (first, total) == (order_one_by_one(table, expected)[:limit], len(expected))


@pytest.mark.usefixtures("parts")
@pytest.mark.parametrize("seed", range(6))
def test_the_first_of_each_row_are_those_of_its_own_order(seed: int) -> None:
    table = draw_held(seed)
    ordered = order_one_by_one(table, count_one_by_one(table, 1))
    for top in (1, 3, 20):
        expected = {
            pair
            for row in range(len(table.provinces))
            for pair in [pair for pair in ordered if row in pair[:2]][:top]
        }
        assert list_rows(keep_closest_of_each(table, 1, top)) == sorted(expected)


@given(held)
def test_a_pair_is_found_where_it_stands(held: dict[str, set[str]]) -> None:
    every = Pairs.join(make_table(held).each_part(1))
    for place, (one, other, *_) in enumerate(list_rows(every)):
        assert every.find(one, other) == place


def test_the_first_pairs_of_each_province_may_be_asked_for() -> None:
    ends = [("A", "TUR"), ("B", "TUR"), ("C", "TUR"), ("C", "FRA"), ("D", "FRA")]
    world = make_world_with(*(make_tie(f"t{n}", a, b) for n, (a, b) in enumerate(ends)))
    found = find_overlaps(world, min_shared=1, top=1)
    # Of C it is D, of D C; A and B, and each of the three that have TUR, share the same: the first by id.
    assert [tuple(p.id for p in one.provinces) for one in found] == [("C", "D"), ("A", "B")]
    assert found.total == 2
    one = find_overlaps(world, min_shared=1, province="C", top=2)
    assert [tuple(p.id for p in one.provinces) for one in one] == [("C", "D"), ("A", "C")]
    assert one.total == 2
    assert find_overlaps(world, min_shared=1, province="C", top=2, limit=1).total == 2


def test_a_province_without_a_tie_that_counts_has_no_pair() -> None:
    world = make_world_with(make_tie("t1", "A", "TUR"), make_tie("t2", "B", "TUR"))
    assert len(find_overlaps(world, min_shared=1, province="D")) == 0
