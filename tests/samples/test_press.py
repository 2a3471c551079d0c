"""What public pages tell stands in the Iran sample: counted against the facts, sure ones by name."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from graphmap.analysis import find_rivals
from graphmap.exchange.native import read_native
from graphmap.exchange.samples import read_sample, read_world_countries
from graphmap.scales import LEVELS, VERDICTS
from graphmap.schema import (
    Batch,
    Borders,
    Contents,
    Mission,
    Named,
    Node,
    Record,
    Relationship,
    Source,
    Tie,
    find_difference,
)
from graphmap.schema.kinds_of_tie import find_nature
from graphmap.store.snapshot import build_snapshot
from tests.municipal import build_sample

TWINS, INFERRED = "source:wikipedia-twin-towns", "source:graphmap-inference"
SAMPLE = Path(__file__).parents[2] / "graphmap" / "samples" / "iran"
AGENCIES = re.compile("News|Iran Press|Associated|IRNA|CIA|agency")
OFFICES = 14
"""Embassies and consulates that stand among the counterparts of the pages."""


def hold(records: Batch) -> Contents:
    """Hold a batch as a store would."""
    created = find_difference(records, Contents()).created
    nodes = {r.identity: r for r in created if isinstance(r, Named)}
    return Contents(nodes, {r.identity: r for r in created if isinstance(r, Relationship)})


@pytest.fixture(scope="module")
def iran() -> Contents:
    """Return the Iran sample."""
    return hold(read_sample("iran"))


@pytest.fixture(scope="module")
def ties(iran: Contents) -> list[Tie]:
    """Return the ties that pages tell of."""
    return [t for t in iran.records("TIED_TO") if isinstance(t, Tie) and rests_on_pages(t)]


def test_a_page_that_tells_of_crossings_of_many_borders_is_not_named_after_one_of_them(
    iran: Contents,
) -> None:
    named = {one.id: one.name_fa for one in iran.records("Source") if isinstance(one, Source)}
    assert named["source:p:escap-2015"] == "وزارت راه و شهرسازی؛ نشست اسکاپ: گذرگاه‌های مرزی"
    assert named["source:p:irna-ar-85124417"] == "ایرنا؛ بخش عربی: گذرگاه‌های کرمانشاه"
    assert named["source:p:irna-84560866"] == "ایرنا: گذرگاه‌های سیستان و بلوچستان با بلوچستان"


def test_every_source_of_the_samples_is_named_and_noted_in_both_languages() -> None:
    for sample in ("iran", "invented", "world"):
        records = (
            read_world_countries()
            if sample == "world"
            else [entry.record for entry in read_sample(sample).entries]
        )
        sources = [record for record in records if isinstance(record, Source)]
        assert sources
        for source in sources:
            assert source.name_fa, source.id
            assert bool(source.note) == bool(source.note_fa), source.id


def rests_on_pages(record: Record) -> bool:
    """Say whether a page tells of it."""
    return any(source.startswith("source:p:") for source in getattr(record, "sources", None) or ())


def read_pages(data_folder: Path, name: str) -> list[dict[str, str]]:
    """Read a file of the collected facts."""
    with (data_folder / "iran_press" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def find_ties(ties: list[Tie], start: str, target: str, **given: str) -> list[Tie]:
    """Find the ties between two ends that say what is given."""
    found = [t for t in ties if (t.from_id, t.to_id) == (start, target)]
    return [t for t in found if all(getattr(t, name) == value for name, value in given.items())]


def test_the_shipped_sample_is_what_the_tool_makes_of_the_published_files(tmp_path: Path) -> None:
    build_sample(tmp_path)
    made = {path.name: path.read_text("utf-8") for path in tmp_path.glob("*.csv")}
    assert made == {path.name: path.read_text("utf-8") for path in SAMPLE.glob("*.csv")}
    assert not read_native([SAMPLE]).faults


def test_every_row_of_the_pages_is_in_the_sample_or_left_out_for_a_reason(
    iran: Contents, ties: list[Tie], data_folder: Path
) -> None:
    count = {
        name: len(read_pages(data_folder, name)) for name in ("TIED_TO", "Counterpart", "Source", "Mission")
    }
    assert count == {"TIED_TO": 245, "Counterpart": 72, "Source": 395, "Mission": 45}
    # One of them is a tie of the list of twin cities, which it tells more of.
    assert len(ties) == 245
    assert [t.from_id for t in ties if TWINS in (t.sources or ())] == ["city:irn:hamadan"]
    assert len(iran.records("TIED_TO")) == 101 + 245 - 1
    # Embassies and consulates are missions.
    assert len(iran.records("Counterpart")) == len(iran.records("REPRESENTS")) == 72 - OFFICES
    # 18 of the list and 27 others; six more to which ties lead.
    assert len(iran.records("Mission")) == 122 + 27 + 6
    # 40 pages serve the rest of the folder `extra` alone; one is the ISO list, which the countries bring.
    pages = [
        s.identity for s in iran.records("Source") if isinstance(s, Source) and s.licence == "facts only"
    ]
    assert len(pages) == 395 - 40 - 1
    for name, rows in (("Governor", 117), ("GOVERNS", 132), ("Official", 44), ("HOLDS", 44), ("COVERS", 36)):
        assert len(iran.records(name)) == len(read_pages(data_folder, name)) == rows, name
    assert len(iran.records("Body")) == 2
    # Of 43 crossings of `extra` 8 are markets, 2 planned or to open, 6 of no border with a region known.
    borders = [one for one in iran.records("BORDERS") if isinstance(one, Borders)]
    assert sum(len(one.crossings or ()) for one in borders) == 43 - 8 - 2 - 6
    assert all(len(one.crossings or ()) == len(one.crossings_fa or ()) for one in borders)


def test_every_tie_has_a_source_with_an_address_and_nothing_lacks_its_page(
    iran: Contents, ties: list[Tie]
) -> None:
    sources = {s.identity: s for s in iran.records("Source") if isinstance(s, Source)}
    for tie in iran.records("TIED_TO"):
        assert isinstance(tie, Tie)
        assert any(sources[name].url for name in tie.sources or ()), tie.id
    for tie in ties:
        assert (tie.url or "").startswith("http"), tie.id
    used = {name for record in iran for name in getattr(record, "sources", None) or ()}
    assert [name for name in sources if name not in used] == []


def test_no_prose_of_a_page_is_shipped(iran: Contents) -> None:
    for record in iran:
        note = getattr(record, "note", None) or ""
        if rests_on_pages(record):
            assert len(note) <= 420, note
            assert not re.search("[«»“”]", note), note
    for source in iran.records("Source"):
        assert isinstance(source, Source)
        assert source.licence != "facts only" or len(source.note or "") < 80, source.note


def test_what_lasted_days_is_an_event_and_what_stands_is_none(ties: list[Tie]) -> None:
    kinds = Counter(t.kind for t in ties)
    assert kinds["meeting"] == 26
    assert kinds["committee"] == 11
    for tie in ties:
        if find_nature(tie.kind) == "commitment":
            assert not tie.until, tie.id
        # An event passes: that it ended goes without saying.
        assert tie.stage != "ended", tie.id
        if tie.document == "caspian-2025":
            assert tie.kind in ("meeting", "contact")


def test_a_partner_has_one_end(iran: Contents, ties: list[Tie]) -> None:
    governed = {r.to_id for r in iran.records("REPRESENTS") if ":governor-" in (r.from_id or "")}  # type: ignore[attr-defined]
    # Garmian is an administration of its own in Sulaymaniyah.
    assert {t.to_id for t in ties} & governed == {"IQ-SU"}
    offices = [c.name for c in iran.records("Counterpart") if isinstance(c, Node)]
    assert not [name for name in offices if name and re.search("[Ee]mbassy|[Cc]onsul", name)]
    told = {m.identity for m in iran.records("Mission") if isinstance(m, Mission)}
    # 24 rows lead to offices among the counterparts, two to consuls general in Mashhad.
    assert sum(t.to_id in told for t in ties) == 24 + 2


def test_sister_cities_begin_at_cities_and_chambers_ties_at_chambers(ties: list[Tie]) -> None:
    twins = [t for t in ties if t.kind == "sister_city"]
    assert len(twins) == 6
    assert all(str(t.from_id).startswith("city:irn:") and str(t.to_id).startswith("city:") for t in twins)
    assert sorted(str(t.from_id) for t in ties if str(t.from_id).startswith("body:")) == [
        "body:irn:chamber-khorasan-razavi",
        "body:irn:chamber-mazandaran",
    ]


def test_the_sure_facts_are_there(ties: list[Tie]) -> None:
    erbil, sulaymaniyah = (f"counterpart:irq:governor-of-{name}" for name in ("erbil", "sulaymaniyah"))
    (signed,) = find_ties(ties, "IR-04", erbil, since="2021-12-29")
    assert (signed.kind, signed.stage) == ("memorandum", "in_force")
    assert find_ties(ties, "IR-12", sulaymaniyah, since="2019-07-06", kind="memorandum")
    assert find_ties(ties, "IR-04", erbil, since="2023-06-01")
    for start, target, since in (
        ("IR-03", "counterpart:aze:nakhchivan-supreme-assembly", "2015-06-09"),
        ("IR-06", "counterpart:irq:governor-of-basra", "2014-11-26"),
        ("IR-02", "counterpart:rus:governor-of-volgograd", "2018-08-21"),
        ("IR-02", "counterpart:ita:region-marche", "2016-12-07"),
        ("IR-09", "counterpart:pak:chief-minister-sindh", "2019-07-10"),
        ("IR-09", "counterpart:kgz:governor-of-osh", "2022-07"),
        ("IR-07", "counterpart:uzb:hokim-of-surkhandarya", "2025-11"),
        ("IR-02", "counterpart:uzb:hokim-of-fergana", "2025-12"),
        ("IR-16", "counterpart:irq:governor-of-maysan", "2025-12-17"),
        ("IR-24", "counterpart:chn:governor-of-qinghai", "2023-11-09"),
    ):
        assert find_ties(ties, start, target, since=since), (start, target)


def test_sanandaj_and_rasht_are_one_act_each(ties: list[Tie]) -> None:
    sanandaj = [t for t in ties if t.document == "sanandaj-2025"]
    memoranda = [t for t in sanandaj if t.kind == "memorandum"]
    assert {t.from_id for t in memoranda} == {"IR-04", "IR-05", "IR-12"}
    assert (len(sanandaj), len(memoranda), {t.since for t in memoranda}) == (19, 12, {"2025-05"})
    assert all(INFERRED in (t.sources or ()) and "Inferred" in (t.note or "") for t in memoranda)
    rasht = [t for t in ties if t.document == "caspian-2025" and t.kind == "meeting"]
    assert {t.since for t in rasht} == {"2025-11-18"}
    assert {t.from_id for t in rasht} == {"IR-01", "IR-02", "IR-11", "IR-22", "IR-27"}
    assert {t.to_id for t in rasht} == {"AZE", "KAZ", "RUS", "TKM"}
    assert len(rasht) == 20


def test_guangdong_has_three_memoranda_and_astrakhan_nine_provinces(ties: list[Tie]) -> None:
    guangdong = [t for t in ties if t.to_id == "CN-GD" and t.kind == "memorandum"]
    assert {t.from_id for t in guangdong} == {"IR-07", "IR-10", "IR-22"}
    assert {(t.since, t.attested) for t in guangdong} == {(None, ("2018-02-06",))}
    listed = "source:p:astrobl-864"
    astrakhan = [t for t in ties if t.to_id == "counterpart:rus:governor-of-astrakhan"]
    told = {t.from_id: t.since for t in astrakhan if listed in (t.sources or ())}
    assert len(told) == 9
    # Where the page has the year of the first relations alone, the year bears its doubt.
    assert sorted(str(since) for since in told.values() if not str(since).endswith("?")) == [
        "1994",
        "1994",
        "2004-04",
    ]


def test_the_two_samples_show_every_verdict(iran: Contents) -> None:
    snapshots = [build_snapshot(iran), build_snapshot(hold(read_sample("invented")))]
    seen = {
        pair.verdict
        for snapshot in snapshots
        for level in LEVELS
        for as_of in (None, *(date(year, 1, 1) for year in range(2010, 2027, 3)))
        for rivalry in find_rivals(snapshot, level, as_of=as_of, by="target")
        for pair in rivalry.pairs
    }
    assert seen == set(VERDICTS)


def test_grades_are_those_of_the_party_of_a_tie(iran: Contents) -> None:
    for source in iran.records("Source"):
        assert isinstance(source, Source)
        if source.grade == "A":
            assert not AGENCIES.search(source.publisher or ""), source.id
    assert iran.nodes["source:factbook"].grade == "C"  # type: ignore[attr-defined]


def test_sources_claim_only_what_they_list_whole(iran: Contents) -> None:
    claims = {s.identity: s.covers for s in iran.records("Source") if isinstance(s, Source) and s.covers}
    assert claims[TWINS] == ("TIED_TO.sister_city:IRN",)
    missions = set(claims["source:wikidata-missions"])
    assert "Mission.embassy:TUR" in missions
    assert not missions & {f"Mission.embassy:{code}" for code in ("IRQ", "SYR", "KAZ", "TJK", "MYS", "IRN")}
    assert "Iraq" in (iran.nodes["source:wikidata-missions"].note or "")
    assert not [name for name in claims if name.startswith("source:p:")]


def test_missions_closed_for_the_time_being_are_suspended(iran: Contents) -> None:
    status = {m.identity: m.status for m in iran.records("Mission") if isinstance(m, Mission)}
    assert Counter(status.values())["suspended"] == 8
    assert status["mission:rus:isfahan"] == "suspended"
    assert {name for name, said in status.items() if said == "closed"} == {
        "wd:Q94502707",
        "mission:irn:frankfurt",
        "mission:irn:hamburg",
        "mission:irn:munich",
    }
