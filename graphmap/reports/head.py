"""The head of a report file: what it says, its parameters and columns, read from TOML and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from graphmap.errors import ReportError
from graphmap.schema import DECLARED, NODES
from graphmap.schema.kinds import DAY, IDENTITIES, IDENTITY_KIND, NUMBER, TEXT, TEXTS, WHOLE, YES_NO, Kind
from graphmap.text import find_nearest

BEGIN, END = "// /// report", "// ///"
"""The lines round the TOML of the head, as PEP 723 frames a script's."""

PLAIN_KINDS: Mapping[str, Kind] = {
    "text": TEXT,
    "texts": TEXTS,
    "id": IDENTITY_KIND,
    "ids": IDENTITIES,
    "whole": WHOLE,
    "number": NUMBER,
    "share": NUMBER,
    "day": DAY,
    "yes_no": YES_NO,
    "word": TEXT,
}
"""The types of a column or parameter that no field of the model has; a field's own is written LABEL.field."""

Words = Annotated[str, Field(min_length=1)]


class Described(BaseModel):
    """What parameters and columns share: a type, a help text, and the words that a value can be, if few."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: Words
    help: Words
    words: dict[Words, Words] = {}

    @model_validator(mode="after")
    def _check_type(self) -> Described:
        if bool(self.words) != (self.type == "word"):
            raise ValueError("words belong to the type word, and to it alone")
        self._check_known()
        return self

    def _check_known(self) -> None:
        if self.type not in PLAIN_KINDS and find_field(self.type) is None:
            near = ", ".join(name for name, _ in find_nearest(self.type, list_types()))
            raise ValueError(f"the type {self.type} is not known; the nearest are {near}")

    @property
    def kind(self) -> Kind:
        """Return the kind of its values."""
        return find_field(self.type) or PLAIN_KINDS[self.type]

    @property
    def choices(self) -> Mapping[str, str]:
        """Return the words that a value can be, each with its Persian; empty where any value will do."""
        return self.words or self.kind.choices


class Parameter(Described):
    """A parameter of a report: `default` stands where none is given (None: all), unless it is `required`.

    The type may also be a label (`Country`): then the value is the id of a node of that label, which a person
    may give by any of its names. `least` and `most` bound a number.
    """

    help_fa: Words
    default: str | int | float | bool | None = None
    required: bool = False
    least: float | None = None
    most: float | None = None

    def _check_known(self) -> None:
        if self.type not in NODES:
            super()._check_known()
        if "|" in self.type:
            raise ValueError("a parameter has the type of one field")
        if self.required and self.default is not None:
            raise ValueError("a required parameter has no default")
        if self.words and self.default is not None and self.default not in self.words:
            raise ValueError(f"the default {self.default} is none of its words")

    @property
    def label(self) -> str | None:
        """Return the label whose nodes it names, None where it names none."""
        return self.type if self.type in NODES else None

    @property
    def kind(self) -> Kind:
        """Return the kind of its values."""
        return IDENTITY_KIND if self.label else super().kind


class ReportColumn(Described):
    """A column of a report; `empty` says what a cell without a value means: unknown, or that there is none.

    Where rows differ in that, it is "told" by the query: null is unknown, an empty text or list is none.
    A column whose name is another's with `_fa` after it says the same in Persian.
    """

    caption_fa: Words
    caption: str = ""
    empty: Literal["unknown", "none", "told"] = "unknown"

    def judge_empty(self, value: object) -> Literal["unknown", "none"]:
        """Say what a cell without a value means.

        >>> column = ReportColumn(type="text", help="a text", caption_fa="متن", empty="told")
        >>> column.judge_empty(None), column.judge_empty("")
        ('unknown', 'none')
        """
        if self.empty == "told":
            return "unknown" if value is None else "none"
        return self.empty


class Head(BaseModel):
    """The whole head of a report."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    caption: Words
    caption_fa: Words
    description: Words
    description_fa: Words
    kind: Literal["report", "check"]
    severity: Literal["error", "warning", "note"] | None = None
    key: Annotated[tuple[str, ...], Field(min_length=1)]
    parameters: dict[str, Parameter] = {}
    columns: Annotated[dict[str, ReportColumn], Field(min_length=1)]

    @model_validator(mode="after")
    def _check_whole(self) -> Head:
        if (self.severity is None) == (self.kind == "check"):
            raise ValueError("severity belongs to a check, and to it alone")
        if unknown := [name for name in self.key if name not in self.columns]:
            raise ValueError(f"key names {unknown[0]}, which is not among the columns")
        if "as_of" in self.parameters:
            raise ValueError("as_of is always given, and is not declared among the parameters")
        return self


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
    label, _, field = name.partition(".")
    if label not in DECLARED:
        return None
    return next((column.kind for column in DECLARED[label].columns() if column.name == field), None)


def list_types() -> Iterator[str]:
    """Yield every type that a column or parameter can have."""
    yield from PLAIN_KINDS
    yield from NODES
    for label, record in DECLARED.items():
        yield from (f"{label}.{column.name}" for column in record.columns())


def read_head(text: str, file: str) -> Head:
    """Read the head of a report file; ReportError says what is wrong with it."""
    lines = text.splitlines()
    if not lines or lines[0].strip() != BEGIN:
        raise ReportError(f"{file}, line 1: a report begins with the line {BEGIN}")
    toml: list[str] = []
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == END:
            return _read_toml("\n".join(toml), file)
        if line.rstrip() != "//" and not line.startswith("// "):
            raise ReportError(
                f"{file}, line {number}: a line of the head begins with // and a space, to {END}"
            )
        toml.append(line[3:])
    raise ReportError(f"{file}: the head has no end; it ends with the line {END}")


def _read_toml(toml: str, file: str) -> Head:
    try:
        given = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise ReportError(f"{file}: the head is not TOML: {error}") from error
    try:
        return Head.model_validate(given)
    except ValidationError as error:
        raise ReportError("\n".join(f"{file}: {_say(detail)}" for detail in error.errors())) from error


def _say(detail: Any) -> str:
    """Say one thing that pydantic found, by the key it is about."""
    place = ".".join(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        owners: dict[str, type[BaseModel]] = {"parameters": Parameter, "columns": ReportColumn}
        owner = owners.get(str(detail["loc"][0]), Head)
        near = ", ".join(name for name, _ in find_nearest(str(detail["loc"][-1]), owner.model_fields))
        return f"{place} is not a key of a head; the nearest are {near}"
    if detail["type"] == "missing":
        return f"{place} is missing"
    said = str(detail["msg"]).removeprefix("Value error, ")
    return f"{place}: {said}" if place else said
