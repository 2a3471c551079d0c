"""Whether a command was asked in Persian, and where to look then."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

NOTE = {"en": "note", "fa": "نکته"}
"""What stands before a note."""

HELP = "راهنما: {command} --help"
"""Where to look, after a command that was not understood."""


def find_language(words: Sequence[str]) -> str:
    """Return the language that the words of a command ask for, understood or not: en where they ask for none.

    >>> find_language(["rivals", "--lang", "fa"]), find_language(["rivals", "--lang=fa"]), find_language([])
    ('fa', 'fa', 'en')
    """
    asked = [after for word, after in pairwise(words) if word == "--lang"]
    asked += [word.partition("=")[2] for word in words if word.startswith("--lang=")]
    return asked[-1] if asked else "en"


def in_language(text: str, lang: str) -> str:
    """Return what an import tells, in Persian where that was asked for and is known."""
    if lang != "fa":
        return text
    from graphmap.persian import tell_note

    return tell_note(text)
