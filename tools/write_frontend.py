"""Writes frontend/src/generated.ts: what the script of a page shares with the Python that writes the page.

Run with `make frontend`, which then builds the script; a test fails while the file is not current.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

FILE = Path(__file__).parent.parent / "frontend" / "src" / "generated.ts"


def describe_shared() -> str:
    """Return the TypeScript: words, shapes of what pages carry, and every constant used on both sides."""
    from graphmap.views.shared import CONSTANTS, SHAPES, UNIONS

    names = {union: name for name, union in UNIONS.items()}
    lines = [
        "// Written by `make frontend` from graphmap/views/shared.py: change it there.",
        "",
    ]
    for name, union in UNIONS.items():
        lines += [f"export type {name} = {' | '.join(map(json.dumps, get_args(union)))};", ""]
    for shape in _list_shapes(SHAPES):
        lines += [*_write_shape(shape, names), ""]
    for name, (value, meaning) in CONSTANTS.items():
        lines += [f"/** {meaning} */", f"export const {name} = {json.dumps(value)} as const;", ""]
    return "\n".join(lines).rstrip() + "\n"


def _list_shapes(shapes: tuple[type, ...]) -> Iterator[type]:
    """Yield the shapes with those they are made of, each once, the parts first."""
    done: dict[type, None] = {}

    def visit(shape: Any) -> None:
        for part in get_args(shape):
            visit(part)
        if _is_shape(shape) and shape not in done:
            for field in get_type_hints(shape).values():
                visit(field)
            done[shape] = None

    for shape in shapes:
        visit(shape)
    return iter(done)


def _is_shape(shape: Any) -> bool:
    return is_typeddict(shape) or hasattr(shape, "_fields")


def _write_shape(shape: type, names: Mapping[Any, str]) -> Iterator[str]:
    """Write a shape as an interface."""
    yield f"/** {' '.join(cleandoc(shape.__doc__ or '').split())} */"
    yield f"export interface {shape.__name__} {{"
    for field, kind in get_type_hints(shape).items():
        yield f"  readonly {field}: {_translate(kind, names)};"
    yield "}"


def _translate(kind: Any, names: Mapping[Any, str]) -> str:
    """Write a Python type in TypeScript. Keys that are words may be missing, as may any other."""
    plain = {str: "string", int: "number", float: "number", bool: "boolean", Any: "unknown"}
    if kind in plain:
        return plain[kind]
    if kind in names:
        return names[kind]
    if _is_shape(kind):
        return str(kind.__name__)
    parts = get_args(kind)
    if get_origin(kind) is tuple and parts[1:] == (...,):
        return f"{_list(_translate(parts[0], names))}"
    if get_origin(kind) is tuple:
        return f"readonly [{', '.join(_translate(part, names) for part in parts)}]"
    if get_origin(kind) is dict:
        key, value = (_translate(part, names) for part in parts)
        record = f"Readonly<Record<{key}, {value}>>"
        return f"Partial<{record}>" if parts[0] in names else record
    raise TypeError(f"{kind} has no counterpart in TypeScript yet: say it in _translate")


def _list(part: str) -> str:
    return f"readonly ({part})[]" if part.startswith("readonly") else f"readonly {part}[]"


def main() -> None:
    """Write the file."""
    FILE.write_text(describe_shared(), encoding="utf-8")


if __name__ == "__main__":
    main()
