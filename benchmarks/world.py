"""Makes a large graph as real lists have it: partners that many deal with, joint acts, events, terms."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Any

from benchmarks.snapshot import hold_records, write_records
from graphmap.schema import (
    DECLARED,
    SECTORS,
    Record,
    Source,
    Tie,
    make_record,
)
from graphmap.schema.kinds_of_tie import KINDS_OF_TIE

HOME = "QZA"
TIES, TIES_A_PROVINCE = 200_000, 40
SOURCES = tuple(f"source:{number}" for number in range(1, 201))


class World:
    """The records of a graph of so many ties, in an order in which they can be written; always the same."""

    def __init__(self, ties: int, provinces: int | None = None) -> None:
        """Lay down how many of each there are, in the measure of 200,000 ties and 5,000 provinces."""
        self._draw = random.Random(11)
        self._ties = ties
        most = provinces or ties // TIES_A_PROVINCE
        self._provinces = [f"QZ-{number:04}" for number in range(most)]
        self._countries = [f"X{a}{b}" for a in "ABCDEFGHIJKLM" for b in "ABCDEFGHIJKLMNO"]
        self._regions = [f"RG-{number:04}" for number in range(max(most * 2 // 5, 10))]
        self._abroad = [f"city:abroad:{number:05}" for number in range(max(most * 3, 20))]
        self._at_home = [f"city:home:{number:05}" for number in range(max(most // 3, 5))]
        self._bodies = [f"body:{number:04}" for number in range(max(most // 10, 5))]
        self._offices = [f"counterpart:{number:04}" for number in range(max(most * 3 // 5, 20))]
        self._missions = [f"mission:{number:04}" for number in range(200)]

    def make_records(self) -> Iterator[Record]:
        """Yield sources, places, persons and offices, then what joins them, ties last."""
        draw = self._draw
        for number, source in enumerate(SOURCES):
            covers = {"covers": ("TIED_TO", "Mission")} if number == 0 else {}
            given = {"id": source, "name": source, "grade": "C", "retrieved": date(2015 + number % 11, 2, 8)}
            yield make_record(Source, given | covers)
        yield self._make("Country", HOME, home=True)
        for code in self._countries:
            yield self._make("Country", code)
        yield from self._place("Province", self._provinces, [HOME])
        yield from self._place("Region", self._regions, self._countries)
        yield from self._place("City", self._abroad, self._regions)
        yield from self._place("City", self._at_home, self._provinces)
        yield from self._place("Body", self._bodies, self._provinces, kind="chamber")
        for number, office in enumerate(self._offices):
            yield self._make("Counterpart", office, kind="governor")
            yield self._join("REPRESENTS", office, draw.choice([*self._regions, *self._abroad]))
            person = f"official:{number:04}"
            yield self._make("Official", person)
            for year in (2008, 2017):
                yield self._join(
                    "HOLDS", person, office, post="governor", since=str(year), until=str(year + 8)
                )
        for number, province in enumerate(self._provinces):
            for term, since in enumerate((2001, 2009, 2018)):
                governor = f"governor:{number:04}:{term}"
                yield self._make("Governor", governor)
                dated = {"since": str(since)} if number % 3 else {}
                yield self._join("GOVERNS", governor, province, attested=(f"{since + 1}-05-01",), **dated)
            if number % 4 == 0:
                yield self._join("BORDERS", province, self._regions[number % len(self._regions)], km=10.0)
        for number, mission in enumerate(self._missions):
            ours = number % 2
            yield self._make("Mission", mission, kind="embassy", status="open", status_on=date(2022, 1, 1))
            country = self._countries[number % len(self._countries)]
            yield self._join("SENT_BY", mission, HOME if ours else country)
            yield self._join(
                "IN", mission, self._abroad[number % len(self._abroad)] if ours else self._at_home[0]
            )
            yield self._join("ACCREDITED_TO", mission, country if ours else HOME)
        yield from self._make_ties()

    def _make_ties(self) -> Iterator[Record]:
        draw, made = self._draw, set[str]()
        groups = (self._abroad, self._regions, self._countries, self._offices, self._missions)
        # A hundredth of the partners has a quarter of the ties.
        weights = [[*accumulate(1 / (place + 5) ** 0.8 for place in range(len(group)))] for group in groups]
        while len(made) < self._ties:
            kind = draw.choices(range(len(groups)), (60, 15, 8, 15, 2))[0]
            target = draw.choices(groups[kind], cum_weights=weights[kind])[0]
            starts = draw.choices((self._provinces, self._at_home, self._bodies), (70, 25, 5))[0]
            year = draw.randrange(1995, 2026)
            given: dict[str, Any] = {"kind": draw.choice(tuple(KINDS_OF_TIE))}
            given["sources"] = tuple(sorted(draw.sample(SOURCES, draw.choice((1, 1, 1, 2)))))
            if draw.random() < 0.7:
                given["sectors"] = tuple(sorted(draw.sample(tuple(SECTORS), draw.choice((1, 1, 2, 3)))))
            if draw.random() < 0.8:
                month = f"{year}-{draw.randrange(1, 13):02}"
                given["since"] = draw.choice(
                    (f"{year}", month, f"{month}-{draw.randrange(1, 29):02}", f"{year}?")
                )
            if draw.random() < 0.2:
                given["until"] = draw.choice(("..", f"{year + draw.randrange(1, 15)}"))
            elif draw.random() < 0.3:
                given["attested"] = ("2026-02-08",)
            if draw.random() < 0.2:
                given["stage"] = draw.choice(("in_force", "proposed", "ended", "suspended"))
            if given.get("stage") == "ended":
                given.pop("until", None)
            if draw.random() < 0.1:
                given["document"] = f"doc-{draw.randrange(self._ties // 40)}"
            tie = make_record(Tie, {"from_id": draw.choice(starts), "to_id": target, **given})
            if tie.identity not in made:
                made.add(tie.identity)
                yield tie

    def _place(self, label: str, ids: Sequence[str], within: Sequence[str], **given: Any) -> Iterator[Record]:
        for number, identity in enumerate(ids):
            yield self._make(label, identity, **given)
            yield self._join("IN", identity, within[number % len(within)])

    def _make(self, label: str, identity: str, **given: Any) -> Record:
        named = {"name": f"{label} {identity}", "name_fa": f"جای {identity}", "sources": SOURCES[:1]}
        return make_record(DECLARED[label], {"id": identity, **named, **given})

    def _join(self, name: str, start: str, target: str, **given: Any) -> Record:
        ends = {"from_id": start, "to_id": target, "sources": SOURCES[:1]}
        return make_record(DECLARED[name], {**ends, **given})


def write_world(address: str | Path, ties: int, provinces: int | None = None) -> None:
    """Make a store of a world at an address."""
    write_records(address, [*World(ties, provinces).make_records()])


def hold_world(ties: int, provinces: int | None = None) -> Path:
    """Return the file of a world of so many ties, made where none of the present model is there yet."""
    name = f"world-{provinces}" if provinces else "world"
    return hold_records(name, ties, lambda count: World(count, provinces).make_records())
