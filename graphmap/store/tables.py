"""The tables of a snapshot: what is known of places, ties, missions and all else, a column a field.

The columns named in `joins` (`parent`, `start`, `mission` …) hold rows of another table, -1 where there is
none. Those of words and lists (`kinds`, `sectors`) are sequences: `ties.sectors[3]` is a tuple of words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Self

import numpy as np

from graphmap.store.columns import (
    NOTHING,
    Days,
    Flags,
    Indices,
    Numbers,
    Wholes,
    WordLists,
    Words,
)
from graphmap.store.table import Table

PLACES = ("Country", "Province", "Region", "City", "Counterpart", "Body", "Mission")
"""Labels whose nodes are places, in the order of their rows: where a tie may start, and where it may lead."""

NESTED = "Region"
"""The one label of `PLACES` whose places may lie in others of their own label."""

LEADS = {"Counterpart": "REPRESENTS", "Mission": "SENT_BY"}
"""The relationship that `Places.parent` follows from these labels; from all others it follows IN."""

MUNICIPAL = "municipal"
"""What `Ties.through` says of a tie that a city made."""

Word = Words[str]
"""A column of words that every row has."""
Perhaps = Words[str | None]
"""A column of words that a row may lack."""


@dataclass(init=False, repr=False, eq=False)
class Named(Table):
    """Nodes: their names (an id where there is none), other names, remarks."""

    names: Word
    names_fa: Perhaps
    aliases: WordLists
    notes: Perhaps

    def find_row(self, identity: str) -> int:
        """Return the row of an id; KeyError if there is none."""
        return self._rows[identity]

    def find(self, identity: str) -> int:
        """Return the row of an id, -1 where there is none."""
        return self._rows.get(identity, NOTHING)

    def __contains__(self, identity: object) -> bool:
        """Say whether a row has an id."""
        return identity in self._rows

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {identity: row for row, identity in enumerate(self.ids)}


@dataclass(init=False, repr=False, eq=False)
class Places(Named):
    """Countries, provinces, regions, cities, counterparts, bodies and missions, ordered by label and id.

    `parent` is the row that a place lies IN (or what it has instead, see `lead_of`), -1 where none is known;
    more of a mission stands in the table of missions. `lat` and `lon` are degrees, NaN where not known;
    `population` counts people, in a province in the year `population_year`, -1 where not known. `kinds`
    says what a region is called there, what a counterpart, body or mission is.
    A field that a label has not (schema/nodes.py) is not known of its rows.
    """

    labels: Word
    parent: Indices
    lat: Numbers
    lon: Numbers
    iso2: Perhaps
    subregions: Perhaps
    relations: Perhaps
    capitals: Perhaps
    population: Wholes
    population_year: Wholes
    area_km2: Numbers
    kinds: Perhaps
    ranks: Perhaps
    sources: WordLists

    joins: ClassVar[dict[str, str]] = {"parent": "places"}

    def climb(self, row: int) -> Iterator[int]:
        """Yield a place and all that it lies in, the nearest first; a circle is gone round once."""
        seen: set[int] = set()
        while row != NOTHING and row not in seen:
            yield row
            seen.add(row)
            row = int(self.parent[row])

    def lead_of(self, row: int) -> str:
        """Return the name of the relationship by which a place has its parent."""
        return LEADS.get(self.labels[row], "IN")

    def rows_of(self, label: str) -> range:
        """Return the rows of one label; they stand together."""
        found = np.flatnonzero(self.labels.codes == self.labels.find_code(label))
        return range(int(found[0]), int(found[-1]) + 1) if len(found) else range(0)

    def _find_places(self, other: Self) -> list[int]:
        ranks = self.labels.map(lambda label: PLACES.index(label) if label else NOTHING, np.int8)

        def find(identity: str, label: str) -> int:
            rank = PLACES.index(label)
            low, high = (int(np.searchsorted(ranks, rank, side)) for side in ("left", "right"))
            return self._find_place(identity, range(low, high))

        return [find(identity, label) for identity, label in zip(other.ids, other.labels, strict=True)]


@dataclass(init=False, repr=False, eq=False)
class People(Named):
    """Governors and officials, by label and id."""

    labels: Word
    sources: WordLists


@dataclass(init=False, repr=False, eq=False)
class Sectors(Named):
    """The sectors that the store has nodes for."""

    working_groups: Perhaps
    sources: WordLists


@dataclass(init=False, repr=False, eq=False)
class Sources(Named):
    """Where statements come from.

    `published` is its own date, as written, `retrieved` the day of reading, `covers` what it claims to list
    whole (schema/claims.py), which tells what is absent from `tells_from` to before `tells_until`, `invented`
    that its statements are made up.
    """

    notes_fa: Perhaps
    publishers: Perhaps
    urls: Perhaps
    published: Perhaps
    covers: WordLists
    tells_from: Days
    tells_until: Days
    retrieved: Days
    licences: Perhaps
    grades: Perhaps
    invented: Flags


@dataclass(init=False, repr=False, eq=False)
class Missions(Named):
    """Diplomatic and consular posts; `city` (it lies IN it) and `sender` (SENT_BY) are rows of places."""

    kinds: Perhaps
    statuses: Perhaps
    status_on: Days
    opened: Perhaps
    closed: Perhaps
    opened_earliest: Days
    opened_latest: Days
    closed_earliest: Days
    closed_latest: Days
    websites: Perhaps
    lat: Numbers
    lon: Numbers
    city: Indices
    sender: Indices
    sources: WordLists

    joins: ClassVar[dict[str, str]] = {"city": "places", "sender": "places"}


@dataclass(init=False, repr=False, eq=False)
class Lasting(Table):
    """What holds for a time: the two dates as written, the days it is attested, and what is derived of them.

    The four bounds are days, the far ones marks and no dates.
    """

    since: Perhaps
    until: Perhaps
    attested: WordLists
    since_earliest: Days
    since_latest: Days
    until_earliest: Days
    until_latest: Days
    sources: WordLists


@dataclass(init=False, repr=False, eq=False)
class Ties(Lasting):
    """Ties, one row each.

    `start` and `target` are rows of places. `province` is the province the tie counts for (-1: not known, as
    for a city that lies IN the country only). `through` says by what it comes to it: "" for a tie of the
    province itself, `municipal` (the flag too) for one of a city, else the kind of the body. `counterpart`,
    `city`, `region` (the outermost, where regions lie in each other) and `country` are the target at each
    level, -1 where the tie does not reach it. `nature` is commitment or event.
    What is derived of a tie beside its bounds says when it counts (schema/rules/counting.py). `sectors` is
    empty and `stage` None where unknown; `intensity` is 1 where nothing is said.
    """

    start: Indices
    target: Indices
    province: Indices
    municipal: Flags
    through: Word
    counterpart: Indices
    city: Indices
    region: Indices
    country: Indices
    kinds: Word
    sectors: WordLists
    stages: Perhaps
    intensity: Numbers
    documents: Perhaps
    urls: Perhaps
    nature: Word
    preparing: Flags
    proves: Flags
    said_ended: Flags
    presumable: Flags
    counts_from: Days
    counts_until: Days
    contact_until: Days
    certain_from: Days
    certain_until: Days
    sign: Days
    notes: Perhaps

    joins: ClassVar[dict[str, str]] = dict.fromkeys(
        ("start", "target", "province", "counterpart", "city", "region", "country"), "places"
    )


@dataclass(init=False, repr=False, eq=False)
class Borders(Table):
    """Land borders: `start` and `target` are rows of places, `km` their length, NaN where not known.

    `crossings` are the names of crossings on it that a source names, `crossings_fa` the same in Persian.
    """

    start: Indices
    target: Indices
    km: Numbers
    crossings: WordLists
    crossings_fa: WordLists
    sources: WordLists

    joins: ClassVar[dict[str, str]] = {"start": "places", "target": "places"}


@dataclass(init=False, repr=False, eq=False)
class Trade(Table):
    """Trade in one direction, of a year or (-1) of another period, all of it or some goods.

    `share` is percent of all in that direction, NaN where not known.
    """

    start: Indices
    target: Indices
    flows: Word
    year: Wholes
    periods: Perhaps
    goods: Perhaps
    share: Numbers
    value_usd: Numbers
    sources: WordLists

    joins: ClassVar[dict[str, str]] = {"start": "places", "target": "places"}


@dataclass(init=False, repr=False, eq=False)
class Accreditations(Lasting):
    """Which country a mission is accredited to: a row of missions, a row of places."""

    mission: Indices
    country: Indices

    joins: ClassVar[dict[str, str]] = {"mission": "missions", "country": "places"}


@dataclass(init=False, repr=False, eq=False)
class Districts(Lasting):
    """Which country, region or province a mission COVERS: a row of missions, a row of places."""

    mission: Indices
    place: Indices

    joins: ClassVar[dict[str, str]] = {"mission": "missions", "place": "places"}


@dataclass(init=False, repr=False, eq=False)
class Terms(Lasting):
    """Who GOVERNS a province: a row of people, a row of places."""

    person: Indices
    province: Indices

    joins: ClassVar[dict[str, str]] = {"person": "people", "province": "places"}


@dataclass(init=False, repr=False, eq=False)
class Posts(Lasting):
    """Who HOLDS which post: a row of people, and of places (a counterpart) or of missions, the other -1."""

    person: Indices
    counterpart: Indices
    mission: Indices
    posts: Word

    joins: ClassVar[dict[str, str]] = {
        "person": "people", "counterpart": "places", "mission": "missions"
    }  # fmt: skip


@dataclass(init=False, repr=False, eq=False)
class Plans(Named):
    """Plans that were kept; each of `leads` is the id of a target, =, the id of its lead if it has one."""

    state: Perhaps
    as_of: Days
    in_force_from: Days
    in_force_until: Days
    level: Perhaps
    sector: Perhaps
    capacity: Wholes
    fairness: Wholes
    leads: WordLists


TABLES: Mapping[str, type[Table]] = {
    "places": Places,
    "people": People,
    "missions": Missions,
    "sectors": Sectors,
    "sources": Sources,
    "ties": Ties,
    "accreditations": Accreditations,
    "districts": Districts,
    "borders": Borders,
    "trade": Trade,
    "terms": Terms,
    "posts": Posts,
    "plans": Plans,
}
"""The class of each table of a snapshot."""
