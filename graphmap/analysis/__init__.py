"""Analyses: pure functions from a snapshot to frozen findings; one module each, declared in its head.

What is offered here is loaded when it is asked for: a command runs one analysis and needs no other.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphmap.analysis.offered import *  # noqa: F403


def __getattr__(name: str) -> Any:
    """Return what the analyses offer under a name."""
    if not name.startswith("__"):
        offered = import_module(f"{__name__}.offered")
        if name in offered.__all__:
            return getattr(offered, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
