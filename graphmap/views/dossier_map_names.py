"""Which names stand on a dossier's map, what matters most first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphmap.views.dossier_frame import WIDTH, Frame, Point
from graphmap.views.dossier_ground import Ground
from graphmap.views.dossier_map_labels import Label
from graphmap.views.labels import measure_text

NARROW = 0.8
"""A neighbour that is narrower than so much of its name is not named."""


def list_labels(frame: Frame, fills: Mapping[str, str]) -> Iterator[Label]:
    """Yield the names to write, what matters most first."""
    ground, one, chart, page = frame.ground, frame.one, frame.chart, frame.page
    for country in frame.countries:
        point = chart.find_point(page, country)
        if point and frame.holds(at := frame.place(chart.project(point)), 20):
            yield Label(
                ground.name(country, one), at, 15.5, "var(--abroad-dark)", "var(--abroad-2)", bold=True
            )
    for province in frame.involved:
        point = chart.find_point(page, province)
        if point:
            at = frame.place(chart.project(point))
            is_dark = fills[province] == "rival" and province in chart.provinces
            colour, halo = ("var(--paper)", "var(--home-3)") if is_dark else ("var(--ink)", "var(--paper)")
            beside = province not in chart.provinces
            yield Label(ground.name(province, one), at, 12.5, colour, halo, bold=True, beside=beside)
    counted: dict[str, int] = {}
    first: dict[str, Point] = {}
    for arc in sorted(frame.arcs, key=lambda arc: -arc.count):
        place = ground.find_region(arc.target) or arc.target
        place = place if page.places[place].label == "Region" else _find_city(ground, arc.target)
        counted[place] = counted.get(place, 0) + arc.count
        first.setdefault(place, frame.place(arc.end))
    for place, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        if frame.holds(first[place]) and place not in frame.countries:
            name = one.words("dossier-map-place", place=ground.name(place, one), count=count)
            yield Label(name, first[place], 11.5, "var(--abroad-dark)", "var(--abroad-pale)", beside=True)
    far: dict[str, tuple[Point, int]] = {}
    for arc in frame.arcs:
        if not frame.holds(frame.place(arc.end)):
            country = ground.find_country(arc.target)
            at, count = far.get(country, (frame.find_edge(arc), 0))
            far[country] = at, count + arc.count
    for country, (at, count) in far.items():
        name = one.words("dossier-map-place", place=ground.name(country, one), count=count)
        yield Label(name, at, 12, "var(--abroad-dark)", "var(--abroad-pale)", bold=True, edge=True)
    for country, outline in {**chart.world.countries, **chart.near}.items():
        if country not in ground.neighbours or country in frame.countries:
            continue
        name, corners = ground.name(country, one), ground.measure_outline(outline)
        wide = 0.0 if corners is None else (corners[2] - corners[0]) * WIDTH / frame.view[2]
        if wide < measure_text(name, 12) * NARROW:
            continue
        if frame.holds(at := frame.place(chart.project(outline.point)), 12):
            yield Label(name, at, 12, "var(--quiet)", "var(--land)", bold=False)


def _find_city(ground: Ground, target: str) -> str:
    return next(
        (place for place in ground.list_above(target) if ground.page.places[place].label == "City"),
        ground.find_country(target),
    )
