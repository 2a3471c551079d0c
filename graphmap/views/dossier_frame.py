"""The frame of a dossier's map: what is chosen, the arcs, and how kilometres become units of the drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from graphmap.geometry.pack import Outline
from graphmap.geometry.projection import measure_box
from graphmap.language import Language
from graphmap.views.chart import Corners
from graphmap.views.dossier_ground import Ground, Record, is_rivalry
from graphmap.views.dossier_parts import Subject
from graphmap.views.dossier_presence import choose_records

WIDTH, HEIGHT = 720.0, 336.0
"""The drawing in its own units: about pixels, as wide as a sheet between its margins."""

FARTHEST = 2600.0
"""Kilometres from home's middle beyond which a place is named at the edge of the frame."""

WIDEST = 3000.0
"""Kilometres; of a wider country only the tied places count for the frame."""

ROOM = 1.12
"""How much wider the frame is than what it must hold."""

LEAST = 1000.0
"""Kilometres that the frame is wide at least."""

BEND = 0.12
"""How far an arc leaves the straight line, in parts of its length."""

MOST_ARCS = 60
"""How many arcs are told apart; of more, each leads from a province to a country."""

GRAIN = 2.0
"""How fine an outline is for whoever asks whether a name lies on it, in units of the drawing."""

STEPS = 200
"""In how many steps an arc is followed to the edge."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Arc:
    """Documents from one place to another: how many, and whether any names its sectors.

    `target` is the place that the map names at its end.
    """

    start: Point
    end: Point
    target: str
    count: int
    known: bool


class Frame:
    """The parts of one map: what is chosen, the frame, and how kilometres become units of the drawing."""

    def __init__(self, ground: Ground, subject: Subject, one: Language) -> None:
        """Choose what the map shows."""
        self.ground, self.subject, self.one = ground, subject, one
        self.chart, self.page = ground.chart, ground.page
        self.records = [record for record in choose_records(ground, subject) if record.holds]

    @cached_property
    def arcs(self) -> tuple[Arc, ...]:
        """Return the arcs, those of one start and end put together."""
        found: dict[tuple[Point, Point, str], list[Record]] = {}
        for record in self.records:
            place = self.find_named(record.target)
            start, end = self._find_start(record), self._ends.get(place)
            if start and end:
                found.setdefault((start, end, place), []).append(record)
        if len(found) > MOST_ARCS:
            found = self._gather_by_country()
        return tuple(
            Arc(start, end, target, len(some), any(record.sectors for record in some))
            for (start, end, target), some in found.items()
            if start != end
        )

    def _gather_by_country(self) -> dict[tuple[Point, Point, str], list[Record]]:
        """Put documents together by province and country, where there are too many to tell apart."""
        found: dict[tuple[Point, Point, str], list[Record]] = {}
        for record in self.records:
            start, end = (
                self.chart.find_point(self.page, place) for place in (record.province, record.country)
            )
            if start and end:
                key = self.chart.project(start), self.chart.project(end), record.country
                found.setdefault(key, []).append(record)
        return found

    def _find_start(self, record: Record) -> Point | None:
        place = self.page.places.get(record.start)
        point = place.point if place is not None and record.start != record.province else None
        point = point or self.chart.find_point(self.page, record.province)
        return self.chart.project(point) if point else None

    def find_named(self, target: str) -> str:
        """Return by which place the map names a target: its region, else its city, else its country."""
        labels = {self.page.places[place].label: place for place in self.ground.list_above(target)}
        return labels.get("Region") or labels.get("City") or labels.get("Country") or target

    @cached_property
    def _ends(self) -> dict[str, Point]:
        """Return where each place that is named has its ring: at the city there that most documents name."""
        found: dict[str, Counter[Point]] = {}
        for record in self.records:
            if end := self._find_end(record):
                is_city = self.page.places[record.target].label == "City"
                found.setdefault(self.find_named(record.target), Counter())[end] += 1000 if is_city else 1
        return {place: points.most_common(1)[0][0] for place, points in found.items()}

    def _find_end(self, record: Record) -> Point | None:
        for place in self.ground.list_above(record.target):
            known = self.page.places.get(place)
            point = known.point if known else None
            if point is None and known is not None and known.label == "Region":
                outline = self.chart.find_unit(self.page, place)
                point = outline.point if outline else None
            if place == record.country:
                point = self.chart.find_point(self.page, place)
            if point:
                return self.chart.project(point)
        return None

    @cached_property
    def involved(self) -> dict[str, None]:
        """Return the provinces that the map is about, in order."""
        named = dict.fromkeys([*self.subject.provinces, *(record.province for record in self.records)])
        if self.subject.country:
            named.update(dict.fromkeys(self.page.find_border_provinces(self.subject.country)))
        return named

    @cached_property
    def countries(self) -> dict[str, int]:
        """Return the foreign countries that are chosen, and how many documents lead there."""
        if self.subject.country:
            return {self.subject.country: len(self.records)}
        found: dict[str, int] = {}
        for record in self.records:
            found[record.country] = found.get(record.country, 0) + 1
        return found

    @cached_property
    def found(self) -> Corners | None:
        """Return the frame in kilometres (left, top, width, height); None where nothing has a place."""
        boxes = [box for place in self.involved if (box := self._measure_province(place))]
        boxes += [(*arc.start, *arc.start) for arc in self.arcs]
        middle = self._find_middle(boxes)
        if self.subject.country and (outline := self._find_country(self.subject.country)):
            rings = [max(outline.rings, key=len)] if outline.rings else []
            box = measure_box(rings, self.chart.projection)
            if box and box[2] - box[0] < WIDEST and (not middle or _is_near(box, middle)):
                boxes.append(box)
        ends = [(*arc.end, *arc.end) for arc in self.arcs]
        boxes += [box for box in ends if middle is None or _is_near(box, middle)]
        if self.arcs and not any(middle is None or _is_near(box, middle) for box in ends):
            view = self.chart.home_view
            boxes.append((view[0], view[1], view[0] + view[2], view[1] + view[3]))
        if not boxes:
            return None
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
        wide, tall = max((right - left) * ROOM, LEAST), (bottom - top) * ROOM
        width = max(wide, tall * WIDTH / HEIGHT)
        height = width * HEIGHT / WIDTH
        return (left + right - width) / 2, (top + bottom - height) / 2, width, height

    @property
    def view(self) -> Corners:
        """Return the frame, where there is one."""
        return self.found or (0.0, 0.0, WIDTH, HEIGHT)

    def _find_middle(self, boxes: Sequence[Corners]) -> Point | None:
        view = self.chart.home_view
        if not boxes and not self.chart.own and not self.chart.provinces:
            return None
        return view[0] + view[2] / 2, view[1] + view[3] / 2

    def _measure_province(self, province: str) -> Corners | None:
        """Return what the frame must hold of a province: all of one that matters most, else its middle."""
        outline = self.chart.provinces.get(province)
        if outline is not None and self._is_central(province):
            return self.ground.measure_outline(outline)
        point = self.chart.find_point(self.page, province)
        return (*self.chart.project(point), *self.chart.project(point)) if point else None

    def _is_central(self, province: str) -> bool:
        country = self.subject.country
        return (
            province in self.subject.provinces
            or not country
            or is_rivalry(self.ground.find_verdict(province, country))
            or province in self.page.find_border_provinces(country)
        )

    def _find_country(self, country: str) -> Outline | None:
        return self.chart.near.get(country) or self.chart.world.countries.get(country)

    def place(self, point: Point) -> Point:
        """Return where a point of the projection lies in the drawing."""
        left, top, width, _ = self.view
        return (point[0] - left) * WIDTH / width, (point[1] - top) * WIDTH / width

    def draw_rings(self, outline: Outline) -> tuple[tuple[Point, ...], ...]:
        """Return the rings of an outline as places of the drawing, no finer than a name is placed."""
        project = self.chart.projection.project_ring
        parts = (map(self.place, part) for ring in outline.rings for part in project(ring))
        rings = (
            tuple(dict.fromkeys((round(x / GRAIN), round(y / GRAIN)) for x, y in part)) for part in parts
        )
        return tuple(tuple((x * GRAIN, y * GRAIN) for x, y in ring) for ring in rings if len(ring) > 2)

    def bend(self, arc: Arc) -> tuple[Point, Point, Point]:
        """Return start, handle and end of the curve by which an arc is drawn."""
        (x1, y1), (x2, y2) = self.place(arc.start), self.place(arc.end)
        bend = BEND if x2 > x1 else -BEND
        return (x1, y1), ((x1 + x2) / 2 + bend * (y2 - y1), (y1 + y2) / 2 - bend * (x2 - x1)), (x2, y2)

    def follow(self, arc: Arc) -> Iterator[Point]:
        """Yield places along an arc, from its start to its end."""
        start, handle, end = self.bend(arc)
        for step in range(STEPS + 1):
            t = step / STEPS
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            yield a * start[0] + b * handle[0] + c * end[0], a * start[1] + b * handle[1] + c * end[1]

    def find_edge(self, arc: Arc) -> Point:
        """Return where an arc that leads out of the drawing leaves it."""
        inside = self.place(arc.start)
        for at in self.follow(arc):
            if not self.holds(at, 12):
                break
            inside = at
        return inside

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Say whether a point of the drawing lies within it."""
        return margin <= point[0] <= WIDTH - margin and margin <= point[1] <= HEIGHT - margin


def _is_near(box: Corners, middle: Point) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return bool(((x - middle[0]) ** 2 + (y - middle[1]) ** 2) ** 0.5 <= FARTHEST)
