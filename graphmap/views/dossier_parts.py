"""What a dossier is made of: frozen records of text, in one language, that every form of it renders alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from markupsafe import Markup

from graphmap.language import Language
from graphmap.scales import Verdict
from graphmap.views.office import Office

DossierKind = Literal["country", "province", "border", "pair"]
"""What a dossier can be about: a foreign country, a province, the border with a country, two provinces."""

DOSSIER_KINDS: tuple[DossierKind, ...] = get_args(DossierKind)

SectionName = Literal["pairs", "entanglement", "presence", "acts", "gaps", "missions", "unknown", "sources"]
"""The sections of a dossier, in their order."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a dossier is about: its kind, and the ids of a country, a province or two provinces."""

    kind: DossierKind
    ids: tuple[str, ...]

    @property
    def country(self) -> str | None:
        """Return the id of the foreign country that it is about, if it is about one."""
        return self.ids[0] if self.kind in ("country", "border") else None

    @property
    def provinces(self) -> tuple[str, ...]:
        """Return the ids of the provinces that it is about, if it is about any."""
        return () if self.country else self.ids


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, and the ids of the ties that it rests on: none where it says what is not recorded."""

    text: str
    ties: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text, and the mark of a verdict before it; `quiet` repeats or explains."""

    text: str
    mark: Verdict | None = None
    strong: bool = False
    quiet: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and the ids of the ties that it rests on."""

    cells: tuple[Cell, ...]
    ties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what heads its columns, how wide each is (in parts of 100), its rows."""

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a dossier under a heading: what is said first, a table where there is one, notes below it."""

    name: SectionName
    heading: str
    lead: tuple[Said, ...] = ()
    table: Table | None = None
    notes: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """The map of a dossier: a drawing in SVG, what it shows in words, and its signs with their meaning."""

    drawing: Markup
    says: str
    legend: tuple[tuple[Markup, str], ...] = ()


@dataclass(frozen=True)
class Dossier:
    """A dossier in one language: head, the finding in lines, sections; every form of it says the same.

    `title` names what it is about, `status` the day that it tells of. `day` is when it was written,
    `reference` its number, blank where the office fills it in. `picture` is its map, None where nothing has a
    place. `warning` is said where data are invented, `foot` holds of all of it.
    """

    subject: Subject
    language: Language
    office: Office
    title: str
    status: str
    day: date
    reference: str
    finding: tuple[Said, ...]
    sections: tuple[Section, ...]
    foot: tuple[Said, ...]
    warning: str = ""
    picture: Picture | None = None
