"""Reads the names of a store's nodes, column by column, into a directory."""

from __future__ import annotations

from collections.abc import Iterator

from graphmap.directory import Directory, Listing
from graphmap.points import LatLon
from graphmap.schema import NODES, Changeset, Record, Relationship
from graphmap.store.snapshot_read import Scan
from graphmap.store.statements import NODE, RELATIONSHIP
from graphmap.store.touched import CLIMBS
from graphmap.text import Name


def read_directory(scan: Scan) -> Directory:
    """Read every node that a file may hold, by all its names, and what it lies in or represents."""
    labels = (cls for cls in NODES.values() if cls is not Changeset)
    homes = [
        one for piece in scan("MATCH (n:Country) WHERE n.home = true RETURN n.id AS id") for one in piece[0]
    ]
    parents: dict[str, str] = {}
    for kind in CLIMBS:
        for starts, targets in scan(
            f"{RELATIONSHIP.format(name=kind.stored_as)} RETURN a.id AS a, b.id AS b"
        ):
            parents.update(zip(starts, targets, strict=True))
    listings = (listing for cls in labels for listing in _list_nodes(scan, cls))
    return Directory(listings, parents, homes[0] if homes else "")


def list_ids(scan: Scan, kind: type[Record]) -> list[str]:
    """Return the ids of every record of a label or type."""
    every = RELATIONSHIP if issubclass(kind, Relationship) else NODE
    pieces = scan(f"{every.format(name=kind.stored_as)} RETURN n.id AS id")
    return [identity for piece in pieces for identity in piece[0]]


def _list_nodes(scan: Scan, cls: type[Record]) -> Iterator[Listing]:
    wanted = ("id", "name", "name_fa", "aliases", "iso2", "lat", "lon")
    columns = ", ".join(f"{f'n.{one}' if one in cls.model_fields else 'null'} AS {one}" for one in wanted)
    for piece in scan(f"{NODE.format(name=cls.stored_as)} RETURN {columns}"):
        for identity, name, name_fa, aliases, iso2, lat, lon in zip(*piece, strict=True):
            yield Listing(
                identity,
                cls.stored_as,
                Name(name or identity, name_fa or ""),
                tuple(aliases or ()),
                (iso2,) if iso2 else (),
                LatLon(lat, lon) if lat is not None and lon is not None else None,
            )
