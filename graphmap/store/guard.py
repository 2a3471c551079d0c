"""Lets one read-only query through to an engine and refuses everything else by name, before it gets there.

The engines' own read-only modes are not enough: kglite's cursor answers LOAD CSV and reads any file of the
machine, and it reads LOAD, CSV, SHOW and FORMAT as keywords in backticks too; Neo4j's READ mode admits
LOAD CSV, SHOW SETTINGS and TERMINATE. So a query is judged token by token, what is handed on is the text that
was judged, and a text that an engine's parser could not hold on its stack does not reach it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphmap.errors import QueryRefused
from graphmap.store.tokens import Token, cut_query

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
    # kglite 0.21 stops at 256 paths and does not say so.
    "ALLSHORTESTPATHS": "write shortestPath for one of them, or a pattern of the length that you want",
}
"""Functions to which the two engines give different answers (kglite adds `type` and `title` of its own)."""

UNLIKE_PROPERTIES = {"TYPE": "type(r)", "TITLE": "n.name", "LABEL": "labels(n)"}
"""Names that kglite answers for itself where Neo4j answers null, and what is meant by them."""

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

LONGEST = 100_000
MOST_TOKENS = 20_000
DEEPEST = 60
MOST_PARTS = 50
LONGEST_CHAIN = 50


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
    _bound_size(tokens)
    for place in range(len(tokens)):
        _judge(tokens, place)
    _judge_patterns(tokens)
    if tokens[0].word not in BEGINNINGS:
        raise QueryRefused(
            f"a query that begins with {tokens[0].text[:40]} is refused: graphmap reads only, "
            "and a query begins with MATCH, OPTIONAL MATCH, WITH, UNWIND, RETURN or CALL"
        )
    return text.rstrip()


def _bound_size(tokens: Sequence[Token]) -> None:
    """Raise QueryRefused for a query at which the parser or planner of an engine would run out of stack."""
    if len(tokens) > MOST_TOKENS:
        raise QueryRefused(
            f"the query has more than {MOST_TOKENS} words, numbers and signs; give long lists as a parameter"
        )
    depth = cases = parts = chain = 0
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        named = _follows(before, ".", ":")
        word = "" if named else token.word
        mark = token.text if token.sort == "mark" else ""
        depth += (mark in OPENING) - (mark in CLOSING)
        cases += (word == "CASE") - (word == "END" and cases > 0)
        if depth > DEEPEST or cases > DEEPEST:
            raise QueryRefused(
                f"brackets, subqueries and CASE more than {DEEPEST} deep are refused; "
                "name the parts of the query with WITH"
            )
        parts += word in PARTERS
        if parts >= MOST_PARTS:
            raise QueryRefused(
                f"more than {MOST_PARTS} parts joined by UNION are refused; UNWIND a list instead"
            )
        if mark == "." or (mark == "[" and _follows(before, "]")):
            chain += 1
        elif (mark and mark not in {"[", "]"}) or (token.name and not named):
            chain = 0
        if chain > LONGEST_CHAIN:
            raise QueryRefused(f"a chain of more than {LONGEST_CHAIN} properties is refused")


def _judge(tokens: Sequence[Token], place: int) -> None:
    """Raise QueryRefused if the token at a place begins something that is refused."""
    token = tokens[place]
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    after_text = after.text if after else ""
    if token.text == "." and after_text == "*":
        raise QueryRefused(f"{{.*}} is refused: {UNLIKE_FUNCTIONS['KEYS']}")
    if token.sort == "text":
        _judge_index(tokens, place)
    if not token.name:
        return
    if after_text == "(":
        _judge_function(tokens, place)
    if after is not None:
        _judge_pair(token, after)
    if _follows(before, ".") and tokens[place - 2].sort != "number" and tokens[place - 2].text != ".":
        if token.name in UNLIKE_PROPERTIES and after_text not in {"(", "."}:
            raise _refuse_property(token.said(), token.name)
        return
    if _follows(before, ":", "$") or (after_text == ":" and _follows(before, "{", ",", "(", "[")):
        return  # a label, a parameter, the key of a map, or a name that is given a label
    if token.sort == "quoted":
        _judge_quoted(tokens, place)
    elif token.word in WRITES:
        if not _is_alias(tokens, place):
            raise QueryRefused(_say(token, "graphmap reads only; files and `graphmap import` change a graph"))
    elif token.word in COMMANDS:
        raise QueryRefused(_say(token, "a query asks the graph, not its server"))
    elif token.word == "TRANSACTIONS":
        if before is not None and (before.word == "CONCURRENT" or _follows_body(tokens, place)):
            raise QueryRefused("CALL { } IN TRANSACTIONS is refused: a query reads in one transaction")
    elif token.word == "CALL":
        _judge_call(tokens, place)


def _judge_pair(token: Token, after: Token) -> None:
    """Refuse two words that mean a file or a format, whether or not they stand in backticks."""
    if token.name == "LOAD" and after.name and after.word not in AFTER_NAMES:
        raise QueryRefused(f"LOAD {after.name[:40]} is refused: a query reads the graph, and no files")
    if token.name == "FORMAT" and after.name == "CSV":
        raise QueryRefused("FORMAT CSV is refused: give --format csv to the command instead")


def _judge_quoted(tokens: Sequence[Token], place: int) -> None:
    """Refuse a name in backticks where no name can stand: kglite would read a keyword there."""
    token = tokens[place]
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is not None and before.word and before.word not in BEFORE_NAMES:
        raise QueryRefused(f"a name in backticks cannot follow {before.text[:40]}: {token.text[:40]}")
    if after is not None and after.name and after.word not in AFTER_NAMES:
        raise QueryRefused(f"two names side by side are refused: {token.text[:40]} {after.text[:40]}")


def _judge_index(tokens: Sequence[Token], place: int) -> None:
    """Refuse n['title'] as n.title is refused."""
    name = tokens[place].text[1:-1].upper()
    if name not in UNLIKE_PROPERTIES or place < 2 or place + 1 >= len(tokens):
        return
    indexed = tokens[place - 2]
    if (
        tokens[place - 1].text == "["
        and tokens[place + 1].text == "]"
        and (indexed.text in {")", "]"} or (indexed.name and indexed.word not in BEFORE_NAMES))
    ):
        raise _refuse_property(tokens[place].text[1:-1], name)


@dataclass(frozen=True, slots=True)
class _Bracket:
    """A bracket that is open: its mark, whether it is one of a pattern, and the name of a call."""

    mark: str
    of_pattern: bool
    call: str = ""


def _judge_patterns(tokens: Sequence[Token]) -> None:
    """Refuse (n {title: 'x'}) as n.title is refused, and a path that may have any length."""
    opened: list[_Bracket] = []
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        around = opened[-1] if opened else _Bracket("", False)
        mark = token.text if token.sort == "mark" else ""
        if mark in CLOSING and opened:
            opened.pop()
        elif mark == "(":
            call = before.name if before is not None and before.word not in BEFORE_NAMES else ""
            opened.append(_Bracket(mark, not call, call))
        elif mark == "[":
            opened.append(_Bracket(mark, _follows(before, "-")))
        elif mark == "{":
            begins = _follows(before, "(", "[") or (before is not None and bool(before.name))
            opened.append(_Bracket(mark, around.of_pattern and begins))
        elif mark == "*" and around.mark == "[" and around.of_pattern:
            if not _is_bounded(tokens, place + 1) and opened[-2:-1] != [_Bracket("(", False, "SHORTESTPATH")]:
                # kglite 0.21 stops at ten steps and does not say so.
                raise QueryRefused("a path of any length is refused: say the greatest, as in [:IN*1..10]")
        elif (
            token.name in UNLIKE_PROPERTIES
            and around.mark == "{"
            and around.of_pattern
            and _follows(before, "{", ",")
        ):
            raise _refuse_property(token.said(), token.name)


def _is_bounded(tokens: Sequence[Token], place: int) -> bool:
    """Say whether what follows a `*` in a pattern has a greatest length: *3, *..3 or *1..3, but not *1.. ."""
    marks = "".join("n" if token.sort == "number" else token.text for token in tokens[place : place + 4])
    return marks.startswith(("..n", "n..n")) or (marks.startswith("n") and not marks.startswith("n.."))


def _refuse_property(said: str, name: str) -> QueryRefused:
    return QueryRefused(
        f"the property {said} is refused, for nothing has one: {UNLIKE_PROPERTIES[name]} is meant"
    )


def _follows(before: Token | None, *marks: str) -> bool:
    return before is not None and before.sort == "mark" and before.text in marks


def _follows_body(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a word follows `} IN`, as in CALL { … } IN TRANSACTIONS."""
    return place > 1 and tokens[place - 1].word == "IN" and _follows(tokens[place - 2], "}")


def _is_alias(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a word is the alias after AS, and no clause after something that is named `as`."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    ends = (
        after is None
        or after.text in {",", ")", "}"}
        or after.word in BEGINNINGS | {"ORDER", "WHERE", "UNION"}
    )
    return ends and place > 0 and _is_keyword_as(tokens, place - 1)


def _is_keyword_as(tokens: Sequence[Token], place: int) -> bool:
    """Say whether the token at a place is the keyword AS: the word, behind the end of an expression."""
    if tokens[place].word != "AS" or not place:
        return False
    before = tokens[place - 1]
    if before.sort == "mark":
        return before.text in CLOSING
    if before.word == "AS":
        return not _is_keyword_as(tokens, place - 1)
    return before.word not in BEFORE_NAMES or (place > 1 and _follows(tokens[place - 2], ".", ":", "$"))


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
            yield token.said()
        elif not dot and token.text == ".":
            yield "."
        else:
            return
        dot = not dot
        place += 1


def _judge_function(tokens: Sequence[Token], place: int) -> None:
    """Refuse a call of a plug-in's function, and of one that the two engines answer differently."""
    start = place
    while start >= 2 and tokens[start - 1].text == "." and tokens[start - 2].sort in {"word", "quoted"}:
        start -= 2
    if start and tokens[start - 1].word in {"CALL", "YIELD"}:
        return  # a procedure, judged at its CALL
    names = [token.said() for token in tokens[start : place + 1 : 2]]
    if len(names) > 1 and names[0].casefold() not in NAMESPACES:
        raise QueryRefused(f"the function {'.'.join(names)[:80]} is refused: it is not one of Cypher's own")
    instead = UNLIKE_FUNCTIONS.get(tokens[place].name) if len(names) == 1 else None
    if instead:
        raise QueryRefused(f"{names[-1]}() is refused, for the two engines answer it differently: {instead}")
