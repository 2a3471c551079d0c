"""Divides the ties that count into blocks, one a target: columns side by side, cut where a target ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from graphmap.analysis.blocks import BOUNDS, Block
from graphmap.analysis.findings import name_place
from graphmap.analysis.judging import CELLS_AT_ONCE, JUDGED, judge_small
from graphmap.analysis.scope import Selection
from graphmap.scales import SURE
from graphmap.store.snapshot import NOTHING, Indices, Snapshot

Cell = TypeVar("Cell")

SMALL = 16
"""Of how many ties at most a target is judged together with others."""

_EPOCH = date(1970, 1, 1).toordinal()
_CERTAIN = ("certain_from", "certain_until")

COLUMNS = np.dtype(
    [
        *((name, np.int32) for name in (*BOUNDS, *_CERTAIN)),
        ("sectors", np.int64),
        ("intensity", np.float64),
        ("doubts", np.uint8),
        ("silent", np.int32),
        ("silent_by", np.int32),
        ("act", np.int32),
        *(
            (name, np.bool_)
            for name in ("certain", "presumed", "proves", "preparing", "event", "present", "municipal")
        ),
    ]
)
"""What a block holds of each tie: bounds as ordinals of days, a bit a sector, a bit a doubt, the last sign
of life where it is too old (else the far mark) as the first and the last day that it may be, flags, and the
number of the act of several of its provinces that it rests on (-1: of none)."""


def divide_by_target(selection: Selection) -> Iterator[Block]:
    """Yield a block a target, in the order of their rows."""
    table, snapshot, scope = _tabulate(selection), selection.snapshot, selection.scope
    names = {row: name_place(snapshot, row) for row in sorted(set(selection.province.tolist()))}
    documents = snapshot.ties.documents.words
    ids = _list_cells(snapshot.ties.ids, selection.ties)
    since = _list_cells(snapshot.ties.since, selection.ties)
    horizon = None if scope.horizon is None else scope.horizon.toordinal()
    edges = np.flatnonzero(np.diff(selection.target, prepend=-1, append=-1))
    parties = list_parties(snapshot, selection.ties)
    for start, stop in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        province = selection.province[start:stop]
        firsts = [0, *(np.flatnonzero(province[1:] != province[:-1]) + 1).tolist()]
        part = table[start:stop].copy()
        part["act"], parts, acts = _number_acts(part["act"], province[firsts], parties)
        part.flags.writeable = parts.flags.writeable = False
        yield Block(
            target=name_place(snapshot, int(selection.target[start])),
            provinces=tuple(names[row] for row in province[firsts].tolist()),
            edges=(*firsts, stop - start),
            ids=tuple(ids[start:stop]),
            since=tuple(since[start:stop]),
            table=part,
            parts=parts,
            acts=tuple(documents[act] for act in acts),
            horizon=horizon,
            dated=scope.as_of is not None,
            rows=province[firsts],
            sector=scope.sector,
        )


def _list_cells(column: Sequence[Cell], rows: Indices) -> list[Cell]:
    """Return the values of some rows. To walk a column takes as long as to reach a tenth of its cells."""
    cells = list(column) if len(rows) * 10 > len(column) else column
    return [cells[row] for row in rows.tolist()]


def judge_blocks(blocks: Sequence[Block]) -> None:
    """Judge the pairs of small blocks of one scope many at a time; each keeps what its pairs are.

    Most targets have two ties or three, and NumPy takes as long of each alone as of all together.
    """
    small = [
        block for block in blocks if len(block.table) <= SMALL and len(block.provinces) > 1 and not block.acts
    ]
    step = CELLS_AT_ONCE // SMALL**2
    for first in range(0, len(small), step):
        some = small[first : first + step]
        found = judge_small([one.table for one in some], [one.edges for one in some], some[0].dated)
        for block, judged in zip(some, found, strict=True):
            block.__dict__["judged"] = judged  # as a cached property keeps it


def list_parties(snapshot: Snapshot, chosen: Indices) -> dict[int, frozenset[int]]:
    """Return for each act of some ties the provinces of which a commitment rests on it, anywhere, ever."""
    ties = snapshot.ties
    acts = ties.documents.codes
    # One more, which -1 finds, stands for no act.
    asked = np.zeros(len(ties.documents.words) + 1, np.bool_)
    asked[acts[chosen]] = True
    asked[NOTHING] = False
    rests = np.flatnonzero(asked[acts] & (ties.province != NOTHING))
    rests = rests[~ties.nature.take(rests).is_in(["event"])]
    pairs = sorted({*zip(acts[rests].tolist(), ties.province[rests].tolist(), strict=True)})
    return {
        act: frozenset(province for _, province in some)
        for act, some in groupby(pairs, key=lambda pair: pair[0])
    }


def _number_acts(
    documents: Indices, provinces: Indices, parties: Mapping[int, frozenset[int]]
) -> tuple[Indices, npt.NDArray[np.bool_], list[int]]:
    """Return for each tie the number, from 0, of the act that two of the provinces have a part in; else -1.

    And for each province in which of these acts it has a part, and the acts by their number.
    """
    acts = np.full(len(documents), NOTHING, np.int32)
    if (documents == NOTHING).all():
        return acts, np.zeros((len(provinces), 0), np.bool_), []
    here = provinces.tolist()
    known = {act: parties.get(act, frozenset()) for act in dict.fromkeys(documents.tolist())}
    there = frozenset(here)
    shared = [act for act, party in known.items() if len(party) > 1 and len(party & there) > 1]
    for number, act in enumerate(shared):
        acts[documents == act] = number
    parts = np.zeros((len(here), len(shared)), np.bool_)
    place = {province: row for row, province in enumerate(here)}
    for number, act in enumerate(shared):
        parts[[place[province] for province in known[act] & there], number] = True
    return acts, parts, shared


def list_judged(selection: Selection) -> dict[str, npt.NDArray[Any]]:
    """Return the columns that a selection's ties are judged by; `act` numbers the documents."""
    ties, rows = selection.snapshot.ties, selection.ties
    return {
        **{name: _number_days(getattr(ties, name)[rows]) for name in JUDGED if name in (*BOUNDS, *_CERTAIN)},
        "sectors": selection.sectors,
        "certain": selection.certain,
        "presumed": selection.certainty >= SURE,
        "preparing": ties.preparing[rows],
        "event": ties.nature.is_in(["event"])[rows],
        "act": ties.documents.codes[rows].astype(np.int32),
    }


def _number_days(days: npt.NDArray[np.datetime64]) -> Indices:
    return (days.astype("datetime64[D]").astype(np.int64) + _EPOCH).astype(np.int32)


def _tabulate(selection: Selection) -> npt.NDArray[np.void]:
    """Return the columns of a selection's ties side by side, so that a target's can be taken in one go."""
    ties, rows = selection.snapshot.ties, selection.ties
    table = np.empty(len(rows), COLUMNS)
    for name, column in list_judged(selection).items():
        table[name] = column
    for name in {*BOUNDS} - {*JUDGED}:
        table[name] = _number_days(getattr(ties, name)[rows])
    table["intensity"], table["proves"] = ties.intensity[rows], ties.proves[rows]
    table["municipal"], table["present"] = ties.municipal[rows], selection.present
    for name in ("silent", "silent_by"):
        table[name] = _number_days(getattr(selection, name))
    table["doubts"] = 0
    for bit, flags in enumerate(selection.doubts.values()):
        table["doubts"] |= flags.astype(np.uint8) << np.uint8(bit)
    return table
