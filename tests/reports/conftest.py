"""Fixtures of the reports' tests: an address of an empty store on each engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.xdist_group("neo4j_server"))])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty store, on each engine in turn."""
    if request.param == "embedded":
        return str(tmp_path / "graph.kgl")
    address: str = request.getfixturevalue("neo4j_url")
    return address


@pytest.fixture
def new_file(tmp_path: Path) -> Callable[[], str]:
    """Return what names a new file for an embedded store each time."""
    names = iter(range(1000))
    return lambda: str(tmp_path / f"graph{next(names)}.kgl")
