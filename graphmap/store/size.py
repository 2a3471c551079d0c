"""Refuses a query at which the parser or the planner of an engine would run out of stack, memory or time.

Neo4j's planner looks at no clock: what it works out for minutes, no deadline of a client ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from graphmap.errors import QueryRefused
from graphmap.store.tokens import CLOSING, OPENING, PARTERS, Token, follows

LONGEST = 100_000
MOST_TOKENS = 20_000
DEEPEST = 60
MOST_PARTS = 50
LONGEST_CHAIN = 50

MOST_XOR = 8
"""With each XOR the planner of Neo4j 5.26 takes twice the time: 20 of them 73 seconds."""
MOST_NOT = 20
"""500 in a row kept it busy for more than two minutes."""
DEEPEST_JOINED = 12
"""OR within AND within OR: 20 deep kept it busy for 76 seconds, EXISTS within EXISTS for more than 120."""


ASKING = frozenset({"EXISTS", "COUNT", "COLLECT"})
"""The words before a subquery that stands in a condition."""


def bound_length(cypher: str) -> None:
    """Raise QueryRefused for a text that is too long to be looked at."""
    if len(cypher) > LONGEST:
        raise QueryRefused(f"the query is longer than {LONGEST} characters")


def bound_size(tokens: Sequence[Token]) -> None:
    """Raise QueryRefused for a query at which a parser or planner would run out of stack."""
    if len(tokens) > MOST_TOKENS:
        raise QueryRefused(
            f"the query has more than {MOST_TOKENS} words, numbers and signs; give long lists as a parameter"
        )
    depth = cases = parts = chain = 0
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        named = follows(before, ".", ":")
        word = "" if named else token.word
        mark = token.text if token.sort == "mark" else ""
        depth = max(0, depth + (mark in OPENING) - (mark in CLOSING))
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
        if mark == "." or (mark == "[" and follows(before, "]")):
            chain += 1
        elif (mark and mark not in {"[", "]"}) or (token.name and not named):
            chain = 0
        if chain > LONGEST_CHAIN:
            raise QueryRefused(f"a chain of more than {LONGEST_CHAIN} properties is refused")


def bound_conditions(tokens: Sequence[Token]) -> None:
    """Raise QueryRefused for conditions over which a planner would sit for minutes."""
    xors = negations = 0
    opened: list[tuple[int, bool]] = [(0, False)]
    """Of each open bracket: how deep the brackets closed in it join conditions, and whether it joins some."""
    for place, token in enumerate(tokens):
        xors += token.word == "XOR"
        if token.word == "NOT" or token.text == "!":
            negations += 1
        elif token.text != "(":
            negations = 0
        if xors > MOST_XOR or negations > MOST_NOT:
            raise QueryRefused(
                f"more than {MOST_XOR} XOR, or {MOST_NOT} NOT in a row, are refused; "
                "join the conditions by AND and OR"
            )
        if token.word in {"AND", "OR", "XOR"}:
            opened[-1] = (opened[-1][0], True)
        elif token.sort == "mark" and token.text in OPENING:
            opened.append((0, token.text == "{" and place > 0 and tokens[place - 1].word in ASKING))
        elif token.sort == "mark" and token.text in CLOSING and len(opened) > 1:
            within, joins = opened.pop()
            opened[-1] = (max(opened[-1][0], within + joins), opened[-1][1])
            if within + joins > DEEPEST_JOINED:
                raise QueryRefused(
                    f"conditions (AND, OR, EXISTS, COUNT) more than {DEEPEST_JOINED} deep are refused; "
                    "name a part of them with WITH"
                )
