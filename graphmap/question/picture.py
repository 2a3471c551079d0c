"""The picture of an answer: what is drawn of which columns, declared in the head of its question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

PictureKind = Literal["map", "bars", "timeline"]


class Drawable(Protocol):
    """What a picture asks of a column."""

    @property
    def type(self) -> str:
        """Return its type."""

    @property
    def is_number(self) -> bool:
        """Return whether its values are numbers."""

    @property
    def choices(self) -> Mapping[str, str]:
        """Return the words that a value can be."""


DATED = (".since", ".until")


@dataclass(frozen=True, kw_only=True)
class Picture:
    """What is drawn beside the rows: home's provinces shaded, bars, or bars in time.

    `of` are the columns that name what is drawn (of a map: those with ids of provinces); `by` is a number,
    without it rows are counted; `mark` is a column of words that says how sure a bar is. `rows` keeps the
    rows that have these words in a column; `where` is as of a column. A timeline goes from `since` to
    `until`, with a tick at `point`.
    """

    kind: PictureKind
    caption: str
    caption_fa: str
    of: tuple[str, ...]
    by: str = ""
    mark: str = ""
    since: str = ""
    until: str = ""
    point: str = ""
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    where: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def caption_in(self, code: str) -> str:
        """Return its caption in a language."""
        return self.caption_fa if code == "fa" else self.caption

    def find_problems(self, columns: Mapping[str, Drawable]) -> Iterator[str]:
        """Yield what does not go together with the columns of its question."""
        named = (*self.of, self.by, self.mark, self.since, self.until, self.point, *self.rows)
        if unknown := [name for name in named if name and name not in columns]:
            yield f"the picture is of {unknown[0]}, which is not among the columns"
            return
        if not self.of:
            yield "the picture is of no column"
        if self.by and not columns[self.by].is_number:
            yield f"the picture counts by {self.by}, which is no number"
        if self.kind == "map" and any(columns[name].type not in {"id", "ids"} for name in self.of):
            yield "a map is of columns of ids"
        if self.kind == "timeline" and not (self.since and self.until):
            yield "a timeline has since and until"
        for name in filter(None, (self.since, self.until, self.point)):
            if columns[name].type != "day" and not columns[name].type.endswith(DATED):
                yield f"a timeline is drawn of days, and {name} is none"
        for name, words in self.rows.items():
            if unknown := [word for word in words if word not in columns[name].choices]:
                yield f"the picture keeps rows in which {name} is {unknown[0]}, which it cannot be"

    def keep(self, row: Mapping[str, Any]) -> bool:
        """Return whether a row is drawn."""
        return all(row[name] in words for name, words in self.rows.items())
