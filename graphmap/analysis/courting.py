"""Two provinces that court one target, or one alone, before both have anything in force; and its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphmap.analysis.findings import Doubt, PlaceName, give_names, join_clauses
from graphmap.analysis.intention import Intention
from graphmap.analysis.pairs import say_verdict
from graphmap.analysis.urgency import Span
from graphmap.scales import Level, Verdict, name_message

if TYPE_CHECKING:
    from graphmap.language import Language


@dataclass(frozen=True, slots=True)
class Courting:
    """What a province is about at a target, and what another is there, or nobody (None).

    Of the two the first is the one with something in force, or with the earlier registered intention.
    `is_first` says that its intention is registered and the earlier one. `meeting` is where they meet
    nearest, of that level; `rivalry` what R may be if all that is courted came about, `likeness` how alike
    their capacities are and `urgency` what I may be, each the least and the most; of one alone there is none.
    """

    target: PlaceName
    province: PlaceName
    intention: Intention
    other: PlaceName | None
    others: Intention | None
    is_first: bool
    verdict: Verdict
    level: Level
    meeting: PlaceName
    rivalry: Span | None
    urgency: Span | None
    likeness: Span
    ties: tuple[str, ...]
    unknown: tuple[Doubt, ...]

    def sentence(self, language: Language) -> str:
        """Say it in a language."""
        clauses = [
            language.words("pipeline-target", target=self.target.in_language(language)),
            _say(self.province, self.intention, language),
        ]
        if self.other is None or self.others is None:
            return join_clauses([*clauses, language.words("pipeline-alone")], language)
        clauses.append(_say(self.other, self.others, language))
        if self.is_first:
            clauses.append(
                language.words(
                    "pipeline-first",
                    province=self.province.in_language(language),
                    day=self.intention.until,
                )
            )
        if self.meeting.id != self.target.id:
            clauses.append(language.words("pipeline-meet", meeting=self.meeting.in_language(language)))
        clauses.append(language.words("pipeline-verdict", verdict=say_verdict(self.verdict, language)))
        if self.rivalry is not None and self.urgency is not None:
            numbers = (*self.rivalry, *self.urgency)
            least, most, low, high = (language.number(one, decimals=2) for one in numbers)
            clauses.append(language.words("pipeline-urgency", least=least, most=most, low=low, high=high))
        clauses += [doubt.sentence(language) for doubt in self.unknown]
        return join_clauses(clauses, language)

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        nobody = {"other": None, "other_fa": None}
        rivalry, urgency = self.rivalry or (None, None), self.urgency or (None, None)
        others = self.others
        return {
            **give_names("target", self.target),
            **give_names("province", self.province),
            "stage": self.intention.stage,
            "standing": self.intention.standing,
            "settled": self.intention.settled,
            "known_since": self.intention.since,
            "protected_until": self.intention.until,
            **(nobody if self.other is None else give_names("other", self.other)),
            "other_stage": None if others is None else others.stage,
            "other_standing": None if others is None else others.standing,
            "is_first": self.is_first,
            "verdict": self.verdict,
            **give_names("meeting", self.meeting),
            "meeting_level": self.level,
            "rivalry_least": rivalry[0],
            "rivalry_most": rivalry[1],
            "urgency_least": urgency[0],
            "urgency_most": urgency[1],
            "ties": self.ties,
            "target_id": self.target.id,
            "province_id": self.province.id,
            "other_id": None if self.other is None else self.other.id,
            "meeting_id": self.meeting.id,
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "target": self.target.as_json(),
            "province": self.province.id,
            "intention": self.intention.as_json(),
            "other": None if self.other is None else self.other.id,
            "others": None if self.others is None else self.others.as_json(),
            "is_first": self.is_first,
            "verdict": self.verdict,
            "meeting": {"level": self.level, **self.meeting.as_json()},
            "R_range": None if self.rivalry is None else list(self.rivalry),
            "urgency": None if self.urgency is None else list(self.urgency),
            "ties": list(self.ties),
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


def _say(province: PlaceName, intention: Intention, language: Language) -> str:
    name, settled = name_message("pipeline", intention.standing), "pipeline-settled"
    if intention.ever:
        settled = "pipeline-settled-ever"
        name = "pipeline-in-force-ever" if intention.standing == "in force" else name
    stage = language.words(name_message("pipeline-stage", intention.stage))
    said = language.words(name, province=province.in_language(language), stage=stage)
    if intention.last is not None:
        said += " " + language.words("pipeline-last", day=intention.last)
    if intention.settled and "in force" not in intention.stage:
        said += " " + language.words("pipeline-settled-perhaps" if intention.perhaps else settled)
    return said
