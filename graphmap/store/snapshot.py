"""An immutable picture of the graph for the analyses: places and ties in columns, up to every level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, get_type_hints

import numpy as np
import numpy.typing as npt

from graphmap.dates import Bounds
from graphmap.directory import Directory, Listing
from graphmap.errors import GraphmapError
from graphmap.points import LatLon
from graphmap.scales import Level
from graphmap.schema import (
    City,
    Contents,
    Counterpart,
    Country,
    In,
    Province,
    Region,
    Represents,
    Source,
    Tie,
)
from graphmap.text import Name

if TYPE_CHECKING:
    import networkx

Indices = npt.NDArray[np.int32]
Days = npt.NDArray[np.datetime64]
Flags = npt.NDArray[np.bool_]

DERIVED = Tie.derived
"""The derived properties of a tie, columns of days and of flags."""

NOTHING = -1
"""The index that stands for: none, or not known."""

PLACES = (Country, Province, Region, City, Counterpart)
"""Labels whose nodes a snapshot holds, in the order of its rows."""


@dataclass(frozen=True, eq=False)
class Places:
    """Countries, provinces, regions, cities and counterparts: one row each, ordered by label and id.

    `codes` are those a place has beside its id (ISO 3166-1 alpha-2). `parent` is the row that it lies IN (or
    that a counterpart REPRESENTS), -1 where none is known; `lat` and `lon` are degrees, NaN where not known.
    """

    ids: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]
    names_fa: tuple[str | None, ...]
    aliases: tuple[tuple[str, ...], ...]
    codes: tuple[tuple[str, ...], ...]
    parent: Indices
    lat: npt.NDArray[np.float64]
    lon: npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Ties:
    """Ties, one row each, ordered by id.

    `start` and `target` are rows of places. `province` is the province the tie counts for (-1: not known, as
    for a city that lies IN the country only) and `municipal` says that it was made by a city. `counterpart`,
    `city`, `region` and `country` are the target at each level, -1 where the tie does not reach it.
    The derived properties are days, the far ones marks and no dates, and flags: the bounds with `doubtful`,
    and when the tie counts (schema/rules/counting.py).
    `sectors` is empty and `stage` None where unknown; `intensity` is 1 where nothing is said.
    """

    ids: tuple[str, ...]
    start: Indices
    target: Indices
    province: Indices
    municipal: Flags
    counterpart: Indices
    city: Indices
    region: Indices
    country: Indices
    kinds: tuple[str, ...]
    sectors: tuple[tuple[str, ...], ...]
    stages: tuple[str | None, ...]
    intensity: npt.NDArray[np.float64]
    documents: tuple[str | None, ...]
    since: tuple[str | None, ...]
    until: tuple[str | None, ...]
    attested: tuple[tuple[str, ...], ...]
    since_earliest: Days
    since_latest: Days
    until_earliest: Days
    until_latest: Days
    doubtful: Flags
    preparing: Flags
    proves: Flags
    counts_from: Days
    counts_until: Days
    certain_from: Days
    certain_until: Days
    sources: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The home country, the places, the ties, and which sources are invented."""

    home: str
    places: Places
    ties: Ties
    invented_sources: frozenset[str] = frozenset()

    def row(self, identity: str) -> int:
        """Return the row of a place by its id; KeyError if there is none."""
        return self._rows[identity]

    @property
    def _rows(self) -> Mapping[str, int]:
        rows: Mapping[str, int] | None = self.__dict__.get("_row_index")
        if rows is None:
            rows = {identity: row for row, identity in enumerate(self.places.ids)}
            object.__setattr__(self, "_row_index", rows)
        return rows

    def rows_of(self, label: str) -> range:
        """Return the rows of one label; they stand together."""
        labels = self.places.labels
        count = labels.count(label)
        first = labels.index(label) if count else 0
        return range(first, first + count)

    def targets(self, level: Level) -> Indices:
        """Return, for each tie, the row of its target at a level (-1 where it does not reach it)."""
        column: Indices = getattr(self.ties, level)
        return column

    def bounds(self, tie: int) -> Bounds:
        """Return the bounds of one tie as days of the calendar."""
        ties = self.ties
        return Bounds(
            ties.since_earliest[tie].item(),
            ties.since_latest[tie].item(),
            ties.until_earliest[tie].item(),
            ties.until_latest[tie].item(),
            bool(ties.doubtful[tie]),
        )

    def counting_on(self, day: date) -> tuple[Flags, Flags]:
        """Return, for each tie, whether it counts on a day, and whether it certainly does."""
        ties, on = self.ties, np.datetime64(day, "D")
        counts = (ties.counts_from <= on) & (on < ties.counts_until)
        return counts, (ties.certain_from <= on) & (on < ties.certain_until)

    @cached_property
    def directory(self) -> Directory:
        """The places by all their names."""
        places = self.places
        listings = (
            Listing(
                identity,
                places.labels[row],
                Name(places.names[row], places.names_fa[row] or ""),
                places.aliases[row],
                places.codes[row],
                None if np.isnan(places.lat[row]) else LatLon(float(places.lat[row]), float(places.lon[row])),
            )
            for row, identity in enumerate(places.ids)
        )
        held = enumerate(places.parent.tolist())
        parents = {places.ids[row]: places.ids[parent] for row, parent in held if parent != NOTHING}
        return Directory(listings, parents, self.home)

    @property
    def is_invented(self) -> bool:
        """Whether any source of the graph is invented: then every page of it must say so."""
        return bool(self.invented_sources)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Return a directed multigraph: places and ties by id, their fields as texts and numbers."""
        import networkx

        graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(home=self.home)
        places, ties = self.places, self.ties
        for row, identity in enumerate(places.ids):
            graph.add_node(
                identity, label=places.labels[row], name=places.names[row], name_fa=places.names_fa[row] or ""
            )
        for row, parent in enumerate(places.parent):
            if parent != NOTHING:
                graph.add_edge(places.ids[row], places.ids[parent], key=f"in:{places.ids[row]}", kind="IN")
        for tie, identity in enumerate(ties.ids):
            graph.add_edge(
                places.ids[ties.start[tie]],
                places.ids[ties.target[tie]],
                key=identity,
                kind=ties.kinds[tie],
                sectors="|".join(ties.sectors[tie]),
                since=ties.since[tie] or "",
                until=ties.until[tie] or "",
                municipal=bool(ties.municipal[tie]),
                sources="|".join(ties.sources[tie]),
            )
        return graph

    def __eq__(self, other: object) -> bool:
        """Two snapshots are equal when every column is."""
        if not isinstance(other, Snapshot):
            return NotImplemented
        alike = self.home == other.home and self.invented_sources == other.invented_sources
        return alike and _same(self.places, other.places) and _same(self.ties, other.ties)

    __hash__ = None  # type: ignore[assignment]


def _same(one: Places | Ties, other: Places | Ties) -> bool:
    for column in fields(one):
        a, b = getattr(one, column.name), getattr(other, column.name)
        same = np.array_equal(a, b, equal_nan=a.dtype.kind == "f") if isinstance(a, np.ndarray) else a == b
        if not same:
            return False
    return True


def build_snapshot(contents: Contents) -> Snapshot:
    """Build the snapshot of a graph; GraphmapError where it has no home country."""
    if contents.home is None or contents.home.id is None:
        raise GraphmapError("the graph has no home country; `graphmap init --home CODE` gives it one")
    nodes = [node for label in PLACES for node in contents.records(label.stored_as)]
    rows = {node.id: row for row, node in enumerate(nodes)}
    parent = np.full(len(nodes), NOTHING, np.int32)
    for name in (In.stored_as, Represents.stored_as):
        for step in contents.records(name):
            if isinstance(step, In | Represents) and step.from_id in rows and step.to_id in rows:
                parent[rows[step.from_id]] = rows[step.to_id]
    places = Places(
        ids=tuple(node.id or "" for node in nodes),
        labels=tuple(node.stored_as for node in nodes),
        names=tuple(str(getattr(node, "name", None) or node.id) for node in nodes),
        names_fa=tuple(getattr(node, "name_fa", None) for node in nodes),
        aliases=tuple(getattr(node, "aliases", None) or () for node in nodes),
        codes=tuple((iso2,) if (iso2 := getattr(node, "iso2", None)) else () for node in nodes),
        parent=_frozen(parent),
        lat=_numbers([getattr(node, "lat", None) for node in nodes]),
        lon=_numbers([getattr(node, "lon", None) for node in nodes]),
    )
    ties = [
        tie
        for tie in contents.records(Tie.stored_as)
        if isinstance(tie, Tie) and tie.from_id in rows and tie.to_id in rows
    ]
    invented = frozenset(
        source.id or ""
        for source in contents.records(Source.stored_as)
        if isinstance(source, Source) and source.is_invented()
    )
    return Snapshot(contents.home.id, places, _build_ties(ties, rows, places), invented)


def _build_ties(ties: Sequence[Tie], rows: Mapping[str | None, int], places: Places) -> Ties:
    start = [rows[tie.from_id] for tie in ties]
    target = [rows[tie.to_id] for tie in ties]
    above = _levels_above(places)
    derived = _derive_ties(ties)

    def at(ends: list[int], label: str) -> Indices:
        return _frozen(above[label][np.array(ends, dtype=np.int32)])

    return Ties(
        ids=tuple(tie.id or "" for tie in ties),
        start=_rows(start),
        target=_rows(target),
        province=at(start, Province.stored_as),
        municipal=_frozen(np.array([places.labels[end] == City.stored_as for end in start], dtype=bool)),
        counterpart=at(target, Counterpart.stored_as),
        city=at(target, City.stored_as),
        region=at(target, Region.stored_as),
        country=at(target, Country.stored_as),
        kinds=tuple(tie.kind or "other" for tie in ties),
        sectors=tuple(tie.sectors or () for tie in ties),
        stages=tuple(tie.stage for tie in ties),
        intensity=_numbers([1.0 if tie.intensity is None else tie.intensity for tie in ties]),
        documents=tuple(tie.document for tie in ties),
        since=tuple(tie.since for tie in ties),
        until=tuple(tie.until for tie in ties),
        attested=tuple(_say_days(tie.attested or ()) for tie in ties),
        **derived,
        sources=tuple(tie.sources or () for tie in ties),
    )


def _derive_ties(ties: Sequence[Tie]) -> dict[str, npt.NDArray[Any]]:
    """Return the derived properties of ties as columns."""
    known: dict[tuple[Any, ...], tuple[int, ...]] = {}
    found = []
    for tie in ties:
        key = (tie.since, tie.until, tie.attested, tie.kind, tie.stage)
        numbers = known.get(key)
        if numbers is None:
            derived = tie.derive()
            numbers = tuple(
                value.toordinal() if isinstance(value, date) else int(value) for value in derived.values()
            )
            known[key] = numbers
        found.append(numbers)
    table = np.array(found, dtype=np.int64).reshape(-1, len(DERIVED))
    flags = {name for name, kind in get_type_hints(Ties).items() if kind == Flags}
    # NumPy takes ten times as long over dates as over their numbers (1 is 0001-01-01).
    return {
        name: _frozen(
            column.astype(bool)
            if name in flags
            else (column - date(1970, 1, 1).toordinal()).view("datetime64[D]")
        )
        for name, column in zip(DERIVED, np.ascontiguousarray(table.T), strict=True)
    }


@lru_cache(maxsize=4096)
def _say_days(days: tuple[date, ...]) -> tuple[str, ...]:
    return tuple(day.isoformat() for day in days)


def _levels_above(places: Places) -> dict[str, Indices]:
    """Return, for each label, the row of that label that each place is or lies in, -1 where there is none."""
    found = {label.stored_as: np.full(len(places.ids), NOTHING, np.int32) for label in PLACES}
    parents = places.parent.tolist()
    for place in range(len(places.ids)):
        row = place
        while row != NOTHING and found[places.labels[row]][place] == NOTHING:
            found[places.labels[row]][place] = row
            row = parents[row]
    return found


def _rows(values: Sequence[int]) -> Indices:
    return _frozen(np.array(values, dtype=np.int32))


def _numbers(values: Sequence[float | None]) -> npt.NDArray[np.float64]:
    return _frozen(np.array([np.nan if value is None else value for value in values], dtype=np.float64))


def _frozen(column: npt.NDArray[Any]) -> npt.NDArray[Any]:
    column.flags.writeable = False
    return column
