"""The interface of JSON: every question at its name, queries of one's own where they are allowed."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from graphmap.errors import QuestionError, shown_value
from graphmap.plain import plain_value
from graphmap.questions.catalogue import list_captions
from graphmap.web.asking import (
    JSON,
    answer_json,
    ask_question,
    find_question,
    read_asked,
    read_given,
    shared_of,
    take_language,
    take_settings_of_queries,
    write_json,
)

router = APIRouter(include_in_schema=False)
"""The routes; `schema.py` describes them from the declarations."""


@router.get("/api")
def list_questions(request: Request) -> Response:
    """List everything that can be asked, and where."""
    refuse_all(read_given(request))
    return answer_json(request, ("questions",), lambda _: describe_questions())


def describe_questions() -> dict[str, Any]:
    """Return the questions as JSON holds them."""
    return {
        "questions": [
            {
                "name": caption.name,
                "kind": caption.kind,
                "caption": caption.caption,
                "caption_fa": caption.caption_fa,
                "address": f"/api/{caption.name}",
            }
            for caption in list_captions()
        ]
    }


@router.get("/api/cypher")
def answer_query(request: Request) -> Response:
    """Answer a query of the reader's own: read-only, within its limits, in a process of its own."""
    settings = take_settings_of_queries(request)
    given = read_given(request)
    query, parameters = given.pop("query", ""), read_query_parameters(given.pop("parameters", "{}"))
    refuse_all(given)
    if not query.strip():
        raise QuestionError("query is blank; right would be a query such as MATCH (p:Province) RETURN p.name")
    with shared_of(request).read() as held:
        rows = held.session.store.rows(
            query, parameters, limit=settings.query_rows, seconds=settings.query_seconds
        )
    said = {
        "columns": list(rows.columns),
        "rows": [[plain_value(cell) for cell in row] for row in rows.rows],
        "cut": rows.cut,
    }
    return Response(write_json(said), media_type=JSON)


def read_query_parameters(text: str) -> dict[str, Any]:
    """Read the parameters of a query, an object of JSON; QuestionError."""
    try:
        parameters = json.loads(text)
    except (ValueError, RecursionError):
        parameters = None
    if not isinstance(parameters, dict):
        raise QuestionError(
            f'parameters: {shown_value(text)} is no object of JSON; right would be {{"id": "IR-26"}}'
        )
    return parameters


@router.get("/api/reports/{name}")
@router.get("/api/{name}")
def answer_question(name: str, request: Request) -> Response:
    """Answer a question with the JSON that `graphmap NAME --format json` writes."""
    question = find_question(name)
    given = read_asked(request)
    language = take_language(given)
    make = ask_question(request, question, given, language)
    return answer_json(
        request, ("answer", name, language, *sorted(given.items())), lambda held: make(held).as_json()
    )


def refuse_all(given: dict[str, str]) -> None:
    """Refuse what an address gives and nobody reads."""
    for name in given:
        raise QuestionError(f"{shown_value(name)} means nothing here")
