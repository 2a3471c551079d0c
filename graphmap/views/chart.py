"""What a map is drawn on: the shapes for a home country, the projection centred on it, and three views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from math import hypot
from statistics import median

from graphmap.geometry.pack import Outline, Pack, read_home_pack, read_world_pack
from graphmap.geometry.projection import Projection, measure_box
from graphmap.geometry.rings import Ring
from graphmap.geometry.simplify import simplify_outlines
from graphmap.points import LatLon
from graphmap.views.page_data import PageData

Corners = tuple[float, float, float, float]
"""Left, top, width and height (a view), or left, top, right and bottom (a box), in kilometres."""

SHAPE = 1.0
"""Width of the map over its height."""

WORLD_UNIT = 8.0
"""Kilometres a step of the outlines that are far from home; those near it have steps of one."""

NEAR_DETAIL, FAR_DETAIL = 1 / 1000, 1 / 160
"""By how much a line of the page's map may stray near home and far from it, in parts of the width of home's
view: more than half a pixel there, and two pixels in the view of the region."""

MARGIN = 1.3
"""How much wider than home's outline its own view is: a third more shows the neighbours."""

REGION = 2.2
"""How much wider than that the view of the region is."""

SOUTHERNMOST, NORTHERNMOST = -60, 84
"""Between which degrees of latitude the world is shown."""

NO_LAND = frozenset({"ATA"})
"""What lies beyond that, and is not drawn."""

FAR = 0.75
"""How far a part of home may lie from its largest, in parts of that one's size, and still set the frame."""

OUTLYING = 3.0
"""How many times as far from the middle as half of all points lie a point may, and still set the frame."""


@dataclass(frozen=True)
class Chart:
    """Shapes, projection and views of one map; `note` names the message that says what is missing."""

    home: str
    world: Pack
    near: Mapping[str, Outline]
    provinces: Mapping[str, Outline]
    units: Mapping[str, Outline]
    own: tuple[Outline, ...]
    projection: Projection
    home_view: Corners
    region_view: Corners
    world_view: Corners
    note: str | None
    missing: int
    pack: Pack | None = field(repr=False)

    @property
    def invented(self) -> bool:
        """Whether the shapes of home are made up."""
        return self.pack is not None and self.pack.source.startswith("invented")

    @cached_property
    def simplified(self) -> Chart:
        """Return the chart with what a page's map need not draw left out of its outlines."""
        near = {"near": self.near, "provinces": self.provinces, "units": self.units}
        outlines = [one for shapes in near.values() for one in shapes.values()]
        wide = self.home_view[2]
        drawn = iter(simplify_outlines([*outlines, *self.own], wide * NEAR_DETAIL))
        thinned = {name: {id_: next(drawn) for id_ in shapes} for name, shapes in near.items()}
        return replace(
            self,
            world=_simplify_world(round(wide * FAR_DETAIL, 1)),
            near=thinned["near"],
            provinces=thinned["provinces"],
            units=thinned["units"],
            own=tuple(drawn),
        )

    def project(self, point: LatLon) -> tuple[float, float]:
        """Place a point on the map."""
        return self.projection.project(point)

    def find_point(self, page: PageData, place: str) -> LatLon | None:
        """Return a point for a place: its outline's own, else its coordinates."""
        for shapes in (self.provinces, self.near, self.world.countries):
            if outline := shapes.get(place):
                return outline.point
        known = page.places.get(place)
        return known.point if known else None

    def find_unit(self, page: PageData, region: str) -> Outline | None:
        """Return the drawn unit across the border that a region is."""
        if self.pack is None:
            return None
        return self.pack.find_unit(region, page.places[region].point)


@lru_cache(maxsize=4)
def _simplify_world(tolerance: float) -> Pack:
    """Return the world as a page's map draws it far from home."""
    world = read_world_pack()
    drawn = iter(simplify_outlines([*world.countries.values(), *world.areas.values()], tolerance))
    countries = {id_: next(drawn) for id_ in world.countries}
    return replace(world, countries=countries, areas={id_: next(drawn) for id_ in world.areas})


def make_chart(page: PageData) -> Chart:
    """Choose the shapes for a page's home country; without a pack, points on the world's outlines."""
    world, pack = read_world_pack(), read_home_pack(page.home.id)
    shapes = {id_: one for id_, one in pack.provinces.items() if id_ in page.provinces} if pack else {}
    points = [page.places[id_].point for id_ in page.provinces]
    found = [point for point in points if point]
    undrawn = sum(id_ not in shapes and not page.places[id_].point for id_ in page.provinces)
    outline = (pack.countries if pack else world.countries).get(page.home.id) or world.countries.get(
        page.home.id
    )
    own = (outline,) if outline else ()
    centre = own[0].point.lon if own else median(point.lon for point in found) if found else 0.0
    projection = Projection(round(centre, 2))
    home_view = _make_view(_find_home_box(projection, shapes, found, own), MARGIN)
    width, height = home_view[2] * REGION, home_view[3] * REGION
    middle = home_view[0] + home_view[2] / 2, home_view[1] + home_view[3] / 2
    region_view = middle[0] - width / 2, middle[1] - height / 2, width, height
    east = projection.project(LatLon(0, centre + 179.999))[0]
    north, south = (projection.project(LatLon(degree, 0))[1] for degree in (NORTHERNMOST, SOUTHERNMOST))
    note = None
    if not shapes:
        note = "map-no-shapes" if found else "map-no-points"
    return Chart(
        home=page.home.id,
        world=world,
        near=pack.countries if pack else _list_near(projection, world, region_view),
        provinces=shapes,
        units=pack.units if pack else {},
        own=own,
        projection=projection,
        home_view=home_view,
        region_view=region_view,
        world_view=(-east, north, 2 * east, south - north),
        note=note,
        missing=undrawn if shapes or found else 0,
        pack=pack,
    )


def _list_near(projection: Projection, world: Pack, view: Corners) -> dict[str, Outline]:
    """Return the countries of the world that a view shows a part of."""
    left, top, width, height = view
    near = {}
    for id_, one in world.countries.items():
        box = None if id_ in NO_LAND else measure_box(one.rings, projection)
        if box and box[0] < left + width and box[2] > left and box[1] < top + height and box[3] > top:
            near[id_] = one
    return near


def _find_home_box(
    projection: Projection,
    shapes: Mapping[str, Outline],
    points: list[LatLon],
    own: tuple[Outline, ...],
) -> Corners:
    """Return the box of home: of its outline without far parts, else of its points without outlying ones."""
    outlines = [*shapes.values(), *own]
    if box := _measure_main([ring for one in outlines for ring in one.rings], projection):
        return box
    placed = _leave_outlying([projection.project(point) for point in points] or [(0.0, 0.0)])
    xs, ys = [x for x, _ in placed], [y for _, y in placed]
    room = 150.0  # round points that may be a single one
    return min(xs) - room, min(ys) - room, max(xs) + room, max(ys) + room


def _measure_main(rings: list[Ring], projection: Projection) -> Corners | None:
    """Return the box of the largest part of an outline and of those near it; None when there is none."""
    boxes = [box for ring in rings if (box := measure_box([ring], projection))]
    if not boxes:
        return None
    boxes.sort(key=lambda box: (box[0] - box[2]) * (box[3] - box[1]))
    left, top, right, bottom = boxes[0]
    room = FAR * max(right - left, bottom - top)
    near = [
        box
        for box in boxes
        if box[0] < right + room and box[2] > left - room and box[1] < bottom + room and box[3] > top - room
    ]
    lefts, tops, rights, bottoms = zip(*near, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _leave_outlying(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Leave out the points that lie far beyond the others: a slip of the pen must not set the frame."""
    x, y = (median(one[side] for one in points) for side in (0, 1))
    far = [hypot(one[0] - x, one[1] - y) for one in points]
    reach = OUTLYING * median(far)
    return [point for point, distance in zip(points, far, strict=True) if distance <= reach or not reach]


def _make_view(box: Corners, margin: float) -> Corners:
    """Return a view of the map's shape that holds a box."""
    wide, tall = (box[2] - box[0]) * margin, (box[3] - box[1]) * margin
    width = max(wide, tall * SHAPE)
    height = width / SHAPE
    return (box[0] + box[2] - width) / 2, (box[1] + box[3] - height) / 2, width, height
