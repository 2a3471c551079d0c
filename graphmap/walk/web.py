"""The graph as neighbours: every relationship of a snapshot in columns, found by the node at either end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt

from graphmap.runs import list_rows
from graphmap.schema import DECLARED
from graphmap.store.columns import NOTHING, Flags, Indices
from graphmap.store.snapshot import Snapshot

TYPES = (
    *("TIED_TO", "IN", "REPRESENTS", "SENT_BY", "BORDERS", "GOVERNS", "HOLDS", "COVERS", "ACCREDITED_TO"),
    "TRADES_WITH",
)
"""Types of relationships, by code."""

Rows = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Filters:
    """Which ties are walked along: of a kind, a sector, a grade of a source; those that count on a day."""

    kind: str | None = None
    sector: str | None = None
    grade: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, eq=False)
class Web:
    """Nodes are places, then people, by row; relationships stand twice, once for each end, by that end.

    `near` and `far` are its ends, seen from `near`; `types` their types by code, `out` whether it starts
    at `near`, `ties` the row of the tie (-1 for another). `first` says where those of a node begin.
    """

    snapshot: Snapshot
    ids: tuple[str, ...]
    labels: tuple[str, ...]
    near: Indices
    far: Indices
    types: npt.NDArray[np.int8]
    out: Flags
    ties: Indices
    first: Rows
    home: int
    rows: dict[str, int] = field(default_factory=dict)

    def find(self, identity: str) -> int:
        """Return the row of a node, -1 where there is none."""
        return self.rows.get(identity, NOTHING)

    def edges(self, node: int) -> slice:
        """Return where the relationships of a node stand."""
        return slice(int(self.first[node]), int(self.first[node + 1]))

    def neighbours(self, nodes: Rows) -> Rows:
        """Return the nodes next to some nodes, each once, in their order."""
        starts, counts = self.first[nodes], self.first[nodes + 1] - self.first[nodes]
        return np.unique(self.far[list_rows(starts, counts)]).astype(np.int64)

    def allow(self, filters: Filters) -> Flags:
        """Return, for each tie, whether filters let it through."""
        ties = self.snapshot.ties
        allowed = np.ones(len(ties.ids), np.bool_)
        if filters.kind is not None:
            allowed &= ties.kinds.is_in([filters.kind])
        if filters.sector is not None:
            allowed &= ties.sectors.map(lambda sectors: filters.sector in sectors, np.bool_)
        if filters.grade is not None:
            sources = self.snapshot.sources
            graded = {
                one for one, grade in zip(sources.ids, sources.grades, strict=True) if grade == filters.grade
            }
            allowed &= ties.sources.map(lambda told: not graded.isdisjoint(told), np.bool_)
        if filters.as_of is not None:
            allowed &= self.snapshot.counting_on(filters.as_of, contacts=True)[0]
        return allowed


def weave(snapshot: Snapshot) -> Web:
    """Return the neighbours of a snapshot."""
    places, people, missions = snapshot.places, snapshot.people, snapshot.missions
    count = len(places.ids)
    at_place = np.array([places.find(one) for one in missions.ids], np.int64).reshape(-1)

    def mission(rows: Indices) -> Rows:
        return np.where(rows == NOTHING, NOTHING, at_place[rows]) if len(at_place) else rows.astype(np.int64)

    parent = places.parent.astype(np.int64)
    labels = np.array(list(places.labels))
    every = np.arange(count)
    parts: list[tuple[str, npt.ArrayLike, npt.ArrayLike]] = [
        ("TIED_TO", snapshot.ties.start, snapshot.ties.target),
        ("IN", at_place, missions.city),
        ("BORDERS", snapshot.borders.start, snapshot.borders.target),
        ("GOVERNS", snapshot.terms.person + count, snapshot.terms.province),
        ("HOLDS", snapshot.posts.person + count, np.where(
            snapshot.posts.counterpart != NOTHING, snapshot.posts.counterpart, mission(snapshot.posts.mission)
        )),
        ("COVERS", mission(snapshot.districts.mission), snapshot.districts.place),
        ("ACCREDITED_TO", mission(snapshot.accreditations.mission), snapshot.accreditations.country),
        ("TRADES_WITH", snapshot.trade.start, snapshot.trade.target),
    ]  # fmt: skip
    for label in np.unique(labels):
        chosen = every[labels == label]
        parts.append((places.lead_of(int(chosen[0])), chosen, parent[chosen]))
    starts = np.concatenate([np.asarray(start, np.int64) for _, start, _ in parts])
    targets = np.concatenate([np.asarray(target, np.int64) for _, _, target in parts])
    types = np.concatenate([np.full(len(np.asarray(start)), TYPES.index(type_)) for type_, start, _ in parts])
    ties = np.full(len(starts), NOTHING)
    ties[: len(snapshot.ties.ids)] = np.arange(len(snapshot.ties.ids))
    known = (starts != NOTHING) & (targets != NOTHING)
    starts, targets, types, ties = starts[known], targets[known], types[known], ties[known]
    near, far = np.concatenate([starts, targets]), np.concatenate([targets, starts])
    out = np.concatenate([np.ones(len(starts), np.bool_), np.zeros(len(starts), np.bool_)])
    order = np.lexsort((~out, np.tile(types, 2), far, near))
    ids = (*places.ids, *people.ids)
    first = np.searchsorted(near[order], np.arange(len(ids) + 1))
    return Web(
        snapshot,
        ids,
        (*places.labels, *people.labels),
        near[order].astype(np.int32),
        far[order].astype(np.int32),
        np.tile(types, 2)[order].astype(np.int8),
        out[order],
        np.tile(ties, 2)[order].astype(np.int32),
        first.astype(np.int64),
        places.find(snapshot.home),
        {identity: row for row, identity in enumerate(ids)},
    )


assert set(TYPES) <= DECLARED.keys()  # noqa: S101 (a type that is renamed is noticed when this loads)
