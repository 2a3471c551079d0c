"""The targets that several provinces court, each with all its pairs: how crowded a target is."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from graphmap.analysis.blocks import Block
from graphmap.analysis.findings import (
    Doubt,
    PlaceName,
    give_names,
    join_clauses,
    list_names,
    say_municipal,
)
from graphmap.analysis.judging import Judged
from graphmap.analysis.measures import measure_concentration
from graphmap.analysis.pairs import PAIRS_DESCRIBED, JudgedPairs, RivalPair, list_counts, say_verdict
from graphmap.analysis.standings import Squares
from graphmap.language import CODES, load_language
from graphmap.scales import VERDICTS, Level, Verdict

if TYPE_CHECKING:
    from graphmap.language import Language


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
        judged, pairs = self._pairs
        return tuple(pair.described for pair in pairs.choose(limit, np.ones_like(judged.meet)))

    @cached_property
    def _pairs(self) -> tuple[Judged, JudgedPairs]:
        judged = self._block.judged
        return judged, JudgedPairs(self._block, judged, self.level)

    @property
    def all_pairs(self) -> int:
        """Return how many pairs it has."""
        return sum(count for _, count in self.verdicts)

    @property
    def pairs_left_out(self) -> int:
        """Return how many pairs `pairs` leaves out."""
        return max(0, self.all_pairs - PAIRS_DESCRIBED)

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
            "pairs": list_counts(self.verdicts, english),
            "pairs_fa": list_counts(self.verdicts, persian),
            **give_names("who", self.provinces),
            "target_id": self.target.id,
            "province_ids": [province.id for province in self.provinces],
        }

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


def describe_target(block: Block, level: Level) -> Rivalry:
    """Describe the provinces at one target and all their pairs."""
    judged = block.judged
    return Rivalry(
        target=block.target,
        level=level,
        provinces=block.there,
        beside=block.beside,
        verdict=VERDICTS[int(judged.strength.max())],
        verdicts=tuple(judged.count(np.ones_like(judged.meet)).items()),
        preparing=VERDICTS[int(judged.preparing.max())],
        ties=block.ties,
        preparing_ties=block.preparing_ties,
        contact_ties=block.contact_ties,
        tie_counts=tuple(ties for ties in block.tie_counts if ties),
        municipal=block.municipal,
        unknown=block.unknown,
        _block=block,
    )


def rank_targets(squares: Squares) -> list[int]:
    """Return the places of targets at which two meet, by verdict, number of provinces, of ties, and id."""
    division = squares.division
    selection, starts = division.selection, division.edges[:-1]
    if not len(starts):
        return []
    courts = selection.present | selection.snapshot.ties.preparing[selection.ties]
    met = np.flatnonzero(squares.is_met & np.logical_or.reduceat(courts, starts))
    ties = np.add.reduceat(selection.present.astype(np.int64), starts)
    keys = [*(-part[met] for part in (*squares.find_most(), division.there, ties))]
    ids = selection.snapshot.places.ids
    named = [ids[row] for row in division.targets[met].tolist()]
    ranks = [*zip(*(key.tolist() for key in keys), named, strict=True)]
    return [int(met[place]) for place in sorted(range(len(met)), key=ranks.__getitem__)]
