"""What is made once and kept: by what it was made for, the latest used, a few at a time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Generic, TypeVar

Key = tuple[Any, ...]
Made = TypeVar("Made")


class Kept(Generic[Made]):
    """Things that were made, by their keys; each is made once, whoever asks while it is made waits for it."""

    def __init__(self, most: int, weigh: Callable[[Made], int] = lambda _: 1, at_once: int = 4) -> None:
        """Keep what weighs so much at `most`, one thing at least; so many are made `at_once`: others wait.

        What is made within another thing of the same sort would wait for itself.
        """
        self._most, self._weigh = most, weigh
        self._kept: OrderedDict[Key, Future[Made]] = OrderedDict()
        self._alone = threading.Lock()
        self._places = threading.BoundedSemaphore(at_once)

    def find(self, key: Key, make: Callable[[], Made]) -> Made:
        """Return what a key stands for, made if it is not kept.

        Raises what `make` raises, and keeps nothing then.
        """
        with self._alone:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            else:
                mine: Future[Made] = Future()
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

    def let_go(self) -> None:
        """Let go of the older half of what is made; one thing stays."""
        with self._alone:
            made = [key for key, one in self._kept.items() if one.done()]
            for key in made[: len(made) // 2]:
                del self._kept[key]

    def peek(self, key: Key) -> Made | None:
        """Return what a key stands for where it is made, None where it is not or is being made."""
        with self._alone:
            found = self._kept.get(key)
        return found.result() if found is not None and found.done() and not found.exception() else None

    def _trim(self) -> None:
        done = {key: one.result() for key, one in self._kept.items() if one.done() and not one.exception()}
        size = sum(map(self._weigh, done.values()))
        for key, made in done.items():
            if size <= self._most or len(self._kept) == 1:
                return
            size -= self._weigh(made)
            del self._kept[key]
