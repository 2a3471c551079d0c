"""The drawn panels of the page of a thing: what is said of it, its table of provinces, its map, its years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import numpy as np

from graphmap.language import Language
from graphmap.store.snapshot import Snapshot
from graphmap.views.gather import gather_page_data
from graphmap.views.page import render_panels
from graphmap.views.page_data import PageData
from graphmap.views.panel import PanelName, Scene
from graphmap.views.wording import choose_wording
from graphmap.web.behind import (
    write_person_query,
    write_report_query,
    write_source_query,
    write_ties_query,
)
from graphmap.web.pages import find_scene
from graphmap.web.place_ties import do_begin_at, find_ties
from graphmap.web.sharing import Held

WHOLE: tuple[PanelName, ...] = ("sentence", "matrix", "map", "timeline")
SOME: tuple[PanelName, ...] = ("matrix", "map", "timeline")
"""Panels of a country or province; and of what has ties of its own: only the whole tells what is absent."""

CHOSEN = {"Country": "country", "Province": "province"}
"""Labels that a page of all panels can choose, and the key of its state."""


@dataclass(frozen=True)
class Drawn:
    """Panels as a page holds them (`render_panels`), what they are drawn from, and the query behind."""

    panels: dict[str, Any] = field(default_factory=lambda: {"rows": [], "carried": None})
    style: str = ""
    note: str = ""
    query: str = ""


def draw_panels(held: Held, label: str, identity: str, day: date, language: Language) -> Drawn:
    """Draw the panels of a thing on a day; none of what has no tie that counts then, and none of home."""
    if identity == held.snapshot.home:
        return Drawn()
    if label in CHOSEN:
        given = {CHOSEN[label]: identity}
        panels, style = render_panels(find_scene(held, given, day, language), WHOLE)
        return Drawn(panels, style, "", write_report_query("province_ties", {**given, "as_of": f"{day}"}))
    rows = _find_rows(held.snapshot, label, identity)
    if not rows:
        return Drawn()
    page = _gather_some(held.snapshot, rows, day)
    if not page.ties:
        return Drawn()
    names = SOME if any(tie.since for tie in page.ties) else SOME[:-1]
    panels, style = render_panels(Scene(page, choose_wording(language.code)), names)
    query = _write_query(held.snapshot, label, identity, rows)
    return Drawn(panels, style, language.words("profile-drawn", count=len(page.ties)), query)


def _write_query(snapshot: Snapshot, label: str, identity: str, rows: list[int]) -> str:
    """Write the query of the ties of a thing that is no country or province."""
    if label == "Source":
        return write_source_query(identity)
    if label in {"Governor", "Official"}:
        return write_person_query(label, identity, begins=label == "Governor")
    return write_ties_query(label, identity, do_begin_at(snapshot, rows, identity))


def _find_rows(snapshot: Snapshot, label: str, identity: str) -> list[int]:
    """Return the rows of the ties of a thing: those in it, resting on it, or of the places that it led."""
    if label == "Source":
        return [row for row, sources in enumerate(snapshot.ties.sources) if identity in sources]
    if label in {"Governor", "Official"}:
        rows = {row for place in _list_led(snapshot, identity) for row in find_ties(snapshot, place)}
        return sorted(rows)
    return find_ties(snapshot, identity)


def _list_led(snapshot: Snapshot, identity: str) -> Iterable[str]:
    """Yield the provinces that a person governs or governed, and the offices that they hold or held."""
    person, ids = snapshot.people.find(identity), snapshot.places.ids
    terms = snapshot.terms
    for row in np.flatnonzero(terms.person == person).tolist():
        yield ids[int(terms.province[row])]
    yield from (at for _, at in snapshot.list_posts(person))


def _gather_some(snapshot: Snapshot, rows: Iterable[int], day: date) -> PageData:
    """Gather a page of some ties alone. Nothing is chosen: a choice would tell what is absent beside it."""
    ties = snapshot.ties.take(np.array(sorted(rows), np.int32))
    return gather_page_data(replace(snapshot, ties=ties), day)
