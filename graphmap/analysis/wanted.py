"""Where a tie is to be expected: across a border, where a mission is, where home or a province trades."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import fsum

from graphmap.analysis.missions import UNKNOWN, find_missions
from graphmap.dates import FIRST_DAY, OPEN, find_days
from graphmap.store.columns import NOTHING, WordLists
from graphmap.store.snapshot import Snapshot
from graphmap.store.tables import Borders, Trade
from graphmap.text import Name


@dataclass(frozen=True, slots=True)
class Border:
    """A province and what it borders on, rows of places; `km` is None where no source measures it whole.

    `crossings` are those on it that a source names; that there is no other, none says.
    """

    province: int
    target: int
    country: int
    km: float | None
    sources: tuple[str, ...]
    crossings: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Posts:
    """The missions between home and a country, in either direction, on a day.

    `open` are the ids of those that are open, `unknown` of those of which that is not known, `closed` of the
    others; `status_on` is the latest day from which any of it is known.
    """

    open: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    sides: int = 0
    status_on: date | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Partner:
    """A country with which home or a province (a row of places) trades, by the newest figure.

    `share` is the share from 0 to 1 of all its trade in that direction, None where not known.
    """

    start: int
    country: int
    flow: str
    share: float | None
    sources: tuple[str, ...]


def list_borders(snapshot: Snapshot, by_region: bool) -> list[Border]:
    """Return the land borders of the provinces with each region, or with each country: lengths added up."""
    borders, provinces = snapshot.borders, snapshot.rows_of("Province")
    found: dict[tuple[int, int], list[int]] = {}
    for row, (start, target) in enumerate(zip(borders.start.tolist(), borders.target.tolist(), strict=True)):
        country = int(snapshot.countries[target])
        if start in provinces and country != NOTHING:
            found.setdefault((start, target if by_region else country), []).append(row)
    listed = []
    for (province, target), rows in found.items():
        lengths = [float(borders.km[row]) for row in rows]
        km = None if any(length != length for length in lengths) else fsum(lengths)
        listed.append(
            Border(
                *(province, target, int(snapshot.countries[target]), km, _join(borders.sources, rows)),
                crossings=tuple(
                    dict.fromkeys(name for row in rows for name in _name_crossings(borders, row))
                ),
            )
        )
    return listed


def _name_crossings(borders: Borders, row: int) -> list[Name]:
    """Return the names of the crossings of a border; Persian where there is one."""
    persian = (*borders.crossings_fa[row], *[""] * len(borders.crossings[row]))
    return [Name(name, persian[place]) for place, name in enumerate(borders.crossings[row])]


def list_posts(snapshot: Snapshot, as_of: date | None) -> dict[int, Posts]:
    """Return the missions between home and each country that has any, by the row of the country."""
    home, missions = snapshot.row(snapshot.home), snapshot.missions
    there: dict[int, dict[int, str]] = {}
    days: dict[int, list[date]] = {}
    sides: dict[int, set[bool]] = {}
    for one in find_missions(snapshot, as_of):
        country = one.host if one.sender == home else one.sender
        there.setdefault(country, {})[one.row] = one.status
        sides.setdefault(country, set()).add(one.sender == home)
        if one.status_on is not None and (as_of is None or one.status_on <= as_of):
            days.setdefault(country, []).append(one.status_on)

    def choose(known: dict[int, str], *statuses: str) -> tuple[str, ...]:
        return tuple(missions.ids[row] for row, status in sorted(known.items()) if status in statuses)

    return {
        country: Posts(
            choose(known, "open"),
            choose(known, UNKNOWN),
            choose(known, *(set(known.values()) - {"open", UNKNOWN})),
            len(sides[country]),
            max(days.get(country, ()), default=None),
            _join(missions.sources, known),
        )
        for country, known in there.items()
    }


def list_partners(snapshot: Snapshot, as_of: date | None) -> list[Partner]:
    """Return with which countries home and the provinces trade, each once: the newest figure, the largest.

    A figure of a time that begins after the day tells nothing of it.
    """
    trade = snapshot.trade
    best: dict[tuple[int, int], tuple[tuple[date, float, str], int]] = {}
    home, provinces = snapshot.row(snapshot.home), snapshot.rows_of("Province")
    pairs = zip(trade.start.tolist(), trade.target.tolist(), strict=True)
    for row, (start, target) in enumerate(pairs):
        # What another country tells of its own trade, with home say, is no share of ours.
        if (start != home and start not in provinces) or target == home:
            continue
        (first, last), share = _find_time(trade, row), float(trade.share[row])
        if trade.goods[row] or (as_of is not None and first > as_of):
            continue
        rank = (last, -1.0 if share != share else share, trade.flows[row])
        if (start, target) not in best or rank > best[start, target][0]:
            best[start, target] = rank, row
    return [
        Partner(start, target, flow, None if share < 0 else share / 100, trade.sources[row])
        for (start, target), ((_, share, flow), row) in best.items()
    ]


def _find_time(trade: Trade, row: int) -> tuple[date, date]:
    """Return the first and the last day of which a figure tells."""
    if trade.year[row] >= 0:
        return date(int(trade.year[row]), 1, 1), date(int(trade.year[row]), 12, 31)
    first, _, last = (trade.periods[row] or "").partition(OPEN)
    return (find_days(first).earliest, find_days(last or first).latest) if first else (FIRST_DAY, FIRST_DAY)


def _join(column: WordLists, rows: Iterable[int]) -> tuple[str, ...]:
    """Return the sources of some rows, each once."""
    return tuple(dict.fromkeys(source for row in rows for source in column[row]))
