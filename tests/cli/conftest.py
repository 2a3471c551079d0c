"""Runs the command line as a person does and keeps what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from graphmap.cli import graphmap
from graphmap.cli.command import run_group
from tests.municipal import read_municipal


@dataclass(frozen=True)
class Said:
    """What a command said: its exit code, its output, and its notes and errors."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs graphmap with some words, in an empty folder; no traceback may be said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GRAPHMAP_STORE", raising=False)
    monkeypatch.delenv("GRAPHMAP_TRACEBACK", raising=False)
    # GNU readline writes the width of its screen into what a child inherits; a blank is no bound.
    monkeypatch.setenv("COLUMNS", "")

    def run_words(*words: str | Path) -> Said:
        with pytest.raises(SystemExit) as leaving:
            run_group(graphmap, [str(word) for word in words])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        assert "does not know how to explain" not in said.err, said.err
        return Said(int(leaving.value.code or 0), said.out, said.err)

    return run_words


@pytest.fixture(scope="session")
def iran_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of the Iran sample, to read."""
    return make_sample_store("iran", tmp_path_factory.mktemp("iran"))


@pytest.fixture(scope="session")
def municipal_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of the lists of the Iran sample, to read: twin cities, missions, borders."""
    return make_sample_store("municipal", tmp_path_factory.mktemp("municipal"))


@pytest.fixture(scope="session")
def invented_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of the invented sample, to read."""
    return make_sample_store("invented", tmp_path_factory.mktemp("invented"))


def make_sample_store(name: str, folder: Path) -> Path:
    """Make a store of a sample in a folder and return its path."""
    from graphmap.exchange.samples import read_sample
    from graphmap.store import create_store

    batch = read_municipal() if name == "municipal" else read_sample(name)
    store, _ = create_store(folder / f"{name}.kgl", batch, by="test")
    store.close()
    return folder / f"{name}.kgl"
