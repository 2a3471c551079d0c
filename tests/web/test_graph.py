"""The interface of the graph tells counts first, then neighbours, what is shared, and the paths."""

from __future__ import annotations

import httpx
import pytest


def test_a_node_tells_what_it_is_connected_by_before_anything_is_added(explorer: httpx.Client) -> None:
    said = explorer.get("/api/graph/node/IRQ").json()
    assert (said["id"], said["label"], said["name_fa"]) == ("IRQ", "Country", "عراق")
    assert said["counts"]
    row = next(one for one in said["counts"] if one["type"] == "REPRESENTS")
    asked = {"id": "IRQ", "type": row["type"], "direction": row["direction"], "label": row["label"]}
    near = explorer.get("/api/graph/expand", params={**asked, "limit": 3}).json()
    assert (len(near["nodes"]), near["total"]) == (min(3, row["nodes"]), row["nodes"])
    query = {"query": said["cypher"], "parameters": '{"id": "IRQ"}'}
    counted = explorer.get("/api/cypher", params=query).json()["rows"]
    assert [row["type"], row["direction"], row["label"], row["nodes"], row["relationships"]] in counted


def test_two_provinces_tell_what_they_share_and_how_they_are_connected(explorer: httpx.Client) -> None:
    shared = explorer.get("/api/graph/common", params={"ids": "IR-25|IR-09"}).json()
    assert [one["id"] for one in shared["nodes"]] == ["counterpart:irq:governor-of-karbala"]
    paths = explorer.get("/api/graph/paths", params={"start": "IR-21", "end": "city:geo:tbilisi"}).json()
    assert paths["total"] == len(paths["paths"]) > 0
    names = {one["id"] for one in paths["nodes"]}
    for path in paths["paths"]:
        assert (path["ids"][0], path["ids"][-1]) == ("IR-21", "city:geo:tbilisi")
        assert len(path["types"]) == len(path["ids"]) - 1
        assert "IRN" not in path["ids"]
        assert names.issuperset(path["ids"])


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/graph/node/nobody", 404),
        ("/api/graph/node/IRQ?kind=nothing", 422),
        ("/api/graph/node/IRQ?colour=red", 422),
        ("/api/graph/expand?id=IRQ", 422),
        ("/api/graph/expand?id=IRQ&type=IN&direction=up&label=City", 422),
        ("/api/graph/common?ids=IR-25", 422),
        ("/api/graph/paths?start=IR-25&end=nobody", 404),
        ("/api/graph/paths?start=IR-25&end=IR-09&through=Moon", 422),
    ],
)
def test_what_does_not_fit_is_said(address: str, status: int, explorer: httpx.Client) -> None:
    answer = explorer.get(address)
    assert answer.status_code == status
    assert answer.json()["error"]


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_the_page_of_paths_says_each_in_a_line(lang: str, explorer: httpx.Client) -> None:
    given = {"start": "IR-21", "end": "city:geo:tbilisi", "lang": lang}
    text = explorer.get("/paths", params=given).text
    assert text.count(" — ") >= 4
    assert ("تفلیس" if lang == "fa" else "Tbilisi") in text
