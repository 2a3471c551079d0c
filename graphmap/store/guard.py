"""Lets one read-only query through to an engine and refuses everything else by name, before it gets there.

The engines' own read-only modes are not enough: kglite's cursor answers LOAD CSV and reads any file of the
machine; Neo4j's READ mode admits LOAD CSV, SHOW SETTINGS and TERMINATE. So the text is cut into tokens as
both engines cut it, and what is handed on is the text that was judged: its comments are blanked, so that an
engine with another idea of where a comment ends reads nothing that was not looked at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graphmap.errors import QueryRefused

BEGINNINGS = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})
"""The words with which an admitted query begins."""

WRITES = frozenset({
    "CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "DROP", "FOREACH", "INSERT",
    "ALTER", "GRANT", "DENY", "REVOKE", "RENAME",
})  # fmt: skip
"""Clauses and commands that change a graph or who may read it."""

COMMANDS = frozenset({"SHOW", "TERMINATE", "USE"})
"""Commands about the server, its users and its other graphs."""

PROCEDURES = frozenset({"db.labels", "db.relationshiptypes", "db.propertykeys"})
"""The procedures that may be called: they list names, and both engines have them."""

NAMESPACES = frozenset({"date", "datetime", "localdatetime", "time", "localtime", "duration", "point"})
"""Namespaces of Cypher's own functions; any other function with a dot is somebody's plug-in."""

UNLIKE_FUNCTIONS = {
    "ID": "write n.id, the id that the model declares",
    "ELEMENTID": "write n.id, the id that the model declares",
    "PROPERTIES": "name the properties that you want, each as a column",
    "KEYS": "name the properties that you want, each as a column",
}
"""Functions to which the two engines give different answers (kglite adds `type` and `title` of its own)."""

UNLIKE_PROPERTIES = {"TYPE": "type(r)", "TITLE": "n.name", "LABEL": "labels(n)"}
"""Names that kglite answers for itself where Neo4j answers null, and what is meant by them."""

LONGEST = 100_000

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

Sort = Literal["text", "quoted", "number", "word", "mark"]


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query: its sort, its text as written, and for a word its letters in one form."""

    sort: Sort
    text: str
    word: str = ""


def admit_query(cypher: str) -> str:
    """Return the text that an engine may run: the query, its comments blanked and a last `;` taken off.

    >>> admit_query("MATCH (n) RETURN n.set; // all")
    'MATCH (n) RETURN n.set'

    Raises QueryRefused, with the reason and what to do instead.
    """
    if len(cypher) > LONGEST:
        raise QueryRefused(f"the query is longer than {LONGEST} characters")
    if "\\u" in cypher.lower():
        # Neo4j turns \u0053 into S before it looks for words, and \u0027 into the end of a string.
        raise QueryRefused(
            "\\u escapes are refused: write the letter itself, or give the value as a parameter"
        )
    text, tokens = cut_query(cypher)
    if tokens and tokens[-1].text == ";":
        tokens = tokens[:-1]
        text = text.rstrip()[:-1]
    if not tokens:
        raise QueryRefused("the query is empty; it would be something like MATCH (n:Province) RETURN n.name")
    if any(token.text == ";" for token in tokens):
        raise QueryRefused("a second statement after ; is refused: send one query at a time")
    for place in range(len(tokens)):
        _judge(tokens, place)
    if tokens[0].word not in BEGINNINGS:
        raise QueryRefused(
            f"a query that begins with {tokens[0].text[:40]} is refused: graphmap reads only, "
            "and a query begins with MATCH, OPTIONAL MATCH, WITH, UNWIND, RETURN or CALL"
        )
    return text.rstrip()


def cut_query(cypher: str) -> tuple[str, list[Token]]:
    """Return a query with its comments blanked, and its tokens; QueryRefused where a text is not closed."""
    kept: list[str] = []
    tokens: list[Token] = []
    for found in _TOKEN.finditer(cypher):
        piece = found.group()
        sort = found.lastgroup
        if sort == "comment":
            kept.append(re.sub(r"[^\n\r]", " ", piece))
            continue
        kept.append(piece)
        if sort == "mark" and piece in "'\"`":
            raise QueryRefused(f"the query has a {piece} that is not closed")
        if sort == "mark" and piece == "/" and cypher.startswith("/*", found.start()):
            raise QueryRefused("the query has a /* that is not closed")
        if sort == "word":
            # Engines compare words without case by rules of their own: ſ (long s) is an s to some.
            letters = unicodedata.normalize("NFKC", piece).casefold().upper()
            tokens.append(Token("word", piece, letters))
        elif sort in {"text", "quoted", "number", "mark"}:
            tokens.append(Token(sort, piece))  # type: ignore[arg-type]
    return "".join(kept), tokens


def _judge(tokens: Sequence[Token], place: int) -> None:
    """Raise QueryRefused if the token at a place begins something that is refused."""
    token = tokens[place]
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    after_text = after.text if after else ""
    if token.text == "." and after_text == "*":
        raise QueryRefused(f"{{.*}} is refused: {UNLIKE_FUNCTIONS['KEYS']}")
    if after_text == "(" and not _follows(before, ":", "|", "&", "!"):
        _judge_function(tokens, place)
    if token.sort != "word":
        return
    if _follows(before, ".") and tokens[place - 2].sort != "number" and tokens[place - 2].text != ".":
        if token.word in UNLIKE_PROPERTIES and after_text not in {"(", "."}:
            raise QueryRefused(
                f"the property {token.text} is refused, for nothing has one: "
                f"{UNLIKE_PROPERTIES[token.word]} is meant"
            )
        return
    if _follows(before, ":", "$") or after_text == ":":
        return  # a label, a parameter, or the key of a map
    if token.word in WRITES:
        if _is_alias(before, after):
            return
        raise QueryRefused(_say(token, "graphmap reads only; files and `graphmap import` change a graph"))
    if token.word in COMMANDS:
        raise QueryRefused(_say(token, "a query asks the graph, not its server"))
    if token.word == "LOAD" and after is not None and after.word == "CSV":
        raise QueryRefused("LOAD CSV is refused: a query reads the graph, and no files")
    if token.word == "FORMAT" and after is not None and after.word == "CSV":
        raise QueryRefused("FORMAT CSV is refused: give --format csv to the command instead")
    if token.word == "TRANSACTIONS" and before is not None and before.word in {"IN", "CONCURRENT"}:
        raise QueryRefused("CALL { } IN TRANSACTIONS is refused: a query reads in one transaction")
    if token.word == "CALL":
        _judge_call(tokens, place)


def _follows(before: Token | None, *marks: str) -> bool:
    return before is not None and before.sort == "mark" and before.text in marks


def _is_alias(before: Token | None, after: Token | None) -> bool:
    """Say whether a word after AS is an alias and no clause (AS may itself be the name of a variable)."""
    ends = (
        after is None
        or after.text in {",", ")", "}"}
        or after.word in BEGINNINGS | {"ORDER", "WHERE", "UNION"}
    )
    return before is not None and before.word == "AS" and ends


def _say(token: Token, why: str) -> str:
    return f"{token.word} is refused: {why}. If it is a name, write it as `{token.text}` in backticks"


def _judge_call(tokens: Sequence[Token], place: int) -> None:
    """Admit a subquery in braces, and the procedures of the list; refuse the rest."""
    if place + 1 < len(tokens) and tokens[place + 1].text in {"{", "("}:
        return
    name = "".join(_read_dotted(tokens, place + 1))
    if name.casefold() not in PROCEDURES:
        raise QueryRefused(
            f"the procedure {name[:80] or '(none)'} is refused; those that may be called are "
            "db.labels, db.relationshipTypes and db.propertyKeys"
        )


def _read_dotted(tokens: Sequence[Token], place: int) -> Iterator[str]:
    """Yield the names and dots of a dotted name that begins at a place, backticks taken off."""
    dot = True
    while place < len(tokens):
        token = tokens[place]
        if dot and token.sort in {"word", "quoted"}:
            yield _unquoted(token)
        elif not dot and token.text == ".":
            yield "."
        else:
            return
        dot = not dot
        place += 1


def _unquoted(token: Token) -> str:
    return token.text[1:-1].replace("``", "`") if token.sort == "quoted" else token.text


def _judge_function(tokens: Sequence[Token], place: int) -> None:
    """Refuse a call of a plug-in's function, and of one that the two engines answer differently."""
    if tokens[place].sort not in {"word", "quoted"}:
        return
    start = place
    while start >= 2 and tokens[start - 1].text == "." and tokens[start - 2].sort in {"word", "quoted"}:
        start -= 2
    if start and tokens[start - 1].word in {"CALL", "YIELD"}:
        return  # a procedure, judged at its CALL
    names = [_unquoted(token) for token in tokens[start : place + 1 : 2]]
    if len(names) > 1 and names[0].casefold() not in NAMESPACES:
        raise QueryRefused(f"the function {'.'.join(names)[:80]} is refused: it is not one of Cypher's own")
    instead = UNLIKE_FUNCTIONS.get(names[-1].upper()) if len(names) == 1 else None
    if instead:
        raise QueryRefused(f"{names[-1]}() is refused, for the two engines answer it differently: {instead}")
