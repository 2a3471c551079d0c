"""Gathers what a page shows from a snapshot."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np

from graphmap.analysis.absence import Absences
from graphmap.analysis.missions import find_missions
from graphmap.analysis.scope import Scope, select_ties
from graphmap.errors import ViewError
from graphmap.points import LatLon
from graphmap.scales import CERTAINTIES, LEVELS, PRESUMED_YEARS, Certainty, Level
from graphmap.store.snapshot import NOTHING, Snapshot
from graphmap.store.tables import Missions, Named, Places
from graphmap.text import Name, clean_name
from graphmap.views.page_data import Beside, Choice, PageData, Place, ShownMission, ShownSource, ShownTie


def gather_page_data(
    snapshot: Snapshot,
    as_of: date | None,
    level: Level = "country",
    choice: Choice | None = None,
    presume: int = PRESUMED_YEARS,
    believed_on: date | None = None,
) -> PageData:
    """Gather what a page shows from a snapshot.

    `as_of` is the day on which ties must count, or None for the whole history; what has no known end is
    presumed to go on for `presume` years. `believed_on` says that the snapshot holds what was recorded up to
    that day, None for all. Raises ViewError when a chosen country, province or sector is not there.
    """
    places = _gather_places(snapshot)
    selection = select_ties(snapshot, Scope("country", as_of=as_of, presume=presume))
    counted = dict(zip(selection.ties.tolist(), selection.certainty.tolist(), strict=True))
    ties = [_gather_tie(snapshot, row, CERTAINTIES[counted[row]], None) for row in sorted(counted)]
    aside = [
        _gather_tie(snapshot, row, "none", why)
        for row, why in list_beside(snapshot, as_of)
        if row not in counted
    ]
    page = PageData(
        home=places[snapshot.home],
        places=places,
        provinces=tuple(snapshot.places.ids[row] for row in snapshot.rows_of("Province")),
        ties=tuple(ties),
        borders=_gather_borders(snapshot),
        missions=_gather_missions(snapshot, as_of),
        sources=_gather_sources(snapshot, [*ties, *aside]),
        as_of=as_of,
        level=level,
        absences=Absences(snapshot, as_of),
        choice=choice or Choice(),
        beside=tuple(aside),
        presume=presume,
        believed_on=believed_on,
        left_out=selection.counted.out_of_time + selection.counted.ended,
        unplaced=selection.counted.without_province + selection.counted.off_level,
    )
    _check_choice(page)
    return page


def _gather_tie(snapshot: Snapshot, row: int, certainty: Certainty, beside: Beside | None) -> ShownTie:
    columns, ids = snapshot.ties, snapshot.places.ids
    return ShownTie(
        id=columns.ids[row],
        province=ids[columns.province[row]],
        city=ids[columns.start[row]] if columns.through[row] else None,
        through=columns.through[row],
        country=ids[columns.country[row]],
        target=ids[columns.target[row]],
        targets={one: ids[at] for one in LEVELS if (at := int(snapshot.targets(one)[row])) != NOTHING},
        kind=columns.kinds[row],
        sectors=columns.sectors[row],
        stage=columns.stages[row],
        document=columns.documents[row],
        since=columns.since[row] or "",
        until=columns.until[row] or "",
        attested=columns.attested[row],
        certainty=certainty,
        sources=columns.sources[row],
        beside=beside,
        last_sign=None if beside == "event" else snapshot.find_last_sign(row),
        url=columns.urls[row] or "",
    )


def list_beside(snapshot: Snapshot, as_of: date | None) -> Iterator[tuple[int, Beside]]:
    """Yield the ties of known ends, and why one may not count; what cannot have begun by then is left out."""
    ties = snapshot.ties
    placed = (ties.province != NOTHING) & (snapshot.targets("country") != NOTHING)
    if as_of is not None:
        placed &= ties.since_earliest <= np.datetime64(as_of)
    events = ties.nature.is_in(["event"])
    for row in np.flatnonzero(placed).tolist():
        yield row, "event" if events[row] else "proposal" if ties.preparing[row] else "ended"


def _find_name(table: Named, row: int) -> Name:
    return Name(clean_name(table.names[row]), clean_name(table.names_fa[row] or ""))


def _find_point(table: Places | Missions, row: int) -> LatLon | None:
    point = LatLon(float(table.lat[row]), float(table.lon[row]))
    return None if any(map(math.isnan, point)) else point


def _gather_places(snapshot: Snapshot) -> dict[str, Place]:
    places = snapshot.places
    labels = list(places.labels)
    return {
        identity: Place(identity, labels[row], _find_name(places, row), _find_point(places, row))
        for row, identity in enumerate(places.ids)
    }


def _gather_borders(snapshot: Snapshot) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return, for each province and country that touch, the regions across the border."""
    ids, borders = list(snapshot.places.ids), snapshot.borders
    provinces = snapshot.rows_of("Province")
    found: dict[tuple[str, str], list[str]] = {}
    for start, region in zip(borders.start.tolist(), borders.target.tolist(), strict=True):
        country = int(snapshot.countries[region])
        if start in provinces and country != NOTHING:
            found.setdefault((ids[start], ids[country]), []).append(ids[region])
    return {pair: tuple(sorted(regions)) for pair, regions in sorted(found.items())}


def _gather_missions(snapshot: Snapshot, as_of: date | None) -> tuple[ShownMission, ...]:
    missions, places, ids = snapshot.missions, snapshot.places, snapshot.places.ids
    return tuple(
        ShownMission(
            id=missions.ids[one.row],
            name=_find_name(missions, one.row),
            kind=missions.kinds[one.row] or "office",
            sender=ids[one.sender],
            host=ids[one.host],
            city=None if one.city == NOTHING else ids[one.city],
            status=one.status,
            status_on=one.status_on,
            roving=one.roving,
            point=_find_point(missions, one.row)
            or (None if one.city == NOTHING else _find_point(places, one.city)),
        )
        for one in find_missions(snapshot, as_of)
    )


def _gather_sources(snapshot: Snapshot, ties: list[ShownTie]) -> tuple[ShownSource, ...]:
    """Return the sources of the ties shown, of borders and of missions, and those that claim to be whole."""
    claiming = zip(snapshot.sources.ids, snapshot.sources.covers, strict=True)
    resting = Counter(source for tie in ties for source in dict.fromkeys(tie.sources))
    used = set(resting) | {one for one, claims in claiming if claims}
    used |= snapshot.borders.sources.items() | snapshot.missions.sources.items()
    sources = snapshot.sources
    return tuple(
        ShownSource(
            id=identity,
            name=_find_name(sources, row),
            publisher=clean_name(sources.publishers[row] or ""),
            url=sources.urls[row] or "",
            retrieved=sources.retrieved.day(row),
            licence=clean_name(sources.licences[row] or ""),
            grade=sources.grades[row] or "",
            invented=bool(sources.invented[row]),
            note=Name(sources.notes[row] or "", sources.notes_fa[row] or ""),
            covers=sources.covers[row],
            ties=resting[identity],
        )
        for row, identity in enumerate(sources.ids)
        if identity in used
    )


def _check_choice(page: PageData) -> None:
    choice = page.choice
    place = page.places.get(choice.country or "")
    if choice.country and (place is None or place.label != "Country" or choice.country == page.home.id):
        right = ", ".join(replace(page, choice=Choice()).countries)
        raise ViewError(f"{choice.country} is no foreign country of this graph; countries with ties: {right}")
    for province in filter(None, (choice.province, choice.other)):
        if province not in page.provinces:
            raise ViewError(
                f"{province} is no province of this graph; these are: {', '.join(page.provinces)}"
            )
    if choice.sector and choice.sector not in page.sectors:
        known = ", ".join(page.sectors) or "none, for no tie names a sector"
        raise ViewError(f"no tie lies in the sector {choice.sector}; sectors on this page: {known}")
