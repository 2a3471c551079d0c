"""The map of a dossier: what it is about chosen beforehand, drawn still, for paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from graphmap.geometry.pack import Outline
from graphmap.geometry.projection import draw_path, measure_box
from graphmap.language import Language
from graphmap.points import LatLon
from graphmap.views.chart import WORLD_UNIT, Corners
from graphmap.views.dossier_ground import Ground, Record, is_rivalry
from graphmap.views.dossier_map_labels import Label, draw_labels
from graphmap.views.dossier_parts import Picture, Subject
from graphmap.views.dossier_presence import choose_records
from graphmap.views.elements import element, join_markup
from graphmap.views.marks import draw_pattern

WIDTH, HEIGHT = 720.0, 336.0
"""The drawing in its own units: about pixels, as wide as a sheet between its margins."""

FARTHEST = 2600.0
"""Kilometres from home's middle beyond which a place is named at the edge, and the frame does not reach it."""

WIDEST = 3000.0
"""Kilometres; of a wider country only the tied places count for the frame."""

ROOM = 1.12
"""How much wider the frame is than what it must hold."""

LEAST = 500.0
"""Kilometres that the frame is wide at least."""

BEND = 0.12
"""How far an arc leaves the straight line, in parts of its length."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Arc:
    """Documents from one place to another: how many, and whether any names its sectors."""

    start: Point
    end: Point
    target: str
    count: int
    known: bool


class Drawing:
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
            start, end = self._find_start(record), self._find_end(record)
            if start and end:
                found.setdefault((start, end, record.target), []).append(record)
        return tuple(
            Arc(start, end, target, len(some), any(record.sectors for record in some))
            for (start, end, target), some in found.items()
            if start != end
        )

    def _find_start(self, record: Record) -> Point | None:
        place = self.page.places.get(record.start)
        point = place.point if place is not None and record.start != record.province else None
        point = point or self.chart.find_point(self.page, record.province)
        return self.chart.project(point) if point else None

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
    def view(self) -> Corners | None:
        """Return the frame in kilometres (left, top, width, height); None where nothing has a place."""
        boxes = [box for place in self.involved if (box := self._measure_province(place))]
        middle = self._find_middle(boxes)
        if self.subject.country and (outline := self._find_country(self.subject.country)):
            rings = [max(outline.rings, key=len)] if outline.rings else []
            box = measure_box(rings, self.chart.projection)
            if box and box[2] - box[0] < WIDEST and (not middle or _is_near(box, middle)):
                boxes.append(box)
        for arc in self.arcs:
            if middle is None or _is_near((*arc.end, *arc.end), middle):
                boxes.append((*arc.end, *arc.end))
        if not boxes:
            return None
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
        wide, tall = max((right - left) * ROOM, LEAST), (bottom - top) * ROOM
        width = max(wide, tall * WIDTH / HEIGHT)
        height = width * HEIGHT / WIDTH
        return (left + right - width) / 2, (top + bottom - height) / 2, width, height

    def _find_middle(self, boxes: Sequence[Corners]) -> Point | None:
        view = self.chart.home_view
        if not boxes and not self.chart.own and not self.chart.provinces:
            return None
        return view[0] + view[2] / 2, view[1] + view[3] / 2

    def _measure_province(self, province: str) -> Corners | None:
        outline = self.chart.provinces.get(province)
        if outline is not None:
            return measure_box(outline.rings, self.chart.projection)
        point = self.chart.find_point(self.page, province)
        return (*self.chart.project(point), *self.chart.project(point)) if point else None

    def _find_country(self, country: str) -> Outline | None:
        return self.chart.near.get(country) or self.chart.world.countries.get(country)

    def place(self, point: Point) -> Point:
        """Return where a point of the projection lies in the drawing."""
        assert self.view is not None
        left, top, width, _ = self.view
        return (point[0] - left) * WIDTH / width, (point[1] - top) * WIDTH / width

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Say whether a point of the drawing lies within it."""
        return margin <= point[0] <= WIDTH - margin and margin <= point[1] <= HEIGHT - margin


def _is_near(box: Corners, middle: Point) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return bool(((x - middle[0]) ** 2 + (y - middle[1]) ** 2) ** 0.5 <= FARTHEST)


def make_picture(ground: Ground, subject: Subject, one: Language) -> Picture | None:
    """Draw the map of a subject; None where nothing that it is about has a place on a map."""
    drawing = Drawing(ground, subject, one)
    if drawing.view is None:
        return None
    fills = {province: _choose_fill(ground, subject, province, drawing) for province in drawing.page.provinces}
    labels = [*_list_labels(drawing, fills)]
    svg = element(
        "svg",
        {"viewBox": f"0 0 {WIDTH:g} {HEIGHT:g}", "role": "img", "aria-label": _say(drawing)},
        element("defs", None, draw_pattern("possible", "hatch")),
        element("rect", {"width": WIDTH, "height": HEIGHT, "fill": "var(--sea)"}),
        _draw_land(drawing),
        _draw_home(drawing, fills),
        _draw_arcs(drawing),
        _draw_ends(drawing),
        draw_labels(labels, one, (WIDTH, HEIGHT)),
    )
    return Picture(svg, _say(drawing), tuple(_draw_legend(drawing, fills)))


def _say(drawing: Drawing) -> str:
    names = drawing.ground.list_names(drawing.involved, drawing.one)
    countries = drawing.ground.list_names(drawing.countries, drawing.one)
    if not drawing.records:
        return drawing.one.words("dossier-map-bare", names=names or countries)
    return drawing.one.words("dossier-map-says", names=names, countries=countries, count=len(drawing.records))


# ---------------------------------------------------------------------------- land


def _transform(drawing: Drawing, unit: float) -> str:
    assert drawing.view is not None
    left, top, width, _ = drawing.view
    scale = WIDTH / width
    return f"translate({-left * scale:.2f} {-top * scale:.2f}) scale({scale * unit:.5f})"


def _draw_land(drawing: Drawing) -> Markup:
    """Draw the countries that reach into the frame, the chosen ones in their colour."""
    layers = []
    chart = drawing.chart
    for unit, outlines in ((WORLD_UNIT, chart.world.countries), (1.0, chart.near)):
        paths = []
        for country, outline in outlines.items():
            if country == chart.home or (unit != 1.0 and country in chart.near):
                continue
            if not _reaches(drawing, outline):
                continue
            is_chosen = country in drawing.countries
            paths.append(
                element(
                    "path",
                    {
                        "d": draw_path(outline.rings, chart.projection, unit),
                        "fill": "var(--abroad-2)" if is_chosen else "var(--land)",
                        "stroke": "var(--abroad-dark)" if is_chosen else "var(--coast)",
                        "stroke-width": 1.6 if is_chosen else 0.8,
                        "vector-effect": "non-scaling-stroke",
                    },
                )
            )
        layers.append(element("g", {"transform": _transform(drawing, unit)}, *paths))
    if not chart.provinces:
        own = "".join(draw_path(one.rings, chart.projection, WORLD_UNIT) for one in chart.own)
        shape = {"d": own, "fill": "var(--home-0)", "stroke": "var(--home-dark)", "stroke-width": 1.4}
        layers.append(
            element(
                "g",
                {"transform": _transform(drawing, WORLD_UNIT)},
                element("path", {**shape, "vector-effect": "non-scaling-stroke"}),
            )
        )
    return join_markup(layers)


def _reaches(drawing: Drawing, outline: Outline) -> bool:
    """Say whether an outline may reach into the frame: by the box of its degrees, roughly."""
    assert drawing.view is not None
    left, top, width, height = drawing.view
    corners = drawing.ground.measure_outline(outline)
    if corners is None:
        return False
    return (
        corners[0] < left + width and corners[2] > left and corners[1] < top + height and corners[3] > top
    )


# ---------------------------------------------------------------------------- home


def _choose_fill(ground: Ground, subject: Subject, province: str, drawing: Drawing) -> str:
    """Return what a province is on the map: chosen, rival, there, border, or plain."""
    if province in subject.provinces:
        return "rival" if province == subject.ids[0] else "other"
    if subject.country:
        if is_rivalry(ground.find_verdict(province, subject.country)) and province in drawing.involved:
            return "rival"
        if any(record.province == province for record in drawing.records):
            return "there"
        return "border" if province in drawing.page.find_border_provinces(subject.country) else "plain"
    if subject.kind == "province":
        verdict = ground.pairs.list_rivals(subject.ids[0]).get(province, "none")
        return "other" if is_rivalry(verdict) else "plain"
    return "plain"


FILLS: Mapping[str, str] = {
    "rival": "var(--home-3)",
    "other": "var(--home-2)",
    "there": "var(--home-1)",
    "border": "url(#hatch)",
    "plain": "var(--home-0)",
}
"""The ground of a province by what it is on the map."""


def _draw_home(drawing: Drawing, fills: Mapping[str, str]) -> Markup:
    chart, drawn = drawing.chart, []
    for province, fill in fills.items():
        shape = {"fill": FILLS[fill], "stroke": "var(--paper)", "stroke-width": 1.0}
        if outline := chart.provinces.get(province):
            d = draw_path(outline.rings, chart.projection)
            drawn.append(element("path", {"d": d, **shape, "vector-effect": "non-scaling-stroke"}))
    layers = [element("g", {"transform": _transform(drawing, 1.0)}, *drawn)]
    if chart.provinces:
        own = "".join(draw_path(one.rings, chart.projection) for one in chart.own)
        edge = {"d": own, "fill": "none", "stroke": "var(--home-dark)", "stroke-width": 1.8}
        inner = element("path", {**edge, "vector-effect": "non-scaling-stroke"})
        layers.append(element("g", {"transform": _transform(drawing, 1.0)}, inner))
    for province in drawing.involved:
        point = None if province in chart.provinces else chart.find_point(drawing.page, province)
        if point:
            x, y = drawing.place(chart.project(point))
            square = {"x": x - 5, "y": y - 5, "width": 10, "height": 10, "fill": FILLS[fills[province]]}
            layers.append(element("rect", {**square, "stroke": "var(--home-dark)", "stroke-width": 1.4}))
    return join_markup(layers)


# ---------------------------------------------------------------------------- arcs


def _draw_arcs(drawing: Drawing) -> Markup:
    drawn = []
    for arc in drawing.arcs:
        (x1, y1), (x2, y2) = drawing.place(arc.start), drawing.place(arc.end)
        bend = BEND if x2 > x1 else -BEND
        mx, my = (x1 + x2) / 2 + bend * (y2 - y1), (y1 + y2) / 2 - bend * (x2 - x1)
        d = f"M{x1:.1f} {y1:.1f}Q{mx:.1f} {my:.1f} {x2:.1f} {y2:.1f}"
        thick = min(1.6 + 0.6 * (arc.count - 1), 4.0)
        line: dict[str, object] = {"d": d, "fill": "none", "stroke-linecap": "round"}
        drawn.append(element("path", {**line, "stroke": "var(--paper)", "stroke-width": thick + 2}))
        colour, dashes = ("var(--abroad)", None) if arc.known else ("var(--arc-possible)", "6 4")
        drawn.append(element("path", {**line, "stroke": colour, "stroke-width": thick, "stroke-dasharray": dashes}))
    return element("g", None, *drawn)


def _draw_ends(drawing: Drawing) -> Markup:
    drawn = []
    starts = dict.fromkeys(drawing.place(arc.start) for arc in drawing.arcs)
    drawn += [
        element(
            "circle",
            {"cx": x, "cy": y, "r": 2.6, "fill": "var(--paper)", "stroke": "var(--ink)", "stroke-width": 1.4},
        )
        for x, y in starts
    ]
    ends = dict.fromkeys(drawing.place(arc.end) for arc in drawing.arcs)
    drawn += [
        element(
            "circle",
            {"cx": x, "cy": y, "r": 5, "fill": "var(--paper)", "stroke": "var(--abroad-dark)", "stroke-width": 2.4},
        )
        for x, y in ends
        if drawing.holds((x, y))
    ]
    return element("g", None, *drawn)


# ---------------------------------------------------------------------------- names


def _list_labels(drawing: Drawing, fills: Mapping[str, str]) -> Iterator[Label]:
    """Yield the names to write, what matters most first."""
    ground, one, chart, page = drawing.ground, drawing.one, drawing.chart, drawing.page
    for country in drawing.countries:
        point = chart.find_point(page, country)
        if point and drawing.holds(at := drawing.place(chart.project(point)), 20):
            yield Label(ground.name(country, one), at, 15.5, "var(--abroad-dark)", "var(--abroad-2)", bold=True)
    for province in drawing.involved:
        point = chart.find_point(page, province)
        if point:
            at = drawing.place(chart.project(point))
            is_dark = fills[province] == "rival" and province in chart.provinces
            colour, halo = ("var(--paper)", "var(--home-3)") if is_dark else ("var(--ink)", "var(--paper)")
            beside = province not in chart.provinces
            yield Label(ground.name(province, one), at, 12.5, colour, halo, bold=True, beside=beside)
    counted: dict[tuple[Point, str], int] = {}
    for arc in drawing.arcs:
        place = ground.find_region(arc.target) or arc.target
        place = place if page.places[place].label == "Region" else _find_city(ground, arc.target)
        counted[drawing.place(arc.end), place] = counted.get((drawing.place(arc.end), place), 0) + arc.count
    for (at, place), count in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        if drawing.holds(at) and place not in drawing.countries:
            name = one.words("dossier-map-place", place=ground.name(place, one), count=count)
            yield Label(name, at, 11.5, "var(--abroad-dark)", "var(--abroad-pale)", bold=False, beside=True)
    far: dict[str, tuple[Point, int]] = {}
    for arc in drawing.arcs:
        if not drawing.holds(at := drawing.place(arc.end)):
            country = ground.find_country(arc.target)
            far[country] = (at, far.get(country, (at, 0))[1] + arc.count)
    for country, (at, count) in far.items():
        name = one.words("dossier-map-place", place=ground.name(country, one), count=count)
        yield Label(name, _pull(at), 12, "var(--abroad-dark)", "var(--abroad-pale)", bold=True, edge=True)
    for country, outline in {**chart.world.countries, **chart.near}.items():
        if country in (chart.home, *drawing.countries) or country not in page.places:
            continue
        if drawing.holds(at := drawing.place(chart.project(outline.point)), 12):
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


def _draw_legend(drawing: Drawing, fills: Mapping[str, str]) -> Iterator[tuple[Markup, str]]:
    one, kind = drawing.one, drawing.subject.kind
    used = set(fills.values())
    for fill in ("rival", "other", "there", "border"):
        if fill in used and (fill, kind) != ("rival", "province"):
            words = f"dossier-map-{fill}-{kind if kind in ('pair', 'province') else 'country'}"
            square = {"x": 1, "y": 1, "width": 24, "height": 16, "stroke": "var(--edge)"}
            box = element("rect", {**square, "fill": FILLS[fill] if fill != "border" else "url(#hatch)"})
            named = drawing.ground.list_names(drawing.subject.provinces, one)
            first, second = (*drawing.subject.provinces, "", "")[:2]
            yield (
                element("svg", {"width": 26, "height": 18, "aria-hidden": "true"}, box),
                one.words(words, name=drawing.ground.name(first if fill == "rival" else second, one)) if kind == "pair" else one.words(words, name=named),
            )
    for known, words in ((True, "dossier-map-known"), (False, "dossier-map-unknown")):
        if any(arc.known is known for arc in drawing.arcs):
            colour, dashes = ("var(--abroad)", None) if known else ("var(--arc-possible)", "6 4")
            line = {"x1": 1, "y1": 9, "x2": 37, "y2": 9, "stroke": colour, "stroke-width": 2.6, "stroke-dasharray": dashes}
            yield element("svg", {"width": 38, "height": 18, "aria-hidden": "true"}, element("line", line)), one.words(words)
