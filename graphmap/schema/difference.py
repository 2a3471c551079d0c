"""Hold a batch against what the store holds: every fault at once, or a difference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graphmap.errors import DateError, Fault, Faults, Place
from graphmap.schema.batch import NODES, Batch, Contents, Entry
from graphmap.schema.nodes import Changeset, City, Counterpart, Country, Mission, Province, Region, Source
from graphmap.schema.records import Lasting, Named, Record, Relationship
from graphmap.schema.relationships import In, Represents, Tie

PLACED = (Province, Region, City, Mission)
"""Labels whose nodes lie IN something."""


@dataclass(frozen=True, slots=True)
class Change:
    """A whole record as it will be, and as it was."""

    after: Record
    before: Record


@dataclass(frozen=True, slots=True)
class Difference:
    """What a batch would do to a store: records to create, to change, to remove; ids left alone; notes."""

    created: tuple[Record, ...] = ()
    changed: tuple[Change, ...] = ()
    removed: tuple[Relationship, ...] = ()
    unchanged: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything would be written."""
        return bool(self.created or self.changed or self.removed)


@dataclass
class _Draft:
    """The graph as it would be, while faults are gathered."""

    contents: Contents
    nodes: dict[str, Named] = field(default_factory=dict)
    relationships: dict[str, Relationship] = field(default_factory=dict)
    places: dict[str, Place | None] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    removed: dict[str, Relationship] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    home: Country | None = None

    def node(self, identity: str | None) -> Named | None:
        return self.nodes.get(identity or "") or self.contents.nodes.get(identity or "")

    def stored(self, identity: str) -> Record | None:
        return self.contents.nodes.get(identity) or self.contents.relationships.get(identity)

    def blame(
        self, entry_id: str, problem: str, right: str, column: str | None = None, value: str | None = None
    ) -> None:
        self.faults.append(Fault(problem, right, self.places.get(entry_id), column, value))


def find_difference(batch: Batch, contents: Contents, earlier: Iterable[Fault] = ()) -> Difference:
    """Find what a batch would change, or raise Faults with every fault of it (and those found earlier).

    `contents` must hold what the batch touches: the nodes and relationships with its ids, all that starts
    from those nodes, and what they lie IN or REPRESENT up to the country.
    """
    told = tuple(earlier)
    draft = _Draft(contents, notes=list(batch.notes))
    records = _join_rows(batch.entries, draft)
    for identity, record in records.items():
        _check_identity(identity, record, draft)
        stored = draft.stored(identity)
        whole = record.merged_over(stored if type(stored) is type(record) else None)
        if isinstance(whole, Relationship):
            draft.relationships[identity] = whole
        elif isinstance(whole, Named):
            draft.nodes[identity] = whole
    for identity, node in draft.nodes.items():
        _check_whole(identity, node, draft)
    for identity, relationship in draft.relationships.items():
        if _check_whole(identity, relationship, draft):
            _check_ends(identity, relationship, draft)
    _check_home(draft)
    _check_places(draft)
    for identity, relationship in draft.relationships.items():
        if isinstance(relationship, Tie):
            _check_tie(identity, relationship, draft)
        elif isinstance(relationship, In):
            _check_unit(identity, relationship, draft)
    if told or draft.faults:
        # A cell that could not be read is not blamed again for what follows from that.
        spots = {(fault.where, fault.column) for fault in told if fault.where}
        faults = [*told, *(fault for fault in draft.faults if (fault.where, fault.column) not in spots)]
        raise Faults(sorted(dict.fromkeys(faults), key=lambda f: (f.where is None, _order(f.where))))
    return _make_difference(draft)


def _order(place: Place | None) -> tuple[str, str, int, str]:
    return (place.file, place.sheet or "", place.line or 0, place.cell or "") if place else ("", "", 0, "")


def _join_rows(entries: Iterable[Entry], draft: _Draft) -> dict[str, Record]:
    """Join rows with one id; rows that say different things of one field are a fault."""
    joined: dict[str, Record] = {}
    for entry in entries:
        record = entry.record
        if not record.id:
            missing = [column.name for column in record.missing()] or ["id"]
            name = record.stored_as
            draft.faults.append(
                Fault(f"is blank, and a {name} needs it", "a value", entry.place, ", ".join(missing))
            )
            continue
        first = joined.get(record.id)
        if first is None:
            joined[record.id] = record
            draft.places[record.id] = entry.place
            continue
        earlier = draft.places[record.id]
        if type(first) is not type(record):
            problem = f"is the id of a {first.stored_as} at {earlier} too"
            draft.faults.append(Fault(problem, "an id of its own", entry.place, "id", record.id))
            continue
        before, after = first.given(), record.given()
        clash = [name for name in after if name in before and before[name] != after[name]]
        for name in clash:
            draft.faults.append(
                Fault(
                    f"of {record.id} is {before[name]} at {earlier}",
                    "the same in both rows, or different ids",
                    entry.place,
                    name,
                    str(after[name]),
                )
            )
        if not clash:
            joined[record.id] = record.holding({**before, **after})
            if isinstance(record, Relationship) or before == after:
                draft.notes.append(
                    f"{entry.place}: says again what stands at {earlier}; taken once ({record.id})"
                )
    return joined


def _check_identity(identity: str, record: Record, draft: _Draft) -> None:
    pattern, right = record.id_form
    if not re.fullmatch(pattern, identity):
        draft.blame(identity, f"is not an id of a {record.stored_as}", right, "id", identity)
    if isinstance(record, Changeset):
        draft.blame(identity, "is a changeset, which only the store makes", "no such row", "id", identity)
    stored = draft.stored(identity)
    if stored is not None and type(stored) is not type(record):
        draft.blame(
            identity, f"is the id of a {stored.stored_as} in the store", "an id of its own", "id", identity
        )
    elif isinstance(record, Relationship) and isinstance(stored, Relationship):
        for end in ("from_id", "to_id"):
            if end in record.given() and getattr(record, end) != getattr(stored, end):
                draft.blame(
                    identity,
                    f"is not where {identity} leads in the store, which is {getattr(stored, end)}",
                    "the same end, or another id",
                    end,
                    getattr(record, end),
                )


def _check_whole(identity: str, record: Record, draft: _Draft) -> bool:
    """Check one whole record: what it needs, its sources, its dates; return whether it has both ends."""
    for column in record.missing():
        draft.blame(
            identity,
            f"is blank, and the {record.stored_as} {identity} needs it",
            column.kind.right,
            column.name,
        )
    for source in getattr(record, "sources", None) or ():
        if not isinstance(draft.node(source), Source):
            draft.blame(identity, "is not the id of a source", "the id of a row of Source", "sources", source)
    try:
        record.derive()
    except DateError as error:
        at_fault = error.column or ("since" if isinstance(record, Lasting) else None)
        value = getattr(record, at_fault, None) if at_fault else None
        draft.blame(identity, error.problem, error.right, at_fault, str(value) if value else None)
    return not isinstance(record, Relationship) or bool(record.from_id and record.to_id)


def _check_ends(identity: str, relationship: Relationship, draft: _Draft) -> None:
    stored = draft.contents.relationships.get(identity)
    if stored and (stored.from_id, stored.to_id) == (relationship.from_id, relationship.to_id):
        # Checked when it was written; a row that names it by its id alone brings no node of its ends.
        return
    labels = []
    for end in ("from_id", "to_id"):
        node = draft.node(getattr(relationship, end))
        if node is None:
            draft.blame(
                identity,
                "is not the id of any node",
                "the id of a node in the files or the store",
                end,
                getattr(relationship, end),
            )
        else:
            labels.append(node.stored_as)
    if len(labels) == 2 and tuple(labels) not in relationship.ends:
        allowed = ", ".join(f"{a} -> {b}" for a, b in sorted(relationship.ends))
        problem = f"makes a {relationship.stored_as} from a {labels[0]} to a {labels[1]}"
        draft.blame(identity, problem, allowed, "to_id", relationship.to_id)
    if relationship.key and stored is None:
        _check_not_learned(identity, relationship, draft)


def _check_not_learned(identity: str, relationship: Relationship, draft: _Draft) -> None:
    """A minted row that matches a stored one in all but `since` would be a second tie: ask for the id."""
    starting = draft.contents.starting.get(relationship.from_id or "", ())
    if not starting or "since" not in relationship.key or identity != relationship.mint_id():
        return
    rest = ["from_id", "to_id", *(name for name in relationship.key if name != "since")]
    for stored in starting:
        alike = all(getattr(stored, name, None) == getattr(relationship, name, None) for name in rest)
        if alike and type(stored) is type(relationship) and stored.id not in draft.relationships:
            draft.blame(
                identity,
                f"is not the since of {stored.id}, which is like this row in all else",
                f"the id: {stored.id} if it is the same one, or an id of its own if it is another",
                "since",
                getattr(relationship, "since", None) or "",
            )


def _check_home(draft: _Draft) -> None:
    home = draft.contents.home
    for identity, node in draft.nodes.items():
        if not isinstance(node, Country):
            continue
        if node.home and home is None:
            home = node
        elif node.home and home is not None and home.id != identity:
            draft.blame(
                identity,
                "is a second home country",
                f"no: the home of this graph is {home.id}",
                "home",
                "yes",
            )
        elif home is not None and home.id == identity and not node.home:
            draft.blame(identity, "is the home of this graph", "yes", "home", "no")
    draft.home = home


def _check_places(draft: _Draft) -> None:
    """Check that a node has at most one relationship of a single type; a finer IN replaces a coarser one."""
    singles: dict[tuple[type[Relationship], str], list[Relationship]] = {}
    for relationship in (*_stored_singles(draft), *draft.relationships.values()):
        if relationship.single and relationship.from_id and relationship.to_id:
            kept = singles.setdefault((type(relationship), relationship.from_id), [])
            if all(other.id != relationship.id for other in kept):
                kept.append(relationship)
    for (kind, start), found in singles.items():
        if kind in (In, Represents):
            draft.parents[start] = found[0].to_id or ""
    for (kind, start), found in singles.items():
        chosen = found[0]
        for other in found[1:]:
            chosen = _choose_single(kind, start, chosen, other, draft)


def _stored_singles(draft: _Draft) -> Iterator[Relationship]:
    for _, starting in sorted(draft.contents.starting.items()):
        yield from (r for r in starting if r.single)


def _choose_single(
    kind: type[Relationship], start: str, kept: Relationship, other: Relationship, draft: _Draft
) -> Relationship:
    other_id = other.id or ""
    if kind is In:
        if kept.to_id in _above(other.to_id or "", draft):
            draft.parents[start] = other.to_id or ""
            _drop(kept, draft)
            draft.notes.append(f"{start} lies IN {other.to_id}, which is finer than {kept.to_id}")
            return other
        if other.to_id in _above(kept.to_id or "", draft):
            _drop(other, draft)
            draft.notes.append(f"{start} already lies IN {kept.to_id}, which is finer than {other.to_id}")
            return kept
    draft.blame(
        other_id if other_id in draft.places else (kept.id or ""),
        f"is a second {kind.stored_as} of {start}, which has {kept.to_id}",
        "one only",
        "to_id",
        other.to_id,
    )
    return kept


def _drop(relationship: Relationship, draft: _Draft) -> None:
    identity = relationship.id or ""
    draft.relationships.pop(identity, None)
    if identity in draft.contents.relationships:
        draft.removed[identity] = relationship


def _above(identity: str, draft: _Draft) -> list[str]:
    """Return what a node lies in or represents, step by step up to its country."""
    found: list[str] = []
    while (identity := draft.parents.get(identity, "")) and identity not in found:
        found.append(identity)
    return found


def _check_tie(identity: str, tie: Tie, draft: _Draft) -> None:
    """A tie starts at home and leads abroad."""
    home = draft.home
    if home is None or draft.node(tie.from_id) is None or draft.node(tie.to_id) is None:
        return
    target = [tie.to_id or "", *_above(tie.to_id or "", draft)]
    start = [tie.from_id or "", *_above(tie.from_id or "", draft)]
    if home.id in target:
        draft.blame(
            identity,
            f"lies in {home.name}, the home country",
            "a foreign place or counterpart",
            "to_id",
            tie.to_id,
        )
    top = draft.node(start[-1])
    if isinstance(top, Country) and top.id != home.id:
        draft.blame(
            identity,
            f"lies abroad, in {top.name}",
            "a province of the home country or one of its cities",
            "from_id",
            tie.from_id,
        )


def _check_unit(identity: str, relationship: In, draft: _Draft) -> None:
    """A Province is a unit of the home country, a Region one of any other."""
    home, unit = draft.home, draft.node(relationship.from_id)
    if home is None or not isinstance(draft.node(relationship.to_id), Country):
        return
    if isinstance(unit, Province) and relationship.to_id != home.id:
        problem = f"is not {home.name}, the home country, of which every Province is a unit"
        draft.blame(identity, problem, f"{home.id}, or a Region instead", "to_id", relationship.to_id)
    elif isinstance(unit, Region) and relationship.to_id == home.id:
        problem = f"is {home.name}, the home country, of which no Region is a unit"
        draft.blame(identity, problem, "another country, or a Province instead", "to_id", relationship.to_id)


def _make_difference(draft: _Draft) -> Difference:
    created: list[Record] = []
    changed: list[Change] = []
    unchanged: list[str] = []
    whole: Mapping[str, Record] = {**draft.nodes, **draft.relationships}
    for identity, record in whole.items():
        stored = draft.stored(identity)
        if stored is None:
            created.append(record)
        elif stored.values() == record.values():
            unchanged.append(identity)
        else:
            changed.append(Change(record, stored))
    if created or changed:
        for identity, node in draft.nodes.items():
            if isinstance(node, PLACED) and identity not in draft.parents and draft.stored(identity) is None:
                draft.notes.append(
                    f"{node.stored_as} {identity}: no IN row says where it lies, so it counts for no country"
                )
            if (
                isinstance(node, Counterpart)
                and identity not in draft.parents
                and draft.stored(identity) is None
            ):
                draft.notes.append(f"Counterpart {identity}: no REPRESENTS row says for what place it speaks")
    order = {name: place for place, name in enumerate(NODES)}
    created.sort(key=lambda r: (order.get(r.stored_as, len(order)), r.stored_as, r.id or ""))
    return Difference(
        tuple(created), tuple(changed), tuple(draft.removed.values()), tuple(unchanged), tuple(draft.notes)
    )
