"""What the page of a mission tells beside its ties: who sent it where, and the missions of both sides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
from markupsafe import Markup

from graphmap.analysis.missions import judge_status
from graphmap.directory import Directory
from graphmap.language import Language
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot
from graphmap.views.wording import say_choice
from graphmap.web.behind import write_missions_query
from graphmap.web.tables import MOST_ROWS, draw_name, draw_names, draw_table

HEADS = (
    "label-mission",
    "missions-sender",
    "missions-city",
    "evidence-kind",
    "serve-status",
    "serve-sources",
)


def find_sides(snapshot: Snapshot, row: int) -> tuple[int, int]:
    """Return who sent a mission and the country in which it stands (rows of places); -1 is not known."""
    missions = snapshot.missions
    city = int(missions.city[row])
    return int(missions.sender[row]), NOTHING if city == NOTHING else int(snapshot.countries[city])


def find_beside(snapshot: Snapshot, identity: str) -> list[int]:
    """Return the rows of the missions between the two countries of a mission, itself among them."""
    row = snapshot.missions.find(identity)
    sides = set() if row == NOTHING else set(find_sides(snapshot, row))
    if NOTHING in sides or len(sides) < 2:
        return []
    return [other for other in range(len(snapshot.missions)) if set(find_sides(snapshot, other)) == sides]


def name_sides(snapshot: Snapshot, identity: str) -> tuple[str, str]:
    """Return the ids of the sender of a mission and of the country in which it stands."""
    sender, host = find_sides(snapshot, snapshot.missions.find(identity))
    return snapshot.places.ids[sender], snapshot.places.ids[host]


def write_beside(snapshot: Snapshot, identity: str) -> str:
    """Write the query of the missions between the two countries of a mission."""
    return write_missions_query(*name_sides(snapshot, identity))


def draw_beside(
    snapshot: Snapshot, some: list[int], day: date, directory: Directory, language: Language
) -> Markup:
    """Draw missions as a table, each a link, with what is known of it on a day."""
    missions, ids = snapshot.missions, snapshot.places.ids

    def draw(row: int) -> list[Markup | str]:
        sender, city = int(missions.sender[row]), int(missions.city[row])
        kind, name = missions.kinds[row], directory.name(missions.ids[row])
        return [
            draw_name(missions.ids[row], name.in_language(language.code), directory, language),
            draw_names([ids[sender]], directory, language),
            draw_names([ids[city]], directory, language),
            say_choice(language, "Mission", "kind", kind) if kind else language.words("unknown"),
            say_status(snapshot, row, day, language),
            draw_names(missions.sources[row], directory, language),
        ]

    heads = [language.words(one) for one in HEADS]
    return draw_table(heads, [draw(row) for row in some][:MOST_ROWS], "missions-heading")


def say_status(snapshot: Snapshot, row: int, day: date | None, language: Language) -> str:
    """Say whether a mission is open on a day, and since when that is known."""
    status = say_choice(language, "Mission", "status", judge_status(snapshot, row, day))
    known = snapshot.missions.status_on.day(row)
    if known is None or not snapshot.missions.statuses[row]:
        return status
    return language.words("missions-status", status=status, day=known)


def list_mission_facts(
    snapshot: Snapshot, directory: Directory, identity: str, language: Language
) -> Iterator[tuple[str, Markup | str]]:
    """Yield what the store says of a mission: its sender, where it is accredited, its time, whether open."""
    missions, row, ids = snapshot.missions, snapshot.missions.find(identity), snapshot.places.ids
    if (sender := int(missions.sender[row])) != NOTHING:
        yield language.words("missions-sender"), draw_names([ids[sender]], directory, language)
    accredited = snapshot.accreditations
    hosts = [ids[int(place)] for place in accredited.country[accredited.mission == row]]
    if hosts:
        yield language.words("relation-accredited-to"), draw_names(sorted(set(hosts)), directory, language)
    for words, dates in (("missions-opened", missions.opened), ("missions-closed", missions.closed)):
        if written := dates[row]:
            yield language.words(words), language.date_text(written)
    yield language.words("serve-status"), say_status(snapshot, row, None, language)
    held = np.flatnonzero(snapshot.posts.mission == row).tolist()
    people = [snapshot.people.ids[int(snapshot.posts.person[post])] for post in held]
    if people:
        yield language.words("missions-held"), draw_names(dict.fromkeys(people), directory, language)
    yield language.words("serve-sources"), draw_names(missions.sources[row], directory, language)
