"""A dossier: what a minister reads of a country, a province, a border or two provinces, made from a snapshot.

The same analyses as a page's stand behind it; its sentences are made once, here, and every form of it (HTML,
PDF, DOCX) renders this one model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from graphmap.errors import GraphmapError
from graphmap.language import Language
from graphmap.scales import PRESUMED_YEARS
from graphmap.store.snapshot import Snapshot
from graphmap.views.dossier_citing import Citing
from graphmap.views.dossier_entangled import make_entanglement_section
from graphmap.views.dossier_finding import say_finding
from graphmap.views.dossier_gaps import make_gaps_section, make_missions_section
from graphmap.views.dossier_ground import Ground
from graphmap.views.dossier_map import make_picture
from graphmap.views.dossier_pairs import make_pairs_section
from graphmap.views.dossier_parts import DOSSIER_KINDS, Dossier, DossierKind, Said, Section, Subject
from graphmap.views.dossier_presence import choose_records, make_acts_section, make_presence_section
from graphmap.views.dossier_unknown import make_unknown_section
from graphmap.views.office import NO_OFFICE, Office

__all__ = ["DOSSIER_KINDS", "Dossier", "DossierKind", "Subject", "find_subject", "make_dossier", "write_down"]


def find_subject(
    snapshot: Snapshot, kind: DossierKind, names: Sequence[str], language: str | None = None
) -> Subject:
    """Find what a dossier is to be about, by names, codes or ids in either script.

    Raises NameUnknown or NameUnclear for a name, GraphmapError for the home country, for as many names as the
    kind does not take, or for a province beside itself.
    """
    wanted = 2 if kind == "pair" else 1
    if len(names) != wanted:
        what = "two provinces" if wanted == 2 else "one name"
        raise GraphmapError(f"a dossier of a {kind} takes {what}; {len(names)} were given")
    places = snapshot.directory
    if kind in ("country", "border"):
        return Subject(kind, (places.find_foreign_country(names[0], language),))
    found = tuple(places.find("Province", name, language=language) for name in names)
    if len(set(found)) < len(found):
        raise GraphmapError(f"{found[0]} is one province; right would be two different ones")
    return Subject(kind, found)


def make_dossier(
    snapshot: Snapshot,
    subject: Subject,
    language: Language,
    as_of: date | None,
    presume: int = PRESUMED_YEARS,
    office: Office = NO_OFFICE,
    reference: str = "",
    day: date | None = None,
) -> Dossier:
    """Make a dossier of a snapshot on a day; `day` is when it is written, today where none is given."""
    return write_down(Ground(snapshot, as_of, presume), subject, language, office, reference, day)


def write_down(
    ground: Ground,
    subject: Subject,
    language: Language,
    office: Office = NO_OFFICE,
    reference: str = "",
    day: date | None = None,
) -> Dossier:
    """Write the dossier of a subject down from what many have in common."""
    one = language
    citing = Citing(ground, one)
    records = choose_records(ground, subject)
    # The sources come last: they are numbered as the sections before name them.
    sections: list[Section | None] = [
        make_pairs_section(ground, subject, one),
        make_entanglement_section(ground, subject, one),
        make_presence_section(ground, subject, one, citing),
        make_acts_section(ground, subject, one, citing),
        make_gaps_section(ground, subject, one),
        make_missions_section(ground, subject, one),
        make_unknown_section(ground, subject, one, records),
        citing.make_section(),
    ]
    names = {"name": ground.name(subject.ids[0], one)}
    if subject.kind == "pair":
        names = {"one": ground.name(subject.ids[0], one), "other": ground.name(subject.ids[1], one)}
    as_of = ground.as_of
    return Dossier(
        subject=subject,
        language=one,
        office=office,
        title=one.words(f"dossier-title-{subject.kind}", **names),
        status=one.words("page-as-of-all") if as_of is None else one.words("page-as-of", day=as_of),
        day=day or date.today(),
        reference=_write_reference(reference, one),
        finding=say_finding(ground, subject, one),
        sections=tuple(section for section in sections if section is not None),
        foot=_say_foot(ground, one),
        picture=make_picture(ground, subject, one),
        warning=one.words("dossier-invented") if ground.snapshot.is_invented else "",
    )


def _write_reference(reference: str, one: Language) -> str:
    """Write a number of a paper in the language's digits, but for one that has letters of another script."""
    return reference if re.search("[A-Za-z]", reference) else one.digits(reference)


def _say_foot(ground: Ground, one: Language) -> tuple[Said, ...]:
    """Say what holds of every dossier: what the words mean, and what it does not claim."""
    lines = [one.words("dossier-foot-words")]
    if ground.as_of is not None and ground.presume:
        lines.append(one.words("dossier-foot-presumed", years=ground.presume))
    lines.append(one.words("dossier-foot-absent"))
    if not ground.chart.invented:
        lines.append(one.words("sources-shapes", source=ground.chart.world.source))
    return tuple(Said(line) for line in lines)
