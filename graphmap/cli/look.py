"""The options by which a command says at which graph, of which day, it looks; and which office signs."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, cast

import rich_click as click

from graphmap.cli.command import say_day, say_presumption
from graphmap.cli.options import AnyCommand, as_of_option, believed_on_option, presume_option, store_option


@dataclass(frozen=True)
class Look:
    """At which graph a command looks: the store, the day, what is presumed, the day of what was believed."""

    store_url: str
    as_of: date | None
    presume: int
    believed_on: date | None

    def say(self, lang: str = "en") -> None:
        """Say on stderr which day is looked at, and what is presumed."""
        say_day(self.as_of, lang)
        say_presumption(self.as_of, self.presume, lang)


def look_options(command: AnyCommand) -> AnyCommand:
    """Add --store, --as-of, --presume and --believed-on; the command gets one `look`."""

    @wraps(command)
    def gather(**given: Any) -> Any:
        look = Look(**{field.name: given.pop(field.name) for field in fields(Look)})
        return command(look=look, **given)

    made: Any = gather
    for add in (believed_on_option, presume_option, as_of_option, store_option):
        made = add(made)
    return cast(AnyCommand, made)


def office_option(command: AnyCommand) -> AnyCommand:
    """Add --office: the file that says who signs."""
    return click.option(
        "--office",
        type=click.Path(dir_okay=False, path_type=Path),
        default=None,
        metavar="FILE.toml",
        help="The office that signs: its name, unit, emblem, classification, opening, signatures.",
    )(command)
