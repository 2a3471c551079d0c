"""All that a snapshot holds: the home country and a table for everything that is asked of the graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np

from graphmap.store.columns import NOTHING, Indices, freeze
from graphmap.store.table import Table
from graphmap.store.tables import (
    NESTED,
    PLACES,
    Accreditations,
    Borders,
    Districts,
    Missions,
    People,
    Places,
    Plans,
    Posts,
    Sectors,
    Sources,
    Terms,
    Ties,
    Trade,
)


@dataclass(frozen=True, eq=False)
class Tables:
    """The id of the home country, and the tables.

    They hold every declared field of every record but these: remarks and sources of what lies IN or
    REPRESENTS a place and of what a mission is SENT_BY, remarks of other relationships than ties, kept views,
    decisions, changesets.
    """

    home: str
    places: Places
    ties: Ties
    missions: Missions
    accreditations: Accreditations
    districts: Districts
    borders: Borders
    trade: Trade
    people: People
    terms: Terms
    posts: Posts
    sectors: Sectors
    sources: Sources
    plans: Plans

    def tables(self) -> Iterator[tuple[str, Table]]:
        """Yield the name of each table and the table."""
        yield from ((one.name, getattr(self, one.name)) for one in fields(self) if one.name != "home")

    @property
    def nbytes(self) -> int:
        """Return how many bytes the columns take."""
        return sum(table.nbytes for _, table in self.tables())

    def __eq__(self, other: object) -> bool:
        """Two are equal when every column is."""
        if not isinstance(other, Tables):
            return NotImplemented
        return self.home == other.home and all(table == getattr(other, name) for name, table in self.tables())

    __hash__ = None  # type: ignore[assignment]


HIGHEST = 8
"""How many steps a climb has at most: counterpart, city, three regions, country; there a ring ends too."""


def find_levels_above(places: Places) -> dict[str, Indices]:
    """Return, for each label, the row of that label that each place is or lies in, -1 where there is none."""
    count, labels = len(places), places.labels
    found = np.full((len(PLACES), count), NOTHING, np.int32)
    # The place of each label in PLACES, by code.
    ranks = np.array([*(PLACES.index(word) for word in labels.words), NOTHING], np.int32)[labels.codes]
    start, row = np.arange(count), np.arange(count, dtype=np.int32)
    nested = PLACES.index(NESTED)
    for _ in range(HIGHEST):
        rank = ranks[row]
        # A second of one label ends a climb; of regions that lie in each other, the outermost counts.
        fresh = (found[rank, start] == NOTHING) | (rank == nested)
        start, row, rank = start[fresh], row[fresh], rank[fresh]
        found[rank, start] = row
        row = places.parent[row]
        known = row != NOTHING
        start, row = start[known], row[known]
    return {label: freeze(found[rank]) for rank, label in enumerate(PLACES)}
