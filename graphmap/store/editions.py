"""What a store holds on the word of a source that the newest edition of the source no longer says."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graphmap.schema import RELATIONSHIPS, Difference, In
from graphmap.store.contract import Store
from graphmap.store.statements import RELATIONSHIP


@dataclass(frozen=True, slots=True, order=True)
class Unsaid:
    """A relationship that rests on a source and that a list of it does not name."""

    type: str
    id: str
    start: str
    target: str
    since: str
    sources: tuple[str, ...]
    """All that it rests on."""


def find_unsaid(
    store: Store, difference: Difference, sources: Collection[str], types: Iterable[str]
) -> list[Unsaid]:
    """Return the relationships of some types that rest on some sources and that a list does not name.

    `difference` is what the list does, or did, to the store. Where a place lies is not asked: a list that no
    longer names a place says nothing of where it is.
    """
    named = {
        *difference.unchanged,
        *(record.identity for record in difference.created),
        *(change.after.identity for change in difference.changed),
    }
    found: list[Unsaid] = []
    for name in dict.fromkeys(types):
        if name not in RELATIONSHIPS or name == In.stored_as:
            continue
        since = "n.since" if "since" in RELATIONSHIPS[name].model_fields else "null"
        query = (
            f"{RELATIONSHIP.format(name=name)} WHERE any(source IN n.sources WHERE source IN $sources) "
            f"RETURN n.id AS id, a.id AS start, b.id AS target, {since} AS since, n.sources AS sources "
            "ORDER BY id"
        )
        rows = store.rows(query, {"sources": sorted(sources)}).rows
        found += [
            Unsaid(name, identity, start, target, known_since or "", tuple(rests_on))
            for identity, start, target, known_since, rests_on in rows
            if identity not in named
        ]
    return found
