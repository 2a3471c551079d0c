"""The parts of a mapping: what its steps do with each row of a table, and what its writes make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from graphmap.schema import NODES, WRITABLE
from graphmap.text import find_nearest, fold

HOME = "home"
"""The value that is the id of the home country."""

GIVEN = {
    HOME: "the home country",
    "file": "the name of the file",
    "sheet": "the name of the sheet",
    "line": "the number of the line",
}
"""The values that every row has from the start, unless a column bears the name."""

MINTED = ("City", "Province", "Region", "Counterpart", "Body")
"""The labels of which a new node gets an id from its country and name, where a mapping gives none."""

BLANKS = re.compile(r"\{([^{}|]+)(?:\|([^{}|]*))?\}")
"""`{value}` or `{value|form}` in a text of a mapping."""

FORMS = (
    *("lower", "upper", "slug", "last", "name", "the_name", "name_fa"),
    *("day_after", "day_number", "decimal_comma", "decimal_point", "date_alone", "range_start", "range_end"),
    *("lunar", "buddhist"),
)
"""Forms of a value: lower and upper case, part of an id, what follows the last / or :, names of a node; the
day after, the day of a spreadsheet's number, a number by its decimal mark, a date without words round it, the
ends of a range of dates. An order (day/month/year) too."""

Words = Mapping[str, str]


class Part(BaseModel):
    """A part of a mapping: no key but its own, and nothing changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Condition(Part):
    """What must hold of a row; all that is given must. The values are columns or results of earlier steps."""

    blank: tuple[str, ...] = ()
    """Each of these values is blank."""
    filled: tuple[str, ...] = ()
    """None of these values is blank."""
    among: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Each value is one of its words; case and diacritics make no difference."""
    not_among: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Each value is none of its words."""
    same: tuple[tuple[str, str], ...] = ()
    """The values of each pair are the same."""
    differ: tuple[tuple[str, str], ...] = ()
    """The values of each pair are not the same."""
    like: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Each value is like one of its patterns, in which * stands for anything and ? for one letter."""
    any: tuple[Condition, ...] = ()
    """One of these holds, or more."""

    def values(self) -> Iterator[str]:
        """Yield the names of all values it looks at."""
        yield from (*self.blank, *self.filled, *self.among, *self.not_among, *self.like)
        yield from (name for one in self.any for name in one.values())
        yield from (name for pair in (*self.same, *self.differ) for name in pair)


class _Step(Part):
    when: Condition = Condition()
    """Rows for which the step is taken; without it, all."""


class Set(_Step):
    """Make a value of a text with blanks, through a value table where one is named."""

    set: str
    to: str | tuple[str, ...]
    """The text; of several the first that is not blank."""
    words: str = ""
    split: str = ""
    """The mark between several words in one cell; the value is then a list."""
    replace: dict[str, str] = Field(default_factory=dict)
    """Texts that are replaced within it, before words are looked up."""
    default: str = ""
    """A text that stands where `to` is blank."""
    times: str = ""
    """A number, or a text that becomes one: what the value is multiplied by (1000; a rate of a currency)."""
    otherwise: str | None = None
    """What a word becomes that the value table lacks; without it, that is a fault."""


class Divide(_Step):
    """Divide a text at a mark into several values: "Jiangsu, China" into a region and a country."""

    divide: tuple[str, ...] = Field(min_length=2)
    """The names of the values, in their order in the text."""
    text: str
    mark: str = Field(min_length=1)
    from_end: bool = False
    """Whether a text of fewer pieces fills the last values (China alone is the country), not the first."""
    rest: bool = False
    """Whether of a text of more pieces the last value takes the rest, the first one with `from_end`."""


class Find(_Step):
    """Look a node up by name; its id becomes a value. An unknown name is a fault, or a `new` node."""

    find: str
    label: str | tuple[str, ...]
    """The label, or several of which the node has one: a column that names regions and countries."""
    by: str = ""
    by_point: bool = False
    """Whether the unit in whose shape the point `at` lies is meant: a province of home, a region beside."""
    words: str = ""
    """A value table that names pass through first: one it lacks stays, one that becomes "" names nothing."""
    within: tuple[str, ...] = ()
    """Texts of ids; the node lies in the first that is not blank."""
    at: tuple[str, ...] = ()
    """Degrees north and east of the place that is meant."""
    split: str = ""
    """The mark between several names in one cell; the value is then a list, for a write with `each`."""
    leave_unknown: bool = False
    """Whether a name that is not known is left away, and counted, instead of being a fault."""
    unclear: str = ""
    """Why a row is left out whose name several nodes bear; without it, that is a fault."""
    new: dict[str, str] | None = None
    """The fields of a new node where the name is not known; a new city's id is minted where it gives none."""

    @model_validator(mode="after")
    def check(self) -> Find:
        """Check label and point."""
        for label in self.labels():
            if label not in NODES:
                raise ValueError(f"label {label!r} is not one of {', '.join(NODES)}")
        if self.at and len(self.at) != 2:
            raise ValueError("at takes two texts: degrees north, degrees east")
        if self.by_point and (not self.at or self.by or self.labels() not in (("Province",), ("Region",))):
            raise ValueError("by_point takes at, no by, and the label Province or Region")
        if not self.by and not self.by_point:
            raise ValueError("find needs by, the text of the name (or by_point)")
        if self.new is not None and len(self.labels()) > 1:
            raise ValueError("new takes a find of one label")
        if self.new is not None and "id" not in self.new and self.label not in MINTED:
            raise ValueError(f"new needs an id: only that of a {', a '.join(MINTED)} is minted")
        return self

    def labels(self) -> tuple[str, ...]:
        """Return the labels that the node may have."""
        return (self.label,) if isinstance(self.label, str) else self.label


class LeaveOut(_Step):
    """Leave a row out, for a reason that is told with the number of such rows."""

    leave_out: str


class Turn(_Step):
    """Exchange values pairwise: for a row whose home end stands second."""

    turn: tuple[tuple[str, str], ...]


class Agree(_Step):
    """Demand that two values or more are one, where they are given: a code and a name of one province."""

    agree: tuple[str, ...]

    @model_validator(mode="after")
    def check(self) -> Agree:
        """Check that there are two."""
        if len(self.agree) < 2:
            raise ValueError("agree takes the names of two values or more")
        return self


STEPS: Mapping[str, type[Part]] = {
    "set": Set,
    "divide": Divide,
    "find": Find,
    "leave_out": LeaveOut,
    "turn": Turn,
    "agree": Agree,
}
"""The kinds of step, by the key that says which it is."""


def _tell_step(value: Any) -> str | None:
    kinds = [key for key in STEPS if (key in value if isinstance(value, dict) else hasattr(value, key))]
    return kinds[0] if len(kinds) == 1 else None


Step = Annotated[
    Annotated[Set, Tag("set")]
    | Annotated[Divide, Tag("divide")]
    | Annotated[Find, Tag("find")]
    | Annotated[LeaveOut, Tag("leave_out")]
    | Annotated[Turn, Tag("turn")]
    | Annotated[Agree, Tag("agree")],
    Discriminator(
        _tell_step,
        custom_error_type="step",
        custom_error_message=f"a step has just one of the keys {', '.join(STEPS)}",
    ),
]


class Write(Part):
    """Make a record of a label or relationship type from each row (or from each item of a list)."""

    record: str
    cells: dict[str, str]
    when: Condition = Condition()
    each: str = ""
    """A value that is a list: one record for each of its items, which its name then stands for."""
    keep: tuple[str, ...] | Literal["all"] = ()
    """Fields that stay as the store or an earlier row has them."""
    wins: Literal["list", "store", ""] = ""
    """Whose start stands where this list and the store contradict each other; without it, that is a fault."""

    @model_validator(mode="after")
    def check(self) -> Write:
        """Check the record's name and its fields."""
        if self.record not in WRITABLE:
            raise ValueError(f"record {self.record!r} is not one of {', '.join(WRITABLE)}")
        known = [column.name for column in WRITABLE[self.record].columns()]
        for field in (*self.cells, *(self.keep if self.keep != "all" else ())):
            if field not in known:
                near = find_nearest(field, known, 1)[0][0]
                raise ValueError(f"{self.record} has no field {field!r}; the nearest is {near}")
        return self


class Unpivot(Part):
    """Make a row of each filled cell of a wide table: the name of its column is a value, and the cell."""

    but: tuple[str, ...]
    """The columns that stay as they are."""
    name: str
    value: str


AnyPart = Set | Divide | Find | LeaveOut | Turn | Agree | Write


def fold_words(words: Words) -> Words:
    """Return a value table as it is compared: by folded words."""
    return {fold(word): value for word, value in words.items()}


def list_texts(part: AnyPart) -> Iterator[str]:
    """Yield the texts with blanks of a part."""
    match part:
        case Set():
            yield from (*((part.to,) if isinstance(part.to, str) else part.to), part.default, part.times)
        case Divide():
            yield part.text
        case Find():
            yield from (part.by, *part.within, *part.at, *(part.new or {}).values())
        case Write():
            yield from part.cells.values()


def list_values(part: AnyPart) -> Iterator[str]:
    """Yield the names of the values that a part looks at."""
    yield from part.when.values()
    for text in list_texts(part):
        yield from (name for name, _ in BLANKS.findall(text))
    if isinstance(part, Agree):
        yield from part.agree
    if isinstance(part, Turn):
        yield from (name for pair in part.turn for name in pair)
    if isinstance(part, Write) and part.each:
        yield part.each
