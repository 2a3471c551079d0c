"""The rule of one governor at a time in plain Python, against which the reports are held (methods 3.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graphmap.store.snapshot import Snapshot

TermAnswer = Literal["certain", "possible", "term undated"]
"""How sure it is that someone governed; nothing is told of the days before a term that gives no start."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term as far as it can reach beside the others of its province.

    It certainly holds from `certain_from` to before `certain_until` (on no day if the first is not before the
    second), and possibly from `first` to before `until`: it reaches across no day on which another certainly
    governed, but lies on the side of the days on which it certainly held. `begun` says that it gives a start,
    `dated` that it gives a start or an end.
    """

    id: str
    governor: str
    first: date
    until: date
    certain_from: date
    certain_until: date
    begun: bool
    dated: bool

    def judge(self, first: date, last: date) -> TermAnswer | None:
        """Say whether it held on a day of which the first and the last that it may be are known; None: no."""
        if self.certain_from <= first and last < self.certain_until:
            return "certain"
        if not (self.first <= last and first < self.until):
            return None
        is_before = last < self.certain_from and not self.begun
        return "possible" if self.dated and not is_before else "term undated"


def list_terms(snapshot: Snapshot, province: str) -> tuple[Term, ...]:
    """Return the terms of a province by id, each as far as it can reach; KeyError for no province."""
    table, row = snapshot.terms, snapshot.row(province)
    found = [
        Term(
            table.ids[at],
            snapshot.people.ids[table.person[at]],
            table.since_earliest[at].item(),
            table.until_latest[at].item(),
            table.since_latest[at].item(),
            table.until_earliest[at].item(),
            bool(table.since[at]),
            bool(table.since[at] or table.until[at]),
        )
        for at in range(len(table))
        if table.province[at] == row
    ]
    return tuple(_make_room(term, found) for term in found)


def _make_room(term: Term, terms: list[Term]) -> Term:
    """Return a term without the days beyond those on which another certainly governed."""
    if term.certain_from >= term.certain_until:
        return term
    others = [one for one in terms if one.governor != term.governor and one.certain_from < one.certain_until]
    before = [one.certain_until for one in others if one.certain_until <= term.certain_from]
    after = [one.certain_from for one in others if one.certain_from >= term.certain_until]
    return Term(
        term.id,
        term.governor,
        max([term.first, *before]),
        min([term.until, *after]),
        term.certain_from,
        term.certain_until,
        term.begun,
        term.dated,
    )


def find_governors(
    snapshot: Snapshot, province: str, first: date, last: date | None = None
) -> tuple[tuple[Term, TermAnswer], ...]:
    """Return who governed a province on a day, and how sure that is: whoever certainly did, else all who may.

    The day may be known as far as the first and the `last` that it can be. KeyError for no province.
    """
    judged = [(term, term.judge(first, last or first)) for term in list_terms(snapshot, province)]
    found = [(term, answer) for term, answer in judged if answer is not None]
    certain = [(term, answer) for term, answer in found if answer == "certain"]
    return tuple(certain or found)
