"""What every declared node and relationship is: a frozen record whose fields describe themselves."""

# No deferred annotations here: pydantic would compile each of them again, for every class, at every start.
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, NoReturn, Self, cast

from pydantic import BaseModel, ConfigDict, Field

from graphmap.bounds import Bounds, find_bounds
from graphmap.dates import BOUNDS
from graphmap.schema.apart import APART
from graphmap.schema.kinds import (
    IDENTITIES,
    IDENTITY,
    IDENTITY_KIND,
    PERSIAN_TEXT,
    TEXT,
    TEXTS,
    UNCERTAIN_DATE,
    UNCERTAIN_DATES,
    Kind,
)
from graphmap.text import Name, fold, guess_language, keep_telling, transliterate

Identity = str


def described(meaning: str, meaning_fa: str, example: str = "", required: bool = False) -> Any:
    """Declare a field: its meaning in English and Persian, an example cell, and whether it must be there."""
    return Field(
        default=None,
        description=meaning,
        json_schema_extra={"meaning_fa": meaning_fa, "example": example, "needed": required},
    )


def describe_apart() -> Any:
    """Declare the field that says which records a person judged not to be one with this one."""
    return described(
        "records that this one is not, whatever their names: the id of each, with the day, who said so and "
        "why, as `graphmap review --apart` writes it",
        "رکوردهایی که با وجود نام یکسان این یکی نیستند: شناسهٔ هر یک با تاریخ، گوینده و دلیل",
    )


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a label or relationship type, as files, forms and pages show it."""

    name: str
    kind: Kind
    meaning: str
    meaning_fa: str
    example: str
    required: bool


class Record(BaseModel):
    """A node or relationship as it is written: the fields that were given, and no others.

    A field given as None is cleared in the store; one that was not given leaves the stored value as it is.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    stored_as: ClassVar[str] = ""
    """The label or type in Cypher and the name of its file; a node's is the name of its class."""
    meaning_fa: ClassVar[str] = ""
    """What it is, in Persian; the English is the first line of the class's docstring."""
    id_form: ClassVar[tuple[str, str]] = (IDENTITY.pattern, "ASCII letters, digits and : . _ -")
    """The pattern of its ids, and how a person is told."""
    id_form_fa: ClassVar[str] = "حرف‌ها و رقم‌های لاتین و : . _ -"
    """The same for a person who reads Persian."""
    derived: ClassVar[tuple[str, ...]] = ()
    """Properties that the store keeps and no file gives."""
    settled: ClassVar[tuple[str, ...]] = ()
    """More such properties, which other records may have a part in (schema/rules/settling.py)."""
    example: ClassVar[Mapping[str, str]] = {}
    """Cells of its example row that no field's own example gives, or that must fit the other examples."""

    id: Annotated[Identity | None, IDENTITY_KIND] = described("unique id", "شناسهٔ یکتا", "", required=True)

    @property
    def identity(self) -> str:
        """The id of a whole record; ValueError for a row that has none."""
        return self.id or _lacking(self, "id")

    @classmethod
    def meaning(cls) -> str:
        """Return what it is, in English."""
        return (cls.__doc__ or "").splitlines()[0]

    @classmethod
    @cache
    def columns(cls) -> tuple[Column, ...]:
        """Return the fields that files give, in their declared order."""
        found = []
        for name, info in cls.model_fields.items():
            kind = next(part for part in info.metadata if isinstance(part, Kind))
            extra = cast(dict[str, Any], info.json_schema_extra)
            found.append(
                Column(
                    name,
                    kind,
                    info.description or "",
                    str(extra["meaning_fa"]),
                    str(extra["example"]),
                    bool(extra["needed"]),
                )
            )
        return tuple(found)

    @classmethod
    def column(cls, name: str) -> Column:
        """Return one field by its name; KeyError if it has none of that name."""
        return next((column for column in cls.columns() if column.name == name), None) or _no_column(
            cls, name
        )

    @classmethod
    def example_row(cls) -> dict[str, str]:
        """Return the example cell of every field; the rows of all labels and types fit together."""
        return {column.name: cls.example.get(column.name, column.example) for column in cls.columns()}

    def given(self) -> dict[str, Any]:
        """Return the fields that were given, None where one is to be cleared."""
        given, held = self.__pydantic_fields_set__, self.__dict__
        return {name: value for name, value in held.items() if name in given}

    def values(self) -> dict[str, Any]:
        """Return the fields that hold a value; an empty list holds none."""
        # A field that was not given is None.
        return {name: value for name, value in self.__dict__.items() if value is not None and value != ()}

    def merged_over(self, stored: Self | None) -> Self:
        """Return the whole record that results when this one is written over a stored one."""
        if self._adds_nothing_to(stored):
            return self if stored is None else stored
        after = {**(stored.values() if stored is not None else {}), **self.given()}
        return self.holding(
            {name: value for name, value in after.items() if value is not None and value != ()}
        )

    def _adds_nothing_to(self, stored: Self | None) -> bool:
        """Say whether the whole record is the stored one as it is; where there is none, this very one."""
        held = self.__dict__
        if stored is None:
            values = [*held.values()]  # a field that was not given is None
            return values.count(None) == len(values) - len(self.__pydantic_fields_set__) and () not in values
        before = stored.__dict__
        return all(
            held[name] == before.get(name) or (held[name] in NOTHING and before.get(name) in NOTHING)
            for name in self.__pydantic_fields_set__
        )

    @classmethod
    def holding(cls, values: Mapping[str, Any]) -> Self:
        """Make a record of values already read and checked; a field that is not among them was not given.

        It does what pydantic's model_construct does, in a fifth of the time; a store may hold 200,000.
        """
        record = object.__new__(cls)
        object.__setattr__(record, "__dict__", {**_list_blank(cls), **values})
        object.__setattr__(record, "__pydantic_fields_set__", _share_names(tuple(values)))
        object.__setattr__(record, "__pydantic_extra__", None)
        object.__setattr__(record, "__pydantic_private__", None)
        return record

    def derive(self) -> dict[str, Any]:
        """Return the derived properties of a whole record; may raise DateError."""
        return {}

    def settle_alone(self) -> dict[str, Any]:
        """Return the settled properties of a whole record beside which there is no other."""
        return {}

    @classmethod
    def kept(cls) -> tuple[str, ...]:
        """Return all properties that the store keeps and no file gives."""
        return (*cls.derived, *cls.settled)

    def missing(self) -> Sequence[Column]:
        """Return the required fields that a whole record lacks."""
        held = self.__dict__
        return [column for column in self._required() if held[column.name] in NOTHING]

    @classmethod
    @cache
    def _required(cls) -> tuple[Column, ...]:
        return tuple(column for column in cls.columns() if column.required)


NOTHING = (None, ())
"""What a field holds that holds no value."""


@cache
def _list_blank(cls: type[Record]) -> Mapping[str, Any]:
    """Return every field with its default, in the declared order."""
    return {name: info.default for name, info in cls.model_fields.items()}


@cache
def _share_names(names: tuple[str, ...]) -> set[str]:
    """Return the names of the fields that were given: one set for all records alike, which none changes."""
    return set(names)


def _lacking(record: Record, name: str) -> NoReturn:
    raise ValueError(f"this {record.stored_as} has no {name}, so it is no whole record: {record.given()}")


def _no_column(cls: type[Record], name: str) -> Column:
    raise KeyError(f"{cls.stored_as} has no field {name}")


class Named(Record):
    """A node: something with an id and a name."""

    def __init_subclass__(cls, **options: Any) -> None:
        """Store a label under the name of its class."""
        super().__init_subclass__(**options)
        cls.stored_as = cls.__name__

    name: Annotated[str | None, TEXT] = described("name in English", "نام به انگلیسی", "", required=True)
    name_fa: Annotated[str | None, PERSIAN_TEXT] = described("name in Persian", "نام به فارسی")
    aliases: Annotated[tuple[str, ...] | None, TEXTS] = described(
        "other names by which it is looked up", "نام‌های دیگری که با آن‌ها جست‌وجو می‌شود"
    )
    note: Annotated[str | None, TEXT] = described("a remark", "یادداشت")

    @property
    def known_as(self) -> Name:
        """The name of a whole node in English and Persian; its id stands where a store holds no name."""
        return Name(self.name or self.identity, self.name_fa or "")


class Node(Named):
    """A node that rests on sources."""

    derived: ClassVar[tuple[str, ...]] = ("folds",)
    """`folds`: its names as they are matched when files are read (text.py), so that Cypher can match them; of
    places also without words for what they are (Gemeente Amsterdam), and in Latin letters."""
    named_in_many_ways: ClassVar[bool] = False
    """Whether lists put words for what it is round its names."""

    sources: Annotated[tuple[Identity, ...] | None, IDENTITIES] = described(
        "ids of the sources that say so", "شناسهٔ منابع", "source:example", required=True
    )
    apart_from: Annotated[tuple[str, ...] | None, APART] = describe_apart()

    def derive(self) -> dict[str, Any]:
        """Return its names, folded, each once, in their order of letters."""
        names = {name for name in (self.name, self.name_fa, *(self.aliases or ())) if name}
        folds = set(map(fold, names))
        if self.named_in_many_ways:
            telling = set(map(keep_telling, names))
            folds |= set(map(fold, telling))
            # Persian has no vowels to compare: graphmap review holds its consonants against others.
            latin = {
                fold(name if name.isascii() else transliterate(name))
                for name in telling
                if guess_language(name) != "fa"
            }
            # Петербург has no s of Petersburg; of 17,000 cities no two are told apart by one.
            folds |= latin | {name.replace("sburg", "burg") for name in latin}
        return {"folds": tuple(sorted(folds))}


class Relationship(Record):
    """A relationship between two nodes; it has an id and sources of its own."""

    ends: ClassVar[frozenset[tuple[str, str]]] = frozenset()
    """Pairs of labels it may lead from and to."""
    key: ClassVar[tuple[str, ...]] = ()
    """The fields that, with both ends, say which relationship it is; a blank id is minted from them."""
    apart: ClassVar[tuple[str, ...]] = ()
    """Fields that belong to the key where they are given, and leave the id as it was where they are not."""
    single: ClassVar[bool] = False
    """Whether a node has at most one of these."""
    unordered: ClassVar[frozenset[tuple[str, str]]] = frozenset()
    """Pairs of labels between which it has no direction: the lower id goes first."""

    id: Annotated[Identity | None, IDENTITY_KIND] = described(
        "unique id; left blank, it is minted from the key",
        "شناسهٔ یکتا؛ اگر خالی بماند از روی کلید ساخته می‌شود",
    )
    from_id: Annotated[Identity | None, IDENTITY_KIND] = described(
        "id of the node it leads from", "شناسهٔ گرهٔ آغاز", "", required=True
    )
    to_id: Annotated[Identity | None, IDENTITY_KIND] = described(
        "id of the node it leads to", "شناسهٔ گرهٔ پایان", "", required=True
    )
    sources: Annotated[tuple[Identity, ...] | None, IDENTITIES] = described(
        "ids of the sources that say so", "شناسهٔ منابع", "source:example", required=True
    )
    note: Annotated[str | None, TEXT] = described("a remark", "یادداشت")

    @property
    def start(self) -> str:
        """The id of the node that a whole relationship leads from; ValueError for a row that has none."""
        return self.from_id or _lacking(self, "from_id")

    @property
    def target(self) -> str:
        """The id of the node that a whole relationship leads to; ValueError for a row that has none."""
        return self.to_id or _lacking(self, "to_id")

    def has_ends(self) -> bool:
        """Say whether a row names both nodes that it joins."""
        return bool(self.from_id and self.to_id)

    def mint_id(self) -> str:
        """Mint the id from the ends and the key, so that the same row is the same relationship tomorrow."""
        parts = [self.from_id, self.to_id, *(getattr(self, name) or "" for name in self.key)]
        parts += [f"{name}={getattr(self, name)}" for name in self.apart if getattr(self, name)]
        digest = hashlib.blake2s(json.dumps(parts, default=str).encode(), digest_size=6).hexdigest()
        return f"{self.stored_as.lower()}:{str(self.from_id)[:80]}..{str(self.to_id)[:80]}:{digest}"


class Lasting(Relationship):
    """A relationship that holds for a time: two dates as far as known, and days on which it is attested."""

    derived: ClassVar[tuple[str, ...]] = BOUNDS
    settled: ClassVar[tuple[str, ...]] = ("counts_from", "counts_until", "certain_from", "certain_until")
    """On which days it counts, possibly and certainly, as a tie does (schema/rules/counting.py)."""

    since: Annotated[str | None, UNCERTAIN_DATE] = described(
        "first day it holds, as far as known", "نخستین روز برقراری، تا جایی که معلوم است", "2019-05"
    )
    until: Annotated[str | None, UNCERTAIN_DATE] = described(
        "first day it no longer holds; .. while it is open, blank if unknown",
        "نخستین روزی که دیگر برقرار نیست؛ «..» اگر پایان ندارد، خالی اگر نامعلوم است",
        "..",
    )
    attested: Annotated[tuple[str, ...] | None, UNCERTAIN_DATES] = described(
        "days on which a source says it holds, or months or years within which it does",
        "روزهایی که منبعی برقراری آن را گواهی می‌کند، یا ماه یا سالی که در آن برقرار بوده است",
        "2026-02-08",
    )
    apart_from: Annotated[tuple[str, ...] | None, APART] = describe_apart()

    def bounds(self) -> Bounds:
        """Return the bounds that its dates set; DateError if they contradict."""
        return find_bounds(self.since or "", self.until or "", self.attested or ())

    def derive(self) -> dict[str, Any]:
        """Return the four bounds as days; DateError if they contradict."""
        return name_bounds(self.bounds())

    def settle_alone(self) -> dict[str, Any]:
        """Return on which days it counts: possibly while it may last, certainly while it surely does."""
        bounds = self.bounds()
        days = (bounds.since_earliest, bounds.until_latest, bounds.since_latest, bounds.until_earliest)
        return dict(zip(self.settled, days, strict=True))


def name_bounds(bounds: Bounds) -> dict[str, Any]:
    """Return bounds as the properties under which they are stored."""
    return {name: getattr(bounds, name) for name in Lasting.derived}


def ends_of(*sentences: str) -> frozenset[tuple[str, str]]:
    """Read pairs of labels from sentences.

    >>> sorted(ends_of("City -> Province, Country"))
    [('City', 'Country'), ('City', 'Province')]
    """
    pairs: set[tuple[str, str]] = set()
    for sentence in sentences:
        starts, targets = sentence.split("->")
        pairs |= {(a.strip(), b.strip()) for a in starts.split(",") for b in targets.split(",")}
    return frozenset(pairs)
