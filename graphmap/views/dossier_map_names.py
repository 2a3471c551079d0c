"""Which names stand on a dossier's map, what matters most first; each place has one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphmap.geometry.pack import Outline
from graphmap.geometry.seas import read_seas
from graphmap.views.dossier_frame import WIDTH, Frame, Point
from graphmap.views.dossier_map_labels import Label
from graphmap.views.labels import measure_text

NARROW = 0.8
"""A country that is narrower than so much of its name is not named."""

MOST_SEAS = 4
"""How many seas are named at most, the first of the list."""

DARK = ("subject", "certain", "presumed")
"""Grounds of provinces on which a name is white, with a halo of their blue."""

REACH = 0.3
"""How far from its middle a name may stand, in parts of the country's width and height."""


def list_labels(frame: Frame, fills: Mapping[str, str]) -> Iterator[Label]:
    """Yield the names to write, what matters most first."""
    yield from _list_chosen(frame)
    yield from _list_provinces(frame, fills)
    yield from _list_places(frame)
    yield from _list_far(frame)
    yield from _list_seas(frame)
    yield from _list_around(frame)


def _list_chosen(frame: Frame) -> Iterator[Label]:
    for country in frame.countries:
        point = frame.chart.find_point(frame.page, country)
        if point and frame.holds(at := frame.place(frame.chart.project(point)), 20):
            outline = frame.chart.near.get(country) or frame.chart.world.countries.get(country)
            name, reach = frame.ground.name(country, frame.one), _find_reach(frame, outline)
            colours = "var(--abroad-dark)", "var(--abroad-2)"
            rings = frame.draw_rings(outline) if outline else ()
            yield Label(country, name, at, 15.5, *colours, weight=700, reach=reach, rings=rings)


def _find_reach(frame: Frame, outline: Outline | None) -> tuple[float, float]:
    corners = frame.ground.measure_outline(outline) if outline else None
    if corners is None:
        return 16.0, 24.0
    scale = REACH * WIDTH / frame.view[2]
    return (
        min((corners[2] - corners[0]) * scale, WIDTH / 8),
        min((corners[3] - corners[1]) * scale, WIDTH / 8),
    )


def _list_provinces(frame: Frame, fills: Mapping[str, str]) -> Iterator[Label]:
    """Yield the provinces that the map is about, those on a dark ground first."""
    chart = frame.chart
    for province in sorted(frame.involved, key=lambda one: fills[one] not in DARK):
        point = chart.find_point(frame.page, province)
        if not point:
            continue
        at, name = frame.place(chart.project(point)), frame.ground.name(province, frame.one)
        outline = chart.provinces.get(province)
        yield Label(
            province,
            name,
            at,
            12.5,
            "var(--ink)",
            "var(--paper)",
            weight=700,
            beside=outline is None,
            reach=(30.0, 36.0),
            rings=frame.draw_rings(outline) if outline else (),
            dark=fills[province] in DARK,
            leads=outline is not None,
        )


def _list_places(frame: Frame) -> Iterator[Label]:
    counted: dict[str, int] = {}
    ends: dict[str, Point] = {}
    for arc in frame.arcs:
        counted[arc.target] = counted.get(arc.target, 0) + arc.count
        ends.setdefault(arc.target, frame.place(arc.end))
    for place, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        if frame.holds(ends[place]) and place not in frame.countries:
            name = _count(frame, place, count)
            colours = "var(--abroad-dark)", "var(--abroad-pale)"
            yield Label(place, name, ends[place], 11.5, *colours, weight=600, beside=True)


def _list_far(frame: Frame) -> Iterator[Label]:
    far: dict[str, tuple[Point, int]] = {}
    for arc in frame.arcs:
        if not frame.holds(frame.place(arc.end)):
            country = frame.ground.find_country(arc.target)
            at, count = far.get(country, (frame.find_edge(arc), 0))
            far[country] = at, count + arc.count
    for country, (at, count) in far.items():
        name = _count(frame, country, count)
        colours = "var(--abroad-dark)", "var(--abroad-pale)"
        yield Label(country, name, at, 12, *colours, weight=700, edge=True)


def _count(frame: Frame, place: str, count: int) -> str:
    return frame.one.words("dossier-map-place", place=frame.ground.name(place, frame.one), count=count)


def _list_seas(frame: Frame) -> Iterator[Label]:
    named = 0
    for number, sea in enumerate([] if frame.chart.invented else read_seas()):
        places = (frame.place(frame.chart.project(point)) for point in sea.points)
        name = frame.one.name(sea.name)
        half = measure_text(name, 11.5) / 2
        at = next((at for at in places if frame.holds(at, half * 0.7)), None)
        if at and named < MOST_SEAS:
            named += 1
            colours = "var(--sea-name)", "var(--sea)"
            yield Label(f"sea-{number}", name, at, 11.5, *colours, weight=400, reach=(10.0, 10.0))


def _list_around(frame: Frame) -> Iterator[Label]:
    """Yield the countries that border home and are not chosen: to find one's way by."""
    ground, chart = frame.ground, frame.chart
    for country, outline in {**chart.world.countries, **chart.near}.items():
        if country not in ground.neighbours or country in frame.countries:
            continue
        name, corners = ground.name(country, frame.one), ground.measure_outline(outline)
        wide = 0.0 if corners is None else (corners[2] - corners[0]) * WIDTH / frame.view[2]
        at = frame.place(chart.project(outline.point))
        if wide >= measure_text(name, 12) * NARROW and frame.holds(at, 12):
            yield Label(country, name, at, 12, "var(--quiet)", "var(--land)")
