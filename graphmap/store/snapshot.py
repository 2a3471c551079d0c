"""An immutable picture of the graph for analyses and views: tables in columns, ties up to every level."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from graphmap.scales import Level
from graphmap.store.columns import NOTHING, Flags, Indices
from graphmap.store.snapshot_tables import Tables, find_levels_above
from graphmap.store.tables import Places, Ties

if TYPE_CHECKING:
    import networkx

    from graphmap.dates import Bounds
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
        from graphmap.dates import Bounds

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
        counts: Flags = (ties.counts_from <= on) & (on < ties.counts_until)
        return counts, (ties.certain_from <= on) & (on < ties.certain_until)

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

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """Return a directed multigraph: places and ties by id, their fields as texts and numbers."""
        import networkx

        graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(home=self.home)
        places, ties = self.places, self.ties
        ids = list(places.ids)
        for row, identity in enumerate(ids):
            graph.add_node(
                identity, label=places.labels[row], name=places.names[row], name_fa=places.names_fa[row] or ""
            )
        kinds = {"Mission": "SENT_BY"}
        for row, parent in enumerate(places.parent):
            if parent != NOTHING:
                graph.add_edge(
                    ids[row], ids[parent], key=f"in:{ids[row]}", kind=kinds.get(places.labels[row], "IN")
                )
        for tie, identity in enumerate(ties.ids):
            graph.add_edge(
                ids[ties.start[tie]],
                ids[ties.target[tie]],
                key=identity,
                kind=ties.kinds[tie],
                sectors="|".join(ties.sectors[tie]),
                since=ties.since[tie] or "",
                until=ties.until[tie] or "",
                municipal=bool(ties.municipal[tie]),
                sources="|".join(ties.sources[tie]),
            )
        return graph

    def to_columns(self) -> dict[str, dict[str, list[Any]]]:
        """Return every table as lists of plain values by column; places and others are named by their ids."""
        from graphmap.store.plain_columns import plain_columns

        tables = dict(self.tables())
        return {name: plain_columns(table, lambda of: tables[of].ids) for name, table in tables.items()}

    def to_pandas(self) -> dict[str, Any]:
        """Return every table as a DataFrame of pandas, indexed by id; GraphmapError where pandas is not."""
        from importlib import import_module

        from graphmap.errors import GraphmapError

        try:
            pandas = import_module("pandas")
        except ImportError as error:
            raise GraphmapError("pandas is not installed; `pip install pandas` installs it") from error
        return {name: pandas.DataFrame(table).set_index("ids") for name, table in self.to_columns().items()}


def build_snapshot(contents: Contents) -> Snapshot:
    """Build the snapshot of records; GraphmapError where they have no home country."""
    from graphmap.store.snapshot_build import assemble
    from graphmap.store.snapshot_read import frames_of

    return assemble(Snapshot, frames_of(contents))
