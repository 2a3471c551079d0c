"""What a page shows, as frozen records that every view reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from graphmap.analysis.absence import Absence, Absences
from graphmap.analysis.findings import Findings
from graphmap.analysis.overlap import Overlap
from graphmap.analysis.overlaps import find_overlaps
from graphmap.analysis.sole_contacts import SoleContact, find_sole_contacts
from graphmap.points import LatLon
from graphmap.scales import LEVELS, PRESUMED_YEARS, Certainty, Level, Verdict
from graphmap.store.snapshot import Snapshot
from graphmap.text import Name
from graphmap.views.pairs import Pairs, ShownPair, find_pairs, find_pairs_in

Beside = Literal["event", "proposal", "ended"]
"""Why a tie stands beside those that count: it passes or has passed, is not in force yet, or has ended."""

MOST_OVERLAPS = 500
"""How many overlaps a page lists at most; all are counted."""


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
    `targets` holds the id of the target at each level that it reaches. `beside` says why it does not count,
    None for one that does: that is a commitment in force, and `certainty` how sure that is ("none" beside).
    `last_sign` is when it was last known to have been alive, the first and the last day that this may have
    been; None where nothing shows it, and of an event, which is no more than its own day.
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
    beside: Beside | None = None
    last_sign: tuple[date, date] | None = None
    url: str = ""


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


NOTHING_NOTED = Name("")


@dataclass(frozen=True)
class ShownSource:
    """A source as pages list it: `note` is what it says of itself, `covers` what it claims to list whole.

    `ties` is how many of the page's ties rest on it.
    """

    id: str
    name: Name
    publisher: str
    url: str
    retrieved: date | None
    licence: str
    grade: str
    invented: bool
    note: Name = NOTHING_NOTED
    covers: tuple[str, ...] = ()
    ties: int = 0


@dataclass(frozen=True)
class Gap:
    """A province and a country that touch and have no tie: the regions across, what can be said of it."""

    province: str
    country: str
    regions: tuple[str, ...]
    absence: Absence


@dataclass(frozen=True)
class Choice:
    """What is chosen when the page opens, None where nothing is; `other` is the second of two provinces."""

    country: str | None = None
    province: str | None = None
    sector: str | None = None
    other: str | None = None


@dataclass(frozen=True)
class Chosen:
    """What a choice means: the ties that count, those beside them, and the pairs of provinces."""

    ties: tuple[ShownTie, ...]
    beside: tuple[ShownTie, ...]
    pairs: tuple[ShownPair, ...]


@dataclass(frozen=True)
class PageData:
    """All that the views of one page read.

    `ties` are those that count: commitments that possibly hold on `as_of`, where what has no known end is
    presumed to go on for `presume` years. `beside` are events, proposals and what has ended, which never
    count. `borders` leads from a (province, country) pair to the regions across the border. `left_out` counts
    the ties that do not hold on `as_of`, `unplaced` those whose province or country is not known: neither are
    in `ties`; `absences` says what can be said where nothing is recorded. `believed_on` is the day up to
    which what was recorded is shown, None for all. `days` are others that its script shows (views/days.py).

    What provinces are to each other is `pairs`, in one sector `find_pairs_in`; a choice is `choose`. Panels
    read these and select nothing of their own, so that no two of them disagree.
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
    beside: tuple[ShownTie, ...] = ()
    presume: int = PRESUMED_YEARS
    believed_on: date | None = None
    left_out: int = 0
    unplaced: int = 0
    days: tuple[date, ...] = ()

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

    def with_choice(self, choice: Choice) -> PageData:
        """Return the same page with another choice; what was found for all choices is not found again."""
        page = replace(self, choice=choice)
        for name in FOUND_FOR_CHOICES:
            getattr(self, name)
        found = {name: value for name, value in self.__dict__.items() if name in FOUND_FOR_ALL}
        page.__dict__.update(found)
        if self.choice.country is None and (choice.country is None or choice.country in self.countries):
            page.__dict__["countries"] = self.countries
        return page

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot that all of it was gathered from."""
        return self.absences.snapshot

    @cached_property
    def pairs(self) -> Pairs:
        """What provinces are to each other, in all sectors."""
        return find_pairs(self.snapshot, self.as_of, self.presume)

    @cached_property
    def _pairs_in(self) -> dict[str, Pairs]:
        return {}

    def find_pairs_in(self, sector: str | None) -> Pairs:
        """Return what provinces are to each other in a sector; None means all."""
        if not sector:
            return self.pairs
        if sector not in self._pairs_in:
            found = find_pairs_in(self.snapshot, self.as_of, self.presume, sector, self.pairs)
            self._pairs_in[sector] = found
        return self._pairs_in[sector]

    def find_verdict(self, province: str, country: str, sector: str | None = None) -> Verdict:
        """Return what a province is to others in a country: the strongest verdict of its pairs there.

        Where it has events or proposals alone, it is in contact; "none": it is alone there, or not there.
        """
        verdict = self.find_pairs_in(sector).find_verdict(province, country)
        if verdict == "none" and not self.find_ties(country, province, sector):
            beside = self._beside_of.get((province, country), ())
            if any(tie.beside != "ended" for tie in beside):
                return "in contact"
        return verdict

    @cached_property
    def overlaps(self) -> Findings[Overlap]:
        """Return pairs of provinces that share two countries or more, MOST_OVERLAPS of `.total`."""
        return find_overlaps(
            self.snapshot, "country", as_of=self.as_of, presume=self.presume, limit=MOST_OVERLAPS
        )

    @cached_property
    def sole_contacts(self) -> Findings[SoleContact]:
        """Return the countries with which one province alone has ties."""
        return find_sole_contacts(self.snapshot, "country", as_of=self.as_of, presume=self.presume)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Return the borders across which no tie is recorded, by province and country."""
        return tuple(
            Gap(province, country, regions, self.absences.judge("ties", province, country))
            for (province, country), regions in self.borders.items()
            if not self.find_ties(country, province)
        )

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
    def _ties_of(self) -> TiesOf:
        return _sort_ties(self.ties)

    @cached_property
    def _beside_of(self) -> TiesOf:
        return _sort_ties(self.beside)

    def find_ties(
        self, country: str | None = None, province: str | None = None, sector: str | None = None
    ) -> list[ShownTie]:
        """Return the ties that count with a country, of a province, in a sector; None means any.

        A tie of no known sector possibly lies in each, as the analyses have it.
        """
        return [tie for tie in self._ties_of.get((province, country), ()) if lies_in(tie, sector)]

    def find_beside(
        self, country: str | None = None, province: str | None = None, sector: str | None = None
    ) -> list[ShownTie]:
        """Return the events, proposals and ended ties with a country, of a province, in a sector."""
        return [tie for tie in self._beside_of.get((province, country), ()) if lies_in(tie, sector)]

    def choose(self, choice: Choice) -> Chosen:
        """Return what a choice means: the one place in which it is decided which ties and pairs are shown.

        Two provinces mean the ties of both with the countries in which both have any (with the one chosen, if
        one is), and the pairs that they make.
        """
        asked = choice.country, choice.province, choice.sector
        ties, beside = self.find_ties(*asked), self.find_beside(*asked)
        if choice.other:
            of_other = choice.country, choice.other, choice.sector
            countries = {tie.country for tie in ties} & {tie.country for tie in self.find_ties(*of_other)}
            ties += self.find_ties(*of_other)
            beside += self.find_beside(*of_other)
            if not choice.country:
                ties = [tie for tie in ties if tie.country in countries]
                beside = [tie for tie in beside if tie.country in countries]
        pairs = self.find_pairs_in(choice.sector)
        return Chosen(
            tuple(ties),
            tuple(beside),
            tuple(pairs.list_pairs(choice.country, choice.province, choice.other)),
        )

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


FOUND_FOR_ALL = frozenset(
    name for name, made in vars(PageData).items() if isinstance(made, cached_property) and name != "countries"
)
"""What a page finds once and no choice changes; `countries` has the one chosen too."""

FOUND_FOR_CHOICES = ("pairs", "_pairs_in", "_ties_of", "_beside_of", "levels", "sectors")
"""What every choice needs."""

TiesOf = Mapping[tuple[str | None, str | None], list[ShownTie]]
"""Ties by province and country; None stands for any."""


def lies_in(tie: ShownTie, sector: str | None) -> bool:
    """Say whether a tie lies in a sector, or, since none is known of it, possibly does; None means any."""
    return not sector or not tie.sectors or sector in tie.sectors


def _sort_ties(ties: tuple[ShownTie, ...]) -> TiesOf:
    found: dict[tuple[str | None, str | None], list[ShownTie]] = {}
    for tie in ties:
        for key in ((None, None), (tie.province, None), (None, tie.country), (tie.province, tie.country)):
            found.setdefault(key, []).append(tie)
    return found
