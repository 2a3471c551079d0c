"""A pack: outlines on a grid of whole numbers, kept as JSON and read into frozen records."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path
from typing import Any

from graphmap.errors import ViewError
from graphmap.geometry.rings import Ring, is_within
from graphmap.points import LatLon

WORLD = "world"


class GeometryError(ViewError):
    """A file of shapes cannot be read or does not hold what was asked for."""


@dataclass(frozen=True)
class Outline:
    """One drawn area: its id, the country it belongs to, a point to write its name at, and its rings."""

    id: str
    country: str
    point: LatLon
    rings: tuple[Ring, ...] = field(repr=False)

    def contains(self, point: LatLon) -> bool:
        """Say whether a point lies inside, counting crossings of a ray (even-odd rule).

        >>> Outline("a", "A", LatLon(0, 0), (((0, 0), (2, 0), (2, 2), (0, 2)),)).contains(LatLon(1, 1))
        True
        """
        return sum(is_within((point.lon, point.lat), ring) for ring in self.rings) % 2 == 1


@dataclass(frozen=True)
class Pack:
    """Shapes round one home country, or of the world (then `home` is empty and only `countries` is filled).

    `provinces`: first-level units of the home country. `units`: units of other countries that touch home.
    `countries`: outlines by ISO 3166-1 alpha-3. `areas`: places that the source draws apart and that have no
    ISO code of their own; `country` of these is the ISO entry that covers the place, or empty.
    """

    home: str
    source: str
    provinces: Mapping[str, Outline]
    units: Mapping[str, Outline]
    countries: Mapping[str, Outline]
    areas: Mapping[str, Outline]

    def find_unit(self, unit_id: str, point: LatLon | None) -> Outline | None:
        """Find a neighbour's unit by its id, else by a point inside it; None when neither helps."""
        if unit_id in self.units:
            return self.units[unit_id]
        if point is None:
            return None
        return next((unit for unit in self.units.values() if unit.contains(point)), None)


def encode_rings(rings: Iterable[Sequence[tuple[float, float]]], grid: float) -> list[list[int]]:
    """Put rings on the grid as [x, y, dx, dy, ...]; points that fall together become one.

    >>> encode_rings([[(0.0, 0.0), (0.001, 0.0), (0.0012, 0.0), (0.0, 0.002)]], 0.001)
    [[0, 0, 1, 0, -1, 2]]
    """
    coded = []
    for ring in rings:
        points: list[tuple[int, int]] = []
        for x, y in ring:
            point = (round(x / grid), round(y / grid))
            if not points or point != points[-1]:
                points.append(point)
        if len(points) > 1 and points[0] == points[-1]:
            points.pop()
        if len(points) < 3:
            continue
        flat = list(points[0])
        for (x1, y1), (x2, y2) in pairwise(points):
            flat += [x2 - x1, y2 - y1]
        coded.append(flat)
    return coded


def decode_rings(coded: Iterable[Sequence[int]], grid: float) -> tuple[Ring, ...]:
    """Undo `encode_rings`: degrees again, each ring as a tuple of points."""
    rings = []
    for flat in coded:
        x = y = 0
        points = []
        for dx, dy in zip(flat[::2], flat[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x * grid, y * grid))
        rings.append(tuple(points))
    return tuple(rings)


def _turn(point: Sequence[float]) -> LatLon:
    """Return a point that a file gives as GeoJSON does, longitude first."""
    longitude, latitude = point
    return LatLon(latitude, longitude)


def read_pack(file: Traversable) -> Pack:
    """Read a pack file; raises GeometryError when it is not one."""
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
        grid = raw["grid"]

        def read_outlines(kind: str) -> dict[str, Outline]:
            return {
                name: Outline(name, one["country"], _turn(one["point"]), decode_rings(one["rings"], grid))
                for name, one in raw[kind].items()
            }

        kinds: dict[str, Any] = {
            kind: read_outlines(kind) for kind in ("provinces", "units", "countries", "areas")
        }
        return Pack(home=raw["home"], source=raw["source"], **kinds)
    except (ValueError, KeyError, TypeError, OSError) as problem:
        raise GeometryError(f"{file.name} is not a pack of shapes: {problem!r}. Build it again.") from problem


@lru_cache
def read_world_pack() -> Pack:
    """The outlines of all countries, shipped with the package."""
    return read_pack(files("graphmap.geometry") / "packs" / f"{WORLD}.json")


def find_own_folder() -> Path:
    """Return where packs that a person built lie: GRAPHMAP_GEOMETRY, else the folder for data of programs."""
    if named := os.environ.get("GRAPHMAP_GEOMETRY"):
        return Path(named)
    data = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "graphmap" / "geometry"


@lru_cache
def read_home_pack(home: str) -> Pack | None:
    """The shapes round a home country (ISO 3166-1 alpha-3): one's own pack, else the one that is shipped.

    None where there is neither.
    """
    if not home.isalnum():
        return None
    for folder in (find_own_folder(), files("graphmap.geometry") / "packs"):
        file = folder / f"{home}.json"
        if file.is_file():
            return read_pack(file)
    return None
