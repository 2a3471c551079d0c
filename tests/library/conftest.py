"""The store of the Iran sample, made once for all tests of the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphmap.store import open_store
from graphmap.store.contract import Store
from tests.cli.conftest import make_sample_store


@pytest.fixture(scope="session")
def iran_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a store of the Iran sample, to read or to copy."""
    return make_sample_store("iran", tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="session")
def iran(iran_file: Path) -> Iterator[Store]:
    """Return the open store, to read."""
    with open_store(iran_file, read_only=True) as store:
        yield store
