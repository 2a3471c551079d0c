"""A question as it is declared: what it says, its parameters and columns, checked against the model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from keyword import iskeyword
from typing import Any, Literal, TypeVar, cast

from graphmap.errors import QuestionError, shown_value
from graphmap.language import load_language
from graphmap.question.calling import Call, call_parameters, call_plainly
from graphmap.question.field_types import PLAIN_KINDS, find_field, list_types
from graphmap.question.filling import fill_head
from graphmap.question.fitting import fit_head
from graphmap.question.picture import Picture
from graphmap.question.shared import OF_ALL, OF_STORE, SHARED
from graphmap.scales import SCALES, name_message
from graphmap.schema.kinds import (
    IDENTITY_KIND,
    LIST_MARK,
    WHOLE,
    Kind,
    ValueRefused,
)
from graphmap.schema.sectors import SECTORS
from graphmap.text import find_nearest

NUMBERS = frozenset({"whole", "number", "share", "days"})
"""The types whose values are numbers; a share is said in percent, and days in years too."""

SHARED_TYPES = frozenset({*(declared["type"] for declared in SHARED.values()), "TIED_TO.since"})
"""Types that are known without a look at the model, which takes long to load; a test holds them to it."""

KNOWN_CHOICES: Mapping[str, Mapping[str, str]] = {"TIED_TO.sectors": SECTORS}
"""The words of fields that are known without it, too."""


@dataclass(frozen=True, kw_only=True)
class Described:
    """What parameters and columns share: a type, a help text, and the words that a value can be, if few.

    The type `word` lists its words with their Persian in `words`. The name of a scale (`level`, `certainty`,
    `verdict`) stands for the words of the scale, or for those that `among` names; `words` adds others to
    them, or says one otherwise.
    """

    type: str
    help: str
    words: dict[str, str] = field(default_factory=dict)
    among: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what does not go together; ValueError."""
        scale = SCALES.get(self.type)
        if scale is None and bool(self.words) != (self.type == "word"):
            raise ValueError("words belong to the type word, and to it alone")
        if unknown := [word for word in self.among if word not in (scale or ())]:
            raise ValueError(f"among names {unknown[0]}, which is not on the scale {self.type}")
        if self.type not in PLAIN_KINDS and self.type not in SHARED_TYPES:
            self._check_known()

    def _check_known(self) -> None:
        if find_field(self.type) is None:
            near = ", ".join(name for name, _ in find_nearest(self.type, list_types()))
            raise ValueError(f"the type {self.type} is not known; the nearest are {near}")

    @property
    def kind(self) -> Kind:
        """Return the kind of its values."""
        if self.type in PLAIN_KINDS:
            return PLAIN_KINDS[self.type]
        # A type that is not known was refused.
        return cast(Kind, find_field(self.type))

    @property
    def own_words(self) -> tuple[str, ...]:
        """Return the words that a value can be, where the head or a scale says them; else none."""
        return tuple(dict.fromkeys((*(self.among or SCALES.get(self.type, ())), *self.words)))

    @cached_property
    def choices(self) -> Mapping[str, str]:
        """Return the words that a value can be, each with its Persian; empty where any value will do."""
        if not self.own_words:
            return KNOWN_CHOICES.get(self.type) or self.kind.choices
        persian = load_language("fa")
        return {
            word: self.words.get(word) or persian.words(name_message(self.type, word))
            for word in self.own_words
        }


def name_argument(name: str) -> str:
    """Return what a parameter is called as an argument of Python: a word of the language has a mark after it.

    >>> name_argument("from"), name_argument("to")
    ('from_', 'to')
    """
    return f"{name}_" if iskeyword(name) else name


@dataclass(frozen=True, kw_only=True)
class Parameter(Described):
    """A parameter of a question: `default` stands where none is given (None: all), unless it is `required`.

    Of the type `file` the value is the text of a file; on a command line its path is given, and one that is
    `positional` without the name of an option.
    The type may also be a label (`Country`): then the value is the id of a node of that label, which a person
    may give by any of its names. `least` and `most` bound a number. `only_with` names what gives this one a
    meaning, with the values at which it does, joined by | (`as_of` at `all`). Of `many`, several values are
    given, joined by |; they are read as a tuple. One that is named by a word of Python (`from`) is `from_` to
    the function that answers and to whoever asks by keyword (`name_argument`).
    """

    help_fa: str
    default: str | int | float | bool | None = None
    required: bool = False
    least: float | None = None
    most: float | None = None
    only_with: dict[str, str] = field(default_factory=dict)
    many: bool = False
    positional: bool = False

    def __post_init__(self) -> None:
        """Refuse what does not go together; ValueError."""
        super().__post_init__()
        if "|" in self.type:
            raise ValueError("a parameter has the type of one field")
        if self.required and self.default is not None:
            raise ValueError("a required parameter has no default")
        if self.own_words and self.default is not None and self.default not in self.own_words:
            raise ValueError(f"the default {self.default} is none of its words")

    def _check_known(self) -> None:
        from graphmap.schema import NODES

        if self.type not in NODES:
            super()._check_known()

    @property
    def label(self) -> str | None:
        """Return the label whose nodes it names, None where it names none."""
        return None if "." in self.type or self.type in PLAIN_KINDS else self.type

    @property
    def kind(self) -> Kind:
        """Return the kind of its values."""
        return IDENTITY_KIND if self.label else super().kind

    def help_in(self, code: str) -> str:
        """Return its help in a language."""
        return self.help_fa if code == "fa" else self.help

    def read(self, name: str, value: Any) -> Any:
        """Return a value of its type, within its bounds; QuestionError says what would be right."""
        if self.type == "file" and isinstance(value, str):
            return value  # with its lines, and the name of the file where it knows it
        if self.many:
            parts = value.split(LIST_MARK) if isinstance(value, str) else value
            return tuple(dict.fromkeys(self._read_typed(name, part) for part in parts))
        read = self._read_typed(name, value)
        if (self.least is not None and read < self.least) or (self.most is not None and read > self.most):
            raise self._out_of_bounds(name, value)
        return read

    def _out_of_bounds(self, name: str, value: Any) -> QuestionError:
        least = 0 if self.least is None and self.kind is WHOLE else self.least
        bounds = [f"at least {least:g}"] if least is not None else []
        bounds += [f"at most {self.most:g}"] if self.most is not None else []
        right = " and ".join(bounds)
        return QuestionError(f"{name}: {shown_value(str(value))} is out of bounds; right would be {right}")

    def _read_typed(self, name: str, value: Any) -> Any:
        if self.own_words:
            return self._read_word(name, str(value))
        if isinstance(value, bool | date) or not isinstance(value, str | int | float):
            value = self.kind.write_cell_item(value)
        try:
            return self.kind.read(str(value).strip())
        except ValueRefused as refused:
            if self.kind is WHOLE and re.fullmatch(r"\s*[-+]?\d+\s*", str(value)):
                raise self._out_of_bounds(name, value) from refused
            raise QuestionError(f"{name}: {shown_value(str(value))} {refused}") from refused

    def _read_word(self, name: str, text: str) -> str:
        """Return the word that a text is, in English (spaces as hyphens or underscores too) or Persian."""
        if text in self.own_words:
            return text
        said = text.strip().casefold()
        for word, persian in self.choices.items():
            if said in {word, word.replace(" ", "_"), word.replace(" ", "-"), persian}:
                return word
        right = ", ".join(self.own_words)
        raise QuestionError(
            f"{name}: {shown_value(text)} is not one of its words; right would be one of {right}"
        )


@dataclass(frozen=True, kw_only=True)
class Column(Described):
    """A column of an answer; `empty` says what a cell without a value means: unknown, or that there is none.

    Where rows differ in that, it is "told" by the query: null is unknown, an empty text or list is none.
    Of type `name` or `names`, a head declares two columns at once: one whose name is another's with `_fa`
    after it says the same in Persian; of type `node`, three: `x` (its id), `x_name` and `x_name_fa`.
    `named_by` is the column that names what this one holds the ids of.
    `where` names a parameter and the values with which the column stands; without it, it always does.
    `blank` are words of which a cell shows nothing. A `detail` gives way first where a screen is narrow.
    """

    caption_fa: str
    caption: str = ""
    named_by: str = ""
    where: dict[str, tuple[str, ...]] = field(default_factory=dict)
    empty: Literal["unknown", "none", "told"] = "unknown"
    blank: tuple[str, ...] = ()
    detail: bool = False

    def __post_init__(self) -> None:
        """Refuse what does not go together; ValueError."""
        super().__post_init__()
        if unknown := [word for word in self.blank if word not in self.choices]:
            raise ValueError(f"blank names {unknown[0]}, which is none of its words")

    @property
    def is_number(self) -> bool:
        """Return whether its values are numbers that stand under each other."""
        return self.type in NUMBERS

    @staticmethod
    def is_empty(value: object) -> bool:
        """Return whether a cell has no value."""
        return value is None or value in ("", [], ())

    def is_blank(self, value: object) -> bool:
        """Return whether a cell shows nothing: there is nothing, or nothing that applies."""
        return value in self.blank if not self.is_empty(value) else self.judge_empty(value) == "none"

    def is_unknown(self, value: object) -> bool:
        """Return whether a cell has no value because it is not known."""
        return self.is_empty(value) and self.judge_empty(value) == "unknown"

    def judge_empty(self, value: object) -> Literal["unknown", "none"]:
        """Say what a cell without a value means.

        >>> column = Column(type="text", help="a text", caption_fa="متن", empty="told")
        >>> column.judge_empty(None), column.judge_empty("")
        ('unknown', 'none')
        """
        if self.empty == "told":
            return "unknown" if value is None else "none"
        return self.empty


@dataclass(frozen=True, kw_only=True)
class Question:
    """Something that can be asked. `key` names the columns that tell the rows of its answer apart.

    `nothing` is what an answer without a row says, in a sentence that claims no more than the data do.
    `parts` names the column by which the eye is given a table each; `tally`, one of words that are counted
    above the rows. `picture` is drawn of some of them.
    """

    name: str
    caption: str
    caption_fa: str
    description: str
    description_fa: str
    kind: Literal["analysis", "report", "check"]
    key: tuple[str, ...]
    nothing: str = ""
    nothing_fa: str = ""
    parts: str = ""
    tally: str = ""
    picture: Picture | None = None
    parameters: dict[str, Parameter] = field(default_factory=dict)
    columns: dict[str, Column]

    def __post_init__(self) -> None:
        """Refuse what does not go together; ValueError."""
        if not self.key or not self.columns:
            raise ValueError("key and columns name one column at least")
        if unknown := [name for name in self.key if name not in self.columns]:
            raise ValueError(f"key names {unknown[0]}, which is not among the columns")
        if bool(self.nothing) != bool(self.nothing_fa):
            raise ValueError("nothing is said in both languages, or in none")
        for key in ("parts", "tally"):
            name = getattr(self, key)
            if name and (name not in self.columns or not self.columns[name].choices):
                raise ValueError(f"{key} names {name}, which is no column of words")
        if self.picture and (problem := next(self.picture.find_problems(self.columns), None)):
            raise ValueError(problem)
        for name in OF_ALL.keys() | OF_STORE.keys():
            if name in self.parameters:
                raise ValueError(f"{name} is always given, and is not declared among the parameters")
        for name, column in self.columns.items():
            if column.named_by and column.named_by not in self.columns:
                raise ValueError(f"{name} is named by {column.named_by}, which is not among the columns")
            for parameter, values in column.where.items():
                if parameter not in self.parameters:
                    raise ValueError(f"{name} stands where {parameter} is given, which is no parameter")
                known = self.parameters[parameter].own_words
                if unknown := [value for value in values if value not in known]:
                    raise ValueError(f"{name} stands where {parameter} is {unknown[0]}, which it cannot be")

    def picture_with(self, parameters: Mapping[str, Any]) -> Picture | None:
        """Return its picture where it has one for some parameters."""
        stands = self.picture and all(
            parameters.get(parameter) in values for parameter, values in self.picture.where.items()
        )
        return self.picture if stands else None

    def columns_with(self, parameters: Mapping[str, Any]) -> dict[str, Column]:
        """Return the columns of its answer to some parameters: those that always stand, or with these."""
        return {
            name: column
            for name, column in self.columns.items()
            if all(parameters.get(parameter) in values for parameter, values in column.where.items())
        }

    @property
    def asked(self) -> Mapping[str, Parameter]:
        """Return all that can be given: its own parameters, and those of every question."""
        return {**self.parameters, **ASKED_OF_ALL}

    def list_clashes(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
        """Yield what is given without a meaning: a parameter, another, and the value this should have."""
        for name, parameter in self.parameters.items():
            if values.get(name) is None:
                continue
            for other, right in parameter.only_with.items():
                value = values.get(other)
                if isinstance(value, str):
                    value = self.asked[other].read(other, value)
                if value not in [self.asked[other].read(other, one) for one in right.split("|")]:
                    yield name, other, right.replace("|", " or ")

    def caption_in(self, code: str) -> str:
        """Return its caption in a language."""
        return self.caption_fa if code == "fa" else self.caption

    def describe(self, code: str, call: Call = call_plainly) -> str:
        """Return its description in a language, parameters called as a door does (question/calling.py)."""
        text = self.description_fa if code == "fa" else self.description
        return call_parameters(text, call)

    def nothing_in(self, code: str) -> str:
        """Return in a language what an answer without a row says, which is no more than the data do."""
        return self.nothing_fa if code == "fa" else self.nothing


ASKED_OF_ALL: Mapping[str, Parameter] = {
    name: Parameter(**declared) for name, declared in {**OF_ALL, **OF_STORE}.items()
}
"""The parameters of every question."""


AnyQuestion = TypeVar("AnyQuestion", bound=Question)


def check_head(cls: type[AnyQuestion], head: Mapping[str, Any], file: str, **known: Any) -> AnyQuestion:
    """Return the question that a head and its file declare; QuestionError says what is wrong."""
    return fit_head(cls, fill_head(head), file, **known)
