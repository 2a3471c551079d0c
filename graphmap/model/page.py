"""The page of the model: a drawing of the labels and relationships, and every field with its meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from graphmap.language import Language
from graphmap.model.texts import say_ends
from graphmap.schema import NODES, RELATIONSHIPS, Record, Relationship
from graphmap.views.dress import read_static, render_page
from graphmap.views.elements import element

WIDTH, BOX, STEP, TALL = 920.0, 168.0, 46.0, 32.0
"""Width of the drawing, of a box, the step from box to box and its height, in units of the drawing."""

COLOURS = (
    "#0b5585",
    "#a83f08",
    "#6a2c8f",
    "#1d6b45",
    "#8a1c4a",
    "#3f4b57",
    "#7a5a00",
    "#205c73",
    "#5b3a1e",
    "#4a3fa0",
)
"""Colours of the types, each dark enough on white; more types begin again."""

STYLE = f"""
main {{ margin-top: 14px; }}
.model-drawing {{ display: block; width: 100%; height: auto; margin: 0 auto; }}
.model-drawing {{ min-width: 640px; max-width: {WIDTH:g}px; }}
.model-drawing g:not(.type) rect {{ fill: var(--paper); stroke: var(--home); stroke-width: 1.5; }}
.model-drawing path {{ fill: none; stroke-width: 1.6; }}
.model-drawing text {{ text-anchor: middle; font-size: 14px; fill: var(--ink); }}

.model-drawing .type text {{ fill: var(--paper); font-weight: 600; }}
h3 {{ font-size: 16px; margin: 0 0 4px; }}
main section > h2 {{ margin: 18px 0 8px; }}
.model-fields th {{ text-align: start; }}
"""


@dataclass(frozen=True)
class Part:
    """One label or relationship type on the page."""

    name: str
    meaning: str
    lines: Sequence[str]
    table: Markup


def describe_model_html(language: Language) -> str:
    """Describe the model as one self-contained page in a language, with a drawing."""
    count = {"nodes": len(NODES), "relationships": len(RELATIONSHIPS)}
    return render_page(
        "model.html.j2",
        read_static("graphmap.js"),
        STYLE,
        first=language,
        title=language.words("model-title"),
        lead=language.words("model-lead", **count),
        drawing=draw_model(language),
        groups=[
            ("model-nodes", [_describe(name, cls, language) for name, cls in NODES.items()]),
            ("model-relationships", [_describe(name, cls, language) for name, cls in RELATIONSHIPS.items()]),
        ],
    )


def _describe(name: str, cls: type[Record], one: Language) -> Part:
    lines = []
    if issubclass(cls, Relationship):
        lines.append(one.words("model-ends", ends=say_ends(cls)))
        if cls.single:
            lines.append(one.words("model-single"))
        lines.append(one.words("model-key", key=", ".join(["from_id", "to_id", *cls.key])))
    else:
        lines.append(one.words("model-id", form=cls.id_form_fa if one.code == "fa" else cls.id_form[1]))
    if kept := cls.kept():
        lines.append(one.words("model-derived", fields=", ".join(kept)))
    return Part(
        name, cls.meaning_fa if one.code == "fa" else cls.meaning(), lines, _draw_fields(name, cls, one)
    )


def _draw_fields(name: str, cls: type[Record], one: Language) -> Markup:
    persian = one.code == "fa"
    heads = [one.words(f"model-{head}") for head in ("field", "meaning", "value", "needed", "example")]
    example = cls.example_row()
    rows = []
    for column in cls.columns():
        value = column.kind.name_fa if persian else column.kind.right
        if persian and column.kind.choices:
            value += ": " + "، ".join(column.kind.choices.values())
        cells = [
            element("td", None, column.meaning_fa if persian else column.meaning),
            element("td", None, value),
            element("td", None, one.words("yes") if column.required else ""),
            element("td", None, element("bdi", None, example[column.name])),
        ]
        head = element("th", {"scope": "row"}, element("code", {"dir": "ltr", "lang": "en"}, column.name))
        rows.append(element("tr", None, head, *cells))
    return element(
        "table",
        {"class": "table model-fields", "aria-labelledby": f"{name}-head"},
        element("thead", None, element("tr", None, *(element("th", {"scope": "col"}, h) for h in heads))),
        element("tbody", None, *rows),
    )


# ---------------------------------------------------------------------------- the drawing


def draw_model(language: Language) -> Markup:
    """Draw what leads where: labels, types in the middle, labels; from right to left in Persian."""
    types = list(RELATIONSHIPS)
    starts = {name: {a for a, _ in cls.ends} for name, cls in RELATIONSHIPS.items()}
    targets = {name: {b for _, b in cls.ends} for name, cls in RELATIONSHIPS.items()}
    left, right = _order_labels(starts, types), _order_labels(targets, types)
    tallest = max(len(left), len(right), len(types)) * STEP + 8
    columns = [(WIDTH - BOX) / 2, 4.0, WIDTH - BOX - 4.0]
    middle, first, last = columns if language.direction == "ltr" else (columns[0], columns[2], columns[1])
    tops = {
        side: {name: _top(place, len(names), tallest) for place, name in enumerate(names)}
        for side, names in (("left", left), ("right", right), ("types", types))
    }
    lines: list[Markup] = []
    for number, name in enumerate(types):
        colour = COLOURS[number % len(COLOURS)]
        here = tops["types"][name]
        from_labels = [tops["left"][label] for label in left if label in starts[name]]
        to_labels = [tops["right"][label] for label in right if label in targets[name]]
        lines += [_curve(first, top, middle, here, colour) for top in from_labels]
        lines += [_curve(middle, here, last, top, colour) for top in to_labels]
    boxes = [_box(name, first, top, None, language) for name, top in tops["left"].items()]
    boxes += [_box(name, last, top, None, language) for name, top in tops["right"].items()]
    boxes += [
        _box(name, middle, top, COLOURS[number % len(COLOURS)], language)
        for number, (name, top) in enumerate(tops["types"].items())
    ]
    return element(
        "svg",
        {
            "class": "model-drawing",
            "viewBox": f"0 0 {WIDTH:g} {tallest:g}",
            "role": "img",
            "aria-labelledby": "model-drawing",
            "aria-describedby": "model-drawing-says",
        },
        *lines,
        *boxes,
    )


def _order_labels(joined: Mapping[str, Iterable[str]], types: Sequence[str]) -> list[str]:
    """Order the labels of one side by the middle of their types, so that few lines cross."""
    places: dict[str, list[int]] = {}
    for place, name in enumerate(types):
        for label in joined[name]:
            places.setdefault(label, []).append(place)
    known = [label for label in NODES if label in places]
    return sorted(known, key=lambda label: sum(places[label]) / len(places[label]))


def _top(place: int, count: int, tallest: float) -> float:
    return (tallest - count * STEP) / 2 + place * STEP + (STEP - TALL) / 2


def _curve(x1: float, y1: float, x2: float, y2: float, colour: str) -> Markup:
    """Draw a line from the inner edge of one box to that of another."""
    start, end = (x1 + BOX, x2) if x1 < x2 else (x1, x2 + BOX)
    half, top, bottom = (start + end) / 2, y1 + TALL / 2, y2 + TALL / 2
    path = f"M{start:g} {top:g}C{half:g} {top:g} {half:g} {bottom:g} {end:g} {bottom:g}"
    return element("path", {"d": path, "stroke": colour})


def _box(name: str, x: float, y: float, colour: str | None, one: Language) -> Markup:
    cls: type[Record] = RELATIONSHIPS[name] if colour else NODES[name]
    said = cls.meaning_fa if one.code == "fa" else cls.meaning()
    fill = {"fill": colour} if colour else {}
    return element(
        "g",
        {"class": "type" if colour else None},
        element("title", None, f"{name}: {said}"),
        element("rect", {"x": x, "y": y, "width": BOX, "height": TALL, "rx": 16 if colour else 4, **fill}),
        element("text", {"x": x + BOX / 2, "y": y + TALL / 2 + 5}, name),
    )
