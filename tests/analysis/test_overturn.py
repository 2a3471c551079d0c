"""What would overturn a verdict: by hand, by brute force, on the real sample."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmap.analysis import Document, Overturn, find_overturn
from graphmap.analysis.dividing import divide_by_target
from graphmap.analysis.scope import Scope, select_ties
from graphmap.analysis.turning import Edit, Turn, find_turning
from graphmap.errors import DateError, GraphmapError
from graphmap.language import load_language
from graphmap.scales import VERDICTS, Verdict
from graphmap.schema import Batch, Record, Source, Tie, validated
from graphmap.store.snapshot import NOTHING, Snapshot
from tests.analysis.graphs import SOURCE, make_small_world, make_snapshot, make_tie
from tests.examples import examples

DAY = date(2026, 6, 1)
OTHER = "source:other"
EN = load_language("en")


def make_pair(*ties: Record) -> Snapshot:
    return make_snapshot([*make_small_world(), validated(Source, id=OTHER, name="Other"), *ties])


def find_one(snapshot: Snapshot, **asked: Any) -> Overturn:
    (one,) = find_overturn(snapshot, **{"as_of": DAY, **asked})
    assert isinstance(one, Overturn)
    return one


def tell(turns: Iterable[Turn]) -> set[tuple[str, str | None, str | None, Any, str]]:
    """Return what single changes do: the deed, the tie or source, the field, the value, the verdict."""
    return {
        (edit.do, edit.tie or edit.source, edit.field, edit.value, turn.verdict)
        for turn in turns
        for edit in turn.edits
    }


def change(snapshot: Snapshot, edits: Iterable[Edit]) -> Snapshot:
    """Return a snapshot with changes made as an import would make them."""
    for edit in edits:
        ties: list[Tie] = []
        gone = list(edit.ties) if edit.do == "remove tie" else []
        for identity in edit.ties:
            row = snapshot.ties.find(identity)
            sources = snapshot.ties.sources[row]
            if edit.do == "set":
                ends = (
                    snapshot.places.ids[int(at[row])] for at in (snapshot.ties.start, snapshot.ties.target)
                )
                given = dict(zip(("from_id", "to_id"), ends, strict=True))
                ties.append(Tie.holding({"id": identity, **given, str(edit.field): edit.value}))
            elif edit.do == "remove source":
                left = tuple(one for one in sources if one != edit.source)
                if left:
                    ties.append(Tie.holding({"id": identity, "sources": left}))
                else:
                    gone.append(identity)
        snapshot = snapshot.with_ties(Batch(Batch.of(ties).entries, removals=tuple(gone)))
    return snapshot


def judge(snapshot: Snapshot, target: str, provinces: Iterable[str], as_of: date | None) -> Verdict:
    """Return what two provinces are to each other at a whole target."""
    selection = select_ties(snapshot, Scope("country", as_of=as_of), beside=True)
    for block in divide_by_target(selection):
        ids = [one.id for one in block.provinces]
        if block.target.id == target and {*provinces} <= {*ids}:
            one, other = (ids.index(province) for province in provinces)
            return VERDICTS[int(block.judged.strength[one, other])]
    return "none"


def stand(snapshot: Snapshot, own: str, as_of: date | None) -> str:
    """Return how a province stands toward Türkiye: who has a tie there that counts."""
    selection = select_ties(snapshot, Scope("country", as_of=as_of))
    there = {
        snapshot.places.ids[int(province)]
        for province, target in zip(selection.province, selection.target, strict=True)
        if snapshot.places.ids[int(target)] == "TUR"
    }
    if len(there) > 1:
        return "several"
    return "nobody" if not there else "alone" if there == {own} else "another alone"


def test_a_rivalry_of_two_ties_hangs_on_either_on_its_end_its_sector_and_its_source() -> None:
    snapshot = make_pair(
        make_tie("tie:a", "A", "TUR", kind="memorandum", since="2025", sectors=("trade",)),
        make_tie("tie:b", "B", "TUR", kind="memorandum", since="2025", sectors=("trade",), sources=(OTHER,)),
    )
    one = find_one(snapshot)
    assert one.verdict == "presumed"
    told = tell(one.changes)
    end = DAY.isoformat()
    for tie in ("tie:a", "tie:b"):
        assert ("remove tie", tie, None, None, "none") in told
        assert ("set", tie, "until", end, "none") in told
        assert ("set", tie, "stage", "negotiating", "none") in told
        assert ("set", tie, "sectors", ("investment",), "possibly complementary") in told
    assert ("remove source", SOURCE, None, None, "none") in told
    assert ("remove source", OTHER, None, None, "none") in told
    assert not one.together
    # To learn an end takes less than to doubt a source, and that less than to contradict a sector.
    assert [turn.edits[0].do for turn in one.changes][:2] == ["set", "set"]
    assert [turn.edits[0].field for turn in one.changes][:2] == ["until", "until"]
    assert one.changes[-1].edits[0].known


def test_a_tie_that_keeps_another_source_stays() -> None:
    both = (SOURCE, OTHER)
    snapshot = make_pair(
        make_tie("tie:a", "A", "TUR", kind="memorandum", since="2025", sectors=("trade",), sources=both),
        make_tie("tie:b", "B", "TUR", kind="memorandum", since="2025", sectors=("trade",), sources=both),
    )
    assert not [turn for turn in find_one(snapshot).changes if turn.edits[0].do == "remove source"]


def test_where_two_ties_each_make_the_rivalry_no_single_loss_turns_it_and_two_do() -> None:
    ties = [
        make_tie(
            f"tie:{own}{n}", own, "TUR", kind="memorandum", since="2025", until="2030", sectors=("trade",)
        )
        for own in "AB"
        for n in (1, 2)
    ]
    one = find_one(make_pair(*ties))
    assert one.verdict == "certain"
    # All rest on one source: without it nothing is left, and a list that is wrong is one change.
    assert {turn.edits[0].do for turn in one.changes} == {"remove source"}
    apart = [
        make_tie(tie.identity, tie.start, "TUR", kind="memorandum", since="2025", until="2030",
                 sectors=("trade",), sources=(SOURCE, OTHER))
        for tie in ties if isinstance(tie, Tie)
    ]  # fmt: skip
    one = find_one(make_pair(*apart))
    assert one.changes == ()
    assert one.together
    assert len(one.against[0].edits) == 2
    assert "; it would be" in one.sentence(load_language("en"))
    for turn in one.together:
        assert judge(change(make_pair(*apart), turn.edits), "TUR", "AB", DAY) == turn.verdict


def test_an_act_of_both_is_joint_unless_one_part_of_it_falls_away() -> None:
    snapshot = make_pair(
        make_tie("tie:a", "A", "TUR", kind="memorandum", since="2025", sectors=("trade",), document="act"),
        make_tie("tie:b", "B", "TUR", kind="memorandum", since="2025", sectors=("trade",), document="act"),
        make_tie("tie:c", "A", "TUR", kind="memorandum", since="2025", sectors=("trade",)),
        make_tie("tie:d", "B", "FRA", kind="memorandum", since="2025", sectors=("trade",), document="act"),
    )
    one = find_one(snapshot, verdict="joint")
    for turn in one.changes:
        assert judge(change(snapshot, turn.edits), "TUR", "AB", DAY) == turn.verdict, turn


def test_a_visit_that_alone_shows_that_a_tie_is_alive_turns_the_verdict_when_it_falls_away() -> None:
    old = {"kind": "memorandum", "since": "2015", "sectors": ("trade",)}
    snapshot = make_pair(
        make_tie("tie:a", "A", "tur:ministry", **old),
        make_tie("tie:b", "B", "TUR", kind="memorandum", since="2025", sectors=("trade",)),
        make_tie("tie:visit", "A", "tur:ministry", kind="visit", since="2024-05-01"),
    )
    one = find_one(snapshot)
    assert one.verdict == "presumed"
    assert ("remove tie", "tie:visit", None, None, "possible") in tell(one.changes)


def test_what_would_end_that_a_province_is_alone_is_told_with_the_document_to_fetch() -> None:
    snapshot = make_pair(
        make_tie("tie:a", "A", "TUR", kind="memorandum", since="2025"),
        make_tie("tie:b", "B", "TUR", kind="memorandum", since="2012", until="2020", sources=(OTHER,)),
        make_tie("tie:c", "C", "TUR", kind="memorandum", since="2025", stage="negotiating", sources=(OTHER,)),
        make_tie("tie:d", "A", "FRA", kind="memorandum", since="2025"),
        make_tie("tie:e", "B", "FRA", kind="memorandum", since="2025"),
    )
    found = find_overturn(snapshot, as_of=DAY, by="sole contact")
    (one,) = found
    assert (one.target.id, [place.id for place in one.provinces], one.verdict) == ("TUR", ["A"], "alone")
    told = tell(one.changes)
    assert ("remove tie", "tie:a", None, None, "nobody") in told
    assert ("remove source", SOURCE, None, None, "nobody") in told
    assert ("set", "tie:a", "until", DAY.isoformat(), "nobody") in told
    assert ("set", "tie:b", "until", (DAY + timedelta(days=1)).isoformat(), "several") in told
    assert ("set", "tie:c", "stage", "in_force", "several") in told
    assert not [edit for turn in one.changes for edit in turn.edits if edit.field == "sectors"]
    assert [document.ties for document in found.documents] == [("tie:a",)]
    assert "alone has a tie" in one.sentence(load_language("en"))
    assert "تنها" in one.sentence(load_language("fa"))
    assert not find_overturn(snapshot, as_of=DAY, by="sole contact", province="B")


def test_where_two_ties_hold_a_partner_two_must_go_together() -> None:
    ties = [
        make_tie(f"tie:{n}", "A", "TUR", kind="memorandum", since="2025", sources=(SOURCE, OTHER))
        for n in "ab"
    ]
    snapshot = make_pair(*ties)
    (one,) = find_overturn(snapshot, as_of=DAY, by="sole contact")
    assert not one.changes
    assert {turn.verdict for turn in one.together} == {"nobody"}
    for turn in one.together:
        assert stand(change(snapshot, turn.edits), "A", DAY) == "nobody"


def test_documents_are_ranked_by_the_verdicts_that_they_could_settle() -> None:
    snapshot = make_pair(
        make_tie("tie:a", "A", "TUR", kind="memorandum", since="2025", document="act:1"),
        make_tie("tie:b", "B", "TUR", kind="memorandum", since="2025", sectors=("trade",), until="2030"),
        make_tie("tie:c", "C", "TUR", kind="memorandum", since="2025", sectors=("tourism",), until="2030"),
    )
    found = find_overturn(snapshot, as_of=DAY)
    assert [(one.rank, one.verdict) for one in found] == [(1, "possible"), (2, "possible")]
    first = found.documents[0]
    assert (first.number, first.ties, first.settles, first.weight) == ("act:1", ("tie:a",), (1, 2), 1.5)
    assert "sectors" in first.fields
    listed = find_overturn(snapshot, as_of=DAY, by="document", limit=1)
    assert listed[0] == first
    assert isinstance(listed[0], Document)
    assert listed.total == len(found.documents)
    for code in ("en", "fa"):
        assert found.remarks(load_language(code))
    assert "could settle 2 verdicts" in first.sentence(load_language("en"))


def test_json_says_each_change_with_its_verdict() -> None:
    snapshot = make_pair(
        make_tie("tie:a", "A", "TUR", kind="memorandum", since="2025", sectors=("trade",)),
        make_tie("tie:b", "B", "TUR", kind="memorandum", since="2025"),
    )
    said = json.loads(json.dumps(find_overturn(snapshot, as_of=DAY).as_json()))
    (finding,) = said["findings"]
    learned = {"do": "set", "tie": "tie:b", "source": None, "field": "sectors", "value": ["trade"]}
    assert {**learned, "verdict": "presumed"} in finding["changes"]
    assert said["whole"]["documents"][0]["settles"] == [1]


def test_only_what_is_asked_for_is_listed() -> None:
    ties = [make_tie(f"tie:{own}", own, "TUR", kind="memorandum", sectors=("trade",)) for own in "ABC"]
    snapshot = make_pair(*ties)
    assert len(find_overturn(snapshot, as_of=DAY)) == 3
    assert len(find_overturn(snapshot, as_of=DAY, province="A")) == 2
    assert not find_overturn(snapshot, as_of=DAY, verdict="certain")
    assert find_overturn(snapshot, as_of=DAY).remarks(EN)[0].startswith("3 findings were looked at")
    few = find_overturn(snapshot, as_of=DAY, first=2)
    assert few.remarks(EN)[0].startswith("The first 2 of 3 findings were looked at")
    with pytest.raises(GraphmapError, match="finding, sole contact, document"):
        find_overturn(snapshot, by="source")  # type: ignore[arg-type]


# ------------------------------------------------------------------------------ brute force

SECTORS = ("trade", "tourism", "culture")
DATES = ("", "2020", "2024-05-01", "2027-01-01")
STAGES = ("ended", "negotiating", "suspended", "in_force")


@st.composite
def ties_of_two(draw: st.DrawFn) -> list[Record]:
    """Draw a few ties of A, B and C to a country and an office of it, some of one act."""
    ties = []
    for number in range(draw(st.integers(2, 3))):
        given_ = {
            "kind": draw(st.sampled_from(("memorandum", "memorandum", "visit"))),
            "since": draw(st.sampled_from(DATES)),
            "until": draw(st.sampled_from(("", "", "2025-01-01", "2030-01-01"))),
            "sectors": draw(st.sampled_from(((), ("trade",), ("tourism",), ("trade", "tourism")))),
            "stage": draw(st.sampled_from((None, None, "ended", "negotiating"))),
            "document": draw(st.sampled_from((None, None, "act"))),
            "sources": draw(st.sampled_from(((SOURCE,), (OTHER,), (SOURCE, OTHER)))),
        }
        start = "AB"[number] if number < 2 else draw(st.sampled_from("ABC"))
        target = draw(st.sampled_from(("TUR", "TUR", "tur:ministry", "FRA") if number > 1 else ("TUR",)))
        kept = {name: value for name, value in given_.items() if value}
        tie = make_tie(f"tie:{number}", start, target, **kept)
        try:
            tie.derive()
        except DateError:
            tie = make_tie(f"tie:{number}", start, target, **{**kept, "since": "2020"})
        ties.append(tie)
    return ties


@settings(max_examples=examples(8))
@given(ties=ties_of_two())
def test_each_named_value_turns_the_verdict_and_nothing_cheaper_is_missed(ties: list[Record]) -> None:
    snapshot = make_pair(*ties)
    pair = (snapshot.row("TUR"), snapshot.row("A"), snapshot.row("B"))
    ((now, changes, together),) = find_turning(snapshot, Scope("country", as_of=DAY), [pair])
    assert now == judge(snapshot, "TUR", "AB", DAY)
    for turn in (*changes, *together):
        assert judge(change(snapshot, turn.edits), "TUR", "AB", DAY) == turn.verdict != now, turn
    check_nothing_missed(ties, changes, together, now, lambda held: judge(held, "TUR", "AB", DAY))


@settings(max_examples=examples(5))
@given(ties=ties_of_two())
def test_nothing_cheaper_is_missed_that_ends_that_one_is_alone(ties: list[Record]) -> None:
    snapshot = make_pair(*ties)
    pair = (snapshot.row("TUR"), snapshot.row("A"), NOTHING)
    ((now, changes, together),) = find_turning(snapshot, Scope("country", as_of=DAY), [pair])
    assert now == stand(snapshot, "A", DAY)
    for turn in (*changes, *together):
        assert stand(change(snapshot, turn.edits), "A", DAY) == turn.verdict != now, turn
    check_nothing_missed(ties, changes, together, now, lambda held: stand(held, "A", DAY))


def check_nothing_missed(
    ties: list[Record],
    changes: tuple[Turn, ...],
    together: tuple[Turn, ...],
    now: str,
    say: Callable[[Snapshot], str],
) -> None:
    """Try every single change, each on a graph of its own: what turns the verdict must have been told."""
    told = {(turn.edits[0].do, turn.edits[0].ties, turn.edits[0].field, turn.verdict) for turn in changes}
    tomorrow = (DAY + timedelta(days=1)).isoformat()
    values: list[tuple[str, Any]] = [("sectors", (word,)) for word in SECTORS]
    values += [(name, day) for name in ("since", "until") for day in (DAY.isoformat(), tomorrow)]
    values += [("stage", stage) for stage in STAGES]
    turned = False
    for place, tie in enumerate(ties):
        assert isinstance(tie, Tie)
        others = [one for n, one in enumerate(ties) if n != place]
        if (verdict := say(make_pair(*others))) != now:
            turned = True
            assert ("remove tie", (tie.identity,), None, verdict) in told
        for field, value in values:
            changed = Tie.holding({**tie.given(), field: value})
            try:
                changed.derive()
            except DateError:
                continue
            if (verdict := say(make_pair(*others, changed))) != now:
                turned = True
                assert ("set", (tie.identity,), field, verdict) in told, value
    for source in (SOURCE, OTHER):
        cited = tuple(tie.identity for tie in ties if isinstance(tie, Tie) and source in (tie.sources or ()))
        if (verdict := say(change(make_pair(*ties), [Edit("remove source", cited, source)]))) != now:
            turned = True
            assert ("remove source", cited, None, verdict) in told, source
    # Two are told only where no single change turns the verdict.
    assert not turned or changes
    assert not (changes and together)


@settings(max_examples=examples(5))
@given(ties=ties_of_two(), dated=st.booleans())
def test_many_at_once_or_each_two_alone_come_to_the_same(ties: list[Record], dated: bool) -> None:
    snapshot = make_pair(*ties)
    scope, row = Scope("country", as_of=DAY if dated else None), snapshot.row
    pairs = [
        (row(to), row(one), row(other)) for to in ("TUR", "FRA") for one, other in combinations("ABC", 2)
    ]
    assert find_turning(snapshot, scope, pairs) == [find_turning(snapshot, scope, [one])[0] for one in pairs]


def test_a_part_of_what_is_laid_at_once_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    ties = [
        make_tie(f"tie:{n}", "ABC"[n % 3], "TUR", kind="memorandum", since="2025", sectors=("trade",))
        for n in range(6)
    ]
    snapshot = make_pair(*ties)
    whole = [one.as_json() for one in find_overturn(snapshot, as_of=DAY)]
    assert len(whole) == 3
    monkeypatch.setattr("graphmap.analysis.worlds.ROWS_AT_ONCE", 7)
    assert [one.as_json() for one in find_overturn(snapshot, as_of=DAY)] == whole
