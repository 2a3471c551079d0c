"""A process that writes changesets and prints each that is acknowledged, until it is killed."""

from __future__ import annotations

import sys

import neo4j

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


def main(url: str, run: int) -> None:
    """Write until killed."""
    if is_server(url):
        tell_commits()
    with open_store(url) as store:
        number = 0
        while True:
            changeset = store.apply(Batch.of(make_records(run, number)), f"run {run}", f"{number}")
            print(number, changeset.id, flush=True)  # noqa: T201 (read by the test)
            number += 1


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
