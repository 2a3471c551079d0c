"""What a sentence rests on, said of a place: its borders and missions, and what an absence there means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from graphmap.analysis.absence import Absence
from graphmap.language import Language
from graphmap.views.page_data import PageData, ShownMission
from graphmap.views.wording import say, say_choice

NO_BORDER, BORDER_UNRECORDED, NO_BORDER_DATA, SOME_BORDERS = range(4)
"""What is known of the land borders of a place; a number, since messages in Persian know no English word."""

LISTED = 6
"""How many missions a sentence lists before it stops."""

MOST_GAPS = 3
"""How many gaps the opening sentence names."""


def say_gaps(page: PageData, one: Language) -> list[str]:
    """Say across which borders no tie is recorded, and what that rests on."""
    gaps = [(gap.province, gap.country) for gap in page.gaps]
    if not gaps:
        return []
    names = [" – ".join(page.places[place].name.in_language(one.code) for place in gap) for gap in gaps]
    said = one.words("sentence-gap", count=len(gaps), names=one.list_names(names[:MOST_GAPS]))
    return [said, *_rest_gaps(page, one, gaps)]


def say_missions(page: PageData, one: Language, country: str) -> list[str]:
    """Say which missions there are between home and a country, and what it means that none is recorded."""

    def list_missions(sender: str, host: str) -> str:
        found = [mission for mission in page.missions if (mission.sender, mission.host) == (sender, host)]
        return _list_by_status(page, one, found[:LISTED])

    there, here = list_missions(page.home.id, country), list_missions(country, page.home.id)
    named = {"home": page.home.name, "country": page.places[country].name}
    absent = [] if there and here else _hold(page.absences.judge("missions", country), one).say()
    if not there and not here:
        return [say(one, "sentence-missions-none", **named), *absent]
    return [
        say(one, f"sentence-missions-{way}", **named, names=names)
        if names
        else say(one, f"sentence-missions-{way}-none", **named)
        for way, names in (("there", there), ("here", here))
    ] + absent


def _list_by_status(page: PageData, one: Language, missions: list[ShownMission]) -> str:
    """List missions, those of one status together, with it and how old the knowledge of it is."""
    groups: dict[tuple[str, date | None], list[str]] = {}
    for mission in missions:
        kind = say_choice(one, "Mission", "kind", mission.kind)
        city = page.places.get(mission.city or mission.host)
        message = "sentence-mission-roving" if mission.roving else "sentence-mission"
        said = say(one, message, kind=kind, city=city.name if city else mission.host)
        groups.setdefault((mission.status, mission.status_on), []).append(said)
    clauses = []
    for (status, day), names in groups.items():
        told = one.words(f"sentence-mission-{status}")
        if day is not None and (page.as_of is None or day <= page.as_of):
            years = 0 if page.as_of is None else (page.as_of - day).days // 365
            told = one.words("sentence-mission-on", status=told, day=day, years=years)
        clauses.append(one.words("sentence-mission-status", names=one.list_names(names), status=told))
    return one.words("clause-mark").join(clauses)


class Ground(NamedTuple):
    """What can be said where nothing is recorded at a place: on what it rests, and what could break it.

    `told` says that a source lists all such ties; `notes` are what the sources say of themselves, `open_ties`
    lines on ties of unknown province or place, `passing` on events and proposals; `unplaced` says that the
    province of a tie there is not known.
    """

    told: bool
    sentence: str
    notes: tuple[str, ...]
    open_ties: tuple[str, ...]
    passing: tuple[str, ...]
    unplaced: bool

    def say(self, *, brief: bool = False) -> list[str]:
        """Return its lines; in brief without the notes of its sources."""
        return [self.sentence, *(() if brief else self.notes), *self.open_ties, *self.passing]


def find_ground(page: PageData, one: Language, place: str) -> Ground:
    """Return what can be said where no tie of a place is recorded."""
    return _hold(page.absences.judge("ties", place), one)


def say_absence_between(page: PageData, one: Language, province: str, country: str) -> list[str]:
    """Say on what it rests that two places have no tie: on a list that is whole for one of them, if any."""
    of_province, of_country = find_ground(page, one, province), find_ground(page, one, country)
    ground = of_province if of_province.told else of_country
    return [ground.sentence, *ground.notes, *of_country.open_ties]


@lru_cache(maxsize=256)
def _hold(absence: Absence, one: Language) -> Ground:
    """Say an absence; of many provinces nothing but the same can be said."""
    passing = replace(absence, asides=tuple(aside for aside in absence.asides if aside.why == "pipeline"))
    others = replace(absence, asides=tuple(aside for aside in absence.asides if aside.why != "pipeline"))
    return Ground(
        told=absence.answer == "none recorded",
        sentence=absence.sentence(one),
        notes=tuple(absence.list_notes(one)),
        open_ties=tuple(others.list_asides(one)),
        passing=tuple(passing.list_asides(one)),
        unplaced=any(aside.why == "province" for aside in absence.asides),
    )


def _rest_gaps(page: PageData, one: Language, gaps: list[tuple[str, str]]) -> list[str]:
    """Say on what it rests that some borders have no tie, and which ties could be across one of them."""
    found = [page.absences.judge("ties", *pair) for pair in gaps]
    weakest = next((absence for absence in found if absence.answer == "cannot tell"), found[0])
    asides = {aside.id: aside for absence in found for aside in absence.asides}
    return _hold(replace(weakest, asides=tuple(asides.values())), one).say(brief=True)


def find_border_state(page: PageData, bordering: list[str], place: str) -> int:
    """Say what is known of the land borders of a place, as the messages number it (words/en.ftl)."""
    if bordering:
        return SOME_BORDERS
    if page.absences.judge("borders", place).answer == "none recorded":
        return NO_BORDER
    return BORDER_UNRECORDED if page.borders else NO_BORDER_DATA


def say_alone(page: PageData, one: Language, countries: list[str]) -> list[str]:
    """Say what could break that a province is alone in some countries."""
    found = {country: page.absences.judge("ties", country) for country in countries}
    lines = []
    if untold := [country for country, absence in found.items() if absence.answer == "cannot tell"]:
        lines.append(one.words("sentence-alone-cannot-tell", count=len(untold)))
    asides = {
        country
        for country, absence in found.items()
        if any(aside.why == "province" for aside in absence.asides)
    }
    if asides:
        names = [
            page.places[country].name.in_language(one.code) for country in countries if country in asides
        ]
        lines.append(one.words("sentence-alone-aside", count=len(names), names=one.list_names(names)))
    return lines
