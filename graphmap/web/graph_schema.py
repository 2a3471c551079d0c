"""What can be asked of the graph itself, and what it answers, as OpenAPI describes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from graphmap.question.declaration import ASKED_OF_ALL, Parameter
from graphmap.schema import NODES
from graphmap.walk.steps import Direction
from graphmap.walk.web import TYPES

MOST_NODES = 4
"""Of how many nodes it is told what they share."""

FILTERS: Mapping[str, Parameter] = {
    "kind": Parameter(type="TIED_TO.kind", help="Only ties of this kind.", help_fa="تنها روابط این نوع."),
    "sector": Parameter(
        type="TIED_TO.sectors", help="Only ties of this sector.", help_fa="تنها روابط این حوزه."
    ),
    "grade": Parameter(
        type="Source.grade",
        help="Only ties that a source of this grade tells of.",
        help_fa="تنها روابطی که منبعی با این اعتبار از آن‌ها خبر می‌دهد.",
    ),
    "as_of": ASKED_OF_ALL["as_of"],
}
LIMIT = Parameter(
    type="whole", least=1, most=500, default=25, help="At most so many nodes.", help_fa="حداکثر تعداد گره‌ها."
)

Schema = dict[str, Any]
TEXT: Schema = {"type": "string", "minLength": 1}
NODE: Schema = {
    "type": "object",
    "required": ["id", "label", "name", "name_fa"],
    "properties": {name: {"type": "string"} for name in ("id", "label", "name", "name_fa")},
}
COUNT: Schema = {
    "type": "object",
    "required": ["type", "direction", "label", "nodes", "relationships", "kinds"],
    "properties": {
        "type": {"enum": list(TYPES)},
        "direction": {"enum": list(get_args(Direction))},
        "label": {"enum": list(NODES)},
        "nodes": {"type": "integer", "minimum": 1},
        "relationships": {"type": "integer", "minimum": 1},
        "kinds": {"type": "object", "additionalProperties": {"type": "integer"}},
    },
}
BEHIND: Schema = {"cypher": {"type": "string"}, "parameters": {"type": "object"}}


def hold(**properties: Schema) -> Schema:
    """Describe an answer of the graph, with the query behind it."""
    held = {**properties, **BEHIND}
    return {"type": "object", "required": list(held), "properties": held}


def list_of(items: Schema) -> Schema:
    """Describe a list."""
    return {"type": "array", "items": items}


NODE_ANSWER = hold(**NODE["properties"], counts=list_of(COUNT))
NODES_ANSWER = hold(nodes=list_of(NODE))
EXPANDED = hold(nodes=list_of(NODE), total={"type": "integer", "minimum": 0})
PATHS = hold(
    paths=list_of({"type": "object", "required": ["ids", "types"]}),
    nodes=list_of(NODE),
    total={"type": "integer", "minimum": 0},
    most={"type": "integer"},
)
SHOWN_NODE: Schema = {
    "type": "object",
    "required": [*NODE["required"], "twice", "home", "above", "top", "region", "closed", "inside"],
    "properties": {
        **NODE["properties"],
        **{name: {"type": "boolean"} for name in ("twice", "home", "closed")},
        **{name: {"type": "string"} for name in ("above", "top", "region")},
        "inside": {"type": "integer", "minimum": 0},
    },
}
LINE: Schema = {
    "type": "object",
    "required": ["start", "end", "type", "count", "holds", "kinds", "sectors"],
    "properties": {
        **{name: {"type": "string"} for name in ("start", "end")},
        "type": {"enum": list(TYPES)},
        "count": {"type": "integer", "minimum": 1},
        "holds": {"type": "boolean"},
        "kinds": COUNT["properties"]["kinds"],
        "sectors": COUNT["properties"]["kinds"],
    },
}
IDS: Schema = {"type": "array", "items": {"type": "string"}}
WHOLE: Schema = {"type": "integer", "minimum": 0}
PICTURE: Schema = {
    "type": "object",
    "required": ["nodes", "lines", "added"],
    "properties": {"nodes": list_of(SHOWN_NODE), "lines": list_of(LINE), "added": IDS},
}
SHOWN: Schema = {"type": "string"}


def picture_with(**properties: Schema) -> Schema:
    """Describe a picture with more beside it."""
    return {
        "type": "object",
        "required": [*PICTURE["required"], *properties],
        "properties": {**PICTURE["properties"], **properties},
    }


ROW: Schema = {
    "type": "object",
    "required": ["type", "direction", "label", "nodes", "shown", "relationships", "kinds"],
    "properties": {"nodes": WHOLE, "shown": WHOLE, "relationships": WHOLE},
}
ASKED: Mapping[str, Mapping[str, Schema]] = {
    "/api/graph/picture": {"start": TEXT},
    "/api/graph/further": {"id": TEXT, "type": TEXT},
    "/api/graph/ties": {"one": TEXT, "other": TEXT},
    "/api/graph/compare": {"ids": TEXT},
    "/api/graph/expand": {
        "id": TEXT,
        "type": COUNT["properties"]["type"],
        "direction": COUNT["properties"]["direction"],
        "label": COUNT["properties"]["label"],
    },
    "/api/graph/common": {"ids": TEXT},
    "/api/graph/paths": {"start": TEXT, "end": TEXT},
}
"""What must be given, by address."""
ANSWERS: Mapping[str, tuple[str, Schema]] = {
    "/api/graph/node/{identity}": ("Tell by what a node is connected, with counts.", NODE_ANSWER),
    "/api/graph/expand": ("Tell the neighbours of a node by one type, direction and label.", EXPANDED),
    "/api/graph/common": ("Tell the nodes to which two to four, joined by |, are connected.", NODES_ANSWER),
    "/api/graph/paths": ("Tell the shortest paths between two nodes, sixty at most.", PATHS),
    "/api/graph/picture": (
        "Tell with what a canvas begins: nodes grouped, lines joined with their count.",
        picture_with(left_out=WHOLE),
    ),
    "/api/graph/lines": ("Tell the lines among what is shown.", PICTURE),
    "/api/graph/around/{identity}": (
        "Tell what can be added to a node, with how many of it are shown already.",
        {"type": "object", "required": ["rows"], "properties": {"rows": list_of(ROW)}},
    ),
    "/api/graph/further": (
        "Tell the picture with what one row of a node adds to it.",
        picture_with(total=WHOLE),
    ),
    "/api/graph/ties": (
        "Tell the ties behind the line between two nodes of a picture, with their sources.",
        hold(ties=list_of({"type": "object"}), total=WHOLE),
    ),
    "/api/graph/compare": (
        "Tell what two to four nodes reach, by which of them do, with the verdict of each two provinces.",
        picture_with(
            reached=list_of({"type": "object"}), left_out=WHOLE, verdicts=list_of({"type": "object"})
        ),
    ),
    "/api/graph/sources": (
        "Tell the sources of the ties among what is shown.",
        {
            "type": "object",
            "required": ["sources", "total"],
            "properties": {"sources": list_of({"type": "object"}), "total": WHOLE},
        },
    ),
}
"""What each address tells."""
MAY_BE_ASKED: Mapping[str, Mapping[str, Schema]] = {
    "/api/graph/lines": {"shown": SHOWN},
    "/api/graph/around/{identity}": {"shown": SHOWN},
    "/api/graph/further": {
        "shown": SHOWN,
        "direction": COUNT["properties"]["direction"],
        "label": {"enum": list(NODES)},
    },
    "/api/graph/ties": {"shown": SHOWN},
    "/api/graph/sources": {"shown": SHOWN},
    "/api/graph/paths": {"through": TEXT},
}
"""What may be given, by address: `shown` are ids joined by |, a star behind each that stands for more."""
LIMITED = ("/api/graph/expand", "/api/graph/further")
"""Whose nodes have a most."""
FILTERED = (
    "/api/graph/node/{identity}",
    "/api/graph/expand",
    "/api/graph/around/{identity}",
    "/api/graph/further",
)
"""What takes filters."""
