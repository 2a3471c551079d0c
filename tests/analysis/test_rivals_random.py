"""Rivals of random graphs: what the columns find is what plain Python finds, tie by tie."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmap.analysis import find_rivals, squares
from graphmap.analysis.dividing import divide_by_target
from graphmap.analysis.measures import judge_rivalry
from graphmap.analysis.scope import Scope, select_ties
from graphmap.analysis.standings import Squares
from graphmap.dates import find_days, subtract_years
from graphmap.scales import VERDICTS
from graphmap.schema import Record, Tie
from tests.analysis.graphs import are_near, make_tie, make_world_with
from tests.examples import examples
from tests.time_oracles import count_shared_days, judge_overlap


@st.composite
def short_ties(draw: st.DrawFn) -> list[Record]:
    dates = st.sampled_from(["", "2010", "2010-07-01", "2011?", "2012"])
    ends = st.sampled_from(["", "", "..", "2013", "2013-02-01", "2014-01-01"])
    found = []
    for number in range(draw(st.integers(2, 9))):
        sectors = draw(st.sampled_from([(), ("trade",), ("tourism",), ("trade", "energy"), ("other",)]))
        given: dict[str, Any] = {
            "since": draw(dates),
            "until": draw(ends),
            "stage": draw(st.sampled_from([None, "in_force", "suspended", "negotiating"])),
            "kind": draw(st.sampled_from(["", "", "visit"])),
            "document": draw(st.sampled_from(["", "", "act-1", "act-2"])),
        }
        given = {name: value for name, value in given.items() if value} | (
            {"sectors": sectors} if sectors else {}
        )
        start, end = draw(st.sampled_from("ABCD")), draw(st.sampled_from(["TUR", "tur:port", "fra:bay"]))
        found.append(make_tie(f"t{number}", start, end, **given))
    return found


def find_plain_signs(ties: list[Tie], of: Tie) -> list[date]:
    """List the days on which a commitment is known to have been alive, tie by tie (methods 3.4, item 3)."""
    signs = []
    for tie in ties:
        if tie.stage in PREPARING:
            continue
        same_act = tie is of or (tie.document is not None and tie.document == of.document)
        same_ends = (tie.from_id, tie.to_id) == (of.from_id, of.to_id) and of.to_id not in ("TUR", "FRA")
        if tie.kind == "visit":
            if (same_act or same_ends) and tie.since and not find_days(tie.since).doubtful:
                signs.append(find_days(tie.since).earliest)
        elif same_act:
            signs += [
                find_days(tie.since or "").earliest,
                *(find_days(day).earliest for day in tie.attested or ()),
            ]
    return signs


def is_there(ties: list[Tie], tie: Tie, day: date, years: int) -> bool:
    """Say whether a tie holds on a day: by its dates, or with some years after its last sign of life."""
    bounds = tie.bounds()
    if tie.stage in {"suspended", *PREPARING} or not bounds.since_latest <= day:
        return False
    if day < bounds.until_earliest:
        return True
    last = max(find_plain_signs(ties, tie))
    return not tie.until and bool(years) and last > subtract_years(day, years)


def judge_plainly(ties: list[Tie], one: Tie, other: Tie, as_of: date | None, years: int) -> str:
    """Judge two ties one by one, from their dates, kinds, stages and sectors; acts are told apart before."""
    if "visit" in (one.kind, other.kind):
        return "none" if one.kind == other.kind else "in contact"
    sectors = [set(tie.sectors or ()) for tie in (one, other)]
    sector: bool | None = bool(sectors[0] & sectors[1] - {"other"}) or None
    if not sector and all(sectors) and not sectors[0] & sectors[1]:
        sector = False
    if as_of is None:
        weak = {"suspended", *PREPARING}
        answer = judge_overlap(one.bounds(), other.bounds())
        certain = answer == "certain" and not {one.stage, other.stage} & weak
        return judge_rivalry(True, True if certain else False if answer == "none" else None, sector)
    sure, presumed = (all(is_there(ties, tie, as_of, n) for tie in (one, other)) for n in (0, years))
    return judge_rivalry(True, sure or None, sector, presumed=presumed)


PREPARING = {"negotiating"}
DAYS = [None, date(2010, 9, 1), date(2013, 1, 15), date(2016, 1, 15)]


@given(short_ties(), st.sampled_from(DAYS), st.sampled_from([0, 1, 5]))
def test_verdicts_are_those_of_every_two_ties_judged_one_by_one(
    records: list[Record], as_of: date | None, years: int
) -> None:
    snapshot = make_world_with(*records)
    ties = [record for record in records if isinstance(record, Tie)]
    counts = snapshot.counting_on(as_of, contacts=True)[0] if as_of else np.ones(len(ties), bool)
    order = {identity: row for row, identity in enumerate(snapshot.ties.ids)}
    counted = [tie for tie in ties if counts[order[tie.identity]]]
    country = {"TUR": "TUR", "tur:port": "TUR", "fra:bay": "FRA"}
    acts = {(tie.start, tie.document) for tie in ties if tie.document and tie.kind != "visit"}
    expected: dict[tuple[str, str, str], tuple[str, str]] = {}
    for one, other in combinations(counted, 2):
        at = country[one.target]
        if at != country[other.target] or one.start == other.start:
            continue
        a, b = sorted((one.start, other.start))
        before = expected.setdefault((at, a, b), ("none", "none"))
        shared = {act for _, act in acts if {(a, act), (b, act)} <= acts}
        verdict = judge_plainly(ties, one, other, as_of, years)
        if {one.document, other.document} & shared and "visit" not in (one.kind, other.kind):
            verdict = "joint" if one.document == other.document else "none"
        which = int(bool({one.stage, other.stage} & PREPARING))
        stronger = max(before[which], verdict, key=VERDICTS.index)
        expected[at, a, b] = (stronger, before[1]) if which == 0 else (before[0], stronger)
    found = {
        (rivalry.target.id, pair.provinces[0].id, pair.provinces[1].id): (pair.verdict, pair.preparing)
        for rivalry in find_rivals(snapshot, as_of=as_of, presume=years, by="target")
        for pair in rivalry.pairs
    }
    listed = {at for at, _, _ in found}
    assert found == {key: told for key, told in expected.items() if key[0] in listed}
    assert all(told == ("none", "none") for key, told in expected.items() if key[0] not in listed)


@settings(max_examples=examples(50))
@given(short_ties(), st.sampled_from(DAYS[1:]))
def test_a_longer_presumption_never_weakens_a_verdict_and_leaves_what_is_certain(
    ties: list[Record], as_of: date
) -> None:
    snapshot = make_world_with(*ties)
    before: dict[Any, str] = {}
    for years in (0, 1, 3, 10):
        found: dict[Any, str] = {
            (rivalry.target.id, *(place.id for place in pair.provinces)): pair.verdict
            for rivalry in find_rivals(snapshot, as_of=as_of, presume=years, by="target")
            for pair in rivalry.pairs
        }
        assert years or "presumed" not in found.values()
        for pair, verdict in before.items():
            assert VERDICTS.index(found[pair]) >= VERDICTS.index(verdict)
            assert (found[pair] == "certain") == (verdict == "certain")
        before = found


@given(short_ties(), st.sampled_from(DAYS[1:]))
def test_nothing_is_presumed_where_every_end_is_known(ties: list[Record], as_of: date) -> None:
    known = [tie for tie in ties if isinstance(tie, Tie) and tie.until]
    found = find_rivals(make_world_with(*known), as_of=as_of, by="target")
    assert found.counted.presumed == 0
    assert not any(verdict == "presumed" for rivalry in found for verdict, _ in rivalry.verdicts)


@settings(max_examples=examples(50))
@given(short_ties(), st.sampled_from([None, date(2013, 6, 1)]))
def test_shares_of_random_ties_make_one(ties: list[Record], until: date | None) -> None:
    for rivalry in find_rivals(make_world_with(*ties), until=until, by="target"):
        for pair in rivalry.pairs:
            if (shares := pair.shares) is not None:
                parts = shares.rivalry + shares.joint + shares.complementarity
                assert parts <= 1 + 1e-9
                assert parts + shares.one_sided == pytest.approx(1)


@settings(max_examples=examples(50))
@given(short_ties(), st.sampled_from([None, date(2013, 1, 15)]))
def test_judging_part_by_part_changes_nothing(ties: list[Record], as_of: date | None) -> None:
    snapshot = make_world_with(*ties)
    whole = find_rivals(snapshot, as_of=as_of, by="target").as_json()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(squares, "CELLS_AT_ONCE", 1)
        assert find_rivals(snapshot, as_of=as_of, by="target").as_json() == whole


@settings(max_examples=examples(50))
@given(short_ties(), st.sampled_from([None, date(2013, 1, 15)]))
def test_small_targets_judged_together_are_what_each_is_alone(ties: list[Record], as_of: date | None) -> None:
    division = divide_by_target(select_ties(make_world_with(*ties), Scope("city", as_of=as_of), beside=True))
    tables = Squares(division)
    for target, block in enumerate(division):
        assert tables.is_small[target] == (len(block.provinces) > 1 and not block.acts)
        assert tables.find(target) == block.judged


@settings(max_examples=examples(50))
@given(short_ties(), st.sampled_from([None, date(2013, 6, 1)]))
def test_shares_and_ranges_agree_and_days_are_those_of_two_ties(
    ties: list[Record], until: date | None
) -> None:
    snapshot = make_world_with(*ties)
    rows = {identity: row for row, identity in enumerate(snapshot.ties.ids)}
    for rivalry in find_rivals(snapshot, until=until, by="target"):
        for pair in rivalry.pairs:
            if pair.shares is not None:
                assert are_near(pair.rivalry_range, pair.shares.rivalry, pair.shares.rivalry)
            elif pair.rivalry_range is not None:
                assert 0 <= pair.rivalry_range[0] <= pair.rivalry_range[1] <= 1 + 1e-9
            least, most = pair.days
            assert least is None or most is None or least <= most
            stages = {snapshot.ties.stages[rows[tie]] for tie in pair.ties}
            lasts = not any(snapshot.ties.kinds[rows[tie]] == "visit" for tie in pair.ties)
            if len(pair.ties) == 2 and lasts and not stages & {"negotiating", "suspended"}:
                one, other = (snapshot.bounds(rows[tie]) for tie in pair.ties)
                assert pair.days == count_shared_days(one, other, until)
