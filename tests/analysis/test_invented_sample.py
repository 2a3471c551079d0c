"""The invented sample shows each verdict, each kind of date and each kind of finding."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, cast

import pytest

from graphmap.analysis import RivalPair, find_overlaps, find_rivals, find_sole_contacts
from graphmap.exchange.samples import read_sample
from graphmap.language import CODES, load_language
from graphmap.scales import LEVELS, VERDICTS, Level
from graphmap.schema import Contents, Country, Governs, Named, Source, Tie, find_difference
from graphmap.schema.records import Relationship
from graphmap.store.snapshot import Snapshot, build_snapshot
from graphmap.text import ascii_digits

DAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def contents() -> Contents:
    created = find_difference(read_sample("invented"), Contents()).created
    return Contents(
        {record.id or "": record for record in created if isinstance(record, Named)},
        {record.id or "": record for record in created if isinstance(record, Relationship)},
    )


@pytest.fixture(scope="module")
def snapshot(contents: Contents) -> Snapshot:
    return build_snapshot(contents)


def find_pair(snapshot: Snapshot, target: str, one: str, other: str, as_of: date | None = None) -> RivalPair:
    level = snapshot.places.labels[snapshot.row(target)].lower()
    found = find_rivals(snapshot, cast(Level, level), as_of=as_of, by="target")
    rivals = {rivalry.target.id: rivalry for rivalry in found}
    pairs = {tuple(place.id for place in pair.provinces): pair for pair in rivals[target].pairs}
    return pairs[one, other]


def test_it_says_in_both_languages_that_it_is_invented(contents: Contents, snapshot: Snapshot) -> None:
    sources = [source for source in contents.records("Source") if isinstance(source, Source)]
    assert all(source.invented and "Invented" in (source.name or "") for source in sources)
    assert all("فرضی" in (source.name_fa or "") for source in sources)
    assert snapshot.is_invented


def test_no_real_country_is_in_it(contents: Contents) -> None:
    """QMA to QZZ and QM to QZ are codes that ISO 3166-1 leaves to users."""
    for country in contents.records("Country"):
        assert isinstance(country, Country)
        assert "QMA" <= (country.id or "") <= "QZZ"
        assert country.iso2 is None or "QM" <= country.iso2 <= "QZ"


def test_every_node_has_a_persian_name(contents: Contents) -> None:
    assert [node.id for node in contents.nodes.values() if not node.name_fa] == []


def test_its_ties_have_dates_and_stages_of_every_sort(contents: Contents) -> None:
    ties = [tie for tie in contents.records("TIED_TO") if isinstance(tie, Tie)]
    assert len(ties) == 62
    assert {tie.stage for tie in ties} == {
        None, "idea", "proposed", "negotiating", "in_force", "suspended", "ended", "unknown",
    }  # fmt: skip
    starts = {tie.since or "" for tie in ties}
    assert {"", "2018-03-01", "2019-06", "2023", "2022?", "2002~", "201X", "1389", "1398-02"} <= starts
    assert "2019-01-28" in starts, "a Solar Hijri day in Persian digits"
    assert {None, "..", "2024-01-28", "2023"} <= {tie.until for tie in ties}
    assert any(tie.attested for tie in ties)
    assert {tie.intensity for tie in ties} == {None, 1, 2, 3}
    assert all(ascii_digits(start) == start for start in starts)


def test_it_holds_what_checks_look_for(contents: Contents) -> None:
    names = Counter(node.name for node in contents.records("Counterpart") if isinstance(node, Named))
    assert names["Velmora Chamber of Commerce"] == 2
    terms = [term for term in contents.records("GOVERNS") if isinstance(term, Governs)]
    assert [term.to_id for term in terms if not term.since and not term.until] == ["QZ-07"]
    expired = [
        tie.id
        for tie in contents.records("TIED_TO")
        if isinstance(tie, Tie) and tie.stage == "in_force" and tie.derive()["until_latest"] <= DAY
    ]
    assert expired == ["tie:qza:050"]


def test_every_verdict_can_be_seen(snapshot: Snapshot) -> None:
    seen = {
        pair.verdict
        for level in LEVELS
        for as_of in (None, DAY, *(date(year, 1, 1) for year in range(2010, 2026, 3)))
        for rivalry in find_rivals(snapshot, level, as_of=as_of, by="target")
        for pair in rivalry.pairs
    }
    assert seen >= set(VERDICTS) - {"joint", "possibly complementary"}


@pytest.mark.parametrize("as_of", [None, DAY])
def test_certain_rivalry_can_be_seen_at_every_level(snapshot: Snapshot, as_of: date | None) -> None:
    for level in LEVELS:
        assert find_rivals(snapshot, level, as_of=as_of, by="target")[0].verdict == "certain"
        assert len(find_overlaps(snapshot, level, as_of=as_of)) > 0
        assert level == "region" or len(find_sole_contacts(snapshot, level, as_of=as_of)) > 0


def test_nilgun_and_zarrinkuh_court_one_governor_for_trade(snapshot: Snapshot) -> None:
    pair = find_pair(snapshot, "counterpart:qzb:governor-north", "QZ-01", "QZ-02", as_of=date(2021, 9, 14))
    assert (pair.verdict, pair.sectors, pair.days) == ("certain", ("trade",), (365, 365))
    assert pair.first is not None
    assert pair.first.name == "Nilgun"


def test_the_worked_example_divides_twenty_forty_forty(snapshot: Snapshot) -> None:
    pair = find_pair(snapshot, "counterpart:qzc:chamber", "QZ-05", "QZ-06")
    assert pair.shares is not None
    shares = (pair.shares.rivalry, pair.shares.complementarity, pair.shares.one_sided)
    assert [round(share, 2) for share in shares] == [0.2, 0.4, 0.4]


def test_three_against_one_is_a_third_rivalry(snapshot: Snapshot) -> None:
    pair = find_pair(snapshot, "counterpart:qzd:railways", "QZ-03", "QZ-08", as_of=DAY)
    assert pair.shares is not None
    assert pair.shares.rivalry == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("target", "one", "other", "verdict", "preparing"),
    [
        ("counterpart:qzb:governor-north", "QZ-01", "QZ-04", "complementary", "none"),
        ("counterpart:qzb:governor-north", "QZ-01", "QZ-08", "in contact", "none"),
        ("counterpart:qzb:ministry-trade", "QZ-01", "QZ-02", "certain", "none"),
        ("counterpart:qzc:governor-upper", "QZ-03", "QZ-04", "certain", "none"),
        ("counterpart:qzc:governor-upper", "QZ-04", "QZ-05", "successive", "none"),
        ("counterpart:qzf:mayor-norel", "QZ-07", "QZ-08", "successive", "none"),
        ("counterpart:qze:tourism-agency", "QZ-07", "QZ-09", "none", "possible"),
        ("city:qzc:velm", "QZ-03", "QZ-04", "certain", "none"),
        ("city:qzb:arang", "QZ-01", "QZ-02", "certain", "none"),
        ("QZD", "QZ-01", "QZ-02", "none", "possible"),
    ],
)
def test_what_two_provinces_are_to_each_other_over_the_whole_history(
    snapshot: Snapshot, target: str, one: str, other: str, verdict: str, preparing: str
) -> None:
    pair = find_pair(snapshot, target, one, other)
    assert (pair.verdict, pair.preparing) == (verdict, preparing)


def test_kalvania_hangs_on_daryavand_alone(snapshot: Snapshot) -> None:
    (contact,) = find_sole_contacts(snapshot, "country")
    assert (contact.target.name, contact.province.name, len(contact.ties)) == ("Kalvania", "Daryavand", 2)
    assert contact.municipal == 1


def test_the_tie_of_a_city_in_no_known_province_is_counted_and_said(snapshot: Snapshot) -> None:
    counted = find_overlaps(snapshot, "country").counted
    assert (counted.total, counted.counted, counted.without_province) == (62, 52, 1)
    assert (counted.pipeline, counted.events) == (5, 4)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("as_of", [None, DAY])
def test_every_finding_has_a_whole_sentence(snapshot: Snapshot, code: str, as_of: date | None) -> None:
    language = load_language(code)
    for level in LEVELS:
        rivals = find_rivals(snapshot, level, as_of=as_of, by="target")
        findings: list[Any] = [
            *rivals,
            *rivals.sole_contacts,
            *find_overlaps(snapshot, level, as_of=as_of, min_shared=1),
        ]
        pairs = [pair for rivalry in rivals for pair in rivalry.pairs]
        for finding in (*findings, *pairs):
            said = finding.sentence(language)
            assert said.endswith(".")
            assert said.count("\u2068") == said.count("\u2069")
            if code == "fa":
                assert not any(c.isascii() and c.isalnum() for c in said), said
        assert rivals.counted.sentence(language).endswith(".")
