"""A snapshot as networks of NetworkX: the whole graph, or its two modes; an edge a tie, with its evidence.

Values are texts, numbers and truth alone, so that every format of NetworkX can write them: lists are joined
by a bar, days are ISO texts, and what is not known is an empty text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from graphmap.dates import BOUNDS, FIRST_DAY, LAST_DAY
from graphmap.scales import Level
from graphmap.schema.kinds import LIST_MARK
from graphmap.store.columns import NOTHING

if TYPE_CHECKING:
    import networkx

    from graphmap.store.columns import Indices
    from graphmap.store.snapshot_tables import Tables


def build_network(snapshot: Tables) -> networkx.MultiDiGraph[str]:
    """Build the whole network: places by id, what each is IN, REPRESENTS or SENT_BY, ties to their target."""
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(home=snapshot.home)
    places, ties = snapshot.places, snapshot.ties
    ids = list(places.ids)
    graph.add_nodes_from((identity, describe_place(snapshot, row)) for row, identity in enumerate(ids))
    for row, parent in enumerate(places.parent.tolist()):
        if parent != NOTHING:
            graph.add_edge(ids[row], ids[parent], key=f"in:{ids[row]}", kind=places.lead_of(row))
    ends = zip(ties.start.tolist(), ties.target.tolist(), strict=True)
    for tie, (start, target) in enumerate(ends):
        graph.add_edge(ids[start], ids[target], key=ties.ids[tie], **describe_tie(snapshot, tie))
    return graph


def build_two_mode(
    snapshot: Tables, level: Level, rows: Iterable[int] | None = None, told: Mapping[str, list[Any]] = {}
) -> networkx.MultiGraph[str]:
    """Build the network of two modes: provinces (`bipartite` 0) and foreign targets at a level (1).

    A tie stands between the province it counts for and the place that its target lies in at the level; one
    that has no province, or a coarser target, is left out. `rows` chooses ties, `told` says more of each.
    """
    import networkx

    graph: networkx.MultiGraph[str] = networkx.MultiGraph(home=snapshot.home, level=level)
    places, ties = snapshot.places, snapshot.ties
    targets: Indices = getattr(ties, level)
    for place, tie in enumerate(range(len(ties)) if rows is None else rows):
        province, target = int(ties.province[tie]), int(targets[tie])
        if NOTHING in (province, target):
            continue
        for side, row in enumerate((province, target)):
            if places.ids[row] not in graph:
                graph.add_node(places.ids[row], bipartite=side, **describe_place(snapshot, row))
        more = {name: column[place] for name, column in told.items()}
        ends = places.ids[province], places.ids[target]
        graph.add_edge(*ends, key=ties.ids[tie], **describe_tie(snapshot, tie), **more)
    return graph


def describe_place(snapshot: Tables, row: int) -> dict[str, Any]:
    """Return what a node says of a place: its label and names, where it lies if that is known."""
    places = snapshot.places
    told = {"label": places.labels[row], "name": places.names[row], "name_fa": places.names_fa[row] or ""}
    lat, lon = float(places.lat[row]), float(places.lon[row])
    return told if np.isnan(lat) or np.isnan(lon) else {**told, "lat": lat, "lon": lon}


def describe_tie(snapshot: Tables, tie: int) -> dict[str, Any]:
    """Return what an edge says of a tie: kind, sectors, stage, dates as written and as bounds, sources."""
    ties = snapshot.ties
    bounds = {name: getattr(ties, name)[tie].item() for name in BOUNDS}
    return {
        "kind": ties.kinds[tie],
        "nature": ties.nature[tie],
        "sectors": LIST_MARK.join(ties.sectors[tie]),
        "stage": ties.stages[tie] or "",
        "since": ties.since[tie] or "",
        "until": ties.until[tie] or "",
        **{name: "" if day in (FIRST_DAY, LAST_DAY) else day.isoformat() for name, day in bounds.items()},
        "through": ties.through[tie],
        "municipal": bool(ties.municipal[tie]),
        "document": ties.documents[tie] or "",
        "sources": LIST_MARK.join(ties.sources[tie]),
    }
