"""A picture of a part of the graph: nodes, groups that stand for all in them, lines joined with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from graphmap.store.columns import NOTHING, Flags
from graphmap.walk.web import TYPES, Filters, Rows, Web

TIED, LIES_IN = TYPES.index("TIED_TO"), TYPES.index("IN")
MOST_BEGUN = 48
"""Nodes of a picture that begins."""
GROUPS = ("Country", "Province", "Region")
"""Labels whose nodes can stand for all that lies in them."""


@dataclass(frozen=True)
class Shown:
    """What a picture shows, as rows of a web; those of `closed` stand for all in them that is not shown."""

    nodes: tuple[int, ...]
    closed: frozenset[int]


@dataclass(frozen=True)
class Line:
    """All relationships of a type from what one node stands for to what another does.

    `holds` says that one of the ties counts on the day, or that it is no tie; `ties` are their rows.
    """

    start: int
    end: int
    type: str
    count: int
    holds: bool
    kinds: tuple[tuple[str, int], ...]
    sectors: tuple[tuple[str, int], ...]
    ties: tuple[int, ...]


def find_tops(web: Web) -> Rows:
    """Return, for each node, the province or foreign country that it lies in or is, -1 for none."""
    above = find_above(web)
    labels = np.array(web.labels)
    is_top = ((labels == "Province") | (labels == "Country")) & (np.arange(len(labels)) != web.home)
    return _climb(above, is_top)


def find_regions(web: Web) -> Rows:
    """Return, for each node, the region abroad that it lies in or is, -1 for none."""
    return _climb(find_above(web), np.array(web.labels) == "Region")


def find_above(web: Web) -> Rows:
    """Return, for each node, the node that it lies in or stands for, -1 for none.

    A foreign mission stands for its country, wherever it is; one of the home country lies in its city.
    """
    snapshot = web.snapshot
    above = np.full(len(web.ids), NOTHING, np.int64)
    above[: len(snapshot.places.ids)] = snapshot.places.parent
    for row, identity in enumerate(snapshot.missions.ids):
        if snapshot.missions.sender[row] in (web.home, NOTHING):
            above[snapshot.places.find(identity)] = snapshot.missions.city[row]
    return above


def _climb(above: Rows, stops: Flags) -> Rows:
    """Return, for each node, the nearest node at or above it that is a stop, -1 for none."""
    found = np.where(stops, np.arange(len(above)), NOTHING)
    front = np.where(stops, NOTHING, above)
    while np.any(front != NOTHING):
        at = front != NOTHING
        hit = at & stops[front]
        found[hit] = front[hit]
        front = np.where(at & ~hit, above[front], NOTHING)
    return found


def find_standing(web: Web, shown: Shown) -> Rows:
    """Return, for each node, the shown node that stands for it, -1 for none."""
    closed = np.zeros(len(web.ids), np.bool_)
    closed[list(shown.closed)] = True
    standing = _climb(find_above(web), closed)
    rows = list(shown.nodes)
    standing[rows] = rows
    return standing


def join_lines(web: Web, shown: Shown, day: date) -> tuple[Line, ...]:
    """Return the lines among what is shown, ties first, then by their ends."""
    standing = find_standing(web, shown)
    start, end = standing[web.near], standing[web.far]
    # Where a consulate lies does not tell where the country lies that stands for it on the picture.
    told = (web.types != LIES_IN) | (start == web.near)
    rows = np.flatnonzero(web.out & (start != NOTHING) & (end != NOTHING) & (start != end) & told)
    if not len(rows):
        return ()
    count = len(web.ids)
    keys = (web.types[rows].astype(np.int64) * count + start[rows]) * count + end[rows]
    order = np.argsort(keys, kind="stable")
    found, firsts = np.unique(keys[order], return_index=True)
    bounds = [*firsts.tolist(), len(rows)]
    ties = web.ties[rows[order]]
    counting = web.snapshot.counting_on(day, contacts=True)[0] if len(web.snapshot.ties.ids) else np.zeros(0)
    kinds = web.snapshot.ties.kinds
    lines = []
    for place, key in enumerate(found.tolist()):
        held = ties[bounds[place] : bounds[place + 1]]
        rest, to = divmod(key, count)
        code, begin = divmod(rest, count)
        tied = held[held != NOTHING]
        named = Counter(kinds[row] for row in tied.tolist())
        lines.append(
            Line(
                begin,
                to,
                TYPES[code],
                len(held),
                bool(counting[tied].any()) if code == TIED else True,
                tuple(sorted(named.items(), key=lambda item: (-item[1], item[0]))),
                tuple(
                    Counter(
                        one for row in tied.tolist() for one in web.snapshot.ties.sectors[row]
                    ).most_common()
                ),
                tuple(tied.tolist()),
            )
        )
    return tuple(lines)


def count_inside(web: Web, shown: Shown) -> dict[int, int]:
    """Return for how many nodes that are not shown each closed one stands."""
    standing = find_standing(web, shown)
    standing[list(shown.nodes)] = NOTHING
    rows, counts = np.unique(standing[standing != NOTHING], return_counts=True)
    return dict(zip(rows.tolist(), counts.tolist(), strict=True))


def begin_picture(web: Web, starts: Sequence[int]) -> tuple[Shown, int]:
    """Return what a picture of some nodes begins with, grouped, and how many more there would be.

    One node: it, and the provinces and countries to which ties lead from it or from what lies in it. Several
    of one sort: they, and what two of them are tied to. Several of different sorts: they alone.
    """
    tops, labels = find_tops(web), web.labels
    wanted: Counter[int] = Counter()
    if len(starts) == 1 and starts[0] == web.home:
        rows = np.flatnonzero(web.out & (web.types == TIED))
        wanted.update(tops[web.near[rows]].tolist())
        wanted.update(tops[web.far[rows]].tolist())
    elif len({labels[one] for one in starts}) == 1:
        for one in starts:
            near = _find_reached(web, tops, one)
            wanted.update(near if len(starts) == 1 else dict.fromkeys(near, 1))
        if len(starts) > 1:
            wanted = Counter({one: times for one, times in wanted.items() if times > 1})
    if len(starts) == 1 and not wanted:
        wanted.update(web.far[web.edges(starts[0])].tolist())
    for out in (NOTHING, web.home, *starts):
        wanted.pop(out, None)
    ranked = sorted(wanted, key=lambda one: (-wanted[one], web.ids[one]))
    nodes = (*starts, *ranked[: max(0, MOST_BEGUN - len(starts))])
    return Shown(nodes, close_groups(web, nodes)), max(0, len(starts) + len(ranked) - len(nodes))


def close_groups(web: Web, nodes: Iterable[int]) -> frozenset[int]:
    """Return those of some nodes that are closed at first: provinces and foreign countries."""
    return frozenset(one for one in nodes if web.labels[one] in {"Country", "Province"} and one != web.home)


def _find_reached(web: Web, tops: Rows, node: int) -> Counter[int]:
    """Return the provinces and countries that ties lead to from a node and all in it, by ties."""
    return Counter({top: len(rows) for top, rows in list_reached(web, tops, node).items()})


def list_reached(web: Web, tops: Rows, node: int, filters: Filters | None = None) -> dict[int, list[int]]:
    """Return the ties that lead from a node, and all that lies in it, by the province or country reached."""
    inside = find_standing(web, Shown((node,), frozenset([node]))) == node
    rows = np.flatnonzero((web.types == TIED) & inside[web.near] & ~inside[web.far])
    if filters is not None and filters != Filters():
        rows = rows[web.allow(filters)[web.ties[rows]]]
    found: dict[int, list[int]] = {}
    for row, top in zip(rows.tolist(), tops[web.far[rows]].tolist(), strict=True):
        if top != NOTHING and top != tops[node]:
            found.setdefault(top, []).append(int(web.ties[row]))
    return found


def list_members(web: Web, shown: Shown, group: int) -> tuple[int, ...]:
    """Return the nodes for which a group stands and from which lines lead out, the most lines first."""
    standing = find_standing(web, shown)
    start, end = standing[web.near], standing[web.far]
    rows = (start == group) & (end != NOTHING) & (end != group) & (web.near != group)
    members, counts = np.unique(web.near[rows], return_counts=True)
    ranked = sorted(zip((-counts).tolist(), members.tolist(), strict=True))
    return tuple(member for _, member in ranked)


def list_ties_between(lines: Iterable[Line], ends: Collection[int], type_: str) -> tuple[int, ...]:
    """Return the rows of the ties of the lines between two ends, whichever way they lead."""
    return tuple(
        sorted(
            {
                tie
                for line in lines
                if line.type == type_ and {line.start, line.end} == set(ends)
                for tie in line.ties
            }
        )
    )
