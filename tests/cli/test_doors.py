"""A file in a folder that is not there, a template that lies there already, a reader that goes away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import Run


def test_a_file_in_a_missing_folder_is_told_by_the_name_that_was_given(run: Run, iran_store: Path) -> None:
    said = run("report", "border_gaps", "--format", "csv", "-o", "missing/gaps.csv", "--store", iran_store)
    assert said.code == 2
    assert said.err.endswith("missing/gaps.csv cannot be written: there is no folder missing\n")


def test_a_template_may_be_written_anew_as_its_refusal_says(run: Run, tmp_path: Path) -> None:
    assert run("template", "mine").code == 0
    said = run("template", "mine")
    assert said.code == 2
    assert "--overwrite" in said.err
    assert run("template", "mine", "--overwrite").code == 0
    assert (tmp_path / "mine.before" / "Fields.csv").is_file()


def test_a_reader_that_goes_away_is_no_fault(iran_store: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    words = ["overlaps", "--format", "csv", "--min-shared", "1", "--store", str(iran_store)]
    program = [sys.executable, "-m", "graphmap", *words]
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(program, stdout=gone, stderr=subprocess.PIPE, text=True, timeout=60)
    assert done.returncode == 0
    assert "rror" not in done.stderr
