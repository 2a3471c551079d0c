"""Rivals in a small world: verdicts, days, shares, ties not yet in force, sentences and JSON."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.analysis import RivalPair, Rivals, find_rivals, find_sole_contacts, rivals_as_json
from graphmap.analysis import blocks as analysis_blocks
from graphmap.analysis.measures import VERDICTS, judge_rivalry
from graphmap.dates import Bounds, count_shared_days, judge_overlap
from graphmap.errors import GraphmapError
from graphmap.language import language
from graphmap.schema import Record
from graphmap.store.snapshot import NOTHING, Snapshot
from tests.analysis.graphs import make_tie, make_world_with

DAY = date(2020, 6, 1)
EN, FA = language("en"), language("fa")


def find_pair(one: dict[str, Any], other: dict[str, Any], **options: Any) -> RivalPair:
    """Return what A and B are to each other toward TUR, with one tie each."""
    world = make_world_with(make_tie("t1", "A", "TUR", **one), make_tie("t2", "B", "TUR", **other))
    (rivalry,) = find_rivals(world, **options)
    (pair,) = rivalry.pairs
    return pair


def held(since: str = "2010", until: str = "..", *sectors: str, **given: Any) -> dict[str, Any]:
    return {"since": since, "until": until, "sectors": sectors or ("trade",), **given}


def are_near(pair: tuple[float, float] | None, one: float, other: float) -> bool:
    return pair is not None and bool(pair[0] == pytest.approx(one)) and bool(pair[1] == pytest.approx(other))


# ---------------------------------------------------------------------------- verdicts


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (held(), held(), "certain"),
        (held(), held("2010", "..", "tourism"), "complementary"),
        (held(), {"since": "2010", "until": ".."}, "possible"),
        (held(), held("2010", "", attested=("2015-01-01",)), "certain"),
        (held("2010-01-01", ""), held("2015", ".."), "possible"),
        (held("2010", "", "tourism"), held("2015", ".."), "possibly complementary"),
        (held("2010-01-01", "2012-01-01"), held("2012-01-01", ".."), "successive"),
        (held("2010-01-01", "2012-01-01"), held("2012-01-01", "..", "tourism"), "none"),
        ({"since": "2010", "until": "2011"}, held("2012", ".."), "possibly successive"),
        (held("2010?", ".."), held(), "possible"),
        (held(stage="suspended"), held(), "possible"),
        (held(stage="unknown"), held(), "certain"),
        (held(stage="ended"), held(), "possible"),
        ({}, {}, "possible"),
    ],
)
def test_two_ties_of_the_whole_history_are_judged(
    one: dict[str, Any], other: dict[str, Any], verdict: str
) -> None:
    assert find_pair(one, other).verdict == verdict
    assert find_pair(other, one).verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (held(), held(), "certain"),
        (held("2010", ""), held(), "possible"),
        (held("2010", "", "tourism"), held(), "possibly complementary"),
        (held("2010", "..", "tourism", "trade"), held(), "certain"),
        (held("2010?", ".."), held(), "possible"),
    ],
)
def test_two_ties_on_a_day_are_judged(one: dict[str, Any], other: dict[str, Any], verdict: str) -> None:
    assert find_pair(one, other, as_of=DAY).verdict == verdict


def test_two_that_never_met_are_no_finding_on_a_day() -> None:
    ties = make_tie("t1", "A", "TUR", **held("2010", "2012")), make_tie("t2", "B", "TUR", **held("2015"))
    rivals = find_rivals(make_world_with(*ties), as_of=DAY)
    assert len(rivals) == 0
    assert [contact.province.id for contact in rivals.sole_contacts] == ["B"]


def test_a_finding_is_as_strong_as_its_strongest_pair_and_counts_all() -> None:
    ties = [
        make_tie("t1", "A", "TUR", **held()),
        make_tie("t2", "B", "TUR", **held()),
        make_tie("t3", "C", "TUR", **held("2010", "..", "tourism")),
        make_tie("t4", "D", "TUR"),
    ]
    (rivalry,) = find_rivals(make_world_with(*ties))
    assert rivalry.verdict == "certain"
    assert rivalry.verdicts == (("certain", 1), ("possible", 3), ("complementary", 2))
    assert [pair.verdict for pair in rivalry.pairs] == ["certain"] + ["possible"] * 3 + ["complementary"] * 2


def test_the_strongest_of_several_ties_of_two_provinces_decides() -> None:
    ties = [
        make_tie("t1", "A", "TUR", **held("2010", "2012")),
        make_tie("t2", "A", "TUR", **held("2015", "..", "tourism")),
        make_tie("t3", "B", "TUR", **held("2016", "..", "tourism", "trade")),
    ]
    (rivalry,) = find_rivals(make_world_with(*ties))
    assert rivalry.pairs[0].verdict == "certain"
    assert rivalry.pairs[0].sectors == ("trade", "tourism")


@pytest.mark.parametrize("given", [{"stage": "negotiating"}, {"stage": "idea"}, {"kind": "visit"}])
def test_what_is_not_in_force_yet_is_told_apart(given: dict[str, Any]) -> None:
    pair = find_pair(held(), held(**given))
    assert (pair.verdict, pair.preparing, pair.shares) == ("none", "possible", None)
    assert "with ties not in force yet: possible rivalry" in pair.sentence(EN)
    apart = find_pair(held(), held("2010", "..", "tourism", **given))
    assert (apart.verdict, apart.preparing) == ("none", "possibly complementary")


def test_ties_not_in_force_yet_do_not_weigh_in_the_concentration() -> None:
    ties = [make_tie("t1", "A", "TUR"), make_tie("t2", "B", "TUR", stage="idea"), make_tie("t3", "B", "TUR")]
    (rivalry,) = find_rivals(make_world_with(*ties))
    assert rivalry.tie_counts == (1, 1)
    assert rivalry.preparing_ties == ("t2",)


# ---------------------------------------------------------------------------- numbers


def test_shares_run_from_the_earliest_start_to_the_horizon() -> None:
    pair = find_pair(held("2020-01-01"), held("2020-03-01"), as_of=date(2020, 4, 9))
    assert pair.days == (40, 40)
    assert pair.shares is not None
    assert pair.shares.rivalry == pytest.approx(40 / 100)
    assert pair.shares.complementarity == 0
    assert pair.shares.one_sided == pytest.approx(60 / 100)
    assert pair.first is not None
    assert pair.first.id == "A"


def test_the_worked_example_in_months_holds_in_days() -> None:
    ties = [
        make_tie("t1", "A", "TUR", **held("2000-01-01", "2004-01-01")),
        make_tie("t2", "A", "TUR", **held("2002-01-01", "2004-01-01", "tourism")),
        make_tie("t3", "B", "TUR", **held("2002-01-01", "2006-01-01")),
        make_tie("t4", "B", "TUR", **held("2000-01-01", "2002-01-01", "investment")),
    ]
    (rivalry,) = find_rivals(make_world_with(*ties))
    (pair,) = rivalry.pairs
    assert pair.shares is not None
    assert pair.shares.rivalry == pytest.approx(0.2, abs=1e-3)
    assert pair.shares.complementarity == pytest.approx(0.4, abs=1e-3)
    assert rivalry.crowding == pytest.approx(pair.shares.rivalry)
    assert are_near(pair.rivalry_range, pair.shares.rivalry, pair.shares.rivalry)


def test_intensity_weighs() -> None:
    pair = find_pair(held("2010", "2012", intensity=3.0), held("2010", "2012"), as_of=date(2010, 12, 31))
    assert pair.shares is None
    pair = find_pair(held("2010-01-01", "2012-01-01", intensity=3.0), held("2010-01-01", "2012-01-01"))
    assert pair.shares is not None
    assert pair.shares.rivalry == pytest.approx(1 / 3)


def test_open_ends_leave_the_shares_unknown_without_a_horizon() -> None:
    pair = find_pair(held("2010-01-01"), held("2010-01-01"))
    assert (pair.verdict, pair.days, pair.shares, pair.rivalry_range) == ("certain", (None, None), None, None)
    pair = find_pair(held("2010-01-01"), held("2010-01-01"), until=date(2011, 1, 1))
    assert pair.days == (365, 365)
    assert pair.shares is not None
    assert pair.shares.rivalry == 1


def test_an_unknown_sector_gives_a_range_and_no_number() -> None:
    one, other = held("2010-01-01", "2010-01-11"), {"since": "2010-01-06", "until": "2010-01-16"}
    pair = find_pair(one, other)
    assert (pair.verdict, pair.days, pair.shares) == ("possible", (5, 5), None)
    assert are_near(pair.rivalry_range, 0, 1 / 3)
    assert pair.as_json()["R"] is None
    assert "rivalry is from 0% to 33%" in pair.sentence(EN)


def test_a_date_known_to_the_year_gives_days_at_least_and_at_most() -> None:
    pair = find_pair(held("2022", "2023-01-01"), held("2022-06-01", "2022-07-01"))
    assert (pair.verdict, pair.days, pair.shares) == ("possible", (0, 30), None)
    assert pair.rivalry_range is not None
    assert pair.rivalry_range[0] == 0


def test_the_marks_of_open_dates_are_never_summed() -> None:
    pair = find_pair({}, {}, as_of=DAY)
    assert pair.days == (0, None)
    assert pair.rivalry_range is None
    text = str(
        rivals_as_json(find_rivals(make_world_with(make_tie("t1", "A", "TUR"), make_tie("t2", "B", "TUR"))))
    )
    assert "9999" not in text
    assert "0001" not in text


def test_days_of_several_ties_are_counted_once() -> None:
    ties = [
        make_tie("t1", "A", "TUR", **held("2020-01-01", "2020-01-11")),
        make_tie("t2", "A", "TUR", **held("2020-01-06", "2020-01-21")),
        make_tie("t3", "B", "TUR", **held("2020-01-01", "2021-01-01")),
    ]
    (rivalry,) = find_rivals(make_world_with(*ties))
    assert rivalry.pairs[0].days == (20, 20)


def test_neither_was_first_where_dates_do_not_tell() -> None:
    assert find_pair(held("2010"), held("2010-07-01")).first is None
    assert find_pair(held("2009?"), held("2010-07-01")).first is None
    assert find_pair(held("2010-01-01"), held("2010-01-01")).first is None


# ---------------------------------------------------------------------------- against plain Python


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
    counted = [n for n in range(len(columns.ids)) if as_of is None or snapshot.in_force(as_of)[1][n]]
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
    whole = rivals_as_json(find_rivals(snapshot, as_of=as_of))
    before = analysis_blocks.CELLS_AT_ONCE
    try:
        analysis_blocks.CELLS_AT_ONCE = 1
        assert rivals_as_json(find_rivals(snapshot, as_of=as_of)) == whole
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


# ---------------------------------------------------------------------------- lists, sentences, JSON


def find_two_targets() -> Rivals:
    ties = [
        make_tie("t1", "a:town", "tur:port", **held("2010-01-01", "..")),
        make_tie("t2", "B", "tur:port", **held("2012-01-01", "..")),
        make_tie("t3", "C", "fra:bay"),
    ]
    return find_rivals(make_world_with(*ties), "city", as_of=date(2013, 12, 31))


def test_json_is_what_was_promised() -> None:
    answer = rivals_as_json(find_two_targets())
    assert (answer["as_of"], answer["level"]) == ("2013-12-31", "city")
    (finding,) = answer["findings"]
    promised = {name: finding[name] for name in ("target", "provinces", "verdict", "ties")}
    assert promised == {
        "target": {"id": "tur:port", "name": "tur:port"},
        "provinces": ["A", "B"],
        "verdict": "certain",
        "ties": ["t1", "t2"],
    }
    (pair,) = finding["pairs"]
    assert pair["days"] == {"least": 731, "most": 731}
    assert pair["R"] == pytest.approx(731 / 1461)
    assert pair["first"] == "A"
    assert [contact["target"]["id"] for contact in answer["sole_contacts"]] == ["fra:bay"]


def test_a_target_of_one_province_is_listed_apart() -> None:
    (contact,) = find_two_targets().sole_contacts
    assert contact.sentence(EN) == "fra:bay: C alone, with 1 tie; no tie names its sector; no tie is dated."
    alone = find_sole_contacts(make_world_with(make_tie("t1", "A", "TUR"), make_tie("t2", "A", "TUR")))
    assert [(c.target.id, c.ties) for c in alone] == [("TUR", ("t1", "t2"))]


def test_the_sentences_say_it_in_both_languages() -> None:
    (rivalry,) = find_two_targets()
    assert rivalry.sentence(EN) == (
        "tur:port: 2 provinces, 2 ties; certain rivalry (1 pair); 1 of 2 ties made by cities."
    )
    assert rivalry.pairs[0].sentence(EN) == (
        "A and B toward tur:port: certain rivalry; both in trade; both there on 731 days; "
        "of what the two do there, 50% is rivalry, 0% complementary, 50% of one alone; A was there first."
    )
    said = rivalry.pairs[0].sentence(FA).replace("\u2068", "").replace("\u2069", "")
    assert said == (
        "A و B در قبال tur:port: رقابت قطعی؛ هر دو در حوزهٔ بازرگانی؛ حضور هم‌زمان: ۷۳۱ روز؛ "
        "از کار این دو در آنجا ۵۰٪ رقابت، ۰٪ مکمل و ۵۰٪ یک‌جانبه است؛ A پیش‌تر آنجا بوده است."
    )


def test_every_verdict_has_its_words_in_both_languages() -> None:
    for spoken in (EN, FA):
        said = {spoken.words(f"verdict-{verdict.replace(' ', '-')}") for verdict in VERDICTS}
        assert len(said) == len(VERDICTS)


def test_pairs_beyond_those_described_are_counted() -> None:
    (rivalry,) = find_rivals(make_world_with(*(make_tie(f"t{n}", p, "TUR") for n, p in enumerate("ABCD"))))
    assert (len(rivalry.list_pairs(2)), len(rivalry.list_pairs()), rivalry.pairs_left_out) == (2, 6, 0)


def test_findings_are_equal_when_what_they_say_is() -> None:
    assert find_two_targets() == find_two_targets()


def test_a_horizon_of_the_history_and_a_day_exclude_each_other() -> None:
    with pytest.raises(GraphmapError, match="give either as_of or until"):
        find_rivals(make_world_with(), as_of=DAY, until=DAY + timedelta(1))


def test_no_tie_makes_no_rival() -> None:
    rivals = find_rivals(make_world_with())
    assert (len(rivals), len(rivals.sole_contacts), rivals.coverage.total) == (0, 0, 0)
