"""One step of a walk: by what a node is connected and to how many, which they are, what several share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from graphmap.store.columns import NOTHING, Flags
from graphmap.walk.web import TYPES, Filters, Rows, Web

Direction = Literal["out", "in"]


@dataclass(frozen=True)
class Count:
    """By what a node is connected: a type, whether it starts here (`out`), the label at the other end.

    `nodes` are told apart, `relationships` are not; `kinds` are those of ties, by number.
    """

    type: str
    direction: Direction
    label: str
    nodes: int
    relationships: int
    kinds: tuple[tuple[str, int], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        said = {"type": self.type, "direction": self.direction, "label": self.label}
        return {**said, "nodes": self.nodes, "relationships": self.relationships, "kinds": dict(self.kinds)}


@dataclass(frozen=True)
class Neighbour:
    """A node next to another, the relationships between the two folded: how many, which kinds and ties."""

    id: str
    label: str
    relationships: int
    kinds: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it."""
        said = {"id": self.id, "label": self.label, "relationships": self.relationships}
        return {**said, "kinds": list(self.kinds), "ties": list(self.ties)}


def _choose(web: Web, node: int, filters: Filters) -> Rows:
    """Return the relationships of a node that filters let through: other than ties all are."""
    edges = np.arange(*web.edges(node).indices(len(web.near)))
    ties = web.ties[edges]
    if filters == Filters():
        return edges
    passes: Flags = (ties == NOTHING) | web.allow(filters)[ties]
    return edges[passes]


def count_relationships(web: Web, node: int, filters: Filters | None = None) -> tuple[Count, ...]:
    """Return by what a node is connected, ties first, then the most nodes first."""
    groups: dict[tuple[int, bool, str], list[int]] = {}
    for edge in _choose(web, node, filters or Filters()).tolist():
        key = int(web.types[edge]), bool(web.out[edge]), web.labels[web.far[edge]]
        groups.setdefault(key, []).append(edge)
    counts = []
    for (type_, out, label), edges in groups.items():
        kinds = Counter(
            web.snapshot.ties.kinds[tie] for edge in edges if (tie := int(web.ties[edge])) != NOTHING
        )
        counts.append(
            Count(
                TYPES[type_],
                "out" if out else "in",
                label,
                len({int(web.far[edge]) for edge in edges}),
                len(edges),
                tuple(sorted(kinds.items(), key=lambda item: (-item[1], item[0]))),
            )
        )
    return tuple(
        sorted(counts, key=lambda one: (TYPES.index(one.type), -one.nodes, one.label, one.direction))
    )


def expand(
    web: Web,
    node: int,
    type_: str,
    direction: Direction,
    label: str,
    limit: int,
    filters: Filters | None = None,
) -> tuple[tuple[Neighbour, ...], int]:
    """Return the neighbours of a node by a type, in a direction, of a label, and how many there are in all.

    Those with the most relationships first, at most `limit` of them.
    """
    held: dict[int, list[int]] = {}
    for edge in _choose(web, node, filters or Filters()).tolist():
        far = int(web.far[edge])
        fits = TYPES[web.types[edge]] == type_ and bool(web.out[edge]) == (direction == "out")
        if fits and web.labels[far] == label:
            held.setdefault(far, []).append(edge)
    ranked = sorted(held.items(), key=lambda item: (-len(item[1]), web.ids[item[0]]))
    return tuple(_fold(web, far, edges) for far, edges in ranked[:limit]), len(held)


def _fold(web: Web, far: int, edges: list[int]) -> Neighbour:
    ties = [int(web.ties[edge]) for edge in edges if web.ties[edge] != NOTHING]
    kinds = dict.fromkeys(web.snapshot.ties.kinds[tie] for tie in ties)
    named = tuple(web.snapshot.ties.ids[tie] for tie in ties)
    return Neighbour(web.ids[far], web.labels[far], len(edges), tuple(kinds), named)


def find_common(web: Web, nodes: Sequence[int]) -> tuple[str, ...]:
    """Return the ids of the nodes to which all of some are connected, the home country left out; by id."""
    found: set[int] | None = None
    for node in nodes:
        near = set(web.far[web.edges(node)].tolist())
        found = near if found is None else found & near
    return tuple(sorted(web.ids[one] for one in (found or set()) - {web.home, *nodes}))
