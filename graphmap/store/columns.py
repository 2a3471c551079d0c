"""Columns that hold much in little: texts in one piece, words by their code, days by their number.

Each is an immutable sequence of plain values (`column[3]`, `for value in column`), needs NumPy alone, and is
in one form only: two columns of the same values are equal part by part. `insert` and `take` make new ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Any, Generic, Self, TypeAlias, TypeVar, cast, overload

import numpy as np
import numpy.typing as npt
from numpy.lib.mixins import NDArrayOperatorsMixin

Indices: TypeAlias = npt.NDArray[np.int32]
Flags: TypeAlias = npt.NDArray[np.bool_]
Numbers: TypeAlias = npt.NDArray[np.float64]
Wholes: TypeAlias = npt.NDArray[np.int64]
Array: TypeAlias = npt.NDArray[Any]

NOTHING = -1
"""The index, code or whole number that stands for: none, or not known."""

NO_DAY = int(np.iinfo(np.int32).min)
"""The number that stands for a day that is not known (NaT)."""

ONE_FOR_ALL = (0,)
"""The strides of an array that holds one value for all of its rows."""

ITEM_MARK = "\x1f"
"""Joins the items of a list to one word; no text of the model may hold it."""

Word = TypeVar("Word", bound=str | None, covariant=True)


class Texts(Sequence[str]):
    """Texts, each of its own (ids, say): one long text, and where each of them ends in it."""

    __slots__ = ("ends", "text")

    def __init__(self, text: str, ends: npt.NDArray[np.integer[Any]]) -> None:
        """Hold the long text and the ends."""
        self.text, self.ends = text, freeze(ends)

    @classmethod
    def of(cls, texts: Sequence[str]) -> Self:
        """Make it of texts."""
        return cls("".join(texts), _number_ends(np.fromiter(map(len, texts), np.int64, len(texts))))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.ends)

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[str]: ...
    def __getitem__(self, row: int | slice) -> str | Sequence[str]:
        """Return one text, or those of a slice."""
        if isinstance(row, slice):
            return tuple(self[one] for one in range(*row.indices(len(self))))
        if row < 0:
            row += len(self)
        return self.text[self.ends[row - 1] if row else 0 : self.ends[row]]

    def __iter__(self) -> Iterator[str]:
        """Yield each text."""
        first = 0
        for end in self.ends.tolist():
            yield self.text[first:end]
            first = end

    def __contains__(self, text: object) -> bool:
        """Say whether a text is among them."""
        return isinstance(text, str) and text in self.text and text in iter(self)

    def __eq__(self, other: object) -> bool:
        """Compare with other texts, or with a tuple or list of them."""
        if isinstance(other, Texts):
            return self.text == other.text and np.array_equal(self.ends, other.ends)
        return list(self) == list(other) if isinstance(other, tuple | list) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Show the first few."""
        return f"{type(self).__name__}({show_few(self)})"

    def take(self, rows: npt.NDArray[np.integer[Any]]) -> Self:
        """Return the texts of some rows, in their order."""
        if not self.text:
            return type(self)("", np.zeros(len(rows), np.int32))
        first = np.concatenate([[0], self.ends[:-1]])[rows].tolist()
        text = self.text
        return self.of([text[a:b] for a, b in zip(first, self.ends[rows].tolist(), strict=True)])

    def insert(self, places: Sequence[int], other: Texts) -> Self:
        """Return these with others put before the rows `places`, which go up, as numpy.insert does."""
        pieces, last = [], 0
        for place, text in zip(places, other, strict=True):
            at = int(self.ends[place - 1]) if place else 0
            pieces += [self.text[last:at], text]
            last = at
        lengths, more = np.diff(self.ends, prepend=0), np.diff(other.ends, prepend=0)
        ends = _number_ends(np.insert(lengths, places, more))
        return type(self)("".join([*pieces, self.text[last:]]), ends)

    @property
    def nbytes(self) -> int:
        """Return how many bytes it takes."""
        return len(self.text.encode()) + count_bytes(self.ends)


class Coded:
    """What words and lists of words share: a code a row, -1 where none is known, and the words in order."""

    __slots__ = ("codes", "words")

    def __init__(self, codes: npt.NDArray[np.integer[Any]], words: Texts) -> None:
        """Hold codes and the words that they stand for."""
        self.codes, self.words = freeze(codes), words

    @classmethod
    def of_codes(cls, codes: npt.NDArray[np.integer[Any]], words: Sequence[str | None]) -> Self:
        """Make it of codes in any order of words; None stands for none, and what no row has is left out."""
        # How many rows have each word; one more, which -1 stands for, comes first.
        used = np.bincount(codes.astype(np.int64) + 1, minlength=len(words) + 1)[1:] > 0
        kept = sorted(
            {word for word, use in zip(words, used.tolist(), strict=True) if use and word is not None}
        )
        place: dict[str | None, int] = {word: row for row, word in enumerate(kept)}
        # -1 finds the last.
        new = np.array([*(place.get(word, NOTHING) for word in words), NOTHING], find_code_type(len(kept)))
        return cls(new[codes], Texts.of(kept))

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.codes)

    def __eq__(self, other: object) -> bool:
        """Compare with such a column, or with a tuple or list of its values."""
        if isinstance(other, Coded):
            alike = type(self) is type(other) and np.array_equal(self.codes, other.codes)
            return alike and self.words == other.words
        if isinstance(other, tuple | list):
            return list(cast(Iterable[Any], self)) == list(other)
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Show the first few values."""
        return f"{type(self).__name__}({show_few(cast(Sequence[Any], self))})"

    def find_code(self, word: str) -> int:
        """Return the code of a word (for a list: of all its items joined), -2 where no row has it."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self.words[middle] < word else (low, middle)
        return low if low < len(self.words) and self.words[low] == word else -2

    def take(self, rows: npt.NDArray[np.integer[Any]]) -> Self:
        """Return some rows, in their order."""
        return self.of_codes(self.codes[rows], list(self.words))

    def insert(self, places: Sequence[int], other: Self) -> Self:
        """Return these rows with others put before the rows `places`, as numpy.insert does."""
        mine, others = list(self.words), list(other.words)
        if set(others) <= set(mine):
            known = {word: code for code, word in enumerate(mine)}
            new = np.array([*(known[word] for word in others), NOTHING], self.codes.dtype)
            return type(self)(np.insert(self.codes, places, new[other.codes]), self.words)
        moved = np.where(other.codes == NOTHING, NOTHING, other.codes.astype(np.int32) + len(mine))
        return self.of_codes(np.insert(self.codes.astype(np.int32), places, moved), [*mine, *others])

    @property
    def nbytes(self) -> int:
        """Return how many bytes it takes."""
        return count_bytes(self.codes) + self.words.nbytes


class Words(Coded, Sequence[Word], Generic[Word]):
    """Words of which many rows have the same (kinds, names, dates as written); None where none is known."""

    __slots__ = ()

    @overload
    def __getitem__(self, row: int) -> Word: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Word]: ...
    def __getitem__(self, row: int | slice) -> Word | Sequence[Word]:
        """Return the word of a row, or those of a slice."""
        if isinstance(row, slice):
            return tuple(self[one] for one in range(*row.indices(len(self))))
        code = self.codes[row]
        return cast(Word, None if code < 0 else self.words[int(code)])

    def __iter__(self) -> Iterator[Word]:
        """Yield the word of each row."""
        return map(cast(list[Word], [*self.words, None]).__getitem__, self.codes.tolist())

    def is_in(self, words: Iterable[str]) -> Flags:
        """Return which rows have one of some words."""
        return np.isin(self.codes, [self.find_code(word) for word in words])

    def map(self, work: Callable[[str | None], Any], kind: npt.DTypeLike) -> Array:
        """Return what `work` makes of the word of each row (None where none is known), as an array."""
        return np.array([*(work(word) for word in self.words), work(None)], kind)[self.codes]

    def filled(self, word: str) -> Words[str]:
        """Return it with a word where none is known."""
        if not (self.codes == NOTHING).any():
            return cast("Words[str]", self)
        codes = np.where(self.codes == NOTHING, len(self.words), self.codes.astype(np.int32))
        return Words[str].of_codes(codes, [*self.words, word])


class WordLists(Coded, Sequence[tuple[str, ...]]):
    """Lists of words of which many rows have the same (sectors, sources); empty where none is known."""

    __slots__ = ()

    @overload
    def __getitem__(self, row: int) -> tuple[str, ...]: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[tuple[str, ...]]: ...
    def __getitem__(self, row: int | slice) -> tuple[str, ...] | Sequence[tuple[str, ...]]:
        """Return the list of a row, or those of a slice."""
        if isinstance(row, slice):
            return tuple(self[one] for one in range(*row.indices(len(self))))
        code = self.codes[row]
        return () if code < 0 else tuple(self.words[int(code)].split(ITEM_MARK))

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """Yield the list of each row."""
        return map(self._lists().__getitem__, self.codes.tolist())

    def _lists(self) -> list[tuple[str, ...]]:
        return [*(tuple(word.split(ITEM_MARK)) for word in self.words), ()]

    def map(self, work: Callable[[tuple[str, ...]], Any], kind: npt.DTypeLike) -> Array:
        """Return what `work` makes of the list of each row, as an array."""
        return np.array([work(one) for one in self._lists()], kind)[self.codes]

    def items(self) -> frozenset[str]:
        """Return every item of any list."""
        return frozenset(chain.from_iterable(self._lists()))


class Days(NDArrayOperatorsMixin):
    """Days in four bytes each. It reads and computes as an array of datetime64[D]; NaT where not known."""

    __slots__ = ("numbers",)

    def __init__(self, numbers: npt.NDArray[np.int32]) -> None:
        """Hold days as their numbers; 0 is 1970-01-01."""
        self.numbers = freeze(numbers)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.numbers)

    def __array__(self, dtype: npt.DTypeLike | None = None, copy: bool | None = None) -> Array:
        """Return the days as an array of NumPy."""
        days = to_days(self.numbers)
        return days if dtype is None else days.astype(dtype)

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **options: Any) -> Any:
        """Compute with the days as with an array."""
        plain = (np.asarray(one) if isinstance(one, Days) else one for one in inputs)
        return getattr(ufunc, method)(*plain, **options)

    def __getitem__(self, rows: Any) -> Any:
        """Return the day of a row (datetime64), or an array of those of several."""
        found = to_days(np.asarray(self.numbers[rows]))
        return found[()] if found.ndim == 0 else found

    def day(self, row: int) -> date | None:
        """Return the day of a row as a day of the calendar; None where it is not known."""
        number = int(self.numbers[row])
        return None if number == NO_DAY else date(1970, 1, 1) + timedelta(number)

    def is_same(self, other: Days) -> bool:
        """Say whether it holds the same days as another."""
        return np.array_equal(self.numbers, other.numbers)

    def __repr__(self) -> str:
        """Show the first few."""
        return f"Days({show_few([self.day(row) and str(self.day(row)) for row in range(min(len(self), 4))])})"

    def take(self, rows: npt.NDArray[np.integer[Any]]) -> Days:
        """Return some rows, in their order."""
        return Days(self.numbers[rows])

    def insert(self, places: Sequence[int], other: Days) -> Days:
        """Return these with others put before the rows `places`, as numpy.insert does."""
        return Days(np.insert(self.numbers, places, other.numbers))

    @property
    def nbytes(self) -> int:
        """Return how many bytes it takes."""
        return count_bytes(self.numbers)


Column: TypeAlias = Texts | Coded | Days | Array
"""Any column."""


def take_rows(column: Column, rows: npt.NDArray[np.integer[Any]]) -> Column:
    """Return some rows of any column, in their order."""
    return freeze(column[rows]) if isinstance(column, np.ndarray) else column.take(rows)


def insert_rows(column: Column, places: Sequence[int], other: Column) -> Column:
    """Return any column with rows of another of its kind put before the rows `places`."""
    if isinstance(column, np.ndarray):
        return freeze(np.insert(column, places, cast(Array, other)))
    return column.insert(places, cast(Any, other))


def is_same(one: Column, other: Column) -> bool:
    """Say whether two columns hold the same; what is not known is the same as what is not known."""
    if isinstance(one, np.ndarray):
        return isinstance(other, np.ndarray) and np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
    if isinstance(one, Days) or isinstance(other, Days):
        return isinstance(one, Days) and isinstance(other, Days) and one.is_same(other)
    return bool(one == other)


def _number_ends(lengths: npt.NDArray[np.integer[Any]]) -> npt.NDArray[np.integer[Any]]:
    """Return where texts of some lengths end, one after the other, in as few bytes as hold it."""
    ends = np.cumsum(lengths, dtype=np.int64)
    return ends.astype(np.int32) if not len(ends) or ends[-1] <= np.iinfo(np.int32).max else ends


def find_code_type(words: int) -> npt.DTypeLike:
    """Return the smallest type that numbers so many words."""
    return next(kind for kind in (np.int8, np.int16, np.int32) if words <= np.iinfo(kind).max)


def to_days(numbers: npt.NDArray[np.int32]) -> npt.NDArray[np.datetime64]:
    """Turn numbers of days into days."""
    # NumPy reads the smallest number of 64 bits as NaT, and knows nothing of 32.
    wide = np.where(numbers == NO_DAY, np.iinfo(np.int64).min, numbers.astype(np.int64))
    return wide.view("datetime64[D]")


def freeze(column: Array) -> Array:
    """Return an array that cannot be changed; of one whose values are all the same, one value is held."""
    column.flags.writeable = False
    if column.ndim == 1 and len(column) > 1 and column.strides != ONE_FOR_ALL and column.dtype.kind in "biuf":
        bits = column.view(f"u{column.itemsize}")  # so that what is not known is the same as itself
        if bits[0] == bits[-1] and (bits == bits[0]).all():
            return np.broadcast_to(column[:1].copy(), column.shape)
    return column


def count_bytes(column: Array) -> int:
    """Return how many bytes an array takes: those of one value, where one is held for all rows."""
    return column.itemsize if column.strides == ONE_FOR_ALL else column.nbytes


def show_few(values: Sequence[Any]) -> str:
    """Show the first three values and how many there are."""
    few = ", ".join(repr(value) for value in values[:3])
    return f"{few}, … {len(values)} in all" if len(values) > 3 else few


def map_rows(words: Coded, rows: Mapping[str, int]) -> Indices:
    """Return the row of the id in each row of a column of ids, -1 where no row has that id."""
    known = [rows.get(word, NOTHING) for word in words.words]
    return freeze(np.array([*known, NOTHING], np.int32)[words.codes])
