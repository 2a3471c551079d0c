"""What the map shows of a choice alone: arcs, where they end, missions, units across the border; as data."""

from __future__ import annotations

from typing import TypedDict

from graphmap.geometry.projection import draw_path
from graphmap.points import LatLon
from graphmap.views.chart import Chart
from graphmap.views.ends import find_end, find_start, list_cities
from graphmap.views.map_labels import CityName, measure_city
from graphmap.views.page_data import PageData
from graphmap.views.panel import Scene
from graphmap.views.wording import Wording

BEND = 0.14
"""How far an arc leaves the straight line, in parts of its length."""

MOST_ARCS = 2000
"""How many arcs a map has at most: where there are more it has none, and a choice shows by its shapes."""


class MapArc(TypedDict):
    """All ties between the same two places, by their numbers; `known` says that a sector of some is."""

    ties: tuple[int, ...]
    known: bool
    path: str


class MapCity(TypedDict):
    """A place where ties end, and its name a language; none where it is a country, which has one already."""

    id: str
    x: int
    y: int
    ties: tuple[int, ...]
    names: tuple[CityName, ...]


class MapMission(TypedDict):
    """Where missions stand, and with which countries they join home."""

    x: int
    y: int
    countries: tuple[str, ...]


class MapUnit(TypedDict):
    """A unit of a neighbour that touches home, and the provinces that it touches."""

    country: str
    touches: tuple[str, ...]
    path: str


class OnChoice(TypedDict):
    """All that the map shows of a choice alone, in the map's kilometres."""

    units: tuple[MapUnit, ...]
    arcs: tuple[MapArc, ...]
    missions: tuple[MapMission, ...]
    cities: tuple[MapCity, ...]


def gather_on_choice(scene: Scene) -> OnChoice:
    """Gather what the page's script draws on the map of a choice."""
    page, chart = scene.page, scene.chart
    return OnChoice(
        units=_list_units(page, chart.simplified),
        arcs=_list_arcs(page, chart),
        missions=_list_missions(page, chart),
        cities=_list_ends(page, scene.wording, chart),
    )


def _list_units(page: PageData, chart: Chart) -> tuple[MapUnit, ...]:
    """List the units of neighbours that touch home: seen when their country, or who touches it, is chosen."""
    touched: dict[str, set[str]] = {}
    for (province, _), regions in page.borders.items():
        for region in regions:
            if unit := chart.find_unit(page, region):
                touched.setdefault(unit.id, set()).add(province)
    return tuple(
        MapUnit(
            country=chart.units[unit].country,
            touches=tuple(sorted(provinces)),
            path=draw_path(chart.units[unit].rings, chart.projection),
        )
        for unit, provinces in sorted(touched.items())
    )


def _list_arcs(page: PageData, chart: Chart) -> tuple[MapArc, ...]:
    """List an arc for all ties between the same two places."""
    arcs: dict[tuple[LatLon, LatLon], list[int]] = {}
    for index, tie in enumerate(page.ties):
        start, end = find_start(page, chart, tie), find_end(page, chart, tie)
        if start and end and start != end:
            arcs.setdefault((start, end), []).append(index)
    if len(arcs) > MOST_ARCS:
        return ()
    found = []
    for (start, end), ties in arcs.items():
        (x1, y1), (x2, y2) = chart.project(start), chart.project(end)
        bend = BEND if x2 > x1 else -BEND
        middle = ((x1 + x2) / 2 + bend * (y2 - y1), (y1 + y2) / 2 - bend * (x2 - x1))
        path = f"M{x1:.0f} {y1:.0f}Q{middle[0]:.0f} {middle[1]:.0f} {x2:.0f} {y2:.0f}"
        known = any(page.ties[index].sectors for index in ties)
        found.append(MapArc(ties=tuple(ties), known=known, path=path))
    return tuple(found)


def _list_missions(page: PageData, chart: Chart) -> tuple[MapMission, ...]:
    at: dict[LatLon, set[str]] = {}
    for mission in page.missions:
        place = page.places.get(mission.city or "")
        point = (place.point if place else None) or mission.point
        abroad = mission.host if mission.sender == page.home.id else mission.sender
        if point and mission.status != "closed":
            at.setdefault(point, set()).add(abroad)
    placed = ((chart.project(point), countries) for point, countries in sorted(at.items()))
    return tuple(
        MapMission(x=round(x), y=round(y), countries=tuple(sorted(countries))) for (x, y), countries in placed
    )


def _list_ends(page: PageData, wording: Wording, chart: Chart) -> tuple[MapCity, ...]:
    found = []
    for place, (ties, point) in list_cities(page, chart).items():
        (x, y), provinces = chart.project(point), len({page.ties[index].province for index in ties})
        names = [measure_city(page, place, one, provinces) for one in wording.languages]
        shown = () if place in page.countries else tuple(names)
        found.append(MapCity(id=place, x=round(x), y=round(y), ties=tuple(ties), names=shown))
    return tuple(found)
