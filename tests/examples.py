"""How many examples a property is tried on: always the same few, or many fresh ones where one searches."""

from __future__ import annotations

from pathlib import Path

from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase

SEARCH = "search"
"""The profile of `make search`."""

TIMES = 20
"""How many times more examples a search tries."""

KEPT = DirectoryBasedExampleDatabase(Path(__file__).parent.parent / ".hypothesis" / "examples")
"""What a search found is tried first by the next; `make test` does not look here."""


def examples(count: int) -> int:
    """Return how many examples to try where `count` are enough for a test: more in a search."""
    return count * TIMES if settings.get_current_profile_name() == SEARCH else count
