"""Loads the reports and checks: one Cypher file each, its head and its query held against the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graphmap.errors import QueryRefused, QuestionError
from graphmap.question.declaration import Question, check_head
from graphmap.question.head import REPORTS, read_toml
from graphmap.question.shared import OF_ALL
from graphmap.reports.conditions import find_other_conditions
from graphmap.reports.portable import find_unportable
from graphmap.reports.reading import find_undeclared, read_names, read_returned
from graphmap.scales import SEVERITIES, Severity
from graphmap.store.guard import admit_query
from graphmap.store.tokens import Token, cut_query
from graphmap.text import find_nearest


@dataclass(frozen=True, kw_only=True)
class Report(Question):
    """A report or check: what its head says, and its text as it can be pasted into Neo4j Browser.

    `severity` is None for a report; any row of a check is a finding.
    """

    kind: Literal["report", "check"]
    severity: Severity | None = None
    text: str

    def __post_init__(self) -> None:
        """Refuse what does not go together; ValueError."""
        super().__post_init__()
        if (self.severity is None) == (self.kind == "check"):
            raise ValueError("severity belongs to a check, and to it alone")


@cache
def list_reports() -> tuple[Report, ...]:
    """Return every report, then every check (errors first), by name. QuestionError if one does not load."""
    found = (read_report(text, name) for name, text in REPORTS.list_texts())
    return tuple(sorted(found, key=lambda r: (SEVERITIES.index(r.severity) if r.severity else -1, r.name)))


def load_report(name: str) -> Report:
    """Return the report of a name; QuestionError with the nearest names if there is none."""
    texts = dict(REPORTS.list_texts())
    if name not in texts:
        near = ", ".join(known for known, _ in find_nearest(name, texts))
        raise QuestionError(f"there is no report {name!r}; the nearest are {near}")
    return read_report(texts[name], name)


@cache
def read_report(text: str, name: str) -> Report:
    """Read the text of a report file; QuestionError says everything that is wrong with it.

    Refused are: an unknown key of the head; a query that is not read-only, not portable or without an order;
    a label, relationship type or property that the model does not declare; a derived property compared in
    another way than conditions.py says; a parameter that is declared and
    not used, or used and not declared; and other columns in RETURN than those of the report.
    """
    file = name + REPORTS.suffix
    head = read_toml(text, file, REPORTS.mark, REPORTS.word)
    if head is None or not text.startswith(REPORTS.mark):
        raise QuestionError(
            f"{file}, line 1: a report begins with the line {REPORTS.mark} /// {REPORTS.word}"
        )
    report = check_head(Report, head, file, name=name, text=text)
    try:
        admit_query(text)
        tokens = cut_query(text)[1]
    except QueryRefused as error:
        raise QuestionError(f"{file}: {error}") from error
    try:
        problems = list(dict.fromkeys(_find_problems(report, tokens)))
    except QuestionError as error:
        problems = [str(error)]
    if problems:
        raise QuestionError("\n".join(f"{file}: {problem}" for problem in problems))
    return report


def _find_problems(report: Report, tokens: list[Token]) -> Iterator[str]:
    yield from find_unportable(tokens)
    yield from find_other_conditions(tokens)
    names = read_names(tokens)
    yield from find_undeclared(names)
    used = names.parameters - OF_ALL.keys()
    for name in sorted(used - report.parameters.keys()):
        yield f"the query uses ${name}, which [parameters] does not declare"
    for name in sorted(report.parameters.keys() - used):
        yield f"[parameters] declares {name}, which the query does not use"
    returned = read_returned(tokens)
    if returned != tuple(report.columns):
        declared = ", ".join(report.columns)
        yield f"RETURN gives {', '.join(returned)}, and [columns] says {declared}; they are the same"
    if not any(a.word == "ORDER" and b.word == "BY" for a, b in _list_tail(tokens)):
        yield "RETURN has no ORDER BY; rows come in one order on both engines"


def _list_tail(tokens: list[Token]) -> Iterator[tuple[Token, Token]]:
    """Yield the pairs of neighbours after the last RETURN."""
    last = max(place for place, token in enumerate(tokens) if token.word == "RETURN")
    yield from zip(tokens[last:], tokens[last + 1 :], strict=False)
