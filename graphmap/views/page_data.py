"""What a page shows, as frozen records that every view reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from graphmap.analysis.absence import Absences
from graphmap.points import LatLon
from graphmap.scales import LEVELS, Certainty, Level
from graphmap.text import Name


@dataclass(frozen=True)
class Place:
    """A country, province, region, city or counterpart, and a point to draw it at where one is known."""

    id: str
    label: str
    name: Name
    point: LatLon | None


@dataclass(frozen=True)
class ShownTie:
    """A tie as pages show it: `province` it counts for, `city` or body that made it in its stead.

    `through` says what that is: `municipal` for a city, else the kind of the body.
    `targets` holds the id of the target at each level that it reaches.
    """

    id: str
    province: str
    city: str | None
    through: str
    country: str
    target: str
    targets: Mapping[Level, str]
    kind: str
    sectors: tuple[str, ...]
    stage: str | None
    document: str | None
    since: str
    until: str
    attested: tuple[str, ...]
    certainty: Certainty
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ShownMission:
    """A diplomatic or consular post of a country to another (analysis/missions.py); one may be to several."""

    id: str
    name: Name
    kind: str
    sender: str
    host: str
    city: str | None
    status: str
    status_on: date | None
    roving: bool
    point: LatLon | None


@dataclass(frozen=True)
class ShownSource:
    """A source as the page's list of sources shows it."""

    id: str
    name: Name
    publisher: str
    url: str
    retrieved: date | None
    licence: str
    grade: str
    invented: bool


@dataclass(frozen=True)
class Choice:
    """What is chosen when the page opens; None where nothing is."""

    country: str | None = None
    province: str | None = None
    sector: str | None = None


@dataclass(frozen=True)
class PageData:
    """All that the views of one page read.

    `borders` leads from a (province, country) pair to the regions across the border. `left_out` counts the
    ties that do not hold on `as_of`, `unplaced` those whose province or country is not known: neither are in
    `ties`; `absences` says what can be said where nothing is recorded. `findings` holds further sentences by
    the id of what they are about, English and Persian.
    """

    home: Place
    places: Mapping[str, Place]
    provinces: tuple[str, ...]
    ties: tuple[ShownTie, ...]
    borders: Mapping[tuple[str, str], tuple[str, ...]]
    missions: tuple[ShownMission, ...]
    sources: tuple[ShownSource, ...]
    as_of: date | None
    level: Level
    absences: Absences
    choice: Choice = Choice()
    left_out: int = 0
    unplaced: int = 0
    findings: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """Countries with a tie or a land border, and the one chosen: most provinces, then most ties first."""
        ties_of: dict[str, list[ShownTie]] = {country: [] for _, country in self.borders}
        if self.choice.country:
            ties_of.setdefault(self.choice.country, [])
        for tie in self.ties:
            ties_of.setdefault(tie.country, []).append(tie)

        def rank(country: str) -> tuple[int, int, str]:
            ties = ties_of[country]
            return -len({tie.province for tie in ties}), -len(ties), self.places[country].name.en

        return tuple(sorted(ties_of, key=rank))

    @cached_property
    def sectors(self) -> tuple[str, ...]:
        """Sectors that any tie lies in, by name."""
        return tuple(sorted({sector for tie in self.ties for sector in tie.sectors}))

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """Levels at which some target is reached by two or more provinces, and always the page's own."""
        return tuple(level for level in LEVELS if level == self.level or self.find_shared(level))

    @property
    def invented(self) -> bool:
        """Whether any source of the page is made up."""
        return any(source.invented for source in self.sources)

    @cached_property
    def _ties_of(self) -> dict[tuple[str | None, str | None], list[ShownTie]]:
        found: dict[tuple[str | None, str | None], list[ShownTie]] = {}
        for tie in self.ties:
            for key in (
                (None, None),
                (tie.province, None),
                (None, tie.country),
                (tie.province, tie.country),
            ):
                found.setdefault(key, []).append(tie)
        return found

    def find_ties(
        self, country: str | None = None, province: str | None = None, sector: str | None = None
    ) -> list[ShownTie]:
        """Return the ties with a country, of a province, in a sector; None means any."""
        ties = self._ties_of.get((province, country), [])
        return [tie for tie in ties if sector in tie.sectors] if sector else list(ties)

    def find_shared(self, level: Level) -> dict[str, set[str]]:
        """Return the targets at a level that two or more provinces reach, with these provinces."""
        provinces: dict[str, set[str]] = {}
        for tie in self.ties:
            if target := tie.targets.get(level):
                provinces.setdefault(target, set()).add(tie.province)
        return {target: found for target, found in sorted(provinces.items()) if len(found) > 1}

    def find_border_provinces(self, country: str) -> list[str]:
        """Return the provinces that border a country."""
        return sorted(province for province, other in self.borders if other == country)

    def find_border_countries(self, province: str) -> list[str]:
        """Return the countries that a province borders."""
        return sorted(country for other, country in self.borders if other == province)
