"""Describe the model, from its declaration: in Markdown for people, as JSON Schema for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graphmap.schema import DECLARED, NODES, RELATIONSHIPS, Column, Record, Relationship
from graphmap.schema.kinds import LIST_MARK


def describe_ends(cls: type[Relationship]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return what a relationship type joins, briefly: groups of labels it leads from, each with where to.

    >>> from graphmap.schema import Borders
    >>> describe_ends(Borders)
    ((('Province',), ('Region',)), (('Country',), ('Country',)))
    """
    order = {label: place for place, label in enumerate(NODES)}
    targets = {
        start: tuple(sorted((b for a, b in cls.ends if a == start), key=lambda label: order[label]))
        for start in {a for a, _ in cls.ends}
    }
    groups: dict[tuple[str, ...], list[str]] = {}
    for start in sorted(targets, key=lambda label: order[label]):
        groups.setdefault(targets[start], []).append(start)
    joined = [(tuple(starts), ends) for ends, starts in groups.items()]
    return tuple(sorted(joined, key=lambda group: -order[group[1][-1]] if len(group[1]) == 1 else 0))


def say_ends(cls: type[Relationship]) -> str:
    """Say what a relationship type joins, in one line."""
    groups = describe_ends(cls)
    return "; ".join(f"{', '.join(starts)} → {', '.join(targets)}" for starts, targets in groups)


def describe_model_markdown() -> str:
    """Describe every label, relationship type and field in Markdown, in English and Persian."""
    lines = [
        "# The model",
        "",
        "Made from the declaration in `graphmap/schema/` by `graphmap model`. Lists are joined by "
        f"`{LIST_MARK}` in files. **Bold** fields are needed.",
        "",
        "## Nodes",
    ]
    for name, cls in NODES.items():
        lines += [
            "",
            f"### {name}",
            "",
            f"{cls.meaning()} {cls.meaning_fa}",
            "",
            f"Its id: {cls.id_form[1]}.",
        ]
        lines += ["", *_list_fields(cls)]
    lines += ["", "## Relationships"]
    for name, kind in RELATIONSHIPS.items():
        lines += ["", f"### {name}", "", f"{kind.meaning()} {kind.meaning_fa}", "", f"{say_ends(kind)}."]
        if kind.single:
            lines.append("A node has at most one.")
        if kind.unordered:
            pairs = ", ".join(f"{a} and {b}" for a, b in sorted(kind.unordered))
            lines.append(f"Between {pairs} it has no direction; the lower id goes first.")
        key = ", ".join(["from_id", "to_id", *kind.key])
        lines += [f"Its key: {key}.", "", *_list_fields(kind)]
        if kept := kind.kept():
            derived = ", ".join(f"`{name}`" for name in kept)
            lines += ["", f"The store derives {derived}; of these a day that is open or not known is absent."]
    return "\n".join(lines) + "\n"


def _list_fields(cls: type[Record]) -> Iterable[str]:
    yield "| field | value | meaning | معنی | example |"
    yield "|---|---|---|---|---|"
    example = cls.example_row()
    for column in cls.columns():
        name = f"**{column.name}**" if column.required else column.name
        cells = (name, column.kind.right, column.meaning, column.meaning_fa, example[column.name])
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def describe_model_schema() -> dict[str, Any]:
    """Describe the model as one JSON Schema (2020-12): an object with an array for each label and type.

    A record is an object of the fields that files hold; `required` names those it needs, `meaning_fa` says in
    Persian what `description` says in English.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "graphmap",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in DECLARED},
        "$defs": {name: describe_record_schema(cls) for name, cls in DECLARED.items()},
    }


def describe_record_schema(cls: type[Record]) -> dict[str, Any]:
    """Describe one label or relationship type as a JSON Schema."""
    drawn: Mapping[str, Mapping[str, Any]] = cls.model_json_schema()["properties"]
    found: dict[str, Any] = {
        "title": cls.stored_as,
        "description": cls.meaning(),
        "meaning_fa": cls.meaning_fa,
        "type": "object",
        "additionalProperties": False,
        "properties": {
            column.name: _describe_field(cls, column, drawn[column.name]) for column in cls.columns()
        },
        "required": [column.name for column in cls.columns() if column.required],
    }
    if issubclass(cls, Relationship):
        found["ends"] = [list(pair) for pair in sorted(cls.ends)]
        found["key"] = ["from_id", "to_id", *cls.key]
    return found


def _describe_field(cls: type[Record], column: Column, drawn: Mapping[str, Any]) -> dict[str, Any]:
    """Describe one field: the type as pydantic draws it, without the null that stands for clearing."""
    shape = next(dict(part) for part in drawn["anyOf"] if part.get("type") != "null")
    inner = shape["items"] if column.kind.many else shape
    if column.kind.choices:
        inner["enum"] = list(column.kind.choices)
    if column.name == "id":
        inner["pattern"] = f"^(?:{cls.id_form[0]})$"
    example = cls.example_row()[column.name]
    described = {**shape, "description": column.meaning, "meaning_fa": column.meaning_fa}
    if example:
        value = column.kind.read_cell(example)
        items = value if column.kind.many else (value,)
        plain = [item.isoformat() if hasattr(item, "isoformat") else item for item in items]
        described["examples"] = [plain if column.kind.many else plain[0]]
    return described
