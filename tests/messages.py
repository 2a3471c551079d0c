"""The messages of both languages as Fluent's own parser reads them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from graphmap.language import Code

PLURALS = ("one", "other")
"""The words by which a message chooses for numbers."""


class Seen(Visitor):
    """Collects the variables of a message, those by which it chooses what it says, and its shown text."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.choosing: set[str] = set()
        self.words: dict[str, list[str]] = {}
        self.text: list[str] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        if isinstance(node.selector, ast.VariableReference):
            self.choosing.add(node.selector.id.name)
            keys = [variant.key for variant in node.variants]
            words = [key.name for key in keys if isinstance(key, ast.Identifier) and key.name not in PLURALS]
            self.words.setdefault(node.selector.id.name, []).extend(words)
        self.generic_visit(node)

    def choose(self, number: int) -> dict[str, Any]:
        """Return a number for each variable that chooses by one, a word for each that chooses by words."""
        return {one: self.words[one][0] if self.words[one] else number for one in self.choosing}

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.text.append(node.value)


@cache
def read_messages(code: Code) -> dict[str, Seen]:
    """Return every message of a language; fails on one that is written twice or is no Fluent."""
    source = (files("graphmap") / "words" / f"{code}.ftl").read_text("utf-8")
    found: dict[str, Seen] = {}
    for entry in FluentParser().parse(source).body:
        assert not isinstance(entry, ast.Junk), f"{code}.ftl: {entry.content}"
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{code}.ftl has {entry.id.name} twice"
            found[entry.id.name] = Seen()
            found[entry.id.name].visit(entry)
    return found
