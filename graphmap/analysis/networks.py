"""Networks of NetworkX for what has no question here: provinces and targets that count, and projections.

What asks for a bridge or a bloc is a question already: `sole_contacts` are the targets with one neighbour in
the network of two modes, each at the far end of a bridge; `groups` are the blocs that share partners.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Unpack

from graphmap.analysis.scope import Asked, Scope, select_ties
from graphmap.scales import CERTAINTIES, Level
from graphmap.schema.kinds import LIST_MARK
from graphmap.store import networks
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    import networkx

SIDES = {"provinces": 0, "targets": 1}
"""The two sides of a network of two modes, and the `bipartite` of their nodes."""


def build_two_mode(
    snapshot: Snapshot, level: Level = "country", **asked: Unpack[Asked]
) -> networkx.MultiGraph[str]:
    """Build the network of the ties that count in a scope, each edge with how surely (`certainty`).

    Nodes are provinces (`bipartite` 0) and their foreign targets at the level (1), by id; an edge is a tie,
    by its id, with dates, bounds, sectors and sources (`Snapshot.to_networkx`). Raises what `select_ties`
    raises.
    """
    selection = select_ties(snapshot, Scope(level, **asked))
    certainty = [CERTAINTIES[place] for place in selection.certainty.tolist()]
    return networks.build_two_mode(snapshot, level, selection.ties.tolist(), {"certainty": certainty})


def project_network(network: networkx.MultiGraph[str], side: str = "provinces") -> networkx.Graph[str]:
    """Project a network of two modes on its provinces or its targets: an edge where two share any.

    `weight` counts what they share, `shared` names it, `ties` are the ids of the ties it rests on, both
    joined by a bar. Nodes that share nothing stay. Raises KeyError for a side that is none.
    """
    import networkx

    wanted = SIDES[side]
    nodes = [(node, data) for node, data in network.nodes(data=True) if data["bipartite"] == wanted]
    projected: networkx.Graph[str] = networkx.Graph(**network.graph, side=side)
    projected.add_nodes_from(nodes)
    shared: dict[tuple[str, str], list[str]] = {}
    for node, data in network.nodes(data=True):
        if data["bipartite"] != wanted:
            for pair in combinations(sorted(network[node]), 2):
                shared.setdefault(pair, []).append(node)
    for (one, other), between in shared.items():
        ties = sorted({tie for node in between for end in (one, other) for tie in network[end][node]})
        told = {"shared": LIST_MARK.join(sorted(between)), "ties": LIST_MARK.join(ties)}
        projected.add_edge(one, other, weight=len(between), **told)
    return projected
