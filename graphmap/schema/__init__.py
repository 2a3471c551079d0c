"""THE declaration of the model: nodes, relationships and fields, from which everything else is derived.

The classes are built when the first of them is asked for, which takes longer than a short command may: one
that asks a copy of a snapshot needs the words of the model (sectors.py, kinds.py) and no class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmap.offering import offer

if TYPE_CHECKING:
    from graphmap.schema.declared import *  # noqa: F403

__getattr__ = offer(__name__, "declared")
