"""Stores that tests of mappings write to, without an engine: what a difference makes of what is held."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from graphmap.errors import Faults
from graphmap.exchange.known import Known
from graphmap.exchange.mapping import read_mapped
from graphmap.exchange.native import Progress
from graphmap.exchange.samples import make_home_batch, read_sample
from graphmap.schema import Batch, Contents, Difference, Named, Relationship, find_difference
from tests.municipal import read_municipal


def read_list(
    paths: Iterable[Path], mapping: str, contents: Contents, progress: Progress | None = None
) -> Batch:
    """Read files through a mapping as they would be read into a store that holds just this."""
    return read_mapped(paths, mapping, Known.of(contents), progress)


def write(batch: Batch, contents: Contents) -> tuple[Difference, Contents]:
    """Write a batch as a store does; return the difference and what is then held."""
    difference = find_difference(batch, contents)
    nodes, relationships = dict(contents.nodes), dict(contents.relationships)
    for gone in difference.removed:
        del relationships[gone.id or ""]
    for record in (*difference.created, *(change.after for change in difference.changed)):
        if isinstance(record, Relationship):
            relationships[record.id or ""] = record
        elif isinstance(record, Named):
            nodes[record.id or ""] = record
    return difference, Contents(nodes, relationships)


@cache
def begin(home: str) -> Contents:
    """Begin a store with a home country, with the Iran sample ("iran"), or with its lists ("municipal")."""
    if home == "municipal":
        return write(read_municipal(), Contents())[1]
    return write(read_sample(home) if home == "iran" else make_home_batch(home), Contents())[1]


def keep_lines(path: Path, word: str, folder: Path) -> Path:
    """Write the head of a list and its lines with a word under the same name in a folder; return where.

    A list of the whole world is slow to read, and what does not name the home country is passed over.
    """
    folder.mkdir(exist_ok=True)
    head, *lines = path.read_text("utf-8").splitlines(keepends=True)
    kept = folder / path.name
    kept.write_text("".join([head, *(line for line in lines if word in line)]), "utf-8")
    return kept


def faults_of(path: Path, mapping: str, contents: Contents) -> list[str]:
    """Return the sentences of all faults of a file."""
    with pytest.raises(Faults) as raised:
        read_list([path], mapping, contents)
    return [fault.sentence() for fault in raised.value.faults]
