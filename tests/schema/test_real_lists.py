"""What real lists hold is read and checked: bodies, missions, regions in regions, claims, periods, months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from graphmap.errors import Faults
from graphmap.schema import (
    AccreditedTo,
    Batch,
    Body,
    City,
    Contents,
    Country,
    In,
    Mission,
    Named,
    Province,
    Record,
    Region,
    Relationship,
    SentBy,
    Source,
    Tie,
    TradesWith,
    find_difference,
    validated,
)
from graphmap.schema.claims import parse_claim
from graphmap.schema.kinds import ValueRefused, read_period
from graphmap.schema.kinds_of_tie import KINDS_OF_TIE
from graphmap.schema.relationships import SECTOR_WORDS, STAGE, TIE_KIND
from graphmap.store.snapshot import build_snapshot

S = ("s",)
WORLD: tuple[Record, ...] = (
    validated(Source, id="s", name="A list"),
    validated(Country, id="HOM", name="Home", home=True, sources=S),
    validated(Country, id="FRA", name="France", sources=S),
    validated(Province, id="A", name="Alpha", sources=S),
    validated(City, id="a:town", name="Town", sources=S),
    validated(Body, id="a:zone", name="Zone", kind="free_zone", sources=S),
    *(validated(Region, id=name, name=name, sources=S) for name in ("whole", "part", "inner", "core")),
    validated(Mission, id="m", name="Embassy of France", sources=S),
    *(
        validated(In, from_id=start, to_id=target, sources=S)
        for start, target in (
            *(("A", "HOM"), ("a:town", "A"), ("a:zone", "A"), ("m", "a:town")),
            *(("whole", "FRA"), ("part", "whole")),
        )
    ),
    validated(SentBy, from_id="m", to_id="FRA", sources=S),
)


def hold(*records: Record) -> Contents:
    whole = (*WORLD, *records)
    return Contents(
        {r.identity: r for r in whole if isinstance(r, Named)},
        {r.identity: r for r in whole if isinstance(r, Relationship)},
    )


def faults_of(*records: Record, held: Sequence[Record] = ()) -> list[str]:
    try:
        find_difference(Batch.of(records), hold(*held))
    except Faults as error:
        return [fault.sentence() for fault in error.faults]
    return []


def put_in(start: str, target: str) -> Record:
    return validated(In, from_id=start, to_id=target, sources=S)


def test_a_tie_may_start_at_a_body_and_lead_to_a_mission() -> None:
    tie = validated(Tie, id="t", from_id="a:zone", to_id="m", kind="meeting", sources=S)
    assert faults_of(tie) == []
    ties = build_snapshot(hold(tie)).ties
    places = build_snapshot(hold(tie)).places.ids
    assert (places[ties.province[0]], ties.through[0], ties.municipal[0]) == ("A", "free_zone", False)
    assert (places[ties.country[0]], places[ties.target[0]]) == ("FRA", "m")
    assert (ties.counterpart[0], ties.city[0], ties.region[0]) == (-1, -1, -1)


def test_a_tie_says_through_what_it_comes_to_its_province() -> None:
    ties = (
        validated(Tie, id=f"t{start}", from_id=start, to_id="FRA", kind="other", sources=S)
        for start in ("A", "a:town", "a:zone")
    )
    assert list(build_snapshot(hold(*ties)).ties.through) == ["", "municipal", "free_zone"]


def test_a_tie_to_a_mission_that_home_sends_is_no_tie_abroad() -> None:
    records = (
        validated(Mission, id="own", name="Our embassy", sources=S),
        validated(SentBy, from_id="own", to_id="HOM", sources=S),
        validated(Tie, id="t", from_id="A", to_id="own", kind="visit", sources=S),
    )
    assert any("the home country" in said for said in faults_of(*records))


def test_a_region_in_a_region_counts_for_the_outer_one() -> None:
    ties = (
        validated(Tie, id=f"t:{target}", from_id="A", to_id=target, kind="other", sources=S)
        for target in ("part", "whole")
    )
    snapshot = build_snapshot(hold(*ties))
    assert [snapshot.places.ids[row] for row in snapshot.ties.region] == ["whole", "whole"]
    assert [snapshot.places.ids[row] for row in snapshot.ties.country] == ["FRA", "FRA"]


def test_regions_lie_neither_in_themselves_nor_deeper_than_reports_climb() -> None:
    assert any("itself" in said for said in faults_of(put_in("whole", "part")))
    deeper = (put_in("inner", "part"), put_in("core", "inner"))
    assert faults_of(deeper[0]) == []
    assert any("more than 3 regions" in said for said in faults_of(deeper[1], held=deeper[:1]))


def test_a_finer_place_of_a_region_replaces_its_country() -> None:
    difference = find_difference(Batch.of([put_in("inner", "part")]), hold(put_in("inner", "FRA")))
    assert [record.target for record in difference.created if isinstance(record, In)] == ["part"]
    assert [record.target for record in difference.removed if isinstance(record, In)] == ["FRA"]


def test_an_attested_month_or_year_bounds_a_tie_by_its_days() -> None:
    month = validated(Tie, kind="other", since="2025", attested=("2025-05",)).derive()
    assert (month["since_latest"], month["until_earliest"]) == (date(2025, 5, 31), date(2025, 5, 2))
    solar = validated(Tie, kind="other", attested=("1403",)).derive()
    assert (solar["since_latest"], solar["until_earliest"]) == (date(2025, 3, 20), date(2024, 3, 21))
    doubtful = validated(Tie, kind="other", since="2025", attested=("2025-05?",)).derive()
    assert doubtful["since_latest"] == date(2025, 12, 31)
    for text in ("..", ""):
        with pytest.raises(ValueError, match="says no day"):
            validated(AccreditedTo, attested=(text,))


def test_an_attested_day_that_cannot_be_is_told_as_a_file_has_it() -> None:
    given = {"from_id": "A", "to_id": "FRA", "kind": "other", "sources": S}
    early = validated(Tie, id="t", since="2026-03", attested=("2026-02-08", "2026-04-01"), **given)
    assert faults_of(early)[0].startswith("column attested: '2026-02-08|2026-04-01' lies outside the time")


def test_the_days_of_a_mission_set_bounds_and_may_not_contradict() -> None:
    mission = validated(Mission, id="n", name="N", opened="1991", closed="2026-01?", sources=S)
    derived = mission.derive()
    assert (derived["opened_earliest"], derived["opened_latest"]) == (date(1991, 1, 1), date(1991, 12, 31))
    assert derived["closed_latest"] == date(2026, 2, 28)
    wrong = validated(Mission, id="n", name="N", opened="2020", closed="2010", status="suspended", sources=S)
    assert any("closed" in said and "is not after the start" in said for said in faults_of(wrong))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1402", "1402"),
        ("۱۴۰۲/۱ .. ۱۴۰۲/۵", "1402-01..1402-05"),
        ("2023-05", "2023-05"),
        ("2023..2024", "2023..2024"),
    ],
)
def test_a_period_is_a_date_or_two(text: str, written: str) -> None:
    assert read_period(text) == read_period(written) == written


@pytest.mark.parametrize("text", ["..", "1402..", "2023..2024..2025", "2024..2023", "soon", ""])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused):
        read_period(text)


def test_trade_says_of_what_time_it_is_and_once() -> None:
    def trade(**given: object) -> Record:
        return validated(TradesWith, from_id="A", to_id="FRA", flow="exports", sources=S, **given)

    assert faults_of(trade(year=2023), trade(period="1402"), trade(period="1402", goods="tea")) == []
    assert len({trade(period="1402").identity, trade(period="1402", goods="tea").identity}) == 2
    assert any("needs it or a period" in said for said in faults_of(trade()))
    assert any("stands beside the year 2023" in said for said in faults_of(trade(year=2023, period="1402")))


def test_what_a_source_claims_to_list_whole_is_read_and_checked() -> None:
    claim = parse_claim("TIED_TO.sister_city:TUR")
    assert (claim.name, claim.kind, claim.place) == ("TIED_TO", "sister_city", "TUR")
    source = validated(Source, id="n", name="N", published="2025-05?", covers=("Mission:*", "BORDERS"))
    assert source.values()["covers"] == ("Mission", "BORDERS")
    assert source.values()["published"] == "2025-05?"
    assert faults_of(source) == []
    for text, said in (
        ("Missions", "names no label or type: Missions"),
        ("TIED_TO.friends", "names no kind of TIED_TO: friends"),
        ("BORDERS.land", "BORDERS alone, which has no kinds"),
    ):
        wrong = validated(Source, id="n", name="N", covers=(text,))
        assert any(said in sentence for sentence in faults_of(wrong)), faults_of(wrong)
    for text in ("TIED TO", "TIED_TO:", ":TUR", "TIED_TO.a.b"):
        with pytest.raises(ValueRefused):
            parse_claim(text)


def test_the_persian_of_older_files_is_still_read() -> None:
    assert [TIE_KIND.read_cell(word) for word in ("تماس", "دیدار", "بازرگانی")] == [
        "contact",
        "visit",
        "trade",
    ]
    assert [STAGE.read_cell(word) for word in ("لازم‌الاجرا", "برقرار")] == ["in_force", "in_force"]
    assert SECTOR_WORDS.read_cell("بازرگانی|تجارت|ورزش") == ("trade", "sport")


def test_no_two_words_of_a_kind_share_their_persian() -> None:
    for kind in (TIE_KIND, STAGE, SECTOR_WORDS):
        assert len(set(kind.choices.values())) == len(kind.choices)
    assert {kind.nature for kind in KINDS_OF_TIE.values()} == {"commitment", "event"}
