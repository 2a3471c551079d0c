"""A snapshot as a NetworkX graph: places, what they lie in, ties."""

from __future__ import annotations

from graphmap.schema import City, Contents, Country, In, Named, Province, Record, Source, Tie, validated
from graphmap.schema.records import Relationship
from graphmap.store.snapshot import build_snapshot

SOURCES = ("s",)


def test_a_snapshot_becomes_a_graph_of_places_and_ties() -> None:
    records: list[Record] = [
        validated(Source, id="s", name="A list"),
        validated(Source, id="t", name="A page"),
        validated(Country, id="IRN", name="Iran", home=True, sources=SOURCES),
        validated(Country, id="TUR", name="Türkiye", name_fa="ترکیه", sources=SOURCES),
        validated(Province, id="IR-03", name="East Azerbaijan", sources=SOURCES),
        validated(City, id="city:irn:tabriz", name="Tabriz", sources=SOURCES),
        validated(In, from_id="IR-03", to_id="IRN", sources=SOURCES),
        validated(In, from_id="city:irn:tabriz", to_id="IR-03", sources=SOURCES),
        validated(
            Tie,
            id="tie:1",
            from_id="city:irn:tabriz",
            to_id="TUR",
            kind="memorandum",
            sectors=("trade", "tourism"),
            since="2019?",
            until="2030-05-01",
            stage="in_force",
            document="act:1",
            sources=("s", "t"),
        ),
        # What lies in no province that is known stands in the whole, and in no network of two modes.
        validated(City, id="city:irn:kong", name="Kong", sources=SOURCES),
        validated(Tie, id="tie:3", from_id="city:irn:kong", to_id="TUR", kind="sister_city", sources=SOURCES),
        # Two ties of one pair are two edges.
        validated(Tie, id="tie:2", from_id="city:irn:tabriz", to_id="TUR", kind="visit", sources=SOURCES),
    ]
    contents = Contents(
        {record.id or "": record for record in records if isinstance(record, Named)},
        {record.id or "": record for record in records if isinstance(record, Relationship)},
    )
    snapshot = build_snapshot(contents)
    graph = snapshot.to_networkx()
    assert graph.graph == {"home": "IRN"}
    assert set(graph) == {"IRN", "TUR", "IR-03", "city:irn:tabriz", "city:irn:kong"}
    assert graph.nodes["TUR"] == {"label": "Country", "name": "Türkiye", "name_fa": "ترکیه"}
    assert {(a, b) for a, b, kind in graph.edges(data="kind") if kind == "IN"} == {
        ("IR-03", "IRN"),
        ("city:irn:tabriz", "IR-03"),
    }
    ties = graph["city:irn:tabriz"]["TUR"]
    assert set(ties) == {"tie:1", "tie:2"}
    assert ties["tie:1"] == {
        "kind": "memorandum",
        "nature": "commitment",
        "sectors": "trade|tourism",
        "stage": "in_force",
        "since": "2019?",
        "until": "2030-05-01",
        "since_earliest": "2018-01-01",
        "since_latest": "2020-12-31",
        "until_earliest": "2030-05-01",
        "until_latest": "2030-05-01",
        "through": "municipal",
        "municipal": True,
        "document": "act:1",
        "sources": "s|t",
    }
    assert ties["tie:2"]["nature"] == "event"
    assert (ties["tie:2"]["since_earliest"], ties["tie:2"]["until_latest"]) == ("", "")
    two_mode = snapshot.to_networkx("country")
    assert dict(two_mode.nodes(data="bipartite")) == {"IR-03": 0, "TUR": 1}
    assert two_mode["IR-03"]["TUR"]["tie:1"] == ties["tie:1"]
    assert not snapshot.to_networkx("city").edges
