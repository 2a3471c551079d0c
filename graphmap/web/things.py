"""The pages of things: a country, province, region, city, counterpart, mission, governor or source each."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Request
from starlette.responses import Response

from graphmap.errors import NameUnknown
from graphmap.language import Language
from graphmap.text import clean_name
from graphmap.web.asking import read_given, shared_of
from graphmap.web.decisions import link
from graphmap.web.faults import NotThere
from graphmap.web.frame import make_frame
from graphmap.web.pages import answer_page, refuse_unknown, render
from graphmap.web.profile_panels import CHOSEN, draw_panels
from graphmap.web.profiles import list_facts, list_parts
from graphmap.web.sharing import Held
from graphmap.web.tables import PAGES

router = APIRouter(include_in_schema=False)


def _show_thing(labels: tuple[str, ...], identity: str, request: Request) -> Response:
    refuse_unknown(read_given(request), ())

    def make(held: Held, language: Language) -> str:
        return _make_profile(request, held, labels, identity, language)

    return answer_page(request, make)


def _make_profile(
    request: Request, held: Held, labels: tuple[str, ...], given: str, language: Language
) -> str:
    day, snapshot = shared_of(request).today(), held.snapshot
    directory = held.everything
    try:
        identity = directory.find(labels, given, language=language.code)
    except NameUnknown as error:
        raise NotThere(str(error)) from error
    label = directory[identity].label
    links = []
    if label != "Source":
        links.append((language.words("canvas-explore-this"), link("/canvas", language, start=identity)))
    if label in CHOSEN and identity != snapshot.home:
        links.append((language.words("serve-map"), link("/map", language, **{CHOSEN[label]: identity})))
    drawn = draw_panels(held, label, identity, day, language)
    return render(
        make_frame(request, snapshot, language),
        "profile.html.j2",
        language,
        clean_name(directory.name(identity).in_language(language.code)),
        script="graphmap.js" if drawn.panels["rows"] else "",
        style=drawn.style,
        label=language.words(f"label-{label.casefold()}"),
        invented=snapshot.is_invented,
        as_of=language.words("page-as-of", day=day),
        facts=list(list_facts(snapshot, directory, label, identity, language)),
        links=links,
        drawn=drawn,
        parts=list(list_parts(held, directory, label, identity, day, language)),
    )


def _add_profiles() -> None:
    """Add a route for each sort of thing that has a page of its own."""
    labels: dict[str, tuple[str, ...]] = {}
    for label, path in PAGES.items():
        labels[path] = (*labels.get(path, ()), label)

    def make_route(named: tuple[str, ...]) -> Callable[[str, Request], Response]:
        def show_thing(identity: str, request: Request) -> Response:
            return _show_thing(named, identity, request)

        return show_thing

    for path, named in labels.items():
        router.add_api_route(f"/{path}/{{identity}}", make_route(named), methods=["GET"])


_add_profiles()
