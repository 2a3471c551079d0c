"""Outlines with points left out: no line strays far, and neighbours keep the border that they share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graphmap.geometry.pack import Outline, read_home_pack
from graphmap.geometry.rings import Ring
from graphmap.geometry.simplify import simplify_outlines
from graphmap.points import LatLon

JAGGED = tuple((1 + (0.02 if step % 2 else 0.0), step / 10) for step in range(11))
"""A border between two squares, from south to north, in zigzag of about two kilometres."""


def outline(name: str, *rings: Ring) -> Outline:
    return Outline(name, name, LatLon(0, 0), rings)


WEST = outline("W", ((0.0, 0.0), *JAGGED, (0.0, 1.0)))
EAST = outline("E", ((2.0, 1.0), *reversed(JAGGED), (2.0, 0.0)))


def test_a_border_that_two_outlines_share_is_still_the_same_line() -> None:
    west, east = simplify_outlines([WEST, EAST], 5)
    shared = set(west.rings[0]) & set(east.rings[0])
    assert shared == {JAGGED[0], JAGGED[-1]}
    west, east = simplify_outlines([WEST, EAST], 1)
    assert set(west.rings[0]) & set(east.rings[0]) == set(JAGGED)


def test_where_three_lines_meet_a_point_stays() -> None:
    # Of the border with the sea alone, the middle would go; there the border of two begins.
    north = outline("N", ((0.0, 1.0), (1.0, 1.0), (1.0, 2.0), (0.0, 2.0)))
    south = outline("S", ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)))
    for one in simplify_outlines([north, south], 50):
        assert {(0.0, 1.0), (1.0, 1.0)} <= set(one.rings[0])


def test_what_is_left_with_too_few_points_stays_as_it_is() -> None:
    islet: Ring = ((0.0, 0.0), (0.01, 0.0), (0.01, 0.01))
    assert simplify_outlines([outline("I", islet)], 50)[0].rings == (islet,)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=3, max_size=12, unique=True))
def test_only_points_of_the_line_stay_and_in_their_order(points: list[tuple[int, int]]) -> None:
    ring: Ring = tuple((float(x), float(y)) for x, y in points)
    (thinned,) = simplify_outlines([outline("A", ring)], 100)
    places = [ring.index(point) for point in thinned.rings[0]]
    first = places.index(min(places))
    assert places[first:] + places[:first] == sorted(places)
    assert simplify_outlines([outline("A", ring)], 0)[0].rings[0]


def test_the_provinces_of_iran_are_drawn_of_far_fewer_points_and_none_is_lost() -> None:
    pack = read_home_pack("IRN")
    assert pack is not None
    given = list(pack.provinces.values())
    thinned = simplify_outlines(given, 2.6)
    assert [one.id for one in thinned] == [one.id for one in given]
    before, after = (sum(len(ring) for one in some for ring in one.rings) for some in (given, thinned))
    assert after < 0.8 * before
