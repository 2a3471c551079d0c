"""The Cypher of the store, derived from the schema: constraints, reads and writes, alike on both engines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import NoneType
from typing import Any, get_args, get_origin

from graphmap.schema import (
    NODES,
    RELATIONSHIPS,
    Changeset,
    Contents,
    Country,
    Difference,
    Named,
    Record,
    Relationship,
)
from graphmap.schema.kinds import DAY
from graphmap.schema.relationships import In, Represents

Run = Callable[[str, Mapping[str, Any]], Sequence[Sequence[Any]]]
"""Runs one statement inside a transaction and returns its rows."""

RECORDED = "recorded"
"""The property that names the changeset which wrote a record last; not exported, not compared."""

CLIMBS = (In, Represents)
"""The relationships that lead from a place to what it lies in or speaks for."""

ROWS_A_STATEMENT = 20_000


def constraint_statements() -> Iterator[str]:
    """Yield the statements that make ids unique within each label and relationship type."""
    for label in NODES:
        yield f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for name in RELATIONSHIPS:
        yield f"CREATE CONSTRAINT IF NOT EXISTS FOR ()-[r:{name}]-() REQUIRE r.id IS UNIQUE"


def make_sample(cls: type[Record]) -> dict[str, Any]:
    """Make a value of the right type for every property that a label is stored with."""
    sample: dict[str, Any] = {"id": "graphmap:sample"}
    for name, info in cls.model_fields.items():
        kind = next(part for part in get_args(info.annotation) if part is not NoneType)
        item = get_args(kind)[0] if get_origin(kind) is tuple else kind
        one = date(1, 1, 1) if item is date else item()
        sample.setdefault(name, [one] if kind is not item else one)
    if "sources" in cls.model_fields:
        sample[RECORDED] = ""
    return sample


# ---------------------------------------------------------------------------- reading


def read_all(run: Run) -> Contents:
    """Read every record but the changesets."""
    nodes: dict[str, Named] = {}
    relationships: dict[str, Relationship] = {}
    for cls in NODES.values():
        if cls is not Changeset:
            _read(run, cls, "MATCH (n:{name})", {}, nodes)
    for kind in RELATIONSHIPS.values():
        _read(run, kind, "MATCH (a)-[n:{name}]->(b)", {}, relationships)
    return Contents(nodes, relationships)


def read_touched(run: Run, ids: Collection[str]) -> Contents:
    """Read what a batch with these ids touches, as the contract says; changesets with these ids too."""
    nodes: dict[str, Named] = {}
    relationships: dict[str, Relationship] = {}
    _read(run, Country, "MATCH (n:{name}) WHERE n.home = true", {}, nodes)
    _read_nodes(run, ids, nodes)
    _read_starting(run, RELATIONSHIPS.values(), ids, nodes, relationships)
    # What is still to be found is new, or a relationship that a row names by its id alone.
    unknown = {*ids} - nodes.keys() - relationships.keys()
    found = _locate(run, RELATIONSHIPS, "MATCH ()-[n:{name}]->()", unknown)
    alone: dict[str, Relationship] = {}
    for name, held in found.items():
        _read(run, RELATIONSHIPS[name], "MATCH (a)-[n:{name}]->(b) WHERE n.id IN $ids", {"ids": held}, alone)
    relationships |= alone
    ends = {end for r in alone.values() for end in (r.from_id, r.to_id) if end} - nodes.keys()
    _read_nodes(run, ends, nodes)
    _read_starting(run, RELATIONSHIPS.values(), ends, nodes, relationships)
    while fresh := _climb(relationships, nodes):
        _read_nodes(run, fresh, nodes)
        _read_starting(run, CLIMBS, fresh, nodes, relationships)
    touched = frozenset(ids)
    rests = {
        source
        for record in (*nodes.values(), *relationships.values())
        if record.id in touched
        for source in getattr(record, "sources", None) or ()
    }
    _read_nodes(run, rests - nodes.keys(), nodes)
    return Contents(nodes, relationships)


def read_changesets(run: Run) -> list[Changeset]:
    """Read every changeset."""
    found: dict[str, Changeset] = {}
    _read(run, Changeset, "MATCH (n:{name})", {}, found)
    return list(found.values())


def _climb(relationships: Mapping[str, Relationship], nodes: Mapping[str, Named]) -> set[str]:
    """Return the ids of what known nodes lie in or represent, where it was not read yet."""
    above = {r.to_id for r in relationships.values() if isinstance(r, CLIMBS) and r.to_id}
    return above - nodes.keys()


def _locate(run: Run, names: Iterable[str], pattern: str, ids: Collection[str]) -> dict[str, list[str]]:
    """Return which of some ids are stored under which of some names; the ids are sent once for all names."""
    if not ids:
        return {}
    where = f"{pattern} WHERE n.id IN $ids RETURN '{{name}}' AS name, n.id AS id"
    found: dict[str, list[str]] = defaultdict(list)
    statement = " UNION ALL ".join(where.format(name=name) for name in names)
    for name, identity in run(statement, {"ids": sorted(ids)}):
        found[name].append(identity)
    return found


def _read_nodes(run: Run, ids: Collection[str], nodes: dict[str, Named]) -> None:
    for name, held in _locate(run, NODES, "MATCH (n:{name})", ids).items():
        _read(run, NODES[name], "MATCH (n:{name}) WHERE n.id IN $ids", {"ids": held}, nodes)


def _read_starting(
    run: Run,
    kinds: Iterable[type[Relationship]],
    ids: Iterable[str],
    nodes: Mapping[str, Named],
    found: dict[str, Relationship],
) -> None:
    """Read the relationships that start from nodes already read."""
    by_label: dict[str, list[str]] = defaultdict(list)
    for identity in sorted(ids):
        if identity in nodes:
            by_label[nodes[identity].stored_as].append(identity)
    for kind in kinds:
        for label in sorted({start for start, _ in kind.ends} & set(by_label)):
            pattern = f"MATCH (a:{label})-[n:{{name}}]->(b) WHERE a.id IN $ids"
            _read(run, kind, pattern, {"ids": by_label[label]}, found)


def _read(
    run: Run, cls: type[Record], pattern: str, parameters: Mapping[str, Any], found: dict[str, Any]
) -> None:
    """Read whole records of one label or type into a mapping by id."""
    ends = {"from_id": "a.id", "to_id": "b.id"} if issubclass(cls, Relationship) else {}
    names = [column.name for column in cls.columns()]
    columns = ", ".join(f"{ends.get(name, f'n.{name}')} AS {name}" for name in names)
    rows = run(f"{pattern.format(name=cls.stored_as)} RETURN {columns}", parameters)
    lists = [column.name for column in cls.columns() if column.kind.many]
    days = [column.name for column in cls.columns() if column.kind is DAY]
    for row in rows:
        record = make_stored(cls, names, row, lists, days)
        found[record.id or ""] = record


def make_stored(
    cls: type[Record], names: Sequence[str], row: Sequence[Any], lists: Sequence[str], days: Sequence[str]
) -> Record:
    """Make a whole record of the stored values of its fields; `lists` and `days` name those so filled."""
    held = zip(names, row, strict=True)
    values = {name: value for name, value in held if value is not None and value != []}
    for name in lists:
        if name in values:
            values[name] = tuple(map(_native, values[name]))
    for name in days:
        if name in values:
            values[name] = _native(values[name])
    return cls.holding(values)


def _native(value: Any) -> Any:
    """Turn the Neo4j driver's day into a datetime.date; leave the rest."""
    return value.to_native() if hasattr(value, "to_native") else value


# ---------------------------------------------------------------------------- writing


def write_difference(
    run: Run, difference: Difference, changeset: Changeset, labels: Mapping[str, str]
) -> None:
    """Write a difference and its changeset; `labels` gives the label of each node that it joins."""
    gone: dict[str, list[str]] = defaultdict(list)
    for relationship in difference.removed:
        gone[relationship.stored_as].append(relationship.id or "")
    for name, ids in gone.items():
        run(f"MATCH ()-[r:{name}]->() WHERE r.id IN $ids DELETE r", {"ids": ids})
    for statement, rows in _group_rows(difference, changeset, labels).items():
        for first in range(0, len(rows), ROWS_A_STATEMENT):
            run(statement, {"rows": rows[first : first + ROWS_A_STATEMENT]})


def _group_rows(
    difference: Difference, changeset: Changeset, labels: Mapping[str, str]
) -> dict[str, list[dict[str, Any]]]:
    """Group what is to be written by the statement that writes it: nodes first, then what joins them."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in (changeset, *difference.created):
        row = {"id": record.id, "properties": stored_properties(record, changeset)}
        if isinstance(record, Relationship):
            row |= {"from_id": record.from_id, "to_id": record.to_id}
            ends = labels[record.from_id or ""], labels[record.to_id or ""]
            groups[_create_relationship(record.stored_as, *ends)].append(row)
        else:
            groups[f"UNWIND $rows AS row CREATE (n:{record.stored_as}) SET n = row.properties"].append(row)
    for change in difference.changed:
        record = change.after
        properties = stored_properties(record, changeset)
        cleared = dict.fromkeys(stored_properties(change.before, changeset).keys() - properties.keys())
        row = {"id": record.id, "properties": {**properties, **cleared}}
        groups[_change(record)].append(row)
    return groups


def _create_relationship(name: str, start: str, target: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row.from_id}}) MATCH (b:{target} {{id: row.to_id}}) "
        f"CREATE (a)-[r:{name} {{id: row.id}}]->(b) SET r += row.properties"
    )


def _change(record: Record) -> str:
    name = record.stored_as
    pattern = (
        f"()-[n:{name} {{id: row.id}}]->()"
        if isinstance(record, Relationship)
        else f"(n:{name} {{id: row.id}})"
    )
    return f"UNWIND $rows AS row MATCH {pattern} SET n += row.properties"


def stored_properties(record: Record, changeset: Changeset) -> dict[str, Any]:
    """Return the properties under which a whole record is stored, derived ones and `recorded` among them."""
    properties = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in record.values().items()
        if name not in {"from_id", "to_id"}
    }
    properties |= record.derive()
    if "sources" in type(record).model_fields:
        properties[RECORDED] = changeset.id
    return properties
