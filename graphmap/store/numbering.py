"""Makes the changeset of a write: its number, its moment, who, why and how much."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from graphmap.schema import Changeset, Difference
from graphmap.schema.kinds import ValueRefused, read_text
from graphmap.store.history import CHANGESET
from graphmap.store.statements import Run


def make_changeset(
    run: Run, moment: datetime, difference: Difference, by: str, reason: str, undoes: str | None
) -> Changeset:
    """Make the changeset of a difference that is about to be written; one that changes nothing has no id."""
    counts: dict[str, Any] = {
        "created": len(difference.created),
        "changed": len(difference.changed),
        "removed": len(difference.removed),
    }
    author, why = clean(by) or "unknown", clean(reason)
    at = moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    name = why or "no reason given"
    if not difference:
        return Changeset.holding({"name": name, "by": author, "at": at, **counts})
    # Counted, not drawn: the transaction stands alone, and the number gives the order of equal moments.
    identity = f"{CHANGESET}{find_last_number(run) + 1:06d}"
    given: dict[str, Any] = {
        "id": identity,
        "name": name,
        "by": author,
        "at": at,
        "reason": why,
        "undoes": undoes,
        **counts,
    }
    return Changeset.holding({key: value for key, value in given.items() if value is not None})


def clean(text: str) -> str | None:
    """Return a text that a person typed as the store keeps it, None where nothing is left of it."""
    try:
        return read_text(text)
    except ValueRefused:
        return None


def find_last_number(run: Run) -> int:
    """Return the number of the last changeset, 0 where there is none."""
    statement = f"MATCH (n:{Changeset.stored_as}) RETURN max(toInteger(substring(n.id, {len(CHANGESET)})))"
    number: int | None = run(statement, {})[0][0]
    return number or 0
