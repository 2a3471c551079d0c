"""The plan: by hand on small graphs, with rules and points of one's own, and on the real sample."""

from __future__ import annotations

from datetime import date

import pytest

from graphmap.analysis import Plan, find_plan
from graphmap.errors import Faults, GraphmapError
from graphmap.language import load_language
from graphmap.schema import Borders, Country, Mission, Record, SentBy, TradesWith, validated
from graphmap.store.snapshot import Snapshot
from tests.analysis.graphs import SOURCE, make_node, make_small_world, make_snapshot, make_tie, put_in

DAY = date(2026, 6, 1)


def make_field(*more: Record) -> Snapshot:
    """Build a world in which A has three ties with Türkiye, B two, and C borders on it; A has France."""
    ties = [("A", "TUR"), ("A", "TUR"), ("A", "TUR"), ("B", "TUR"), ("B", "TUR"), ("A", "FRA")]
    records = [
        make_tie(f"tie:{number}", start, end, kind="memorandum", since="2025", sectors=("trade",))
        for number, (start, end) in enumerate(ties)
    ]
    border = validated(Borders, from_id="C", to_id="TUR", km=10, sources=(SOURCE,))
    return make_snapshot([*make_small_world(), *records, border, *more])


def tell(plan: Plan) -> dict[str, tuple[str | None, float, str, float | None]]:
    """Return lead, points, choice and margin of each target."""
    return {
        one.target.id: (one.lead.id if one.lead else None, one.total, one.choice, one.margin) for one in plan
    }


def test_points_are_those_of_ties_border_missions_and_trade() -> None:
    plan = find_plan(make_field(), fairness=0, as_of=DAY)
    assert tell(plan) == {"TUR": ("A", 30, "clear", 10), "FRA": ("A", 10, "only candidate", None)}
    assert dict(plan[0].points) == {"ties": 30}
    assert [one.id for one in plan[0].supporting] == ["B"]
    assert plan[0].runner_up is not None
    # B's two ties weigh what C's border does; of equals the land border comes first.
    assert plan[0].runner_up.id == "C"


def test_a_mission_in_a_province_and_its_trade_give_points_to_that_province_alone() -> None:
    consulate = [
        make_node(Mission, "tur:consulate", kind="consulate", status="open", status_on="2026-05-01"),
        validated(SentBy, from_id="tur:consulate", to_id="TUR", sources=(SOURCE,)),
        put_in("tur:consulate", "a:town"),
    ]
    trade = validated(
        TradesWith, from_id="B", to_id="TUR", flow="exports", year=2024, share=4, sources=(SOURCE,)
    )
    # What another country trades with home is nobody's ground.
    other = validated(
        TradesWith, from_id="FRA", to_id="QZA", flow="exports", year=2024, share=4, sources=(SOURCE,)
    )
    plan = find_plan(make_field(*consulate, trade, other), as_of=DAY)
    turkey = next(one for one in plan if one.target.id == "TUR")
    assert dict(turkey.points) == {"ties": 30, "mission": 15}
    second = find_plan(
        make_field(*consulate, trade), as_of=DAY, rules='[[never]]\nprovince="A"\ncountry="TUR"'
    )
    turkey = next(one for one in second if one.target.id == "TUR")
    assert (turkey.lead and turkey.lead.id, dict(turkey.points)) == ("B", {"ties": 20, "trade": 10})
    assert {one.target.id for one in plan} == {"TUR", "FRA"}


def test_a_tie_that_only_possibly_holds_gives_no_points_and_is_named() -> None:
    doubtful = make_tie("tie:old", "D", "FRA", kind="memorandum")
    found = find_plan(make_field(doubtful), as_of=DAY)
    france = next(one for one in found if one.target.id == "FRA")
    assert france.lead is not None
    assert france.lead.id == "A"
    assert [one.id for one in france.supporting] == ["D"]
    assert "tie:old" in france.ties
    assert france.choice == "only candidate"
    assert "D" not in {one.id for one in found.idle}


def test_what_is_not_known_of_a_tie_that_is_not_in_force_yet_is_no_doubt_of_a_plan() -> None:
    soon = make_tie("tie:soon", "D", "FRA", kind="memorandum", stage="proposed")
    without, found = (find_plan(make_field(*more), as_of=DAY) for more in ((), (soon,)))
    told = [[one.unknown for one in plan if one.target.id == "FRA"] for plan in (without, found)]
    assert told[0] == told[1] != []


def test_what_capacity_leaves_open_is_said_and_not_forced() -> None:
    plan = find_plan(make_field(), capacity=1, as_of=DAY)
    # A is the only one with France: B or C takes Türkiye, so that nothing stays open.
    assert tell(plan)["FRA"][0] == "A"
    assert tell(plan)["TUR"][0] == "C"
    more = [make_node(Country, "IRQ"), make_tie("tie:iraq", "A", "IRQ", kind="memorandum", since="2025")]
    plan = find_plan(make_field(*more), capacity=1, as_of=DAY)
    open_ones = [one for one in plan if one.lead is None]
    assert len(open_ones) == 1
    assert [one.id for one in open_ones[0].candidates] == ["A"]
    assert "capacity" in open_ones[0].sentence(load_language("en"))
    left = next(one for one in plan if one.lead is not None and one.lead.id == "A")
    # Whether France or Iraq stays open is as good: the committee chooses.
    assert (left.choice, left.margin, left.runner_up) == ("committee chooses", 0, None)


def test_a_lead_settles_the_pairs_that_it_is_in() -> None:
    plan = find_plan(make_field(make_tie("tie:d", "D", "TUR", since="2025", sectors=("trade",))), as_of=DAY)
    turkey = plan[0]
    assert turkey.count_pairs("certain", "presumed") == 3
    assert turkey.count_pairs("certain", "presumed", after=True) == 1
    assert [case.settled for case in turkey.cases].count(False) == 1
    left = next(case for case in turkey.cases if not case.settled)
    assert {one.id for one in left.provinces} == {"B", "D"}
    assert plan.measure_residual() is not None


RULES = """
[points]
tie = 5
most_ties = 15
border = 40
[capacity]
A = 0
[rules]
border_provinces_lead = true
[[must]]
tie = "tie:5"
"""


def test_rules_change_weights_and_lay_down_leads() -> None:
    plan = find_plan(make_field(), rules=RULES.replace("A = 0", "A = 1"), as_of=DAY)
    assert tell(plan) == {"TUR": ("C", 40, "clear", 30), "FRA": ("A", 5, "set by rule", None)}
    with pytest.raises(GraphmapError, match="capacity"):
        find_plan(make_field(), rules=RULES, as_of=DAY)


def test_of_equals_who_leads_now_goes_on() -> None:
    current = '[[current]]\nprovince = "B"\ncountry = "TUR"\n[[never]]\nprovince = "A"\ncountry = "TUR"'
    plan = find_plan(make_field(), rules=current, as_of=DAY)
    assert tell(plan)["TUR"] == ("B", 20, "committee chooses", 0)


LIMITS = "[rules]\nprovinces_a_sector = 1\nsectors_a_province = 1"


def test_rules_of_conduct_say_who_would_act_through_whom_who_does_too_much_and_what_nobody_does() -> None:
    more = make_tie("tie:more", "B", "TUR", kind="agreement", since="2025", sectors=("energy",))
    plan = find_plan(make_field(more), rules=LIMITS, as_of=DAY)
    turkey = next(one for one in plan if one.target.id == "TUR")
    assert turkey.conduct is not None
    assert turkey.conduct.as_json() == {
        "crowded": {"trade": {"lead": "B", "staying": ["B"], "delegating": ["A"]}},
        "scattered": {"B": ["trade", "energy"]},
        "orphans": ["investment", "tourism"],
    }
    said = turkey.sentence(load_language("en"))
    assert "2 provinces are in trade there, more than 1: A would act through B" in said
    assert "B is in 2 sectors there, more than 1; no tie on record is in investment and tourism" in said
    assert turkey.sentence(load_language("fa")) != said
    # They change no lead, and are told where they are laid down alone.
    without = find_plan(make_field(more), as_of=DAY)
    assert tell(without) == tell(plan)
    assert {one.conduct for one in without} == {None}


def test_where_a_tie_may_be_in_a_sector_that_is_no_orphan() -> None:
    unnamed = make_tie("tie:unnamed", "B", "FRA", kind="memorandum", since="2025")
    perhaps = make_tie("tie:perhaps", "B", "TUR", kind="memorandum", sectors=("tourism",))
    plan = find_plan(make_field(unnamed, perhaps), rules=LIMITS, as_of=DAY)
    orphans = {one.target.id: one.conduct.orphans for one in plan if one.conduct}
    assert orphans == {"TUR": ("investment",), "FRA": ()}
    with pytest.raises(Faults, match="no limit"):
        find_plan(make_field(), rules="[rules]\nprovinces_a_sector = 0", as_of=DAY)


def test_points_of_the_committee_stand_in_place_of_all_others() -> None:
    given = "province,country,points\nB,TUR,7\nD,TUR,6٫5\nC,FRA,1\n"
    plan = find_plan(make_field(), points=given, fairness=0, as_of=DAY)
    assert tell(plan) == {"TUR": ("B", 7, "clear", 0.5), "FRA": ("C", 1, "only candidate", None)}
    assert dict(plan[0].points) == {"given": 7}


@pytest.mark.parametrize(
    ("text", "right"), [("7.25", True), ("7.250", True), ("7.255", False), ("0.001", False)]
)
def test_points_are_counted_in_hundredths_and_never_rounded(text: str, right: bool) -> None:
    given = f"province,country,points\nB,TUR,{text}\n"
    if right:
        (first, *_) = find_plan(make_field(), points=given, as_of=DAY)
        assert dict(first.points) == {"given": 7.25}
        return
    with pytest.raises(Faults, match=f"line 2, column points: '{text}' has more than two decimals"):
        find_plan(make_field(), points=given, as_of=DAY)
    with pytest.raises(Faults, match="has more than two decimals"):
        find_plan(make_field(), rules=f"[points]\ntie = {text}\n", as_of=DAY)


def test_every_fault_of_rules_and_points_is_told_at_once() -> None:
    rules = """
[points]
tie = -1
tied = 3
[capacity]
Nowhere = 2
B = 1.5
[rules]
all_lead = true
[[must]]
province = "A"
country = "TUR"
[[must]]
province = "B"
country = "TUR"
[[never]]
province = "A"
country = "QZA"
[[never]]
tie = "tie:none"
[[current]]
place = "x"
[other]
"""
    with pytest.raises(Faults) as caught:
        find_plan(make_field(), rules=rules, as_of=DAY)
    said = str(caught.value)
    for word in (
        "-1",
        "tied",
        "Nowhere",
        "1.5",
        "all_lead",
        "two leads",
        "QZA",
        "tie:none",
        "place",
        "other",
    ):
        assert word in said, word
    with pytest.raises(Faults) as caught:
        find_plan(
            make_field(), points="province,country,points\nE,TUR,1\nA,TUR,x\nA,FRA,-1\nB,TUR,1\nB,TUR,2\n"
        )
    assert [fault.where.line for fault in caught.value.faults if fault.where] == [2, 3, 4, 6]
    with pytest.raises(Faults, match="no column points"):
        find_plan(make_field(), points="province;country\n")
    assert tell(find_plan(make_field(), points="استان;کشور;امتیاز\nB;TUR;۷\n", as_of=DAY))["TUR"][:2] == (
        "B",
        7,
    )
    with pytest.raises(Faults, match="TOML"):
        find_plan(make_field(), rules="[points")


def test_must_and_must_never_at_once_is_a_fault() -> None:
    pair = 'province = "A"\ncountry = "TUR"\n'
    with pytest.raises(Faults, match="must and must never"):
        find_plan(make_field(), rules=f"[[must]]\n{pair}[[never]]\n{pair}")


def test_a_country_asked_for_is_divided_alone() -> None:
    assert [one.target.id for one in find_plan(make_field(), country="FRA", as_of=DAY)] == ["FRA"]
    assert [one.id for one in find_plan(make_field(), as_of=DAY).idle] == ["B", "C"]
    # Of one country alone it cannot be said who leads nowhere.
    assert find_plan(make_field(), country="TUR", as_of=DAY).idle == ()


def test_an_empty_field_is_an_empty_plan() -> None:
    plan = find_plan(make_snapshot(make_small_world()), as_of=DAY)
    assert (len(plan), plan.points, plan.price, plan.loads, plan.idle) == (0, 0, 0, (), ())
    assert plan.remarks(load_language("fa"))


def test_a_plan_says_in_both_languages_what_it_rests_on() -> None:
    plan = find_plan(make_field(), as_of=DAY)
    english, persian = (plan[0].sentence(load_language(code)) for code in ("en", "fa"))
    assert english.startswith("TUR: A leads; 30 points: 30 for its ties; if C led,")
    assert "استان پیشگام" in persian
    assert "with ties there that hold or may, supporting: B; 1 rival pair, always with the lead;" in english
    assert "۱ جفت رقیب، و همواره یکی از دو استان پیشگام است؛" in persian
    ever = find_plan(make_field())[0].sentence(load_language("en"))
    assert "with ties there at some time, supporting: B;" in ever
    said = plan.as_json()
    assert said["whole"]["loads"] == {"A": 2}
    assert said["findings"][0]["points"] == {"ties": 30}
