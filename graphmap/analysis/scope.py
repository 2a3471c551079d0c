"""What an analysis looks at (level, day, country, sector) and which ties count there, surely or possibly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypedDict

import numpy as np
import numpy.typing as npt

from graphmap.dates import FIRST_DAY, LAST_DAY
from graphmap.errors import GraphmapError, NameUnknown
from graphmap.scales import LEVELS, Level
from graphmap.schema.rules.counting import SUSPENDED
from graphmap.schema.sectors import SECTORS
from graphmap.store.snapshot import NOTHING, Flags, Indices, Snapshot
from graphmap.text import NameIndex

if TYPE_CHECKING:
    from graphmap.language import Language

Gap = Literal["sectors", "dates", "start", "end", "doubtful", "suspended"]
"""What may not be known of a tie: its sectors; both its dates, or only when it began, or only the end;
or its dates are marked doubtful, or it is suspended since a day that is not said."""

GAPS: tuple[Gap, ...] = ("sectors", "dates", "start", "end", "doubtful", "suspended")


@dataclass(frozen=True, slots=True)
class Scope:
    """What to look at: a level; a day (None: the whole history); a country and a sector (None: all).

    `until` is the horizon of the whole history, the first day that is not counted; with `as_of` the horizon
    is the day after it. `country` is the id of a foreign one, or any of its names.
    """

    level: Level
    as_of: date | None = None
    until: date | None = None
    country: str | None = None
    sector: str | None = None

    def __post_init__(self) -> None:
        """Refuse what is no level, day or sector; GraphmapError."""
        if self.level not in LEVELS:
            raise GraphmapError(f"'{self.level}' is not a level; right would be one of {', '.join(LEVELS)}")
        for name, day in (("as_of", self.as_of), ("until", self.until)):
            if day is not None and not FIRST_DAY < day < LAST_DAY:
                raise GraphmapError(f"{name}: {day} stands for an open date; right would be a day of history")
        if self.as_of is not None and self.until is not None:
            raise GraphmapError("until is the horizon of the whole history; give either as_of or until")
        if self.sector is not None and self.sector not in SECTORS:
            known = NameIndex(
                [*((word, word) for word in SECTORS), *((fa, en) for en, fa in SECTORS.items())]
            )
            near = tuple((name, identity) for name, identity, _ in known.nearest(self.sector, 3))
            raise NameUnknown(self.sector, "sector", near)

    @property
    def horizon(self) -> date | None:
        """Return the first day that is not counted, None where there is no horizon."""
        return self.until if self.as_of is None else self.as_of + timedelta(days=1)

    def as_json(self) -> dict[str, str | None]:
        """Return what was asked for by name, days as ISO texts."""
        asked = ((name, getattr(self, name)) for name in self.__slots__)
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in asked}


class Asked(TypedDict, total=False):
    """What every analysis may be asked for beside the level: the other fields of a Scope."""

    as_of: date | None
    until: date | None
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many ties an analysis looked at, and why the others do not count; numbers of ties.

    Each tie of `total` is in just one of: `counted`, `without_province`, `off_level` (its target is coarser
    than the level, or nothing says in what place it lies), `elsewhere` (another country), `out_of_time`
    (not in force on the day), `ended` (its stage says so, no date does), `other_sector`. Of those counted,
    `possible` do so possibly only, `sectors_unknown` name no sector, `municipal` were made by a city,
    `pipeline` are not in force yet.
    """

    total: int
    counted: int
    without_province: int
    off_level: int
    elsewhere: int
    out_of_time: int
    ended: int
    other_sector: int
    possible: int
    sectors_unknown: int
    municipal: int
    pipeline: int

    def sentence(self, language: Language) -> str:
        """Say it in a language, the reasons that apply only."""
        clauses = [language.words("counted-ties", counted=self.counted, total=self.total)]
        clauses += [
            language.words(f"counted-{name.replace('_', '-')}", ties=number)
            for name in REASONS
            if (number := getattr(self, name))
        ]
        return language.words("clause-mark").join(clauses) + "."

    def as_json(self) -> dict[str, int]:
        """Return the numbers by name."""
        return {name: getattr(self, name) for name in self.__slots__}


REASONS = (
    "municipal",
    "possible",
    "sectors_unknown",
    "pipeline",
    "without_province",
    "off_level",
    "elsewhere",
    "out_of_time",
    "ended",
    "other_sector",
)
"""The numbers of it that are said, in the order in which they are."""


@dataclass(frozen=True, eq=False)
class Selection:
    """The ties that count in a scope, as columns; `ties` are rows of the snapshot, by target and province.

    `certain` says that a tie counts certainly. `sectors` holds a bit a sector, 0 where none is known.
    """

    snapshot: Snapshot
    scope: Scope
    ties: Indices
    target: Indices
    province: Indices
    certain: Flags
    sectors: npt.NDArray[np.int64]
    counted: Counted

    @cached_property
    def gaps(self) -> dict[Gap, Flags]:
        """Return, for each thing that may not be known, of which ties it is not."""
        ties, rows = self.snapshot.ties, self.ties
        first, last = (np.datetime64(day) for day in (FIRST_DAY, LAST_DAY))
        start = (ties.since_earliest[rows] == first) & (ties.since_latest[rows] != first)
        end = (ties.until_latest[rows] == last) & (ties.until_earliest[rows] != last)
        return {
            "sectors": self.sectors == 0,
            "dates": start & end,
            "start": start & ~end,
            "end": end & ~start,
            "doubtful": ties.doubtful[rows],
            "suspended": np.array([ties.stages[row] == SUSPENDED for row in rows.tolist()], dtype=bool),
        }


def select_ties(snapshot: Snapshot, scope: Scope) -> Selection:
    """Select the ties that count in a scope.

    What counts on a day, and how surely, is a property of each tie (schema/rules/counting.py). In the whole
    history every tie counts, and certainly so, whatever its dates: two provinces both had it; whether they
    had it at once is what rivals are judged by. A tie that is not in force yet counts, possibly; where a
    sector is asked for, so does one of no known sector. Raises NameUnknown or NameUnclear for the country,
    GraphmapError for the home country.
    """
    if scope.country is not None:
        scope = replace(scope, country=snapshot.directory.find_foreign_country(scope.country))
    columns = snapshot.ties
    total = len(columns.ids)
    sectors = columns.sectors.map(encode_sectors, np.int64)
    certain = ~columns.preparing
    target = snapshot.targets(scope.level)

    left = np.ones(total, dtype=bool)
    counts: dict[str, int] = {}

    def leave_out(name: str, which: Flags) -> None:
        nonlocal left
        counts[name] = int(np.count_nonzero(left & which))
        left = left & ~which

    leave_out("without_province", columns.province == NOTHING)
    unplaced = target == NOTHING
    if scope.country is None:
        leave_out("off_level", unplaced)
        counts["elsewhere"] = 0
    else:
        country = snapshot.row(scope.country)
        leave_out("off_level", unplaced | (columns.country == NOTHING))
        leave_out("elsewhere", columns.country != country)
    if scope.as_of is None:
        counts["out_of_time"] = counts["ended"] = 0
    else:
        counts_then, certain = snapshot.counting_on(scope.as_of)
        on = np.datetime64(scope.as_of)
        leave_out("out_of_time", (on < columns.since_earliest) | (columns.until_latest <= on))
        leave_out("ended", ~counts_then)
    if scope.sector is None:
        counts["other_sector"] = 0
    else:
        bit = np.int64(1 << _SECTOR_PLACE[scope.sector])
        leave_out("other_sector", (sectors != 0) & (sectors & bit == 0))
        certain = certain & (sectors != 0)
        sectors = sectors & bit

    left_rows = np.flatnonzero(left)
    ties: Indices = left_rows[np.lexsort((left_rows, columns.province[left_rows], target[left_rows]))].astype(
        np.int32
    )
    counted = Counted(
        total=total,
        counted=len(ties),
        possible=int(np.count_nonzero(~certain[ties])),
        sectors_unknown=int(np.count_nonzero(sectors[ties] == 0)),
        municipal=int(np.count_nonzero(columns.municipal[ties])),
        pipeline=int(np.count_nonzero(columns.preparing[ties])),
        **counts,
    )
    return Selection(
        snapshot,
        scope,
        ties,
        target[ties],
        columns.province[ties],
        certain[ties],
        sectors[ties],
        counted,
    )


_SECTOR_PLACE = {word: place for place, word in enumerate(SECTORS)}


def encode_sectors(words: tuple[str, ...]) -> int:
    """Return a code with a bit for each sector, 0 where there is none."""
    return sum(1 << _SECTOR_PLACE[word] for word in set(words))


def decode_sectors(code: int) -> tuple[str, ...]:
    """Return the sectors of a code.

    >>> decode_sectors(0b101)
    ('trade', 'tourism')
    """
    return tuple(word for word, place in _SECTOR_PLACE.items() if code >> place & 1)
