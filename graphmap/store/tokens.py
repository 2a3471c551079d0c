"""Cuts a query into tokens as both engines cut it, its comments and odd white space blanked."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from graphmap.errors import QueryRefused

_TOKEN = re.compile(
    r"""
    (?P<blank>\s+)
  | (?P<comment>//[^\n\r]*|/\*.*?\*/)
  | (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
  | (?P<quoted>`(?:[^`]|``)*`)
  | (?P<number>\d\w*(?:\.\d\w*)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)

_NUMBER = re.compile(
    r"[0-9][0-9_]*(\.[0-9][0-9_]*)?([eE][0-9]*)?[fFdD]?|0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+"
)

MARKS = frozenset("()[]{}<>.,:;|&!%+-*/^=~$@#?'\"`\\")
"""The marks of Cypher. Neo4j reads some others as white space, as a dash or as part of a word."""

PARTERS = frozenset({"UNION", "INTERSECT", "EXCEPT"})
"""The words between two parts of a query."""

BEFORE_NAMES = frozenset({
    "AND", "AS", "BY", "CALL", "CASE", "CONTAINS", "DISTINCT", "ELSE", "FILTER", "IN", "INDEX", "IS", "LET",
    "LIMIT", "MATCH", "NOT", "OFFSET", "ON", "OR", "RETURN", "SCAN", "SEEK", "SKIP", "THEN", "UNWIND", "WHEN",
    "WHERE", "WITH", "XOR", "YIELD",
})  # fmt: skip
"""The keywords that a name may follow: one that follows another word is read as no name."""

AFTER_NAMES = frozenset({
    "AND", "AS", "ASC", "ASCENDING", "CALL", "CONTAINS", "DESC", "DESCENDING", "ELSE", "END", "ENDS", "IN",
    "IS", "LIMIT", "MATCH", "NULLS", "OFFSET", "OPTIONAL", "OR", "ORDER", "RETURN", "SKIP", "STARTS", "THEN",
    "UNWIND", "USING", "WHEN", "WHERE", "WITH", "XOR", "YIELD", *PARTERS,
})  # fmt: skip
"""The keywords that may follow a name."""

OPENING, CLOSING = frozenset("([{"), frozenset(")]}")

Sort = Literal["text", "quoted", "number", "word", "mark"]


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query: its sort and its text as written.

    `word` holds the letters of a word in one form (upper case, no accents), and `name` those of a word or of
    what stands in backticks, for kglite reads some of its keywords there too.
    """

    sort: Sort
    text: str
    word: str = ""
    name: str = ""

    def said(self) -> str:
        """Return the text without backticks."""
        return self.text[1:-1].replace("``", "`") if self.sort == "quoted" else self.text

    def cited(self) -> str:
        """Return the text as a message may hold it."""
        return cite(self.text)


def cut_query(cypher: str) -> tuple[str, list[Token]]:
    """Return a query as it may be handed on, and its tokens.

    Comments are blanked, and each white space becomes the plain one: engines differ in what is one. Raises
    QueryRefused where a text is not closed, and for a sign outside quotes that Cypher does not have.
    """
    kept: list[str] = []
    tokens: list[Token] = []
    start = 0
    for sort, piece in cut_pieces(cypher):
        place, start = start, start + len(piece)
        if sort in {"comment", "blank"}:
            kept.append(re.sub(r"[^\n\r]", " ", piece))
            continue
        kept.append(piece)
        if sort == "mark":
            _judge_mark(piece, cypher, place)
        if sort == "number" and not _NUMBER.fullmatch(piece):
            raise QueryRefused(f"{piece[:40]} is neither a number nor a name")
        tokens.append(_make_token(sort, piece))  # type: ignore[arg-type]
    return "".join(kept), tokens


def cut_pieces(cypher: str) -> list[tuple[str, str]]:
    """Return the pieces of a query as they are written, each with its sort; together they are the query."""
    return [(found.lastgroup or "", found.group()) for found in _TOKEN.finditer(cypher)]


def cite(text: str, most: int = 40) -> str:
    """Return a piece of a query as a message may hold it: on one line, printable, and not long."""
    line = " ".join(text.split())
    return "".join(letter for letter in line if letter.isprintable())[:most]


def fold_word(text: str) -> str:
    """Return the letters of a word in the one form in which they are compared.

    Engines compare words without case by rules of their own: ſ (long s) is an s to some.

    >>> fold_word("lo\u00e0d"), fold_word("c\u017fv")
    ('LOAD', 'CSV')
    """
    if text.isascii():
        return text.upper()
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter)).upper()


def follows(before: Token | None, *marks: str) -> bool:
    """Say whether what stands before a token is one of these marks."""
    return before is not None and before.sort == "mark" and before.text in marks


def _make_token(sort: Sort, piece: str) -> Token:
    if sort == "word":
        word = fold_word(piece)
        return Token(sort, piece, word, word)
    if sort == "quoted":
        return Token(sort, piece, "", fold_word(piece[1:-1]))
    return Token(sort, piece)


def _judge_mark(piece: str, cypher: str, start: int) -> None:
    if piece in "'\"`":
        raise QueryRefused(f"the query has a {piece} that is not closed")
    if piece == "/" and cypher.startswith("/*", start):
        raise QueryRefused("the query has a /* that is not closed")
    if piece not in MARKS:
        seen = f"{piece} " if piece.isprintable() else ""
        raise QueryRefused(
            f"the sign {seen}(U+{ord(piece):04X}) outside quotes is refused: "
            "a name that has it is written in backticks"
        )
