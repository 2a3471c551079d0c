"""Rivals of many ties: what is worked out in columns, or judged again when looked at, is the same answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmap.analysis import find_rivals, leaders, meeting_points, squares, standings
from graphmap.analysis.dividing import divide_by_target
from graphmap.analysis.judging import Judged
from graphmap.analysis.leaders import Pairs, measure_pairs
from graphmap.analysis.meeting_points import judge_contests
from graphmap.analysis.pairs import rank_meeting
from graphmap.analysis.scope import Scope, select_ties
from graphmap.schema import Record
from tests.analysis.graphs import make_world_with
from tests.analysis.test_rivals_random import short_ties
from tests.examples import examples

DAYS = [None, date(2010, 9, 1), date(2013, 1, 15), date(2016, 1, 15)]
ASKED = st.fixed_dictionaries({"as_of": st.sampled_from(DAYS), "sector": st.sampled_from([None, "trade"])})


@settings(max_examples=examples(50))
@given(short_ties(), ASKED, st.sampled_from([None, date(2013, 6, 1)]))
def test_pairs_measured_together_are_what_each_is_by_itself(
    ties: list[Record], asked: dict[str, Any], until: date | None
) -> None:
    snapshot = make_world_with(*ties)
    scope = Scope("country", **asked, until=None if asked["as_of"] else until)
    contests = judge_contests(snapshot, scope, divide_by_target(select_ties(snapshot, scope, beside=True)))
    for level, target in zip(contests.level.tolist(), contests.target.tolist(), strict=True):
        judged = contests.find_judged(level, target)
        one, other = np.nonzero(np.triu(judged.meet, k=1))
        codes = [part[one, other].astype(np.int64) for part in (judged.strength, judged.preparing)]
        pairs = Pairs(contests, level, np.full(len(one), target), one, other, *codes)
        least, latest = measure_pairs(pairs)
        alone = [rank_meeting(pair) for pair in pairs.describe()]
        assert least.tolist() == pytest.approx([told for told, _ in alone], abs=1e-8)
        assert latest.tolist() == [told for _, told in alone]


@settings(max_examples=examples(25))
@given(short_ties(), ASKED, st.sampled_from(["contest", "pair", "target"]))
def test_targets_of_many_ties_are_judged_as_those_of_few(
    ties: list[Record], asked: dict[str, Any], by: Any
) -> None:
    snapshot = make_world_with(*ties)
    whole = find_rivals(snapshot, by=by, **asked).as_json()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(standings, "SMALL", 0)  # each target by itself
        patch.setattr(leaders, "MANY_TIES", 0)
        assert find_rivals(snapshot, by=by, **asked).as_json() == whole
        # Nothing is held, and few cells are looked at in one go.
        patch.setattr(standings, "MOST_HELD", 0)
        patch.setattr(meeting_points, "MOST_HELD", 0)
        patch.setattr(standings, "ROWS", 64)
        patch.setattr(squares, "CELLS_AT_ONCE", 1)
        assert find_rivals(snapshot, by=by, **asked).as_json() == whole


@pytest.mark.parametrize("limit", [1, 2, None])
def test_the_first_pairs_of_a_large_table_are_those_by_strength_and_ids(
    limit: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = np.random.default_rng(5)
    square = draw.integers(0, 4, (9, 9)).astype(np.int8)
    square = np.maximum(square, square.T)
    np.fill_diagonal(square, 0)
    judged = Judged(square, np.zeros_like(square))
    plain = sorted(
        ((-int(square[a, b]), a, b) for a in range(9) for b in range(a + 1, 9) if square[a, b]),
    )[:limit]
    monkeypatch.setattr(standings, "ROWS", 64)
    one, other = standings.choose_first(judged, limit)
    assert [*zip(one.tolist(), other.tolist(), strict=True)] == [(a, b) for _, a, b in plain]
