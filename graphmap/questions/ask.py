"""Asks a question of a store: what is given is read, an analysis or a report answers, both alike."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from graphmap.analysis.loader import TELL, Analysis
from graphmap.analysis.scope import Scope, select_ties
from graphmap.errors import QuestionError, at_field
from graphmap.question.declaration import ASKED_OF_ALL, Question, name_argument
from graphmap.question.reading import read_parameters
from graphmap.question.shared import OF_ALL
from graphmap.questions.answer import Answer
from graphmap.questions.catalogue import load_question
from graphmap.store.session import Session
from graphmap.store.snapshot import NOTHING, Snapshot
from graphmap.text import Name

if TYPE_CHECKING:
    from graphmap.analysis.absence import Absence
    from graphmap.store.contract import Store

NAMED = ("Country", "Province")
"""Labels whose nodes an answer of an analysis can call by name."""


def ask(
    store: Store | Session,
    question: Question | str,
    parameters: Mapping[str, Any] | None = None,
    language: str | None = None,
    tell: Callable[[int, int], None] | None = None,
) -> Answer:
    """Ask a question of a store, or of a session, which reads a store but once.

    The question comes by its name ("rivals", "report border_gaps"), with parameters as texts or values.
    Without `as_of` it is asked of the whole history, without `believed_on` of what the store holds now; what
    else every question takes (`presume`) has its default. Names
    like one that is not known are offered in a language, else in that of the name. Raises QuestionError for a
    question or parameter that does not fit, NameUnknown or NameUnclear for a name, StoreError. What may take
    long tells `tell` how many steps of how many are done.
    """
    if isinstance(question, str):
        question = load_question(question)
    given = dict(parameters or {})
    of_all = {name: _read_of_all(name, given.pop(name, None)) for name in ASKED_OF_ALL}
    for name, other, right in question.list_clashes({**given, **of_all}):
        with at_field(name):
            raise QuestionError(f"{name} goes with {other} {right}. {question.parameters[name].help}")
    if isinstance(store, Session):
        return _answer(store, question, given, of_all, language, tell)
    with Session(store) as session:
        return _answer(session, question, given, of_all, language, tell)


def _answer(
    session: Session,
    question: Question,
    given: Mapping[str, Any],
    of_all: Mapping[str, Any],
    language: str | None,
    tell: Callable[[int, int], None] | None,
) -> Answer:
    day: date | None = of_all["believed_on"]
    if isinstance(question, Analysis):
        return _find(session.snapshot(day), question, given, of_all, language, tell)
    from graphmap.reports import Report, run_report

    if isinstance(question, Report):
        held = session.store_held(day)
        ran = run_report(held, question, given, of_all["as_of"], presume=of_all["presume"], language=language)
        rows, asked, known = ran.rows.rows, {**ran.parameters, **of_all}, ran.known
        absence = None
        if not rows and question.kind == "report" and (country := asked.get("country")) in known.names:
            absence = _judge_absence(session.snapshot(day), of_all["as_of"], str(country))
        return Answer(
            *(question, asked, rows, len(rows), None, known.names, known.is_invented, absence),
            home=known.home,
            addresses=known.addresses,
            sources=_list_sources(ran.as_dicts()),
        )
    raise QuestionError(f"{question.name} is neither an analysis nor a report")


def _read_of_all(name: str, value: Any) -> Any:
    with at_field(name):
        return ASKED_OF_ALL[name].default if value is None else ASKED_OF_ALL[name].read(name, value)


def _find(
    snapshot: Snapshot,
    analysis: Analysis,
    given: Mapping[str, Any],
    of_all: Mapping[str, Any],
    language: str | None,
    tell: Callable[[int, int], None] | None,
) -> Answer:
    values = read_parameters(analysis, given, partial(_find_place, snapshot, language))
    telling = {TELL: tell} if tell is not None and analysis.tells else {}
    arguments = {name_argument(name): value for name, value in values.items()}
    findings = analysis.find(snapshot, **arguments, **{name: of_all[name] for name in OF_ALL}, **telling)
    columns = analysis.columns_with(values)
    told = [finding.cells() for finding in findings]
    rows = tuple(tuple(cells[name] for name in columns) for cells in told)
    sources = snapshot.sources
    names = _NamesHeld(snapshot)
    asked = {**values, **of_all}
    absence = None
    if not rows and (country := values.get("country")) is not None:
        absence = _judge_absence(snapshot, of_all["as_of"], country)
    return Answer(
        *(analysis, asked, rows, findings.total, findings, names, snapshot.is_invented, absence),
        home=snapshot.home,
        addresses={source: url for source, url in zip(sources.ids, sources.urls, strict=True) if url},
        sources=tuple(dict.fromkeys((*_find_sources(snapshot, set(findings.ties())), *_list_sources(told)))),
    )


class _NamesHeld(Mapping[str, Name]):
    """What an answer can call by name: places of some labels, and sources; each name is read when asked."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._tables = (snapshot.sources, snapshot.places)
        self._rows = [snapshot.rows_of(label) for label in NAMED]

    def __getitem__(self, identity: str) -> Name:
        sources, places = self._tables
        row = sources.find(identity)
        if row != NOTHING:
            return Name(sources.names[row], sources.names_fa[row] or "")
        row = places.find(identity)
        if not any(row in rows for rows in self._rows):
            raise KeyError(identity)
        return Name(places.names[row], places.names_fa[row] or "")

    def __iter__(self) -> Iterator[str]:
        sources, places = self._tables
        yield from dict.fromkeys([*(places.ids[row] for rows in self._rows for row in rows), *sources.ids])

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _list_sources(rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the ids of the sources that rows name, each once."""
    return tuple(dict.fromkeys(source for row in rows for source in row.get("sources") or ()))


def _find_sources(snapshot: Snapshot, wanted: Collection[str]) -> tuple[str, ...]:
    """Return the ids of the sources of some ties, each once."""
    ties = snapshot.ties
    found = (ties.sources[row] for row in ties.find_all(wanted))
    return tuple(dict.fromkeys(source for sources in found for source in sources))


def _judge_absence(snapshot: Snapshot, day: date | None, country: str) -> Absence | None:
    """Return what can be said where nothing was found in a country; None where ties count, or at home."""
    if country == snapshot.home or len(
        select_ties(snapshot, Scope("country", as_of=day, country=country)).ties
    ):
        return None
    from graphmap.analysis.absence import Absences

    return Absences(snapshot, day).judge("ties", country)


def _find_place(snapshot: Snapshot, language: str | None, label: str, name: str) -> str:
    if label == "Country":
        return snapshot.find_foreign_country(name, language)
    return snapshot.directory.find(label, name, language=language)
