"""What all commands share: options with one meaning everywhere, and errors that become one message."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import rich_click as click
from click import ParamType
from click.exceptions import Exit
from rich_click import RichGroup

from graphmap.errors import GraphmapError
from graphmap.question.shared import SHARED
from graphmap.scales import LEVELS

if TYPE_CHECKING:
    from graphmap.store.contract import Store

DEFAULT_STORE = "graph.kgl"
"""Where a store lies if nobody says otherwise: in the folder one stands in."""

EXIT_FINDINGS = 1
EXIT_MISUSE = 2
FAULTS_SHOWN = 200
"""How many faults a terminal is told; the message says how many more there are."""

AnyCommand = TypeVar("AnyCommand", bound=Callable[..., Any])


class HouseGroup(RichGroup):
    """A group whose commands stand in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Keep the order of adding: it is the order of use."""
        del ctx
        return list(self.commands)


def run_group(group: click.Group, arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a group and leave with its exit code; no error leaves as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        result = group.main(args=arguments, prog_name="graphmap", standalone_mode=False)
        code = result if isinstance(result, int) else 0
        sys.stdout.flush()
    except Exit as leaving:
        code = leaving.exit_code
    except SystemExit as leaving:
        # Click's own answer to a reader that has gone; see BrokenPipeError below.
        code = 0 if isinstance(leaving.__context__, BrokenPipeError) else EXIT_MISUSE
    except click.Abort:
        say("stopped; nothing more was written")
        code = 130
    except click.ClickException as misuse:
        misuse.show()
        code = EXIT_MISUSE
    except GraphmapError as error:
        say_error(error)
        code = EXIT_MISUSE
    except BrokenPipeError:
        # Who reads has gone (as `head` does); that is no fault of theirs or ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except KeyboardInterrupt:
        say("stopped; nothing more was written")
        code = 130
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        say(f"{where}{error.strerror or error}")
        code = EXIT_MISUSE
    except Exception as error:  # The last door: a person gets a sentence.
        if os.environ.get("GRAPHMAP_TRACEBACK"):
            raise
        say(
            f"graphmap met something that it does not know how to explain ({type(error).__name__}: {error}). "
            "This is a fault of graphmap; with GRAPHMAP_TRACEBACK=1 it shows where, for a report."
        )
        code = EXIT_MISUSE
    sys.exit(code)


def say(text: str) -> None:
    """Tell a person something beside the output, on stderr."""
    click.echo(text, err=True)


def say_error(error: GraphmapError) -> None:
    """Tell an error; a long list of faults is counted and cut."""
    lines = str(error).splitlines() or [type(error).__name__]
    for line in lines[:FAULTS_SHOWN]:
        say(line)
    if len(lines) > FAULTS_SHOWN:
        say(f"... and {len(lines) - FAULTS_SHOWN} more")
    from graphmap.errors import Faults

    if isinstance(error, Faults):
        count = len(error.faults)
        say(f"{count} {'fault' if count == 1 else 'faults'}; nothing was written.")


class Day(ParamType[Any]):
    """A day, Gregorian or Solar Hijri, or `all` for the whole history."""

    name = "day|all"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | None:
        """Read the day; `all` is None."""
        if value is None or isinstance(value, date) or value == "all":
            return None if value == "all" else value
        from graphmap.schema.kinds import DAY, ValueRefused

        try:
            read: date = DAY.read_cell(value)
        except ValueRefused as refused:
            self.fail(f"'{value}' {refused.problem}; right would be {refused.right}, or all", param, ctx)
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
        "--believed-on", type=Day(), default=None, metavar="DAY", help=SHARED["believed_on"]["help"]
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


@dataclass(frozen=True)
class Output:
    """A file to write to, and whether one that is there may be replaced. No Output means the screen."""

    path: Path
    overwrite: bool


SCREEN = "-"
"""What names the screen where a file is asked for."""


OVERWRITE = "graphmap.overwrite"
"""Where a command keeps whether --overwrite was given, until the file to write to is known."""


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


def read_store(store_url: str) -> Store:
    """Open a store to read it."""
    from graphmap.store import open_store

    return open_store(store_url, read_only=True)


def write_to_store(store_url: str) -> Store:
    """Open a store to write to it."""
    from graphmap.store import open_store

    return open_store(store_url)


def who_writes() -> str:
    """Return the name under which a person writes: GRAPHMAP_BY, else the name of the login."""
    import getpass

    try:
        return os.environ.get("GRAPHMAP_BY") or getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def say_day(as_of: date | None, lang: str = "en") -> None:
    """Say on stderr which day is looked at."""
    from graphmap.language import load_language

    language = load_language(lang)
    say(language.words("told-as-of-all") if as_of is None else language.words("told-as-of", day=as_of))


def say_lines(lines: Sequence[str], shown: int = 20) -> None:
    """Tell lines on stderr, the first of many."""
    for line in lines[:shown]:
        say(f"note: {line}")
    if len(lines) > shown:
        say(f"note: ... and {len(lines) - shown} more notes")
