"""Where two provinces meet at a target: by which ties, in what, and since when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_
from typing import NamedTuple

from graphmap.analysis.blocks import Block
from graphmap.analysis.judging import find_meeting_ties, judge_ties
from graphmap.analysis.scope import OTHER_SECTOR, decode_sectors
from graphmap.dates import FIRST_DAY, LAST_DAY

_FIRST, _LAST = FIRST_DAY.toordinal(), LAST_DAY.toordinal()


class Meeting(NamedTuple):
    """Where two provinces meet: the ties that do, the sectors in which, and since when both are there.

    `named` are all sectors that both name there, in whatever ties in force.
    `since` is the date of the later of the two that met first, as the data write it, None where it is not
    known; `since_latest` the day by which both were there, None where no day shows it. `listed` says that
    the starts of all of them are unknown, so that no more than that day is known.
    """

    ties: tuple[str, ...]
    sectors: tuple[str, ...]
    named: tuple[str, ...]
    since: str | None
    since_latest: date | None
    listed: bool


def find_meeting(block: Block, one: int, other: int) -> Meeting:
    """Return by which ties two provinces are to each other what they most are, in what and since when."""
    rows = [*block.rows_of(one), *block.rows_of(other)]
    pairs = _find_meeting_ties(block, one, other)
    used = sorted({*pairs[0], *pairs[1]})
    since = {name: block.columns[name] for name in ("since_earliest", "since_latest")}
    latest, earliest, later = _LAST, _FIRST, 0
    if used:
        # Both are there from the later start of two ties; of several such days the earliest counts. Ties
        # are in the order of the last day of their start, of its first, and of their place.
        order = [(since["since_latest"][row], since["since_earliest"][row], n) for n, row in enumerate(rows)]
        latest, earliest, later = min(map(max, (order[n] for n in pairs[0]), (order[n] for n in pairs[1])))
    # What may have begun on any day to come began, at the latest, the day before it ends: never.
    known = latest < _LAST - 1
    codes = block.columns["sectors"]
    first, second = (_join_bits(codes[row] for row in block.list_in_force(part)) for part in (one, other))
    starts = {since["since_earliest"][rows[n]] for n in used}
    # What is not in force yet, and what passes, is in no sector together with anything.
    passes = [block.columns["preparing"][row] or block.columns["event"][row] for row in rows]
    told = [0 if out else codes[row] for out, row in zip(passes, rows, strict=True)]
    common = _join_bits(told[n] & told[m] for n, m in zip(*pairs, strict=True))
    return Meeting(
        ties=block.name_ties(rows[n] for n in used),
        sectors=decode_sectors(common & ~OTHER_SECTOR),
        named=decode_sectors(first & second & ~OTHER_SECTOR),
        since=block.since[rows[later]] if known and earliest > _FIRST else None,
        since_latest=date.fromordinal(latest) if known else None,
        listed=known and starts == {_FIRST},
    )


def _find_meeting_ties(block: Block, one: int, other: int) -> tuple[list[int], list[int]]:
    """Return each two ties by which two provinces are what they most are, by place among all of theirs."""
    sides = block.rows_of(one), block.rows_of(other)
    preparing = block.table["preparing"]
    first, second = (slice(side.start, side.stop) for side in sides)
    if block.codes is None:
        edges = (0, len(sides[0]), len(sides[0]) + len(sides[1]))
        rows = [*sides[0], *sides[1]]
        codes = judge_ties(block.table[rows], edges, block.dated, block.parts[[one, other]])
        codes = codes[: edges[1], edges[1] :]
    else:
        codes = block.codes[first, second]
    mine, theirs = find_meeting_ties(codes, preparing[first], preparing[second])
    return mine.tolist(), (theirs + len(sides[0])).tolist()


def _join_bits(codes: Iterable[int]) -> int:
    """Return all bits that any of some codes has."""
    return reduce(or_, codes, 0)
