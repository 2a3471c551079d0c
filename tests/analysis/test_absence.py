"""Absence: told where a source lists such things whole, of that day; else it cannot be told, and why."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graphmap.analysis import find_rivals
from graphmap.analysis.absence import Absence, Absences
from graphmap.analysis.missions import find_missions
from graphmap.language import load_language
from graphmap.schema import AccreditedTo, Borders, Covers, Mission, Record, Region, SentBy, Source, validated
from graphmap.store.snapshot import Snapshot
from tests.analysis.graphs import make_node, make_small_world, make_snapshot, make_tie, put_in

EN, FA = load_language("en"), load_language("fa")
DAY = date(2026, 11, 26)


def list_whole(*claims: str, **given: Any) -> Record:
    """Make a source that claims to list some things whole, read half a year before the day asked."""
    told = {"id": "list", "name": "The list", "name_fa": "فهرست", "retrieved": date(2026, 5, 1), **given}
    return validated(Source, covers=claims, **told)


def make_world(*records: Record) -> Snapshot:
    """Build the small world with some records."""
    return make_snapshot([*make_small_world(), *records])


def judge(
    *records: Record, what: Any = "ties", places: tuple[str, ...] = ("A", "TUR"), day: date | None = DAY
) -> Absence:
    """Judge that nothing is recorded between some places of the small world with some records."""
    return Absences(make_world(*records), day).judge(what, *places)


def test_without_a_claim_it_cannot_be_told() -> None:
    absence = judge(make_tie("t", "B", "FRA"))
    assert (absence.answer, [source.id for source in absence.sources]) == ("cannot tell", ["source:test"])
    assert absence.sentence(EN) == (
        "Whether there is a tie cannot be told from these data: no source here claims to list all such ties."
    )
    assert absence.sentence(FA).startswith("با داده‌های موجود نمی‌توان گفت رابطه‌ای هست یا نه")


@pytest.mark.parametrize("claim", ["TIED_TO", "TIED_TO:A", "TIED_TO:QZA", "TIED_TO:TUR", "TIED_TO:tur:north"])
def test_a_source_that_lists_all_ties_of_either_end_tells_that_there_is_none(claim: str) -> None:
    absence = judge(list_whole(claim), places=("A", "tur:port"))
    assert (absence.answer, [source.id for source in absence.sources]) == ("none recorded", ["list"])
    assert absence.sentence(EN) == (
        "The list, as of 1 May 2026 (11 Ordibehesht 1405) claims to list all such ties and has none."
    )
    assert absence.sentence(FA) == (
        "در فهرست، به تاریخ ۱۱ اردیبهشت ۱۴۰۵ (۱ مه ۲۰۲۶) موردی نیامده است؛ این منبع مدعی ارائهٔ فهرست کامل "
        "این‌گونه روابط است."
    )


@pytest.mark.parametrize(
    "claim", ["TIED_TO:B", "TIED_TO:FRA", "TIED_TO:tur:port", "BORDERS", "Mission:TUR", "TIED_TO.visit:FRA"]
)
def test_a_claim_about_another_place_or_thing_tells_nothing(claim: str) -> None:
    assert judge(list_whole(claim)).answer == "cannot tell"


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ({"retrieved": date(2026, 11, 26)}, "none recorded"),
        ({"retrieved": date(2026, 11, 27)}, "cannot tell"),
        ({"retrieved": date(2024, 11, 27)}, "none recorded"),
        ({"retrieved": date(2024, 11, 26)}, "cannot tell"),
        ({"published": "2024", "retrieved": date(2026, 11, 26)}, "none recorded"),
        ({"published": "2023", "retrieved": date(2026, 11, 26)}, "cannot tell"),
        ({"published": "2026", "retrieved": date(2026, 5, 1)}, "none recorded"),
        ({"retrieved": None}, "cannot tell"),
    ],
)
def test_a_list_tells_from_its_own_day_for_two_years(given: dict[str, Any], answer: str) -> None:
    absence = judge(list_whole("TIED_TO", **given))
    assert absence.answer == answer
    if answer == "cannot tell":
        assert "claims to list them all, but of another day" in absence.sentence(EN)
        assert "مدعی ارائهٔ فهرست کامل است، اما نه برای این تاریخ" in absence.sentence(FA)


def test_of_the_whole_history_a_list_tells_as_of_its_own_day() -> None:
    absence = judge(list_whole("TIED_TO", retrieved=date(2010, 1, 1)), day=None)
    assert absence.answer == "none recorded"
    assert "1 January 2010" in absence.sentence(EN)


def test_a_list_of_one_kind_tells_of_that_kind_alone() -> None:
    absence = judge(list_whole("TIED_TO.sister_city:TUR", note="Municipal ties alone."))
    assert (absence.answer, absence.kinds) == ("cannot tell", ("sister_city",))
    assert absence.sentence(EN) == (
        "The list, as of 1 May 2026 (11 Ordibehesht 1405) claims to list all of some kinds and has none "
        "(sister city); of others the data cannot tell."
    )
    assert "خواهرخواندگی شهری" in absence.sentence(FA)
    (note,) = absence.list_notes(EN)
    assert note.endswith("says of itself: Municipal ties alone.")


def test_a_tie_of_unknown_province_or_place_stands_beside_what_it_could_break() -> None:
    records = [
        make_tie("t1", "lost:town", "tur:port", kind="sister_city"),
        make_tie("t2", "A", "city:nowhere"),
        make_tie("t3", "lost:town", "FRA"),
        make_tie("t4", "lost:town", "TUR", since="2001", until="2005"),
        make_node(Region, "city:nowhere"),
        list_whole("TIED_TO"),
    ]
    absence = judge(*records)
    assert [(aside.id, aside.why) for aside in absence.asides] == [("t1", "province"), ("t2", "place")]
    assert absence.list_asides(EN) == [
        "A tie whose province is not known could be one: lost:town – tur:port.",
        "A tie whose place abroad is not known could be one: A – city:nowhere.",
    ]
    assert absence.list_asides(FA)[0].startswith("۱ رابطه که استان آن معلوم نیست می‌تواند از همین موارد باشد")
    assert judge(*records, places=("B", "TUR")).ties == ("t1",)
    assert judge(*records, places=("TUR",)).ties == ("t1", "t2")
    assert judge(*records, places=("A",)).ties == ("t1", "t2", "t3")
    assert judge(*records, day=None).ties == ("t1", "t2", "t4")


def test_a_proposal_and_a_late_visit_stand_beside_that_no_tie_is_recorded() -> None:
    absence = judge(
        make_tie("t1", "A", "TUR", kind="memorandum", stage="proposed"),
        make_tie("t2", "A", "tur:port", kind="visit", since="2026-09-01", until="2026-09-02"),
        make_tie("t3", "A", "tur:port", kind="visit", since="2020-09-01", until="2020-09-02"),
        make_tie("t4", "B", "TUR", kind="memorandum", stage="proposed"),
    )
    assert [(aside.id, aside.why) for aside in absence.asides] == [("t1", "pipeline"), ("t2", "pipeline")]
    assert absence.list_asides(EN) == [
        "Beside that stand 2 ties that are not in force yet, or passing events: A – TUR and A – tur:port."
    ]
    assert absence.list_asides(FA)[0].startswith("در کنار آن ۲ رابطهٔ در دست اقدام یا رویداد گذرا")


def test_ties_of_the_same_two_ends_are_named_once_with_their_number() -> None:
    absence = judge(
        *(make_tie(f"t{n}", "A", "TUR", kind="memorandum", stage="proposed", since=f"202{n}") for n in (4, 5))
    )
    assert absence.list_asides(EN)[0].endswith(
        "2 ties that are not in force yet, or passing events: A – TUR (2)."
    )
    assert "A – TUR (۲)" in absence.list_asides(FA)[0].replace("\u2068", "").replace("\u2069", "")


def test_missions_and_borders_have_claims_of_their_own() -> None:
    assert judge(list_whole("Mission"), what="missions", places=("TUR",)).answer == "none recorded"
    assert judge(list_whole("Mission:TUR"), what="missions", places=("FRA",)).answer == "cannot tell"
    part = judge(list_whole("Mission.embassy"), what="missions", places=("TUR",))
    assert (part.answer, part.kinds) == ("cannot tell", ("embassy",))
    assert judge(list_whole("BORDERS:QZA"), what="borders", places=("TUR",)).answer == "none recorded"
    border = validated(Borders, id="b", from_id="A", to_id="tur:north", sources=("source:test",))
    untold = judge(border, what="borders", places=("FRA",))
    assert (untold.answer, [one.id for one in untold.sources]) == ("cannot tell", ["source:test"])


def make_mission(identity: str, sender: str, city: str = "", **given: Any) -> list[Record]:
    """Make a mission of a country, in a city if one is named."""
    records = [make_node(Mission, identity, kind="embassy", **given), put_in(identity, sender, SentBy)]
    return [*records, put_in(identity, city)] if city else records


def test_a_mission_is_there_where_it_stands_and_where_it_is_accredited() -> None:
    snapshot = make_world(
        *make_mission("m1", "QZA", "tur:port", status="open"),
        *make_mission("m2", "FRA", "a:town", status="closed"),
        *make_mission("m3", "TUR", "fra:bay"),
        validated(AccreditedTo, id="a1", from_id="m1", to_id="FRA", sources=("source:test",), until="2020"),
        validated(AccreditedTo, id="a2", from_id="m3", to_id="QZA", sources=("source:test",)),
        validated(Covers, id="c1", from_id="m3", to_id="TUR", sources=("source:test",)),
    )

    def find(day: date | None) -> list[tuple[str, str, bool]]:
        ids = snapshot.places.ids
        return [
            (snapshot.missions.ids[one.row], ids[one.host], one.roving)
            for one in find_missions(snapshot, day)
        ]

    assert find(DAY) == [("m1", "TUR", False), ("m2", "QZA", False), ("m3", "QZA", True)]
    assert find(None) == [
        ("m1", "TUR", False), ("m1", "FRA", True), ("m2", "QZA", False), ("m3", "QZA", True)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "day", "status"),
    [
        ({}, DAY, "unknown"),
        ({"status": "open"}, DAY, "open"),
        ({"status": "open", "status_on": date(2026, 1, 1)}, date(2020, 1, 1), "unknown"),
        ({"status": "open", "status_on": date(2026, 1, 1)}, None, "open"),
        ({"closed": "2024-05"}, DAY, "closed"),
        ({"status": "open", "status_on": date(2020, 1, 1), "closed": "2024-05"}, DAY, "closed"),
        ({"status": "closed", "status_on": date(2025, 1, 1), "closed": "2024-05", "opened": "1990"},
         date(2000, 1, 1), "open"),
        ({"status": "suspended"}, DAY, "suspended"),
        ({"opened": "2001"}, date(1990, 1, 1), None),
    ],
)  # fmt: skip
def test_whether_a_mission_is_open_is_known_as_far_as_its_record_and_days_go(
    given: dict[str, Any], day: date | None, status: str | None
) -> None:
    found = find_missions(make_world(*make_mission("m", "QZA", "tur:port", **given)), day)
    assert [one.status for one in found] == ([status] if status else [])


def test_that_others_have_none_is_said_of_what_a_list_covers_and_names_it() -> None:
    records = [
        make_tie("t1", "A", "TUR"),
        make_tie("t2", "B", "FRA"),
        make_tie("t3", "lost:town", "TUR"),
        list_whole("TIED_TO:TUR"),
    ]
    rivals = find_rivals(make_world(*records), as_of=DAY)
    turkey = "no tie of another is recorded by what lists all of them: The list, as of 1 May 2026"
    assert [contact.sentence(EN).split("; ")[1] for contact in rivals.sole_contacts] == [
        "whether other provinces have ties there, these data cannot tell",
        f"{turkey} (11 Ordibehesht 1405)",
    ]
    untold, told = rivals.remarks(EN)[-2:]
    assert untold == (
        "Targets with which ties of one province alone are recorded (1); whether other provinces have ties "
        "there, these data cannot tell: FRA (B)"
    )
    assert told.startswith(f"Targets with which ties of one province alone are recorded (1); {turkey}")
    assert told.endswith("TUR (A; one tie there of unknown province beside)")
    assert "در فهرست کامل این روابط (فهرست، به تاریخ" in rivals.remarks(FA)[-1]
