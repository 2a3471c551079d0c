"""What a tie weighs: commitments, events, joint acts and presumption, in worked numbers (methods 3.4)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graphmap.analysis import RivalPair, find_rivals, find_sole_contacts
from graphmap.language import load_language
from graphmap.schema import Batch, Tie, validated
from tests.analysis.graphs import are_near, make_tie, make_world_with

DAY = date(2026, 11, 26)
EN, FA = load_language("en"), load_language("fa")
Given = dict[str, Any]


def judge(*ties: tuple[str, Given], as_of: date | None = DAY, **asked: Any) -> RivalPair:
    """Return what A and B are to each other toward tur:port, by ties (province, fields)."""
    made = [
        make_tie(f"t{number}", start, "tur:port", **{"kind": "memorandum", **given})
        for number, (start, given) in enumerate(ties)
    ]
    (rivalry,) = find_rivals(make_world_with(*made), "city", as_of=as_of, by="target", **asked)
    (pair,) = rivalry.pairs
    return pair


TRADE: Given = {"sectors": ("trade",)}
LASTING: Given = {**TRADE, "since": "2020", "until": "2030"}
EXACT: Given = {**TRADE, "since": "2020-01-01", "until": "2030-01-01"}


@pytest.mark.parametrize(
    ("day", "presume", "verdict"),
    [
        (DAY, 0, "possible"),
        (DAY, 5, "presumed"),
        (date(2028, 3, 9), 5, "presumed"),
        (date(2028, 3, 10), 5, "possible"),
        (date(2028, 6, 1), 5, "possible"),
        (date(2023, 3, 10), 0, "certain"),
    ],
)
def test_a_commitment_of_unknown_end_is_presumed_for_five_years_after_its_last_day(
    day: date, presume: int, verdict: str
) -> None:
    unknown = {**TRADE, "since": "2022-06-01", "attested": ("2023-03-10",)}
    assert judge(("A", unknown), ("B", LASTING), as_of=day, presume=presume).verdict == verdict


@pytest.mark.parametrize(("day", "verdict"), [(30, "possible"), (31, "presumed")])
def test_what_began_in_a_year_is_presumed_from_the_day_on_which_it_certainly_had(
    day: int, verdict: str
) -> None:
    began = {**TRADE, "since": "2022"}
    assert judge(("A", began), ("B", LASTING), as_of=date(2022, 12, day)).verdict == verdict


def test_what_is_possible_only_since_its_last_sign_is_too_old_says_so() -> None:
    unknown = {**TRADE, "since": "2022-06-01", "attested": ("2023-03-10",)}
    late = date(2028, 6, 1)
    pair = judge(("A", unknown), ("B", LASTING), as_of=late)
    assert pair.verdict == "possible"
    assert pair.silent_since == date(2023, 3, 10)
    assert "no sign of 1 of 2 ties since 10 March 2023 (19 Esfand 1401)" in pair.sentence(EN)
    assert "پس از ۱۹ اسفند ۱۴۰۱ (۱۰ مارس ۲۰۲۳)" in pair.sentence(FA)
    assert pair.cells()["silent_since"] == date(2023, 3, 10)
    (told,) = (doubt for doubt in pair.as_json()["unknown"] if doubt["what"] == "sign")
    assert told == {"what": "sign", "ties": 1, "of": 2, "last": "2023-03-10"}
    for as_of, presume, given in (
        (DAY, 5, unknown),
        (late, 6, unknown),
        (late, 0, unknown),
        (None, 5, unknown),
        (late, 5, {**unknown, "since": "", "attested": ()}),
        (late, 5, {**unknown, "until": "2029"}),
        (late, 5, {**unknown, "stage": "suspended"}),
    ):
        assert judge(("A", given), ("B", LASTING), as_of=as_of, presume=presume).silent_since is None
    visit = {"kind": "visit", "since": "2022-12-01", "until": "2022-12-02"}
    met = judge(("A", {**TRADE, "since": "2019"}), ("A", visit), ("B", LASTING), as_of=late)
    assert met.silent_since == date(2022, 12, 1)
    # A line that says "presumed" does not say "no sign since" of a tie on which that does not rest.
    beside = judge(("A", unknown), ("A", LASTING), ("B", LASTING), as_of=late)
    assert (beside.verdict, beside.silent_since) == ("certain", None)
    assert "no sign of 1 of 3 ties" in beside.sentence(EN)


@pytest.mark.parametrize(
    ("given", "told", "told_fa", "first", "last"),
    [
        ({"since": "1984"}, "since 1984;", "پس از ۱۳۶۲ یا ۱۳۶۳ (۱۹۸۴ میلادی)", "1984-01-01", "1984-12-31"),
        ({"since": "1985-11"}, "since November 1985;", "(نوامبر ۱۹۸۵)", "1985-11-01", "1985-11-30"),
        ({"since": "2004?"}, "since 2004, uncertain;", "۲۰۰۴ میلادی)، نامطمئن", "2003-01-01", "2005-12-31"),
        ({"since": "1984", "attested": ("1998",)}, "since 1998;", "۱۹۹۸", "1998-01-01", "1998-12-31"),
        ({"since": "1984", "attested": ("1998-05-03",)}, "since 3 May 1998", "۱۹۹۸", "1998-05-03", None),
        ({"since": "1984-05", "attested": ("1984-05-01",)}, "since 1 May 1984", "۱۹۸۴", "1984-05-01", None),
        ({"since": "1376/02"}, "since Ordibehesht 1376", "پس از اردیبهشت ۱۳۷۶", "1997-04-21", "1997-05-21"),
    ],
)
def test_a_last_sign_is_told_no_more_exactly_than_the_data_tell_it(
    given: dict[str, Any], told: str, told_fa: str, first: str, last: str | None
) -> None:
    """That a tie of 1984 has shown no sign since 1 January 1984 would be false: it began later that year."""
    pair = judge(("A", {**TRADE, **given}), ("B", LASTING), as_of=DAY)
    assert told in pair.sentence(EN).replace(".", ";")
    assert told_fa in pair.sentence(FA)
    (sign,) = (doubt for doubt in pair.as_json()["unknown"] if doubt["what"] == "sign")
    assert (sign["last"], sign.get("last_by")) == (first, last)
    # The same where another tie of the act, or an event between the two, is the last sign.
    for other in (
        {"kind": "agreement", "since": "1990", "document": "d"},
        {"kind": "visit", "since": "1990", "until": "1991"},
    ):
        act = {"document": "d"} if "document" in other else {}
        ties = (("A", {**TRADE, "since": "1984", **act}), ("A", {**TRADE, **other}), ("B", LASTING))
        assert "since 1990" in judge(*ties, as_of=DAY).sentence(EN)


def test_who_is_there_alone_says_so_too() -> None:
    world = make_world_with(make_tie("t1", "A", "TUR", kind="memorandum", since="2010-05-01"))
    (contact,) = find_sole_contacts(world, as_of=DAY)
    assert contact.silent_since == date(2010, 5, 1)
    assert "no sign since 1 May 2010" in contact.sentence(EN)


@pytest.mark.parametrize(
    ("sign", "verdict"),
    [
        ({"kind": "visit", "since": "2024-05", "until": "2024-06"}, "presumed"),
        ({"kind": "visit", "since": "2024-05?"}, "possible"),
        ({"kind": "visit", "attested": ("2024-05-01",)}, "possible"),
        ({"kind": "visit", "since": "2024-05", "stage": "proposed"}, "possible"),
    ],
)
def test_an_event_between_the_same_two_ends_is_a_sign_of_life(sign: Given, verdict: str) -> None:
    old = {**TRADE, "since": "2010"}
    assert judge(("A", old), ("A", sign), ("B", LASTING)).verdict == verdict


def test_an_event_with_a_whole_country_is_no_sign_and_one_of_the_same_document_is() -> None:
    old, visit = {**TRADE, "since": "2010", "document": "d"}, {"kind": "visit", "since": "2024-05"}

    def find(visit: Given) -> str:
        ties = [
            make_tie("t0", "A", "TUR", kind="memorandum", **old),
            make_tie("t1", "A", "TUR", **visit),
            make_tie("t2", "B", "TUR", kind="memorandum", **LASTING),
        ]
        (rivalry,) = find_rivals(make_world_with(*ties), as_of=DAY, by="target")
        return rivalry.verdict

    assert (find(visit), find({**visit, "document": "d"})) == ("possible", "presumed")


def test_two_ties_of_one_act_are_joint_and_neither_rivals_the_share_of_the_other() -> None:
    act = {**LASTING, "document": "act"}
    assert judge(("A", act), ("B", act)).verdict == "joint"
    assert judge(("A", act), ("A", LASTING), ("B", act)).verdict == "joint"
    pair = judge(("A", act), ("A", LASTING), ("B", act), ("B", LASTING))
    assert pair.verdict == "certain"
    assert judge(("A", act), ("B", {**LASTING, "document": "other"})).verdict == "certain"


def judge_at_port(*ties: tuple[str, str, Given]) -> RivalPair:
    """Return what A and B are to each other toward tur:port, by ties (province, target, fields) anywhere."""
    made = [
        make_tie(f"t{number}", start, target, **{"kind": "memorandum", **EXACT, **given})
        for number, (start, target, given) in enumerate(ties)
    ]
    (rivalry,) = find_rivals(make_world_with(*made), "city", as_of=DAY, by="target", country="TUR")
    assert rivalry.target.id == "tur:port"
    (pair,) = rivalry.pairs
    return pair


def test_an_act_of_two_provinces_is_shared_wherever_each_of_them_has_its_part() -> None:
    act: Given = {"document": "act"}
    elsewhere = judge_at_port(("A", "tur:port", act), ("B", "fra:bay", act), ("B", "tur:port", {}))
    assert (elsewhere.verdict, elsewhere.joint_ties) == ("none", ("t0",))
    shares = elsewhere.shares
    assert shares is not None
    assert (shares.rivalry, shares.complementarity, shares.one_sided) == (0, 0, 1)
    apart = judge_at_port(
        ("A", "tur:port", act), ("A", "tur:port", {}), ("B", "fra:bay", act), ("B", "tur:port", {})
    )
    assert apart.verdict == "certain"
    third = judge_at_port(("A", "tur:port", act), ("C", "fra:bay", act), ("B", "tur:port", {}))
    assert third.verdict == "certain"


def test_who_only_met_at_an_act_is_in_contact_and_has_no_part_in_it() -> None:
    act, met = {**LASTING, "document": "act"}, {"kind": "meeting", "since": "2026-09-01", "document": "act"}
    pair = judge(("A", act), ("B", met))
    assert (pair.verdict, pair.joint_ties) == ("in contact", ())
    assert judge(("A", act), ("B", met), ("B", LASTING)).verdict == "certain"


def test_the_worked_joint_act_divides_twenty_forty_and_forty() -> None:
    act = {"sectors": ("transport",), "since": "2000-01-01", "until": "2002-01-01", "document": "act"}
    ties = [
        ("A", {**TRADE, "since": "2000-01-01", "until": "2002-01-01"}),
        ("B", {**TRADE, "since": "2001-01-01", "until": "2003-01-01"}),
    ]
    pair = judge(*ties, ("A", act), ("B", act), as_of=None)
    assert pair.shares is not None
    parts = (pair.shares.rivalry, pair.shares.joint, pair.shares.complementarity, pair.shares.one_sided)
    assert [round(part, 2) for part in parts] == [0.2, 0.4, 0, 0.4]
    assert pair.rivalry_range == pytest.approx((pair.shares.rivalry, pair.shares.rivalry))
    assert "40% joint" in pair.sentence(EN)
    assert "اقدام مشترک" in pair.sentence(FA)
    apart = judge(*ties, ("A", act), ("B", {**act, "document": "other"}), as_of=None)
    assert apart.shares is not None
    assert round(apart.shares.rivalry, 2) == 0.6


def test_an_event_makes_a_contact_and_never_a_rival() -> None:
    meeting = {**TRADE, "kind": "meeting", "since": "2026-09-01", "until": "2026-09-03"}
    assert judge(("A", LASTING), ("B", meeting)).verdict == "in contact"
    assert len(find_rivals(make_world_with(*(make_tie(p, p, "TUR", **meeting) for p in "AB")))) == 0
    past = {**meeting, "since": "2012-05-01", "until": "2012-05-03"}
    made = [make_tie("t0", "A", "TUR", **LASTING), make_tie("t1", "B", "TUR", **past)]
    assert len(find_rivals(make_world_with(*made), as_of=DAY)) == 0


def test_what_is_proposed_stands_beside_and_is_counted_nowhere() -> None:
    idea = {"kind": "memorandum", "stage": "proposed", "since": "2017"}
    world = make_world_with(make_tie("t0", "A", "TUR", **LASTING), make_tie("t1", "B", "TUR", **idea))
    (contact,) = find_sole_contacts(world, as_of=DAY)
    assert (contact.province.id, [province.id for province in contact.beside]) == ("A", ["B"])
    assert "in contact or preparing a tie: B" in contact.sentence(EN)
    (rivalry,) = find_rivals(world, as_of=DAY, by="target")
    assert [province.id for province in rivalry.provinces] == ["A"]
    assert (rivalry.verdict, rivalry.preparing) == ("none", "possible")


def test_other_is_no_sector() -> None:
    other = {**LASTING, "sectors": ("other",)}
    pair = judge(("A", other), ("B", other))
    assert (pair.verdict, pair.sectors, pair.shares) == ("possible", (), None)
    assert judge(("A", other), ("B", LASTING)).verdict == "complementary"


def test_an_unknown_start_leaves_rivalry_a_range() -> None:
    """T3: learning that one began in 2000 makes a quarter of what had looked like all."""
    unknown = {**TRADE, "attested": ("2015-01-01",), "until": "2020-01-01"}
    known = {**TRADE, "since": "2015-01-01", "until": "2020-01-01"}
    pair = judge(("A", unknown), ("B", known), as_of=None)
    assert pair.shares is None
    assert are_near(pair.rivalry_range, 0, 1)
    learned = judge(("A", {**unknown, "since": "2000-01-01"}), ("B", known), as_of=None)
    assert learned.shares is not None
    assert learned.shares.rivalry == pytest.approx(0.25, abs=0.01)


def test_doubt_is_width_for_two_that_may_follow_each_other() -> None:
    pair = judge(
        ("A", {**TRADE, "since": "2010", "until": "2019?"}), ("B", {**TRADE, "since": "2020"}), as_of=None
    )
    assert (pair.verdict, pair.days[0]) == ("possible", 0)
    began = {**TRADE, "since": "2025-05?", "until": ".."}
    assert judge(("A", began), ("B", LASTING)).verdict == "certain"


def test_an_end_after_the_day_on_which_a_tie_was_said_to_have_ended_is_a_fault() -> None:
    from graphmap.errors import Faults
    from graphmap.schema import Contents, find_difference
    from tests.analysis.graphs import make_small_world

    def write(**given: Any) -> None:
        tie = make_tie("t", "A", "TUR", kind="memorandum", stage="ended", **given)
        find_difference(Batch.of([*make_small_world(), validated(Tie, **tie.values())]), Contents())

    write(until="2025", attested=("2026-02-08",)[:0])
    with pytest.raises(Faults, match="lies after 2026-02-08, when the tie was said to have ended"):
        write(until="2030", attested=("2026-02-08",))
    with pytest.raises(Faults, match="is open, and the stage says that the tie has ended"):
        write(until="..")
