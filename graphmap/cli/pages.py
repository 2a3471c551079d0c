"""The commands that write pages: the map, and the page of the model."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from graphmap.cli.command import (
    SCREEN,
    Output,
    as_of_option,
    believed_on_option,
    language_option,
    level_option,
    output_option,
    overwrite_option,
    presume_option,
    put_out,
    read_session,
    say_day,
    say_presumption,
    store_option,
    tell,
)

if TYPE_CHECKING:
    from graphmap.scales import Level
    from graphmap.views.wording import Wanted


@click.command("map")
@click.argument(
    "file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path), metavar="FILE.html|-"
)
@store_option
@click.option("--country", default=None, help="Open with this country chosen: a code or any of its names.")
@click.option("--province", default=None, help="Open with this province chosen: a code or any of its names.")
@level_option
@as_of_option
@presume_option
@believed_on_option
@language_option("both", "en", "fa")
@overwrite_option
@click.option("--pyvis", is_flag=True, help="Write the quick network alone, for a notebook or a mail.")
def write_map_page(
    file: Path,
    store_url: str,
    country: str | None,
    province: str | None,
    level: Level,
    as_of: date | None,
    presume: int,
    believed_on: date | None,
    lang: Wanted,
    overwrite: bool,
    pyvis: bool,
) -> None:
    """Write one page to mail and open anywhere: sentence, map, network, matrix and the ties behind them.

    The file needs no network and no other file; - is the screen.
    """
    from graphmap.views.make import gather_map
    from graphmap.views.page import render_map
    from graphmap.views.quick_network import render_quick_network
    from graphmap.writing import check_file, write_text

    if pyvis and (country or province):
        raise click.UsageError("--pyvis draws the whole network: leave out --country and --province.")
    if str(file) != SCREEN:
        check_file(file, overwrite)
    say_day(as_of)
    if not pyvis:
        say_presumption(as_of, presume)
    with read_session(store_url) as session:
        snapshot = session.snapshot(believed_on)
        if pyvis:
            page = render_quick_network(snapshot, level, as_of, lang)
        else:
            page = render_map(
                gather_map(snapshot, country, province, level, as_of, presume, believed_on), lang
            )
    if str(file) == SCREEN:
        put_out(page)
        return
    write_text(page, file, overwrite)
    tell(f"Wrote {file}: open it in any browser.")


@click.command("model")
@click.option(
    "--format", "format_name", type=click.Choice(["markdown", "html", "json"]), default="markdown",
    show_default=True, help="Markdown, a page with a drawing, or JSON Schema.",
)  # fmt: skip
@language_option("en", "fa")
@output_option
def write_model_page(format_name: str, lang: str, output: Output | None) -> None:
    """Show the model: every label, relationship and field, with its meaning."""
    from graphmap.cli.show import show_json, write_out
    from graphmap.language import load_language

    if format_name == "json":
        from graphmap.model.texts import describe_model_schema

        show_json(describe_model_schema(), output)
    elif format_name == "html":
        from graphmap.model.page import describe_model_html

        write_out(describe_model_html(load_language(lang)), output)
    else:
        from graphmap.model.texts import describe_model_markdown

        write_out(describe_model_markdown(), output)
