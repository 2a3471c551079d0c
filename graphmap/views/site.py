"""The site of an intranet: an index with search, a page a country, province, border and report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s

from graphmap.language import Code, Language, load_language
from graphmap.questions.answer import Answer
from graphmap.text import clean_name
from graphmap.views.answer_page import render_answer_page
from graphmap.views.dossier import write_down
from graphmap.views.dossier_ground import Ground
from graphmap.views.dossier_page import make_paper_style, render_dossier
from graphmap.views.dossier_parts import Dossier, Subject
from graphmap.views.dress import make_style, read_static
from graphmap.views.office import NO_OFFICE, Office
from graphmap.views.page import render_map
from graphmap.views.site_index import Entry, render_index

MOST_SUBJECTS = 400
"""How many countries, provinces and borders have a page at most, those with most documents."""

LONGEST_NAME = 60
"""How many letters of an id a file's name holds."""

PAPER_STYLE = "paper.css"
"""The file that holds the style of all dossiers."""

REPORTS = (
    *("rivals", "overlaps", "sole_contacts", "report border_gaps", "report mission_coverage"),
    *("report joint_acts", "report in_contact", "report expiring"),
)
"""The questions whose answers are pages of their own, as the command line calls them."""


@dataclass(frozen=True)
class Site:
    """What a site is made of: the ground, the languages (the first has the index), the office, the answers.

    `answers` holds those of REPORTS in each language.
    """

    ground: Ground
    codes: tuple[Code, ...]
    answers: Mapping[Code, Sequence[Answer]]
    office: Office = NO_OFFICE


def choose_codes(ground: Ground, wanted: str) -> tuple[Code, ...]:
    """Return the languages of a site; of both, the one in which all provinces bear a name comes first."""
    if wanted == "en":
        return ("en",)
    if wanted == "fa":
        return ("fa",)
    named = [bool(ground.page.places[province].name.fa) for province in ground.page.provinces]
    return ("fa", "en") if named and all(named) else ("en", "fa")


def make_site(site: Site) -> Iterator[tuple[str, str]]:
    """Yield the files of a site, each its name and text: what all share, the pages, the index last."""
    yield PAPER_STYLE, make_paper_style()
    yield "site.css", make_style() + read_static("report.css")
    yield "site.js", read_static("graphmap.js")
    yield "report.js", read_static("report.js")
    yield "map.html", render_map(site.ground.page, "both" if len(site.codes) > 1 else site.codes[0])
    subjects, left_out = choose_subjects(site.ground)
    names = name_files(subjects)
    for code in site.codes:
        entries = []
        one = load_language(code)
        for subject in subjects:
            dossier = write_down(site.ground, subject, one, site.office)
            file = f"{names[subject]}.{code}.html"
            links = _list_links(site, subject, names, one)
            yield file, render_dossier(dossier, links, PAPER_STYLE)
            entries.append(_enter(site.ground, dossier, file))
        for number, answer in enumerate(site.answers.get(code, ()), start=1):
            file = f"report-{_slug(answer.question.name)}.{code}.html"
            yield file, render_answer_page(answer, one, name_index(site.codes, code))
            entries.append(Entry("report", file, answer.question.caption_in(code), (), "", number))
        yield (
            name_index(site.codes, code),
            render_index(site.ground, one, entries, left_out, _list_others(site, code)),
        )


def name_index(codes: Sequence[Code], code: Code) -> str:
    """Return the name of the index in a language."""
    return "index.html" if code == codes[0] else f"index.{code}.html"


def choose_subjects(ground: Ground) -> tuple[list[Subject], int]:
    """Choose what has a page: what anything is on record of, and borders; and how many have none."""
    page = ground.page
    documents = Counter(record.country for record in ground.records if record.holds)
    documents.update(record.province for record in ground.records if record.holds)
    touched = {place for record in ground.records for place in (record.country, record.province)}
    bordering = {country for _, country in page.borders}
    countries = [place for place in page.countries if place in touched | bordering]
    provinces = [place for place in page.provinces if place in touched or page.find_border_countries(place)]
    found = [Subject("country", (place,)) for place in countries]
    found += [Subject("province", (place,)) for place in provinces]
    found += [Subject("border", (place,)) for place in countries if place in bordering]
    ranked = sorted(found, key=lambda subject: (-documents[subject.ids[0]], found.index(subject)))
    kept = set(ranked[:MOST_SUBJECTS])
    return [subject for subject in found if subject in kept], len(found) - len(kept)


def name_files(subjects: Sequence[Subject]) -> dict[Subject, str]:
    """Name the file of each subject so that any system takes it, and no two are alike to any of them."""
    named: dict[Subject, str] = {}
    taken: set[str] = set()
    for subject in subjects:
        plain = f"{subject.kind}-{'-'.join(map(_slug, subject.ids))}"
        name = plain
        if plain.casefold() in taken or any(_slug(one) != one for one in subject.ids):
            name = f"{plain}-{blake2s('|'.join(subject.ids).encode(), digest_size=5).hexdigest()}"
        taken.add(name.casefold())
        named[subject] = name
    return named


def _slug(identity: str) -> str:
    """Return an id as letters, digits and hyphens that no system reads as anything else."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", identity)[:LONGEST_NAME]


def _enter(ground: Ground, dossier: Dossier, file: str) -> Entry:
    (place,) = dossier.subject.ids
    listing = ground.snapshot.directory.get(place)
    # The name in the other language comes first: it is shown beside, the rest is there to be found by.
    called = dict.fromkeys(map(clean_name, listing.names())) if listing else {}
    name = ground.name(place, dossier.language)
    others = tuple(one for one in (*called, place) if one != name)
    return Entry(dossier.subject.kind, file, name, others, dossier.finding[0].text, 0)


def _list_links(
    site: Site, subject: Subject, names: Mapping[Subject, str], one: Language
) -> list[tuple[str, str]]:
    """List where a dossier leads: back, to what it touches, and to itself in the other language."""
    links = [(name_index(site.codes, one.code), one.words("site-back"))]
    (place,) = subject.ids
    near = [Subject("border" if subject.kind == "country" else "country", (place,))]
    if subject.kind == "province":
        records = site.ground.list_records(None, place)
        near = [Subject("country", (country,)) for country in dict.fromkeys(r.country for r in records)]
    for other in near:
        if other in names:
            name = site.ground.name(other.ids[0], one)
            links.append((f"{names[other]}.{one.code}.html", one.words(f"site-to-{other.kind}", name=name)))
    others = [code for code in site.codes if code != one.code]
    return links + [(f"{names[subject]}.{code}.html", load_language(code).own_name) for code in others]


def _list_others(site: Site, code: Code) -> list[tuple[str, str, Code]]:
    others = (other for other in site.codes if other != code)
    return [(name_index(site.codes, other), load_language(other).own_name, other) for other in others]
