"""Processes that write changesets and print each that is acknowledged, until they are killed."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

import neo4j

import graphmap.store.bolt
import graphmap.store.embedded  # noqa: F401 (both engines, before a writer is forked)
from graphmap.errors import GraphmapError
from graphmap.schema import Batch, City, In, Record, Tie, validated
from graphmap.store import is_server, open_store

CITIES_A_CHANGESET = 15


def make_records(run: int, number: int) -> list[Record]:
    """Make what one changeset writes: cities, where they lie, ties, and a mark on a node that was there."""
    sources = ("source:1",)
    records: list[Record] = [validated(City, id="city:hom:town", note=f"{run} {number}")]
    for place in range(CITIES_A_CHANGESET):
        identity = f"city:{run}:{number}:{place}"
        records += [
            validated(City, id=identity, name=identity, sources=sources),
            validated(In, from_id=identity, to_id="HM-02", sources=sources),
            validated(Tie, from_id=identity, to_id="TUR", kind="sister_city", since="2001", sources=sources),
        ]
    return records


def tell_commits() -> None:
    """Print on stderr when a transaction is about to be committed to a server."""
    commit = neo4j.Transaction.commit

    def told(self: neo4j.Transaction) -> None:
        sys.stderr.write("commit\n")
        sys.stderr.flush()
        commit(self)

    neo4j.Transaction.commit = told  # type: ignore[method-assign]


def write(url: str, run: int) -> None:
    """Write until killed."""
    if is_server(url):
        tell_commits()
    with open_store(url) as store:
        number = 0
        while True:
            changeset = store.apply(Batch.of(make_records(run, number)), f"run {run}", f"{number}")
            print(number, changeset.id, flush=True)  # noqa: T201 (read by the test)
            number += 1


def main(url: str) -> None:
    """Start a writer for each line read: what it is numbered, and the files for what it says and its commits.

    Each is a process of its own, forked from one that has loaded all it needs: else loading takes most of a
    trial's time. Says its process' number, and `ended` when it has ended.
    """
    for line in sys.stdin:
        run, said, commits = line.rstrip("\n").split("\t")
        writer = os.fork()
        if not writer:
            for stream, path in ((1, said), (2, commits)):
                os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
            with suppress(GraphmapError):
                write(url, int(run))
            os._exit(1)
        print(writer, flush=True)  # noqa: T201 (read by the test)
        os.waitpid(writer, 0)
        print("ended", flush=True)  # noqa: T201 (read by the test)


if __name__ == "__main__":
    main(sys.argv[1])
