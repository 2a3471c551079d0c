"""The page of one thing: what is known of it, each table that can be asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from markupsafe import Markup

from graphmap.directory import Directory
from graphmap.errors import QueryTimedOut, QueryTooLarge
from graphmap.language import Language
from graphmap.question.declaration import Question
from graphmap.questions.catalogue import list_questions, load_question
from graphmap.reports import Report
from graphmap.store.columns import NOTHING
from graphmap.store.snapshot import Snapshot
from graphmap.text import Name, clean_name
from graphmap.views.elements import draw_link, element
from graphmap.views.sources import find_script, say_claims
from graphmap.views.wording import say_choice
from graphmap.web.behind import write_query, write_report_query, write_ties_query
from graphmap.web.decisions import link
from graphmap.web.faults import tell_fault
from graphmap.web.mission_panel import (
    draw_beside,
    find_beside,
    list_mission_facts,
    name_sides,
    write_beside,
)
from graphmap.web.place_ties import Number, count_kinds, do_begin_at, draw_ties, find_ties
from graphmap.web.sharing import Held
from graphmap.web.tables import MOST_ROWS, draw_answer, draw_name, draw_names

Fact = tuple[str, Markup | str]
BEHIND: Mapping[str, str] = {"rivals": "rival_outreach"}
"""Reports that ask in Cypher what an analysis asks of the columns."""

KINDS_OF_REGION: Mapping[str, str] = {
    "autonomous region": "منطقهٔ خودمختار",
    "autonomous republic": "جمهوری خودمختار",
    "canton": "کانتون",
    "capital city": "پایتخت",
    "capital district": "بخش پایتخت",
    "city": "شهر",
    "county": "شهرستان",
    "department": "دپارتمان",
    "district": "بخش",
    "emirate": "امارت",
    "federal city": "شهر فدرال",
    "federal district": "بخش فدرال",
    "federal entity": "واحد فدرال",
    "federal territory": "سرزمین فدرال",
    "governorate": "استان",
    "krai": "سرزمین (کرای)",
    "metropolitan city": "کلان‌شهر",
    "municipality": "شهرداری",
    "oblast": "استان (اوبلاست)",
    "province": "استان",
    "region": "منطقه",
    "republic": "جمهوری",
    "state": "ایالت",
    "territory": "سرزمین",
    "union territory": "سرزمین اتحادیه",
    "urban municipality": "شهرداری شهری",
    "voivodeship": "استان (ووئیوودا)",
}
"""What the usual kinds of regions abroad are called in Persian."""

OPENED: Mapping[str, Mapping[str, str]] = {"rival_outreach": {"limit": "2000"}}
"""Up to how many pairs a target is opened on a page, which shows the first of them by the columns anyway."""

FEW_ROWS = 6
"""Of how many rows at most a table stands open."""


@dataclass(frozen=True)
class Part:
    """A table of a profile: its name, heading, how many rows and where all are, the query behind.

    `numbers` divide its rows: each leads to those that it counts, and together they are all. A `long` one is
    folded until it is wanted: the page of a country has hundreds of rows. One that takes more time or memory
    than a question may has a `fault` in its place, and the page its others.
    """

    name: str
    caption: str
    counted: str
    address: str
    table: Markup | None
    notes: tuple[str, ...] = ()
    query: str = ""
    numbers: tuple[Number, ...] = ()
    long: bool = False
    fault: str = ""

    @property
    def is_told(self) -> bool:
        """Say whether there is anything to tell beside that nothing was found."""
        return self.table is not None or bool(self.fault)


def list_asked_of(label: str) -> list[tuple[Question, str]]:
    """Return the questions that can be asked of a thing of a label, with the parameter for it.

    Those that need it first: they are about it alone.
    """
    found = [
        (question, name)
        for question in list_questions()
        if question.kind == "report"
        for name, parameter in question.parameters.items()
        if parameter.label == label
    ]
    return sorted(found, key=lambda one: (not one[0].parameters[one[1]].required, one[0].name))


def list_parts(
    held: Held, directory: Directory, label: str, identity: str, day: date, language: Language
) -> Iterator[Part]:
    """Yield the tables of a thing on a day."""
    asked = {"as_of": day.isoformat()}
    if label not in {"Source", "Governor", "Official"}:
        yield _make_ties(held.snapshot, directory, identity, language)
    if label == "Country" and identity != held.snapshot.home:
        given = {"country": identity, "by": "pair"}
        yield _make_part(held, directory, load_question("rivals"), given, asked, language)
    for question, name in list_asked_of(label):
        if label == "Country" and identity == held.snapshot.home:
            continue
        given = {name: identity, **question.parameters[name].only_with, **OPENED.get(question.name, {})}
        yield _make_part(held, directory, question, given, asked, language)
    if label == "Mission" and (part := _make_missions(held.snapshot, directory, identity, day, language)):
        yield part


def _make_part(
    held: Held,
    directory: Directory,
    question: Question,
    given: Mapping[str, str],
    asked: Mapping[str, str],
    language: Language,
) -> Part:
    caption = question.caption_in(language.code)
    address = link(f"/reports/{question.name}", language, **given)
    try:
        answer = held.ask(question, {**given, **asked}, language.code)
    except (QueryTimedOut, QueryTooLarge) as error:
        again = language.words("serve-working-again")
        return Part(question.name, caption, again, address, None, fault=tell_fault(error, language))
    heading = f"{question.name}-heading"
    about = {*given, *(f"{name}_name" for name in given)}
    notes = [*answer.say_absence(language)]
    if len(answer.rows) > MOST_ROWS:
        notes.append(language.words("report-shown", shown=MOST_ROWS, all=answer.total))
    return Part(
        name=question.name,
        caption=caption,
        counted=language.words("serve-rows", count=answer.total),
        address=address,
        table=draw_answer(answer, directory, language, heading, about) if answer.rows else None,
        notes=tuple(notes),
        query=write_query(question, answer.parameters)
        if isinstance(question, Report)
        else write_report_query(BEHIND[question.name], {**given, **asked}),
        long=len(answer.rows) > FEW_ROWS,
    )


def _make_missions(
    snapshot: Snapshot, directory: Directory, identity: str, day: date, language: Language
) -> Part | None:
    """Make the table of the missions between the two countries of a mission; None where one is not known."""
    found = find_beside(snapshot, identity)
    if not found:
        return None
    one, other = (directory.name(side).in_language(language.code) for side in name_sides(snapshot, identity))
    return Part(
        "missions",
        language.words("missions-beside", one=clean_name(one), other=clean_name(other)),
        language.words("serve-rows", count=len(found)),
        "#missions",
        draw_beside(snapshot, found, day, directory, language),
        (language.words("missions-beside-note"),),
        write_beside(snapshot, identity),
    )


def _make_ties(snapshot: Snapshot, directory: Directory, identity: str, language: Language) -> Part:
    """Make the table of all ties that a place has, or that lead into it, whatever their day."""
    found = find_ties(snapshot, identity)
    return Part(
        "ties",
        language.words("serve-ties"),
        language.words("serve-rows", count=len(found)),
        link("/ties", language, of=identity),
        draw_ties(snapshot, found[:MOST_ROWS], directory, language) if found else None,
        (language.words("serve-ties-note"),),
        write_ties_query(directory[identity].label, identity, do_begin_at(snapshot, found, identity)),
        count_kinds(snapshot, found, identity, language),
        len(found) > FEW_ROWS,
    )


def list_facts(
    snapshot: Snapshot, directory: Directory, label: str, identity: str, language: Language
) -> Iterator[Fact]:
    """Yield what the store says of a thing itself: terms and what is said."""
    if label == "Source":
        yield from _list_source_facts(snapshot, identity, language)
    elif label in {"Governor", "Official"}:
        yield from _list_terms(snapshot, directory, identity, language)
    else:
        yield from _list_place_facts(snapshot, directory, label, identity, language)
    yield language.words("serve-id"), element("bdi", {"dir": "ltr"}, identity)


def _list_place_facts(
    snapshot: Snapshot, directory: Directory, label: str, identity: str, language: Language
) -> Iterator[Fact]:
    above = list(directory.above(identity))
    if above:
        yield language.words("serve-in"), draw_names(above, directory, language)
    places, row = snapshot.places, snapshot.row(identity)
    if kind := places.kinds[row]:
        yield language.words("evidence-kind"), _say_kind(label, kind, language)
    if places.aliases[row]:
        yield language.words("serve-aliases"), language.list_names(map(clean_name, places.aliases[row]))
    if population := int(places.population[row]) if int(places.population[row]) != NOTHING else 0:
        yield language.words("serve-population"), language.number(population)
    borders = snapshot.borders
    across = [places.ids[int(end)] for end in borders.target[borders.start == row]]
    across += [places.ids[int(end)] for end in borders.start[borders.target == row]]
    if across:
        yield language.words("serve-borders"), draw_names(sorted(set(across)), directory, language)
    terms = snapshot.terms
    held = [snapshot.people.ids[int(one)] for one in terms.person[terms.province == row]]
    if held:
        yield language.words("serve-governors"), draw_names(dict.fromkeys(held), directory, language)
    missions = snapshot.missions
    if label == "Mission" and missions.find(identity) != NOTHING:
        yield from list_mission_facts(snapshot, directory, identity, language)
    sent = [missions.ids[int(one)] for one in np.flatnonzero(missions.sender == row)]
    if sent and label == "Country" and identity != snapshot.home:
        yield language.words("serve-missions"), draw_names(sent, directory, language)


def _say_kind(label: str, kind: str, language: Language) -> Markup | str:
    """Say what kind of place it is: what sources call a region is free text, of which the usual is known."""
    if label == "Region" and language.code == "fa" and kind not in KINDS_OF_REGION:
        return element("bdi", {"lang": "en"}, kind)
    if label == "Region":
        return KINDS_OF_REGION[kind] if language.code == "fa" else kind
    return say_choice(language, label, "kind", kind)


def _list_terms(
    snapshot: Snapshot, directory: Directory, identity: str, language: Language
) -> Iterator[Fact]:
    person, terms = snapshot.people.find(identity), snapshot.terms
    for term in np.flatnonzero(terms.person == person).tolist():
        province = snapshot.places.ids[int(terms.province[term])]
        since = language.date_text(terms.since[term] or "", "since")
        until = language.date_text(terms.until[term] or "", "until")
        yield (
            language.words("serve-governs"),
            Markup(" – ").join(
                [
                    draw_name(
                        province, directory.name(province).in_language(language.code), directory, language
                    ),
                    element("bdi", None, since),
                    element("bdi", None, until),
                ]
            ),
        )
    for post, at in snapshot.list_posts(person):
        # A post is recorded in one language; in Persian the office says it by its own name.
        is_said = language.code == "fa" and directory.name(at).fa
        title = language.words("relation-holds") if is_said else clean_name(snapshot.posts.posts[post])
        yield title, draw_names([at], directory, language)


def _list_source_facts(snapshot: Snapshot, identity: str, language: Language) -> Iterator[Fact]:
    sources, row = snapshot.sources, snapshot.sources.find(identity)
    if publisher := sources.publishers[row]:
        yield language.words("serve-publisher"), clean_name(publisher)
    if (url := sources.urls[row]) and (linked := draw_link(url)):
        yield language.words("serve-address"), linked
    if published := sources.published[row]:
        yield language.words("serve-published"), language.date_text(published)
    if retrieved := sources.retrieved.day(row):
        yield language.words("serve-retrieved"), language.day(retrieved)
    if grade := sources.grades[row]:
        yield language.words("serve-grade"), say_choice(language, "Source", "grade", grade)
    if note := Name(sources.notes[row] or "", sources.notes_fa[row] or "").in_language(language.code):
        yield (
            language.words("serve-note"),
            element("div", {"lang": find_script(note), "dir": "auto"}, clean_name(note)),
        )
    if covers := sources.covers[row]:
        yield language.words("serve-covers"), say_claims(language, covers)
