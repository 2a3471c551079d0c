"""Where the ties of two provinces overlap: the targets that both deal with, out of all that either does.

Measures (methods: Jaccard 1912; Szymkiewicz 1934 and Simpson 1943; Adamic and Adar 2003): with the sets A
and B of the targets of two provinces at one level, shared s = |A and B|, union u = |A or B|, Jaccard s / u,
share of the smaller s / min(|A|, |B|), rarity the sum over shared targets of 1 / ln k, with k the number of
provinces that have the target. A Jaccard at one level is never to be compared with one at another: it is not
monotone in the level. Rarity has no upper bound and measures no likeness: it is the order, since a target
that two of many have says more of these two than one that nearly all have.
"""

# /// question
# caption = "Pairs of provinces that deal with the same foreign targets"
# caption_fa = "جفت استان‌هایی که طرف‌های خارجی یکسان دارند"
# description = """
# “2 of 5” means: of the five targets that either deals with, both deal with two. First come pairs whose
# shared targets few other provinces have."""
# description_fa = """
# «۲ از ۵» یعنی از پنج طرفی که حداقل یکی از دو استان با آن رابطه دارد، دو طرف مشترک است. جفت‌هایی که طرف
# مشترکشان را کمتر استانی دارد، نخست می‌آیند."""
# key = ["province_ids"]
#
# [picture]
# kind = "bars"
# caption = "Shared partners of two provinces"
# caption_fa = "تعداد طرف‌های مشترک دو استان"
# of = ["provinces"]
# by = "shared"
#
# [parameters]
# limit = {default = 20}
# [parameters.min_shared]
# type = "whole"
# default = 2
# least = 1
# help = "Fewest targets shared."
# help_fa = "کمترین تعداد طرف‌های مشترک."
# [parameters.province]
# help = "Only pairs with this province: a code or any of its names."
# help_fa = "تنها جفت‌های این استان: کد یا هر یک از نام‌های آن."
#
# [columns]
# provinces = {type = "names", help = "the two provinces", caption_fa = "استان‌ها"}
# shared = {type = "whole", help = "number of targets that both deal with", caption_fa = "تعداد مشترک"}
# [columns.of]
# type = "whole"
# help = "number of targets that either deals with"
# caption = "Of all"
# caption_fa = "از کل"
# [columns.targets]
# type = "names"
# help = "the shared targets"
# caption = "Shared partners"
# caption_fa = "طرف‌های مشترک"
# [columns.rarest]
# type = "whole"
# help = "number of provinces that have the rarest of the shared targets, which stands first"
# caption = "Provinces with the rarest"
# detail = true
# caption_fa = "تعداد استان‌ها نزد کمیاب‌ترین طرف"
# [columns.rarity]
# type = "number"
# help = "the order: sum of 1 / ln(number of provinces that have the target) over the shared targets"
# caption_fa = "کمیابی"
# detail = true
# [columns.jaccard]
# type = "share"
# help = "shared / of"
# caption = "Share of all"
# detail = true
# caption_fa = "نسبت مشترک به کل"
# [columns.smaller_share]
# type = "share"
# help = "shared / the number of targets of the province that has fewer"
# caption = "Share of the smaller"
# detail = true
# caption_fa = "سهم از روابط استان کوچک‌تر"
# [columns.presumed_only]
# type = "whole"
# help = "number of shared targets that are shared by presumption only"
# caption_fa = "مشترک با فرض تداوم"
# [columns.possible_only]
# type = "whole"
# help = "number of shared targets that are possibly shared only"
# caption_fa = "مشترک احتمالی"
# [columns.ties]
# type = "ids"
# help = "ids of the ties it rests on"
# caption_fa = "روابط"
# [columns.province_ids]
# type = "ids"
# help = "ids of the two provinces"
# caption_fa = "شناسهٔ استان‌ها"
# named_by = "provinces"
# [columns.target_ids]
# type = "ids"
# help = "ids of the shared targets"
# caption_fa = "شناسهٔ طرف‌های خارجی"
# named_by = "targets"
# ///

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np
import numpy.typing as npt

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
from graphmap.analysis.scope import Asked, Scope, Selection, select_ties
from graphmap.errors import GraphmapError
from graphmap.scales import CERTAINTIES, Certainty, Level
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language


FEW_TARGETS = 1000
"""Up to so many targets a full table is multiplied, beyond them a sparse one: few are shared by most."""

Numbers = npt.NDArray[np.integer[Any]]


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
    provinces have. `ties` are the ids of all ties of
    the two to the shared targets, of which `municipal` were made by a city.
    """

    provinces: tuple[PlaceName, PlaceName]
    level: Level
    shared: tuple[SharedTarget, ...]
    union: int
    sizes: tuple[int, int]
    ties: tuple[str, ...]
    municipal: int
    unknown: tuple[Doubt, ...]

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
            "ties": list(self.ties),
            "municipal_ties": self.municipal,
            "presumed_only": [one.place.id for one in self.shared if one.certainty == "presumed"],
            "possible_only": [one.place.id for one in self.shared if one.certainty == "possible"],
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


def find_overlaps(
    snapshot: Snapshot,
    level: Level = "country",
    *,
    min_shared: int = 2,
    province: str | None = None,
    limit: int | None = 20,
    **asked: Unpack[Asked],
) -> Findings[Overlap]:
    """Find the pairs of provinces that share targets at a level.

    Ranked: pairs that share two targets or more first; then by the rarity of what they share, by Jaccard, and
    by the ids. Without `as_of` the whole history counts. `province`, by id or any name, keeps the pairs of
    that one. At most `limit` pairs are returned (None: all); `.total` says how many there are, `.counted`
    which ties counted.

    Raises GraphmapError for a level, day, sector, country or province that is none, or min_shared below 1.
    """
    if min_shared < 1:
        raise GraphmapError(
            f"min_shared: {min_shared} would list pairs that share nothing; right would be 1 or more"
        )
    selection = select_ties(snapshot, Scope(level, **asked))
    table = _Table(selection)
    one, other, shared, rarity = table.count_shared(min_shared)
    if province is not None:
        row = snapshot.row(snapshot.directory.find("Province", province))
        kept = (table.provinces[one] == row) | (table.provinces[other] == row)
        one, other, shared, rarity = one[kept], other[kept], shared[kept], rarity[kept]
    total = len(one)
    # No rarity reaches this, so pairs that share two targets or more stand first.
    rank = rarity + (shared >= 2) * (1 + rarity.max(initial=0))
    if limit is not None and 0 < limit < total:
        kept = rank >= np.partition(rank, total - limit)[total - limit]
        one, other, shared, rank = one[kept], other[kept], shared[kept], rank[kept]
    jaccard = shared / (table.sizes[one] + table.sizes[other] - shared)
    order = np.lexsort((other, one, -jaccard, -rank))[:limit]
    found = (table.describe(int(one[i]), int(other[i])) for i in order)
    unknown = keep_doubts_of_sharing(list_doubts(selection, slice(None)), selection.scope)
    return Findings(found, selection.scope, selection.counted, total, unknown)


class _Table:
    """Provinces by targets, as a sparse table, and the ties behind each of its cells."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.provinces, rows = np.unique(selection.province, return_inverse=True)
        self.targets, columns = np.unique(selection.target, return_inverse=True)
        # Cells are numbered row by row, and the ties put in that order: a cell's ties stand together.
        cells = rows.astype(np.int64) * max(len(self.targets), 1) + columns
        self.order = np.argsort(cells, kind="stable")
        self.cells, self.starts = np.unique(cells[self.order], return_index=True)
        certainty = selection.certainty[self.order]
        self.certainty = np.maximum.reduceat(certainty, self.starts) if len(cells) else certainty
        self.ends = np.append(self.starts[1:], len(cells))
        width = max(len(self.targets), 1)
        self.sizes = np.bincount(self.cells // width, minlength=len(self.provinces))
        self.holders = np.bincount(self.cells % width, minlength=width)

    def count_shared(self, least: int) -> tuple[Numbers, Numbers, Numbers, npt.NDArray[np.float64]]:
        """Return pairs of rows that share at least so many targets, the lower first, how many, how rare."""
        from scipy import sparse

        height, width = len(self.provinces), max(len(self.targets), 1)
        rows, columns = self.cells // width, self.cells % width
        # A target of one province alone is shared by none, and weighs nothing.
        weights = np.where(self.holders > 1, 1 / np.log(np.maximum(self.holders, 2)), 0)
        if width <= FEW_TARGETS:
            filled = np.zeros((height, width), np.float32)
            filled[rows, columns] = 1
            counts = np.rint(filled @ filled.T).astype(np.int32)
            one, other = np.nonzero(np.triu(counts >= least, k=1))
            found = counts[one, other]
            rarity = ((filled * weights) @ filled.T)[one, other]
        else:
            table = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(height, width))
            products = sparse.triu(table @ table.T, k=1).tocoo()
            kept = products.data >= least
            one, other = (axis[kept] for axis in products.coords)
            found = products.data[kept].astype(np.int32)
            rarity = np.asarray((table.multiply(weights) @ table.T).tocsr()[one, other]).ravel()
        # Sums of the same terms in another order differ in their last digits, and decide no order.
        return one, other, found, np.asarray(np.round(rarity, 9), np.float64)

    def describe(self, one: int, other: int) -> Overlap:
        """Return the overlap of two rows of the table."""
        snapshot, width = self.selection.snapshot, len(self.targets)
        first, second = (
            slice(*np.searchsorted(self.cells, (row * width, (row + 1) * width))) for row in (one, other)
        )
        targets, at_first, at_second = np.intersect1d(
            self.cells[first] % width, self.cells[second] % width, assume_unique=True, return_indices=True
        )
        shared, ties = [], []
        for target, a, b in zip(targets, at_first + first.start, at_second + second.start, strict=True):
            place = name_place(snapshot, int(self.targets[target]))
            certainty = CERTAINTIES[min(self.certainty[a], self.certainty[b])]
            shared.append(SharedTarget(place, certainty, int(self.holders[target])))
            ties += [self.order[self.starts[cell] : self.ends[cell]] for cell in (a, b)]
        chosen = np.concatenate(ties)
        rows = self.selection.ties[chosen]
        return Overlap(
            provinces=(
                name_place(snapshot, int(self.provinces[one])),
                name_place(snapshot, int(self.provinces[other])),
            ),
            level=self.selection.scope.level,
            shared=tuple(
                sorted(shared, key=lambda target: (target.provinces, target.place.name, target.place.id))
            ),
            union=int(self.sizes[one] + self.sizes[other]) - len(shared),
            sizes=(int(self.sizes[one]), int(self.sizes[other])),
            ties=tuple(snapshot.ties.ids[row] for row in sorted(rows)),
            municipal=int(np.count_nonzero(snapshot.ties.municipal[rows])),
            unknown=keep_doubts_of_sharing(list_doubts(self.selection, chosen), self.selection.scope),
        )
