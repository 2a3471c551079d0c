"""Invent shapes for a made-up country, from the places of its sample alone (needs shapely).

    python -m graphmap.geometry.invent QZA SAMPLE_FOLDER OUT/QZA.json

Each province and foreign region gets the land nearest to its point; coasts and borders are roughened by dice
that fall the same way every time.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from graphmap.geometry.build import TOUCHING, Shape, assemble_pack, describe_shape, write_pack
from graphmap.points import LatLon

SOURCE = "invented shapes"

COAST = 2.05
"""Degrees from a place to the coast, where no other land lies."""

ROUGH = 0.13
"""How far the middle of an edge may be pushed aside, in parts of the edge."""

FINEST = 0.12
"""Degrees; a shorter edge is left straight."""

Position = tuple[float, float]
"""Degrees east, then degrees north: the order of GeoJSON, which shapes and packs are in."""


@dataclass(frozen=True)
class Seed:
    """A unit to be: its id, its country, and the point round which its land lies."""

    id: str
    country: str
    point: LatLon

    @property
    def position(self) -> Position:
        """The point as shapes have it."""
        return self.point.lon, self.point.lat


def read_seeds(home: str, folder: Path) -> list[Seed]:
    """Read the units of a sample: provinces, regions, and a city for each country that has neither."""

    def read_rows(name: str) -> list[dict[str, str]]:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    parents = {row["from_id"]: row["to_id"] for row in read_rows("IN")}
    seeds = [Seed(row["id"], home, _read_point(row)) for row in read_rows("Province")]
    seeds += [Seed(row["id"], parents[row["id"]], _read_point(row)) for row in read_rows("Region")]
    settled = {seed.country for seed in seeds}
    for row in read_rows("City"):
        country = parents.get(row["id"], "")
        if row["lat"] and country not in settled and country not in {seed.id for seed in seeds}:
            seeds.append(Seed(row["id"], country, _read_point(row)))
            settled.add(country)
    return seeds


def _read_point(row: dict[str, str]) -> LatLon:
    return LatLon(float(row["lat"]), float(row["lon"]))


def invent_geometry(home: str, seeds: Sequence[Seed]) -> dict[str, Any]:
    """Make a pack round an invented home country."""
    import shapely

    land = shapely.union_all([shapely.Point(seed.position).buffer(COAST, quad_segs=3) for seed in seeds])
    land = land.buffer(0.7).buffer(-0.9)
    cells = shapely.voronoi_polygons(
        shapely.MultiPoint([seed.position for seed in seeds]), extend_to=land
    ).geoms
    # Neighbouring cells must share every corner before their edges are roughened, or slits would open.
    pieces = shapely.get_parts(shapely.coverage_simplify([cell.intersection(land) for cell in cells], 0.0))
    shapes = {}
    for seed in seeds:
        piece = next(piece for piece in pieces if piece.contains(shapely.Point(seed.position)))
        shapes[seed.id] = shapely.make_valid(_roughen(piece))
    outlines = {
        country: shapely.union_all([shapes[seed.id] for seed in seeds if seed.country == country])
        for country in sorted({seed.country for seed in seeds})
    }
    points = {seed.id: seed.position for seed in seeds}
    country_of = {seed.id: seed.country for seed in seeds}
    pack = assemble_pack(
        home,
        provinces={
            id_: describe_shape(home, points[id_], s) for id_, s in shapes.items() if country_of[id_] == home
        },
        units={
            id_: describe_shape(country_of[id_], points[id_], shape)
            for id_, shape in shapes.items()
            if country_of[id_] != home and shape.distance(outlines[home]) <= TOUCHING
        },
        countries={
            country: describe_shape(country, shape.representative_point().coords[0], shape)
            for country, shape in outlines.items()
        },
    )
    return {**pack, "source": SOURCE}


def _roughen(shape: Shape) -> Shape:
    import shapely

    rings = [list(shape.exterior.coords), *(list(ring.coords) for ring in shape.interiors)]
    rough = [[point for a, b in pairwise(ring) for point in _roughen_edge(a, b)] for ring in rings]
    return shapely.Polygon(rough[0], rough[1:])


def _roughen_edge(a: Position, b: Position) -> Iterable[Position]:
    """Return the points from a up to, not including, b; the same whichever neighbour asks."""
    if b < a:
        return [a, *list(_roughen_edge(b, a))[:0:-1]]
    length = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
    if length < FINEST:
        return [a]
    aside = random.Random(f"{a[0]:.4f} {a[1]:.4f} {b[0]:.4f} {b[1]:.4f}").uniform(-ROUGH, ROUGH)  # noqa: S311
    middle = ((a[0] + b[0]) / 2 + aside * (b[1] - a[1]), (a[1] + b[1]) / 2 - aside * (b[0] - a[0]))
    return [*_roughen_edge(a, middle), *_roughen_edge(middle, b)]


def main(arguments: Sequence[str]) -> int:
    """Run from the command line; 0 when a pack was written, 2 with a message when not."""
    if len(arguments) != 3:
        sys.stderr.write(__doc__ or "")
        return 2
    home, folder, out = arguments
    write_pack(invent_geometry(home, read_seeds(home, Path(folder))), Path(out))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
