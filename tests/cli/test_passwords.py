"""A password is shown nowhere, and an address is understood whatever stands in its password."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphmap.errors import StoreError
from graphmap.store.address import SCHEMES, read_address
from tests.cli.conftest import Run
from tests.servers.neo4j_server import Neo4jServer

SECRETS = (
    "S3cret",
    "S3/cret",
    "S3@cret",
    "S3%cret",
    "S3#cret",
    "S3?cret",
    "S3:cret",
    "S3[cret",
    "S3 cret",
    "S3رمز",
)
HARDEST = ("S3/cret", "S3رمز")
"""These alone go every way: an address is read by one piece of code, whoever asks and wherever it stands."""


@given(st.sampled_from(SCHEMES), st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.booleans())
@example("neo4j", "p/a@s%s#w?o:r]d", False)
def test_an_address_is_read_with_any_password(scheme: str, password: str, encoded: bool) -> None:
    said = quote(password, safe="") if encoded or "%" in password else password
    address = read_address(f"{scheme}://ann:{said}@db.example:7687/ties")
    assert (address.server, address.user, address.password, address.database) == (
        f"{scheme}://db.example:7687",
        "ann",
        password,
        "ties",
    )
    assert address.shown == f"{scheme}://db.example:7687/ties"
    assert password not in repr(address) or password in repr(
        read_address(f"{scheme}://ann:-@db.example:7687/ties")
    )


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize(
    "address",
    [
        "neo4j://neo4j:SECRET@127.0.0.1:PORT",
        "bolt://neo4j:SECRET@127.0.0.1:PORT/ties",
        "neo4j://neo4j:SECRET@",
        "neo4j://neo4j:SECRET@host:port",
        "http://neo4j:SECRET@127.0.0.1",
        "neo4j:SECRET@127.0.0.1",
        "neo4j:/neo4j:SECRET@127.0.0.1",
    ],
)
def test_no_message_shows_a_password(
    address: str, secret: str, run: Run, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = address.replace("SECRET", secret).replace("PORT", str(free_port))
    ways: list[tuple[list[str], bool]] = [(["check"], True)]
    if secret in HARDEST:
        ways += [(["check"], False), (["init", "--home", "IRN"], True), (["init", "--home", "IRN"], False)]
    for words, by_option in ways:
        if not by_option:
            monkeypatch.setenv("GRAPHMAP_STORE", url)
        said = run(*words, *(["--store", url] if by_option else []))
        assert said.code == 2
        assert "cret" not in said.out + said.err, said
        assert secret not in said.out + said.err


def test_what_init_says_can_be_pasted_and_shows_no_password(
    run: Run, neo4j_url: str, neo4j_server: Neo4jServer
) -> None:
    said = run("init", "--home", "IRN", "--store", neo4j_url)
    assert said.code == 0
    assert neo4j_server.password not in said.out + said.err
    assert f"  graphmap import my-files --store {neo4j_server.address}" in said.out.splitlines()
    wrong = run("check", "--store", neo4j_url.replace(neo4j_server.password, "wrong/one"))
    assert "wrong" not in wrong.err
    assert "give them in GRAPHMAP_USER and GRAPHMAP_PASSWORD" in wrong.err


def test_paths_with_spaces_can_be_pasted_too(run: Run) -> None:
    said = run("init", "--home", "IRN", "--store", "my graph.kgl")
    assert "  graphmap import my-files --store 'my graph.kgl'" in said.out.splitlines()
    assert "--store" not in run("init", "--home", "IRN").out
    assert "  graphmap import 'my files'" in run("template", "my files").out.splitlines()
    missing = run("check", "--store", "no such.kgl")
    assert "`graphmap init --home CODE --store 'no such.kgl'`" in missing.err


def list_words(pid: int) -> str:
    """Return the words of a process as every user of the machine may list them."""
    shown = Path(f"/proc/{pid}/cmdline")
    if shown.exists():
        return shown.read_text()
    return subprocess.run(
        ["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=True
    ).stdout


def test_the_list_of_processes_does_not_show_a_password_for_long() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"bolt://ann:S3cret/@127.0.0.1:{listening.getsockname()[1]}"
        program = [sys.executable, "-m", "graphmap", "check", "--store", url]
        with subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            try:
                listening.settimeout(60)
                listening.accept()[0].close()
                words = list_words(running.pid)
            finally:
                running.kill()
    assert "graphmap" in words
    assert "cret" not in words
    assert "bolt://127.0.0.1:" in words


def test_a_scheme_that_is_none_is_named_if_it_is_one() -> None:
    with pytest.raises(StoreError, match="http:// is no kind of store"):
        read_address("http://host")
    with pytest.raises(StoreError, match="this is no kind of store"):
        read_address("S3cret@x://host")
