"""Fills in what a head leaves to be derived: what is shared, the columns of a node, a name in Persian."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graphmap.question.columns import SHARED_COLUMNS
from graphmap.question.shared import SHARED

NAME_TYPES: Mapping[str, str] = {"name": "text", "names": "texts"}
"""The types of a column that is given in both languages, each with the type of its values."""

NODE = "node"
"""The type of a column that is given as an id, as a name, and as a name in Persian."""

NAME, PERSIAN = "_name", "_fa"
"""How a column's name ends that names what another has the id of; and one that says another's in Persian."""


def fill_head(given: Mapping[str, Any]) -> dict[str, Any]:
    """Give what is shared what is declared of it once, a name its column in Persian, a node its name."""
    filled = dict(given)
    if isinstance(parameters := given.get("parameters"), dict):
        filled["parameters"] = {
            name: {**SHARED.get(name, {}), **said} if isinstance(said, dict) else said
            for name, said in parameters.items()
        }
    if isinstance(columns := given.get("columns"), dict):
        filled["columns"] = dict(_fill_names(dict(_fill_nodes(columns))))
    return filled


def _fill_nodes(columns: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield columns, one without a type as it is shared, and one of type node as two: its id and its name."""
    for name, said in columns.items():
        shared = SHARED_COLUMNS.get(name, {}) if isinstance(said, dict) and "type" not in said else {}
        column = {**shared, **said} if isinstance(said, dict) else said
        if not isinstance(column, dict) or column.get("type") != NODE:
            yield name, column
            continue
        both = {key: column[key] for key in ("empty", "where", "detail") if key in column}
        caption_fa = column.get("caption_fa", "")
        yield (
            name,
            {**both, "type": "id", "help": column.get("help", ""), "caption_fa": f"شناسهٔ {caption_fa}"},
        )
        caption = {"caption": column["caption"]} if "caption" in column else {}
        yield name + NAME, {**both, **caption, "type": "name", "help": "its name", "caption_fa": caption_fa}


def _fill_names(columns: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield columns, one of type name or names as two: in English, and after it in Persian."""
    for name, column in columns.items():
        kind = NAME_TYPES.get(column.get("type", "")) if isinstance(column, dict) else None
        if kind is None:
            yield name, column
            continue
        yield name, {**column, "type": kind}
        caption_fa = f"{column.get('caption_fa', '')} (به فارسی)"
        said = {"type": kind, "help": "the same in Persian", "caption_fa": caption_fa, "empty": "none"}
        said |= {key: column[key] for key in ("where",) if key in column}
        yield name + PERSIAN, said
