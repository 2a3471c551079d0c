"""One overlap: two provinces and what both deal with, its measures, what chance says of it, its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

import numpy as np

from graphmap.analysis.findings import (
    Doubt,
    PlaceName,
    give_names,
    join_clauses,
    keep_doubts_of_sharing,
    list_doubts,
    list_names,
    name_place,
    say_municipal,
)
from graphmap.analysis.sharing import SharingTable
from graphmap.analysis.significance import Chance
from graphmap.scales import CERTAINTIES, Certainty, Level

if TYPE_CHECKING:
    from graphmap.language import Language


@dataclass(frozen=True, slots=True)
class SharedTarget:
    """A target that both deal with, and how surely: as surely as the surest ties of each of the two count.

    `provinces` is how many provinces have it, these two among them.
    """

    place: PlaceName
    certainty: Certainty
    provinces: int

    def as_json(self) -> dict[str, Any]:
        """Return id, name and number of provinces, as JSON holds them."""
        return {**self.place.as_json(), "provinces": self.provinces}


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two provinces and what both deal with at a level: "4 of 12 cities".

    `union` counts the targets of either, `sizes` those of each; `jaccard` is shared / union and
    `smaller_share` shared / the smaller of the sizes, both from 0 to 1. `shared` begins with what the fewest
    provinces have. `ties` are the ids of all ties of the two to the shared targets, of which `municipal` were
    made by a city. `chance` says whether it is more than chance, where that was asked.
    """

    provinces: tuple[PlaceName, PlaceName]
    level: Level
    shared: tuple[SharedTarget, ...]
    union: int
    sizes: tuple[int, int]
    ties: tuple[str, ...]
    municipal: int
    unknown: tuple[Doubt, ...]
    chance: Chance | None = None

    @property
    def jaccard(self) -> float:
        """Return shared / union."""
        return len(self.shared) / self.union

    @property
    def smaller_share(self) -> float:
        """Return shared / the number of targets of the province that has fewer (overlap coefficient)."""
        return len(self.shared) / min(self.sizes)

    @property
    def rarity(self) -> float:
        """Return the sum over the shared targets of 1 / ln(number of provinces that have the target)."""
        return sum(1 / log(target.provinces) for target in self.shared)

    @property
    def certain(self) -> int:
        """Return how many of the shared targets are certainly shared."""
        return self.count("certain")

    def count(self, certainty: Certainty) -> int:
        """Return how many of the shared targets are shared so surely and no surer."""
        return sum(target.certainty == certainty for target in self.shared)

    def sentence(self, language: Language) -> str:
        """Say it in a language: "Qom and Razavi Khorasan share 4 of 12 cities: Karbala, …"."""
        one, other = (province.in_language(language) for province in self.provinces)
        shared = len(self.shared)
        names = list_names((target.place for target in self.shared), language)
        clauses = [
            language.words(
                f"overlap-{self.level}", one=one, other=other, shared=shared, union=self.union, names=names
            )
        ]
        rarest = self.shared[0]
        clauses.append(
            language.words(
                "overlap-rarest", target=rarest.place.in_language(language), provinces=rarest.provinces
            )
        )
        if self.sizes[0] != self.sizes[1]:
            smaller = one if self.sizes[0] < self.sizes[1] else other
            clauses.append(
                language.words("overlap-smaller", shared=shared, size=min(self.sizes), province=smaller)
            )
        if self.chance is not None:
            clauses += self.chance.say_clauses(shared, language)
        for certainty in ("presumed", "possible"):
            if count := self.count(certainty):
                name = f"overlap-{certainty}-all" if count == shared else f"overlap-{certainty}"
                clauses.append(language.words(name, **{certainty: count}))
        clauses += say_municipal(self.municipal, len(self.ties), language)
        clauses += [doubt.sentence(language) for doubt in self.unknown]
        return join_clauses(clauses, language)

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        places = [target.place for target in self.shared]
        return {
            **give_names("provinces", self.provinces),
            "shared": len(self.shared),
            "of": self.union,
            **give_names("targets", places),
            "rarest": self.shared[0].provinces,
            "rarity": self.rarity,
            "jaccard": self.jaccard,
            "smaller_share": self.smaller_share,
            "presumed_only": self.count("presumed"),
            "possible_only": self.count("possible"),
            **({} if self.chance is None else self.chance.cells()),
            "ties": self.ties,
            "province_ids": [province.id for province in self.provinces],
            "target_ids": [place.id for place in places],
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "provinces": [province.id for province in self.provinces],
            "shared": [target.as_json() for target in self.shared],
            "union": self.union,
            "rarity": self.rarity,
            "jaccard": self.jaccard,
            "smaller_share": self.smaller_share,
            **({} if self.chance is None else {"chance": self.chance.as_json()}),
            "ties": list(self.ties),
            "municipal_ties": self.municipal,
            "presumed_only": [one.place.id for one in self.shared if one.certainty == "presumed"],
            "possible_only": [one.place.id for one in self.shared if one.certainty == "possible"],
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


def describe_overlap(table: SharingTable, one: int, other: int, chance: Chance | None) -> Overlap:
    """Return the overlap of two rows of the table."""
    snapshot, width = table.selection.snapshot, len(table.targets)
    first, second = (
        slice(*np.searchsorted(table.cells, (row * width, (row + 1) * width))) for row in (one, other)
    )
    targets, at_first, at_second = np.intersect1d(
        table.cells[first] % width, table.cells[second] % width, assume_unique=True, return_indices=True
    )
    shared, ties = [], []
    for target, a, b in zip(targets, at_first + first.start, at_second + second.start, strict=True):
        place = name_place(snapshot, int(table.targets[target]))
        certainty = CERTAINTIES[min(table.certainty[a], table.certainty[b])]
        shared.append(SharedTarget(place, certainty, int(table.holders[target])))
        ties += [table.order[table.starts[cell] : table.ends[cell]] for cell in (a, b)]
    chosen = np.concatenate(ties)
    rows = table.selection.ties[chosen]
    return Overlap(
        provinces=(
            name_place(snapshot, int(table.provinces[one])),
            name_place(snapshot, int(table.provinces[other])),
        ),
        level=table.selection.scope.level,
        shared=tuple(
            sorted(shared, key=lambda target: (target.provinces, target.place.name, target.place.id))
        ),
        union=int(table.sizes[one] + table.sizes[other]) - len(shared),
        sizes=(int(table.sizes[one]), int(table.sizes[other])),
        ties=tuple(snapshot.ties.ids[row] for row in sorted(rows)),
        municipal=int(np.count_nonzero(snapshot.ties.municipal[rows])),
        unknown=keep_doubts_of_sharing(list_doubts(table.selection, chosen), table.selection.scope),
        chance=chance,
    )
