"""Options with one meaning in every command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click
from click import ParamType

from graphmap.question.shared import SHARED
from graphmap.scales import LEVELS

DEFAULT_STORE = "graph.kgl"
"""Where a store lies if nobody says otherwise: in the folder one stands in."""

AnyCommand = TypeVar("AnyCommand", bound=Callable[..., Any])

SCREEN = "-"
"""What names the screen where a file is asked for."""

OVERWRITE = "graphmap.overwrite"
"""Where a command keeps whether --overwrite was given, until the file to write to is known."""


class Day(ParamType[Any]):
    """A day, Gregorian or Solar Hijri, or, unless it must be one, `all` for the whole history."""

    def __init__(self, must_be_one: bool = False) -> None:
        """Say whether nothing but a day is taken."""
        self.must_be_one = must_be_one
        self.name = "day" if must_be_one else "day|all"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | None:
        """Read the day; `all` is None."""
        if value is None or isinstance(value, date):
            return value
        if value == "all" and not self.must_be_one:
            return None
        from graphmap.schema.kinds import DAY, ValueRefused

        try:
            read: date = DAY.read_cell(value)
        except ValueRefused as refused:
            right = refused.right if self.must_be_one else f"{refused.right}, or all"
            self.fail(f"'{value}' {refused.problem}; right would be {right}", param, ctx)
        return read


def store_option(command: AnyCommand) -> AnyCommand:
    """Add --store: where the graph lies."""
    return click.option(
        "--store",
        "store_url",
        metavar="PATH|URL",
        envvar="GRAPHMAP_STORE",
        default=DEFAULT_STORE,
        show_default=True,
        show_envvar=True,
        help="The graph: a file, or a Neo4j address such as neo4j://localhost (user and password in "
        "GRAPHMAP_USER and GRAPHMAP_PASSWORD).",
    )(command)


def as_of_option(command: AnyCommand) -> AnyCommand:
    """Add --as-of: the day to look at."""
    return click.option(
        "--as-of",
        type=Day(),
        default=date.today().isoformat,
        show_default="today",
        help=SHARED["as_of"]["help"],
    )(command)


def believed_on_option(command: AnyCommand) -> AnyCommand:
    """Add --believed-on: the day whose knowledge is asked."""
    return click.option(
        "--believed-on",
        type=Day(must_be_one=True),
        default=None,
        metavar="DAY",
        help=SHARED["believed_on"]["help"],
    )(command)


def presume_option(command: AnyCommand) -> AnyCommand:
    """Add --presume: how many years what has no known end is taken to go on."""
    declared = SHARED["presume"]
    return click.option(
        "--presume",
        type=click.IntRange(0, declared["most"]),
        default=declared["default"],
        show_default=True,
        metavar="YEARS",
        help=declared["help"],
    )(command)


def level_option(command: AnyCommand) -> AnyCommand:
    """Add --level: how fine the targets are."""
    return click.option(
        "--level",
        type=click.Choice(LEVELS),
        default=SHARED["level"]["default"],
        show_default=True,
        help=SHARED["level"]["help"],
    )(command)


def format_option(*formats: str) -> Callable[[AnyCommand], AnyCommand]:
    """Add --format with these formats; the first is the default."""
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How the answer is written.",
    )


def wide_option(command: AnyCommand) -> AnyCommand:
    """Add --wide: a table with everything, one line a row."""
    return click.option(
        "--wide", is_flag=True, help="Show every column in full, one line a row, however wide the screen."
    )(command)


@dataclass(frozen=True)
class Output:
    """A file to write to, and whether one that is there may be replaced. No Output means the screen."""

    path: Path
    overwrite: bool


def overwrite_option(command: AnyCommand, **options: Any) -> AnyCommand:
    """Add --overwrite: what is there may be replaced."""
    return click.option(
        "--overwrite", is_flag=True, help="Replace what lies there; the old is kept beside it.", **options
    )(command)


def output_option(command: AnyCommand) -> AnyCommand:
    """Add -o, the file to write to, and --overwrite; the command gets one `output`, None for the screen."""

    def note_overwrite(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        ctx.meta[OVERWRITE] = value

    def choose_output(ctx: click.Context, _param: click.Parameter, value: str | None) -> Output | None:
        if value is None or value == SCREEN:
            return None
        from graphmap.writing import check_file

        overwrite = ctx.meta.get(OVERWRITE, False)
        check_file(Path(value), overwrite)
        return Output(Path(value), overwrite)

    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        default=None,
        callback=choose_output,
        help="Write to this file instead of the screen; - is the screen.",
    )(overwrite_option(command, is_eager=True, expose_value=False, callback=note_overwrite))


def language_option(*choices: str) -> Callable[[AnyCommand], AnyCommand]:
    """Add --lang with these choices; the first is the default."""
    return click.option(
        "--lang",
        type=click.Choice(choices),
        default=choices[0],
        show_default=True,
        help="Language of the answer.",
    )
