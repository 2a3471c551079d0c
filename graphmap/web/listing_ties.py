"""The page of the ties of a place: all of them, or those of one kind; numbers of profiles lead to it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from graphmap.errors import NameUnknown
from graphmap.language import Language
from graphmap.schema.kinds_of_tie import KINDS_OF_TIE
from graphmap.store.tables import PLACES
from graphmap.text import clean_name
from graphmap.views.wording import say_choice
from graphmap.web.asking import LANGUAGE, read_given
from graphmap.web.faults import NotThere
from graphmap.web.frame import make_frame
from graphmap.web.pages import answer_page, refuse_unknown, render
from graphmap.web.place_ties import draw_ties, find_ties
from graphmap.web.sharing import Held
from graphmap.web.tables import name_page

router = APIRouter(include_in_schema=False)

MOST_SHOWN = 1_000


@router.get("/ties")
def show_ties(request: Request) -> Response:
    """Show all ties of a place, or those of one kind."""
    given = read_given(request)
    given.pop(LANGUAGE, None)
    refuse_unknown(given, ("of", "kind"))
    of, kind = given.get("of", ""), given.get("kind", "")
    if kind and kind not in KINDS_OF_TIE:
        raise NotThere(f"{kind} is no kind of tie; right would be one of {', '.join(KINDS_OF_TIE)}")

    def make(held: Held, language: Language) -> str:
        directory, snapshot = held.everything, held.snapshot
        try:
            identity = directory.find(PLACES, of, language=language.code)
        except NameUnknown as error:
            raise NotThere(str(error)) from error
        found = find_ties(snapshot, identity, kind)
        name = clean_name(directory.name(identity).in_language(language.code))
        return render(
            make_frame(request, snapshot, language),
            "ties.html.j2",
            language,
            language.words("ties-of", name=name),
            invented=snapshot.is_invented,
            kind=say_choice(language, "TIED_TO", "kind", kind) if kind else "",
            note=language.words("serve-ties-note"),
            back=(name, name_page(directory[identity].label, identity, language)),
            counted=language.words("serve-rows", count=len(found)),
            table=draw_ties(snapshot, found[:MOST_SHOWN], directory, language) if found else None,
        )

    return answer_page(request, make)
