"""The pipeline of random graphs: what is courted is told whole, its numbers hold whatever is learnt."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graphmap.analysis import find_pipeline, find_rivals
from graphmap.analysis.scope import Scope, select_ties
from graphmap.analysis.urgency import UrgencyWeights
from graphmap.scales import LEVELS
from graphmap.schema import Record, Tie
from tests.analysis.graphs import make_tie, make_world_with
from tests.examples import examples

DAY = date(2026, 6, 1)
BEFORE = ("idea", "proposed", "negotiating")


@st.composite
def courted_ties(draw: st.DrawFn) -> list[Tie]:
    """Draw ties in force, before that, and visits, of four provinces to two countries and places in them."""
    found = []
    for number in range(draw(st.integers(1, 7))):
        given: dict[str, Any] = {
            "kind": draw(st.sampled_from(["memorandum", "memorandum", "memorandum", "visit"])),
            "stage": draw(st.sampled_from([None, "in_force", *BEFORE])),
            "since": draw(st.sampled_from(["", "2019", "2024-11-30", "2026-01-01"])),
            "sectors": draw(st.sampled_from([(), ("trade",), ("tourism",), ("trade", "energy"), ("other",)])),
        }
        given = {name: value for name, value in given.items() if value}
        start, end = draw(st.sampled_from("ABCD")), draw(st.sampled_from(["TUR", "tur:port", "FRA"]))
        tie = make_tie(f"t{number}", start, end, **given)
        assert isinstance(tie, Tie)
        found.append(tie)
    return found


@settings(max_examples=examples(15))
@given(ties=courted_ties(), dated=st.booleans())
def test_all_that_is_courted_is_told_and_each_two_once(ties: list[Tie], dated: bool) -> None:
    world, day = make_world_with(*ties), DAY if dated else None
    found = find_pipeline(world, as_of=day)
    selection = select_ties(world, Scope("country", as_of=day), beside=True)
    courted = {world.ties.ids[row] for row in selection.ties.tolist() if world.ties.preparing[row]}
    assert courted <= set(found.ties())
    whose = {tie.identity: tie.from_id for tie in ties}
    for one in found:
        assert {whose[tie] for tie in one.ties} == {one.province.id, *([one.other.id] if one.other else [])}
    told = Counter(
        (one.target.id, *sorted([one.province.id, one.other.id if one.other else ""])) for one in found
    )
    assert set(told.values()) <= {1}


@settings(max_examples=examples(20))
@given(ties=courted_ties())
def test_what_is_courted_counts_among_no_rivals(ties: list[Tie]) -> None:
    def tell(some: list[Tie]) -> list[tuple[object, ...]]:
        pairs = (
            pair for one in find_rivals(make_world_with(*some), as_of=DAY, by="target") for pair in one.pairs
        )
        told = ((pair.target.id, pair.provinces, pair.verdict, pair.shares) for pair in pairs)
        return sorted((one for one in told if one[2] != "none"), key=repr)

    # A visit is a sign of life of what is in force, so that it stays.
    assert tell(ties) == tell([tie for tie in ties if tie.stage not in BEFORE or tie.kind == "visit"])


@settings(max_examples=examples(20))
@given(ties=courted_ties(), learnt=st.sampled_from([("trade",), ("tourism",), ("trade", "health")]))
def test_the_range_holds_whatever_is_learnt_of_sectors(ties: list[Tie], learnt: tuple[str, ...]) -> None:
    def told(some: list[Record]) -> dict[tuple[str, frozenset[str]], Any]:
        return {
            (one.target.id, frozenset({one.province.id, one.other.id})): one
            for one in find_pipeline(make_world_with(*some), as_of=DAY)
            if one.other is not None
        }

    known = [Tie.holding({**tie.given(), "sectors": tie.sectors or learnt}) for tie in ties]
    weights = UrgencyWeights()
    before, after = told([*ties]), told([*known])
    assert before.keys() == after.keys()
    for pair, one in after.items():
        least, most = before[pair].rivalry
        assert least - 1e-9 <= one.rivalry[0] <= one.rivalry[1] <= most + 1e-9
        assert 0 <= least <= most <= 1
        low, high = one.urgency
        assert weights.base * one.rivalry[0] <= low <= high <= one.rivalry[1]
        assert one.level in LEVELS
