"""Asks queries of processes of their own, so that none can end, fill or stall the program that asks."""

from __future__ import annotations

import builtins
import os
import queue
import subprocess
import sys
import threading
import weakref
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import IO, Any, cast

import kglite

import graphmap
from graphmap.errors import QueryTimedOut, QueryTooLarge
from graphmap.store.resident import bound_memory, count_resident
from graphmap.store.wire import read_frame, write_frame

MEMORY = 3 * 2**30
"""Bytes that a query may take beyond the graph; half of the machine's memory where that is less."""

GRACE = 2.0
"""Seconds for which an engine may overrun the time of a query before its process is ended."""

SECONDS_TO_LOAD = 300.0
LONGEST_WAIT = 30 * 86_400.0
MOST = 4
"""Queries that are answered at the same time; others wait, and their time begins when it is their turn."""
SECONDS_IN_ROW = 600.0
"""For how long a query waits for its turn at most."""

GROWN = 2**28
"""Bytes beyond the graph with which a process is large: of those that wait, one at most is."""

_START = (
    "import sys; sys.path[:] = [*sys.path, *sys.argv[3:]]; "
    "from graphmap.store.answering import main; main(sys.argv[1], int(sys.argv[2]))"
)
_KEPT = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP")
"""All of the environment that the process sees: a query has no business with the rest."""

Answer = tuple[Sequence[str], Sequence[Sequence[Any]]]


def limits_memory() -> bool:
    """Say whether this system bounds the memory of a query: on Windows its time alone is bounded."""
    try:
        import_module("resource")
    except ImportError:
        return False
    return True


class Ended(Exception):
    """A process that ended without an answer."""


class Child:
    """One process with the graph loaded. It answers one question at a time."""

    def __init__(self, path: str, handle: int | None) -> None:
        """Start the process; `handle` is an open file that the path may name. Returns before it is ready."""
        folders = [str(Path(str(module.__file__)).parent.parent) for module in (graphmap, kglite)]
        # Isolated and without site: no start-up file of anybody's is run, and it starts in half the time.
        command = [sys.executable, "-I", "-S", "-c", _START, path, str(bound_memory(MEMORY)), *folders]
        self._process = subprocess.Popen(  # noqa: S603 (this Python, with our own text)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            pass_fds=() if handle is None else (handle,),
            start_new_session=True,  # Ctrl-C is for the program that asks, which ends this one
        )
        self._questions = cast(IO[bytes], self._process.stdin)
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._listener = threading.Thread(
            target=_listen, args=(cast(IO[bytes], self._process.stdout), self._answers), daemon=True
        )
        self._listener.start()
        # A store that nobody closes leaves no process behind.
        self._end = weakref.finalize(self, _end, self._process, self._listener)
        self.ready = False
        """Whether the graph is loaded."""
        self._loaded = 0

    def wait(self) -> None:
        """Return when the graph is loaded. Raises what the engine raises, or Ended."""
        if not self.ready:
            self._take(SECONDS_TO_LOAD)
            self._loaded = count_resident(self._process.pid)
            self.ready = True

    def ask(self, question: Mapping[str, Any], seconds: float) -> Answer:
        """Return columns and rows. Raises what the engine raises, TypeError, Ended, or queue.Empty."""
        try:
            write_frame(self._questions, question)
        except OSError:
            raise Ended from None
        answer = self._take(seconds)
        return answer["columns"], answer["rows"]

    def _take(self, seconds: float) -> Any:
        answer = self._answers.get(timeout=seconds)
        if answer is None:
            raise Ended
        if "raised" in answer:
            raise _raise_again(answer["raised"], answer["text"])
        return answer

    def is_large(self) -> bool:
        """Say whether the process still holds much that it took for its answers: the engine keeps it."""
        return count_resident(self._process.pid) - self._loaded > GROWN

    def is_alive(self) -> bool:
        """Say whether the process could answer."""
        return self._process.poll() is None

    def end(self) -> None:
        """End the process, whatever it does."""
        self._end()


def _listen(stream: IO[bytes], answers: queue.SimpleQueue[Any]) -> None:
    # Pipes cannot be waited on with a time everywhere; a queue can.
    with suppress(EOFError, OSError, ValueError):
        while True:
            answers.put(read_frame(stream))
    answers.put(None)


def _end(process: subprocess.Popen[bytes], listener: threading.Thread) -> None:
    process.kill()
    process.wait()
    listener.join()
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):
            stream.close()  # type: ignore[union-attr]


class Children:
    """The processes that answer for one store; they start when they are needed and are used again."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing starts yet."""
        self._path = path
        self._handle: int | None = None
        self._status: tuple[int, ...] = ()
        self._idle: list[Child] = []
        self._state = 0
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(MOST)

    def pin(self, path: Path | None = None) -> None:
        """Answer from now on from the file as it now is (or from another), whatever is put in its place."""
        path = path or self._path
        # Elsewhere a file that is open can not be named again from its beginning, or not be replaced.
        handle = os.open(path, os.O_RDONLY) if sys.platform == "linux" else None
        status = os.stat(path) if handle is None else os.fstat(handle)
        self._renew(path, handle, _tell_apart(status))

    def are_current(self) -> bool:
        """Say whether the file that answers come from is the one that lies there now."""
        return self._status == _tell_apart(os.stat(self._path))

    def close(self) -> None:
        """End the processes; one that answers ends when it has done so."""
        self._renew(self._path, None, ())

    def _renew(self, path: Path, handle: int | None, status: tuple[int, ...]) -> None:
        with self._lock:
            old, self._handle = self._handle, handle
            idle, self._idle = self._idle, []
            self._path, self._status = path, status
            self._state += 1
        for child in idle:
            child.end()
        if old is not None:
            os.close(old)

    def ask(self, cypher: str, parameters: Mapping[str, Any], most: int | None, seconds: float) -> Answer:
        """Answer one admitted query with plain values.

        Raises what the engine raises, TypeError for a parameter, QueryTimedOut or QueryTooLarge.
        """
        seconds = min(seconds, LONGEST_WAIT)
        question = {
            "cypher": cypher,
            "parameters": parameters,
            "most": most,
            "milliseconds": max(1, int(seconds * 1000)),
            "end": seconds + 2 * GRACE,
        }
        if not self._places.acquire(timeout=max(seconds, SECONDS_IN_ROW)):
            raise QueryTimedOut(
                f"{MOST} other queries are still being answered; try again, or give it more time"
            )
        try:
            return self._ask(question, seconds)
        finally:
            self._places.release()

    def _ask(self, question: Mapping[str, Any], seconds: float) -> Answer:
        child, state = self._take()
        kept = False
        try:
            child.wait()
            answer = child.ask(question, seconds + GRACE)
            kept = True
            return answer
        except queue.Empty:
            raise QueryTimedOut(
                "the query took longer than it may; narrow it, or give it more time"
            ) from None
        except Ended:
            raise QueryTooLarge(
                "the query ended the engine: it needs more than the memory that a query may take "
                f"({bound_memory(MEMORY) // 2**20} MB beyond the graph), or nests too deep; narrow it"
            ) from None
        except Exception:
            kept = child.ready and child.is_alive()
            raise
        finally:
            self._give_back(child, state, kept)

    def _take(self) -> tuple[Child, int]:
        with self._lock:
            while self._idle:
                child = self._idle.pop()
                if child.is_alive():
                    return child, self._state
                child.end()
            path = str(self._path.absolute()) if self._handle is None else f"/dev/fd/{self._handle}"
            return Child(path, self._handle), self._state

    def _give_back(self, child: Child, state: int, kept: bool) -> None:
        large = kept and child.is_large()
        with self._lock:
            if kept and state == self._state and not (large and any(one.is_large() for one in self._idle)):
                self._idle.append(child)
                return
        child.end()


def _tell_apart(status: os.stat_result) -> tuple[int, ...]:
    return (status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size)


def _raise_again(name: str, text: str) -> BaseException:
    """Return an exception as the engine raised it in the child."""
    if name == "FrameTooLong":
        return QueryTooLarge("the answer is larger than a program should hold; ask for less, or give a limit")
    if name in {"MemoryError", "PanicException"}:
        return Ended()
    kind: Any = getattr(kglite, name, None) or getattr(builtins, name, None)
    with suppress(TypeError):
        if isinstance(kind, type) and issubclass(kind, Exception):
            return kind(text)
    return RuntimeError(text)
