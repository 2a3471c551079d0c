"""The interface of the graph: what a node is connected by, who is next to it, what is shared, the paths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, cast, get_args

from fastapi import APIRouter, Request
from starlette.responses import Response

from graphmap.errors import QuestionError, shown_value
from graphmap.language import Language
from graphmap.schema import NODES
from graphmap.store.walking import (
    write_common_query,
    write_counts_query,
    write_expand_query,
    write_paths_query,
)
from graphmap.text import clean_name
from graphmap.walk.paths import MOST, find_paths, list_steps
from graphmap.walk.steps import Direction, count_relationships, expand, find_common
from graphmap.walk.web import TYPES, Filters, Web, weave
from graphmap.web.asking import answer_json, read_asked, read_given, take_language
from graphmap.web.decisions import link
from graphmap.web.faults import NotThere
from graphmap.web.frame import make_frame
from graphmap.web.graph_schema import FILTERS, LIMIT, MOST_NODES
from graphmap.web.pages import answer_page, refuse_unknown, render
from graphmap.web.sharing import Held

router = APIRouter(include_in_schema=False)


def web_of(held: Held) -> Web:
    """Return the neighbours of the store, made once for each state."""
    return held.keep("web", lambda: weave(held.snapshot))


def find_node(web: Web, identity: str) -> int:
    """Return the row of a node; NotThere for an id that no node has."""
    row = web.find(identity)
    if row < 0:
        raise NotThere(f"nothing in the graph has the id {shown_value(identity)}")
    return row


def read_filters(given: dict[str, str]) -> Filters:
    """Take the filters out of what is given."""
    read: dict[str, Any] = {
        name: one.read(name, given.pop(name)) if name in given else None for name, one in FILTERS.items()
    }
    return Filters(**read)


def _describe(web: Web, held: Held, identity: str) -> dict[str, str]:
    name = held.everything.name(identity)
    said = {"id": identity, "label": web.labels[web.find(identity)]}
    return {**said, "name": clean_name(name.en), "name_fa": clean_name(name.in_language("fa"))}


def _take(given: dict[str, str], name: str, words: tuple[str, ...]) -> str:
    if name not in given:
        raise QuestionError(f"{name} is needed; right would be one of {', '.join(words)}")
    word = given.pop(name)
    if word not in words:
        raise QuestionError(f"{name}: {shown_value(word)} is none; right would be one of {', '.join(words)}")
    return word


@router.get("/api/graph/node/{identity}")
def show_node(identity: str, request: Request) -> Response:
    """Tell what a node is connected by, with counts, before anything is drawn."""
    given = read_asked(request)
    key = ("node", identity, *sorted(given.items()))
    filters = read_filters(given)
    refuse_unknown(given, ())

    def make(held: Held) -> dict[str, Any]:
        web = web_of(held)
        row = find_node(web, identity)
        counts = [one.as_json() for one in count_relationships(web, row, filters)]
        query = write_counts_query(web.labels[row])
        return {
            **_describe(web, held, identity),
            "counts": counts,
            "cypher": query,
            "parameters": {"id": identity},
        }

    return answer_json(request, key, make)


@router.get("/api/graph/expand")
def show_neighbours(request: Request) -> Response:
    """Tell the neighbours of a node by one type, direction and label."""
    given = read_asked(request)
    key = ("expand", *sorted(given.items()))
    identity = given.pop("id", "")
    type_ = _take(given, "type", TYPES)
    direction = cast(Direction, _take(given, "direction", get_args(Direction)))
    label = _take(given, "label", tuple(NODES))
    limit = int(LIMIT.read("limit", given.pop("limit"))) if "limit" in given else 25
    filters = read_filters(given)
    refuse_unknown(given, ())

    def make(held: Held) -> dict[str, Any]:
        web = web_of(held)
        row = find_node(web, identity)
        found, total = expand(web, row, type_, direction, label, limit, filters)
        return {
            "nodes": [{**one.as_json(), **_describe(web, held, one.id)} for one in found],
            "total": total,
            "cypher": write_expand_query(web.labels[row], type_, direction, label),
            "parameters": {"id": identity, "limit": limit},
        }

    return answer_json(request, key, make)


@router.get("/api/graph/common")
def show_common(request: Request) -> Response:
    """Tell the nodes that two to four nodes are all connected to; `ids` are joined by |."""
    given = read_asked(request)
    ids = list(dict.fromkeys(given.pop("ids", "").split("|")))
    refuse_unknown(given, ())
    if not 2 <= len(ids) <= MOST_NODES:
        raise QuestionError(f"ids: right would be two to {MOST_NODES} ids joined by |")

    def make(held: Held) -> dict[str, Any]:
        web = web_of(held)
        rows = [find_node(web, one) for one in ids]
        return {
            "nodes": [_describe(web, held, one) for one in find_common(web, rows)],
            "cypher": write_common_query(tuple(web.labels[row] for row in rows)),
            "parameters": {f"id{place}": one for place, one in enumerate(ids)},
        }

    return answer_json(request, ("common", *ids), make)


@router.get("/api/graph/paths")
def show_paths(request: Request) -> Response:
    """Tell the shortest paths between two nodes, sixty at most; `through` names labels, joined by |."""
    given = read_asked(request)
    start, end = given.pop("start", ""), given.pop("end", "")
    through = tuple(sorted(set(filter(None, given.pop("through", "").split("|")))))
    refuse_unknown(given, ())
    for label in through:
        if label not in NODES:
            raise QuestionError(
                f"through: {shown_value(label)} is no label; right would be labels joined by |"
            )
    return answer_json(
        request, ("paths", start, end, *through), lambda held: find_named_paths(held, start, end, through)
    )


def find_named_paths(held: Held, start: str, end: str, through: tuple[str, ...] = ()) -> dict[str, Any]:
    """Find the shortest paths between two nodes, as JSON holds them, with the names of what lies on them."""
    web = web_of(held)
    rows = find_node(web, start), find_node(web, end)
    found = find_paths(web, *rows, through)
    met = dict.fromkeys(one for path in found.paths for one in path)
    return {
        "paths": [
            {
                "ids": list(path),
                "types": [list(list_steps(web, *pair)) for pair in pairwise(path)],
            }
            for path in found.paths
        ],
        "nodes": [_describe(web, held, one) for one in met],
        "total": found.total,
        "most": MOST,
        "cypher": write_paths_query(web.labels[rows[0]], web.labels[rows[1]], len(found.paths[0]) - 1)
        if found.paths and start != end
        else "",
        "parameters": {"start": start, "end": end},
    }


def list_path_links(found: dict[str, Any], language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield what was found between two nodes, a line a path: its sentence, where it leads, nothing beside."""
    named = "name_fa" if language.code == "fa" else "name"
    twice = {name for name, count in Counter(one[named] for one in found["nodes"]).items() if count > 1}
    names = {one["id"]: one[named] for one in found["nodes"]}
    for one in found["nodes"]:
        if one[named] in twice:
            names[one["id"]] += f" ({language.words('label-' + one['label'].casefold())})"
    for path in found["paths"]:
        steps = [
            language.list_names(
                [language.words(f"relation-{one.lower().replace('_', '-')}") for one in types]
            )
            for types in path["types"]
        ]
        said = names[path["ids"][0]]
        for step, identity in zip(steps, path["ids"][1:], strict=True):
            said += f" — {step} — {names[identity]}"
        yield said, link("/canvas", language, start="|".join(path["ids"])), ""


@router.get("/paths")
def show_paths_page(request: Request) -> Response:
    """Show how two things are connected, a line a path."""
    given = read_given(request)
    refuse_unknown(given, ("start", "end"))
    take_language(dict(given))

    def make(held: Held, language: Language) -> str:
        return _make_paths(request, held, given.get("start", ""), given.get("end", ""), language)

    return answer_page(request, make)


def _make_paths(request: Request, held: Held, start: str, end: str, language: Language) -> str:
    found = find_named_paths(held, start, end)
    links = list(list_path_links(found, language))
    names = [clean_name(held.everything.name(one).in_language(language.code)) for one in (start, end)]
    heading = language.words("paths-count", shown=len(links), total=found["total"])
    return render(
        make_frame(request, held.snapshot, language),
        "list.html.j2",
        language,
        language.words("paths-title", one=names[0], other=names[1]),
        lead=[language.words("paths-note")],
        groups=[(heading, links)] if links else [],
        fault="" if links else language.words("paths-none"),
    )
