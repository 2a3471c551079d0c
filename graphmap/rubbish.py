"""Keeps Python from looking for rubbish where hundreds of thousands of records are made and none is any."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_nothing() -> Iterator[None]:
    """Look for no circles of objects meanwhile: records and lists come and go by the hundred thousand.

    What nothing refers to any more is let go of as ever.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
