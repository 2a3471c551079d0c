"""The provinces of a home country and their borders, as far as shapes that a person built know them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graphmap.geometry.pack import find_own_folder
from graphmap.schema import Borders, Contents, In, Named, Province, Record, Region, Relationship, Source
from graphmap.schema.batch import make_record

if TYPE_CHECKING:
    from pathlib import Path

    from graphmap.geometry.build import Surroundings

SOURCE = "source:natural-earth"


def find_places(home: str) -> Path | None:
    """Return the folder of native files that lies beside the shapes of a home country, None without one."""
    folder = find_own_folder() / home
    return folder if home.isalnum() and folder.is_dir() else None


def list_places(found: Surroundings) -> Contents:
    """List the provinces of a home country, the units of its neighbours that touch them, and which touch.

    A unit without a name, and one of no country with a code, are left out. Natural Earth draws what is held.
    """
    nodes: dict[str, Named] = {}
    relationships: dict[str, Relationship] = {}
    for record in _make_records(found):
        if isinstance(record, Relationship):
            relationships.setdefault(record.identity, record)
        elif isinstance(record, Named):
            nodes.setdefault(record.identity, record)
    return Contents(nodes, relationships)


def _make_records(found: Surroundings) -> Iterator[Record]:
    from graphmap.geometry.build import TOUCHING, name_unit

    told = {
        "name": "Natural Earth 1:10m, first-level units",
        "name_fa": "Natural Earth، واحدهای سطح نخست",
        "publisher": "Natural Earth",
        "url": "https://www.naturalearthdata.com/",
        "licence": "public domain",
        "grade": "C",
    }
    yield make_record(Source, {"id": SOURCE, **told})
    said = {"sources": (SOURCE,)}
    named = {
        cls: [(p, shape) for p, shape in units if p.get("name") and p["iso_a3"]]
        for cls, units in ((Province, found.own), (Region, found.touching))
    }
    for cls, units in named.items():
        for p, _ in units:
            unit = name_unit(p)
            yield make_record(cls, {"id": unit, "name": p["name"], "lat": p["lat"], "lon": p["lon"], **said})
            yield make_record(In, {"from_id": unit, "to_id": p["iso_a3"], **said})
    for own, shape in named[Province]:
        for other, outer in named[Region]:
            if shape.distance(outer) <= TOUCHING:
                ends = {"from_id": name_unit(own), "to_id": name_unit(other)}
                yield make_record(Borders, {**ends, **said})
