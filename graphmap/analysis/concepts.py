"""Formal concepts of a table of yes and no: the largest sets of rows that all have the same columns.

A concept (Wille 1982; Ganter and Wille 1999) is a set of rows and a set of columns such that every row has
every column, no other row has all of them, and no other column is had by all. They are found by Close-by-One
(Kuznetsov 1993): each closed set of columns is made once, from its first columns on, with sets as bits of
whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def list_bits(code: int) -> Iterator[int]:
    """Yield the places of the bits of a code, the lowest first.

    >>> list(list_bits(0b1101))
    [0, 2, 3]
    """
    while code:
        yield (code & -code).bit_length() - 1
        code &= code - 1


class TooMuchWork(Exception):
    """There are more concepts than the work that was allowed can find."""


def find_concepts(
    rows: Sequence[int], width: int, least_rows: int, most_work: int | None = None
) -> Iterator[tuple[int, int]]:
    """Yield each concept of a table with at least so many rows: its rows and its columns, as bits.

    `rows` holds the columns of each row as bits, `width` is how many columns there are, `least_rows` is 1 or
    more. The concept of all rows has the columns that all have, none among them if none is. Raises
    TooMuchWork once more than `most_work` columns have been looked at, each as often as it was.

    >>> [(bin(rows), bin(columns)) for rows, columns in find_concepts([0b011, 0b011, 0b110], 3, 2)]
    [('0b111', '0b10'), ('0b11', '0b11')]
    """
    if len(rows) < least_rows:
        return
    holders = [0] * width
    for row, held in enumerate(rows):
        for column in list_bits(held):
            holders[column] |= 1 << row
    everyone, work = (1 << len(rows)) - 1, 0
    everything = close(rows, everyone, 0)
    waiting: list[tuple[int, int, Sequence[int], int]] = [(everyone, everything, range(width), 0)]
    while waiting:
        extent, intent, columns, first = waiting.pop()
        yield extent, intent
        kept = list(_list_kept(rows, holders, (extent, intent, columns, first), least_rows))
        work += min(len(columns) - first, extent.bit_count() * least_rows) + len(kept)
        if most_work is not None and work > most_work:
            raise TooMuchWork
        for place, column in enumerate(kept):
            fewer = extent & holders[column]
            more = close(rows, fewer, intent | 1 << column)
            # It is made from here alone if closing adds no column before this one.
            if (more ^ intent) & ((1 << column) - 1) == 0:
                waiting.append((fewer, more, kept, place + 1))


def close(rows: Sequence[int], extent: int, least: int) -> int:
    """Return the columns that all of some rows have, of which `least` are known."""
    intent = -1
    for row in list_bits(extent):
        intent &= rows[row]
        if intent == least:
            break
    return max(intent, 0)


def _list_kept(
    rows: Sequence[int], holders: Sequence[int], node: tuple[int, int, Sequence[int], int], least_rows: int
) -> Iterator[int]:
    """Yield the columns that may be added to a concept: those that enough of its rows have."""
    extent, intent, columns, first = node
    if first == len(columns):
        return
    if extent.bit_count() * least_rows > len(columns) - first:
        for column in columns[first:]:
            if not intent >> column & 1 and (extent & holders[column]).bit_count() >= least_rows:
                yield column
        return
    # Of few rows and many columns: what one row has, two have, … so many have.
    often = [0] * (least_rows + 1)
    for row in list_bits(extent):
        held = rows[row]
        for times in range(least_rows, 1, -1):
            often[times] |= often[times - 1] & held
        often[1] |= held
    begin = columns[first]
    yield from list_bits((often[least_rows] & ~intent) >> begin << begin)
