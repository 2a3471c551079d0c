"""What a person judged not to be one with a record, whatever their names: read from a short text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from graphmap.schema.kinds import LIST_MARK, Kind, ValueRefused, read_text

_ID = re.compile(r"[A-Za-z0-9:._-]+")
_RIGHT = "an id, with or without a day, a person and a reason: rus:1; 2026-11-27; Ann; two towns"


@dataclass(frozen=True, slots=True)
class Apart:
    """That a record is not another one, by its id: on which day who said so, and why."""

    other: str
    on: str = ""
    by: str = ""
    why: str = ""

    def __str__(self) -> str:
        """Write it as a record holds it, in a list of its field `apart_from`."""
        parts = [self.other, self.on, _clean(self.by).replace(";", ","), _clean(self.why)]
        return "; ".join(parts).rstrip("; ")


def _clean(text: str) -> str:
    return text.replace(LIST_MARK, "/").strip()


def parse_apart(text: str) -> Apart:
    """Read what a record holds of another that it is not. May raise ValueRefused.

    >>> parse_apart("rus:1; 2026-11-27; Ann; two towns; far apart").why, str(parse_apart("rus:1"))
    ('two towns; far apart', 'rus:1')
    """
    other, on, by, why = (part.strip() for part in (*text.split(";", 3), "", "", "")[:4])
    if not _ID.fullmatch(other):
        raise ValueRefused("names no record that this one is not", _RIGHT)
    try:
        day = date.fromisoformat(on).isoformat() if on else ""
    except ValueError:
        raise ValueRefused("names no record that this one is not", _RIGHT) from None
    return Apart(other, day, by, why)


def read_apart(text: str) -> str:
    """Read the text of it in its one form."""
    return str(parse_apart(read_text(text)))


APART = Kind(
    "records that it is not",
    "رکوردهایی که این یکی نیستند",
    f"{_RIGHT}; several joined by {LIST_MARK}",
    read_apart,
    many=True,
)
