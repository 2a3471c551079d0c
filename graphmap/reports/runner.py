"""Runs reports and checks on a store, whichever engine lies below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from graphmap.errors import QueryTimedOut, QueryTooLarge, QuestionError
from graphmap.question.declaration import Column
from graphmap.question.reading import read_parameters
from graphmap.reports.loader import Report, list_reports, load_report
from graphmap.reports.parameters import find_node
from graphmap.scales import PRESUMED_YEARS, SEVERITIES, Severity
from graphmap.schema import Source
from graphmap.store.contract import Rows, Store
from graphmap.text import Name

SECONDS = 120.0
"""How long one report may take."""


NAMED = frozenset({"Country", "Province", "Source"})
"""Labels whose nodes an answer can always call by name."""


@dataclass(frozen=True)
class Known:
    """What an answer can say of ids: names, and addresses of sources; the home country; what is made up."""

    names: Mapping[str, Name] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    home: str = ""
    is_invented: bool = False


@dataclass(frozen=True)
class ReportAnswer:
    """The rows that a report gave, with the parameters and the day (None: the whole history) asked for.

    `known` has the English and Persian names of the countries, provinces and sources of the store, and of
    what a parameter names, by id; it says whether any of its sources is made up.
    """

    report: Report
    rows: Rows
    parameters: Mapping[str, Any] = field(default_factory=dict)
    as_of: date | None = None
    known: Known = field(default_factory=Known)

    @property
    def names(self) -> Mapping[str, Name]:
        """Return the names by id."""
        return self.known.names

    @property
    def is_invented(self) -> bool:
        """Return whether any source of the store is made up."""
        return self.known.is_invented

    @property
    def columns(self) -> Mapping[str, Column]:
        """Return the columns of its rows, as the report declares them."""
        return self.report.columns

    def as_dicts(self) -> list[dict[str, Any]]:
        """Return each row as a mapping by column."""
        return self.rows.as_dicts()

    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties that its rows rest on, each once, in their order."""
        found: dict[str, None] = {}
        for row in self.as_dicts():
            found.update(dict.fromkeys([row["tie"]] if "tie" in row else row.get("ties") or ()))
        return tuple(found)


def run_report(
    store: Store,
    report: Report | str,
    parameters: Mapping[str, Any] | None = None,
    as_of: date | None = None,
    seconds: float = SECONDS,
    language: str | None = None,
    presume: int = PRESUMED_YEARS,
) -> ReportAnswer:
    """Run a report, with parameters given as texts or values, on a day or (None) for the whole history.

    On a day, a commitment of unknown end is presumed to go on for some years after its last sign of life.

    Names like one that is not known are offered in a language, else in that of the name. Raises QuestionError
    for a report or parameter that does not fit, NameUnknown for a name, StoreError; QueryTimedOut or
    QueryTooLarge, which say by what to ask for less.
    """
    if isinstance(report, str):
        report = load_report(report)
    values = read_parameters(report, parameters or {}, partial(find_node, store, language=language))
    of_all = {"as_of": as_of, "presume": presume}
    return _answer(store, report, values, of_all, seconds, _read_known(store, [report]))


def _answer(
    store: Store,
    report: Report,
    values: Mapping[str, Any],
    of_all: Mapping[str, Any],
    seconds: float,
    known: Known,
) -> ReportAnswer:
    given = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    try:
        rows = store.rows(report.text, {**given, **of_all}, seconds=seconds)
    except (QueryTimedOut, QueryTooLarge) as error:
        raise _advise(error, report, values) from error
    if rows.columns != tuple(report.columns):
        raise QuestionError(f"{report.name}: the store answered with other columns than the report has")
    return ReportAnswer(report, rows, values, of_all["as_of"], known)


def _advise(
    error: QueryTimedOut | QueryTooLarge, report: Report, values: Mapping[str, Any]
) -> QueryTimedOut | QueryTooLarge:
    """Return an error that says by which parameters a part of a report is asked for; if by none, as it is."""
    free = (key for key, parameter in report.parameters.items() if parameter.label and not values.get(key))
    if not (parts := ", ".join(f"--{key}" for key in free)):
        return error
    name = report.name
    if isinstance(error, QueryTimedOut):
        return QueryTimedOut(
            f"report {name} takes longer than it may on this store; ask for a part of it: {parts}"
        )
    return QueryTooLarge(
        f"report {name} needs more memory than it may take on this store; ask for a part of it: {parts}"
    )


def _read_known(store: Store, reports: Iterable[Report]) -> Known:
    """Return what answers of some reports can say of the ids in them."""
    asked = (parameter.label for report in reports for parameter in report.parameters.values())
    labels = NAMED | {label for label in asked if label}
    names, addresses = dict[str, Name](), dict[str, str]()
    home, is_invented = "", False
    for label in sorted(labels):
        more = {
            "Source": ", n.invented AS invented, n.note AS note, n.url AS url",
            "Country": ", n.home AS home",
        }
        returned = f"n.id AS id, n.name AS name, n.name_fa AS name_fa{more.get(label, '')}"
        for row in store.rows(f"MATCH (n:{label}) RETURN {returned}").as_dicts():
            names[row["id"]] = Name(row["name"] or row["id"], row["name_fa"] or "")
            home = row["id"] if row.get("home") else home
            if label == "Source":
                is_invented = is_invented or Source.holding(row).is_invented()
                if row["url"]:
                    addresses[row["id"]] = row["url"]
    return Known(names, addresses, home, is_invented)


def run_checks(
    store: Store, as_of: date | None = None, presume: int = PRESUMED_YEARS
) -> tuple[ReportAnswer, ...]:
    """Run every check with its defaults, errors first; a row of any is a finding."""
    checks = [report for report in list_reports() if report.kind == "check"]
    known = _read_known(store, checks)
    find, of_all = partial(find_node, store), {"as_of": as_of, "presume": presume}
    return tuple(
        _answer(store, check, read_parameters(check, {}, find), of_all, SECONDS, known) for check in checks
    )


def count_findings(answers: Iterable[ReportAnswer]) -> dict[Severity, int]:
    """Return how many rows checks of each severity gave, errors first."""
    counts: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
    for answer in answers:
        if answer.report.severity is not None:
            counts[answer.report.severity] += len(answer.rows.rows)
    return counts
