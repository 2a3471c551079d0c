"""What holds for every analysis in the list: evidence, sentences, JSON."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from graphmap.analysis import Analysis, list_analyses
from graphmap.exchange.samples import read_sample
from graphmap.language import CODES, load_language
from graphmap.scales import LEVELS, Level
from graphmap.schema import Contents, Named, Relationship, find_difference
from graphmap.store.snapshot import Snapshot, build_snapshot
from tests.analysis.graphs import make_small_world, make_snapshot
from tests.questions.needed import give_needed


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    created = find_difference(read_sample("invented"), Contents()).created
    return build_snapshot(
        Contents(
            {record.id or "": record for record in created if isinstance(record, Named)},
            {record.id or "": record for record in created if isinstance(record, Relationship)},
        )
    )


@pytest.mark.parametrize("analysis", list_analyses(), ids=lambda analysis: analysis.name)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("as_of", [None, date(2026, 6, 1)], ids=str)
def test_a_finding_names_its_ties_and_speaks_both_languages(
    analysis: Analysis, level: Level, as_of: date | None, snapshot: Snapshot
) -> None:
    known, needed = set(snapshot.ties.ids), give_needed(analysis, "QZ-01", "QZB")
    found = analysis.find(snapshot, level, as_of=as_of, **needed)
    assert found == analysis.find(snapshot, level, as_of=as_of, **needed)
    assert found.counted.total == len(known)
    for finding in found:
        # What is missing rests on what says that it is to be expected.
        assert finding.ties or finding.as_json()["sources"]
        assert set(finding.ties) <= known
        said = [finding.sentence(load_language(code)) for code in CODES]
        assert len(set(said)) == len(said)
        assert set(json.loads(json.dumps(finding.as_json()))["ties"]) == set(finding.ties)
        assert all(gap.ties <= gap.of for gap in finding.unknown)
        asked = {name: parameter.default for name, parameter in analysis.parameters.items()} | needed
        assert set(finding.cells()) == set(analysis.columns_with(asked))
        assert tuple(finding.cells()["ties"]) == finding.ties


OF_KEPT_PLANS = frozenset({"plans", "handover"})
"""What tells of plans that a committee has kept: tests/analysis/test_kept_plans.py keeps some."""


@pytest.mark.parametrize("analysis", list_analyses(), ids=lambda analysis: analysis.name)
def test_an_analysis_finds_something_in_the_invented_sample(analysis: Analysis, snapshot: Snapshot) -> None:
    found = analysis.find(snapshot, "country", **give_needed(analysis, "QZ-01", "QZB"))
    assert bool(found) == (analysis.name not in OF_KEPT_PLANS)


@pytest.mark.parametrize("analysis", list_analyses(), ids=lambda analysis: analysis.name)
def test_what_is_said_of_the_whole_is_the_same_however_few_findings_are_listed(
    analysis: Analysis, snapshot: Snapshot
) -> None:
    needed, language = give_needed(analysis, "QZ-01", "QZB"), load_language("en")
    one, all_found = (analysis.find(snapshot, "country", **needed, limit=limit) for limit in (1, None))
    assert one.remarks(language) == all_found.remarks(language)
    assert one.tell_whole() == all_found.tell_whole()


def test_of_a_graph_without_a_tie_no_far_day_and_no_ranking_is_told() -> None:
    empty, language = make_snapshot([*make_small_world()]), load_language("en")
    analyses = {analysis.name: analysis for analysis in list_analyses()}
    for analysis in analyses.values():
        if analysis.name != "trial":
            found = analysis.find(empty, "country", **give_needed(analysis, "A", "TUR"))
            assert not re.search(r"January 1\b|9999|first 10 pairs", " ".join(found.remarks(language)))
    assert analyses["change"].find(empty, "country").remarks(language)[0].startswith("No tie here has a day")
