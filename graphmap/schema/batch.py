"""What is to be written (Batch) and what a store holds (Contents): records, and where they came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache, partial
from sys import intern
from typing import Any

from pydantic import ValidationError

from graphmap.errors import Fault, Place
from graphmap.schema.kinds import (
    CLEAR_MARK,
    FORMULA,
    IDENTITY,
    IDENTITY_KIND,
    SHIELDED,
    Kind,
    ValueRefused,
    trim,
)
from graphmap.schema.nodes import DECLARED_NODES, Changeset, Country
from graphmap.schema.records import Named, Record, Relationship
from graphmap.schema.relationships import DECLARED_RELATIONSHIPS

NODES: Mapping[str, type[Named]] = {cls.stored_as: cls for cls in DECLARED_NODES}
"""Every declared label and its class."""

RELATIONSHIPS: Mapping[str, type[Relationship]] = {cls.stored_as: cls for cls in DECLARED_RELATIONSHIPS}
"""Every declared relationship type and its class."""

DECLARED: Mapping[str, type[Record]] = {**NODES, **RELATIONSHIPS}
"""Every label and relationship type."""

WRITABLE: Mapping[str, type[Record]] = {name: cls for name, cls in DECLARED.items() if cls is not Changeset}
"""What files may hold: everything but the changesets, which the store makes."""


JOINED = ("sources", "attested")
"""The fields to which one more list that names the same thing adds, and takes nothing away."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record and where it was read.

    `joins` says that the row bore no id and is known by its key: its lists of JOINED fields add to what is
    known of it, since one more list says the same. A row with an id says all that is so. `wins` says whose
    start stands where such a row and the store contradict each other: "list", "store", or nobody's, a fault.
    """

    record: Record
    place: Place | None = None
    joins: bool = False
    wins: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Records to be written and ids to be removed together, and notes for their sender.

    `removals` are ids of nodes and relationships; what only places a removed node (its IN, its SENT_BY) goes
    with it, and with `with_ties` all else that leads to it or from it. `restored` says that the store held
    these records once, so that none is asked whether it is a slip.
    """

    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()
    removals: tuple[str, ...] = ()
    with_ties: bool = False
    restored: bool = False

    @classmethod
    def of(cls, records: Iterable[Record]) -> Batch:
        """Make a batch of records that were made in code."""
        return cls(tuple(Entry(record) for record in records))

    def ids(self) -> frozenset[str]:
        """Return the ids of its records, and of the nodes that they join and rest on; removed ones too."""
        found: set[str | None] = {*self.removals}
        for entry in self.entries:
            held = vars(entry.record)
            found.add(held["id"])
            if "from_id" in held:
                found.add(held["from_id"])
                found.add(held["to_id"])
            found.update(held.get("sources") or ())
        return frozenset(filter(None, found))


@dataclass(frozen=True)
class Contents:
    """Whole records that a store holds: all, or those that a batch touches."""

    nodes: Mapping[str, Named] = field(default_factory=dict)
    relationships: Mapping[str, Relationship] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Record]:
        """Yield nodes, then relationships."""
        yield from self.nodes.values()
        yield from self.relationships.values()

    def records(self, name: str) -> tuple[Record, ...]:
        """Return the records of one label or relationship type, by id."""
        return self._by_name.get(name, ())

    @cached_property
    def _by_name(self) -> dict[str, tuple[Record, ...]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self:
            found[record.stored_as].append(record)
        return {name: tuple(sorted(records, key=lambda r: r.identity)) for name, records in found.items()}

    @cached_property
    def starting(self) -> Mapping[str, tuple[Relationship, ...]]:
        """Relationships by the id of the node they lead from, each by its own id."""
        found: dict[str, list[Relationship]] = defaultdict(list)
        for relationship in self.relationships.values():
            found[relationship.start].append(relationship)
        # Sorted, so that faults come in one order whatever the order in which a store was read.
        return {start: tuple(sorted(held, key=lambda r: r.identity)) for start, held in found.items()}

    @cached_property
    def home(self) -> Country | None:
        """The home country, if it is among the records."""
        return next((n for n in self.nodes.values() if isinstance(n, Country) and n.home), None)


def read_record(
    name: str, cells: Mapping[str, str], place: Place | None = None
) -> Record | tuple[Fault, ...]:
    """Read one record of a label or relationship type from the texts of its cells.

    A blank cell is not given; the clear mark alone clears. Returns every fault of the row.
    """
    given, faults = read_cells(name, cells, place)
    return tuple(faults) if faults else make_record(DECLARED[name], given)


def read_cells(
    name: str, cells: Mapping[str, str], place: Place | None = None
) -> tuple[dict[str, Any], list[Fault]]:
    """Read the texts of a row's cells: the values that are right, and a fault for each that is not."""
    readers = _readers_by_name(DECLARED[name])
    faults: list[Fault] = []
    given: dict[str, Any] = {}
    for column_name, text in cells.items():
        if not text:
            continue
        try:
            value = readers[column_name](text)
        except ValueRefused as refused:
            faults.append(Fault(refused.problem, refused.right, place, column_name, trim(text)))
        else:
            if value is not _BLANK:
                given[column_name] = value
    return given, faults


@cache
def _readers_by_name(cls: type[Record]) -> dict[str, Callable[[str], Any]]:
    """Return what reads a cell of each column; the same dates, kinds and sources come again and again."""
    ends = {"from_id", "to_id"} if issubclass(cls, Relationship) else {"id"}
    return {
        column.name: (_read_end if column.name in ends else _read_identity)
        if column.kind is IDENTITY_KIND
        else lru_cache(maxsize=16_384)(partial(_read_cell, column.kind))
        for column in cls.columns()
    }


def _read_identity(text: str) -> Any:
    """Read the cell of an id as `_read_cell` does: most are fit as they stand, and hardly any comes again."""
    is_plain = text != CLEAR_MARK and IDENTITY.fullmatch(text)
    return text if is_plain else _read_cell(IDENTITY_KIND, text)


def _read_end(text: str) -> Any:
    """Read the id of a node: one text for it and for all that lead to it."""
    read = _read_identity(text)
    return intern(read) if type(read) is str else read


_BLANK = object()


def _read_cell(kind: Kind, text: str) -> Any:
    """Return the value of one cell, None where it clears, the blank mark where it says nothing."""
    plain = trim(text)
    if not plain:
        return _BLANK
    if plain == CLEAR_MARK:
        return None
    if plain[0] not in "=+@-'":
        return kind.read_cell(plain)
    if FORMULA.match(plain):
        right = "the value itself; a name that truly begins so takes an apostrophe before it"
        raise ValueRefused("is a formula of a spreadsheet", right)
    return kind.read_cell(plain[1:] if SHIELDED.match(plain) else plain)


def join_lists(given: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JOINED fields of a row with what is known of them before its own, each once."""
    return {
        name: tuple(dict.fromkeys((*(known.get(name) or ()), *given[name])))
        for name in JOINED
        if given.get(name)
    }


def make_record(cls: type[Record], given: Mapping[str, Any]) -> Record:
    """Make a record of values already read, put its ends in order and mint its id where it has none."""
    record = cls.holding(given)
    if not isinstance(record, Relationship) or not record.has_ends():
        return record
    if record.unordered and record.start > record.target and not is_directed(record):
        record = record.holding({**given, "from_id": record.target, "to_id": record.start})
    return record if record.id else record.holding({**record.given(), "id": record.mint_id()})


def is_directed(record: Relationship) -> bool:
    """Say whether an unordered type has a direction between these ends, known by the form of their ids."""
    # A country's id is three capitals; every other id is longer. Province -> Region keeps its direction.
    return not all(len(end or "") == 3 and (end or "").isupper() for end in (record.from_id, record.to_id))


def validated(record_class: type[Record], **given: Any) -> Record:
    """Make a record in code, checked by pydantic; ValueError, in words for programmers, if it does not fit.

    >>> from graphmap.schema.nodes import City
    >>> validated(City, id="city:tur:konya", name="Konya", sources=("s",)).id
    'city:tur:konya'
    """
    try:
        return make_record(record_class, record_class(**given).given())
    except ValidationError as error:
        raise ValueError(f"{record_class.stored_as}: {error}") from error
