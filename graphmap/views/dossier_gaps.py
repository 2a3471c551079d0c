"""Gaps and missions: borders without a document, and posts abroad with how old the knowledge of them is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from graphmap.language import Language
from graphmap.views.dossier_ground import Ground, Record, say_absences
from graphmap.views.dossier_parts import Cell, Row, Said, Section, Subject, Table
from graphmap.views.page_data import ShownMission
from graphmap.views.short_dates import say_short_date
from graphmap.views.wording import say_choice

MOST_BORDERS = 20
"""How many borders the table holds."""

MOST_MISSIONS = 8
"""How many missions of one side a sentence names."""


def make_gaps_section(ground: Ground, subject: Subject, one: Language) -> Section | None:
    """Say which borders have no document across them, on what that rests, and what could break it."""
    if subject.kind == "pair":
        return None
    country_of = {pair: regions for pair, regions in ground.page.borders.items() if _is_meant(subject, pair)}
    if not country_of:
        return None
    without = [
        (province, country)
        for province, country in country_of
        if not any(record.holds for record in ground.list_records(country, province))
    ]
    table = _draw_borders(ground, one, country_of) if subject.kind == "border" else None
    lead: list[Said] = []
    if without:
        names = [ground.name(province if subject.country else country, one) for province, country in without]
        message = "dossier-gaps-country" if subject.country else "dossier-gaps-province"
        lead.append(
            Said(
                one.words(
                    message,
                    name=ground.name(subject.ids[0], one),
                    names=one.list_names(names),
                    count=len(without),
                    of=len(country_of),
                )
            )
        )
        lead += say_absences(ground, without, one)
    else:
        ties = tuple(
            record.id
            for province, country in country_of
            for record in ground.list_records(country, province)
            if record.holds
        )
        message = "dossier-gaps-none-country" if subject.country else "dossier-gaps-none-province"
        name = ground.name(subject.ids[0], one)
        lead.append(Said(one.words(message, name=name, count=len(country_of)), ties))
    return Section("gaps", one.words("dossier-gaps"), lead=tuple(lead), table=table)


def _is_meant(subject: Subject, pair: tuple[str, str]) -> bool:
    province, country = pair
    return subject.country == country if subject.country else province in subject.provinces


def _draw_borders(
    ground: Ground, one: Language, borders: dict[tuple[str, str], tuple[str, ...]]
) -> Table | None:
    """Draw each border of a province with a region: how long, and what is recorded across it."""
    lengths = _measure(ground)
    rows = []
    for (province, country), regions in borders.items():
        records = ground.list_records(country, province)
        for region in regions:
            across = [record for record in records if ground.find_region(record.target) == region]
            held = [record for record in across if record.holds]
            km = lengths.get((province, region))
            rows.append(
                Row(
                    (
                        Cell(ground.name(province, one), strong=True),
                        Cell(ground.name(region, one)),
                        Cell(one.number(round(km)) if km is not None else "–"),
                        _count(one, held),
                        _count(one, [record for record in across if record.is_event]),
                        _count(one, [record for record in records if record.holds]),
                    ),
                    tuple(record.id for record in records),
                )
            )
    heads = ("province", "region", "km", "across", "visits", "in-country")
    named = tuple(one.words(f"dossier-head-{name}") for name in heads)
    return Table(named, (24, 24, 11, 14, 12, 15), tuple(rows[:MOST_BORDERS])) if rows else None


def _count(one: Language, records: Sequence[Record]) -> Cell:
    """Count records, and of these the documents of which it is not known whether they hold."""
    doubtful = sum(record.holds and record.certainty == "possible" for record in records)
    if doubtful:
        return Cell(one.words("dossier-count-possible", count=len(records), possible=doubtful))
    return Cell(one.number(len(records))) if records else Cell("–", quiet=True)


def _measure(ground: Ground) -> dict[tuple[str, str], float]:
    borders, ids = ground.snapshot.borders, ground.snapshot.places.ids
    rows = zip(borders.start.tolist(), borders.target.tolist(), borders.km.tolist(), strict=True)
    return {(ids[start], ids[target]): km for start, target, km in rows if not math.isnan(km)}


# ---------------------------------------------------------------------------- missions


def make_missions_section(ground: Ground, subject: Subject, one: Language) -> Section | None:
    """Say which missions there are, with the age of their status; None where none of them is a subject's."""
    if subject.kind == "pair":
        return None
    home, missions = ground.page.home.id, ground.page.missions
    lead: list[Said] = []
    if country := subject.country:
        sides = {
            "there": [m for m in missions if (m.sender, m.host) == (home, country)],
            "here": [m for m in missions if (m.sender, m.host) == (country, home)],
        }
        for side, some in sides.items():
            if some:
                named = {
                    "home": ground.name(home, one),
                    "country": ground.name(country, one),
                    "names": _list_missions(ground, one, some),
                }
                lead.append(Said(one.words(f"dossier-missions-{side}", **named)))
        if not all(sides.values()):
            missing = "both" if not any(sides.values()) else "there" if not sides["there"] else "here"
            sent = {"home": ground.name(home, one), "country": ground.name(country, one)}
            lead.append(Said(one.words(f"dossier-missions-none-{missing}", **sent)))
            lead.append(Said(ground.page.absences.judge("missions", country).sentence(one)))
    else:
        province = subject.ids[0]
        some = [
            m for m in missions if m.city and m.sender != home and ground.find_province(m.city) == province
        ]
        name = ground.name(province, one)
        if not some:
            lead.append(Said(one.words("dossier-missions-none-province", province=name)))
            lead.append(Said(ground.page.absences.judge("missions", province).sentence(one)))
        else:
            names = _list_missions(ground, one, some, with_sender=True)
            lead.append(Said(one.words("dossier-missions-province", province=name, names=names)))
    return Section("missions", one.words("dossier-missions"), lead=tuple(lead))


def _list_missions(
    ground: Ground, one: Language, missions: Sequence[ShownMission], with_sender: bool = False
) -> str:
    """List missions, those of one kind, status and day together."""
    groups: dict[tuple[str, str, date | None], list[str]] = {}
    for mission in missions[:MOST_MISSIONS]:
        city = ground.name(mission.city or mission.host, one)
        name = ground.name(mission.sender, one) if with_sender else city
        if mission.roving:
            name = one.words("dossier-mission-roving", city=city)
        groups.setdefault((mission.kind, mission.status, mission.status_on), []).append(name)
    said = [
        one.words(
            "dossier-mission-of" if with_sender else "dossier-mission",
            kind=say_choice(one, "Mission", "kind", kind),
            names=one.list_names(names),
            status=say_status(ground, one, status, day),
        )
        for (kind, status, day), names in groups.items()
    ]
    listed = one.words("clause-mark").join(said)
    if (more := len(missions) - MOST_MISSIONS) > 0:
        listed = one.words("dossier-and-more", listed=listed, more=more)
    return listed


def say_status(ground: Ground, one: Language, status: str, day: date | None) -> str:
    """Say what is known of a mission, since when that is known, and how old the knowledge is."""
    told = one.words(f"dossier-status-{status}")
    if day is None or (ground.as_of is not None and day > ground.as_of):
        return told
    years = 0 if ground.as_of is None else (ground.as_of - day).days // 365
    message = "dossier-status-told" if status == "unknown" else "dossier-status-on"
    return one.words(message, status=told, date=say_day(day, one), years=years)


def say_day(day: date, one: Language) -> str:
    """Say a day in the reader's calendar, as a table or list does."""
    return say_short_date(day.isoformat(), one)
