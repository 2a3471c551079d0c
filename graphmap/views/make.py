"""Makes the page of all views straight from a snapshot: what the command line asks for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from graphmap.scales import PRESUMED_YEARS, Level
from graphmap.schema import Country, Province
from graphmap.store.snapshot import Snapshot
from graphmap.views.days import carry_days
from graphmap.views.gather import gather_page_data
from graphmap.views.page import write_map
from graphmap.views.page_data import Choice, PageData
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
    presume: int = PRESUMED_YEARS,
    believed_on: date | None = None,
) -> None:
    """Write the page of all views, of what `gather_map` gathers.

    Raises what that raises; ViewError where the page cannot be made, WritingRefused where it may not be.
    """
    page = gather_map(snapshot, country, province, level, as_of, presume, believed_on)
    write_map(page, path, lang, overwrite)


def gather_map(
    snapshot: Snapshot,
    country: str | None = None,
    province: str | None = None,
    level: Level = "country",
    as_of: date | None = None,
    presume: int = PRESUMED_YEARS,
    believed_on: date | None = None,
) -> PageData:
    """Gather the page of all views; `country` and `province`, by code or any name, are chosen when it opens.

    `as_of` is the day on which ties must possibly hold, None for the whole history; what has no known end is
    presumed to go on for `presume` years. `believed_on` says that the snapshot is what was held on that day.
    Raises NameUnknown for a name that nothing bears.
    """
    places = snapshot.directory
    choice = Choice(
        country=places.find(Country.stored_as, country) if country else None,
        province=places.find(Province.stored_as, province) if province else None,
    )
    return carry_days(gather_page_data(snapshot, as_of, level, choice, presume, believed_on))
