"""Ties that do not exist, tried: what they do to pairs, gaps and the plan, by hand; what is no tie."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from graphmap.analysis import find_trial
from graphmap.analysis.effect import Effect
from graphmap.analysis.trial import Trials
from graphmap.analysis.tried_ties import read_tried
from graphmap.analysis.trying import make_batch
from graphmap.errors import Faults, QuestionError
from graphmap.files import NamedText
from graphmap.language import load_language
from graphmap.questions.ask import ask
from graphmap.schema import Batch, Borders, City, Region, validated
from graphmap.store import create_store
from graphmap.store.contract import Store
from graphmap.store.snapshot import Snapshot
from tests.analysis.graphs import (
    SOURCE,
    make_node,
    make_small_world,
    make_snapshot,
    make_tie,
    make_world_with,
    put_in,
)

DAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Snapshot]]:
    """Give a store in which A has a memorandum with a ministry, and what is read of it."""
    held = make_tie("tie:a", "A", "tur:ministry", kind="memorandum", since="2025", sectors=("trade",))
    path = tmp_path_factory.mktemp("checked") / "graph.kgl"
    store, _ = create_store(path, Batch.of([*make_small_world(), held]), by="a tester")
    with store:
        yield store, store.snapshot()


@pytest.fixture(scope="module")
def world() -> Snapshot:
    """Build a world in which A and B trade with Türkiye, and C borders on it."""
    ties = [
        make_tie(f"tie:{one}", one, "TUR", kind="memorandum", since="2025", sectors=("trade",))
        for one in "AB"
    ]
    border = validated(Borders, from_id="C", to_id="TUR", km=10, sources=(SOURCE,))
    return make_snapshot([*make_small_world(), *ties, border])


def tell(found: Trials) -> list[tuple[str, str | None, str]]:
    """Return effect, other province and target of each."""
    return [(one.effect, one.other.id if one.other else None, one.target.id) for one in found]


def test_a_tie_makes_rivals_fills_a_gap_and_is_held_against_the_plan(world: Snapshot) -> None:
    found = find_trial(world, tie="C;TUR;agreement;trade", as_of=DAY)
    assert tell(found) == [
        ("new rivalry", "A", "TUR"),
        ("new rivalry", "B", "TUR"),
        ("fails check", None, "TUR"),
        ("there already", "A", "TUR"),
        ("there already", "B", "TUR"),
        ("fills gap", None, "TUR"),
        ("leads", None, "TUR"),
    ]
    assert found[-2].gap == "border without tie"
    assert (found[0].before, found[0].after) == ("none", "presumed")
    # It begins on the day looked at: that they share one day so far says nothing.
    assert "both there on" not in found[0].sentence(load_language("en"))
    # With whom, in what, and since when, for each row of a table too.
    assert [one.cells()["since"] for one in found] == ["2026-06-01", "2026-06-01", *[""] * 5]
    assert set(found.ties()) == {"tie:A", "tie:B"}
    assert list(world.ties.ids) == ["tie:A", "tie:B"]


def test_ties_of_one_document_are_one_act_and_no_rivalry_of_those_who_sign_it() -> None:
    rows = "A;tur:mayor;memorandum;trade;2026-06-01;{0}\nB;tur:mayor;memorandum;trade;2026-06-01;{1}\n"
    head = "province;target;kind;sectors;since;document\n"
    held = make_world_with(make_tie("tie:c", "C", "TUR", kind="memorandum", since="2025", document="act"))

    def find(*acts: str) -> set[tuple[str, str, str, str | None]]:
        found = find_trial(held, file=head + rows.format(*acts), as_of=DAY)
        return {
            (one.effect, one.province.id, one.other.id, one.after) for one in found if one.other and one.pair
        }

    apart = find("act-a", "act-b")
    assert ("new rivalry", "A", "B", "certain") in apart
    assert ("possible rivalry", "A", "C", "possible") in apart  # whose sector is not known
    together = find("new-act", "new-act")
    assert ("beside", "A", "B", "joint") in together
    assert not {"new rivalry", "more rivalry"} & {one[0] for one in together}
    # A part of an act on record: B and C stand there together, and A against both.
    joined = find("", "act")
    assert ("beside", "B", "C", "joint") in joined
    assert ("new rivalry", "A", "B", "certain") in joined


def test_what_is_done_where_the_other_does_nothing_of_the_kind_adds_to_no_rivalry(world: Snapshot) -> None:
    apart, more = (
        find_trial(world, tie=f"A;TUR;agreement;{sector};2026-01", as_of=DAY)
        for sector in ("tourism", "trade")
    )
    here = [("lead elsewhere", "C", "TUR"), ("own tie", None, "TUR"), ("there already", "B", "TUR")]
    assert tell(apart) == here
    assert tell(more) == [("more rivalry", "B", "TUR"), *here]


def test_a_visit_opens_a_contact_without_a_document_and_makes_no_rival(world: Snapshot) -> None:
    found = find_trial(world, tie="D;TUR;visit;;2026-05", as_of=DAY)
    assert not {"new rivalry", "more rivalry", "possible rivalry"} & {one.effect for one in found}
    assert ("opens gap", None, "TUR") in tell(found)
    (gap,) = (one for one in found if one.effect == "opens gap")
    assert gap.gap == "contact without document"
    assert gap.sentence(load_language("en")) == (
        "At TUR there may then be a gap: Contact without a document; these data cannot tell."
    )


def test_what_is_there_in_a_region_or_may_be_still_is_told_beside() -> None:
    snapshot = make_world_with(
        make_tie("tie:a", "A", "tur:mayor", kind="memorandum", since="2012"),
        make_tie("tie:b", "B", "tur:port", kind="memorandum", since="2025"),
        make_tie("tie:c", "C", "TUR", kind="memorandum", since="2025"),
    )
    found = find_trial(snapshot, tie="A;tur:north;memorandum;trade", as_of=DAY)
    there = {one.effect: one for one in found if one.effect in ("own tie", "there already")}
    assert {one.effect: one.target.id for one in there.values()} == {
        "own tie": "tur:mayor",
        "there already": "tur:port",
    }
    assert there["own tie"].sentence(load_language("en")) == "A itself may have 1 tie with tur:mayor still."
    assert there["own tie"].as_json()["perhaps"]
    assert not there["there already"].perhaps
    assert "شاید" in there["own tie"].sentence(load_language("fa"))


def test_a_name_of_a_region_and_of_a_city_in_it_is_taken_for_the_region_and_that_is_said() -> None:
    world = make_small_world()
    bay = make_node(City, "fra:north", name="North")
    records = [
        make_node(Region, "tur:north", name="North") if one.id == "tur:north" else one for one in world
    ]
    inside = [make_node(City, "tur:inner", name="North"), put_in("tur:inner", "tur:north")]
    found = find_trial(make_snapshot([*records, *inside]), tie="A;North;memorandum;trade", as_of=DAY)
    assert {target.id for _, target, _ in found.tried} == {"tur:north"}
    assert any("tur:inner" in said and "read as" in said for said in found.remarks(load_language("en")))
    apart = make_snapshot([*records, *inside, bay, put_in("fra:north", "FRA")])
    with pytest.raises(Faults, match="more than one"):
        find_trial(apart, tie="A;North;memorandum;trade", as_of=DAY)


def test_ties_tried_together_meet_each_other(world: Snapshot) -> None:
    alone = find_trial(world, tie="C;FRA;agreement;trade", as_of=DAY)
    assert "new rivalry" not in {one.effect for one in alone}
    table = (
        "province;target;kind;sectors;since\nC;FRA;agreement;trade;\nD;FRA;agreement;trade|tourism;2026-05\n"
    )
    both = find_trial(world, file=table, as_of=DAY)
    rivals = [(one.province.id, one.other and one.other.id) for one in both if one.effect == "new rivalry"]
    assert rivals == [("C", "D"), ("D", "C")]
    assert [(own.id, day) for own, _, day in both.tried] == [("C", DAY), ("D", DAY)]


def test_a_tie_that_begins_later_is_looked_at_when_it_has_begun(world: Snapshot) -> None:
    found = find_trial(world, tie="C;TUR;agreement;trade;2027-01-01", as_of=DAY)
    assert found.tried[0][2] == date(2027, 1, 1)
    assert tell(found)[0] == ("new rivalry", "A", "TUR")


def test_in_persian_as_well(world: Snapshot) -> None:
    table = NamedText("استان,طرف خارجی,نوع,حوزه,از تاریخ\nC,TUR,memorandum,trade,۱۴۰۵/۰۲\n")
    found = find_trial(world, file=table, as_of=DAY)
    assert "رقیب" in found[0].sentence(load_language("fa"))
    assert "would become a rival of" in found[0].sentence(load_language("en"))
    assert "2 things speak against it" in found.remarks(load_language("en"))[0]


@pytest.mark.parametrize(
    ("tie", "said"),
    [
        ("C;TUR", "has 2 parts"),
        ("E;TUR;agreement", "column province"),
        ("C;A;agreement", "column target"),
        ("C;QZA;agreement", "lies at home"),
        ("C;TUR;marriage", "column kind: 'marriage'"),
        ("C;TUR;", "is no kind of tie"),
        ("C;TUR;agreement;love", "column sectors: 'love'"),
        ("C;TUR;agreement;trade;soon", "column since: 'soon'"),
    ],
)
def test_what_is_no_tie_is_told(tie: str, said: str, world: Snapshot) -> None:
    with pytest.raises((Faults, QuestionError)) as caught:
        find_trial(world, tie=tie, as_of=DAY)
    assert said in str(caught.value)


def test_every_fault_of_a_table_is_told_with_its_line(world: Snapshot) -> None:
    table = "province,target,kind\nE,TUR,agreement\nC,TUR,agreement\nD,Nowhere,marriage\n"
    with pytest.raises(Faults) as caught:
        find_trial(world, file=table, as_of=DAY)
    assert [fault.where.line for fault in caught.value.faults if fault.where] == [2, 4, 4]
    with pytest.raises(Faults, match="no column kind"):
        find_trial(world, file="province,target\n", as_of=DAY)


def test_neither_a_tie_nor_a_table_is_no_trial(world: Snapshot) -> None:
    with pytest.raises(QuestionError, match="needs a tie or a file") as caught:
        find_trial(world, as_of=DAY)
    example = str(caught.value).rpartition("such as ")[2]
    assert example == "A;TUR;memorandum;trade;2026-06-01"
    assert find_trial(world, tie=example, as_of=DAY)


def test_who_leads_is_read_off_the_plan_of_all_countries_and_where_equals_could_the_committee_chooses() -> (
    None
):
    """Alone A and B are equals at TUR; of all countries A, which has FRA too, is dearer there."""
    held = [("A", "TUR"), ("B", "TUR"), ("A", "FRA")]
    ties = [make_tie(f"{one}-{to}", one, to, kind="memorandum", since="2025") for one, to in held]
    english = load_language("en")
    (led,) = (
        one
        for one in find_trial(make_world_with(*ties), tie="D;TUR;visit", as_of=DAY)
        if one.effect == "lead elsewhere"
    )
    assert (led.other and led.other.id, led.perhaps, led.speaks_against) == ("B", False, True)
    assert led.sentence(english) == "As points stand, B would lead toward TUR: D informs it first."
    (equal,) = (
        one
        for one in find_trial(make_world_with(*ties[:2]), tie="D;TUR;visit", as_of=DAY)
        if one.effect == "lead elsewhere"
    )
    assert (equal.perhaps, equal.speaks_against) == (True, False)
    said = equal.sentence(english)
    assert said.startswith("As points stand, A or another province with as many points would lead toward TUR")


def test_without_a_day_a_start_is_needed(world: Snapshot) -> None:
    with pytest.raises(Faults, match="where no day is asked about"):
        find_trial(world, tie="C;TUR;agreement;trade")
    assert find_trial(world, tie="C;TUR;agreement;trade;2026-01-01")


def list_checks(found: Trials) -> dict[str | None, Effect]:
    """Return the checks that would fail, by name."""
    return {one.check: one for one in found if one.effect == "fails check"}


def test_one_office_for_two_in_one_sector_and_a_double_tie_fail_checks() -> None:
    held = [
        make_tie(f"tie:{own}", own, "tur:ministry", kind="memorandum", since="2025", sectors=("trade",))
        for own in "AB"
    ]
    world = make_snapshot([*make_small_world(), *held])
    failed = list_checks(find_trial(world, tie="A;tur:ministry;memorandum;trade;2025-06", as_of=DAY))
    assert list(failed) == ["same counterpart", "double ties"]
    same, double = failed["same counterpart"], failed["double ties"]
    assert ([one.id for one in same.others], same.severity) == (["B"], "error")
    assert (double.ties, double.severity) == (("tie:A",), "warning")
    assert "B deals with tur:ministry already, in trade" in same.sentence(load_language("en"))
    assert "طرف خارجی" not in same.sentence(load_language("fa"))
    later = list_checks(find_trial(world, tie="A;tur:ministry;memorandum;trade;2026-02", as_of=DAY))
    assert "double ties" not in later


def test_a_third_in_a_sector_a_taken_sister_city_and_a_far_start_fail_checks(world: Snapshot) -> None:
    failed = list_checks(find_trial(world, tie="C;TUR;agreement;trade|culture", as_of=DAY))
    assert {name: (one.severity, one.sectors) for name, one in failed.items()} == {
        "crowded sector": ("note", ("trade",))
    }
    far = find_trial(world, tie="C;FRA;agreement;trade;2030", as_of=DAY)
    assert list(list_checks(far)) == ["far future"]
    sisters = make_world_with(make_tie("tie:s", "a:town", "tur:port", kind="sister_city"))
    failed = list_checks(find_trial(sisters, tie="B;tur:port;sister_city;;2026-01", as_of=DAY))
    assert list(failed) == ["sister city taken", "level of the parties"]
    assert failed["sister city taken"].ties == ("tie:s",)
    own = list_checks(find_trial(sisters, tie="A;tur:port;sister_city;;2026-01", as_of=DAY))
    assert "sister city taken" not in own


def test_what_speaks_against_a_tie_is_counted_once(world: Snapshot) -> None:
    found = find_trial(world, tie="C;TUR;agreement;trade", as_of=DAY)
    assert [one.effect for one in found if one.speaks_against] == ["new rivalry", "new rivalry"]


CHECKED = {"double ties": "double_ties", "far future": "far_future", "event without day": "event_without_day"}
"""The checks that a store runs too."""


@pytest.mark.parametrize(
    "tie",
    [
        "A;tur:ministry;memorandum;trade;2025-06",
        "A;tur:ministry;agreement;trade;2025-06",
        "A;TUR;memorandum;;2025",
        "A;tur:port;memorandum;;2025",
        "B;TUR;visit;;2025-05",
        "B;TUR;visit;;2025-05-01",
        "B;FRA;memorandum;;2029-01-01",
        "B;FRA;memorandum;;2028-01-01",
    ],
)
def test_the_checks_of_a_store_fail_where_the_trial_says_so(
    tie: str, checked: tuple[Store, Snapshot]
) -> None:
    store, snapshot = checked
    said = {check for check in list_checks(find_trial(snapshot, tie=tie, as_of=DAY)) if check in CHECKED}
    ((tried,), _) = read_tried(snapshot, tie, None, DAY)
    made = store.apply(make_batch(tried), "a tester", "to see")
    try:
        failed = {
            check
            for check, report in CHECKED.items()
            if any(tried.identity in row["ties" if "ties" in row else "tie" if "tie" in row else "record"]
                   for row in ask(store, report, {"as_of": DAY}).as_dicts())
        }  # fmt: skip
    finally:
        store.undo(made.identity, "a tester", "seen")
    assert said == failed
