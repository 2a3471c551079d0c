"""The pipeline: who courts what, by hand on small graphs; its weights; the urgency against plain counting."""

from __future__ import annotations

from datetime import date

import pytest

from graphmap.analysis import Courting, find_pipeline
from graphmap.analysis.intention import add_months
from graphmap.analysis.urgency import UrgencyWeights, read_convention
from graphmap.errors import Faults
from graphmap.language import CODES, load_language
from graphmap.schema import Record
from tests.analysis.graphs import are_near, make_tie, make_world_with

DAY = date(2026, 6, 1)
EN = load_language("en")


def court(identity: str, start: str, end: str = "TUR", **given: object) -> Record:
    """Make a memorandum in preparation, in trade unless told otherwise."""
    said = {"kind": "memorandum", "stage": "negotiating", "sectors": ("trade",), **given}
    return make_tie(identity, start, end, **said)


def find_one(*ties: Record, rules: str | None = None, as_of: date | None = DAY) -> Courting:
    """Return the one finding of a small world with some ties."""
    (one,) = find_pipeline(make_world_with(*ties), rules=rules, as_of=as_of)
    return one


def test_the_first_with_evidence_is_protected_until_two_years_after_its_last_sign() -> None:
    one = find_one(court("b", "B", since="2026-02-01"), court("a", "A", since="2025-03-10"))
    assert (one.province.id, one.other and one.other.id, one.is_first) == ("A", "B", True)
    assert (one.intention.stage, one.intention.standing) == ("negotiating", "registered")
    assert (one.intention.since, one.intention.until) == (date(2025, 3, 10), date(2027, 3, 10))
    assert "A was first, and is protected until 10 March 2027" in one.sentence(EN)
    assert one.ties == ("a", "b")


def test_a_visit_keeps_an_intention_alive_and_without_one_it_lapses() -> None:
    old = court("a", "A", since="2023-01-01")
    assert find_one(old).intention.standing == "lapsed"
    assert find_one(old, as_of=None).intention.standing == "registered"
    visit = make_tie("v", "A", "TUR", kind="visit", since="2026-05-01")
    alive = find_one(old, visit)
    assert (alive.intention.standing, alive.intention.since) == ("registered", date(2023, 1, 1))
    assert alive.intention.last == date(2026, 5, 1)
    lapsed = find_one(old, court("b", "B", since="2026-01-01"))
    assert (lapsed.province.id, lapsed.others and lapsed.others.standing) == ("B", "lapsed")


def test_an_idea_or_one_without_a_day_is_bare_and_a_document_makes_an_idea_more() -> None:
    assert find_one(court("a", "A", stage="idea", since="2026")).intention.standing == "bare idea"
    assert find_one(court("a", "A", stage="proposed")).intention.standing == "bare idea"
    told = find_one(court("a", "A", stage="idea", since="2026", document="letter-7"))
    assert (told.intention.stage, told.intention.standing) == ("idea", "registered")


def test_days_after_the_day_asked_about_are_not_known_on_it() -> None:
    ties = (court("a", "A", attested=("2025-01-01", "2026-09-01")),)
    assert find_one(*ties).intention.last == date(2025, 1, 1)


def test_of_two_known_since_the_same_day_neither_is_first() -> None:
    one = find_one(court("a", "A", since="2026-01-01"), court("b", "B", since="2026-01-01"))
    assert not one.is_first


def test_what_only_may_be_in_force_is_told_so() -> None:
    silent = make_tie("a", "A", "TUR", kind="agreement", since="2015", sectors=("trade",))
    one = find_one(silent, court("b", "B", since="2026-01-01"))
    assert (one.intention.stage, one.intention.perhaps) == ("perhaps in force", True)
    assert "A may have something in force; " in one.sentence(EN)
    more = find_one(silent, court("b", "B", since="2026-01-01"), court("a2", "A", since="2026-03-01"))
    assert any("beside what it may have in force" in part for part in more.sentence(EN).split("; "))


def test_other_is_a_sector_of_its_own_beside_named_ones_and_unknown_ground_where_both_name_it() -> None:
    both = court("a", "A", since="2026-01-01", sectors=("trade", "other"))
    named = find_one(both, court("b", "B", since="2026-01-01"))
    assert named.rivalry == (0.5, 0.5)
    apart = find_one(both, court("b", "B", since="2026-01-01", sectors=("culture", "other")))
    assert apart.rivalry is not None
    assert apart.rivalry[0] == 0
    assert apart.rivalry[1] > 0


def test_who_has_something_in_force_and_who_courts_are_told_apart() -> None:
    held = make_tie("a", "A", "TUR", kind="agreement", since="2020", until="..", sectors=("trade",))
    one = find_one(held, court("b", "B", since="2026-01-01"))
    assert (one.intention.standing, one.others and one.others.standing) == ("in force", "registered")
    assert not one.is_first
    more = find_one(held, court("b", "B", since="2026-01-01"), court("a2", "A", since="2026-03-01"))
    assert (more.intention.stage, more.intention.settled) == ("negotiating", True)
    assert "beside what it has in force, certainly or presumably" in more.sentence(EN)
    assert "A has something in force, certainly or presumably;" in one.sentence(EN)
    ever = find_one(
        make_tie("a", "A", "TUR", kind="agreement", since="2000", until="2005"), court("b", "B"), as_of=None
    )
    assert "A has or had something in force;" in ever.sentence(EN)


def test_two_that_have_all_in_force_are_no_part_of_it() -> None:
    held = [
        make_tie(one, one, "TUR", kind="agreement", since="2020", until="..", sectors=("trade",))
        for one in ("A", "B")
    ]
    assert len(find_pipeline(make_world_with(*held), as_of=DAY)) == 0


def test_contacts_of_two_are_told_and_a_contact_need_come_to_nothing() -> None:
    one = find_one(
        court("a", "A", since="2026-01-01"), make_tie("v", "B", "TUR", kind="visit", since="2026-05-01")
    )
    assert (one.verdict, one.others and one.others.standing) == ("in contact", "in contact")
    assert one.rivalry is not None
    assert one.rivalry == (0.0, 1.0)


def test_the_urgency_is_the_worked_one_and_a_range_where_capacity_is_not_known() -> None:
    """Two at one city, one sector of five in common: R = .2, near 2/3."""
    mine = court("a", "A", "tur:port", since="2026", sectors=("trade", "tourism", "culture"))
    its = court("b", "B", "tur:port", since="2026", sectors=("trade", "energy", "sport"))
    one = find_one(mine, its)
    assert are_near(one.rivalry, 0.2, 0.2)
    assert (one.level, one.meeting.id) == ("city", "tur:port")
    assert one.urgency is not None
    assert [round(number, 4) for number in one.urgency] == [0.1333, 0.1833]
    known = find_one(mine, its, rules='[[likeness]]\nprovinces = ["A", "B"]\nshare = 0.5')
    assert known.urgency is not None
    assert [round(number, 4) for number in known.urgency] == [0.1583, 0.1583]
    other = find_one(mine, its, rules="[urgency]\nbase = 1\ncapacity = 0\nnearness = 0")
    assert other.urgency == other.rivalry


def test_what_rests_on_one_act_of_both_is_no_rivalry() -> None:
    one = find_one(court("a", "A", document="d"), court("b", "B", document="d"))
    assert (one.verdict, one.rivalry) == ("joint", (0.0, 0.0))


def test_weights_that_move_change_the_first_ten_only_where_they_can() -> None:
    few = find_pipeline(make_world_with(court("a", "A"), court("b", "B")), as_of=DAY)
    assert few.entering == (0,) * 6
    assert "stay the same" in few.remarks(EN)[1]
    assert "10" not in " ".join(find_pipeline(make_world_with(court("a", "A")), as_of=DAY).remarks(EN))
    moved = list(UrgencyWeights().move())
    assert len(moved) == 6
    assert UrgencyWeights(base=0.6) in moved


def test_one_alone_comes_last_and_a_province_keeps_its_own() -> None:
    world = make_world_with(court("a", "A"), court("b", "B"), court("c", "C", "FRA"))
    found = find_pipeline(world, as_of=DAY)
    assert [one.other is None for one in found] == [False, True]
    assert "no other province is on record" in found[1].sentence(EN)
    assert [one.province.id for one in find_pipeline(world, province="C", as_of=DAY)] == ["C"]
    for code in CODES:
        assert len(found.remarks(load_language(code))) == 3


def test_every_fault_of_the_weights_is_told_at_once() -> None:
    text = """
    [urgency]
    base = 2
    weight = 1
    [intention]
    months = 0
    [[likeness]]
    provinces = ["A"]
    [other]
    """
    with pytest.raises(Faults) as raised:
        read_convention(make_world_with(), text)
    assert len(raised.value.faults) == 5


def test_months_are_added_without_losing_a_day() -> None:
    assert add_months(date(2024, 2, 29), 12) == date(2025, 3, 1)
    assert add_months(date(2025, 12, 31), 2) == date(2026, 3, 1)
    assert add_months(date(9999, 12, 31), 1) == date(9999, 12, 31)
