"""The evidence of what is chosen: ties, sources, grades, what is unknown; to cite, to keep, to discuss."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import StringIO
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from graphmap.analysis.findings import Doubt, list_doubts_of_each
from graphmap.analysis.scope import Scope, select_ties
from graphmap.errors import QuestionError
from graphmap.language import Language
from graphmap.periods import find_text, say_period
from graphmap.schema.kinds import shield_text
from graphmap.text import clean_name
from graphmap.views.elements import draw_link
from graphmap.views.page_data import PageData, ShownSource, ShownTie
from graphmap.views.sentence import write_sentences
from graphmap.views.state import find_start
from graphmap.views.wording import say_choice
from graphmap.web.asking import LANGUAGE, answer_kept, read_given, shared_of
from graphmap.web.frame import choose_language, make_frame
from graphmap.web.pages import answer_page, find_scene, refuse_unknown, render
from graphmap.web.sharing import Held
from graphmap.web.tables import draw_name
from graphmap.web.workbooks import XLSX, write_book

router = APIRouter(include_in_schema=False)

STATE = ("country", "province", "sector", "as_of", "level", "presume", "believed_on")
MOST_SHOWN, FEW_SHOWN = 200, 10
"""How many ties a page shows, and how many of them at once; the table to keep has all."""

Sources = Mapping[str, ShownSource]
"""The sources of a page by their ids."""
Doubts = Mapping[str, tuple[Doubt, ...]]
"""What is unknown of ties, by their ids."""

COLUMNS = (
    "province",
    "target",
    "kind",
    "sectors",
    "since",
    "until",
    "last-sign",
    "standing",
    "sources",
    "id",
)


FILES = {"csv": "text/csv; charset=utf-8", "xlsx": XLSX}
"""The files in which evidence is taken away, by how their names end."""


@router.get("/evidence")
def show_evidence(request: Request) -> Response:
    """Show the ties behind what is chosen, as a page or as a table to keep."""
    given = read_given(request)
    given.pop(LANGUAGE, None)
    kind = given.pop("format", "html")
    refuse_unknown(given, STATE)
    if kind == "html":
        return answer_page(request, lambda held, language: _make_page(request, held, given, language))
    if kind not in FILES:
        raise QuestionError("format: right would be html, csv or xlsx")
    language = choose_language(request)
    write = _write_table if kind == "csv" else _write_workbook

    def make(held: Held) -> bytes:
        return write(request, held, given, language)

    key = ("evidence", kind, language.code, *sorted(given.items()))
    answer = answer_kept(request, key, make, FILES[kind], language.code)
    if answer.status_code == 200:
        answer.headers["Content-Disposition"] = f'attachment; filename="evidence.{kind}"'
    return answer


def _choose(
    request: Request, held: Held, given: Mapping[str, str], language: Language
) -> tuple[PageData, list[ShownTie]]:
    page = find_scene(held, given, shared_of(request).today(), language).page
    chosen = page.choose(page.choice)
    return page, [*chosen.ties, *chosen.beside]


def _make_page(request: Request, held: Held, given: Mapping[str, str], language: Language) -> str:
    page, ties = _choose(request, held, given, language)
    known = {source.id: source for source in page.sources}
    doubts = _find_doubts(page, ties[:MOST_SHOWN])
    start = find_start(page)
    about = urlencode([(name, value) for name, value in start.items() if name in STATE[:3] and value])
    kept = [(name, value) for name, value in given.items() if value]
    return render(
        make_frame(request, held.snapshot, language),
        "evidence.html.j2",
        language,
        language.words("evidence-of"),
        said=write_sentences(page, language, page.choice)[0],
        ties=[_describe(tie, page, known, doubts, held, language) for tie in ties[:MOST_SHOWN]],
        few=FEW_SHOWN,
        more=max(0, len(ties) - MOST_SHOWN),
        counted=language.words("serve-rows", count=len(ties)),
        files=[
            (f"/evidence?{urlencode([*kept, ('format', kind), ('lang', language.code)])}", f"evidence-{kind}")
            for kind in FILES
        ],
        agenda=f"/meeting?{urlencode([('item', about), ('lang', language.code)])}" if about else "",
        about=about,
        back=f"/map?{urlencode([*kept, ('lang', language.code)])}",
    )


def _find_doubts(page: PageData, ties: Iterable[ShownTie]) -> Doubts:
    """Find what is unknown of ties of a page, as the analyses tell it."""
    scope = Scope("country", as_of=page.as_of, presume=page.presume)
    selection = select_ties(page.snapshot, scope, beside=True)
    return list_doubts_of_each(selection, (tie.id for tie in ties))


def _describe(
    tie: ShownTie, page: PageData, known: Sources, doubts: Doubts, held: Held, language: Language
) -> dict[str, Any]:
    directory = held.everything
    names = page.places
    start = tie.city or tie.province
    unknown = [one.say_of_one(language) for one in doubts.get(tie.id, ())]
    return {
        "id": tie.id,
        "start": draw_name(start, names[start].name.in_language(language.code), directory, language),
        "target": draw_name(
            tie.target, names[tie.target].name.in_language(language.code), directory, language
        ),
        "kind": say_choice(language, "TIED_TO", "kind", tie.kind),
        "since": language.date_text(tie.since, "since") if tie.since else "",
        "until": language.date_text(tie.until, "until") if tie.until else "",
        "last_sign": say_period(*tie.last_sign, language) if tie.last_sign else "",
        "sectors": language.list_names(
            say_choice(language, "TIED_TO", "sectors", one) for one in tie.sectors
        ),
        "standing": _say_standing(tie, language),
        "document": tie.document or "",
        "url": draw_link(tie.url) if tie.url else None,
        "unknown": language.words("clause-mark").join(unknown),
        "sources": list(_list_sources(tie, known, held, language)),
        "cite": cite(tie, page, known, held, language),
    }


def _say_standing(tie: ShownTie, language: Language) -> str:
    if tie.beside:
        return f"{language.words(f'beside-{tie.beside}')} ({language.words('evidence-not-counted')})"
    return language.words(f"certainty-{tie.certainty}")


def _list_sources(tie: ShownTie, known: Sources, held: Held, language: Language) -> Iterator[dict[str, Any]]:
    for identity in tie.sources:
        if (source := known.get(identity)) is None:
            continue
        yield {
            "name": draw_name(identity, source.name.in_language(language.code), held.everything, language),
            "publisher": source.publisher,
            "url": draw_link(source.url) if source.url else None,
            "grade": language.words(f"grade-{source.grade}") if source.grade else "",
            "read": language.day(source.retrieved) if source.retrieved else "",
            "note": clean_name(source.note.in_language(language.code)),
        }


def cite(tie: ShownTie, page: PageData, known: Sources, held: Held, language: Language) -> str:
    """Cite a tie: what it is, who says so and where, when it was read, and the state of the store."""
    names = page.places
    said = [
        language.words(
            "cite-tie",
            start=names[tie.city or tie.province].name.in_language(language.code),
            target=names[tie.target].name.in_language(language.code),
            kind=say_choice(language, "TIED_TO", "kind", tie.kind),
            since=language.date_text(tie.since, "since") if tie.since else language.words("date-unknown"),
        )
    ]
    for one in tie.sources:
        if source := known.get(one):
            parts = [
                source.name.in_language(language.code),
                source.url,
                language.day(source.retrieved) if source.retrieved else "",
            ]
            said.append(language.words("list-mark").join(filter(None, parts)))
    said.append(f"graphmap, {tie.id}, {held.number}")
    return ". ".join(said) + "."


def _write_table(request: Request, held: Held, given: Mapping[str, str], language: Language) -> bytes:
    page, ties = _choose(request, held, given, language)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_say_heads(language))
    for cells in _list_cells(page, ties, language):
        writer.writerow([shield_text(cell) for cell in cells])
    return ("\ufeff" + text.getvalue()).encode()


def _write_workbook(request: Request, held: Held, given: Mapping[str, str], language: Language) -> bytes:
    """Write the ties with what is said of them, the day, what is presumed, and the sources."""
    page, ties = _choose(request, held, given, language)
    day = language.words("page-as-of", day=page.as_of) if page.as_of else language.words("page-as-of-all")
    lines = write_sentences(page, language, page.choice)
    told = [lines[0], day, *lines[-1:]]
    heads = _say_heads(language)
    named = {source for tie in ties for source in tie.sources}
    sources = [
        (source.name.in_language(language.code), source.url or "")
        for source in page.sources
        if source.id in named
    ]
    return write_book(told, heads, _list_cells(page, ties, language), {"sources-heading": sources}, language)


def _say_heads(language: Language) -> list[str]:
    return [
        "id" if one == "id" else language.words("serve-sources" if one == "sources" else f"evidence-{one}")
        for one in COLUMNS
    ]


def _list_cells(page: PageData, ties: Iterable[ShownTie], language: Language) -> Iterator[list[str]]:
    """Yield what the columns of a table say of each tie."""
    names = {source.id: source.name.in_language(language.code) for source in page.sources}
    for tie in ties:
        yield [
            page.places[tie.city or tie.province].name.in_language(language.code),
            page.places[tie.target].name.in_language(language.code),
            say_choice(language, "TIED_TO", "kind", tie.kind),
            " | ".join(say_choice(language, "TIED_TO", "sectors", one) for one in tie.sectors),
            tie.since or "",
            tie.until or "",
            _write_period(*tie.last_sign) if tie.last_sign else "",
            _say_standing(tie, language),
            " | ".join(names.get(one, one) for one in tie.sources),
            tie.id,
        ]


def _write_period(first: date, last: date) -> str:
    """Write the days between which something lies as the data write it, else its two ends."""
    text = first.isoformat() if first == last else find_text(first, last)
    return text or f"{first.isoformat()} – {last.isoformat()}"
