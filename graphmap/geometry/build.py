"""Build packs of shapes from TopoJSON files made of Natural Earth (needs shapely: `pip install shapely`).

    python -m graphmap.geometry.build world WORLD.topojson OUT/world.json
    graphmap geometry build --home MEX --world WORLD.topojson --admin1 ADMIN1.topojson

With --overwrite, a pack that is there is kept as NAME.before.

The world file has an object of countries (properties iso_a3, ne_code, iso_a3_parent, lon, lat). The admin-1
file has an object of first-level units (iso_a3, iso3166_2, ne_fid, lon, lat); it may have the home units as
`provinces` and the others as `neighbour_units`, and its own `countries` cut from the same lines.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphmap.errors import WritingRefused
from graphmap.geometry.pack import GeometryError, encode_rings
from graphmap.text import find_nearest
from graphmap.writing import written_file

GRID = 0.001
"""Degrees: about 100 m."""

TOUCHING = 0.02
"""Degrees of gap across which two units still count as touching; sources leave slits where rivers run."""

NEAR = 0.6
"""How far beyond the home country's box, in parts of its size, outlines are taken from the finer file."""

SOURCE = "Natural Earth 1:10m, public domain"

Shape = Any
"""A shapely geometry; the library has no types."""

Unit = tuple[dict[str, Any], Shape]
"""What a file says of an area, and its shape."""


@dataclass(frozen=True)
class Surroundings:
    """The units of a home country, those that touch it, and the outlines of countries round it by code."""

    home: str
    own: tuple[Unit, ...]
    touching: tuple[Unit, ...]
    near: dict[str, Unit]


def read_topojson(path: Path) -> dict[str, list[tuple[dict[str, Any], Shape]]]:
    """Read every object of a TopoJSON file as (properties, shape in degrees) pairs.

    Raises GeometryError when shapely is missing or the file is not TopoJSON.
    """
    try:
        from shapely.geometry import MultiPolygon, Point, Polygon
    except ImportError as missing:
        raise GeometryError("Building shapes needs shapely: pip install shapely") from missing
    try:
        topology = json.loads(path.read_text(encoding="utf-8"))
        scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
        arcs = [_decode_arc(arc, scale, shift) for arc in topology["arcs"]]
        objects = topology["objects"].items()
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise GeometryError(f"{path} is not a quantised TopoJSON file: {problem!r}.") from problem

    def join_ring(indexes: Sequence[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for index in indexes:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points += arc[1:] if points else arc
        return points

    def make_polygon(rings: Sequence[Sequence[int]]) -> Shape:
        closed = [points for points in map(join_ring, rings) if len(points) >= 4]
        return Polygon(closed[0], closed[1:]) if closed else Polygon()

    def make_shape(geometry: dict[str, Any]) -> Shape:
        match geometry["type"]:
            case "Polygon":
                return make_polygon(geometry["arcs"])
            case "MultiPolygon":
                polygons = (make_polygon(rings) for rings in geometry["arcs"])
                return MultiPolygon([polygon for polygon in polygons if not polygon.is_empty])
            case _:
                return Point()

    return {
        name: [
            (geometry.get("properties", {}), make_shape(geometry)) for geometry in collection["geometries"]
        ]
        for name, collection in objects
    }


def _decode_arc(
    arc: Sequence[Sequence[int]], scale: Sequence[float], shift: Sequence[float]
) -> list[tuple[float, float]]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return points


def build_world(world_topojson: Path) -> dict[str, Any]:
    """Make the pack of all countries; places without an ISO code go to `areas`. Raises GeometryError."""
    features = next(iter(read_topojson(world_topojson).values()))
    countries, areas = {}, {}
    for properties, shape in features:
        point = (properties["lon"], properties["lat"])
        if properties["iso_a3"]:
            code = properties["iso_a3"]
            countries[code] = describe_shape(code, point, _close_antimeridian(shape))
        else:
            areas[properties["ne_code"]] = describe_shape(properties.get("iso_a3_parent") or "", point, shape)
    return assemble_pack("", countries=countries, areas=areas)


def read_surroundings(home: str, world_topojson: Path, admin1_topojson: Path) -> Surroundings:
    """Read what lies in and round one home country (ISO 3166-1 alpha-3).

    Provinces, touching units and nearby outlines all come from `admin1_topojson`, so that borders coincide;
    `world_topojson` tells which countries are near. Raises GeometryError when the home country is not there.
    """
    import shapely

    objects = read_topojson(admin1_topojson)
    drawn_for = _find_own_code(objects) or home
    units = [
        ({"iso_a3": drawn_for, **properties}, shape)
        for name, features in objects.items()
        if name != "countries"
        for properties, shape in features
    ]
    # A unit whose country has no code can be next to home, and is drawn; it belongs to none that is named.
    units = [({**properties, "iso_a3": properties["iso_a3"] or ""}, shape) for properties, shape in units]
    own = [(properties, shape) for properties, shape in units if properties["iso_a3"] == home]
    if not own:
        known = sorted({properties["iso_a3"] for properties, _ in units} - {""})
        alike = ", ".join(code for code, _ in find_nearest(home, known))
        raise GeometryError(
            f"{admin1_topojson} has no unit of {home}; right would be an ISO 3166-1 alpha-3 code that it "
            f"holds, such as {alike}"
        )
    outline = shapely.union_all([shape for _, shape in own])
    others = [(properties, shape) for properties, shape in units if properties["iso_a3"] != home]
    if "countries" in objects:
        near = {properties["iso_a3"]: (properties, shape) for properties, shape in objects["countries"]}
    else:
        near = _dissolve_near(outline, units, next(iter(read_topojson(world_topojson).values())))
    touching = [
        (properties, shape)
        for properties, shape in others
        if shape.distance(outline) <= TOUCHING and not shape.is_empty
    ]
    return Surroundings(home, tuple(own), tuple(touching), near)


def build_geometry(found: Surroundings) -> dict[str, Any]:
    """Make the pack round one home country."""
    return assemble_pack(
        found.home,
        provinces={
            name_unit(p): describe_shape(found.home, (p["lon"], p["lat"]), shape) for p, shape in found.own
        },
        units={
            f"ne:{p['ne_fid']}": describe_shape(p["iso_a3"], (p["lon"], p["lat"]), shape)
            for p, shape in found.touching
        },
        countries={
            code: describe_shape(code, (p["lon"], p["lat"]), _close_antimeridian(shape))
            for code, (p, shape) in found.near.items()
        },
    )


def _find_own_code(objects: dict[str, list[tuple[dict[str, Any], Shape]]]) -> str | None:
    """Return whose provinces a file holds that is drawn round one country; its units then bear no code."""
    countries = (properties for properties, _ in objects.get("countries", []))
    return next(
        (str(properties["iso_a3"]) for properties in countries if properties.get("role") == "self"), None
    )


def _dissolve_near(
    outline: Shape,
    units: Iterable[tuple[dict[str, Any], Shape]],
    world: Iterable[tuple[dict[str, Any], Shape]],
) -> dict[str, tuple[dict[str, Any], Shape]]:
    import shapely

    west, south, east, north = outline.bounds
    reach = NEAR * max(east - west, north - south)
    window = shapely.box(west - reach, south - reach, east + reach, north + reach)
    by_country: dict[str, list[Shape]] = {}
    for properties, shape in units:
        if properties["iso_a3"]:
            by_country.setdefault(properties["iso_a3"], []).append(shape)
    return {
        properties["iso_a3"]: (properties, shapely.union_all(by_country[properties["iso_a3"]]))
        for properties, shape in world
        if properties["iso_a3"] in by_country and shape.intersects(window)
    }


def name_unit(properties: dict[str, Any]) -> str:
    """Return the id of a unit: its ISO 3166-2 code, else its number at Natural Earth."""
    return properties.get("iso3166_2") or f"ne:{properties['ne_fid']}"


def _close_antimeridian(shape: Shape) -> Shape:
    """Join parts that the source cuts at +-180 degrees, so that no seam is drawn through a country."""
    import shapely

    parts = list(getattr(shape, "geoms", [shape]))
    west = [part for part in parts if not part.is_empty and part.bounds[0] < -179.8 and part.bounds[2] < 0]
    east = [part for part in parts if not part.is_empty and part.bounds[2] > 179.8 and part.bounds[0] > 0]
    if not west or not east:
        return shape
    rest = [part for part in parts if part not in west and part not in east]

    def reach_seam(part: Shape, turn: float) -> Shape:
        def move(points: Any) -> Any:
            points = points.copy()
            points[:, 0] += turn
            points[abs(points[:, 0] - 180) < 0.15, 0] = 180.0
            return points

        return shapely.make_valid(shapely.transform(part, move))

    joined = shapely.union_all(
        [reach_seam(part, 360.0) for part in west] + [reach_seam(part, 0.0) for part in east]
    )
    return shapely.union_all([joined, *rest]) if rest else joined


def describe_shape(country: str, point: tuple[float, float], shape: Shape) -> dict[str, Any]:
    """Write a shape as a pack holds it: its country, a point for its name (east, north), its rings."""
    polygons = [
        part for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon" and not part.is_empty
    ]
    rings = [list(ring.coords) for part in polygons for ring in (part.exterior, *part.interiors)]
    return {
        "country": country,
        "point": [round(point[0], 3), round(point[1], 3)],
        "rings": encode_rings(rings, GRID),
    }


def assemble_pack(home: str, **kinds: dict[str, Any]) -> dict[str, Any]:
    """Put the kinds of outlines together, in the order of their ids."""
    empty: dict[str, Any] = {"provinces": {}, "units": {}, "countries": {}, "areas": {}}
    filled = {kind: dict(sorted(kinds.get(kind, {}).items())) for kind in empty}
    return {"home": home, "source": SOURCE, "grid": GRID, **filled}


def write_pack(pack: dict[str, Any], path: Path, overwrite: bool = False, make_folder: bool = False) -> None:
    """Write a pack as compact JSON, one outline a line, so that a difference can be read."""
    lines = ["{" + ", ".join(f'"{key}": {json.dumps(pack[key])}' for key in ("home", "source", "grid"))]
    for kind in ("provinces", "units", "countries", "areas"):
        rows = [
            f"{json.dumps(name)}:{json.dumps(one, separators=(',', ':'))}" for name, one in pack[kind].items()
        ]
        lines.append(f', "{kind}": {{' + ",\n".join(["\n" + rows[0], *rows[1:]] if rows else []) + "}")
    with written_file(path, overwrite, make_folder) as opened:
        opened.write(("\n".join(lines) + "}\n").encode())


def main(arguments: Sequence[str]) -> int:
    """Run from the command line; 0 when a pack was written, 2 with a message when not."""
    overwrite = "--overwrite" in arguments
    try:
        match [word for word in arguments if word != "--overwrite"]:
            case ["world", world, out]:
                write_pack(build_world(Path(world)), Path(out), overwrite)
            case _:
                sys.stderr.write(__doc__ or "")
                return 2
    except (GeometryError, WritingRefused) as problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
