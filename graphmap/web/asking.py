"""What an endpoint knows of its request: the store of the moment, the language, what was given."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from fastapi import Request
from starlette.responses import Response

from graphmap.errors import QuestionError, shown_value
from graphmap.language import CODES, Code
from graphmap.plain import plain_value
from graphmap.question.declaration import Question
from graphmap.questions.catalogue import list_captions, load_question
from graphmap.web.faults import NotThere
from graphmap.web.settings import Settings
from graphmap.web.sharing import Held, Shared

JSON = "application/json"
LANGUAGE = "lang"
PATIENT = "graphmap.patient"
"""Marks the scope of a request that waits for its answer as long as that takes: nobody sits before it."""


def shared_of(request: Request) -> Shared:
    """Return the store that a request is answered from."""
    shared: Shared = request.app.state.shared
    return shared


def settings_of(request: Request) -> Settings:
    """Return how the explorer was started."""
    settings: Settings = request.app.state.settings
    return settings


def take_settings_of_queries(request: Request) -> Settings:
    """Return how the explorer was started, where it answers a reader's own queries; else NotThere."""
    settings = settings_of(request)
    if not settings.allow_cypher:
        raise NotThere(
            "queries of your own are not answered here; `graphmap serve --allow-cypher` answers them"
        )
    return settings


def read_given(request: Request) -> dict[str, str]:
    """Return what an address gives after the question mark; QuestionError for what is given twice."""
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name in given:
            raise QuestionError(f"{shown_value(name)} is given twice; once is right")
        if any(c == "\0" or "\ud800" <= c <= "\udfff" for c in name + value):
            raise QuestionError(f"{shown_value(name)} holds something that is no text")
        given[name] = value
    return given


def refuse_blank(given: Mapping[str, str]) -> None:
    """Refuse what is named and given no value: an interface is told what it asks for."""
    for name, value in given.items():
        if not value.strip():
            raise QuestionError(f"{name} is blank; right would be a value, or to leave {name} out")


def read_asked(request: Request) -> dict[str, str]:
    """Return what an interface is asked: `read_given` with nothing blank; QuestionError."""
    given = read_given(request)
    refuse_blank(given)
    return given


def take_language(given: dict[str, str]) -> Code:
    """Take the language out of what is given, English where none is; QuestionError for one not spoken."""
    code = given.pop(LANGUAGE, CODES[0])
    for known in CODES:
        if code == known:
            return known
    raise QuestionError(f"lang: {shown_value(code)} is no language of graphmap; right would be en or fa")


def find_question(name: str) -> Question:
    """Return the question of a name; NotThere with the nearest names."""
    if name not in {caption.name for caption in list_captions()}:
        try:
            load_question(name)
        except QuestionError as error:
            raise NotThere(str(error)) from error
    return load_question(name)


def answer_kept(
    request: Request, key: tuple[Any, ...], make: Callable[[Held], bytes], kind: str, mark: str = ""
) -> Response:
    """Answer with what is made of the store as it is, kept until it changes; 304 to who has it already.

    Raises StillWorking where that takes longer than a reader waits; it is there when they ask again.
    """
    shared = shared_of(request)
    with shared.read() as held:
        today = shared.today().isoformat()
        tag = f'"{"-".join(filter(None, (held.tag, today, mark)))}"'
        headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
        if tag in [
            one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")
        ]:
            return Response(status_code=304, headers=headers)
        kept = (held.tag, today, *key)

        def work() -> bytes:
            made = make(held)
            shared.save_memory(held)
            return made

        seconds = find_patience(request)
        if seconds is None:
            body = shared.answers.find(kept, work)
        else:
            lend = partial(shared.lend, held)
            body = shared.answers.find_within(kept, work, seconds, name_sort(request), lend)
    return Response(body, media_type=kind, headers=headers)


def find_patience(request: Request) -> float | None:
    """Return for how many seconds a request waits for its answer; None: as long as that takes."""
    return None if PATIENT in request.scope else settings_of(request).patience


def name_sort(request: Request) -> str:
    """Name the answers that take about as long as that to a request: those of a question, or of a page."""
    route = request.scope.get("route")
    return request.url.path if route is None or "name" in request.path_params else str(route.path)


def write_json(value: Any) -> bytes:
    """Write a value as JSON, letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False, default=plain_value, allow_nan=False).encode()


def answer_json(request: Request, key: tuple[Any, ...], make: Callable[[Held], Any]) -> Response:
    """Answer with JSON, as `answer_kept` does."""
    return answer_kept(request, key, lambda held: write_json(make(held)), JSON)


def ask_question(request: Request, question: Question, given: Mapping[str, str], language: str) -> Any:
    """Return what makes the answer of a question from the store, looked at today if no day is given."""
    asked = {"as_of": shared_of(request).today().isoformat(), **given}
    return lambda held: held.ask(question, asked, language)
