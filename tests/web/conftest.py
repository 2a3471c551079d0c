"""Fixtures of the tests of the explorer: servers of the two samples, as long as the tests run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import make_sample_store
from tests.web.serving import serve_store


@pytest.fixture(scope="session")
def iran_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of the Iran sample, to read."""
    return make_sample_store("iran", tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="session")
def explorer(iran_path: Path) -> Iterator[httpx.Client]:
    """Return a client of a server of the Iran sample, with queries allowed."""
    with serve_store(iran_path) as client:
        yield client
