"""What a terminal is told can do nothing to it: every message and cell is cleaned where it is said."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Said
from tests.test_house import MODULES, PROJECT

HOSTILE = "\x1b]52;c;eA==\x07\x1b[31m\x9b2J\u202eevil\u2066\x7f\r"
"""Sets the clipboard, colours, clears the screen, turns the direction, hides what stood before."""

ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ufeff]")


def hold_harmless(said: Said) -> None:
    assert not ACTS.search(said.out), said.out
    assert not ACTS.search(said.err), said.err


def test_headers_cells_file_names_and_keys_are_shown_harmless(run: Run, tmp_path: Path) -> None:
    run("init", "--home", "IRN")
    (tmp_path / "Country.csv").write_text(f"id,na{HOSTILE[:-1]}me\nIRN,x\n", "utf-8")
    (tmp_path / f"Ci{HOSTILE}ty.csv").write_text("id\nx\n", "utf-8")
    (tmp_path / "m.toml").write_text(f'"ca{HOSTILE[7:8]}b" = 1\n', "utf-8")
    (tmp_path / "n.toml").write_text('"a\\u001b\\u202eb" = 1\n', "utf-8")
    for words in (
        ("import", "Country.csv"),
        ("import", f"Ci{HOSTILE}ty.csv"),
        ("import", f"no{HOSTILE}such.csv"),
        ("import", "Country.csv", "--mapping", "m.toml"),
        ("import", "Country.csv", "--mapping", "n.toml"),
        ("import", "Country.csv", "--mapping", HOSTILE),
        ("rivals", "--country", HOSTILE),
        ("rivals", f"--{HOSTILE}"),
        ("rivals", "--as-of", HOSTILE),
        ("rivals", "--level", HOSTILE),
        (HOSTILE,),
        ("report", HOSTILE),
        ("check", "--store", HOSTILE),
        ("check", "-o", f"no/{HOSTILE}"),
        ("export", f"out{HOSTILE}", "--store", "graph.kgl"),
        ("template", f"files{HOSTILE}"),
        ("cypher", f"RETURN '{HOSTILE[:-1]}'\x1b"),
    ):
        said = run(*words)
        assert said.err or said.out
        hold_harmless(said)


def test_cells_and_heads_of_a_table_are_shown_harmless(
    run: Run, invented_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAPHMAP_STORE", str(invented_store))
    query = "RETURN $text AS a"
    for columns, tty in (("200", True), ("20", True), ("200", False)):
        monkeypatch.setenv("COLUMNS", columns)
        monkeypatch.setattr("sys.stdout.isatty", lambda tty=tty: tty, raising=False)
        said = run("cypher", query, "--parameter", f"text={HOSTILE}می\u200cشود")
        assert said.code == 0
        hold_harmless(said)
        shown = re.sub(r"\s", "", said.out)
        assert "\\x1b]52;c;eA==\\x07" in shown
        assert "می\u200cشود" in shown


@pytest.mark.parametrize("form", ["csv", "json"])
def test_data_is_kept_in_a_file_and_a_pipe_and_shown_harmless_on_a_terminal(
    form: str, run: Run, invented_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("cypher", "RETURN $t AS a", "--parameter", "t=a\u202eb\x9b", "--format", form)
    store = ("--store", invented_store)
    assert "a\u202eb\x9b" in run(*words, *store).out
    run(*words, *store, "-o", "out")
    assert "a\u202eb\x9b" in (tmp_path / "out").read_text("utf-8")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    hold_harmless(run(*words, *store))


def test_only_one_file_speaks_to_the_terminal() -> None:
    speaking = [
        f"{name}:{node.lineno}"
        for name in MODULES
        for node in ast.walk(ast.parse((PROJECT / name).read_text("utf-8")))
        if isinstance(node, ast.Call)
        and re.fullmatch(r"print|(click|sys|rich)\.[\w.]*(s?echo|write|print)", ast.unparse(node.func))
    ]
    told = {place.split(":")[0] for place in speaking}
    tools = {"graphmap/geometry/build.py", "graphmap/geometry/invent.py"}
    assert told == {"graphmap/cli/command.py", *tools}, speaking
