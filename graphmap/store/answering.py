"""The process that answers queries on a graph in a file: it may end, and takes nobody with it.

Its parent (`store/child.py`) gives it a path; questions come on stdin, answers go to stdout. Once the graph
is loaded it may open no more files or sockets, write no file, and take only so much more memory, whatever it
is asked.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import IO, Any

import kglite

from graphmap.store.resident import read_sizes
from graphmap.store.values import read_rows, unify_value
from graphmap.store.wire import FrameTooLong, read_frame, write_frame, write_rows

if sys.platform != "win32":  # Windows has no such limits; the parent's clock is left.
    import resource
    import signal

ROWS_A_PIECE = 2_048
"""How many rows are held as values at once: of a long answer they would take as much as the engine does."""

LONGEST_ANSWER = 256 * 2**20
"""Bytes of an answer as JSON; the program that asked will hold several times as many."""


def main(path: str, memory: int) -> None:
    """Load the graph at a path, then answer until the questions end."""
    questions = sys.stdin.buffer
    # What the engine itself may print must not come between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    kglite.set_query_warning_policy("silent")
    try:
        session = kglite.open_session(path)
    except BaseException as error:  # noqa: BLE001 (the parent is told, and says it)
        write_frame(answers, _tell(error))
        return
    limit_process(memory)
    write_frame(answers, {})
    with suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            answer_question(session, read_frame(questions), answers)


def limit_process(memory: int) -> None:
    """Give up what answering does not need: files, sockets, and memory beyond so many bytes more than now."""
    if sys.platform == "win32":
        return
    most = {"RLIMIT_CORE": 0, "RLIMIT_FSIZE": 0, "RLIMIT_NOFILE": 0}
    addresses, held = read_sizes()
    if held:
        # The engine's allocator reserves a gibibyte of addresses and fills it by and by.
        most["RLIMIT_AS"] = max(held + memory, addresses + memory // 4)
    for name, limit in most.items():
        with suppress(OSError, ValueError):
            resource.setrlimit(getattr(resource, name), (limit, limit))


def answer_question(session: Any, question: Mapping[str, Any], answers: IO[bytes]) -> None:
    """Answer one question, with rows or with what the engine raised."""
    if sys.platform != "win32":
        # Nobody is left to end this process if its parent has been killed.
        signal.setitimer(signal.ITIMER_REAL, question["end"])
    try:
        answer: Any = session.cursor().cypher(
            question["cypher"],
            params=question["parameters"],
            # With the optimizer, kglite 0.21 counted one undirected pattern wrongly.
            disable_optimizer=True,
            timeout_ms=question["milliseconds"],
            row_limit=question["most"],
        )
        pieces = (
            [[unify_value(value) for value in row] for row in read_rows(answer[first : first + ROWS_A_PIECE])]
            for first in range(0, len(answer), ROWS_A_PIECE)
        )
        write_rows(answers, answer.columns, pieces, LONGEST_ANSWER)
    except FrameTooLong:
        write_frame(answers, {"raised": "FrameTooLong", "text": ""})
    except BaseException as error:  # noqa: BLE001 (the parent is told, and says it)
        write_frame(answers, _tell(error))
    finally:
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, 0)


def _tell(error: BaseException) -> dict[str, str]:
    return {"raised": type(error).__name__, "text": str(error)}
