"""Groups of provinces that deal with the same foreign targets: the largest, as formal concepts.

A group is a set of provinces and the set of all targets that every one of them deals with, to which no other
province that deals with all of them could be added (analysis/concepts.py). Groups may have provinces in
common; each stands for itself.
"""

# /// question
# caption = "Groups of provinces that deal with the same foreign targets"
# caption_fa = "گروه استان‌هایی که طرف‌های خارجی یکسان دارند"
# description = """
# Each group is as large as can be: every one of its provinces deals with every one of its targets, and no
# other province deals with them all. First come the groups with the most provinces times targets."""
# description_fa = """
# هر گروه تا حد امکان بزرگ است: هر استان آن با همهٔ طرف‌های خارجی گروه رابطه دارد و استان دیگری نیست که با
# همهٔ آن‌ها رابطه داشته باشد. گروه‌هایی که حاصل‌ضرب تعداد استان‌ها در تعداد طرف‌های آن‌ها بیشتر است، نخست
# می‌آیند."""
# key = ["province_ids"]
#
# [picture]
# kind = "bars"
# caption = "Shared partners of each group"
# caption_fa = "تعداد طرف‌های مشترک هر گروه"
# of = ["provinces"]
# by = "shared"
#
# [parameters]
# limit = {default = 20}
# [parameters.min_provinces]
# type = "whole"
# default = 3
# least = 2
# help = "Fewest provinces of a group."
# help_fa = "کمترین تعداد استان‌های گروه."
# [parameters.min_shared]
# type = "whole"
# default = 2
# least = 1
# help = "Fewest targets shared."
# help_fa = "کمترین تعداد طرف‌های مشترک."
# [parameters.province]
# help = "Only groups with this province: a code or any of its names."
# help_fa = "تنها گروه‌های دارای این استان: کد یا هر یک از نام‌های آن."
#
# [columns]
# provinces = {type = "names", help = "the provinces of the group", caption_fa = "استان‌ها"}
# members = {type = "whole", help = "number of its provinces", caption_fa = "تعداد استان‌ها"}
# shared = {type = "whole", help = "number of targets that all of them deal with", caption_fa = "تعداد مشترک"}
# [columns.targets]
# type = "names"
# help = "the targets that all of them deal with"
# caption = "Shared partners"
# caption_fa = "طرف‌های مشترک"
# [columns.joint]
# type = "names"
# help = "those of the targets with which all deal by acts of all of them alone"
# caption = "By a joint act alone"
# caption_fa = "تنها با اقدام مشترک"
# empty = "none"
# [columns.presumed_only]
# type = "whole"
# help = "number of shared targets that are shared by presumption only"
# caption_fa = "مشترک با فرض تداوم"
# detail = true
# [columns.possible_only]
# type = "whole"
# help = "number of shared targets that are possibly shared only"
# caption_fa = "مشترک احتمالی"
# detail = true
# [columns.ties]
# type = "ids"
# help = "ids of the ties it rests on"
# caption_fa = "روابط"
# [columns.province_ids]
# type = "ids"
# help = "ids of the provinces"
# caption_fa = "شناسهٔ استان‌ها"
# named_by = "provinces"
# [columns.target_ids]
# type = "ids"
# help = "ids of the shared targets"
# caption_fa = "شناسهٔ طرف‌های خارجی"
# named_by = "targets"
# ///

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from graphmap.analysis.concepts import TooMuchWork, find_concepts, list_bits
from graphmap.analysis.findings import (
    Doubt,
    Findings,
    PlaceName,
    give_names,
    join_clauses,
    keep_doubts_of_sharing,
    list_doubts,
    list_names,
    name_place,
    say_municipal,
)
from graphmap.analysis.largest import Sizes, find_largest
from graphmap.analysis.parties import list_parties
from graphmap.analysis.scope import Asked, Scope, Selection, select_ties
from graphmap.errors import GraphmapError
from graphmap.scales import CERTAINTIES, Certainty, Level
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language

MOST_CONCEPTS = 200_000
"""How many concepts are looked at one by one; of more the largest alone are found."""

MOST_WORK = 100_000_000_000
"""How much may be done to find them, in cells (analysis/largest.py): about a minute."""


class TooManyGroups(GraphmapError):
    """There are more groups than can be told apart: what is asked has to be narrowed."""


@dataclass(frozen=True, slots=True)
class GroupTarget:
    """A target that all of a group deal with, and how surely: as surely as the least sure of them.

    It is `joint` where all their ties there rest on acts of which all of them are parties.
    """

    place: PlaceName
    certainty: Certainty
    joint: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Provinces, and all targets at a level that every one of them deals with; no other deals with them all.

    `ties` are the ids of all their ties to these targets, of which `municipal` were made by a city.
    """

    provinces: tuple[PlaceName, ...]
    level: Level
    targets: tuple[GroupTarget, ...]
    ties: tuple[str, ...]
    municipal: int
    unknown: tuple[Doubt, ...]

    def count(self, certainty: Certainty) -> int:
        """Return how many of the targets are shared so surely and no surer."""
        return sum(target.certainty == certainty for target in self.targets)

    @property
    def joint(self) -> tuple[PlaceName, ...]:
        """Return the targets with which all of them deal by acts of all of them alone."""
        return tuple(target.place for target in self.targets if target.joint)

    def sentence(self, language: Language) -> str:
        """Say it in a language: "Qom, Tehran and Yazd all deal with 2 countries: Iraq and Türkiye"."""
        shared = len(self.targets)
        clauses = [
            language.words(
                f"group-{self.level}",
                provinces=list_names(self.provinces, language),
                shared=shared,
                names=list_names((target.place for target in self.targets), language),
            )
        ]
        if self.joint:
            clauses.append(language.words("group-joint", names=list_names(self.joint, language)))
        for certainty in ("presumed", "possible"):
            if count := self.count(certainty):
                name = f"overlap-{certainty}-all" if count == shared else f"overlap-{certainty}"
                clauses.append(language.words(name, **{certainty: count}))
        clauses += say_municipal(self.municipal, len(self.ties), language)
        clauses += [doubt.sentence(language) for doubt in self.unknown]
        return join_clauses(clauses, language)

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        places = [target.place for target in self.targets]
        return {
            **give_names("provinces", self.provinces),
            "members": len(self.provinces),
            **give_names("targets", places),
            "shared": len(places),
            **give_names("joint", self.joint),
            "presumed_only": self.count("presumed"),
            "possible_only": self.count("possible"),
            "ties": self.ties,
            "province_ids": [province.id for province in self.provinces],
            "target_ids": [place.id for place in places],
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "provinces": [province.id for province in self.provinces],
            "targets": [target.place.as_json() for target in self.targets],
            "joint": [place.id for place in self.joint],
            "presumed_only": [one.place.id for one in self.targets if one.certainty == "presumed"],
            "possible_only": [one.place.id for one in self.targets if one.certainty == "possible"],
            "ties": list(self.ties),
            "municipal_ties": self.municipal,
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


class Groups(Findings[Group]):
    """The groups; without `counted_all` their `total` is how many were counted, and there are more."""

    counted_all: bool

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Say that there are more than were counted, if so."""
        return () if self.counted_all else (language.words("groups-more", counted=self.total),)

    def tell_whole(self) -> dict[str, Any]:
        """Return that not all were counted, if so, as JSON holds it."""
        return {} if self.counted_all else {"counted_all": False}


def find_groups(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    min_provinces: int = 3,
    min_shared: int = 2,
    province: str | None = None,
    limit: int | None = 20,
    **asked: Unpack[Asked],
) -> Groups:
    """Find the largest groups of provinces that all deal with the same targets at a level.

    Ranked by provinces times targets, then by targets, then by the ids. Without `as_of` the whole history
    counts. `province`, by id or any name, keeps the groups that it is in. At most `limit` are returned (None:
    all); `.total` says how many there are, `.counted` which ties counted. Where there are more than
    MOST_CONCEPTS, the first are found without making all, and `.total` says how many were counted.

    Raises GraphmapError for a level, day, sector, country or province that is none, for min_provinces below 2
    or min_shared below 1, TooManyGroups where all of more than MOST_CONCEPTS are asked for.
    """
    for name, given, least in (("min_provinces", min_provinces, 2), ("min_shared", min_shared, 1)):
        if given < least:
            raise GraphmapError(f"{name}: {given} would make no group; right would be {least} or more")
    selection = select_ties(snapshot, Scope(level, **asked))
    table = _Table(selection)
    if province is not None:
        table.keep_of(snapshot.row(snapshot.directory.find("Province", province)))
    fewest = min_provinces, min_shared
    first, number, counted_all = _First(limit), 0, True
    for place, (rows, columns) in enumerate(find_concepts(table.rows, table.width, min_provinces)):
        if place == MOST_CONCEPTS:
            counted_all = False
            first = _First(limit)
            for group in _find_largest(table, fewest, limit):
                first.take(*group)
            break
        if columns.bit_count() >= min_shared:
            number += 1
            first.take(rows, columns)
    unknown = keep_doubts_of_sharing(list_doubts(selection, slice(None)), selection.scope)
    described = [table.describe(rows, columns) for rows, columns in first.list_ranked()]
    groups = Groups(described, selection.scope, selection.counted, number, unknown)
    groups.counted_all = counted_all
    return groups


def _find_largest(table: _Table, least: tuple[int, int], limit: int | None) -> Sequence[tuple[int, int]]:
    if limit is not None:
        with suppress(TooMuchWork):
            return find_largest(table.rows, table.width, least, limit, MOST_WORK)
    raise TooManyGroups(
        f"more than {MOST_CONCEPTS:,} groups share targets here; name a country or a sector, or give "
        "a larger min_provinces"
    )


class _First:
    """The first of some groups, as rows and columns: no more is held than may be among them."""

    def __init__(self, limit: int | None) -> None:
        self.limit = limit
        self.held: list[tuple[tuple[int, int], int, int]] = []
        self.sizes = Sizes[tuple[int, int]](limit)

    def take(self, rows: int, columns: int) -> None:
        """Take a group, if it may be among the first."""
        shared = columns.bit_count()
        size = rows.bit_count() * shared, shared
        if not self.sizes.take(size):
            return
        floor = self.sizes.floor
        if self.limit and floor and len(self.held) > 2 * self.limit + 1000:
            self.held = [one for one in self.held if one[0] >= floor]
        self.held.append((size, rows, columns))

    def list_ranked(self) -> list[tuple[int, int]]:
        """Return them in order: by provinces times targets, then by targets, then by the ids."""
        ranked = sorted(self.held, key=lambda one: (-one[0][0], -one[0][1], list(list_bits(one[1]))))
        return [(rows, columns) for _, rows, columns in ranked[: self.limit]]


class _Table:
    """Provinces by targets as bits, and the ties behind each cell; only targets that two provinces have."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.cells: dict[tuple[int, int], list[int]] = {}
        pairs = zip(selection.province.tolist(), selection.target.tolist(), strict=True)
        for place, pair in enumerate(pairs):
            self.cells.setdefault(pair, []).append(place)
        held: dict[int, list[int]] = {}
        for province, target in self.cells:
            held.setdefault(target, []).append(province)
        shared = {target: provinces for target, provinces in held.items() if len(provinces) > 1}
        # Targets that many have come first: closing them leaves the fewest columns to try.
        self.targets = sorted(shared, key=lambda target: (-len(shared[target]), target))
        self.provinces = sorted({province for provinces in shared.values() for province in provinces})
        self.width = len(self.targets)
        place_of = {target: place for place, target in enumerate(self.targets)}
        codes = dict.fromkeys(self.provinces, 0)
        for target, provinces in shared.items():
            for province in provinces:
                codes[province] |= 1 << place_of[target]
        self.rows = list(codes.values())
        self.parties = list_parties(selection.snapshot, selection.ties)

    def keep_of(self, province: int) -> None:
        """Keep the targets alone that a certain province has: the groups left are those that it is in."""
        held = self.rows[self.provinces.index(province)] if province in self.provinces else 0
        self.rows = [row & held for row in self.rows] if held else []

    def describe(self, rows: int, columns: int) -> Group:
        """Return the group of some rows and columns."""
        selection, snapshot = self.selection, self.selection.snapshot
        provinces = [self.provinces[row] for row in list_bits(rows)]
        targets, chosen = [], []
        for target in (self.targets[column] for column in list_bits(columns)):
            there = [self.cells[province, target] for province in provinces]
            least = min(max(selection.certainty[places].tolist()) for places in there)
            places = [place for some in there for place in some]
            joint = self._are_joint(places, provinces)
            targets.append(GroupTarget(name_place(snapshot, target), CERTAINTIES[least], joint))
            chosen += places
        ties = selection.ties[np.array(sorted(chosen), dtype=np.int64)]
        return Group(
            provinces=tuple(name_place(snapshot, province) for province in provinces),
            level=selection.scope.level,
            targets=tuple(sorted(targets, key=lambda target: (target.place.name, target.place.id))),
            ties=tuple(snapshot.ties.ids[row] for row in sorted(ties.tolist())),
            municipal=int(np.count_nonzero(snapshot.ties.municipal[ties])),
            unknown=keep_doubts_of_sharing(
                list_doubts(selection, np.array(sorted(chosen), dtype=np.int64)), selection.scope
            ),
        )

    def _are_joint(self, places: list[int], provinces: list[int]) -> bool:
        """Say whether all of some ties rest on acts of which all of some provinces are parties."""
        acts = set(self.selection.snapshot.ties.documents.codes[self.selection.ties[places]].tolist())
        return all(act != NOTHING and self.parties[act].issuperset(provinces) for act in acts)
