"""The command line stands in line with others: queries from files and pipes, a row a line, completion."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

QUERY = "MATCH (c:Country {id: 'TUR'}) RETURN c.id AS id, c.name_fa AS name"


def test_a_query_is_read_from_a_file_or_the_standard_input_and_answered_a_row_a_line(
    run: Run, iran_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "turkey.cypher").write_text(f"// one country\n{QUERY}\n", "utf-8")
    said = run("cypher", "turkey.cypher", "--format", "ndjson", "--store", iran_store)
    assert [json.loads(line) for line in said.out.splitlines()] == [{"id": "TUR", "name": "ترکیه"}]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(QUERY.encode()), encoding="utf-8"))
    assert run("cypher", "-", "--format", "ndjson", "--store", iran_store).out == said.out
    assert run("cypher", "absent.cypher", "--store", iran_store).code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_told_how_to_complete(run: Run, shell: str) -> None:
    assert "_GRAPHMAP_COMPLETE" in run("completion", shell).out


def test_commands_and_reports_are_completed() -> None:
    for words, at, expected in (
        ("graphmap un", "1", "understand"),
        ("graphmap report rival_o", "2", "rival_outreach"),
    ):
        asked = {"_GRAPHMAP_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": at}
        done = subprocess.run(
            [sys.executable, "-m", "graphmap"],
            env={**os.environ, **asked}, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert f"plain,{expected}" in done.stdout.splitlines()
