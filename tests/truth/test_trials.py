"""Faults of findings that were once seen and no other test holds: who grades what, who can be asked about.

The rest of them are held where their rule is: R's range (analysis/test_measures), unknown starts, "other",
what is proposed, what passes (analysis/test_weights), doubtful dates (analysis/test_weights,
schema/test_counting), ends that are only said (schema/test_counting, schema/test_difference), terms
(reports/test_terms), absence (analysis/test_absence, reports/test_agreement_on_absence), borders
(reports/border_gaps.toml), what a page selects (views/test_pairs) and says of certainty (views/test_page).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from graphmap.analysis import find_rivals
from graphmap.exchange.samples import read_sample
from graphmap.language import load_language
from graphmap.questions.ask import ask
from graphmap.scales import Natures
from graphmap.schema import Batch, Source
from graphmap.store import create_store
from graphmap.store.session import Session
from tests.analysis.graphs import make_tie, make_world_with

DAY = date(2026, 11, 26)
EN, FA = load_language("en"), load_language("fa")


@pytest.fixture(scope="module")
def iran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Give a store of the sample."""
    store, _ = create_store(tmp_path_factory.mktemp("iran") / "iran.kgl", read_sample("iran"))
    with store, Session(store) as session:
        yield session


@pytest.fixture(scope="module")
def sample() -> Batch:
    """Give the records of the sample."""
    return read_sample("iran")


@pytest.mark.parametrize("country", ["India", "JPN", "آلمان", "Nauru", "Canada"])
@pytest.mark.parametrize("question", ["rivals", "overlaps", "sole_contacts"])
def test_every_country_can_be_asked_about(question: str, country: str, iran: Session) -> None:
    """T13: that nothing is there is an answer, and says on what it rests."""
    answer = ask(iran, question, {"country": country, "as_of": DAY})
    if answer.counted is not None and not answer.counted.counted:
        assert answer.say_absence(EN)
        assert answer.say_absence(FA)
        assert not any("no tie" in line.lower() and "cannot" not in line for line in answer.say_absence(EN))
    for report in ("country_dossier", "mission_coverage"):
        assert ask(iran, f"report {report}", {"country": country, "as_of": DAY}).rows


def test_a_source_of_a_third_state_is_not_official_and_each_grade_is_told_in_words(sample: Batch) -> None:
    """T12: grade A is for who is a party of the tie; the factbook of a third state is a list."""
    grades = {
        entry.record.id: entry.record.grade for entry in sample.entries if isinstance(entry.record, Source)
    }
    assert grades["source:factbook"] == "C"
    assert {grade for grade in grades.values() if grade} <= set("ABCD")
    for spoken in (EN, FA):
        said = [spoken.words(f"grade-{grade}") for grade in "ABCD"]
        assert len({*said}) == 4
    assert EN.words("grade-A") == "official for a party of the tie"


@pytest.mark.parametrize("stage", [None, "ended"])
def test_visits_of_the_past_are_neither_rivals_nor_on_their_way(stage: str | None) -> None:
    """T16: two visits of 2012 with an end had been "with ties not in force yet: possible rivalry"."""
    visit: dict[str, Any] = {
        "kind": "visit",
        "since": "2012-05-01",
        "until": "2012-05-03",
        "sectors": ("trade",),
    }
    visit |= {"stage": stage} if stage else {}
    lasting = {"kind": "memorandum", "since": "2011", "until": "..", "sectors": ("trade",)}
    visits = make_world_with(make_tie("t1", "A", "TUR", **visit), make_tie("t2", "B", "TUR", **visit))
    for day in (None, date(2012, 5, 1), DAY):
        assert not find_rivals(visits, as_of=day, by="target")
    mixed = make_world_with(make_tie("t1", "A", "TUR", **visit), make_tie("t2", "B", "TUR", **lasting))
    (pair,) = (pair for rivalry in find_rivals(mixed, by="target") for pair in rivalry.pairs)
    assert (pair.verdict, pair.preparing) == ("in contact", "none")
    assert "not in force yet" not in pair.sentence(EN)
    assert not find_rivals(mixed, as_of=DAY, by="target")


@pytest.mark.parametrize("day", [None, date(2026, 10, 2), DAY])
@pytest.mark.parametrize("nature", ["commitments", "all", "events"])
def test_two_who_only_met_with_somebody_are_no_rivals_whoever_else_is_there(
    nature: Natures, day: date | None
) -> None:
    """T16: two visits in one sector on one day stay events, on any day and beside any commitment."""
    visit: dict[str, Any] = {"kind": "visit", "since": "2026-10-01", "until": "2026-10-03"}
    lasting = {"kind": "memorandum", "since": "2011", "until": ".."}
    given = (("t1", "A", visit), ("t2", "B", visit), ("t3", "C", lasting))
    world = make_world_with(*(make_tie(tie, at, "TUR", sectors=("trade",), **one) for tie, at, one in given))
    found = find_rivals(world, as_of=day, nature=nature, by="target")
    pairs = {
        "".join(place.id for place in pair.provinces): pair.verdict
        for rivalry in found
        for pair in rivalry.pairs
    }
    with_third = {} if nature == "events" else {"AC": "in contact", "BC": "in contact"}
    assert pairs == {"AB": "none", **with_third}
    assert not find_rivals(world, as_of=day, nature=nature)
    assert not find_rivals(world, as_of=day, nature=nature, by="pair")
