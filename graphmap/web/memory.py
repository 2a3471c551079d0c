"""How much memory the explorer holds, and how what nobody needs any more goes back to the system."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress

MOST = 2 * 2**30
"""Bytes that the explorer holds before it lets go of what it keeps; half of the machine's if that is less."""

ROOM = 2**30
"""Bytes more than what is left then before it does so again."""


def give_back() -> None:
    """Give the system what nobody refers to any more: Python's allocator keeps it for itself else."""
    gc.collect()
    with suppress(OSError, AttributeError):  # of the C library of GNU alone
        ctypes.CDLL(None).malloc_trim(0)
