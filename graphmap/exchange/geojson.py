"""Write what is on the map as GeoJSON (RFC 7946): provinces as areas, other places as points, ties lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmap.geometry import read_home_pack, read_world_pack
from graphmap.geometry.rings import Position, Ring, is_within, measure_ring
from graphmap.plain import plain_value
from graphmap.schema import Contents, Country, In, Named, Province, Record, Represents, Tie
from graphmap.writing import written_file

if TYPE_CHECKING:
    from graphmap.geometry import Outline

DECIMALS = 5
"""Of degrees: about a metre."""


def write_geojson(contents: Contents, path: Path, overwrite: bool = False) -> Path:
    """Write provinces, places that something is known to lie at, and ties, with all their declared fields.

    A tie is a line between its ends; an end of which no place is known stands at the nearest that it lies in
    (`from_placed_by`, `to_placed_by` name it). Ties with an end that lies nowhere known are no features: the
    ids are in `not_placed`. A file that is there is refused, or kept as NAME.before if `overwrite`. Raises
    WritingRefused.
    """
    atlas = _Atlas(contents)
    drawn = ((node, atlas.draw_place(node)) for node in contents.nodes.values())
    features = [_make_feature(node, geometry) for node, geometry in drawn if geometry is not None]
    left: list[str] = []
    for tie in contents.records(Tie.stored_as):
        assert isinstance(tie, Tie)  # noqa: S101 (what its name says)
        ends = atlas.locate(tie.start), atlas.locate(tie.target)
        if None in ends:
            left.append(tie.identity)
            continue
        (start, start_at), (end, end_at) = (one for one in ends if one is not None)
        line = {"type": "LineString", "coordinates": [start, end]}
        placed = {"from_placed_by": start_at, "to_placed_by": end_at}
        features.append(_make_feature(tie, line, {k: v for k, v in placed.items() if v}))
    told = {"type": "FeatureCollection", "features": features, "not_placed": left}
    with written_file(path, overwrite, make_folder=True) as opened:
        opened.write(json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace"))
        opened.write(b"\n")
    return path


def _make_feature(
    record: Record, geometry: dict[str, Any], more: dict[str, str] | None = None
) -> dict[str, Any]:
    values = {column.name: getattr(record, column.name) for column in record.columns()}
    told = {name: plain_value(value) for name, value in values.items() if value not in (None, ())}
    properties = {"what": record.stored_as, **told, **(more or {})}
    return {"type": "Feature", "id": record.id, "geometry": geometry, "properties": properties}


class _Atlas:
    """Where the places of a graph lie: by their coordinates, by the shapes that ship, by what they lie in."""

    def __init__(self, contents: Contents) -> None:
        self._nodes = contents.nodes
        self._above = {
            one.start: one.target
            for one in contents.relationships.values()
            if isinstance(one, In | Represents)
        }
        home = next((n.identity for n in contents.nodes.values() if isinstance(n, Country) and n.home), "")
        pack = read_home_pack(home)
        self._provinces = {} if pack is None else pack.provinces
        self._units = {} if pack is None else pack.units
        self._countries: Callable[[], Any] = lambda: read_world_pack().countries

    def draw_place(self, node: Named) -> dict[str, Any] | None:
        """Return the geometry of a place of which it is known where it lies itself; else None."""
        if isinstance(node, Province) and node.identity in self._provinces:
            return draw_area(self._provinces[node.identity].rings)
        point = self._find_point(node.identity)
        return None if point is None else {"type": "Point", "coordinates": point}

    def locate(self, identity: str) -> tuple[Position, str] | None:
        """Return where a place lies, and by which other place that is known (blank: by itself)."""
        seen: list[str] = []
        here: str | None = identity
        while here is not None and here not in seen:
            point = self._find_point(here) or self._find_shape(here)
            if point is not None:
                return point, "" if here == identity else here
            seen.append(here)
            here = self._above.get(here)
        return None

    def _find_point(self, identity: str) -> Position | None:
        node = self._nodes.get(identity)
        lat, lon = getattr(node, "lat", None), getattr(node, "lon", None)
        return None if lat is None or lon is None else (round(lon, DECIMALS), round(lat, DECIMALS))

    def _find_shape(self, identity: str) -> Position | None:
        is_country = isinstance(self._nodes.get(identity), Country)
        shapes = [self._provinces, self._units, *([self._countries()] if is_country else [])]
        outline: Outline | None = next((one[identity] for one in shapes if identity in one), None)
        if outline is None:
            return None
        return round(outline.point.lon, DECIMALS), round(outline.point.lat, DECIMALS)


def draw_area(rings: Sequence[Ring]) -> dict[str, Any]:
    """Draw the rings of an outline as areas: one within another is a hole in it, turned as RFC 7946 says.

    >>> outer, inner = ((0, 0), (0, 9), (9, 9), (9, 0)), ((1, 1), (2, 1), (2, 2))
    >>> [len(area) for area in draw_area((outer, inner))["coordinates"]]
    [2]
    """
    depths = [sum(is_within(ring[0], other) for other in rings if other is not ring) for ring in rings]
    areas: list[list[list[Position]]] = []
    outers: list[Ring] = []
    for ring, depth in sorted(zip(rings, depths, strict=True), key=lambda one: one[1] % 2):
        if depth % 2 == 0:
            outers.append(ring)
            areas.append([list(_close(ring, counterclockwise=True))])
        else:
            around = [place for place, outer in enumerate(outers) if is_within(ring[0], outer)]
            smallest = min(around, key=lambda place: abs(measure_ring(outers[place])))
            areas[smallest].append(list(_close(ring, counterclockwise=False)))
    return {"type": "MultiPolygon", "coordinates": areas}


def _close(ring: Ring, counterclockwise: bool) -> Iterator[Position]:
    points = ring if (measure_ring(ring) > 0) == counterclockwise else tuple(reversed(ring))
    for lon, lat in (*points, points[0]):
        yield round(lon, DECIMALS), round(lat, DECIMALS)
