"""Where one begins: the search, what needs a decision and what speaks against it, where provinces meet."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from graphmap.errors import GraphmapError, shown_value
from graphmap.language import Language
from graphmap.questions.catalogue import list_captions
from graphmap.web.against import find_kept_turns, find_turns
from graphmap.web.asking import JSON, LANGUAGE, answer_kept, read_given, shared_of, write_json
from graphmap.web.decisions import link, say_against
from graphmap.web.examples import list_examples
from graphmap.web.faults import NotThere
from graphmap.web.frame import choose_language, make_frame
from graphmap.web.pages import answer_page, refuse_unknown, render
from graphmap.web.pages import render_fault as render_page_of_fault
from graphmap.web.sharing import Held
from graphmap.web.start_parts import PARTS, draw_part, list_waiting, tell_parts
from graphmap.web.working import StillWorking

router = APIRouter(include_in_schema=False)

READY = ("rivals", "joint_acts", "border_gaps", "in_contact", "expiring", "sole_contacts", "overlaps")
"""Questions that the start page offers."""

EXACT = "exact"
"""Tells the page with what would turn each verdict from the one before it was found."""


@router.get("/")
def show_start(request: Request) -> Response:
    """Show where one begins.

    What would turn a verdict takes longer than the rest: until it is found, the page says what is
    unknown, and its script asks for it. Of very many ties the rest takes long as well: who asks meanwhile
    is shown what is there, and its script asks for the other parts, one after the other.
    """
    refuse_unknown(read_given(request), ())
    shared = shared_of(request)
    with shared.read() as held:
        mark = EXACT if find_kept_turns(held, shared.today()) is not None else ""
    return answer_page(request, lambda held, language: _make_start(request, held, language), mark)


@router.get("/start/{part}")
def show_part(part: str, request: Request) -> Response:
    """Show one part of the start, as it stands there: its script asks for those that were not there yet."""
    if part not in PARTS:
        raise NotThere(f"there is no part {shown_value(part)}; right would be one of {', '.join(PARTS)}")
    refuse_unknown(read_given(request), ())
    day = shared_of(request).today()
    return answer_page(request, lambda held, language: draw_part(part, held, day, language))


@router.get("/against")
def tell_against(request: Request) -> Response:
    """Tell what would turn the verdict on each pair of rivals that the start shows, in their order."""
    given = read_given(request)
    given.pop(LANGUAGE, None)
    refuse_unknown(given, ())
    language, day = choose_language(request), shared_of(request).today()

    def make(held: Held) -> bytes:
        return write_json({"against": [say_against(one, language) for one in find_turns(held, day)]})

    return answer_kept(request, ("against", language.code), make, JSON, language.code)


def render_fault(request: Request, error: GraphmapError, status: int) -> Response:
    """Return the page that says why there is no page; of the start, what is there already."""
    if request.url.path != "/" or not isinstance(error, StillWorking):
        return render_page_of_fault(request, error, status)
    shared, language = shared_of(request), choose_language(request)
    with shared.read() as held:
        waiting = list_waiting(held, shared.today())
        page = _make_start(request, held, language, waiting, round(error.seconds))
    return HTMLResponse(page, status)


def _make_start(
    request: Request, held: Held, language: Language, waiting: tuple[str, ...] = (), seconds: int = 0
) -> str:
    """Make the start, of what is `waiting` the place alone: it has been worked on for so many seconds."""
    questions = {one.name: one for one in list_captions()}
    return render(
        make_frame(request, held.snapshot, language),
        "start.html.j2",
        language,
        language.words("serve-title"),
        invented=held.snapshot.is_invented,
        examples=list_examples(held, language),
        questions=[
            (questions[name].caption_in(language.code), link(f"/reports/{name}", language))
            for name in READY
            if name in questions
        ],
        waiting=waiting,
        sentence=language.words("serve-working-since", seconds=seconds),
        again=link("/", language),
        **tell_parts(held, shared_of(request).today(), language, waiting),
    )
