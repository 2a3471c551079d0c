"""THE declaration of the model: nodes, relationships and fields, from which everything else is derived.

The classes are built when the first of them is asked for, which takes longer than a short command may: one
that asks a copy of a snapshot needs the words of the model (sectors.py, kinds.py) and no class.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphmap.schema.declared import *  # noqa: F403


def __getattr__(name: str) -> Any:
    """Return what the declaration offers under a name, the classes built by then."""
    if not name.startswith("__"):
        declared = import_module(f"{__name__}.declared")
        if name in declared.__all__:
            return getattr(declared, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
