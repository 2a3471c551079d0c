"""Phrases that the search reads, for a person to begin with: of what the store itself tells most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from graphmap.analysis.distinct import list_distinct
from graphmap.language import Language
from graphmap.schema.sectors import SECTORS
from graphmap.store.columns import ITEM_MARK, Flags, Indices
from graphmap.store.snapshot import Snapshot
from graphmap.text import clean_name
from graphmap.web.decisions import link
from graphmap.web.sharing import Held

PHRASES: Mapping[str, tuple[str, ...]] = {
    "since": ("country",),
    "border": (),
    "trial": ("across",),
    "ends": (),
    "contact": ("met",),
    "path": ("province", "city"),
    "known": (),
    "rivals": ("country", "sector"),
    "pair": ("first", "second"),
}
"""The phrases by the ends of their messages, and what each names; one that lacks a name is left out."""

DATED = ("ends", "known")
"""Of these there is one in either calendar."""

SOLAR = ("AFG", "IRN")
"""Homes whose months are those of the Solar calendar in any language."""

SHIPPED: Mapping[str, Mapping[str, str]] = {
    "IRN": {
        "country": "TUR",
        "across": "IQ-BA",
        "met": "IQ-AR",
        "province": "IR-21",
        "city": "city:geo:tbilisi",
        "first": "IR-25",
        "second": "IR-09",
    }
}
"""What is named where the store holds it, by the home country: of the sample that is looked at first."""


def list_examples(held: Held, language: Language) -> list[tuple[str, str]]:
    """Return phrases that a search reads, in a language, each with the address that reads it."""
    phrases = held.keep(f"examples {language.code}", lambda: list_phrases(held.snapshot, language))
    return [(phrase, link("/search", language, q=phrase)) for phrase in phrases]


def list_phrases(snapshot: Snapshot, language: Language) -> list[str]:
    """Return phrases that a search of a store reads, in a language."""
    named = name_examples(snapshot, language)
    common = "" if language.code == "fa" or snapshot.home in SOLAR else "-common"
    return [
        clean_name(language.words(f"serve-example-{phrase}{common if phrase in DATED else ''}", **named))
        for phrase, names in PHRASES.items()
        if all(name in named for name in names)
    ]


def name_examples(snapshot: Snapshot, language: Language) -> dict[str, str]:
    """Return what phrases name: places with which, and provinces of which, most is recorded."""
    ties, places, shipped = snapshot.ties, snapshot.places, SHIPPED.get(snapshot.home, {})
    own = ties.province >= 0
    countries = _rank(ties.country, ties.province, own)
    regions = _rank(ties.region, ties.province, own) or countries[1:]
    provinces = _rank(ties.province, ties.country, own)
    found = {
        "country": countries,
        "across": regions,
        "met": regions[1:] or regions,
        "province": provinces[-1:],
        "city": _rank(ties.city, ties.province, own) or regions or countries,
        "first": provinces,
        "second": provinces[1:],
    }
    named = {}
    for name, rows in found.items():
        row = places.find(shipped[name]) if name in shipped else -1
        if row >= 0 or rows:
            identity = places.ids[row if row >= 0 else rows[0]]
            named[name] = snapshot.directory.name(identity).in_language(language.code)
    if sector := _find_sector(snapshot):
        named["sector"] = SECTORS[sector] if language.code == "fa" else sector
    return named


def _rank(places: Indices, others: Indices, which: Flags) -> list[int]:
    """Return rows of places, first the one that most others have ties with; of equals the first."""
    which = which & (places >= 0) & (others >= 0)
    pairs = list_distinct(places[which].astype(np.int64) << 32 | others[which])
    counts = np.bincount(pairs >> 32)
    order = np.argsort(-counts, kind="stable")
    ranked: list[int] = order[: np.count_nonzero(counts)].tolist()
    return ranked


def _find_sector(snapshot: Snapshot) -> str:
    """Return the sector that most ties name, "" where none names any."""
    column = snapshot.ties.sectors
    counts: Counter[str] = Counter()
    for listed, count in zip(
        column.words, np.bincount(column.codes.astype(np.int64) + 1)[1:].tolist(), strict=False
    ):
        counts.update(dict.fromkeys(listed.split(ITEM_MARK), count))
    return min(counts, key=lambda sector: (-counts[sector], sector), default="")
