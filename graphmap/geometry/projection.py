"""The Equal Earth projection, centred on a longitude, in whole kilometres, and paths drawn from it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from graphmap.geometry.rings import Ring
from graphmap.points import LatLon

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = math.sqrt(3) / 2
RADIUS = 6371.0
"""Kilometres; the sphere of equal area, rounded."""

LONGEST_STEP = 4.0
"""Degrees of latitude that an edge may span before points are put in between: a meridian is a curve."""


@dataclass(frozen=True)
class Projection:
    """Equal Earth (Šavrič, Patterson and Jenny 2018) with a central meridian in degrees."""

    centre: float

    def project(self, point: LatLon) -> tuple[float, float]:
        """Kilometres east of the central meridian and south of the equator, as SVG counts.

        >>> x, y = Projection(0).project(LatLon(90, 0))
        >>> round(x), round(y / RADIUS, 5)
        (0, -1.31736)
        >>> x, y = Projection(10).project(LatLon(0, 190))
        >>> round(x / RADIUS, 5), round(y)
        (2.70663, 0)
        """
        latitude, longitude = point
        turned = (longitude - self.centre + 180) % 360 - 180
        if turned == -180 and longitude > self.centre:
            turned = 180.0
        return self._place(turned, latitude)

    def _place(self, turned: float, latitude: float) -> tuple[float, float]:
        theta = math.asin(M * math.sin(math.radians(latitude)))
        square = theta * theta
        sixth = square * square * square
        x = math.radians(turned) * math.cos(theta)
        x /= M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square))
        y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square))
        return x * RADIUS, -y * RADIUS

    def project_ring(self, ring: Ring) -> Iterator[list[tuple[float, float]]]:
        """Project a ring, cut where the map ends (180 degrees from the centre): no, one or more rings."""
        west, east = min(x for x, _ in ring) - self.centre, max(x for x, _ in ring) - self.centre
        for turn in (-360.0, 0.0, 360.0):
            if east + turn <= -180 or west + turn >= 180:
                continue
            part = [(x - self.centre + turn, y) for x, y in ring]
            part = _clip(_clip(part, -180.0, 1), 180.0, -1)
            if len(part) >= 3:
                yield [self._place(x, y) for x, y in _densify(part)]


def _clip(ring: list[tuple[float, float]], bound: float, side: int) -> list[tuple[float, float]]:
    """Keep what lies on one side of a meridian (Sutherland and Hodgman 1974)."""
    kept: list[tuple[float, float]] = []
    for (x1, y1), (x2, y2) in zip(ring[-1:] + ring[:-1], ring, strict=True):
        inside_before, inside = (x1 - bound) * side >= 0, (x2 - bound) * side >= 0
        if inside_before != inside:
            kept.append((bound, y1 + (bound - x1) / (x2 - x1) * (y2 - y1)))
        if inside:
            kept.append((x2, y2))
    return kept


def _densify(ring: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    for (x1, y1), (x2, y2) in zip(ring[-1:] + ring[:-1], ring, strict=True):
        steps = int(abs(y2 - y1) // LONGEST_STEP)
        for step in range(1, steps + 1):
            share = step / (steps + 1)
            yield x1 + share * (x2 - x1), y1 + share * (y2 - y1)
        yield x2, y2


def draw_path(rings: Iterable[Ring], projection: Projection, unit: float = 1.0) -> str:
    """SVG path data in whole numbers, `unit` kilometres each, relative commands; empty when all is too small.

    A point is rounded by itself, so areas that share a border in degrees share it on the map as well.
    """
    parts: list[str] = []
    at = (0, 0)
    for ring in rings:
        for projected in projection.project_ring(ring):
            points = _drop_straight([(round(x / unit), round(y / unit)) for x, y in projected])
            if len(points) < 3:
                continue
            start = points[0]
            move = f"m{_pair(start[0] - at[0], start[1] - at[1])}" if parts else f"M{_pair(*start)}"
            text = move + "l"
            text += "".join(
                _pair(x2 - x1, y2 - y1, first=index == 0)
                for index, ((x1, y1), (x2, y2)) in enumerate(pairwise(points))
            )
            parts.append(text + "z")
            at = start
    return "".join(parts)


def _pair(x: int, y: int, first: bool = True) -> str:
    text = f"{x}" if y < 0 else f"{x} "
    return f"{text}{y}" if first or x < 0 else f" {text}{y}"


def _drop_straight(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out points that repeat the one before, lie straight on the way, or turn back at once.

    >>> _drop_straight([(0, 0), (1, 0), (2, 0), (2, 3), (2, 1), (0, 1)])
    [(0, 0), (2, 0), (2, 1), (0, 1)]
    """
    kept: list[tuple[int, int]] = []
    for point in points:
        while kept and (point == kept[-1] or (len(kept) > 1 and _is_straight(kept[-2], kept[-1], point))):
            kept.pop()
        kept.append(point)
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return kept


def _is_straight(one: tuple[int, int], two: tuple[int, int], three: tuple[int, int]) -> bool:
    """Say whether three points lie on one line, in whichever order."""
    return (two[0] - one[0]) * (three[1] - one[1]) == (three[0] - one[0]) * (two[1] - one[1])


def measure_box(rings: Iterable[Ring], projection: Projection) -> tuple[float, float, float, float] | None:
    """Left, top, right, bottom in kilometres of all rings together; None when there is nothing."""
    points = [point for ring in rings for part in projection.project_ring(ring) for point in part]
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
