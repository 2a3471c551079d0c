"""An immutable picture of the graph for analyses and views: tables in columns, ties up to every level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from graphmap.dates import FIRST_DAY, LAST_DAY, subtract_years
from graphmap.scales import Level
from graphmap.schema.rules.settling import find_last_signs
from graphmap.store.columns import NOTHING, Flags, Indices, freeze
from graphmap.store.snapshot_tables import Tables, find_levels_above
from graphmap.store.tables import Places, Ties

if TYPE_CHECKING:
    import networkx

    from graphmap.bounds import Bounds
    from graphmap.directory import Directory
    from graphmap.schema import Batch, Contents

__all__ = [
    "NOTHING",
    "Flags",
    "Indices",
    "Level",
    "Places",
    "Snapshot",
    "Ties",
    "build_snapshot",
]


_WIDTH = 1 << 17
"""More days than a century has: how far apart the first and the last day of one date lie at most."""


class OnDay(NamedTuple):
    """What each tie is on a day: whether it counts, certainly does, holds by presumption, and since when not.

    `silent` is the last sign of life where that is too old to presume anything, else a far mark.
    """

    counts: Flags
    certain: Flags
    presumed: Flags
    silent: npt.NDArray[np.datetime64]


@dataclass(frozen=True, eq=False)
class Snapshot(Tables):
    """A picture of the graph: its tables, and what is often asked of them."""

    def row(self, identity: str) -> int:
        """Return the row of a place by its id; KeyError if there is none."""
        return self.places.find_row(identity)

    def rows_of(self, label: str) -> range:
        """Return the rows of one label; they stand together."""
        return self.places.rows_of(label)

    def targets(self, level: Level) -> Indices:
        """Return, for each tie, the row of its target at a level (-1 where it does not reach it)."""
        column: Indices = getattr(self.ties, level)
        return column

    def bounds(self, tie: int) -> Bounds:
        """Return the bounds of one tie as days of the calendar."""
        from graphmap.bounds import Bounds

        ties = self.ties
        return Bounds(
            ties.since_earliest[tie].item(),
            ties.since_latest[tie].item(),
            ties.until_earliest[tie].item(),
            ties.until_latest[tie].item(),
        )

    def counting_on(self, day: date, *, contacts: bool = False) -> tuple[Flags, Flags]:
        """Return, for each tie, whether it counts on a day, and whether it certainly does.

        With `contacts`, an event counts as long as the two are said to be in contact by it.
        """
        ties, on = self.ties, np.datetime64(day, "D")
        until = ties.contact_until if contacts else ties.counts_until
        counts: Flags = (ties.counts_from <= on) & (on < until)
        return counts, counts & (ties.certain_from <= on) & (on < ties.certain_until)

    def presumed_on(self, day: date, years: int) -> Flags:
        """Return, for each tie, whether it holds on a day, certainly or by presumption.

        A commitment of unknown end that had certainly begun is presumed to hold on days that lie less than
        some years after its last sign of life (methods 3.4); with 0 years nothing is presumed.
        """
        counts, certain = self.counting_on(day)
        if not years:
            return certain
        ties, after = self.ties, np.datetime64(subtract_years(day, years), "D")
        begun = ties.certain_from <= np.datetime64(day, "D")
        presumed: Flags = certain | (counts & begun & ties.presumable & (self.last_signs > after))
        return presumed

    def silent_on(self, day: date, years: int) -> npt.NDArray[np.datetime64]:
        """Return of each tie that is possible only since its last sign is too old that sign, else a far mark.

        With so many years it is not presumed to hold on the day, and with more it would be.
        """
        counts, certain = self.counting_on(day)
        ties, on = self.ties, np.datetime64(day, "D")
        silent = counts & ~certain & ties.presumable & (ties.certain_from <= on)
        silent &= ~self.presumed_on(day, years) if years else np.zeros(len(ties), dtype=bool)
        signs: npt.NDArray[np.datetime64] = np.where(silent, self.last_signs, np.datetime64(FIRST_DAY, "D"))
        return signs

    def judge_on(self, day: date, years: int) -> OnDay:
        """Return what each tie is on a day, presuming for so many years; kept until another is asked."""
        asked = day, years
        known: tuple[tuple[date, int], OnDay] | None = self.__dict__.get("_on_day")
        if known is None or known[0] != asked:
            counts, certain = self.counting_on(day, contacts=True)
            told = OnDay(counts, certain, self.presumed_on(day, years), self.silent_on(day, years))
            known = asked, OnDay(*map(freeze, told))
            self.__dict__["_on_day"] = known
        return known[1]

    def find_foreign_country(self, name: str, language: str | None = None) -> str:
        """Return the id of a foreign country as the directory does; its own id finds it without one."""
        row = self.places.find(name.strip())
        if row != NOTHING and self.places.labels[row] == "Country" and name.strip() != self.home:
            return name.strip()
        return self.directory.find_foreign_country(name, language)

    @cached_property
    def last_signs(self) -> npt.NDArray[np.datetime64]:
        """Return the last day on which each tie is known to have been alive, a far mark where none is.

        By its own dates, by those of the other ties of its act, and by events between the same two ends, the
        foreign one finer than a country. Of a year or month it is the first day: see `latest_signs`.
        """
        return self._find_last(np.asarray(self.ties.sign, "datetime64[D]").astype(np.int64)).astype(
            "datetime64[D]"
        )

    def find_last_sign(self, row: int) -> tuple[date, date] | None:
        """Return the first and the last day that the last sign of life of a tie may have been, if any."""
        first: date = self.last_signs[row].item()
        last: date = self.latest_signs[row].item()
        return None if first in (FIRST_DAY, LAST_DAY) else (first, last)

    @cached_property
    def latest_signs(self) -> npt.NDArray[np.datetime64]:
        """Return the latest day that the last sign of life of each tie may have been: of `1984`, its end."""
        from graphmap.dates import find_days

        def read_last(texts: tuple[str, ...]) -> tuple[date, date]:
            days = [day for day in map(find_days, texts) if not day.doubtful]
            return max(((day.earliest, day.latest) for day in days), default=(FIRST_DAY, FIRST_DAY))

        ties = self.ties
        first = np.asarray(ties.sign, "datetime64[D]")
        begun = np.asarray(ties.since_latest, "datetime64[D]")
        told = ties.attested.map(lambda texts: read_last(texts)[0], "datetime64[D]")
        told_by = ties.attested.map(lambda texts: read_last(texts)[1], "datetime64[D]")
        on_start = first == np.asarray(ties.since_earliest, "datetime64[D]")
        latest = np.maximum(np.where(on_start, begun, first), np.where(first == told, told_by, first)).astype(
            np.int64
        )
        days = first.astype(np.int64)
        # One number for both, so that the latest sign brings its own width along.
        both = self._find_last(days * _WIDTH + np.minimum(latest - days, _WIDTH - 1))
        return (both // _WIDTH + both % _WIDTH).astype("datetime64[D]")

    def _find_last(self, signs: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        ties, labels = self.ties, self.places.labels
        return find_last_signs(
            signs,
            ties.documents.codes.astype(np.int64),
            ties.start.astype(np.int64) * len(self.places) + ties.target,
            ties.nature.codes == ties.nature.find_code("event"),
            (labels.codes != labels.find_code("Country"))[ties.target],
        )

    def list_posts(self, person: int) -> Iterator[tuple[int, str]]:
        """Yield the posts of a person, each with the id of the office or the mission that it is at."""
        posts = self.posts
        for post in np.flatnonzero(posts.person == person).tolist():
            office, mission = int(posts.counterpart[post]), int(posts.mission[post])
            yield post, self.places.ids[office] if office != NOTHING else self.missions.ids[mission]

    @cached_property
    def directory(self) -> Directory:
        """The places by all their names."""
        from graphmap.directory import Directory, Listing
        from graphmap.points import LatLon
        from graphmap.text import Name

        places = self.places
        # A whole column at a time: a cell at a time takes ten times as long.
        columns = (places.ids, places.labels, places.names, places.names_fa, places.aliases, places.iso2)
        listings = (
            Listing(
                identity,
                label,
                Name(name, name_fa or ""),
                aliases,
                (iso2,) if iso2 else (),
                None if lat != lat else LatLon(lat, lon),
            )
            for identity, label, name, name_fa, aliases, iso2, lat, lon in zip(
                *columns, places.lat.tolist(), places.lon.tolist(), strict=True
            )
        )
        parent = places.parent.copy()
        # One looks for a mission where it lies, not in the country that it stands for.
        parent[[places.find(identity) for identity in self.missions.ids]] = self.missions.city
        ids = list(places.ids)
        held = zip(ids, parent.tolist(), strict=True)
        parents = {identity: ids[row] for identity, row in held if row != NOTHING}
        return Directory(listings, parents, self.home)

    @cached_property
    def invented_sources(self) -> frozenset[str]:
        """Return the ids of the sources that are made up."""
        return frozenset(self.sources.ids[row] for row in np.flatnonzero(self.sources.invented).tolist())

    @property
    def is_invented(self) -> bool:
        """Whether any source of the graph is invented: then every page of it must say so."""
        return bool(self.invented_sources)

    @cached_property
    def countries(self) -> Indices:
        """Return, for each place, the row of the country that it lies in or is, -1 where none is known."""
        return find_levels_above(self.places)["Country"]

    def with_ties(self, batch: Batch) -> Snapshot:
        """Return the snapshot that the store would give after a batch of ties, and write nothing.

        The batch may hold new, changed and removed ties, places with what they lie IN or REPRESENT, sources.
        Raises Faults as an import would, GraphmapError for any other record.
        """
        from graphmap.store.trial import try_batch

        return try_batch(self, batch)

    def to_networkx(self, level: Level | None = None) -> networkx.MultiGraph[str]:
        """Return a multigraph of NetworkX: an edge a tie, by its id, with its dates, bounds and sources.

        With a level, the undirected one of two modes: provinces and their foreign targets at that level.
        Without, the whole one, directed: all places, what they lie IN, ties from where they start.
        """
        from graphmap.store.networks import build_network, build_two_mode

        return build_network(self) if level is None else build_two_mode(self, level)

    def to_columns(self) -> dict[str, dict[str, list[Any]]]:
        """Return every table as lists of plain values by column; places and others are named by their ids."""
        from graphmap.store.plain_columns import plain_columns

        tables = dict(self.tables())
        return {name: plain_columns(table, lambda of: tables[of].ids) for name, table in tables.items()}

    def to_pandas(self) -> dict[str, Any]:
        """Return every table as a DataFrame of pandas, indexed by id; GraphmapError where pandas is not."""
        from graphmap.offering import load_extra

        pandas = load_extra("pandas", "notebook")
        return {name: pandas.DataFrame(table).set_index("ids") for name, table in self.to_columns().items()}


def build_snapshot(contents: Contents) -> Snapshot:
    """Build the snapshot of records; GraphmapError where they have no home country."""
    from graphmap.store.snapshot_build import assemble
    from graphmap.store.snapshot_read import frames_of

    return assemble(Snapshot, frames_of(contents))
