"""`graphmap serve` says where it is, ends cleanly, and says in a sentence why it cannot begin."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from graphmap.served import Served
from tests.cli.conftest import Run


def test_it_prints_its_address_answers_and_ends_when_it_is_stopped(iran_store: Path) -> None:
    words = ["serve", "--store", str(iran_store), "--port", "0", "--no-browser"]
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "graphmap", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "NO_PROXY": "*"},
    )
    assert process.stdout is not None
    try:
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        assert Served(address).ask("overlaps")["question"] == "overlaps"
    finally:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 0
    assert said == "Ctrl+C ends it.\nStopped.\n"


def test_a_port_that_is_taken_is_named_with_the_way_out(run: Run, iran_store: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        said = run("serve", "--store", iran_store, "--port", port, "--no-browser")
    assert said.code == 2
    assert f"port {port} of 127.0.0.1 is taken" in said.err
    assert "--port 0" in said.err
    assert said.out == ""


def test_a_store_that_is_not_there_is_said_before_anything_is_served(run: Run) -> None:
    said = run("serve", "--store", "none.kgl", "--port", "0", "--no-browser")
    assert (said.code, said.out) == (2, "")
    assert "there is no store at none.kgl" in said.err


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "::"])
def test_another_host_needs_a_word_that_there_is_no_sign_in(host: str, run: Run, iran_store: Path) -> None:
    said = run("serve", "--store", iran_store, "--host", host, "--no-browser")
    assert said.code == 2
    assert "there is no sign-in yet" in said.err
    assert "--i-know-that-there-is-no-sign-in" in said.err


def test_a_host_that_is_not_this_machines_is_said(run: Run, iran_store: Path) -> None:
    words = ("--host", "192.0.2.1", "--i-know-that-there-is-no-sign-in", "--no-browser")
    said = run("serve", "--store", iran_store, "--port", "0", *words)
    assert said.code == 2
    assert "nothing can listen on 192.0.2.1" in said.err


def test_a_word_that_serve_does_not_know_is_refused(run: Run, iran_store: Path) -> None:
    assert run("serve", "--store", iran_store, "--write", "Ann").code == 2
    said = run("serve", "--store", iran_store, "--edit", " ")
    assert (said.code, "--edit needs the name of who writes" in said.err) == (2, True)
    assert run("serve", "--store", iran_store, "--port", "70000").code == 2
