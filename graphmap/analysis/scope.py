"""What an analysis looks at (level, day, country, sector) and which ties count there, surely or possibly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, TypedDict, get_args

import numpy as np
import numpy.typing as npt

from graphmap.dates import FIRST_DAY, LAST_DAY
from graphmap.errors import GraphmapError, NameUnknown
from graphmap.plain import plain_value
from graphmap.scales import CERTAINTIES, LEVELS, NATURES, PRESUMED_YEARS, Level, Natures
from graphmap.schema.kinds_of_tie import KINDS_OF_TIE
from graphmap.schema.rules.counting import SUSPENDED
from graphmap.schema.sectors import SECTORS
from graphmap.store.snapshot import NOTHING, Flags, Indices, Snapshot
from graphmap.text import NameIndex

if TYPE_CHECKING:
    from graphmap.language import Language

Unknown = Literal["sectors", "dates", "start", "end", "suspended", "sign"]
"""What may not be known of a tie: its sectors; both its dates, or only when it began, or only the end;
or it is suspended since a day that is not said; or its last sign of life is too old to presume it goes on."""

UNKNOWNS: tuple[Unknown, ...] = get_args(Unknown)


@dataclass(frozen=True, slots=True)
class Scope:
    """What to look at: a level; a day (None: the whole history); a country and a sector (None: all).

    `until` is the horizon of the whole history, the first day that is not counted; with `as_of` the horizon
    is the day after it. `country` is the id of a foreign one, or any of its names. On a day, a commitment of
    unknown end is presumed to go on for `presume` years after its last sign of life. `kinds` keeps ties of
    these kinds (None: all); `nature` says on which ties an answer rests.
    """

    level: Level
    as_of: date | None = None
    until: date | None = None
    country: str | None = None
    sector: str | None = None
    presume: int = PRESUMED_YEARS
    kinds: tuple[str, ...] | None = None
    nature: Natures = "commitments"

    def __post_init__(self) -> None:
        """Refuse what is no level, day, sector, kind or nature; GraphmapError."""
        for asked, what, words in (
            (self.level, "level", LEVELS),
            (self.nature, "nature", NATURES),
            *((kind, "kind of tie", tuple(KINDS_OF_TIE)) for kind in self.kinds or ()),
        ):
            if asked not in words:
                raise GraphmapError(f"'{asked}' is not a {what}; right would be one of {', '.join(words)}")
        if self.presume < 0:
            raise GraphmapError(f"presume: {self.presume} years are none; right would be 0 or more")
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

    def as_json(self) -> dict[str, str | int | list[str] | None]:
        """Return what was asked for by name, days as ISO texts."""
        return {name: plain_value(getattr(self, name)) for name in self.__slots__}


class Asked(TypedDict, total=False):
    """What every analysis may be asked for beside the level: the other fields of a Scope."""

    as_of: date | None
    until: date | None
    country: str | None
    sector: str | None
    presume: int
    kinds: tuple[str, ...] | None
    nature: Natures


@dataclass(frozen=True, slots=True)
class Counted:
    """How many ties an analysis looked at, and why the others do not count; numbers of ties.

    Each tie of `total` is in just one of: `counted`, `without_province`, `off_level` (its target is coarser
    than the level, or nothing says in what place it lies), `elsewhere` (another country), `out_of_time`
    (not in force on the day), `ended` (its stage says so, no date does), `other_sector`, `other_kind` (of
    another kind or nature than asked for), `pipeline` (not in force yet), `events` (a contact that passes,
    where commitments are asked about). Of those counted, `possible` do so possibly only, `presumed` by
    presumption only, `sectors_unknown` name no sector, `municipal` were made by a city.
    """

    total: int
    counted: int
    without_province: int
    off_level: int
    elsewhere: int
    out_of_time: int
    ended: int
    other_sector: int
    other_kind: int
    pipeline: int
    events: int
    possible: int
    presumed: int
    sectors_unknown: int
    municipal: int

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
    "presumed",
    "possible",
    "sectors_unknown",
    "pipeline",
    "events",
    "without_province",
    "off_level",
    "elsewhere",
    "out_of_time",
    "ended",
    "other_sector",
    "other_kind",
)
"""The numbers of it that are said, in the order in which they are."""


@dataclass(frozen=True, eq=False)
class Selection:
    """The ties that count in a scope, as columns; `ties` are rows of the snapshot, by target and province.

    `certainty` is how surely each counts, as a place among CERTAINTIES. `sectors` holds a bit a sector, 0
    where none is known. `silent` is the last sign of life of what counts possibly only because that is too
    old, else the far mark. `present` says of each whether it makes its province one that is there; the others
    stand beside: those not in force yet, and events where commitments are asked about.
    """

    snapshot: Snapshot
    scope: Scope
    ties: Indices
    target: Indices
    province: Indices
    certainty: npt.NDArray[np.int8]
    sectors: npt.NDArray[np.int64]
    silent: npt.NDArray[np.datetime64]
    present: Flags
    counted: Counted

    @property
    def certain(self) -> Flags:
        """Return which of them count certainly."""
        found: Flags = self.certainty == CERTAINTIES.index("certain")
        return found

    @cached_property
    def silent_by(self) -> npt.NDArray[np.datetime64]:
        """Return the latest day that each sign in `silent` may have been: of `1984`, the end of that year."""
        first = np.datetime64(FIRST_DAY, "D")
        old = self.silent > first
        if not old.any():
            return self.silent
        latest: npt.NDArray[np.datetime64] = np.where(old, self.snapshot.latest_signs[self.ties], first)
        return latest

    @cached_property
    def doubts(self) -> dict[Unknown, Flags]:
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
            "suspended": ties.stages.is_in([SUSPENDED])[rows],
            "sign": self.silent > first,
        }


def select_ties(snapshot: Snapshot, scope: Scope, *, beside: bool = False) -> Selection:
    """Select the ties that count in a scope, and with `beside` those that stand beside them.

    What counts on a day, and how surely, is a property of each tie (schema/rules/counting.py). In the whole
    history every tie counts, and certainly so, whatever its dates: two provinces both had it; whether they
    had it at once is what rivals are judged by. Where a sector is asked for, a tie of no known sector counts,
    possibly. What is not in force yet, and an event where commitments are asked about, stands beside. Raises
    NameUnknown or NameUnclear for the country, GraphmapError for the home country.
    """
    if scope.country is not None:
        scope = replace(scope, country=snapshot.find_foreign_country(scope.country))
    columns = snapshot.ties
    total = len(columns.ids)
    sectors = columns.sectors.map(encode_sectors, np.int64)
    certain = presumed = ~columns.preparing
    silent: npt.NDArray[np.datetime64] = np.full(total, np.datetime64(FIRST_DAY, "D"))
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
        counts_then, certain, presumed, silent = snapshot.judge_on(scope.as_of, scope.presume)
        leave_out(
            "ended", ~counts_then & columns.said_ended & (columns.counts_from <= np.datetime64(scope.as_of))
        )
        leave_out("out_of_time", ~counts_then)
    if scope.sector is None:
        counts["other_sector"] = 0
    else:
        bit = np.int64(1 << _SECTOR_PLACE[scope.sector])
        leave_out("other_sector", (sectors != 0) & (sectors & bit == 0))
        certain, presumed = certain & (sectors != 0), presumed & (sectors != 0)
        sectors = sectors & bit
    events = columns.nature.is_in(["event"])
    other = ~events if scope.nature == "events" else np.zeros(total, dtype=bool)
    if scope.kinds is not None:
        other = other | ~columns.kinds.is_in(scope.kinds)
    leave_out("other_kind", other)

    selected = left
    leave_out("pipeline", columns.preparing)
    leave_out("events", events if scope.nature == "commitments" else np.zeros(total, dtype=bool))
    certainty = np.array([1, 0, 2, 3], np.int8)[presumed * 2 + certain]
    counted = Counted(
        total=total,
        counted=int(np.count_nonzero(left)),
        possible=int(np.count_nonzero(left & ~presumed)),
        presumed=int(np.count_nonzero(left & presumed & ~certain)),
        sectors_unknown=int(np.count_nonzero(left & (sectors == 0))),
        municipal=int(np.count_nonzero(left & columns.municipal)),
        **counts,
    )
    rows = np.flatnonzero(selected if beside else left)
    cells = target[rows].astype(np.int64) * len(snapshot.places.ids) + columns.province[rows]
    ties: Indices = rows[np.argsort(cells, kind="stable")].astype(np.int32)
    return Selection(
        snapshot,
        scope,
        ties,
        target[ties],
        columns.province[ties],
        certainty[ties],
        sectors[ties],
        silent[ties],
        left[ties],
        counted,
    )


_SECTOR_PLACE = {word: place for place, word in enumerate(SECTORS)}

OTHER_SECTOR = 1 << _SECTOR_PLACE["other"]
"""The code of the sector "other", which is no sector: two that share it share unknown ground."""


def encode_sectors(words: tuple[str, ...]) -> int:
    """Return a code with a bit for each sector, 0 where there is none."""
    return sum(1 << _SECTOR_PLACE[word] for word in set(words))


@lru_cache(4096)
def decode_sectors(code: int) -> tuple[str, ...]:
    """Return the sectors of a code.

    >>> decode_sectors(0b101)
    ('trade', 'tourism')
    """
    return tuple(word for word, place in _SECTOR_PLACE.items() if code >> place & 1)
