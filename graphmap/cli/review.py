"""The command that lists what may be one thing under two names, for a person to judge, and carries it out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphmap.cli.command import read_store, say, say_lines, tell, who_writes, write_to_store
from graphmap.cli.names import complete_country
from graphmap.cli.options import (
    Output,
    format_option,
    language_option,
    output_option,
    store_option,
    wide_option,
)
from graphmap.errors import GraphmapError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphmap.language import Language
    from graphmap.near import NearPair
    from graphmap.reports.twice import Twice
    from graphmap.store.contract import Store

COLUMNS = ("label", "country", "score", "first", "first_id", "second", "second_id")
"""What is told of each pair; a file has these heads in either language."""

_SAID = (
    "MATCH ()-[r]->() WHERE r.id IN $ids AND (r.apart_from IS NOT NULL OR r.note IS NOT NULL) "
    "RETURN r.id, r.apart_from, r.note"
)
TO_FILL = ("decision", "why")
"""The columns of a CSV that a person fills: join or apart, and why."""


@click.command("review")
@store_option
@click.option(
    "--country", default="", shell_complete=complete_country,
    help="Only what lies there: an ISO code or any name of a country.",
)  # fmt: skip
@click.option(
    "--join", "joined", nargs=2, metavar="ID ID", default=None,
    help="The two are one: the first stays, with the names and ties of the second.",
)  # fmt: skip
@click.option(
    "--apart", "parted", nargs=2, metavar="ID ID", default=None,
    help="The two are two: the field apart_from of the first says so, and they are listed no more.",
)  # fmt: skip
@click.option(
    "--decided", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE", default=None,
    help="Carry out what the column `decision` of a filled CSV says: join or apart.",
)  # fmt: skip
@click.option("--by", default=None, help="Who does it.  [default: the name of the login]")
@click.option("--reason", default="", help="Why, for the history.")
@language_option("en", "fa")
@format_option("table", "csv", "json")
@wide_option
@output_option
def review_names(
    store_url: str,
    country: str,
    joined: tuple[str, str] | None,
    parted: tuple[str, str] | None,
    decided: Path | None,
    by: str | None,
    reason: str,
    lang: str,
    format_name: str,
    wide: bool,
    output: Output | None,
) -> None:
    """List what may be one under two ids: near names, ties said twice; and terms of governors that overlap.

    Names are held against each other within a country, across spellings and scripts (Saint Petersburg,
    Санкт-Петербург); not those that lie in two units of it, or more than 25 km apart. The score is of 100,
    which is for names that are the same but for case, accents and marks. Beside them stand ties of one kind
    between the same ends that no date and no document tells apart, and terms in one province that certainly
    overlap, each with its dates and sources. Nothing is joined by itself: --join
    and --apart do it pair by pair, --decided all of a CSV (--format csv) whose column `decision` a person
    filled. Each is a changeset with who and why, which `graphmap undo` takes back.
    """
    from graphmap.language import load_language

    language = load_language(lang)
    decisions = [
        *([("join", *joined, reason)] if joined else []),
        *([("apart", *parted, reason)] if parted else []),
        *(_read_decisions(decided) if decided else []),
    ]
    if decisions:
        with write_to_store(store_url) as store:
            for decision in decisions:
                _carry_out(store, *decision, by or who_writes(), language)
        return
    _list_pairs(store_url, country, language, format_name, wide, output)


def _list_pairs(
    store_url: str, country: str, language: Language, format_name: str, wide: bool, output: Output | None
) -> None:
    from graphmap.cli.show import show_rows
    from graphmap.exchange.joining import list_apart, read_apart
    from graphmap.near import find_near
    from graphmap.reports.twice import find_twice

    with read_store(store_url) as store:
        directory = store.known().directory
        wanted = directory.find("Country", country, language=language.code) if country else ""
        pairs = [pair for pair in find_near(directory) if not wanted or pair.country == wanted]
        apart = set(
            list_apart(store.contents({pair.first for pair in pairs} | {pair.second for pair in pairs}))
        )
        twice = [pair for pair in find_twice(store, language.code) if not wanted or pair.country == wanted]
        said = store.rows(_SAID, {"ids": [pair.first for pair in twice] + [pair.second for pair in twice]})
        apart |= {two for row in said.rows for two in read_apart(*row)}
    is_table = format_name == "table"

    def list_cells(
        pair: NearPair | Twice, sort: str, score: float | None, one: str, other: str
    ) -> tuple[Any, ...]:
        return (
            language.words(sort) if is_table else pair.label,
            directory.name(pair.country).in_language(language.code) if pair.country else "",
            score,
            one,
            pair.first,
            other,
            pair.second,
            *(("", "") if format_name == "csv" else ()),
        )

    rows = [
        list_cells(pair, f"label-{pair.label.lower()}", pair.score, pair.first_name, pair.second_name)
        for pair in pairs
        if frozenset((pair.first, pair.second)) not in apart
    ]
    rows += [
        list_cells(
            pair,
            f"review-{pair.label.lower().replace('_', '-')}",
            None,
            pair.first_said,
            pair.second_said,
        )
        for pair in twice
        if frozenset((pair.first, pair.second)) not in apart
    ]
    heads: tuple[str, ...] = (*COLUMNS, *TO_FILL) if format_name == "csv" else COLUMNS
    if is_table:
        heads = tuple(language.words("review-" + column.replace("_", "-")) for column in COLUMNS)
    if rows or format_name != "table":
        show_rows(heads, rows, format_name, output, wide)
    say(language.words("told-review", count=len(rows)))


def _read_decisions(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield what each filled row of a CSV says: join or apart, both ids, and why. Raises GraphmapError."""
    from graphmap.exchange.reading import read_tables

    read = read_tables(path)
    wrong = [fault.sentence() for fault in read.faults]
    found = []
    for row in (row for table in read.tables for row in table.rows):
        cells = {name: text.strip() for name, text in row.cells.items()}
        decision = cells.get("decision", "").lower()
        if decision in {"join", "apart"} and cells.get("first_id") and cells.get("second_id"):
            found.append((decision, cells["first_id"], cells["second_id"], cells.get("why", "")))
        elif decision:
            wrong.append(
                f"{row.place}: '{decision}' is no decision; right would be join, apart or a blank cell"
            )
    if wrong:
        raise GraphmapError("\n".join(wrong))
    yield from found


def _carry_out(
    store: Store, decision: str, first: str, second: str, why: str, by: str, language: Language
) -> None:
    """Join two nodes, or keep them apart, as one changeset."""
    from graphmap.exchange.joining import join_records, keep_apart
    from graphmap.schema.apart import Apart

    if decision == "join":
        batch = join_records(store.contents(), first, second)
    else:
        judged = Apart(second, date.today().isoformat(), by, why)
        batch = keep_apart(store.contents({first, second}), first, second, judged)
    said = f"{decision} {first} {second}" + (f": {why}" if why else "")
    changeset = store.apply(
        batch, by, said, tell=lambda difference: say_lines(difference.notes, lang=language.code)
    )
    tell(language.words(f"review-{decision}", first=first, second=second, changeset=changeset.identity))
