"""Join two nodes that are one thing, or keep in mind that they are two: batches that a person asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from graphmap.errors import GraphmapError
from graphmap.exchange.native import IDENTIFYING
from graphmap.schema import (
    Batch,
    Contents,
    Entry,
    Governs,
    Holds,
    In,
    Named,
    Record,
    Relationship,
    Represents,
)
from graphmap.schema.apart import Apart, parse_apart
from graphmap.schema.batch import make_record
from graphmap.text import fold

_APART = re.compile(r"not the same as ([A-Za-z0-9:._-]+[A-Za-z0-9])")
"""How the notes of older stores say that another one is another, whatever their names."""


def find_node(contents: Contents, identity: str) -> Named:
    """Return a node by its id. Raises GraphmapError where there is none."""
    node = contents.nodes.get(identity)
    if node is None:
        raise GraphmapError(f"There is no {identity} in the graph; graphmap review lists ids")
    return node


def find_record(contents: Contents, identity: str) -> Named | Relationship:
    """Return a node or relationship by its id. Raises GraphmapError where there is none."""
    relationship = contents.relationships.get(identity)
    return find_node(contents, identity) if relationship is None else relationship


def join_records(contents: Contents, kept: str, gone: str) -> Batch:
    """Return what makes one of two nodes, or of two relationships of one type. Raises GraphmapError."""
    if isinstance(find_record(contents, kept), Relationship):
        return _join_relationships(contents, kept, gone)
    return join_nodes(contents, kept, gone)


def _join_relationships(contents: Contents, kept: str, gone: str) -> Batch:
    """Return what makes one of two ties or terms: the first, with sources and what only the other knew."""
    first, second = find_record(contents, kept), find_record(contents, gone)
    if kept == gone or type(first) is not type(second) or not isinstance(first, Relationship):
        raise GraphmapError(f"{kept} and {gone} cannot be joined; right would be two of one sort")
    if isinstance(first, Governs | Holds) and (first.start, first.target) != (second.start, second.target):  # type: ignore[union-attr]
        raise GraphmapError(
            f"{kept} and {gone} are terms of two persons or posts; right would be dates of which one ends "
            "before the other begins, or graphmap remove for one that is wrong"
        )
    given: dict[str, Any] = {"id": kept}
    for name in (column.name for column in type(first).columns() if column.name not in IDENTIFYING):
        own, other = getattr(first, name), getattr(second, name)
        if name in {"sources", "attested", "sectors", "apart_from"}:
            given[name] = tuple(dict.fromkeys((*(own or ()), *(other or ()))))
        elif own is None:
            given[name] = other
        elif other is not None and own != other and name != "note":
            if not str(other).startswith(str(own)):
                raise GraphmapError(
                    f"{kept} and {gone} differ in {name} ({own}, {other}); right would be to correct "
                    "one of them first: import a row with its id"
                )
            given[name] = other
    said = {name: value for name, value in given.items() if value not in (None, ())}
    return Batch((Entry(make_record(type(first), said)),), removals=(gone,))


def join_nodes(contents: Contents, kept: str, gone: str) -> Batch:
    """Return what makes one node of two: all that leads to one or from it is the other's, and its names too.

    A relationship that both have is one, with the sources of both. Raises GraphmapError where they are not of
    one label, or one of them is not there.
    """
    first, second = find_node(contents, kept), find_node(contents, gone)
    if kept == gone or first.stored_as != second.stored_as:
        raise GraphmapError(
            f"{kept} ({first.stored_as}) and {gone} ({second.stored_as}) cannot be joined; "
            "right would be two nodes of one label"
        )
    entries = [Entry(_take_names(first, second))]
    placed = {type(one) for one in contents.relationships.values() if one.start == kept}
    for relationship in contents.relationships.values():
        if gone not in (relationship.start, relationship.target):
            continue
        if (
            isinstance(relationship, In | Represents)
            and relationship.start == gone
            and type(relationship) in placed
        ):
            continue
        moved = _move(relationship, gone, kept)
        if moved is not None:
            entries.append(Entry(moved, None, joins=True))
    return Batch(tuple(entries), removals=(gone,), with_ties=True)


def _take_names(kept: Named, gone: Named) -> Record:
    """Return a node with the names of another one among its own, and what only the other one knew."""
    names = {
        fold(name): name
        for name in (*(kept.aliases or ()), gone.name, gone.name_fa, *(gone.aliases or ()))
        if name
    }
    own = {fold(name) for name in (kept.name, kept.name_fa) if name}
    given = {
        name: value
        for name in (column.name for column in type(kept).columns())
        if (value := getattr(kept, name)) in (None, ()) and (value := getattr(gone, name)) not in (None, ())
    }
    given["id"] = kept.identity
    given["aliases"] = tuple(name for folded, name in names.items() if folded not in own)
    if "sources" in type(kept).model_fields:
        both = (*(getattr(kept, "sources", None) or ()), *(getattr(gone, "sources", None) or ()))
        given["sources"] = tuple(dict.fromkeys(both))
    return make_record(type(kept), {name: value for name, value in given.items() if value != ()})


def _move(relationship: Relationship, gone: str, kept: str) -> Record | None:
    """Return a relationship of one node as that of another; None where it would lead to itself."""
    names = [column.name for column in type(relationship).columns() if column.name != "id"]
    given = {name: value for name in names if (value := getattr(relationship, name)) not in (None, ())}
    for end in ("from_id", "to_id"):
        given[end] = kept if given[end] == gone else given[end]
    return None if given["from_id"] == given["to_id"] else make_record(type(relationship), given)


def keep_apart(contents: Contents, one: str, other: str, said: Apart) -> Batch:
    """Return what says of a record that another one is another: review lists them no more.

    Raises GraphmapError where one is not there, or is such that it cannot be another.
    """
    first, second = find_record(contents, one), find_record(contents, other)
    if one == other or type(first) is not type(second) or "apart_from" not in type(first).model_fields:
        raise GraphmapError(f"{one} and {other} cannot be kept apart; right would be two of one sort")
    held = first.values().get("apart_from", ())
    known = [text for text in held if parse_apart(text).other != other]
    return Batch.of([make_record(type(first), {"id": one, "apart_from": (*known, str(said))})])


def list_apart(contents: Contents) -> Iterator[frozenset[str]]:
    """Yield the pairs of nodes, or of ties and terms, of which it is said that they are two."""
    for identity, record in (*contents.nodes.items(), *contents.relationships.items()):
        yield from read_apart(identity, getattr(record, "apart_from", None), getattr(record, "note", None))


def read_apart(identity: str, apart_from: Sequence[str] | None, note: str | None) -> Iterator[frozenset[str]]:
    """Yield the pairs that a record says are two: in its field, or as older stores hold it in a note."""
    for other in (*(parse_apart(text).other for text in apart_from or ()), *_APART.findall(note or "")):
        yield frozenset((identity, other))
