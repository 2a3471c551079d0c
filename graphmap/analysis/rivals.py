"""Where provinces court one target for the same thing at the same time: a finding a target."""

# /// question
# caption = "Foreign targets that several provinces court for the same thing at the same time"
# caption_fa = "طرف‌های خارجی که چند استان هم‌زمان و در یک حوزه به آن‌ها روی آورده‌اند"
# description = """
# A verdict is certain, possible, complementary (different sectors), possibly complementary, or successive
# (not at the same time). What the data do not say makes it possible, never certain."""
# description_fa = """
# ارزیابی می‌تواند قطعی، احتمالی، مکمل (در حوزه‌های متفاوت)، شاید مکمل یا پی‌درپی (نه هم‌زمان) باشد.
# آنچه داده‌ها نمی‌گویند رقابت را احتمالی می‌کند، نه قطعی."""
# key = ["target_id"]
#
# [parameters]
# until = {}
# limit = {}
#
# [columns]
# target = {type = "name", help = "the target", caption_fa = "طرف خارجی"}
# verdict = {type = "verdict", help = "the strongest verdict of its pairs", caption_fa = "ارزیابی"}
# provinces = {type = "whole", help = "number of provinces there", caption_fa = "استان‌ها"}
# ties = {type = "ids", help = "ids of the ties it rests on", caption_fa = "پیوندها"}
# [columns.effective]
# type = "number"
# help = "effective number of provinces, by ties in force"
# caption = "effective provinces"
# caption_fa = "شمار مؤثر استان‌ها"
# [columns.crowding]
# type = "number"
# help = "share of the active sector-time with two provinces or more"
# caption_fa = "تراکم"
# [columns.pairs]
# type = "names"
# help = "how many pairs have which verdict"
# caption_fa = "جفت‌ها"
# [columns.who]
# type = "names"
# help = "the provinces there"
# caption_fa = "کدام استان‌ها"
# [columns.target_id]
# type = "id"
# help = "id of the target"
# caption_fa = "شناسهٔ طرف خارجی"
# named_by = "target"
# [columns.province_ids]
# type = "ids"
# help = "ids of the provinces there"
# caption_fa = "شناسهٔ استان‌ها"
# named_by = "who"
# ///

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

import numpy as np

from graphmap.analysis.absence import Absences
from graphmap.analysis.blocks import Block, divide_by_target
from graphmap.analysis.findings import (
    Doubt,
    Findings,
    PlaceName,
    give_names,
    join_clauses,
    list_doubts,
    list_names,
    say_municipal,
)
from graphmap.analysis.measures import measure_concentration
from graphmap.analysis.pairs import RivalPair, say_verdict
from graphmap.analysis.scope import Asked, Scope, select_ties
from graphmap.analysis.sole_contacts import SoleContact, describe_contact, rank_contact
from graphmap.language import CODES, load_language
from graphmap.scales import VERDICTS, Level, Verdict
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.language import Language

SHOWN = 10
"""How many pairs and sole contacts a person is told."""

PAIRS_DESCRIBED = 500
"""How many pairs of one target are described unless more are asked for: more than 31 provinces can make."""


@dataclass(frozen=True)
class Rivalry:
    """One target, the provinces that are there, and what each two of them are to each other.

    `beside` are provinces that are not there, but prepare a tie (`preparing_ties`) or are in contact
    (`contact_ties`). `verdict` is the strongest of all pairs, `verdicts` how many pairs have which (by
    strength), `preparing` the strongest among ties not yet in force. `tie_counts` are the ties of each
    province, in the order of `provinces`.
    """

    target: PlaceName
    level: Level
    provinces: tuple[PlaceName, ...]
    beside: tuple[PlaceName, ...]
    verdict: Verdict
    verdicts: tuple[tuple[Verdict, int], ...]
    preparing: Verdict
    ties: tuple[str, ...]
    preparing_ties: tuple[str, ...]
    contact_ties: tuple[str, ...]
    tie_counts: tuple[int, ...]
    municipal: int
    unknown: tuple[Doubt, ...]
    _block: Block = field(repr=False)

    @cached_property
    def pairs(self) -> tuple[RivalPair, ...]:
        """Return its pairs, the strongest first, at most PAIRS_DESCRIBED of them."""
        return self.list_pairs(PAIRS_DESCRIBED)

    def list_pairs(self, limit: int | None = None) -> tuple[RivalPair, ...]:
        """Return its pairs, by strength and ids, at most so many."""
        block = self._block
        strength, preparing = block.judge_pairs()
        provinces = block.provinces
        upper = np.triu_indices(len(provinces), k=1)
        order = np.lexsort((upper[1], upper[0], -preparing[upper], -strength[upper]))[:limit]
        pairs = zip(upper[0][order].tolist(), upper[1][order].tolist(), strict=True)
        return tuple(
            RivalPair(
                target=self.target,
                provinces=(provinces[one], provinces[other]),
                verdict=VERDICTS[strength[one, other]],
                preparing=VERDICTS[preparing[one, other]],
                days=block.count_days(one, other),
                shares=block.measure_pair(one, other),
                rivalry_range=block.bound_pair(one, other),
                sectors=block.common_sectors(one, other),
                first=None if (first := block.find_first(one, other)) is None else provinces[first],
                ties=block.list_ties(one, other),
                unknown=block.list_doubts(one, other),
            )
            for one, other in pairs
        )

    @property
    def pairs_left_out(self) -> int:
        """Return how many pairs `pairs` leaves out."""
        return max(0, sum(count for _, count in self.verdicts) - PAIRS_DESCRIBED)

    @cached_property
    def crowding(self) -> float | None:
        """Return K, the share of its active sector-time with two provinces or more; None if unknown."""
        return self._block.measure_crowding()

    @property
    def concentration(self) -> float | None:
        """Return the Herfindahl-Hirschman index of its ties in force by province; None if there is none."""
        return measure_concentration(self.tie_counts)

    @property
    def effective_provinces(self) -> float | None:
        """Return the effective number of its provinces, the inverse of the concentration."""
        return 1 / self.concentration if self.concentration else None

    def sentence(self, language: Language) -> str:
        """Say it: "Türkiye: 10 provinces, 13 ties; possible rivalry, since no tie names its sector"."""
        target = self.target.in_language(language)
        counts = language.words("target", target=target, provinces=len(self.provinces), ties=len(self.ties))
        return join_clauses([counts, *self._list_clauses(language)], language)

    def remark(self, language: Language) -> str:
        """Say it where the target, its provinces and its ties have just been named and counted."""
        said = join_clauses(self._list_clauses(language), language)
        return said[0].upper() + said[1:]

    def _list_clauses(self, language: Language) -> list[str]:
        clauses = []
        told = tuple(one for one in self.unknown if one.what == "sectors" and one.ties == one.of)
        if self.verdict == "possible" and told:
            clauses.append(language.words("possible-without-sectors"))
        else:
            told = ()
            clauses += [
                language.words("pairs-counted", verdict=say_verdict(name, language), pairs=count)
                for name, count in self.verdicts
                if name != "none"
            ] or [language.words("verdict-none")]
        if self.preparing != "none":
            clauses.append(language.words("preparing", verdict=say_verdict(self.preparing, language)))
        if self.beside:
            clauses.append(language.words("beside", names=list_names(self.beside, language)))
        clauses += say_municipal(self.municipal, len(self.ties), language)
        return clauses + [doubt.sentence(language) for doubt in self.unknown if doubt not in told]

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        english, persian = (load_language(code) for code in CODES)
        return {
            **give_names("target", self.target),
            "verdict": self.verdict,
            "provinces": len(self.provinces),
            "ties": self.ties,
            "effective": self.effective_provinces,
            "crowding": self.crowding,
            "pairs": self._count_pairs(english),
            "pairs_fa": self._count_pairs(persian),
            **give_names("who", self.provinces),
            "target_id": self.target.id,
            "province_ids": [province.id for province in self.provinces],
        }

    def _count_pairs(self, language: Language) -> list[str]:
        return [f"{say_verdict(name, language)}: {language.number(pairs)}" for name, pairs in self.verdicts]

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it, with the pairs that `pairs` describes."""
        return {
            "target": self.target.as_json(),
            "provinces": [province.id for province in self.provinces],
            "beside": [province.id for province in self.beside],
            "verdict": self.verdict,
            "ties": list(self.ties),
            "municipal_ties": self.municipal,
            "verdicts": dict(self.verdicts),
            "preparing": self.preparing,
            "preparing_ties": list(self.preparing_ties),
            "contact_ties": list(self.contact_ties),
            "crowding": self.crowding,
            "concentration": self.concentration,
            "effective_provinces": self.effective_provinces,
            "pairs": [pair.as_json() for pair in self.pairs],
            "pairs_left_out": self.pairs_left_out,
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


class Rivals(Findings[Rivalry]):
    """The targets with two provinces or more, and apart from them the `sole_contacts`."""

    sole_contacts: Findings[SoleContact]

    def details(self, language: Language) -> tuple[str, ...]:
        """Say the first pairs of each target where one country was asked for."""
        if self.scope.country is None:
            return ()
        said: list[str] = []
        for rivalry in self:
            said += [pair.sentence(language) for pair in rivalry.list_pairs(SHOWN)]
            described = min(sum(count for _, count in rivalry.verdicts), PAIRS_DESCRIBED)
            if described > SHOWN:
                said.append(language.words("told-more", more=described - SHOWN))
        return tuple(said)

    def remarks(self, language: Language) -> tuple[str, ...]:
        """Name the first sole contacts."""
        alone = self.sole_contacts
        if not alone:
            return ()
        named = (
            f"{contact.target.in_language(language)} ({contact.province.in_language(language)})"
            for contact in alone[:SHOWN]
        )
        said = [f"{language.words('told-alone', count=len(alone))} {language.words('list-mark').join(named)}"]
        if len(alone) > SHOWN:
            said.append(language.words("told-more", more=len(alone) - SHOWN))
        return tuple(said)

    def as_json(self) -> dict[str, Any]:
        """Return them as JSON holds them, with the horizon and the sole contacts."""
        said = super().as_json()
        return {
            "as_of": said.pop("as_of"),
            "until": self.scope.as_json()["until"],
            "level": said.pop("level"),
            "findings": said.pop("findings"),
            "sole_contacts": [contact.as_json() for contact in self.sole_contacts],
            **said,
        }


def find_rivals(
    snapshot: Snapshot, level: Level = "country", *, limit: int | None = None, **asked: Unpack[Asked]
) -> Rivals:
    """Find the targets where two provinces or more are, and judge each two of them.

    Ranked by verdict (the strongest first), by number of provinces, of ties, and by id. On a day (`as_of`)
    the ties possibly in force then are held against each other; without it, the whole history: there two
    that never met in time are successive. Days, R, C and U run from the earliest known start to the day
    after `as_of`, or to `until` (the first day not counted); without either, open ends leave them unknown.
    `sector` and `country` narrow what is looked at. `.sole_contacts` lists the targets of one province,
    `.counted` which ties counted, `.total` how many targets there are before `limit`.

    Raises GraphmapError for a level, day, sector or country that is none.
    """
    selection = select_ties(snapshot, Scope(level, **asked), beside=True)
    found: list[Rivalry] = []
    alone: list[SoleContact] = []
    absences = Absences(snapshot, selection.scope.as_of)
    for block in divide_by_target(selection):
        if len(block.there) == 1:
            alone.append(describe_contact(block, level, absences))
        if block.is_meeting_point:
            found.append(_describe(block, level))
    found.sort(key=_rank)
    alone.sort(key=rank_contact)
    unknown = list_doubts(selection, np.flatnonzero(selection.present))
    rivals = Rivals(found[:limit], selection.scope, selection.counted, len(found), unknown)
    rivals.sole_contacts = Findings(alone, selection.scope, selection.counted, unknown=unknown)
    return rivals


def _describe(block: Block, level: Level) -> Rivalry:
    strength, preparing = block.judge_pairs()
    # Both triangles are alike, so each pair stands twice; the diagonal is none.
    counts = np.bincount(strength.ravel(), minlength=len(VERDICTS))
    counts[0] -= len(block.provinces)
    verdicts = tuple(
        (name, int(count) // 2) for name, count in reversed([*zip(VERDICTS, counts, strict=True)]) if count
    )
    return Rivalry(
        target=block.target,
        level=level,
        provinces=block.there,
        beside=block.beside,
        verdict=VERDICTS[int(strength.max())],
        verdicts=verdicts,
        preparing=VERDICTS[int(preparing.max())],
        ties=block.ties,
        preparing_ties=block.preparing_ties,
        contact_ties=block.contact_ties,
        tie_counts=tuple(ties for ties in block.tie_counts if ties),
        municipal=block.municipal,
        unknown=block.unknown,
        _block=block,
    )


def _rank(rivalry: Rivalry) -> tuple[int, int, int, int, str]:
    strength = VERDICTS.index(rivalry.verdict), VERDICTS.index(rivalry.preparing)
    return (-strength[0], -strength[1], -len(rivalry.provinces), -len(rivalry.ties), rivalry.target.id)
