"""The messages of graphmap/words/ in one language, each parsed when it is first asked for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle
    from fluent.runtime.resolver import Pattern

# importlib.resources would import archives and temporary files with it, at every start.
_FOLDER = Path(__file__).parent / "words"

_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*) *=", re.MULTILINE)
"""How a message or term begins; the lines that belong to it are indented."""

_REFERENCE = re.compile(r"\{\s*(-?[A-Za-z][\w-]*)")
"""A message or term that another one names."""


class Messages:
    """The messages of one language; `bundle` holds those that were asked for so far.

    Parsing all of them takes a quarter of the time of a short command, which says three or four.
    """

    def __init__(self, code: str) -> None:
        """Read the file of a language and find where each message begins."""
        from fluent.runtime import FluentBundle

        # Fluent would put isolating marks round every argument, which makes a table or a file unreadable.
        self.bundle: FluentBundle = FluentBundle([code], use_isolating=False)
        self._parsing = Lock()
        self._name = f"words/{code}.ftl"
        text = (_FOLDER / f"{code}.ftl").read_text("utf-8")
        starts = [*_ENTRY.finditer(text)]
        ends = [start.start() for start in starts[1:]] + [len(text)]
        self._waiting = {start[1]: text[start.start() : end] for start, end in zip(starts, ends, strict=True)}

    def pattern(self, message_id: str) -> Pattern:
        """Return what a message says, arguments still to be filled in; KeyError if there is none."""
        with self._parsing:
            self._parse(message_id)
        if self.bundle.has_message(message_id):
            pattern = self.bundle.get_message(message_id).value
            if pattern is not None:
                return pattern
        raise KeyError(f"{self._name} has no message {message_id}")

    def _parse(self, entry_id: str) -> None:
        """Parse a message and all that it names."""
        from fluent.runtime import FluentResource

        text = self._waiting.pop(entry_id, None)
        if text is not None:
            self.bundle.add_resource(FluentResource(text))
            for named in _REFERENCE.findall(text):
                self._parse(named)


@cache
def read_messages_of(code: str) -> Messages:
    """Return the messages of a language, read once."""
    return Messages(code)
