"""Bars: a name, a bar as long as its number, and the number; wide, and narrow for a telephone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from graphmap.language import Language
from graphmap.views.elements import element, join_markup
from graphmap.views.labels import measure_text
from graphmap.views.marks import LOOKS, MarkName, draw_pattern

WIDE, NARROW = 960, 340
"""Widths of the two drawings."""

SIZE, STEP, THICK = 13.5, 28, 16
"""Size of a name; how far one bar is from the next, and how thick it is."""


@dataclass(frozen=True)
class Bar:
    """A name, a number and, where a bar is more or less sure, its mark; pale where others have one."""

    name: str
    number: float
    mark: MarkName | None = None
    is_pale: bool = False


def draw_bars(bars: Sequence[Bar], language: Language) -> Markup:
    """Draw bars under each other, the first on top; from the right where the language reads from there."""
    return join_markup(_draw(bars, language, wide) for wide in (True, False))


def _draw(bars: Sequence[Bar], language: Language, wide: bool) -> Markup:
    width, frame = (WIDE, "wide") if wide else (NARROW, "narrow")
    step = STEP if wide else STEP + 18
    room = min(max(measure_text(bar.name, SIZE) for bar in bars) + 10, width * 0.5) if wide else 0.0
    numbers = max(measure_text(language.number(bar.number), SIZE) for bar in bars) + 12
    most = max(bar.number for bar in bars) or 1
    scale = (width - room - numbers) / most
    lines = []
    for place, bar in enumerate(bars):
        top = place * step
        middle = top + (STEP / 2 if wide else STEP / 2 + 16)
        length = max(bar.number * scale, 2.0)
        name_y = middle if wide else top + 12
        shown = shorten(bar.name, (room - 10 if wide else width) / SIZE)
        lines += [
            _write(
                shown, room - 8 if wide else 0.0, name_y, "end" if wide else "start", "label", width, language
            ),
            element(
                "rect",
                {
                    "x": _turn(room, length, width, language),
                    "y": middle - THICK / 2,
                    "width": length,
                    "height": THICK,
                    **_look(bar, frame),
                },
                element("title", None, f"{bar.name}: {language.number(bar.number)}"),
            ),
            _write(
                language.number(bar.number),
                room + length + 6,
                middle,
                "start",
                "label count",
                width,
                language,
            ),
        ]
    patterns = (draw_pattern(name, f"bar-{frame}-{name}") for name in dict.fromkeys(_list_patterns(bars)))
    size = {"viewBox": f"0 0 {width} {len(bars) * step}", "class": frame}
    named = {"role": "img", "aria-labelledby": "picture-heading"}
    return element("svg", {**size, **named}, element("defs", None, *patterns), *lines)


def _list_patterns(bars: Sequence[Bar]) -> Iterator[MarkName]:
    return (bar.mark for bar in bars if bar.mark and LOOKS[bar.mark].pattern not in {"none", "ring"})


def _look(bar: Bar, frame: str) -> dict[str, object]:
    """Return how a bar is filled: as its mark is, solid where bars have none."""
    if bar.mark is None:
        if bar.is_pale:
            return {"fill": "var(--plain)", "stroke": "var(--line)"}
        return {"fill": "var(--home)"}
    look = LOOKS[bar.mark]
    ground = (
        f"url(#bar-{frame}-{bar.mark})" if look.pattern not in {"none", "ring"} else f"var(--{look.ground})"
    )
    return {"fill": ground, "stroke": f"var(--{look.line})", "stroke-width": look.edge}


def _turn(x: float, length: float, width: float, language: Language) -> float:
    """Return the left side of what begins at x, from where the language begins to read."""
    return width - x - length if language.direction == "rtl" else x


def _write(text: str, x: float, y: float, anchor: str, kind: str, width: float, language: Language) -> Markup:
    at = {
        "x": _turn(x, 0, width, language),
        "y": y,
        "class": f"{kind} {anchor}",
        "dominant-baseline": "central",
    }
    return element("text", at, text)


def shorten(text: str, room: float) -> str:
    """Return a text that takes at most so many em: its end gives way to three dots.

    >>> shorten("Governor of the Astrakhan region", 8)
    'Governor of the…'
    """
    if measure_text(text) <= room:
        return text
    words = text.split()
    while len(words) > 1 and measure_text(" ".join(words) + "…") > room:
        words.pop()
    return " ".join(words).rstrip("،,") + "…"
