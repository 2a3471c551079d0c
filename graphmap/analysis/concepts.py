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


def find_concepts(rows: Sequence[int], width: int, least_rows: int) -> Iterator[tuple[int, int]]:
    """Yield each concept of a table with at least so many rows: its rows and its columns, as bits.

    `rows` holds the columns of each row as bits, `width` is how many columns there are, `least_rows` is 1 or
    more. The concept of all rows has the columns that all have, none among them if none is.

    >>> [(bin(rows), bin(columns)) for rows, columns in find_concepts([0b011, 0b011, 0b110], 3, 2)]
    [('0b111', '0b10'), ('0b11', '0b11')]
    """
    holders = [
        sum(1 << row for row, held in enumerate(rows) if held >> column & 1) for column in range(width)
    ]
    everyone = (1 << len(rows)) - 1

    def close(extent: int) -> int:
        intent = (1 << width) - 1
        for row in list_bits(extent):
            intent &= rows[row]
        return intent

    if len(rows) < least_rows:
        return
    waiting = [(everyone, close(everyone), 0)]
    while waiting:
        extent, intent, first = waiting.pop()
        yield extent, intent
        for column in range(first, width):
            if intent >> column & 1:
                continue
            fewer = extent & holders[column]
            if fewer.bit_count() < least_rows:
                continue
            more = close(fewer)
            # It is made from here alone if closing adds no column before this one.
            if (more ^ intent) & ((1 << column) - 1) == 0:
                waiting.append((fewer, more, column + 1))
