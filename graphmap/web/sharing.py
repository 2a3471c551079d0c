"""One store for many readers at once: its state of the moment, and answers kept as long as that lasts."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import blake2s
from typing import Any, TypeVar

from graphmap import __version__
from graphmap.directory import Directory
from graphmap.errors import StoreError
from graphmap.store.session import Session, State, open_session
from graphmap.store.snapshot import Snapshot
from graphmap.web.lookup import list_everything

Key = tuple[Any, ...]
Made = TypeVar("Made")


class StoreAway(StoreError):
    """A store that cannot be read now, whatever is asked of it."""


@dataclass(eq=False)
class Held:
    """A state of the store that readers look at; it is closed when it is old and the last of them has gone.

    `number` is that of the last changeset, `tag` tells this state of this store from any other.
    """

    session: Session
    state: State
    number: int
    tag: str
    readers: int = 0
    old: bool = False
    _made: dict[str, Any] = field(default_factory=dict)

    @property
    def snapshot(self) -> Snapshot:
        """Return the snapshot of the store."""
        return self.session.snapshot()

    def keep(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what is made of this state once, under a name."""
        if name not in self._made:
            self._made[name] = make()
        made: Made = self._made[name]
        return made

    @cached_property
    def everything(self) -> Directory:
        """Return everything that has a name, by all its names."""
        return list_everything(self.snapshot)


class Shared:
    """A store that many threads read. What another process writes to it is seen by the next who asks."""

    def __init__(self, url: str, today: Callable[[], date] = date.today) -> None:
        """Name the store; it is opened when somebody asks. `today` is the day that questions look at."""
        self.today = today
        self.answers = Answers()
        self._url = url
        self._watch = open_session(url)
        self._alone = threading.Lock()
        self._held: Held | None = None

    @contextmanager
    def read(self) -> Iterator[Held]:
        """Yield the store as it now is. Raises StoreAway where it cannot be read."""
        with self._alone:
            try:
                held = self._renew()
            except StoreError as error:
                raise StoreAway(str(error)) from error
            held.readers += 1
        try:
            yield held
        finally:
            with self._alone:
                held.readers -= 1
                _close_if_done(held)

    def _renew(self) -> Held:
        state = self._watch.state()
        if self._held is None or self._held.state != state:
            session = self._watch.pin()
            number = session.store.last_changeset()
            told = f"{__version__} {self._url} {state} {number}"
            tag = blake2s(told.encode("utf-8", "replace"), digest_size=8).hexdigest()
            before, self._held = self._held, Held(session, state, number, f"{number}-{tag}")
            if before is not None:
                before.old = True
                _close_if_done(before)
        return self._held

    def close(self) -> None:
        """Close the store, for those who read it too."""
        with self._alone:
            if self._held is not None:
                self._held.session.close()
                self._held = None
            self._watch.close()


def _close_if_done(held: Held) -> None:
    if held.old and not held.readers:
        held.session.close()


@dataclass(eq=False)
class Answers:
    """Answers that were given, by what they answer, the latest used; each is made once, a few at a time."""

    most: int = 64 * 2**20
    """Bytes of all that is kept."""
    at_once: int = 4
    """How many are made at the same time: others wait, so that what is quick stays quick."""
    _kept: OrderedDict[Key, Future[bytes]] = field(default_factory=OrderedDict)
    _alone: threading.Lock = field(default_factory=threading.Lock)
    _places: threading.BoundedSemaphore = field(init=False)

    def __post_init__(self) -> None:
        """Make the places of those that are made."""
        self._places = threading.BoundedSemaphore(self.at_once)

    def find(self, key: Key, make: Callable[[], bytes]) -> bytes:
        """Return the answer to a key, made if it is not kept; who asks while it is made waits for it.

        Raises what `make` raises, and keeps nothing then.
        """
        with self._alone:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            else:
                mine: Future[bytes] = Future()
                self._kept[key] = mine
        if found is not None:
            return found.result()
        try:
            with self._places:
                made = make()
        except BaseException as error:
            with self._alone:
                self._kept.pop(key, None)
            mine.set_exception(error)
            raise
        mine.set_result(made)
        with self._alone:
            self._trim()
        return made

    def _trim(self) -> None:
        size = sum(len(one.result()) for one in self._kept.values() if one.done() and not one.exception())
        for key in list(self._kept):
            if size <= self.most or len(self._kept) == 1:
                return
            if self._kept[key].done():
                size -= len(self._kept.pop(key).result())
