"""Rules of conduct at a target: how many sectors a province, how many provinces a sector, what nobody does.

After the EU Code of Conduct on Complementarity and Division of Labour (2007): few sectors a party, few
parties a sector, of which the others act through the one that leads there; and orphans, which none serves.
Only ties count that surely hold, certain or presumed, and sectors that are named; an orphan has none at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from graphmap.analysis.findings import PlaceName, list_names, list_sectors, name_place
from graphmap.analysis.scope import OTHER_SECTOR, Selection, decode_sectors
from graphmap.scales import SURE
from graphmap.schema.sectors import SECTORS

if TYPE_CHECKING:
    from graphmap.language import Language

SERVED = tuple(SECTORS)[:3]
"""The sectors of the three working groups: trade, investment and tourism."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What is laid down: at most so many sectors a province, provinces a sector; None sets no limit."""

    sectors_a_province: int | None = None
    provinces_a_sector: int | None = None


@dataclass(frozen=True, slots=True)
class Crowd:
    """A sector with more provinces than is laid down: who goes on, the first as lead, and who delegates."""

    sector: str
    staying: tuple[PlaceName, ...]
    delegating: tuple[PlaceName, ...]


@dataclass(frozen=True, slots=True)
class Conduct:
    """What breaks the rules at a target: crowded sectors, scattered provinces, sectors without any."""

    limits: Limits
    crowds: tuple[Crowd, ...] = ()
    scattered: tuple[tuple[PlaceName, tuple[str, ...]], ...] = ()
    orphans: tuple[str, ...] = ()

    @property
    def delegating(self) -> tuple[PlaceName, ...]:
        """Return who would act through another in some sector, each once."""
        return tuple(dict.fromkeys(one for crowd in self.crowds for one in crowd.delegating))

    def say(self, language: Language) -> list[str]:
        """Say each as a clause in a language."""
        said = [
            language.words(
                "plan-crowded",
                sector=list_sectors([one.sector], language),
                count=len(one.staying) + len(one.delegating),
                most=self.limits.provinces_a_sector,
                names=list_names(one.delegating, language),
                lead=one.staying[0].in_language(language),
            )
            for one in self.crowds
        ]
        said += [
            language.words(
                "plan-scattered",
                province=province.in_language(language),
                count=len(sectors),
                most=self.limits.sectors_a_province,
            )
            for province, sectors in self.scattered
        ]
        if self.orphans:
            said.append(language.words("plan-orphans", sectors=list_sectors(self.orphans, language)))
        return said

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        return {
            "crowded": {
                one.sector: {
                    "lead": one.staying[0].id,
                    "staying": [place.id for place in one.staying],
                    "delegating": [place.id for place in one.delegating],
                }
                for one in self.crowds
            },
            "scattered": {province.id: list(sectors) for province, sectors in self.scattered},
            "orphans": list(self.orphans),
        }


def judge_conduct(
    selection: Selection, target: int, limits: Limits, rank: Callable[[int], Any]
) -> Conduct | None:
    """Hold a target (a row of places) against what is laid down; None where nothing is.

    `rank` orders provinces: who comes first goes on in a crowded sector, and leads it.
    """
    if limits == Limits():
        return None
    chosen = (selection.target == target) & selection.present & (selection.certainty >= SURE)
    provinces, codes = selection.province[chosen].tolist(), selection.sectors[chosen].tolist()
    served: dict[int, int] = {}
    for province, code in zip(provinces, codes, strict=True):
        served[province] = served.get(province, 0) | (code & ~OTHER_SECTOR)
    sectors = {province: decode_sectors(code) for province, code in served.items()}

    def name(some: Iterable[int]) -> tuple[PlaceName, ...]:
        return tuple(name_place(selection.snapshot, one) for one in some)

    crowds = [
        Crowd(sector, name(here[:most]), name(here[most:]))
        for sector, here in _gather(sectors, rank).items()
        if (most := limits.provinces_a_sector) is not None and len(here) > most
    ]
    scattered = [
        (name_place(selection.snapshot, province), some)
        for province, some in sorted(sectors.items(), key=lambda one: rank(one[0]))
        if limits.sectors_a_province is not None and len(some) > limits.sectors_a_province
    ]
    recorded = selection.sectors[(selection.target == target) & selection.present]
    there = decode_sectors(int(np.bitwise_or.reduce(recorded)))
    # A tie that names no sector may be in any.
    orphans = tuple(one for one in SERVED if one not in there) if np.all(recorded) else ()
    asked = selection.scope.sector
    return Conduct(limits, tuple(crowds), tuple(scattered), orphans if asked is None else ())


def _gather(sectors: Mapping[int, Sequence[str]], rank: Callable[[int], Any]) -> dict[str, list[int]]:
    """Return the provinces of each sector, in their order."""
    found: dict[str, list[int]] = {}
    for province in sorted(sectors, key=rank):
        for sector in sectors[province]:
            found.setdefault(sector, []).append(province)
    return {sector: found[sector] for sector in SECTORS if sector in found}
