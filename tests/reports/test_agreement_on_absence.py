"""Page, analysis and reports say one thing of what is absent, and of missions, on random graphs and days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmap.analysis.absence import Absences
from graphmap.reports import run_report
from graphmap.store.engine import Engine
from graphmap.store.snapshot import Snapshot
from graphmap.views import gather_page_data
from tests.examples import examples
from tests.reports.cases import make_world, write_given

DAYS = [date(2020, 1, 1), date(2022, 6, 1), date(2024, 1, 1)]
CLAIMS = ["TIED_TO", "TIED_TO:A", "TIED_TO:TUR", "TIED_TO:tur:north", "TIED_TO:HOM", "TIED_TO.visit"]
CLAIMS += ["Mission", "Mission:TUR", "Mission.embassy:FRA", "BORDERS", "Mission:HOM"]
BORDERS = [{"from_id": start, "to_id": place} for start in "ABC" for place in ("tur:north", "tur:south")]
YEARS = st.none() | st.sampled_from(["2019", "2020-01-01", "2021?", "2023"])


@st.composite
def draw_rows(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Draw sources with claims, a few ties, and missions of some countries to others."""
    rows: dict[str, list[dict[str, Any]]] = {"Source": [], "TIED_TO": [], "Mission": [], "SENT_BY": []}
    rows |= {"IN": [], "ACCREDITED_TO": [], "COVERS": []}
    for number in range(draw(st.integers(0, 3))):
        claims = draw(st.lists(st.sampled_from(CLAIMS), max_size=2))
        read = draw(st.none() | st.sampled_from([date(2018, 6, 1), *DAYS]))
        told = {
            "covers": claims,
            "retrieved": read,
            "published": draw(YEARS),
            "note": draw(st.none() | st.just("so")),
        }
        rows["Source"].append({"id": f"x{number}", **{name: value for name, value in told.items() if value}})
    sources = ["s", *(row["id"] for row in rows["Source"])]
    for number in range(draw(st.integers(0, 4))):
        start, target = (
            draw(st.sampled_from(["A", "b:town"])),
            draw(st.sampled_from(["tur:port", "TUR", "IRQ"])),
        )
        tie = {"from_id": start, "to_id": target, "kind": "memorandum", "since": draw(YEARS)}
        rows["TIED_TO"].append({"id": f"t{number}", **{name: value for name, value in tie.items() if value}})
    for number in range(draw(st.integers(0, 4))):
        identity = f"m{number}"
        told = {
            "status": draw(st.none() | st.sampled_from(["open", "closed", "suspended", "unknown"])),
            "status_on": draw(st.none() | st.sampled_from(DAYS)),
            "opened": draw(st.none() | st.just("2019")),
            "closed": draw(st.none() | st.sampled_from(["2021", "2023-01-01", ".."])),
        }
        told = {name: value for name, value in told.items() if value is not None}
        rows["Mission"].append({"id": identity, "sources": [draw(st.sampled_from(sources))], **told})
        rows["SENT_BY"].append({"from_id": identity, "to_id": draw(st.sampled_from(["HOM", "TUR", "FRA"]))})
        if city := draw(st.none() | st.sampled_from(["a:town", "tur:port", "fra:bay"])):
            rows["IN"].append({"from_id": identity, "to_id": city})
        for name in ("ACCREDITED_TO", "COVERS"):
            if place := draw(st.none() | st.sampled_from(["HOM", "TUR", "IRQ"])):
                row = {"from_id": identity, "to_id": place, "since": draw(YEARS)}
                rows[name].append({key: value for key, value in row.items() if value})
    return {name: given for name, given in rows.items() if given}


def judge_missions(snapshot: Snapshot, day: date | None, sender: str, host: str) -> str:
    """Say what the page shows of the missions of one country to another, as the report's words have it."""
    page = gather_page_data(snapshot, day)
    shown = {one.status for one in page.missions if (one.sender, one.host) == (sender, host)}
    if not shown:
        return Absences(snapshot, day).judge("missions", host if sender == "HOM" else sender).answer
    return next(status for status in ("open", "unknown", "suspended", "closed") if status in shown)


def compare(store: Engine, day: date | None) -> None:
    """Hold the reports against page and analysis."""
    snapshot = store.snapshot()
    absences = Absences(snapshot, day)
    for row in run_report(store, "mission_coverage", {}, day).as_dicts():
        country = row["country"]
        assert row["home_mission"] == judge_missions(snapshot, day, "HOM", country)
        assert row["their_mission"] == judge_missions(snapshot, day, country, "HOM")
        if row["tie_answer"] != "tied":
            assert row["tie_answer"] == absences.judge("ties", country).answer
        if row["note"]:
            assert row["note"] in {one.note.en for one in absences.judge("missions", country).sources}
    for row in run_report(store, "border_gaps", {}, day).as_dicts():
        if row["answer"] not in ("tied", "presumed", "unknown"):
            assert row["answer"] == absences.judge("ties", row["province"], row["target"]).answer
    for country in ("TUR", "FRA", "IRQ"):
        for row in run_report(store, "country_dossier", {"country": country}, day).as_dicts():
            if row["record"] is None:
                what: Any = {"tie": "ties", "border": "borders"}.get(row["part"], "missions")
                assert row["answer"] == absences.judge(what, country).answer


@pytest.mark.hypothesis
def test_reports_page_and_analysis_agree_on_what_is_absent_and_on_missions(empty_url: str) -> None:
    with make_world(empty_url) as store:
        write_given(store, {"BORDERS": BORDERS}, {})
        kept = "MATCH (n) WHERE n:Mission OR (n:Source AND NOT n.id IN ['s', 's2']) DETACH DELETE n"

        @settings(
            max_examples=examples(40 if empty_url.endswith(".kgl") else 8),
            suppress_health_check=[HealthCheck.too_slow],
        )
        @given(rows=draw_rows(), day=st.none() | st.sampled_from(DAYS))
        def agree(rows: dict[str, Any], day: date | None) -> None:
            store._write(lambda run: (run("MATCH ()-[t:TIED_TO]->() DELETE t", {}), run(kept, {})))
            write_given(store, rows, {})
            compare(store, day)

        agree()
