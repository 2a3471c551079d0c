"""The command that lists what may be one thing under two names, for a person to judge."""

from __future__ import annotations

import rich_click as click

from graphmap.cli.command import (
    Output,
    format_option,
    language_option,
    output_option,
    read_store,
    say,
    store_option,
    wide_option,
)

COLUMNS = ("label", "country", "score", "first", "first_id", "second", "second_id")
"""What is told of each pair; a file has these heads in either language."""


@click.command("review")
@store_option
@click.option("--country", default="", help="Only what lies there: an ISO code or any name of a country.")
@language_option("en", "fa")
@format_option("table", "csv", "json")
@wide_option
@output_option
def review_names(
    store_url: str, country: str, lang: str, format_name: str, wide: bool, output: Output | None
) -> None:
    """List pairs of places, offices and persons whose names are near each other: perhaps one under two ids.

    Names are held against each other within a country, across spellings and scripts (Saint Petersburg,
    Санкт-Петербург); not those that lie in two units of it, or more than 25 km apart. The score is of 100,
    which is for names that are the same but for case, accents and marks. Nothing is joined by itself.
    """
    from graphmap.cli.show import show_rows
    from graphmap.language import load_language
    from graphmap.near import find_near

    language = load_language(lang)
    with read_store(store_url) as store:
        directory = store.known().directory
    wanted = directory.find("Country", country, language=lang) if country else ""
    rows = [
        (
            language.words(f"label-{pair.label.lower()}") if format_name == "table" else pair.label,
            directory.name(pair.country).in_language(lang) if pair.country else "",
            pair.score,
            pair.first_name,
            pair.first,
            pair.second_name,
            pair.second,
        )
        for pair in find_near(directory)
        if not wanted or pair.country == wanted
    ]
    heads: tuple[str, ...] = COLUMNS
    if format_name == "table":
        heads = tuple(language.words("review-" + column.replace("_", "-")) for column in COLUMNS)
    if rows or format_name != "table":
        show_rows(heads, rows, format_name, output, wide)
    say(language.words("told-review", count=len(rows)))
