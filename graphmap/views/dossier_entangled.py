"""Who is there across the borders with a neighbour: border provinces, farther ones, what they do jointly."""

from __future__ import annotations

from graphmap.analysis.dyad import Dyad
from graphmap.analysis.entanglement import find_entanglement
from graphmap.language import Language
from graphmap.scales import name_message
from graphmap.views.dossier_ground import Ground
from graphmap.views.dossier_parts import Cell, Row, Said, Section, Subject, Table

MOST_DYADS = 20
"""How many borders the table holds."""

MOST_NAMES = 3
"""How many provinces a cell names."""


def make_entanglement_section(ground: Ground, subject: Subject, one: Language) -> Section | None:
    """Say how provinces are entangled at a border; None for any other subject, and where no border is."""
    if subject.kind != "border":
        return None
    snapshot, country = ground.snapshot, subject.ids[0]
    day, presume = ground.as_of, ground.presume
    neighbours = find_entanglement(snapshot, by="neighbour", country=country, as_of=day, presume=presume)
    if not neighbours:
        return None
    dyads = find_entanglement(snapshot, country=country, as_of=day, presume=presume)
    shown = [dyad for dyad in dyads if dyad.others or dyad.joint_with]
    rows = tuple(_draw_row(dyad, one) for dyad in shown[:MOST_DYADS])
    heads = ("province", "region", "standing", "others", "joint")
    table = Table(tuple(one.words(f"dossier-head-{name}") for name in heads), (17, 17, 20, 28, 18), rows)
    return Section(
        "entanglement",
        one.words("dossier-entanglement"),
        lead=tuple(Said(found.sentence(one), found.ties) for found in neighbours),
        table=table if rows else None,
        notes=(Said(one.words("dossier-entanglement-note")),) if rows else (),
    )


def _draw_row(dyad: Dyad, one: Language) -> Row:
    others = [other.province.in_language(one) for other in (*dyad.farther, *dyad.beside)]
    joint = [province.in_language(one) for province in dyad.joint_with]
    return Row(
        (
            Cell(dyad.province.in_language(one), strong=True),
            Cell(dyad.target.in_language(one)),
            Cell(one.words(name_message("standing", dyad.standing))),
            Cell(one.list_some(others, MOST_NAMES)) if others else Cell("–", quiet=True),
            Cell(one.list_some(joint, MOST_NAMES)) if joint else Cell("–", quiet=True),
        ),
        dyad.ties,
    )
