"""The canvas: its page, and what it asks for while one walks over the graph."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from graphmap.errors import QuestionError
from graphmap.language import Language
from graphmap.messages import read_messages_of
from graphmap.scales import VERDICTS
from graphmap.schema import DECLARED
from graphmap.store.tables import PLACES
from graphmap.views.dress import read_static
from graphmap.views.wording import say_choice
from graphmap.walk.picture import begin_picture
from graphmap.walk.web import TYPES, Web
from graphmap.web.asking import LANGUAGE, answer_json, read_asked, shared_of
from graphmap.web.canvas_answers import (
    EVERYTHING,
    add_nodes,
    find_further,
    find_row,
    read_shown,
    tell_around,
    tell_picture,
    tell_ties,
)
from graphmap.web.canvas_comparing import tell_compared, tell_sources
from graphmap.web.frame import make_frame, render_framed
from graphmap.web.graph_schema import LIMIT, MOST_NODES
from graphmap.web.pages import answer_page, refuse_unknown
from graphmap.web.sharing import Held
from graphmap.web.tables import PAGES
from graphmap.web.walking import read_filters, web_of

router = APIRouter(include_in_schema=False)

DRAWN = (*PLACES, "Governor", "Official", "Source")
"""Labels of what can be on the canvas, and of what its lines rest on."""

SPOKEN = (
    *("list-mark", "list-last", "and-more", "unknown", "page-invented"),
    *(f"verdict-{verdict.replace(' ', '-')}" for verdict in VERDICTS),
    *(f"relation-{type_.lower().replace('_', '-')}" for type_ in TYPES),
    *(f"label-{label.casefold()}" for label in DRAWN),
)
"""What the script says that other pages say too; all that begins with `canvas-` comes beside it."""
MOST_STARTS = 12


def write_facts(held: Held, starts: list[str], asked: bool, day: date, language: Language) -> str:
    """Write what the page carries for its script: where it begins, and every word it says.

    Unless a beginning was `asked` for, the canvas of before is taken up again.
    """
    messages = read_messages_of(language.code)
    spoken = {name: messages.describe(name) for name in (*SPOKEN, *messages.list_names("canvas-"))}

    def say_all(record: str, column: str) -> dict[str, str]:
        words = DECLARED[record].column(column).kind.choices
        return {word: say_choice(language, record, column, word) for word in words}

    return json.dumps(
        {
            "languages": [language.code],
            "messages": [spoken],
            "starts": starts,
            "asked": asked,
            "tag": held.tag,
            "types": list(TYPES),
            "labels": list(DRAWN),
            "pages": PAGES,
            "kinds": say_all("TIED_TO", "kind"),
            "sectors": say_all("TIED_TO", "sectors"),
            "grades": say_all("Source", "grade"),
            "invented": held.snapshot.is_invented,
            "day": {"iso": day.isoformat(), "said": language.day(day)},
        },
        ensure_ascii=False,
    ).replace("<", "\\u003c")


def read_starts(request: Request) -> list[str]:
    """Return the ids that an address begins with: each `start` names one, or several joined by |."""
    named = [one for value in request.query_params.getlist("start") for one in value.split("|")]
    starts = [one for one in dict.fromkeys(named) if one.strip()]
    if len(starts) > MOST_STARTS:
        raise QuestionError(
            f"start: a canvas begins with {MOST_STARTS} things at most, here are {len(starts)}"
        )
    return starts


@router.get("/canvas")
def show_canvas(request: Request) -> Response:
    """Show the page of the canvas; what is on it the script asks for."""
    for name in request.query_params:
        if name not in ("start", LANGUAGE):
            refuse_unknown({name: ""}, ())
    starts = read_starts(request)

    def make(held: Held, language: Language) -> str:
        web = web_of(held)
        found = starts or ([web.ids[web.home]] if web.home >= 0 else [])
        if found != [EVERYTHING]:
            for one in found:
                find_row(web, one)
        parts = {
            "first": language,
            "title": language.words("canvas-title"),
            "invented": held.snapshot.is_invented,
            "facts": Markup(write_facts(held, found, bool(starts), shared_of(request).today(), language)),  # noqa: S704 - no sign opens an element
        }
        frame = make_frame(request, held.snapshot, language)
        return render_framed(
            frame, "canvas.html.j2", read_static("canvas.js"), read_static("canvas.css"), parts
        )

    return answer_page(request, make)


def answer_graph(
    request: Request, name: str, given: dict[str, str], make: Callable[[Held, Web], Any]
) -> Response:
    """Answer a question of the canvas, kept as long as the store stays as it is."""
    key = ("canvas", name, *sorted(given.items()))
    return answer_json(request, key, lambda held: make(held, web_of(held)))


def read_ids(given: dict[str, str], name: str, least: tuple[str, int], most: int) -> list[str]:
    """Return ids joined by |, each once; QuestionError below `least` (word, number) and over `most`."""
    ids = list(dict.fromkeys(filter(None, given.get(name, "").split("|"))))
    if not least[1] <= len(ids) <= most:
        raise QuestionError(f"{name}: right would be {least[0]} to {most} ids joined by |")
    return ids


@router.get("/api/graph/picture")
def show_picture(request: Request) -> Response:
    """Tell what a canvas begins with: nodes grouped, lines joined with their count."""
    given = read_asked(request)
    refuse_unknown(given, ("start",))
    starts = read_ids(given, "start", ("one", 1), MOST_STARTS)
    day = shared_of(request).today()

    def make(held: Held, web: Web) -> dict[str, Any]:
        if starts == [EVERYTHING]:
            return {**tell_picture(held, web, read_shown(web, EVERYTHING), day), "left_out": 0}
        shown, left_out = begin_picture(web, [find_row(web, one) for one in starts])
        return {**tell_picture(held, web, shown, day), "left_out": left_out}

    return answer_graph(request, "picture", given, make)


@router.get("/api/graph/lines")
def show_lines(request: Request) -> Response:
    """Tell the lines among what is shown; `shown` are ids joined by |, a star behind the closed."""
    given = read_asked(request)
    refuse_unknown(given, ("shown",))
    day, shown = shared_of(request).today(), given.get("shown", "")
    return answer_graph(
        request, "lines", given, lambda held, web: tell_picture(held, web, read_shown(web, shown), day)
    )


@router.get("/api/graph/around/{identity}")
def show_around(identity: str, request: Request) -> Response:
    """Tell what can be added to a node, counted, with how many of it are shown already."""
    given = read_asked(request)
    asked = {**given, "id": identity}
    shown = given.pop("shown", "")
    filters = read_filters(given)
    refuse_unknown(given, ())

    def make(held: Held, web: Web) -> dict[str, Any]:
        node = find_row(web, identity)
        return {"rows": tell_around(held, web, node, read_shown(web, shown), filters)}

    return answer_graph(request, "around", asked, make)


@router.get("/api/graph/further")
def show_further(request: Request) -> Response:
    """Tell the picture with what one row of a node adds to it."""
    given = read_asked(request)
    asked = dict(given)
    identity, shown = given.pop("id", ""), given.pop("shown", "")
    row = (given.pop("type", ""), given.pop("direction", "out"), given.pop("label", ""))
    limit = int(LIMIT.read("limit", given.pop("limit"))) if "limit" in given else 25
    filters = read_filters(given)
    refuse_unknown(given, ())
    day = shared_of(request).today()

    def make(held: Held, web: Web) -> dict[str, Any]:
        before = read_shown(web, shown)
        found = find_further(held, web, find_row(web, identity), row, before, filters)
        after = add_nodes(web, before, found[:limit])
        return {**tell_picture(held, web, after, day, found[:limit]), "total": len(found)}

    return answer_graph(request, "further", asked, make)


@router.get("/api/graph/ties")
def show_ties(request: Request) -> Response:
    """Tell the ties behind the line between two nodes of a picture, with their sources."""
    given = read_asked(request)
    refuse_unknown(given, ("shown", "one", "other"))
    day = shared_of(request).today()

    def make(held: Held, web: Web) -> dict[str, Any]:
        ends = find_row(web, given.get("one", "")), find_row(web, given.get("other", ""))
        return tell_ties(held, web, read_shown(web, given.get("shown", "")), ends, day)

    return answer_graph(request, "ties", given, make)


@router.get("/api/graph/compare")
def show_compared(request: Request) -> Response:
    """Tell what two to four nodes reach, by which of them do, with the verdict of each two provinces."""
    given = read_asked(request)
    refuse_unknown(given, ("ids",))
    ids = read_ids(given, "ids", ("two", 2), MOST_NODES)
    day = shared_of(request).today()
    return answer_graph(
        request,
        "compare",
        given,
        lambda held, web: tell_compared(held, web, tuple(find_row(web, one) for one in ids), day),
    )


@router.get("/api/graph/sources")
def show_sources(request: Request) -> Response:
    """Tell the sources of the ties among what is shown."""
    given = read_asked(request)
    refuse_unknown(given, ("shown",))
    day, shown = shared_of(request).today(), given.get("shown", "")
    return answer_graph(
        request, "sources", given, lambda held, web: tell_sources(held, web, read_shown(web, shown), day)
    )
