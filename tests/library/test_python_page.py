"""docs/python.md is what happens: each of its examples is run, and prints what the page says."""

from __future__ import annotations

import doctest
import shutil
from pathlib import Path

import pytest


def test_the_examples_of_the_page_print_what_it_says(
    project_folder: Path, iran_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(iran_file, tmp_path / "iran.kgl")
    monkeypatch.chdir(tmp_path)
    page = project_folder / "docs" / "python.md"
    done = doctest.testfile(
        str(page), module_relative=False, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    )
    assert done.attempted > 20
    assert done.failed == 0
