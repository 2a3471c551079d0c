"""Try a mapping on a file and write nothing: which rows become records, which do not, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graphmap.errors import Fault, Place
from graphmap.exchange.known import Known
from graphmap.exchange.mapping import Where, collect_mapped, find_faults
from graphmap.exchange.mapping_format import FileMapping
from graphmap.exchange.tables import Row
from graphmap.schema import Relationship


@dataclass(frozen=True, slots=True)
class Missed:
    """A row of which no record comes, and why: its faults, or the reason for which it is left out."""

    row: Row
    why: tuple[str, ...]
    is_fault: bool


@dataclass(frozen=True, slots=True)
class Tried:
    """How a mapping reads some files: how many rows there are, how many become records, which do not.

    `said_again` counts the rows that say what an earlier one says; `faults` are those of no row.
    """

    rows: int
    made: int
    said_again: int
    missed: tuple[Missed, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]

    def reasons(self) -> list[tuple[str, int, bool]]:
        """Return why rows are missed, how many for each reason, and whether it is a fault; most first."""
        counts: dict[tuple[str, bool], int] = {}
        for one in self.missed:
            for why in one.why[:1]:
                counts[why, one.is_fault] = counts.get((why, one.is_fault), 0) + 1
        return sorted(((why, n, bad) for (why, bad), n in counts.items()), key=lambda one: (-one[1], one[0]))


def try_mapping(paths: Iterable[Path], mapping: FileMapping, known: Known, encoding: str = "") -> Tried:
    """Read files through a mapping, and hold what comes of each row against what is known. Writes nothing."""
    read = collect_mapped(paths, mapping, known, encoding=encoding)
    faults: dict[Where, list[Fault]] = {}
    loose = []
    for fault in read.faults or find_faults(read.batch, known):
        if fault.where is not None and fault.where.line is not None and _key(fault.where) in read.rows:
            faults.setdefault(_key(fault.where), []).append(fault)
        else:
            loose.append(fault)
    written = {write.record for table in mapping.tables for write in table.writes}
    made = {
        _key(entry.place)
        for entry in read.batch.entries
        if entry.place is not None
        and isinstance(entry.record, Relationship)
        and entry.record.stored_as in written
    } - set(faults)
    missed = []
    for where, row in read.rows.items():
        if where in faults:
            said = dict.fromkeys(_say(fault) for fault in faults[where])
            missed.append(Missed(row, tuple(said), True))
        elif where in read.left_out and where not in made:
            # Of a row of a wide table some cells may be left out.
            missed.append(Missed(row, (read.left_out[where],), False))
    again = len(read.rows) - len(missed) - len(made)
    return Tried(len(read.rows), len(made), max(0, again), tuple(missed), tuple(loose), read.batch.notes)


def _key(place: Place) -> Where:
    return place.file, place.sheet, place.line


def _say(fault: Fault) -> str:
    """Say what is wrong in a row, without the place."""
    return Fault(fault.problem, fault.right, None, fault.column, fault.value).sentence()
