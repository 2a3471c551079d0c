"""Stores that tests of mappings write to, without an engine: what a plan makes of what is held."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from graphmap.errors import Faults
from graphmap.exchange.mapping import read_mapped
from graphmap.exchange.samples import make_home_batch, read_sample
from graphmap.schema import Batch, Contents, Named, Plan, Relationship, plan_changes


def write(batch: Batch, contents: Contents) -> tuple[Plan, Contents]:
    """Write a batch as a store does; return the plan and what is then held."""
    plan = plan_changes(batch, contents)
    nodes, relationships = dict(contents.nodes), dict(contents.relationships)
    for gone in plan.removed:
        del relationships[gone.id or ""]
    for record in (*plan.created, *(change.after for change in plan.changed)):
        if isinstance(record, Relationship):
            relationships[record.id or ""] = record
        elif isinstance(record, Named):
            nodes[record.id or ""] = record
    return plan, Contents(nodes, relationships)


@cache
def begin(home: str) -> Contents:
    """Begin a store with a home country, or with the Iran sample ("iran")."""
    return write(read_sample(home) if home == "iran" else make_home_batch(home), Contents())[1]


def faults_of(path: Path, mapping: str, contents: Contents) -> list[str]:
    """Return the sentences of all faults of a file."""
    with pytest.raises(Faults) as raised:
        read_mapped([path], mapping, contents)
    return [fault.sentence() for fault in raised.value.faults]
