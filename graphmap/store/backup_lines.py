"""Reads the lines of a backup: each is judged before it is written, for it may have been changed by hand."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType
from typing import Any, TextIO, get_args, get_origin

from graphmap.schema import DECLARED, Changeset, Named, Record, Relationship
from graphmap.store.history import BEFORE, CHANGESET, PROPERTIES, from_json
from graphmap.store.statements import (
    RECORDED,
    create_node,
    create_relationship,
    drop_absent,
    store_derived,
    stored_fields,
)

LONGEST_LINE = 16 * 2**20
"""Letters of a line: a file of a few kilobytes can unpack to one of many gigabytes."""

LARGEST = 2**63
KINDS = {"number": int, "removed": bool}
"""Of what is kept as it was: what is no text."""


def read_lines(file: TextIO) -> Iterator[Any]:
    """Yield what each line holds. Raises ValueError for one that is too long or no JSON."""
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise ValueError("a line is too long")
        yield json.loads(line)


class Lines:
    """The lines of one backup, read in their order: nodes first, then what joins them."""

    def __init__(self) -> None:
        """Begin; nothing is read yet."""
        self._labels: dict[str, str] = {}
        self._known: set[str] = set()

    def read(self, name: str, line: Any) -> tuple[str, dict[str, Any]]:
        """Return the statement that writes a line of the file of a name, and its row.

        Raises ValueError, KeyError or TypeError where the line does not fit.
        """
        if not isinstance(line, dict):
            raise TypeError("a line is no object")
        if name == "before":
            return create_node(BEFORE), {"properties": {**_read_before(line), "name": line["record"]}}
        stored_as = Changeset.stored_as if name == "changesets" else line["stored_as"]
        record = _read_record(DECLARED[stored_as], line["fields"])
        if record.identity in self._known:
            raise ValueError("an id stands twice")
        self._known.add(record.identity)
        properties = drop_absent({**stored_fields(record), **store_derived(record)})
        if name == "changesets":
            _judge_changeset(record.identity)
            return create_node(stored_as), {"properties": properties}
        properties[RECORDED] = line[RECORDED]
        if line[RECORDED] is not None:
            _judge_changeset(line[RECORDED])
        if isinstance(record, Relationship):
            ends = {"id": record.identity, "from_id": record.start, "to_id": record.target}
            statement = create_relationship(
                stored_as, self._labels[record.start], self._labels[record.target]
            )
            return statement, {**ends, "properties": properties}
        self._labels[record.identity] = stored_as
        return create_node(stored_as), {"properties": properties}


def _read_record(cls: type[Record], values: Any) -> Record:
    if not isinstance(values, dict):
        raise TypeError("fields are no object")
    for name, (_, many) in _list_types(cls).items():
        if many and not isinstance(values.get(name, []), list):
            raise ValueError(f"{name} is no list")
    record = from_json(cls, values)
    for name, value in record.values().items():
        item, many = _list_types(cls)[name]
        if many != isinstance(value, tuple) or not all(
            _is_one(item, one) for one in (value if many else [value])
        ):
            raise ValueError(f"{name} is of another kind")
    if isinstance(record, Named) and not record.name:
        raise ValueError("a node has no name")
    return record


def _read_before(line: Mapping[str, Any]) -> dict[str, Any]:
    given = {key: line.get(key) for key in ("id", *PROPERTIES)}
    for key, value in given.items():
        if not _is_one(KINDS.get(key, str), value) and (key != "wrote" or value is not None):
            raise ValueError(f"{key} is of another kind")
    if given["wrote"] is not None:
        _judge_changeset(given["wrote"])
    fields, declared = json.loads(str(given["fields"])), DECLARED.get(str(given["stored_as"]))
    if declared is not None and _read_record(declared, fields).id != given["record"]:
        raise ValueError("it tells of another record")
    return given


def _judge_changeset(identity: Any) -> None:
    if not re.fullmatch(rf"{CHANGESET}[0-9]{{1,18}}", identity):
        raise ValueError("a changeset has no number")


@cache
def _list_types(cls: type[Record]) -> dict[str, tuple[type, bool]]:
    """Return, by the name of each field, the type of its values, and whether it has many."""
    found = {}
    for name, info in cls.model_fields.items():
        kind = next(part for part in get_args(info.annotation) if part is not NoneType)
        many = get_origin(kind) is tuple
        found[name] = (get_args(kind)[0] if many else kind, many)
    return found


def _is_one(kind: type, value: Any) -> bool:
    if kind is float:
        return type(value) in {int, float} and math.isfinite(value)
    if kind is int:
        return type(value) is int and -LARGEST <= value < LARGEST
    return type(value) is kind
