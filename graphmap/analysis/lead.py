"""One line of a plan: who leads toward a target, on what ground, how sure the choice is, who supports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from graphmap.analysis.conduct import Conduct
from graphmap.analysis.findings import Doubt, PlaceName, give_names, join_clauses, list_names
from graphmap.analysis.leading import FACTORS, Factor
from graphmap.scales import RIVALRY, Verdict, name_message

if TYPE_CHECKING:
    from graphmap.analysis.pairs import JudgedPair
    from graphmap.language import Language

Choice = Literal["clear", "committee chooses", "only candidate", "set by rule", "kept", "open"]
"""How a lead was chosen: by points; another is worth as much; nobody else could; by a rule; as a plan was
kept; not at all."""


@dataclass(frozen=True, slots=True)
class Case:
    """Two provinces that are rivals at a target; `settled` says that one of them leads there."""

    pair: JudgedPair = field(compare=False, repr=False)
    provinces: tuple[PlaceName, PlaceName]
    verdict: Verdict
    settled: bool

    @property
    def rivalry(self) -> tuple[float, float] | None:
        """Return the least and the most that R can be, None where no period can be told.

        It is measured when it is asked for: of many ties that takes longer than the whole plan.
        """
        if (shares := self.pair.shares) is not None:
            return shares.rivalry, shares.rivalry
        return self.pair.presumed_range or self.pair.rivalry_range

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        rivalry = self.rivalry
        return {
            "provinces": [one.id for one in self.provinces],
            "verdict": self.verdict,
            "settled": self.settled,
            "R_range": None if rivalry is None else list(rivalry),
        }


@dataclass(frozen=True, slots=True)
class Lead:
    """Who is to lead toward a target (None: it stays open), with the points by what gives them.

    `margin` are the points lost if another leads; None where nobody else could, or another target would stay
    open. `runner_up` is who would lead then, None where this target stayed open. `supporting` have ties there
    and inform the lead. `ties` are those of the lead and of the supporting, that hold or may. `pairs` says of
    how many pairs there each verdict is told, and of how many between others than the lead; `cases` are those
    that are rivals, at most PAIRS_DESCRIBED of them. `conduct` says what breaks rules of conduct, None where
    none is laid down. Of a plan that was kept (`is_kept`), `runner_up` is who would lead if it were
    worked out anew, None where that is who leads. `ever` says that the whole history counts.
    """

    target: PlaceName
    lead: PlaceName | None
    points: tuple[tuple[Factor, float], ...]
    choice: Choice
    margin: float | None
    runner_up: PlaceName | None
    candidates: tuple[PlaceName, ...]
    supporting: tuple[PlaceName, ...]
    pairs: tuple[tuple[Verdict, int, int], ...]
    cases: tuple[Case, ...]
    ties: tuple[str, ...]
    sources: tuple[str, ...]
    unknown: tuple[Doubt, ...]
    conduct: Conduct | None = None
    is_kept: bool = False
    ever: bool = False

    @property
    def total(self) -> float:
        """Return the points of the lead."""
        return sum(number for _, number in self.points)

    def count_pairs(self, *verdicts: Verdict, after: bool = False) -> int:
        """Return how many pairs have one of some verdicts, before the plan, or with it between others."""
        return sum(left if after else before for verdict, before, left in self.pairs if verdict in verdicts)

    def sentence(self, language: Language) -> str:
        """Say it in a language."""
        target = self.target.in_language(language)
        if self.lead is None:
            candidates = list_names(self.candidates, language)
            message = "plan-open" if self.candidates else "plan-nobody"
            message = "plan-kept-open" if self.is_kept else message
            clauses = [language.words(message, target=target, candidates=candidates)]
        else:
            clauses = [
                language.words("plan-lead", target=target, province=self.lead.in_language(language)),
                self._say_points(language),
                *self._say_choice(language),
            ]
        if self.is_kept and self.lead is None and self.runner_up is not None:
            clauses.append(language.words("plan-anew", province=self.runner_up.in_language(language)))
        if self.supporting:
            names = list_names(self.supporting, language)
            message = "plan-there" if self.lead is None else "plan-supporting"
            clauses.append(language.words(f"{message}-ever" if self.ever else message, names=names))
        for name, verdicts in PAIRS_TOLD.items():
            if before := self.count_pairs(*verdicts):
                after = self.count_pairs(*verdicts, after=True)
                clauses.append(language.words(f"plan-pairs-{name}", before=before, after=after))
        if self.conduct is not None:
            clauses += self.conduct.say(language)
        clauses += [doubt.sentence(language) for doubt in self.unknown]
        return join_clauses(clauses, language)

    def _say_points(self, language: Language) -> str:
        if not self.points:
            return language.words("plan-no-points")
        parts = [language.words(f"plan-factor-{factor}", points=number) for factor, number in self.points]
        return language.words("plan-points", points=self.total, parts=language.list_names(parts))

    def _say_choice(self, language: Language) -> list[str]:
        runner_up = None if self.runner_up is None else self.runner_up.in_language(language)
        if self.choice == "clear":
            if self.margin is None:
                return [language.words("plan-runner-up-open", province=runner_up)]
            if runner_up is None:
                return [language.words("plan-margin-open", margin=self.margin)]
            return [language.words("plan-margin", province=runner_up, margin=self.margin)]
        if self.choice == "kept":
            return [language.words("plan-anew", province=runner_up)] if runner_up else []
        if self.choice == "committee chooses":
            return (
                [language.words("plan-equal", province=runner_up)]
                if runner_up
                else [language.words("plan-equal-open")]
            )
        return [language.words(name_message("plan-choice", self.choice))]

    def cells(self) -> Mapping[str, Any]:
        """Return its value of each column."""
        points, conduct = dict(self.points), self.conduct
        nobody = {"lead": None, "lead_fa": None}
        none = {"runner_up": None, "runner_up_fa": None}
        return {
            **give_names("target", self.target),
            **(nobody if self.lead is None else give_names("lead", self.lead)),
            "points": None if self.lead is None else self.total,
            **{f"points_{factor}": points.get(factor) for factor in FACTORS},
            "choice": self.choice,
            "margin": self.margin,
            **(none if self.runner_up is None else give_names("runner_up", self.runner_up)),
            **give_names("supporting", self.supporting),
            "rival_pairs": self.count_pairs(*PAIRS_TOLD["rival"]),
            "rival_pairs_after": self.count_pairs(*PAIRS_TOLD["rival"], after=True),
            **_give_pairs("settled_who", [case for case in self.cases if case.settled]),
            **_give_pairs("left_who", [case for case in self.cases if not case.settled]),
            "possible_pairs": self.count_pairs(*PAIRS_TOLD["possible"]),
            "possible_pairs_after": self.count_pairs(*PAIRS_TOLD["possible"], after=True),
            "crowded": [] if conduct is None else [one.sector for one in conduct.crowds],
            **give_names("delegating", () if conduct is None else conduct.delegating),
            **give_names("scattered", () if conduct is None else [one for one, _ in conduct.scattered]),
            "orphans": [] if conduct is None else list(conduct.orphans),
            "ties": self.ties,
            "sources": self.sources,
            "target_id": self.target.id,
            "lead_id": None if self.lead is None else self.lead.id,
            "runner_up_id": None if self.runner_up is None else self.runner_up.id,
            "supporting_ids": [one.id for one in self.supporting],
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "target": self.target.as_json(),
            "lead": None if self.lead is None else self.lead.id,
            "points": dict(self.points),
            "choice": self.choice,
            "margin": self.margin,
            "runner_up": None if self.runner_up is None else self.runner_up.id,
            "candidates": [one.id for one in self.candidates],
            "supporting": [one.id for one in self.supporting],
            "pairs": {verdict: {"before": before, "after": after} for verdict, before, after in self.pairs},
            "cases": [case.as_json() for case in self.cases],
            "conduct": None if self.conduct is None else self.conduct.as_json(),
            "ties": list(self.ties),
            "sources": list(self.sources),
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


def _give_pairs(column: str, cases: Iterable[Case]) -> dict[str, Any]:
    """Return the cells of a column that names pairs of provinces."""
    names = [[place.called for place in case.provinces] for case in cases]
    return {
        column: [" – ".join(one.en for one in pair) for pair in names],
        f"{column}_fa": [" – ".join(one.in_language("fa") for one in pair) for pair in names],
    }


PAIRS_TOLD: Mapping[str, tuple[Verdict, ...]] = {
    "rival": RIVALRY,
    "possible": ("possible",),
}
"""Which pairs are counted together: those that are rivals, and apart from them those that may be."""
