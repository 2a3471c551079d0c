"""Contests: each pair of provinces meets at the finest targets that both have, and is counted there alone."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmap.analysis import Contest, find_rivals
from graphmap.analysis.dividing import divide_by_target
from graphmap.analysis.ranked_contests import gather_contests
from graphmap.analysis.scope import Scope, select_ties
from graphmap.errors import GraphmapError
from graphmap.language import load_language
from graphmap.scales import LEVELS, VERDICTS
from graphmap.schema import Record, Source, validated
from graphmap.store.snapshot import Snapshot
from tests.analysis.graphs import make_small_world, make_snapshot, make_tie, make_world_with
from tests.examples import examples

DAY = date(2020, 6, 1)
EN, FA = load_language("en"), load_language("fa")
HELD: dict[str, Any] = {"since": "2010", "until": "..", "sectors": ("trade",)}


def tie(identity: str, start: str, target: str, **given: Any) -> Record:
    return make_tie(identity, start, target, **{**HELD, **given})


def list_contests(*ties: Record, **options: Any) -> dict[str, Contest]:
    found = find_rivals(make_world_with(*ties), **{"as_of": DAY, **options})
    return {contest.target.id: contest for contest in found}


def name_pairs(contest: Contest) -> list[str]:
    return sorted("".join(province.id for province in pair.provinces) for pair in contest.pairs)


# ------------------------------------------------------------------------ where pairs meet


def test_a_pair_meets_at_the_finest_target_that_both_have_and_nowhere_else() -> None:
    found = list_contests(
        tie("t1", "A", "tur:mayor"),
        tie("t2", "B", "tur:mayor"),
        tie("t3", "C", "tur:port"),
        tie("t4", "D", "TUR"),
    )
    assert {target: name_pairs(contest) for target, contest in found.items()} == {
        "tur:mayor": ["AB"],
        "tur:port": ["AC", "BC"],
        "TUR": ["AD", "BD", "CD"],
    }
    assert [contest.level for contest in found.values()] == ["counterpart", "city", "country"]


def test_a_pair_meets_at_each_of_two_targets_of_which_neither_lies_in_the_other() -> None:
    found = list_contests(
        *(tie(f"m{p}", p, "tur:mayor") for p in "AB"), *(tie(f"o{p}", p, "tur:ministry") for p in "AB")
    )
    assert sorted(found) == ["tur:mayor", "tur:ministry"]


def test_a_region_is_the_meeting_point_of_two_of_its_cities() -> None:
    found = list_contests(tie("t1", "A", "tur:port"), tie("t2", "B", "tur:mill"), tie("t3", "C", "fra:bay"))
    assert [(c.target.id, c.level, name_pairs(c)) for c in found.values()] == [
        ("tur:north", "region", ["AB"])
    ]


def test_a_level_leaves_out_pairs_that_meet_only_farther_off() -> None:
    ties = [tie("t1", "A", "tur:mayor"), tie("t2", "B", "tur:mayor"), tie("t3", "C", "TUR")]
    assert list(list_contests(*ties, level="city")) == ["tur:mayor"]


def test_an_event_or_a_tie_in_preparation_does_not_make_a_pair_meet_nearer() -> None:
    found = list_contests(
        tie("t1", "A", "tur:mayor"),
        tie("t2", "B", "TUR"),
        tie("t3", "B", "tur:mayor", kind="meeting", since="2019-01-01", until="2020-12-01"),
        tie("t4", "C", "tur:mayor", stage="negotiating"),
    )
    assert name_pairs(found["TUR"]) == ["AB", "BC"]
    mayor = found["tur:mayor"]
    assert (mayor.verdict, mayor.verdicts, mayor.preparing, mayor.preparing_pairs) == (
        "none",
        (),
        "possible",
        1,
    )
    assert name_pairs(mayor) == ["AC"]
    assert [province.id for province in mayor.in_contact] == ["B"]


# ------------------------------------------------------------------------ what is said of them


def test_a_contest_counts_how_many_of_its_pairs_are_what() -> None:
    found = list_contests(
        tie("t1", "A", "tur:mayor", document="act"),
        tie("t2", "B", "tur:mayor", document="act"),
        tie("t3", "C", "tur:mayor"),
        tie("t4", "D", "tur:mayor", sectors=("tourism",)),
    )
    contest = found["tur:mayor"]
    assert contest.verdicts == (("certain", 2), ("complementary", 3), ("joint", 1))
    assert contest.pair_count == 6
    assert contest.sentence(EN) == (
        "tur:mayor: A, B, C and D; certain rivalry (2 of 6 pairs); complementary (3 of 6 pairs); "
        "a joint act (1 of 6 pairs)."
    )
    assert "۲ از ۶ جفت استان" in contest.sentence(FA)


def test_sectors_and_day_are_those_of_the_ties_that_meet_not_of_the_country() -> None:
    found = list_contests(
        tie("t1", "A", "tur:mayor", since="2012-03"),
        tie("t2", "B", "tur:mayor", since="2015-05?", sectors=("trade", "tourism")),
        tie("t3", "A", "TUR", since="2001", sectors=("energy",)),
        tie("t4", "B", "TUR", since="2002", sectors=("energy",)),
    )
    (pair,) = found["tur:mayor"].pairs
    assert pair.sectors == ("trade",)
    assert (pair.meeting.since, pair.meeting.ties) == ("2015-05?", ("t1", "t2"))
    assert "both since May 2015, uncertain" in pair.remark(EN)
    assert "A was there first" in pair.remark(EN)


def test_the_sectors_of_a_joint_act_are_not_those_of_the_rivalry_beside_it() -> None:
    act: dict[str, Any] = {"document": "forum-1", "sectors": ("trade", "culture")}
    (contest,) = list_contests(
        *(tie(f"j{p}", p, "TUR", **act) for p in "AB"),
        tie("t1", "A", "TUR", sectors=("trade", "tourism")),
        tie("t2", "B", "TUR", sectors=("trade", "energy")),
    ).values()
    (pair,) = contest.pairs
    assert (pair.verdict, pair.sectors, pair.joint_acts) == ("certain", ("trade",), ("forum-1",))
    assert pair.meeting.ties == ("t1", "t2")
    assert "2 ties rest on an act of both (forum-1) and are left out" in pair.sentence(EN)
    assert "forum-1" in pair.sentence(FA)


def test_a_joint_act_is_named_and_nobody_was_first_in_it() -> None:
    act = {"document": "forum-1", "since": "2010"}
    (contest,) = list_contests(
        *(tie(f"j{p}", p, "TUR", **act) for p in "AB"), tie("t1", "A", "TUR", since="2001", kind="agreement")
    ).values()
    (pair,) = contest.pairs
    assert (pair.verdict, pair.sectors) == ("joint", ("trade",))
    assert pair.sentence(EN).startswith("A and B toward TUR: a joint act; the act: forum-1; both in trade")
    assert "first" not in pair.sentence(EN)


def test_two_that_complement_each_other_now_are_not_said_to_share_what_one_had_before() -> None:
    (contest,) = list_contests(
        tie("t1", "A", "TUR", sectors=("tourism",)),
        tie("t2", "A", "TUR", since="2001", until="2005"),
        tie("t3", "B", "TUR"),
        as_of=None,
    ).values()
    assert [(pair.verdict, pair.sectors) for pair in contest.pairs] == [("complementary", ())]


def test_of_several_ties_that_meet_the_earliest_day_on_which_both_were_there_is_told() -> None:
    (contest,) = list_contests(
        tie("t1", "A", "TUR", since="2001"),
        tie("t2", "B", "TUR", since="2008"),
        tie("t3", "B", "TUR", since="2003"),
        tie("t4", "A", "TUR", since="2011"),
    ).values()
    assert contest.pairs[0].meeting.since == "2003"


def test_what_a_list_alone_attests_is_said_to_rest_on_its_day() -> None:
    listed = {"since": "", "attested": ("2020-02-08",)}
    (contest,) = list_contests(
        tie("t1", "A", "TUR", **listed), tie("t2", "B", "TUR", **listed), as_of=date(2020, 2, 8)
    ).values()
    (pair,) = contest.pairs
    assert (pair.verdict, pair.meeting.since, pair.meeting.since_latest) == (
        "certain",
        None,
        date(2020, 2, 8),
    )
    assert "known from a source of 8 February 2020 (19 Bahman 1398) alone" in pair.sentence(EN)
    assert "تنها از منبعی به تاریخ" in pair.sentence(FA)
    (one_known,) = list_contests(
        tie("t1", "A", "TUR"), tie("t2", "B", "TUR", **listed), as_of=date(2020, 2, 8)
    ).values()
    assert "both there by 8 February 2020 (19 Bahman 1398) at the latest" in one_known.pairs[0].sentence(EN)


def test_no_day_is_told_where_no_day_shows_that_both_were_there() -> None:
    found = list_contests(tie("t1", "A", "TUR", since=""), tie("t2", "B", "TUR", since="", until=""))
    (contest,) = found.values()
    assert contest.pairs[0].meeting[3:] == (None, None, False)
    assert "9999" not in str(find_rivals(make_world_with(tie("t1", "A", "TUR", since=""))).as_json())


# ------------------------------------------------------------------------ order


def test_contests_are_ranked_by_verdict_then_nearness_then_number_of_pairs() -> None:
    found = list_contests(
        *(tie(f"n{p}", p, "tur:mill", sectors=()) for p in "ABC"),
        *(tie(f"m{p}", p, "tur:mayor", sectors=()) for p in "AB"),
        *(tie(f"b{p}", p, "fra:bay", sectors=()) for p in "AB"),
        *(tie(f"f{p}", p, "FRA") for p in "CD"),
    )
    assert list(found) == ["FRA", "tur:mayor", "tur:mill", "fra:bay"]


def test_contests_of_what_is_not_in_force_yet_are_ranked_by_nearness_and_what_they_would_be() -> None:
    found = list_contests(
        *(tie(f"m{p}", p, "tur:port", stage="negotiating", sectors=("trade",) * (p < "C")) for p in "ABC"),
        *(tie(f"b{p}", p, "fra:bay", stage="negotiating") for p in "CD"),
    )
    # Both are possible alone: how many pairs they have says nothing as long as none is in force.
    assert [(one.verdict, one.preparing) for one in found.values()] == [("none", "possible")] * 2
    assert list(found) == ["fra:bay", "tur:port"]


def test_contests_alike_in_all_else_are_ranked_by_r_however_far_one_looks() -> None:
    # B is everywhere since 2019: R is the greater the later A came.
    since = {"tur:port": "2018", "fra:bay": "2019", "tur:mill": "2015"}
    ties = [tie(f"A{at}", "A", at, since=day) for at, day in since.items()]
    ties += [tie(f"B{at}", "B", at, since="2019") for at in since]
    order = ["fra:bay", "tur:port", "tur:mill"]
    assert list(list_contests(*ties)) == order
    assert list(list_contests(*ties, limit=1)) == order[:1]
    assert list(list_contests(*ties, limit=2)) == order[:2]
    snapshot, scope = make_world_with(*ties), Scope("country", as_of=DAY)
    contests = gather_contests(snapshot, scope, divide_by_target(select_ties(snapshot, scope, beside=True)))
    assert contests[-1].target.id == order[-1]
    assert [one.target.id for one in contests[1:3]] == order[1:3]


def test_pairs_of_all_contests_are_listed_in_the_same_order_up_to_a_limit() -> None:
    ties = [tie(f"m{p}", p, "tur:mayor", sectors=()) for p in "AB"] + [tie(f"f{p}", p, "FRA") for p in "BCD"]
    world = make_world_with(*ties)
    pairs = find_rivals(world, as_of=DAY, by="pair")
    assert ["".join(p.id for p in pair.provinces) for pair in pairs] == ["BC", "BD", "CD", "AB"]
    cut = find_rivals(world, as_of=DAY, by="pair", limit=2)
    assert ([*cut], cut.total) == ([*pairs[:2]], 4)


def test_pairs_that_meet_by_what_is_not_in_force_yet_are_listed_and_counted() -> None:
    world = make_world_with(tie("t1", "A", "TUR"), tie("t2", "B", "TUR", stage="negotiating"))
    pairs = find_rivals(world, as_of=DAY, by="pair")
    assert ([pair.preparing for pair in pairs], pairs.total) == (["possible"], 1)


def test_a_joint_act_alone_bears_no_range_of_rivalry() -> None:
    act = {"document": "act", "since": "2010?"}
    (contest,) = list_contests(tie("t1", "A", "TUR", **act), tie("t2", "B", "TUR", **act)).values()
    (pair,) = contest.pairs
    assert (pair.verdict, pair.rivalry_range) == ("joint", (0, 0))
    assert "rivalry is" not in pair.sentence(EN)


def test_a_way_to_list_that_is_none_is_refused() -> None:
    with pytest.raises(GraphmapError, match="contest, pair, target"):
        find_rivals(make_world_with(), by="pairs")  # type: ignore[call-overload]


# ------------------------------------------------------------------------ against brute force


def find_pairs_plainly(snapshot: Snapshot) -> set[tuple[str, str, str]]:
    """Find where each two provinces meet: the targets of both, none of which holds another of them.

    Where one is by its part in an act of both alone, and the other by something else, they do not meet.
    """
    ties, ids = snapshot.ties, snapshot.places.ids
    reached: dict[int, dict[int, set[str | None]]] = {}
    acts: dict[int, set[str | None]] = {}
    above: dict[int, set[int]] = {}
    for row in range(len(ties)):
        if ties.preparing[row] or ties.nature[row] == "event":
            continue
        chain = [int(snapshot.targets(level)[row]) for level in LEVELS]
        chain = [place for place in chain if place >= 0]
        for number, place in enumerate(chain):
            above.setdefault(place, set()).update(chain[number + 1 :])
        here = reached.setdefault(int(ties.province[row]), {})
        acts.setdefault(int(ties.province[row]), set()).add(ties.documents[row])
        for place in chain:
            here.setdefault(place, set()).add(ties.documents[row])
    found = set()
    for one, other in combinations(sorted(reached), 2):
        joint = acts[one] & acts[other] - {None}
        shared = {
            place
            for place in reached[one].keys() & reached[other].keys()
            if reached[one][place] & reached[other][place] & joint
            or (reached[one][place] - joint and reached[other][place] - joint)
        }
        found |= {
            (ids[one], ids[other], ids[place])
            for place in shared
            if not any(place in above[nearer] for nearer in shared)
        }
    return found


@st.composite
def ties_of_all_levels(draw: st.DrawFn) -> list[Record]:
    targets = ["TUR", "tur:north", "tur:port", "tur:mill", "tur:mayor", "tur:ministry", "fra:bay", "FRA"]
    found = []
    for number in range(draw(st.integers(2, 12))):
        kind = draw(st.sampled_from(["memorandum", "memorandum", "visit"]))
        document = draw(st.sampled_from([None, None, "one", "two"])) if kind == "memorandum" else None
        found.append(
            tie(
                f"t{number}",
                draw(st.sampled_from("ABCD")),
                draw(st.sampled_from(targets)),
                sectors=draw(st.sampled_from([(), ("trade",), ("tourism",), ("trade", "energy")])),
                kind=kind,
                **({"document": document} if document else {}),
            )
        )
    return found


@settings(max_examples=examples(50))
@given(ties_of_all_levels())
def test_each_pair_stands_at_its_finest_shared_targets(ties: list[Record]) -> None:
    snapshot = make_world_with(*ties)
    contests = find_rivals(snapshot, as_of=DAY)
    found = {
        (*(province.id for province in pair.provinces), contest.target.id)
        for contest in contests
        for pair in contest.pairs
    }
    assert found == find_pairs_plainly(snapshot)
    pairs = find_rivals(snapshot, as_of=DAY, by="pair", limit=1000)
    assert sorted(map(repr, pairs)) == sorted(repr(pair) for contest in contests for pair in contest.pairs)
    assert pairs.total == len(pairs) == sum(contest.all_pairs for contest in contests)
    strength = [VERDICTS.index(pair.verdict) for pair in pairs]
    assert strength == sorted(strength, reverse=True)
    for contest in contests:
        assert contest.verdict == max((pair.verdict for pair in contest.pairs), key=VERDICTS.index)
        assert dict(contest.verdicts) == {
            verdict: sum(pair.verdict == verdict for pair in contest.pairs) for verdict, _ in contest.verdicts
        }


def test_what_a_source_says_is_over_met_nothing_that_began_later() -> None:
    told = validated(Source, id="source:2018", name="Read in 2018", published="2018-05-01")
    over = make_tie(
        "t1", "A", "TUR", since="2010", sectors=("trade",), stage="ended", sources=("source:2018",)
    )
    for since, verdict in (("2015", "possible"), ("2020", "successive")):
        later = make_tie("t2", "B", "TUR", since=since, until="..", sectors=("trade",))
        (rivalry,) = find_rivals(make_snapshot([*make_small_world(), told, over, later]), by="target")
        assert rivalry.pairs[0].verdict == verdict
