"""Plans that are kept: as drafts, in force one at a time, archived; shown again, and compared by name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graphmap.analysis import (
    Handovers,
    find_change,
    find_handover,
    find_plan,
    find_plans,
    find_trial,
)
from graphmap.analysis.keeping import archive, enact, keep_leads
from graphmap.analysis.kept import STATES, TO_COME, find_in_force, find_kept, list_kept
from graphmap.cli import graphmap
from graphmap.errors import GraphmapError
from graphmap.language import CODES, load_language
from graphmap.questions.catalogue import load_question
from graphmap.schema import Batch, Contents, Plan
from graphmap.schema.kept import PLAN_STATE
from graphmap.store import create_store, open_store
from graphmap.store.contract import Store
from graphmap.store.snapshot import Snapshot
from tests.analysis.graphs import make_small_world, make_tie

DAY = date(2026, 6, 1)
HELD = {"A": ("TUR", "FRA"), "B": ("TUR",), "C": ("FRA",)}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a store in which A has more than B and C, at two countries."""
    ties = [
        make_tie(f"{own}-{to}", own, to, kind="memorandum", since="2025", sectors=("trade",))
        for own, countries in HELD.items()
        for to in countries
    ]
    second = make_tie("A-TUR-2", "A", "TUR", kind="agreement", since="2025", sectors=("trade",))
    path = tmp_path / "kept.kgl"
    create_store(path, Batch.of([*make_small_world(), *ties, second]), by="a tester")[0].close()
    with open_store(str(path)) as opened:
        yield opened


def keep(store: Store, name: str, **asked: Any) -> None:
    """Keep a plan as the command does."""
    capacity = asked.pop("capacity", 1)
    found = find_plan(store.snapshot(), capacity=capacity, fairness=0, as_of=DAY, **asked)
    record = keep_leads(store.snapshot(), name, found, "country", DAY, None, capacity, 0)
    store.apply(Batch.of([record]), "a tester", f"plan kept: {name}")


def put_in_force(store: Store, name: str, day: date) -> None:
    store.apply(Batch.of(enact(store.snapshot(), name, day)), "a tester", f"in force: {name}")


def test_a_draft_holds_leads_day_and_what_was_asked_and_is_written_anew(store: Store) -> None:
    keep(store, "First")
    (kept,) = list_kept(store.snapshot())
    assert (kept.called.en, kept.state, kept.as_of, kept.capacity) == ("First", "draft", DAY, 1)
    assert kept.leads == {"TUR": "A", "FRA": "C"}
    assert (kept.loads, kept.first) == ({"A": 1, "C": 1}, None)
    keep(store, "first", capacity=2)
    (again,) = list_kept(store.snapshot())
    assert (again.id, again.leads) == (kept.id, {"TUR": "A", "FRA": "A"})


def test_one_plan_is_in_force_the_former_is_archived_in_one_changeset_and_undo_brings_it_back(
    store: Store,
) -> None:
    keep(store, "First")
    put_in_force(store, "First", date(2026, 1, 1))
    keep(store, "تقسیم دوم", capacity=2)
    put_in_force(store, "تقسيم دوم", DAY)
    snapshot = store.snapshot()
    assert [(one.called.en, one.state) for one in list_kept(snapshot)] == [
        ("تقسیم دوم", "in_force"),
        ("First", "archived"),
    ]
    assert find_kept(snapshot, "First").until == DAY
    for day, name in ((date(2025, 12, 31), None), (date(2026, 5, 31), "First"), (DAY, "تقسیم دوم")):
        held = find_in_force(snapshot, day)
        assert (None if held is None else held.called.en) == name
    last = max(store.changesets(), key=lambda one: one.identity)
    store.undo(last.identity, "a tester")
    assert find_in_force(store.snapshot(), None) == find_kept(store.snapshot(), "First")


def test_a_trial_is_held_against_the_plan_in_force_and_rules_against_one_worked_out(store: Store) -> None:
    keep(store, "First")
    snapshot = store.snapshot()
    put_in_force(store, "First", DAY)
    told = {}
    for name, held, rules in (
        ("draft", snapshot, None),
        ("kept", store.snapshot(), None),
        ("ruled", None, ""),
    ):
        found = find_trial(held or store.snapshot(), tie="D;TUR;visit", rules=rules, as_of=DAY)
        (told[name],) = (one for one in found if one.effect == "lead elsewhere")
    assert {name: (one.plan and one.plan.en) for name, one in told.items()} == {
        "draft": None,
        "kept": "First",
        "ruled": None,
    }
    english, persian = (told["kept"].sentence(load_language(code)) for code in ("en", "fa"))
    assert english == "By the plan “First”, in force, A leads toward TUR: D informs it first."
    assert persian.startswith("بر پایهٔ تقسیم کار «")
    assert told["kept"].as_json()["plan"] == "First"


def test_a_plan_whose_day_lies_ahead_leaves_the_former_in_force_until_then(store: Store) -> None:
    def tell(day: date | None) -> list[tuple[str, str]]:
        return [(one.kept.called.en, one.state) for one in find_plans(store.snapshot(), as_of=day)]

    keep(store, "First")
    put_in_force(store, "First", date(2026, 1, 1))
    keep(store, "Second", capacity=2)
    ahead, today = date(2026, 7, 1), DAY
    store.apply(Batch.of(enact(store.snapshot(), "Second", ahead, today)), "a tester", "ahead")
    assert tell(today) == [("First", "in_force"), ("Second", "to_come")]
    assert tell(ahead) == [("Second", "in_force"), ("First", "archived")]
    assert tell(None) == tell(ahead)
    assert tell(date(2025, 12, 31)) == [("Second", "to_come"), ("First", "to_come")]
    # Neither is marked as archived in the store before its time.
    assert [one.state for one in store.contents().records("Plan") if isinstance(one, Plan)] == [
        "in_force"
    ] * 2
    ((one, *_), english) = find_plans(store.snapshot(), as_of=today), load_language("en")
    assert "from 1 January 2026 (11 Dey 1404) until 1 July 2026" in one.sentence(english)
    (move,) = find_handover(store.snapshot(), as_of=today)
    assert (move.former and move.former.id, move.lead and move.lead.id) == ("C", "A")
    # One between the two ends where the later begins; one on the very day of another is refused.
    keep(store, "Between")
    put_in_force(store, "Between", date(2026, 6, 15))
    assert [(one.called.en, one.first, one.until) for one in list_kept(store.snapshot())] == [
        ("Second", ahead, None),
        ("Between", date(2026, 6, 15), ahead),
        ("First", date(2026, 1, 1), date(2026, 6, 15)),
    ]
    keep(store, "Again")
    with pytest.raises(GraphmapError, match="cannot end on 2026-07-01"):
        put_in_force(store, "Again", ahead)


def test_what_is_in_force_or_was_is_not_overwritten_nor_put_in_force_again(store: Store) -> None:
    with pytest.raises(GraphmapError, match="no plan is kept"):
        find_kept(store.snapshot(), "First")
    keep(store, "First")
    put_in_force(store, "First", DAY)
    with pytest.raises(GraphmapError, match="is in force and stays as it is"):
        keep(store, "FIRST")
    with pytest.raises(GraphmapError, match="is in force already"):
        put_in_force(store, "First", DAY)
    with pytest.raises(GraphmapError, match="cannot end on 2026-06-01; right would be a later day"):
        archive(store.snapshot(), "First", DAY)
    store.apply(Batch.of(archive(store.snapshot(), "First", date(2026, 7, 1))), "a tester", "over")
    with pytest.raises(GraphmapError, match="is archived already"):
        archive(store.snapshot(), "First", date(2026, 8, 1))
    with pytest.raises(GraphmapError, match="keep-plan NEW --kept OLD"):
        put_in_force(store, "First", DAY)
    with pytest.raises(GraphmapError, match="no plan is called 'Frist'; right would be one of First"):
        find_kept(store.snapshot(), "Frist")


def test_a_kept_plan_is_shown_with_what_is_there_now_and_who_would_lead_anew(store: Store) -> None:
    keep(store, "First")
    shown = find_plan(store.snapshot(), as_of=DAY, kept="first")
    assert {one.target.id: one.lead and one.lead.id for one in shown} == {"TUR": "A", "FRA": "C"}
    assert {one.choice for one in shown} == {"kept"}
    assert (shown.points, shown.price, shown.anew) == (30, 0, 0)
    store.apply(Batch((), removals=("C-FRA",)), "a tester", "gone")
    shown = find_plan(store.snapshot(), as_of=DAY, kept="First")
    france = next(one for one in shown if one.target.id == "FRA")
    assert france.lead is not None
    assert (france.lead.id, france.total, [one.id for one in france.supporting]) == ("C", 0, ["A"])
    # With one lead each, nobody else has points in both; A would have to choose.
    assert france.runner_up is not None or shown.anew == 1
    for code in CODES:
        language = load_language(code)
        assert all(one.sentence(language) for one in shown)
        assert "First" in shown.remarks(language)[0]


def test_the_difference_of_two_says_who_gains_who_loses_and_who_supports(store: Store) -> None:
    assert not find_handover(store.snapshot())
    keep(store, "First")
    put_in_force(store, "First", date(2026, 1, 1))
    keep(store, "Second", capacity=2)
    found = find_handover(store.snapshot(), as_of=DAY)
    assert isinstance(found, Handovers)
    (one,) = found
    assert one.former is not None
    assert one.lead is not None
    assert (one.target.id, one.former.id, one.lead.id, one.move) == ("FRA", "C", "A", "handed over")
    assert (one.former_ties, one.lead_ties) == (("C-FRA",), ("A-FRA",))
    assert [(place.id, count) for place, count in found.gains] == [("A", 1), ("C", -1)]
    back = find_handover(store.snapshot(), former="Second", latter="First")
    assert [(place.id, count) for place, count in back.gains] == [("C", 1), ("A", -1)]
    assert not find_handover(store.snapshot(), former="First", latter="First")
    for code in CODES:
        assert one.sentence(load_language(code))
        assert len(found.remarks(load_language(code))) == 3


def test_plans_are_listed_with_their_state_and_their_distance_from_the_one_in_force(store: Store) -> None:
    keep(store, "First")
    keep(store, "Second", capacity=2)
    assert "No plan is in force." in find_plans(store.snapshot()).remarks(load_language("en"))
    put_in_force(store, "First", DAY)
    listed = find_plans(store.snapshot())
    assert [(one.kept.called.en, one.differs) for one in listed] == [("First", None), ("Second", 1)]
    store.apply(Batch.of(archive(store.snapshot(), "Second", DAY)), "a tester", "no")
    for code in CODES:
        assert all(one.sentence(load_language(code)) for one in find_plans(store.snapshot()))
    assert "never was in force" in find_plans(store.snapshot())[1].sentence(load_language("en"))


def test_since_a_plan_is_in_force_rivalry_and_small_provinces_are_compared_with_its_eve(store: Store) -> None:
    keep(store, "First")
    assert find_change(store.snapshot(), as_of=DAY).outcome is None
    put_in_force(store, "First", date(2026, 2, 1))
    # C ends in France, where it led beside A; B comes to France; D comes to Türkiye, where A leads.
    more = [
        make_tie(
            "C-FRA", "C", "FRA", kind="memorandum", since="2025", until="2026-03-01", sectors=("trade",)
        ),
        make_tie("B-FRA", "B", "FRA", kind="memorandum", since="2026-04-01", sectors=("trade",)),
        make_tie("D-TUR", "D", "TUR", kind="memorandum", since="2026-04-01", sectors=("trade",)),
    ]
    store.apply(Batch.of(more), "a tester", "later")
    found = find_change(store.snapshot(), from_=date(2026, 5, 1), to=DAY)
    outcome = found.outcome
    assert outcome is not None
    assert (outcome.eve, outcome.pairs) == (date(2026, 1, 31), (2, 4))
    assert outcome.became == (("FRA", "A", "B"), ("TUR", "A", "D"), ("TUR", "B", "D"))
    assert (outcome.ceased, outcome.against) == ((("FRA", "A", "C"),), (("TUR", "A", "D"),))
    # Without a lead among them: on the eve none; now A and B in France, B and D in Türkiye.
    assert outcome.left == (0, 2)
    assert ([one.id for one in outcome.small], outcome.most) == (["B", "C"], 1)
    assert (outcome.partners, outcome.leading) == ((2, 2), 1)
    assert [(one.id, count) for one, count in outcome.poorer] == [("C", 1)]
    for code in CODES:
        assert len(outcome.sentences(load_language(code))) == 4
    assert (outcome.doubtful, outcome.faded) == ((), ())
    assert find_change(store.snapshot(), as_of=DAY, country="FRA").outcome is None
    assert found.as_json()["whole"]["plan"]["against_a_lead"] == [["TUR", "A", "D"]]


def test_a_pair_that_ceased_for_want_of_a_sign_is_told_as_possible_still(store: Store) -> None:
    """Nothing ended of the ties of 2025: after five years without a sign they only may go on."""
    keep(store, "First")
    put_in_force(store, "First", date(2026, 2, 1))
    outcome = find_change(store.snapshot(), from_=date(2031, 1, 1), to=date(2031, 12, 31)).outcome
    assert outcome is not None
    assert (outcome.pairs, outcome.faded) == ((2, 0), outcome.ceased)
    assert "2 gone, 2 of them possible still" in outcome.sentences(load_language("en"))[0]
    assert "by an end or for want of a sign" in outcome.sentences(load_language("en"))[2]
    later = find_change(store.snapshot(), from_=date(2031, 1, 1), to=date(2031, 12, 31), presume=10).outcome
    assert later is not None
    assert later.pairs == (2, 2)


def test_the_states_are_those_of_the_model() -> None:
    assert tuple(PLAN_STATE.choices) == STATES
    words = load_question("plans").columns["state"].words
    assert {one: words[one] for one in STATES} == dict(PLAN_STATE.choices)
    assert {*words} == {*STATES, TO_COME}


def test_commands_keep_enact_list_and_compare(store: Store, tmp_path: Path) -> None:
    where = ("--store", str(tmp_path / "kept.kgl"))
    store.close()

    def run(*words: str) -> str:
        answer = CliRunner().invoke(graphmap, [*words, *where], catch_exceptions=False)
        assert answer.exit_code == 0, answer.output
        return answer.output

    day = ("--as-of", DAY.isoformat())
    uneven = ("--fairness", "0")
    assert "is kept as a draft, by changeset:" in run("keep-plan", "First", *day, *uneven, "--capacity", "1")
    assert "is put in force" in run("enact-plan", "First", "--from", "2026-01-01")
    assert "به صورت پیش‌نویس ثبت شد" in run(
        "keep-plan", "دوم", *day, *uneven, "--capacity", "2", "--lang", "fa"
    )
    assert "handed over" in run("handover", *day, "--format", "csv")
    assert "First" in run("plans", "--format", "csv")
    assert run("plan", "--kept", "First", *day, "--format", "csv").count("kept") == 2
    assert "is archived" in run("enact-plan", "First", "--until", "2026-07-01")


def test_a_snapshot_of_records_holds_the_plans_too(store: Store) -> None:
    keep(store, "First")
    record = next(iter(store.contents().records("Plan")))
    assert isinstance(record, Plan)
    assert isinstance(store.contents(), Contents)
    snapshot: Snapshot = store.snapshot()
    assert list(snapshot.plans.leads[0]) == list(record.leads or ())
