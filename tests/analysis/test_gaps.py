"""Gaps by hand: borders, missions, trade, sole contacts, contacts; the answers with age, grade and words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graphmap.analysis import Finding, Gaps, find_gaps
from graphmap.language import load_language
from graphmap.schema import Borders, Country, Mission, Record, Region, SentBy, Source, TradesWith, validated
from tests.analysis.graphs import SOURCE, make_node, make_small_world, make_snapshot, make_tie, put_in

DAY = date(2026, 11, 26)
EN, FA = load_language("en"), load_language("fa")


def list_whole(*claims: str, **given: Any) -> Record:
    """Make a list that claims to be whole, of grade C, read half a year before the day asked."""
    told = {"id": "list", "name": "The list", "retrieved": date(2026, 5, 1), "grade": "C", **given}
    return validated(Source, covers=claims, **told)


def border(province: str, region: str, km: float | None = None, **given: Any) -> Record:
    """Make a border."""
    given |= {} if km is None else {"km": km}
    return validated(
        Borders, id=f"{province}-{region}", from_id=province, to_id=region, sources=(SOURCE,), **given
    )


def mission(identity: str, sender: str, city: str, **given: Any) -> list[Record]:
    """Make an embassy."""
    node = make_node(Mission, identity, kind="embassy", **given)
    return [node, put_in(identity, sender, SentBy), put_in(identity, city)]


def trade(start: str, country: str, **given: Any) -> Record:
    """Make a figure of trade."""
    told = {"flow": "exports", "year": 2023, **given}
    name = f"{start}-{country}-{told['flow']}-{told['year']}"
    return validated(TradesWith, id=name, from_id=start, to_id=country, sources=(SOURCE,), **told)


def tie(identity: str, start: str, end: str, **given: Any) -> Record:
    """Make a memorandum that holds on the day asked."""
    return make_tie(
        identity, start, end, **{"kind": "memorandum", "since": "2024", "until": "2030-01-01", **given}
    )


def find(*records: Record, level: Any = "country", day: date | None = DAY, **asked: Any) -> Gaps:
    """Find the gaps of the small world with some records."""
    return find_gaps(make_snapshot([*make_small_world(), *records]), level, as_of=day, **asked)


def tell(found: Gaps) -> list[tuple[str | None, str, str]]:
    """Return province, target and answer of each."""
    return [(None if one.province is None else one.province.id, one.target.id, one.answer) for one in found]


def say(gap: Finding, language: Any = EN) -> str:
    """Return its sentence without marks of direction."""
    return str(gap.sentence(language)).replace("\u2068", "").replace("\u2069", "")


BORDER: dict[str, Any] = {"gap": "border without tie"}


def test_a_border_without_a_tie_cannot_be_told_or_is_not_recorded_where_a_list_is_whole() -> None:
    records = [border("A", "tur:north", 100), border("B", "tur:north", 300), tie("t1", "A", "tur:port")]
    assert tell(find(*records, **BORDER)) == [("B", "TUR", "cannot tell")]
    told = find(*records, list_whole("TIED_TO:TUR"), **BORDER)
    assert tell(told) == [("B", "TUR", "none recorded")]
    (gap,) = told
    assert (gap.km, gap.told.day, gap.told.grade) == (300, date(2026, 5, 1), "C")
    assert gap.told.sources == ("list",)
    assert say(gap) == (
        "B borders TUR; 300 km of border; no tie there is recorded; so says a source of grade C (a list). "
        "The list, as of 1 May 2026 (11 Ordibehesht 1405) claims to list all such ties and has none."
    )
    assert say(gap, FA).startswith(
        "B با TUR هم‌مرز است؛ طول مرز ۳۰۰ کیلومتر؛ رابطه‌ای با آن ثبت نشده است؛ به گفتهٔ منبعی با اعتبار C "
        "(فهرست)."
    )


def test_what_is_tied_is_told_if_asked_for_and_counted_in_any_case() -> None:
    records = [border("A", "tur:north", 100), border("B", "tur:north"), tie("t1", "A", "tur:port")]
    tied = find(*records, answer="tied", **BORDER)
    assert [(one.province and one.province.id, one.ties) for one in tied] == [("A", ("t1",))]
    assert tied.coverage == {"border without tie": {"tied": 1, "cannot tell": 1}}
    assert find(*records, **BORDER).coverage == tied.coverage
    assert find(*records, **BORDER).remarks(EN) == (
        "Border without a tie: 2 looked at, of which 1 are no gap, 0 not recorded, 1 cannot be told.",
    )


def test_at_the_level_of_regions_a_tie_elsewhere_in_the_country_closes_no_gap() -> None:
    more = [make_node(Region, "tur:south"), put_in("tur:south", "TUR")]
    borders = [border("A", "tur:north", 5), border("A", "tur:south", 7)]
    records = [*more, *borders, tie("t1", "A", "tur:port"), list_whole("TIED_TO")]
    assert tell(find(*records, level="region", **BORDER)) == [("A", "tur:south", "none recorded")]
    assert tell(find(*records, **BORDER)) == []


@pytest.mark.parametrize(
    "given",
    [
        {"since": "", "until": ""},
        {"since": "2010", "until": ""},
        {"since": "2020", "until": "2026?"},
    ],
)
def test_a_tie_that_only_possibly_holds_makes_that_it_cannot_be_told(given: dict[str, str]) -> None:
    told = {name: value for name, value in given.items() if value}
    possible = make_tie("t1", "A", "TUR", kind="memorandum", **told)
    (gap,) = find(border("A", "tur:north"), possible, list_whole("TIED_TO"), **BORDER)
    assert (gap.answer, gap.ties, gap.told.perhaps) == ("cannot tell", ("t1",), ("t1",))
    assert "one tie may be it" in say(gap)


def test_a_visit_and_a_proposal_close_no_gap_and_stand_beside() -> None:
    records = [
        make_tie("v", "A", "TUR", kind="visit", since="2026-10-01"),
        tie("p", "A", "TUR", stage="proposed"),
        border("A", "tur:north"),
        list_whole("TIED_TO"),
    ]
    (gap,) = find(*records, **BORDER)
    assert (gap.answer, gap.ties) == ("none recorded", ())
    assert "Beside that stand 2 ties that are not in force yet, or passing events" in say(gap)


OPEN = {"status": "open", "status_on": date(2026, 1, 1)}


def test_an_open_mission_without_a_tie_is_a_gap_and_a_closed_one_is_none() -> None:
    records = [*mission("m1", "QZA", "tur:port", **OPEN), *mission("m2", "QZA", "fra:bay", status="closed")]
    (gap,) = find(*records, list_whole("TIED_TO"), gap="mission without tie")
    assert (gap.target.id, gap.answer, gap.missions, gap.status_on) == (
        *("TUR", "none recorded", ("m1",)),
        date(2026, 1, 1),
    )
    assert say(gap).startswith(
        "one mission between QZA and TUR is open; as known on 1 January 2026 (11 Dey 1404); "
        "no tie there is recorded"
    )
    tied = find(*records, tie("t", "A", "TUR"), gap="mission without tie")
    assert tell(tied) == []


def test_a_mission_of_unknown_status_makes_that_it_cannot_be_told() -> None:
    (gap,) = find(*mission("m", "QZA", "tur:port"), list_whole("TIED_TO"), gap="mission without tie")
    assert (gap.answer, gap.missions) == ("cannot tell", ("m",))
    assert "QZA and TUR: whether a mission between them is open is not known; no tie there is rec" in say(gap)


def test_a_mission_closes_its_gap_by_a_tie_of_unknown_province_only_possibly() -> None:
    loose = tie("loose", "lost:town", "TUR")
    (gap,) = find(*mission("m", "QZA", "tur:port", **OPEN), loose, list_whole("TIED_TO"))
    assert (gap.gap, gap.answer, gap.ties) == ("mission without tie", "cannot tell", ("loose",))


def test_a_tie_without_a_mission_needs_both_sides_to_be_told() -> None:
    closed = [*mission("m1", "QZA", "tur:port", status="closed"), tie("t", "A", "TUR")]
    asked: dict[str, Any] = {"gap": "tie without mission"}
    assert tell(find(*closed, **asked)) == [(None, "TUR", "cannot tell")]
    assert tell(find(*closed, list_whole("Mission"), **asked)) == [(None, "TUR", "none recorded")]
    both = [*closed, *mission("m2", "TUR", "a:town", status="closed")]
    assert tell(find(*both, **asked)) == [(None, "TUR", "none recorded")]
    assert tell(find(*both, *mission("m3", "TUR", "a:town", status="open"), **asked)) == []


def test_coverage_of_trading_partners_is_the_worked_one() -> None:
    """Methods 4: wanted TUR, IRQ, IND, ARE and tied TUR, IRQ, LBN: half, the gap IND and ARE."""
    codes = ("IRQ", "IND", "ARE", "LBN")
    countries = [make_node(Country, code) for code in codes]
    wanted = [
        trade("QZA", code, share=share)
        for code, share in zip(("TUR", *codes[:3]), (40, 9, 5, 7), strict=True)
    ]
    ties = [tie(f"t-{code}", "A", code) for code in ("TUR", "IRQ", "LBN")]
    found = find(*countries, *wanted, *ties, list_whole("TIED_TO"), gap="trade without tie")
    assert tell(found) == [(None, "ARE", "none recorded"), (None, "IND", "none recorded")]
    assert found.coverage == {"trade without tie": {"tied": 2, "none recorded": 2}}
    assert say(found[0]).startswith("QZA sends 7 percent of its exports to ARE; no tie there is recorded")


def test_a_province_s_partner_counts_by_its_newest_figure_up_to_the_day() -> None:
    figures = [
        trade("A", "TUR", year=2022, share=30),
        trade("A", "TUR", year=2024, share=20),
        trade("A", "TUR", year=2027, share=90),
        trade("B", "TUR", goods="carpets", share=80),
    ]
    (gap,) = find(*figures, tie("t", "B", "TUR"), gap="trade without tie")
    assert (gap.province and gap.province.id, gap.share) == ("A", 0.2)


def test_a_figure_of_another_period_tells_of_no_day_before_it() -> None:
    """1402 began on 21 March 2023; of two figures the newest counts, whatever it is the figure of."""
    figures = (
        trade("A", "TUR", year=None, period="1402-01..1402-11", share=29),
        trade("A", "TUR", year=2020, share=30),
    )
    for day, share in ((date(2023, 3, 21), 0.29), (date(2023, 3, 20), 0.3), (date(2019, 12, 31), None)):
        found = find(*figures, day=day, gap="trade without tie")
        assert [gap.share for gap in found] == ([] if share is None else [share])


def test_what_another_country_tells_of_its_trade_with_home_is_no_partner_of_ours() -> None:
    figures = [
        trade("TUR", "QZA", flow="imports", share=4),
        trade("TUR", "FRA", share=30),
        trade("QZA", "FRA"),
    ]
    assert tell(find(*figures, gap="trade without tie")) == [(None, "FRA", "cannot tell")]


def test_a_sole_contact_is_that_of_the_analysis_with_its_answer() -> None:
    records = [tie("t", "A", "TUR"), tie("b", "A", "FRA"), tie("c", "B", "FRA")]
    assert tell(find(*records, gap="sole contact")) == [("A", "TUR", "cannot tell")]
    assert tell(find(*records, list_whole("TIED_TO:TUR"), gap="sole contact")) == [
        ("A", "TUR", "none recorded")
    ]


def test_a_contact_without_a_document_is_one_until_there_is_a_commitment() -> None:
    visit = make_tie("v", "A", "TUR", kind="visit", since="2026-10-01")
    (gap,) = find(visit, list_whole("TIED_TO"))
    assert (gap.gap, gap.answer, gap.ties) == ("contact without document", "none recorded", ("v",))
    assert say(gap).startswith("A is in contact with TUR by one event; no document there is recorded")
    assert "passing event" not in say(gap)
    assert not find(visit, tie("t", "A", "TUR"), gap="contact without document")
    assert not find(make_tie("v", "A", "TUR", kind="visit", since="2020-10-01"))
    # A visit that is only thought of makes nobody be in contact.
    idea = make_tie("v", "A", "TUR", kind="visit", since="2026-10-01", stage="idea")
    assert not find(idea, gap="contact without document")


def test_country_and_province_narrow_what_is_looked_at() -> None:
    records = [
        border("A", "tur:north"),
        border("B", "tur:north"),
        trade("QZA", "FRA"),
        *mission("m", "QZA", "fra:bay", **OPEN),
    ]
    assert {one.target.id for one in find(*records, country="FRA")} == {"FRA"}
    assert tell(find(*records, province="B")) == [("B", "TUR", "cannot tell")]
    assert len(find(*records, limit=1)) == 1
    assert find(*records, limit=1).total == 4


def test_json_says_what_it_rests_on() -> None:
    (gap,) = find(border("A", "tur:north", 5), list_whole("TIED_TO")).as_json()["findings"]
    assert (gap["answer"], gap["told"]) == (
        "none recorded",
        {"sources": ["list"], "day": "2026-05-01", "grade": "C"},
    )
    assert gap["sources"] == [SOURCE, "list"]
