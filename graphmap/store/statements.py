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
    Source,
)
from graphmap.schema.kinds import DAY
from graphmap.schema.relationships import In, Represents

Run = Callable[[str, Mapping[str, Any]], Sequence[Sequence[Any]]]
"""Runs one statement inside a transaction and returns its rows."""

Wrote = dict[str, str | None]
"""The changeset that wrote each record last, by the record's id; None in a store too old to tell."""

RECORDED = "recorded"
"""The property that names the changeset which wrote a record last; not exported, not compared.

A record of which nothing older is kept was created by that changeset (see store/history.py).
"""

OWN_LABELS = ("Before", "Store")
"""Labels that the store keeps for itself and no file gives: what records were, and what version it has."""

CLIMBS = (In, Represents)
"""The relationships that lead from a place to what it lies in or speaks for."""

ROWS_A_STATEMENT = 20_000

NODE, RELATIONSHIP = "MATCH (n:{name})", "MATCH (a)-[n:{name}]->(b)"
"""The patterns of every record of a label or type."""


def constraint_statements() -> Iterator[str]:
    """Yield the statements that make ids unique within each label and relationship type."""
    for label in (*NODES, *OWN_LABELS):
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
    if cls is not Changeset:
        sample[RECORDED] = ""
    return sample


# ---------------------------------------------------------------------------- reading


def read_all(run: Run, wrote: Wrote | None = None) -> Contents:
    """Read every record but the changesets; `wrote` is filled with the changeset that wrote each last."""
    nodes: dict[str, Named] = {}
    relationships: dict[str, Relationship] = {}
    for cls in NODES.values():
        if cls is not Changeset:
            _read(run, cls, NODE, {}, nodes, wrote)
    for kind in RELATIONSHIPS.values():
        _read(run, kind, RELATIONSHIP, {}, relationships, wrote)
    return Contents(nodes, relationships)


def read_label(run: Run, cls: type[Record], wrote: Wrote | None = None) -> list[Record]:
    """Read every record of one label or relationship type."""
    found: dict[str, Record] = {}
    _read(run, cls, RELATIONSHIP if issubclass(cls, Relationship) else NODE, {}, found, wrote)
    return list(found.values())


def read_touched(run: Run, ids: Collection[str], removals: Collection[str] = ()) -> Contents:
    """Read what a batch with these ids touches, as the contract says; changesets with these ids too.

    Of `removals` also what leads to them, and what rests on them if they are sources.
    """
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
    ends = {end for r in alone.values() for end in (r.start, r.target)} - nodes.keys()
    _read_nodes(run, ends, nodes)
    _read_starting(run, RELATIONSHIPS.values(), ends, nodes, relationships)
    while fresh := _climb(relationships, nodes):
        _read_nodes(run, fresh, nodes)
        _read_starting(run, CLIMBS, fresh, nodes, relationships)
    _read_leaning(run, [nodes[identity] for identity in removals if identity in nodes], nodes, relationships)
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
    return [record for record in read_label(run, Changeset) if isinstance(record, Changeset)]


def read_written(run: Run, changeset: str, wrote: Wrote) -> Contents:
    """Read the records that a changeset wrote last."""
    nodes: dict[str, Named] = {}
    relationships: dict[str, Relationship] = {}
    given = {"changeset": changeset}
    for cls in NODES.values():
        if cls is not Changeset:
            _read(run, cls, f"MATCH (n:{{name}}) WHERE n.{RECORDED} = $changeset", given, nodes, wrote)
    pattern = f"MATCH (a)-[n:{{name}}]->(b) WHERE n.{RECORDED} = $changeset"
    for kind in RELATIONSHIPS.values():
        _read(run, kind, pattern, given, relationships, wrote)
    return Contents(nodes, relationships)


def read_by_id(run: Run, ids: Collection[str], wrote: Wrote) -> Contents:
    """Read the records with some ids, and nothing around them."""
    nodes: dict[str, Named] = {}
    relationships: dict[str, Relationship] = {}
    for name, held in _locate(run, NODES, "MATCH (n:{name})", ids).items():
        _read(run, NODES[name], "MATCH (n:{name}) WHERE n.id IN $ids", {"ids": held}, nodes, wrote)
    for name, held in _locate(run, RELATIONSHIPS, "MATCH ()-[n:{name}]->()", {*ids} - nodes.keys()).items():
        pattern = "MATCH (a)-[n:{name}]->(b) WHERE n.id IN $ids"
        _read(run, RELATIONSHIPS[name], pattern, {"ids": held}, relationships, wrote)
    return Contents(nodes, relationships)


def _read_leaning(
    run: Run, removed: Collection[Named], nodes: dict[str, Named], found: dict[str, Relationship]
) -> None:
    """Read what leads to nodes that are to be removed, and the records that cite those which are sources."""
    by_label: dict[str, list[str]] = defaultdict(list)
    for node in removed:
        by_label[node.stored_as].append(node.identity)
    for kind in RELATIONSHIPS.values():
        for label in sorted({target for _, target in kind.ends} & set(by_label)):
            pattern = f"MATCH (a)-[n:{{name}}]->(b:{label}) WHERE b.id IN $ids"
            _read(run, kind, pattern, {"ids": by_label[label]}, found)
    sources = by_label.get(Source.stored_as)
    if not sources:
        return
    cites = "any(source IN n.sources WHERE source IN $ids)"
    for cls in NODES.values():
        if "sources" in cls.model_fields:
            _read(run, cls, f"MATCH (n:{{name}}) WHERE {cites}", {"ids": sources}, nodes)
    for kind in RELATIONSHIPS.values():
        _read(run, kind, f"MATCH (a)-[n:{{name}}]->(b) WHERE {cites}", {"ids": sources}, found)


def _climb(relationships: Mapping[str, Relationship], nodes: Mapping[str, Named]) -> set[str]:
    """Return the ids of what known nodes lie in or represent, where it was not read yet."""
    above = {r.target for r in relationships.values() if isinstance(r, CLIMBS)}
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
    run: Run,
    cls: type[Record],
    pattern: str,
    parameters: Mapping[str, Any],
    found: dict[str, Any],
    wrote: Wrote | None = None,
) -> None:
    """Read whole records of one label or type into a mapping by id, and who wrote them last."""
    ends = {"from_id": "a.id", "to_id": "b.id"} if issubclass(cls, Relationship) else {}
    names = [column.name for column in cls.columns()]
    columns = ", ".join(f"{ends.get(name, f'n.{name}')} AS {name}" for name in names)
    if wrote is not None:
        columns += f", n.{RECORDED} AS {RECORDED}"
    rows = run(f"{pattern.format(name=cls.stored_as)} RETURN {columns}", parameters)
    if wrote is not None:
        place = names.index("id")
        wrote.update((row[place], row[-1]) for row in rows)
        rows = [row[:-1] for row in rows]
    lists = [column.name for column in cls.columns() if column.kind.many]
    days = [column.name for column in cls.columns() if column.kind is DAY]
    for row in rows:
        record = make_stored(cls, names, row, lists, days)
        found[record.identity] = record


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
    # Relationships first: a node goes when nothing leads to it or from it any more.
    for record in sorted(difference.removed, key=lambda record: isinstance(record, Named)):
        pattern = "()-[n:{}]->()" if isinstance(record, Relationship) else "(n:{})"
        statement = f"MATCH {pattern.format(record.stored_as)} WHERE n.id IN $ids DELETE n"
        gone[statement].append(record.identity)
    for statement, ids in gone.items():
        run(statement, {"ids": ids})
    write_rows(run, _group_rows(difference, changeset, labels))


def write_rows(run: Run, groups: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Run each statement with its rows, so many at a time that no statement grows beyond bounds."""
    for statement, rows in groups.items():
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
            row |= {"from_id": record.start, "to_id": record.target}
            ends = labels[record.start], labels[record.target]
            groups[create_relationship(record.stored_as, *ends)].append(row)
        else:
            groups[create_node(record.stored_as)].append(row)
    for change in difference.changed:
        record = change.after
        properties = stored_properties(record, changeset)
        cleared = dict.fromkeys(stored_properties(change.before, changeset).keys() - properties.keys())
        row = {"id": record.id, "properties": {**properties, **cleared}}
        groups[change_record(record)].append(row)
    return groups


def create_node(label: str) -> str:
    """Return the statement that makes nodes of a label."""
    return f"UNWIND $rows AS row CREATE (n:{label}) SET n = row.properties"


def create_relationship(name: str, start: str, target: str) -> str:
    """Return the statement that makes relationships of a type between nodes of two labels."""
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row.from_id}}) MATCH (b:{target} {{id: row.to_id}}) "
        f"CREATE (a)-[r:{name} {{id: row.id}}]->(b) SET r += row.properties"
    )


def change_record(record: Record) -> str:
    """Return the statement that changes properties of records like this one."""
    name = record.stored_as
    pattern = (
        f"()-[n:{name} {{id: row.id}}]->()"
        if isinstance(record, Relationship)
        else f"(n:{name} {{id: row.id}})"
    )
    return f"UNWIND $rows AS row MATCH {pattern} SET n += row.properties"


def stored_properties(record: Record, changeset: Changeset) -> dict[str, Any]:
    """Return the properties under which a whole record is stored, derived ones and `recorded` among them."""
    properties = stored_fields(record) | record.derive()
    if not isinstance(record, Changeset):
        properties[RECORDED] = changeset.id
    return properties


def stored_fields(record: Record) -> dict[str, Any]:
    """Return the fields of a record as properties; its ends are none."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in record.values().items()
        if name not in {"from_id", "to_id"}
    }
