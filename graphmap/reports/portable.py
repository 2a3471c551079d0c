"""Refuses Cypher that the two engines do not both have, by name, and says what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphmap.store.tokens import Token

COMPARISONS = frozenset({"<", ">", "="})

BOUNDARIES = frozenset({
    "MATCH", "OPTIONAL", "WHERE", "WITH", "UNWIND", "RETURN", "CALL", "UNION", "ORDER", "SKIP", "LIMIT",
    "AND", "OR", "XOR", "NOT", "CASE", "WHEN", "THEN", "ELSE", "END", "AS",
})  # fmt: skip
"""Words between which at most one comparison stands."""

OPENING, CLOSING = frozenset({"(", "[", "{"}), frozenset({")", "]", "}"})
REPEATS = frozenset({"+", "*"})
NOTHING = Token("mark", "")


def find_unportable(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield a sentence for each thing in a query that is not portable."""
    for place, token in enumerate(tokens):
        after = _at(tokens, place + 1)
        if token.word == "COLLECT" and after.text == "{":
            yield "COLLECT { } is not on both engines: use CALL { … RETURN collect(…) AS … }"
        elif token.word == "NULLIF" and after.text == "(":
            yield "nullIf( ) is not on both engines: use CASE WHEN a <> b THEN a END"
        elif token.word == "PERCENTILECONT" and after.text == "(":
            yield "percentileCont( ) is not on both engines: use percentileDisc( )"
        elif token.word == "SHORTEST" and (after.sort in {"number", "word"} or after.text in {"$", "("}):
            yield "SHORTEST is not on both engines: use shortestPath( )"
        elif token.word == "LOAD" and after.word == "CSV":
            yield "LOAD CSV reads files, and a report reads the graph"
        elif token.word == "TRANSACTIONS":
            yield "CALL { } IN TRANSACTIONS is not on both engines: a report reads in one transaction"
        elif token.text == ")" and _is_group_repeated(tokens, place):
            yield "a quantified path, (( … )){1,3} or (( … ))+, is not on both engines: use [:TYPE*1..3]"
        elif _ends_arrow(tokens, place) and _is_repeat(tokens, place + 1):
            yield "a quantified relationship, ->{1,3} or ->+, is not on both engines: use [:TYPE*1..3]"
    yield from _find_inner_where(tokens)
    yield from _find_chained(tokens)


def _at(tokens: Sequence[Token], place: int) -> Token:
    return tokens[place] if 0 <= place < len(tokens) else NOTHING


def _is_repeat(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a quantifier stands at a place: {1,3}, {,3}, + or * before a node."""
    mark, after = _at(tokens, place).text, _at(tokens, place + 1)
    return (mark == "{" and (after.sort == "number" or after.text == ",")) or (
        mark in REPEATS and after.text == "("
    )


def _ends_arrow(tokens: Sequence[Token], place: int) -> bool:
    """Say whether the last mark of a relationship in a pattern stands at a place."""
    text, before, first = tokens[place].text, _at(tokens, place - 1).text, _at(tokens, place - 2).text
    return (text == ">" and before == "-" and first in {"]", "-"}) or (text == "-" and before == "]")


def _is_group_repeated(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a ) ends a group of a path pattern that is repeated."""
    mark, after = _at(tokens, place + 1).text, _at(tokens, place + 2)
    if mark == "{":
        return after.sort == "number" or after.text == ","
    if mark not in REPEATS:
        return False
    depth, back = 0, place
    while back >= 0:
        depth += (tokens[back].text == ")") - (tokens[back].text == "(")
        if depth == 0:
            break
        back -= 1
    return _at(tokens, back + 1).text == "(" and any(_ends_arrow(tokens, at) for at in range(back + 2, place))


def _find_inner_where(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield a sentence for each WHERE within the ( ) of a node or the [ ] of a relationship in a pattern."""
    opened: list[int] = []
    for place, token in enumerate(tokens):
        if token.sort == "mark" and token.text in OPENING:
            opened.append(place)
        elif token.sort == "mark" and token.text in CLOSING and opened:
            opened.pop()
        elif token.word == "WHERE" and opened and _opens_pattern(tokens, opened[-1]):
            yield "WHERE inside a pattern is not on both engines: put it after the MATCH"


def _opens_pattern(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a bracket opens a node or a relationship, and not a function or a list."""
    before = _at(tokens, place - 1)
    if tokens[place].text == "[":
        return before.text == "-"
    is_function = before.sort in {"word", "quoted"} and before.word not in BOUNDARIES
    return tokens[place].text == "(" and not is_function


def _find_chained(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield a sentence for each chained comparison, 1 < x < 3."""
    counts = [0]
    for place, token in enumerate(tokens):
        if token.word in BOUNDARIES:
            counts[-1] = 0
        elif token.sort != "mark":
            continue
        elif token.text in OPENING:
            counts.append(0)
        elif token.text in CLOSING:
            counts = counts[:-1] or [0]
        elif token.text in {",", "|"}:
            counts[-1] = 0
        elif _begins_comparison(tokens, place):
            counts[-1] += 1
            if counts[-1] == 2:
                yield "a chained comparison, 1 < x < 3, is not on both engines: write 1 < x AND x < 3"


def _begins_comparison(tokens: Sequence[Token], place: int) -> bool:
    """Say whether <, <=, <>, >, >=, = or =~ begins at a place, and not an arrow."""
    text, after = tokens[place].text, _at(tokens, place + 1).text
    if text not in COMPARISONS or _at(tokens, place - 1).text in COMPARISONS:
        return False
    is_left_arrow = text == "<" and after == "-" and _at(tokens, place + 2).text in {"[", "-"}
    return not is_left_arrow and not _ends_arrow(tokens, place)
