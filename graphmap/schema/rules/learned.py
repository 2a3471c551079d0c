"""One thing must not become two: a row like a stored relationship names it, or says what tells them apart."""

from __future__ import annotations

from graphmap.schema.draft import Draft
from graphmap.schema.records import Relationship


def check_not_doubled(relationship: Relationship, draft: Draft) -> None:
    """Blame a new row that is like a stored relationship in all that says which it is, under another id.

    Where the batch names the stored one too, it tells the two apart itself.
    """
    if relationship.single:
        return  # a node has but one, as another rule says
    stored = _find_alike(relationship, draft, (*relationship.key, *relationship.apart))
    if stored is None:
        return
    key = (*relationship.key, *relationship.apart)
    told, identity = ", ".join(key), relationship.identity
    problem = f"is the id of a row that is like {stored.identity}, which is stored, in both ends"
    if key:
        problem += f", {told}"
    apart = told or "to_id"
    right = f"that id, {stored.identity}, if it is the same one; else what tells them apart ({apart})"
    if stored.identity == stored.mint_id():
        right = f"a blank id if it is the same one; else what tells them apart ({apart})"
    draft.blame(identity, problem, right, "id", identity)


def check_not_learned(relationship: Relationship, draft: Draft) -> None:
    """Ask for the id where a new row without one is like a stored relationship in all but `since`."""
    if "since" not in relationship.key or relationship.start not in draft.contents.starting:
        return
    if draft.stored(relationship.identity) or relationship.identity != relationship.mint_id():
        return
    since = getattr(relationship, "since", None)
    rest = tuple(name for name in relationship.key if name != "since")
    stored = _find_alike(relationship, draft, rest)
    if stored is not None and getattr(stored, "since", None) != since:
        draft.blame(
            relationship.identity,
            f"is not the since of {stored.identity}, which is like this row in all else",
            f"the id: {stored.identity} if it is the same one, or an id of its own if it is another",
            "since",
            since or "",
        )


def _find_alike(relationship: Relationship, draft: Draft, fields: tuple[str, ...]) -> Relationship | None:
    """Find a stored relationship with the ends and fields of a new one, that the batch does not name."""
    identity = relationship.identity
    if draft.restored or draft.stored(identity):
        return None
    for stored in draft.contents.starting.get(relationship.start, ()):
        if (
            type(stored) is type(relationship)
            and stored.to_id == relationship.to_id
            and stored.identity not in draft.relationships
            and stored.identity not in draft.removed
            and all(_value(stored, name) == _value(relationship, name) for name in fields)
        ):
            return stored
    return None


def _value(relationship: Relationship, name: str) -> object:
    """Return what a field says, None where it says nothing."""
    return getattr(relationship, name, None) or None
