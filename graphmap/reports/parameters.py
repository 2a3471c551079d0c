"""Finds a node of a store by any name it is known by, for the parameters of reports."""

from __future__ import annotations

from graphmap.directory import Directory, Listing
from graphmap.schema import Country
from graphmap.store.contract import Store
from graphmap.text import Name


def find_node(store: Store, label: str, name: str, language: str | None = None) -> str:
    """Return the id of the node of a label that a name or id names; NameUnknown, NameUnclear."""
    by_id = store.rows(f"MATCH (n:{label}) WHERE n.id = $id RETURN n.id AS id", {"id": name.strip()}, limit=1)
    if by_id.rows:
        return name.strip()
    return read_directory(store, label).find(label, name, language=language)


def read_directory(store: Store, label: str) -> Directory:
    """Read the nodes of a label by all their names."""
    code = "n.iso2" if label == Country.stored_as else "null"
    returned = f"n.id AS id, n.name AS name, n.name_fa AS name_fa, n.aliases AS aliases, {code} AS code"
    return Directory(
        Listing(
            row["id"],
            label,
            Name(row["name"] or row["id"], row["name_fa"] or ""),
            tuple(row["aliases"] or ()),
            (row["code"],) if row["code"] else (),
        )
        for row in store.rows(f"MATCH (n:{label}) RETURN {returned}").as_dicts()
    )
