"""Bars in time: since when and until when, faded where an end is not known, both calendars below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from graphmap.dates import FIRST_DAY, LAST_DAY, find_days, read_date, to_solar
from graphmap.errors import DateError
from graphmap.language import Language
from graphmap.views.bars import shorten
from graphmap.views.elements import element, join_markup
from graphmap.views.labels import measure_text
from graphmap.views.marks import LOOKS, MarkName, draw_pattern

Place = Callable[[date], float]
"""Where on the axis a day stands."""

WIDE, NARROW = 960, 340
SIZE, STEP, THICK = 13.5, 26, 14
AXIS = 46
"""Height of the two lines of years, and of the day of the report."""

FADE = 26.0
"""How long, in units of the drawing, an end that is not known fades."""


@dataclass(frozen=True)
class Span:
    """A name, the first and the last day (None where not known), its mark, and days on it."""

    name: str
    first: date | None
    last: date | None
    mark: MarkName | None = None
    points: tuple[date, ...] = ()

    @property
    def is_open(self) -> bool:
        """Return whether an end is not known."""
        return self.first is None or self.last is None


def read_ends(since: object, until: object) -> tuple[date | None, date | None] | None:
    """Return the days at which a span begins and ends, as its dates say; None where neither says anything."""
    first, last = _read(since, late=False), _read(until, late=True)
    return None if first is None and last is None else (first, last)


def _read(value: object, late: bool) -> date | None:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not value:
        return None
    try:
        days = find_days(read_date(value))
    except DateError:
        return None
    found = days.latest if late else days.earliest
    return None if found in (FIRST_DAY, LAST_DAY) or found.year in (1, 9999) else found


def draw_spans(spans: Sequence[Span], today: date | None, language: Language) -> Markup:
    """Draw spans under each other on one axis of time, which runs from where the language begins to read."""
    known = [day for span in spans for day in (span.first, span.last, *span.points) if day]
    known += [today] if today else []
    first, last = min(known), max(known)
    first, last = date(max(first.year - 1, 1), 1, 1), date(min(last.year + 2, 9999), 1, 1)
    return join_markup(_draw(spans, first, last, today, language, wide) for wide in (True, False))


def _draw(
    spans: Sequence[Span], first: date, last: date, today: date | None, language: Language, wide: bool
) -> Markup:
    width, frame = (WIDE, "wide") if wide else (NARROW, "narrow")
    step = STEP if wide else STEP + 16
    room = min(max(measure_text(span.name, SIZE) for span in spans) + 12, width * 0.45) if wide else 4.0
    rtl = language.direction == "rtl"

    def place(day: date) -> float:
        at = room + (width - room - 8) * (day - first).days / max((last - first).days, 1)
        return width - at if rtl else at

    height = len(spans) * step
    parts = [element("defs", None, *_draw_defs(spans, frame))]
    parts += _draw_axis(first, last, height, place, language, wide)
    if today and first <= today <= last:
        x = place(today)
        line = {"x1": x, "x2": x, "y1": 0, "y2": height, "stroke": "var(--abroad)", "stroke-width": 1.4}
        parts.append(element("line", line, element("title", None, language.words("picture-today"))))
    for number, span in enumerate(spans):
        top = number * step
        middle = top + (STEP / 2 if wide else STEP / 2 + 13)
        edge = width - room + 8 if rtl else room - 8
        at = {"x": edge, "y": middle} if wide else {"x": width if rtl else 0, "y": top + 9}
        text = shorten(span.name, (room - 12 if wide else width) / SIZE)
        anchor = "end" if wide else "start"
        parts.append(
            element("text", {**at, "class": f"label {anchor}", "dominant-baseline": "central"}, text)
        )
        parts += _draw_span(span, middle, place, first, last, frame)
    size = {"viewBox": f"0 0 {width} {height + AXIS}", "class": frame}
    return element("svg", {**size, "role": "img", "aria-labelledby": "picture-heading"}, *parts)


def _draw_span(
    span: Span, middle: float, place: Place, first: date, last: date, frame: str
) -> Iterator[Markup]:
    begin = span.first or max(first, (span.last or last) - timedelta(days=730))
    end = span.last or last
    left, right = sorted((place(begin), place(end)))
    box = {"x": left, "y": middle - THICK / 2, "width": max(right - left, 3.0), "height": THICK}
    yield element("rect", {**box, **_look(span.mark, frame)})
    for known, day in ((span.first, begin), (span.last, end)):
        if known is None:
            x = place(day)
            from_left = abs(x - left) < abs(x - right)
            fade = {"x": left if from_left else max(right - FADE, left), "width": min(FADE, right - left)}
            box = {"y": middle - THICK / 2 - 1.5, "height": THICK + 3}
            yield element(
                "rect", {**fade, **box, "fill": f"url(#fade-{frame}-{'left' if from_left else 'right'})"}
            )
    for point in span.points:
        x = place(point)
        tick = {"x1": x, "x2": x, "y1": middle - THICK / 2 - 2, "y2": middle + THICK / 2 + 2}
        yield element("line", {**tick, "stroke": "var(--ink)", "stroke-width": 2.4})


def _draw_axis(
    first: date, last: date, height: float, place: Place, language: Language, wide: bool
) -> Iterator[Markup]:
    """Draw a line a round year, with the year in both calendars, the reader's own first."""
    years = last.year - first.year
    every = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500) if years / step <= (12 if wide else 5))
    for year in range(first.year + (-first.year) % every, last.year + 1, every):
        day = date(year, 1, 1)
        if not first <= day <= last:
            continue
        x = place(day)
        yield element("line", {"x1": x, "x2": x, "y1": 0, "y2": height, "stroke": "var(--rule)"})
        solar = to_solar(date(year, 6, 1))
        said = [language.digits(str(year)), language.digits(str(solar[0])) if solar else ""]
        own, other = reversed(said) if language.code == "fa" else said
        for text, y, kind in ((own, 16, "axis count"), (other, 32, "axis")):
            yield element("text", {"x": x, "y": height + y, "class": kind}, text)


def _draw_defs(spans: Sequence[Span], frame: str) -> Iterator[Markup]:
    marks = (span.mark for span in spans if span.mark and LOOKS[span.mark].pattern not in {"none", "ring"})
    for name in dict.fromkeys(marks):
        yield draw_pattern(name, f"span-{frame}-{name}")
    for side, stops in (("left", (1, 0)), ("right", (0, 1))):
        drawn = [
            element("stop", {"offset": offset, "stop-color": "var(--paper)", "stop-opacity": opacity})
            for offset, opacity in zip((0, 1), stops, strict=True)
        ]
        yield element("linearGradient", {"id": f"fade-{frame}-{side}"}, *drawn)


def _look(mark: MarkName | None, frame: str) -> dict[str, object]:
    if mark is None:
        return {"fill": "var(--home-2)"}
    look = LOOKS[mark]
    ground = f"url(#span-{frame}-{mark})" if look.pattern not in {"none", "ring"} else f"var(--{look.ground})"
    return {"fill": ground, "stroke": f"var(--{look.line})", "stroke-width": look.edge}
