"""Shows on stderr of a terminal that a command is still at work, once it has said nothing for a second."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

QUIET = 1.0
"""Seconds without a word after which the sign is shown."""
_LOOK = 0.1


class Sign:
    """A sign that a command is at work: its name, and how long it has been."""

    def __init__(self, name: str, quiet: float = QUIET) -> None:
        """Begin to wait; where no terminal shows errors, nothing ever comes of it."""
        self._name, self._quiet = name, quiet
        self._lock = threading.Lock()
        self._last = time.monotonic()
        self._shown: ExitStack | None = None
        self.held = False
        """Whether something else shows how far the command has come."""
        self._ended = not sys.stderr or not sys.stderr.isatty()
        if not self._ended:
            threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while not self._ended:
            with self._lock:
                is_quiet = time.monotonic() - self._last > self._quiet
                if is_quiet and self._shown is None and not self.held and not self._ended:
                    self._show()
            time.sleep(min(_LOOK, self._quiet))

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
        self._shown = ExitStack()
        bar = self._shown.enter_context(
            Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
        )
        bar.add_task(self._name, total=None)

    def pause(self) -> None:
        """Take the sign away before something is said; it comes again after another second without a word."""
        if self._ended:
            return
        with self._lock:
            self._last = time.monotonic()
            if self._shown is not None:
                self._shown.close()
                self._shown = None

    def end(self) -> None:
        """Take the sign away for good."""
        self.pause()
        self._ended = True


_signs: list[Sign] = []


def begin_waiting(name: str) -> None:
    """Begin to watch over a command of this name."""
    _signs.append(Sign(name))


def pause_waiting() -> None:
    """Make room for words on the terminal."""
    for sign in _signs:
        sign.pause()


@contextmanager
def hold_waiting() -> Iterator[None]:
    """Show no sign while something else shows how far the command has come."""
    for sign in _signs:
        sign.held = True
    pause_waiting()
    try:
        yield
    finally:
        pause_waiting()
        for sign in _signs:
            sign.held = False


def end_waiting() -> None:
    """Show no sign any more: the command ends, or waits for others."""
    while _signs:
        _signs.pop().end()
