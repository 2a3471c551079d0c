"""The map of a dossier: what it is about chosen beforehand, drawn still, for paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from graphmap.geometry.pack import Outline
from graphmap.language import Language
from graphmap.views.chart import WORLD_UNIT
from graphmap.views.dossier_frame import HEIGHT, WIDTH, Frame
from graphmap.views.dossier_ground import Ground, is_rivalry
from graphmap.views.dossier_map_labels import draw_labels
from graphmap.views.dossier_map_names import list_labels
from graphmap.views.dossier_parts import Picture, Subject
from graphmap.views.elements import element, join_markup
from graphmap.views.marks import MarkName, draw_mark, draw_pattern


def make_picture(ground: Ground, subject: Subject, one: Language) -> Picture | None:
    """Draw the map of a subject; None where nothing that it is about has a place on a map."""
    frame = Frame(ground, subject, one)
    if frame.found is None:
        return None
    fills = {province: _choose_fill(ground, subject, province, frame) for province in frame.page.provinces}
    labels = [*list_labels(frame, fills)]
    points = dict.fromkeys(frame.place(arc.end) for arc in frame.arcs)
    svg = element(
        "svg",
        {"viewBox": f"0 0 {WIDTH:g} {HEIGHT:g}", "role": "img", "aria-label": _say(frame)},
        _draw_patterns(frame),
        element("rect", {"width": WIDTH, "height": HEIGHT, "fill": "var(--sea)"}),
        _draw_land(frame),
        _draw_home(frame, fills),
        _draw_arcs(frame),
        _draw_ends(frame),
        draw_labels(labels, one, (WIDTH, HEIGHT), points, [[*frame.follow(arc)] for arc in frame.arcs]),
    )
    return Picture(svg, _say(frame), tuple(_draw_legend(frame, fills)))


def _say(frame: Frame) -> str:
    names = frame.ground.list_names(frame.involved, frame.one)
    countries = frame.ground.list_names(frame.countries, frame.one)
    if not frame.records:
        return frame.one.words("dossier-map-bare", names=names or countries)
    return frame.one.words("dossier-map-says", names=names, countries=countries, count=len(frame.records))


# ---------------------------------------------------------------------------- land


def _draw_patterns(frame: Frame) -> Markup:
    """Draw the patterns of what is presumed and of borders, in pixels: outlines are drawn in kilometres."""
    scale = frame.view[2] / WIDTH / choose_unit(frame) if frame.chart.provinces else 1.0
    return element(
        "defs", None, *(draw_pattern(mark, mark, scale=scale) for mark in ("presumed", "possible"))
    )


def _transform(frame: Frame, unit: float) -> str:
    left, top, width, _ = frame.view
    scale = WIDTH / width
    return f"translate({-left * scale:.2f} {-top * scale:.2f}) scale({scale * unit:.5f})"


def choose_unit(frame: Frame) -> float:
    """Return in steps of how many kilometres outlines are drawn: finer than the eye sees on paper."""
    width = frame.view[2]
    return 1.0 if width < 900 else 2.0 if width < 2600 else 4.0


def _draw_land(frame: Frame) -> Markup:
    """Draw the countries that reach into the frame, the chosen ones in their colour."""
    layers = []
    chart = frame.chart
    for unit, outlines in ((WORLD_UNIT, chart.world.countries), (choose_unit(frame), chart.near)):
        paths = []
        for country, outline in outlines.items():
            if country == chart.home or (unit == WORLD_UNIT and country in chart.near):
                continue
            if not _reaches(frame, outline):
                continue
            is_chosen = country in frame.countries
            paths.append(
                element(
                    "path",
                    {
                        "d": frame.ground.draw_outline(outline, unit),
                        "fill": "var(--abroad-2)" if is_chosen else "var(--land)",
                        "stroke": "var(--abroad-dark)" if is_chosen else "var(--coast)",
                        "stroke-width": 1.6 if is_chosen else 0.8,
                        "vector-effect": "non-scaling-stroke",
                    },
                )
            )
        layers.append(element("g", {"transform": _transform(frame, unit)}, *paths))
    if not chart.provinces:
        own = "".join(frame.ground.draw_outline(one, WORLD_UNIT) for one in chart.own)
        shape = {"d": own, "fill": "var(--home-0)", "stroke": "var(--home-dark)", "stroke-width": 1.4}
        layers.append(
            element(
                "g",
                {"transform": _transform(frame, WORLD_UNIT)},
                element("path", {**shape, "vector-effect": "non-scaling-stroke"}),
            )
        )
    return join_markup(layers)


def _reaches(frame: Frame, outline: Outline) -> bool:
    """Say whether an outline may reach into the frame: by the box of its degrees, roughly."""
    left, top, width, height = frame.view
    corners = frame.ground.measure_outline(outline)
    if corners is None:
        return False
    return corners[0] < left + width and corners[2] > left and corners[1] < top + height and corners[3] > top


# ---------------------------------------------------------------------------- home


def _choose_fill(ground: Ground, subject: Subject, province: str, frame: Frame) -> str:
    """Return what a province is on the map: chosen, a rival and which, there, border, or plain."""
    if province in subject.provinces:
        return "subject" if province == subject.ids[0] else "other"
    if subject.country:
        verdict = ground.find_verdict(province, subject.country)
        if is_rivalry(verdict) and province in frame.involved:
            return verdict
        if any(record.province == province for record in frame.records):
            return "there"
        return "border" if province in frame.page.find_border_provinces(subject.country) else "plain"
    if subject.kind == "province":
        verdict = ground.pairs.list_rivals(subject.ids[0]).get(province, "none")
        return "other" if is_rivalry(verdict) else "plain"
    return "plain"


LINES = {True: ("var(--abroad)", None), False: ("var(--arc-possible)", "6 4")}
"""Colour and dashes of an arc, by whether its documents name their sectors."""

SIGN = {"width": 26, "height": 18, "aria-hidden": "true"}
"""Size of a sign of the legend."""

FILLS: Mapping[str, str] = {
    "subject": "var(--home-3)",
    "certain": "var(--home-3)",
    "presumed": "url(#presumed)",
    "other": "var(--home-2)",
    "there": "var(--home-1)",
    "border": "url(#possible)",
    "plain": "var(--home-0)",
}
"""The ground of a province by what it is on the map; what is certain and presumed looks as in lists."""

SIGNS: Mapping[str, MarkName] = {"certain": "certain", "presumed": "presumed", "border": "possible"}
"""The marks that stand in the legend for such grounds."""


def _draw_home(frame: Frame, fills: Mapping[str, str]) -> Markup:
    chart, drawn, unit = frame.chart, [], choose_unit(frame)
    for province, fill in fills.items():
        shape = {"fill": FILLS[fill], "stroke": "var(--paper)", "stroke-width": 1.0}
        if outline := chart.provinces.get(province):
            d = frame.ground.draw_outline(outline, unit)
            drawn.append(element("path", {"d": d, **shape, "vector-effect": "non-scaling-stroke"}))
    layers = [element("g", {"transform": _transform(frame, unit)}, *drawn)]
    if chart.provinces:
        own = "".join(frame.ground.draw_outline(one, unit) for one in chart.own)
        edge = {"d": own, "fill": "none", "stroke": "var(--home-dark)", "stroke-width": 1.8}
        inner = element("path", {**edge, "vector-effect": "non-scaling-stroke"})
        layers.append(element("g", {"transform": _transform(frame, unit)}, inner))
    for province in frame.involved:
        point = None if province in chart.provinces else chart.find_point(frame.page, province)
        if point:
            x, y = frame.place(chart.project(point))
            square = {"x": x - 5, "y": y - 5, "width": 10, "height": 10, "fill": FILLS[fills[province]]}
            layers.append(element("rect", {**square, "stroke": "var(--home-dark)", "stroke-width": 1.4}))
    return join_markup(layers)


# ---------------------------------------------------------------------------- arcs


def _draw_arcs(frame: Frame) -> Markup:
    drawn = []
    for arc in frame.arcs:
        (x1, y1), (mx, my), (x2, y2) = frame.bend(arc)
        d = f"M{x1:.1f} {y1:.1f}Q{mx:.1f} {my:.1f} {x2:.1f} {y2:.1f}"
        thick = min(1.6 + 0.6 * (arc.count - 1), 4.0)
        line: dict[str, object] = {"d": d, "fill": "none", "stroke-linecap": "round"}
        drawn.append(element("path", {**line, "stroke": "var(--paper)", "stroke-width": thick + 2}))
        colour, dashes = LINES[arc.known]
        drawn.append(
            element("path", {**line, "stroke": colour, "stroke-width": thick, "stroke-dasharray": dashes})
        )
    return element("g", None, *drawn)


def _draw_ends(frame: Frame) -> Markup:
    drawn = []
    starts = dict.fromkeys(frame.place(arc.start) for arc in frame.arcs)
    drawn += [
        element(
            "circle",
            {"cx": x, "cy": y, "r": 2.6, "fill": "var(--paper)", "stroke": "var(--ink)", "stroke-width": 1.4},
        )
        for x, y in starts
    ]
    ends = dict.fromkeys(frame.place(arc.end) for arc in frame.arcs)
    drawn += [
        element(
            "circle",
            {
                "cx": x,
                "cy": y,
                "r": 5,
                "fill": "var(--paper)",
                "stroke": "var(--abroad-dark)",
                "stroke-width": 2.4,
            },
        )
        for x, y in ends
        if frame.holds((x, y))
    ]
    return element("g", None, *drawn)


def _draw_legend(frame: Frame, fills: Mapping[str, str]) -> Iterator[tuple[Markup, str]]:
    one, kind = frame.one, frame.subject.kind
    for fill in ("subject", "certain", "presumed", "other", "there", "border"):
        if fill not in fills.values() or (fill, kind) == ("subject", "province"):
            continue
        square = {"x": 1, "y": 1, "width": 24, "height": 16, "stroke": "var(--edge)", "fill": FILLS[fill]}
        sign = draw_mark(SIGNS[fill]) if fill in SIGNS else element("svg", SIGN, element("rect", square))
        named = frame.subject.provinces[:1]
        if (fill, kind) == ("other", "pair"):
            named = frame.subject.provinces[1:]
        about = kind if frame.subject.provinces else "country"
        yield sign, one.words(f"dossier-map-{fill}-{about}", name=frame.ground.list_names(named, one))
    for known, words in ((True, "dossier-map-known"), (False, "dossier-map-unknown")):
        if any(arc.known is known for arc in frame.arcs):
            colour, dashes = LINES[known]
            line = {"x1": 1, "y1": 9, "x2": 37, "y2": 9, "stroke": colour, "stroke-width": 2.6}
            drawn = element("line", {**line, "stroke-dasharray": dashes})
            yield element("svg", {**SIGN, "width": 38}, drawn), one.words(words)
