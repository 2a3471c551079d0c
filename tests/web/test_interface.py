"""The interface of JSON says what the command line says, typed as it is declared."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest

from graphmap.questions.catalogue import list_captions
from graphmap.scales import LEVELS
from graphmap.schema import Batch, Country, validated
from graphmap.store import open_store
from graphmap.web.schema import describe_interface
from graphmap.web.settings import Settings
from tests.cli.conftest import Run, make_sample_store
from tests.cli.conftest import run as run
from tests.web.serving import TODAY, serve_store

NEEDED = {
    "country_dossier": ("country", "TUR"),
    "counterparts_of_province": ("province", "IR-04"),
    "counterpart_sheet": ("counterpart", "counterpart:irq:governor-of-erbil"),
    "province_ties": ("province", "IR-04"),
    "ties_by_source": ("source", "source:wikipedia-twin-towns"),
    "trial": ("tie", "Khuzestan;Iraq;memorandum;trade;2026-01"),
}
"""What questions need to be given."""


@pytest.mark.parametrize("caption", list_captions(), ids=lambda caption: caption.name)
def test_every_question_answers_as_the_command_line_does(
    caption: object, run: Run, iran_path: Path, explorer: httpx.Client
) -> None:
    name, kind = caption.name, caption.kind  # type: ignore[attr-defined]
    given = dict([NEEDED[name]] if name in NEEDED else [])
    words = [name] if kind == "analysis" else ["report", name]
    options = [part for key, value in given.items() for part in (f"--{key}", value)]
    said = run(*words, *options, "--as-of", TODAY.isoformat(), "--store", iran_path, "--format", "json")
    answer = explorer.get(f"/api/{name}", params=given)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == json.loads(said.out)


def test_a_report_stands_at_the_address_of_reports_too(explorer: httpx.Client) -> None:
    assert explorer.get("/api/reports/border_gaps").json() == explorer.get("/api/border_gaps").json()


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/api/rivals?country=Tukey", "'Tukey' is not a known country; the nearest are Turkey (TUR)"),
        ("/api/rivals?limit=x", "limit: 'x' is not a number; right would be a whole number"),
        ("/api/rivals?limit=0", "limit: '0' is out of bounds; right would be at least 1"),
        ("/api/rivals?level=town", "level: 'town' is not one of its words; right would be one of"),
        ("/api/rivals?colour=red", "rivals has no parameter colour"),
        ("/api/rivals?as_of=soon", "as_of: 'soon' is not a date"),
        ("/api/rivals?until=2026-05-01", "until goes with as_of all"),
        ("/api/rivals?country=", "country is blank"),
        ("/api/rivals?limit=1&limit=2", "'limit' is given twice"),
        ("/api/rivals?lang=de", "lang: 'de' is no language of graphmap"),
        ("/api/country_dossier", "country_dossier needs country: the country"),
        ("/api/rivals?country=%00", "holds something that is no text"),
        ("/api/cypher?query=CREATE (n)", "CREATE"),
        ("/api/cypher?query=RETURN 1&parameters=[", "parameters: '[' is no object of JSON"),
    ],
)
def test_what_does_not_fit_is_refused_in_the_words_of_the_command_line(
    address: str, sentence: str, explorer: httpx.Client
) -> None:
    answer = explorer.get(address)
    assert answer.status_code == 422
    assert sentence in answer.json()["error"]


def test_a_name_that_is_not_known_comes_with_what_it_may_have_meant(explorer: httpx.Client) -> None:
    said = explorer.get("/api/rivals", params={"country": "ترکیهه", "lang": "fa"}).json()
    assert {"id": "TUR", "name": "ترکیه"} in said["choices"]


def test_an_address_at_which_nothing_is_says_so(explorer: httpx.Client) -> None:
    answer = explorer.get("/api/rivalry")
    assert answer.status_code == 404
    assert "rivals" in answer.json()["error"]
    assert explorer.get("/nowhere").status_code == 404


def test_a_query_of_ones_own_is_answered_only_where_that_is_allowed(
    explorer: httpx.Client, iran_path: Path
) -> None:
    query = {"query": "MATCH (p:Province {id: $id}) RETURN p.name AS name", "parameters": '{"id": "IR-25"}'}
    assert explorer.get("/api/cypher", params=query).json() == {
        "columns": ["name"],
        "rows": [["Qom"]],
        "cut": False,
    }
    with serve_store(iran_path, Settings()) as closed:
        answer = closed.get("/api/cypher", params=query)
        assert answer.status_code == 404
        assert "--allow-cypher" in answer.json()["error"]
        assert "/api/cypher" not in closed.get("/openapi.json").json()["paths"]


def test_a_query_gives_as_many_rows_and_takes_as_long_as_it_may(iran_path: Path) -> None:
    bounded = Settings(allow_cypher=True, query_rows=3, query_seconds=0.3, rate=1e4)
    with serve_store(iran_path, bounded) as client:
        few = client.get("/api/cypher", params={"query": "MATCH (p:Province) RETURN p.id"}).json()
        assert (len(few["rows"]), few["cut"]) == (3, True)
        slow = "MATCH (a), (b), (c), (d) WHERE a.id + b.id + c.id = d.id RETURN count(*)"
        answer = client.get("/api/cypher", params={"query": slow})
        assert answer.status_code == 503
        assert "took longer than it may" in answer.json()["error"]


def test_who_has_the_answer_already_is_not_sent_it_again(explorer: httpx.Client) -> None:
    first = explorer.get("/api/overlaps")
    tag = first.headers["etag"]
    again = explorer.get("/api/overlaps", headers={"If-None-Match": f'"x", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert explorer.get("/api/overlaps", headers={"If-None-Match": '"x"'}).content == first.content


def test_what_another_writes_is_seen_without_a_restart(tmp_path: Path) -> None:
    path = make_sample_store("invented", tmp_path)
    with serve_store(path) as client:
        query = {"query": "MATCH (c:Country {id: 'FRA'}) RETURN c.name"}
        before = client.get("/api/overlaps")
        assert client.get("/api/cypher", params=query).json()["rows"] == []
        with open_store(path) as store:
            sources = (store.snapshot().sources.ids[0],)
            made = validated(Country, id="FRA", name="France", sources=sources)
            store.apply(Batch.of([made]), "a tester", "one more")
        assert client.get("/api/cypher", params=query).json()["rows"] == [["France"]]
        after = client.get("/api/overlaps", headers={"If-None-Match": before.headers["etag"]})
        assert after.status_code == 200


def test_the_description_types_every_parameter_as_it_is_declared() -> None:
    said = describe_interface(Settings())
    assert {f"/api/{caption.name}" for caption in list_captions()} <= said["paths"].keys()
    rivals = said["paths"]["/api/rivals"]["get"]
    schemas = {one["name"]: one["schema"] for one in rivals["parameters"]}
    assert schemas["limit"] == {"type": "integer", "minimum": 1, "maximum": 10**12}
    assert schemas["level"]["enum"] == list(LEVELS)
    assert schemas["presume"] == {"type": "integer", "minimum": 0, "maximum": 100, "default": 5}
    assert schemas["kinds"]["type"] == "array"
    dossier = said["paths"]["/api/country_dossier"]["get"]
    assert next(one for one in dossier["parameters"] if one["name"] == "country")["required"]
    row = dossier["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["rows"]["items"]
    assert row["properties"]["sources"]["items"] == {"type": "string"}
