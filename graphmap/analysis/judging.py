"""Judges ties to one target against each other as columns: the strongest verdict of each two provinces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from graphmap.analysis.measures import judge_rivalry
from graphmap.analysis.scope import OTHER_SECTOR
from graphmap.runs import part_runs, place_in_runs
from graphmap.scales import VERDICTS, Verdict

CELLS_AT_ONCE = 250_000
"""How many pairs of ties are judged in one go: few enough to stay in the processor's cache."""

Codes = npt.NDArray[np.int8]
"""Places on the scale of verdicts."""

Indices = npt.NDArray[np.int64]
"""Rows of a table."""

Flags = npt.NDArray[np.bool_]

Columns = Mapping[str, npt.NDArray[Any]]

_CODE = {verdict: np.int8(place) for place, verdict in enumerate(VERDICTS)}
NONE = _CODE["none"]
_BITS = ("common", "known", "certain", "presumed", "possible")
JUDGED = (
    *("certain_from", "certain_until", "since_earliest", "until_latest"),
    *("sectors", "certain", "presumed", "preparing", "event", "act"),
)
"""The columns of ties that a verdict is made of."""

ON_A_DAY = ("sectors", "certain", "presumed", "preparing", "event")
EVER = ("sectors", "certain_from", "certain_until", "since_earliest", "until_latest", "preparing", "event")
"""Those that decide between ties that rest on no act of several: on one day, and in the whole history."""


def _list_codes() -> Codes:
    """Return a verdict for each cell of bits: what two ties have in common, as the names of _BITS say."""
    codes = []
    for cell in range(1 << len(_BITS)):
        told = {name: bool(cell >> bit & 1) for bit, name in enumerate(_BITS)}
        sector = told["common"] if told["known"] else None
        time = False if not told["possible"] else True if told["certain"] else None
        codes.append(_CODE[judge_rivalry(True, time, sector, presumed=told["presumed"])])
    return np.array(codes, np.int8)


_CODE_OF_CELL = _list_codes()


@dataclass(frozen=True, eq=False)
class Judged:
    """What each two provinces are to each other: by ties in force, and by those of which one is not yet.

    Square tables of places on the scale of verdicts, alike on both sides of the diagonal, which is 0.
    """

    strength: Codes
    preparing: Codes

    def __eq__(self, other: object) -> bool:
        """Say whether both judge alike."""
        return (
            isinstance(other, Judged)
            and np.array_equal(self.strength, other.strength)
            and np.array_equal(self.preparing, other.preparing)
        )

    def __hash__(self) -> int:
        """Hash by all that it holds."""
        return hash((self.strength.tobytes(), self.preparing.tobytes()))

    def count(self, chosen: npt.NDArray[np.bool_]) -> dict[Verdict, int]:
        """Return how many of some pairs (of a square table, alike on both sides) have which verdict in force.

        The strongest first, those that no pair has left out.
        """
        counts = np.bincount(self.strength[np.triu(chosen, k=1)], minlength=len(VERDICTS)).tolist()
        return {verdict: count for verdict, count in reversed([*zip(VERDICTS, counts, strict=True)]) if count}

    @property
    def meet(self) -> npt.NDArray[np.bool_]:
        """Return which two are anything to each other."""
        found: npt.NDArray[np.bool_] = (self.strength > 0) | (self.preparing > 0)
        return found


def judge_ties(
    table: npt.NDArray[np.void], edges: Sequence[int], dated: bool, parts: npt.NDArray[np.bool_]
) -> Codes:
    """Return what each two of few ties are to each other, those not in force yet among them: a square table.

    What is given is what `judge_pairs` takes. Two ties of one province are compared, too.
    """
    return judge_cells(take_columns(table, edges, dated), np.arange(len(table)), dated, pad_parts(parts))


def find_meeting_ties(codes: Codes, mine: Flags, other: Flags) -> tuple[Indices, Indices]:
    """Return the rows of each two ties of two provinces that make the strongest verdict of the two.

    `codes` says what each tie of the one (a row each) is to each of the other, `mine` and `other` which of
    them are not in force yet. As two columns, empty where the two are nothing to each other. Where only ties
    not in force yet make a verdict, they are taken.
    """
    if mine.any() or other.any():
        in_force = np.where(mine[:, None] | other[None, :], NONE, codes)
        codes = in_force if in_force.any() else codes
    strongest = codes.max()
    if strongest == NONE:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    first, second = np.nonzero(codes == strongest)
    return first, second


def take_columns(table: npt.NDArray[np.void] | Columns, edges: Sequence[int], dated: bool) -> Columns:
    """Return the columns that ties are judged by, each by itself, with the place of the province of each."""
    names = {*(ON_A_DAY if dated else EVER), "act"}
    columns = {name: np.ascontiguousarray(table[name]) for name in names}
    return {**columns, "province": np.repeat(np.arange(len(edges) - 1), np.diff(edges))}


def pad_parts(parts: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_] | None:
    """Add an act in which nobody has a part, which ties without such an act rest on; None where none is."""
    return np.pad(parts, ((0, 0), (0, 1))) if parts.any() else None


def judge_cells(columns: Columns, one: Indices, dated: bool, acts: npt.NDArray[np.bool_] | None) -> Codes:
    """Judge some ties against all."""
    mine = {name: column[one, None] for name, column in columns.items()}
    other = {name: column[None, :] for name, column in columns.items()}
    if acts is None:
        return _judge(mine, other, dated, None)
    # What rests on an act of both is out, on either side; few rest on an act of several.
    out = np.zeros((len(mine["act"]), len(columns["act"])), np.bool_)
    for side, ties, others in ((out, mine, other), (out.T, other, mine)):
        number, province = ties["act"].ravel(), ties["province"].ravel()
        some = np.flatnonzero((number >= 0) & acts[province, number])
        side[some] |= acts[np.ix_(others["province"].ravel(), number[some])].T
    return _judge(mine, other, dated, out)


def judge_columns(mine: Columns, other: Columns, dated: bool) -> Codes:
    """Judge ties against others, row by row, of which none rests on an act of several."""
    return _judge(mine, other, dated, None)


def judge_twos(columns: Columns, firsts: Indices, middles: Indices, lasts: Indices, dated: bool) -> Codes:
    """Return the strongest verdict of ties in force of two provinces each, of many such twos at once.

    Of the two n the ties of the one are the rows `firsts[n]` to `middles[n]`, those of the other go on to
    `lasts[n]`. The column `act` numbers the acts in which both have a part, and is -1 elsewhere.
    """
    found = np.zeros(len(firsts), np.int8)
    there = lasts - middles
    cells = (middles - firsts) * there
    some = np.flatnonzero(cells)
    for part in (some[few] for few in part_runs(cells[some], CELLS_AT_ONCE)):
        two, place = np.repeat(part, cells[part]), place_in_runs(cells[part])
        rows = firsts[two] + place // there[two], middles[two] + place % there[two]
        mine, other = ({name: column[one] for name, column in columns.items()} for one in rows)
        codes = _judge(mine, other, dated, (mine["act"] >= 0) | (other["act"] >= 0))
        codes[mine["preparing"] | other["preparing"]] = NONE
        found[part] = np.maximum.reduceat(codes, np.flatnonzero(place == 0))
    return found


def _judge(mine: Columns, other: Columns, dated: bool, out: Flags | None) -> Codes:
    """Judge ties against others as measures.judge_rivalry does one pair; `out` rest on an act of both."""
    shared = mine["sectors"] & other["sectors"]
    # "other" is no sector in common.
    common = (mine["sectors"] & ~np.int64(OTHER_SECTOR) & other["sectors"]) != 0
    known = (mine["sectors"] != 0) & (other["sectors"] != 0) & (shared == 0)
    known |= common
    if dated:
        # Each tie is possibly in force that day, so both are, and certainly so if each is.
        certain = mine["certain"] & other["certain"]
        presumed = mine["presumed"] & other["presumed"]
        possible = np.ones_like(certain)
    else:
        certain = mine["certain_from"] < other["certain_until"]
        certain &= other["certain_from"] < mine["certain_until"]
        presumed = np.zeros_like(certain)
        possible = mine["since_earliest"] < other["until_latest"]
        possible &= other["since_earliest"] < mine["until_latest"]
    told = {"common": common, "known": known, "certain": certain, "presumed": presumed, "possible": possible}
    cells = np.zeros(common.shape, np.uint8)
    for bit, name in enumerate(_BITS):
        cells |= told[name].view(np.uint8) << np.uint8(bit)
    codes = np.take(_CODE_OF_CELL, cells)
    if out is not None:
        # What rests on an act of both is out, on either side, and the act itself is joint.
        codes[out] = NONE
        codes[(mine["act"] == other["act"]) & (mine["act"] >= 0)] = _CODE["joint"]
    if mine["event"].any() or other["event"].any():
        # Who was only met with is in contact, whatever act it was met at.
        codes[mine["event"] != other["event"]] = _CODE["in contact"]
        codes[mine["event"] & other["event"]] = NONE
    return codes
