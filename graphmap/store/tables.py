"""The tables of a snapshot: what is known of places, ties, missions and all else, a column a field.

The columns named in `joins` (`parent`, `start`, `mission` …) hold rows of another table, -1 where there is
none. Those of words and lists (`kinds`, `sectors`) are sequences: `ties.sectors[3]` is a tuple of words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, ClassVar, Self

import numpy as np
import numpy.typing as npt

from graphmap.store.columns import (
    NOTHING,
    Column,
    Days,
    Flags,
    Indices,
    Numbers,
    Texts,
    Wholes,
    WordLists,
    Words,
    freeze,
    insert_rows,
    is_same,
    take_rows,
)

PLACES = ("Country", "Province", "Region", "City", "Counterpart", "Body", "Mission")
"""Labels whose nodes are places, in the order of their rows: where a tie may start, and where it may lead."""

NESTED = "Region"
"""The one label of `PLACES` whose places may lie in others of their own label."""

MUNICIPAL = "municipal"
"""What `Ties.through` says of a tie that a city made."""

Word = Words[str]
"""A column of words that every row has."""
Perhaps = Words[str | None]
"""A column of words that a row may lack."""


@dataclass(frozen=True, eq=False)
class Table:
    """Rows of one kind, ordered by id."""

    ids: Texts

    joins: ClassVar[dict[str, str]] = {}
    """The columns that hold rows, and the table whose rows they are."""

    def __len__(self) -> int:
        """Return how many rows it has."""
        return len(self.ids)

    def __eq__(self, other: object) -> bool:
        """Two tables are equal when every column is."""
        if type(self) is not type(other):
            return NotImplemented
        return all(is_same(column, getattr(other, name)) for name, column in self.columns())

    __hash__ = None  # type: ignore[assignment]

    def columns(self) -> Iterator[tuple[str, Column]]:
        """Yield the name of each column and the column."""
        yield from ((one.name, getattr(self, one.name)) for one in fields(self))

    def take(self, rows: npt.NDArray[np.integer[Any]]) -> Self:
        """Return some rows, in their order."""
        return self._with(lambda _, column: take_rows(column, rows))

    def insert(self, other: Self) -> Self:
        """Return it with the rows of another, whose ids it has not, each in its place by id."""
        places = self._find_places(other)
        return self._with(lambda name, column: insert_rows(column, places, getattr(other, name)))

    def find(self, identity: str) -> int:
        """Return the row of an id, -1 where there is none."""
        row = self._find_place(identity, range(len(self)))
        return row if row < len(self) and self.ids[row] == identity else NOTHING

    def _find_places(self, other: Self) -> list[int]:
        return [self._find_place(identity, range(len(self))) for identity in other.ids]

    def _find_place(self, identity: str, rows: range) -> int:
        """Return the first of some rows whose id does not come before an id, or the row after them."""
        low, high = rows.start, rows.stop
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.ids[middle] < identity else (low, middle)
        return low

    def moved(self, table: str, new: Indices) -> Self:
        """Return it after the rows of a table moved: `new` holds the new row of each old one."""
        names = [name for name, other in self.joins.items() if other == table]
        # -1 finds the last.
        full = np.append(new, np.int32(NOTHING)).astype(np.int32)
        columns: dict[str, Any] = {name: freeze(full[getattr(self, name)]) for name in names}
        return replace(self, **columns)

    @property
    def nbytes(self) -> int:
        """Return how many bytes its columns take; one that stands under two names is there once."""
        return sum({id(column): column.nbytes for _, column in self.columns()}.values())

    def _with(self, work: Callable[[str, Column], Column]) -> Self:
        columns: dict[str, Any] = {name: work(name, column) for name, column in self.columns()}
        return type(self)(**columns)


@dataclass(frozen=True, eq=False)
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


@dataclass(frozen=True, eq=False)
class Places(Named):
    """Countries, provinces, regions, cities, counterparts, bodies and missions, ordered by label and id.

    `parent` is the row that a place lies IN (or that a counterpart REPRESENTS, that a mission is SENT_BY), -1
    where none is known; more of a mission stands in the table of missions. `lat`
    and `lon` are degrees, NaN where not known; `population` counts people, in a province in the year
    `population_year`, -1 where not known. `kinds` says what a region is called there, what a
    counterpart, body or mission is.
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


@dataclass(frozen=True, eq=False)
class People(Named):
    """Governors and officials, by label and id."""

    labels: Word
    sources: WordLists


@dataclass(frozen=True, eq=False)
class Sectors(Named):
    """The sectors that the store has nodes for."""

    working_groups: Perhaps
    sources: WordLists


@dataclass(frozen=True, eq=False)
class Sources(Named):
    """Where statements come from.

    `published` is its own date, as written, `retrieved` the day of reading, `covers` what it claims to list
    whole (schema/claims.py), `invented` that its statements are made up.
    """

    publishers: Perhaps
    urls: Perhaps
    published: Perhaps
    covers: WordLists
    retrieved: Days
    licences: Perhaps
    grades: Perhaps
    invented: Flags


@dataclass(frozen=True, eq=False)
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


@dataclass(frozen=True, eq=False)
class Lasting(Table):
    """What holds for a time: the two dates as written, the days it is attested, and what is derived of them.

    The four bounds are days, the far ones marks and no dates; `doubtful` caps every verdict at "possible".
    """

    since: Perhaps
    until: Perhaps
    attested: WordLists
    since_earliest: Days
    since_latest: Days
    until_earliest: Days
    until_latest: Days
    doubtful: Flags
    sources: WordLists


@dataclass(frozen=True, eq=False)
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
    counts_from: Days
    counts_until: Days
    certain_from: Days
    certain_until: Days
    notes: Perhaps

    joins: ClassVar[dict[str, str]] = dict.fromkeys(
        ("start", "target", "province", "counterpart", "city", "region", "country"), "places"
    )


@dataclass(frozen=True, eq=False)
class Borders(Table):
    """Land borders: `start` and `target` are rows of places, `km` their length, NaN where not known."""

    start: Indices
    target: Indices
    km: Numbers
    sources: WordLists

    joins: ClassVar[dict[str, str]] = {"start": "places", "target": "places"}


@dataclass(frozen=True, eq=False)
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


@dataclass(frozen=True, eq=False)
class Accreditations(Lasting):
    """Which country a mission is accredited to: a row of missions, a row of places."""

    mission: Indices
    country: Indices

    joins: ClassVar[dict[str, str]] = {"mission": "missions", "country": "places"}


@dataclass(frozen=True, eq=False)
class Districts(Lasting):
    """Which country, region or province a mission COVERS: a row of missions, a row of places."""

    mission: Indices
    place: Indices

    joins: ClassVar[dict[str, str]] = {"mission": "missions", "place": "places"}


@dataclass(frozen=True, eq=False)
class Terms(Lasting):
    """Who GOVERNS a province: a row of people, a row of places."""

    person: Indices
    province: Indices

    joins: ClassVar[dict[str, str]] = {"person": "people", "province": "places"}


@dataclass(frozen=True, eq=False)
class Posts(Lasting):
    """Who HOLDS which post: a row of people, and of places (a counterpart) or of missions, the other -1."""

    person: Indices
    counterpart: Indices
    mission: Indices
    posts: Word

    joins: ClassVar[dict[str, str]] = {
        "person": "people", "counterpart": "places", "mission": "missions"
    }  # fmt: skip


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
}
"""The class of each table of a snapshot."""
