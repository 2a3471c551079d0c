"""Where ties start and end on the map."""

from __future__ import annotations

from graphmap.points import LatLon
from graphmap.scales import Level
from graphmap.views.chart import Chart
from graphmap.views.page_data import PageData, ShownTie


def find_start(page: PageData, chart: Chart, tie: ShownTie) -> LatLon | None:
    """Where a tie starts: at its city, else in its province."""
    city = page.places[tie.city].point if tie.city and len(page.ties) <= MOST_ENDS else None
    return city or chart.find_point(page, tie.province)


MOST_ENDS = 1000
"""Number of ties above which they are drawn to their countries alone; more arcs say nothing."""


def find_end(page: PageData, chart: Chart, tie: ShownTie) -> LatLon | None:
    """Where a tie ends: at the finest place that has a point, else in the country's middle."""
    finest: tuple[Level, ...] = ("city", "region") if len(page.ties) <= MOST_ENDS else ()
    for level in finest:
        target = tie.targets.get(level)
        if target and page.places[target].point:
            return page.places[target].point
    return chart.find_point(page, tie.country)


def list_cities(page: PageData, chart: Chart) -> dict[str, tuple[list[int], LatLon]]:
    """Return the places where ties end, below the country, with the ties' indexes and a point."""
    found: dict[str, tuple[list[int], LatLon]] = {}
    for index, tie in enumerate(page.ties):
        finer = tie.targets.get("city") or tie.targets.get("region")
        target = finer if finer and len(page.ties) <= MOST_ENDS else tie.country
        if point := find_end(page, chart, tie):
            found.setdefault(target, ([], point))[0].append(index)
    return found
