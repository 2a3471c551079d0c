"""Lets a package offer what one of its modules holds, loaded when first asked for: a start stays short."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def offer(package: str, module: str) -> Callable[[str], Any]:
    """Return the `__getattr__` of a package that offers the names in `__all__` of one of its modules."""

    def find(name: str) -> Any:
        if not name.startswith("__"):
            offered = import_module(f"{package}.{module}")
            if name in offered.__all__:
                return getattr(offered, name)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return find
