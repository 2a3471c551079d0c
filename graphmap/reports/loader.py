"""Loads the reports and checks: one Cypher file each, its head and its query held against the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

from graphmap.errors import QueryRefused, ReportError
from graphmap.reports.head import Head, Parameter, ReportColumn, read_head
from graphmap.reports.portable import find_unportable
from graphmap.reports.reading import find_undeclared, read_names, read_returned
from graphmap.store.guard import Token, admit_query, cut_query
from graphmap.text import find_nearest

AS_OF = "as_of"
"""The parameter that every report is given: a day, or null for the whole history."""

SUFFIX = ".cypher"
SEVERITIES = ("error", "warning", "note")

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Report:
    """A report or check: what its head says, and its text as it can be pasted into Neo4j Browser.

    `severity` is None for a report; any row of a check is a finding. `key` names the columns that
    tell its rows apart.
    """

    name: str
    caption: str
    caption_fa: str
    description: str
    description_fa: str
    kind: Literal["report", "check"]
    severity: Severity | None
    key: tuple[str, ...]
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, ReportColumn]
    text: str


@cache
def list_reports() -> tuple[Report, ...]:
    """Return every report, then every check (errors first), by name. ReportError if one does not load."""
    found = (read_report(text, name) for name, text in _list_files())
    return tuple(sorted(found, key=lambda r: (SEVERITIES.index(r.severity) if r.severity else -1, r.name)))


def load_report(name: str) -> Report:
    """Return the report of a name; ReportError with the nearest names if there is none."""
    texts = dict(_list_files())
    if name not in texts:
        near = ", ".join(known for known, _ in find_nearest(name, texts))
        raise ReportError(f"there is no report {name!r}; the nearest are {near}")
    return read_report(texts[name], name)


def _list_files() -> Iterator[tuple[str, str]]:
    for file in files("graphmap.cypher").iterdir():
        if file.name.endswith(SUFFIX):
            yield file.name.removesuffix(SUFFIX), file.read_text(encoding="utf-8")


def read_report(text: str, name: str) -> Report:
    """Read the text of a report file; ReportError says everything that is wrong with it.

    Refused are: an unknown key of the head; a query that is not read-only, not portable or without an order;
    a label, relationship type or property that the model does not declare; a parameter that is declared and
    not used, or used and not declared; and other columns in RETURN than those of the head.
    """
    file = name + SUFFIX
    head = read_head(text, file)
    try:
        admit_query(text)
        tokens = cut_query(text)[1]
    except QueryRefused as error:
        raise ReportError(f"{file}: {error}") from error
    try:
        problems = list(dict.fromkeys(_find_problems(head, tokens)))
    except ReportError as error:
        problems = [str(error)]
    if problems:
        raise ReportError("\n".join(f"{file}: {problem}" for problem in problems))
    return Report(
        name,
        head.caption,
        head.caption_fa,
        head.description,
        head.description_fa,
        head.kind,
        head.severity,
        head.key,
        MappingProxyType(head.parameters),
        MappingProxyType(head.columns),
        text,
    )


def _find_problems(head: Head, tokens: list[Token]) -> Iterator[str]:
    yield from find_unportable(tokens)
    names = read_names(tokens)
    yield from find_undeclared(names)
    used = names.parameters - {AS_OF}
    for name in sorted(used - head.parameters.keys()):
        yield f"the query uses ${name}, which [parameters] does not declare"
    for name in sorted(head.parameters.keys() - used):
        yield f"[parameters] declares {name}, which the query does not use"
    returned = read_returned(tokens)
    if returned != tuple(head.columns):
        declared = ", ".join(head.columns)
        yield f"RETURN gives {', '.join(returned)}, and [columns] says {declared}; they are the same"
    if not any(a.word == "ORDER" and b.word == "BY" for a, b in _list_tail(tokens)):
        yield "RETURN has no ORDER BY; rows come in one order on both engines"


def _list_tail(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    """Yield the pairs of neighbours after the last RETURN."""
    last = max(place for place, token in enumerate(tokens) if token.word == "RETURN")
    yield from zip(tokens[last:], tokens[last + 1 :], strict=False)
