"""One gap: what is to be expected, the answer, on what it rests, and its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from graphmap.analysis.absence import Absence
from graphmap.analysis.expecting import Answer, Told
from graphmap.analysis.findings import Doubt, PlaceName, give_names, join_clauses
from graphmap.scales import ABSENCE_ANSWERS, GAP_SORTS, GapSort

if TYPE_CHECKING:
    from graphmap.language import Language

ABSENT: Mapping[GapSort, str] = {
    "tie without mission": "mission",
    "sole contact": "others",
    "contact without document": "document",
}
"""What the messages call that which is missing; else it is a tie."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing, or may be: `told` is the answer with the ties and sources it rests on.

    `clause` says what is to be expected: the name of a message and its variables; `expected_by` are the
    sources that say why.
    """

    gap: GapSort
    province: PlaceName | None
    target: PlaceName
    told: Told
    clause: tuple[str, tuple[tuple[str, Any], ...]]
    expected_by: tuple[str, ...] = ()
    km: float | None = None
    share: float | None = None
    missions: tuple[str, ...] = ()
    status_on: date | None = None
    unknown: tuple[Doubt, ...] = ()

    @property
    def answer(self) -> Answer:
        """Return the answer: tied, none recorded, or cannot tell."""
        return self.told.answer

    @property
    def absence(self) -> Absence | None:
        """Return on what it rests that nothing is recorded."""
        return self.told.absence

    @property
    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties that are, or may be, there."""
        return self.told.ties

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the ids of all sources it rests on: that it is to be expected, and the answer."""
        return tuple(dict.fromkeys((*self.expected_by, *self.told.sources)))

    def sentence(self, language: Language) -> str:
        """Say what is to be expected, what is there, and on what that rests, in a language."""
        message, named = self.clause
        said = {
            name: value.in_language(language) if isinstance(value, PlaceName) else value
            for name, value in named
        }
        clauses = [language.words(message, **said)]
        of = ABSENT.get(self.gap, "tie")
        if self.km is not None:
            clauses.append(language.words("gap-km", km=language.number(round(self.km))))
        if self.status_on is not None:
            clauses.append(language.words("gap-status-on", day=self.status_on))
        answer = self.answer
        if answer == "cannot tell" and self.absence is not None and not self.told.perhaps and of == "tie":
            # What is not known may be whether a tie is to be expected.
            answer = self.absence.answer
        clauses.append(language.words(f"gap-{of}-{answer.replace(' ', '-')}", ties=len(self.ties)))
        if self.answer == "cannot tell" and self.told.perhaps:
            clauses.append(language.words("gap-perhaps", ties=len(self.told.perhaps)))
        if self.told.grade and self.answer != "cannot tell":
            clauses.append(
                language.words(
                    "gap-grade", grade=self.told.grade, meaning=language.words(f"grade-{self.told.grade}")
                )
            )
        clauses += [doubt.sentence(language) for doubt in self.unknown]
        lines = [join_clauses(clauses, language)]
        if self.absence is not None and self.answer != "tied":
            asides = tuple(aside for aside in self.absence.asides if aside.id not in self.told.surely)
            others = replace(self.absence, asides=asides)
            lines += [others.sentence(language), *others.list_asides(language)]
        return " ".join(lines)

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        province = self.province
        named = (
            {"province": None, "province_fa": None} if province is None else give_names("province", province)
        )
        return {
            "gap": self.gap,
            **named,
            **give_names("target", self.target),
            "answer": self.answer,
            "km": self.km,
            "share": self.share,
            "missions": self.missions,
            "told_on": self.told.day,
            "grade": self.told.grade,
            "ties": self.ties,
            "told_by": self.told.sources,
            "sources": self.sources,
            "province_id": None if province is None else province.id,
            "target_id": self.target.id,
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        told = self.told
        return {
            "gap": self.gap,
            "province": None if self.province is None else self.province.id,
            "target": self.target.as_json(),
            "answer": self.answer,
            "km": self.km,
            "share": self.share,
            "missions": list(self.missions),
            "status_on": None if self.status_on is None else self.status_on.isoformat(),
            "told": {
                "sources": list(told.sources),
                "day": None if told.day is None else told.day.isoformat(),
                "grade": told.grade,
            },
            "ties": list(self.ties),
            "perhaps": list(told.perhaps),
            "sources": list(self.sources),
            "absence": None if self.absence is None else self.absence.as_json(),
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


def rank_gap(gap: Gap) -> tuple[int, int, float, str, str]:
    """Return what gaps are ordered by: sort, surest answer first, longest border or largest share, ids."""
    answers = ("tied", *ABSENCE_ANSWERS)
    size = max(gap.km or 0.0, gap.share or 0.0, float(len(gap.missions)))
    own = "" if gap.province is None else gap.province.id
    return GAP_SORTS.index(gap.gap), -answers.index(gap.answer), -size, own, gap.target.id
