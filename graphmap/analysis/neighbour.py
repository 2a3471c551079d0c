"""One neighbouring country: which border provinces are there, which farther ones, how they meet there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING, Any

from graphmap.analysis.dyad import Dyad, Other
from graphmap.analysis.findings import (
    Doubt,
    PlaceName,
    give_names,
    join_clauses,
    list_names,
    say_municipal,
)
from graphmap.scales import RIVALRY, Verdict
from graphmap.text import Name

if TYPE_CHECKING:
    from graphmap.language import Language


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A neighbouring country, by the borders of the provinces with it: `dyads`, all of them with the country.

    `verdicts` says how many pairs of provinces there have which verdict. `passed` are the borders with its
    regions at which a farther province is, and the border province certainly or perhaps is not. Of the ties
    of all these provinces there `municipal` were made by cities.
    """

    dyads: tuple[Dyad, ...]
    verdicts: Mapping[Verdict, int]
    passed: int
    regions: int
    municipal: int

    @property
    def target(self) -> PlaceName:
        """Return the country."""
        return self.dyads[0].target

    @property
    def tied(self) -> tuple[PlaceName, ...]:
        """Return the border provinces that have ties there."""
        return tuple(dyad.province for dyad in self.dyads if dyad.standing == "tied")

    @property
    def untied(self) -> tuple[PlaceName, ...]:
        """Return the border provinces of which none is recorded, or which cannot be told to have any."""
        return tuple(dyad.province for dyad in self.dyads if dyad.standing != "tied")

    @property
    def farther(self) -> tuple[Other, ...]:
        """Return the provinces that are there and do not border it."""
        return self.dyads[0].farther

    @property
    def km(self) -> float | None:
        """Return the length of all borders with it; None where some is not measured whole."""
        known = [dyad.km for dyad in self.dyads if dyad.km is not None]
        return fsum(known) if len(known) == len(self.dyads) else None

    @property
    def rivals(self) -> int:
        """Return how many pairs of provinces are certain or presumed rivals there."""
        return sum(self.verdicts.get(verdict, 0) for verdict in RIVALRY)

    @property
    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties it rests on."""
        return tuple(dict.fromkeys(tie for dyad in self.dyads for tie in dyad.ties))

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the ids of the sources of the borders, and of those that give answers."""
        return tuple(dict.fromkeys(source for dyad in self.dyads for source in dyad.sources))

    @property
    def unknown(self) -> tuple[Doubt, ...]:
        """Return what is unknown: told border by border."""
        return ()

    @property
    def crossings(self) -> tuple[Name, ...]:
        """Return the crossings of all borders with it that a source names."""
        return tuple(dict.fromkeys(one for dyad in self.dyads for one in dyad.crossings))

    @property
    def across(self) -> tuple[str, ...]:
        """Return the ids of the ties of border provinces."""
        return tuple(dict.fromkeys(tie for dyad in self.dyads for tie in dyad.told.surely))

    def sentence(self, language: Language) -> str:
        """Say how home's provinces are entangled there, in a language."""
        target = self.target.in_language(language)
        clauses = [
            language.words(
                "neighbour-borders",
                target=target,
                provinces=len(self.dyads),
                tied=len(self.tied),
                ties=len(self.across),
            )
        ]
        if self.untied:
            clauses.append(language.words("neighbour-untied", names=list_names(self.untied, language)))
        if self.farther:
            names = list_names((other.province for other in self.farther), language)
            ties = sum(len(other.ties) for other in self.farther)
            clauses.append(
                language.words("dyad-farther", provinces=len(self.farther), names=names, ties=ties)
            )
        if self.passed:
            clauses.append(language.words("neighbour-passed", borders=self.passed, of=self.regions))
        if self.rivals:
            clauses.append(language.words("neighbour-rivals", pairs=self.rivals))
        if joint := self.verdicts.get("joint", 0):
            clauses.append(language.words("neighbour-joint", pairs=joint))
        of = len(self.across) + sum(len(other.ties) for other in self.farther)
        clauses += say_municipal(self.municipal, of, language)
        posts = self.dyads[0].posts
        if posts.there:
            clauses.append(language.words("neighbour-missions", missions=len(posts.there), target=target))
        return join_clauses(clauses, language)

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        farther = [other.province for other in self.farther]
        return {
            "province": None,
            "province_fa": None,
            **give_names("target", self.target),
            "km": self.km,
            "border_provinces": len(self.dyads),
            "tied": len(self.tied),
            "across": len(self.across),
            "contacts": len({tie for dyad in self.dyads for tie in dyad.contacts}),
            "passed": self.passed,
            **give_names("farther", farther),
            "rivals": self.rivals,
            "joint": self.verdicts.get("joint", 0),
            "acts": [act.document for act in self.dyads[0].acts],
            **give_names("crossings", [PlaceName(one.en, one) for one in self.crossings]),
            "missions": tuple(dict.fromkeys(one for dyad in self.dyads for one in dyad.posts.ids)),
            "ties": self.ties,
            "sources": self.sources,
            "province_id": None,
            "target_id": self.target.id,
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "target": self.target.as_json(),
            "km": self.km,
            "borders": [dyad.as_json() for dyad in self.dyads],
            "farther": [other.province.id for other in self.farther],
            "passed": self.passed,
            "regions": self.regions,
            "verdicts": dict(self.verdicts),
            "municipal_ties": self.municipal,
            "ties": list(self.ties),
            "sources": list(self.sources),
            "unknown": [],
        }


def rank_neighbour(one: Neighbour) -> tuple[Any, ...]:
    """Return by what neighbours are ordered: provinces there, rival pairs, id."""
    return -len(one.farther) - len(one.tied), -one.rivals, one.target.id
