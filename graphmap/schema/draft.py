"""The graph as a batch would make it, while its faults are gathered: what every rule looks at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from graphmap.errors import Fault, Place
from graphmap.schema.batch import Contents
from graphmap.schema.nodes import Country, Mission
from graphmap.schema.records import Named, Record, Relationship


@dataclass
class Draft:
    """The whole records of a batch over those of a store; faults, notes, and what lies in what.

    `places` says where the row of each id was read. `parents` holds what a node lies IN or REPRESENTS,
    `senders` the country that each mission is SENT_BY.
    `restored` says that the store held the records of the batch once. `joined` counts the rows to whose lists
    the store adds what they do not say.
    """

    contents: Contents
    restored: bool = False
    joined: int = 0
    nodes: dict[str, Named] = field(default_factory=dict)
    relationships: dict[str, Relationship] = field(default_factory=dict)
    places: dict[str, Place | None] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    removed: dict[str, Record] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    senders: dict[str, str] = field(default_factory=dict)
    _above: dict[str, Sequence[str]] = field(default_factory=dict)

    def node(self, identity: str) -> Named | None:
        """Return a node as it will be, None where there is none of this id."""
        if self.removed and identity in self.removed:
            return None
        return self.nodes.get(identity) or self.contents.nodes.get(identity)

    def stored(self, identity: str) -> Record | None:
        """Return a record as it is in the store, None where there is none of this id."""
        return self.contents.nodes.get(identity) or self.contents.relationships.get(identity)

    def records(self) -> Iterator[Record]:
        """Yield the records of the batch, each whole as it will be."""
        yield from self.nodes.values()
        yield from self.relationships.values()

    @cached_property
    def home(self) -> Country | None:
        """The home country: that of the store, else the first that the batch says to be it."""
        if self.contents.home is not None:
            return self.contents.home
        return next((n for n in self.nodes.values() if isinstance(n, Country) and n.home), None)

    def above(self, identity: str) -> Sequence[str]:
        """Return what a node lies in or represents, step by step up to its country.

        A mission stands for the country that sends it, wherever it lies.
        """
        known = self._above.get(identity)
        if known is None:
            known = self._above[identity] = self._climb(identity)
        return known

    def _climb(self, identity: str) -> Sequence[str]:
        if isinstance(self.node(identity), Mission):
            return (self.senders[identity],) if identity in self.senders else ()
        found: list[str] = []
        while (identity := self.parents.get(identity, "")) and identity not in found:
            found.append(identity)
        return tuple(found)

    def place(self, identity: str, parent: str) -> None:
        """Say what a node lies in or represents."""
        self.parents[identity] = parent
        self._above.clear()

    def drop(self, relationship: Relationship) -> None:
        """Leave a relationship out; one that is stored is to be removed."""
        self.relationships.pop(relationship.identity, None)
        if relationship.identity in self.contents.relationships:
            self.removed[relationship.identity] = relationship

    def blame(
        self, identity: str, problem: str, right: str, column: str | None = None, value: str | None = None
    ) -> None:
        """Add a fault of the row of an id; `problem` completes the sentence "'value' …"."""
        self.faults.append(Fault(problem, right, self.places.get(identity), column, value))
