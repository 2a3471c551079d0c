"""The pages: all panels, one panel, each question with its form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from graphmap.errors import GraphmapError, NameUnclear, NameUnknown, QuestionError, at_field, shown_value
from graphmap.language import Language
from graphmap.question.declaration import ASKED_OF_ALL, Parameter, Question
from graphmap.question.shared import SHARED
from graphmap.questions.catalogue import ANALYSIS, CHECK, REPORT, list_captions
from graphmap.questions.phrases import PAIR_MARK
from graphmap.questions.saying import describe_question
from graphmap.scales import name_field
from graphmap.views.answer_page import render_answer_page
from graphmap.views.dress import read_static
from graphmap.views.elements import element
from graphmap.views.gather import gather_page_data
from graphmap.views.page import PACKED, PANELS, pack, render_fragment, render_map
from graphmap.views.page_data import Choice, PageData
from graphmap.views.panel import PanelName, Scene
from graphmap.views.wording import choose_wording
from graphmap.web.asking import (
    JSON,
    LANGUAGE,
    answer_kept,
    find_question,
    read_given,
    settings_of,
    shared_of,
    write_json,
)
from graphmap.web.decisions import link
from graphmap.web.faults import NOT_NOW, NOT_THERE, UNFIT, NotThere, tell_fault
from graphmap.web.forms import draw_form
from graphmap.web.frame import SECRET, Frame, choose_language, framed, make_frame, name_cookie, render_framed
from graphmap.web.leading import draw_above
from graphmap.web.linking import BOOT
from graphmap.web.mending import SENT_AGAIN, FieldFault, draw_mending, list_choices, tell_at_field
from graphmap.web.sharing import Held
from graphmap.web.workbooks import XLSX, write_answer_book
from graphmap.web.working import StillWorking

router = APIRouter(include_in_schema=False)

HTML = "text/html; charset=utf-8"
STATE: Mapping[str, Parameter] = {
    **{name: Parameter(**SHARED[name]) for name in ("level", "sector")},
    **ASKED_OF_ALL,
}
"""The keys of a page's state that are read as parameters of questions are."""
PLACED = ("country", "province", "query")

TITLES = {NOT_THERE: "serve-not-there", NOT_NOW: "serve-not-now"}
"""What a page is called that says why there is none; else it says that it cannot be shown."""

FACTS = "/map/facts"
"""Where a large page asks for what its script reads."""

MOST_CARRIED = 5_000
"""How many ties a page that is served has at most to carry that itself."""


def answer_page(request: Request, make: Callable[[Held, Language], str], mark: str = "") -> Response:
    """Answer with a page in the language of the reader, kept as any is; `mark` tells it from others."""
    language = choose_language(request)
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != LANGUAGE]
    key = (request.url.path, *kept, language.code, mark)
    told = "-".join(filter(None, (language.code, BOOT, mark)))
    answer = answer_kept(request, key, lambda held: make(held, language).encode(), HTML, told)
    answer.headers["Vary"] = "Accept-Language"
    return give_cookie(request, answer)


def give_cookie(request: Request, answer: Response) -> Response:
    """Give a reader who may write what the forms of the page are known by."""
    if settings_of(request).edit:
        answer.set_cookie(name_cookie(request), SECRET, httponly=True, samesite="strict")
    return answer


def render(
    frame: Frame,
    template: str,
    language: Language,
    title: str,
    script: str = "",
    style: str = "",
    **parts: Any,
) -> str:
    """Render a page of the explorer's own; `script` names one that ships, `style` is of this page alone."""
    linked = read_static(script) if script else ""
    return render_framed(frame, template, linked, style, {"first": language, "title": title, **parts})


def render_fault(request: Request, error: GraphmapError, status: int) -> Response:
    """Return the page that says why there is no page, with what may have been meant."""
    try:
        language = choose_language(request)
    except QuestionError:
        from graphmap.language import load_language

        language = load_language("en")
    frame = make_frame(request, None, language)
    if isinstance(error, StillWorking):
        said = language.words("serve-working-since", seconds=round(error.seconds))
        title, again = language.words("serve-working"), _write_again(frame, language)
        page = render(frame, "working.html.j2", language, title, sentence=said, again=again)
        return HTMLResponse(page, status)
    near = error.candidates if isinstance(error, NameUnclear) else ()
    near = error.nearest if isinstance(error, NameUnknown) else near
    if status == UNFIT and (page := _render_form(request, error, language)):
        return give_cookie(request, HTMLResponse(page, status))
    title = language.words(TITLES.get(status, "serve-unfit"))
    sentence = tell_fault(error, language)
    mends = status == UNFIT or isinstance(error, SENT_AGAIN)
    mending = draw_mending(request, error, language) if mends else None
    # At the field stands what may have been meant.
    told: dict[str, Any] = {
        "sentence": "" if mending and error.field else sentence,
        "choices": () if mending else near,
        "mending": mending,
        "again": _write_again(frame, language) if status == NOT_NOW and not mending else "",
    }
    page = render(frame, "problem.html.j2", language, title, **told)
    return give_cookie(request, HTMLResponse(page, status))


def _render_form(request: Request, error: GraphmapError, language: Language) -> str:
    """Return the page of a question with its form, what is wrong told at the field; blank for other pages."""
    name = request.path_params.get("name")
    if not error.field or name is None or request.url.path != f"/reports/{name}":
        return ""
    question = find_question(name)
    if error.field not in question.asked:
        return ""
    given = read_many(request, [one for one, parameter in question.asked.items() if parameter.many])
    given.pop("format", None)
    told = FieldFault(error.field, tell_at_field(error, language), list_choices(request, error))
    with shared_of(request).read() as held:
        form = draw_form(question, given, held.snapshot, language, told)
        frame = make_frame(request, held.snapshot, language, above=form)
    lead, caption = [describe_question(question, language)], question.caption_in(language.code)
    return render(frame, "list.html.j2", language, caption, lead=lead, groups=[], fault="")


def _write_again(frame: Frame, language: Language) -> str:
    """Return the address at which what was not there is asked for again."""
    return f"{frame.address}{'&' if '?' in frame.address else '?'}lang={language.code}"


@router.get("/map")
def show_map(request: Request) -> Response:
    """Show the page of all panels, in the state that its address says."""
    given = read_given(request)
    given.pop(LANGUAGE, None)
    if "format" in given:
        return _send_file(request, given)

    def make(held: Held, language: Language) -> str:
        today = shared_of(request).today()
        scene = find_scene(held, given, today, language)
        above = draw_above(held, scene.page, given, today, language)
        with framed(make_frame(request, held.snapshot, language, above)):
            return render_map(scene)

    return answer_page(request, make)


@router.get(FACTS)
def send_facts(request: Request) -> Response:
    """Send what the script of a large page reads, which is worked out while the page is seen already."""
    given, language = read_given(request), choose_language(request)
    given.pop(LANGUAGE, None)

    def make(held: Held) -> bytes:
        scene = find_scene(held, given, shared_of(request).today(), language)
        return write_json({name.replace("_", "-"): pack(scene, name) for name in PACKED})

    return answer_kept(request, ("facts", language.code, *sorted(given.items())), make, JSON, language.code)


def _send_file(request: Request, given: dict[str, str]) -> Response:
    """Send the page in one file, in both languages, with what is chosen: to open without network."""
    if given.pop("format") != "file":
        raise QuestionError("format: right would be file, or to leave it out")
    language = choose_language(request)

    def make(held: Held) -> bytes:
        page = find_scene(held, given, shared_of(request).today(), language).page
        return render_map(Scene(page, choose_wording("both", language.code))).encode()

    answer = answer_kept(request, ("file", language.code, *sorted(given.items())), make, HTML, language.code)
    if answer.status_code == 200:
        answer.headers["Content-Disposition"] = 'attachment; filename="graphmap.html"'
    return answer


@router.get("/fragment/{panel}")
def show_fragment(panel: str, request: Request) -> Response:
    """Show one panel, as it stands in the page of all."""
    if panel not in PANELS:
        raise NotThere(f"there is no panel {shown_value(panel)}; right would be one of {', '.join(PANELS)}")
    given = read_given(request)
    given.pop(LANGUAGE, None)
    return answer_page(
        request,
        lambda held, language: render_fragment(
            cast(PanelName, panel), find_scene(held, given, shared_of(request).today(), language)
        ),
    )


def find_scene(held: Held, given: Mapping[str, str], today: date, language: Language) -> Scene:
    """Return what the page of a state is drawn from; what no choice changes is made once and kept.

    Raises QuestionError for a key that no state has, or a value that does not fit.
    """
    refuse_unknown(given, (*STATE, *PLACED))
    asked = {"as_of": today.isoformat(), **{name: value for name, value in given.items() if value.strip()}}
    values: dict[str, Any] = {}
    for name, parameter in STATE.items():
        with at_field(name):
            values[name] = parameter.read(name, asked[name]) if name in asked else parameter.default
    directory = held.session.directory(values["believed_on"])
    first, mark, second = asked.get("province", "").partition(PAIR_MARK)
    country, provinces = asked.get("country"), [first] * bool(first) + [second] * bool(mark)
    with at_field("country"):
        found = None if country is None else directory.find_foreign_country(country, language.code)
    with at_field("province"):
        own = [directory.find("Province", one, language=language.code) for one in provinces]
    choice = Choice(
        country=found,
        province=own[0] if first else None,
        sector=values["sector"],
        other=own[-1] if mark else None,
    )
    day, presume, believed_on = values["as_of"], values["presume"], values["believed_on"]

    key = (values["level"], day, presume, believed_on)

    def gather() -> PageData:
        snapshot = held.session.snapshot(believed_on)
        return gather_page_data(snapshot, day, values["level"], None, presume, believed_on)

    placed = {name: asked[name] for name in ("level", "as_of", "presume", "believed_on") if name in asked}

    def make() -> Scene:
        page = held.pages.find(key, gather)
        asked_at = link(FACTS, language, **placed) if len(page.ties) > MOST_CARRIED else ""
        return Scene(page, choose_wording(language.code), asked_at=asked_at)

    def make_alone() -> Scene:
        alone = scene.with_choice(Choice(country=choice.country))
        asked_at = link(FACTS, language, **placed, country=choice.country)
        return replace(alone, asked_at=asked_at) if scene.asked_at else alone

    scene = held.scenes.find((*key, language.code), make)
    chosen = scene.with_choice(choice)
    if chosen.base is None:
        # A country that nothing else of the page names: it is drawn with it, and kept so.
        chosen = held.scenes.find((*key, language.code, choice.country), make_alone).with_choice(choice)
    return chosen


def refuse_unknown(given: Mapping[str, str], known: tuple[str, ...]) -> None:
    """Refuse what an address gives and nobody reads."""
    for name in given:
        if name not in known and name != LANGUAGE:
            raise QuestionError(f"{shown_value(name)} means nothing here")


@router.get("/reports")
def list_reports(request: Request) -> Response:
    """List everything that can be asked."""
    refuse_unknown(read_given(request), ())

    def make(held: Held, language: Language) -> str:
        groups = []
        for kind in (ANALYSIS, REPORT, CHECK):
            links = [
                (one.caption_in(language.code), link(f"/reports/{one.name}", language), "")
                for one in list_captions()
                if one.kind == kind
            ]
            groups.append((language.words(f"serve-kind-{kind}"), links))
        return render(
            make_frame(request, held.snapshot, language),
            "list.html.j2",
            language,
            language.words("serve-reports"),
            lead=[],
            groups=groups,
            fault="",
        )

    return answer_page(request, make)


@router.get("/reports/{name}")
def show_report(name: str, request: Request) -> Response:
    """Show a question: its form, and under it the answer to what the form holds."""
    question = find_question(name)
    given = read_many(request, [name for name, one in question.asked.items() if one.many])
    if (kind := given.pop("format", "html")) != "html":
        return _send_book(request, question, given, kind)
    return answer_page(request, lambda held, language: _make_report(request, held, question, given, language))


def _send_book(request: Request, question: Question, given: Mapping[str, str], kind: str) -> Response:
    """Send the answer to a question as a workbook."""
    if kind != "xlsx":
        raise QuestionError("format: right would be html or xlsx")
    language = choose_language(request)
    asked = {"as_of": shared_of(request).today().isoformat(), **given}

    def make(held: Held) -> bytes:
        return write_answer_book(held.ask(question, asked, language.code), language)

    key = ("book", question.name, language.code, *sorted(given.items()))
    answer = answer_kept(request, key, make, XLSX, language.code)
    if answer.status_code == 200:
        answer.headers["Content-Disposition"] = f'attachment; filename="{question.name}.xlsx"'
    return answer


def read_many(request: Request, many: Collection[str]) -> dict[str, str]:
    """Return what a form gives: what is chosen several times joined, what is blank left out."""
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name in given and name not in many:
            raise QuestionError(f"{shown_value(name)} is given twice; once is right")
        if value.strip() and name != LANGUAGE:
            given[name] = f"{given[name]}|{value}" if name in given else value
    return given


def _make_report(
    request: Request, held: Held, question: Question, given: Mapping[str, str], language: Language
) -> str:
    asked = {"as_of": shared_of(request).today().isoformat(), **given}
    missing = [name for name, one in question.parameters.items() if one.required and name not in given]
    form = draw_form(question, asked, held.snapshot, language)
    if missing:
        frame = make_frame(request, held.snapshot, language, above=form)
        needed = language.words("serve-needed", what=language.words(name_field(missing[0])))
        lead = [describe_question(question, language), needed]
        caption = question.caption_in(language.code)
        return render(frame, "list.html.j2", language, caption, lead=lead, groups=[], fault="")
    try:
        answer = held.ask(question, asked, language.code)
    except QuestionError as error:
        if given:
            raise
        frame = make_frame(request, held.snapshot, language, above=form)
        lead = [describe_question(question, language), tell_fault(error, language)]
        caption = question.caption_in(language.code)
        return render(frame, "list.html.j2", language, caption, lead=lead, groups=[], fault="")
    book = link(f"/reports/{question.name}", language, **given, format="xlsx")
    take = element("a", {"href": book}, language.words("book-take"))
    form += element("nav", {"class": "workbook", "aria-label": language.words("canvas-take")}, take)
    with framed(make_frame(request, held.snapshot, language, above=form)):
        return render_answer_page(answer, language)
