"""Refuses what the two engines answer differently, with what to write instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graphmap.errors import QueryRefused
from graphmap.schema import NODES, RELATIONSHIPS
from graphmap.schema.kinds import DAY
from graphmap.store.tokens import BEFORE_NAMES, CLOSING, Token, cite, follows

UNLIKE_FUNCTIONS = {
    "ID": "write n.id, the id that the model declares",
    "ELEMENTID": "write n.id, the id that the model declares",
    "PROPERTIES": "name the properties that you want, each as a column",
    "KEYS": "name the properties that you want, each as a column",
    # kglite 0.21 stops at 256 paths and does not say so.
    "ALLSHORTESTPATHS": "write shortestPath for one of them, or a pattern of the length that you want",
    # kglite 0.21 tells it in days alone, so that its months and years are 0.
    "DURATION.BETWEEN": "write duration.inDays(a, b).days or duration.inMonths(a, b).months",
}
"""Functions to which the two engines give different answers (kglite adds `type` and `title` of its own)."""

UNLIKE_PROPERTIES = {
    "TYPE": "type(r)",
    "TITLE": "n.name",
    "LABEL": "labels(n)",
    "LOCATION": "n.lat and n.lon",
}
"""Names that one engine keeps and the other does not, and what is meant by them: kglite has the first three,
Neo4j the point of a place (store/furnishing.py)."""


COMPARING = frozenset({"=", "<", ">"})
BOUNDS = ("_EARLIEST", "_LATEST", "_FROM", "_UNTIL")
"""How the name of a day that the store derives ends."""


@cache
def list_days() -> frozenset[str]:
    """Return the properties that hold a day: kglite compares it with a text as texts, Neo4j finds nothing."""
    found = set()
    for cls in (*NODES.values(), *RELATIONSHIPS.values()):
        found |= {column.name.upper() for column in cls.columns() if column.kind is DAY}
        found |= {name.upper() for name in (*cls.derived, *cls.settled) if name.upper().endswith(BOUNDS)}
    return frozenset(found)


def judge_name(names: Sequence[Token]) -> None:
    """Raise QueryRefused if a function of this dotted name is one that the engines answer differently."""
    instead = UNLIKE_FUNCTIONS.get(".".join(token.name for token in names))
    if instead:
        said = ".".join(token.said() for token in names)
        raise QueryRefused(f"{cite(said)}() is refused, for the two engines answer it differently: {instead}")


def judge_likeness(tokens: Sequence[Token]) -> None:
    """Raise QueryRefused where a query names a property that one engine has, or a path of any length."""
    for place, token in enumerate(tokens):
        after = tokens[place + 1].text if place + 1 < len(tokens) else ""
        if token.text == "." and after == "*":
            raise QueryRefused(f"{{.*}} is refused: {UNLIKE_FUNCTIONS['KEYS']}")
        if token.sort == "text":
            _judge_index(tokens, place)
            _judge_day(tokens, place)
        elif (
            token.name in UNLIKE_PROPERTIES
            and place > 1
            and follows(tokens[place - 1], ".")
            and tokens[place - 2].sort != "number"
            and after not in {"(", "."}
        ):
            raise _refuse_property(token.said(), token.name)
    _judge_patterns(tokens)


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


def _judge_day(tokens: Sequence[Token], place: int) -> None:
    """Refuse a day that is compared with a text: t.since_latest > '2010-01-01'."""
    start, after = place - 1, place + 1
    while start >= 0 and tokens[start].text in COMPARING:
        start -= 1
    while after < len(tokens) and tokens[after].text in COMPARING:
        after += 1
    named = []
    if start < place - 1:
        named.append(start)
    if after > place + 1:
        named.append(after + 2)
    for at in named:
        if 2 <= at < len(tokens) and tokens[at].name in list_days() and tokens[at - 1].text == ".":
            raise QueryRefused(
                f"{cite(tokens[at].said())} is a day, which the two engines compare with a text differently: "
                f"write date({cite(tokens[place].text)}), or give the day as a parameter"
            )


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
            opened.append(_Bracket(mark, follows(before, "-")))
        elif mark == "{":
            begins = follows(before, "(", "[") or (before is not None and bool(before.name))
            opened.append(_Bracket(mark, around.of_pattern and begins))
        elif mark == "*" and around.mark == "[" and around.of_pattern:
            if not _is_bounded(tokens, place + 1) and opened[-2:-1] != [_Bracket("(", False, "SHORTESTPATH")]:
                # kglite 0.21 stops at ten steps and does not say so.
                raise QueryRefused("a path of any length is refused: say the greatest, as in [:IN*1..10]")
        elif (
            token.name in UNLIKE_PROPERTIES
            and around.mark == "{"
            and around.of_pattern
            and follows(before, "{", ",")
        ):
            raise _refuse_property(token.said(), token.name)


def _is_bounded(tokens: Sequence[Token], place: int) -> bool:
    """Say whether what follows a `*` in a pattern has a greatest length: *3, *..3 or *1..3, but not *1.. ."""
    marks = "".join("n" if token.sort == "number" else token.text for token in tokens[place : place + 4])
    return marks.startswith(("..n", "n..n")) or (marks.startswith("n") and not marks.startswith("n.."))


def _refuse_property(said: str, name: str) -> QueryRefused:
    return QueryRefused(
        f"the property {cite(said)} is refused, for the two engines answer it differently: "
        f"{UNLIKE_PROPERTIES[name]} is meant"
    )
