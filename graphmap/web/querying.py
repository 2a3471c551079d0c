"""The page on which readers write queries of their own: read-only, bounded, in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from graphmap.errors import GraphmapError, at_field
from graphmap.language import Language
from graphmap.plain import plain_value
from graphmap.store.contract import Rows
from graphmap.text import clean_name
from graphmap.web.api import read_query_parameters, refuse_all
from graphmap.web.asking import LANGUAGE, read_given, settings_of, shared_of, take_settings_of_queries
from graphmap.web.decisions import link
from graphmap.web.frame import choose_language, make_frame
from graphmap.web.mending import FieldFault, mark_fields, tell_at_field
from graphmap.web.pages import render
from graphmap.web.sharing import Held

router = APIRouter(include_in_schema=False)

MOST_ROWS = 200
"""Rows that the page shows; the answer as JSON has all that a query may give."""
EXAMPLES = (
    "MATCH (p:Province)<-[:IN*0..1]-(h)-[t:TIED_TO]->(x)\n"
    "RETURN p.name AS province, count(t) AS ties ORDER BY ties DESC, province",
    "MATCH (m:Mission)-[:SENT_BY]->(c:Country)\nRETURN c.name AS sender, count(m) AS missions "
    "ORDER BY missions DESC, sender",
    "MATCH (h)-[t:TIED_TO]->(x)\nWHERE t.since IS NULL\n"
    "RETURN h.name AS home, t.kind AS kind, x.name AS partner ORDER BY home, partner",
)
"""Queries to begin with."""


@router.get("/cypher")
def show_query(request: Request) -> Response:
    """Show the editor, and under it the rows of the query that it holds."""
    settings = take_settings_of_queries(request)
    language = choose_language(request)
    given = read_given(request)
    given.pop(LANGUAGE, None)
    query, parameters = given.pop("query", ""), given.pop("parameters", "")
    refuse_all(given)
    rows, fault = None, None
    with shared_of(request).read() as held:
        try:
            if query.strip():
                with at_field("parameters"):
                    asked = read_query_parameters(parameters or "{}")
                rows = held.session.store.rows(
                    query, asked, limit=settings.query_rows, seconds=settings.query_seconds
                )
        except GraphmapError as error:
            fault = FieldFault(error.field or "query", tell_at_field(error, language))
        page = _render(request, held, {"query": query, "parameters": parameters}, rows, fault, language)
    return HTMLResponse(page, headers={"Cache-Control": "no-store"})


def _render(
    request: Request,
    held: Held,
    given: Mapping[str, str],
    rows: Rows | None,
    fault: FieldFault | None,
    language: Language,
) -> str:
    settings = settings_of(request)
    marks, told = mark_fields("cypher", ("query", "parameters"), fault)
    json = {name: value for name, value in given.items() if value.strip()}
    return render(
        make_frame(request, held.snapshot, language),
        "cypher.html.j2",
        language,
        language.words("cypher-title"),
        given=given,
        marks=marks,
        field_faults=told,
        bounds=language.words("cypher-bounds", rows=settings.query_rows, seconds=int(settings.query_seconds)),
        examples=[(query, link("/cypher", language, query=query)) for query in EXAMPLES],
        columns=rows.columns if rows else (),
        rows=list(_say_rows(rows, language)) if rows else [],
        answered=rows is not None,
        counted=_count(rows, language) if rows else "",
        json=link("/api/cypher", language, **json).rpartition("&lang=")[0],
    )


def _count(rows: Rows, language: Language) -> str:
    shown = language.words("report-shown", shown=min(len(rows.rows), MOST_ROWS), all=len(rows.rows))
    return f"{shown} {language.words('cypher-cut')}" if rows.cut else shown


def _say_rows(rows: Rows, language: Language) -> Iterator[list[str]]:
    for row in rows.rows[:MOST_ROWS]:
        yield [_say(plain_value(cell), language) for cell in row]


def _say(value: Any, language: Language) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return language.words("yes" if value else "no")
    if isinstance(value, list):
        return language.list_names([_say(one, language) for one in value])
    return language.number(value) if isinstance(value, int | float) else clean_name(str(value))
