"""A point of the Earth, and the distance between two."""

from __future__ import annotations

import math
from typing import NamedTuple

EARTH_KM = 6371.0088
"""The Earth's mean radius (IUGG) in kilometres."""


class LatLon(NamedTuple):
    """A point: degrees north, degrees east. The one order of coordinates; GeoJSON alone has the other."""

    lat: float
    lon: float


def measure_km(a: LatLon, b: LatLon) -> float:
    """Return the great-circle distance in kilometres (haversine).

    >>> round(measure_km(LatLon(35.6889, 51.3897), LatLon(38.0667, 46.3)))
    524
    """
    north_a, east_a, north_b, east_b = map(math.radians, (*a, *b))
    half = (
        math.sin((north_b - north_a) / 2) ** 2
        + math.cos(north_a) * math.cos(north_b) * math.sin((east_b - east_a) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
