"""The samples that ship with the package, and the countries of the world, from which a store is begun."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from importlib.resources import as_file, files
from pathlib import Path

from graphmap.directory import Directory, list_node
from graphmap.errors import Faults, NameUnknown
from graphmap.exchange.native import read_native
from graphmap.exchange.shaped_places import find_places
from graphmap.schema import (
    Batch,
    Borders,
    Country,
    Entry,
    In,
    Node,
    Province,
    Record,
    Region,
    Relationship,
    Source,
)
from graphmap.schema.batch import make_record

APART = {"world", "names"}
"""Folders beside the samples that are none: the countries of the world, and what offices call some."""

HOMES = {"iran": "IRN"}
"""Samples that need the countries of the world, and which of them is their home; others bring their own."""


def read_world_countries() -> tuple[Record, ...]:
    """Return the countries of the world and their Sources, none of them the home of a graph.

    ISO 3166-1 codes (and XKX, user-assigned), names in English and Persian, other names, part of the world.
    """
    return tuple(entry.record for entry in _read_folder("world"))


def make_home_batch(code: str) -> Batch:
    """Make the batch that begins a store: the countries of the world, one of them marked as home.

    The home country is named by its alpha-3 or alpha-2 code or by any known name; raises NameUnknown with the
    three nearest. Countries are called what offices of that home call them (`read_names`).

    >>> [e.record.id for e in make_home_batch("ایران").entries if getattr(e.record, "home", None)]
    ['IRN']
    """
    records = read_world_countries()
    countries = [list_node(record) for record in records if isinstance(record, Country)]
    home = Directory(countries).find(Country.stored_as, code)
    names = read_names(home)
    marked = (
        make_record(Country, {**record.given(), "home": True})
        if record.id == home
        else _call(record, names[record.identity])
        if isinstance(record, Country) and record.identity in names
        else record
        for record in records
    )
    return Batch(tuple(Entry(record) for record in marked))


def read_names(home: str) -> Mapping[str, str]:
    """Return the Persian names that offices of a home country write, before those of CLDR, by country.

    They ship as `samples/names/HOME.csv`; an office that writes another name imports it as a Country.csv.
    """
    file = files("graphmap") / "samples" / "names" / f"{home}.csv"
    if not file.is_file():
        return {}
    return {row["id"]: row["name_fa"] for row in csv.DictReader(file.read_text("utf-8").splitlines())}


def _call(country: Country, name_fa: str) -> Record:
    """Give a country another Persian name; it is still found by the one before."""
    others = dict.fromkeys((*(country.aliases or ()), country.name_fa or ""))
    aliases = tuple(other for other in others if other and other != name_fa)
    return make_record(Country, {**country.given(), "name_fa": name_fa, "aliases": aliases})


def make_places_batch(code: str) -> Batch:
    """Make the batch that begins a store with the provinces of its home country, their names and borders.

    With them come the regions across the border and the sources of all of it: from a sample, else from what
    `graphmap geometry build` wrote of this home; where neither knows it, it is the bare one. Raises
    NameUnknown as `make_home_batch` does.
    """
    bare = make_home_batch(code)
    home = next(e.record.identity for e in bare.entries if isinstance(e.record, Country) and e.record.home)
    name = next((name for name, country in HOMES.items() if country == home), None)
    if name is None:
        folder = find_places(home)
        return bare if folder is None else Batch((*bare.entries, *_read_entries(folder)))
    records = [entry.record for entry in _read_folder(name)]
    placed = {r.start: r for r in records if isinstance(r, In)}
    kept: list[Record] = [r for r in records if isinstance(r, Province | Borders)]
    wanted = {r.identity for r in kept} | {r.target for r in kept if isinstance(r, Borders)}
    for start in sorted(wanted):
        while start in placed and placed[start] not in kept:
            kept.append(placed[start])
            start = placed[start].target
            wanted.add(start)
    kept += [r for r in records if isinstance(r, Region) and r.identity in wanted]
    named = {source for r in kept if isinstance(r, Node | Relationship) for source in r.sources or ()}
    sources = [r for r in records if isinstance(r, Source) and r.identity in named]
    return Batch((*bare.entries, *(Entry(r) for r in (*sources, *kept))))


def list_samples() -> tuple[str, ...]:
    """Return the names of the samples."""
    folder = files("graphmap") / "samples"
    return tuple(sorted(part.name for part in folder.iterdir() if part.is_dir() and part.name not in APART))


def read_sample(name: str) -> Batch:
    """Read a sample whole, its home country included. Raises NameUnknown where there is none of this name."""
    if name not in list_samples():
        raise NameUnknown(name, "sample", [(known, known) for known in list_samples()])
    begun = make_home_batch(HOMES[name]).entries if name in HOMES else ()
    return Batch((*begun, *_read_folder(name)))


def _read_folder(name: str) -> tuple[Entry, ...]:
    with as_file(files("graphmap") / "samples" / name) as folder:
        return _read_entries(folder)


def _read_entries(folder: Path) -> tuple[Entry, ...]:
    reading = read_native([folder])
    if reading.faults:
        raise Faults(reading.faults)
    return reading.entries
