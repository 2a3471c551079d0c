"""What may be removed: what goes with it, and what keeps it where it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from graphmap.schema.batch import Batch
from graphmap.schema.draft import Draft
from graphmap.schema.nodes import Changeset, Country, Source
from graphmap.schema.records import Named, Record, Relationship
from graphmap.schema.relationships import In, Represents

NAMED = 5
"""How many ids a fault names; it counts the rest."""


def take_removals(batch: Batch, written: Mapping[str, Record], draft: Draft) -> None:
    """Take from a draft what a batch removes, with what goes along; blame each id that cannot go."""
    for identity in dict.fromkeys(batch.removals):
        stored = draft.stored(identity)
        if stored is None:
            problem, right = "is not the id of anything in the store", "an id that a report or a query shows"
        elif isinstance(stored, Changeset):
            problem, right = "is a changeset, which stays", "`graphmap undo`, which writes a new one"
        elif isinstance(stored, Country) and stored.home:
            problem, right = "is the home country, which stays", "a new store for another home"
        elif identity in written:
            problem, right = "is to be written and to be removed at once", "one of the two"
        else:
            draft.removed[identity] = stored
            continue
        draft.blame(identity, problem, right, value=identity)
    nodes = _removed_nodes(draft)
    for relationship in _attached(nodes, draft) if nodes else ():
        places = relationship.single and relationship.start in nodes
        if (places or batch.with_ties) and relationship.identity not in written:
            draft.removed[relationship.identity] = relationship


def check_removals(draft: Draft) -> None:
    """Blame each node that cannot go: relationships would lead nowhere, or records rest on it."""
    nodes = _removed_nodes(draft)
    if not nodes:
        return
    holding: dict[str, list[str]] = defaultdict(list)
    for relationship in _attached(nodes, draft):
        if relationship.identity not in draft.removed:
            for end in {relationship.start, relationship.target} & nodes.keys():
                holding[end].append(relationship.identity)
    citing: dict[str, list[str]] = defaultdict(list)
    if sources := {identity for identity, node in nodes.items() if isinstance(node, Source)}:
        written = {record.identity: record for record in draft.records()}
        for stored in draft.contents:
            record = written.get(stored.identity, stored)
            if record.identity not in draft.removed:
                for source in sources.intersection(getattr(record, "sources", None) or ()):
                    citing[source].append(record.identity)
    for identity in nodes:
        if ids := holding.get(identity):
            problem = f"is at an end of {_say_ids(ids, 'relationship')}"
            draft.blame(identity, problem, "--with-ties, which removes them too", value=identity)
        if ids := citing.get(identity):
            problem = f"is a source of {_say_ids(ids, 'record')}"
            draft.blame(identity, problem, "other sources for them first", value=identity)


def note_displaced(draft: Draft) -> None:
    """Note each node that stays and lies in nothing, or speaks for nothing, any more."""
    for record in draft.removed.values():
        if (
            isinstance(record, In | Represents)
            and record.start not in draft.removed
            and record.start not in draft.parents
        ):
            does = "lies in" if isinstance(record, In) else "speaks for"
            draft.notes.append(
                f"{record.start} {does} nothing now (it was {record.target}), so it counts for no country"
            )


def _removed_nodes(draft: Draft) -> dict[str, Named]:
    return {identity: record for identity, record in draft.removed.items() if isinstance(record, Named)}


def _attached(nodes: Collection[str], draft: Draft) -> list[Relationship]:
    """Return the stored relationships at some nodes, by id."""
    found = (r for r in draft.contents.relationships.values() if r.start in nodes or r.target in nodes)
    return sorted(found, key=lambda r: r.identity)


def _say_ids(ids: Iterable[str], what: str) -> str:
    found = sorted(set(ids))
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    counted = f"{len(found)} {what}{'' if len(found) == 1 else 's'}"
    return f"{counted} that would stay: {', '.join(found[:NAMED])}{more}"
