"""Reads what a person gives a question: typed values within bounds, places by any of their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graphmap.errors import QuestionError, at_field
from graphmap.question.declaration import Question
from graphmap.text import find_nearest

FindNode = Callable[[str, str], str]
"""Finds the id of the node of a label that a name names; raises NameUnknown or NameUnclear."""


def is_blank(value: Any) -> bool:
    """Say whether a value is as good as none: a blank text, but not that of a file that was named."""
    return isinstance(value, str) and not value.strip() and not hasattr(value, "name")


def read_parameters(question: Question, given: Mapping[str, Any], find_node: FindNode) -> dict[str, Any]:
    """Return a value for each parameter of a question; what is not given, blank or None takes its default.

    A text is read as the parameter's type says; a place or other node may be given by its id or any of its
    names. Raises QuestionError for a parameter that the question does not have, that it needs and does not
    get, or whose value does not fit; what `find_node` raises for a name.
    """
    for name in given:
        if name not in question.parameters:
            known = ", ".join(near for near, _ in find_nearest(name, question.parameters))
            right = f"; the nearest are {known}" if known else "; it has none"
            raise QuestionError(f"{question.name} has no parameter {name}{right}")
    values: dict[str, Any] = {}
    for name, parameter in question.parameters.items():
        value = given.get(name)
        with at_field(name):
            if value is None or is_blank(value):
                if parameter.required:
                    raise QuestionError(f"{question.name} needs {name}: {parameter.help}")
                values[name] = parameter.default
            elif parameter.label is not None:
                values[name] = find_node(parameter.label, str(value))
            else:
                values[name] = parameter.read(name, value)
    return values
