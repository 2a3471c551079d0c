"""What every finding of an analysis is: a value with its evidence, its sentence and what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, SupportsIndex, TypeVar, overload

import numpy as np
import numpy.typing as npt

from graphmap.analysis.scope import Counted, Scope, Selection, Unknown
from graphmap.dates import FIRST_DAY
from graphmap.periods import say_period
from graphmap.question.filling import PERSIAN
from graphmap.schema.sectors import SECTORS
from graphmap.store.snapshot import Snapshot
from graphmap.text import Name

if TYPE_CHECKING:
    from graphmap.language import Language

NAMES_IN_A_SENTENCE = 8
"""How many names a sentence lists before it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that the data do not say, of `ties` among the `of` ties of a finding.

    Of ties whose last sign of life is too old, `last` is the latest of these, and `last_by` the latest day
    that it may be: of a sign in the year 1984, its end.
    """

    what: Unknown
    ties: int
    of: int
    last: date | None = None
    last_by: date | None = None

    def sentence(self, language: Language) -> str:
        """Say it as a clause in a language."""
        day = self._say_day(language)
        if self.ties == self.of:
            return language.words(f"unknown-{self.what}-all", of=self.of, **day)
        return language.words(f"unknown-{self.what}", ties=self.ties, of=self.of, **day)

    def say_of_one(self, language: Language) -> str:
        """Say it as a clause on the one tie that it is of."""
        return language.words(f"unknown-{self.what}-one", **self._say_day(language))

    def _say_day(self, language: Language) -> dict[str, str]:
        if self.last is None:
            return {}
        return {"day": say_period(self.last, self.last_by or self.last, language)}

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it; `last_by` only where it is another day than `last`."""
        days = {"last": self.last, "last_by": None if self.last_by == self.last else self.last_by}
        told = {name: day.isoformat() for name, day in days.items() if day is not None}
        return {"what": self.what, "ties": self.ties, "of": self.of, **told}


@dataclass(frozen=True, slots=True, order=True)
class PlaceName:
    """A place of a finding: its id and its name."""

    id: str
    called: Name

    @property
    def name(self) -> str:
        """Return its English name."""
        return self.called.en

    def in_language(self, language: Language) -> str:
        """Return the name in a language."""
        return language.name(self.called)

    def as_json(self) -> dict[str, Any]:
        """Return id and name, as JSON holds them."""
        return {"id": self.id, "name": self.name}


def give_names(column: str, named: PlaceName | Iterable[PlaceName]) -> dict[str, Any]:
    """Return the cells of a column of type name or names: the names in English, and in Persian."""
    if isinstance(named, PlaceName):
        return {column: named.name, column + PERSIAN: named.called.fa}
    names = [place.called for place in named]
    return {
        column: [name.en for name in names],
        column + PERSIAN: [name.in_language("fa") for name in names],
    }


def list_doubts(selection: Selection, chosen: slice | npt.NDArray[np.int64]) -> tuple[Doubt, ...]:
    """Return what is unknown of some of the ties of a selection, `chosen` by row."""
    of = len(selection.ties[chosen])
    counts = ((what, int(np.count_nonzero(column[chosen]))) for what, column in selection.doubts.items())
    signs = zip(selection.silent[chosen].tolist(), selection.silent_by[chosen].tolist(), strict=True)
    last = max(signs, default=(FIRST_DAY, FIRST_DAY))
    return tuple(Doubt(what, ties, of, *(last if what == "sign" else ())) for what, ties in counts if ties)


def list_doubts_of_each(selection: Selection, ties: Iterable[str]) -> dict[str, tuple[Doubt, ...]]:
    """Return what is unknown of each of some ties, given by their ids, that a selection holds."""
    known = selection.snapshot.ties
    rows = [known.find(tie) for tie in ties]
    places = np.flatnonzero(np.isin(selection.ties, rows)).tolist()
    return {
        known.ids[int(selection.ties[place])]: list_doubts(selection, slice(place, place + 1))
        for place in places
    }


def keep_doubts_of_sharing(unknown: tuple[Doubt, ...], scope: Scope) -> tuple[Doubt, ...]:
    """Keep the doubts on which sharing rests: dates on a day, sectors where one was asked for."""
    dated = scope.as_of is not None
    return tuple(one for one in unknown if (scope.sector is not None if one.what == "sectors" else dated))


def find_last_sign(unknown: Iterable[Doubt]) -> date | None:
    """Return the latest last sign of life among what is unknown; None where no tie is silent too long."""
    return next((doubt.last for doubt in unknown if doubt.what == "sign"), None)


def name_place(snapshot: Snapshot, row: int) -> PlaceName:
    """Return the place of a row of the snapshot."""
    places = snapshot.places
    return PlaceName(places.ids[row], Name(places.names[row], places.names_fa[row] or ""))


class Finding(Protocol):
    """A finding: a frozen value with the ids of the ties it rests on and what the data cannot say of it."""

    @property
    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties it rests on."""
        ...

    @property
    def unknown(self) -> tuple[Doubt, ...]:
        """Return what the data cannot say of it."""
        ...

    def sentence(self, language: Language) -> str:
        """Say it exactly, in a language."""
        ...

    def cells(self) -> Mapping[str, Any]:
        """Return its value of each column that its analysis declares."""
        ...

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it: ids, numbers, English words; None where a number is not defined."""
        ...


AnyFinding = TypeVar("AnyFinding", bound=Finding, covariant=True)


class Findings(tuple[AnyFinding, ...], Generic[AnyFinding]):
    """The findings of one analysis in their order, with what was looked at and how many there are in all.

    `total` is larger than the length where a limit cut the list; `unknown` is what the data do not say of the
    ties that counted. A slice of findings keeps all of it. Two are equal if they hold equal findings of one
    scope, and counted and left out the same.
    """

    scope: Scope
    counted: Counted
    total: int
    unknown: tuple[Doubt, ...]

    def __new__(
        cls,
        found: Iterable[AnyFinding],
        scope: Scope,
        counted: Counted,
        total: int | None = None,
        unknown: tuple[Doubt, ...] = (),
    ) -> Self:
        """Hold the findings and what was looked at."""
        findings = super().__new__(cls, tuple(found))
        findings.scope, findings.counted, findings.unknown = scope, counted, unknown
        findings.total = len(findings) if total is None else total
        return findings

    def __getnewargs__(self) -> tuple[Any, ...]:
        """Return what a copy is made from."""
        return tuple(self), self.scope, self.counted, self.total, self.unknown

    @overload
    def __getitem__(self, place: SupportsIndex) -> AnyFinding: ...
    @overload
    def __getitem__(self, place: slice) -> Self: ...
    def __getitem__(self, place: SupportsIndex | slice) -> AnyFinding | Self:
        """Return one finding, or some of them with all that is known of the whole."""
        found = super().__getitem__(place)
        if not isinstance(found, tuple):
            return found
        part = type(self).__new__(type(self), found, self.scope, self.counted, self.total, self.unknown)
        part.__dict__.update(self.__dict__)
        return part

    def __eq__(self, other: object) -> bool:
        """Say whether the same was found in the same."""
        if not isinstance(other, Findings) or not super().__eq__(other):
            return False
        return self.__dict__ == other.__dict__

    def __ne__(self, other: object) -> bool:
        """Say the opposite, which a tuple would say by its own measure."""
        return not self == other

    def __hash__(self) -> int:
        """Hash by what was found."""
        return super().__hash__()

    def details(self, language: Language) -> tuple[str, ...]:
        """Return sentences that say more than a row does, where few findings were asked for."""
        del language
        return ()

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Return what a person is told beside the findings."""
        del language
        return ()

    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties that the findings rest on, each once, in their order."""
        return tuple(dict.fromkeys(tie for finding in self for tie in finding.ties))

    def tell_whole(self) -> dict[str, Any]:
        """Return what is said of all findings together, as JSON holds it: under `whole`, if anything is."""
        return {}

    def as_json(self) -> dict[str, Any]:
        """Return them as JSON holds them, in the shape of every answer; `as_of` is None for all history."""
        whole = self.tell_whole()
        return {
            "as_of": self.scope.as_json()["as_of"],
            "level": self.scope.level,
            "findings": [finding.as_json() for finding in self],
            "ties": list(self.ties()),
            "unknown": [doubt.as_json() for doubt in self.unknown],
            "scope": self.scope.as_json(),
            "counted": self.counted.as_json(),
            "total": self.total,
            **({"whole": whole} if whole else {}),
        }


def list_names(places: Iterable[PlaceName], language: Language) -> str:
    """List names in a language: the first few, and how many more there are."""
    return language.list_some([place.in_language(language) for place in places], NAMES_IN_A_SENTENCE)


def list_sectors(sectors: Iterable[str], language: Language) -> str:
    """List sectors by their names in a language."""
    return language.list_names(SECTORS[word] if language.code == "fa" else word for word in sectors)


def say_municipal(municipal: int, of: int, language: Language) -> list[str]:
    """Say how many of some ties were made by cities, as a clause; no clause where none was."""
    if not municipal:
        return []
    name = "municipal-all" if municipal == of else "municipal"
    return [language.words(name, ties=municipal, of=of)]


def join_clauses(clauses: Iterable[str], language: Language) -> str:
    """Join clauses to a sentence."""
    return language.words("clause-mark").join(clauses) + "."
