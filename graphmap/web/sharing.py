"""One store for many readers at once: its state of the moment, and answers kept as long as that lasts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import blake2s
from typing import Any

from graphmap import __version__
from graphmap.directory import Directory
from graphmap.errors import StoreError, StoreHeld
from graphmap.question.declaration import Question
from graphmap.questions.answer import Answer
from graphmap.questions.ask import ask
from graphmap.schema import Batch, Changeset
from graphmap.store import open_store
from graphmap.store.resident import bound_memory, count_resident
from graphmap.store.session import Session, State, open_session
from graphmap.store.snapshot import Snapshot
from graphmap.views.page_data import PageData
from graphmap.views.panel import Scene
from graphmap.web import memory
from graphmap.web.keeping import Kept, Made
from graphmap.web.lookup import list_everything
from graphmap.web.memory import give_back
from graphmap.web.working import MOST_UNDER_WAY, Answers

MOST_ANSWERED, MOST_SCENES = 96, 8
"""Of how many questions the rows are kept, and of how many days, levels and languages the drawings."""

WAITS = 2.0
"""Seconds that a form waits for another process that writes."""

PATIENCE = 1.0
"""Seconds that a reader waits for what was just written: then they are shown what was there before."""


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
    pages: Kept[PageData] = field(default_factory=lambda: Kept(MOST_SCENES))
    scenes: Kept[Scene] = field(default_factory=lambda: Kept(MOST_SCENES))
    _made: Kept[Any] = field(default_factory=lambda: Kept(2**62))
    _answered: Kept[Answer] = field(default_factory=lambda: Kept(MOST_ANSWERED, at_once=MOST_UNDER_WAY))

    @property
    def snapshot(self) -> Snapshot:
        """Return the snapshot of the store."""
        return self.session.snapshot()

    def keep(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what is made of this state once, under a name."""
        made: Made = self._made.find((name,), make)
        return made

    def find_kept(self, name: str) -> Any | None:
        """Return what was made of this state under a name, None where it is not made yet."""
        return self._made.peek((name,))

    def ask(self, question: Question | str, given: Mapping[str, str], language: str) -> Answer:
        """Ask a question, answered once for all who ask the same; names that are near come in a language.

        Raises what `graphmap.questions.ask.ask` raises.
        """
        key = _name_asked(question, given)
        return self._answered.find(key, lambda: ask(self.session, question, given, language))

    def is_answered(self, question: Question | str, given: Mapping[str, str]) -> bool:
        """Say whether a question is answered and the answer is kept: who asks it then waits for nothing."""
        return self._answered.peek(_name_asked(question, given)) is not None

    def let_go(self) -> None:
        """Let go of the older half of answers and drawings: who asks for them again waits as at first."""
        for kept in (self._answered, self.pages, self.scenes):
            kept.let_go()

    @cached_property
    def everything(self) -> Directory:
        """Return everything that has a name, by all its names."""
        return list_everything(self.snapshot)


def _name_asked(question: Question | str, given: Mapping[str, str]) -> tuple[Any, ...]:
    return (question if isinstance(question, str) else question.name, *sorted(given.items()))


class Shared:
    """A store that many threads read. What another process writes to it is seen by the next who asks."""

    def __init__(self, url: str, today: Callable[[], date] = date.today, patience: float = PATIENCE) -> None:
        """Name the store; it is opened when somebody asks. `today` is the day that questions look at.

        `patience` are the seconds that a reader waits for what was just written.
        """
        self.today, self._patience = today, patience
        self.answers = Answers()
        self._most_memory, self._saving = bound_memory(memory.MOST), threading.Lock()
        self.on_renewed: Callable[[], None] = lambda: None
        self._url = url
        self._watch = open_session(url)
        self._alone, self._writing = threading.Lock(), threading.Lock()
        self._held: Held | None = None
        self._coming: Future[Held] | None = None

    @contextmanager
    def read(self) -> Iterator[Held]:
        """Yield the store as it now is. Raises StoreAway where it cannot be read.

        What was written is read in a thread of its own: who looks at a large store sees what was there before
        as long as that takes.
        """
        try:
            held = self._take()
        except StoreError as error:
            raise StoreAway(str(error)) from error
        try:
            yield held
        finally:
            self._give_back(held)

    def lend(self, held: Held) -> Callable[[], None]:
        """Keep a state open for work that outlasts its reader; what is returned gives it back."""
        with self._alone:
            held.readers += 1
        return lambda: self._give_back(held)

    def save_memory(self, held: Held) -> None:
        """Let go of what is kept of a state where this process holds more than it may."""
        if count_resident() > self._most_memory and self._saving.acquire(blocking=False):
            try:
                held.let_go()
                give_back()
                # A large store takes that much by itself: what is needed for each answer must stay.
                self._most_memory = max(self._most_memory, count_resident() + memory.ROOM)
            finally:
                self._saving.release()

    def _give_back(self, held: Held) -> None:
        with self._alone:
            held.readers -= 1
            _close_if_done(held)

    def _take(self) -> Held:
        """Return what is to be read, one reader more."""
        coming = self._begin_renewal()
        if coming is not None:
            with suppress(TimeoutError):  # it goes on, for those who come later
                coming.result(None if self._held is None else self._patience)
        with self._alone:
            if self._held is None:
                raise StoreError("the explorer has ended")
            self._held.readers += 1
            return self._held

    def _begin_renewal(self) -> Future[Held] | None:
        """Return what comes in place of an old state, None where the one held is that of the store."""
        state = self._watch.state()
        with self._alone:
            if self._coming is not None:
                return self._coming
            if self._held is not None and self._held.state == state:
                return None
            coming: Future[Held] = Future()
            self._coming = coming
        threading.Thread(target=self._renew, args=(coming,), daemon=True).start()
        return coming

    def _renew(self, coming: Future[Held]) -> None:
        try:
            state = self._watch.state()
            session = self._watch.pin()
            number = session.store.last_changeset()
            told = f"{__version__} {self._url} {state} {number}"
            tag = blake2s(told.encode("utf-8", "replace"), digest_size=8).hexdigest()
            now = Held(session, state, number, f"{number}-{tag}")
        except Exception as error:  # noqa: BLE001 - whoever waits for it is told
            with self._alone:
                self._coming = None
            coming.set_exception(error)
            return
        with self._alone:
            before, self._held, self._coming = self._held, now, None
            if before is not None:
                before.old = True
                _close_if_done(before)
        coming.set_result(now)
        if before is not None:
            del before
            give_back()
        self.on_renewed()

    def write(self, batch: Batch, by: str, reason: str) -> Changeset:
        """Write a batch, as any command would; whoever asks next sees it. Raises Faults, StoreError.

        Where another process writes, it is waited for a little.
        """
        limit = time.monotonic() + WAITS
        with self._writing:
            while True:
                try:
                    with open_store(self._url) as store:
                        return store.apply(batch, by, reason)
                except StoreHeld:
                    if time.monotonic() > limit:
                        raise
                    time.sleep(0.1)

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
