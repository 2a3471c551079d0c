"""What `--edit` lets a reader do with plans: keep the one that is shown, put a draft in force, end one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast
from urllib.parse import parse_qsl

from fastapi import APIRouter, Request
from starlette.responses import Response

from graphmap.analysis.keeping import archive, enact, keep_leads
from graphmap.analysis.lead import Lead
from graphmap.errors import QuestionError, at_field, shown_value
from graphmap.question.declaration import Parameter
from graphmap.questions.ask import ask
from graphmap.web.asking import LANGUAGE, shared_of
from graphmap.web.decisions import link
from graphmap.web.editing import Form, is_own_address, read_language, write_records

router = APIRouter(include_in_schema=False)

SHOWN = "/reports/plan"
"""The page whose answer is kept."""

_DAY = Parameter(type="day", help="", help_fa="")


@router.post("/plans")
def keep_plan(request: Request, posted: Form) -> Response:
    """Keep the plan that a page shows under a name, as a draft: it is worked out as the page was asked."""
    language = read_language(posted)
    address, name = posted.get("address", ""), posted.get("name", "")
    path, _, query = address.partition("?")
    if not is_own_address(address) or path != SHOWN:
        raise QuestionError(f"{shown_value(address)} is no address of a plan; right would be {SHOWN}?…")
    given = {one: value for one, value in parse_qsl(query) if one not in (LANGUAGE, "format", "limit")}
    if "country" in given:
        raise QuestionError(language.words("planning-of-one-country"))
    given.setdefault("as_of", shared_of(request).today().isoformat())
    with shared_of(request).read() as held:
        answer = ask(held.session, "plan", given)
        asked, leads = answer.parameters, cast("Iterable[Lead]", answer.findings)
        scope = (asked["level"], asked["as_of"], asked["sector"])
        record = keep_leads(held.snapshot, name, leads, *scope, asked["capacity"], asked["fairness"])
    said = language.words("planning-kept", plan=name)
    return write_records(
        request, posted, [record], f"plan kept: {name}", said, link("/reports/plans", language)
    )


@router.post("/plans/enact")
def enact_plan(request: Request, posted: Form) -> Response:
    """Put a draft in force from a day on, or end a plan (archive a draft) on a day."""
    language, today = read_language(posted), shared_of(request).today()
    name, do = posted.get("name", ""), posted.get("do", "enact")
    with at_field("day"):
        day: date = _DAY.read("day", posted["day"]) if posted.get("day") else today
    change = archive if do == "archive" else enact
    with shared_of(request).read() as held, at_field("name"):
        records = change(held.snapshot, name, day, today)
    said = language.words("planning-archived" if do == "archive" else "planning-enacted", plan=name, day=day)
    reason = f"plan archived: {name}" if do == "archive" else f"plan put in force: {name}"
    return write_records(request, posted, [*records], reason, said, link("/reports/plans", language))
