"""The graph that the table of speed asks about: as records, as a snapshot, and as bare columns for peers."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from graphmap.schema import (
    City,
    Contents,
    Country,
    In,
    Named,
    Province,
    Record,
    Relationship,
    Source,
    Tie,
    validated,
)
from graphmap.store.snapshot import Snapshot, build_snapshot

SECTORS = ("trade", "tourism", "culture", "energy", "education", "health")
CITED: dict[str, Any] = {"sources": ("s",)}
COUNTRIES = tuple(f"X{one}{other}" for one in "ABCDEF" for other in "ABCDEFGHIJ")

Column = npt.NDArray[np.int64]


class Ties(NamedTuple):
    """The ties of the graph as bare numbers, in the order of their own: what a peer is given.

    A country is the place of its code in COUNTRIES, a sector its place in SECTORS (-1: not known), `since`
    and `until` are years (0: not known).
    """

    province: Column
    city: Column
    country: Column
    sector: Column
    since: Column
    until: Column


def make_records(ties: int) -> Iterator[Record]:
    """Yield a graph of so many ties; many lead to a few cities, most to the others; always the same."""
    draw, ends = random.Random(7), random.Random(11)
    provinces, cities = (31 if ties <= 1000 else ties // 40), max(60, ties // 4)
    yield validated(Source, id="s", name="A list")
    yield validated(Country, id="QZA", name="Home", home=True, **CITED)
    for code in COUNTRIES:
        yield validated(Country, id=code, name=f"Country {code}", **CITED)
    for number in range(provinces):
        yield validated(Province, id=f"QZ-{number:05}", name=f"Province {number}", **CITED)
        yield validated(In, from_id=f"QZ-{number:05}", to_id="QZA", **CITED)
    for number in range(cities):
        yield validated(City, id=f"city:{number:06}", name=f"City {number}", **CITED)
        yield validated(In, from_id=f"city:{number:06}", to_id=COUNTRIES[number % len(COUNTRIES)], **CITED)
    for number in range(ties):
        many = draw.random() < 0.3
        city = min(int(draw.paretovariate(0.6)) - 1, cities - 1) if many else draw.randrange(cities)
        given: dict[str, Any] = {"since": str(draw.randrange(2000, 2026))} if draw.random() < 0.7 else {}
        if draw.random() < 0.6:
            given["sectors"] = (draw.choice(SECTORS),)
        if "since" in given and ends.random() < 0.3:
            given["until"] = str(int(given["since"]) + ends.randrange(1, 16))
        both = {"from_id": f"QZ-{draw.randrange(provinces):05}", "to_id": f"city:{city:06}"}
        yield validated(Tie, id=f"t{number}", kind="memorandum", **both, **given, **CITED)


def make_contents(records: Iterable[Record]) -> Contents:
    """Hold records as a store tells them."""
    held = list(records)
    return Contents(
        {record.identity: record for record in held if isinstance(record, Named)},
        {record.identity: record for record in held if isinstance(record, Relationship)},
    )


def make_snapshot(ties: int) -> Snapshot:
    """Build the snapshot of such a graph."""
    return build_snapshot(make_contents(make_records(ties)))


def list_ties(records: Iterable[Record]) -> Ties:
    """Return the ties as bare numbers, read from the records and from nothing that was derived."""
    rows = [
        (
            int(record.start[3:]),
            int(record.target[5:]),
            int(record.target[5:]) % len(COUNTRIES),
            SECTORS.index(record.sectors[0]) if record.sectors else -1,
            int(str(record.since)) if record.since else 0,
            int(str(record.until)) if record.until else 0,
        )
        for record in records
        if isinstance(record, Tie)
    ]
    return Ties(*np.array(rows, np.int64).reshape(-1, 6).T)
