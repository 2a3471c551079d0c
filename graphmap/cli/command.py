"""What all commands share: how they are found, what they open, and errors that become one message."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import rich_click as click
from click.exceptions import Exit
from rich_click import RichGroup

from graphmap.cli.waiting import begin_waiting, end_waiting, pause_waiting
from graphmap.errors import GraphmapError, shown_value
from graphmap.text import visible

if TYPE_CHECKING:
    from graphmap.store.contract import Store
    from graphmap.store.session import Session

EXIT_FINDINGS = 1
EXIT_MISUSE = 2
FAULTS_SHOWN = 200
"""How many faults a terminal is told; the message says how many more there are."""


class HouseGroup(RichGroup):
    """A group that loads a command when it is called; they stand in the order of use."""

    def __init__(self, *given: Any, places: Mapping[str, str] | None = None, **named: Any) -> None:
        """Take the place of each command: a module of this folder, and its name there."""
        super().__init__(*given, **named)
        self.places = dict(places or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Keep the order of the places: it is the order of use."""
        del ctx
        return list(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None where there is none of the name."""
        del ctx
        if cmd_name not in self.places:
            return None
        module, _, name = self.places[cmd_name].partition(".")
        command: click.Command = getattr(import_module(f"{__package__}.{module}"), name)
        return command


def run_group(group: click.Group, arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a group and leave with its exit code; no error leaves as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        _check_words(words)
        begin_waiting(" ".join(("graphmap", *words[:1])))
        result = group.main(args=words, prog_name="graphmap", standalone_mode=False)
        code = result if isinstance(result, int) else 0
        end_waiting()
        sys.stdout.flush()
    except BaseException as error:
        end_waiting()
        if os.environ.get("GRAPHMAP_TRACEBACK") and not isinstance(error, Exit | SystemExit):
            raise
        from graphmap.cli.persian import find_language

        code = explain(error, find_language(words))
    try:
        sys.stdout.flush()
    except (OSError, AttributeError):
        _let_go_of_output()
    sys.exit(code)


def _check_words(words: Sequence[str]) -> None:
    """Refuse words that are no text, which no name, path or query can be; and to work without an output."""
    for word in words:
        if any(c == "\0" or "\ud800" <= c <= "\udfff" for c in word):
            raise click.UsageError(f"{shown_value(word)} is no text in UTF-8.")
    if sys.stdout is None:
        raise GraphmapError("the output is closed; send it to a file, or to /dev/null")


def explain(error: BaseException, lang: str = "en") -> int:
    """Tell a person what ended a command, in a sentence, and return the exit code."""
    match error:
        case Exit():
            return error.exit_code
        case SystemExit() if isinstance(error.__context__, BrokenPipeError):
            return 0  # Click's own answer to a reader that has gone; see below.
        case BrokenPipeError():
            # Who reads has gone (as `head` does); that is no fault of theirs or ours.
            _let_go_of_output()
            return 0
        case click.Abort() | KeyboardInterrupt():
            _say_wrong("stopped; nothing more was written", lang)
            return 130
        case click.ClickException():
            _show_misuse(error, lang)
        case GraphmapError():
            say_error(error, lang)
        case OSError():
            where = f"{error.filename}: " if error.filename else ""
            say(f"{where}{error.strerror or error}")
            _let_go_of_output()
        case RecursionError():
            say("what was given is nested deeper than graphmap can follow; a flatter form would do")
        case MemoryError():
            say("this needs more memory than there is; less at once would do")
        case UnicodeError():
            say("what was given holds something that is no character of Unicode (half of one, perhaps)")
        case Exception():  # The last door: a person gets a sentence.
            say(
                "graphmap met something that it does not know how to explain "
                f"({type(error).__name__}: {error}). "
                "This is a fault of graphmap; with GRAPHMAP_TRACEBACK=1 it shows where, for a report."
            )
    return EXIT_MISUSE


def _let_go_of_output() -> None:
    """Send what is still to be written nowhere: what it went to is gone, full or closed."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stdout.flush()
        return
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say_wrong(text: str, lang: str) -> None:
    """Tell what went wrong, in Persian where that was asked for and is known."""
    if lang == "fa":
        from graphmap.persian import tell_in_persian

        text = tell_in_persian(text)
    say(text)


def _show_misuse(error: click.ClickException, lang: str) -> None:
    """Tell how a command was not understood, and where to look."""
    if lang != "fa":
        error.message = visible(error.message)  # type: ignore[misc]  # said for the last time
        error.show()
        return
    from graphmap.cli.persian import HELP

    _say_wrong(error.format_message(), lang)
    context = getattr(error, "ctx", None)
    say(HELP.format(command=context.command_path if context else "graphmap"))


def say(text: str) -> None:
    """Tell a person something beside the output, on stderr."""
    pause_waiting()
    click.echo(visible(text), err=True)


def tell(text: str = "", bold: bool = False) -> None:
    """Tell a person something that is the output itself."""
    pause_waiting()
    click.secho(visible(text), bold=bold)


def put_out(text: str | bytes) -> None:
    """Put rows, a page or a file on the output as they are; on a terminal nothing in a text may act."""
    pause_waiting()
    shown = visible(text) if isinstance(text, str) and sys.stdout.isatty() else text
    click.echo(shown, nl=isinstance(text, str) and not text.endswith("\n"))


def say_error(error: GraphmapError, lang: str = "en") -> None:
    """Tell an error; a long list of faults is counted and cut."""
    lines = str(error).split("\n") or [type(error).__name__]
    for line in lines[:FAULTS_SHOWN]:
        _say_wrong(line, lang)
    if len(lines) > FAULTS_SHOWN:
        say(f"... and {len(lines) - FAULTS_SHOWN} more")
    from graphmap.errors import Faults

    if isinstance(error, Faults):
        count = len(error.faults)
        _say_wrong(f"{count} {'fault' if count == 1 else 'faults'}; nothing was written.", lang)


def read_store(store_url: str) -> Store:
    """Open a store to read it."""
    from graphmap.store import open_store

    return open_store(store_url, read_only=True)


def read_session(store_url: str) -> Session:
    """Return the session of a store that is read; a copy of its snapshot may answer in its place."""
    from graphmap.store.session import open_session

    return open_session(store_url)


def write_to_store(store_url: str) -> Store:
    """Open a store to write to it."""
    from graphmap.store import open_store

    return open_store(store_url)


def who_writes() -> str:
    """Return the name under which a person writes: GRAPHMAP_BY, else the name of the login."""
    import getpass

    try:
        return os.environ.get("GRAPHMAP_BY") or getpass.getuser()
    except (KeyError, OSError, ImportError):  # Windows has no list of users to look in
        return "unknown"


def say_day(as_of: date | None, lang: str = "en") -> None:
    """Say on stderr which day is looked at."""
    from graphmap.language import load_language

    language = load_language(lang)
    say(language.words("told-as-of-all") if as_of is None else language.words("told-as-of", day=as_of))


def say_presumption(as_of: date | None, years: int, lang: str = "en") -> None:
    """Say on stderr for how long what has no known end is taken to go on, where a day is looked at."""
    from graphmap.language import load_language

    if as_of is not None and years:
        say(load_language(lang).words("told-presumed", years=years))


def say_lines(lines: Sequence[str], shown: int = 20, lang: str = "en") -> None:
    """Tell notes on stderr, the first of many."""
    from graphmap.cli.persian import NOTE, in_language

    more = [f"... and {len(lines) - shown} more notes"] if len(lines) > shown else []
    for line in (*lines[:shown], *more):
        say(f"{NOTE[lang]}: {in_language(' '.join(line.split()), lang)}")
