"""Runs work in a process of its own, within bounds of the processor's time and of memory."""

from __future__ import annotations

import os
import resource
import signal
import time
from collections.abc import Callable
from multiprocessing import Pipe
from pathlib import Path
from typing import Any

MOST_SECONDS, MOST_BYTES = 60, 6 << 30
"""What a peer may take, of the processor's time and of memory: past it the table tells so."""

RUNS, QUICK = 20, 0.1
"""How often what takes less than so many seconds is done again."""


def spend(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the processor seconds of some work, and what it gave."""
    begun = time.process_time()
    found = work()
    return time.process_time() - begun, found


def read_peak() -> int:
    """Return the most bytes that this process has held since the peak began."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def try_apart(
    work: Callable[[], Any], tell: Callable[[Any], Any], seconds: int = MOST_SECONDS, runs: int = RUNS
) -> tuple[float | None, Any]:
    """Return the processor seconds of some work, and what is told of what it gave.

    What takes less than QUICK is done so many times more, and their mean counts: the first has to find its
    pages, and the clock of a process may stand still for a while.
    Past `seconds` (in all, telling with it) or MOST_BYTES it is ended: no seconds, and which bound it was.
    """
    ours, theirs = Pipe(duplex=False)
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        try:
            spent, found = spend(work)
            if runs > 1 and spent < QUICK:
                spent = spend(lambda: [work() for _ in range(runs)])[0] / runs
            theirs.send((spent, tell(found)))
        except MemoryError:
            theirs.send((None, f"over {MOST_BYTES >> 30} GiB"))
        except Exception as error:  # noqa: BLE001 - whatever a peer says where there is no more room
            theirs.send((None, f"{type(error).__name__} within {MOST_BYTES >> 30} GiB"))
        finally:
            os._exit(0)
    theirs.close()
    try:
        told: tuple[float | None, Any] = ours.recv()
    except EOFError:
        told = None, ""
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):  # some end where they are given no more memory
        is_slow = os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL)
        told = None, f"not within {seconds} s" if is_slow else f"over {MOST_BYTES >> 30} GiB"
    return told
