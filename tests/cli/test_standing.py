"""The command line stands in line with others: queries from files and pipes, a row a line, completion."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from graphmap.cli import graphmap
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


def test_bash_puts_a_name_of_two_words_in_as_one(run: Run, tmp_path: Path, iran_store: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    script = tmp_path / "completion.bash"
    words = "COMP_WORDS=(graphmap suggest Wes) COMP_CWORD=2"
    ask = f'{words}; _graphmap_completion graphmap; echo "${{COMPREPLY[0]}}"'
    script.write_text(f"{run('completion', 'bash').out}\n{ask}\n", "utf-8")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    env = {**os.environ, "PATH": path, "GRAPHMAP_STORE": str(iran_store)}
    done = subprocess.run([bash, str(script)], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == r"West\ Azerbaijan"


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


def complete(words: str, at: int, shell: str = "bash", store: Path | None = None) -> list[str]:
    """Return what a shell is offered for words, as it is told."""
    asked = {"_GRAPHMAP_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
    if store is not None:
        asked["GRAPHMAP_STORE"] = str(store)
    saved = {name: os.environ.get(name) for name in asked}
    os.environ.update(asked)
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    try:
        with redirect_stdout(said), pytest.raises(SystemExit):
            graphmap.main(prog_name="graphmap")
    finally:
        for name, value in saved.items():
            os.environ.pop(name, None) if value is None else os.environ.update({name: value})
    said.seek(0)
    return said.read().splitlines()


def test_names_of_provinces_and_countries_of_a_store_are_completed(iran_store: Path, tmp_path: Path) -> None:
    assert "plain,East\\ Azerbaijan" in complete("graphmap suggest Ea", 2, store=iran_store)
    assert "plain,IR-03" in complete(f"graphmap suggest --store {iran_store} IR-0", 4)
    asked = "graphmap rivals --country"
    assert complete(f"{asked} Turkm", 3, store=iran_store) == ["plain,Turkmenistan"]
    assert "plain,Türkiye" in complete(f"{asked} Turk", 3, store=iran_store)
    assert complete(f"{asked} ترک", 3, store=iran_store) == ["plain,ترکمنستان", "plain,ترکیه"]
    assert "Kazakhstan" in complete("graphmap dossier country Kaz", 3, "zsh", iran_store)
    assert complete("graphmap map x.html --province Gil", 4, store=iran_store) == ["plain,Gilan"]
    assert complete(f"{asked} Turk", 3, store=tmp_path / "none.kgl") == [""]


def take_from(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let bytes stand on the standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_what_an_export_puts_on_the_output_an_import_takes_from_its_input(
    run: Run, iran_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ties = run("export", "-", "--label", "TIED_TO", "--store", iran_store).out
    assert ties.startswith("id,from_id,to_id,")
    take_from(ties.encode(), monkeypatch)
    said = run("import", "-", "--label", "TIED_TO", "--store", iran_store, "--dry-run")
    assert "Would create 0, change 0, remove 0 and leave" in said.out, said.err
    take_from(ties.replace(",memorandum,", ",memorandom,").encode(), monkeypatch)
    said = run("import", "-", "--label", "TIED_TO", "--store", iran_store, "--dry-run")
    assert "TIED_TO.csv, line " in said.err
    assert run("export", "-", "--to", "geojson", "--store", iran_store).out.startswith("{")


def test_a_mapped_list_is_read_from_the_standard_input(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run("init", "--home", "IRN")
    (tmp_path / "m.toml").write_text(
        'caption = "x"\nsources = [{ id = "source:x", name = "x" }]\n[[tables]]\nfiles = ["ties"]\n'
        'steps = [{ find = "p", label = "Province", by = "{province}" }]\n'
        '[[tables.writes]]\nrecord = "TIED_TO"\n'
        'cells = { from_id = "{p}", to_id = "TUR", kind = "memorandum" }\n',
        "utf-8",
    )
    take_from(b"province\nGilan\n", monkeypatch)
    said = run("import", "-", "--mapping", "m.toml")
    assert said.out.startswith("Created 2"), said.err
    assert "standard input" in run("history").out


@pytest.mark.parametrize(
    ("words", "data", "wrong"),
    [
        (("import", "-"), b"id,name\n", "what the standard input holds is not said"),
        (("import", "-", "--label", "TIED_T"), b"id,name\n", "the nearest are TIED_TO"),
        (("import", "-", "-", "--label", "TIED_TO"), b"", "named twice"),
        (("export", "-"), b"", "native files are several"),
        (("export", "-", "--label", "Provnce"), b"", "the nearest are Province"),
        (("export", "out", "--label", "Province"), b"", "--label goes with -"),
    ],
)
def test_a_stream_of_which_nothing_is_said_is_a_sentence(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    iran_store: Path,
    words: tuple[str, ...],
    data: bytes,
    wrong: str,
) -> None:
    take_from(data, monkeypatch)
    said = run(*words, "--store", iran_store)
    assert (said.code, said.out) == (2, "")
    assert wrong in said.err
