"""How much memory a process holds, and how much it may."""

from __future__ import annotations

import os
from pathlib import Path


def count_resident(process: int | None = None) -> int:
    """Return how many bytes a process holds, this one or another; 0 where the system does not tell."""
    return read_sizes(process)[1]


def read_sizes(process: int | None = None) -> tuple[int, int]:
    """Return how many bytes of addresses a process has, and how many it holds; 0 where nothing tells."""
    try:
        addresses, held = Path(f"/proc/{process or 'self'}/statm").read_text("ascii").split()[:2]
        page = os.sysconf("SC_PAGE_SIZE")
        return int(addresses) * page, int(held) * page
    except (OSError, ValueError, AttributeError):
        return 0, 0


def bound_memory(most: int) -> int:
    """Return so many bytes, or half of the machine's memory where that is less."""
    try:
        return min(most, os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2)
    except (AttributeError, OSError, ValueError):
        return most
