"""The form of a mapping: one TOML file that says how someone else's tables become nodes and relationships.

A mapping names its source, value tables, and one or more tables. The steps of a table run on every row, from
top to bottom; then its writes make records. `docs/mappings.md` explains it with an example.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from graphmap.exchange.encoding import check_encoding
from graphmap.exchange.forms import is_date_order
from graphmap.exchange.mapping_steps import (
    BLANKS,
    FORMS,
    GIVEN,
    Find,
    Part,
    Set,
    Step,
    Unpivot,
    Write,
    list_texts,
    list_values,
)
from graphmap.exchange.table_heads import TableForm
from graphmap.schema import WRITABLE, Country
from graphmap.schema.batch import read_cells
from graphmap.text import find_nearest


class Table(Part):
    """One table of the foreign files: which file it is, what is done with each row, and what it becomes."""

    files: tuple[str, ...]
    """Names of files or sheets without their endings; * stands for anything."""
    encoding: Annotated[str, AfterValidator(check_encoding)] = ""
    """The encoding of a text table; without it, it is found from the bytes, or guessed."""
    header: Annotated[int, Field(ge=1)] | None = None
    """The line of the names of the columns; without it, the first that is not blank."""
    header_rows: Literal[1, 2] = 1
    """In how many lines the names of the columns stand; in two, the upper one names groups of columns."""
    headings: str = ""
    """The value that a row says which has nothing but its first cell: it holds for the rows below."""
    ignore: tuple[str, ...] = ()
    """Columns that nothing is made of, so that they are not held against the others."""
    fill_down: tuple[str, ...] = ()
    """Columns in which a blank cell says what the one above it says."""
    unpivot: Unpivot | None = None
    """How a wide table, with a column for each country say, becomes rows."""
    blank_end: Literal["unknown", "held", ""] = ""
    """What a blank `until` means: nothing is known of the end, or the tie held on the day of the list."""
    sources: tuple[str, ...] = ()
    """The ids of the mapping's sources that it rests on; without them, the first."""
    steps: tuple[Step, ...] = ()
    writes: tuple[Write, ...] = Field(min_length=1)

    def fits_name(self, name: str) -> bool:
        """Say whether a file or sheet of this name is meant."""
        return any(fnmatchcase(name.casefold(), pattern.casefold()) for pattern in self.files)

    def names_file(self, name: str) -> bool:
        """Say whether a file of this name is meant by more than a pattern for all."""
        return self.fits_name(name) and any(
            fnmatchcase(name.casefold(), pattern.casefold()) for pattern in self.files if pattern.strip("*")
        )

    def form(self) -> TableForm:
        """Return how its files are written."""
        columns = () if self.header else tuple(name for name in self.columns() if name not in GIVEN)
        return TableForm(self.encoding, self.header or 0, columns, header_rows=self.header_rows)

    def values(self) -> frozenset[str]:
        """Return the names of all values that its parts look at."""
        return frozenset(name for part in (*self.steps, *self.writes) for name in list_values(part))

    def columns(self) -> tuple[str, ...]:
        """Return the columns that it needs, in the order in which it names them."""
        made = {*GIVEN, self.headings}
        needed: dict[str, None] = dict.fromkeys(self.fill_down)
        if self.unpivot is not None:
            made |= {self.unpivot.name, self.unpivot.value}
            needed |= dict.fromkeys(self.unpivot.but)
        for step in self.steps:
            needed |= dict.fromkeys(name for name in list_values(step) if name not in made)
            made |= {name for key in ("set", "find") if (name := getattr(step, key, ""))}
            made |= set(getattr(step, "divide", ()))
        for write in self.writes:
            needed |= dict.fromkeys(name for name in list_values(write) if name not in made)
        return tuple(needed)


class PassOver(Part):
    """A file or sheet that is known and left out as a whole."""

    file: str = "*"
    """Its name; * stands for anything."""
    sheet: str = ""
    """The name of a sheet, where not the whole file is left out."""
    reason: str

    def fits(self, file: str, sheet: str = "") -> bool:
        """Say whether a file (or a sheet of it) is meant."""
        if not fnmatchcase(file.casefold(), self.file.casefold()):
            return False
        return fnmatchcase(sheet.casefold(), self.sheet.casefold()) if self.sheet else not sheet


class FileMapping(Part):
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
            if table.blank_end == "held" and not self.find_day(table):
                raise ValueError('blank_end = "held" needs published or retrieved of the source of the list')
            for step in table.steps:
                if isinstance(step, Set | Find) and step.words and step.words not in self.words:
                    raise ValueError(f"there is no value table words.{step.words}")
            for part in (*table.steps, *table.writes):
                for text in list_texts(part):
                    for _, form in BLANKS.findall(text):
                        if form and form not in FORMS and not is_date_order(form):
                            raise ValueError(f"{text!r}: {form!r} is not one of the forms {', '.join(FORMS)}")
        return self

    def find_day(self, table: Table) -> str:
        """Return the day of a list: when the source of its table was published, else when it was read."""
        first = table.sources[0] if table.sources else self.sources[0]["id"]
        source = next(source for source in self.sources if source["id"] == first)
        return source.get("published") or source.get("retrieved") or ""

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
