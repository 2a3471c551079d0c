"""Gaps say what the reports of borders and missions say, on random graphs and days."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmap.analysis import find_gaps
from graphmap.language import load_language
from graphmap.questions.ask import ask
from graphmap.reports import run_report
from graphmap.schema import Record
from graphmap.store.engine import Engine
from graphmap.views import render_answer_page
from tests.examples import examples
from tests.reports.cases import make_world, write_given, write_ties
from tests.reports.test_agreement import MORE, PATIENCE, draw_ties
from tests.reports.test_agreement_on_absence import BORDERS, DAYS, draw_rows

SAME = {"presumed": "tied", "unknown": "cannot tell"}
"""What the report of borders tells apart and a gap does not."""

MISSIONS = {"covered": "tied", "perhaps covered": "cannot tell", "tie without mission": "none recorded"}
ALL = ("tied", "none recorded", "cannot tell")


def find_all(store: Engine, gap: str, level: str, as_of: date | None, presume: int) -> dict[Any, Any]:
    """Return the gaps of a sort, and what is none, by province and target."""
    found: dict[Any, Any] = {}
    for answer in ALL:
        asked: dict[str, Any] = {"as_of": as_of, "presume": presume, "gap": gap, "answer": answer}
        for one in find_gaps(store.snapshot(), level, **asked):  # type: ignore[arg-type]
            key = (one.province and one.province.id, one.target.id)
            assert key not in found
            found[key] = one
    return found


def compare_borders(store: Engine, level: str, as_of: date | None, presume: int) -> None:
    """Hold the gaps at borders against the report."""
    given = {"level": level}
    told = run_report(store, "border_gaps", given, as_of, presume=presume, seconds=PATIENCE).as_dicts()
    found = find_all(store, "border without tie", level, as_of, presume)
    rows = {(row["province"], row["target"]): row for row in told}
    assert {key: SAME.get(row["answer"], row["answer"]) for key, row in rows.items()} == {
        key: gap.answer for key, gap in found.items()
    }
    for key, row in rows.items():
        assert found[key].km == row["km"]
        assert sorted(row["ties"]) == sorted(found[key].ties)


def compare_missions(store: Engine, as_of: date | None) -> None:
    """Hold missions without ties, and ties without missions, against the report."""
    rows = run_report(store, "mission_coverage", {}, as_of, seconds=PATIENCE).as_dicts()
    without_tie = find_all(store, "mission without tie", "country", as_of, 5)
    without_mission = find_all(store, "tie without mission", "country", as_of, 5)
    for row in rows:
        key = (None, row["country"])
        gap, other = without_tie.pop(key, None), without_mission.pop(key, None)
        posts = {row["home_mission"], row["their_mission"]}
        assert (gap is not None) == bool(posts & {"open", "unknown"})
        if gap is not None and not row["ties"]:
            expected = row["tie_answer"] if "open" in posts else "cannot tell"
            assert gap.answer == expected
        if gap is not None and row["ties"]:
            assert gap.answer in ("tied", "cannot tell")
        if other is not None:
            assert other.answer == MISSIONS[row["answer"]]
    assert not without_tie
    assert not without_mission


@pytest.mark.hypothesis
def test_borders_without_a_tie_are_those_of_the_report(tmp_path: Path) -> None:
    with make_world(str(tmp_path / "graph.kgl")) as store:
        borders = [{**row, "km": 10.5 + n} for n, row in enumerate(BORDERS)]
        borders += [{"from_id": "A", "to_id": place} for place in ("fra:part", "fra:whole")]
        write_given(store, {**MORE, "BORDERS": borders}, {})

        @settings(max_examples=examples(12), suppress_health_check=[HealthCheck.too_slow], deadline=None)
        @given(
            ties=draw_ties(),
            level=st.sampled_from(["region", "country"]),
            as_of=st.none() | st.sampled_from([date(2018, 7, 1), date(2020, 6, 1), date(2021, 1, 1)]),
            presume=st.sampled_from([0, 5]),
        )
        def agree(ties: list[Record], level: str, as_of: date | None, presume: int) -> None:
            write_ties(store, ties)
            compare_borders(store, level, as_of, presume)

        agree()


@pytest.mark.hypothesis
def test_missions_and_ties_without_each_other_are_those_of_the_report(tmp_path: Path) -> None:
    with make_world(str(tmp_path / "graph.kgl")) as store:
        kept = "MATCH (n) WHERE n:Mission OR (n:Source AND NOT n.id IN ['s', 's2']) DETACH DELETE n"

        @settings(max_examples=examples(12), suppress_health_check=[HealthCheck.too_slow], deadline=None)
        @given(rows=draw_rows(), as_of=st.none() | st.sampled_from(DAYS))
        def agree(rows: dict[str, list[dict[str, Any]]], as_of: date | None) -> None:
            store._write(lambda run: (run("MATCH ()-[t:TIED_TO]->() DELETE t", {}), run(kept, {})))
            write_given(store, rows, {})
            compare_missions(store, as_of)

        agree()


def test_a_page_of_gaps_lists_at_its_foot_every_source_that_a_row_names(tmp_path: Path) -> None:
    lists = [
        {"id": f"x{n}", "name": f"The list {n}", "covers": ["TIED_TO"], "retrieved": date(2020, 5, 1)}
        for n in range(3)
    ]
    with make_world(str(tmp_path / "graph.kgl")) as store:
        write_given(store, {"Source": lists, "BORDERS": BORDERS[:1]}, {})
        answer = ask(store, "gaps", {"as_of": date(2020, 6, 1)})
    assert {"x0", "x1", "x2"} < set(answer.sources)
    for code in ("en", "fa"):
        assert "The list 2" in render_answer_page(answer, load_language(code))
