"""The network's layout: boxes apart, inside the frame, the same every time."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graphmap.views.labels import Box, break_name, choose_fitting
from graphmap.views.layout import NodeBox, place_nodes
from tests.examples import examples

BOX = NodeBox(half=30, above=8, below=24)


def draw_boxes(points: tuple[tuple[float, float], ...]) -> list[Box]:
    return [Box(x - BOX.half, y - BOX.above, x + BOX.half, y + BOX.below) for x, y in points]


def test_no_node_has_no_place() -> None:
    assert place_nodes([], [], 100, 100).points == ()


def test_a_star_has_no_crossing_and_no_overlap() -> None:
    layout = place_nodes([BOX] * 7, [(0, other) for other in range(1, 7)], 600, 500)
    assert (layout.overlaps, layout.crossings) == (0, 0)


@settings(max_examples=examples(12))
@given(
    count=st.integers(1, 24),
    pairs=st.lists(st.tuples(st.integers(0, 23), st.integers(0, 23)), max_size=40),
)
def test_boxes_that_have_room_stay_apart_and_inside(count: int, pairs: list[tuple[int, int]]) -> None:
    lines = sorted({(a, b) for a, b in pairs if a < b < count})
    layout = place_nodes([BOX] * count, lines, 600, 570)
    boxes = draw_boxes(layout.points)
    assert all(
        box.left >= -0.1 and box.right <= 600.1 and box.top >= -0.1 and box.bottom <= 570.1 for box in boxes
    )
    assert layout.overlaps == 0
    assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :] if a.overlaps(b, -0.5)]
    assert place_nodes([BOX] * count, lines, 600, 570) == layout


def test_the_first_of_two_names_that_meet_is_kept() -> None:
    first, meets, apart = Box(0, 0, 10, 10), Box(5, 5, 15, 15), Box(20, 0, 30, 10)
    assert choose_fitting([[first], [meets], [apart], [meets, Box(0, 20, 9, 29)]]) == [0, None, 0, 1]


def test_a_name_of_one_word_is_never_broken() -> None:
    assert break_name("Kohgiluyeh", 2) == ("Kohgiluyeh",)
