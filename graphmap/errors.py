"""The errors a person can meet, from one root, each saying what, where and what would be right.

```
GraphmapError
├── Faults           bad input: every fault at once
├── DateError        a text that is no date, or dates that contradict each other
├── NameUnknown      a name that is not known, with the nearest that are
├── NameUnclear      a name that several bear, with all of them
├── MappingError     a mapping file that cannot be used
├── FileRefused      a file that is not what its name says
├── WritingRefused   a place that may not be written
├── QuestionError    a question that does not load, or a parameter that does not fit
├── QueryRefused     a query that is not read-only, not portable or not one statement
├── ViewError        a page that cannot be made
│   └── GeometryError  shapes that cannot be read or built (geometry/pack.py)
└── StoreError       a store that is away, held, foreign or damaged
    ├── StoreAbsent  nothing lies at the place that was named
    ├── StoreHeld    another process writes to it
    ├── StoreDamaged a file that is not a graphmap store, or not whole
    ├── AccessDenied a wrong user name or password
    ├── QueryTimedOut  a query past its time
    └── QueryTooLarge  a query that needs, or an answer that takes, too much memory
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace


class GraphmapError(Exception):
    """What every error of graphmap inherits; its text is one message for a person.

    `field` is the parameter that is at fault, or the field of a form, where one is.
    """

    field: str = ""


@contextmanager
def at_field(name: str) -> Iterator[None]:
    """Let an error that is raised within say which field it is of.

    >>> try:
    ...     with at_field("day"):
    ...         raise GraphmapError("that is no day")
    ... except GraphmapError as error:
    ...     error.field
    'day'
    """
    try:
        yield
    except GraphmapError as error:
        error.field = error.field or name
        raise


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the input something stands: a file, and a line or a sheet and cell in it."""

    file: str
    line: int | None = None
    sheet: str | None = None
    cell: str | None = None
    letters: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """The letter of each column of a sheet, by its name: so a row knows the cell of each of its columns."""

    def at(self, column: str | None) -> Place:
        """Return the place of one column in this row: its cell, where the row stands in a sheet.

        >>> str(Place("book.xlsx", 4, "Province", letters={"name": "C"}).at("name"))
        'book.xlsx, sheet Province, cell C4'
        """
        letter = self.letters.get(column.partition(",")[0]) if column and self.letters else None
        return replace(self, cell=f"{letter}{self.line}", letters={}) if letter else self

    def __str__(self) -> str:
        """Say the place as a person would look it up.

        >>> str(Place("Province.csv", 4)), str(Place("book.xlsx", 4, "Province", "C4"))
        ('Province.csv, line 4', 'book.xlsx, sheet Province, cell C4')
        """
        parts = [self.file]
        if self.sheet is not None:
            parts.append(f"sheet {self.sheet}")
        if self.cell is not None:
            parts.append(f"cell {self.cell}")
        elif self.line is not None:
            parts.append(f"line {self.line}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in the input: where, which column, which value, why, and what would be right."""

    problem: str
    right: str = ""
    where: Place | None = None
    column: str | None = None
    value: str | None = None

    def __post_init__(self) -> None:
        """Say the cell rather than the row, where the row knows it."""
        if self.where is not None and self.where.letters:
            object.__setattr__(self, "where", self.where.at(self.column))

    def sentence(self) -> str:
        """Say the fault in one line.

        >>> Fault("is no day of the calendar", "2019-02-28",
        ...       Place("TIED_TO.csv", 7), "since", "2019-02-29").sentence()
        "TIED_TO.csv, line 7, column since: '2019-02-29' is no day of the calendar; right would be 2019-02-28"
        """
        head = [str(self.where)] if self.where else []
        if self.column:
            head.append(f"column {self.column}")
        said = self.problem if self.value is None else f"{shown_value(self.value)} {self.problem}"
        if self.right:
            said += f"; right would be {self.right}"
        return (", ".join(head) + ": " if head else "") + said


def shown_value(value: str, longest: int = 60) -> str:
    r"""Quote a value of the input for a message: control and direction marks made visible, cut when long.

    >>> shown_value("a\u202eb")
    "'a\\u202eb'"
    """
    cut = value if len(value) <= longest else value[: longest - 1] + "…"
    return "'" + "".join(c if c.isprintable() or c == "\u200c" else repr(c)[1:-1] for c in cut) + "'"


class Faults(GraphmapError):
    """Bad input: every fault that was found, in the order of the input. Nothing was written."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Hold the faults, each once."""
        self.faults: tuple[Fault, ...] = tuple(dict.fromkeys(faults))
        super().__init__("\n".join(fault.sentence() for fault in self.faults))


class DateError(GraphmapError):
    """A text that is no date graphmap can hold, or dates that contradict each other.

    `problem` completes the sentence "'2019-02-29' …"; `right` says what would be right;
    `column` is the date field at fault where it is known.
    """

    def __init__(self, problem: str, right: str, column: str | None = None) -> None:
        """Hold the two halves of the message."""
        self.problem, self.right, self.column = problem, right, column
        super().__init__(f"{problem}; right would be {right}")


class NameUnknown(GraphmapError):
    """A name that nothing in the graph bears; `nearest` holds up to three (name, id) that are like it."""

    def __init__(self, name: str, what: str, nearest: Sequence[tuple[str, str]] = ()) -> None:
        """Hold the name, what it should name (a country, a province …) and the nearest."""
        self.name, self.what, self.nearest = name, what, tuple(nearest)
        near = ", ".join(f"{known} ({identity})" for known, identity in self.nearest)
        super().__init__(
            f"{shown_value(name)} is not a known {what}" + (f"; the nearest are {near}" if near else "")
        )


class NameUnclear(GraphmapError):
    """A name that several nodes bear; `candidates` holds them as (name, id)."""

    def __init__(self, name: str, what: str, candidates: Sequence[tuple[str, str]]) -> None:
        """Hold the name, what it should name, and all that bear it."""
        self.name, self.what, self.candidates = name, what, tuple(candidates)
        borne = ", ".join(f"{known} ({identity})" for known, identity in self.candidates)
        super().__init__(f"{shown_value(name)} is the name of more than one {what}: {borne}")


class MappingError(GraphmapError):
    """A mapping file that cannot be used, with its file, the key at fault and what would be right."""


class FileRefused(GraphmapError):
    """A file that is not what its name says; `problem` completes "book.xlsx …"."""

    def __init__(self, problem: str, right: str) -> None:
        """Hold the two halves of the message."""
        self.problem, self.right = problem, right
        super().__init__(f"{problem}; right would be {right}")


class WritingRefused(GraphmapError):
    """A place that cannot or may not be written; the text says why and what to do. Nothing was changed."""


class QuestionError(GraphmapError):
    """A question that does not exist or does not load, or a parameter that does not fit it."""


class QueryRefused(GraphmapError):
    """A query that the read-only door does not let through; says by name what is refused."""


class ViewError(GraphmapError):
    """A page that cannot be made from what the store holds."""


class StoreError(GraphmapError):
    """A store that cannot be used; the text says why and what to do."""


class StoreAbsent(StoreError):
    """Nothing lies at the place that was named."""


class StoreHeld(StoreError):
    """Another process writes to the store; says which."""


class StoreDamaged(StoreError):
    """The file is not a graphmap store, or it is not whole."""


class AccessDenied(StoreError):
    """The server refused the user name or password."""


class QueryTimedOut(StoreError):
    """A query that took longer than it may."""


class QueryTooLarge(StoreError):
    """A query that needs more memory than it may take, or whose answer does."""
