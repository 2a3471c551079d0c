"""One thing that a tie which does not exist would do, with what it rests on and its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from graphmap.analysis.failing import SEVERITIES, TOLD_AS_RIVALRY, Check
from graphmap.analysis.findings import Doubt, PlaceName, give_names, list_names, list_sectors
from graphmap.analysis.pairs import RivalPair, say_verdict
from graphmap.scales import GapSort, Verdict, name_message
from graphmap.text import Name

if TYPE_CHECKING:
    from graphmap.language import Language

Sorts = Literal[
    "new rivalry",
    "more rivalry",
    "fails check",
    "possible rivalry",
    "lead elsewhere",
    "own tie",
    "there already",
    "beside",
    "opens gap",
    "fills gap",
    "leads",
]
EFFECTS: tuple[Sorts, ...] = get_args(Sorts)
"""What a tie can do, in the order in which it is told: what speaks against it first."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a tried tie of a province would do at a target.

    `other` is the province that it concerns, None where it concerns none; `before` and `after` say what the
    two are to each other, `pair` all of that; `gap` what is filled or opened, `check` what it fails, `others`
    the provinces for which it does. `ties` are there already; `perhaps` says that they, or the gap, only may
    be, or that another could lead as well. `plan` is the plan in force that says who leads, None where one is
    worked out.
    """

    effect: Sorts
    province: PlaceName
    target: PlaceName
    other: PlaceName | None = None
    before: Verdict | None = None
    after: Verdict | None = None
    pair: RivalPair | None = None
    gap: GapSort | None = None
    check: Check | None = None
    others: tuple[PlaceName, ...] = ()
    sectors: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unknown: tuple[Doubt, ...] = ()
    perhaps: bool = False
    plan: Name | None = None

    @property
    def severity(self) -> str | None:
        """Return how grave the check is that it fails; None where it fails none."""
        return None if self.check is None else SEVERITIES[self.check]

    @property
    def speaks_against(self) -> bool:
        """Say whether it speaks against the tie, and no other effect says the same."""
        if self.check is not None:
            return self.severity != "note" and self.check not in TOLD_AS_RIVALRY
        return self.effect in ("new rivalry", "more rivalry") or (
            self.effect == "lead elsewhere" and not self.perhaps
        )

    def sentence(self, language: Language) -> str:
        """Say it in a language."""
        named: dict[str, Any] = {
            "province": self.province.in_language(language),
            "target": self.target.in_language(language),
            "other": "" if self.other is None else self.other.in_language(language),
            "before": "" if self.before is None else say_verdict(self.before, language),
            "after": "" if self.after is None else say_verdict(self.after, language),
            "gap": "" if self.gap is None else language.words(name_message("gap-sort", self.gap)),
            "sectors": list_sectors(self.sectors, language) if self.sectors else "",
            "ties": len(self.ties),
        }
        if self.check is not None:
            named |= {"others": list_names(self.others, language), "count": len(self.others)}
            named = {
                "said": language.words(name_message("check", self.check), **named),
                "severity": language.words(f"severity-{self.severity}"),
            }
        message = name_message("effect", self.effect)
        if self.plan is not None:
            message, named = f"{message}-in-force", named | {"plan": language.name(self.plan)}
        said = language.words(f"{message}-perhaps" if self.perhaps else message, **named)
        return f"{said} {self.pair.sentence(language, days=False)}" if self.pair is not None else said

    def cells(self) -> Mapping[str, Any]:
        """Return its value of each column."""
        none = {"other": None, "other_fa": None}
        return {
            "effect": self.effect,
            **give_names("province", self.province),
            **(none if self.other is None else give_names("other", self.other)),
            **give_names("target", self.target),
            "before": self.before,
            "after": self.after,
            "sectors": list(self.sectors),
            "since": "" if self.pair is None else self.pair.meeting.since or None,
            "gap": self.gap,
            "check": self.check,
            "severity": self.severity,
            "ties": self.ties,
            "sources": self.sources,
            "province_id": self.province.id,
            "other_id": None if self.other is None else self.other.id,
            "target_id": self.target.id,
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "effect": self.effect,
            "province": self.province.id,
            "other": None if self.other is None else self.other.id,
            "target": self.target.as_json(),
            "before": self.before,
            "after": self.after,
            "gap": self.gap,
            "check": self.check,
            "severity": self.severity,
            "others": [one.id for one in self.others],
            "sectors": list(self.sectors),
            "pair": None if self.pair is None else self.pair.as_json(),
            "ties": list(self.ties),
            "perhaps": self.perhaps,
            "plan": None if self.plan is None else self.plan.en,
            "sources": list(self.sources),
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }
