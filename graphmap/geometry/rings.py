"""A ring, the closed line of which outlines are made: its area, and whether a point lies inside."""

from __future__ import annotations

from collections.abc import Iterator

Position = tuple[float, float]
"""Longitude and latitude, in this order, as GeoJSON has them."""

Ring = tuple[Position, ...]
"""A closed line in degrees as GeoJSON has it, (longitude, latitude); the first is not repeated at the end."""


def measure_ring(ring: Ring) -> float:
    """Return twice the area within a ring in square degrees, positive where it runs counterclockwise.

    >>> measure_ring(((0, 0), (2, 0), (2, 2), (0, 2)))
    8
    """
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in _list_sides(ring))


def is_within(point: Position, ring: Ring) -> bool:
    """Say whether a position lies inside, counting crossings of a ray (even-odd rule).

    >>> is_within((1, 1), ((0, 0), (2, 0), (2, 2), (0, 2)))
    True
    """
    longitude, latitude = point
    inside = False
    for (x1, y1), (x2, y2) in _list_sides(ring):
        if (y1 > latitude) != (y2 > latitude):
            inside ^= longitude < x1 + (latitude - y1) / (y2 - y1) * (x2 - x1)
    return inside


def _list_sides(ring: Ring) -> Iterator[tuple[Position, Position]]:
    return zip(ring, ring[1:] + ring[:1], strict=True)
