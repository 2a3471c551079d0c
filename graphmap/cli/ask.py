"""The commands that ask: reports, report, check, cypher."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click
from click.exceptions import Exit

from graphmap.cli.command import (
    EXIT_FINDINGS,
    HouseGroup,
    as_of_option,
    format_option,
    language_option,
    output_option,
    read_store,
    say,
    say_day,
    store_option,
)

if TYPE_CHECKING:
    from graphmap.language import Language
    from graphmap.question.declaration import Parameter
    from graphmap.reports import Report, ReportAnswer

MOST_LISTED = 3
"""A list longer than this is shown on the screen as its length."""


@click.command("reports")
@language_option("en", "fa")
@format_option("table", "csv", "json")
@output_option
def list_all_reports(lang: str, format_name: str, output: str | None) -> None:
    """List the reports and checks there are."""
    from graphmap.cli.show import show_findings
    from graphmap.language import load_language
    from graphmap.reports import list_reports

    language = load_language(lang)
    rows = [
        {
            "report": report.name,
            "kind": language.words(f"kind-{report.kind}"),
            "severity": language.words(f"severity-{report.severity}") if report.severity else "",
            "caption": report.caption_fa if lang == "fa" else report.caption,
        }
        for report in list_reports()
    ]
    show_findings(rows, format_name, output, language)


class ReportGroup(HouseGroup):
    """A group with a command a report, its options made from the report's head."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the reports."""
        del ctx
        from graphmap.reports import list_reports

        return [report.name for report in list_reports()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Make the command of one report."""
        del ctx
        from graphmap.reports import list_reports

        report = next((report for report in list_reports() if report.name == cmd_name), None)
        return make_report_command(report) if report else None


@click.group("report", cls=ReportGroup)
def report_group() -> None:
    """Run one report: `graphmap report NAME --help` tells its options."""


def make_report_command(report: Report) -> click.Command:
    """Make the command of a report: an option a parameter of its head, and those that all share."""

    def run(
        store_url: str, as_of: date | None, lang: str, format_name: str, output: str | None, **texts: Any
    ) -> None:
        run_and_show(report, store_url, as_of, lang, format_name, output, texts)

    command: Any = run
    for decorate in (
        output_option,
        format_option("table", "csv", "json", "html"),
        language_option("en", "fa"),
    ):
        command = decorate(command)
    command = as_of_option(store_option(command))
    for name, parameter in reversed(list(report.parameters.items())):
        command = click.option(
            f"--{name.replace('_', '-')}",
            name,
            default=None,
            metavar=_say_kind(parameter),
            help=parameter.help
            + (f"  [default: {parameter.default}]" if parameter.default is not None else "")
            + ("  [required]" if parameter.required else ""),
        )(command)
    made: click.Command = click.command(report.name, help=f"{report.caption}.\n\n{report.description}")(
        command
    )
    return made


def _say_kind(parameter: Parameter) -> str:
    """Return what stands behind the option of a parameter: its words, or a name or id, or its type."""
    if parameter.choices:
        return f"[{'|'.join(parameter.choices)}]"
    return "NAME|ID" if parameter.label else parameter.kind.name.upper()


def run_and_show(
    report: Report,
    store_url: str,
    as_of: date | None,
    lang: str,
    format_name: str,
    output: str | None,
    texts: dict[str, Any],
) -> None:
    """Run a report and show its rows in a format."""
    from graphmap.cli.show import show_rows, write_out
    from graphmap.language import load_language
    from graphmap.reports import run_report

    given = {name: value for name, value in texts.items() if value is not None}
    if format_name == "html" and output is None:
        raise click.UsageError("--format html needs -o FILE.html.")
    with read_store(store_url) as store:
        answer = run_report(store, report, given, as_of)
    say_day(as_of, lang)
    if format_name == "html" and output is not None:
        from graphmap.views import write_report_page

        write_report_page(answer, load_language(lang), Path(output))
        say(f"Wrote {output}.")
    elif format_name == "table":
        write_out(_draw_answer(answer, load_language(lang)), output)
    else:
        show_rows(answer.rows.columns, answer.rows.rows, format_name, output)
    say(load_language(lang).words("told-rows", count=len(answer.rows.rows)))


def _draw_answer(answer: ReportAnswer, language: Language) -> str:
    """Draw rows for the eye, in one language; long lists of ids are counted, since CSV and JSON hold them."""
    from graphmap.cli.show import rows_to_table
    from graphmap.views.report_page import PERSIAN, say_value

    declared = answer.report.columns
    persian = language.code == "fa"
    columns = {name: column for name, column in declared.items() if not name.endswith(PERSIAN)}

    def say_cell(name: str, row: dict[str, Any]) -> str:
        value = (persian and row.get(name + PERSIAN)) or row[name]
        if value is None or value in ("", [], ()):
            return language.words("unknown") if columns[name].judge_empty(value) == "unknown" else ""
        if isinstance(value, list | tuple) and len(value) > MOST_LISTED:
            return language.number(len(value))
        return say_value(value, columns[name], language)

    heads = [
        column.caption_fa if persian else (column.caption or name).replace("_", " ")
        for name, column in columns.items()
    ]
    rows = [[say_cell(name, row) for name in columns] for row in answer.as_dicts()]
    return rows_to_table(
        heads, rows, [column.type in {"whole", "number", "share"} for column in columns.values()]
    )


@click.command("check")
@store_option
@as_of_option
@language_option("en", "fa")
@format_option("table", "csv", "json")
@output_option
def check_store(store_url: str, as_of: date | None, lang: str, format_name: str, output: str | None) -> None:
    """Run all checks: what breaks the rules, is doubtful or too old.

    Leaves with exit code 1 if a check of severity error finds anything.
    """
    from graphmap.cli.show import show_findings
    from graphmap.language import load_language
    from graphmap.reports import count_findings, run_checks

    with read_store(store_url) as store:
        answers = run_checks(store, as_of)
    say_day(as_of, lang)
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

        show_json([{**_head(answer.report), "rows": answer.rows.as_dicts()} for answer in answers], output)
    else:
        show_findings(rows, format_name, output, language)
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
    type=click.FloatRange(0, min_open=True),
    default=30,
    show_default=True,
    help="At most so long.",
)
@click.option(
    "--parameter", "texts", multiple=True, metavar="NAME=VALUE", help="A parameter; VALUE is JSON or text."
)
@format_option("table", "csv", "json")
@output_option
def query_store(
    query: str,
    store_url: str,
    limit: int,
    seconds: float,
    texts: tuple[str, ...],
    format_name: str,
    output: str | None,
) -> None:
    """Answer a Cypher query of your own, read-only: graphmap cypher "MATCH (p:Province) RETURN p.name"."""
    from graphmap.cli.show import show_rows

    with read_store(store_url) as store:
        answer = store.rows(
            query, dict(_read_parameter(text) for text in texts), limit=limit, seconds=seconds
        )
    show_rows(answer.columns, answer.rows, format_name, output)
    if answer.cut:
        say(f"Only the first {limit} rows are shown; --limit shows more.")


def _read_parameter(text: str) -> tuple[str, Any]:
    import json

    name, mark, value = text.partition("=")
    if not mark or not name.isidentifier():
        raise click.UsageError(f"--parameter '{text}': right would be NAME=VALUE.")
    try:
        return name, json.loads(value)
    except json.JSONDecodeError:
        return name, value
