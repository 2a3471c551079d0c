"""The commands beside the questions: reports, check, cypher."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import rich_click as click
from click.exceptions import Exit

from graphmap.cli.command import (
    EXIT_FINDINGS,
    read_session,
    read_store,
    say,
    say_day,
    say_lines,
    say_presumption,
)
from graphmap.cli.look import Look, look_options
from graphmap.cli.options import (
    Output,
    format_option,
    language_option,
    output_option,
    store_option,
    wide_option,
)

if TYPE_CHECKING:
    from datetime import date

    from graphmap.reports import Report


LONGEST_QUERY = 86_400
"""Seconds that a query may be given: a day."""

LARGEST_QUERY = 1_000_000
"""Bytes of a query that a file or the standard input may hold."""


@click.command("reports")
@language_option("en", "fa")
@format_option("table", "csv", "json")
@wide_option
@output_option
def list_all_reports(lang: str, format_name: str, wide: bool, output: Output | None) -> None:
    """List the reports and checks there are."""
    from graphmap.cli.show import show_findings
    from graphmap.language import load_language
    from graphmap.questions.catalogue import list_report_captions

    language = load_language(lang)
    rows = [
        {
            "report": report.name,
            "kind": language.words(f"kind-{report.kind}"),
            "severity": language.words(f"severity-{report.severity}") if report.severity else "",
            "caption": report.caption_in(lang),
        }
        for report in list_report_captions()
    ]
    show_findings(rows, format_name, output, language, wide)


@click.command("check")
@look_options
@language_option("en", "fa")
@format_option("table", "csv", "json")
@wide_option
@output_option
def check_store(
    look: Look,
    lang: str,
    format_name: str,
    wide: bool,
    output: Output | None,
) -> None:
    """Run all checks: what breaks the rules, is doubtful or too old.

    Leaves with exit code 1 if a check of severity error finds anything.
    """
    from graphmap.cli.show import show_findings
    from graphmap.language import load_language
    from graphmap.reports import count_findings, run_checks

    with read_session(look.store_url) as session:
        answers = run_checks(session.store_held(look.believed_on), look.as_of, look.presume)
    say_day(look.as_of, lang)
    if any("$presume" in answer.report.text for answer in answers):
        say_presumption(look.as_of, look.presume, lang)
    language = load_language(lang)
    rows = [
        {
            "severity": language.words(f"severity-{answer.report.severity}"),
            "check": answer.report.name,
            "rows": len(answer.rows.rows),
            "caption": answer.report.caption_fa if lang == "fa" else answer.report.caption,
        }
        for answer in answers
    ]
    if format_name == "json":
        from graphmap.cli.show import show_json

        said = {
            "question": "check",
            "as_of": look.as_of,
            "level": None,
            "rows": [{**_head(answer.report), "rows": answer.rows.as_dicts()} for answer in answers],
            "ties": list(dict.fromkeys(tie for answer in answers for tie in answer.ties())),
            "unknown": [],
            "scope": {"as_of": look.as_of, "presume": look.presume, "believed_on": look.believed_on},
            "counted": count_findings(answers),
            "total": sum(len(answer.rows.rows) for answer in answers),
        }
        show_json(said, output)
    else:
        show_findings(rows, format_name, output, language, wide)
        say(language.words("told-check"))
    if count_findings(answers)["error"]:
        raise Exit(EXIT_FINDINGS)


def _head(report: Report) -> dict[str, Any]:
    return {"check": report.name, "severity": report.severity, "caption": report.caption}


@click.command("cypher")
@click.argument("query")
@store_option
@click.option(
    "--limit", type=click.IntRange(1), default=1000, show_default=True, help="At most so many rows."
)
@click.option(
    "--seconds",
    type=click.FloatRange(0, LONGEST_QUERY, min_open=True),
    default=30,
    show_default=True,
    help="At most so long.",
)
@click.option(
    "--parameter",
    "texts",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter; VALUE is JSON, a day or text.",
)
@format_option("table", "csv", "json", "ndjson")
@wide_option
@output_option
def query_store(
    query: str,
    store_url: str,
    limit: int,
    seconds: float,
    texts: tuple[str, ...],
    format_name: str,
    wide: bool,
    output: Output | None,
) -> None:
    """Answer a Cypher query of your own, read-only: graphmap cypher "MATCH (p:Province) RETURN p.name".

    A file whose name ends in .cypher is read, too; - is the standard input.
    """
    if not seconds <= LONGEST_QUERY:  # as it is for what is no number
        raise click.UsageError(f"--seconds takes a number of at most {LONGEST_QUERY}.")
    from graphmap.cli.show import show_rows
    from graphmap.reports.conditions import find_left_out
    from graphmap.reports.reading import find_undeclared, read_names
    from graphmap.store import is_server
    from graphmap.store.tokens import cut_query

    query = _read_query(query)
    with read_store(store_url) as store:
        answer = store.rows(
            query, dict(_read_parameter(text) for text in texts), limit=limit, seconds=seconds
        )
    from graphmap.store.child import limits_memory

    show_rows(answer.columns, answer.rows, format_name, output, wide)
    if not is_server(store_url) and not limits_memory():
        say("note: this system bounds the time of a query and not its memory.")
    # Not a fault: what the model does not have is nowhere, and a query may ask for it.
    tokens = cut_query(query)[1]
    say_lines([*find_undeclared(read_names(tokens)), *find_left_out(tokens)])
    if answer.cut:
        say(f"Only the first {limit} rows are shown; --limit shows more.")


def _read_query(given: str) -> str:
    """Return the query that was given, or what the file or the standard input that was named holds."""
    if given == "-":
        return sys.stdin.buffer.read(LARGEST_QUERY).decode("utf-8-sig", "replace")
    if not given.endswith(".cypher") or "\n" in given:
        return given
    from pathlib import Path

    from graphmap.errors import FileRefused, GraphmapError
    from graphmap.files import read_bytes

    try:
        return read_bytes(Path(given), LARGEST_QUERY).decode("utf-8-sig")
    except FileRefused as refused:
        raise GraphmapError(f"{given}: {refused}") from refused
    except UnicodeDecodeError as error:
        raise GraphmapError(f"{given}: is not a text file in UTF-8") from error


def _read_day(text: str) -> date | None:
    """Return the day that a text is, None where it is none."""
    from datetime import date

    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def _read_parameter(text: str) -> tuple[str, Any]:
    import json

    name, mark, value = text.partition("=")
    if not mark or not name.isidentifier():
        raise click.UsageError(f"--parameter '{text}': right would be NAME=VALUE.")
    try:
        return name, json.loads(value)
    except json.JSONDecodeError:
        # Neo4j holds days as days, and would find that none is like a text.
        return name, _read_day(value) or value
    except (ValueError, RecursionError) as error:
        problem = "is nested too deeply" if isinstance(error, RecursionError) else "holds too long a number"
        raise click.UsageError(f"--parameter {name} {problem}.") from error
