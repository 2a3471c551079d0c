"""Calls a server with a clock of our own, so that one that stalls does not hold up the program that asks."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Silence(Exception):
    """A server that said nothing for as long as it may."""


class Deadline:
    """The time in which a sign of life must come; each one that comes starts it anew."""

    def __init__(self, seconds: float) -> None:
        """Start the clock."""
        self._seconds = seconds
        self._heard = time.monotonic()

    def renew(self) -> None:
        """Note a sign of life."""
        self._heard = time.monotonic()

    def left(self) -> float:
        """Return the seconds that are left."""
        return self._heard + self._seconds - time.monotonic()

    def keep(self, work: Callable[[], T], cut: Callable[[], None]) -> T:
        """Do some work in a thread, and return what it returns or raise what it raises.

        Raises Silence when the time is over: `cut` is called then, to make the thread end, and nobody waits.
        """
        found: list[T] = []
        raised: list[BaseException] = []
        done = threading.Event()

        def run() -> None:
            try:
                found.append(work())
            except BaseException as error:  # noqa: BLE001 (raised again by the one who waits)
                raised.append(error)
            finally:
                done.set()

        threading.Thread(target=run, daemon=True).start()
        try:
            while not done.wait(max(0.0, min(self.left(), threading.TIMEOUT_MAX))):
                if self.left() <= 0:
                    raise Silence
        except BaseException:
            cut()
            raise
        if raised:
            raise raised[0]
        return found[0]
