"""The messages of graphmap/words/ in one language, each read when it is first asked for.

Most are plain: text, arguments, and forms chosen by a whole number. Those are filled in here, since loading
Fluent takes longer than a short command may; for all others Fluent itself is asked. A test holds the two to
the same words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle
    from fluent.runtime.resolver import Pattern

# importlib.resources would import archives and temporary files with it, at every start.
_FOLDER = Path(__file__).parent / "words"

_ENTRY = re.compile(r"^(-?[A-Za-z][\w-]*) *=", re.MULTILINE)
"""How a message or term begins; the lines that belong to it are indented."""

_REFERENCE = re.compile(r"\{\s*(-?[A-Za-z][\w-]*)")
"""A message or term that another one names."""

_PLACEABLE = re.compile(r'\{\s*(?:"(?P<text>[^"\\{}]*)"\s*\}|\$(?P<name>[a-z][a-z_]*)\s*(?P<end>\}|->))')
_FORM = re.compile(r"\s*(?P<default>\*?)\[\s*(?P<key>[A-Za-z]+|\d+)\s*\][ \t]*")
_END_OF_FORM = re.compile(r"[ \t]*\n\s*(?=\*?\[|\})")
_END_OF_FORMS = re.compile(r"\s*\}")
_TEXT = re.compile(r"[^{}\n]*")

_ONE: Mapping[str, frozenset[int]] = {"en": frozenset({1}), "fa": frozenset({0, 1})}
"""The whole numbers of which a language speaks as of one (CLDR); of all others it speaks as of several."""


NO_WORDS: Mapping[str, object] = {}
"""No text that a message could choose by."""


class NotPlain(Exception):
    """What is not filled in here: Fluent is asked."""


@dataclass(frozen=True, slots=True)
class Argument:
    """The place of an argument in a message; `forms` are what is said by its number, `default` else."""

    name: str
    forms: Mapping[str, tuple[str | Argument, ...]] | None = None
    default: str = ""


class Word(str):
    """A text as it is said, by which a message chooses as it was given: the marks round it are not of it."""

    given: str

    def __new__(cls, said: str, given: str) -> Word:
        """Hold a text with what was given."""
        made = super().__new__(cls, said)
        made.given = given
        return made

    def __eq__(self, other: object) -> bool:
        """Say whether a text is what was given, or the same text."""
        return self.given == other or str.__eq__(self, other) is True

    __hash__ = str.__hash__


Parts = tuple[str | Argument, ...]


class Messages:
    """The messages of one language; `bundle` holds those of which Fluent was asked so far."""

    def __init__(self, code: str) -> None:
        """Read the file of a language and find where each message begins."""
        self._code, self._name = code, f"words/{code}.ftl"
        self._parsing = Lock()
        text = (_FOLDER / f"{code}.ftl").read_text("utf-8")
        starts = [*_ENTRY.finditer(text)]
        ends = [start.start() for start in starts[1:]] + [len(text)]
        self._texts = {start[1]: text[start.start() : end] for start, end in zip(starts, ends, strict=True)}
        self._waiting = set(self._texts)
        self._plain: dict[str, Parts] = {}

    @cached_property
    def bundle(self) -> FluentBundle:
        """Fluent's own messages."""
        from fluent.runtime import FluentBundle

        # Fluent would put isolating marks round every argument, which makes a table or a file unreadable.
        return FluentBundle([self._code], use_isolating=False)

    def fill(
        self,
        message_id: str,
        said: Mapping[str, str],
        numbers: Mapping[str, int],
        chosen: Mapping[str, object] = NO_WORDS,
    ) -> str:
        """Return a plain message with its arguments as they are said.

        `numbers` are those that are whole, `chosen` all as they were given: a message may choose by a word.

        Raises NotPlain for a message that is not plain, not there, or lacks an argument.
        """
        parts = self._plain.get(message_id)
        if parts is None:
            parts = self._plain[message_id] = read_plain(self._texts.get(message_id, ""))
        return "".join(self._fill(parts, said, numbers, chosen))

    def list_names(self, start: str) -> tuple[str, ...]:
        """Return the names of the messages that begin in a way."""
        return tuple(name for name in self._texts if name.startswith(start))

    def describe(self, message_id: str) -> list[Any]:
        """Return a plain message as lists for a script: texts, and arguments as [name, forms, default].

        `forms` leads from a number or a plural to what is said by it; an argument without forms is [name].
        Raises NotPlain as `fill` does.
        """
        return _describe(read_plain(self._texts.get(message_id, "")))

    def _fill(
        self, parts: Parts, said: Mapping[str, str], numbers: Mapping[str, int], chosen: Mapping[str, object]
    ) -> list[str]:
        filled: list[str] = []
        for part in parts:
            if isinstance(part, str):
                filled.append(part)
            elif part.forms is None:
                if part.name not in said:
                    raise NotPlain
                filled.append(said[part.name])
            else:
                filled += self._fill(part.forms[self._choose(part, numbers, chosen)], said, numbers, chosen)
        return filled

    def _choose(self, part: Argument, numbers: Mapping[str, int], chosen: Mapping[str, object]) -> str:
        """Return by which form of an argument a message goes on: by its number, or the word that it is."""
        forms = part.forms or {}
        number = numbers.get(part.name)
        if number is None:
            word = chosen.get(part.name)
            if isinstance(word, str) and word in forms:
                return word
            raise NotPlain
        known = (str(number), "one" if abs(number) in _ONE[self._code] else "other")
        return next((key for key in forms if key in known), part.default)

    def pattern(self, message_id: str) -> Pattern:
        """Return what Fluent makes of a message, arguments not yet filled in; KeyError if there is none."""
        with self._parsing:
            self._parse(message_id)
        if self.bundle.has_message(message_id):
            pattern = self.bundle.get_message(message_id).value
            if pattern is not None:
                return pattern
        raise KeyError(f"{self._name} has no message {message_id}")

    def _parse(self, entry_id: str) -> None:
        """Let Fluent parse a message and all that it names."""
        from fluent.runtime import FluentResource

        if entry_id in self._waiting:
            self._waiting.discard(entry_id)
            self.bundle.add_resource(FluentResource(self._texts[entry_id]))
            for named in _REFERENCE.findall(self._texts[entry_id]):
                self._parse(named)


def _describe(parts: Parts) -> list[Any]:
    return [
        part
        if isinstance(part, str)
        else [part.name]
        if part.forms is None
        else [part.name, {key: _describe(form) for key, form in part.forms.items()}, part.default]
        for part in parts
    ]


def read_plain(entry: str) -> Parts:
    """Return the parts of a message as its file has it; NotPlain where it holds more than is known here."""
    _, mark, value = entry.partition("=")
    value = value.partition("\n#")[0].strip()
    if not mark or not value:
        raise NotPlain
    parts, at = _read_parts(value, 0, within=False)
    if at < len(value):
        raise NotPlain
    return parts


def _read_parts(text: str, at: int, within: bool) -> tuple[Parts, int]:
    """Read the parts of a message, or of a form within it, from a place on; return also where they end."""
    parts: list[str | Argument] = []
    while at < len(text):
        if within and (end := _END_OF_FORM.match(text, at)):
            return tuple(parts), end.end()
        if text[at] == "{":
            part, at = _read_placeable(text, at)
            parts.append(part)
            continue
        found = _TEXT.match(text, at)
        if found is None or found.end() == at:  # a brace that closes nothing, a second line
            raise NotPlain
        at = found.end()
        end = _END_OF_FORM.match(text, at) if within else None
        parts.append(found[0].rstrip() if end else found[0])
    if within:
        raise NotPlain
    return tuple(parts), at


def _read_placeable(text: str, at: int) -> tuple[str | Argument, int]:
    found = _PLACEABLE.match(text, at)
    if found is None:
        raise NotPlain
    if found["name"] is None:
        return found["text"], found.end()
    if found["end"] == "}":
        return Argument(found["name"]), found.end()
    forms: dict[str, Parts] = {}
    default, at = "", found.end()
    while form := _FORM.match(text, at):
        forms[form["key"]], at = _read_parts(text, form.end(), within=True)
        if form["default"]:
            default = form["key"]
    end = _END_OF_FORMS.match(text, at)
    if end is None or not default:
        raise NotPlain
    return Argument(found["name"], forms, default), end.end()


@cache
def read_messages_of(code: str) -> Messages:
    """Return the messages of a language, read once."""
    return Messages(code)
