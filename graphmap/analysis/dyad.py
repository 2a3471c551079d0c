"""One border of a province: who is there across it, who else, from how far, by what, and its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from graphmap.analysis.expecting import Told
from graphmap.analysis.findings import (
    Doubt,
    PlaceName,
    give_names,
    join_clauses,
    list_names,
    say_municipal,
)
from graphmap.text import Name

if TYPE_CHECKING:
    from graphmap.language import Language

Standing = Literal["bypassed", "perhaps bypassed", "others there", "cannot tell", "none recorded", "tied"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
"""How a border province stands across its border, what a committee asks about first.

*Bypassed*: nothing of it is recorded there, by a source that lists such ties whole, and a province that does
not border the place is there; *perhaps bypassed*: the same, but whether it has a tie there cannot be told.
*Others there*: of others only such as border the place too.
"""


@dataclass(frozen=True, slots=True)
class Other:
    """Another province that is there, with its ties; `borders` says whether it borders the place too."""

    province: PlaceName
    ties: tuple[str, ...]
    borders: bool


@dataclass(frozen=True, slots=True)
class Act:
    """An act on which ties of several provinces there rest, events too: its document and these provinces.

    `perhaps` says that none of these ties is known to hold, nor presumed to.
    """

    document: str
    provinces: tuple[PlaceName, ...]
    ties: tuple[str, ...]
    perhaps: bool

    def sentence(self, language: Language) -> str:
        """Name it and its provinces, in a language."""
        names = list_names(self.provinces, language)
        message = "dyad-act-perhaps" if self.perhaps else "dyad-act"
        return language.words(message, document=self.document, names=names)


@dataclass(frozen=True, slots=True)
class Posts:
    """Missions by id: those of home across the border, and those of the country in the province.

    All that are open or of which that is not known; `open` of the two together are.
    """

    there: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    open: int = 0

    @property
    def ids(self) -> tuple[str, ...]:
        """Return all of them."""
        return (*self.there, *self.here)


@dataclass(frozen=True, slots=True)
class Dyad:
    """A province and what it borders on, a region or a country, and who has ties there.

    `told` says whether the province has, `contacts` are its events there, `elsewhere` its ties in the country
    that are not there. Of its ties there and those of others `municipal` were made by cities. `km` is the
    length of the border, None where no source measures it whole; `crossings` are those that a source names.
    """

    province: PlaceName
    target: PlaceName
    km: float | None
    told: Told
    others: tuple[Other, ...]
    contacts: tuple[str, ...]
    elsewhere: tuple[str, ...]
    acts: tuple[Act, ...]
    posts: Posts
    municipal: int
    expected_by: tuple[str, ...]
    unknown: tuple[Doubt, ...]
    crossings: tuple[Name, ...] = ()

    @property
    def farther(self) -> tuple[Other, ...]:
        """Return the provinces that are there and do not border the place."""
        return tuple(other for other in self.others if not other.borders)

    @property
    def beside(self) -> tuple[Other, ...]:
        """Return the other provinces that are there and border the place too."""
        return tuple(other for other in self.others if other.borders)

    @property
    def standing(self) -> Standing:
        """Return how the province stands there."""
        answer = self.told.answer
        if answer == "tied":
            return "tied"
        if self.farther:
            return "bypassed" if answer == "none recorded" else "perhaps bypassed"
        return "others there" if self.others else answer

    @property
    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties it rests on: its own there, those that may be, and those of others."""
        others = (tie for other in self.others for tie in other.ties)
        joint = (tie for act in self.acts for tie in act.ties)
        return tuple(dict.fromkeys((*self.told.ties, *others, *self.contacts, *joint)))

    @property
    def joint_with(self) -> tuple[PlaceName, ...]:
        """Return the provinces with which it has a part in an act there."""
        mine = (act for act in self.acts if self.province in act.provinces)
        found = dict.fromkeys(one for act in mine for one in act.provinces if one != self.province)
        return tuple(found)

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the ids of the sources of the border, and of those that give the answer."""
        return tuple(dict.fromkeys((*self.expected_by, *self.told.sources)))

    def sentence(self, language: Language) -> str:
        """Say who is there, who else, and what that makes of it, in a language."""
        named = {"province": self.province.in_language(language), "target": self.target.in_language(language)}
        clauses = [language.words("gap-border", **named)]
        if self.km is not None:
            clauses.append(language.words("gap-km", km=language.number(round(self.km))))
        names = language.list_names([language.name(one) for one in self.crossings])
        clauses.append(language.words("dyad-crossings", crossings=len(self.crossings), names=names))
        answer, surely = self.told.answer, len(self.told.surely)
        clauses.append(language.words(f"gap-tie-{answer.replace(' ', '-')}", ties=surely))
        if answer == "cannot tell" and self.told.perhaps:
            clauses.append(language.words("gap-perhaps", ties=len(self.told.perhaps)))
        if self.contacts:
            clauses.append(language.words("dyad-contacts", events=len(self.contacts)))
        if self.elsewhere:
            clauses.append(language.words("dyad-elsewhere", ties=len(self.elsewhere)))
        for name, some in (("border", self.beside), ("farther", self.farther)):
            if some:
                names = list_names((other.province for other in some), language)
                ties = sum(len(other.ties) for other in some)
                clauses.append(language.words(f"dyad-{name}", provinces=len(some), names=names, ties=ties))
        if self.standing in ("bypassed", "perhaps bypassed"):
            clauses.append(language.words(f"dyad-{self.standing.replace(' ', '-')}", **named))
        if self.acts:
            acts = language.list_names([act.sentence(language) for act in self.acts])
            clauses.append(language.words("dyad-acts", count=len(self.acts), acts=acts))
        if self.posts.ids:
            counts = {"there": len(self.posts.there), "here": len(self.posts.here), "open": self.posts.open}
            clauses.append(language.words("dyad-missions", **named, **counts))
        of = len(self.told.surely) + sum(len(other.ties) for other in self.others)
        clauses += say_municipal(self.municipal, of, language)
        clauses += [doubt.sentence(language) for doubt in self.unknown]
        lines = [join_clauses(clauses, language)]
        if answer != "tied" and self.told.absence is not None:
            lines += [self.told.absence.sentence(language), *self.told.absence.list_asides(language)]
        return " ".join(lines)

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        return {
            **give_names("province", self.province),
            **give_names("target", self.target),
            "standing": self.standing,
            "km": self.km,
            "across": len(self.told.surely),
            "contacts": len(self.contacts),
            "elsewhere": len(self.elsewhere),
            "others": len(self.others),
            **give_names("who", [other.province for other in self.others]),
            **give_names("farther", [other.province for other in self.farther]),
            **give_names("joint_with", self.joint_with),
            "acts": [act.document for act in self.acts],
            **give_names("crossings", [PlaceName(one.en, one) for one in self.crossings]),
            "missions": self.posts.ids,
            "ties": self.ties,
            "sources": self.sources,
            "province_id": self.province.id,
            "target_id": self.target.id,
            "who_ids": [other.province.id for other in self.others],
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "province": self.province.as_json(),
            "target": self.target.as_json(),
            "standing": self.standing,
            "answer": self.told.answer,
            "km": self.km,
            "across": list(self.told.surely),
            "perhaps": list(self.told.perhaps),
            "contacts": list(self.contacts),
            "elsewhere": list(self.elsewhere),
            "others": [
                {"province": other.province.id, "borders": other.borders, "ties": list(other.ties)}
                for other in self.others
            ],
            "acts": [
                {"document": a.document, "provinces": [one.id for one in a.provinces], "perhaps": a.perhaps}
                for a in self.acts
            ],
            "municipal_ties": self.municipal,
            "crossings": [one.en for one in self.crossings],
            "missions": {"there": list(self.posts.there), "here": list(self.posts.here)},
            "ties": list(self.ties),
            "sources": list(self.sources),
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


def rank_dyad(dyad: Dyad) -> tuple[Any, ...]:
    """Return by what dyads are ordered: standing, farther provinces, others, length, ids."""
    return (
        STANDINGS.index(dyad.standing),
        -len(dyad.farther),
        -len(dyad.others),
        -(dyad.km or 0),
        dyad.province.id,
        dyad.target.id,
    )
