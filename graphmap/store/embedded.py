"""The embedded engine: a kglite graph in one file.

A write is one transaction in memory, and then the whole graph written beside the file and put in its place.
Either state is whole whenever it ends, so the engine keeps no log: of many records it takes as much time
again, and four times the memory.
"""

from __future__ import annotations

import gc
import os
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import kglite

from graphmap.errors import (
    FileRefused,
    GraphmapError,
    QueryRefused,
    QueryTimedOut,
    StoreAbsent,
    StoreDamaged,
    StoreError,
    StoreHeld,
)
from graphmap.files import STORE_MAGIC, open_regular
from graphmap.rubbish import collecting_nothing
from graphmap.schema import NODES, Record
from graphmap.store.child import Children
from graphmap.store.dialect import explain_letter, name_columns, quote_names
from graphmap.store.engine import Clock, Engine
from graphmap.store.scan import Scan, write_scan
from graphmap.store.statements import Run, list_constraints, make_sample
from graphmap.store.upgrade import check_version, make_stamp, read_stamp, upgrade_store
from graphmap.store.values import read_rows

T = TypeVar("T")

# A query about a label that nothing bears yet is no reason to write to stderr.
kglite.set_query_warning_policy("silent")

KGLITE_RAISES = (kglite.KgError, OSError, ValueError, TypeError, OverflowError, RuntimeError)
"""What kglite raises when a statement or a file does not do."""

ROWS_AT_ONCE = 128
"""How many rows are fetched at once: so few that they stay in the processor's cache, column after column."""

ROWS_A_PIECE = 8_192
"""How many rows are handed on at once: so many that what is done once a column hardly counts."""

HEAD_OF_LOG = 5
"""The bytes of a log that holds no commit: an older graphmap kept one beside its file."""

# What a log holds beyond the file is settled when a store is opened; a reader is not warned of it.
warnings.filterwarnings("ignore", message="the write-ahead log at")


class EmbeddedStore(Engine):
    """A graph in one file. One process writes (kglite's lease); others read what it wrote last."""

    def __init__(self, path: Path, read_only: bool, clock: Clock, create: bool = False) -> None:
        """Open a file. Raises StoreAbsent, StoreHeld, StoreDamaged or StoreError."""
        super().__init__(str(path), read_only, clock)
        self._alone = threading.Lock()
        self._children = Children(path)
        self._adapted: TemporaryDirectory[str] | None = None
        _look_at(path, read_only, create)
        self._path = path
        self._is_new = not path.exists()
        self._log = path.with_name(path.name + "-wal")
        with self._saying():
            if not read_only:
                try:
                    self._session = self._open_to_write()
                except kglite.WriterLeaseHeldError:
                    raise  # what lies there since a moment ago is of the process that holds it
                except BaseException:
                    if self._is_new:
                        self._clear_away()
                    raise
                # Another may have made it before the lease was this one's.
                self._is_new = self._is_new and not path.exists()
                return
            if self._log_size() > HEAD_OF_LOG:
                with suppress(*KGLITE_RAISES):
                    self._settle_log()
            self._session = self._open_to_read()

    def _open_to_read(self) -> kglite.Session:
        """Load the file, and let queries be answered from the same one, whatever a writer puts there."""
        while True:
            self._children.pin()
            session = kglite.open_session(str(self._path))
            if self._children.are_current():
                return session

    def _open_to_write(self) -> kglite.Session:
        if self._log_size() > HEAD_OF_LOG:
            self._settle_log()
        return kglite.open_session(str(self._path), durable="off")

    def _settle_log(self) -> None:
        """Write what an older graphmap committed, and had not in its file when it ended: it holds for all."""
        session = kglite.open_session(str(self._path), durable="full")
        session.save()
        session.close()

    def _log_size(self) -> int:
        return self._log.stat().st_size if self._log.exists() else 0

    def _read(self, work: Callable[[Run], T]) -> T:
        with self._saying():
            # One cursor is one state of the graph.
            return work(_runner(self._session.cursor().cypher, disable_optimizer=True))

    def _scan(self, work: Callable[[Scan], T]) -> T:
        with self._saying(), collecting_nothing():
            return work(_scanner(self._session.cursor()))

    def _write(self, work: Callable[[Run], T]) -> T:
        with self._alone, self._saying():
            before = self._session.version()
            with self._session.begin() as transaction:
                result = work(_runner(transaction.cypher))
            # It holds the lease as well as the session does.
            del transaction
            if self._session.version() != before:
                self._save()
            return result

    def _save(self) -> None:
        """Write the graph into a new file in place of its own. What cannot be written appears nowhere."""
        file = _look_up(self._path)
        mode = self._path.stat().st_mode & 0o777 if file else None
        try:
            self._session.save()
            if mode is not None:  # who may read it stays as it was
                os.chmod(self._path, mode)
        except BaseException as error:
            self._reopen()
            if not isinstance(error, KGLITE_RAISES):
                raise
            if _look_up(self._path) == file:
                raise StoreError(_say_unwritten(self.url, error)) from None

    def _reopen(self) -> None:
        """Take the store as it lies in its file; it counts as closed where that cannot be."""
        del self._session
        gc.collect()  # what a failed transaction left may hold the lease
        self._closed = True
        with suppress(*KGLITE_RAISES):
            self._session = self._open_to_write()
            self._closed = False

    def _answer(
        self, cypher: str, parameters: Mapping[str, Any], most: int | None, seconds: float
    ) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
        with self._saying(asked=True):
            if not self.read_only:
                with self._alone:
                    if not self._children.are_current():
                        self._children.pin()
            text = quote_names(cypher)
            columns, rows = self._children.ask(text, parameters, most, seconds)
            return name_columns(columns, text), rows

    def _declare(self) -> None:
        # A constraint is one statement and its own commit.
        with self._alone, self._saying():
            for _, _, pattern in list_constraints():
                self._session.execute(f"CREATE CONSTRAINT IF NOT EXISTS {pattern}")
            with self._session.begin() as transaction:
                self._teach_names(_runner(transaction.cypher))
            del transaction
            self._save()

    def adapt(self) -> None:
        """Bring a store that an older graphmap made up to date in memory, its file left as it is."""
        stamp = self._read(read_stamp)
        check_version(stamp, self.url)
        if stamp != make_stamp(stamp.kept_since):
            with self._saying():
                run = _runner(self._session.execute)
                self._teach_names(run)
                upgrade_store(run, stamp)
                # Queries are answered from a file, so from one of what is in memory.
                self._adapted = TemporaryDirectory(prefix="graphmap-")
                copy = Path(self._adapted.name, self._path.name)
                self._session.backup(str(copy))
                self._children.pin(copy)

    def _teach_names(self, run: Run) -> None:
        """Let the file know every declared property of every label.

        kglite 0.21 answers (m:Mission {kind: 'embassy'}) with an error as long as no Mission has had a kind,
        where Neo4j finds nothing. So one node with every property is made and taken away; the names stay
        known. This may go when kglite reads an unknown property in a pattern as null, as it does in WHERE.
        """
        for label, cls in NODES.items():
            row = make_sample(cls)
            run(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", {"rows": [row]})
            run(f"MATCH (n:{label} {{id: $id}}) DELETE n", {"id": row["id"]})

    def close(self) -> None:
        """Give the lease back."""
        if self._closed:
            return
        self._children.close()
        if self._adapted is not None:
            self._adapted.cleanup()
        if not self.read_only:
            with self._saying():
                self._session.close()
        self._closed = True

    def discard(self) -> None:
        """Close a store that could not be made whole; of a new file nothing is left."""
        if self._closed or not self._is_new:
            self.close()
            return
        # While the lease is held: once it is given back, what lies there may be another's.
        self._clear_away()
        del self._session
        self._closed = True

    def _clear_away(self) -> None:
        for suffix in ("", "-wal", ".lock", ".lock-owner"):
            with suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    def _explain(self, error: BaseException, asked: bool) -> GraphmapError | None:
        if isinstance(error, kglite.WriterLeaseHeldError):
            return StoreHeld(_say_holder(self.url, error.holder))
        if isinstance(error, kglite.CypherTimeoutError):
            return QueryTimedOut("the query took longer than it may; narrow it, or give it more time")
        # A panic in the engine's Rust code comes as a BaseException of its own.
        if (
            isinstance(error, kglite.FileFormatError | kglite.FileError)
            or type(error).__name__ == "PanicException"
        ):
            return StoreDamaged(
                f"{self.url} is not a whole graphmap store: {_first_line(error)}. Leave it as it is, "
                "and make another from a backup: `graphmap restore BACKUP --store NEW`"
            )
        if isinstance(error, kglite.FileIoError):
            return StoreError(_say_unwritten(self.url, error))
        if isinstance(error, kglite.ReadOnlyError):
            return QueryRefused("the query would change the graph, and a query only reads")
        if not isinstance(error, KGLITE_RAISES):
            return None
        if "max_work_units" in str(error):
            # kglite 0.21 stops a query that would hold ten million rows at once.
            return QueryTimedOut(
                "the query asks for more rows at once than it may; narrow its patterns, or join them"
            )
        if asked and (letter := explain_letter(str(error))):
            return StoreError(f"the query does not run: {letter}")
        return StoreError(f"{'the query does not run' if asked else self.url}: {_first_line(error)}")


def _look_at(path: Path, read_only: bool, create: bool) -> None:
    """Raise where a path holds no kglite file, before the engine lays its log and lease beside it."""
    if path.is_dir():
        raise StoreDamaged(f"{path} is a folder; a graphmap store is one file, such as graph.kgl")
    log = path.with_name(path.name + "-wal")
    if not path.exists():
        if create or (log.exists() and not read_only):
            if not path.parent.is_dir():
                raise StoreAbsent(f"there is no folder {path.parent} to make a store in")
            return
        raise StoreAbsent(
            f"there is no store at {path}; `graphmap init --home CODE --store {quote(str(path))}` makes one"
        )
    try:
        with open_regular(path) as file:
            head = file.read(len(STORE_MAGIC))
    except FileRefused as refused:
        raise StoreDamaged(
            f"{path} {refused.problem}; a graphmap store is one file, such as graph.kgl"
        ) from None
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}") from error
    if head != STORE_MAGIC:
        raise StoreDamaged(f"{path} is not a graphmap store; name another file, or move this one away")


def _look_up(path: Path) -> tuple[int, int] | None:
    """Return which file lies at a path, and since when: each write makes a new one."""
    found = path.stat() if path.exists() else None
    return (found.st_ino, found.st_mtime_ns) if found else None


def _runner(cypher: Callable[..., Any], **options: Any) -> Run:
    def run(statement: str, parameters: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        return read_rows(cypher(statement, params=dict(parameters), timeout_ms=0, **options))

    return run


def _scanner(cursor: Any) -> Scan:
    def scan(cls: type[Record], names: Sequence[str]) -> Iterator[Sequence[Sequence[Any]]]:
        answer = cursor.cypher(write_scan(cls, names), disable_optimizer=True, timeout_ms=0)
        for first in range(0, len(answer), ROWS_A_PIECE):
            columns: Mapping[str, list[Any]] = {name: [] for name in answer.columns}
            end = min(first + ROWS_A_PIECE, len(answer))
            for begin in range(first, end, ROWS_AT_ONCE):
                rows = answer[begin : min(begin + ROWS_AT_ONCE, end)]
                for name, values in columns.items():
                    values += rows.column(name)
            yield list(columns.values())

    return scan


def _say_holder(url: str, holder: Mapping[str, Any]) -> str:
    who = f"process {holder.get('pid')}" if holder.get("pid") else "another process"
    since = f" since {holder['since']}" if holder.get("since") else ""
    return (
        f"{url} is being written to by {who}{since}; wait until it ends, or read without writing "
        "(a store has one writer at a time)"
    )


def _say_unwritten(url: str, error: BaseException) -> str:
    why = _first_line(error).rpartition(": ")[2]
    return f"{url} cannot be written, and stays as it was: {why}"


def _first_line(error: BaseException) -> str:
    text = str(error)
    with suppress(UnicodeError):
        text = text.strip()
    return text.splitlines()[0][:300] if text else type(error).__name__
