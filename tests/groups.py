"""Which tests one worker runs together: those that share a server, a browser, or what a module makes once."""

from __future__ import annotations

import pytest
from _pytest.nodeid import NodeId

SERVER = "neo4j_server"
BROWSER = "browser"


def mark_groups(items: list[pytest.Item]) -> None:
    """Mark the tests of one server, so that it starts once, of one browser, and of one module's fixture."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & {"neo4j_server", "spares"}:
            item.add_marker(pytest.mark.xdist_group(SERVER))
        if item.get_closest_marker("xdist_group"):
            continue
        if "browser" in fixtures:
            item.add_marker(pytest.mark.xdist_group(BROWSER))
        elif makes_for_module(item):
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))


def makes_for_module(item: pytest.Item) -> bool:
    """Say whether a test takes what a fixture makes once for its module."""
    info = getattr(item, "_fixtureinfo", None)
    return info is not None and any(
        definition.scope == "module" for found in info.name2fixturedefs.values() for definition in found
    )


def tell_groups(items: list[pytest.Item]) -> None:
    """Let the ids of tests end in their group: by that they are dealt out to workers.

    xdist 3.8 writes the id where pytest 9.2 no longer reads it, so that no group is kept together (its issue
    1386); this may go with the release of xdist that mends it.
    """
    for item in items:
        groups = {str(mark.args[0]) for mark in item.iter_markers("xdist_group")}
        ending = f"@{'_'.join(sorted(groups))}"
        if groups and not item.nodeid.endswith(ending):
            item._id = NodeId.parse(f"{item.nodeid}{ending}")
