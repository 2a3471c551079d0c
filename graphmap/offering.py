"""Loads what is offered when it is first asked for: a package's own modules, and libraries of an extra."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from graphmap.errors import GraphmapError


def offer(package: str, module: str) -> Callable[[str], Any]:
    """Return the `__getattr__` of a package that offers the names in `__all__` of one of its modules."""

    def find(name: str) -> Any:
        if not name.startswith("__"):
            offered = import_module(f"{package}.{module}")
            if name in offered.__all__:
                return getattr(offered, name)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return find


def load_extra(library: str, extra: str) -> Any:
    """Return a library that an extra of graphmap installs; GraphmapError says how where it is not there."""
    try:
        return import_module(library)
    except ImportError as error:
        raise GraphmapError(
            f'{library} is not installed; `pip install "graphmap[{extra}]"` installs it'
        ) from error
