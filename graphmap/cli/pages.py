"""The commands that write pages: the map, the site of an intranet, and the page of the model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from graphmap.cli.command import put_out, read_session, say_day, tell
from graphmap.cli.look import Look, look_options, office_option
from graphmap.cli.names import complete_country, complete_province
from graphmap.cli.options import (
    SCREEN,
    Output,
    language_option,
    level_option,
    output_option,
    overwrite_option,
)

if TYPE_CHECKING:
    from graphmap.scales import Level
    from graphmap.views.wording import Wanted


@click.command("map")
@click.argument(
    "file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path), metavar="FILE.html|-"
)
@look_options
@click.option(
    "--country",
    default=None,
    shell_complete=complete_country,
    help="Open with this country chosen: a code or any of its names.",
)
@click.option(
    "--province", default=None, shell_complete=complete_province,
    help="Open with this province chosen: a code or any of its names.",
)  # fmt: skip
@level_option
@language_option("both", "en", "fa")
@overwrite_option
@click.option("--pyvis", is_flag=True, help="Write the quick network alone, for a notebook or a mail.")
def write_map_page(
    file: Path,
    look: Look,
    country: str | None,
    province: str | None,
    level: Level,
    lang: Wanted,
    overwrite: bool,
    pyvis: bool,
) -> None:
    """Write one page to mail and open anywhere: sentence, map, network, matrix and the ties behind them.

    The file needs no network and no other file; - is the screen.
    """
    from graphmap.language import load_language
    from graphmap.views.make import gather_map
    from graphmap.views.page import render_map
    from graphmap.views.quick_network import render_quick_network
    from graphmap.writing import check_file, write_text

    spoken = "fa" if lang == "fa" else "en"
    if pyvis and (country or province):
        raise click.UsageError("--pyvis draws the whole network: leave out --country and --province.")
    if str(file) != SCREEN:
        check_file(file, overwrite)
    if pyvis:
        say_day(look.as_of, spoken)
    else:
        look.say(spoken)
    with read_session(look.store_url) as session:
        snapshot = session.snapshot(look.believed_on)
        when = look.as_of, look.presume, look.believed_on
        if pyvis:
            page = render_quick_network(snapshot, level, look.as_of, lang)
        else:
            page = render_map(gather_map(snapshot, country, province, level, *when), lang)
    if str(file) == SCREEN:
        put_out(page)
        return
    write_text(page, file, overwrite)
    tell(load_language(spoken).words("told-wrote-map", file=str(file)))


@click.command("pages")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@look_options
@language_option("both", "en", "fa")
@office_option
@click.option(
    "--zip", "archive", type=click.Path(dir_okay=False, path_type=Path), default=None, metavar="FILE.zip",
    help="Write all of it as one ZIP, too, to mail.",
)  # fmt: skip
@overwrite_option
def write_pages(
    folder: Path,
    look: Look,
    lang: Wanted,
    office: Path | None,
    archive: Path | None,
    overwrite: bool,
) -> None:
    """Write the whole site for an intranet: a dossier a country, province and border, reports, and the map.

    Open DIR/index.html, from the disk or from any server: it searches all pages by name, in both scripts, and
    asks nothing of the network. A folder with other files in it is refused; with --overwrite the pages of an
    earlier site are replaced, and nothing else.
    """
    from graphmap.language import load_language
    from graphmap.questions.ask import ask
    from graphmap.views.dossier_ground import Ground
    from graphmap.views.office import NO_OFFICE, read_office
    from graphmap.views.site import REPORTS, Site, choose_codes, make_site
    from graphmap.views.site_folder import check_site_folder, write_site
    from graphmap.writing import check_file

    spoken = "fa" if lang == "fa" else "en"
    check_site_folder(folder, overwrite)
    if archive is not None:
        check_file(archive, overwrite)
    signed_by = NO_OFFICE if office is None else read_office(office)
    look.say(spoken)
    with read_session(look.store_url) as session:
        ground = Ground(session.snapshot(look.believed_on), look.as_of, look.presume)
        codes = choose_codes(ground, lang)
        asked = {"as_of": look.as_of, "presume": look.presume, "believed_on": look.believed_on}
        answers = {code: [ask(session, name, asked, code) for name in REPORTS] for code in codes}
        written = write_site(make_site(Site(ground, codes, answers, signed_by)), folder, overwrite, archive)
    said = {"folder": str(folder), "index": str(folder / "index.html")}
    tell(load_language(spoken).words("told-wrote-site", count=written, **said))


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
