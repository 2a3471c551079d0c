"""Dossiers for the tests of their model and forms: of small graphs made by hand, and of the Iran sample."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from graphmap.language import Code, load_language
from graphmap.schema import Record
from graphmap.store.snapshot import Snapshot, build_snapshot
from graphmap.views.dossier import Dossier, DossierKind, Subject, find_subject, make_dossier, write_down
from graphmap.views.dossier_ground import Ground
from graphmap.views.dossier_parts import Row, Said, Section, SectionName
from tests.analysis.graphs import make_tie, make_world_with
from tests.views.graphs import read_iran

DAY = date(2026, 11, 26)


def describe(
    *ties: Record, kind: DossierKind = "country", names: tuple[str, ...] = ("TUR",), lang: Code = "en"
) -> Dossier:
    """Make a dossier of the small world with some ties."""
    return describe_snapshot(make_world_with(*ties), kind, names, lang)


def describe_snapshot(
    snapshot: Snapshot, kind: DossierKind, names: tuple[str, ...], lang: Code = "en"
) -> Dossier:
    """Make a dossier of a snapshot."""
    return make_dossier(snapshot, find_subject(snapshot, kind, names), load_language(lang), DAY, day=DAY)


def list_said(dossier: Dossier) -> Iterator[Said]:
    """Yield every sentence of the finding and the sections of a dossier, in order."""
    yield from dossier.finding
    for section in dossier.sections:
        yield from (*section.lead, *section.notes)


def list_rows(dossier: Dossier) -> Iterator[Row]:
    """Yield every row of the tables of a dossier, in order."""
    for section in dossier.sections:
        if section.table is not None:
            yield from section.table.rows


def find_section(dossier: Dossier, name: SectionName) -> Section | None:
    """Return the section of a name, None where the dossier has none."""
    return next((section for section in dossier.sections if section.name == name), None)


def sign(identity: str, start: str, end: str, **given: object) -> Record:
    """Make a memorandum in trade that has held since 2020 and holds without an end."""
    return make_tie(
        identity,
        start,
        end,
        **{"kind": "memorandum", "sectors": ("trade",), "since": "2020-01-01", "until": "..", **given},
    )


@cache
def read_ground(day: date | None = DAY) -> Ground:
    """Return the ground of the Iran sample on a day."""
    return Ground(build_snapshot(read_iran()), day)


def list_subjects(ground: Ground) -> Iterator[Subject]:
    """Yield a subject for each country with a tie, province, and border of a graph."""
    page = ground.page
    yield from (Subject("country", (country,)) for country in page.countries)
    yield from (Subject("province", (province,)) for province in page.provinces)
    yield from (Subject("border", (country,)) for country in sorted({country for _, country in page.borders}))
    yield Subject("pair", ("IR-04", "IR-12"))


@cache
def describe_all(lang: Code = "en") -> tuple[Dossier, ...]:
    """Return a dossier of everything in the Iran sample that can have one."""
    ground = read_ground()
    return tuple(
        write_down(ground, subject, load_language(lang), day=DAY) for subject in list_subjects(ground)
    )
