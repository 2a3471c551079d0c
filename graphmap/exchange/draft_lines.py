"""The lines of a draft of a mapping: keys and steps of TOML, each with a comment, and open questions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from graphmap.text import clean_name, mint_slug

if TYPE_CHECKING:
    from graphmap.language import Language


def quote(text: str) -> str:
    """Return a text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def list_texts(texts: Iterable[str]) -> str:
    """Return a list of texts as TOML writes it."""
    return "[" + ", ".join(map(quote, texts)) + "]"


class Lines:
    """Lines that are added one after the other; what is asked in them is kept, too."""

    def __init__(self, stem: str, language: Language) -> None:
        """Begin with the name of a file, and the language of the comments."""
        self.language, self.stem = language, stem
        self.lines: list[str] = []
        self.questions: list[str] = []
        self.tables_of_names: set[str] = set()
        """The value tables of names that stand in the draft."""
        self.source = f"source:{mint_slug(stem)}"

    def word(self, message: str, **given: str | int) -> str:
        """Return a message of drafts in the language."""
        return self.language.words(f"draft-{message}", **given)

    def say(self, message: str, **given: str | int) -> None:
        """Write a comment."""
        self.lines.append(f"# {clean_name(self.word(message, **given))}")

    def ask(self, message: str, **given: str | int) -> None:
        """Ask a question: as a comment where it belongs, and at the end."""
        said = clean_name(self.word(message, **given))
        self.lines.append(f"# ? {said}")
        self.questions.append(said)

    def key(self, name: str, text: str, message: str, **given: str | int) -> None:
        """Write a key with a text and a comment."""
        self.lines.append(f"{name} = {quote(text)}  # {clean_name(self.word(message, **given))}")

    def raw(self, written: str, message: str, **given: str | int) -> None:
        """Write a line of TOML with a comment."""
        self.lines.append(f"{written}  # {clean_name(self.word(message, **given))}")
