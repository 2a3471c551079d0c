"""Analyses: pure functions from a snapshot to frozen findings; one module each, declared in its head.

What is offered here is loaded when it is asked for: a command runs one analysis and needs no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmap.offering import offer

if TYPE_CHECKING:
    from graphmap.analysis.offered import *  # noqa: F403

__getattr__ = offer(__name__, "offered")
