"""Columns in little room hold what lists hold: read, put in, taken out, compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmap.schema.kinds import DAY, NUMBER, TEXT, TEXTS, WHOLE, YES_NO, Kind
from graphmap.store.column_makers import TextMaker, choose_maker, sort_rows
from graphmap.store.columns import Column, Days, Texts, Words, count_bytes, insert_rows, is_same, take_rows
from tests.strategies import texts

VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    TEXT: st.none() | texts(),
    TEXTS: st.lists(texts(), max_size=2).map(tuple),
    DAY: st.none() | st.dates(),
    NUMBER: st.none() | st.floats(0, 1e15),
    WHOLE: st.none() | st.integers(0, 10**12),
    YES_NO: st.booleans(),
}


def make(kind: Kind, values: Sequence[Any]) -> Column:
    """Make a column of values, in two pieces."""
    maker = choose_maker(kind)
    maker.add(values[: len(values) // 2])
    maker.add(values[len(values) // 2 :])
    return maker.make()


def read(column: Column) -> list[Any]:
    """Return the values of a column as a list, None where one is not known."""
    if isinstance(column, Days):
        return [column.day(row) for row in range(len(column))]
    if isinstance(column, np.ndarray):
        lacks = [value != value or (column.dtype.kind == "i" and value == -1) for value in column.tolist()]
        return [None if lack else value for lack, value in zip(lacks, column.tolist(), strict=True)]
    return list(cast(Sequence[Any], column))


@given(st.sampled_from(list(VALUES)), st.data())
def test_a_column_holds_what_was_put_in(kind: Kind, data: st.DataObject) -> None:
    values = data.draw(st.lists(VALUES[kind], max_size=8))
    column = make(kind, values)
    assert read(column) == values
    assert len(column) == len(values)
    if not isinstance(column, Days | np.ndarray):
        assert [cast(Any, column)[row] for row in range(len(column))] == values
        assert column == values
        assert cast(Any, column)[1:3] == tuple(values[1:3])


@given(st.sampled_from(list(VALUES)), st.data())
def test_columns_are_equal_when_their_values_are(kind: Kind, data: st.DataObject) -> None:
    values = data.draw(st.lists(VALUES[kind], max_size=4))
    others = data.draw(st.lists(VALUES[kind], max_size=4) | st.just(values))
    assert is_same(make(kind, values), make(kind, others)) == (values == others)


@given(st.sampled_from(list(VALUES)), st.data())
def test_rows_taken_and_put_in_are_those_of_a_list(kind: Kind, data: st.DataObject) -> None:
    values = data.draw(st.lists(VALUES[kind], max_size=6))
    others = data.draw(st.lists(VALUES[kind], max_size=3))
    places = sorted(data.draw(st.tuples(*[st.integers(0, len(values)) for _ in others])))
    expected = list(values)
    for place, other in reversed(list(zip(places, others, strict=True))):
        expected.insert(place, other)
    column = insert_rows(make(kind, values), places, make(kind, others))
    assert is_same(column, make(kind, expected))
    rows = data.draw(st.lists(st.integers(0, max(len(expected) - 1, 0)), max_size=6 if expected else 0))
    taken = take_rows(column, np.array(rows, np.int64))
    assert is_same(taken, make(kind, [expected[row] for row in rows]))


@given(st.lists(texts(), unique=True, max_size=6), st.lists(texts(), unique=True, max_size=3))
def test_texts_of_their_own_are_put_in_as_into_a_list(held: list[str], others: list[str]) -> None:
    texts_held = Texts.of(held).insert([len(held) // 2] * len(others), Texts.of(others))
    assert texts_held == held[: len(held) // 2] + others + held[len(held) // 2 :]
    assert all(text in texts_held for text in (*held, *others))
    assert "\x00absent" not in texts_held


def test_a_text_across_two_others_is_not_among_them() -> None:
    assert "bc" not in Texts.of(["ab", "cd"])


@given(st.lists(st.none() | st.dates(), min_size=1, max_size=6), st.dates())
def test_days_compute_as_an_array_of_days(days: list[date | None], other: date) -> None:
    column, array = cast(Days, make(DAY, days)), np.array(days, "datetime64[D]")
    on = np.datetime64(other)
    for found, expected in (
        (column <= on, array <= on),
        (on < column, on < array),
        (column == on, array == on),
        (np.minimum(column, on), np.minimum(array, on)),
        (column[0], array[0]),
        (column[[0, -1]], array[[0, -1]]),
        (np.asarray(column), array),
    ):
        assert np.array_equal(np.asarray(found).astype(str), np.asarray(expected).astype(str))
    assert column[0].dtype == np.dtype("datetime64[D]")


def test_words_are_found_by_code_and_mapped() -> None:
    words = cast("Words[str | None]", make(TEXT, ["b", None, "a", "b"]))
    assert words.is_in({"b", "absent"}).tolist() == [True, False, False, True]
    assert words.map(lambda word: len(word or "none"), np.int64).tolist() == [1, 4, 1, 1]
    assert words.filled("c") == ["b", "c", "a", "b"]


def test_no_column_can_be_written_to() -> None:
    maker = TextMaker()
    maker.add(["a"])
    arrays: list[Any] = [maker.make().ends]
    for kind, value in ((TEXT, "a"), (TEXTS, ("a",)), (DAY, date(2020, 1, 1)), (NUMBER, 1.5), (YES_NO, True)):
        column: Any = make(kind, [value])
        name = "codes" if hasattr(column, "codes") else "numbers"
        arrays.append(getattr(column, name, column))
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[:] = 0


@given(st.lists(texts() | st.from_regex(r"[A-Za-z0-9:._-]{1,12}", fullmatch=True), unique=True))
def test_rows_are_sorted_as_their_texts_are(ids: list[str]) -> None:
    assert [ids[row] for row in sort_rows(ids)] == sorted(ids)


@given(st.sampled_from([NUMBER, WHOLE, YES_NO]), st.data(), st.integers(2, 400))
def test_a_column_of_one_value_takes_the_room_of_one(kind: Kind, data: st.DataObject, rows: int) -> None:
    value = data.draw(VALUES[kind])
    column = cast(np.ndarray[Any, Any], make(kind, [value] * rows))
    assert read(column) == [value] * rows
    assert count_bytes(column) == column.itemsize
    with pytest.raises(ValueError, match="read-only"):
        column[0] = column[0]
    other = data.draw(VALUES[kind].filter(lambda one: one != value))
    more = insert_rows(column, [rows // 2], make(kind, [other]))
    assert read(more) == [*[value] * (rows // 2), other, *[value] * (rows - rows // 2)]
    assert is_same(take_rows(more, np.flatnonzero(np.arange(rows + 1) != rows // 2)), column)
