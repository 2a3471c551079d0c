"""Makes the page of all views straight from a snapshot: what the command line asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from graphmap.language import CODES, load_language
from graphmap.scales import Level
from graphmap.schema import Country, Province
from graphmap.store.snapshot import Snapshot
from graphmap.text import Name
from graphmap.views.gather import gather_page_data
from graphmap.views.page import write_map
from graphmap.views.page_data import Choice
from graphmap.views.wording import Wanted


def make_map(
    snapshot: Snapshot,
    path: Path,
    country: str | None = None,
    province: str | None = None,
    level: Level = "country",
    as_of: date | None = None,
    lang: Wanted = "both",
    overwrite: bool = False,
) -> None:
    """Write the page of all views; `country` and `province`, by code or any name, are chosen when it opens.

    `as_of` is the day on which ties must possibly hold, None for the whole history. Raises NameUnknown for a
    name that nothing bears, ViewError where the page cannot be made, WritingRefused where it may not be
    written.
    """
    places = snapshot.directory
    choice = Choice(
        country=places.find(Country.stored_as, country) if country else None,
        province=places.find(Province.stored_as, province) if province else None,
    )
    findings = say_findings(snapshot, as_of)
    write_map(gather_page_data(snapshot, as_of, level, choice, findings), path, lang, overwrite)


def say_findings(snapshot: Snapshot, as_of: date | None) -> Mapping[str, tuple[Name, ...]]:
    """Say, for each country, what the analysis of rivals finds there."""
    from graphmap.analysis.rivals import find_rivals

    english, persian = (load_language(code) for code in CODES)
    rivals = find_rivals(snapshot, "country", by="target", as_of=as_of)
    return {
        rivalry.target.id: (Name(rivalry.remark(english), rivalry.remark(persian)),) for rivalry in rivals
    }
