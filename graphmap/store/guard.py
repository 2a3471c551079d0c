"""Lets one read-only query through to an engine and refuses everything else by name, before it gets there.

The engines' own read-only modes are not enough: kglite's cursor answers LOAD CSV and reads any file of the
machine, and it reads LOAD, CSV, SHOW and FORMAT as keywords in backticks too; Neo4j's READ mode admits
LOAD CSV, SHOW SETTINGS and TERMINATE. So a query is judged token by token, what is handed on is the text that
was judged, and a text that an engine's parser could not hold on its stack does not reach it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphmap.errors import QueryRefused
from graphmap.store.size import bound_conditions, bound_length, bound_size
from graphmap.store.tokens import AFTER_NAMES, BEFORE_NAMES, CLOSING, Token, cite, cut_query, follows
from graphmap.store.unlike import judge_likeness, judge_name

BEGINNINGS = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})
"""The words with which an admitted query begins."""

ENDINGS = frozenset({"RETURN", "FINISH"})
"""The words with which an admitted query ends; kglite answers some that end otherwise."""

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


def admit_query(cypher: str) -> str:
    """Return the text that an engine may run: the query, its comments blanked and a last `;` taken off.

    >>> admit_query("MATCH (n) RETURN n.set; // all")
    'MATCH (n) RETURN n.set'

    Raises QueryRefused, with the reason and what to do instead.
    """
    bound_length(cypher)
    if "\\u" in cypher.lower():
        # Neo4j turns \u0053 into S before it looks for words, and \u0027 into the end of a string.
        raise QueryRefused(
            "\\u escapes are refused: write the letter itself, or give the value as a parameter"
        )
    if any("\ud800" <= letter <= "\udfff" for letter in cypher):
        raise QueryRefused("the query holds bytes that are no text; write it in UTF-8")
    text, tokens = cut_query(cypher)
    if tokens and tokens[-1].text == ";":
        tokens = tokens[:-1]
        text = text.rstrip()[:-1]
    if not tokens:
        raise QueryRefused("the query is empty; it would be something like MATCH (n:Province) RETURN n.name")
    if any(token.text == ";" for token in tokens):
        raise QueryRefused("a second statement after ; is refused: send one query at a time")
    bound_size(tokens)
    bound_conditions(tokens)
    for place in range(len(tokens)):
        _judge(tokens, place)
    judge_likeness(tokens)
    if tokens[0].word not in BEGINNINGS:
        raise QueryRefused(
            f"a query that begins with {tokens[0].cited()} is refused: graphmap reads only, "
            "and a query begins with MATCH, OPTIONAL MATCH, WITH, UNWIND, RETURN or CALL"
        )
    if tokens[0].word != "CALL" and not any(token.word in ENDINGS for token in tokens):
        raise QueryRefused("the query returns nothing: end it with RETURN, such as RETURN n.name")
    return text.rstrip()


def _judge(tokens: Sequence[Token], place: int) -> None:
    """Raise QueryRefused if the token at a place begins something that is refused."""
    token = tokens[place]
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    after_text = after.text if after else ""
    if not token.name:
        return
    if after_text == "(":
        _judge_function(tokens, place)
    if after is not None:
        _judge_pair(token, after)
    if follows(before, ".") and tokens[place - 2].sort != "number" and tokens[place - 2].text != ".":
        return  # a property
    if follows(before, ":", "$") or (after_text == ":" and follows(before, "{", ",", "(", "[")):
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
        raise QueryRefused(f"LOAD {cite(after.name)} is refused: a query reads the graph, and no files")
    if token.name == "FORMAT" and after.name == "CSV":
        raise QueryRefused("FORMAT CSV is refused: give --format csv to the command instead")


def _judge_quoted(tokens: Sequence[Token], place: int) -> None:
    """Refuse a name in backticks where no name can stand: kglite would read a keyword there."""
    token = tokens[place]
    before = tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is not None and before.word and before.word not in BEFORE_NAMES:
        raise QueryRefused(f"a name in backticks cannot follow {before.cited()}: {token.cited()}")
    if after is not None and after.name and after.word not in AFTER_NAMES:
        raise QueryRefused(f"two names side by side are refused: {token.cited()} {after.cited()}")


def _follows_body(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a word follows `} IN`, as in CALL { … } IN TRANSACTIONS."""
    return place > 1 and tokens[place - 1].word == "IN" and follows(tokens[place - 2], "}")


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
    return before.word not in BEFORE_NAMES or (place > 1 and follows(tokens[place - 2], ".", ":", "$"))


def _say(token: Token, why: str) -> str:
    return f"{token.word} is refused: {why}. If it is a name, write it as `{token.text}` in backticks"


def _judge_call(tokens: Sequence[Token], place: int) -> None:
    """Admit a subquery in braces, and the procedures of the list; refuse the rest."""
    if place + 1 < len(tokens) and tokens[place + 1].text in {"{", "("}:
        return
    name = "".join(_read_dotted(tokens, place + 1))
    if name.casefold() not in PROCEDURES:
        raise QueryRefused(
            f"the procedure {cite(name, 80) or '(none)'} is refused; those that may be called are "
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
        raise QueryRefused(
            f"the function {cite('.'.join(names), 80)} is refused: it is not one of Cypher's own"
        )
    judge_name(tokens[start : place + 1 : 2])
