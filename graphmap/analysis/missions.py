"""Which missions there are between home and other countries on a day, and whether they are open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MissionThere:
    """A mission (a row of missions) of one country (a row of places) to another.

    `city` is the row of the place where it stands, -1 where not known. `roving` says that it stands in a
    third country and is accredited to this one. `status` is what is known of the day; `status_on` the day of
    that knowledge, None where not known.
    """

    row: int
    sender: int
    host: int
    city: int
    roving: bool
    status: str
    status_on: date | None


def find_missions(snapshot: Snapshot, as_of: date | None = None) -> tuple[MissionThere, ...]:
    """Find the missions between home and other countries, in the order of their ids.

    A mission is there for the country in which it stands, for each to which it is accredited on the day, and
    for each country that is in its district; on a day before it opened it is not there.
    """
    missions, home = snapshot.missions, snapshot.row(snapshot.home)
    hosts = _find_hosts(snapshot, as_of)
    found = []
    for row in range(len(missions)):
        sender, city = int(missions.sender[row]), int(missions.city[row])
        opened = missions.opened_earliest.day(row)
        if sender == NOTHING or (as_of is not None and opened is not None and as_of < opened):
            continue
        seat = NOTHING if city == NOTHING else int(snapshot.countries[city])
        for host in dict.fromkeys((seat, *sorted(hosts.get(row, ())))):
            if host != NOTHING and host != sender and home in (sender, host):
                status = judge_status(snapshot, row, as_of)
                day = missions.status_on.day(row)
                found.append(
                    MissionThere(
                        row, sender, host, city, NOTHING not in (seat, host) and seat != host, status, day
                    )
                )
    return tuple(found)


def judge_status(snapshot: Snapshot, row: int, as_of: date | None) -> str:
    """Return what is known of a mission on a day (None: what its record says): a status, or unknown.

    A record that is newer than the day does not tell of it; the days on which it opened and closed do.
    """
    missions = snapshot.missions
    status = missions.statuses[row] or UNKNOWN
    if as_of is None:
        return status
    opened, closed = missions.opened_latest.day(row), missions.closed_latest.day(row)
    if closed is not None and closed <= as_of:
        return "closed"
    known = missions.status_on.day(row)
    if status != UNKNOWN and (known is None or known <= as_of):
        return status
    at_least = missions.closed_earliest.day(row)
    if opened is not None and at_least is not None and opened <= as_of < at_least:
        return "open"
    return UNKNOWN


def _find_hosts(snapshot: Snapshot, as_of: date | None) -> dict[int, set[int]]:
    """Return the countries to which each mission is accredited, or which it covers, on a day or ever."""
    countries = snapshot.rows_of("Country")
    found: dict[int, set[int]] = {}
    for mission, place in _list_fields(snapshot, as_of):
        if place in countries:
            found.setdefault(mission, set()).add(place)
    return found


def _list_fields(snapshot: Snapshot, as_of: date | None) -> Iterator[tuple[int, int]]:
    for table, places in (
        (snapshot.accreditations, snapshot.accreditations.country),
        (snapshot.districts, snapshot.districts.place),
    ):
        for row in range(len(table)):
            since, until = table.since_earliest.day(row), table.until_latest.day(row)
            if as_of is None or (since or as_of) <= as_of < (until or date.max):
                yield int(table.mission[row]), int(places[row])
