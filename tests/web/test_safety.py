"""A reader at this machine reads; another page, a guessed name and too much at once are turned away."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from graphmap.web.safety import HEADERS
from graphmap.web.settings import Settings
from tests.web.serving import serve_store


@pytest.mark.parametrize("address", ["/api", "/api/nothing", "/nowhere", "/openapi.json", "/api/rivals?x=1"])
def test_every_answer_says_what_a_browser_may_do_with_it(address: str, explorer: httpx.Client) -> None:
    answer = explorer.get(address)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "server" not in answer.headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8400", "", "127.0.0.1.evil.example"])
def test_a_name_that_somebody_points_here_is_not_answered(host: str, explorer: httpx.Client) -> None:
    assert explorer.get("/api", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
    ],
)
def test_another_page_is_turned_away(headers: dict[str, str], explorer: httpx.Client) -> None:
    assert explorer.get("/api", headers=headers).status_code == 403


def test_a_link_on_another_page_may_lead_here(explorer: httpx.Client) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert explorer.get("/api", headers=headers).status_code == 200
    own = {"Origin": str(explorer.base_url).rstrip("/")}
    assert explorer.get("/api", headers=own).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_nothing_is_written_or_taken_in(method: str, explorer: httpx.Client) -> None:
    answer = explorer.request(method, "/api")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
    assert explorer.request("GET", "/api", content=b"x" * 100).status_code == 413


def test_a_head_is_answered_without_its_body(explorer: httpx.Client) -> None:
    answer = explorer.head("/api/overlaps")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"] == explorer.get("/api/overlaps").headers["etag"]


def test_an_address_has_its_length(explorer: httpx.Client) -> None:
    answer = explorer.get("/api/rivals", params={"country": "x" * 17_000})
    assert answer.status_code == 414
    long = explorer.get("/api/rivals", params={"country": "x" * 16_000})
    assert long.status_code == 422
    assert len(long.json()["error"]) < 500


def test_one_reader_may_ask_so_much_at_once(iran_path: Path) -> None:
    with serve_store(iran_path, Settings(rate=0.001, burst=3)) as client:
        assert [client.get("/api").status_code for _ in range(4)] == [200, 200, 200, 429]
        assert client.get("/api").headers["retry-after"] == "1"


def test_an_error_tells_nothing_of_the_inside(
    explorer: httpx.Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(name: str) -> None:
        raise RuntimeError(f"secret of the inside of {name}")

    monkeypatch.setattr("graphmap.web.asking.load_question", fail)
    answer = explorer.get("/api/border_gaps", params={"lang": "fa"})
    assert answer.status_code == 500
    assert answer.json() == {"error": "graphmap met something that it does not know how to explain"}
    assert "frame-ancestors" in answer.headers["content-security-policy"]
    assert "secret of the inside" in caplog.text


def test_who_listens_for_others_says_so_by_numbers_or_by_its_own_name() -> None:
    everywhere = Settings(host="0.0.0.0")
    assert everywhere.is_own_name("192.168.1.20:8400")
    assert not everywhere.is_own_name("evil.example")
    assert not Settings().is_own_name("192.168.1.20:8400")
