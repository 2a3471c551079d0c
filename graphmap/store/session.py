"""One door's view of a store: its snapshot and directory, read once for each state of the store.

It opens the store when it must, and not at all where a copy of the snapshot beside it fits.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from graphmap.errors import StoreError
from graphmap.store import create_store, follow_link, is_server, open_store
from graphmap.store.snapshot_copy import identify, load_copy, save_copy

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from graphmap.directory import Directory
    from graphmap.store.contract import Store
    from graphmap.store.engine import Clock
    from graphmap.store.snapshot import Snapshot

State = tuple[Any, ...]
"""What tells one state of a store from another."""

MOST_DAYS = 8
"""Of how many days the knowledge is kept; the one asked for longest ago goes first."""


class Session:
    """A store with its snapshot and directory, both kept until the store changes.

    `Session(store)` takes an open store, which stays its caller's to close. `open_session(url)` makes one
    that opens the store itself, to read, when something is asked that no copy of the snapshot answers.
    Several threads may ask one.
    """

    def __init__(
        self, store: Store | None, path: Path | None = None, opens: Callable[[], Store] | None = None
    ) -> None:
        """Hold an open store, or what opens one, and the path of its file where it is one."""
        self._store, self._path, self._opens = store, path, opens
        self._opened: State = ()
        self._state: State | None = None
        self._kept: dict[date | None, Snapshot] = {}
        self._made: dict[date, Store] = {}
        self._folder: TemporaryDirectory[str] | None = None
        self._alone = threading.RLock()

    @property
    def store(self) -> Store:
        """Return the store, opened to read if it was not open. Raises what `open_store` raises."""
        with self._alone:
            if self._path is not None and self._opened != _stamp(self._path):
                self.close()  # it was written to: one who reads sees what it was when it was opened
            if self._store is None:
                if self._opens is None:
                    raise StoreError("the session is closed")
                self._opened = () if self._path is None else _stamp(self._path)
                self._store = self._opens()
            return self._store

    def state(self) -> State:
        """Return what tells this state of the store from another: cheap to ask of a file."""
        return _stamp(self._path) if self._path is not None else (self.store.last_changeset(),)

    def pin(self) -> Session:
        """Return a session of the store as it now is; what is written to its file later it does not see.

        It is its caller's to close. Of a server it sees what is there, as any session does.
        """
        if self._opens is None:
            raise StoreError("a session of an open store cannot be pinned: open it by its address")
        while True:
            state = self.state()
            pinned = Session(None, None, self._opens)
            pinned._state, pinned._kept = pinned.state(), {None: self.snapshot()}
            if self.state() == state:
                return pinned
            pinned.close()

    def snapshot(self, believed_on: date | None = None) -> Snapshot:
        """Return the snapshot of the store, or of what it held on a day; the same one until it changes."""
        with self._alone:
            self._renew()
            found = self._kept.pop(believed_on, None)
            if found is None:
                found = self._read(believed_on)
            self._kept[believed_on] = found
            days = [day for day in self._kept if day is not None]
            for day in days[:-MOST_DAYS]:
                del self._kept[day]
            return found

    def store_held(self, believed_on: date | None = None) -> Store:
        """Return the store, or one made of what it held at the end of a day, for what is asked in Cypher.

        It is made once and kept until the store changes or the session closes; it is not its asker's to
        close. Raises StoreError where the store held nothing then or cannot tell.
        """
        if believed_on is None:
            return self.store
        with self._alone:
            return self._make_held(believed_on)

    def _make_held(self, believed_on: date) -> Store:
        self._renew()
        if believed_on not in self._made:
            for day in list(self._made)[: 1 - MOST_DAYS]:
                self._made.pop(day).close()
            held = self.store.contents(believed_on=believed_on)
            from tempfile import TemporaryDirectory, mkdtemp

            from graphmap.schema import Batch

            if self._folder is None:
                self._folder = TemporaryDirectory(prefix="graphmap-")
            path = Path(mkdtemp(dir=self._folder.name)) / f"{believed_on}.kgl"
            batch = Batch.of([*held.nodes.values(), *held.relationships.values()])
            self._made[believed_on], _ = create_store(path, batch)
        return self._made[believed_on]

    def directory(self, believed_on: date | None = None) -> Directory:
        """Return the places by all their names, made once for each snapshot."""
        return self.snapshot(believed_on).directory

    def _renew(self) -> None:
        """Let go of what was read of another state of the store."""
        state = self.state()
        if state != self._state:
            self._let_go()
            self._state, self._kept = state, {}

    def _let_go(self) -> None:
        """Remove the stores that were made of what was held on a day."""
        for made in self._made.values():
            made.close()
        self._made = {}
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _read(self, believed_on: date | None) -> Snapshot:
        if self._path is None or believed_on is not None:
            return self.store.snapshot(believed_on)
        identity = identify(self._path)
        found = None if identity is None else load_copy(self._path, identity)
        if found is None:
            found = self.store.snapshot()
            # Only what was the same before and after the store was opened is surely what was read.
            if identity is not None and identify(self._path) == identity:
                save_copy(self._path, identity, found)
        return found

    def close(self) -> None:
        """Close the store, if the session opened it, and what was made of it."""
        self._let_go()
        if self._opens is not None and self._store is not None:
            self._store.close()
            self._store = None

    def __enter__(self) -> Self:
        """Use the session as a context."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the session."""
        self.close()


def open_session(url: str | Path, clock: Clock | None = None) -> Session:
    """Return the session of an address: a path, or what names a server. Nothing is opened yet.

    Raises StoreError for a path that is none, or a link that another user laid.
    """
    path = None if isinstance(url, str) and is_server(url) else follow_link(Path(url))
    return Session(None, path, lambda: open_store(url, read_only=True, clock=clock))


def _stamp(path: Path) -> State:
    """Return what changes when a file is written: cheap to ask, and asked often."""
    found: list[Any] = []
    for one in (path, path.parent / f"{path.name}-wal"):
        try:
            told = os.stat(one)
            found += [told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns]
        except OSError:
            found.append(None)
    return tuple(found)
