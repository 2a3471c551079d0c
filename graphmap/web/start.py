"""Where one begins: the search, what needs a decision and what speaks against it, where provinces meet."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from graphmap.language import Language
from graphmap.questions.catalogue import list_captions
from graphmap.web.against import find_kept_turns, find_turns
from graphmap.web.asking import JSON, LANGUAGE, answer_kept, read_given, shared_of, write_json
from graphmap.web.decisions import find_decisions, link, list_gaps, say_against
from graphmap.web.examples import list_examples
from graphmap.web.frame import choose_language, make_frame
from graphmap.web.overview import draw_contested, list_counts, list_known, list_without
from graphmap.web.pages import answer_page, refuse_unknown, render
from graphmap.web.sharing import Held

router = APIRouter(include_in_schema=False)

READY = ("rivals", "joint_acts", "border_gaps", "in_contact", "expiring", "sole_contacts", "overlaps")
"""Questions that the start page offers."""

MOST_NAMED = 8
"""How many provinces without a tie are named."""

EXACT = "exact"
"""Tells the page with what would turn each verdict from the one before it was found."""


@router.get("/")
def show_start(request: Request) -> Response:
    """Show where one begins.

    What would turn a verdict takes longer than the rest: until it is found, the page says what is
    unknown, and its script asks for it.
    """
    refuse_unknown(read_given(request), ())
    shared = shared_of(request)
    with shared.read() as held:
        mark = EXACT if find_kept_turns(held, shared.today()) is not None else ""
    return answer_page(request, lambda held, language: _make_start(request, held, language, mark), mark)


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


def _make_start(request: Request, held: Held, language: Language, mark: str) -> str:
    day = shared_of(request).today()
    snapshot = held.snapshot
    found = find_decisions(held, day, language, find_turns(held, day) if mark else None)
    targets = held.ask("rivals", {"by": "target", "as_of": day.isoformat()}, language.code)
    counted = targets.counted
    data = [
        language.words("serve-held", ties=len(snapshot.ties.ids), sources=len(snapshot.sources.ids)),
        *([counted.sentence(language)] if counted is not None else []),
    ]
    without = list_without(held, language)
    questions = {one.name: one for one in list_captions()}
    return render(
        make_frame(request, snapshot, language),
        "start.html.j2",
        language,
        language.words("serve-title"),
        invented=snapshot.is_invented,
        as_of=language.words("page-as-of", day=day),
        presumed=targets.say_presumption(language),
        counts=list_counts(held, found, targets, day, language),
        decisions=found.shown,
        against="" if mark else link("/against", language),
        contested=list(draw_contested(held, targets, day, language)),
        gaps=list(list_gaps(held.ask("gaps", {"as_of": day.isoformat()}, language.code), language)),
        examples=list_examples(held, language),
        questions=[
            (questions[name].caption_in(language.code), link(f"/reports/{name}", language))
            for name in READY
            if name in questions
        ],
        data=data,
        known=list_known(held, day, language),
        without=len(without),
        without_names=language.list_some(without, MOST_NAMED),
    )
