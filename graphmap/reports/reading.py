"""Reads what a query names: labels, relationship types, properties, parameters and the columns it returns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graphmap.errors import QuestionError
from graphmap.schema import DECLARED, NODES, RELATIONSHIPS
from graphmap.store.statements import RECORDED
from graphmap.store.tokens import Token
from graphmap.store.values import PLACE
from graphmap.text import find_nearest

PARTS_OF_DAYS = frozenset({"year", "month", "day", "years", "months", "weeks", "days"})
"""What can follow the dot after a date or a duration."""

NOT_STORED = frozenset({"from_id", "to_id"})
"""Fields of files that are the ends of a relationship, not properties."""

NOT_FUNCTIONS = frozenset({
    "MATCH", "WHERE", "AND", "OR", "XOR", "NOT", "WHEN", "THEN", "ELSE", "CASE", "WITH", "RETURN", "UNWIND",
    "IN", "BY", "DISTINCT", "ON", "CALL",
})  # fmt: skip
"""Words after which a ( opens a node or a group."""

BLOCKS = frozenset({"EXISTS", "COUNT", "COLLECT", "CALL"})
"""Words after which a { opens a subquery."""

NAME = frozenset({"word", "quoted"})
NOTHING = Token("mark", "")
AFTER_RETURN = frozenset({"ORDER", "SKIP", "LIMIT", "OFFSET", "UNION"})


@dataclass(frozen=True, slots=True)
class Names:
    """What a query names; a property comes with the labels or types of its variable, if they are said."""

    labels: frozenset[str]
    types: frozenset[str]
    properties: frozenset[tuple[frozenset[str], str]]
    parameters: frozenset[str]


def list_properties(name: str) -> frozenset[str]:
    """Return the properties that a store keeps for a label or relationship type."""
    record = DECLARED[name]
    columns = {column.name for column in record.columns()} - NOT_STORED
    return frozenset(columns | set(record.kept()) | ({RECORDED} if "sources" in columns else set()))


def find_undeclared(names: Names) -> Iterator[str]:
    """Yield a sentence for each label, relationship type and property that the model does not declare."""
    for found, known, what in (
        (names.labels, NODES.keys() | {PLACE}, "label"),
        (names.types, RELATIONSHIPS.keys(), "relationship type"),
    ):
        for name in sorted(found - known):
            yield f"{name} is not a {what} of the model{_say_near(name, known)}"
    for owners, name in sorted(names.properties, key=lambda pair: (pair[1], sorted(pair[0]))):
        if not owners <= DECLARED.keys():
            continue  # said already
        declared = owners or DECLARED.keys()
        properties = {known for owner in declared for known in list_properties(owner)}
        if name not in properties:
            whose = " or ".join(sorted(owners)) or "anything in the model"
            yield f"{name} is not a property of {whose}{_say_near(name, properties)}"


def _say_near(name: str, known: Iterable[str]) -> str:
    return "; the nearest are " + ", ".join(found for found, _ in find_nearest(name, sorted(known)))


# ---------------------------------------------------------------------------- names


@dataclass(slots=True)
class _Reading:
    """What has been read so far; `inside` holds the open brackets: what each opens, and its variable."""

    tokens: Sequence[Token]
    labels: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    owners: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    properties: set[tuple[str, str]] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    parameters: set[str] = field(default_factory=set)
    assigned: set[str] = field(default_factory=set)
    inside: list[tuple[str, str]] = field(default_factory=list)

    def at(self, place: int) -> Token:
        return self.tokens[place] if 0 <= place < len(self.tokens) else NOTHING


def read_names(tokens: Sequence[Token]) -> Names:
    """Read what a query names from its tokens."""
    reading = _Reading(tokens)
    for place, token in enumerate(tokens):
        if token.sort == "mark":
            if token.text in {"(", "[", "{"}:
                reading.inside.append(_open(reading, place))
            elif token.text in {")", "]", "}"} and reading.inside:
                reading.inside.pop()
        elif token.sort in NAME:
            _read_name(reading, place)
    free = PARTS_OF_DAYS | reading.keys
    properties = {
        (frozenset(() if variable in reading.assigned else reading.owners[variable]), name)
        for variable, name in reading.properties
    }
    return Names(
        frozenset(reading.labels),
        frozenset(reading.types),
        frozenset((owners, name) for owners, name in properties if owners or name not in free),
        frozenset(reading.parameters),
    )


def _open(reading: _Reading, place: int) -> tuple[str, str]:
    """Say what a bracket opens, and the variable of its pattern (a made-up one where it has none)."""
    text, before, after = reading.tokens[place].text, reading.at(place - 1), reading.at(place + 1)
    variable = unquoted(after) if after.sort in NAME else f"#{place}"
    if text == "(":
        is_call = before.sort in NAME and before.word not in NOT_FUNCTIONS
        return ("call", "") if is_call else ("node", variable)
    if text == "[":
        return ("relationship", variable) if before.text == "-" else ("list", "")
    if before.word in BLOCKS or before.text == ")":
        return "block", ""
    outer, owner = reading.inside[-1] if reading.inside else ("", "")
    is_pattern = outer in {"node", "relationship"} and (before.sort in NAME or before.text in {"(", "["})
    return ("properties", owner) if is_pattern else ("map", "")


def _read_name(reading: _Reading, place: int) -> None:
    """Read one name: a parameter, a label or type, a key, a property, or a variable that is given a value."""
    before, after, name = reading.at(place - 1), reading.at(place + 1), unquoted(reading.tokens[place])
    where, variable = reading.inside[-1] if reading.inside else ("", "")
    starts = reading.at(place - 1).text in {"{", ","}
    if before.text == "$":
        reading.parameters.add(name)
    elif after.text == ":" and starts and where in {"map", "properties"}:
        if where == "map":
            reading.keys.add(name)
        else:
            reading.properties.add((variable, name))
    elif (colon := _find_colon(reading, place, where)) is not None:
        _read_label(reading, place, colon, name)
    elif before.text == "." and after.text != "(" and reading.at(place - 2).text != ".":
        owner = reading.at(place - 2)
        reading.properties.add((unquoted(owner) if owner.sort in NAME else "", name))
    elif before.word == "AS" or after.word == "IN" or (after.text == "=" and where == "call"):
        reading.assigned.add(name)


def _find_colon(reading: _Reading, place: int, where: str) -> int | None:
    """Return the place of the : after which a name is a label or type; None where it is none."""
    back = place - 1
    if where in {"node", "relationship"}:
        while reading.at(back).text in {"|", "&", "!"} or (
            reading.at(back).sort in NAME and reading.at(back + 1).text in {"|", "&"}
        ):
            back -= 1
    if reading.at(back).text != ":":
        return None
    is_key = where in {"map", "properties"} and reading.at(back - 2).text in {"{", ","}
    return None if is_key else back


def _read_label(reading: _Reading, place: int, colon: int, name: str) -> None:
    """Note a label or type, and whose it is where a pattern says so (a predicate binds nothing)."""
    where, variable = reading.inside[-1] if reading.inside else ("", "")
    is_type = where == "relationship" or (name in RELATIONSHIPS and name not in NODES)
    (reading.types if is_type else reading.labels).add(name)
    start = reading.at(colon - 1)
    opens = start.text in {"(", "["} or reading.at(colon - 2).text in {"(", "["}
    closes = reading.at(place + 1).text in {")", "]", "{", "*", "|", "&"}
    if where in {"node", "relationship"} and opens and closes:
        reading.owners[variable].add(name)


def unquoted(token: Token) -> str:
    """Return a name without its backticks."""
    return token.text[1:-1].replace("``", "`") if token.sort == "quoted" else token.text


# ---------------------------------------------------------------------------- columns


def read_returned(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the names of the columns that a query returns; QuestionError where one has none."""
    found: list[tuple[str, ...]] = []
    depth = 0
    items: list[list[Token]] | None = None
    for token in (*tokens, Token("word", "", "UNION")):
        if token.sort == "mark":
            depth += (token.text in {"(", "[", "{"}) - (token.text in {")", "]", "}"})
        if depth == 0 and items is not None and token.word in AFTER_RETURN:
            found.append(tuple(_name_item(item) for item in items))
            items = None
        elif depth == 0 and token.word == "RETURN":
            items = [[]]
        elif items is not None and depth == 0 and token.text == ",":
            items.append([])
        elif items is not None and not (token.word == "DISTINCT" and items == [[]]):
            items[-1].append(token)
    if not found:
        raise QuestionError("the query returns nothing; it ends with RETURN … AS name")
    if len(set(found)) > 1:
        raise QuestionError(
            "the parts of a UNION return different columns; they return the same, in one order"
        )
    return found[0]


def _name_item(item: Sequence[Token]) -> str:
    if len(item) == 1 and item[0].sort in NAME:
        return unquoted(item[0])
    if len(item) > 2 and item[-2].word == "AS" and item[-1].sort in NAME:
        return unquoted(item[-1])
    said = " ".join(token.text for token in item)[:60]
    raise QuestionError(f"RETURN {said} has no name; every column is named with AS")
