"""Small graphs for the tests of the analyses: places from a few lines, ties from short rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from graphmap.schema import (
    City,
    Contents,
    Counterpart,
    Country,
    In,
    Named,
    Province,
    Record,
    Region,
    Relationship,
    Represents,
    Source,
    Tie,
    validated,
)
from graphmap.store.snapshot import Snapshot, build_snapshot

SOURCE = "source:test"
LISTED_ON = date(2026, 2, 8)
"""The day on which the list of twin cities was read: a tie on it was in force then."""


def make_snapshot(records: Iterable[Record]) -> Snapshot:
    """Build the snapshot of records made in code."""
    nodes: dict[str, Named] = {}
    relationships: dict[str, Relationship] = {}
    for record in records:
        assert record.id is not None
        if isinstance(record, Named):
            nodes[record.id] = record
        elif isinstance(record, Relationship):
            relationships[record.id] = record
    return build_snapshot(Contents(nodes, relationships))


def make_node(cls: type[Record], identity: str, **given: Any) -> Record:
    """Make a node, named as its id unless a name is given."""
    return validated(cls, **{"id": identity, "name": identity, "sources": (SOURCE,), **given})


def put_in(start: str, end: str, cls: type[Record] = In) -> Record:
    """Put a place in another, or let a counterpart represent it."""
    return validated(cls, from_id=start, to_id=end, sources=(SOURCE,))


def make_tie(identity: str, start: str, end: str, **given: Any) -> Record:
    """Make a tie with an id of its own."""
    return validated(
        Tie,
        **{"id": identity, "from_id": start, "to_id": end, "kind": "other", "sources": (SOURCE,), **given},
    )


def make_small_world() -> list[Record]:
    """Make a home with provinces A to D and city a:town in A, and the countries FRA and TUR.

    TUR has the region tur:north with the cities tur:port and tur:mill, and the offices tur:mayor (of
    tur:port) and tur:ministry (of TUR). FRA has the city fra:bay, which lies in no region.
    """
    records = [validated(Source, id=SOURCE, name="Test"), make_node(Country, "QZA", home=True)]
    records += [make_node(Country, code) for code in ("FRA", "TUR")]
    for province in "ABCD":
        records += [make_node(Province, province), put_in(province, "QZA")]
    records += [make_node(City, "a:town"), put_in("a:town", "A"), make_node(City, "lost:town")]
    records += [make_node(Region, "tur:north"), put_in("tur:north", "TUR")]
    for city, place in (("tur:port", "tur:north"), ("tur:mill", "tur:north"), ("fra:bay", "FRA")):
        records += [make_node(City, city), put_in(city, place)]
    for office, place in (("tur:mayor", "tur:port"), ("tur:ministry", "TUR")):
        records += [make_node(Counterpart, office), put_in(office, place, Represents)]
    return [*records, put_in("lost:town", "QZA")]


def make_world_with(*ties: Record) -> Snapshot:
    """Build the small world with some ties."""
    return make_snapshot([*make_small_world(), *ties])


def count_shared(table: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """Return how many columns each two rows of a table share."""
    filled = table.astype(np.int64)
    return filled @ filled.T


def read_csv(path: Path) -> list[dict[str, str]]:
    """Read a CSV file as rows."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_real_rows(folder: Path) -> list[dict[str, str]]:
    """Read the twin-city ties of Iran: none inside Iran, each once (Georgia stands under two names)."""
    rows = read_csv(folder / "iran_sample" / "twin_city_ties.csv")
    unique: dict[tuple[str, ...], dict[str, str]] = {}
    for row in rows:
        row["foreign_country"] = row["foreign_country"].removesuffix(" (country)")
        if row["foreign_country"] != "Iran":
            keys = ("province_iso", "iran_city", "foreign_city", "foreign_country")
            unique.setdefault(tuple(row[key] for key in keys), row)
    return list(unique.values())


def make_real_snapshot(folder: Path) -> Snapshot:
    """Build the snapshot of the twin-city ties of Iran, each attested on the day of the list."""
    records: dict[str, Record] = {"s": validated(Source, id=SOURCE, name="Twin cities of Iran")}

    def keep(record: Record) -> str:
        assert record.id is not None
        records[record.id] = record
        return record.id

    home = keep(make_node(Country, "IRN", home=True, name="Iran", name_fa="ایران"))
    for row in read_csv(folder / "iran_sample" / "provinces.csv"):
        identity = row["iso3166_2"]
        keep(make_node(Province, identity, name=row["name_en"], name_fa=row["name_fa"]))
        keep(put_in(identity, home))
    codes: dict[str, str] = {}
    for number, row in enumerate(read_real_rows(folder)):
        code = codes.setdefault(
            row["foreign_country"], f"Q{chr(65 + len(codes) // 26)}{chr(65 + len(codes) % 26)}"
        )
        country = keep(make_node(Country, code, name=row["foreign_country"]))
        place = country
        if row["foreign_ne_fid"]:
            place = keep(
                make_node(Region, f"ne:{row['foreign_ne_fid']}", name=row["foreign_province_ne"] or "?")
            )
            keep(put_in(place, country))
        city = keep(
            make_node(City, f"city:{code}:{number_name(row['foreign_city'])}", name=row["foreign_city"])
        )
        keep(put_in(city, place))
        town = keep(make_node(City, f"city:irn:{number_name(row['iran_city'])}", name=row["iran_city"]))
        keep(put_in(town, row["province_iso"]))
        keep(make_tie(f"t{number:03}", town, city, kind="sister_city", attested=(LISTED_ON,)))
    return make_snapshot(records.values())


def number_name(name: str) -> str:
    """Return an ASCII id for a name."""
    return name.encode("utf-8").hex()


def are_near(pair: tuple[float, float] | None, one: float, other: float) -> bool:
    """Say whether two numbers are near two others, as far as floats go."""
    return pair is not None and bool(pair[0] == pytest.approx(one)) and bool(pair[1] == pytest.approx(other))
