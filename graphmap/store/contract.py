"""What every store promises, whichever engine lies below it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from graphmap.schema import Batch, Changeset, Contents, Country, Difference
from graphmap.store.history import Edit
from graphmap.store.snapshot import Snapshot

if TYPE_CHECKING:
    from graphmap.exchange.known import Known
    from graphmap.store.backup import Counts


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer: the names of its columns, and rows of plain values (text, number, truth, day, list)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: bool = False
    """Whether rows were left out at the limit."""

    def as_dicts(self) -> list[dict[str, Any]]:
        """Return each row as a mapping by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Store(Protocol):
    """One graph, on whichever engine. Every error is a StoreError, Faults or QueryRefused."""

    def apply(
        self, batch: Batch, by: str, reason: str, tell: Callable[[Difference], None] | None = None
    ) -> Changeset:
        """Write a batch in one transaction: all of it or nothing, durable when this returns.

        Applying the same batch again changes nothing: the Changeset returned then counts zero and is not
        stored. `tell` is given the difference that was carried out, with its notes. Raises Faults.
        """
        ...

    def undo(
        self, changeset: str, by: str, reason: str = "", tell: Callable[[Difference], None] | None = None
    ) -> Changeset:
        """Undo a changeset by a new one. Raises StoreError with the later ones that rest on it; Faults."""
        ...

    def difference(self, batch: Batch) -> Difference:
        """Return what `apply` would do, and write nothing. Raises Faults."""
        ...

    def rows(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        limit: int | None = None,
        seconds: float = 30.0,
    ) -> Rows:
        """Answer one read-only query. Raises QueryRefused, QueryTimedOut or StoreError."""
        ...

    def contents(self, ids: Collection[str] | None = None, believed_on: date | None = None) -> Contents:
        """Return whole records: all of them, or what a batch with these ids touches.

        The latter is: the nodes and relationships with these ids, the ends of those relationships, all
        relationships that start from those nodes, the sources of what has these ids, what the nodes lie IN or
        REPRESENT up to the country, and the home country. `believed_on` asks for all that the store held at
        the end of that day (UTC); StoreError where it held nothing then or cannot tell.
        """
        ...

    def known(self) -> Known:
        """Return the nodes by all their names, and what reads the records of a label or type if asked."""
        ...

    def snapshot(self, believed_on: date | None = None) -> Snapshot:
        """Return an immutable picture of the graph for the analyses, as it is or was at the end of a day."""
        ...

    def changes(self, identity: str) -> Sequence[Edit]:
        """Return what a changeset did, by id of the record, or what was done to a record, the newest first.

        Raises StoreError where there is and was neither.
        """
        ...

    def backup(self, path: Path, overwrite: bool = False) -> Counts:
        """Write all that the store holds, its history too, into one file that either engine restores."""
        ...

    def write_bulk(self, folder: Path, overwrite: bool = False) -> tuple[int, int]:
        """Write all that the store holds as files of neo4j-admin's import; return how many it wrote."""
        ...

    def lay_citations(self, level: str) -> int:
        """Join what is recorded to its Sources for Neo4j's own programs (`none`, `nodes` or `ties`)."""
        ...

    def upgrade(self) -> bool:
        """Bring a store that an older graphmap made up to date; return whether it was older."""
        ...

    def changesets(self) -> Sequence[Changeset]:
        """Return every write, the newest first."""
        ...

    def last_changeset(self) -> int:
        """Return the number of the last write, 0 where there was none: it changes when the graph does."""
        ...

    def home(self) -> Country:
        """Return the home country."""
        ...

    def close(self) -> None:
        """Let go of the engine; a second call does nothing."""
        ...

    def __enter__(self) -> Self:
        """Use the store as a context."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        ...
