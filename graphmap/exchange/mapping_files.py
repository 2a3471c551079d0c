"""Read a mapping, shipped or one's own; everything wrong in its file is told at once, in its own keys."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graphmap.errors import FileRefused, MappingError, shown_value
from graphmap.exchange.mapping_format import FileMapping, PassOver, Table
from graphmap.exchange.mapping_steps import STEPS, Condition, Part, Unpivot, Write
from graphmap.files import read_bytes
from graphmap.schema import Country
from graphmap.text import find_nearest, visible

LARGEST = 20_000_000
"""Bytes that a mapping may have, its value tables included."""


def list_mappings() -> dict[str, str]:
    """Return the mappings that ship with the package: name and caption."""
    return {name: read_mapping(name).caption for name in _list_shipped()}


def read_mapping(name: str) -> FileMapping:
    """Read a mapping: a shipped one by its name, or a TOML file. Raises MappingError."""
    shipped = _list_shipped()
    if name in shipped:
        return _parse(shipped[name], f"{name}.toml")
    path = Path(name)
    if path.suffix.lower() != ".toml" and not path.is_file():
        near = [known for known, score in find_nearest(name, shipped, 3) if score > 40]
        right = " or ".join(near) if near else "one of " + ", ".join(shipped)
        raise MappingError(
            f"There is no mapping {shown_value(name)}; right would be {right}, or the path of a .toml file"
        )
    try:
        return _parse(read_bytes(path, LARGEST).decode("utf-8-sig"), path.name)
    except FileRefused as refused:
        raise MappingError(f"{name}: {refused}") from refused
    except UnicodeDecodeError as error:
        raise MappingError(f"{name}: is not a text file in UTF-8") from error


@cache
def _list_shipped() -> Mapping[str, str]:
    folder = files("graphmap") / "mappings"
    found = sorted(folder.iterdir(), key=lambda part: part.name)
    return {part.name[:-5]: part.read_text("utf-8") for part in found if part.name.endswith(".toml")}


@cache
def _parse(text: str, file: str) -> FileMapping:
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        hint = (
            "; a key in other than English letters takes quotation marks" if "key part" in str(error) else ""
        )
        raise MappingError(f"{file}: is not TOML: {error}{hint}") from error
    except ValueError as error:
        raise MappingError(f"{file}: holds a number of too many digits") from error
    except RecursionError as error:
        raise MappingError(f"{file}: is nested too deeply; right would be lists of plain values") from error
    try:
        return FileMapping.model_validate(given)
    except ValidationError as error:
        raise MappingError("\n".join(_tell_errors(error, file))) from error


def _say_input(value: Any) -> str:
    """Return what stands in the file for a message; a number may be too long to write, a list too deep."""
    try:
        return shown_value(str(value))
    except (ValueError, RecursionError):
        return "too long"


def _say_key(parts: Sequence[int | str]) -> str:
    """Return where in the file something stands, as `tables[1].files`."""
    said = (f"[{part + 1}]" if isinstance(part, int) else f".{visible(part[:60])}" for part in parts)
    return "".join(said).removeprefix(".").replace("\n", "\\n")


def _tell_errors(error: ValidationError, file: str) -> Iterator[str]:
    """Yield one line for each thing wrong: the file, the key, what is wrong and what would be right."""
    told = set()
    errors = error.errors(include_url=False)
    for found in errors:
        if found["type"] == "too_short" and any(error["type"] != "too_short" for error in errors):
            # A list is empty once its wrong items are gone; those are told already.
            continue
        parts = [part for part in found["loc"] if part not in STEPS]
        said = found["msg"].removeprefix("Value error, ")
        if "keep" in parts:
            parts = parts[: parts.index("keep") + 1]
            said = f'is {_say_input(found["input"])}; right would be "all" or a list of fields'
        elif found["type"] == "extra_forbidden":
            near = find_nearest(str(parts[-1]), KEYS, 1)[0][0]
            said = f"is not a key that is known here; the nearest is {near}"
        elif found["type"] == "missing":
            said = "is missing"
        elif found["type"] == "too_short":
            said = "is empty; right would be one item or more"
        elif (kind := _KINDS.get(found["type"])) is not None:
            said = f"is {_say_input(found['input'])}; right would be {kind}"
        key = _say_key(parts)
        line = f"{file}: {f'key {key}: ' if key else ''}{said}"
        if line not in told:
            told.add(line)
            yield line


PARTS: list[type[Part]] = [Condition, *STEPS.values(), Write, Unpivot, Table, PassOver, FileMapping]
KEYS = sorted({name for cls in PARTS for name in cls.model_fields})
"""Every key that a mapping may have somewhere."""

_KINDS = {
    "string_type": "a text in quotation marks",
    "string_pattern_mismatch": Country.id_form[1],
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "greater_than_equal": "1 or more",
    "bool_parsing": "true or false",
    "tuple_type": "a list in brackets",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
}
