"""Two provinces and what they are to each other toward one target, and how it is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphmap.analysis.findings import Doubt, PlaceName, join_clauses, list_sectors
from graphmap.analysis.measures import Shares
from graphmap.scales import Verdict, name_message

if TYPE_CHECKING:
    from graphmap.language import Language


@dataclass(frozen=True, slots=True)
class RivalPair:
    """Two provinces and what they are to each other toward one target.

    `verdict` rests on the ties that are or were in force, `preparing` on those where one of the two is not
    yet ("none" if there is no such tie). `days` are those on which both are there, at least and at most,
    whatever the sector (None: not known). `shares` are R, J, C and U where all sectors and dates are known,
    else None; `rivalry_range` is the least and the most that R can be, None where no period can be told.
    `first` is the province that certainly came first. `sectors` are those that both name.
    """

    target: PlaceName
    provinces: tuple[PlaceName, PlaceName]
    verdict: Verdict
    preparing: Verdict
    days: tuple[int | None, int | None]
    shares: Shares | None
    rivalry_range: tuple[float, float] | None
    sectors: tuple[str, ...]
    first: PlaceName | None
    ties: tuple[str, ...]
    unknown: tuple[Doubt, ...]

    def sentence(self, language: Language) -> str:
        """Say it in a language."""
        one, other = (province.in_language(language) for province in self.provinces)
        what = say_verdict(self.verdict, language)
        clauses = [
            language.words(
                "pair", one=one, other=other, target=self.target.in_language(language), verdict=what
            )
        ]
        if self.sectors:
            clauses.append(language.words("pair-sectors", sectors=list_sectors(self.sectors, language)))
        if self.preparing != "none":
            clauses.append(language.words("preparing", verdict=say_verdict(self.preparing, language)))
        # Where one of the two has nothing in force yet, that it shared no day goes without saying.
        if self.verdict != "none" or self.preparing == "none":
            clauses += self._say_days(language)
        if self.shares is not None:
            parts = {
                "rivalry": self.shares.rivalry,
                "joint": self.shares.joint,
                "complementarity": self.shares.complementarity,
                "one_sided": self.shares.one_sided,
            }
            said = {name: language.percent(part) for name, part in parts.items()}
            clauses.append(
                language.words("pair-shares-joint" if self.shares.joint else "pair-shares", **said)
            )
        elif self.rivalry_range is not None:
            least, most = (language.percent(share) for share in self.rivalry_range)
            clauses.append(language.words("pair-range", least=least, most=most))
        if self.first is not None:
            clauses.append(language.words("pair-first", province=self.first.in_language(language)))
        clauses += [doubt.sentence(language) for doubt in self.unknown]
        return join_clauses(clauses, language)

    def _say_days(self, language: Language) -> Iterator[str]:
        least, most = self.days
        if least is not None and least == most:
            yield language.words("pair-days-exactly", days=least)
        elif least is not None and most is not None:
            yield language.words("pair-days-between", least=least, most=most)
        elif least:
            yield language.words("pair-days-at-least", days=least)
        else:
            yield language.words("pair-days-unknown")

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it; R, J, C and U are None where sectors or dates are not known."""
        shares = self.shares
        return {
            "provinces": [province.id for province in self.provinces],
            "verdict": self.verdict,
            "preparing": self.preparing,
            "days": {"least": self.days[0], "most": self.days[1]},
            "R": shares.rivalry if shares else None,
            "J": shares.joint if shares else None,
            "C": shares.complementarity if shares else None,
            "U": shares.one_sided if shares else None,
            "R_range": list(self.rivalry_range) if self.rivalry_range else None,
            "sectors": list(self.sectors),
            "first": self.first.id if self.first else None,
            "ties": list(self.ties),
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


def say_verdict(verdict: Verdict, language: Language) -> str:
    """Say a verdict in a language."""
    return language.words(name_message("verdict", verdict))
