"""The trial: a tie that does not exist is entered, and what it would do is said and drawn, and not stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

import numpy as np
from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from graphmap.analysis.findings import list_names, list_sectors
from graphmap.analysis.pairs import say_verdict
from graphmap.analysis.tried_ties import ABROAD, MARK, TRIED, Taken, is_at_home, take_name
from graphmap.analysis.trying import Change, There, Trial, list_there, make_tie, try_tie
from graphmap.errors import GraphmapError, QuestionError, at_field
from graphmap.language import Language, load_language
from graphmap.scales import RIVALRY
from graphmap.schema.kinds_of_tie import KINDS_OF_TIE
from graphmap.schema.sectors import SECTORS
from graphmap.text import clean_name
from graphmap.views.elements import element
from graphmap.views.gather import gather_page_data
from graphmap.views.marks import draw_verdict_mark
from graphmap.views.page import render_panels
from graphmap.views.page_data import Choice
from graphmap.views.panel import PanelName, Scene
from graphmap.views.wording import choose_wording, say_choice
from graphmap.web.asking import answer_json, read_asked, shared_of, take_language
from graphmap.web.forms import list_named
from graphmap.web.frame import make_frame
from graphmap.web.mending import FieldFault, list_choices, mark_fields, tell_at_field
from graphmap.web.pages import answer_page, read_many, refuse_unknown, render
from graphmap.web.profiles import FEW_ROWS
from graphmap.web.sharing import Held
from graphmap.web.tables import draw_name, draw_names, draw_table

router = APIRouter(include_in_schema=False)

ASKED = ("province", "target", "kind", "sectors", "since", "document")
FIELDS = ("province", "target", "kind", "since", "document")
HELPED = ("target", "since", "document")
"""The fields of the form, and those below which it stands what may be written."""
PANELS: tuple[PanelName, ...] = ("sentence", "matrix", "map", "timeline")
"""On which it is shown what the tie would do."""

MOST_THERE = 12
"""How many ties that are there already are listed."""

CHANGES = ("trial-other", "trial-where", "trial-before", "trial-after", "evidence-sectors")
THERE = (
    *("page-province", "serve-to", "evidence-kind", "evidence-sectors"),
    *("evidence-since", "evidence-standing", "serve-sources"),
)
"""The heads of the two tables, as messages."""


@dataclass(frozen=True)
class Entered:
    """What was entered: ids of the ends, blank where not yet, and the fields of the tie as stored.

    `taken` says for what a name of several was taken.
    """

    province: str
    target: str
    kind: str
    sectors: tuple[str, ...]
    since: str
    document: str | None = None
    taken: Taken | None = None

    @property
    def is_whole(self) -> bool:
        """Whether there is enough to try it."""
        return bool(self.province and self.target and self.kind)


def read_entered(held: Held, given: Mapping[str, str], today: date, language: Language) -> Entered:
    """Read what was entered; QuestionError, NameUnknown or NameUnclear say what does not fit."""
    places = held.snapshot.directory
    read: dict[str, Any] = {}
    for name, parameter in TRIED.items():
        if given.get(name):
            with at_field(name):
                read[name] = parameter.read(name, given[name])
    province, target = given.get("province", "").strip(), given.get("target", "").strip()
    with at_field("target"):
        taken = take_name(held.snapshot, target)
        found = places.find(ABROAD, target, language=language.code) if target and taken is None else ""
        found = found if taken is None else taken.place.id
        if found and is_at_home(held.snapshot, held.snapshot.row(found)):
            raise QuestionError(language.words("trial-at-home", name=target))
    with at_field("province"):
        own = places.find("Province", province, language=language.code) if province else ""
    return Entered(
        province=own,
        target=found,
        kind=read.get("kind", ""),
        sectors=tuple(read.get("sectors", ())),
        since=read.get("since", today.isoformat()),
        document=read.get("document"),
        taken=taken,
    )


def try_entered(held: Held, entered: Entered, today: date) -> Trial:
    """Return what the entered tie would do; Faults, GraphmapError."""
    ends = entered.province, entered.target
    tie = make_tie(*ends, entered.kind, entered.sectors, entered.since, entered.document)
    return try_tie(held.snapshot, tie, today)


# ---------------------------------------------------------------------------- what is said


def say_trial(trial: Trial, language: Language) -> list[str]:
    """Say what a tie would do, the headline first."""
    names = {
        "province": trial.province.in_language(language),
        "target": trial.target.in_language(language),
        "country": trial.country.in_language(language),
    }
    lines = []
    if trial.is_event:
        lines.append(language.words("trial-event", **names))
    elif trial.alone:
        lines.append(language.words("trial-alone", **names))
    for verdict in RIVALRY:
        fresh = [one for one in trial.list_met(verdict) if trial.find_before(one.id) != verdict]
        if fresh:
            said = list_names(fresh, language)
            lines.append(language.words(f"trial-{verdict}", count=len(fresh), names=said, **names))
    deeper = [one for one in trial.list_met(*RIVALRY) if trial.find_before(one.id) in RIVALRY]
    if deeper:
        said = list_names(deeper, language)
        lines.append(language.words("trial-deeper", count=len(deeper), names=said, **names))
    for verdict, message in (("possible", "trial-possible"), ("complementary", "trial-complementary")):
        if met := trial.list_met(verdict):
            lines.append(language.words(message, count=len(met), names=list_names(met, language), **names))
    if not lines:
        lines.append(language.words("trial-nothing", **names))
    if trial.joins is not None:
        lines.append(language.words("trial-joins", only=trial.joins.in_language(language), **names))
    if trial.regions:
        lines.append(language.words("trial-gap", regions=list_names(trial.regions, language), **names))
    if not trial.tie.sectors and not trial.is_event:
        lines.append(language.words("trial-no-sector"))
    lines.append(language.words("trial-basis", day=trial.as_of))
    return lines


def say_there(held: Held, there: tuple[There, ...], entered: Entered, language: Language) -> list[str]:
    """Say who is at the place that was entered, nearest first; the own province is said apart."""
    directory, own = held.everything, entered.province
    place = clean_name(directory.name(entered.target).in_language(language.code))
    near = "trial-there-within" if directory[entered.target].label == "Country" else "trial-there-near"
    lines = [] if entered.taken is None else [entered.taken.sentence(language)]
    mine = [one for one in there if one.province.id == own]
    if mine:
        lines.append(
            language.words("trial-own", count=len(mine), province=mine[0].province.in_language(language))
        )
    for nearness, message in ((0, "trial-there-at"), (1, near), (2, "trial-there-country")):
        found = {
            one.province.id: one.province for one in there if one.nearness == nearness and one not in mine
        }
        if found:
            names = list_names(list(found.values()), language)
            lines.append(language.words(message, place=place, count=len(found), names=names))
    return lines if there else [*lines, language.words("trial-there-none", place=place)]


def list_said_there(held: Held, given: Mapping[str, str], today: date, language: Language) -> list[str]:
    """Say what a search for a trial is told at once: who is there already, and what is asked for next."""
    entered = read_entered(held, given, today, language)
    there = list_there(held.snapshot, entered.target, today)
    return [*say_there(held, there, entered, language), language.words("trial-next")]


# ---------------------------------------------------------------------------- the page


@router.get("/trial")
def show_trial(request: Request) -> Response:
    """Show the form of a tie that does not exist, and what it would do."""
    given = read_many(request, ("sectors",))
    refuse_unknown(given, ASKED)
    return answer_page(request, lambda held, language: _make_page(request, held, given, language))


def _make_page(request: Request, held: Held, given: Mapping[str, str], language: Language) -> str:
    today = shared_of(request).today()
    fault, trial = None, None
    entered = Entered("", "", "", (), "")
    try:
        entered = read_entered(held, given, today, language)
        trial = try_entered(held, entered, today) if entered.is_whole else None
    except GraphmapError as error:
        fault = FieldFault(error.field, tell_at_field(error, language), list_choices(request, error))
    there = trial.there if trial else ()
    if trial is None and entered.target:
        there = list_there(held.snapshot, entered.target, today)
    frame = make_frame(request, held.snapshot, language)
    marks, told = mark_fields("trial", FIELDS, fault if fault and fault.name in FIELDS else None, HELPED)
    panels: dict[str, Any] = {"rows": [], "carried": None}
    script, style = "", ""
    if trial is not None:
        panels, style = render_panels(_make_scene(trial, language), PANELS)
        script = "graphmap.js"
    return render(
        frame,
        "trial.html.j2",
        language,
        language.words("trial-title"),
        script=script,
        style=style,
        fault=fault.said if fault else "",
        marks=marks,
        field_faults=told,
        provinces=list(list_named(held.snapshot, "Province", language)),
        kinds=[(word, say_choice(language, "TIED_TO", "kind", word)) for word in KINDS_OF_TIE],
        sectors=[(word, say_choice(language, "TIED_TO", "sectors", word)) for word in SECTORS],
        given={name: given.get(name, "") for name in ASKED},
        entered=entered,
        target_name=_say_target(held, entered, language),
        said=say_trial(trial, language) if trial else [],
        whole=_link_whole(entered, language),
        changes=_draw_changes(trial, language) if trial and trial.changes else "",
        there=_draw_there(there[:MOST_THERE], held, language) if there else "",
        unfold=_say_unfold(len(there[:MOST_THERE]), language),
        there_said=say_there(held, there, entered, language) if entered.target else [],
        more=len(there) - MOST_THERE,
        panels=panels,
    )


def _link_whole(entered: Entered, language: Language) -> str:
    """Return where the question of trials tells all that the tie would do: checks, gaps, who leads there."""
    given = [entered.province, entered.target, entered.kind, "|".join(entered.sectors), entered.since]
    given += [entered.document] if entered.document else []
    return "/reports/trial?" + urlencode({"tie": MARK.join(given), "lang": language.code})


def _say_target(held: Held, entered: Entered, language: Language) -> str:
    """Say what the partner that was entered is and where it lies: an id tells neither."""
    if not entered.target:
        return ""
    directory = held.everything
    label = language.words(f"label-{directory[entered.target].label.casefold()}")
    places = (entered.target, *directory.above(entered.target))
    names = [clean_name(directory.name(one).in_language(language.code)) for one in places]
    return language.words("row-clause", column=label, value=language.words("list-mark").join(names))


def _make_scene(trial: Trial, language: Language) -> Scene:
    """Return what the panels of a trial are drawn from: the ties of its country, with it."""
    after = trial.after
    ties = after.ties
    rows = np.flatnonzero(ties.country == after.row(trial.country.id))
    page = gather_page_data(replace(after, ties=ties.take(rows)), trial.as_of)
    choice = Choice(country=trial.country.id, province=trial.province.id)
    return Scene(page.with_choice(choice), choose_wording(language.code))


def _draw_changes(trial: Trial, language: Language) -> Markup:
    """Draw the pairs that the tie makes or changes as a table."""

    def draw(one: Change) -> list[Markup | str]:
        pair = one.pair
        other = next(place for place in pair.provinces if place.id != trial.province.id)
        same = one.before == pair.verdict
        after = language.words("trial-same") if same else say_verdict(pair.verdict, language)
        return [
            *(element("bdi", None, place.in_language(language)) for place in (other, pair.target)),
            say_verdict(one.before, language),
            element("span", {"class": "verdict"}, draw_verdict_mark(pair.verdict), " ", after),
            _say_sectors(pair.sectors, language),
        ]

    return draw_table(_say_heads(CHANGES, language), map(draw, trial.changes), "trial-heading")


def _draw_there(there: tuple[There, ...], held: Held, language: Language) -> Markup:
    """Draw the ties that are there already as a table."""
    directory = held.everything

    def draw(one: There) -> list[Markup | str]:
        return [
            draw_name(one.province.id, one.province.in_language(language), directory, language),
            draw_name(one.target.id, one.target.in_language(language), directory, language),
            say_choice(language, "TIED_TO", "kind", one.kind),
            _say_sectors(one.sectors, language),
            language.date_text(one.since, "since"),
            language.words(f"certainty-{one.certainty}"),
            draw_names(one.sources, directory, language),
        ]

    return draw_table(_say_heads(THERE, language), map(draw, there), "there-heading")


def _say_unfold(rows: int, language: Language) -> str:
    """Say what opens the list of those that are there, blank where it is short enough to stand open."""
    counted = language.words("serve-rows", count=rows)
    return language.words("serve-unfold", counted=counted) if rows > FEW_ROWS else ""


def _say_heads(heads: tuple[str, ...], language: Language) -> list[str]:
    return [language.words(head) for head in heads]


def _say_sectors(sectors: tuple[str, ...], language: Language) -> str:
    return list_sectors(sectors, language) if sectors else language.words("unknown")


# ---------------------------------------------------------------------------- for scripts and programs


@router.get("/api/before_signing")
def answer_trial(request: Request) -> Response:
    """Tell what a tie that does not exist would do, or, where it is not whole yet, who is there already."""
    given = read_asked(request)
    language = load_language(take_language(given))
    refuse_unknown(given, ASKED)
    if not given.get("target"):
        raise QuestionError("target is needed; right would be a place abroad, a counterpart or a mission")

    def make(held: Held) -> dict[str, Any]:
        today = shared_of(request).today()
        entered = read_entered(held, given, today, language)
        trial = try_entered(held, entered, today) if entered.is_whole else None
        there = trial.there if trial else list_there(held.snapshot, entered.target, today)
        return {
            "as_of": trial.as_of if trial else today,
            "said": say_trial(trial, language) if trial else [],
            "warning": say_there(held, there, entered, language),
            "changes": [
                {"pair": one.pair.as_json(), "before": one.before} for one in (trial.changes if trial else ())
            ],
            "there": [
                {
                    "tie": one.id,
                    "province": one.province.as_json(),
                    "target": one.target.as_json(),
                    "kind": one.kind,
                    "sectors": list(one.sectors),
                    "since": one.since,
                    "certainty": one.certainty,
                    "nearness": one.nearness,
                }
                for one in there
            ],
        }

    return answer_json(request, ("trial", language.code, *sorted(given.items())), make)
