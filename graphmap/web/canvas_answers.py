"""What the canvas is told: a picture that begins, lines, what can be added, the ties behind a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, get_args

import numpy as np

from graphmap.errors import QuestionError, shown_value
from graphmap.store.walking import write_ties_between_query
from graphmap.text import clean_name
from graphmap.walk.picture import (
    GROUPS,
    Shown,
    close_groups,
    count_inside,
    find_above,
    find_regions,
    find_tops,
    join_lines,
    list_members,
    list_reached,
    list_ties_between,
)
from graphmap.walk.steps import Direction, count_relationships, expand
from graphmap.walk.web import TYPES, Filters, Rows, Web
from graphmap.web.sharing import Held

CLOSED = "*"
"""Stands behind the id of a node that stands for all in it; no id holds it."""
REACHES, INSIDE = "REACHES", "INSIDE"
"""What can be added beside the types of relationships: where ties lead from all in it, and what is in it."""
EVERYTHING = "*"
MOST_SHOWN = 6_000
MOST_TIES = 200
NO_LIMIT = 10**9


def find_row(web: Web, identity: str) -> int:
    """Return the row of a node; NotThere for an id that no node has."""
    from graphmap.web.walking import find_node

    return find_node(web, identity)


def tops_of(held: Held, web: Web) -> Rows:
    """Return the province or foreign country of each node, found once for each state."""
    return held.keep("tops", lambda: find_tops(web))


def read_shown(web: Web, given: str) -> Shown:
    """Read what is shown: ids joined by |, a star behind the closed; a star alone is everything."""
    if given == EVERYTHING:
        if len(web.ids) > MOST_SHOWN:
            raise QuestionError(f"shown: the graph has {len(web.ids)} nodes, and a canvas holds {MOST_SHOWN}")
        return Shown(tuple(row for row in range(len(web.ids)) if row != web.home), frozenset())
    rows: dict[int, bool] = {}
    for one in filter(None, given.split("|")):
        row = find_row(web, one.removesuffix(CLOSED))
        rows[row] = one.endswith(CLOSED) and row != web.home
    return Shown(tuple(rows), frozenset(row for row, closed in rows.items() if closed))


def tell_picture(held: Held, web: Web, shown: Shown, day: date, added: Iterable[int] = ()) -> dict[str, Any]:
    """Tell the nodes and lines of a picture, and which of the nodes have just been added."""
    inside = count_inside(web, shown)
    tops, above = tops_of(held, web), held.keep("above", lambda: find_above(web))
    named = held.keep("named", lambda: _count_names(held, web))
    home = _find_home(held, web)
    regions = held.keep("regions", lambda: find_regions(web))

    def tell(row: int) -> dict[str, Any]:
        identity = web.ids[row]
        name = held.everything.name(identity)
        said = clean_name(name.en)
        return {
            "id": identity,
            "label": web.labels[row],
            "name": said,
            "name_fa": clean_name(name.in_language("fa")),
            "twice": named[said] > 1,
            "home": bool(home[row]),
            "above": web.ids[above[row]] if above[row] >= 0 else "",
            "top": web.ids[tops[row]] if tops[row] >= 0 else "",
            "region": web.ids[regions[row]] if regions[row] >= 0 else "",
            "closed": row in shown.closed,
            "inside": inside.get(row, 0),
        }

    return {
        "nodes": [tell(row) for row in shown.nodes],
        "lines": [
            {
                "start": web.ids[line.start],
                "end": web.ids[line.end],
                "type": line.type,
                "count": line.count,
                "holds": line.holds,
                "kinds": dict(line.kinds),
                "sectors": dict(line.sectors),
            }
            for line in join_lines(web, shown, day)
        ],
        "added": [web.ids[row] for row in added],
    }


def _count_names(held: Held, web: Web) -> Counter[str]:
    return Counter(clean_name(held.everything.name(identity).en) for identity in web.ids)


def _find_home(held: Held, web: Web) -> np.ndarray:
    def make() -> np.ndarray:
        labels, tops = np.array(web.labels), tops_of(held, web)
        at_home = (tops >= 0) & (labels[tops] == "Province")
        above = find_above(web)
        own = np.arange(len(labels)) == web.home
        return np.asarray(at_home | own | ((above == web.home) & (web.home >= 0)), np.bool_)

    return held.keep("at_home", make)


def tell_around(held: Held, web: Web, node: int, shown: Shown, filters: Filters) -> list[dict[str, Any]]:
    """Tell what can be added to a node, a row a sort, with how many there are and are shown already."""
    there = set(shown.nodes)
    rows: list[dict[str, Any]] = []
    if web.labels[node] in GROUPS and node != web.home:
        reached = list_reached(web, tops_of(held, web), node, filters)
        if reached:
            ties = [tie for held_ in reached.values() for tie in held_]
            kinds = Counter(web.snapshot.ties.kinds[tie] for tie in ties)
            label = web.labels[next(iter(reached))]
            rows.append(
                _row(REACHES, "out", label, set(reached), there, len(ties), dict(kinds.most_common()))
            )
        if node in shown.closed and (members := list_members(web, shown, node)):
            rows.append(_row(INSIDE, "in", "", set(members), there, len(members), {}))
    for one in count_relationships(web, node, filters):
        near, _ = expand(web, node, one.type, one.direction, one.label, NO_LIMIT, filters)
        ids = {web.find(other.id) for other in near} - {web.home}
        if ids:
            rows.append(
                _row(one.type, one.direction, one.label, ids, there, one.relationships, dict(one.kinds))
            )
    return rows


def _row(
    type_: str, direction: str, label: str, ids: set[int], there: set[int], count: int, kinds: dict[str, int]
) -> dict[str, Any]:
    said = {"type": type_, "direction": direction, "label": label}
    return {**said, "nodes": len(ids), "shown": len(ids & there), "relationships": count, "kinds": kinds}


def find_further(
    held: Held, web: Web, node: int, asked: tuple[str, str, str], shown: Shown, filters: Filters
) -> list[int]:
    """Return the nodes that a row of `tell_around` would add, those with the most relationships first."""
    type_, direction, label = asked
    if type_ == REACHES:
        reached = list_reached(web, tops_of(held, web), node, filters)
        found = sorted(reached, key=lambda row: (-len(reached[row]), web.ids[row]))
    elif type_ == INSIDE:
        found = list(list_members(web, shown, node))
    elif type_ in TYPES and direction in get_args(Direction):
        near, _ = expand(web, node, type_, direction, label, NO_LIMIT, filters)  # type: ignore[arg-type]
        found = [web.find(one.id) for one in near]
    else:
        raise QuestionError(f"type: {shown_value(type_)} is none; right would be one of {', '.join(TYPES)}")
    there = {*shown.nodes, web.home}
    return [row for row in found if row not in there]


def add_nodes(web: Web, shown: Shown, rows: Iterable[int], closing: bool = True) -> Shown:
    """Return what is shown with some more, provinces and countries closed."""
    more = tuple(dict.fromkeys(row for row in rows if row not in shown.nodes))
    closed = close_groups(web, more) if closing else frozenset()
    return Shown((*shown.nodes, *more), shown.closed | closed)


def tell_ties(held: Held, web: Web, shown: Shown, ends: tuple[int, int], day: date) -> dict[str, Any]:
    """Tell the ties behind a line: who, what, when, whether it counts on the day, by which sources."""
    snapshot, ties, sources = web.snapshot, web.snapshot.ties, web.snapshot.sources
    rows = list_ties_between(join_lines(web, shown, day), ends, "TIED_TO")
    counts, certain = snapshot.counting_on(day, contacts=True)

    def name(identity: str) -> dict[str, str]:
        found = held.everything.name(identity)
        return {"id": identity, "name": clean_name(found.en), "name_fa": clean_name(found.in_language("fa"))}

    def tell_source(identity: str) -> dict[str, Any]:
        row = sources.find(identity)
        return {
            **name(identity),
            "grade": sources.grades[row] or "",
            "published": sources.published[row] or "",
        }

    return {
        "ties": [
            {
                "id": ties.ids[row],
                "start": name(snapshot.places.ids[ties.start[row]]),
                "end": name(snapshot.places.ids[ties.target[row]]),
                "kind": ties.kinds[row],
                "sectors": list(ties.sectors[row]),
                "since": ties.since[row] or "",
                "until": ties.until[row] or "",
                "standing": "certain" if certain[row] else "possible" if counts[row] else "none",
                "sources": [tell_source(one) for one in ties.sources[row]],
            }
            for row in rows[:MOST_TIES]
        ],
        "total": len(rows),
        "cypher": write_ties_between_query(*(web.labels[row] for row in ends)),
        "parameters": {"one": web.ids[ends[0]], "other": web.ids[ends[1]]},
    }
