"""No command writes over what is not its own: stores, devices, links, files without a word of the person."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from graphmap.errors import StoreHeld
from graphmap.store import open_store
from tests.cli.conftest import Run

WRITERS = (
    ("map", "FILE"),
    ("map", "FILE", "--pyvis"),
    ("model", "-o", "FILE"),
    ("model", "--format", "html", "-o", "FILE"),
    ("reports", "-o", "FILE"),
    ("check", "-o", "FILE"),
    ("overlaps", "--format", "csv", "-o", "FILE"),
    ("rivals", "--format", "json", "-o", "FILE"),
    ("report", "border_gaps", "-o", "FILE"),
    ("report", "border_gaps", "--format", "html", "-o", "FILE"),
    ("cypher", "RETURN 1 AS one", "-o", "FILE"),
    ("export", "FILE.graphml", "--to", "graphml"),
    ("backup", "FILE"),
)
"""A line of words for each way to write one file."""


def name_file(words: tuple[str, ...], name: str | Path, *more: str) -> list[str]:
    return [str(name) if word.startswith("FILE") else word for word in words] + list(more)


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_one_rule_for_every_file(
    words: tuple[str, ...], run: Run, invented_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAPHMAP_STORE", str(shutil.copy(invented_store, tmp_path / "store.graphml")))
    held = (tmp_path / "store.graphml").read_bytes()
    (tmp_path / "link.graphml").symlink_to("store.graphml")
    os.mkfifo(tmp_path / "pipe.graphml")
    for name in ("store.graphml", "link.graphml", "pipe.graphml", os.devnull):
        said = run(*name_file(words, name, "--overwrite"))
        assert said.code == 2
        assert said.out == ""
    assert (tmp_path / "store.graphml").read_bytes() == held

    (tmp_path / "mine.graphml").write_text("mine")
    said = run(*name_file(words, "mine.graphml"))
    assert said.code == 2
    assert said.err.endswith("--overwrite keeps the old one)\n")
    assert (tmp_path / "mine.graphml").read_text() == "mine"
    assert run(*name_file(words, "mine.graphml", "--overwrite")).code in {0, 1}
    assert (tmp_path / "mine.graphml").stat().st_size > 10
    assert (tmp_path / "mine.graphml.before").read_text() == "mine"
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.parametrize("words", [words for words in WRITERS if "-o" in words], ids=" ".join)
def test_a_dash_is_the_screen(
    words: tuple[str, ...], run: Run, invented_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAPHMAP_STORE", str(invented_store))
    assert len(run(*name_file(words, "-")).out) > 10
    assert not list(tmp_path.iterdir())


def test_through_a_link_the_real_store_is_written_to_by_one_writer(run: Run, tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    link, real = tmp_path / "l.kgl", tmp_path / "inside" / "real.kgl"
    link.symlink_to(real)
    assert run("init", "--home", "IRN", "--store", link).code == 0
    (tmp_path / "Country.csv").write_text("id,name\nIRN,Persia\n")
    assert run("import", "Country.csv", "--store", "l.kgl").code == 0
    assert link.is_symlink()
    assert not list(tmp_path.glob("l.kgl?*"))
    with open_store(real) as store:
        assert store.home().name == "Persia"
        with pytest.raises(StoreHeld):
            open_store(link)
        with pytest.raises(StoreHeld):
            open_store("l.kgl")


def test_a_store_that_is_a_pipe_or_a_device_is_refused_at_once(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.kgl")
    for name in ("pipe.kgl", "/dev/zero", "."):
        assert run("restore", name, "--store", "new.kgl").code == 2
        for words in (("check",), ("rivals",), ("init", "--home", "IRN"), ("import", "pipe.kgl")):
            said = run(*words, "--store", name)
            assert said.code == 2
            assert "a graphmap store is one file" in said.err


def test_an_export_does_not_carry_a_store_away(run: Run, invented_store: Path, tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    shutil.copy(invented_store, tmp_path / "work" / "graph.kgl")
    for words in (("export", "work", "--store", "work/graph.kgl"), ("template", "work")):
        said = run(*words, "--overwrite")
        assert (said.code, said.err) == (2, "work holds the store graph.kgl; name another folder\n")
    assert (tmp_path / "work" / "graph.kgl").is_file()
    said = run("template", ".")
    assert said.err == "you stand in the folder .; name another one\n"
