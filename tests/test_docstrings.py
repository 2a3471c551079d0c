"""What docstrings show by example happens as they show it."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import graphmap

PACKAGE = Path(graphmap.__file__).parent


def test_every_example_of_a_docstring_prints_what_it_says() -> None:
    failed, attempted = [], 0
    for path in sorted(PACKAGE.rglob("*.py")):
        if ">>> " in path.read_text("utf-8"):
            name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
            done = doctest.testmod(import_module(name.removesuffix(".__init__")))
            failed += [name] * bool(done.failed)
            attempted += done.attempted
    assert failed == []
    assert attempted > 200
