"""Rivals of random graphs: what the columns find is what plain Python finds, tie by tie."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.analysis import blocks as analysis_blocks
from graphmap.analysis import find_rivals
from graphmap.analysis.measures import judge_rivalry
from graphmap.dates import Bounds
from graphmap.scales import VERDICTS
from graphmap.schema import Record
from graphmap.store.snapshot import NOTHING, Snapshot
from tests.analysis.graphs import are_near, make_tie, make_world_with
from tests.time_oracles import count_shared_days, judge_overlap


@st.composite
def short_ties(draw: st.DrawFn) -> list[Record]:
    dates = st.sampled_from(["", "2010", "2010-07-01", "2011?", "2012"])
    ends = st.sampled_from(["", "..", "2013", "2013-02-01", "2014-01-01"])
    found = []
    for number in range(draw(st.integers(2, 9))):
        sectors = draw(st.sampled_from([(), ("trade",), ("tourism",), ("trade", "energy")]))
        given: dict[str, Any] = {
            "since": draw(dates),
            "until": draw(ends),
            "stage": draw(st.sampled_from([None, "in_force", "suspended", "negotiating"])),
        }
        given = {name: value for name, value in given.items() if value} | (
            {"sectors": sectors} if sectors else {}
        )
        start, end = draw(st.sampled_from("ABCD")), draw(st.sampled_from(["TUR", "tur:port", "fra:bay"]))
        found.append(make_tie(f"t{number}", start, end, **given))
    return found


def judge_plainly(snapshot: Snapshot, one: int, other: int, as_of: date | None) -> str:
    """Judge two ties one by one, from their bounds, stages and sectors."""
    ties = snapshot.ties
    weak = {"suspended", "negotiating"}
    bounds: list[Bounds] = []
    for tie in (one, other):
        known = snapshot.bounds(tie)
        doubtful = known.doubtful or ties.stages[tie] in weak
        bounds.append(replace(known, doubtful=doubtful))
    sectors = [set(ties.sectors[tie]) for tie in (one, other)]
    sector = bool(sectors[0] & sectors[1]) if all(sectors) else None
    if as_of is None:
        answer = judge_overlap(*bounds)
    else:
        on = [b.since_latest <= as_of < b.until_earliest and not b.doubtful for b in bounds]
        answer = "certain" if all(on) else "possible"
    return judge_rivalry(True, {"certain": True, "possible": None, "none": False}[answer], sector)


@given(short_ties(), st.sampled_from([None, date(2010, 9, 1), date(2013, 1, 15)]))
def test_verdicts_are_those_of_every_two_ties_judged_one_by_one(
    ties: list[Record], as_of: date | None
) -> None:
    snapshot = make_world_with(*ties)
    columns = snapshot.ties
    expected: dict[tuple[str, str, str], tuple[str, str]] = {}
    counted = [n for n in range(len(columns.ids)) if as_of is None or snapshot.counting_on(as_of)[0][n]]
    for one, other in combinations(counted, 2):
        if columns.country[one] != columns.country[other] or columns.province[one] == columns.province[other]:
            continue
        assert columns.province[one] != NOTHING
        names = snapshot.places.ids
        a, b = sorted((names[columns.province[one]], names[columns.province[other]]))
        key = (names[columns.country[one]], a, b)
        before = expected.setdefault(key, ("none", "none"))
        verdict = judge_plainly(snapshot, one, other, as_of)
        which = int("negotiating" in (columns.stages[one], columns.stages[other]))
        stronger = max(before[which], verdict, key=lambda name: VERDICTS.index(name))
        expected[key] = (stronger, before[1]) if which == 0 else (before[0], stronger)
    found = {
        (rivalry.target.id, pair.provinces[0].id, pair.provinces[1].id): (pair.verdict, pair.preparing)
        for rivalry in find_rivals(snapshot, as_of=as_of)
        for pair in rivalry.pairs
    }
    assert found == expected


@given(short_ties(), st.sampled_from([None, date(2013, 1, 15)]))
def test_judging_part_by_part_changes_nothing(ties: list[Record], as_of: date | None) -> None:
    snapshot = make_world_with(*ties)
    whole = find_rivals(snapshot, as_of=as_of).as_json()
    before = analysis_blocks.CELLS_AT_ONCE
    try:
        analysis_blocks.CELLS_AT_ONCE = 1
        assert find_rivals(snapshot, as_of=as_of).as_json() == whole
    finally:
        analysis_blocks.CELLS_AT_ONCE = before


@given(short_ties(), st.sampled_from([None, date(2013, 6, 1)]))
def test_shares_and_ranges_agree_and_days_are_those_of_two_ties(
    ties: list[Record], until: date | None
) -> None:
    snapshot = make_world_with(*ties)
    rows = {identity: row for row, identity in enumerate(snapshot.ties.ids)}
    for rivalry in find_rivals(snapshot, until=until):
        for pair in rivalry.pairs:
            if pair.shares is not None:
                parts = (pair.shares.rivalry, pair.shares.complementarity, pair.shares.one_sided)
                assert sum(parts) == pytest.approx(1)
                assert are_near(pair.rivalry_range, parts[0], parts[0])
            elif pair.rivalry_range is not None:
                assert 0 <= pair.rivalry_range[0] <= pair.rivalry_range[1] <= 1 + 1e-9
            least, most = pair.days
            assert least is None or most is None or least <= most
            stages = {snapshot.ties.stages[rows[tie]] for tie in pair.ties}
            if len(pair.ties) == 2 and not stages & {"negotiating", "suspended"}:
                one, other = (snapshot.bounds(rows[tie]) for tie in pair.ties)
                assert pair.days == count_shared_days(one, other, until)
