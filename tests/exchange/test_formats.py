"""Formats of others: GEXF with spells, GeoJSON of the map, followthemoney entities; read as others do."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx
import pytest
from shapely.geometry import shape

from graphmap.errors import Faults
from graphmap.exchange.followthemoney import read_entities, write_entities, write_entity_id
from graphmap.exchange.geojson import draw_area, write_geojson
from graphmap.exchange.gexf import write_gexf
from graphmap.exchange.known import Known
from graphmap.schema import Contents, Counterpart, Holds, Lasting, Official, Tie, find_difference, validated
from tests.exchange.mapped_store import begin

FTM = {
    "Person": {"name", "alias", "notes", "country", "sourceUrl", "publisher"},
    "PublicBody": {"name", "alias", "notes", "country", "sourceUrl", "publisher"},
    "Organization": {"name", "alias", "notes", "country", "sourceUrl", "publisher"},
    "Company": {"name", "alias", "notes", "country", "sourceUrl", "publisher"},
    "Position": {"name", "organization", "country", "sourceUrl", "publisher"},
    "Occupancy": {"holder", "post", "startDate", "endDate", "summary", "sourceUrl", "publisher"},
    "Representation": {"agent", "client", "sourceUrl", "publisher"},
    "UnknownLink": {"subject", "object", "role", "startDate", "endDate", "summary", "sourceUrl", "publisher"},
}
"""The properties that schemata of followthemoney 4 have, of those that are written here."""


@cache
def read_iran() -> Contents:
    return begin("iran")


def test_gexf_has_a_spell_of_days_for_what_lasts_and_is_the_same_each_time(tmp_path: Path) -> None:
    contents = read_iran()
    path = write_gexf(contents, tmp_path / "g.gexf")
    assert path.read_bytes() == write_gexf(contents, tmp_path / "again.gexf").read_bytes()
    assert 'timeformat="date"' in path.read_text("utf-8")
    assert b'<graph defaultedgetype="directed" mode="dynamic" timeformat="date">' in path.read_bytes()
    graph = networkx.read_gexf(path)
    edges = {data["id"]: data for *_, data in graph.edges(data=True)}
    ties = {one.identity: one for one in contents.records("TIED_TO") if isinstance(one, Lasting)}
    assert set(ties) <= set(edges)
    for identity, tie in ties.items():
        bounds, spells = tie.bounds(), edges[identity].get("spells", [])
        start, end = bounds.since_earliest, bounds.until_latest
        if start == date(1, 1, 1) and end == date(9999, 12, 31):
            assert spells == []
            continue
        # NetworkX reads an open end as the text None.
        ((first, last),) = spells
        assert first == ("None" if start == date(1, 1, 1) else start.isoformat())
        assert (last == "None") == (end == date(9999, 12, 31))
        assert last == "None" or date.fromisoformat(last) + timedelta(days=1) == end
    tehran = networkx.read_gexf(path).nodes["IR-23"]
    assert (tehran["label"], tehran["what"]) == ("Tehran", "Province")
    # No far day stands for what is not known, and no two edges between two nodes are of one kind for Gephi.
    assert not [one for one in edges.values() if {"9999", "0001"} & {str(d)[:4] for d in one.values()}]
    told = [one.attrib for one in ElementTree.parse(path).iter("{http://gexf.net/1.3}edge")]
    kinds = {(one["source"], one["target"], one.get("kind", "")) for one in told}
    assert len(kinds) == len(told) > len({one[:2] for one in kinds})


def test_what_is_on_the_map_is_geojson_with_every_declared_field(tmp_path: Path) -> None:
    contents = read_iran()
    told = json.loads(write_geojson(contents, tmp_path / "map.geojson").read_text("utf-8"))
    features = {one["id"]: one for one in told["features"]}
    ties = contents.records("TIED_TO")
    assert {one.id for one in ties} == {
        *told["not_placed"],
        *(identity for identity, one in features.items() if one["properties"]["what"] == "TIED_TO"),
    }
    qom = shape(features["IR-25"]["geometry"])
    assert qom.is_valid
    assert qom.contains(shape({"type": "Point", "coordinates": [50.88, 34.64]}))
    for one in features.values():
        record = contents.nodes.get(one["id"]) or contents.relationships[one["id"]]
        for column in record.columns():
            value = getattr(record, column.name)
            assert (column.name in one["properties"]) == (value not in (None, ()))
        for lon, lat in list_positions(one["geometry"]["coordinates"]):
            assert -180 <= lon <= 180
            assert -90 <= lat <= 90


def list_positions(coordinates: Any) -> list[tuple[float, float]]:
    if isinstance(coordinates[0], int | float):
        return [tuple(coordinates)]
    return [position for part in coordinates for position in list_positions(part)]


def test_a_ring_within_another_is_a_hole_and_one_within_that_is_land() -> None:
    squares = [((a, a), (b, a), (b, b), (a, b)) for a, b in ((0, 9), (1, 8), (2, 7), (20, 21))]
    area = shape(draw_area(squares))
    assert area.is_valid
    assert area.area == 81 - 49 + 25 + 1
    assert all(part.exterior.is_ccw for part in area.geoms)


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_entities_have_schemata_and_properties_that_followthemoney_knows(tmp_path: Path) -> None:
    contents = read_iran()
    entities = read_lines(write_entities(contents, tmp_path / "iran.ftm.json"))
    ids = {one["id"] for one in entities}
    assert len(ids) == len(entities)
    for one in entities:
        assert set(one["properties"]) <= FTM[one["schema"]], one
        for name in ("holder", "post", "agent", "client", "subject", "object", "organization"):
            assert set(one["properties"].get(name, ())) <= ids
    assert {one["id"] for one in entities if one["schema"] == "UnknownLink"} == {
        write_entity_id(tie.id or "") for tie in contents.records("TIED_TO")
    }
    # Of an id with another sign, followthemoney drops every reference.
    assert all(re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", identity) for identity in ids)


def test_days_of_entities_are_of_the_gregorian_calendar(tmp_path: Path) -> None:
    nodes = read_iran().nodes
    ends = {"from_id": "IR-07", "to_id": "IRQ", "kind": "memorandum"}
    said = [
        validated(Tie, id="a", since="1398-02", until="1400", **ends),
        validated(Tie, id="b", since="197X", **ends),
    ]
    path = write_entities(
        Contents(nodes, {one.identity: one for one in said if isinstance(one, Tie)}), tmp_path / "x.ftm.json"
    )
    told = [one["properties"] for one in read_lines(path) if one["schema"] == "UnknownLink"]
    days = [(one.get("startDate"), one.get("endDate")) for one in told]
    assert days == [(["2019"], ["2021"]), (None, None)]
    assert "as the source says it: 1398-02" in told[0]["summary"]
    assert "as the source says it: 197X" in told[1]["summary"]


def test_entities_that_were_written_say_nothing_new(tmp_path: Path) -> None:
    contents = read_iran()
    path = write_entities(contents, tmp_path / "iran.ftm.json")
    difference = find_difference(read_entities([path], Known.of(contents)), contents)
    assert [record.stored_as for record in difference.created] == ["Source"]
    assert not difference.changed


STRANGERS = [
    {"id": "p1", "schema": "Person", "properties": {"name": ["Jane Doe", "جین دو"], "alias": ["J. Doe"]}},
    {"id": "o1", "schema": "PublicBody", "properties": {"name": ["Konya Chamber"], "country": ["tr"]}},
    {"id": "o2", "schema": "Company", "properties": {"name": ["At home"], "country": ["ir"]}},
    {"id": "x1", "schema": "Position", "properties": {"name": ["president"], "organization": ["o1"]}},
    {
        "id": "h1",
        "schema": "Occupancy",
        "properties": {"holder": ["p1"], "post": ["x1"], "startDate": ["2020"], "endDate": ["2023-05-31"]},
    },
    {
        "id": "t1",
        "schema": "UnknownLink",
        "properties": {
            "subject": ["IR-25"],
            "object": ["o1"],
            "role": ["memorandum"],
            "startDate": ["2021-03"],
        },
    },
    {"id": "b1", "schema": "BankAccount", "properties": {"iban": ["1"]}},
]


def test_entities_of_others_become_records_where_their_meaning_fits(tmp_path: Path) -> None:
    contents = read_iran()
    path = tmp_path / "some list.ftm.json"
    path.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in STRANGERS), "utf-8")
    batch = read_entities([path], Known.of(contents))
    made = {record.id: record for record in find_difference(batch, contents).created}
    person, office, post, tie = (made[one] for one in ("p1", "o1", "h1", "t1"))
    assert isinstance(person, Official)
    assert (person.name, person.name_fa, person.aliases) == ("Jane Doe", "جین دو", ("J. Doe",))
    assert isinstance(office, Counterpart)
    assert isinstance(post, Holds)
    assert (post.post, post.since, post.until) == ("president", "2020", "2023-06-01")
    assert isinstance(tie, Tie)
    assert (tie.start, tie.target, tie.kind, tie.since) == ("IR-25", "o1", "memorandum", "2021-03")
    assert tie.sources == ("source:ftm:some-list",)
    assert sorted(batch.notes) == [
        "1 BankAccount left out: it has no meaning here",
        "1 Company of no foreign country left out: it has no meaning here",
    ]


@pytest.mark.parametrize("text", ["[1]", '{"id": 1}', '{"id": "a", "schema": "Person"}', "no json"])
def test_what_is_no_entity_is_told_with_its_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.ftm.json"
    path.write_text(f"\n{text}\n", "utf-8")
    with pytest.raises(Faults, match="no followthemoney entity in line 2"):
        read_entities([path], Known.of(read_iran()))
