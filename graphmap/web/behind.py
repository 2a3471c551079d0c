"""Writes the query behind a table or a panel, with its parameters, as Neo4j Browser takes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from graphmap.reports import Report
from graphmap.reports.loader import load_report


def write_query(report: Report, parameters: Mapping[str, Any]) -> str:
    """Write the query of a report with its parameters."""
    lines = report.text.splitlines()
    last = max((number for number, line in enumerate(lines) if line.rstrip() == "// ///"), default=-1)
    return _write_parameters(parameters) + "\n".join(lines[last + 1 :]).strip() + "\n"


def write_report_query(name: str, given: Mapping[str, str]) -> str:
    """Write the query of a report of a name, asked for what is given as texts, else by its defaults."""
    report = load_report(name)
    parameters = {
        one: parameter.read(one, given[one]) if one in given else parameter.default
        for one, parameter in report.asked.items()
    }
    return write_query(report, parameters)


OF_A_TIE = "tie.id AS tie, tie.kind AS kind, tie.sectors AS sectors, tie.since AS since"


def write_ties_query(label: str, identity: str, begins: bool) -> str:
    """Write the query of all ties that a place has, whatever their day: those that begin or end there."""
    return _write_ties(
        f"MATCH (n:{label} {{id: $id}})<-[:IN|REPRESENTS|SENT_BY*0..5]-(near)\n", identity, begins
    )


def write_person_query(label: str, identity: str, begins: bool) -> str:
    """Write the query of all ties of the provinces, or to the offices, that a person leads or led."""
    led = f"MATCH (n:{label} {{id: $id}})-[:GOVERNS|HOLDS]->(place)\n"
    return _write_ties(led + "MATCH (place)<-[:IN|REPRESENTS|SENT_BY*0..5]-(near)\n", identity, begins)


def _write_ties(ends: str, identity: str, begins: bool) -> str:
    tie = "(near)-[tie:TIED_TO]->(far)" if begins else "(near)<-[tie:TIED_TO]-(far)"
    told = f"RETURN DISTINCT {OF_A_TIE}, near.id AS place, far.id AS other ORDER BY tie\n"
    return _write_parameters({"id": identity}) + f"{ends}MATCH {tie}\n{told}"


def write_source_query(identity: str) -> str:
    """Write the query of all ties that rest on a source."""
    ties = "MATCH (home)-[tie:TIED_TO]->(place)\nWHERE $id IN tie.sources\n"
    told = f"RETURN {OF_A_TIE}, home.id AS home, place.id AS place ORDER BY tie\n"
    return _write_parameters({"id": identity}) + f"{ties}{told}"


def write_missions_query(one: str, other: str) -> str:
    """Write the query of the missions of two countries in each other."""
    return _write_parameters({"one": one, "other": other}) + (
        "MATCH (m:Mission)-[:SENT_BY]->(sender:Country), (m)-[:IN]->(city)-[:IN*0..4]->(host:Country)\n"
        "WHERE (sender.id = $one AND host.id = $other) OR (sender.id = $other AND host.id = $one)\n"
        "RETURN DISTINCT m.id AS mission, sender.id AS sender, city.id AS city, m.kind AS kind, "
        "m.status AS status, m.sources AS sources ORDER BY mission\n"
    )


def _write_parameters(parameters: Mapping[str, Any]) -> str:
    return "".join(f":param {name} => {_write_value(value)};\n" for name, value in parameters.items())


def _write_value(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_write_value, value))}]"
    if isinstance(value, str):
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return str(value)
