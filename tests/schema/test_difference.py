"""A batch is held against the store: every fault at once, or what it would change."""

from __future__ import annotations

import pytest

from graphmap.errors import Fault, Faults, Place
from graphmap.schema import (
    Batch,
    Contents,
    Difference,
    Entry,
    Named,
    Relationship,
    find_difference,
    read_record,
)

SMALL = (
    ("Source", {"id": "s", "name": "A list", "grade": "C"}),
    ("Country", {"id": "IRN", "name": "Iran", "home": "yes", "sources": "s"}),
    ("Country", {"id": "TUR", "name": "Türkiye", "sources": "s"}),
    ("Province", {"id": "IR-03", "name": "East Azerbaijan", "sources": "s"}),
    ("City", {"id": "tabriz", "name": "Tabriz", "sources": "s"}),
    ("City", {"id": "konya", "name": "Konya", "sources": "s"}),
    ("Counterpart", {"id": "vali", "name": "Governor of Konya", "kind": "governor", "sources": "s"}),
    ("IN", {"from_id": "IR-03", "to_id": "IRN", "sources": "s"}),
    ("IN", {"from_id": "tabriz", "to_id": "IR-03", "sources": "s"}),
    ("IN", {"from_id": "konya", "to_id": "TUR", "sources": "s"}),
    ("REPRESENTS", {"from_id": "vali", "to_id": "konya", "sources": "s"}),
    ("TIED_TO", {"from_id": "tabriz", "to_id": "konya", "kind": "sister_city", "sources": "s"}),
)


def difference(rows: tuple[tuple[str, dict[str, str]], ...], contents: Contents | None = None) -> Difference:
    entries, faults = [], list[Fault]()
    for line, (name, cells) in enumerate(rows, 2):
        place = Place(f"{name}.csv", line)
        read = read_record(name, cells, place)
        if isinstance(read, tuple):
            faults.extend(read)
        else:
            entries.append(Entry(read, place))
    return find_difference(Batch(tuple(entries)), contents or Contents(), faults)


def contents_after(done: Difference, before: Contents | None = None) -> Contents:
    nodes = dict(before.nodes) if before else {}
    relationships = dict(before.relationships) if before else {}
    for record in (*done.created, *(change.after for change in done.changed)):
        if isinstance(record, Relationship):
            relationships[record.id or ""] = record
        elif isinstance(record, Named):
            nodes[record.id or ""] = record
    for gone in done.removed:
        del relationships[gone.id or ""]
    return Contents(nodes, relationships)


STORED = contents_after(difference(SMALL))


def faults_of(*rows: tuple[str, dict[str, str]]) -> list[str]:
    with pytest.raises(Faults) as raised:
        difference(rows, STORED)
    return [fault.sentence() for fault in raised.value.faults]


def test_where_no_country_is_the_home_ties_are_taken_as_they_are() -> None:
    rows = tuple((name, {key: cell for key, cell in row.items() if key != "home"}) for name, row in SMALL)
    assert len(difference(rows).created) == len(SMALL)


def test_a_first_batch_is_all_new_and_the_same_batch_again_changes_nothing() -> None:
    assert len(difference(SMALL).created) == len(SMALL)
    again = difference(SMALL, STORED)
    assert not again
    assert len(again.unchanged) == len(SMALL)


def test_a_blank_leaves_and_a_clear_mark_clears() -> None:
    named = difference((("City", {"id": "konya", "note": "old capital"}),), STORED)
    assert [change.after.values()["name"] for change in named.changed] == ["Konya"]
    stored = contents_after(named, STORED)
    cleared = difference((("City", {"id": "konya", "note": "--"}),), stored)
    assert [change.after for change in cleared.changed] == [STORED.nodes["konya"]]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            ("TIED_TO", {"from_id": "tabriz", "to_id": "IRN", "kind": "visit", "sources": "s"}),
            "the home country",
        ),
        (
            ("TIED_TO", {"from_id": "tabriz", "to_id": "IR-03", "kind": "visit", "sources": "s"}),
            "to a Province",
        ),
        (("TIED_TO", {"from_id": "konya", "to_id": "TUR", "kind": "visit", "sources": "s"}), "lies abroad"),
        (("TIED_TO", {"from_id": "tabriz", "to_id": "nowhere", "kind": "visit", "sources": "s"}), "any node"),
        (
            ("TIED_TO", {"from_id": "tabriz", "to_id": "TUR", "kind": "visit", "sources": "q"}),
            "id of a source",
        ),
        (("TIED_TO", {"from_id": "tabriz", "to_id": "TUR", "kind": "visit"}), "column sources"),
        (("TIED_TO", {"from_id": "tabriz", "to_id": "TUR", "sources": "s"}), "column kind"),
        (("IN", {"from_id": "konya", "to_id": "IRN", "sources": "s"}), "second IN of konya"),
        (("Province", {"id": "konya", "name": "Konya", "sources": "s"}), "is the id of a City in the store"),
        (("Country", {"id": "TUR", "home": "yes"}), "second home country"),
        (("Country", {"id": "IRN", "home": "no"}), "is the home of this graph"),
        (("Country", {"id": "Turkey", "name": "Turkey", "sources": "s"}), "alpha-3"),
        (("City", {"name": "Nameless"}), "column id"),
        (("Changeset", {"id": "c", "name": "c"}), "only the store makes"),
    ],
)
def test_a_row_that_cannot_be_is_a_fault(row: tuple[str, dict[str, str]], said: str) -> None:
    faults = faults_of(row)
    assert any(said in fault for fault in faults), faults
    assert all(fault.startswith(f"{row[0]}.csv, line 2") for fault in faults)


def test_swapped_dates_are_a_fault_that_names_the_column() -> None:
    tie = {
        "from_id": "tabriz",
        "to_id": "TUR",
        "kind": "visit",
        "since": "2020",
        "until": "2019",
        "sources": "s",
    }
    (fault,) = faults_of(("TIED_TO", tie))
    assert "column until: '2019'" in fault


def test_every_fault_is_told_at_once_in_the_order_of_the_file() -> None:
    bad = ("TIED_TO", {"from_id": "tabriz", "to_id": "nowhere", "kind": "no such", "sources": "s"})
    end = ("TIED_TO", {"from_id": "gone", "to_id": "nowhere", "kind": "visit", "sources": "s"})
    faults = faults_of(bad, end)
    assert ["line 2" in faults[0], "line 3" in faults[1], "line 3" in faults[2]] == [True] * 3


def test_two_rows_with_one_id_that_say_different_things_are_a_fault() -> None:
    said = faults_of(("City", {"id": "konya", "lat": "37.8"}), ("City", {"id": "konya", "lat": "37.9"}))
    assert said == [
        "City.csv, line 3, column lat: '37.9' of konya is 37.8 at City.csv, line 2; "
        "right would be the same in both rows, or different ids"
    ]


def test_the_same_tie_twice_is_taken_once_and_told() -> None:
    row = ("TIED_TO", {"from_id": "tabriz", "to_id": "TUR", "kind": "visit", "sources": "s"})
    done = difference((row, row), STORED)
    assert len(done.created) == 1
    assert "TIED_TO.csv, line 3: says again what stands at TIED_TO.csv, line 2" in done.notes[0]


def test_learning_a_date_later_asks_for_the_id() -> None:
    row = {"from_id": "tabriz", "to_id": "konya", "kind": "sister_city", "since": "2010", "sources": "s"}
    (fault,) = faults_of(("TIED_TO", row))
    stored = next(r.id for r in STORED.records("TIED_TO"))
    assert f"the id: {stored}" in fault
    done = difference((("TIED_TO", {**row, "id": stored or ""}),), STORED)
    assert len(done.changed) == 1
    assert not done.created


def test_an_id_whose_ends_change_is_a_fault() -> None:
    stored = next(r.id for r in STORED.records("TIED_TO"))
    row = {"id": stored or "", "from_id": "tabriz", "to_id": "TUR", "kind": "sister_city", "sources": "s"}
    (fault,) = faults_of(("TIED_TO", row))
    assert "column to_id: 'TUR' is not where" in fault


def test_a_finer_place_replaces_a_coarser_and_a_coarser_is_left_out() -> None:
    region = (
        ("Region", {"id": "TR-42", "name": "Konya", "sources": "s"}),
        ("IN", {"from_id": "TR-42", "to_id": "TUR", "sources": "s"}),
        ("IN", {"from_id": "konya", "to_id": "TR-42", "sources": "s"}),
    )
    finer = difference(region, STORED)
    assert [getattr(gone, "to_id", None) for gone in finer.removed] == ["TUR"]
    stored = contents_after(finer, STORED)
    coarser = difference((("IN", {"from_id": "konya", "to_id": "TUR", "sources": "s"}),), stored)
    assert not coarser
    assert "finer" in coarser.notes[0]


def test_a_place_that_lies_nowhere_is_told() -> None:
    done = difference((("City", {"id": "adrift", "name": "Adrift", "sources": "s"}),), STORED)
    assert "no IN row" in done.notes[0]
