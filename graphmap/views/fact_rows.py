"""The rows of numbers that a page carries for its script: ties, pairs, grounds, sources, other days."""

from __future__ import annotations

from typing import Any, NamedTuple, TypedDict

from graphmap.language import Code
from graphmap.scales import Level
from graphmap.views.page_data import Beside

BESIDE: tuple[Beside | None, ...] = (None, "event", "proposal", "ended")
"""Why a tie stands beside those that count, by the number that rows have for it; the first: it counts."""

NOT_THERE = -1
"""What a row holds where there is nothing."""


class TieRow(NamedTuple):
    """One tie: numbers of places, words, dates and sources; sectors as numbers of the page's.

    `key` is what its id has after its two ends (else the whole id), `attested` and `document` numbers of
    texts: what the CSV holds beside what is shown.
    """

    province: int
    country: int
    target: int
    city: int
    through: int
    kind: int
    sectors: tuple[int, ...]
    stage: int
    since: int
    until: int
    last_sign: int
    certainty: int
    beside: int
    sources: tuple[int, ...]
    key: str
    attested: int
    document: int


class PairRow(NamedTuple):
    """Two provinces where they meet; `verdicts` has a digit for all sectors, then one for each of the page's.

    A digit is a place among VERDICTS. `sectors` are common to both, `since` and `day` numbers of dates,
    `ties` how many make the verdict, `first` which of the two was there first (0, 1; -1 not known).
    """

    one: int
    other: int
    country: int
    target: int
    level: int
    verdicts: str
    sectors: tuple[int, ...]
    since: int
    day: int
    listed: bool
    ties: int
    first: int


class GroundRow(NamedTuple):
    """What can be said where nothing is recorded at a place, as numbers of lines (views/grounds.py)."""

    told: bool
    sentence: int
    notes: tuple[int, ...]
    open_ties: tuple[int, ...]
    passing: tuple[int, ...]
    unplaced: bool
    border: int
    missions: tuple[int, ...]


class SourceRow(NamedTuple):
    """A source: id, names a language (one if all are alike), address, grade, the number of a date of reading.

    `publisher` is blank where the name begins with it.
    """

    id: str
    names: tuple[str, ...]
    publisher: str
    url: str
    grade: str
    day: int


class DayRow(NamedTuple):
    """Another day that the page can show, as it is written and as it is said in each language.

    `ties` has a sign for each tie of the page: "-" is not there yet, a digit how sure it is that it counts
    (a place among CERTAINTIES), a letter why it stands beside (the first is the second of BESIDE). `pairs`
    are those of the day in their rank, each by its place among the page's own and then among `more`, and
    its verdict (a place among VERDICTS).
    """

    day: str
    said: tuple[str, ...]
    ties: str
    pairs: tuple[tuple[int, int], ...]
    more: tuple[PairRow, ...]


class Written(TypedDict):
    """All that the script of a page reads. A list a language is in the order of `languages`.

    `places` are ids with their names, `chains` the targets of a tie at all levels by its own; `dates` and
    `words` say texts. `whole` says that `pairs` holds all of them: else `cells` has verdicts
    of each province in each country, and `tallies` how many pairs of a country have which, by sector.
    `grounds` are what absences rest on, by place, in `lines`; `gaps` are lines of the whole page.
    """

    languages: tuple[Code, ...]
    levels: tuple[Level, ...]
    titles: tuple[str, ...]
    home: str
    file: str
    years: int
    places: tuple[tuple[str, ...], ...]
    countries: tuple[int, ...]
    provinces: tuple[int, ...]
    chains: dict[int, tuple[int, ...]]
    borders: tuple[tuple[int, int], ...]
    sectors: tuple[str, ...]
    words: dict[str, tuple[tuple[str, ...], ...]]
    dates: tuple[tuple[str, ...], ...]
    ties: tuple[TieRow, ...]
    pairs: tuple[PairRow, ...]
    own_day: tuple[str, ...]
    days: tuple[DayRow, ...]
    whole: bool
    cells: tuple[tuple[int, int, str], ...]
    tallies: dict[int, tuple[tuple[int, ...], ...]]
    lines: tuple[tuple[str, ...], ...]
    grounds: dict[int, GroundRow]
    gaps: tuple[int, ...]
    sources: tuple[SourceRow, ...]
    texts: tuple[str, ...]
    messages: tuple[dict[str, Any], ...]
