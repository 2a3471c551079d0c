"""What both engines share: reading, planning and writing, in terms of one transaction each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from shlex import quote
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from graphmap.errors import GraphmapError, QueryRefused, StoreAbsent, StoreDamaged, StoreError
from graphmap.rubbish import collecting_nothing
from graphmap.schema import Batch, Changeset, Contents, Country, Difference, find_difference
from graphmap.store.contract import Rows
from graphmap.store.guard import admit_query
from graphmap.store.history import Edit, keep_before, number_of, read_believed, read_edits
from graphmap.store.numbering import clean, find_last_number, make_changeset
from graphmap.store.scan import Scan
from graphmap.store.settling import settle_difference
from graphmap.store.snapshot import Snapshot, build_snapshot
from graphmap.store.snapshot_build import assemble
from graphmap.store.snapshot_read import read_frames
from graphmap.store.statements import Run, read_all, read_changesets, read_label, write_difference
from graphmap.store.touched import read_needed, read_touched
from graphmap.store.upgrade import check_version, make_stamp, read_stamp, upgrade_store, write_stamp

if TYPE_CHECKING:
    from graphmap.exchange.known import Known
    from graphmap.store.backup import Counts

Clock = Callable[[], datetime]
"""Tells the present moment."""

T = TypeVar("T")

SECONDS = 30.0


def read_clock() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


class Engine(ABC):
    """One open graph. An engine says how a transaction runs; all else is here."""

    def __init__(self, url: str, read_only: bool, clock: Clock) -> None:
        """Hold the address as it may be shown to people (no password in it), and the clock."""
        self.url = url
        self.read_only = read_only
        self._clock = clock
        self._closed = False

    # What an engine says ------------------------------------------------------

    @abstractmethod
    def _read(self, work: Callable[[Run], T]) -> T:
        """Do some reading on one state of the graph."""

    @abstractmethod
    def _scan(self, work: Callable[[Scan], T]) -> T:
        """Do some reading, column by column, on one state of the graph."""

    @abstractmethod
    def _write(self, work: Callable[[Run], T]) -> T:
        """Read and write in one transaction, alone; commit at the end, roll back if it raises."""

    @abstractmethod
    def _answer(
        self, cypher: str, parameters: Mapping[str, Any], most: int | None, seconds: float
    ) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
        """Answer one admitted query: columns, and rows of plain values (`most` of them, where given)."""

    @abstractmethod
    def _explain(self, error: BaseException, asked: bool) -> GraphmapError | None:
        """Return one sentence for what the engine raised, None for what is not its own.

        `asked` says that a person's own query ran.
        """

    @abstractmethod
    def _declare(self) -> None:
        """Make the constraints."""

    def _furnish(self, run: Run, difference: Difference | None) -> None:
        """Derive what only this engine keeps: of what was written, or of all where that is not said."""
        del run, difference

    def _clear_furniture(self, run: Run, difference: Difference) -> None:
        """Take away what only this engine keeps of what is about to be changed or removed."""
        del run, difference

    @abstractmethod
    def close(self) -> None:
        """Let go of the engine; a second call does nothing."""

    def discard(self) -> None:
        """Close a store that could not be made whole, and take away what was made of it."""
        self.close()

    # The contract -------------------------------------------------------------

    def apply(
        self, batch: Batch, by: str, reason: str, tell: Callable[[Difference], None] | None = None
    ) -> Changeset:
        """Write a batch in one transaction: all of it or nothing, durable when this returns.

        Applying the same batch again changes nothing: the Changeset returned then has no id, counts zero
        and is not stored. `tell` is given the difference that was carried out, with its notes. Raises Faults.
        """

        def write(run: Run) -> tuple[Changeset, Difference]:
            with collecting_nothing():
                return self._carry_out(run, batch, read_needed(run, batch), by, reason)

        changeset, difference = self._write_if_may(write)
        if tell is not None:
            tell(difference)
        return changeset

    def undo(
        self, changeset: str, by: str, reason: str = "", tell: Callable[[Difference], None] | None = None
    ) -> Changeset:
        """Undo a changeset by a new one: what it changed and removed is as it was, what it created is gone.

        Raises StoreError, with the names of later changesets that rest on it, where there are any; Faults.
        """
        from graphmap.store.undo import find_undoing

        def write(run: Run) -> tuple[Changeset, Difference]:
            found = find_undoing(run, changeset, read_stamp(run).kept_since)
            why = f"undo of {changeset}" + (f": {reason}" if clean(reason) else "")
            return self._carry_out(run, found.batch, found.contents, by, why, undoes=changeset)

        written, difference = self._write_if_may(write)
        if tell is not None:
            tell(difference)
        return written

    def difference(self, batch: Batch) -> Difference:
        """Return what `apply` would do, and write nothing. Raises Faults."""
        return find_difference(batch, self._read(lambda run: read_needed(run, batch)))

    def rows(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        limit: int | None = None,
        seconds: float = SECONDS,
    ) -> Rows:
        """Answer one read-only query. Raises QueryRefused, QueryTimedOut or StoreError."""
        if not seconds > 0:
            raise QueryRefused("a query needs some seconds: give more than 0")
        most = None if limit is None else limit + 1
        columns, rows = self._answer(admit_query(cypher), dict(parameters or {}), most, seconds)
        kept = rows if limit is None else rows[:limit]
        return Rows(tuple(columns), tuple(tuple(row) for row in kept), len(kept) < len(rows))

    def contents(self, ids: Collection[str] | None = None, believed_on: date | None = None) -> Contents:
        """Return whole records: all of them (but no changesets), or what a batch with these ids touches.

        `believed_on` asks what the store held at the end of that day (UTC), and then for all of it.
        """
        if believed_on is not None:
            return self._read(lambda run: read_believed(run, believed_on, read_stamp(run).kept_since))
        return self._read(read_all if ids is None else lambda run: read_touched(run, ids))

    def known(self) -> Known:
        """Return the nodes by all their names, and what reads the records of a label or type if asked."""
        from graphmap.exchange.known import Known
        from graphmap.store.names import list_ids, read_directory

        return Known(
            self.contents(()).home,
            self._scan(read_directory),
            lambda kind: self._scan(lambda scan: list_ids(scan, kind)),
            lambda kind: self._read(lambda run: {r.identity: r for r in read_label(run, kind)}),
            self.contents,
        )

    def snapshot(self, believed_on: date | None = None) -> Snapshot:
        """Return an immutable picture of the graph for the analyses, as it is or was at the end of a day."""
        if believed_on is not None:
            return build_snapshot(self.contents(believed_on=believed_on))
        return assemble(Snapshot, self._scan(read_frames))

    def changesets(self) -> tuple[Changeset, ...]:
        """Return every write, the newest first."""
        return tuple(sorted(self._read(read_changesets), key=lambda c: number_of(c.id), reverse=True))

    def changes(self, identity: str) -> tuple[Edit, ...]:
        """Return what a changeset did, by id of the record, or what was done to a record, the newest first.

        Raises StoreError where there is and was neither.
        """
        return self._read(lambda run: read_edits(run, identity, read_stamp(run).kept_since))

    def backup(self, path: Path, overwrite: bool = False) -> Counts:
        """Write all that the store holds, its history too, into one file that either engine restores.

        Raises WritingRefused where the file is there already, or cannot be written.
        """
        from graphmap.store.backup import write_backup

        return write_backup(self._read, path, overwrite)

    def write_bulk(self, folder: Path, overwrite: bool = False) -> tuple[int, int]:
        """Write all that the store holds as files of neo4j-admin's import; return the counts.

        Raises WritingRefused where the folder holds anything, or cannot be written.
        """
        from graphmap.store.bulk import write_bulk_files

        return write_bulk_files(self._read, folder, overwrite)

    def lay_citations(self, level: str) -> int:
        """Join what is recorded to its Sources, or undo that; return how many SAID_BY there are then.

        `level` is one of `citations.LEVELS`. Raises StoreError on an engine that no other program looks at.
        """
        del level
        raise StoreError(f"{self.url} is a file, and SAID_BY is for Neo4j's programs; name a Neo4j server")

    def restore(self, path: Path) -> Counts:
        """Fill an empty store from a backup, in one transaction. Raises StoreError where it is not empty."""
        from graphmap.store.backup import open_backup, restore_backup

        stamp, counts = open_backup(path)
        if not self._is_empty():
            raise StoreError(f"{self.url} is not empty; restore into a new file or an empty database")
        self._declare()

        def refill(run: Run) -> Counts:
            restored = restore_backup(run, path, stamp, counts)
            self._furnish(run, None)
            return restored

        return self._write_if_may(refill)

    def upgrade(self) -> bool:
        """Bring a store that an older graphmap made up to date; return whether it was older.

        Raises StoreError where a newer graphmap made it.
        """
        stamp = self._read(read_stamp)
        check_version(stamp, self.url)
        if stamp == make_stamp(stamp.kept_since):
            return False
        self._declare()

        def bring_up(run: Run) -> None:
            upgrade_store(run, read_stamp(run))
            self._furnish(run, None)

        self._write_if_may(bring_up)
        return True

    def adapt(self) -> None:
        """Make ready to read a store that an older graphmap made.

        Raises StoreError, which says what to do, where it cannot be read as it is, or where it is newer.
        """
        stamp = self._read(read_stamp)
        check_version(stamp, self.url)
        now = make_stamp()
        if (stamp.version, stamp.derived) != (now.version, now.derived):
            raise StoreError(
                f"{self.url} was made by an older graphmap and lacks what this one reads; "
                f"`graphmap upgrade --store {quote(self.url)}` brings it up to date (make a backup first)"
            )

    def last_changeset(self) -> int:
        """Return the number of the last write, 0 where there was none: it changes when the graph does."""
        return self._read(find_last_number)

    def home(self) -> Country:
        """Return the home country; StoreAbsent where nothing is, StoreDamaged where something else is."""
        home = self.contents(()).home
        if home is not None:
            return home
        if self._is_empty():
            raise StoreAbsent(
                f"there is no store at {self.url}; "
                f"`graphmap init --home CODE --store {quote(self.url)}` makes one"
            )
        raise StoreDamaged(
            f"{self.url} holds data that is not graphmap's (it has no home country); name another place"
        )

    def _is_empty(self) -> bool:
        return not self._read(lambda run: run("MATCH (n) RETURN count(n)", {}))[0][0]

    def __enter__(self) -> Self:
        """Use the store as a context."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    # --------------------------------------------------------------------------

    @contextmanager
    def _saying(self, asked: bool = False) -> Iterator[None]:
        """Let the engine work, and turn what it raises into one sentence; StoreError when it is closed."""
        if self._closed:
            raise StoreError(f"{self.url} is closed")
        try:
            yield
        except GraphmapError:
            raise
        except BaseException as error:
            told = self._explain(error, asked)
            if told is None:
                raise
            raise told from error

    def create(self, batch: Batch, home: str, by: str) -> Changeset:
        """Make the constraints and write the first batch, unless the store has its home country already.

        Raises StoreError where it holds another home, or somebody else's data.
        """
        known = self.contents(()).home
        if known is not None and known.id != home:
            raise StoreError(
                f"{self.url} is the store of another home country, {known.id} ({known.name}); "
                f"name another place for {home}"
            )
        if known is None and not self._is_empty():
            raise StoreDamaged(
                f"{self.url} holds data that is not graphmap's (it has no home country); "
                "name an empty database or another place"
            )
        self._declare()
        if known is not None:
            self.upgrade()
            return Changeset.holding({"name": "nothing changed", "created": 0, "changed": 0, "removed": 0})

        def write(run: Run) -> Changeset:
            with collecting_nothing():
                contents = read_needed(run, batch)
                changeset, _ = self._carry_out(run, batch, contents, by, f"make a store for {home}")
            write_stamp(run, make_stamp())
            return changeset

        return self._write_if_may(write)

    def _write_if_may(self, work: Callable[[Run], T]) -> T:
        if self.read_only:
            raise StoreError(f"{self.url} was opened for reading only; nothing was written")
        return self._write(work)

    def _carry_out(
        self, run: Run, batch: Batch, contents: Contents, by: str, reason: str, undoes: str | None = None
    ) -> tuple[Changeset, Difference]:
        """Write a batch over what it touches within a transaction, and keep what it changes as it was."""
        with collecting_nothing():
            difference = find_difference(batch, contents)
            changeset = make_changeset(run, self._clock(), difference, by, reason, undoes)
            if difference:
                keep_before(run, difference, changeset)
                labels = _list_labels(contents, difference)
                self._clear_furniture(run, difference)
                write_difference(run, difference, changeset, labels)
                settle_difference(run, difference, labels)
                self._furnish(run, difference)
        return changeset, difference


def _list_labels(contents: Contents, difference: Difference) -> dict[str, str]:
    """Return the label of every node that was read or is to be made."""
    labels = {identity: node.stored_as for identity, node in contents.nodes.items()}
    return labels | {record.identity: record.stored_as for record in difference.created}
