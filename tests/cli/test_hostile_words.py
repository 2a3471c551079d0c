"""Whatever is given to a command ends in its answer or in a sentence, soon."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import rich_click as click
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from graphmap.cli import graphmap
from tests.cli.conftest import Run
from tests.examples import examples

LONG = "9" * 5000
WORDS = (
    "", " ", "-", "--", ".", "..", "/", "~", "a\nb", "[red]x[/red]", ":smile:", "{0}", "%s", "=1+1", "*",
    "a" * 300, "a" * 100_000, "/" + "a/" * 3000, LONG, f"-{LONG}", f"1e{LONG}", "0", "-1", "nan", "inf",
    "-inf", "1e999", "9223372036854775808", "\0", "a\0b", "\ud800", "caf\udce9", "\u202e", "\U000e0041",
    "\x1b[2J", "۱۲", "²", "IRN", "all", "1399/12/30", "9999-12-31", "0000", "[" * 5000, "x=" + "[" * 5000,
    f"x={LONG}", 'x="\\ud800"', "x=NaN", "folder", "file.csv", "pipe.csv", "secret.csv", "loop.csv",
    "m.toml", "graph.kgl", "graph.kgl-wal", "folder/none.csv", "file.csv/none", "neo4j://", "bolt://:x@/",
    "neo4j://[", "x://y", "/dev/zero", "/dev/null", "/proc/self/mem",
)  # fmt: skip
"""Words that no careful person would give."""

SLOW = {"demo", "serve"}
"""Commands that take long, or end when a person ends them: drawn words would now and then be right."""


def list_commands(
    group: click.Group, above: tuple[str, ...] = ()
) -> list[tuple[tuple[str, ...], click.Command]]:
    """Return each command with the words that call it."""
    context = click.Context(group)
    found = []
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            found += list_commands(command, (*above, name))
        elif command is not None and name not in SLOW:
            found.append(((*above, name), command))
    return found


COMMANDS = list_commands(graphmap)


@st.composite
def draw_words(draw: st.DrawFn) -> tuple[str, ...]:
    """Draw a command with hostile words for some of its options and all of its arguments."""
    called, command = draw(st.sampled_from(COMMANDS))
    words: list[str] = []
    word = st.one_of(st.sampled_from(WORDS), st.text(max_size=20))
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            words.append(draw(word))
        elif parameter.required or draw(st.integers(0, 3)) == 0:
            option: Any = parameter
            words += [parameter.opts[-1]] if option.is_flag else [parameter.opts[-1], draw(word)]
    return (*called, *words)


def lay_out_traps(folder: Path) -> None:
    """Lay files beside the store that a command may stumble over."""
    (folder / "folder").mkdir(exist_ok=True)
    (folder / "file.csv").write_text("id,name\nIRN,x\n")
    (folder / "m.toml").write_text("a = 1\n")
    if not (folder / "pipe.csv").exists():
        os.mkfifo(folder / "pipe.csv")
        (folder / "secret.csv").write_text("id\n")
        (folder / "secret.csv").chmod(0)
        (folder / "loop.csv").symlink_to("loop.csv")


@pytest.fixture
def store(run: Run, tmp_path: Path) -> Path:
    """Return a small store among traps."""
    assert run("init", "--home", "IRN").code == 0
    lay_out_traps(tmp_path)
    return tmp_path / "graph.kgl"


@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=draw_words())
@example(words=("cypher", "RETURN 1", "--seconds", "nan"))
@example(words=("cypher", "RETURN 1", "--seconds", "inf"))
@example(words=("cypher", "RETURN $x", "--parameter", f"x={LONG}"))
@example(words=("cypher", "RETURN $x", "--parameter", "x=" + "[" * 5000))
@example(words=("cypher", "RETURN $x", "--limit", "9223372036854775808"))
@example(words=("import", "file.csv", "--mapping", "m.toml", "--by", "\ud800"))
@example(words=("import", "secret.csv", "--reason", "a\0b"))
@example(words=("check", "--as-of", LONG))
@example(words=("serve", "--no-browser", "--port", LONG))
@example(words=("serve", "--no-browser", "--host", "a\ud800"))
@example(words=("serve", "--no-browser", "--edit", " "))
@example(words=("serve", "--no-browser", "--store", "/dev/zero"))
@example(words=("serve", "--no-browser", "--store", "folder/none.kgl"))
def test_hostile_words_end_in_an_answer_or_a_sentence(
    words: tuple[str, ...], run: Run, store: Path, tmp_path: Path
) -> None:
    before = store.read_bytes()[:3]
    said = run(*words)
    assert said.code in {0, 1, 2}
    assert said.out or said.err
    assert "cannot convert" not in said.err
    assert len(said.err) < 300_000
    assert store.read_bytes()[:3] == before
    assert not list(tmp_path.glob(".*.partial"))
