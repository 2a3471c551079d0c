"""The refusals of whole files: one that cannot be read as what it is, one that may not be written."""

from __future__ import annotations

from graphmap.errors import GraphmapError


class FileRefused(GraphmapError):
    """A file that is not what its name says; `problem` completes "book.xlsx …"."""

    def __init__(self, problem: str, right: str) -> None:
        """Hold the two halves of the message."""
        self.problem, self.right = problem, right
        super().__init__(f"{problem}; right would be {right}")


class WritingRefused(GraphmapError):
    """A place that cannot or may not be written; the text says why and what to do. Nothing was changed."""
