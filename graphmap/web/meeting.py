"""The meeting: an agenda of findings, one a screen, what was decided, and the minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from graphmap.analysis.pairs import say_verdict
from graphmap.errors import QuestionError, ViewError
from graphmap.language import Language
from graphmap.schema.kept import OUTCOME, Decision
from graphmap.views.marks import draw_verdict_mark
from graphmap.views.page import render_panels
from graphmap.views.panel import Scene
from graphmap.views.sentence import write_sentences
from graphmap.views.state import find_start
from graphmap.views.wording import say_choice
from graphmap.web.asking import answer_kept, shared_of
from graphmap.web.decisions import find_decisions, link
from graphmap.web.editing import read_decisions
from graphmap.web.faults import NotThere
from graphmap.web.frame import choose_language, make_frame
from graphmap.web.pages import answer_page, find_scene, refuse_unknown, render
from graphmap.web.sharing import Held

router = APIRouter(include_in_schema=False)

MOST_ITEMS = 40
"""How many items an agenda has at most."""

MOST_PAIRS = 5
"""How many pairs a screen names."""

SHOWN_AT_LEAST = 2
"""How many of them a low screen has room for."""

CHOSEN = ("country", "province", "sector")
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Item:
    """A finding on the agenda: the state that shows it, written as in an address, and what it says."""

    about: str
    lines: tuple[str, ...]
    scene: Scene


def read_agenda(request: Request) -> list[str]:
    """Return the items of an address, in their order, each once; QuestionError where they are too many."""
    given = [value for name, value in request.query_params.multi_items() if name == "item"]
    refuse_unknown(dict.fromkeys(request.query_params, ""), ("item", "at", "format"))
    items = list(dict.fromkeys(given))
    if len(items) > MOST_ITEMS:
        raise QuestionError(f"an agenda has at most {MOST_ITEMS} items")
    return items


def make_item(request: Request, held: Held, text: str, language: Language) -> Item:
    """Return what an item says; QuestionError, NameUnknown where its state is none."""
    given = dict(parse_qsl(text))
    refuse_unknown(given, CHOSEN)
    scene = find_scene(held, given, shared_of(request).today(), language)
    start = find_start(scene.page)
    about = urlencode([(str(name), value) for name, value in start.items() if name in CHOSEN and value])
    lines = write_sentences(scene.page, language, scene.page.choice)
    return Item(about, tuple(lines), scene)


def address(path: str, items: list[str], language: Language, **more: Any) -> str:
    """Return an address of the meeting with its agenda."""
    kept = [("item", one) for one in items]
    return f"{path}?{urlencode([*kept, *((k, str(v)) for k, v in more.items()), ('lang', language.code)])}"


# ---------------------------------------------------------------------------- agenda


@router.get("/meeting")
def show_agenda(request: Request) -> Response:
    """Show the agenda: its items, in an order that can be changed, and findings that may join them."""
    items = read_agenda(request)
    return answer_page(request, lambda held, language: _make_agenda(request, held, items, language))


def _make_agenda(request: Request, held: Held, items: list[str], language: Language) -> str:
    made = [make_item(request, held, one, language) for one in items]
    kept = list(dict.fromkeys(one.about for one in made))
    rows = []
    for place, item in enumerate(made):
        others = [one for one in kept if one != item.about]
        rows.append(
            {
                "said": item.lines[0],
                "show": address("/meeting/show", kept, language, at=place + 1),
                "up": address("/meeting", _move(kept, place, place - 1), language) if place else "",
                "down": address("/meeting", _move(kept, place, place + 1), language)
                if place + 1 < len(kept)
                else "",
                "off": address("/meeting", others, language),
            }
        )
    offered = []
    for one in find_decisions(held, shared_of(request).today(), language).shown:
        path, _, query = one.address.partition("?")
        state = {name: value for name, value in parse_qsl(query) if name in CHOSEN}
        if path == "/map" and (about := urlencode(state)) not in kept:
            offered.append((one.said, address("/meeting", [*kept, about], language), one.kind))
    return render(
        make_frame(request, held.snapshot, language),
        "meeting.html.j2",
        language,
        language.words("meeting-title"),
        rows=rows,
        offered=offered,
        begin=address("/meeting/show", kept, language, at=1) if kept else "",
        minutes=address("/meeting/minutes", kept, language) if kept else "",
    )


def _move(items: list[str], place: int, to: int) -> list[str]:
    moved = list(items)
    moved.insert(to, moved.pop(place))
    return moved


# ---------------------------------------------------------------------------- one finding a screen


@router.get("/meeting/show")
def show_finding(request: Request) -> Response:
    """Show one finding of the agenda, large."""
    items = read_agenda(request)
    at = request.query_params.get("at", "1")
    if not at.isdecimal() or not 1 <= int(at) <= len(items):
        raise NotThere(f"there is no item {at[:10]} on this agenda of {len(items)}")
    return answer_page(request, lambda held, language: _make_screen(request, held, items, int(at), language))


def _make_screen(request: Request, held: Held, items: list[str], at: int, language: Language) -> str:
    item = make_item(request, held, items[at - 1], language)
    scene = item.scene
    page = scene.page
    found = page.choose(page.choice).pairs
    pairs = found[:MOST_PAIRS]
    panels, style = render_panels(scene, ("map",))
    decided = [one for one in read_decisions(held.session.store) if one.about == item.about]
    return render(
        make_frame(request, held.snapshot, language),
        "meeting_screen.html.j2",
        language,
        item.lines[0],
        script="graphmap.js",
        style=style,
        lines=item.lines[1:3],
        basis=item.lines[-1],
        pairs=[
            {
                "mark": draw_verdict_mark(pair.verdict),
                "verdict": say_verdict(pair.verdict, language),
                "names": language.list_names(
                    page.places[one].name.in_language(language.code) for one in pair.provinces
                ),
                "target": page.places[pair.target].name.in_language(language.code),
                "since": language.date_text(pair.since, "since") if pair.since else "",
                "sectors": language.list_names(
                    say_choice(language, "TIED_TO", "sectors", one) for one in pair.sectors[:3]
                )
                if pair.sectors
                else "",
            }
            for pair in pairs
        ],
        all_pairs=language.words("meeting-all", count=len(found)) if len(found) > SHOWN_AT_LEAST else "",
        all_address=link("/map", language, **dict(parse_qsl(items[at - 1]))),
        panels=panels,
        at=at,
        count=len(items),
        day=shared_of(request).today(),
        before=address("/meeting/show", items, language, at=at - 1) if at > 1 else "",
        after=address("/meeting/show", items, language, at=at + 1) if at < len(items) else "",
        agenda=address("/meeting", items, language),
        about=item.about,
        outcomes=list(_list_outcomes(language)),
        decided=[_say_decision(one, language) for one in decided],
        back=address("/meeting/show", items, language, at=at),
    )


def _list_outcomes(language: Language) -> Iterator[tuple[str, str]]:
    for word, persian in OUTCOME.choices.items():
        message = "meeting-lead-outcome" if word == "lead" else f"meeting-{word}"
        yield word, persian if language.code == "fa" else language.words(message)


def _say_decision(decision: Decision, language: Language) -> str:
    outcome = dict(_list_outcomes(language)).get(decision.outcome or "", decision.outcome or "")
    parts = [
        language.words("meeting-decided", outcome=outcome),
        language.words("meeting-by", who=decision.decided_by) if decision.decided_by else "",
        language.words("meeting-on", day=decision.decided_on) if decision.decided_on else "",
        language.words("meeting-ground", ground=decision.ground) if decision.ground else "",
    ]
    return language.words("clause-mark").join(filter(None, parts))


# ---------------------------------------------------------------------------- minutes


@router.get("/meeting/minutes")
def show_minutes(request: Request) -> Response:
    """Show the minutes: each finding as it was said, and what was decided; as a page or as DOCX."""
    items = read_agenda(request)
    kind = request.query_params.get("format", "html")
    if kind not in {"html", "docx"}:
        raise QuestionError("format: right would be html or docx")
    if kind == "html":
        return answer_page(request, lambda held, language: _make_minutes(request, held, items, language))
    language = choose_language(request)

    def make(held: Held) -> bytes:
        return write_minutes(
            list(_list_minutes(request, held, items, language)), _head(request, language), language
        )

    answer = answer_kept(request, ("minutes", language.code, *items), make, DOCX, language.code)
    if answer.status_code == 200:
        answer.headers["Content-Disposition"] = 'attachment; filename="minutes.docx"'
    return answer


Minute = Mapping[str, Any]


def _head(request: Request, language: Language) -> tuple[str, str]:
    return language.words("meeting-minutes"), language.words("meeting-day", day=shared_of(request).today())


def _list_minutes(request: Request, held: Held, items: list[str], language: Language) -> Iterator[Minute]:
    decisions = list(read_decisions(held.session.store))
    for text in items:
        item = make_item(request, held, text, language)
        decided = [_say_decision(one, language) for one in decisions if one.about == item.about]
        yield {"said": item.lines[0], "lines": item.lines[1:], "decided": decided}


def _make_minutes(request: Request, held: Held, items: list[str], language: Language) -> str:
    title, day = _head(request, language)
    return render(
        make_frame(request, held.snapshot, language),
        "minutes.html.j2",
        language,
        title,
        day=day,
        items=list(_list_minutes(request, held, items, language)),
        docx=address("/meeting/minutes", items, language, format="docx"),
        agenda=address("/meeting", items, language),
    )


def write_minutes(items: list[Minute], head: tuple[str, str], language: Language) -> bytes:
    """Write the minutes as the bytes of a DOCX file; ViewError where python-docx is not installed."""
    try:
        from graphmap.views.docx_parts import Paper
    except ImportError as error:
        raise ViewError(
            'DOCX needs python-docx, which is not installed: pip install "graphmap[docx]" installs it'
        ) from error
    paper = Paper(language)
    title, day = head
    paper.set_title(title)
    paper.add_heading(title, 0)
    paper.add_paragraph(day, style="Quiet")
    for number, item in enumerate(items, 1):
        paper.add_heading(f"{language.number(number)}. {item['said']}", 1)
        for line in item["lines"]:
            paper.add_paragraph(line)
        for said in item["decided"] or [language.words("meeting-open")]:
            paper.add_paragraph(said, style="Warning")
    paper.add_signatures([(language.words("meeting-chair"), ""), (language.words("meeting-secretary"), "")])
    written = BytesIO()
    paper.document.save(written)
    return written.getvalue()
