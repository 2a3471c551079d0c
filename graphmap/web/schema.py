"""Describes the interface of JSON as OpenAPI does: every question's parameters and columns as declared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmap import __version__
from graphmap.analysis.tried_ties import TRIED
from graphmap.language import CODES
from graphmap.question.declaration import Column, Parameter, Question
from graphmap.questions.catalogue import list_questions
from graphmap.schema.kinds import WHOLE
from graphmap.web.graph_schema import ANSWERS, ASKED, FILTERED, FILTERS, LIMIT, LIMITED, MAY_BE_ASKED
from graphmap.web.settings import Settings

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
TEXTS: Schema = {"type": "array", "items": TEXT}
MOST_WHOLE = 10**12
DAY_TYPES: Mapping[str, Schema] = {
    "day": {"type": "string", "format": "date"},
    "day_or_all": {"anyOf": [{"type": "string", "format": "date"}, {"const": "all"}]},
}
NUMBER_TYPES = {"whole": "integer", "number": "number", "share": "number"}

PROBLEMS: Mapping[str, str] = {
    "403": "another page asked",
    "404": "nothing is there",
    "405": "it is only read",
    "413": "it takes no upload",
    "414": "the address is too long",
    "421": "the address is not this server's",
    "422": "what was given does not fit",
    "429": "too much at once",
    "503": "the store cannot be used now, the query took too long, or the answer is still being worked out: "
    "then Retry-After says in how many seconds to ask again",
}


def describe_interface(settings: Settings) -> Schema:
    """Return the description of all that answers with JSON."""
    paths = {f"/api/{question.name}": _describe_question(question) for question in list_questions()}
    paths["/api"] = _describe_path(
        "List everything that can be asked.",
        [],
        {
            "type": "object",
            "required": ["questions"],
            "properties": {"questions": _list_of({"type": "object"})},
        },
    )
    paths |= {address: _describe_graph(address) for address in ANSWERS}
    paths["/api/complete"] = _describe_path(
        "Complete what is typed into the search.",
        [_parameter("q", TEXT, "What is typed."), _language_parameter()],
        {
            "type": "object",
            "required": ["completions"],
            "properties": {"completions": _list_of({"type": "object"})},
        },
    )
    paths["/api/before_signing"] = _describe_trial()
    if settings.allow_cypher:
        paths["/api/cypher"] = _describe_query()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "graphmap",
            "version": __version__,
            "description": "All that can be asked of the graph, as `graphmap NAME --format json` answers.",
        },
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": {
                "Problem": {
                    "type": "object",
                    "required": ["error"],
                    "properties": {
                        "error": {"type": "string", "description": "One sentence for a person."},
                        "choices": _list_of(
                            {
                                "type": "object",
                                "required": ["id", "name"],
                                "properties": {"id": TEXT, "name": TEXT},
                            }
                        ),
                    },
                }
            }
        },
    }


def _describe_question(question: Question) -> Schema:
    said = [describe_parameter(name, parameter) for name, parameter in question.asked.items()]
    said.append(_language_parameter())
    described = _describe_path(question.describe(CODES[0]), said, describe_answer(question))
    described["get"] |= {"summary": question.caption, "tags": [question.kind], "operationId": question.name}
    return described


def _language_parameter() -> Schema:
    return _parameter("lang", {"enum": list(CODES)}, "Language of what is said.", default=CODES[0])


def _describe_graph(address: str) -> Schema:
    description, answer = ANSWERS[address]
    said = [_parameter(name, schema, name, required=True) for name, schema in ASKED.get(address, {}).items()]
    if address in FILTERED:
        said += [describe_parameter(name, one) | {"description": one.help} for name, one in FILTERS.items()]
    said += [_parameter(name, schema, name) for name, schema in MAY_BE_ASKED.get(address, {}).items()]
    if address in LIMITED:
        said.append(describe_parameter("limit", LIMIT))
    if "{identity}" in address:
        identity: Schema = {"name": "identity", "in": "path", "required": True, "schema": {"type": "string"}}
        identity["schema"] |= {"pattern": "^[A-Za-z0-9:._-]+$"}
        said.append(identity)
    return _describe_path(description, said, answer)


def _describe_path(description: str, parameters: list[Schema], answer: Schema) -> Schema:
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    headers = {"ETag": {"schema": TEXT, "description": "What the state of the store is known by."}}
    return {
        "get": {
            "description": description.strip(),
            "parameters": parameters,
            "responses": {
                "200": {
                    "description": "the answer",
                    "headers": headers,
                    "content": {"application/json": {"schema": answer}},
                },
                "304": {"description": "nothing has changed"},
                **{status: {"description": why, "content": problem} for status, why in PROBLEMS.items()},
            },
        }
    }


def _describe_trial() -> Schema:
    asked = [describe_parameter(name, one) for name, one in TRIED.items()]
    place: Schema = {"type": "string", "minLength": 1}
    return _describe_path(
        "Tell what a tie that does not exist would do, and who is there already; nothing is stored. "
        "Without a province or a kind it tells who is there alone.",
        [
            _parameter("target", place, "A place abroad, a counterpart or a mission.", required=True),
            _parameter("province", place, "Whose tie it would be."),
            *asked,
            _language_parameter(),
        ],
        {
            "type": "object",
            "required": ["as_of", "said", "warning", "changes", "there"],
            "properties": {
                "as_of": {"type": "string", "format": "date"},
                "said": TEXTS,
                "warning": TEXTS,
                "changes": _list_of({"type": "object", "required": ["pair", "before"]}),
                "there": _list_of({"type": "object", "required": ["tie", "province", "target", "certainty"]}),
            },
        },
    )


def _describe_query() -> Schema:
    cells: Schema = {"type": "array", "items": {"type": "array"}}
    answer: Schema = {
        "type": "object",
        "required": ["columns", "rows", "cut"],
        "properties": {"columns": TEXTS, "rows": cells, "cut": {"type": "boolean"}},
    }
    parameters = [
        _parameter("query", {"type": "string", "minLength": 1}, "One read-only query.", required=True),
        _parameter("parameters", TEXT, "Its parameters, as an object of JSON."),
    ]
    return _describe_path("Answer a query of your own, within limits of rows and time.", parameters, answer)


def describe_parameter(name: str, parameter: Parameter) -> Schema:
    """Describe a parameter of a question as OpenAPI does, typed as it is declared."""
    schema = _type_parameter(parameter)
    more: Schema = {}
    if parameter.many:
        schema, more = _list_of(schema) | {"minItems": 1}, {"style": "pipeDelimited", "explode": False}
    told = parameter.help + (" Today, if it is not given." if name == "as_of" else "")
    described = _parameter(name, schema, told, parameter.required, parameter.default)
    return described | more


def _type_parameter(parameter: Parameter) -> Schema:
    if parameter.label is not None or parameter.type in {"text", "id"}:
        return {"type": "string", "minLength": 1}
    if parameter.type in DAY_TYPES:
        return dict(DAY_TYPES[parameter.type])
    if parameter.choices:
        return {"enum": list(parameter.choices)}
    if parameter.type in NUMBER_TYPES:
        least = WHOLE_LEAST if parameter.least is None else parameter.least
        most = MOST_WHOLE if parameter.most is None else parameter.most
        return {"type": NUMBER_TYPES[parameter.type], "minimum": least, "maximum": most}
    return dict(TEXT)


WHOLE_LEAST = 0
"""No declared number is less (schema/kinds.py)."""


def _parameter(
    name: str, schema: Schema, description: str, required: bool = False, default: Any = None
) -> Schema:
    if default is not None:
        schema = schema | {"default": default}
    return {"name": name, "in": "query", "required": required, "schema": schema, "description": description}


def describe_answer(question: Question) -> Schema:
    """Describe the answer to a question: rows of a report by their columns, findings of an analysis."""
    row: Schema = {"type": "object"}
    listed = "findings" if question.kind == "analysis" else "rows"
    if listed == "rows":
        row |= {
            "required": list(question.columns),
            "properties": {name: describe_column(column) for name, column in question.columns.items()},
        }
    any_or_none: Schema = {"type": ["object", "null"]}
    properties: Schema = {
        "question": {"const": question.name},
        "as_of": {"type": ["string", "null"]},
        "level": {"type": ["string", "null"]},
        listed: _list_of(row),
        "ties": TEXTS,
        "unknown": _list_of({"type": "object"}),
        "scope": {"type": "object"},
        "counted": any_or_none,
        "total": {"type": "integer", "minimum": 0},
        "absence": {"type": "object"},
        "whole": {"type": "object"},
    }
    required = [name for name in properties if name not in ("absence", "whole")]
    return {"type": "object", "required": required, "properties": properties}


def describe_column(column: Column) -> Schema:
    """Describe the cells of a column; any may be null, for what is not known."""
    kind = column.kind
    many = column.type in {"texts", "ids"} or kind.many
    if column.type in NUMBER_TYPES or kind is WHOLE:
        plain = NUMBER_TYPES.get(column.type, "integer")
    else:
        plain = "boolean" if column.type == "yes_no" else "array" if many else "string"
    # A report may gather the words of several ties in one cell.
    gathers = not many and "." in column.type and bool(kind.choices)
    schema: Schema = {"type": [plain, *(["array"] if gathers else []), "null"], "description": column.help}
    return schema | ({"items": TEXT} if many or gathers else {})


def _list_of(items: Schema) -> Schema:
    return {"type": "array", "items": items}
