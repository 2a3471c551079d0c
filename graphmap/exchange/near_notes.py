"""Tell which new places and offices of a list bear a name near that of another one: a person decides."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from graphmap.directory import Directory, list_node
from graphmap.exchange.place_words import names_office, names_region
from graphmap.near import LABELS, find_near
from graphmap.schema import Batch, In, Named, Relationship, Represents

FEW = 1_000
"""So many new names at most are held against all others letter by letter, which takes a while."""

PAIRS_SHOWN = 5
"""How many pairs a note lists."""


def may_name_new(batch: Batch) -> bool:
    """Say whether a batch holds nodes that many names may stand for."""
    return any(entry.record.stored_as in LABELS for entry in batch.entries)


def list_batch(batch: Batch, directory: Directory) -> frozenset[str]:
    """Add the new nodes of a batch to a directory, where they lie too, and return their ids."""
    parents = {
        entry.record.from_id: entry.record.to_id
        for entry in batch.entries
        if isinstance(entry.record, In | Represents) and entry.record.from_id and entry.record.to_id
    }
    new: set[str] = set()
    for entry in batch.entries:
        node = entry.record
        if isinstance(node, Relationship) or not isinstance(node, Named):
            continue
        if node.id and node.name and node.id not in directory:
            new.add(node.id)
            directory.add(list_node(node), parents.get(node.id, ""))
    return frozenset(new)


def note_called(directory: Directory, new: Collection[str]) -> Iterator[str]:
    """Yield a sentence about the new cities whose names say that they are regions or offices, if any."""
    cities = [one for identity in new if (one := directory.get(identity)) is not None and one.label == "City"]
    called = [
        f"{one.name.en} ({one.id})"
        for one in cities
        if names_region(one.name.en) or names_office(one.name.en)
    ]
    if called:
        shown = "; ".join(called[:PAIRS_SHOWN]) + (" …" if len(called) > PAIRS_SHOWN else "")
        if len(called) == 1:
            yield f"1 new city is called a province, a region or an office: {shown}"
        else:
            yield f"{len(called):,} new cities are called a province, a region or an office: {shown}"


def note_near(directory: Directory, new: Collection[str]) -> Iterator[str]:
    """Yield a sentence about the new nodes whose names are near that of another node, if there are any."""
    new = [one for one in new if (known := directory.get(one)) is not None and known.label in LABELS]
    if not new:
        return
    pairs = find_near(directory, new, finely=len(new) <= FEW)
    if not pairs:
        return
    shown = "; ".join(
        f"{pair.first_name} ({pair.first}) and {pair.second_name} ({pair.second})"
        for pair in pairs[:PAIRS_SHOWN]
    )
    more = " …" if len(pairs) > PAIRS_SHOWN else ""
    count = "1 pair of names is" if len(pairs) == 1 else f"{len(pairs):,} pairs of names are"
    yield f"{count} near each other, of which one is new: {shown}{more}; graphmap review lists all"
