"""Leaves out points of outlines that nobody sees at a scale; borders that two outlines share stay shared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from math import cos, hypot, radians

from graphmap.geometry.pack import Outline
from graphmap.geometry.rings import Ring

KM_A_DEGREE = 111.2
"""Kilometres of a degree of latitude."""

Point = tuple[float, float]


def simplify_outlines(outlines: Iterable[Outline], tolerance: float) -> list[Outline]:
    """Return outlines of which no line strays more than `tolerance` kilometres from what it was.

    Lines are cut where three or more of them meet, and each piece is simplified by itself (Douglas and
    Peucker 1973), from whichever outline it is read: so neighbours keep one border. A ring that is left
    with fewer than three points stays as it is.
    """
    given = list(outlines)
    joins = _find_joins(ring for outline in given for ring in outline.rings)
    known: dict[tuple[Point, ...], tuple[Point, ...]] = {}

    def thin(ring: Ring) -> Ring:
        pieces = [_thin_piece(piece, tolerance, known) for piece in _cut(ring, joins)]
        thinned = tuple(point for piece in pieces for point in piece[:-1])
        return thinned if len(thinned) >= 3 else ring

    return [replace(outline, rings=tuple(map(thin, outline.rings))) for outline in given]


def _find_joins(rings: Iterable[Ring]) -> set[Point]:
    """Return the points at which other than two lines meet."""
    beside: dict[Point, set[Point]] = {}
    for ring in rings:
        for before, at in zip((ring[-1], *ring[:-1]), ring, strict=True):
            beside.setdefault(at, set()).add(before)
            beside.setdefault(before, set()).add(at)
    return {point for point, others in beside.items() if len(others) != 2}


def _cut(ring: Ring, joins: set[Point]) -> list[tuple[Point, ...]]:
    """Cut a ring into pieces, each from its first to its last point, where lines meet.

    One that meets none, an island, is cut at its least and its greatest point, which any order finds.
    """
    ends = [place for place, point in enumerate(ring) if point in joins]
    if len(ends) < 2:
        ends = sorted({ring.index(min(ring)), ring.index(max(ring)), *ends})
    if len(ends) < 2:
        return [(*ring, ring[0])]
    turned = (*ring[ends[0] :], *ring[: ends[0] + 1])
    places = [end - ends[0] for end in ends] + [len(ring)]
    return [turned[start : stop + 1] for start, stop in pairwise(places)]


def _thin_piece(
    piece: tuple[Point, ...], tolerance: float, known: dict[tuple[Point, ...], tuple[Point, ...]]
) -> tuple[Point, ...]:
    """Simplify a piece the same whichever way it is read."""
    backwards = piece[::-1] < piece
    line = piece[::-1] if backwards else piece
    if line not in known:
        known[line] = _keep_far(line, tolerance)
    return known[line][::-1] if backwards else known[line]


def _keep_far(line: tuple[Point, ...], tolerance: float) -> tuple[Point, ...]:
    """Keep the ends, and of the rest what is farther than the tolerance from the line of those kept."""
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, place = 0.0, first
        for at in range(first + 1, last):
            away = _measure_distance(line[at], line[first], line[last])
            if away > far:
                far, place = away, at
        if far > tolerance:
            kept.add(place)
            waiting += [(first, place), (place, last)]
    return tuple(line[at] for at in sorted(kept))


def _measure_distance(point: Point, start: Point, end: Point) -> float:
    """Return how far, in kilometres, a point is from the line between two others."""
    narrow = cos(radians(point[1]))
    (x, y), (x1, y1), (x2, y2) = (((east) * narrow, north) for east, north in (point, start, end))
    across, up = x2 - x1, y2 - y1
    length = across * across + up * up
    share = 0.0 if length == 0 else min(max(((x - x1) * across + (y - y1) * up) / length, 0.0), 1.0)
    return hypot(x - x1 - share * across, y - y1 - share * up) * KM_A_DEGREE
