"""Rows that a person writes by hand: units of the wrong country, a tie named by its id alone."""

from __future__ import annotations

import pytest

from tests.schema.test_difference import STORED, contents_after, difference, faults_of

TIE = next(identity for identity in STORED.relationships if identity.startswith("tied_to:"))


def test_a_province_is_a_unit_of_the_home_country_alone() -> None:
    assert faults_of(
        ("Province", {"id": "TR-42", "name": "Konya", "sources": "s"}),
        ("IN", {"from_id": "TR-42", "to_id": "TUR", "sources": "s"}),
    ) == [
        "IN.csv, line 3, column to_id: 'TUR' is not Iran, the home country, of which every Province "
        "is a unit; right would be IRN, or a Region instead"
    ]


def test_a_region_is_a_unit_of_any_other_country() -> None:
    assert faults_of(
        ("Region", {"id": "IR-07", "name": "Fars", "sources": "s"}),
        ("IN", {"from_id": "IR-07", "to_id": "IRN", "sources": "s"}),
    ) == [
        "IN.csv, line 3, column to_id: 'IRN' is Iran, the home country, of which no Region is a unit; "
        "right would be another country, or a Province instead"
    ]


def test_a_stored_tie_may_be_named_by_its_id_alone() -> None:
    learned = difference((("TIED_TO", {"id": TIE, "since": "2015"}),), STORED)
    [change] = learned.changed
    assert change.after.values() == {**STORED.relationships[TIE].values(), "since": "2015"}
    again = difference((("TIED_TO", {"id": TIE, "since": "2015"}),), contents_after(learned, STORED))
    assert not again


def test_a_stored_tie_named_by_its_id_alone_needs_no_node_of_its_ends_at_hand() -> None:
    # As a store answers, which is asked for the ids of the batch and what starts from them.
    from graphmap.schema import Contents

    touched = Contents({"s": STORED.nodes["s"]}, {TIE: STORED.relationships[TIE]})
    assert difference((("TIED_TO", {"id": TIE, "since": "2015"}),), touched).changed


@pytest.mark.parametrize("end", ["from_id", "to_id"])
def test_one_blank_end_keeps_the_stored_one_and_a_cleared_one_is_a_fault(end: str) -> None:
    stored = STORED.relationships[TIE]
    ends = {"from_id": stored.from_id or "", "to_id": stored.to_id or ""}
    assert difference((("TIED_TO", {"id": TIE, **ends, end: "", "since": "2015"}),), STORED).changed
    [fault, *_] = faults_of(("TIED_TO", {"id": TIE, **ends, end: "--", "since": "2015"}))
    assert f"column {end}" in fault


def test_a_new_tie_with_an_id_and_without_ends_is_a_fault_for_each_end() -> None:
    found = faults_of(("TIED_TO", {"id": "tie:1", "kind": "visit", "sources": "s"}))
    assert [fault.split(":")[0] for fault in found] == [
        "TIED_TO.csv, line 2, column from_id",
        "TIED_TO.csv, line 2, column to_id",
    ]
