"""Which names stand on a dossier's map, what matters most first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphmap.views.dossier_frame import HEIGHT, WIDTH, Frame, Point
from graphmap.views.dossier_ground import Ground
from graphmap.views.dossier_map_labels import Label


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
    counted: dict[tuple[Point, str], int] = {}
    for arc in frame.arcs:
        place = ground.find_region(arc.target) or arc.target
        place = place if page.places[place].label == "Region" else _find_city(ground, arc.target)
        counted[frame.place(arc.end), place] = counted.get((frame.place(arc.end), place), 0) + arc.count
    for (at, place), count in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        if frame.holds(at) and place not in frame.countries:
            name = one.words("dossier-map-place", place=ground.name(place, one), count=count)
            yield Label(name, at, 11.5, "var(--abroad-dark)", "var(--abroad-pale)", bold=False, beside=True)
    far: dict[str, tuple[Point, int]] = {}
    for arc in frame.arcs:
        if not frame.holds(at := frame.place(arc.end)):
            country = ground.find_country(arc.target)
            far[country] = (at, far.get(country, (at, 0))[1] + arc.count)
    for country, (at, count) in far.items():
        name = one.words("dossier-map-place", place=ground.name(country, one), count=count)
        yield Label(name, _pull(at), 12, "var(--abroad-dark)", "var(--abroad-pale)", bold=True, edge=True)
    for country, outline in {**chart.world.countries, **chart.near}.items():
        if country in (chart.home, *frame.countries) or country not in page.places:
            continue
        if frame.holds(at := frame.place(chart.project(outline.point)), 12):
            yield Label(ground.name(country, one), at, 12, "var(--quiet)", "var(--land)", bold=False)


def _find_city(ground: Ground, target: str) -> str:
    return next(
        (place for place in ground.list_above(target) if ground.page.places[place].label == "City"),
        ground.find_country(target),
    )


def _pull(at: Point) -> Point:
    """Return the point at the edge of the drawing toward one that lies outside of it."""
    middle = WIDTH / 2, HEIGHT / 2
    dx, dy = at[0] - middle[0], at[1] - middle[1]
    room = 60.0, 16.0
    scale = min(
        (middle[0] - room[0]) / abs(dx) if dx else 1e9,
        (middle[1] - room[1]) / abs(dy) if dy else 1e9,
    )
    return middle[0] + dx * scale, middle[1] + dy * scale
