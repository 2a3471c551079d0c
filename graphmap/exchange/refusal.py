"""The refusal of a whole file or sheet, before any of its rows is looked at."""

from __future__ import annotations

from graphmap.errors import GraphmapError


class FileRefused(GraphmapError):
    """A file that is not what its name says; `problem` completes "book.xlsx …"."""

    def __init__(self, problem: str, right: str) -> None:
        """Hold the two halves of the message."""
        self.problem, self.right = problem, right
        super().__init__(f"{problem}; right would be {right}")
