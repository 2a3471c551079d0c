"""Makes columns of values as they come, piece by piece, and keeps of the values only what differs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from graphmap.schema.kinds import DAY, LATITUDE, LONGITUDE, NUMBER, PERCENT, WHOLE, YEAR, YES_NO, Kind
from graphmap.store.columns import (
    ITEM_MARK,
    NO_DAY,
    NOTHING,
    Array,
    Column,
    Days,
    Texts,
    WordLists,
    Words,
    freeze,
)

Rows = npt.NDArray[np.int64]

WHOLES = (WHOLE, YEAR)
REALS = (NUMBER, LATITUDE, LONGITUDE, PERCENT)
"""The kinds of numbers."""

FIRST_NUMBERED = date(1970, 1, 1).toordinal()


class Maker(ABC):
    """Takes the values of a column, one piece after another; None is a value that is not known."""

    @abstractmethod
    def add(self, values: Sequence[Any]) -> None:
        """Take some more values."""

    @abstractmethod
    def make(self, rows: Rows | None = None) -> Column:
        """Return the column of all values taken, or of those of some rows, in their order."""


class TextMaker(Maker):
    """Makes a column of texts that all differ."""

    def __init__(self) -> None:
        """Begin with none."""
        self.texts: list[str] = []

    def add(self, values: Sequence[Any]) -> None:
        """Take some more texts."""
        self.texts += values

    def make(self, rows: Rows | None = None) -> Texts:
        """Return the column."""
        return Texts.of(self.texts if rows is None else [self.texts[row] for row in rows.tolist()])


class _Codes(dict[Any, int]):
    """Numbers what it is asked for, in the order in which it first comes."""

    def __missing__(self, value: Any) -> int:
        code = self[value] = len(self)
        return code


class WordMaker(Maker):
    """Makes a column of words."""

    def __init__(self) -> None:
        """Begin with none."""
        self._codes = _Codes()
        self._pieces: list[npt.NDArray[np.int32]] = [np.empty(0, np.int32)]

    def add(self, values: Sequence[Any]) -> None:
        """Take some more words."""
        if values and values[0] is None and values.count(None) == len(values):  # as of many a field
            self._pieces.append(np.full(len(values), self._codes[None], np.int32))
            return
        self._pieces.append(np.fromiter(map(self._codes.__getitem__, values), np.int32, len(values)))

    def make(self, rows: Rows | None = None) -> Column:
        """Return the column."""
        return Words[str | None].of_codes(_join(self._pieces, rows), list(self._codes))


class ListMaker(WordMaker):
    """Makes a column of lists of words; days in a list become their ISO texts."""

    def add(self, values: Sequence[Any]) -> None:
        """Take some more lists."""
        try:
            super().add([ITEM_MARK.join(value) if value else None for value in values])
        except TypeError:
            super().add([ITEM_MARK.join(map(str, value)) if value else None for value in values])

    def make(self, rows: Rows | None = None) -> WordLists:
        """Return the column."""
        return WordLists.of_codes(_join(self._pieces, rows), list(self._codes))


class _DayNumbers(dict[Any, int]):
    """Numbers days, given as days or as ISO texts."""

    def __missing__(self, value: Any) -> int:
        day = date.fromisoformat(value) if isinstance(value, str) else value
        number = self[value] = NO_DAY if day is None else day.toordinal() - FIRST_NUMBERED
        return number


class DayMaker(Maker):
    """Makes a column of days."""

    def __init__(self) -> None:
        """Begin with none."""
        self._numbers = _DayNumbers()
        self._pieces: list[npt.NDArray[np.int32]] = [np.empty(0, np.int32)]

    def add(self, values: Sequence[Any]) -> None:
        """Take some more days."""
        if values.count(None) == len(values):  # as of open ends in many a store
            self._pieces.append(np.full(len(values), NO_DAY, np.int32))
            return
        try:
            # Of days alone: to look one up takes longer than to number it.
            numbers = np.fromiter(map(date.toordinal, values), np.int32, len(values)) - FIRST_NUMBERED
        except TypeError:
            numbers = np.fromiter(map(self._numbers.__getitem__, values), np.int32, len(values))
        self._pieces.append(numbers.astype(np.int32))

    def make(self, rows: Rows | None = None) -> Days:
        """Return the column."""
        return Days(_join(self._pieces, rows))


class NumberMaker(Maker):
    """Makes a column of numbers of one kind.

    What is not known NumPy reads as not a number, and as not true; where it knows neither, `blank` stands.
    """

    def __init__(self, kind: type[np.generic], blank: int | None = None) -> None:
        """Begin with none."""
        self._kind, self._blank = kind, blank
        self._pieces: list[Array] = [np.empty(0, kind)]

    def add(self, values: Sequence[Any]) -> None:
        """Take some more numbers."""
        if self._blank is not None:
            values = [self._blank if value is None else value for value in values]
        self._pieces.append(np.fromiter(values, self._kind, len(values)))

    def make(self, rows: Rows | None = None) -> Array:
        """Return the column."""
        return freeze(_join(self._pieces, rows))


def _join(pieces: Sequence[Array], rows: Rows | None) -> Array:
    whole = np.concatenate(pieces)
    return whole if rows is None else whole[rows]


def make_flags() -> Maker:
    """Return what makes a column of truths; what is not known is not true."""
    return NumberMaker(np.bool_)


def choose_maker(kind: Kind) -> Maker:
    """Return what makes a column of a kind of field."""
    if kind.many:
        return ListMaker()
    if kind is DAY:
        return DayMaker()
    if kind is YES_NO:
        return make_flags()
    if kind in WHOLES:
        return NumberMaker(np.int64, NOTHING)
    if kind in REALS:
        return NumberMaker(np.float64)
    return WordMaker()


def sort_rows(ids: Sequence[str]) -> Rows:
    """Return the rows of ids in the order of their ids."""
    if all(map(str.isascii, ids)):
        return np.argsort(np.array(ids, "S"), kind="stable") if len(ids) else np.empty(0, np.int64)
    return np.array(sorted(range(len(ids)), key=ids.__getitem__), np.int64)
