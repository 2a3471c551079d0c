"""All ties that a place has or that lead into it: found, counted by kind, drawn as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from markupsafe import Markup

from graphmap.directory import Directory
from graphmap.language import Language
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot
from graphmap.views.wording import say_choice
from graphmap.web.decisions import link
from graphmap.web.tables import draw_name, draw_names, draw_table

HEADS = ("serve-from", "serve-to", "evidence-kind", "evidence-sectors", "evidence-since", "serve-sources")
Number = tuple[str, str, str]
"""What is counted, how many there are, and where they stand."""


def find_ties(snapshot: Snapshot, identity: str, kind: str = "") -> list[int]:
    """Return the rows of the ties of a place, or into it, whatever their day: of all kinds, or of one."""
    ties, row = snapshot.ties, snapshot.places.find(identity)
    if row == NOTHING:
        return []
    columns = (ties.start, ties.target, ties.province, ties.city, ties.region, ties.country)
    found: list[int] = np.flatnonzero(np.any([column == row for column in columns], axis=0)).tolist()
    return [tie for tie in found if not kind or ties.kinds[tie] == kind]


def do_begin_at(snapshot: Snapshot, rows: Sequence[int], identity: str) -> bool:
    """Say whether ties of a place begin there: at home, or at an office that makes ties."""
    ties, row = snapshot.ties, snapshot.places.find(identity)
    return any(row in (ties.start[tie], ties.province[tie]) for tie in rows)


def count_kinds(
    snapshot: Snapshot, found: Sequence[int], identity: str, language: Language
) -> tuple[Number, ...]:
    """Count ties by their kind, the most first; each number leads to its rows."""
    counts = Counter(snapshot.ties.kinds[tie] for tie in found)
    return tuple(
        (
            say_choice(language, "TIED_TO", "kind", kind),
            language.number(count),
            link("/ties", language, of=identity, kind=kind),
        )
        for kind, count in counts.most_common()
    )


def draw_ties(snapshot: Snapshot, found: Sequence[int], directory: Directory, language: Language) -> Markup:
    """Draw ties as a table, both ends and the sources as links."""
    ties, ids = snapshot.ties, snapshot.places.ids

    def draw(tie: int) -> list[Markup | str]:
        sectors = [say_choice(language, "TIED_TO", "sectors", one) for one in ties.sectors[tie]]
        ends = (ids[ties.start[tie]], ids[ties.target[tie]])
        names = [directory.name(end).in_language(language.code) for end in ends]
        return [
            *(draw_name(end, name, directory, language) for end, name in zip(ends, names, strict=True)),
            say_choice(language, "TIED_TO", "kind", ties.kinds[tie]),
            language.list_names(sectors) if sectors else language.words("unknown"),
            language.date_text(ties.since[tie] or "", "since"),
            draw_names(ties.sources[tie], directory, language),
        ]

    return draw_table([language.words(one) for one in HEADS], map(draw, found), "ties-heading")
