"""What is answered where nothing can be: a status and one sentence for a person, nothing of the inside."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, PlainTextResponse, Response

from graphmap.errors import (
    GraphmapError,
    NameUnclear,
    NameUnknown,
    StoreError,
)
from graphmap.language import Language
from graphmap.persian import tell_in_persian
from graphmap.text import visible
from graphmap.web.working import StillWorking, TooMuchAtOnce

UNFIT = 422
NOT_THERE = 404
NOT_NOW = 503
WORKING = 202
"""Of a page that is being worked out: it is none yet, and nothing is wrong. Data are then NOT_NOW."""
AGAIN = {"Retry-After": "1"}
"""Says that asking again helps, and soon: what asks by itself does so then, and then alone."""
LATER = {"Retry-After": "30"}
"""Says that it may help after a while: to a person, since what was refused takes long each time."""
LONGEST = 2_000
"""Letters of a sentence: what a reader gave may be part of it."""

DATA = ("/api", "/openapi.json")
"""How the paths begin that answer with JSON."""

log = logging.getLogger("graphmap.web")


class NotThere(GraphmapError):
    """An address at which nothing is."""


def find_status(error: GraphmapError) -> int:
    """Return the status of an error that a reader can mend (4xx), or can not (503)."""
    if isinstance(error, NotThere):
        return NOT_THERE
    # Of what was asked: a query that does not run, a day on which the store held nothing.
    return NOT_NOW if isinstance(error, StoreError) and type(error) is not StoreError else UNFIT


def describe_fault(error: GraphmapError) -> dict[str, Any]:
    """Return an error as JSON holds it: its sentence, and what a name may have meant."""
    said: dict[str, Any] = {"error": visible(str(error))[:LONGEST]}
    near = error.candidates if isinstance(error, NameUnclear) else ()
    near = error.nearest if isinstance(error, NameUnknown) else near
    if near:
        said["choices"] = [{"id": identity, "name": name} for name, identity in near]
    return said


def tell_fault(error: GraphmapError, language: Language) -> str:
    """Return the sentence of an error in a language; in English where no Persian one is known."""
    said: str = describe_fault(error)["error"]
    return tell_in_persian(said) if language.code == "fa" else said


def is_data(path: str) -> bool:
    """Say whether an address answers with JSON, and not with a page."""
    return path.startswith(DATA)


def say_fault(path: str, status: int, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return the answer that says one sentence, as JSON or as text."""
    kind = JSONResponse if is_data(path) else PlainTextResponse
    content: Any = {"error": sentence} if is_data(path) else sentence + "\n"
    return kind(content, status, dict(headers or {}))


RenderFault = Callable[[Request, GraphmapError, int], Response]
"""Makes the page that says an error with a status."""


def tell_faults(app: FastAPI, render_fault: RenderFault) -> None:
    """Let an application answer every error with a sentence: as JSON, or on a page."""

    def tell_graphmap_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, GraphmapError)  # noqa: S101 (it is registered for these)
        said, status = describe_fault(error), find_status(error)
        soon = isinstance(error, StillWorking | TooMuchAtOnce)
        headers = AGAIN if soon else LATER if status == NOT_NOW else {}
        if is_data(request.url.path):
            return JSONResponse(said, status, headers)
        page = render_fault(request, error, WORKING if isinstance(error, StillWorking) else status)
        page.headers.update(headers)
        return page

    def tell_http_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101
        said = {404: "nothing is here", 405: "graphmap is only read here"}.get(error.status_code)
        return say_fault(request.url.path, error.status_code, said or str(error.detail), error.headers)

    def tell_other_error(request: Request, error: Exception) -> Response:
        # The reader learns that it failed; who serves reads how, on the screen of the command.
        log.error("%s could not be answered", visible(request.url.path), exc_info=error)
        return say_fault(request.url.path, 500, "graphmap met something that it does not know how to explain")

    app.add_exception_handler(GraphmapError, tell_graphmap_error)
    app.add_exception_handler(HTTPException, tell_http_error)
    app.add_exception_handler(Exception, tell_other_error)
