"""Gathers what a page shows from a store's contents and its snapshot."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from graphmap.analysis.scope import Scope, select_ties
from graphmap.errors import ViewError
from graphmap.points import LatLon
from graphmap.scales import LEVELS, Level
from graphmap.schema import (
    AccreditedTo,
    Borders,
    Contents,
    Country,
    Covers,
    In,
    Mission,
    Named,
    Record,
    SentBy,
    Source,
)
from graphmap.store.snapshot import NOTHING, Snapshot
from graphmap.text import Name, clean_name
from graphmap.views.page_data import Choice, PageData, Place, ShownMission, ShownSource, ShownTie

OneRecord = TypeVar("OneRecord", bound=Record)


def gather_page_data(
    contents: Contents,
    snapshot: Snapshot,
    as_of: date | None,
    level: Level = "country",
    choice: Choice | None = None,
    findings: Mapping[str, tuple[Name, ...]] | None = None,
) -> PageData:
    """Gather what a page shows from a store's contents and its snapshot.

    `as_of` is the day on which ties must count, or None for the whole history. Raises ViewError when a chosen
    country, province or sector is not there.
    """
    places = _gather_places(snapshot)
    selection = select_ties(snapshot, Scope("country", as_of=as_of))
    ties = []
    columns, ids = snapshot.ties, snapshot.places.ids
    certain = dict(zip(selection.ties.tolist(), selection.certain.tolist(), strict=True))
    for row in sorted(certain):
        targets = {one: ids[at] for one in LEVELS if (at := int(snapshot.targets(one)[row])) != NOTHING}
        ties.append(
            ShownTie(
                id=columns.ids[row],
                province=ids[columns.province[row]],
                city=ids[columns.start[row]] if columns.municipal[row] else None,
                country=ids[columns.country[row]],
                target=ids[columns.target[row]],
                targets=targets,
                kind=columns.kinds[row],
                sectors=columns.sectors[row],
                stage=columns.stages[row],
                document=columns.documents[row],
                since=columns.since[row] or "",
                until=columns.until[row] or "",
                attested=columns.attested[row],
                certainty="certain" if certain[row] else "possible",
                sources=columns.sources[row],
            )
        )
    page = PageData(
        home=places[snapshot.home],
        places=places,
        provinces=tuple(snapshot.places.ids[row] for row in snapshot.rows_of("Province")),
        ties=tuple(ties),
        borders=_gather_borders(contents, snapshot),
        missions=_gather_missions(contents),
        sources=_gather_sources(contents, ties),
        as_of=as_of,
        level=level,
        choice=choice or Choice(),
        left_out=selection.counted.out_of_time + selection.counted.ended,
        unplaced=selection.counted.without_province + selection.counted.off_level,
        findings=findings or {},
    )
    _check_choice(page)
    return page


def list_records(contents: Contents, record: type[OneRecord]) -> list[OneRecord]:
    """Return the records of one class, by id."""
    return [one for one in contents.records(record.stored_as) if isinstance(one, record)]


def name_record(record: Named) -> Name:
    """Return a node's name in both languages."""
    english = clean_name(record.name or record.id or "")
    return Name(english, clean_name(record.name_fa) if record.name_fa else english)


def _gather_places(snapshot: Snapshot) -> dict[str, Place]:
    places = snapshot.places
    found = {}
    for row, identity in enumerate(places.ids):
        english = clean_name(places.names[row])
        persian = places.names_fa[row]
        point = LatLon(float(places.lat[row]), float(places.lon[row]))
        known = None if any(map(math.isnan, point)) else point
        name = Name(english, clean_name(persian) if persian else english)
        found[identity] = Place(identity, places.labels[row], name, known)
    return found


def _gather_borders(contents: Contents, snapshot: Snapshot) -> dict[tuple[str, str], tuple[str, ...]]:
    parents = {
        place: snapshot.places.ids[parent] if parent != NOTHING else None
        for place, parent in zip(snapshot.places.ids, snapshot.places.parent, strict=True)
    }
    labels = dict(zip(snapshot.places.ids, snapshot.places.labels, strict=True))
    found: dict[tuple[str, str], list[str]] = {}
    for border in list_records(contents, Borders):
        start, region = border.from_id or "", border.to_id or ""
        country = parents.get(region)
        if labels.get(start) == "Province" and country is not None:
            found.setdefault((start, country), []).append(region)
    return {pair: tuple(sorted(regions)) for pair, regions in sorted(found.items())}


def _gather_missions(contents: Contents) -> tuple[ShownMission, ...]:
    city_of = {one.from_id: one.to_id for one in list_records(contents, In)}
    sender_of = {one.from_id: one.to_id for one in list_records(contents, SentBy)}
    hosts: dict[str | None, str | None] = {}
    covering: tuple[type[Covers | AccreditedTo], ...] = (Covers, AccreditedTo)
    for relationship in covering:
        for one in list_records(contents, relationship):
            if isinstance(contents.nodes.get(one.to_id or ""), Country):
                hosts[one.from_id] = one.to_id

    def find_country(place: str | None) -> str | None:
        for _ in range(4):
            if place is None or isinstance(contents.nodes.get(place), Country):
                return place
            place = city_of.get(place)
        return None

    shown = []
    for mission in list_records(contents, Mission):
        city = city_of.get(mission.id)
        host = find_country(city) or hosts.get(mission.id)
        sender = sender_of.get(mission.id)
        if mission.id is None or sender is None or host is None:
            continue
        record = contents.nodes.get(city or "")
        lon = mission.lon if mission.lon is not None else getattr(record, "lon", None)
        lat = mission.lat if mission.lat is not None else getattr(record, "lat", None)
        point = LatLon(lat, lon) if lon is not None and lat is not None else None
        kind, status = mission.kind or "office", mission.status or "unknown"
        shown.append(ShownMission(mission.id, name_record(mission), kind, sender, host, city, status, point))
    return tuple(shown)


def _gather_sources(contents: Contents, ties: list[ShownTie]) -> tuple[ShownSource, ...]:
    used = {source for tie in ties for source in tie.sources}
    for kind in (Borders, Mission):
        used.update(
            source
            for one in contents.records(kind.stored_as)
            for source in getattr(one, "sources", None) or ()
        )
    return tuple(_show_source(source) for source in list_records(contents, Source) if source.id in used)


def _show_source(source: Source) -> ShownSource:
    return ShownSource(
        id=source.id or "",
        name=name_record(source),
        publisher=clean_name(source.publisher or ""),
        url=source.url or "",
        retrieved=source.retrieved,
        licence=clean_name(source.licence or ""),
        grade=source.grade or "",
        invented=source.is_invented(),
    )


def _check_choice(page: PageData) -> None:
    choice = page.choice
    if choice.country and choice.country not in page.countries:
        known = ", ".join(page.countries)
        raise ViewError(f"no tie or border leads to {choice.country}; countries on this page: {known}")
    if choice.province and choice.province not in page.provinces:
        raise ViewError(
            f"{choice.province} is no province of this graph; these are: {', '.join(page.provinces)}"
        )
    if choice.sector and choice.sector not in page.sectors:
        known = ", ".join(page.sectors) or "none, for no tie names a sector"
        raise ViewError(f"no tie lies in the sector {choice.sector}; sectors on this page: {known}")
