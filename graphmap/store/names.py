"""Reads the names of a store's nodes, column by column, into a directory."""

from __future__ import annotations

from collections.abc import Iterator

from graphmap.directory import Directory, Listing
from graphmap.points import LatLon
from graphmap.schema import NODES, Changeset, Country, Record
from graphmap.store.scan import Scan
from graphmap.store.touched import CLIMBS
from graphmap.text import Name


def read_directory(scan: Scan) -> Directory:
    """Read every node that a file may hold, by all its names, and what it lies in or represents."""
    labels = (cls for cls in NODES.values() if cls is not Changeset)
    homes = [
        one
        for ids, marks in scan(Country, ("id", "home"))
        for one, mark in zip(ids, marks, strict=True)
        if mark
    ]
    parents: dict[str, str] = {}
    for kind in CLIMBS:
        for starts, targets in scan(kind, ("from_id", "to_id")):
            parents.update(zip(starts, targets, strict=True))
    listings = (listing for cls in labels for listing in _list_nodes(scan, cls))
    return Directory(listings, parents, homes[0] if homes else "")


def list_ids(scan: Scan, kind: type[Record]) -> list[str]:
    """Return the ids of every record of a label or type."""
    return [identity for piece in scan(kind, ("id",)) for identity in piece[0]]


def _list_nodes(scan: Scan, cls: type[Record]) -> Iterator[Listing]:
    wanted = ("id", "name", "name_fa", "aliases", "iso2", "lat", "lon")
    held = [one for one in wanted if one in cls.model_fields]
    for piece in scan(cls, held):
        columns = dict(zip(held, piece, strict=True))
        none = [None] * len(piece[0])
        for identity, name, name_fa, aliases, iso2, lat, lon in zip(
            *(columns.get(one, none) for one in wanted), strict=True
        ):
            yield Listing(
                identity,
                cls.stored_as,
                Name(name or identity, name_fa or ""),
                tuple(aliases or ()),
                (iso2,) if iso2 else (),
                LatLon(lat, lon) if lat is not None and lon is not None else None,
            )
