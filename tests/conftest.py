"""Fixtures that all tests share: real data, a real Neo4j, a real Chromium."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants
from playwright.sync_api import Browser

from graphmap.schema import DECLARED, NODES, RELATIONSHIPS
from graphmap.store.statements import OWN_LABELS, RECORDED
from tests.examples import KEPT, SEARCH, TIMES
from tests.groups import mark_groups, tell_groups
from tests.scratch import write_in_memory
from tests.servers.chromium import start_browser
from tests.servers.neo4j_server import Neo4jServer, find_free_port
from tests.servers.prepare import check_data, find_data

PROJECT = Path(__file__).parent.parent

# `make test` judges the same commit the same way each time; `make search` looks further, with fresh seeds.
# How long an example takes proves nothing: a shared machine is slow at times.
settings.register_profile("test", derandomize=True, database=None, deadline=None, print_blob=True)
settings.register_profile(
    SEARCH, derandomize=False, max_examples=100 * TIMES, deadline=None, print_blob=True, database=KEPT
)
settings.load_profile("test")

_constants_of_modules = providers._get_local_constants


def _find_constants() -> Constants:
    """Return the constants that examples may draw besides Hypothesis' own: in a search those of the code.

    They stand in whatever modules are loaded so far, so that a test would draw others alone than among all,
    and others again when a module elsewhere changes.
    """
    return _constants_of_modules() if settings.get_current_profile_name() == SEARCH else Constants()


providers._get_local_constants = _find_constants


def pytest_configure() -> None:
    """Choose where tests write before the first asks."""
    write_in_memory()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep tests that share what is slow to make on one worker."""
    mark_groups(items)
    if hasattr(config, "workerinput"):
        tell_groups(items)


def pytest_collection_finish() -> None:
    """Let the collector of cycles pass over what lives as long as the tests do, and look less often.

    It took a tenth of the time of tests that fill stores: modules and tests alone are a million objects.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def project_folder() -> Path:
    """Return the folder of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """Return the folder of real files that others published."""
    if problem := check_data():
        pytest.fail(problem, pytrace=False)
    return find_data()


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    """Return the session's Neo4j as it is, with all that earlier tests left in it.

    It knows every name of the schema from the start: how a long query is answered is thought out anew, for
    seconds, when a name in it that nothing had borne so far is borne by something.
    """
    server = Neo4jServer(tmp_path_factory.mktemp("neo4j"))
    server.start()
    properties = {name for cls in DECLARED.values() for name in (*cls.model_fields, *cls.kept())}
    for procedure, names in (
        ("db.createLabel", {*NODES, *OWN_LABELS}),
        ("db.createRelationshipType", {*RELATIONSHIPS}),
        ("db.createProperty", {*properties, RECORDED}),
    ):
        server.call(f"UNWIND $names AS name CALL {procedure}(name) RETURN count(*)", names=sorted(names))
    yield server
    server.kill()


@pytest.fixture(scope="session")
def spares() -> Iterator[list[Neo4jServer]]:
    """Return the servers that no test needs any more as they are: `spare_neo4j` takes one of them."""
    servers: list[Neo4jServer] = []
    yield servers
    for server in servers:
        server.kill()


@pytest.fixture
def spare_neo4j(spares: list[Neo4jServer], tmp_path_factory: pytest.TempPathFactory) -> Neo4jServer:
    """Return a running, empty Neo4j that a test may kill or stall: no other test needs what it holds."""
    if not spares:
        spares.append(Neo4jServer(tmp_path_factory.mktemp("neo4j")))
    server = spares[-1]
    if not server.is_running():
        server.start()
    server.empty()
    return server


@pytest.fixture
def neo4j_url(neo4j_server: Neo4jServer) -> str:
    """Return the Bolt address, credentials included, of an empty Neo4j (its constraints may be there)."""
    neo4j_server.empty()
    return neo4j_server.url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a running Chromium; make a context or page of your own in it, and close that."""
    with start_browser() as running:
        yield running


@pytest.fixture
def free_port() -> int:
    """Return a port of 127.0.0.1 that nothing listens on."""
    return find_free_port()
