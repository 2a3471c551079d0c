"""Judges the provinces of a target, or of many: the strongest verdict of each two, in steps of columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from graphmap.analysis.distinct import list_distinct
from graphmap.analysis.judging import (
    CELLS_AT_ONCE,
    EVER,
    NONE,
    ON_A_DAY,
    Codes,
    Columns,
    Indices,
    Judged,
    judge_cells,
    judge_columns,
    pad_parts,
    take_columns,
)
from graphmap.runs import list_rows, part_runs


def judge_pairs(
    table: npt.NDArray[np.void] | Columns, edges: Sequence[int], dated: bool, parts: npt.NDArray[np.bool_]
) -> Judged:
    """Return the strongest verdict of each two provinces, of ties in force and of those not yet.

    The ties of province n are the rows `edges[n]` to `edges[n + 1]` of the table; `dated` says that all of
    them count on one day, `parts` which province (a row each) has a part in which act of several.
    """
    width = len(edges) - 1
    columns, acts = take_columns(table, edges, dated), pad_parts(parts)
    passes = columns["preparing"].any()
    found = [np.zeros((width, width), np.int8) for _ in range(1 + int(passes))]
    plain = np.flatnonzero(columns["act"] < 0) if acts is not None else slice(None)
    _judge_alike({name: column[plain] for name, column in columns.items()}, found, dated)
    if acts is not None:
        for rows in _split(np.flatnonzero(columns["act"] >= 0), len(columns["act"])):
            _judge_bound(columns, rows, edges, found, dated, acts)
    for square in found:
        np.fill_diagonal(square, NONE)
    return Judged(found[0], found[1] if passes else make_empty(width))


def make_empty(width: int) -> Codes:
    """Return a table of pairs that are nothing, which takes no room and cannot be changed."""
    return np.broadcast_to(NONE, (width, width))


def _judge_alike(columns: Columns, found: list[Codes], dated: bool) -> None:
    """Judge ties that rest on no act of several, sort by sort: many are alike in all that decides.

    What each sort of ties is to each province, and then each province by its sorts to each: row by row, so
    that it takes as long as there are provinces and sorts, and not pairs of ties.
    """
    if not len(columns["province"]):
        return
    sort, samples = _number_sorts(columns, dated)
    sorts = len(samples["preparing"])
    pairs = list_distinct(columns["province"] * sorts + sort)
    province, sort = np.divmod(pairs, sorts)
    starts = np.flatnonzero(np.diff(province, prepend=-1))
    here = province[starts]
    order = np.argsort(sort, kind="stable")
    # The sorts from `low` on to each other's provinces; few enough to stay in the processor's cache.
    for low in range(0, sorts, step := max(1, 16 * CELLS_AT_ONCE // sorts)):
        strip = slice(low, min(low + step, sorts))
        codes = _judge_sorts(samples, strip, dated)
        either = samples["preparing"][:, None] | samples["preparing"][None, strip]
        begin, end = np.searchsorted(sort[order], (strip.start, strip.stop))
        mine = np.sort(order[begin:end])
        for number, square in enumerate(found):
            told = np.where(either == bool(number), codes, NONE) if len(found) > 1 else codes
            if not told.any():
                continue
            # Of each sort of the strip (a row each) the strongest to each province.
            known = np.zeros((told.shape[1], square.shape[1]), np.int8)
            known[:, here] = _find_strongest_in_parts(told, sort, starts).T
            for rows in _split_by(province[mine], mine, square.shape[1]):
                first = np.flatnonzero(np.diff(province[rows], prepend=-1))
                best = _find_strongest(known, first, sort[rows] - low)
                at = province[rows][first]
                square[at] = np.maximum(square[at], best)


def _find_strongest_in_parts(codes: Codes, sort: Indices, starts: Indices) -> Codes:
    """Return the greatest of the rows of the sorts of each province, so many provinces at a time."""
    ends = np.append(starts[1:], len(sort))
    found = np.empty((len(starts), codes.shape[1]), np.int8)
    low = 0
    most = max(1, 16 * CELLS_AT_ONCE // codes.shape[1])
    while low < len(starts):
        high = max(low + 1, int(np.searchsorted(ends, starts[low] + most, side="right")))
        rows = sort[starts[low] : ends[high - 1]]
        found[low:high] = _find_strongest(codes, starts[low:high] - starts[low], rows)
        low = high
    return found


def _split_by(province: Indices, rows: Indices, width: int) -> Iterator[Indices]:
    """Yield rows in order, few at a time and never the ties of one province apart."""
    starts = np.append(np.flatnonzero(np.diff(province, prepend=-1)), len(rows))
    low, most = 0, max(1, 16 * CELLS_AT_ONCE // width)
    while low < len(starts) - 1:
        high = max(low + 1, int(np.searchsorted(starts, starts[low] + most, side="right")) - 1)
        yield rows[starts[low] : starts[high]]
        low = high


def _number_sorts(columns: Columns, dated: bool) -> tuple[Indices, Columns]:
    """Return a number for each tie, the same for those alike in all that decides, and a tie of each."""
    names = [name for name in (ON_A_DAY if dated else EVER) if name in columns]
    number = np.zeros(len(columns["province"]), np.int64)
    for name in names:
        values, codes = np.unique(columns[name], return_inverse=True)
        if len(values) > 1:
            number = np.unique(number * len(values) + codes, return_inverse=True)[1]
    _, first, sort = np.unique(number, return_index=True, return_inverse=True)
    return sort, {name: columns[name][first] for name in names}


def _judge_sorts(samples: Columns, strip: slice, dated: bool) -> Codes:
    """Judge all sorts of ties (a row each) against some."""
    mine = {name: column[:, None] for name, column in samples.items()}
    other = {name: column[None, strip] for name, column in samples.items()}
    count = len(samples["preparing"])
    codes = np.empty((count, strip.stop - strip.start), np.int8)
    height = max(1, CELLS_AT_ONCE // codes.shape[1])
    for low in range(0, count, height):
        part = slice(low, low + height)
        codes[part] = judge_columns({name: column[part] for name, column in mine.items()}, other, dated)
    return codes


def _judge_bound(
    columns: Columns,
    rows: Indices,
    edges: Sequence[int],
    found: list[Codes],
    dated: bool,
    acts: npt.NDArray[np.bool_],
) -> None:
    """Judge some ties that rest on an act of several against all, and keep the strongest both ways round."""
    codes = judge_cells(columns, rows, dated, acts)
    either = columns["preparing"][rows, None] | columns["preparing"][None, :]
    province = columns["province"][rows]
    first = np.flatnonzero(np.diff(province, prepend=-1))
    at = province[first]
    for number, square in enumerate(found):
        told = np.where(either == bool(number), codes, NONE)
        to_each = _find_strongest(np.ascontiguousarray(told.T), np.array(edges[:-1])).T
        best = _find_strongest(np.ascontiguousarray(to_each), first)
        square[at] = np.maximum(square[at], best)
        square[:, at] = np.maximum(square[:, at], best.T)


def _split(rows: Indices, width: int) -> list[Indices]:
    """Return rows so many at a time that they make no more cells than are judged in one go."""
    height = max(1, CELLS_AT_ONCE // max(width, 1))
    return [rows[low : low + height] for low in range(0, len(rows), height)]


def _find_strongest(codes: Codes, starts: Indices, rows: Indices | None = None) -> Codes:
    """Return the greatest of the rows from each start to the next, cell by cell; of all, or of some in order.

    As `numpy.maximum.reduceat` does, which takes five times as long where most have a row or two.
    """
    sizes = np.diff(starts, append=len(codes) if rows is None else len(rows))
    strongest = codes[starts if rows is None else rows[starts]]
    for place in range(1, int(sizes.max(initial=0))):
        more = np.flatnonzero(sizes > place)
        next_ = starts[more] + place
        strongest[more] = np.maximum(strongest[more], codes[next_ if rows is None else rows[next_]])
    return strongest


def judge_small(
    columns: Columns, edges: Indices, places: Indices, widths: Indices, dated: bool
) -> tuple[Codes, Codes | None]:
    """Return what `judge_pairs` does, of many targets of few ties on which no act of several stands.

    All in one go: NumPy takes as long of two ties as of thousands. The ties of target n are the rows
    `edges[n]` to `edges[n + 1]`, `places` the place of each one's province there, `widths` how many provinces
    there are. The tables stand one after the other, those of ties not in force yet None where none is.
    """
    sizes = np.diff(edges)
    ends = np.cumsum(widths * widths)
    found = np.zeros(int(ends[-1]) if len(ends) else 0, np.int8)
    not_yet = np.zeros_like(found) if columns["preparing"].any() else None
    begin = np.repeat(ends - widths * widths, sizes)
    width = np.repeat(widths, sizes)
    # Each tie against those after it at its target.
    rows = np.arange(len(begin))
    after = np.repeat(edges[1:], sizes) - rows - 1
    for part in part_runs(after, CELLS_AT_ONCE):
        mine, other = np.repeat(rows[part], after[part]), list_rows(rows[part] + 1, after[part])
        apart = places[mine] != places[other]
        mine, other = mine[apart], other[apart]
        codes = judge_columns(
            {name: column[mine] for name, column in columns.items()},
            {name: column[other] for name, column in columns.items()},
            dated,
        )
        either = columns["preparing"][mine] | columns["preparing"][other]
        for one, two in ((mine, other), (other, mine)):
            at = begin[one] + places[one] * width[one] + places[two]
            if not_yet is not None:
                np.maximum.at(not_yet, at[either], codes[either])
            np.maximum.at(found, at[~either], codes[~either])
    return found, not_yet
