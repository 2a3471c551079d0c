"""Writes the Cypher that asks what a walk over the columns answers: shown beside it, and held against it."""

from __future__ import annotations

from graphmap.schema import NODES, RELATIONSHIPS
from graphmap.store.statements import OWN_LABEL

ARROWS = {"out": "-[r{type}]->", "in": "<-[r{type}]-"}


def write_counts_query(label: str) -> str:
    """Write the query of what a node of a label (`$id`) is connected by: type, direction, label, counts."""
    parts = (
        f"MATCH (n:{_label(label)} {{id: $id}}){arrow.format(type='')}(other)\n"
        f"RETURN type(r) AS type, '{direction}' AS direction,\n"
        f"       {OWN_LABEL.format(node='other')} AS label,\n"
        "       count(DISTINCT other) AS nodes, count(r) AS relationships"
        for direction, arrow in ARROWS.items()
    )
    return "\nUNION ALL\n".join(parts) + "\n"


def write_expand_query(label: str, type_: str, direction: str, other: str) -> str:
    """Write the query of the nodes of a label that a node (`$id`) is connected to by a type."""
    arrow = ARROWS[direction].format(type=f":{_type(type_)}")
    return (
        f"MATCH (n:{_label(label)} {{id: $id}}){arrow}(other:{_label(other)})\n"
        "RETURN other.id AS id, count(r) AS relationships\n"
        "ORDER BY relationships DESC, id LIMIT $limit\n"
    )


def write_common_query(labels: tuple[str, ...]) -> str:
    """Write the query of the nodes that several (`$id0`, `$id1` …) are all connected to."""
    matches = "\n".join(
        f"MATCH (n{place}:{_label(label)} {{id: $id{place}}})--(common)" for place, label in enumerate(labels)
    )
    open_ = "WITH DISTINCT common WHERE NOT coalesce(common.home, false)"
    return f"{matches}\n{open_}\nRETURN common.id AS id ORDER BY id\n"


def write_paths_query(start: str, end: str, steps: int) -> str:
    """Write the query of the paths of so many steps, the fewest, between two nodes (`$start`, `$end`).

    How many steps that is, the columns say: kglite 0.21 ends allShortestPaths at 256 without a word, so no
    query may use it.
    """
    between = [f"n{place}" for place in range(1, steps)]
    nodes = [f"(a:{_label(start)} {{id: $start}})", *(f"({one})" for one in between)]
    nodes.append(f"(b:{_label(end)} {{id: $end}})")
    ids = ", ".join(f"{one}.id" for one in ("a", *between, "b"))
    closed = " AND ".join(f"NOT coalesce({one}.home, false)" for one in between)
    where = f"\nWHERE {closed}" if closed else ""
    return f"MATCH {'--'.join(nodes)}{where}\nRETURN DISTINCT {ids}\n"


def _label(label: str) -> str:
    return NODES[label].stored_as


def _type(type_: str) -> str:
    return RELATIONSHIPS[type_].stored_as


def write_ties_between_query(one: str, other: str) -> str:
    """Write the query of the ties between two nodes (`$one`, `$other`) and all that lies in each of them."""
    within = "-[:IN|REPRESENTS|SENT_BY*0..5]-"
    return (
        f"MATCH (a:{_label(one)} {{id: $one}})<{within}(x)-[t:TIED_TO]-(y)"
        f"{within}>(b:{_label(other)} {{id: $other}})\n"
        "RETURN DISTINCT t.id AS id, x.id AS start, y.id AS target, t.kind AS kind, t.since AS since\n"
        "ORDER BY id\n"
    )
