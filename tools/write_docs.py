"""Writes the pages of docs/ that are derived: the commands, and the model.

Run with `make docs`; a test fails while a page is not what its source says.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from graphmap.cli.question import QuestionCommand

DOCS = Path(__file__).parent.parent / "docs"


def describe_commands() -> str:
    """Return the manual of all commands and options as Markdown."""
    from graphmap.cli import graphmap

    lines = [
        "# Commands",
        "",
        "Written from the command line itself; `graphmap COMMAND --help` says the same. Answers go to the",
        "output, notes and progress to stderr. Exit code 0: fine; 1: a check of severity error found rows;",
        "2: misuse or bad input.",
        "",
    ]
    for words, command in _walk(graphmap):
        lines += [f"## graphmap {words}", "", *_explain(command), ""]
    return "\n".join(lines)


def _walk(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        yield f"{before}{name}", command
        if isinstance(command, click.Group):
            yield from _walk(command, f"{before}{name} ")


def _explain(command: click.Command) -> Iterator[str]:
    yield cleandoc(command.help or "")
    yield ""
    context = click.Context(command)
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if isinstance(parameter, click.Option) and record is not None:
            name, meaning = record
            yield f"- `{name}`: {' '.join(meaning.split())}"
        elif isinstance(parameter, click.Argument):
            yield f"- `{parameter.make_metavar(context)}`{'' if parameter.required else ' (may be left out)'}"
    if isinstance(command, QuestionCommand):
        said = (f"`{name}` ({column.help})" for name, column in command.question.columns.items())
        yield ""
        yield f"Columns: {', '.join(said)}."


def describe_model() -> str:
    """Return the page of the model as Markdown."""
    from graphmap.model.texts import describe_model_markdown

    return describe_model_markdown()


PAGES = {"commands.md": describe_commands, "model.md": describe_model}
"""The derived pages, each with the function that writes it."""


def main() -> None:
    """Write every derived page."""
    for name, describe in PAGES.items():
        (DOCS / name).write_text(describe().rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
