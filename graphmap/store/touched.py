"""Reads from a store what a batch touches, and no more: by id, in the order in which one leads to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Any

from graphmap.schema import (
    DECLARED,
    NODES,
    RELATIONSHIPS,
    Batch,
    Contents,
    Country,
    Named,
    Record,
    Relationship,
    Source,
)
from graphmap.schema.relationships import In, Represents, SentBy
from graphmap.store.statements import NODE, RELATIONSHIP, Run, Wrote, divide, read_records

CLIMBS = (In, Represents)
"""The relationships that lead from a place to what it lies in or speaks for."""

PLACES = (*CLIMBS, SentBy)
"""These, and the one that leads from a mission to the country for which it stands."""


def read_touched(run: Run, ids: Collection[str], removals: Collection[str] = ()) -> Contents:
    """Read what a batch with these ids touches, as the contract says; changesets with these ids too.

    Of `removals` also what leads to them, and what rests on them if they are sources.
    """
    reading = Reading(run)
    reading.read_nodes(ids)
    reading.read_starting(RELATIONSHIPS.values(), ids)
    reading.read_relationships(ids, RELATIONSHIPS.values())
    reading.climb()
    reading.read_leaning(removals)
    reading.read_sources(ids)
    return reading.contents()


def read_needed(run: Run, batch: Batch) -> Contents:
    """Read what finding the difference of a batch asks for: of what its rows join, less than `read_touched`.

    Of relationships: those with its ids, those that say where the nodes it names lie, those that a row may
    mean (same ends, same type), and all at the nodes that it removes.
    """
    ids = batch.ids()
    reading = Reading(run)
    reading.read_nodes(ids)
    reading.read_starting(PLACES, ids)
    reading.read_starting(RELATIONSHIPS.values(), batch.removals)
    reading.read_alike(entry.record for entry in batch.entries)
    reading.read_relationships(ids, PLACES)
    reading.climb()
    reading.read_leaning(batch.removals)
    reading.read_sources(ids)
    return reading.contents()


def read_by_id(run: Run, ids: Collection[str], wrote: Wrote) -> Contents:
    """Read the records with some ids, and nothing around them."""
    reading = Reading(run, wrote)
    reading.read_with_ids(NODES.values(), ids, reading.nodes)
    reading.read_with_ids(RELATIONSHIPS.values(), {*ids} - reading.nodes.keys(), reading.relationships)
    return reading.contents()


class Reading:
    """What was read so far in one transaction, and how many records there are to read."""

    def __init__(self, run: Run, wrote: Wrote | None = None) -> None:
        """Begin; `wrote` is filled with the changeset that wrote each record last."""
        self._run, self._wrote = run, wrote
        self.nodes: dict[str, Named] = {}
        self.relationships: dict[str, Relationship] = {}

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        """How many records each label and type has: counted only where that spares more."""
        return count_records(self._run)

    def contents(self) -> Contents:
        """Return all of it."""
        return Contents(self.nodes, self.relationships)

    def read_nodes(self, ids: Collection[str]) -> None:
        """Read the home country and the nodes with some ids."""
        read_records(self._run, Country, "MATCH (n:{name}) WHERE n.home = true", {}, self.nodes)
        self.read_with_ids(NODES.values(), {*ids} - self.nodes.keys(), self.nodes)

    def read_relationships(self, ids: Collection[str], starting: Collection[type[Relationship]]) -> None:
        """Read the relationships with ids that nothing read so far has, their ends, and what starts there."""
        # What is still to be found is new, or a relationship that a row names by its id alone.
        unknown = {*ids} - self.nodes.keys() - self.relationships.keys()
        alone: dict[str, Relationship] = {}
        self.read_with_ids(RELATIONSHIPS.values(), unknown, alone)
        self.relationships |= alone
        ends = {end for r in alone.values() for end in (r.start, r.target)} - self.nodes.keys()
        self.read_with_ids(NODES.values(), ends, self.nodes)
        self.read_starting(starting, ends)

    def climb(self) -> None:
        """Read what the known nodes lie in or represent, step by step."""
        while fresh := self._find_above() - self.nodes.keys():
            self.read_with_ids(NODES.values(), fresh, self.nodes)
            self.read_starting(CLIMBS, fresh)

    def _find_above(self) -> set[str]:
        return {r.target for r in self.relationships.values() if isinstance(r, CLIMBS)}

    def read_sources(self, ids: Collection[str]) -> None:
        """Read the sources of what has some ids, and of what leads from one of them to another.

        A row that gives a start which was not known means such a relationship, though it has another id.
        """
        touched = frozenset(ids)
        rests = {
            source
            for record in (*self.nodes.values(), *self.relationships.values())
            if record.id in touched
            or (isinstance(record, Relationship) and record.start in touched and record.target in touched)
            for source in getattr(record, "sources", None) or ()
        }
        self.read_with_ids(NODES.values(), rests - self.nodes.keys(), self.nodes)

    def read_with_ids(
        self, classes: Iterable[type[Record]], ids: Collection[str], found: dict[str, Any]
    ) -> None:
        """Read the records of some labels or types that have one of the ids."""
        left = {*ids}
        for cls in classes:
            if not left:
                return
            held = self._counts[cls.stored_as]
            if not held:
                continue
            every = RELATIONSHIP if issubclass(cls, Relationship) else NODE
            wanted: Collection[str] = left
            if held < len(left):
                # Most of the ids are nobody's: those that are somebody's are soon told.
                known = self._run(f"{every.format(name=cls.stored_as)} RETURN n.id AS id", {})
                wanted = left.intersection(identity for (identity,) in known)
            pattern = "UNWIND $ids AS one " + every.replace("n:{name}", "n:{name} {{id: one}}")
            before = len(found)
            for piece in divide(sorted(wanted)):
                read_records(self._run, cls, pattern, {"ids": piece}, found, self._wrote)
            if len(found) > before:
                left -= found.keys()

    def read_starting(self, kinds: Iterable[type[Relationship]], ids: Iterable[str]) -> None:
        """Read the relationships that start from nodes already read."""
        by_label = self._group(ids)
        for kind in kinds:
            labels = sorted({start for start, _ in kind.ends} & set(by_label))
            if not labels or not self._counts[kind.stored_as]:
                continue
            for label in labels:
                pattern = f"UNWIND $ids AS one MATCH (a:{label} {{{{id: one}}}})-[n:{{name}}]->(b)"
                for piece in divide(by_label[label]):
                    read_records(self._run, kind, pattern, {"ids": piece}, self.relationships)

    def read_alike(self, records: Iterable[Record]) -> None:
        """Read the relationships of the same type between the same ends as rows, which these may mean."""
        asked: dict[type[Relationship], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for record in records:
            kind = type(record)
            if not isinstance(record, Relationship) or not self._counts[kind.stored_as]:
                continue
            if not record.single and record.from_id in self.nodes and record.to_id:
                asked[type(record)][record.from_id].add(record.to_id)
        for kind, targets in asked.items():
            for label, starts in sorted(self._group(targets).items()):
                rows = [{"id": start, "targets": sorted(targets[start])} for start in starts]
                pattern = (
                    f"UNWIND $rows AS row MATCH (a:{label} {{{{id: row.id}}}})-[n:{{name}}]->(b) "
                    "WHERE b.id IN row.targets"
                )
                for piece in divide(rows):
                    read_records(self._run, kind, pattern, {"rows": piece}, self.relationships)

    def read_leaning(self, removals: Collection[str]) -> None:
        """Read what leads to nodes that are to be removed, and what cites those that are sources."""
        by_label = self._group(removals)
        for kind in RELATIONSHIPS.values():
            for label in sorted({target for _, target in kind.ends} & set(by_label)):
                pattern = f"UNWIND $ids AS one MATCH (a)-[n:{{name}}]->(b:{label} {{{{id: one}}}})"
                read_records(self._run, kind, pattern, {"ids": by_label[label]}, self.relationships)
        sources = {"ids": by_label.get(Source.stored_as)}
        if not sources["ids"]:
            return
        cites = "any(source IN n.sources WHERE source IN $ids)"
        for cls in NODES.values():
            if "sources" in cls.model_fields:
                read_records(self._run, cls, f"MATCH (n:{{name}}) WHERE {cites}", sources, self.nodes)
        for kind in RELATIONSHIPS.values():
            pattern = f"MATCH (a)-[n:{{name}}]->(b) WHERE {cites}"
            read_records(self._run, kind, pattern, sources, self.relationships)

    def _group(self, ids: Iterable[str]) -> Mapping[str, list[str]]:
        """Return the nodes already read among some ids, by label."""
        by_label: dict[str, list[str]] = defaultdict(list)
        for identity in sorted({*ids} & self.nodes.keys()):
            by_label[self.nodes[identity].stored_as].append(identity)
        return by_label


def count_records(run: Run) -> dict[str, int]:
    """Return how many records each label and relationship type has, in one question."""
    counted = "RETURN '{name}' AS name, count(n) AS count"
    nodes = [f"{NODE} {counted}".format(name=name) for name in NODES]
    related = [f"MATCH ()-[n:{{name}}]->() {counted}".format(name=name) for name in RELATIONSHIPS]
    # What is not there at all gives no row.
    found = run(" UNION ALL ".join((*nodes, *related)), {})
    counts = dict.fromkeys(DECLARED, 0)
    for name, count in found:
        counts[name] = count
    return counts
