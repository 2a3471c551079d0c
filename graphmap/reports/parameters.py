"""Finds a node of a store by any name it is known by, for the parameters of reports."""

from __future__ import annotations

from graphmap.exchange.lookup import Directory
from graphmap.schema import NODES, Contents, Country, Named
from graphmap.store.contract import Store


def find_node(store: Store, label: str, name: str) -> str:
    """Return the id of the node of a label that a name or id names; NameUnknown, NameUnclear."""
    by_id = store.rows(f"MATCH (n:{label}) WHERE n.id = $id RETURN n.id AS id", {"id": name.strip()}, limit=1)
    if by_id.rows:
        return name.strip()
    columns = ["id", "name", "name_fa", "aliases", *(["iso2"] if label == Country.stored_as else [])]
    returned = ", ".join(f"n.{column} AS {column}" for column in columns)
    nodes: dict[str, Named] = {}
    for row in store.rows(f"MATCH (n:{label}) RETURN {returned}").as_dicts():
        held = {column: tuple(value) if isinstance(value, list) else value for column, value in row.items()}
        nodes[row["id"]] = NODES[label].holding({c: value for c, value in held.items() if value is not None})
    return Directory(Contents(nodes)).find(label, name)
