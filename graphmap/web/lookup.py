"""Everything of a store by all its names: places, people and sources, for the search and for profiles."""

from __future__ import annotations

from collections.abc import Iterator

from graphmap.directory import Directory, Listing
from graphmap.store.snapshot import Snapshot
from graphmap.store.tables import PLACES
from graphmap.text import Name

NAMED = (*PLACES, "Governor", "Official", "Source")
"""Labels whose nodes are found by name."""


def list_everything(snapshot: Snapshot) -> Directory:
    """Return the places of a snapshot with the people and sources beside them, by all their names."""
    places = snapshot.directory
    ids = list(snapshot.places.ids)
    parents = {identity: parent for identity in ids if (parent := places.parent(identity))}
    others = [*_list_people(snapshot), *_list_sources(snapshot)]
    return Directory([*(places[identity] for identity in ids), *others], parents, snapshot.home)


def _list_people(snapshot: Snapshot) -> Iterator[Listing]:
    people = snapshot.people
    columns = (people.ids, people.labels, people.names, people.names_fa, people.aliases)
    for identity, label, name, name_fa, aliases in zip(*columns, strict=True):
        yield Listing(identity, label, Name(name, name_fa or ""), aliases)


def _list_sources(snapshot: Snapshot) -> Iterator[Listing]:
    sources = snapshot.sources
    columns = (sources.ids, sources.names, sources.names_fa, sources.aliases)
    for identity, name, name_fa, aliases in zip(*columns, strict=True):
        yield Listing(identity, "Source", Name(name, name_fa or ""), aliases)
