"""Networks of NetworkX: the ties that count, each with its evidence, and what provinces or targets share."""

from __future__ import annotations

from datetime import date

import networkx
import pytest

from graphmap.analysis import find_overlaps, find_sole_contacts
from graphmap.analysis.networks import build_two_mode, project_network
from graphmap.scales import LEVELS, Level
from graphmap.store.contract import Store
from graphmap.store.snapshot import Snapshot

DAY = date(2026, 2, 8)


@pytest.fixture(scope="module")
def snapshot(iran: Store) -> Snapshot:
    return iran.snapshot()


@pytest.mark.parametrize("level", LEVELS)
def test_the_projection_on_provinces_shares_what_overlaps_find(snapshot: Snapshot, level: Level) -> None:
    shared = project_network(build_two_mode(snapshot, level, as_of=DAY))
    found = find_overlaps(snapshot, level, as_of=DAY, min_shared=1, limit=None)
    told = {tuple(sorted(one.cells()["province_ids"])): one for one in found}
    assert {tuple(sorted(pair)) for pair in shared.edges} == set(told)
    for one, other, data in shared.edges(data=True):
        overlap = told[min(one, other), max(one, other)]
        assert data["weight"] == len(data["shared"].split("|")) == overlap.cells()["shared"]
        assert set(data["ties"].split("|")) == set(overlap.ties)


@pytest.mark.parametrize("level", LEVELS)
def test_a_target_with_one_neighbour_is_a_sole_contact_at_the_end_of_a_bridge(
    snapshot: Snapshot, level: Level
) -> None:
    network = networkx.Graph(build_two_mode(snapshot, level, as_of=DAY))
    targets = {node for node, side in network.nodes(data="bipartite") if side == 1}
    alone = {node for node in targets if network.degree[node] == 1}
    assert alone == {one.cells()["target_id"] for one in find_sole_contacts(snapshot, level, as_of=DAY)}
    assert alone <= {node for bridge in networkx.bridges(network) for node in bridge}


def test_edges_tell_how_surely_a_tie_counts_and_on_what_it_rests(snapshot: Snapshot) -> None:
    network = build_two_mode(snapshot, "country", as_of=DAY, country="TUR")
    assert networkx.is_bipartite(network)
    counted = find_overlaps(snapshot, as_of=DAY, country="TUR").counted
    sure = [data["certainty"] for *_, data in network.edges(data=True)]
    assert (len(sure), sure.count("presumed"), sure.count("possible")) == (
        *(counted.counted, counted.presumed, counted.possible),
    )
    assert all(data["sources"] for *_, data in network.edges(data=True))
    assert project_network(network, "targets").number_of_nodes() == 1


def test_a_pair_is_one_edge_in_whatever_order_ties_were_added() -> None:
    network: networkx.MultiGraph[str] = networkx.MultiGraph()
    network.add_nodes_from(["A", "B"], bipartite=0)
    network.add_nodes_from(["TUR", "IRQ"], bipartite=1)
    for start, end in (("A", "TUR"), ("B", "TUR"), ("B", "IRQ"), ("A", "IRQ")):
        network.add_edge(start, end, key=f"{start}-{end}")
    shared = project_network(network)
    ((_, _, data),) = shared.edges(data=True)
    assert (shared.graph["side"], data["weight"], data["shared"]) == ("provinces", 2, "IRQ|TUR")
    assert data["ties"] == "A-IRQ|A-TUR|B-IRQ|B-TUR"


def test_what_leads_to_a_place_bears_its_own_name(snapshot: Snapshot) -> None:
    graph = snapshot.to_networkx()
    leads = {
        (graph.nodes[start]["label"], kind)
        for start, _, key, kind in graph.edges(keys=True, data="kind")
        if key.startswith("in:")
    }
    assert leads == {
        *((label, "IN") for label in ("Province", "Region", "City", "Body")),
        ("Counterpart", "REPRESENTS"),
        ("Mission", "SENT_BY"),
    }
