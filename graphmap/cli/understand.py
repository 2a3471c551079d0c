"""The command that says what a stranger's file is taken for, drafts a mapping of it and tries it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from graphmap.cli.build import check_encoding_option, name_store
from graphmap.cli.command import read_store, say, say_lines, tell
from graphmap.cli.options import language_option, overwrite_option, store_option, wide_option

if TYPE_CHECKING:
    from graphmap.exchange.known import Known
    from graphmap.exchange.mapping_dry_run import Tried
    from graphmap.exchange.seen_column import SeenColumn
    from graphmap.exchange.understanding import SeenFile, SeenTable
    from graphmap.language import Language

REASONS_SHOWN = 12
EXAMPLES_SHOWN = 3
LONGEST_EXAMPLE = 24


@click.command("understand")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@store_option
@click.option("--mapping", default=None, help="Try this mapping on the file, and draft none.")
@click.option(
    "--encoding", default="", callback=check_encoding_option,
    help="Of a text table, such as windows-1254.  [default: found]",
)  # fmt: skip
@click.option(
    "--draft", "draft_path", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="The draft of the mapping.  [default: NAME.toml here]",
)  # fmt: skip
@click.option(
    "--mend", "mend_path", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="The rows that do not go in, as CSV.  [default: NAME-mend.csv here]",
)  # fmt: skip
@language_option("en", "fa")
@wide_option
@overwrite_option
def understand_list(
    file: Path,
    store_url: str,
    mapping: str | None,
    encoding: str,
    draft_path: Path | None,
    mend_path: Path | None,
    lang: str,
    wide: bool,
    overwrite: bool,
) -> None:
    """Say what a list that others made is taken for, draft a mapping of it, and try that; import nothing.

    It finds the names of the columns, the encoding, the calendar and the language, and which column holds
    provinces, partners, dates and sectors, by the names that the store knows. The draft is a mapping with a
    comment a line (docs/mappings.md); what only a person can say stands in it as a question. Then it tells
    how many rows become ties, why the others do not, and writes those as CSV, to be mended and imported with
    the same mapping. With --mapping a mapping of your own is tried so.
    """
    from graphmap.errors import Faults
    from graphmap.exchange.mapping_draft import draft_mapping
    from graphmap.exchange.mapping_dry_run import try_mapping
    from graphmap.exchange.mapping_files import read_mapping
    from graphmap.exchange.understanding import understand_file
    from graphmap.language import load_language
    from graphmap.writing import check_file, write_text

    language = load_language(lang)
    draft_path = draft_path or Path(f"{file.stem}.toml")
    mend_path = mend_path or Path(f"{file.stem}-mend.csv")
    for path in (mend_path,) if mapping else (draft_path, mend_path):
        check_file(path, overwrite)
    with read_store(store_url) as store:
        known = store.known()
        questions: tuple[str, ...] = ()
        if mapping is None:
            seen = understand_file(file, known.directory, encoding)
            if not seen.tables:
                raise Faults(seen.faults)
            _tell_seen(seen, language, wide)
            if not any(table.is_of_ties for table in seen.tables):
                _tell_no_ties(seen, known, language)
                return
            draft = draft_mapping(seen, language)
            write_text(draft.text, draft_path, overwrite)
            tell(language.words("understand-wrote", file=str(draft_path)))
            questions = draft.questions
        declared = read_mapping(mapping or str(draft_path))
        tried = try_mapping([file], declared, known, encoding)
    _tell_questions(questions, language)
    tell()
    _tell_tried(tried, language)
    if tried.missed:
        write_text(_write_rows(tried, language), mend_path, overwrite)
        tell(language.words("understand-mend", file=str(mend_path)))
    tell(language.words("understand-next"))
    named = shlex.quote(mapping or str(draft_path))
    tell(f"  graphmap import --mapping {named} {shlex.quote(str(file))}{name_store(store_url)}")


def _tell_no_ties(seen: SeenFile, known: Known, language: Language) -> None:
    """Tell that no table is of ties, and that one may lie on its side."""
    home = language.name(known.home.known_as) if known.home else ""
    if any(table.is_turned for table in seen.tables):
        tell(language.words("understand-turned"))
    tell(language.words("understand-no-ties", home=home))


def _tell_questions(questions: Iterable[str], language: Language) -> None:
    """Tell what only a person can say, if there is any."""
    if not questions:
        return
    tell()
    tell(language.words("understand-questions"), bold=True)
    for question in questions:
        tell(f"  ? {question}")


def _tell_seen(seen: SeenFile, language: Language, wide: bool) -> None:
    """Tell what a file is taken for, a table of columns for each of its tables."""
    from graphmap.cli.show import find_width, rows_to_table
    from graphmap.exchange.mapping import find_mappings

    for fault in seen.faults[:REASONS_SHOWN]:
        say(_translate(fault.sentence(), language))
    tell(language.words("understand-file", file=seen.path.name, tables=len(seen.tables)))
    for name in find_mappings(seen.path):
        tell(language.words("understand-shipped", name=name))
    heads = [language.words(f"understand-{head}") for head in ("column", "taken", "why", "examples")]
    for table in seen.tables:
        tell()
        written = language.words(f"understand-writing-{table.writing}")
        line, rows = table.table.header.line or 1, len(table.table.rows)
        tell(
            language.words("understand-table", name=table.table.name, rows=rows, line=line, language=written),
            bold=True,
        )
        if table.is_guess:
            tell(language.words("understand-encoding", encoding=table.encoding))
        tell(rows_to_table(heads, _list_columns(table, language), find_width(None, wide)))


def _list_columns(table: SeenTable, language: Language) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for column in table.columns:
        taken = language.words(f"understand-role-{column.role or 'none'}")
        shown = [
            text if len(text) <= LONGEST_EXAMPLE else text[: LONGEST_EXAMPLE - 1] + "…"
            for text in column.texts
        ]
        rows.append((column.name, taken, _say_why(column, language), " | ".join(shown[:EXAMPLES_SHOWN])))
    if table.wide:
        taken = language.words("understand-role-wide", count=len(table.wide))
        rows.append((" | ".join(table.wide[:EXAMPLES_SHOWN]), taken, "", ""))
    return rows


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_EXAMPLE else text[: LONGEST_EXAMPLE - 1] + "…"


_LABELS = {
    "province": "Province", "country": "Country", "home_country": "Country", "again": "Country",
    "mixed": "place", "region": "Region", "city": "City", "partner": "City",
}  # fmt: skip


def _say_why(column: SeenColumn, language: Language) -> str:
    """Say on what it rests that a column is taken for something."""
    if column.role in {"since", "until"} and column.dates is not None:
        written = " / ".join(column.dates.forms)
        form = language.words("understand-form", form=written) if written else ""
        form += language.words(f"understand-calendar-{column.dates.calendar}")
        return language.words("understand-dates", share=round(100 * column.dates.share), form=form)
    share = column.known.get(_LABELS.get(column.role, ""), 0.0)
    if share:
        return language.words("understand-known", share=round(100 * share))
    return language.words("understand-head") if column.role and column.heads else ""


def _tell_tried(tried: Tried, language: Language) -> None:
    """Tell how many rows become ties, and why others do not."""
    for fault in tried.faults[:REASONS_SHOWN]:
        say(_translate(fault.sentence(), language))
    counts = {"made": tried.made, "rows": tried.rows, "missed": len(tried.missed)}
    tell(language.words("understand-result", **counts), bold=True)
    reasons = tried.reasons()
    for why, count, _ in reasons[:REASONS_SHOWN]:
        tell("  " + language.words("understand-reason", count=count, why=_translate(why, language)))
    if len(reasons) > REASONS_SHOWN:
        tell("  " + language.words("understand-more", count=len(reasons) - REASONS_SHOWN))
    if tried.said_again:
        tell(language.words("understand-again", count=tried.said_again))
    for note in tried.notes:
        if " left out: " not in note:
            say_lines([note], lang=language.code)


def _translate(why: str, language: Language) -> str:
    if language.code != "fa":
        return why
    from graphmap.persian import tell_in_persian

    return tell_in_persian(why)


def _write_rows(tried: Tried, language: Language) -> str:
    """Return the rows that do not go in as CSV: their cells as they were, and why."""
    from graphmap.cli.show import rows_to_csv

    longest = max((one.row.cells for one in tried.missed), key=len)
    columns = list(dict.fromkeys((*longest, *(column for one in tried.missed for column in one.row.cells))))
    why = language.words("understand-why-head")
    rows = []
    # What is to be mended stands before what is left out for a reason.
    for one in sorted(tried.missed, key=lambda one: not one.is_fault):
        said = "; ".join(_translate(reason, language) for reason in one.why)
        rows.append((*(one.row.cells.get(column, "") for column in columns), said))
    return rows_to_csv([*columns, why], rows, mark=True)
