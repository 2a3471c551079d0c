"""Pairs of a page: one place decides of choice, cell, country and sector, and says what the analyses do."""

from __future__ import annotations

from datetime import date

import pytest

from graphmap.analysis.rivals import find_rivals
from graphmap.scales import VERDICTS
from graphmap.schema import City, Country, In, Province, Record, Source, Tie, validated
from graphmap.views import Choice, PageData
from graphmap.views.page_data import lies_in
from graphmap.views.pairs import find_pairs_in
from tests.views.graphs import DAY, fill, look_at, read_iran


@pytest.fixture(scope="module")
def page() -> PageData:
    """Return what a page shows of the whole Iran sample."""
    return look_at(read_iran())


def look_at_sectors() -> PageData:
    """Look at three provinces in one country: two in trade, one of no known sector, and what never counts."""
    source = ("source:x",)
    records: list[Record] = [
        validated(Source, id="source:x", name="A list", grade="C"),
        validated(Country, id="ZZX", name="Home", home=True, sources=source),
        validated(Country, id="TUR", name="Abroad", sources=source),
        validated(City, id="city:x", name="City", sources=source),
        validated(In, from_id="city:x", to_id="TUR", sources=source),
    ]
    for number in range(5):
        records += [
            validated(Province, id=f"ZZ-{number}", name=f"Province {number}", sources=source),
            validated(In, from_id=f"ZZ-{number}", to_id="ZZX", sources=source),
        ]
    given = {"to_id": "city:x", "kind": "agreement", "since": "2020-01-01", "until": "..", "sources": source}
    records += [
        validated(Tie, **given | {"from_id": "ZZ-0", "sectors": ("trade", "culture")}),
        validated(Tie, **given | {"from_id": "ZZ-1", "sectors": ("trade",)}),
        validated(Tie, **given | {"from_id": "ZZ-2"}),
        validated(Tie, **given | {"from_id": "ZZ-3", "kind": "visit", "until": "2020-01-03"}),
        validated(Tie, **given | {"from_id": "ZZ-4", "stage": "proposed"}),
        validated(Tie, **given | {"from_id": "ZZ-4", "kind": "memorandum", "until": "2021-01-01"}),
    ]
    return look_at(fill(records))


def test_what_pairs_are_in_a_country_is_what_the_analysis_of_targets_says(page: PageData) -> None:
    judged = find_rivals(page.snapshot, "country", by="target", as_of=DAY)
    for found in judged:
        expected = {
            tuple(place.id for place in pair.provinces): pair.verdict
            for pair in found.list_pairs()
            if pair.verdict not in {"none", "in contact"}
        }
        table = page.pairs.tables.get(found.target.id)
        assert (table is None) == (not expected)
        told = page.pairs.count_verdicts(found.target.id)
        assert told == {v: n for v in reversed(VERDICTS) if (n := list(expected.values()).count(v))}
        for (one, other), verdict in expected.items():
            assert page.pairs.list_rivals(one, found.target.id)[other] == verdict


def test_the_strongest_line_of_two_provinces_is_what_they_are_to_each_other(page: PageData) -> None:
    assert {pair.country for pair in page.pairs.listed} >= {"IRQ", "RUS", "TUR"}
    for sector in (None, "trade", "production"):
        pairs = page.find_pairs_in(sector)
        for country, table in pairs.tables.items():
            for province in table.provinces:
                for other, verdict in table.list_others(province).items():
                    lines = pairs.list_pairs(country, province, other)
                    assert lines[0].verdict == verdict, (sector, country, province, other)
                    assert set(lines[0].provinces) == {province, other}


def test_a_cell_is_the_strongest_of_its_pairs_and_contact_where_only_events_are(page: PageData) -> None:
    assert page.find_verdict("IR-04", "IRQ") == "presumed"
    assert page.find_verdict("IR-09", "IRQ") == "possible"
    for province, country in {(tie.province, tie.country) for tie in (*page.ties, *page.beside)}:
        verdict = page.find_verdict(province, country)
        others = page.pairs.list_rivals(province, country).values()
        if others:
            assert verdict == max(others, key=VERDICTS.index)
        elif page.find_ties(country, province):
            assert verdict == "none"
        else:
            assert verdict == "in contact"


def test_no_sector_makes_a_pair_more_than_all_sectors_do(page: PageData) -> None:
    for sector in ("trade", "production", "culture"):
        for country, table in page.find_pairs_in(sector).tables.items():
            for province in table.provinces:
                whole = page.pairs.list_rivals(province, country)
                for other, verdict in table.list_others(province).items():
                    assert VERDICTS.index(verdict) <= VERDICTS.index(whole[other])


@pytest.mark.parametrize("most", [1, 7, 40])
def test_of_very_many_pairs_in_a_sector_the_first_are_listed(
    page: PageData, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    for sector in ("trade", "production"):
        whole = page.find_pairs_in(sector)
        monkeypatch.setattr("graphmap.views.pairs.MOST_PAIRS", most)
        few = find_pairs_in(page.snapshot, page.as_of, page.presume, sector, page.pairs)
        monkeypatch.undo()
        assert few.listed == whole.listed[:most]
        assert len(whole.listed) > most
        assert few.count_verdicts() == whole.count_verdicts()


def test_a_tie_of_no_known_sector_possibly_lies_in_each() -> None:
    page = look_at_sectors()
    assert [tie.province for tie in page.choose(Choice(sector="culture")).ties] == ["ZZ-0", "ZZ-2"]
    pairs = page.choose(Choice(sector="culture")).pairs
    assert [(pair.provinces, pair.verdict) for pair in pairs] == [(("ZZ-0", "ZZ-2"), "possible")]
    assert page.find_verdict("ZZ-0", "TUR", "culture") == "possible"
    assert page.find_verdict("ZZ-0", "TUR", "trade") == page.find_verdict("ZZ-0", "TUR") == "certain"
    assert all(lies_in(tie, "culture") for tie in page.ties if tie.province != "ZZ-1")


def test_events_proposals_and_what_has_ended_stand_beside_and_never_count() -> None:
    page = look_at_sectors()
    assert [tie.province for tie in page.ties] == ["ZZ-0", "ZZ-1", "ZZ-2"]
    assert sorted((tie.province, tie.beside) for tie in page.beside) == [
        ("ZZ-3", "event"),
        ("ZZ-4", "ended"),
        ("ZZ-4", "proposal"),
    ]
    assert page.pairs.count_verdicts() == {"certain": 1, "possible": 2}
    assert page.find_verdict("ZZ-3", "TUR") == page.find_verdict("ZZ-4", "TUR") == "in contact"


def test_two_provinces_are_a_choice_of_what_both_have(page: PageData) -> None:
    chosen = page.choose(Choice(province="IR-04", other="IR-23"))
    countries = {tie.country for tie in chosen.ties}
    assert "IRQ" in countries
    for country in countries:
        assert page.find_ties(country, "IR-04")
        assert page.find_ties(country, "IR-23")
    assert {tie.province for tie in chosen.ties} == {"IR-04", "IR-23"}
    (pair,) = page.choose(Choice("IRQ", "IR-04", other="IR-23")).pairs
    assert (pair.level, pair.verdict, pair.first) == ("counterpart", "presumed", "IR-04")
    assert set(pair.ties) <= {tie.id for tie in chosen.ties}


def test_what_is_presumed_is_a_setting_of_the_page() -> None:
    bare = look_at(read_iran(), presume=0)
    assert "presumed" not in {tie.certainty for tie in bare.ties}
    assert "presumed" not in bare.pairs.count_verdicts()
    assert bare.presume == 0
    assert look_at(read_iran(), believed_on=date(2026, 3, 1)).believed_on == date(2026, 3, 1)


def test_gaps_and_sole_contacts_and_overlaps_are_those_of_the_analyses(page: PageData) -> None:
    assert {(gap.province, gap.country) for gap in page.gaps} == {
        pair for pair in page.borders if not page.find_ties(pair[1], pair[0])
    }
    assert all(gap.absence.answer == "cannot tell" for gap in page.gaps)
    for contact in page.sole_contacts:
        assert {tie.province for tie in page.find_ties(contact.target.id)} == {contact.province.id}
    for overlap in page.overlaps:
        one, other = (place.id for place in overlap.provinces)
        shared = {tie.country for tie in page.find_ties(None, one)} & {
            tie.country for tie in page.find_ties(None, other)
        }
        assert {target.place.id for target in overlap.shared} == shared
