"""One suggestion: a partner that a province might consider, every factor of it, and its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from graphmap.analysis.absence import Absence
from graphmap.analysis.findings import Doubt, PlaceName, give_names, join_clauses, list_names
from graphmap.analysis.scoring import Score

if TYPE_CHECKING:
    from graphmap.language import Language

Reason = Literal["border", "mission", "trade", "contact"]
REASONS: tuple[Reason, ...] = get_args(Reason)
"""What speaks for a partner beside the ties of others, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A target of which no tie of a province is known, with what speaks for it.

    `place` is its place among those of the province. `others` have ties there; `like` are those of them that
    share targets with the province, and how many. `own` is how many targets the province has. `km` is None
    where no distance is known. `untold` are reasons of which nothing is on record, where no source lists
    such things whole, so that they may hold all the same. `ties` are those of the others there, and events
    of the province itself. `ever` says that the whole history counts.
    """

    province: PlaceName
    target: PlaceName
    place: int
    by: Score
    scores: Mapping[Score, float]
    others: tuple[PlaceName, ...]
    like: tuple[tuple[PlaceName, int], ...]
    own: int
    km: float | None
    reasons: tuple[Reason, ...]
    untold: tuple[Reason, ...]
    absence: Absence
    ties: tuple[str, ...]
    reason_sources: tuple[str, ...]
    unknown: tuple[Doubt, ...]
    ever: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the ids of the sources of what is no tie: borders, missions, trade, what is absent."""
        told = (source.id for source in self.absence.sources)
        return tuple(dict.fromkeys((*self.reason_sources, *told)))

    def sentence(self, language: Language) -> str:
        """Say in a language what might be considered, and each factor."""
        clauses = [
            language.words(
                "suggest-partner",
                province=self.province.in_language(language),
                target=self.target.in_language(language),
            ),
            language.words(f"gap-tie-{self.absence.answer.replace(' ', '-')}"),
        ]
        if self.others:
            names = list_names(self.others, language)
            message = "suggest-others-ever" if self.ever else "suggest-others"
            clauses.append(language.words(message, count=len(self.others), names=names))
        else:
            clauses.append(language.words("suggest-no-others"))
        if self.like:
            mark = language.words("list-mark")
            shared = (
                language.words("suggest-shares", province=one.in_language(language), shared=count)
                for one, count in self.like
            )
            clauses.append(language.words("suggest-like", names=mark.join(shared)))
        clauses += [language.words(f"suggest-{reason}") for reason in self.reasons]
        if self.km is not None:
            clauses.append(language.words("suggest-km", km=round(self.km)))
        clauses += [doubt.sentence(language) for doubt in self.unknown]
        return join_clauses(clauses, language)

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        return {
            **give_names("province", self.province),
            "place": self.place,
            **give_names("target", self.target),
            "others": len(self.others),
            **give_names("like", [one for one, _ in self.like]),
            "own": self.own,
            "km": None if self.km is None else round(self.km),
            "alike": self.scores["alike"],
            "attachment": self.scores["attachment"],
            "gravity": self.scores["gravity"],
            **{one: None if one in self.untold else one in self.reasons for one in REASONS},
            "answer": self.absence.answer,
            "ties": self.ties,
            "sources": self.sources,
            "province_id": self.province.id,
            "target_id": self.target.id,
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "province": self.province.id,
            "target": self.target.as_json(),
            "place": self.place,
            "by": self.by,
            "scores": dict(self.scores),
            "others": [one.id for one in self.others],
            "like": {one.id: count for one, count in self.like},
            "own": self.own,
            "km": self.km,
            "reasons": list(self.reasons),
            "untold": list(self.untold),
            "absence": self.absence.as_json(),
            "ties": list(self.ties),
            "sources": list(self.sources),
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }
