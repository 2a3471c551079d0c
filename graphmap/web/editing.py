"""What may be written where `--edit` says who writes: kept views, decisions, ties that were tried."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from hashlib import blake2s
from typing import Annotated, TypeVar
from urllib.parse import parse_qsl, urlsplit

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from graphmap.errors import QuestionError, StoreHeld, at_field, shown_value
from graphmap.language import Code, Language, load_language
from graphmap.question.declaration import Parameter
from graphmap.schema import Batch, Record, make_record
from graphmap.schema.kept import OUTCOME, Decision, View
from graphmap.schema.nodes import Source
from graphmap.schema.relationships import Tie
from graphmap.store.contract import Store
from graphmap.web.asking import LANGUAGE, settings_of, shared_of, take_language
from graphmap.web.decisions import link
from graphmap.web.faults import NotThere
from graphmap.web.frame import SECRET, TOKEN, choose_language, make_frame, name_cookie
from graphmap.web.mending import FormHeld, FormStale
from graphmap.web.pages import answer_page, refuse_unknown, render
from graphmap.web.sharing import Held
from graphmap.web.trying import read_entered

router = APIRouter(include_in_schema=False)

LONGEST = 2_000
"""Letters of a text that is entered."""

Posted = dict[str, str]
N = TypeVar("N", View, Decision)


async def read_posted(request: Request) -> Posted:
    """Return what a form sends, after it has shown that it is one of our own; NotThere, QuestionError."""
    body = (await request.body()).decode("utf-8", "replace")
    # What is wrong with a form is said in its own language, whatever that is.
    request.state.language = dict(parse_qsl(body, max_num_fields=60)).get(LANGUAGE)
    if not settings_of(request).edit:
        raise NotThere("nothing is written here; `graphmap serve --edit NAME` lets NAME write")
    posted: Posted = {}
    for name, value in parse_qsl(body, max_num_fields=60):
        posted[name] = f"{posted[name]}|{value}" if name in posted else value.strip()
    token = posted.pop("token", "")
    request.state.posted = posted  # what is wrong is told at its field, and all else stays
    own = secrets.compare_digest(request.cookies.get(name_cookie(request), "").encode(), SECRET.encode())
    if not own or not secrets.compare_digest(token.encode(), TOKEN.encode()):
        raise FormStale(
            "this form is of a page from before the server was started; look it over, and send it again"
        )
    for name, value in posted.items():
        if len(value) > LONGEST:
            with at_field(name):
                raise QuestionError(f"{name} is too long; right would be at most {LONGEST} letters")
    return posted


Form = Annotated[Posted, Depends(read_posted)]


def mint(label: str, *parts: str) -> str:
    """Return an id made of what a record says, so that the same sent twice is one."""
    return f"{label}:{blake2s('|'.join(parts).encode(), digest_size=8).hexdigest()}"


def is_own_address(address: str) -> bool:
    """Say whether an address is one of the explorer's pages, and leads nowhere else.

    >>> is_own_address("/map?country=IRQ"), is_own_address("//evil.example"), is_own_address("https://x")
    (True, False, False)
    """
    if not address.startswith("/") or address.startswith(("//", "/api", "/static")) or "\\" in address:
        return False
    if any(ord(letter) < 0x21 for letter in address):
        return False
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc


def write_records(
    request: Request, posted: Posted, records: list[Record], reason: str, said: str, back: str
) -> Response:
    """Write records, and show by which changeset and where to go on; Faults, StoreError."""
    by = settings_of(request).edit
    try:
        changeset = shared_of(request).write(Batch.of(records), by, reason)
    except StoreHeld as error:
        raise FormHeld(
            "another program writes to the store, nothing was recorded; look it over, and send it again"
        ) from error
    language = read_language(posted)
    number = changeset.id or language.words("edit-unchanged")
    lead = [language.words("edit-recorded", changeset=number, by=by)]
    with shared_of(request).read() as held:
        page = render(
            make_frame(request, held.snapshot, language),
            "list.html.j2",
            language,
            said,
            lead=lead,
            groups=[(language.words("edit-on"), [(language.words("edit-back"), back, "")])],
            fault="",
        )
    return HTMLResponse(page)


def read_language(posted: Mapping[str, str]) -> Language:
    """Return the language of a form."""
    code: Code = take_language({LANGUAGE: posted[LANGUAGE]} if posted.get(LANGUAGE) else {})
    return load_language(code)


# ---------------------------------------------------------------------------- views


@router.post("/views")
def keep_view(request: Request, posted: Form) -> Response:
    """Keep a view under a name."""
    language = read_language(posted)
    address, name = posted.get("address", ""), posted.get("name", "")
    if not is_own_address(address):
        raise QuestionError(f"{shown_value(address)} is no address of this explorer")
    if not name:
        with at_field("name"):
            raise QuestionError(language.words("edit-needs-name"))
    given = {"id": mint("view", name, address), "name": name, "address": address}
    if language.code == "fa":
        given["name_fa"] = name
    if posted.get("note"):
        given["note"] = posted["note"]
    view = make_record(View, given)
    return write_records(
        request,
        posted,
        [view],
        f"view kept in the explorer: {name}",
        language.words("views-kept", name=name),
        link("/views", language),
    )


@router.get("/views")
def list_views(request: Request) -> Response:
    """List the views that were kept."""
    refuse_unknown(dict(request.query_params), ())

    def make(held: Held, language: Language) -> str:
        links = [
            (view.known_as.in_language(language.code), link(f"/views/{view.id}", language), view.note or "")
            for view in read_views(held.session.store)
        ]
        heading = language.words("views-count", count=len(links))
        return render(
            make_frame(request, held.snapshot, language),
            "list.html.j2",
            language,
            language.words("views-title"),
            lead=[language.words("views-lead")],
            groups=[(heading, links)] if links else [],
            fault="",
        )

    return answer_page(request, make)


@router.get("/views/{identity}")
def open_view(identity: str, request: Request) -> Response:
    """Lead to a view that was kept, in the language asked for."""
    refuse_unknown(dict(request.query_params), ())
    language = choose_language(request)
    with shared_of(request).read() as held:
        found = next((view for view in read_views(held.session.store) if view.id == identity), None)
    if found is None or not is_own_address(found.address or ""):
        raise NotThere(f"there is no view {shown_value(identity)}")
    path, _, query = (found.address or "").partition("?")
    kept = "&".join(part for part in query.split("&") if part and not part.startswith("lang="))
    return RedirectResponse(f"{path}?{'&'.join(filter(None, [kept, f'lang={language.code}']))}", 303)


def read_views(store: Store) -> Iterator[View]:
    """Return the views of a store, by name."""
    return _read_all(store, View, "name, id")


def _read_all(store: Store, cls: type[N], order: str) -> Iterator[N]:
    """Yield what a store holds of a label, with all of its properties, in an order."""
    columns = ", ".join(f"n.{column.name} AS {column.name}" for column in cls.columns())
    for row in store.rows(f"MATCH (n:{cls.__name__}) RETURN {columns} ORDER BY {order}").as_dicts():
        yield cls.holding({name: value for name, value in row.items() if value is not None})


# ---------------------------------------------------------------------------- decisions


@router.post("/decisions")
def record_decision(request: Request, posted: Form) -> Response:
    """Record what a meeting decided on a finding."""
    language = read_language(posted)
    outcome = Parameter(type="Decision.outcome", help="", help_fa="").read(
        "outcome", posted.get("outcome", "")
    )
    today = shared_of(request).today()
    finding, about = posted.get("finding", ""), posted.get("about", "")
    if not finding or not about:
        raise QuestionError(language.words("edit-needs-finding"))
    said = language.words(
        "edit-decided", outcome=OUTCOME.choices[outcome] if language.code == "fa" else outcome
    )
    given = {
        "id": mint("decision", about, outcome, posted.get("decided_by", ""), today.isoformat()),
        "name": finding,
        "outcome": outcome,
        "about": about,
        "decided_on": today,
        **{name: posted[name] for name in ("decided_by", "ground") if posted.get(name)},
        **({"name_fa": finding} if language.code == "fa" else {}),
    }
    back = posted.get("back", "")
    return write_records(
        request,
        posted,
        [make_record(Decision, given)],
        f"decision of a meeting: {outcome}",
        said,
        back if is_own_address(back) else link("/meeting", language),
    )


def read_decisions(store: Store) -> Iterator[Decision]:
    """Return the decisions of a store, the newest first."""
    return _read_all(store, Decision, "decided_on DESC, id")


# ---------------------------------------------------------------------------- ties


@router.post("/trial")
def record_tie(request: Request, posted: Form) -> Response:
    """Record a tie that was tried, on a source that says so."""
    language, today = read_language(posted), shared_of(request).today()
    with shared_of(request).read() as held:
        entered = read_entered(held, posted, today, language)
        found = held.everything.candidates("Source", posted.get("source", "")) if posted.get("source") else ()
    if not entered.is_whole or not posted.get("source"):
        with at_field("source"):
            raise QuestionError(language.words("edit-needs-source"))
    records: list[Record] = []
    source = found[0] if len(found) == 1 else mint("source", posted["source"])
    if len(found) != 1:
        named = {"id": source, "name": posted["source"], "grade": "D", "retrieved": today}
        named |= {"name_fa": posted["source"]} if language.code == "fa" else {}
        records.append(make_record(Source, named))
    ends = {
        "from_id": entered.province,
        "to_id": entered.target,
        "kind": entered.kind,
        "since": entered.since,
    }
    told = {"sectors": entered.sectors, "document": entered.document}
    more = {name: value for name, value in told.items() if value}
    records.append(make_record(Tie, {**ends, **more, "stage": "in_force", "sources": (source,)}))
    return write_records(
        request,
        posted,
        records,
        "tie recorded in the explorer",
        language.words("edit-tie-recorded"),
        link("/map", language, province=entered.province),
    )
