"""One thing under two ids: a new row like a stored relationship in its key is a fault with a way out."""

from __future__ import annotations

import pytest

from tests.schema.test_difference import SMALL, contents_after, difference

Row = tuple[str, dict[str, str]]

KNOWN: tuple[Row, ...] = (
    *SMALL,
    ("Region", {"id": "TR-42", "name": "Konya Province", "sources": "s"}),
    ("IN", {"from_id": "TR-42", "to_id": "TUR", "sources": "s"}),
    ("Governor", {"id": "one", "name": "A Governor", "sources": "s"}),
    ("Mission", {"id": "m", "name": "A Mission", "kind": "embassy", "sources": "s"}),
    ("SENT_BY", {"from_id": "m", "to_id": "TUR", "sources": "s"}),
)
ROWS: tuple[Row, ...] = (
    ("GOVERNS", {"from_id": "one", "to_id": "IR-03", "since": "2019-05"}),
    ("GOVERNS", {"from_id": "one", "to_id": "IR-03"}),
    ("HOLDS", {"from_id": "one", "to_id": "vali", "since": "2019", "post": "vali"}),
    ("TIED_TO", {"from_id": "IR-03", "to_id": "TUR", "kind": "memorandum", "since": "2019", "document": "d"}),
    ("BORDERS", {"from_id": "IR-03", "to_id": "TR-42", "km": "7"}),
    ("ACCREDITED_TO", {"from_id": "m", "to_id": "IRN"}),
    ("COVERS", {"from_id": "m", "to_id": "IR-03", "since": "2020"}),
    ("TRADES_WITH", {"from_id": "IR-03", "to_id": "TUR", "flow": "exports", "year": "2020", "goods": "iron"}),
)


@pytest.mark.parametrize(("name", "cells"), ROWS)
def test_a_row_with_an_id_of_its_own_that_is_like_a_stored_one_is_a_fault(
    name: str, cells: dict[str, str]
) -> None:
    from graphmap.errors import Faults

    row = {**cells, "sources": "s"}
    stored = contents_after(difference((*KNOWN, (name, row))))
    with pytest.raises(Faults) as raised:
        difference(((name, {**row, "id": "mine"}),), stored)
    (fault,) = raised.value.faults
    made = (name, cells["from_id"], cells["to_id"])
    (known,) = (r for r in stored.relationships.values() if (r.stored_as, r.from_id, r.to_id) == made)
    assert fault.sentence().startswith(
        f"{name}.csv, line 2, column id: 'mine' is the id of a row that is like {known.id}, which is stored, "
        "in both ends"
    )
    assert "right would be a blank id if it is the same one" in fault.sentence()
    assert not difference(((name, row),), stored)
    named = contents_after(difference((*KNOWN, (name, {**row, "id": "theirs"}))))
    with pytest.raises(Faults, match="that id, theirs, if it is the same one"):
        difference(((name, {**row, "id": "mine"}),), named)


def test_what_differs_in_its_key_is_another_one_and_so_are_two_that_a_file_names_both() -> None:
    tie: dict[str, str] = {"from_id": "IR-03", "to_id": "TUR", "kind": "memorandum", "sources": "s"}
    stored = contents_after(difference((*KNOWN, ("TIED_TO", {**tie, "id": "one:tie"}))))
    assert difference((("TIED_TO", {**tie, "id": "mine", "document": "d"}),), stored).created
    both: tuple[Row, ...] = (("TIED_TO", {**tie, "id": "one:tie"}), ("TIED_TO", {**tie, "id": "mine"}))
    assert [record.id for record in difference(both, stored).created] == ["mine"]


def test_a_second_place_of_a_node_is_told_as_that_alone() -> None:
    from tests.schema.test_difference import faults_of

    row = {"id": "mine", "from_id": "tabriz", "to_id": "IR-03", "sources": "s"}
    (fault,) = faults_of(("IN", row))
    assert "is a second IN of tabriz" in fault
