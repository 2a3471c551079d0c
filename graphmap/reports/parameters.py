"""Reads the parameters of a report from what a person gives: types, bounds, places by any of their names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from graphmap.errors import ReportError, shown_value
from graphmap.exchange.lookup import Directory
from graphmap.reports.head import Parameter
from graphmap.reports.loader import Report
from graphmap.schema import NODES, Contents, Country, Named
from graphmap.schema.kinds import Kind, ValueRefused
from graphmap.store.contract import Store
from graphmap.text import find_nearest


def read_parameters(store: Store, report: Report, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value for each parameter of a report; what is not given, blank or None takes its default.

    A text is read as the parameter's type says; a place or other node may be given by its id or any of its
    names. Raises ReportError for a parameter that the report does not have, that it needs and does not get,
    or whose value does not fit; NameUnknown or NameUnclear for a name.
    """
    for name in given:
        if name not in report.parameters:
            known = ", ".join(near for near, _ in find_nearest(name, report.parameters))
            right = f"; the nearest are {known}" if known else "; it has none"
            raise ReportError(f"{report.name} has no parameter {name}{right}")
    values: dict[str, Any] = {}
    for name, parameter in report.parameters.items():
        value = given.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            if parameter.required:
                raise ReportError(f"{report.name} needs {name}: {parameter.help}")
            values[name] = parameter.default
        elif parameter.label is not None:
            values[name] = find_node(store, parameter.label, str(value))
        else:
            values[name] = _read_value(name, parameter, value)
    return values


def find_node(store: Store, label: str, name: str) -> str:
    """Return the id of the node of a label that a name or id names; NameUnknown, NameUnclear."""
    by_id = store.rows(f"MATCH (n:{label}) WHERE n.id = $id RETURN n.id AS id", {"id": name.strip()}, limit=1)
    if by_id.rows:
        return name.strip()
    columns = ["id", "name", "name_fa", "aliases", *(["iso2"] if label == Country.stored_as else [])]
    returned = ", ".join(f"n.{column} AS {column}" for column in columns)
    nodes: dict[str, Named] = {}
    for row in store.rows(f"MATCH (n:{label}) RETURN {returned}").as_dicts():
        held = {column: tuple(value) if isinstance(value, list) else value for column, value in row.items()}
        nodes[row["id"]] = NODES[label].holding({c: value for c, value in held.items() if value is not None})
    return Directory(Contents(nodes)).find(label, name)


def _read_value(name: str, parameter: Parameter, value: Any) -> Any:
    """Return a value of the parameter's type, within its bounds; ReportError says what would be right."""
    read = _read_typed(name, parameter, value)
    least, most = parameter.least, parameter.most
    if (least is not None and read < least) or (most is not None and read > most):
        bounds = [f"at least {least:g}"] if least is not None else []
        bounds += [f"at most {most:g}"] if most is not None else []
        raise ReportError(
            f"{name}: {shown_value(str(value))} is out of bounds; right would be {' and '.join(bounds)}"
        )
    return read


def _read_typed(name: str, parameter: Parameter, value: Any) -> Any:
    if parameter.words:
        return _read_word(name, parameter.words, str(value))
    kind: Kind = parameter.kind
    if isinstance(value, bool | date) or not isinstance(value, str | int | float):
        value = kind.write_cell_item(value)
    try:
        return kind.read(str(value).strip())
    except ValueRefused as refused:
        raise ReportError(f"{name}: {shown_value(str(value))} {refused}") from refused


def _read_word(name: str, words: Mapping[str, str], text: str) -> str:
    """Return the word that a text is, in English (its spaces as hyphens or underscores too) or Persian."""
    said = text.strip().casefold()
    for word, persian in words.items():
        if said in {word, word.replace(" ", "_"), word.replace(" ", "-"), persian}:
            return word
    raise ReportError(
        f"{name}: {shown_value(text)} is not one of its words; right would be one of {', '.join(words)}"
    )
