"""Holds what a head says against the fields of the class that it declares, and makes one of it.

The classes are plain dataclasses: a head is read by every command before it answers, and a library of models
takes longer to load than the command may take.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from graphmap.errors import QuestionError
from graphmap.text import find_nearest

Declared = TypeVar("Declared")

SAID: Mapping[type, str] = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}
"""What would be right, by the type of a field."""


class Unfit(Exception):
    """What is wrong with a value: of each problem the place, and what follows it in a sentence."""

    def __init__(self, *problems: tuple[str, str]) -> None:
        """Hold the problems."""
        self.problems = problems
        super().__init__(problems)


def fit_head(cls: type[Declared], head: Mapping[str, Any], file: str, **known: Any) -> Declared:
    """Return what a head and its file (`known`) declare; QuestionError says everything that is wrong."""
    try:
        return _fit_class(cls, head, "", known)
    except Unfit as error:
        said = (f"{file}: {(place + problem).removeprefix(': ')}" for place, problem in error.problems)
        raise QuestionError("\n".join(said)) from error


def _fit_class(cls: type[Declared], given: Any, place: str, known: Mapping[str, Any]) -> Declared:
    if not isinstance(given, Mapping):
        raise Unfit((place, ": Input should be a table"))
    hints: dict[str, Any] = _read_hints(cls)  # type: ignore[arg-type]
    own = {one.name: one for one in fields(cls) if one.name not in known}  # type: ignore[arg-type]
    values, problems = dict(known), list[tuple[str, str]]()
    for name, value in given.items():
        at = _join(place, name)
        if name not in own:
            near = ", ".join(like for like, _ in find_nearest(name, sorted(own)))
            problems.append((at, f" is not a key of a head; the nearest are {near}"))
            continue
        try:
            values[name] = _fit(hints[name], value, at)
            if value == "" and own[name].default is MISSING:
                problems.append((at, " is blank"))
        except Unfit as error:
            problems += error.problems
    problems += [
        (_join(place, name), " is missing")
        for name, one in own.items()
        if name not in given and one.default is MISSING and one.default_factory is MISSING
    ]
    if problems:
        raise Unfit(*problems)
    try:
        return cls(**values)
    except ValueError as error:  # what the class itself holds against its fields
        raise Unfit((place, f": {error}")) from error


def _fit(wanted: Any, given: Any, place: str) -> Any:
    """Return a value as a field of a type holds it."""
    origin, parts = get_origin(wanted), get_args(wanted)
    if is_dataclass(wanted):
        return _fit_class(wanted, given, place, {})  # type: ignore[arg-type]
    if origin is Literal:
        if given not in parts:
            *first, last = map(repr, parts)
            raise Unfit((place, f": Input should be {', '.join(first)}{' or ' if first else ''}{last}"))
        return given
    if origin is tuple and isinstance(given, list):
        return tuple(_fit(parts[0], item, f"{place}.{number}") for number, item in enumerate(given))
    if origin is dict and isinstance(given, Mapping):
        return _fit_all(parts[1], given, place)
    # TOML has no word for nothing.
    types = [one for one in parts if one is not NoneType] if origin in (Union, UnionType) else [wanted]
    if len(types) == 1 and types[0] is not wanted:
        return _fit(types[0], given, place)
    if type(given) in types or (float in types and type(given) is int):
        return given
    right = " or ".join(SAID.get(one, "a list" if origin is tuple else "a table") for one in types)
    raise Unfit((place, f": Input should be {right}"))


def _fit_all(wanted: Any, given: Mapping[str, Any], place: str) -> dict[str, Any]:
    """Return a mapping whose every value is of a type, everything wrong said at once."""
    fitted: dict[str, Any] = {}
    problems: list[tuple[str, str]] = []
    for name, value in given.items():
        try:
            fitted[name] = _fit(wanted, value, _join(place, name))
        except Unfit as error:
            problems += error.problems
    if problems:
        raise Unfit(*problems)
    return fitted


@cache
def _read_hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _join(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
