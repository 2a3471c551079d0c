"""Lays, where it is asked for, a way to walk from what is recorded to its Source; on Neo4j alone.

A record names its sources by id. Browser and Bloom walk along relationships: so each node is joined to its
Sources by SAID_BY. A tie is a relationship, from which nothing can lead: where that is asked for too, each
has a node `Statement`, which is ABOUT the two that the tie joins and SAID_BY its Sources. All of it is
derived, follows every write, and is no part of the model: no question, export or backup knows of it.
"""

from __future__ import annotations

from graphmap.schema import WRITABLE, Difference, Node, Relationship, Source, Tie
from graphmap.store.statements import Run, write_at_nodes, write_rows

SAID_BY, ABOUT, STATEMENT = "SAID_BY", "ABOUT", "Statement"
"""The types and the label that are laid."""

LEVELS = ("none", "nodes", "ties")
"""How much is laid: nothing, from the nodes, or from the ties too."""

CITING = tuple(
    name
    for name, cls in WRITABLE.items()
    if "sources" in cls.model_fields and not issubclass(cls, Relationship)
)
"""Labels whose nodes name their sources."""

UNIQUE = f"CREATE CONSTRAINT statement_tie IF NOT EXISTS FOR (n:{STATEMENT}) REQUIRE n.tie IS UNIQUE"
"""What lets the node of a tie be found by the tie's id."""

_JOIN = f"UNWIND n.sources AS source MATCH (s:{Source.stored_as} {{id: source}}) CREATE (n)-[:{SAID_BY}]->(s)"
_STATE = (
    f"CREATE (n:{STATEMENT} {{id: 'statement:' + t.id, tie: t.id, sources: t.sources, "
    "name: t.kind + coalesce(' ' + t.since, '')}) "
    f"CREATE (n)-[:{ABOUT}]->(a) CREATE (n)-[:{ABOUT}]->(b) WITH n {_JOIN}"
)


def read_level(run: Run) -> str:
    """Return how much is laid in a store."""
    rows = run("MATCH (s:Store) RETURN s.said_by AS level", {})
    return (rows[0][0] if rows else None) or LEVELS[0]


def lay_citations(run: Run, level: str) -> int:
    """Lay as much as is asked for in place of what is there; return how many SAID_BY there are then."""
    run(f"MATCH (n:{STATEMENT}) DETACH DELETE n", {})
    run(f"MATCH ()-[r:{SAID_BY}]->() DELETE r", {})
    run("MATCH (s:Store) SET s.said_by = $level", {"level": None if level == LEVELS[0] else level})
    if level != LEVELS[0]:
        for label in CITING:
            run(f"MATCH (n:{label}) {_JOIN}", {})
    if level == LEVELS[2]:
        run(f"MATCH (a)-[t:{Tie.stored_as}]->(b) {_STATE}", {})
    count: int = run(f"MATCH ()-[r:{SAID_BY}]->() RETURN count(r)", {})[0][0]
    return count


def lift_citations(run: Run, difference: Difference) -> None:
    """Take away what leads from the records that are about to be changed or removed."""
    if read_level(run) == LEVELS[0]:
        return
    gone = [*difference.removed, *(change.before for change in difference.changed)]
    nodes = (record for record in gone if isinstance(record, Node))
    write_at_nodes(run, nodes, f"MATCH (n)-[r:{SAID_BY}]->() DELETE r")
    ties = [{"id": record.identity} for record in gone if isinstance(record, Tie)]
    write_rows(run, {f"UNWIND $rows AS row MATCH (n:{STATEMENT} {{tie: row.id}}) DETACH DELETE n": ties})


def renew_citations(run: Run, difference: Difference) -> None:
    """Lay what leads from the records that have just been written."""
    level = read_level(run)
    if level == LEVELS[0]:
        return
    written = [*difference.created, *(change.after for change in difference.changed)]
    write_at_nodes(run, (record for record in written if isinstance(record, Node)), _JOIN)
    if level == LEVELS[2]:
        ties = [{"id": record.identity} for record in written if isinstance(record, Tie)]
        statement = f"UNWIND $rows AS row MATCH (a)-[t:{Tie.stored_as} {{id: row.id}}]->(b) {_STATE}"
        write_rows(run, {statement: ties})
