"""Loads the analyses: one module each, its head held against the function that finds."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Literal

from graphmap.analysis.findings import Findings
from graphmap.analysis.scope import Asked
from graphmap.errors import QuestionError
from graphmap.question.declaration import Question, check_head, name_argument
from graphmap.question.head import ANALYSES
from graphmap.question.shared import OF_ALL, OF_ANALYSES
from graphmap.text import find_nearest

TELL = "tell"
"""What a function may take beside its parameters, if it may take long: who is told how far it has come."""


@dataclass(frozen=True, kw_only=True)
class Analysis(Question):
    """An analysis: what its head says, and the function `find_NAME` of its module that answers."""

    kind: Literal["analysis"] = "analysis"
    find: Callable[..., Findings[Any]]

    @property
    def tells(self) -> bool:
        """Return whether it tells how far it has come."""
        return TELL in inspect.signature(self.find).parameters


@cache
def list_analyses() -> tuple[Analysis, ...]:
    """Return every analysis, by name. QuestionError if one does not load."""
    return tuple(load_analysis(name) for name, _ in ANALYSES.list_heads())


@cache
def load_analysis(name: str) -> Analysis:
    """Return the analysis of a name; QuestionError with the nearest names if there is none.

    A module of this folder is an analysis if it has a head. It does not load if it has no function of its
    name (`find_rivals`), or if that takes something else than its head declares.
    """
    head = ANALYSES.find_head(name)
    if head is None:
        near = ", ".join(known for known, _ in find_nearest(name, dict(ANALYSES.list_heads())))
        raise QuestionError(f"there is no analysis {name!r}; the nearest are {near}")
    file = name + ANALYSES.suffix
    find = getattr(import_module(f"{__package__}.{name}"), f"find_{name}", None)
    if find is None:
        raise QuestionError(f"{file}: the module has a head and no function find_{name}")
    own = head.get("parameters", {})
    head["parameters"] = {shared: own.get(shared, {}) for shared in OF_ANALYSES} | own
    analysis = check_head(Analysis, head, file, name=name, kind="analysis", find=find)
    if problems := list(_find_problems(analysis)):
        raise QuestionError("\n".join(f"{file}: {problem}" for problem in problems))
    return analysis


def _find_problems(analysis: Analysis) -> Iterator[str]:
    """Yield what the head declares and the function does not take, or takes otherwise, and the reverse."""
    taken = dict(list(inspect.signature(analysis.find).parameters.items())[1:])
    taken.pop(TELL, None)
    open_ended = [name for name, one in taken.items() if one.kind is inspect.Parameter.VAR_KEYWORD]
    for name in open_ended:
        del taken[name]
    known = taken.keys() | (Asked.__annotations__.keys() if open_ended else set())
    declared = {name_argument(name): one for name, one in analysis.parameters.items()}
    asked = declared.keys() | OF_ALL.keys()
    for name in sorted(asked - known):
        yield f"find_{analysis.name} does not take {name}, which every analysis or its head declares"
    for name, parameter in taken.items():
        if name not in asked:
            yield f"find_{analysis.name} takes {name}, which [parameters] does not declare"
        elif name in declared and parameter.default != declared[name].default:
            yield f"find_{analysis.name} and [parameters] have another default for {name}"
