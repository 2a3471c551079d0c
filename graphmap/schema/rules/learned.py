"""A beginning that is learned later must not make a second relationship: a row like a stored one names it."""

from __future__ import annotations

from graphmap.schema.draft import Draft
from graphmap.schema.records import Relationship


def check_not_learned(relationship: Relationship, draft: Draft) -> None:
    """Ask for the id where a new row without one is like a stored relationship in all but `since`."""
    identity = relationship.identity
    if "since" not in relationship.key or draft.restored:
        return
    starting = draft.contents.starting.get(relationship.start, ())
    if not starting or draft.stored(identity):
        return
    if identity != relationship.mint_id():
        return
    rest = ["from_id", "to_id", *(name for name in relationship.key if name != "since")]
    for stored in starting:
        alike = all(getattr(stored, name, None) == getattr(relationship, name, None) for name in rest)
        if alike and type(stored) is type(relationship) and stored.identity not in draft.relationships:
            draft.blame(
                identity,
                f"is not the since of {stored.identity}, which is like this row in all else",
                f"the id: {stored.identity} if it is the same one, or an id of its own if it is another",
                "since",
                getattr(relationship, "since", None) or "",
            )
