"""Closed and full outputs, a system set to no language: a sentence or the answer, never a fault of ours."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest


def start(
    words: str, store: Path, around: str = "{}", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run graphmap in a shell that closes or redirects what `around` says."""
    program = f"{shlex.quote(sys.executable)} -m graphmap {words}"
    return subprocess.run(
        ["/bin/sh", "-c", around.format(program)],
        env={**os.environ, "GRAPHMAP_STORE": str(store), **environment},
        cwd=store.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def hold_explained(done: subprocess.CompletedProcess[str]) -> None:
    for told in ("Traceback", "does not know how to explain", "Exception ignored"):
        assert told not in done.stderr


@pytest.mark.parametrize("words", ["check", "model", "rivals --format csv", "--help", "--nonsense"])
def test_a_closed_output_is_told_before_anything_is_done(words: str, iran_store: Path) -> None:
    done = start(words, iran_store, "{} >&-")
    hold_explained(done)
    assert (done.returncode, done.stderr) == (2, "the output is closed; send it to a file, or to /dev/null\n")


def test_closed_errors_and_input_are_no_fault(iran_store: Path) -> None:
    for around in ("{} 2>&-", "{} <&-", "{} <&- 2>&-"):
        done = start("reports", iran_store, around)
        hold_explained(done)
        assert done.returncode == 0
        assert "border_gaps" in done.stdout
    assert start("check --store none.kgl", iran_store, "{} >&- 2>&- <&-").returncode == 2


@pytest.mark.parametrize("words", ["model", "reports", "check", "--version"])
def test_a_full_output_is_told(words: str, iran_store: Path) -> None:
    done = start(words, iran_store, "ulimit -f 0; {} >full.txt")
    hold_explained(done)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, "File too large")


def test_a_system_set_to_no_language_reads_and_writes_persian(iran_store: Path) -> None:
    plain = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LANG": "C", "LC_ALL": "C"}
    done = start(
        "rivals --country ترکیه --lang fa --format csv -o خروجی.csv --overwrite", iran_store, **plain
    )
    hold_explained(done)
    assert done.returncode == 0, done.stderr
    assert "خروجی.csv نوشته شد." in done.stderr
    assert "ترکیه" in (iran_store.parent / "خروجی.csv").read_text("utf-8-sig")
    asked = start("cypher \"RETURN 'ترکیه' AS a\"", iran_store, **plain)
    assert "ترکیه" in asked.stdout


def test_words_that_are_no_utf_8_are_told(iran_store: Path) -> None:
    done = start("rivals --country \"$(printf 'caf\\351')\"", iran_store)
    hold_explained(done)
    assert done.returncode == 2
    assert "'caf\\udce9' is no text in UTF-8" in done.stderr
