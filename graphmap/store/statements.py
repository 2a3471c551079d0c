"""The Cypher of the store, derived from the schema: constraints, reads and writes, alike on both engines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin

from graphmap.schema import (
    NODES,
    RELATIONSHIPS,
    Change,
    Changeset,
    Contents,
    Difference,
    Named,
    Record,
    Relationship,
    Tie,
)
from graphmap.schema.kinds import DAY
from graphmap.store.marks import leave_out_marks, read_mark
from graphmap.store.values import PLACE

T = TypeVar("T")

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

PLACES = frozenset(label for pair in Tie.ends for label in pair)
"""The labels whose nodes are places."""

OWN_LABEL = f"[one IN labels({{node}}) WHERE one <> '{PLACE}'][0]"
"""The label of a node by which the model knows it; Neo4j gives labels in no order that can be relied on."""

ROWS_A_STATEMENT = 2_000

ENDS = frozenset({"from_id", "to_id"})
"""Fields of a relationship that are stored as what it joins."""

NODE, RELATIONSHIP = "MATCH (n:{name})", "MATCH (a)-[n:{name}]->(b)"
"""The patterns of every record of a label or type."""


def list_constraints() -> Iterator[tuple[str, str, str]]:
    """Yield what makes ids unique within each label and relationship type: a name, whose, and the pattern."""
    for label in (*NODES, *OWN_LABELS):
        yield f"{label.lower()}_id", label, f"FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for name in RELATIONSHIPS:
        yield f"{name.lower()}_id", name, f"FOR ()-[r:{name}]-() REQUIRE r.id IS UNIQUE"


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
            read_records(run, cls, NODE, {}, nodes, wrote)
    for kind in RELATIONSHIPS.values():
        read_records(run, kind, RELATIONSHIP, {}, relationships, wrote)
    return Contents(nodes, relationships)


def read_label(run: Run, cls: type[Record], wrote: Wrote | None = None) -> list[Record]:
    """Read every record of one label or relationship type."""
    found: dict[str, Record] = {}
    read_records(run, cls, RELATIONSHIP if issubclass(cls, Relationship) else NODE, {}, found, wrote)
    return list(found.values())


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
            read_records(run, cls, f"MATCH (n:{{name}}) WHERE n.{RECORDED} = $changeset", given, nodes, wrote)
    pattern = f"MATCH (a)-[n:{{name}}]->(b) WHERE n.{RECORDED} = $changeset"
    for kind in RELATIONSHIPS.values():
        read_records(run, kind, pattern, given, relationships, wrote)
    return Contents(nodes, relationships)


def read_records(
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
    for name in lists:  # of texts
        if name in values:
            values[name] = tuple(values[name])
    for name in days:
        if name in values:
            values[name] = _native(values[name])
    return cls.holding(values)


def _native(value: Any) -> Any:
    """Turn the Neo4j driver's day into a datetime.date; leave the rest."""
    return value.to_native() if hasattr(value, "to_native") else value


def read_day(name: str, value: Any, said: str | None = None) -> date:
    """Return a derived day by what is stored of it; `said` is the end as it was written (store/marks.py)."""
    day: date = read_mark(name, said) if value is None else _native(value)
    return day


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
    for statement, records in _group_created(difference.created, changeset, labels).items():
        write_each(run, statement, records, partial(_row_of, changeset=changeset))
    for statement, changes in _group_changed(difference.changed).items():
        write_each(run, statement, changes, partial(_row_of_change, changeset=changeset))


def write_rows(run: Run, groups: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Run each statement with its rows, so many at a time that no statement grows beyond bounds."""
    for statement, rows in groups.items():
        for piece in divide(rows):
            run(statement, {"rows": piece})


def write_each(run: Run, statement: str, items: Sequence[T], row: Callable[[T], Mapping[str, Any]]) -> None:
    """Run a statement with a row for each item; rows are made for so many at a time, and let go of again."""
    for piece in divide(items):
        run(statement, {"rows": [row(item) for item in piece]})


def write_at_nodes(run: Run, nodes: Iterable[Record], work: str) -> None:
    """Do something to stored nodes, each `n` in the Cypher of it."""
    groups: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for node in nodes:
        statement = f"UNWIND $rows AS row MATCH (n:{node.stored_as} {{id: row.id}}) {work}"
        groups[statement].append({"id": node.identity})
    write_rows(run, groups)


def divide(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield a list in pieces that one statement can take."""
    for first in range(0, len(items), ROWS_A_STATEMENT):
        yield items[first : first + ROWS_A_STATEMENT]


def _group_created(
    created: Iterable[Record], changeset: Changeset, labels: Mapping[str, str]
) -> dict[str, list[Record]]:
    """Group records by the statement that makes them: nodes first, then what joins them."""
    groups: dict[str, list[Record]] = defaultdict(list)
    statements: dict[tuple[str, str, str], str] = {}
    for record in (changeset, *created):
        if isinstance(record, Relationship):
            key = (record.stored_as, labels[record.start], labels[record.target])
        else:
            key = (record.stored_as, "", "")
        if key not in statements:
            name, start, target = key
            known = list_properties(RELATIONSHIPS[name]) if start else ()
            statements[key] = create_relationship(name, start, target, known) if start else create_node(name)
        groups[statements[key]].append(record)
    return groups


def _row_of(record: Record, changeset: Changeset) -> dict[str, Any]:
    row = {"id": record.id, "properties": drop_absent(stored_properties(record, changeset))}
    if isinstance(record, Relationship):
        row |= {"from_id": record.start, "to_id": record.target}
    return row


def _row_of_change(change: Change, changeset: Changeset) -> dict[str, Any]:
    properties = stored_properties(change.after, changeset)
    cleared = dict.fromkeys(stored_properties(change.before, changeset).keys() - properties.keys())
    return {"id": change.after.id, "properties": {**properties, **cleared}}


def _group_changed(changed: Iterable[Change]) -> dict[str, list[Change]]:
    """Group changes by the statement that makes them."""
    groups: dict[str, list[Change]] = defaultdict(list)
    for change in changed:
        groups[change_record(change.after)].append(change)
    return groups


def create_node(label: str) -> str:
    """Return the statement that makes nodes of a label."""
    labels = f"{label}:{PLACE}" if label in PLACES else label
    return f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row.properties"


def create_relationship(name: str, start: str, target: str, known: Iterable[str] = ()) -> str:
    """Return the statement that makes relationships of a type between nodes of two labels.

    `known` are all the properties that a row may have, where that can be said: named one by one they are
    written in two thirds of the time.
    """
    match = f"UNWIND $rows AS row MATCH (a:{start} {{id: row.from_id}}) MATCH (b:{target} {{id: row.to_id}})"
    if known:
        properties = ", ".join(f"{one}: row.properties.{one}" for one in known)
        return f"{match} CREATE (a)-[:{name} {{{properties}}}]->(b)"
    return f"{match} CREATE (a)-[r:{name} {{id: row.id}}]->(b) SET r += row.properties"


def list_properties(cls: type[Relationship]) -> list[str]:
    """Return the properties under which a relationship of a type may be stored."""
    fields = [name for name in cls.model_fields if name not in ENDS]
    return [*fields, *cls.kept(), RECORDED]


def change_record(record: Record) -> str:
    """Return the statement that changes properties of records like this one."""
    if isinstance(record, Relationship):
        return change_relationship(record.stored_as)
    return f"UNWIND $rows AS row MATCH (n:{record.stored_as} {{id: row.id}}) SET n += row.properties"


def change_relationship(name: str) -> str:
    """Return the statement that changes properties of relationships of a type."""
    return f"UNWIND $rows AS row MATCH ()-[n:{name} {{id: row.id}}]->() SET n += row.properties"


def stored_properties(record: Record, changeset: Changeset) -> dict[str, Any]:
    """Return the properties under which a whole record is stored, derived ones and `recorded` among them.

    A derived day that is absent in the store is None.
    """
    properties = {**stored_fields(record), **store_derived(record)}
    if not isinstance(record, Changeset):
        properties[RECORDED] = changeset.id
    return properties


def store_derived(record: Record) -> dict[str, Any]:
    """Return the derived properties of a whole record as they are stored, None for absent days.

    May raise DateError.
    """
    return leave_out_marks(record.derive() | record.settle_alone())


def drop_absent(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return properties without those that are None, as a new record is written."""
    return {name: value for name, value in properties.items() if value is not None}


def stored_fields(record: Record) -> dict[str, Any]:
    """Return the fields of a record as properties; its ends are none."""
    return {
        name: list(value) if type(value) is tuple else value
        for name, value in vars(record).items()
        if value is not None and value != () and name not in ENDS
    }
