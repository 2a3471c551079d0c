"""Contests: where pairs of provinces meet, each at the finest target that both have (methods 3.4, item 4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from graphmap.analysis.blocks import Block
from graphmap.analysis.findings import Doubt, PlaceName, give_names, join_clauses, list_names
from graphmap.analysis.judging import Codes, Judged
from graphmap.analysis.meetings import Meeting, find_meeting
from graphmap.analysis.pairs import (
    PAIRS_DESCRIBED,
    JudgedPair,
    JudgedPairs,
    RivalPair,
    list_counts,
    rank_pair,
    say_verdict,
    tell_sectors,
)
from graphmap.language import CODES, load_language
from graphmap.scales import VERDICTS, Level, Verdict
from graphmap.store.snapshot import Flags

if TYPE_CHECKING:
    from graphmap.language import Language

LED_BY = 10
"""How many of its strongest pairs a contest is ranked and summed up by: R of all of them would take long."""


@dataclass(frozen=True)
class Contest:
    """A target at which pairs of provinces meet, and what those pairs are to each other there.

    A pair meets at the finest target at which both have a commitment: a country is the contest of those pairs
    alone that meet nowhere nearer in it. Pairs that meet by ties not in force yet alone are counted apart.
    What is said of it is worked out when it is asked for.
    """

    level: Level
    _block: Block = field(repr=False)
    judged: Judged = field(repr=False)
    """What each two of the provinces of `strengths` are, by ties in force and by those not yet."""

    @property
    def target(self) -> PlaceName:
        """Return the target."""
        return self._block.target

    @property
    def verdict(self) -> Verdict:
        """Return the strongest verdict of its pairs."""
        return VERDICTS[int(self.judged.strength.max())]

    @property
    def preparing(self) -> Verdict:
        """Return the strongest verdict of its pairs among ties not in force yet."""
        return VERDICTS[int(self.judged.preparing.max())]

    @cached_property
    def _counts(self) -> Mapping[Verdict, int]:
        return self.judged.count(self.judged.meet)

    @property
    def verdicts(self) -> tuple[tuple[Verdict, int], ...]:
        """Return how many of its pairs have which verdict, the strongest first."""
        return tuple((verdict, count) for verdict, count in self._counts.items() if verdict != "none")

    @property
    def preparing_pairs(self) -> int:
        """Return how many pairs meet by ties not in force yet alone."""
        return self._counts.get("none", 0)

    @cached_property
    def _there(self) -> Flags:
        there: Flags = np.logical_or.reduce(self.judged.meet, axis=1)
        return there

    @property
    def provinces(self) -> tuple[PlaceName, ...]:
        """Return the provinces of its pairs."""
        return _take(self._block.provinces, self._there)

    @property
    def in_contact(self) -> tuple[PlaceName, ...]:
        """Return the provinces that have events there and no more."""
        lasting = self._block.table["present"] | self._block.table["preparing"]
        only_events = ~np.logical_or.reduceat(lasting, self._block.edges[:-1])
        return _take(self._block.provinces, only_events & ~self._there)

    @cached_property
    def _rows(self) -> list[int]:
        places = np.flatnonzero(self._there).tolist()
        return [row for place in places for row in self._block.rows_of(place)]

    @cached_property
    def ties(self) -> tuple[str, ...]:
        """Return the ids of the ties that it rests on."""
        return self._block.name_ties(self._rows)

    @cached_property
    def unknown(self) -> tuple[Doubt, ...]:
        """Return what is unknown of them."""
        return self._block.list_doubts_of(self._rows)

    @cached_property
    def pairs(self) -> tuple[RivalPair, ...]:
        """Return its pairs, the strongest first, at most PAIRS_DESCRIBED of them."""
        return self.list_pairs(PAIRS_DESCRIBED)

    def list_pairs(self, limit: int | None = None) -> tuple[RivalPair, ...]:
        """Return its pairs by verdict, R, the later that both were there, and ids; at most so many.

        Where there are more, those of the strongest verdicts are taken, in the order of their ids.
        """
        return tuple(pair.described for pair in sorted(self._pairs.choose(limit), key=rank_pair))

    @cached_property
    def _pairs(self) -> JudgedPairs:
        return JudgedPairs(self._block, self.judged, self.level)

    @property
    def strengths(self) -> tuple[tuple[PlaceName, ...], Codes]:
        """Return all provinces with a tie there, and what each two are: a square table of places on VERDICTS.

        Two that meet nearer are nothing to each other here.
        """
        return self._block.provinces, self.judged.strength

    def find_meeting(self, one: int, other: int) -> Meeting:
        """Return where two of the provinces of `strengths` meet, each by its place there."""
        return find_meeting(self._block, one, other)

    @property
    def pair_count(self) -> int:
        """Return how many pairs it has of which both are there."""
        return sum(count for _, count in self.verdicts)

    @property
    def all_pairs(self) -> int:
        """Return how many pairs it has, those that meet by ties not in force yet alone among them."""
        return self.pair_count + self.preparing_pairs

    @property
    def pairs_left_out(self) -> int:
        """Return how many pairs `pairs` leaves out."""
        return max(0, self.all_pairs - PAIRS_DESCRIBED)

    @cached_property
    def leading(self) -> tuple[JudgedPair, ...]:
        """Return the first of its strongest pairs, which it is ranked by and summed up from."""
        return tuple(sorted(self._strongest, key=rank_pair))

    @cached_property
    def _strongest(self) -> list[JudgedPair]:
        """Return the first of its strongest pairs, by strength and ids alone."""
        pairs = self._pairs.choose(LED_BY)
        like_all = (self.verdict, self.preparing)
        return [pair for pair in pairs if (pair.verdict, pair.preparing) == like_all] or pairs

    @property
    def _sectors(self) -> list[str]:
        """Return the sectors in which its leading pairs meet, in the order of these."""
        alike = len({pair.meeting.sectors for pair in self._strongest}) == 1
        # R, which pairs are ordered by, takes long: where all meet in the same, their order tells nothing.
        pairs = self._strongest[:1] if alike else self.leading
        return list(dict.fromkeys(sector for pair in pairs for sector in pair.meeting.sectors))

    def sentence(self, language: Language) -> str:
        """Say it: "Governor of Erbil: Tehran, Qazvin; presumed rivalry (1 of 1 pair)"."""
        names = list_names(self.provinces, language)
        said = [language.words("contest", target=self.target.in_language(language), names=names)]
        said += [
            language.words(
                "contest-pairs", pairs=count, all=self.pair_count, verdict=say_verdict(name, language)
            )
            for name, count in self.verdicts
        ]
        if self.preparing != "none":
            said.append(language.words("preparing", verdict=say_verdict(self.preparing, language)))
        if self.in_contact:
            said.append(language.words("contest-contact", names=list_names(self.in_contact, language)))
        said += [doubt.sentence(language) for doubt in self.unknown]
        return join_clauses(said, language)

    def cells(self) -> dict[str, Any]:
        """Return its value of each column."""
        english, persian = (load_language(code) for code in CODES)
        return {
            **give_names("target", self.target),
            "level": self.level,
            "verdict": self.verdict,
            "pairs": list_counts(self.verdicts, english),
            "pairs_fa": list_counts(self.verdicts, persian),
            "provinces": len(self.provinces),
            **give_names("who", self.provinces),
            "sectors": tell_sectors(self._sectors, self.verdict, self.preparing, self.unknown),
            "ties": self.ties,
            "target_id": self.target.id,
            "province_ids": [province.id for province in self.provinces],
        }

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it, with the pairs that `pairs` describes."""
        return {
            "target": self.target.as_json(),
            "level": self.level,
            "provinces": [province.id for province in self.provinces],
            "in_contact": [province.id for province in self.in_contact],
            "verdict": self.verdict,
            "verdicts": dict(self.verdicts),
            "preparing": self.preparing,
            "preparing_pairs": self.preparing_pairs,
            "ties": list(self.ties),
            "pairs": [pair.as_json() for pair in self.pairs],
            "pairs_left_out": self.pairs_left_out,
            "unknown": [doubt.as_json() for doubt in self.unknown],
        }


def _take(places: tuple[PlaceName, ...], chosen: Flags) -> tuple[PlaceName, ...]:
    return tuple(place for place, is_chosen in zip(places, chosen.tolist(), strict=True) if is_chosen)
