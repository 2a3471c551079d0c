"""Makes pages straight from a store: what the command line asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from graphmap.errors import NameUnknown
from graphmap.language import CODES, language
from graphmap.schema import Contents, Country, Province, Record
from graphmap.store.snapshot import Level, Snapshot
from graphmap.text import NameIndex
from graphmap.views.page import write_map
from graphmap.views.page_data import Choice, Name, gather_page_data, list_records
from graphmap.views.wording import Wanted

if TYPE_CHECKING:
    from graphmap.store.contract import Store


def make_map(
    store: Store,
    path: Path,
    country: str | None = None,
    province: str | None = None,
    level: Level = "country",
    as_of: date | None = None,
    lang: Wanted = "both",
) -> None:
    """Write the page of all views; `country` and `province`, by code or any name, are chosen when it opens.

    `as_of` is the day on which ties must possibly hold, None for the whole history. Raises NameUnknown for a
    name that nothing bears, ViewError where the page cannot be made or written.
    """
    contents, snapshot = store.contents(), store.snapshot()
    choice = Choice(
        country=find_place(contents, Country, country) if country else None,
        province=find_place(contents, Province, province) if province else None,
    )
    findings = say_findings(snapshot, as_of)
    write_map(gather_page_data(contents, snapshot, as_of, level, choice, findings), path, lang)


def find_place(contents: Contents, record: type[Country] | type[Province], name: str) -> str:
    """Find a country or province by its code or any of its names; NameUnknown gives the three nearest."""
    places = list_records(contents, record)
    codes = {code.upper(): place.id or "" for place in places for code in _list_codes(place)}
    if name.strip().upper() in codes:
        return codes[name.strip().upper()]
    names = NameIndex(
        (known, place.id or "")
        for place in places
        for known in (place.name, place.name_fa, *(place.aliases or ()))
        if known
    )
    found = names.exact(name)
    if len(found) == 1:
        return found[0]
    raise NameUnknown(
        name, record.stored_as.lower(), [(known, near) for known, near, _ in names.nearest(name, 3)]
    )


def _list_codes(place: Record) -> list[str]:
    return [code for code in (place.id, getattr(place, "iso2", None)) if code]


def say_findings(snapshot: Snapshot, as_of: date | None) -> Mapping[str, tuple[Name, ...]]:
    """Say, for each country, what the analysis of rivals finds there."""
    from graphmap.analysis.rivals import find_rivals

    english, persian = (language(code) for code in CODES)
    rivals = find_rivals(snapshot, "country", as_of=as_of)
    return {
        rivalry.target.id: (Name(rivalry.sentence(english), rivalry.sentence(persian)),) for rivalry in rivals
    }
