"""The help tells everything: each command, each option."""

from __future__ import annotations

import click
import pytest

from graphmap.cli import graphmap
from tests.cli.conftest import Run
from tools.write_docs import DOCS, PAGES


def walk(command: click.Command, words: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], click.Command]]:
    """Return a command and all below it, each with the words that call it."""
    found = [(words, command)]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            found += walk(inner, (*words, name))
    return found


COMMANDS = walk(graphmap)


@pytest.mark.parametrize(
    ("words", "command"), COMMANDS, ids=[" ".join(words) or "graphmap" for words, _ in COMMANDS]
)
def test_every_command_and_option_is_explained(
    words: tuple[str, ...], command: click.Command, run: Run
) -> None:
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{words}: {parameter.name} has no help"
    said = run(*words, "--help")
    assert said.code == 0
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[-1][:20] in said.out


def test_the_same_option_means_the_same_everywhere() -> None:
    helps: dict[str, set[str | None]] = {}
    for words, command in COMMANDS:
        for parameter in command.params:
            shared = {"--store", "--as-of", "--level", "-o", "--lang"}
            if (
                isinstance(parameter, click.Option)
                and words[:1]
                not in {("report",), ("dossier",)}  # a dossier is always a file, of a form by its name
                and shared & set(parameter.opts)
            ):
                helps.setdefault(parameter.opts[0], set()).add(parameter.help)
    assert {name for name, said in helps.items() if len(said) > 1} == set()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_derived_page_of_the_manual_says_what_its_source_says(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name]().rstrip() + "\n", "run make docs"


def test_a_word_that_is_no_command_is_answered_with_the_nearest(run: Run) -> None:
    said = run("rival")
    assert said.code == 2
    assert "rivals" in said.err


def test_no_word_at_all_shows_the_help(run: Run) -> None:
    said = run()
    assert "demo" in said.out + said.err


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out.startswith("graphmap ")
