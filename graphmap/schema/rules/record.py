"""What every record obeys: a fit id, its required fields, sources that are sources, dates, its ends."""

from __future__ import annotations

import re
from functools import cache

from graphmap.errors import DateError
from graphmap.schema.draft import Draft
from graphmap.schema.kinds import LIST_MARK
from graphmap.schema.nodes import Changeset, Source
from graphmap.schema.records import Lasting, Node, Record, Relationship


def check_identity(record: Record, stored: Record | None, draft: Draft) -> None:
    """Check the id of a row, and that it names the same thing in the store."""
    identity = record.identity
    if not _find_form(type(record)).fullmatch(identity):
        draft.blame(identity, f"is not an id of a {record.stored_as}", record.id_form[1], "id", identity)
    if isinstance(record, Changeset):
        draft.blame(identity, "is a changeset, which only the store makes", "no such row", "id", identity)
    if stored is None:
        return
    if type(stored) is not type(record):
        problem = f"is the id of a {stored.stored_as} in the store"
        draft.blame(identity, problem, "an id of its own", "id", identity)
    elif isinstance(record, Relationship) and isinstance(stored, Relationship):
        for end in ("from_id", "to_id"):
            if end in record.model_fields_set and getattr(record, end) != getattr(stored, end):
                draft.blame(
                    identity,
                    f"is not where {identity} leads in the store, which is {getattr(stored, end)}",
                    "the same end, or another id",
                    end,
                    getattr(record, end),
                )


@cache
def _find_form(cls: type[Record]) -> re.Pattern[str]:
    return re.compile(cls.id_form[0])


def check_whole(record: Record, draft: Draft) -> None:
    """Check one whole record: what it needs, its sources, its dates."""
    identity = record.identity
    for column in record.missing():
        problem = f"is blank, and the {record.stored_as} {identity} needs it"
        draft.blame(identity, problem, column.kind.right, column.name)
    for source in getattr(record, "sources", None) or ():
        if not isinstance(draft.node(source), Source):
            draft.blame(identity, "is not the id of a source", "the id of a row of Source", "sources", source)
    if type(record).derive is Node.derive:
        return  # of its names, which contradict nothing
    try:
        record.derive()
    except DateError as error:
        at_fault = error.column or ("since" if isinstance(record, Lasting) else None)
        value = getattr(record, at_fault, None) if at_fault else None
        shown = LIST_MARK.join(value) if isinstance(value, tuple) else str(value) if value else None
        draft.blame(identity, error.problem, error.right, at_fault, shown)


def check_ends(relationship: Relationship, draft: Draft) -> None:
    """Check that both ends are nodes of labels that the type may join."""
    identity, stored = relationship.identity, draft.contents.relationships.get(relationship.identity)
    if stored and (stored.start, stored.target) == (relationship.start, relationship.target):
        # Checked when it was written; a row that names it by its id alone brings no node of its ends.
        return
    start, target = draft.node(relationship.start), draft.node(relationship.target)
    if start is None or target is None:
        right = "the id of a node in the files or the store"
        if start is None:
            draft.blame(identity, "is not the id of any node", right, "from_id", relationship.start)
        if target is None:
            draft.blame(identity, "is not the id of any node", right, "to_id", relationship.target)
    elif (start.stored_as, target.stored_as) not in relationship.ends:
        allowed = ", ".join(f"{a} -> {b}" for a, b in sorted(relationship.ends))
        problem = f"makes a {relationship.stored_as} from a {start.stored_as} to a {target.stored_as}"
        draft.blame(identity, problem, allowed, "to_id", relationship.target)
