"""The form of a mapping: one TOML file that says how someone else's tables become nodes and relationships.

A mapping names its source, value tables, and one or more tables. The steps of a table run on every row, from
top to bottom; then its writes make records. `docs/mappings.md` explains it with an example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)

from graphmap.exchange.encoding import check_encoding
from graphmap.exchange.forms import is_date_order
from graphmap.exchange.tables import TableForm
from graphmap.schema import NODES, WRITABLE, Country
from graphmap.schema.batch import read_cells
from graphmap.text import find_nearest, fold, mint_slug

HOME = "home"
"""The value that every row has from the start: the id of the home country, unless a column bears the name."""

BLANKS = re.compile(r"\{([^{}|]+)(?:\|([^{}|]*))?\}")
"""`{value}` or `{value|form}` in a text of a mapping."""

FORMS = (
    *("lower", "upper", "slug", "last", "name", "the_name", "name_fa"),
    *("day_after", "day_number", "decimal_comma", "decimal_point"),
)
"""Forms of a value: lower and upper case, part of an id, what follows the last / or :, names of a node; the
day after, the day of a spreadsheet's number, a number by its decimal mark. An order (day/month/year) too."""

Words = Mapping[str, str]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Condition(_Part):
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

    def values(self) -> Iterator[str]:
        """Yield the names of all values it looks at."""
        yield from (*self.blank, *self.filled, *self.among, *self.not_among)
        yield from (name for pair in (*self.same, *self.differ) for name in pair)


class _Step(_Part):
    when: Condition = Condition()
    """Rows for which the step is taken; without it, all."""


class Set(_Step):
    """Make a value of a text with blanks, through a value table where one is named."""

    set: str
    to: str
    words: str = ""
    split: str = ""
    """The mark between several words in one cell; the value is then a list."""
    replace: dict[str, str] = Field(default_factory=dict)
    """Texts that are replaced within it, before words are looked up."""
    default: str = ""
    """A text that stands where `to` is blank."""
    otherwise: str | None = None
    """What a word becomes that the value table lacks; without it, that is a fault."""


class Find(_Step):
    """Look a node up by name; its id becomes a value. An unknown name is a fault, or a `new` node."""

    find: str
    label: str
    by: str
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
        if self.label not in NODES:
            raise ValueError(f"label {self.label!r} is not one of {', '.join(NODES)}")
        if self.at and len(self.at) != 2:
            raise ValueError("at takes two texts: degrees north, degrees east")
        if self.new is not None and "id" not in self.new and self.label != "City":
            raise ValueError(f"new needs an id: only the id of a City is minted, not that of a {self.label}")
        return self


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


STEPS = {"set": Set, "find": Find, "leave_out": LeaveOut, "turn": Turn, "agree": Agree}
"""The kinds of step, by the key that says which it is."""


def _tell_step(value: Any) -> str | None:
    kinds = [key for key in STEPS if (key in value if isinstance(value, dict) else hasattr(value, key))]
    return kinds[0] if len(kinds) == 1 else None


Step = Annotated[
    Annotated[Set, Tag("set")]
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


class Write(_Part):
    """Make a record of a label or relationship type from each row (or from each item of a list)."""

    record: str
    cells: dict[str, str]
    when: Condition = Condition()
    each: str = ""
    """A value that is a list: one record for each of its items, which its name then stands for."""
    keep: tuple[str, ...] | Literal["all"] = ()
    """Fields that stay as the store or an earlier row has them."""

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


class Unpivot(_Part):
    """Make a row of each filled cell of a wide table: the name of its column is a value, and the cell."""

    but: tuple[str, ...]
    """The columns that stay as they are."""
    name: str
    value: str


class Table(_Part):
    """One table of the foreign files: which file it is, what is done with each row, and what it becomes."""

    files: tuple[str, ...]
    """Names of files or sheets without their endings; * stands for anything."""
    encoding: Annotated[str, AfterValidator(check_encoding)] = ""
    """The encoding of a text table; without it, it is found from the bytes, or guessed."""
    header: Annotated[int, Field(ge=1)] | None = None
    """The line of the names of the columns; without it, the first that is not blank."""
    fill_down: tuple[str, ...] = ()
    """Columns in which a blank cell says what the one above it says."""
    unpivot: Unpivot | None = None
    """How a wide table, with a column for each country say, becomes rows."""
    sources: tuple[str, ...] = ()
    """The ids of the mapping's sources that it rests on; without them, the first."""
    steps: tuple[Step, ...] = ()
    writes: tuple[Write, ...] = Field(min_length=1)

    def fits_name(self, name: str) -> bool:
        """Say whether a file or sheet of this name is meant."""
        return any(fnmatchcase(name.casefold(), pattern.casefold()) for pattern in self.files)

    def form(self) -> TableForm:
        """Return how its files are written."""
        return TableForm(self.encoding, self.header or 0)

    def values(self) -> frozenset[str]:
        """Return the names of all values that its parts look at."""
        return frozenset(name for part in (*self.steps, *self.writes) for name in _list_values(part))

    def columns(self) -> tuple[str, ...]:
        """Return the columns that it needs, in the order in which it names them."""
        made = {HOME}
        needed: dict[str, None] = dict.fromkeys(self.fill_down)
        if self.unpivot is not None:
            made |= {self.unpivot.name, self.unpivot.value}
            needed |= dict.fromkeys(self.unpivot.but)
        for step in self.steps:
            needed |= dict.fromkeys(name for name in _list_values(step) if name not in made)
            made |= {name for key in ("set", "find") if (name := getattr(step, key, ""))}
        for write in self.writes:
            needed |= dict.fromkeys(name for name in _list_values(write) if name not in made)
        return tuple(needed)


class PassOver(_Part):
    """A file that is known and left out as a whole."""

    file: str
    reason: str


class FileMapping(_Part):
    """A whole mapping."""

    caption: str
    sources: tuple[dict[str, str], ...] = Field(min_length=1)
    """The rows of Source that its statements rest on."""
    home: Annotated[str, StringConstraints(pattern=f"^{Country.id_form[0]}$")] | None = None
    """The home country of the stores that it is for; None where it is for any."""
    words: dict[str, dict[str, str]] = Field(default_factory=dict)
    """Value tables by name: what a word of the files becomes."""
    tables: tuple[Table, ...] = Field(min_length=1)
    pass_over: tuple[PassOver, ...] = ()

    @model_validator(mode="after")
    def check(self) -> FileMapping:
        """Check what the parts say of each other: value tables, values, forms."""
        for number, source in enumerate(self.sources, start=1):
            self._check_source(source, f"sources[{number}]")
        ids = [source["id"] for source in self.sources]
        for table in self.tables:
            for identity in table.sources:
                if identity not in ids:
                    raise ValueError(f"{identity!r} is not the id of one of its sources: {', '.join(ids)}")
        for table in self.tables:
            for step in table.steps:
                if isinstance(step, Set | Find) and step.words and step.words not in self.words:
                    raise ValueError(f"there is no value table words.{step.words}")
            for part in (*table.steps, *table.writes):
                for text in _list_texts(part):
                    for _, form in BLANKS.findall(text):
                        if form and form not in FORMS and not is_date_order(form):
                            raise ValueError(f"{text!r}: {form!r} is not one of the forms {', '.join(FORMS)}")
        return self

    @staticmethod
    def _check_source(source: dict[str, str], key: str) -> None:
        known = [column.name for column in WRITABLE["Source"].columns()]
        for field in ("id", "name"):
            if not source.get(field):
                raise ValueError(f"{key} needs {'an' if field == 'id' else 'a'} {field}")
        for field in source:
            if field not in known:
                near = find_nearest(field, known, 1)[0][0]
                raise ValueError(f"Source has no field {field!r}; the nearest is {near}")
        for fault in read_cells("Source", source)[1]:
            said = f"{fault.value!r} {fault.problem}; right would be {fault.right}"
            raise ValueError(f"{key}.{fault.column}: {said}")


def fold_words(words: Words) -> Words:
    """Return a value table as it is compared: by folded words."""
    return {fold(word): value for word, value in words.items()}


def _list_texts(part: Set | Find | LeaveOut | Turn | Agree | Write) -> Iterator[str]:
    match part:
        case Set():
            yield from (part.to, part.default)
        case Find():
            yield from (part.by, *part.within, *part.at, *(part.new or {}).values())
        case Write():
            yield from part.cells.values()


def _list_values(part: Set | Find | LeaveOut | Turn | Agree | Write) -> Iterator[str]:
    yield from part.when.values()
    for text in _list_texts(part):
        yield from (name for name, _ in BLANKS.findall(text))
    if isinstance(part, Agree):
        yield from part.agree
    if isinstance(part, Turn):
        yield from (name for pair in part.turn for name in pair)
    if isinstance(part, Write) and part.each:
        yield part.each


def mint_city_id(country: str, name: str) -> str:
    """Mint the id of a city from the code of its country and its name.

    >>> mint_city_id("TUR", "Konya"), mint_city_id("CHN", "Ürümqi")
    ('city:tur:konya', 'city:chn:urumqi')
    """
    return f"city:{country.lower()}:{mint_slug(name)}"
