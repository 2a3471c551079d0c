"""What a parameter is called in the text of a question: each door says it in its own way."""

from __future__ import annotations

import re
from collections.abc import Callable

Call = Callable[[str, str | None], str]
"""Calls a parameter by its name, with a value or none."""

CALLED = re.compile(r"\{(\w+)(?:=([^}]*))?\}")


def call_parameters(text: str, call: Call) -> str:
    """Return a text with what it calls so: `{rules}` stands for a parameter, `{by=document}` for its value.

    >>> call_parameters("With {by=document}, or as {rules} lays down.", call_as_option)
    'With --by document, or as --rules lays down.'
    """
    return CALLED.sub(lambda found: call(found[1], found[2]), text)


def call_plainly(name: str, value: str | None) -> str:
    """Call a parameter by its name alone, as an address or a function does."""
    return name if value is None else f"{name}={value}"


def call_as_option(name: str, value: str | None) -> str:
    """Call a parameter as the command line does."""
    option = f"--{name.replace('_', '-')}"
    return option if value is None else f"{option} {value}"
