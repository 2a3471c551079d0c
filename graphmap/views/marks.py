"""The marks of the verdicts: the same in list, cell, sentence, legend, map, table and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from markupsafe import Markup

from graphmap.scales import VERDICTS, Verdict
from graphmap.views.elements import element

MarkName = Literal["certain", "presumed", "possible", "complementary", "joint", "contact"]
MARKS: tuple[MarkName, ...] = get_args(MarkName)
"""The strongest first."""

WIDTH, HEIGHT = 26, 18
"""Size of a mark in pixels."""


@dataclass(frozen=True)
class Look:
    """How a mark looks: its ground and its line (names of colours), and what lies on the ground.

    `step` is the distance of its lines or dots in pixels, `thick` how thick they are, `edge` its outline.
    """

    ground: str
    line: str
    step: float = 0.0
    thick: float = 0.0
    edge: float = 1.4
    pattern: Literal["none", "ruled", "hatched", "dotted", "ring"] = "none"


LOOKS: Mapping[MarkName, Look] = {
    "certain": Look("home", "home"),
    "presumed": Look("ruled", "home", step=5, thick=2.2, pattern="ruled"),
    "possible": Look("paper", "hatch", step=5, thick=1.5, pattern="hatched"),
    "complementary": Look("paper", "home", edge=2.4),
    "joint": Look("paper", "home", step=5, thick=2.2, pattern="dotted"),
    "contact": Look("paper", "home", thick=2, pattern="ring"),
}
"""Each mark's look. What is possibly complementary looks complementary: its words say the doubt."""

MARK_OF: Mapping[Verdict, MarkName | None] = {
    "none": None,
    "in contact": "contact",
    "joint": "joint",
    "possibly successive": None,
    "successive": None,
    "possibly complementary": "complementary",
    "complementary": "complementary",
    "possible": "possible",
    "presumed": "presumed",
    "certain": "certain",
}
"""The mark of each verdict; one after the other, and nothing, have none."""


class Shape(NamedTuple):
    """One element of a mark: its tag, and its attributes with their values."""

    tag: str
    attributes: dict[str, str]


def list_shapes(name: MarkName) -> tuple[Shape, ...]:
    """Return what a mark is drawn of, for Python and for the page's script alike."""
    look = LOOKS[name]
    line, ground = f"var(--{look.line})", f"var(--{look.ground})"
    if look.pattern == "ring":
        ring = {"cx": "13", "cy": "9", "r": "5", "fill": ground, "stroke": line}
        return (Shape("circle", {**ring, "stroke-width": f"{look.thick:g}"}),)
    inset = 1 + look.edge / 2
    box = {
        "x": f"{inset:g}",
        "y": f"{inset:g}",
        "width": f"{WIDTH - 2 * inset:g}",
        "height": f"{HEIGHT - 2 * inset:g}",
        "rx": "1.5",
        "fill": ground,
        "stroke": line,
        "stroke-width": f"{look.edge:g}",
    }
    rows = "".join(_draw_rows(look))
    if not rows:
        return (Shape("rect", box),)
    drawn = {"d": rows, "stroke": line, "stroke-width": f"{look.thick:g}", "fill": "none"}
    if look.pattern == "dotted":
        drawn["stroke-linecap"] = "round"
    return (Shape("rect", box), Shape("path", drawn))


def _draw_rows(look: Look) -> Iterator[str]:
    """Yield the lines or dots on the ground of a mark, each as a piece of a path inside its outline."""
    left, top, right, bottom = 2.0, 2.0, WIDTH - 2.0, HEIGHT - 2.0
    match look.pattern:
        case "ruled":
            for row in (4.5, 9, 13.5):
                yield f"M{left:g} {row:g}H{right:g}"
        case "dotted":
            for row in (5.5, 9, 12.5):
                for column in range(5, WIDTH - 3, 4):
                    yield f"M{column} {row:g}h0"
        case "hatched":
            reach = look.step * 2**0.5
            total = left + top + reach
            while total < right + bottom:
                x1, x2 = max(left, total - bottom), min(right, total - top)
                yield f"M{x1:.1f} {total - x1:.1f}L{x2:.1f} {total - x2:.1f}"
                total += reach


def draw_mark(name: MarkName) -> Markup:
    """Draw a mark; assistive tools pass over it, for its word stands beside it."""
    size = {"width": WIDTH, "height": HEIGHT, "viewBox": f"0 0 {WIDTH} {HEIGHT}", "aria-hidden": "true"}
    return element(
        "svg",
        {"class": f"verdict-mark is-{name}", **size},
        *(element(shape.tag, shape.attributes) for shape in list_shapes(name)),
    )


def draw_verdict_mark(verdict: Verdict) -> Markup | None:
    """Draw the mark of a verdict, if it has one."""
    name = MARK_OF[verdict]
    return draw_mark(name) if name else None


def draw_pattern(
    name: MarkName, identity: str, ground: str | None = None, line: str | None = None, scale: float = 1.0
) -> Markup:
    """Draw a mark's pattern as one that shapes of a drawing are filled with, once a drawing and id.

    It is drawn in pixels, which `scale` times as many units of the shapes make: a drawing that zooms scales
    it back (its script writes `patternTransform`).
    """
    look = LOOKS[name]
    step = look.step
    tile = element("rect", {"width": step, "height": step, "fill": f"var(--{ground or look.ground})"})
    stroke = {"stroke": f"var(--{line or look.line})", "stroke-width": look.thick}
    drawn = element("path", {"d": f"M0 {step / 2:g}H{step:g}", **stroke})
    if look.pattern == "dotted":
        drawn = element(
            "circle", {"cx": step / 2, "cy": step / 2, "r": look.thick / 2, "fill": f"var(--{look.line})"}
        )
    steps = [f"scale({scale:.4g})"] if scale != 1 else []
    steps += ["rotate(-45)"] if look.pattern == "hatched" else []
    turned = {"patternTransform": " ".join(steps)} if steps else {}
    box = {"id": identity, "width": step, "height": step, "patternUnits": "userSpaceOnUse", **turned}
    return element("pattern", box, tile, drawn)


def write_mark_styles() -> str:
    """Write, for cells and other boxes of HTML, the ground that each mark has."""
    return "".join(f".fill-{name} {{ {_write_ground(look)} }}\n" for name, look in LOOKS.items())


def _write_ground(look: Look) -> str:
    line, ground = f"var(--{look.line})", f"var(--{look.ground})"
    thick, step = f"{look.thick:g}px", f"{look.step:g}px"
    match look.pattern:
        case "ruled":
            return (
                f"background: repeating-linear-gradient(180deg, {line} 0 {thick}, {ground} {thick} {step});"
            )
        case "hatched":
            return (
                f"background: repeating-linear-gradient(135deg, {line} 0 {thick}, {ground} {thick} {step});"
            )
        case "dotted":
            inner = look.thick / 2
            dot = f"radial-gradient(circle, {line} {inner:g}px, transparent {inner + 0.4:g}px)"
            return f"background: {dot} 0 0 / {step} {step} {ground};"
        case "ring":
            return f"background: {ground};"
        case _ if look.ground == look.line:
            return f"background: {ground};"
    return f"background: {ground}; box-shadow: inset 0 0 0 {look.edge:g}px {line};"


def strongest(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the strongest of some verdicts, none where there is not one.

    >>> strongest(("joint", "possible", "in contact"))
    'possible'
    """
    return max(verdicts, key=VERDICTS.index, default="none")
