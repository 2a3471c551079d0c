"""The types that a parameter or a column can have: plain ones, and the fields of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from graphmap.dates import ANY_DATE, OPEN, UNKNOWN, Days, find_days, read_date
from graphmap.errors import DateError
from graphmap.question.filling import NAME_TYPES
from graphmap.scales import SCALES
from graphmap.schema.kinds import (
    DAY,
    FILE,
    IDENTITIES,
    IDENTITY_KIND,
    NUMBER,
    TEXT,
    TEXTS,
    WHOLE,
    YES_NO,
    Kind,
    ValueRefused,
)

ALL = "all"
"""Stands for the whole history where a day is asked for."""

DAY_OR_ALL = replace(
    DAY, right=f"{DAY.right}, or {ALL}", read=lambda text: None if text == ALL else DAY.read(text)
)


def _read_span(text: str) -> Days:
    """Return the first and the last day of a day, month or year; ValueRefused for what is no such."""
    right = "a day, month or year, such as 2021-03-21, 1400/01 or 1400"
    try:
        said, days = read_date(text), find_days(text)
    except DateError as error:
        raise ValueRefused(error.problem, right if error.right == ANY_DATE else error.right) from error
    if said in (UNKNOWN, OPEN) or days.doubtful:
        raise ValueRefused("is no certain day, month or year", right)
    return days


FIRST_OF = Kind(
    "day, month or year",
    "روز، ماه یا سال",
    "a day, month or year, such as 2021-03-21, 1400/01 or 1400; its first day is meant",
    lambda text: _read_span(text).earliest,
)
LAST_OF = replace(
    FIRST_OF,
    right="a day, month or year, such as 2021-03-21, 1400/01 or 1400; its last day is meant",
    read=lambda text: _read_span(text).latest,
)

PLAIN_KINDS: Mapping[str, Kind] = {
    "text": TEXT,
    "texts": TEXTS,
    "id": IDENTITY_KIND,
    "ids": IDENTITIES,
    "whole": WHOLE,
    "number": NUMBER,
    "share": NUMBER,
    "days": WHOLE,
    "day": DAY,
    "day_or_all": DAY_OR_ALL,
    "first_day": FIRST_OF,
    "last_day": LAST_OF,
    "yes_no": YES_NO,
    "file": FILE,
    "word": TEXT,
    **dict.fromkeys(SCALES, TEXT),
}
"""The types of a column or parameter that no field of the model has; a field's own is written LABEL.field."""


def find_field(name: str) -> Kind | None:
    """Return the kind of a declared field written LABEL.field, None if there is none.

    Of several fields joined by | it is the kind of the first, with the choices of all.

    >>> find_field("TIED_TO.kind").name, find_field("TIED_TO.king")
    ('kind of tie', None)
    """
    first, *others = name.split("|")
    if others:
        kinds = [find_field(part) for part in (first, *others)]
        choices = {word: fa for kind in kinds if kind is not None for word, fa in kind.choices.items()}
        return None if None in kinds or kinds[0] is None else replace(kinds[0], choices=choices)
    from graphmap.schema import DECLARED

    label, _, own = name.partition(".")
    if label not in DECLARED:
        return None
    return next((column.kind for column in DECLARED[label].columns() if column.name == own), None)


def list_types() -> Iterator[str]:
    """Yield every type that a column or parameter can have."""
    from graphmap.schema import DECLARED, NODES

    yield from PLAIN_KINDS
    yield from NAME_TYPES
    yield from NODES
    for label, record in DECLARED.items():
        yield from (f"{label}.{column.name}" for column in record.columns())
